package kernel

import (
	"math"
	"unsafe"
)

// sparse computes the gradients of a convolution from the windows whose gradient is not 0. After
// ReLU and max pooling these are about one in eight.
type sparse struct {
	direct
	back []float32 // weights [out][c/4][f][f][4]
	dw   []float32 // weight gradients [out][len(at)][run][4]
	dx   []float32 // input gradient [c/4][h+2p][w+2p][4]
	// The padded sample [h+2p][w+2p][c]; the loops may read a few numbers past it.
	channelsLast []float32
	run          int       // vectors in a run; they lie side by side in a window of channelsLast
	at           []uint32  // places of the runs [f][f*c/4/run] in a window, in bytes
	offs         []uint32  // the list: place where a window begins in a plane, in bytes
	vals         []float32 // the list: gradient of that window
}

func newSparse(c, h, w, f, p, out int, loops convLoops) sparse {
	k := sparse{direct: newDirect(c, h, w, f, p, out, loops)}
	c4 := (c + 3) / 4 * 4
	k.back = make([]float32, out*c4*f*f)
	k.chooseRuns()
	k.channelsLast = make([]float32, c*k.cells()+4*k.run)
	k.dw = make([]float32, out*k.vectors()*4)
	k.dx = make([]float32, c4*k.cells())
	k.offs, k.vals = make([]uint32, k.oh*k.ow+1), make([]float32, k.oh*k.ow+1)
	return k
}

// dwRuns is the number of runs, of 2 or 3 vectors each, that the loops of the gradient sum at
// once.
func dwRuns(vectors int) int {
	if vectors == 3 {
		return 3
	}
	return 5
}

// chooseRuns cuts the rows of a window, in which the channels lie side by side, into runs of
// vectors. It chooses the length of a run that sums the fewest vectors, and lists the places of
// the runs. The first run is repeated to fill the last group of the loops.
func (k *sparse) chooseRuns() {
	row, vectors := (k.f*k.c+3)/4, math.MaxInt
	for run := 2; run <= 3; run++ {
		perRow := (row + run - 1) / run
		runs := roundUp(k.f*perRow, dwRuns(run))
		if runs*run >= vectors {
			continue
		}
		k.run, vectors = run, runs*run
		k.at = make([]uint32, runs)
		for i := range k.f * perRow {
			k.at[i] = uint32(4 * (i/perRow*(k.w+2*k.p)*k.c + i%perRow*run*4))
		}
	}
}

// vectors is the number of vectors of gradients of one filter.
func (k *sparse) vectors() int { return len(k.at) * k.run }

// Pack copies weights w [Out, C, F, F] and biases b [Out]. Forward and Backward use the last ones
// packed. It panics when the lengths do not fit.
func (k *sparse) Pack(w, b []float32) {
	if !k.packPanels(w, b) {
		return
	}
	ff := k.f * k.f
	c4 := (k.c + 3) / 4
	for o := 0; o < k.out; o++ {
		for c := 0; c < k.c; c++ {
			to := k.back[(o*c4+c/4)*4*ff+c%4:]
			for i, v := range w[(o*k.c+c)*ff:][:ff] {
				to[4*i] = v
			}
		}
	}
}

// backward adds one filter's gradients for the sample in channelsLast. Of the n positions those
// count at which neither d nor y is 0. Every eighth number of at is the place where the window of
// a position begins, as an index into a padded plane. db points to the filter's bias gradient.
func (k *sparse) backward(o int, d, y, at unsafe.Pointer, n int, db *float32, toInput bool) {
	offs, vals := unsafe.Pointer(unsafe.SliceData(k.offs)), ptr(k.vals)
	n = live(offs, vals, d, y, at, n)
	if n == 0 {
		return
	}
	*db += sum(k.vals[:n])
	k.loops.dw(ptr(k.dw[o*4*k.vectors():]), offs, vals, n, ptr(k.channelsLast), uintptr(k.c), ptrUint(k.at), len(k.at), k.run)
	if toInput {
		plane, row := k.strides()
		c4 := (k.c + 3) / 4
		k.loops.dx(ptr(k.dx), offs, vals, n, ptr(k.back[o*c4*4*k.f*k.f:]), k.f, c4, 4*plane, 4*row)
	}
}

// flush adds the sums of the weight gradients to dw [out, c, f, f].
func (k *sparse) flush(dw []float32) {
	row := roundUp(k.f*k.c, 4*k.run)
	for o := range k.out {
		from := k.dw[o*4*k.vectors():]
		for c := range k.c {
			for ky := range k.f {
				at := row*ky + c
				for kx := range dw[:k.f] {
					dw[kx] += from[at]
					at += k.c
				}
				dw = dw[k.f:]
			}
		}
	}
}

// interleave copies one sample into channelsLast, whose other cells are 0.
func (k *sparse) interleave(x []float32) {
	w, plane, step := k.w+2*k.p, 4*k.h*k.w, 4*k.c
	for c := 0; c < k.c; {
		to, from := ptr(k.channelsLast[(k.p*w+k.p)*k.c+c:]), ptr(x[c*k.h*k.w:])
		switch rest := k.c - c; {
		case rest >= 4 && rest != 5 && rest != 6:
			interleave4(to, from, k.h, k.w, uintptr(step), uintptr(2*k.p*step), uintptr(plane))
			c += 4
		case rest >= 3:
			interleave3(to, from, k.h, k.w, uintptr(step), uintptr(2*k.p*step), uintptr(plane))
			c += 3
		default:
			interleave1(to, from, k.h, k.w, uintptr(step), uintptr(2*k.p*step), uintptr(plane))
			c++
		}
	}
}

// crop sets dx to the padded gradient without its padding.
func (k *sparse) crop(dx []float32) {
	w := k.w + 2*k.p
	for c := 0; c < k.c; c++ {
		from := k.dx[c/4*4*k.cells()+c%4+4*(k.p*w+k.p):]
		for r := 0; r < k.h; r++ {
			every4(ptr(dx), ptr(from[4*r*w:]), k.w)
			dx = dx[k.w:]
		}
	}
}
