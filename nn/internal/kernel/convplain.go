package kernel

// Conv is a convolution at stride 1 with bias, straight from the input without an im2col matrix.
// The results are bit for bit those of im2col, Implementation's Sgemm and AddBias. The gradient
// by the weights is summed over the samples and, in each, over the positions, row by row. The
// gradient by the input is summed over the filters and their taps.
//
// It holds its scratch and is not safe for concurrent use.
//
//	x [C,H,W] -> padded [C,H+2P,W+2P] -> 2x2 positions x 8 channels -> y [Out,OH,OW]
type Conv struct {
	dense
	y8 []float32 // output of one panel [OH*OW][8]
}

// NewConv makes the convolution of samples of c by h by w with out filters of f by f and p cells
// of padding; see CanConvolveBack. toInput tells whether Backward will be asked for dx. It panics
// when CanConvolveBack is false.
func NewConv(c, h, w, f, p, out int, toInput bool) *Conv {
	return newConv(c, h, w, f, p, out, toInput, chooseConvLoops(f))
}

func newConv(c, h, w, f, p, out int, toInput bool, loops convLoops) *Conv {
	k := &Conv{dense: newDense(c, h, w, f, p, out, toInput, loops)}
	k.y8 = make([]float32, 8*k.oh*k.ow)
	return k
}

// Forward sets y [n, Out, OH, OW] for n samples x [n, C, H, W]. It calls act, unless that is nil,
// for the y of each sample. It panics when the lengths do not fit.
func (k *Conv) Forward(y, x []float32, n int, act func([]float32)) {
	in, size := k.c*k.h*k.w, k.oh*k.ow
	same(n*in, x)
	same(n*k.out*size, y)
	for ; n > 0; n-- {
		src, plane, row := k.source(x[:in])
		sample := y[:k.out*size]
		for o := 0; o < k.out; o += 8 {
			k.convolve(k.y8, o, src, plane, row)
			unpack(sample[o*size:], k.y8, size)
		}
		if act != nil {
			act(sample)
		}
		x, y = x[in:], y[len(sample):]
	}
}

// Backward takes dy [n, Out, OH, OW], the gradient by Forward's y before act, back. It ADDS to dw
// [Out, C, F, F] and db [Out], and sets dx [n, C, H, W], which may be nil. x is Forward's. dy
// does not change. It panics when the lengths do not fit.
func (k *Conv) Backward(dx, dw, db, dy, x []float32, n int) {
	in, size := k.c*k.h*k.w, k.oh*k.ow
	k.mustBack(dx, dw, db, x, n)
	same(n*k.out*size, dy)
	k.begin()
	for ; n > 0; n-- {
		for o := 0; o < k.out; o += 8 {
			d := k.d8[o*size:][:8*size]
			maps := dy[:min(8, k.out-o)*size]
			toColumns8(d, maps, size)
			addColumns8(k.db[o:][:8], d)
			dy = dy[len(maps):]
		}
		if dx == nil {
			k.backward(nil, x[:in])
		} else {
			k.backward(dx[:in], x[:in])
			dx = dx[in:]
		}
		x = x[in:]
	}
	k.endScatter()
	k.flush(dw, db)
}
