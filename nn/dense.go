package nn

import "gonum.org/v1/gonum/blas"

// A dense (fully connected) layer gives every unit one weight for every input.
//
//	y[n,o] = b[o] + Σ_i w[o,i] · x[n,i]

// DenseForward sets dst to x times the transpose of w, plus b. It reads each sample of x as one
// vector, whatever its shape. dst is [N, O, 1, 1], x is [N, ...] with I numbers a sample, w is
// [O, I, 1, 1], and b holds O numbers. It panics when shapes do not fit.
func DenseForward(dst, x, w Tensor, b []float32) {
	n, in, out := mustDense(dst, x, w, b)
	denseForward(dst.Data, x.Data, w.Data, b, Identity, n, in, out)
}

// DenseBackward takes dy, the gradient of the loss by the layer's output, back. It ADDS to dw and
// db, and sets dx. A dx without data is left out.
//
//	db[o] += Σ_n dy[n,o]
//	dw[o,i] += Σ_n dy[n,o] · x[n,i]
//	dx[n,i] = Σ_o w[o,i] · dy[n,o]
//
// Shapes are those of DenseForward. It panics when they do not fit.
func DenseBackward(dx, dw Tensor, db []float32, dy, x, w Tensor) {
	n, in, out := mustDense(dy, x, w, db)
	dw.mustFit(out, in, 1, 1)
	if dx.Data != nil {
		dx.mustFit(x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3])
	}
	denseBackward(dx.Data, dw.Data, db, dy.Data, x.Data, w.Data, n, in, out, 1)
}

func mustDense(y, x, w Tensor, b []float32) (n, in, out int) {
	n, in, out = x.Shape[0], x.Shape[1]*x.Shape[2]*x.Shape[3], w.Shape[0]
	x.mustFit(x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3])
	w.mustFit(out, in, 1, 1)
	y.mustFit(n, out, 1, 1)
	if len(b) != out {
		panic(badShape)
	}
	return n, in, out
}

// denseShape is [Out].
func denseShape(l Layer, _ Shape) (Shape, Code, []any) {
	code, args := checkOut(l)
	return Vector(l.Out), code, args
}

// denseWeights is [Out, numbers of one input].
func denseWeights(l Layer, in Shape) []int { return []int{l.Out, in.Size()} }

// productKernel is the kernel of a layer that is a matrix product.
func productKernel(*node) Kernel { return Product }

// denseForward sets y to act of the layer. y is [n, out], x is [n, in], w is [out, in], b is
// [out].
func denseForward(y, x, w, b []float32, act Activation, n, in, out int) {
	for i := 0; i < n; i++ {
		copy(y[i*out:(i+1)*out], b)
	}
	gemm(blas.NoTrans, blas.Trans, matrix(x, n, in), matrix(w, out, in), 1, matrix(y, n, out))
	activate(act, y[:n*out])
}

// denseBackward is DenseBackward for dx [n, in] or nil, dw [out, in], db [out] and dy [n, out].
// accumulate is 1 to add to dw and db, 0 to set them.
func denseBackward(dx, dw, db, dy, x, w []float32, n, in, out int, accumulate float32) {
	if accumulate == 0 {
		clear(db)
	}
	for i := 0; i < n; i++ {
		row := dy[i*out:][:len(db)]
		for o, v := range row {
			db[o] += v
		}
	}
	gemm(blas.Trans, blas.NoTrans, matrix(dy, n, out), matrix(x, n, in), accumulate, matrix(dw, out, in))
	if dx != nil {
		gemm(blas.NoTrans, blas.NoTrans, matrix(dy, n, out), matrix(w, out, in), 0, matrix(dx, n, in))
	}
}
