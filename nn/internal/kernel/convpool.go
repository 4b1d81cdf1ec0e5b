package kernel

// ConvReLUMaxPool is a convolution at stride 1 with bias, ReLU and 2x2 max
// pooling at stride 2 as one operation: the convolution's own output is never
// stored, and going back only the windows that won and are above 0 are visited.
// The results are bit for bit those of im2col, Implementation's Sgemm, AddBias,
// ReLU and MaxPool2 one after the other; the gradients' sums run over the
// samples and, in each, over the pooled cells, row by row (by the weights), or by
// turns over those of the list's two halves (by the input).
//
// It holds its scratch and is not safe for concurrent use.
//
//	x [C,H,W] -> padded [C,H+2P,W+2P] -> 2x2 windows x 8 channels -> y [Out,PH,PW]
//	                                                                 win: the cell that won
type ConvReLUMaxPool struct {
	sparse
	ph, pw int       // size of a pooled map
	y8     []float32 // one panel's maxima [PH*PW][8]
}

// NewConvReLUMaxPool makes the operation for samples of c by h by w and out
// filters of f by f with p cells of padding; see CanConvolve. It panics when
// that says no.
func NewConvReLUMaxPool(c, h, w, f, p, out int) *ConvReLUMaxPool {
	return newConvReLUMaxPool(c, h, w, f, p, out, chooseConvLoops(f))
}

func newConvReLUMaxPool(c, h, w, f, p, out int, loops convLoops) *ConvReLUMaxPool {
	k := &ConvReLUMaxPool{sparse: newSparse(c, h, w, f, p, out, loops)}
	k.ph, k.pw = k.oh/2, k.ow/2
	k.y8 = make([]float32, 8*k.ph*k.pw)
	return k
}

// Winners is how many numbers win holds for n samples.
func (k *ConvReLUMaxPool) Winners(n int) int { return n * len(k.bias) * k.ph * k.pw }

// Forward sets y and win for n samples: y [n, Out, PH, PW] holds the maxima,
// win, in panels of 8 filters [n, Out/8, PH*PW, 8], for each the index in the
// sample's padded plane, r*(W+2P)+c, at which the filter's winning window
// begins: the first of equal ones, any where one is NaN, as y then is. x is
// [n, C, H, W]. It panics when the lengths do not fit.
func (k *ConvReLUMaxPool) Forward(y []float32, win []int32, x []float32, n int) {
	in, size := k.c*k.h*k.w, k.ph*k.pw
	same(n*in, x)
	same(n*k.out*size, y)
	if len(win) != k.Winners(n) {
		panic(badLength)
	}
	taps := k.c * k.f * k.f
	for ; n > 0; n-- {
		src, plane, row := k.source(x[:in])
		for o := 0; o < k.out; o += 8 {
			k.loops.pool(ptr(k.y8), ptrInt(win), src, ptr(k.panels[o*taps:]), ptr(k.bias[o:]), k.f, k.c, k.ph, k.pw, plane, row, row)
			maps := y[:min(8, k.out-o)*size]
			unpack(maps, k.y8, size)
			y, win = y[len(maps):], win[8*size:]
		}
		x = x[in:]
	}
}

// Backward takes dy [n, Out, PH, PW], the gradient by Forward's y, back: it ADDS
// to dw [Out, C, F, F] and db [Out] and sets dx [n, C, H, W], which may be nil.
// y, win and x are Forward's; dy is not changed. It panics when the lengths do
// not fit.
func (k *ConvReLUMaxPool) Backward(dx, dw, db, dy, y []float32, win []int32, x []float32, n int) {
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
		for o := range db {
			k.backward(o, ptr(dy), ptr(y), ptrInt(win[o/8*8*size+o%8:]), size, &db[o], dx != nil)
			dy, y = dy[size:], y[size:]
		}
		win = win[k.Winners(1):]
		if dx != nil {
			k.crop(dx[:in])
			dx = dx[in:]
		}
	}
	k.flush(dw)
}
