package kernel

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/gonum"
)

func near(got, want float32, k int) bool {
	return math.Abs(float64(got-want)) <= 3e-6*math.Sqrt(float64(k+1))*(1+math.Abs(float64(want)))
}

func TestVectorRoutinesAgreeWithGonum(t *testing.T) {
	rng := rand.New(rand.NewPCG(31, 32))
	ref := gonum.Implementation{}
	for _, p := range products() {
		impl := &tiled{product: p}
		for _, n := range []int{0, 1, 3, 4, 7, 15, 16, 17, 40, 131} {
			for _, inc := range [][2]int{{1, 1}, {2, 1}, {1, 3}, {-1, 1}, {1, -2}} {
				length := func(inc int) int { return max(n*max(inc, -inc), 1) + 2 }
				x, y := numbers(rng, length(inc[0]), 1), numbers(rng, length(inc[1]), 1)
				for _, alpha := range []float32{0, 1, -0.7} {
					got, want := clone(y), clone(y)
					impl.Saxpy(n, alpha, x, inc[0], got, inc[1])
					ref.Saxpy(n, alpha, x, inc[0], want, inc[1])
					for i := range want {
						if !near(got[i], want[i], 1) {
							t.Fatalf("%s Saxpy n %d inc %v alpha %g: %g at %d, want %g", p.name, n, inc, alpha, got[i], i, want[i])
						}
					}
					got, want = clone(x), clone(x)
					impl.Sscal(n, alpha, got, inc[0])
					ref.Sscal(n, alpha, want, inc[0])
					for i := range want {
						if !near(got[i], want[i], 1) {
							t.Fatalf("%s Sscal n %d inc %d alpha %g: %g at %d, want %g", p.name, n, inc[0], alpha, got[i], i, want[i])
						}
					}
				}
				if got, want := impl.Sdot(n, x, inc[0], y, inc[1]), ref.Sdot(n, x, inc[0], y, inc[1]); !near(got, want, n) {
					t.Fatalf("%s Sdot n %d inc %v: %g, want %g", p.name, n, inc, got, want)
				}
			}
		}
	}
}

func TestSgemvAgreesWithGonum(t *testing.T) {
	rng := rand.New(rand.NewPCG(33, 34))
	ref := gonum.Implementation{}
	for _, p := range products() {
		impl := &tiled{product: p}
		for range 400 {
			m, n, pad := 1+rng.IntN(30), 1+rng.IntN(30), rng.IntN(3)
			incX, incY := []int{1, 1, 2, -1}[rng.IntN(4)], []int{1, 1, 3, -1}[rng.IntN(4)]
			tA := []blas.Transpose{blas.NoTrans, blas.Trans, blas.ConjTrans}[rng.IntN(3)]
			alpha, beta := []float32{0, 1, -0.7}[rng.IntN(3)], []float32{0, 1, 0.3}[rng.IntN(3)]
			a := numbers(rng, m*(n+pad), 1)
			lenX, lenY := n, m
			if tA != blas.NoTrans {
				lenX, lenY = m, n
			}
			// gonum clears all of y, also after its end, so it gets no more than it needs.
			x := numbers(rng, (lenX-1)*max(incX, -incX)+1, 1)
			y := numbers(rng, (lenY-1)*max(incY, -incY)+1, 1)
			got, want := clone(y), clone(y)
			impl.Sgemv(tA, m, n, alpha, a, n+pad, x, incX, beta, got, incY)
			ref.Sgemv(tA, m, n, alpha, a, n+pad, x, incX, beta, want, incY)
			for i := range want {
				if !near(got[i], want[i], m+n) {
					t.Fatalf("%s %c m %d n %d alpha %g beta %g inc %d %d: %g at %d, want %g", p.name, tA, m, n, alpha, beta, incX, incY, got[i], i, want[i])
				}
			}
		}
	}
}

func TestSgemvWithBeta0OverwritesNaN(t *testing.T) {
	for _, p := range products() {
		for _, tA := range transposes {
			y := []float32{nan, nan}
			(&tiled{product: p}).Sgemv(tA, 2, 2, 1, []float32{1, 2, 3, 4}, 2, []float32{1, 1}, 1, 0, y, 1)
			want := []float32{3, 7}
			if tA == blas.Trans {
				want = []float32{4, 6}
			}
			if y[0] != want[0] || y[1] != want[1] {
				t.Errorf("%s %c: %v, want %v", p.name, tA, y, want)
			}
		}
	}
}

func TestVectorRoutinesPanicAsGonumDoes(t *testing.T) {
	x := make([]float32, 4)
	for _, c := range []struct {
		name string
		f    func(blas.Float32)
	}{
		{"Saxpy short x", func(b blas.Float32) { b.Saxpy(5, 1, x, 1, make([]float32, 5), 1) }},
		{"Saxpy short y", func(b blas.Float32) { b.Saxpy(5, 1, make([]float32, 5), 1, x, 1) }},
		{"Saxpy n", func(b blas.Float32) { b.Saxpy(-1, 1, x, 1, x, 1) }},
		{"Saxpy increment", func(b blas.Float32) { b.Saxpy(1, 1, x, 0, x, 1) }},
		{"Sscal short", func(b blas.Float32) { b.Sscal(5, 1, x, 1) }},
		{"Sdot short x", func(b blas.Float32) { b.Sdot(5, x, 1, make([]float32, 5), 1) }},
		{"Sdot short y", func(b blas.Float32) { b.Sdot(5, make([]float32, 5), 1, x, 1) }},
		{"Sgemv transpose", func(b blas.Float32) { b.Sgemv('x', 2, 2, 1, x, 2, x, 1, 0, x, 1) }},
		{"Sgemv m", func(b blas.Float32) { b.Sgemv(blas.NoTrans, -1, 2, 1, x, 2, x, 1, 0, x, 1) }},
		{"Sgemv lda", func(b blas.Float32) { b.Sgemv(blas.NoTrans, 2, 2, 1, x, 1, x, 1, 0, x, 1) }},
		{"Sgemv short a", func(b blas.Float32) { b.Sgemv(blas.NoTrans, 3, 2, 1, x, 2, x, 1, 0, x, 1) }},
		{"Sgemv short x", func(b blas.Float32) { b.Sgemv(blas.NoTrans, 2, 2, 1, x, 2, x[:1], 1, 0, x, 1) }},
		{"Sgemv short y", func(b blas.Float32) { b.Sgemv(blas.NoTrans, 2, 2, 1, x, 2, x, 1, 0, x[:1], 1) }},
	} {
		caught := func(impl blas.Float32) (what any) {
			defer func() { what = recover() }()
			c.f(impl)
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

func TestImplementationNamesItself(t *testing.T) {
	impl, name := Implementation()
	if impl == nil || name == "" {
		t.Fatalf("got %v, %q", impl, name)
	}
	c := []float32{nan}
	impl.Sgemm(blas.NoTrans, blas.NoTrans, 1, 1, 2, 1, []float32{1, 2}, 2, []float32{3, 4}, 1, 0, c, 1)
	if c[0] != 11 {
		t.Errorf("%s: 1*3+2*4 is %g", name, c[0])
	}
}
