package kernel

import "unsafe"

// convLoops is one set of convolution loops for one filter size. conv_simd.go gives their
// layouts.
type convLoops struct {
	name string
	// spread copies the rows of a plane for conv, pool and grad, which read each pixel four
	// times. It is nil where they read the plane as it is. spread8 copies every eighth number,
	// four times where spread is not nil. scatter is nil where there is none for the filter's
	// size. gradRow is grad for the rows of a filter and pairs of positions; it is nil where there
	// is none for the filter's size.
	spread  func(dst, src []float32, rows, width, dstStride, srcStride int)
	spread8 func(dst, src []float32, rows, width, dstStride, srcStride int)
	conv    func(y, x, w, b unsafe.Pointer, f, c, oh, ow int, plane, row, row2 uintptr)
	pool    func(y, win, x, w, b unsafe.Pointer, f, c, ph, pw int, plane, row, row2 uintptr)
	grad    func(dw, d, x, taps unsafe.Pointer, groups int, at unsafe.Pointer, n int)
	gradRow func(dw, d, x, taps unsafe.Pointer, groups int, at unsafe.Pointer, n int)
	scatter func(dx, d, w unsafe.Pointer, f, oh, ow int, first, end, row, step uintptr)
	dw      func(dw, offs, vals unsafe.Pointer, n int, x unsafe.Pointer, step uintptr, at unsafe.Pointer, runs, vectors int)
	dx      func(dx, offs, vals unsafe.Pointer, n int, w unsafe.Pointer, f, c4 int, plane, row uintptr)
}

func scalarConvLoops() convLoops {
	return convLoops{"scalar", nil, spread8Scalar, convScalar, convPoolScalar, convGradScalar, nil, convScatterScalar, convDWScalar, convDXScalar}
}

// direct is the common part of the direct convolutions: weights in panels of 8 filters, and one
// padded sample.
type direct struct {
	c, h, w, f, p, out int
	oh, ow             int // size of the convolution's output
	loops              convLoops
	panels             []float32 // weights [out/8][c][f][f][8]
	bias               []float32 // [out/8][8]
	packedParams       []float32 // weights, then biases, from which panels and bias were made last
	paddedSample       []float32 // one sample; the loops may read a few numbers past it
	spreadSample       []float32 // the same with each number four times, where loops read that
}

// CanConvolve reports whether the direct convolutions can compute a layer: filters of f by f at
// stride 1 without dilation, over a plane of h by w with p cells of padding, with an output of at
// least 2 by 2.
func CanConvolve(h, w, f, p int) bool {
	return f >= 1 && p >= 0 && h >= 1 && w >= 1 && h+2*p-f >= 1 && w+2*p-f >= 1
}

// newDirect makes the common part. It panics when the layer cannot be convolved directly.
func newDirect(c, h, w, f, p, out int, loops convLoops) direct {
	if c < 1 || out < 1 || !CanConvolve(h, w, f, p) {
		panic("kernel: bad convolution")
	}
	k := direct{c: c, h: h, w: w, f: f, p: p, out: out, oh: h + 2*p - f + 1, ow: w + 2*p - f + 1, loops: loops}
	out8 := (out + 7) / 8 * 8
	k.panels = make([]float32, out8*c*f*f)
	k.bias = make([]float32, out8)
	k.paddedSample = make([]float32, c*k.cells()+4)
	if loops.spread != nil {
		k.spreadSample = make([]float32, 4*c*k.cells())
	}
	return k
}

// roundUp is the least multiple of m that is not below n.
func roundUp(n, m int) int { return (n + m - 1) / m * m }

// cells is the number of cells of a padded plane.
func (k *direct) cells() int { return (k.h + 2*k.p) * (k.w + 2*k.p) }

// strides gives the bytes from plane to plane and from row to row of the padded sample.
func (k *direct) strides() (plane, row uintptr) {
	return uintptr(4 * k.cells()), uintptr(4 * (k.w + 2*k.p))
}

// packPanels copies the weights w [Out, C, F, F] and biases b [Out] into panels. It reports
// whether they differ from those before: weights change once a step, which is many batches of
// samples, and packing costs more than comparing. It panics when the lengths do not fit.
func (k *direct) packPanels(w, b []float32) bool {
	taps := k.c * k.f * k.f
	same(k.out*taps, w)
	same(k.out, b)
	if k.packedParams != nil && equalBits(k.packedParams[:len(w)], w) && equalBits(k.packedParams[len(w):], b) {
		return false
	}
	k.packedParams = append(append(k.packedParams[:0], w...), b...)
	copy(k.bias, b)
	for o := 0; o < k.out; o++ {
		to := k.panels[o/8*8*taps+o%8:]
		for i, v := range w[o*taps:][:taps] {
			to[8*i] = v
		}
	}
	return true
}

// equalBits reports whether two slices of equal length hold the same bits.
func equalBits(a, b []float32) bool {
	bytes := func(s []float32) string { return unsafe.String((*byte)(ptr(s)), 4*len(s)) }
	return bytes(a) == bytes(b)
}

// source is one sample in the layout that the loops read, with its strides in bytes.
func (k *direct) source(x []float32) (src unsafe.Pointer, plane, row uintptr) {
	plane, row = k.strides()
	w := k.w + 2*k.p
	switch {
	case k.loops.spread != nil && k.p == 0:
		k.loops.spread(k.spreadSample, x, 1, k.c*k.h*k.w, 0, 0)
		return ptr(k.spreadSample), 4 * plane, 4 * row
	case k.loops.spread != nil:
		for c := 0; c < k.c; c++ {
			k.loops.spread(k.spreadSample[4*(c*k.cells()+k.p*w+k.p):], x[c*k.h*k.w:], k.h, k.w, w, k.w)
		}
		return ptr(k.spreadSample), 4 * plane, 4 * row
	case k.p > 0:
		k.pad(x)
		return ptr(k.paddedSample), plane, row
	}
	return ptr(x), plane, row
}

// source8 is source for a sample in panels, x8 [C/8][H*W][8].
func (k *direct) source8(x8 []float32) (src unsafe.Pointer, plane, row uintptr) {
	plane, row = k.strides()
	w, times, to := k.w+2*k.p, 1, k.paddedSample
	if k.loops.spread != nil {
		times, to = 4, k.spreadSample
	}
	for c := 0; c < k.c; c++ {
		k.loops.spread8(to[times*(c*k.cells()+k.p*w+k.p):], x8[c/8*8*k.h*k.w+c%8:], k.h, k.w, w, k.w)
	}
	return ptr(to), uintptr(times) * plane, uintptr(times) * row
}

// pad copies one sample into paddedSample, whose other cells are 0.
func (k *direct) pad(x []float32) {
	w := k.w + 2*k.p
	for c := 0; c < k.c; c++ {
		CopyRows(k.paddedSample[c*k.cells()+k.p*w+k.p:], x[c*k.h*k.w:], k.h, k.w, w, k.w)
	}
}

// convolve sets y8 [OH*OW][8] to the output of the 8 filters from o on.
func (k *direct) convolve(y8 []float32, o int, src unsafe.Pointer, plane, row uintptr) {
	k.loops.conv(ptr(y8), src, ptr(k.panels[o*k.c*k.f*k.f:]), ptr(k.bias[o:]), k.f, k.c, k.oh, k.ow, plane, row, row)
}

// unpack sets the maps of y [up to 8][size] to the columns of y8 [size][8].
func unpack(y, y8 []float32, size int) {
	for j := 0; j < 8 && len(y) > 0; j++ {
		every8(ptr(y), ptr(y8[j:]), size)
		y = y[size:]
	}
}
