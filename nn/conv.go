package nn

import (
	"gonum.org/v1/gonum/blas"

	"stridelab/nn/internal/kernel"
)

// A convolution slides each filter over all channels of its input. The same few weights are used
// at every position, so a convolution needs few of them.
//
//	y[n,o,i,j] = b[o] + Σ_c Σ_ky Σ_kx w[o,c,ky,kx] · x[n, c, i·s - p + ky·d, j·s - p + kx·d]
//
// Cells outside x are 0. As everywhere in deep learning this is a cross-correlation: the filter
// is not flipped.

// ConvForward sets dst to the convolution of x with the filters w, plus b. dst is [N, O, H', W'],
// x is [N, C, H, W], w is [O, C, F, F], and b holds O numbers. It allocates scratch; a Model has
// its own. It panics when shapes do not fit.
func ConvForward(dst, x, w Tensor, b []float32, g Geometry) {
	c := mustConv(dst, x, w, b, g)
	c.forward(dst.Data, x.Data, w.Data, b, Identity, x.Shape[0], make([]float32, c.scratch()))
}

// ConvBackward takes dy, the gradient of the loss by the convolution's output, back. It ADDS to
// dw and db, and sets dx. A dx without data is left out.
//
//	db[o] += Σ dy[n,o,i,j]
//	dw[o,c,ky,kx] += Σ_n,i,j dy[n,o,i,j] · x[n, c, i·s - p + ky·d, j·s - p + kx·d]
//	dx[n, c, i·s - p + ky·d, j·s - p + kx·d] = Σ w[o,c,ky,kx] · dy[n,o,i,j]
//
// dx and x are [N, C, H, W], dw and w are [O, C, F, F], dy is [N, O, H', W']. It allocates
// scratch; a Model has its own. It panics when shapes do not fit.
func ConvBackward(dx, dw Tensor, db []float32, dy, x, w Tensor, g Geometry) {
	c := mustConv(dy, x, w, db, g)
	dw.mustFit(w.Shape[0], w.Shape[1], w.Shape[2], w.Shape[3])
	if dx.Data != nil {
		dx.mustFit(x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3])
	}
	c.backward(dx.Data, dw.Data, db, dy.Data, x.Data, w.Data, x.Shape[0], make([]float32, c.scratch()), 1)
}

// mustConv checks the tensors of a convolution. It panics when they do not fit.
func mustConv(y, x, w Tensor, b []float32, g Geometry) convolution {
	if g.F < 1 || g.S < 1 || g.P < 0 || g.D < 1 || len(b) != w.Shape[0] {
		panic(badShape)
	}
	in := Volume(x.Shape[2], x.Shape[3], x.Shape[1])
	if in.C < 1 || g.Out(in.H) < 1 || g.Out(in.W) < 1 {
		panic(badShape)
	}
	x.mustFit(x.Shape[0], in.C, in.H, in.W)
	w.mustFit(w.Shape[0], in.C, g.F, g.F)
	y.mustFit(x.Shape[0], w.Shape[0], g.Out(in.H), g.Out(in.W))
	return newConvolution(in, w.Shape[0], g)
}

// convShape is [Out, H', W'].
func convShape(l Layer, in Shape) (Shape, Code, []any) {
	if code, args := checkOut(l); code != "" {
		return in, code, args
	}
	out, code, args := windowShape(l, in, false)
	out.C = l.Out
	return out, code, args
}

// convWeights is [Out, C, F, F].
func convWeights(l Layer, in Shape) []int { return []int{l.Out, in.C, l.F, l.F} }

// convolution turns the windows of one layer into matrix products.
type convolution struct {
	in        Shape
	out       int // filters
	g         Geometry
	k         int  // weights of one filter, C·F·F
	outW      int  // W'
	positions int  // of the window, H'·W'
	whole     bool // the only window is the whole input: a dense layer by another name
	pointwise bool // 1x1 at stride 1 without padding: x is its own im2col matrix

	down, across []reach // of each row and of each column of the window
}

func newConvolution(in Shape, out int, g Geometry) convolution {
	c := convolution{in: in, out: out, g: g, k: in.C * g.F * g.F, outW: g.Out(in.W), positions: g.Out(in.H) * g.Out(in.W)}
	c.whole = g.P == 0 && g.D == 1 && g.F == in.H && g.F == in.W
	c.pointwise = g.F == 1 && g.S == 1 && g.P == 0
	c.down, c.across = reaches(g, in.H), reaches(g, in.W)
	return c
}

// scratch is the number of numbers that forward and backward need besides their arguments: the
// im2col matrix of one sample. Backward builds it again, which costs less than memory for those
// of a batch.
func (c *convolution) scratch() int {
	if c.whole {
		return 0
	}
	return c.k * c.positions
}

// columns is the im2col matrix [k, positions] of one sample.
func (c *convolution) columns(x, scratch []float32) []float32 {
	if c.pointwise {
		return x
	}
	c.im2col(scratch, x)
	return scratch
}

// forward sets y to act of the convolution. y is [n, out, positions], x is [n, in.C, in.H, in.W],
// w is [out, k], b is [out].
func (c *convolution) forward(y, x, w, b []float32, act Activation, n int, scratch []float32) {
	if c.whole {
		denseForward(y, x, w, b, act, n, c.k, c.out)
		return
	}
	weights := matrix(w, c.out, c.k)
	inSize, outSize := c.in.Size(), c.out*c.positions
	for i := 0; i < n; i++ {
		col := c.columns(x[i*inSize:(i+1)*inSize], scratch)
		out := y[i*outSize : (i+1)*outSize]
		gemm(blas.NoTrans, blas.NoTrans, weights, matrix(col, c.k, c.positions), 0, matrix(out, c.out, c.positions))
		if act == ReLU { // one pass over the numbers does both
			kernel.AddBiasReLU(out, b, c.positions)
			continue
		}
		kernel.AddBias(out, b, c.positions)
		activate(act, out)
	}
}

// backward is ConvBackward for dx [n, in.C, in.H, in.W] or nil, dy [n, out, positions], dw [out,
// k] and db [out]. accumulate is 1 to add to dw and db, 0 to set them.
func (c *convolution) backward(dx, dw, db, dy, x, w []float32, n int, scratch []float32, accumulate float32) {
	if c.whole {
		denseBackward(dx, dw, db, dy, x, w, n, c.k, c.out, accumulate)
		return
	}
	if accumulate == 0 {
		clear(dw)
		clear(db)
	}
	weights, dweights := matrix(w, c.out, c.k), matrix(dw, c.out, c.k)
	inSize, outSize := c.in.Size(), c.out*c.positions
	for i := 0; i < n; i++ {
		out := dy[i*outSize : (i+1)*outSize]
		kernel.AddBiasGrad(db, out, c.positions)
		dout := matrix(out, c.out, c.positions)
		col := c.columns(x[i*inSize:(i+1)*inSize], scratch)
		gemm(blas.NoTrans, blas.Trans, dout, matrix(col, c.k, c.positions), 1, dweights)
		if dx == nil {
			continue
		}
		d := dx[i*inSize : (i+1)*inSize]
		if c.pointwise {
			gemm(blas.Trans, blas.NoTrans, weights, dout, 0, matrix(d, c.k, c.positions))
			continue
		}
		gemm(blas.Trans, blas.NoTrans, weights, dout, 0, matrix(scratch, c.k, c.positions))
		clear(d)
		c.col2im(d, scratch)
	}
}
