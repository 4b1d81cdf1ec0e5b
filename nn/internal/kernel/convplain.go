package kernel

// Conv is a convolution at stride 1 with bias, taken straight from the input
// without an im2col matrix. Its results are bit for bit those of im2col,
// Implementation's Sgemm and AddBias; the gradients' sums run over the samples
// and, in each, over the positions, row by row, skipping gradients of 0 (after
// ReLU at least half of them).
//
// It holds its scratch and is not safe for concurrent use.
//
//	x [C,H,W] -> padded [C,H+2P,W+2P] -> 2x2 positions x 8 channels -> y [Out,OH,OW]
type Conv struct {
	direct
	y8    []float32 // one panel's output [OH*OW][8]
	begin []int32   // where each position's window begins in a padded plane
}

// NewConv makes the convolution of samples of c by h by w with out filters of f
// by f and p cells of padding; see CanConvolve. It panics when that says no.
func NewConv(c, h, w, f, p, out int) *Conv {
	return newConv(c, h, w, f, p, out, chooseConvLoops(f))
}

func newConv(c, h, w, f, p, out int, loops convLoops) *Conv {
	k := &Conv{direct: newDirect(c, h, w, f, p, out, loops)}
	k.y8 = make([]float32, 8*k.oh*k.ow)
	for i := range k.oh * k.ow {
		k.begin = append(k.begin, int32(i/k.ow*(w+2*p)+i%k.ow))
	}
	return k
}

// Forward sets y [n, Out, OH, OW] for n samples x [n, C, H, W]. It panics when
// the lengths do not fit.
func (k *Conv) Forward(y, x []float32, n int) {
	in, size := k.c*k.h*k.w, k.oh*k.ow
	same(n*in, x)
	same(n*k.out*size, y)
	taps := k.c * k.f * k.f
	for ; n > 0; n-- {
		src, plane, row := k.source(x[:in])
		for o := 0; o < k.out; o += 8 {
			k.loops.conv(ptr(k.y8), src, ptr(k.panels[o*taps:]), ptr(k.bias[o:]), k.f, k.c, k.oh, k.ow, plane, row, row)
			for j := 0; j < min(8, k.out-o); j++ {
				every8(ptr(y), ptr(k.y8[j:]), size)
				y = y[size:]
			}
		}
		x = x[in:]
	}
}

// Backward takes dy [n, Out, OH, OW], the gradient by Forward's y, back: it ADDS
// to dw [Out, C, F, F] and db [Out] and sets dx [n, C, H, W], which may be nil.
// x is Forward's; dy is not changed. It panics when the lengths do not fit.
func (k *Conv) Backward(dx, dw, db, dy, x []float32, n int) {
	in, size := k.c*k.h*k.w, k.oh*k.ow
	same(n*in, x)
	same(n*k.out*size, dy)
	same(k.out*k.c*k.f*k.f, dw)
	same(k.out, db)
	if dx != nil && len(dx) != len(x) {
		panic(badLength)
	}
	begin := ptrInt(k.begin)
	clear(k.dw)
	for ; n > 0; n-- {
		k.pad(x[:in])
		x = x[in:]
		if dx != nil {
			clear(k.dx)
		}
		for o := range db {
			k.backward(o, ptr(dy), ptr(dy), begin, size, &db[o], dx != nil)
			dy = dy[size:]
		}
		if dx != nil {
			k.crop(dx[:in])
			dx = dx[in:]
		}
	}
	k.flush(dw)
}
