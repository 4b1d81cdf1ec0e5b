package kernel

import "unsafe"

// dense computes the gradients of a convolution where most gradients of its output are not 0. The
// gradient by the weights is a sum over all positions. The gradient by the input is a convolution
// of the output's gradient with the filters turned by half a turn (gather). Where much of that
// would read padding, the output's gradient adds the filters to their windows instead (scatter).
type dense struct {
	direct
	toInput bool
	gather  *direct   // convolution from the output's gradient to the input's; nil for scatter
	scatter []float32 // weights [c/8][out/8][f][8 filters][f][8 channels]; nil for gather
	d8      []float32 // output gradient of one sample [out/8][OH*OW][8]
	spread8 []float32 // the same with each number four times, where the loops of scatter read that
	x8      []float32 // one panel of its input gradient [H*W][8], padded for scatter
	dw      []float32 // weight gradients [out/8][len(taps)][8]
	taps    []uint32  // places of the taps [c][f][f] in a window, in bytes
	at      []uint32  // places where the windows [oh][ow] begin, in bytes
	db      []float32 // bias gradients [out/8][8]

	// The last one or two channels of scatter, where they would leave half of a vector empty, share
	// one with those of another sample: two lanes are the one sample's, two the other's.
	shared  int       // the first of these channels; c where there are none
	shared8 []float32 // output gradients of the two samples [out/8][OH*OW][8][4]
	waiting []float32 // dx of the sample whose shared channels wait for another sample, or nil
}

// CanConvolveBack reports whether Conv and ConvAvgPool can compute a layer. Besides what
// CanConvolve needs, the padding must be less than f and the input at least 2 by 2.
func CanConvolveBack(h, w, f, p int) bool {
	return CanConvolve(h, w, f, p) && p < f && h > 1 && w > 1
}

// newDense panics when the layer cannot be convolved directly. toInput tells whether backward
// computes the input's gradient too.
func newDense(c, h, w, f, p, out int, toInput bool, loops convLoops) dense {
	if !CanConvolveBack(h, w, f, p) {
		panic("kernel: bad convolution")
	}
	k := dense{direct: newDirect(c, h, w, f, p, out, loops), toInput: toInput}
	k.d8 = make([]float32, len(k.bias)*k.oh*k.ow)
	k.taps, k.at = k.windowTaps()
	k.shared = c
	k.dw, k.db = make([]float32, len(k.bias)*len(k.taps)), make([]float32, len(k.bias))
	switch {
	case toInput && (f == 3 || f == 5 || f == 7) && 2*h*w > 3*k.oh*k.ow && loops.scatter != nil:
		k.scatter = make([]float32, (c+7)/8*8*len(k.bias)*f*f)
		k.x8 = make([]float32, 8*k.cells())
		if loops.spread != nil {
			k.spread8 = make([]float32, 4*len(k.d8))
			if c%4 == 1 || c%4 == 2 {
				k.shared, k.shared8 = c-c%4, make([]float32, 4*len(k.d8))
			}
		}
	case toInput:
		gather := newDirect(out, k.oh, k.ow, f, f-1-p, c, loops)
		k.gather, k.x8 = &gather, make([]float32, 8*h*w)
	}
	return k
}

// gradTaps is the number of taps that the loops of the gradient sum at once.
const gradTaps = 5

// windowTaps lists the places of the taps in a window, and the places where the windows begin, in
// bytes. The first tap is repeated to fill the last group of the loops.
func (k *dense) windowTaps() (taps, at []uint32) {
	pixel := 4
	if k.loops.spread != nil {
		pixel = 16
	}
	w := k.w + 2*k.p
	taps = make([]uint32, roundUp(k.c*k.f*k.f, gradTaps))
	for i := range k.c * k.f * k.f {
		taps[i] = uint32(pixel * (i/(k.f*k.f)*k.cells() + i/k.f%k.f*w + i%k.f))
	}
	at = make([]uint32, k.oh*k.ow)
	for i := range at {
		at[i] = uint32(pixel * (i/k.ow*w + i%k.ow))
	}
	return taps, at
}

// Pack copies weights w [Out, C, F, F] and biases b [Out]. Forward and Backward use the last ones
// packed. It panics when the lengths do not fit.
func (k *dense) Pack(w, b []float32) {
	if !k.packPanels(w, b) || !k.toInput {
		return
	}
	f, ff := k.f, k.f*k.f
	for o := 0; o < k.out; o++ {
		for c := 0; c < k.c; c++ {
			from := w[:ff]
			w = w[ff:]
			if k.gather != nil {
				to := k.gather.panels[c/8*8*k.out*ff+8*o*ff+c%8:]
				for i, v := range from {
					to[8*(ff-1-i)] = v
				}
				continue
			}
			to := k.scatter[(c/8*len(k.bias)/8+o/8)*64*ff+o%8*8*f+c%8:]
			for i, v := range from {
				to[i/f*64*f+i%f*8] = v
				if c >= k.shared {
					to[i/f*64*f+i%f*8+2] = v
				}
			}
		}
	}
}

// begin sets the sums of the gradients to 0.
func (k *dense) begin() {
	clear(k.dw)
	clear(k.db)
}

// backward adds the gradients by the weights of one sample x, whose output's gradient is in d8, to
// the sums. It sets dx, unless that is nil.
func (k *dense) backward(dx, x []float32) {
	src, _, _ := k.source(x)
	for o := 0; o < len(k.bias); o += 8 {
		k.weightGrad(o, src)
	}
	switch {
	case dx == nil:
	case k.gather != nil:
		src, plane, row := k.gather.source8(k.d8)
		for c := 0; c < k.c; c += 8 {
			k.gather.convolve(k.x8, c, src, plane, row)
			unpack(dx[c*k.h*k.w:], k.x8, k.h*k.w)
		}
	default:
		k.scatterAll(dx)
	}
}

// weightGrad adds the gradients by the weights of the 8 filters from o on. The loop for the rows of
// a filter takes positions in pairs, which must not begin in one row and end in the next.
func (k *dense) weightGrad(o int, src unsafe.Pointer) {
	size := k.oh * k.ow
	loop, groups := k.loops.grad, len(k.taps)/gradTaps
	if k.loops.gradRow != nil && k.ow%2 == 0 {
		loop, groups = k.loops.gradRow, k.c*k.f
	}
	loop(ptr(k.dw[o*len(k.taps):]), ptr(k.d8[o*size:]), src, ptrUint(k.taps), groups, ptrUint(k.at), size)
}

// scatterAll sets dx to the gradient by the input. The maps of shared channels are set together
// with those of the next sample, or by endScatter.
func (k *dense) scatterAll(dx []float32) {
	d, times := k.d8, 1
	if k.loops.spread != nil {
		d, times = k.spread8, 4
		k.loops.spread(d, k.d8, 1, len(k.d8), 0, 0)
	}
	for c := 0; c < k.shared; c += 8 {
		channels := min(8, k.shared-c)
		k.scatterTo(c, 0, roundUp(channels, 4), d, times)
		k.crop(dx[c*k.h*k.w:], k.x8, channels)
	}
	switch {
	case k.shared == k.c:
	case k.waiting == nil:
		twice(ptr(k.shared8), ptr(k.d8), len(k.d8))
		k.waiting = dx
	default:
		twice(ptr(k.shared8[2:]), ptr(k.d8), len(k.d8))
		k.endScatter()
		k.crop(dx[k.shared*k.h*k.w:], k.x8[k.shared%8+2:], k.c-k.shared)
	}
}

// endScatter sets the maps of the shared channels of a sample that waits for another one.
func (k *dense) endScatter() {
	if k.waiting == nil {
		return
	}
	lane := k.shared % 8
	k.scatterTo(k.shared-lane, lane, lane+4, k.shared8, 4)
	k.crop(k.waiting[k.shared*k.h*k.w:], k.x8[lane:], k.c-k.shared)
	k.waiting = nil
}

// scatterTo sets the lanes of x8 from first to end, 4 or 8 of them, of the panel of channels that
// begins with c. d is d8 with each number so many times.
func (k *dense) scatterTo(c, first, end int, d []float32, times int) {
	clear(k.x8)
	size, row := k.oh*k.ow, uintptr(32*(k.w+2*k.p))
	for o := 0; o < len(k.bias); o += 8 {
		w := k.scatter[(c*len(k.bias)/8+o)*8*k.f*k.f:]
		k.loops.scatter(ptr(k.x8), ptr(d[times*o*size:]), ptr(w), k.f, k.oh, k.ow, uintptr(4*first), uintptr(4*end), row, 0)
	}
}

// crop sets so many maps of dx to columns of the padded x8, without the padding.
func (k *dense) crop(dx, x8 []float32, maps int) {
	wp := k.w + 2*k.p
	for j := range maps {
		if k.p == 0 {
			every8(ptr(dx), ptr(x8[j:]), k.h*k.w)
			dx = dx[k.h*k.w:]
			continue
		}
		for r := 0; r < k.h; r++ {
			every8(ptr(dx), ptr(x8[8*((r+k.p)*wp+k.p)+j:]), k.w)
			dx = dx[k.w:]
		}
	}
}

// toColumns8 sets the columns of y8 [size][8] to up to 8 maps of x [maps][size].
func toColumns8(y8, x []float32, size int) {
	for ; len(x) >= 4*size; x, y8 = x[4*size:], y8[4:] {
		toFours8(ptr(y8), ptr(x), size, uintptr(4*size))
	}
	for ; len(x) > 0; x, y8 = x[size:], y8[1:] {
		toEvery8(ptr(y8), ptr(x), size)
	}
}

// flush adds the sums of the gradients to dw [out, c, f, f] and db [out].
func (k *dense) flush(dw, db []float32) {
	taps := k.c * k.f * k.f
	for o := range db {
		db[o] += k.db[o]
		from := k.dw[o/8*8*len(k.taps)+o%8:]
		for i := range dw[o*taps:][:taps] {
			dw[o*taps+i] += from[8*i]
		}
	}
}

// mustBack panics unless the arguments of Backward have the right lengths.
func (k *dense) mustBack(dx, dw, db, x []float32, n int) {
	same(n*k.c*k.h*k.w, x)
	same(k.out*k.c*k.f*k.f, dw)
	same(k.out, db)
	if dx != nil && (len(dx) != len(x) || !k.toInput) {
		panic(badLength)
	}
}
