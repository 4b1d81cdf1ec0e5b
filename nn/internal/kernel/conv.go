package kernel

import "unsafe"

// convLoops is one set of fused convolution loops for one filter size.
type convLoops struct {
	name string
	pool func(y, win, x, w, b unsafe.Pointer, f, c, ph, pw int, plane, row, row2 uintptr)
	dw   func(dw, offs, vals unsafe.Pointer, n int, x unsafe.Pointer, f, c int, plane, row uintptr)
	dx   func(dx, offs, vals unsafe.Pointer, n int, w unsafe.Pointer, f, c4 int, plane, row uintptr)
}

func scalarConvLoops() convLoops {
	return convLoops{"scalar", convPoolScalar, convDWScalar, convDXScalar}
}

// ConvReLUMaxPool is a convolution at stride 1 with bias, ReLU and 2x2 max
// pooling at stride 2 as one operation: the convolution's own output is never
// stored, and going back only the windows that won and are above 0 are visited.
// The results are bit for bit those of im2col, Implementation's Sgemm, AddBias,
// ReLU and MaxPool2 one after the other; the gradients' sums run over the
// samples and, in each, over the pooled cells, row by row.
//
// It holds its scratch and is not safe for concurrent use.
//
//	x [C,H,W] -> padded [C,H+2P,W+2P] -> 2x2 windows x 8 channels -> y [Out,PH,PW]
//	                                                                 win: the cell that won
type ConvReLUMaxPool struct {
	C, H, W, F, P, Out int
	PH, PW             int // size of a pooled map
	loops              convLoops
	panels             []float32 // weights [Out/8][C][F][F][8]
	bias               []float32 // [Out/8][8]
	back               []float32 // weights [Out][C/4][F][F][4]
	padded             []float32 // one sample, with some room past its end
	y8                 []float32 // one panel's maxima [PH*PW][8]
	win8               []int32
	dw                 []float32 // weight gradients [Out][C][F][F up to 4]
	dx                 []float32 // input gradient [C/4][H+2P][W+2P][4]
	offs               []uint32  // the list: where a window begins, in bytes
	vals               []float32 // and its gradient
}

// NewConvReLUMaxPool makes the operation for samples of c by h by w and out
// filters of f by f with p cells of padding. It panics when the convolution's
// output is smaller than a pooling window.
func NewConvReLUMaxPool(c, h, w, f, p, out int) *ConvReLUMaxPool {
	return newConvReLUMaxPool(c, h, w, f, p, out, chooseConvLoops(f))
}

func newConvReLUMaxPool(c, h, w, f, p, out int, loops convLoops) *ConvReLUMaxPool {
	k := &ConvReLUMaxPool{C: c, H: h, W: w, F: f, P: p, Out: out, loops: loops}
	k.PH, k.PW = (h+2*p-f+1)/2, (w+2*p-f+1)/2
	if c < 1 || f < 1 || p < 0 || out < 1 || k.PH < 1 || k.PW < 1 {
		panic("kernel: bad convolution")
	}
	n, cells, out8, c4 := k.PH*k.PW, k.cells(), (out+7)/8*8, (c+3)/4*4
	k.panels = make([]float32, out8*c*f*f)
	k.bias = make([]float32, out8)
	k.back = make([]float32, out*c4*f*f)
	k.padded = make([]float32, c*cells+4)
	k.y8, k.win8 = make([]float32, 8*n), make([]int32, 8*n)
	k.dw = make([]float32, out*c*f*k.span())
	k.dx = make([]float32, c4*cells)
	k.offs, k.vals = make([]uint32, n+1), make([]float32, n+1)
	return k
}

// cells is the size of a padded plane.
func (k *ConvReLUMaxPool) cells() int { return (k.H + 2*k.P) * (k.W + 2*k.P) }

// span is F up to the next multiple of 4.
func (k *ConvReLUMaxPool) span() int { return (k.F + 3) &^ 3 }

// Pack takes over weights w [Out, C, F, F] and biases b [Out]; Forward and
// Backward use the last ones packed. It panics when the lengths do not fit.
func (k *ConvReLUMaxPool) Pack(w, b []float32) {
	taps := k.C * k.F * k.F
	same(k.Out*taps, w)
	same(k.Out, b)
	copy(k.bias, b)
	for o := 0; o < k.Out; o++ {
		to := k.panels[o/8*8*taps+o%8:]
		for i, v := range w[o*taps:][:taps] {
			to[8*i] = v
		}
	}
	ff := k.F * k.F
	c4 := (k.C + 3) / 4
	for o := 0; o < k.Out; o++ {
		for c := 0; c < k.C; c++ {
			to := k.back[(o*c4+c/4)*4*ff+c%4:]
			for i, v := range w[(o*k.C+c)*ff:][:ff] {
				to[4*i] = v
			}
		}
	}
}

// Forward sets y and win for n samples: y [n, Out, PH, PW] holds the maxima,
// win, as long, for each the index in the sample's padded plane, r*(W+2P)+c, at
// which the filter's winning window begins: the first of equal ones, any where
// one is NaN, as y then is. x is [n, C, H, W]. It panics when the lengths do not fit.
func (k *ConvReLUMaxPool) Forward(y []float32, win []int32, x []float32, n int) {
	in, cells, pooled := k.C*k.H*k.W, k.cells(), k.PH*k.PW
	same(n*in, x)
	same(n*k.Out*pooled, y)
	if len(win) != len(y) {
		panic(badLength)
	}
	row := uintptr(4 * (k.W + 2*k.P))
	taps := k.C * k.F * k.F
	for ; n > 0; n-- {
		src := x[:in]
		if k.P > 0 {
			k.pad(src)
			src = k.padded
		}
		for o := 0; o < k.Out; o += 8 {
			k.loops.pool(ptr(k.y8), ptrInt(k.win8), ptr(src), ptr(k.panels[o*taps:]), ptr(k.bias[o:]), k.F, k.C, k.PH, k.PW, uintptr(4*cells), row, row)
			for j := 0; j < min(8, k.Out-o); j++ {
				every8(ptr(y), ptrInt(win), ptr(k.y8[j:]), ptrInt(k.win8[j:]), pooled)
				y, win = y[pooled:], win[pooled:]
			}
		}
		x = x[in:]
	}
}

// pad copies one sample into the middle of zeros.
func (k *ConvReLUMaxPool) pad(x []float32) {
	w := k.W + 2*k.P
	for c := 0; c < k.C; c++ {
		CopyRows(k.padded[c*k.cells()+k.P*w+k.P:], x[c*k.H*k.W:], k.H, k.W, w, k.W)
	}
}

// Backward takes dy [n, Out, PH, PW], the gradient by Forward's y, back: it ADDS
// to dw [Out, C, F, F] and db [Out] and sets dx [n, C, H, W], which may be nil.
// y, win and x are Forward's; dy is not changed. It panics when the lengths do
// not fit.
func (k *ConvReLUMaxPool) Backward(dx, dw, db, dy, y []float32, win []int32, x []float32, n int) {
	in, pooled := k.C*k.H*k.W, k.PH*k.PW
	same(n*in, x)
	same(n*k.Out*pooled, y, dy)
	same(k.Out*k.C*k.F*k.F, dw)
	same(k.Out, db)
	if len(win) != len(y) || dx != nil && len(dx) != len(x) {
		panic(badLength)
	}
	c4 := (k.C + 3) / 4
	plane, row := uintptr(4*k.cells()), uintptr(4*(k.W+2*k.P))
	offs, vals := unsafe.Pointer(unsafe.SliceData(k.offs)), ptr(k.vals)
	clear(k.dw)
	for ; n > 0; n-- {
		k.pad(x[:in])
		if dx != nil {
			clear(k.dx)
		}
		for o := 0; o < k.Out; o++ {
			entries := live(offs, vals, ptr(dy), ptr(y), ptrInt(win), pooled) // ReLU lets through what is above 0
			dy, y, win = dy[pooled:], y[pooled:], win[pooled:]
			if entries == 0 {
				continue
			}
			db[o] += sum(k.vals[:entries])
			k.loops.dw(ptr(k.dw[o*k.C*k.F*k.span():]), offs, vals, entries, ptr(k.padded), k.F, k.C, plane, row)
			if dx != nil {
				k.loops.dx(ptr(k.dx), offs, vals, entries, ptr(k.back[o*c4*4*k.F*k.F:]), k.F, c4, 4*plane, 4*row)
			}
		}
		x = x[in:]
		if dx != nil {
			k.crop(dx[:in])
			dx = dx[in:]
		}
	}
	for i, span := 0, k.span(); i < k.Out*k.C*k.F; i++ {
		to := dw[i*k.F:][:k.F]
		for j, v := range k.dw[i*span:][:k.F] {
			to[j] += v
		}
	}
}

// crop sets dx to the middle of the padded gradient.
func (k *ConvReLUMaxPool) crop(dx []float32) {
	w := k.W + 2*k.P
	for c := 0; c < k.C; c++ {
		from := k.dx[c/4*4*k.cells()+c%4+4*(k.P*w+k.P):]
		for r := 0; r < k.H; r++ {
			every4(ptr(dx), ptr(from[4*r*w:]), k.W)
			dx = dx[k.W:]
		}
	}
}
