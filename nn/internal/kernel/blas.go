package kernel

import (
	"sync"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

// The panic texts are gonum's, so that a caller sees no difference.
const (
	zeroIncX     = "blas: zero x index increment"
	zeroIncY     = "blas: zero y index increment"
	mLT0         = "blas: m < 0"
	nLT0         = "blas: n < 0"
	kLT0         = "blas: k < 0"
	badTranspose = "blas: illegal transpose"
	badLdA       = "blas: bad leading dimension of A"
	badLdB       = "blas: bad leading dimension of B"
	badLdC       = "blas: bad leading dimension of C"
	shortX       = "blas: insufficient length of x"
	shortY       = "blas: insufficient length of y"
	shortA       = "blas: insufficient length of a"
	shortB       = "blas: insufficient length of b"
	shortC       = "blas: insufficient length of c"
)

// A tiled is gonum's BLAS, with the routines that training uses replaced by this package's
// kernels. It is safe for concurrent use: a product that needs the scratch locks it.
type tiled struct {
	gonum.Implementation
	product product

	mu    sync.Mutex
	panel []float32 // packed B; only grows
}

var _ blas.Float32 = (*tiled)(nil)

// Portable returns BLAS on this package's scalar loops, with scratch of its own. It gives the bits
// that the vector forms give.
func Portable() blas.Float32 { return &tiled{product: scalarProduct()} }

// Sgemm performs C = alpha*op(A)*op(B) + beta*C for an m by n C and a common dimension k, where
// op is the identity or the transpose. With beta 0 it overwrites C, whatever C holds. With alpha
// 0 it does not read A and B. It panics as gonum's does.
//
// The sizes and the two forms fix the order in which each element is summed: k ascending, or,
// where both matrices run along k, four interleaved sums. Unlike gonum's it does not skip zeros,
// so 0*Inf is NaN.
func (t *tiled) Sgemm(tA, tB blas.Transpose, m, n, k int, alpha float32, a []float32, lda int, b []float32, ldb int, beta float32, c []float32, ldc int) {
	aTrans, bTrans := transposed(tA), transposed(tB)
	if m < 0 {
		panic(mLT0)
	}
	if n < 0 {
		panic(nLT0)
	}
	if k < 0 {
		panic(kLT0)
	}
	ra, ca, rb, cb := m, k, k, n
	ai, al, bl, bj := lda, 1, ldb, 1
	if aTrans {
		ra, ca, ai, al = k, m, 1, lda
	}
	if bTrans {
		rb, cb, bl, bj = n, k, 1, ldb
	}
	if lda < max(1, ca) {
		panic(badLdA)
	}
	if ldb < max(1, cb) {
		panic(badLdB)
	}
	if ldc < max(1, n) {
		panic(badLdC)
	}
	if m == 0 || n == 0 {
		return
	}
	if len(a) < (ra-1)*lda+ca {
		panic(shortA)
	}
	if len(b) < (rb-1)*ldb+cb {
		panic(shortB)
	}
	if len(c) < (m-1)*ldc+n {
		panic(shortC)
	}
	if alpha == 0 || k == 0 {
		for i := 0; i < m; i++ {
			t.scale(c[i*ldc:][:n], beta)
		}
		return
	}
	if dots(k, al, bl) {
		t.product.gemmDot(m, n, k, alpha, a, ai, b, bj, beta, c, ldc)
		return
	}
	t.mu.Lock()
	if size := panelSize(k, n); len(t.panel) < size {
		t.panel = make([]float32, size)
	}
	t.product.gemm(m, n, k, alpha, a, ai, al, b, bl, bj, beta, c, ldc, t.panel)
	t.mu.Unlock()
}

// Sgemv performs y = alpha*op(A)*x + beta*y for an m by n A. It panics as gonum's does.
func (t *tiled) Sgemv(tA blas.Transpose, m, n int, alpha float32, a []float32, lda int, x []float32, incX int, beta float32, y []float32, incY int) {
	if incX != 1 || incY < 1 || m <= 0 || n <= 0 || lda < n {
		t.Implementation.Sgemv(tA, m, n, alpha, a, lda, x, incX, beta, y, incY)
		return
	}
	trans := transposed(tA)
	lenX, lenY := n, m
	if trans {
		lenX, lenY = m, n
	}
	if trans && incY != 1 {
		t.Implementation.Sgemv(tA, m, n, alpha, a, lda, x, incX, beta, y, incY)
		return
	}
	if len(x) < lenX {
		panic(shortX)
	}
	if len(y) <= (lenY-1)*incY {
		panic(shortY)
	}
	if len(a) < lda*(m-1)+n {
		panic(shortA)
	}
	switch {
	case trans:
		y = y[:n]
		t.scale(y, beta)
		if alpha == 0 {
			return
		}
		for i, v := range x[:m] {
			t.product.axpy(y, a[i*lda:][:n], alpha*v)
		}
	case alpha == 0:
		t.Implementation.Sgemv(tA, m, n, alpha, a, lda, x, incX, beta, y, incY)
	default:
		t.product.gemmDot(m, 1, n, alpha, a, lda, x, 1, beta, y, incY)
	}
}

// Saxpy performs y += alpha*x over n elements. It panics as gonum's does.
func (t *tiled) Saxpy(n int, alpha float32, x []float32, incX int, y []float32, incY int) {
	if incX != 1 || incY != 1 || n < 1 || len(x) < n || len(y) < n || alpha == 0 {
		t.Implementation.Saxpy(n, alpha, x, incX, y, incY)
		return
	}
	t.product.axpy(y[:n], x[:n], alpha)
}

// Sscal performs x *= alpha over n elements. It panics as gonum's does.
func (t *tiled) Sscal(n int, alpha float32, x []float32, incX int) {
	if incX != 1 || n < 1 || len(x) < n || alpha == 0 {
		t.Implementation.Sscal(n, alpha, x, incX)
		return
	}
	t.product.scale(x[:n], alpha)
}

// Sdot returns the sum of x[i]*y[i] over n elements. It panics as gonum's does.
func (t *tiled) Sdot(n int, x []float32, incX int, y []float32, incY int) float32 {
	if incX != 1 || incY != 1 || n < 1 || len(x) < n || len(y) < n {
		return t.Implementation.Sdot(n, x, incX, y, incY)
	}
	var sum [1]float32
	t.product.gemmDot(1, 1, n, 1, x, n, y, n, 0, sum[:], 1)
	return sum[0]
}

// scale sets x *= beta. beta 0 overwrites x.
func (t *tiled) scale(x []float32, beta float32) {
	switch beta {
	case 0:
		clear(x)
	case 1:
	default:
		t.product.scale(x, beta)
	}
}

func transposed(t blas.Transpose) bool {
	switch t {
	case blas.NoTrans:
		return false
	case blas.Trans, blas.ConjTrans:
		return true
	}
	panic(badTranspose)
}
