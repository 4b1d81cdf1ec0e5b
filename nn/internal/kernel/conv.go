package kernel

import "unsafe"

// convLoops is one set of convolution loops for one filter size.
type convLoops struct {
	name string
	// spread copies the rows of a plane for conv and pool, which see each pixel
	// four times; nil where they see the plane as it is.
	spread func(dst, src []float32, rows, width, dstStride, srcStride int)
	conv   func(y, x, w, b unsafe.Pointer, f, c, oh, ow int, plane, row, row2 uintptr)
	pool   func(y, win, x, w, b unsafe.Pointer, f, c, ph, pw int, plane, row, row2 uintptr)
	dw     func(dw, offs, vals unsafe.Pointer, n int, x unsafe.Pointer, f, c int, plane, row uintptr)
	dx     func(dx, offs, vals unsafe.Pointer, n int, w unsafe.Pointer, f, c4 int, plane, row uintptr)
}

func scalarConvLoops() convLoops {
	return convLoops{"scalar", nil, convScalar, convPoolScalar, convDWScalar, convDXScalar}
}

// direct is what the direct convolutions share: weights packed for both ways,
// one padded sample, and the sparse way back, which visits only the windows
// whose gradient is not 0.
type direct struct {
	c, h, w, f, p, out int
	oh, ow             int // size of the convolution's output
	loops              convLoops
	panels             []float32 // weights [out/8][c][f][f][8]
	bias               []float32 // [out/8][8]
	back               []float32 // weights [out][c/4][f][f][4]
	padded             []float32 // one sample, with some room past its end
	wide               []float32 // the same, each number four times, if loops want it
	dw                 []float32 // weight gradients [out][c][f][f up to 4]
	dx                 []float32 // input gradient [c/4][h+2p][w+2p][4]
	offs               []uint32  // the list: where a window begins, in bytes
	vals               []float32 // and its gradient
}

// CanConvolve tells whether the direct convolutions serve this layer: filters of
// f by f at stride 1 without dilation over a plane of h by w with p cells of
// padding, and an output of at least 2 by 2.
func CanConvolve(h, w, f, p int) bool {
	return f >= 1 && p >= 0 && h >= 1 && w >= 1 && h+2*p-f >= 1 && w+2*p-f >= 1
}

// newDirect panics when the layer cannot be convolved directly.
func newDirect(c, h, w, f, p, out int, loops convLoops) direct {
	if c < 1 || out < 1 || !CanConvolve(h, w, f, p) {
		panic("kernel: bad convolution")
	}
	k := direct{c: c, h: h, w: w, f: f, p: p, out: out, oh: h + 2*p - f + 1, ow: w + 2*p - f + 1, loops: loops}
	cells, out8, c4 := k.cells(), (out+7)/8*8, (c+3)/4*4
	k.panels = make([]float32, out8*c*f*f)
	k.bias = make([]float32, out8)
	k.back = make([]float32, out*c4*f*f)
	k.padded = make([]float32, c*cells+4)
	if loops.spread != nil {
		k.wide = make([]float32, 4*c*cells)
	}
	k.dw = make([]float32, out*c*f*k.span())
	k.dx = make([]float32, c4*cells)
	k.offs, k.vals = make([]uint32, k.oh*k.ow+1), make([]float32, k.oh*k.ow+1)
	return k
}

// cells is the size of a padded plane.
func (k *direct) cells() int { return (k.h + 2*k.p) * (k.w + 2*k.p) }

// span is f up to the next multiple of 4.
func (k *direct) span() int { return (k.f + 3) &^ 3 }

// strides are the bytes from plane to plane and from row to row, padded.
func (k *direct) strides() (plane, row uintptr) {
	return uintptr(4 * k.cells()), uintptr(4 * (k.w + 2*k.p))
}

// Pack takes over weights w [Out, C, F, F] and biases b [Out]; Forward and
// Backward use the last ones packed. It panics when the lengths do not fit.
func (k *direct) Pack(w, b []float32) {
	ff := k.f * k.f
	taps := k.c * ff
	same(k.out*taps, w)
	same(k.out, b)
	copy(k.bias, b)
	c4 := (k.c + 3) / 4
	for o := 0; o < k.out; o++ {
		to := k.panels[o/8*8*taps+o%8:]
		for i, v := range w[o*taps:][:taps] {
			to[8*i] = v
		}
		for c := 0; c < k.c; c++ {
			to := k.back[(o*c4+c/4)*4*ff+c%4:]
			for i, v := range w[o*taps+c*ff:][:ff] {
				to[4*i] = v
			}
		}
	}
}

// source is one sample as conv and pool want it, with its strides in bytes.
func (k *direct) source(x []float32) (src unsafe.Pointer, plane, row uintptr) {
	plane, row = k.strides()
	w := k.w + 2*k.p
	switch {
	case k.loops.spread != nil:
		for c := 0; c < k.c; c++ {
			k.loops.spread(k.wide[4*(c*k.cells()+k.p*w+k.p):], x[c*k.h*k.w:], k.h, k.w, w, k.w)
		}
		return ptr(k.wide), 4 * plane, 4 * row
	case k.p > 0:
		k.pad(x)
		return ptr(k.padded), plane, row
	}
	return ptr(x), plane, row
}

// pad copies one sample into the middle of zeros, with room past its end.
func (k *direct) pad(x []float32) {
	w := k.w + 2*k.p
	for c := 0; c < k.c; c++ {
		CopyRows(k.padded[c*k.cells()+k.p*w+k.p:], x[c*k.h*k.w:], k.h, k.w, w, k.w)
	}
}

// backward adds one filter's gradients for one sample, which is in padded: of
// the n positions, those where neither d nor y is 0 count, and at holds where
// their windows begin, as indices into a padded plane. db points to the
// filter's bias gradient.
func (k *direct) backward(o int, d, y, at unsafe.Pointer, n int, db *float32, toInput bool) {
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
func (k *direct) flush(dw []float32) {
	for i, span := 0, k.span(); i < k.out*k.c*k.f; i++ {
		to := dw[i*k.f:][:k.f]
		for j, v := range k.dw[i*span:][:k.f] {
			to[j] += v
		}
	}
}

// crop sets dx to the middle of the padded gradient.
func (k *direct) crop(dx []float32) {
	w := k.w + 2*k.p
	for c := 0; c < k.c; c++ {
		from := k.dx[c/4*4*k.cells()+c%4+4*(k.p*w+k.p):]
		for r := 0; r < k.h; r++ {
			every4(ptr(dx), ptr(from[4*r*w:]), k.w)
			dx = dx[k.w:]
		}
	}
}
