package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

var nan = float32(math.NaN())

// naiveGemm is Sgemm by its definition, summed in float64.
func naiveGemm(tA, tB blas.Transpose, m, n, k int, alpha float32, a []float32, lda int, b []float32, ldb int, beta float32, c []float32, ldc int) {
	at := func(t blas.Transpose, x []float32, ld, i, j int) float64 {
		if t != blas.NoTrans {
			i, j = j, i
		}
		return float64(x[i*ld+j])
	}
	for i := range m {
		for j := range n {
			var sum float64
			if alpha != 0 {
				for l := range k {
					sum += at(tA, a, lda, i, l) * at(tB, b, ldb, l, j)
				}
			}
			sum *= float64(alpha)
			if beta != 0 {
				sum += float64(beta) * float64(c[i*ldc+j])
			}
			c[i*ldc+j] = float32(sum)
		}
	}
}

type gemmCase struct {
	tA, tB        blas.Transpose
	m, n, k       int
	alpha, beta   float32
	padA, padB, d int // extra leading dimension of A, B, C
	off           int // elements before each matrix
}

func (c gemmCase) String() string {
	return fmt.Sprintf("%c%c m%d n%d k%d alpha%g beta%g pad %d %d %d off %d", c.tA, c.tB, c.m, c.n, c.k, c.alpha, c.beta, c.padA, c.padB, c.d, c.off)
}

func (c gemmCase) leading() (lda, ldb, ldc int) {
	lda, ldb, ldc = c.k, c.n, c.n
	if c.tA != blas.NoTrans {
		lda = c.m
	}
	if c.tB != blas.NoTrans {
		ldb = c.k
	}
	return max(1, lda+c.padA), max(1, ldb+c.padB), max(1, ldc+c.d)
}

// matrix fills a slice whose last number is the last element of a rows by cols matrix. The gaps
// between rows and before the first hold NaN.
func matrix(rng *rand.Rand, rows, cols, ld, off int, gap float32) []float32 {
	if rows == 0 {
		return make([]float32, off)
	}
	x := make([]float32, off+(rows-1)*ld+cols)
	for i := range x {
		x[i] = gap
	}
	for i := range rows {
		for j := range cols {
			x[off+i*ld+j] = float32(rng.NormFloat64())
		}
	}
	return x
}

// run compares Sgemm on the product's kernels with the naive form. It also looks at every number
// around C.
func (c gemmCase) run(t *testing.T, p product, rng *rand.Rand) {
	t.Helper()
	lda, ldb, ldc := c.leading()
	ra, ca, rb, cb := c.m, c.k, c.k, c.n
	if c.tA != blas.NoTrans {
		ra, ca = ca, ra
	}
	if c.tB != blas.NoTrans {
		rb, cb = cb, rb
	}
	a := matrix(rng, ra, ca, lda, c.off, nan)
	b := matrix(rng, rb, cb, ldb, c.off, nan)
	got := matrix(rng, c.m, c.n, ldc, c.off, 77)
	got = append(got, 77, 77, 77, 77, 77, 77, 77, 77)
	if c.beta == 0 && len(got) > 8 {
		for i := range c.m {
			for j := range c.n {
				got[c.off+i*ldc+j] = nan
			}
		}
	}
	want := append([]float32(nil), got...)
	naiveGemm(c.tA, c.tB, c.m, c.n, c.k, c.alpha, a[c.off:], lda, b[c.off:], ldb, c.beta, want[c.off:], ldc)
	impl := &tiled{product: p}
	impl.Sgemm(c.tA, c.tB, c.m, c.n, c.k, c.alpha, a[c.off:], lda, b[c.off:], ldb, c.beta, got[c.off:len(got)-8], ldc)
	tol := 2e-6 * math.Sqrt(float64(c.k)+1) * (math.Abs(float64(c.alpha)) + math.Abs(float64(c.beta)) + 1)
	for i := range got {
		if d := math.Abs(float64(got[i] - want[i])); !(d <= tol*(1+math.Abs(float64(want[i])))) {
			t.Fatalf("%s %v: number %d is %g, want %g", p.name, c, i, got[i], want[i])
		}
	}
}

var transposes = []blas.Transpose{blas.NoTrans, blas.Trans}

func TestSgemmAgreesWithItsDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, p := range products() {
		for _, tA := range transposes {
			for _, tB := range transposes {
				for _, m := range []int{1, 2, 3, 4, 7, 9} {
					for _, n := range []int{1, 2, 7, 8, 19} {
						for _, k := range []int{1, 3, 11, 12, 15, 18, 33} {
							gemmCase{tA: tA, tB: tB, m: m, n: n, k: k, alpha: 1}.run(t, p, rng)
						}
					}
				}
				for _, alpha := range []float32{0, 1, -0.5} {
					for _, beta := range []float32{0, 1, 2} {
						for _, k := range []int{0, 5, 24} {
							gemmCase{tA, tB, 6, 13, k, alpha, beta, 3, 1, 2, 5}.run(t, p, rng)
							gemmCase{tA, tB, 61, 13, k, alpha, beta, 3, 1, 2, 5}.run(t, p, rng)
						}
					}
				}
				for range 40 {
					gemmCase{
						tA, tB, rng.IntN(90), rng.IntN(90), rng.IntN(90),
						rng.Float32()*2 - 1, float32(rng.IntN(3)) / 2,
						rng.IntN(5), rng.IntN(5), rng.IntN(5), rng.IntN(5),
					}.run(t, p, rng)
				}
			}
		}
	}
}

// The sizes, transposes, alphas and betas of gonum's own Dgemm test.
func TestSgemmAgreesWithGonum(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, p := range products() {
		for _, tA := range []blas.Transpose{blas.NoTrans, blas.ConjTrans} {
			for _, tB := range []blas.Transpose{blas.NoTrans, blas.ConjTrans} {
				for _, size := range [][3]int{{3, 4, 0}, {4, 2, 2}, {2, 3, 2}, {2, 2, 3}, {0, 3, 3}, {100, 100, 100}, {1000, 7, 7}, {7, 1000, 7}, {7, 7, 1000}, {65, 67, 69}} {
					for _, alpha := range []float32{0, 2} {
						for _, beta := range []float32{0, 2.5} {
							c := gemmCase{tA: tA, tB: tB, m: size[0], n: size[1], k: size[2], padA: 2, padB: 1, d: 3}
							lda, ldb, ldc := c.leading()
							a := matrix(rng, max(c.m, c.k), max(c.m, c.k), lda, 0, nan)
							b := matrix(rng, max(c.n, c.k), max(c.n, c.k), ldb, 0, nan)
							got := matrix(rng, c.m, c.n, ldc, 0, 5)
							want := append([]float32(nil), got...)
							gonum.Implementation{}.Sgemm(tA, tB, c.m, c.n, c.k, alpha, a, lda, b, ldb, beta, want, ldc)
							(&tiled{product: p}).Sgemm(tA, tB, c.m, c.n, c.k, alpha, a, lda, b, ldb, beta, got, ldc)
							for i := range want {
								if d := math.Abs(float64(got[i] - want[i])); !(d <= 5e-4*(1+math.Abs(float64(want[i])))) {
									t.Fatalf("%s %v alpha %g beta %g: number %d is %g, want %g", p.name, c, alpha, beta, i, got[i], want[i])
								}
							}
						}
					}
				}
			}
		}
	}
}

func TestSgemmPanicsAsGonumDoes(t *testing.T) {
	type call struct {
		name                string
		tA, tB              blas.Transpose
		m, n, k, la, lb, lc int
		lda, ldb, ldc       int
	}
	for _, c := range []call{
		{"transpose A", 'x', blas.NoTrans, 2, 2, 2, 4, 4, 4, 2, 2, 2},
		{"transpose B", blas.NoTrans, 'x', 2, 2, 2, 4, 4, 4, 2, 2, 2},
		{"m", blas.NoTrans, blas.NoTrans, -1, 2, 2, 4, 4, 4, 2, 2, 2},
		{"n", blas.NoTrans, blas.NoTrans, 2, -1, 2, 4, 4, 4, 2, 2, 2},
		{"k", blas.NoTrans, blas.NoTrans, 2, 2, -1, 4, 4, 4, 2, 2, 2},
		{"lda", blas.NoTrans, blas.NoTrans, 2, 2, 3, 6, 6, 4, 2, 2, 2},
		{"lda transposed", blas.Trans, blas.NoTrans, 3, 2, 2, 6, 4, 6, 2, 2, 2},
		{"ldb", blas.NoTrans, blas.NoTrans, 2, 3, 2, 4, 6, 6, 2, 2, 3},
		{"ldb transposed", blas.NoTrans, blas.Trans, 2, 2, 3, 6, 6, 4, 3, 2, 2},
		{"ldc", blas.NoTrans, blas.NoTrans, 2, 3, 2, 4, 6, 6, 2, 3, 2},
		{"short a", blas.NoTrans, blas.NoTrans, 2, 2, 2, 3, 4, 4, 2, 2, 2},
		{"short b", blas.NoTrans, blas.NoTrans, 2, 2, 2, 4, 3, 4, 2, 2, 2},
		{"short c", blas.NoTrans, blas.NoTrans, 2, 2, 2, 4, 4, 3, 2, 2, 2},
		{"nothing wrong", blas.NoTrans, blas.NoTrans, 2, 2, 2, 4, 4, 4, 2, 2, 2},
		{"empty", blas.NoTrans, blas.NoTrans, 0, 2, 2, 0, 0, 0, 2, 2, 2},
		{"k zero, c short", blas.NoTrans, blas.NoTrans, 2, 2, 0, 1, 0, 3, 1, 2, 2},
	} {
		caught := func(impl blas.Float32) (what any) {
			defer func() { what = recover() }()
			impl.Sgemm(c.tA, c.tB, c.m, c.n, c.k, 1, make([]float32, c.la), c.lda, make([]float32, c.lb), c.ldb, 1, make([]float32, c.lc), c.ldc)
			return nil
		}
		want := caught(gonum.Implementation{})
		for _, p := range products() {
			if got := caught(&tiled{product: p}); got != want {
				t.Errorf("%s, %s: panics with %v, want %v", p.name, c.name, got, want)
			}
		}
	}
}

// Every set of kernels adds in the same order, so a browser without vectors trains the same
// weights.
func TestProductsAgreeBitForBit(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	all := products()
	for _, tA := range transposes {
		for _, tB := range transposes {
			for i := range 90 {
				m, n, k := 1+rng.IntN(60), 1+rng.IntN(60), 1+rng.IntN(99)
				alpha, beta := float32(0.7), float32(0.3)
				switch i % 3 {
				case 1: // what a training step asks for
					alpha, beta = 1, 0
				case 2:
					alpha, beta = 1, 1
				}
				if i%2 == 0 {
					k = 8 // a dense layer's weight gradient over a shard
				}
				c := gemmCase{tA: tA, tB: tB, m: m, n: n, k: k}
				lda, ldb, ldc := c.leading()
				a := matrix(rng, max(m, k), max(m, k), lda, 0, 0)
				b := matrix(rng, max(n, k), max(n, k), ldb, 0, 0)
				start := matrix(rng, m, n, ldc, 0, 0)
				var first []float32
				for _, p := range all {
					got := append([]float32(nil), start...)
					(&tiled{product: p}).Sgemm(tA, tB, m, n, k, alpha, a, lda, b, ldb, beta, got, ldc)
					if first == nil {
						first = got
					}
					for i := range got {
						if math.Float32bits(got[i]) != math.Float32bits(first[i]) {
							t.Fatalf("%v: %s gives %g at %d, %s %g", c, p.name, got[i], i, all[0].name, first[i])
						}
					}
				}
			}
		}
	}
}

func TestSgemmDoesNotAllocate(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	a, b, c := matrix(rng, 64, 64, 64, 0, 0), matrix(rng, 64, 64, 64, 0, 0), matrix(rng, 64, 64, 64, 0, 0)
	for _, p := range products() {
		impl := &tiled{product: p}
		for _, tA := range transposes {
			for _, tB := range transposes {
				got := testing.AllocsPerRun(5, func() {
					impl.Sgemm(tA, tB, 64, 61, 50, 1, a, 64, b, 64, 0, c, 64)
				})
				if got != 0 {
					t.Errorf("%s %c%c allocates %g times a call, want 0", p.name, tA, tB, got)
				}
			}
		}
	}
}

// BenchmarkSgemm prints GFLOP/s (a multiply-add is two) for the products of one training shard,
// and for a square one.
func BenchmarkSgemm(b *testing.B) {
	rng := rand.New(rand.NewPCG(9, 10))
	impls := []struct {
		name string
		impl blas.Float32
	}{{"gonum", gonum.Implementation{}}}
	for _, p := range products() {
		impls = append(impls, struct {
			name string
			impl blas.Float32
		}{p.name, &tiled{product: p}})
	}
	for _, s := range []struct {
		name    string
		tA, tB  blas.Transpose
		m, n, k int
	}{
		{"conv1", blas.NoTrans, blas.NoTrans, 8, 784, 75},
		{"conv1dW", blas.NoTrans, blas.Trans, 8, 75, 784},
		{"conv2", blas.NoTrans, blas.NoTrans, 16, 100, 200},
		{"conv2dW", blas.NoTrans, blas.Trans, 16, 200, 100},
		{"conv2dX", blas.Trans, blas.NoTrans, 200, 100, 16},
		{"fc3", blas.NoTrans, blas.Trans, 8, 120, 400},
		{"fc3dW", blas.Trans, blas.NoTrans, 120, 400, 8},
		{"fc3dX", blas.NoTrans, blas.NoTrans, 8, 400, 120},
		{"fc4", blas.NoTrans, blas.Trans, 8, 84, 120},
		{"fc5", blas.NoTrans, blas.Trans, 8, 10, 84},
		{"square256", blas.NoTrans, blas.NoTrans, 256, 256, 256},
	} {
		c := gemmCase{tA: s.tA, tB: s.tB, m: s.m, n: s.n, k: s.k}
		lda, ldb, ldc := c.leading()
		x := matrix(rng, s.m, s.k, s.k, 0, 0)
		y := matrix(rng, s.k, s.n, s.n, 0, 0)
		z := matrix(rng, s.m, s.n, s.n, 0, 0)
		for _, i := range impls {
			b.Run(s.name+"/"+i.name, func(b *testing.B) {
				for b.Loop() {
					i.impl.Sgemm(s.tA, s.tB, s.m, s.n, s.k, 1, x, lda, y, ldb, 0, z, ldc)
				}
				b.ReportMetric(2*float64(s.m)*float64(s.n)*float64(s.k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
	}
}
