package kernel

import "unsafe"

// ConvMaxPool is a convolution at stride 1 with bias, an activation and 2x2 max pooling at stride
// 2 in one operation. With ReLU it finds the maxima while the sums are in registers, so the
// output of the convolution is never stored; with others it stores that of one panel of filters
// at a time. Backward visits only the filter windows that hold a maximum and have a gradient;
// with ReLU it leaves out maxima of 0. The results are bit for bit those of im2col,
// Implementation's Sgemm, AddBias, the activation and MaxPool2 one after the other.
//
// The gradient by the weights is summed over the samples and, in each, over the pooled cells, row
// by row. The gradient by the input takes turns between the two halves of the list of those
// cells.
//
// It holds its scratch and is not safe for concurrent use.
//
//	x [C,H,W] -> padded [C,H+2P,W+2P] -> 2x2 windows x 8 channels -> y [Out,PH,PW]
//	                                                                 win: the cell that won
type ConvMaxPool struct {
	sparse
	ph, pw      int                  // size of a pooled map
	y8          []float32            // maxima of one panel [PH*PW][8]
	relu        bool                 // the activation is ReLU, and the fields below are not used
	act         func(y []float32)    // the activation, nil for none
	gradient    func(d, y []float32) // multiplies d by its derivative, where y is its output
	activations []float32            // one panel's output after the activation [OH*OW][8]
	// One sample's gradient by the input of the activation [Out,PH,PW].
	d []float32
}

// NewConvReLUMaxPool makes the operation with ReLU for samples of c by h by w, and out filters of
// f by f with p cells of padding; see CanConvolve. It panics when CanConvolve is false.
func NewConvReLUMaxPool(c, h, w, f, p, out int) *ConvMaxPool {
	return newConvReLUMaxPool(c, h, w, f, p, out, chooseConvLoops(f))
}

func newConvReLUMaxPool(c, h, w, f, p, out int, loops convLoops) *ConvMaxPool {
	k := &ConvMaxPool{sparse: newSparse(c, h, w, f, p, out, loops), relu: true}
	k.ph, k.pw = k.oh/2, k.ow/2
	k.y8 = make([]float32, 8*k.ph*k.pw)
	return k
}

// NewConvMaxPool is NewConvReLUMaxPool with another activation. act and gradient are a pair such
// as Tanh and TanhGrad, or nil.
func NewConvMaxPool(c, h, w, f, p, out int, act func([]float32), gradient func(d, y []float32)) *ConvMaxPool {
	return newConvMaxPool(c, h, w, f, p, out, act, gradient, chooseConvLoops(f))
}

func newConvMaxPool(c, h, w, f, p, out int, act func([]float32), gradient func(d, y []float32), loops convLoops) *ConvMaxPool {
	k := newConvReLUMaxPool(c, h, w, f, p, out, loops)
	k.relu, k.act, k.gradient = false, act, gradient
	k.activations = make([]float32, 8*k.oh*k.ow)
	k.d = make([]float32, out*k.ph*k.pw)
	return k
}

// Winners is the length of win for n samples.
func (k *ConvMaxPool) Winners(n int) int { return n * len(k.bias) * k.ph * k.pw }

// Forward sets y and win for n samples x [n, C, H, W]. y [n, Out, PH, PW] holds the maxima. win,
// in panels of 8 filters [n, Out/8, PH*PW, 8], holds the place at which the filter window of each
// maximum begins, as an index r*(W+2P)+c into the sample's padded plane: the first of equal
// maxima, and any where one is NaN, as y then is. It panics when the lengths do not fit.
func (k *ConvMaxPool) Forward(y []float32, win []int32, x []float32, n int) {
	in, size := k.c*k.h*k.w, k.ph*k.pw
	same(n*in, x)
	same(n*k.out*size, y)
	if len(win) != k.Winners(n) {
		panic(badLength)
	}
	for ; n > 0; n-- {
		src, plane, row := k.source(x[:in])
		for o := 0; o < k.out; o += 8 {
			k.pool(win, o, src, plane, row)
			maps := y[:min(8, k.out-o)*size]
			unpack(maps, k.y8, size)
			y, win = y[len(maps):], win[8*size:]
		}
		x = x[in:]
	}
}

// pool sets y8 and win to the maxima of the 8 filters from o on, and to their places.
func (k *ConvMaxPool) pool(win []int32, o int, src unsafe.Pointer, plane, row uintptr) {
	if k.relu {
		k.loops.pool(ptr(k.y8), ptrInt(win), src, ptr(k.panels[o*k.c*k.f*k.f:]), ptr(k.bias[o:]), k.f, k.c, k.ph, k.pw, plane, row, row)
		return
	}
	k.convolve(k.activations, o, src, plane, row)
	if k.act != nil {
		k.act(k.activations)
	}
	maxPool8(k.y8, win, k.activations, k.oh, k.ow, k.w+2*k.p)
}

// Backward takes dy [n, Out, PH, PW], the gradient by Forward's y, back. It ADDS to dw [Out, C,
// F, F] and db [Out], and sets dx [n, C, H, W], which may be nil. y, win and x are Forward's. dy
// does not change. It panics when the lengths do not fit.
func (k *ConvMaxPool) Backward(dx, dw, db, dy, y []float32, win []int32, x []float32, n int) {
	in, size := k.c*k.h*k.w, k.ph*k.pw
	same(n*in, x)
	same(n*k.out*size, y, dy)
	same(k.out*k.c*k.f*k.f, dw)
	same(k.out, db)
	if len(win) != k.Winners(n) || dx != nil && len(dx) != len(x) {
		panic(badLength)
	}
	clear(k.dw)
	for ; n > 0; n-- {
		k.interleave(x[:in])
		x = x[in:]
		if dx != nil {
			clear(k.dx)
		}
		d, out := dy[:k.out*size], y[:k.out*size]
		if !k.relu {
			// Each gradient that is not 0 counts, whatever the output.
			d, out = k.before(d, out), k.d
		}
		for o := range db {
			k.backward(o, ptr(d), ptr(out), ptrInt(win[o/8*8*size+o%8:]), size, &db[o], dx != nil)
			d, out = d[size:], out[size:]
		}
		dy, y = dy[k.out*size:], y[k.out*size:]
		win = win[k.Winners(1):]
		if dx != nil {
			k.crop(dx[:in])
			dx = dx[in:]
		}
	}
	k.flush(dw)
}

// before is one sample's gradient by the input of the activation whose output is y.
func (k *ConvMaxPool) before(dy, y []float32) []float32 {
	copy(k.d, dy)
	if k.gradient != nil {
		k.gradient(k.d, y)
	}
	return k.d
}
