package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/blas"
)

type convCase struct{ c, h, w, f, p, out, n int }

func (c convCase) String() string {
	return fmt.Sprintf("%d samples %dx%dx%d by %d of %dx%d, padding %d", c.n, c.h, c.w, c.c, c.out, c.f, c.f, c.p)
}

var convCases = []convCase{
	{3, 12, 12, 5, 0, 8, 2},
	{8, 9, 10, 5, 0, 16, 2},
	{1, 8, 9, 5, 2, 6, 1},
	{5, 7, 8, 3, 1, 11, 2},
	{4, 6, 6, 3, 0, 8, 1},
	{2, 9, 9, 7, 3, 3, 1},
	{3, 6, 7, 2, 0, 9, 2},
	{2, 5, 5, 1, 0, 4, 1},
	{1, 8, 8, 6, 1, 2, 1},
	// The last channels of a sample share vectors with those of the next one.
	{6, 10, 10, 5, 0, 16, 3},
	{1, 7, 8, 3, 0, 5, 2},
	{9, 8, 7, 5, 1, 9, 5},
	{2, 8, 8, 3, 0, 3, 1},
}

// allConvCases are convCases and random shapes.
func allConvCases() []convCase {
	rng := rand.New(rand.NewPCG(29, 30))
	cases := convCases
	for range 16 {
		c := convCase{c: 1 + rng.IntN(9), f: 1 + rng.IntN(8), p: rng.IntN(4), out: 1 + rng.IntN(18), n: 1 + rng.IntN(2)}
		c.h, c.w = max(1, c.f+1-2*c.p)+rng.IntN(9), max(1, c.f+1-2*c.p)+rng.IntN(9)
		cases = append(cases, c)
	}
	return cases
}

// size is the size of the convolution's output.
func (c convCase) size() (oh, ow int) { return c.h + 2*c.p - c.f + 1, c.w + 2*c.p - c.f + 1 }

// naiveConv is the naive form: im2col, the matrix product and the bias.
func (c convCase) naiveConv(y, x, w, b []float32) {
	oh, ow := c.size()
	taps := c.c * c.f * c.f
	col := make([]float32, taps*oh*ow)
	for s := range c.n {
		for t := range taps {
			ch, ky, kx := t/(c.f*c.f), t/c.f%c.f, t%c.f
			for i := range oh {
				for j := range ow {
					r, q := i+ky-c.p, j+kx-c.p
					v := float32(0)
					if r >= 0 && r < c.h && q >= 0 && q < c.w {
						v = x[((s*c.c+ch)*c.h+r)*c.w+q]
					}
					col[(t*oh+i)*ow+j] = v
				}
			}
		}
		out := y[s*c.out*oh*ow:][:c.out*oh*ow]
		(&tiled{product: scalarProduct()}).Sgemm(blas.NoTrans, blas.NoTrans, c.out, oh*ow, taps, 1, w, taps, col, oh*ow, 0, out, oh*ow)
		AddBias(out, b, oh*ow)
	}
}

// naive is the naive form with ReLU and max pooling.
func (c convCase) naive(y []float32, win []int32, x, w, b []float32) {
	oh, ow := c.size()
	full, pooled := make([]float32, c.n*c.out*oh*ow), (oh/2)*(ow/2)
	c.naiveConv(full, x, w, b)
	ReLU(full)
	for i := range c.n * c.out {
		MaxPool2(y[i*pooled:][:pooled], win[i*pooled:][:pooled], full[i*oh*ow:][:oh*ow], oh, ow)
	}
	for i, v := range win { // an index into the output's plane becomes one into the padded input's
		win[i] = v/int32(ow)*int32(c.w+2*c.p) + v%int32(ow)
	}
}

func (c convCase) data(rng *rand.Rand) (x, w, b, y []float32, win []int32) {
	oh, ow := c.size()
	x = numbers(rng, c.n*c.c*c.h*c.w, 1)
	w = numbers(rng, c.out*c.c*c.f*c.f, 0.3)
	b = numbers(rng, c.out, 0.3)
	y = make([]float32, c.n*c.out*(oh/2)*(ow/2))
	return x, w, b, y, make([]int32, len(y))
}

// panels is win [n, Out, PH, PW] in the layout of the kernels, in panels of 8 filters. planes is
// the inverse.
func (c convCase) panels(win []int32) []int32 {
	size := len(win) / c.n / c.out
	out8 := roundUp(c.out, 8)
	p := make([]int32, c.n*out8*size)
	for i, v := range win {
		s, o, at := i/size/c.out, i/size%c.out, i%size
		p[(s*out8+o/8*8)*size+8*at+o%8] = v
	}
	return p
}

func (c convCase) planes(win []int32) []int32 {
	out8 := roundUp(c.out, 8)
	size := len(win) / c.n / out8
	p := make([]int32, c.n*c.out*size)
	for i := range p {
		s, o, at := i/size/c.out, i/size%c.out, i%size
		p[i] = win[(s*out8+o/8*8)*size+8*at+o%8]
	}
	return p
}

func (c convCase) kernel(loops convLoops) *ConvMaxPool {
	return newConvReLUMaxPool(c.c, c.h, c.w, c.f, c.p, c.out, loops)
}

func TestFusedConvolutionIsItsPartsOneAfterTheOther(t *testing.T) {
	for _, c := range allConvCases() {
		rng := rand.New(rand.NewPCG(21, uint64(c.f)))
		x, w, b, want, wantWin := c.data(rng)
		c.naive(want, wantWin, x, w, b)
		for _, loops := range []convLoops{chooseConvLoops(c.f), chooseConvLoops(99), scalarConvLoops()} {
			got := make([]float32, len(want))
			k := c.kernel(loops)
			k.Pack(w, b)
			win8 := make([]int32, k.Winners(c.n))
			k.Forward(got, win8, x, c.n)
			win := c.planes(win8)
			if i, ok := sameBits(got, want); !ok {
				t.Fatalf("%s, %v: %g at %d, want %g", loops.name, c, got[i], i, want[i])
			}
			for i := range win {
				if win[i] != wantWin[i] {
					t.Fatalf("%s, %v: winner %d at %d, want %d", loops.name, c, win[i], i, wantWin[i])
				}
			}
		}
	}
}

// The gradients by their definition, in float64.
func (c convCase) naiveBack(dx, dw, db []float64, dy, y []float32, win []int32, x, w []float32) {
	pooled, wp := len(y)/c.n/c.out, c.w+2*c.p
	for i, d := range dy {
		if !(y[i] > 0) {
			continue
		}
		s, o := i/pooled/c.out, i/pooled%c.out
		db[o] += float64(d)
		for t := range c.c * c.f * c.f {
			ch, ky, kx := t/(c.f*c.f), t/c.f%c.f, t%c.f
			r, q := int(win[i])/wp+ky-c.p, int(win[i])%wp+kx-c.p
			if r < 0 || r >= c.h || q < 0 || q >= c.w {
				continue
			}
			at := ((s*c.c+ch)*c.h+r)*c.w + q
			dw[o*c.c*c.f*c.f+t] += float64(d) * float64(x[at])
			dx[at] += float64(d) * float64(w[o*c.c*c.f*c.f+t])
		}
	}
}

func TestFusedConvolutionsGradientsAgreeWithTheirDefinition(t *testing.T) {
	for _, c := range allConvCases() {
		rng := rand.New(rand.NewPCG(22, uint64(c.f)))
		x, w, b, y, win := c.data(rng)
		c.naive(y, win, x, w, b)
		dy := numbers(rng, len(y), 1)
		wantX, wantW, wantB := make([]float64, len(x)), make([]float64, len(w)), make([]float64, len(b))
		for i := range wantW {
			wantW[i] = 1 // the kernels add to it
		}
		c.naiveBack(wantX, wantW, wantB, dy, y, win, x, w)
		var firstX, firstW []float32
		for _, loops := range []convLoops{scalarConvLoops(), chooseConvLoops(c.f), chooseConvLoops(99)} {
			dx, dw, db := numbers(rng, len(x), 1), make([]float32, len(w)), make([]float32, len(b))
			for i := range dw {
				dw[i] = 1
			}
			k := c.kernel(loops)
			k.Pack(w, b)
			k.Backward(dx, dw, db, dy, y, c.panels(win), x, c.n)
			compare(t, loops.name+" "+c.String()+" dx", dx, wantX)
			compare(t, loops.name+" "+c.String()+" dw", dw, wantW)
			compare(t, loops.name+" "+c.String()+" db", db, wantB)
			if firstX == nil {
				firstX, firstW = dx, clone(dw)
			}
			if i, ok := sameBits(dx, firstX); !ok {
				t.Fatalf("%s, %v: dx[%d] is %g, the scalar loops' %g", loops.name, c, i, dx[i], firstX[i])
			}
			if i, ok := sameBits(dw, firstW); !ok {
				t.Fatalf("%s, %v: dw[%d] is %g, the scalar loops' %g", loops.name, c, i, dw[i], firstW[i])
			}
			// Dw and db are the same without dx.
			k.Backward(nil, dw, db, dy, y, c.panels(win), x, c.n)
		}
	}
}

// denseConvCases are the cases that dense can compute.
func denseConvCases() (cases []convCase) {
	for _, c := range allConvCases() {
		if CanConvolveBack(c.h, c.w, c.f, c.p) {
			cases = append(cases, c)
		}
	}
	return cases
}

func TestDirectConvolutionIsIm2colAndTheProduct(t *testing.T) {
	for _, c := range denseConvCases() {
		rng := rand.New(rand.NewPCG(28, uint64(c.f)))
		x, w, b, _, _ := c.data(rng)
		oh, ow := c.size()
		want := make([]float32, c.n*c.out*oh*ow)
		c.naiveConv(want, x, w, b)
		dy := numbers(rng, len(want), 1)
		ones, begin := make([]float32, len(dy)), make([]int32, len(dy))
		for i := range dy {
			ones[i] = 1
			begin[i] = int32(i%(oh*ow)/ow*(c.w+2*c.p) + i%ow)
		}
		wantX, wantW, wantB := make([]float64, len(x)), make([]float64, len(w)), make([]float64, len(b))
		c.naiveBack(wantX, wantW, wantB, dy, ones, begin, x, w)
		var firstX, firstW []float32
		for _, loops := range []convLoops{scalarConvLoops(), chooseConvLoops(c.f), chooseConvLoops(99)} {
			got := make([]float32, len(want))
			k := newConv(c.c, c.h, c.w, c.f, c.p, c.out, true, loops)
			k.Pack(w, b)
			k.Forward(got, x, c.n, nil)
			if i, ok := sameBits(got, want); !ok {
				t.Fatalf("%s, %v: %g at %d, want %g", loops.name, c, got[i], i, want[i])
			}
			dx, dw, db := numbers(rng, len(x), 1), make([]float32, len(w)), make([]float32, len(b))
			k.Backward(dx, dw, db, dy, x, c.n)
			compare(t, loops.name+" "+c.String()+" dx", dx, wantX)
			compare(t, loops.name+" "+c.String()+" dw", dw, wantW)
			compare(t, loops.name+" "+c.String()+" db", db, wantB)
			if firstX == nil {
				firstX, firstW = dx, clone(dw)
			}
			// The loops for any size have gather alone.
			chosen := loops.name == chooseConvLoops(c.f).name
			if i, ok := sameBits(dx, firstX); chosen && !ok {
				t.Fatalf("%s, %v: dx[%d] is %g, the scalar loops' %g", loops.name, c, i, dx[i], firstX[i])
			}
			if i, ok := sameBits(dw, firstW); !ok {
				t.Fatalf("%s, %v: dw[%d] is %g, the scalar loops' %g", loops.name, c, i, dw[i], firstW[i])
			}
			if n := testing.AllocsPerRun(4, func() { k.Forward(got, x, c.n, ReLU); k.Backward(nil, dw, db, dy, x, c.n) }); n != 0 {
				t.Errorf("%s, %v: allocates %g times a step, want 0", loops.name, c, n)
			}
		}
	}
}

func TestConvolutionWithAveragePoolingIsItsPartsOneAfterTheOther(t *testing.T) {
	for i, c := range denseConvCases() {
		oh, ow := c.size()
		rng := rand.New(rand.NewPCG(31, uint64(i)))
		x, w, b, want, _ := c.data(rng)
		full, pooled := make([]float32, c.n*c.out*oh*ow), (oh/2)*(ow/2)
		c.naiveConv(full, x, w, b)
		act, gradient, averaged := Tanh, TanhGrad, AveragedTanh()
		switch i % 4 {
		case 1:
			act, gradient, averaged = ReLU, ReLUGrad, AveragedReLU()
		case 2:
			act, gradient, averaged = func([]float32) {}, func([]float32, []float32) {}, AveragedIdentity()
		case 3:
			act, gradient, averaged = Sigmoid, SigmoidGrad, AveragedSigmoid()
		}
		act(full)
		for m := range c.n * c.out {
			AvgPool2(want[m*pooled:][:pooled], full[m*oh*ow:][:oh*ow], oh, ow)
		}
		dy, d := numbers(rng, len(want), 1), make([]float32, len(full))
		for m := range c.n * c.out {
			AvgPool2Grad(d[m*oh*ow:][:oh*ow], dy[m*pooled:][:pooled], oh, ow)
		}
		gradient(d, full)
		parts := newConv(c.c, c.h, c.w, c.f, c.p, c.out, true, scalarConvLoops())
		parts.Pack(w, b)
		wantX, wantW, wantB := numbers(rng, len(x), 1), numbers(rng, len(w), 1), numbers(rng, len(b), 1)
		firstW, firstB := clone(wantW), clone(wantB)
		parts.Backward(wantX, wantW, wantB, d, x, c.n)
		for _, loops := range []convLoops{scalarConvLoops(), chooseConvLoops(c.f)} {
			k := newConvAvgPool(c.n+1, c.c, c.h, c.w, c.f, c.p, c.out, true, averaged, loops)
			k.Pack(w, b)
			got, dx, dw, db := make([]float32, len(want)), numbers(rng, len(x), 1), clone(firstW), clone(firstB)
			k.Forward(got, x, c.n)
			k.Backward(dx, dw, db, dy, x, c.n)
			for _, s := range []struct {
				name      string
				got, want []float32
			}{{"y", got, want}, {"dx", dx, wantX}, {"dw", dw, wantW}, {"db", db, wantB}} {
				if at, ok := sameBits(s.got, s.want); !ok {
					t.Fatalf("%s, %v: %s[%d] is %g, the parts' %g", loops.name, c, s.name, at, s.got[at], s.want[at])
				}
			}
			if n := testing.AllocsPerRun(4, func() { k.Forward(got, x, c.n); k.Backward(nil, dw, db, dy, x, c.n) }); n != 0 {
				t.Errorf("%s, %v: allocates %g times a step, want 0", loops.name, c, n)
			}
		}
	}
}

// With an activation other than ReLU a maximum of 0 or less has a gradient too.
func TestConvolutionWithMaxPoolingIsItsPartsOneAfterTheOther(t *testing.T) {
	for i, c := range allConvCases() {
		oh, ow := c.size()
		rng := rand.New(rand.NewPCG(33, uint64(i)))
		x, w, b, want, wantWin := c.data(rng)
		if i%4 == 3 {
			x[rng.IntN(len(x))] = nan
		}
		act, gradient := Tanh, TanhGrad
		if i%3 == 1 {
			act, gradient = Sigmoid, SigmoidGrad
		} else if i%3 == 2 {
			act, gradient = nil, nil
		}
		full, pooled := make([]float32, c.n*c.out*oh*ow), (oh/2)*(ow/2)
		c.naiveConv(full, x, w, b)
		if act != nil {
			act(full)
		}
		for m := range c.n * c.out {
			MaxPool2(want[m*pooled:][:pooled], wantWin[m*pooled:][:pooled], full[m*oh*ow:][:oh*ow], oh, ow)
		}
		// An index into the output's plane becomes one into the padded input's.
		for i, v := range wantWin {
			wantWin[i] = v/int32(ow)*int32(c.w+2*c.p) + v%int32(ow)
		}
		dy, ones := numbers(rng, len(want), 1), make([]float32, len(want))
		for i := range ones {
			ones[i] = 1
		}
		d := clone(dy)
		if gradient != nil {
			gradient(d, want)
		}
		wantX, wantW, wantB := make([]float64, len(x)), make([]float64, len(w)), make([]float64, len(b))
		c.naiveBack(wantX, wantW, wantB, d, ones, wantWin, x, w)
		for _, loops := range []convLoops{scalarConvLoops(), chooseConvLoops(c.f), chooseConvLoops(99)} {
			k := newConvMaxPool(c.c, c.h, c.w, c.f, c.p, c.out, act, gradient, loops)
			k.Pack(w, b)
			got, win8 := make([]float32, len(want)), make([]int32, k.Winners(c.n))
			k.Forward(got, win8, x, c.n)
			if i, ok := sameBits(got, want); !ok {
				t.Fatalf("%s, %v: %g at %d, want %g", loops.name, c, got[i], i, want[i])
			}
			win := c.planes(win8)
			for i := range win {
				if win[i] != wantWin[i] {
					t.Fatalf("%s, %v: winner %d at %d, want %d", loops.name, c, win[i], i, wantWin[i])
				}
			}
			if i%4 == 3 {
				continue // a gradient that a NaN takes part in is NaN
			}
			dx, dw, db, kept := numbers(rng, len(x), 1), make([]float32, len(w)), make([]float32, len(b)), clone(dy)
			k.Backward(dx, dw, db, dy, got, win8, x, c.n)
			compare(t, loops.name+" "+c.String()+" dx", dx, wantX)
			compare(t, loops.name+" "+c.String()+" dw", dw, wantW)
			compare(t, loops.name+" "+c.String()+" db", db, wantB)
			if at, ok := sameBits(dy, kept); !ok {
				t.Fatalf("%s, %v: Backward changed dy[%d]", loops.name, c, at)
			}
			if n := testing.AllocsPerRun(4, func() { k.Forward(got, win8, x, c.n); k.Backward(nil, dw, db, dy, got, win8, x, c.n) }); n != 0 {
				t.Errorf("%s, %v: allocates %g times a step, want 0", loops.name, c, n)
			}
		}
	}
}

// compare fails where gradients are not those of the definition.
func compare(t *testing.T, name string, got []float32, want []float64) {
	t.Helper()
	for i := range want {
		if d := math.Abs(float64(got[i]) - want[i]); !(d <= 1e-5*(1+math.Abs(want[i]))) {
			t.Fatalf("%s[%d] is %g, want %g", name, i, got[i], want[i])
		}
	}
}

func TestFusedConvolutionShowsNaN(t *testing.T) {
	for _, c := range allConvCases() {
		rng := rand.New(rand.NewPCG(27, uint64(c.f)))
		x, w, b, want, win := c.data(rng)
		for range 3 {
			x[rng.IntN(len(x))] = nan
		}
		c.naive(want, win, x, w, b)
		got := make([]float32, len(want))
		k := c.kernel(chooseConvLoops(c.f))
		k.Pack(w, b)
		win8 := make([]int32, k.Winners(c.n))
		k.Forward(got, win8, x, c.n)
		win = c.planes(win8)
		if i, ok := sameBits(got, want); !ok {
			t.Fatalf("%v: %g at %d, want %g", c, got[i], i, want[i])
		}
		oh, _ := c.size()
		wp := int32(c.w + 2*c.p)
		for i, at := range win {
			if at < 0 || at/wp >= int32(oh) {
				t.Fatalf("%v: winner %d at %d lies outside", c, at, i)
			}
		}
	}
}

func TestFusedConvolutionDoesNotAllocate(t *testing.T) {
	c := convCases[0]
	x, w, b, y, win := c.data(rand.New(rand.NewPCG(23, 24)))
	k := c.kernel(chooseConvLoops(c.f))
	dx, dw, db := clone(x), clone(w), clone(b)
	win = make([]int32, k.Winners(c.n))
	if got := testing.AllocsPerRun(3, func() {
		k.Pack(w, b)
		k.Forward(y, win, x, c.n)
		k.Backward(dx, dw, db, y, y, win, x, c.n)
	}); got != 0 {
		t.Errorf("allocates %g times a step, want 0", got)
	}
}

// BenchmarkConv prints the speed of the convolutions of the nets of bench on a shard of 8 samples,
// with the time of a sample. Forward it is GFLOP/s. Backward it is the GFLOP/s that a
// dense product would need to be as fast.
func BenchmarkConv(b *testing.B) {
	for _, s := range []struct {
		name string
		convCase
	}{
		{"conv1", convCase{3, 32, 32, 5, 0, 8, 8}},
		{"conv2", convCase{8, 14, 14, 5, 0, 16, 8}},
		{"conv3x3", convCase{16, 16, 16, 3, 1, 32, 8}},
		{"tanh1", convCase{1, 32, 32, 5, 0, 6, 8}},
		{"tanh2", convCase{6, 14, 14, 5, 0, 16, 8}},
		{"gap3", convCase{16, 8, 8, 3, 1, 32, 8}},
		{"same1", convCase{3, 32, 32, 3, 1, 8, 8}},
		{"same3", convCase{8, 16, 16, 3, 1, 16, 8}},
	} {
		rng := rand.New(rand.NewPCG(25, 26))
		x, w, bias, y, win := s.data(rng)
		dy := make([]float32, len(y))
		for i := range dy {
			dy[i] = float32(rng.NormFloat64())
		}
		dx, dw, db := clone(x), clone(w), clone(bias)
		k := NewConvReLUMaxPool(s.c, s.h, s.w, s.f, s.p, s.out)
		k.Pack(w, bias)
		win = make([]int32, k.Winners(s.n))
		k.Forward(y, win, x, s.n)
		plain := NewConv(s.c, s.h, s.w, s.f, s.p, s.out, true)
		plain.Pack(w, bias)
		full := make([]float32, 4*len(y))
		average := NewConvAvgPool(s.n, s.c, s.h, s.w, s.f, s.p, s.out, true, AveragedTanh())
		average.Pack(w, bias)
		average.Forward(y, x, s.n)
		means := clone(y)
		k.Forward(y, win, x, s.n)
		flops := 2 * float64(4*len(y)) * float64(s.c*s.f*s.f)
		for _, run := range []struct {
			name  string
			flops float64
			f     func()
		}{
			{"forward", flops, func() { k.Forward(y, win, x, s.n) }},
			{"dW", flops, func() { k.Backward(nil, dw, db, dy, y, win, x, s.n) }},
			{"plain", flops, func() { plain.Forward(full, x, s.n, nil) }},
			{"plain dW", flops, func() { plain.Backward(nil, dw, db, full, x, s.n) }},
			{"plain dW+dX", 2 * flops, func() { plain.Backward(dx, dw, db, full, x, s.n) }},
			{"average dW", flops, func() { average.Backward(nil, dw, db, means, x, s.n) }},
			{"average dW+dX", 2 * flops, func() { average.Backward(dx, dw, db, means, x, s.n) }},
			{"dW+dX", 2 * flops, func() { k.Backward(dx, dw, db, dy, y, win, x, s.n) }},
		} {
			b.Run(s.name+"/"+run.name, func(b *testing.B) {
				for b.Loop() {
					run.f()
				}
				b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(b.N*s.n), "µs/sample")
				b.ReportMetric(run.flops*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
	}
}
