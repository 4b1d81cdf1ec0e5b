package kernel

import "unsafe"

// sparse is a convolution's way back that visits only the windows whose gradient
// is not 0: after ReLU and max pooling about one in eight.
type sparse struct {
	direct
	back []float32 // weights [out][c/4][f][f][4]
	dw   []float32 // weight gradients [out][c][f][f up to 4]
	dx   []float32 // input gradient [c/4][h+2p][w+2p][4]
	offs []uint32  // the list: where a window begins, in bytes
	vals []float32 // and its gradient
}

func newSparse(c, h, w, f, p, out int, loops convLoops) sparse {
	k := sparse{direct: newDirect(c, h, w, f, p, out, loops)}
	c4 := (c + 3) / 4 * 4
	k.back = make([]float32, out*c4*f*f)
	k.dw = make([]float32, out*c*f*k.span())
	k.dx = make([]float32, c4*k.cells())
	k.offs, k.vals = make([]uint32, k.oh*k.ow+1), make([]float32, k.oh*k.ow+1)
	return k
}

// span is f up to the next multiple of 4.
func (k *sparse) span() int { return (k.f + 3) &^ 3 }

// Pack takes over weights w [Out, C, F, F] and biases b [Out]; Forward and
// Backward use the last ones packed. It panics when the lengths do not fit.
func (k *sparse) Pack(w, b []float32) {
	k.packPanels(w, b)
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

// backward adds one filter's gradients for one sample, which is in padded: of
// the n positions, those where neither d nor y is 0 count, and at holds where
// their windows begin, as indices into a padded plane. db points to the
// filter's bias gradient.
func (k *sparse) backward(o int, d, y, at unsafe.Pointer, n int, db *float32, toInput bool) {
	offs, vals := unsafe.Pointer(unsafe.SliceData(k.offs)), ptr(k.vals)
	n = live(offs, vals, d, y, at, n)
	if n == 0 {
		return
	}
	*db += sum(k.vals[:n])
	plane, row := k.strides()
	k.loops.dw(ptr(k.dw[o*k.c*k.f*k.span():]), offs, vals, n, ptr(k.padded), k.f, k.c, plane, row)
	if toInput {
		c4 := (k.c + 3) / 4
		k.loops.dx(ptr(k.dx), offs, vals, n, ptr(k.back[o*c4*4*k.f*k.f:]), k.f, c4, 4*plane, 4*row)
	}
}

// flush adds the weight gradients gathered to dw [out, c, f, f].
func (k *sparse) flush(dw []float32) {
	for i, span := 0, k.span(); i < k.out*k.c*k.f; i++ {
		to := dw[i*k.f:][:k.f]
		for j, v := range k.dw[i*span:][:k.f] {
			to[j] += v
		}
	}
}

// crop sets dx to the middle of the padded gradient.
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
