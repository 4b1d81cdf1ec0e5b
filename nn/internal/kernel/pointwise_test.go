package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

// numbers gives n numbers around 0. A few of them are 0, -0, huge or tiny.
func numbers(rng *rand.Rand, n int, spread float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		switch rng.IntN(12) {
		case 0:
			x[i] = 0
		case 1:
			x[i] = float32(math.Copysign(0, -1))
		default:
			x[i] = float32(rng.NormFloat64() * spread)
		}
	}
	return x
}

func clone(x []float32) []float32 { return append([]float32(nil), x...) }

func sameBits(a, b []float32) (at int, same bool) {
	for i := range a {
		if math.Float32bits(a[i]) != math.Float32bits(b[i]) && !(a[i] != a[i] && b[i] != b[i]) {
			return i, false
		}
	}
	return 0, true
}

// Each case runs the loop of this build and its scalar form on copies of the same slices. Every
// slice must end up with the same bits.
func TestPointwiseLoopsAgreeWithTheirScalarTwinsBitForBit(t *testing.T) {
	for _, c := range []struct {
		name       string
		fast, twin func(x [][]float32)
	}{
		{"axpy", func(x [][]float32) { Axpy(x[0], x[1], 0.3) }, func(x [][]float32) { axpyScalar(x[0], x[1], 0.3) }},
		{"scale", func(x [][]float32) { Scale(x[0], 0.3) }, func(x [][]float32) { scaleScalar(x[0], 0.3) }},
		{"fill", func(x [][]float32) { Fill(x[0], 0.3) }, func(x [][]float32) { fillScalar(x[0], 0.3) }},
		{"bias", func(x [][]float32) { AddBias(x[0], []float32{0.3}, len(x[0])) }, func(x [][]float32) { shiftScalar(x[0], 0.3) }},
		{"bias and ReLU", func(x [][]float32) { AddBiasReLU(x[0], []float32{0.3}, len(x[0])) }, func(x [][]float32) { shiftReLUScalar(x[0], 0.3) }},
		{"ReLU", func(x [][]float32) { ReLU(x[0]) }, func(x [][]float32) { reluScalar(x[0]) }},
		{"ReLU backward", func(x [][]float32) { ReLU(x[1]); ReLUGrad(x[0], x[1]) }, func(x [][]float32) { reluScalar(x[1]); reluGradScalar(x[0], x[1]) }},
		{"tanh", func(x [][]float32) { Tanh(x[0]) }, func(x [][]float32) { tanhScalar(x[0]) }},
		{"tanh backward", func(x [][]float32) { TanhGrad(x[0], x[1]) }, func(x [][]float32) { tanhGradScalar(x[0], x[1]) }},
		{"sigmoid", func(x [][]float32) { Sigmoid(x[0]) }, func(x [][]float32) { sigmoidScalar(x[0]) }},
		{"sigmoid backward", func(x [][]float32) { SigmoidGrad(x[0], x[1]) }, func(x [][]float32) { sigmoidGradScalar(x[0], x[1]) }},
		{"exp", func(x [][]float32) { Exp(x[0]) }, func(x [][]float32) { expScalar(x[0]) }},
		{"SGD", func(x [][]float32) { SGD(x[0], x[1], 0.1, 0.01) }, func(x [][]float32) { sgdScalar(x[0], x[1], 0.1, 0.01) }},
		{"momentum", func(x [][]float32) { Momentum(x[0], x[1], x[2], 0.1, 0.01, 0.9) }, func(x [][]float32) { momentumScalar(x[0], x[1], x[2], 0.1, 0.01, 0.9) }},
		{"RMSProp", func(x [][]float32) { RMSProp(x[0], x[1], x[3], 0.1, 0.01, 0.99, 1e-8) }, func(x [][]float32) { rmspropScalar(x[0], x[1], x[3], 0.1, 0.01, 0.99, 1e-8) }},
		{"Adam", func(x [][]float32) { Adam(x[0], x[1], x[2], x[3], 0.1, 0.01, 0.9, 0.999, 3, 1e-8) }, func(x [][]float32) { adamScalar(x[0], x[1], x[2], x[3], 0.1, 0.01, 0.9, 0.999, 3, 1e-8) }},
	} {
		rng := rand.New(rand.NewPCG(11, 12))
		for _, spread := range []float64{1, 1e-5, 50} {
			for _, n := range []int{0, 1, 3, 4, 5, 15, 16, 17, 31, 100, 257} {
				var fast, twin [][]float32
				for s := range 4 {
					x := numbers(rng, n, spread)
					if s < 2 && n > 2 {
						x[rng.IntN(n)] = nan
						x[rng.IntN(n)] = float32(math.Inf(1 - 2*rng.IntN(2)))
					}
					for i := range x {
						if s == 3 { // a mean square
							x[i] *= x[i]
						}
					}
					fast, twin = append(fast, clone(x)), append(twin, clone(x))
				}
				c.fast(fast)
				c.twin(twin)
				for s := range fast {
					if i, ok := sameBits(fast[s], twin[s]); !ok {
						t.Fatalf("%s, %d numbers of size %g: slice %d has %g at %d, want %g", c.name, n, spread, s, fast[s][i], i, twin[s][i])
					}
				}
			}
		}
	}
}

func TestActivationsAreAccurate(t *testing.T) {
	for _, c := range []struct {
		name     string
		f        func([]float32)
		want     func(float64) float64
		lo, hi   float64
		abs, rel float64
	}{
		{"tanh", Tanh, math.Tanh, -12, 12, 4e-7, 4e-7},
		{"sigmoid", Sigmoid, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }, -80, 80, 2e-7, 3e-7},
		{"exp", Exp, math.Exp, -87, 88, 0, 3e-7},
	} {
		const n = 40001
		x := make([]float32, n)
		for i := range x {
			x[i] = float32(c.lo + (c.hi-c.lo)*float64(i)/(n-1))
		}
		y := clone(x)
		c.f(y)
		for i := range x {
			want := c.want(float64(x[i]))
			if d := math.Abs(float64(y[i]) - want); !(d <= c.abs || d <= c.rel*math.Abs(want)) || c.rel > 0 && d > 1.2*c.rel*math.Abs(want)+c.abs {
				t.Fatalf("%s(%g) is %g, want %g", c.name, x[i], y[i], want)
			}
		}
	}
	edge := []float32{nan, float32(math.Inf(1)), float32(math.Inf(-1)), 1e30, -1e30}
	sig := clone(edge)
	Sigmoid(sig)
	if sig[0] == sig[0] || sig[1] != 1 || sig[2] > 1e-37 || sig[3] != 1 {
		t.Errorf("sigmoid of %v is %v", edge, sig)
	}
}

func TestBiasGradientIsTheSumOfEachMap(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for _, positions := range []int{1, 7, 8, 9, 100, 784} {
		dy := numbers(rng, 3*positions, 1)
		db := []float32{1, 2, 3}
		AddBiasGrad(db, dy, positions)
		for o, got := range db {
			want := float64(o + 1)
			for _, v := range dy[o*positions:][:positions] {
				want += float64(v)
			}
			if math.Abs(float64(got)-want) > 1e-4 {
				t.Errorf("%d positions: db[%d] is %g, want %g", positions, o, got, want)
			}
			twin := float32(o+1) + sumScalar(dy[o*positions:][:positions])
			if got != twin {
				t.Errorf("%d positions: db[%d] is %g, its twin %g", positions, o, got, twin)
			}
		}
	}
}

func TestPoolingAgreesWithItsScalarTwin(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	for h := 2; h < 6; h++ {
		for w := 2; w < 30; w++ {
			plane := numbers(rng, h*w, 1)
			for range 3 {
				plane[rng.IntN(len(plane))] = nan
				plane[rng.IntN(len(plane))] = plane[rng.IntN(len(plane))]
			}
			n := (h / 2) * (w / 2)
			got, want := make([]float32, n), make([]float32, n)
			gotWin, wantWin := make([]int32, n), make([]int32, n)
			MaxPool2(got, gotWin, plane, h, w)
			maxPool2Scalar(want, wantWin, plane, h, w)
			if i, ok := sameBits(got, want); !ok {
				t.Fatalf("max of %dx%d: %g at %d, want %g", h, w, got[i], i, want[i])
			}
			for i := range wantWin {
				if gotWin[i] != wantWin[i] {
					t.Fatalf("winner of %dx%d: %d at %d, want %d", h, w, gotWin[i], i, wantWin[i])
				}
			}
			AvgPool2(got, plane, h, w)
			avgPool2Scalar(want, plane, h, w)
			if i, ok := sameBits(got, want); !ok {
				t.Fatalf("mean of %dx%d: %g at %d, want %g", h, w, got[i], i, want[i])
			}
			back, wantBack := clone(plane), clone(plane)
			AvgPool2Grad(back, got, h, w)
			avgPool2GradScalar(wantBack, got, h, w)
			if i, ok := sameBits(back, wantBack); !ok {
				t.Fatalf("gradient of the mean of %dx%d: %g at %d, want %g", h, w, back[i], i, wantBack[i])
			}
		}
	}
}

func TestRowsAreCopiedAndAddedAsByTheirScalarTwins(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	for width := 1; width < 110; width++ {
		rows, ds, ss := 1+rng.IntN(4), width+rng.IntN(3), width+rng.IntN(5)
		src := numbers(rng, (rows-1)*ss+width, 1)
		dst := numbers(rng, (rows-1)*ds+width+3, 1)
		got, want := clone(dst), clone(dst)
		CopyRows(got[:len(dst)-3], src, rows, width, ds, ss)
		copyRowsScalar(want, src, rows, width, ds, ss)
		if i, ok := sameBits(got, want); !ok {
			t.Fatalf("copy of %d rows of %d: %g at %d, want %g", rows, width, got[i], i, want[i])
		}
		AddRows(got[:len(dst)-3], src, rows, width, ds, ss)
		addRowsScalar(want, src, rows, width, ds, ss)
		if i, ok := sameBits(got, want); !ok {
			t.Fatalf("sum of %d rows of %d: %g at %d, want %g", rows, width, got[i], i, want[i])
		}
	}
}

func TestLengthsThatDoNotFitPanic(t *testing.T) {
	x, y := make([]float32, 4), make([]float32, 5)
	for name, f := range map[string]func(){
		"ReLUGrad": func() { ReLUGrad(x, y) },
		"Adam":     func() { Adam(x, x, x, y, 1, 1, 1, 1, 1, 1) },
		"AddBias":  func() { AddBias(y, x, 1) },
		"MaxPool2": func() { MaxPool2(x[:1], make([]int32, 1), y, 2, 2) },
		"CopyRows": func() { CopyRows(x, y, 2, 3, 3, 3) },
	} {
		func() {
			defer func() {
				if got := recover(); got != badLength {
					t.Errorf("%s panics with %v, want %q", name, got, badLength)
				}
			}()
			f()
		}()
	}
}

func BenchmarkPointwise(b *testing.B) {
	rng := rand.New(rand.NewPCG(19, 20))
	const n = 62958
	x := [4][]float32{numbers(rng, n, 1), numbers(rng, n, 1), make([]float32, n), make([]float32, n)}
	maps := numbers(rng, 8*28*28, 1)
	pooled, win := make([]float32, 8*14*14), make([]int32, 8*14*14)
	col := make([]float32, 75*784)
	for _, c := range []struct {
		name string
		n    int
		f    func()
	}{
		{"sgd", n, func() { SGD(x[0], x[1], 1e-9, 1e-9) }},
		{"adam", n, func() { Adam(x[0], x[1], x[2], x[3], 1e-9, 0, 0.9, 0.99, 1, 1e-8) }},
		{"relu", len(maps), func() { ReLU(maps) }},
		{"reluGrad", len(maps), func() { ReLUGrad(maps, maps) }},
		{"tanh", len(maps), func() { Tanh(maps) }},
		{"sigmoid", len(maps), func() { Sigmoid(maps) }},
		{"biasGrad", len(maps), func() { AddBiasGrad(pooled[:8], maps, 784) }},
		{"maxPool2", len(maps), func() {
			for i := range 8 {
				MaxPool2(pooled[i*196:][:196], win[i*196:][:196], maps[i*784:][:784], 28, 28)
			}
		}},
		{"avgPool2", len(maps), func() {
			for i := range 8 {
				AvgPool2(pooled[i*196:][:196], maps[i*784:][:784], 28, 28)
			}
		}},
		{"copyRows", len(col), func() {
			for i := range 75 {
				CopyRows(col[i*784:][:784], maps, 28, 28, 28, 32)
			}
		}},
		{"addRows", len(col), func() {
			for range 75 {
				AddRows(maps, col[:784], 28, 28, 32, 28)
			}
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				c.f()
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/float64(c.n), "ns/number")
		})
	}
}
