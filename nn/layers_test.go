package nn

import (
	"math"
	"slices"
	"testing"
)

func nan() float32 { return float32(math.NaN()) }

func TestMaxPoolSendsGradientToFirstOfTies(t *testing.T) {
	for _, c := range []struct {
		name string
		h, w int
		x    []float32
		g    Geometry
		want []int32
	}{
		{"2x2 all equal", 2, 2, []float32{5, 5, 5, 5}, Geometry{2, 2, 0, 1}, []int32{0}},
		{"2x2 right column", 2, 2, []float32{1, 7, 3, 7}, Geometry{2, 2, 0, 1}, []int32{1}},
		{"2x2 lower row", 2, 2, []float32{0, 0, 4, 4}, Geometry{2, 2, 0, 1}, []int32{2}},
		{"3x3 all equal", 3, 3, make([]float32, 9), Geometry{3, 1, 0, 1}, []int32{0}},
		{"3x3 twice", 3, 3, []float32{0, 0, 2, 2, 0, 0, 0, 2, 0}, Geometry{3, 1, 0, 1}, []int32{2}},
		{"overlapping", 1 + 2, 4, []float32{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, Geometry{3, 1, 0, 1}, []int32{0, 1}},
		{"negative beside padding", 2, 2, []float32{-3, -3, -3, -3}, Geometry{2, 2, 1, 1}, []int32{0, 1, 2, 3}},
		{"NaN wins a large window", 3, 3, []float32{1, 2, nan(), 9, 0, 0, 0, 0, 9}, Geometry{3, 1, 0, 1}, []int32{2}},
		{"NaN wins, the last of them", 2, 2, []float32{nan(), 9, nan(), 9}, Geometry{2, 2, 0, 1}, []int32{2}},
	} {
		x := Tensor{Shape: [4]int{1, 1, c.h, c.w}, Data: c.x}
		n := len(c.want)
		y := NewTensor(1, 1, c.g.Out(c.h), c.g.Out(c.w))
		winners := make([]int32, n)
		MaxPoolForward(y, winners, x, c.g)
		if !slices.Equal(winners, c.want) {
			t.Errorf("%s: got winners %v, want %v", c.name, winners, c.want)
		}
		dy := NewTensor(1, 1, y.Shape[2], y.Shape[3])
		for i := range dy.Data {
			dy.Data[i] = float32(i + 1)
		}
		dx := NewTensor(1, 1, c.h, c.w)
		MaxPoolBackward(dx, dy, winners)
		want := make([]float32, c.h*c.w)
		for i, at := range c.want {
			want[at] += float32(i + 1)
		}
		if !slices.Equal(dx.Data, want) {
			t.Errorf("%s: got gradient %v, want %v", c.name, dx.Data, want)
		}
	}
}

// The pooling presets of the lecture.
func TestPoolingOfTheLectureExamples(t *testing.T) {
	four := Tensor{[4]int{1, 1, 4, 4}, []float32{1, 3, 2, 1, 2, 9, 1, 1, 1, 3, 2, 3, 5, 6, 1, 2}}
	five := Tensor{[4]int{1, 1, 5, 5}, []float32{1, 3, 2, 1, 3, 2, 9, 1, 1, 5, 1, 3, 2, 3, 2, 8, 3, 5, 1, 0, 5, 6, 1, 2, 9}}
	for _, c := range []struct {
		name string
		x    Tensor
		g    Geometry
		max  bool
		want []float32
	}{
		{"4x4 max", four, Geometry{2, 2, 0, 1}, true, []float32{9, 2, 6, 3}},
		{"4x4 average", four, Geometry{2, 2, 0, 1}, false, []float32{3.75, 1.25, 3.75, 2}},
		{"5x5 max", five, Geometry{3, 1, 0, 1}, true, []float32{9, 9, 5, 9, 9, 5, 8, 6, 9}},
	} {
		edge := c.g.Out(c.x.Shape[2])
		y := NewTensor(1, 1, edge, edge)
		if c.max {
			MaxPoolForward(y, make([]int32, edge*edge), c.x, c.g)
		} else {
			AvgPoolForward(y, c.x, c.g, false)
		}
		if !slices.Equal(y.Data, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, y.Data, c.want)
		}
	}
}

func TestActivationsLetNaNThroughAndBoundTheRest(t *testing.T) {
	inf := float32(math.Inf(1))
	for _, c := range []struct {
		act     Activation
		x, want float32
	}{
		{ReLU, nan(), nan()}, {ReLU, -nan(), nan()}, {ReLU, -1, 0}, {ReLU, 3, 3}, {ReLU, 0, 0}, {ReLU, float32(math.Copysign(0, -1)), 0}, {ReLU, inf, inf},
		{Tanh, nan(), nan()}, {Tanh, inf, 1}, {Tanh, -inf, -1}, {Tanh, 1e-6, 1e-6}, {Tanh, 100, 1},
		{Sigmoid, nan(), nan()}, {Sigmoid, inf, 1}, {Sigmoid, -inf, 0}, {Sigmoid, 0, 0.5},
	} {
		y := []float32{c.x}
		ActivationForward(c.act, y, y)
		if y[0] > 0 && y[0] < 1e-37 {
			y[0] = 0 // the sigmoid is a subnormal number there, not quite 0
		}
		same := y[0] == c.want && !math.Signbit(float64(y[0])) == !math.Signbit(float64(c.want)) || y[0] != y[0] && c.want != c.want
		if !same {
			t.Errorf("%v(%v): got %v, want %v", c.act, c.x, y[0], c.want)
		}
	}
}

func TestTanhAndSigmoidAreAccurate(t *testing.T) {
	for x := float32(-12); x < 12; x += 0.00037 {
		y := []float32{x}
		ActivationForward(Tanh, y, y)
		if got, want := float64(y[0]), math.Tanh(float64(x)); math.Abs(got-want) > 5e-7*math.Abs(want) {
			t.Fatalf("tanh(%v): got %v, want %v", x, got, want)
		}
		y[0] = x
		ActivationForward(Sigmoid, y, y)
		if got, want := float64(y[0]), 1/(1+math.Exp(-float64(x))); math.Abs(got-want) > 1e-6*want {
			t.Fatalf("sigmoid(%v): got %v, want %v", x, got, want)
		}
	}
}

func TestSoftmaxIsStableForHugeLogits(t *testing.T) {
	for _, c := range []struct {
		logits  []float32
		label   int
		loss    float64
		correct int
		probs   []float32
	}{
		{[]float32{1e4, -1e4, 0}, 0, 0, 1, []float32{1, 0, 0}},
		{[]float32{1e4, -1e4, 0}, 1, 2e4, 0, []float32{1, 0, 0}},
		{[]float32{-1e4, -1e4, -1e4}, 0, math.Log(3), 1, []float32{1. / 3, 1. / 3, 1. / 3}},
		// The first of equal scores is the answer.
		{[]float32{1e4, 1e4, -1e4}, 1, math.Ln2, 0, []float32{0.5, 0.5, 0}},
		{[]float32{-3e38, 3e38, 0}, 0, 6e38, 0, []float32{0, 1, 0}},
	} {
		z := Tensor{[4]int{1, 3, 1, 1}, c.logits}
		p, d := NewTensor(1, 3, 1, 1), NewTensor(1, 3, 1, 1)
		loss, correct := SoftmaxCrossEntropy(p, d, z, []int{c.label}, 1)
		if math.Abs(loss-c.loss) > 1e-6*c.loss || correct != c.correct {
			t.Errorf("%v label %d: got loss %v, correct %d, want %v, %d", c.logits, c.label, loss, correct, c.loss, c.correct)
		}
		compare(t, "probs", p.Data, widen(c.probs), 1e-6)
		for j, v := range d.Data {
			want := p.Data[j]
			if j == c.label {
				want--
			}
			if v != want {
				t.Errorf("%v label %d: got gradient %v, want %v", c.logits, c.label, v, want)
			}
		}
	}
}

func TestSoftmaxShowsNaN(t *testing.T) {
	for at := range 3 {
		z := Tensor{[4]int{1, 3, 1, 1}, []float32{1, 2, 3}}
		z.Data[at] = nan()
		loss, _ := SoftmaxCrossEntropy(NewTensor(1, 3, 1, 1), NewTensor(1, 3, 1, 1), z, []int{0}, 1)
		if loss == loss {
			t.Errorf("NaN in score %d: got loss %v, want NaN", at, loss)
		}
	}
}

func TestDropoutMaskIsAFunctionOfItsSeed(t *testing.T) {
	mask := func(n int, rate float64, seed, stream uint64) []float32 {
		m := make([]float32, n)
		DropoutMask(m, rate, seed, stream)
		return m
	}
	base := mask(1001, 0.3, 1, 2)
	if !slices.Equal(base, mask(1001, 0.3, 1, 2)) {
		t.Error("the same seed gave another mask")
	}
	if slices.Equal(base, mask(1001, 0.3, 2, 2)) || slices.Equal(base, mask(1001, 0.3, 1, 3)) {
		t.Error("another seed or stream gave the same mask")
	}
	if !slices.Equal(base[:500], mask(500, 0.3, 1, 2)) {
		t.Error("a shorter mask does not begin like a longer one")
	}
	for _, rate := range []float64{0, 0.1, 0.5, 0.9} {
		m := mask(20001, rate, 3, 0)
		dropped := 0
		for i, v := range m {
			if v == 0 {
				dropped++
			} else if v != float32(1/(1-rate)) {
				t.Fatalf("rate %v: mask[%d] is %v", rate, i, v)
			}
		}
		if got := float64(dropped) / 20001; math.Abs(got-rate) > 0.02 {
			t.Errorf("rate %v: dropped %v", rate, got)
		}
	}
}

func TestOperationsRefuseTensorsThatDoNotFit(t *testing.T) {
	x, g := NewTensor(2, 3, 6, 6), Geometry{3, 1, 0, 1}
	w, y := NewTensor(4, 3, 3, 3), NewTensor(2, 4, 4, 4)
	b := make([]float32, 4)
	short := NewTensor(2, 4, 4, 4)
	short.Data = short.Data[:5]
	for name, call := range map[string]func(){
		"bias too short":      func() { ConvForward(y, x, w, b[:3], g) },
		"other channels":      func() { ConvForward(y, x, NewTensor(4, 2, 3, 3), b, g) },
		"output too small":    func() { ConvForward(NewTensor(2, 4, 3, 4), x, w, b, g) },
		"data too short":      func() { ConvForward(short, x, w, b, g) },
		"empty input":         func() { ConvForward(NewTensor(2, 4, 0, 0), NewTensor(2, 3, 0, 0), w, b, Geometry{3, 1, 0, 1}) },
		"stride 0":            func() { ConvForward(y, x, w, b, Geometry{3, 0, 0, 1}) },
		"dw of another shape": func() { ConvBackward(Tensor{}, NewTensor(4, 3, 3, 2), b, y, x, w, g) },
		"pool padded over":    func() { AvgPoolForward(NewTensor(2, 3, 8, 8), x, Geometry{3, 1, 2, 1}, false) },
		"winners too few":     func() { MaxPoolForward(NewTensor(2, 3, 3, 3), nil, x, Geometry{2, 2, 0, 1}) },
		"dense inputs":        func() { DenseForward(NewTensor(2, 4, 1, 1), x, NewTensor(4, 107, 1, 1), b) },
		"gap output":          func() { GlobalAvgPoolForward(NewTensor(2, 2, 1, 1), x) },
		"activation lengths":  func() { ActivationForward(ReLU, b[:2], b) },
		"mask length":         func() { DropoutForward(b, b, b[:2]) },
		"label too large": func() {
			SoftmaxCrossEntropy(NewTensor(1, 3, 1, 1), NewTensor(1, 3, 1, 1), NewTensor(1, 3, 1, 1), []int{3}, 1)
		},
		"too few labels": func() {
			SoftmaxCrossEntropy(NewTensor(2, 3, 1, 1), NewTensor(2, 3, 1, 1), NewTensor(2, 3, 1, 1), []int{0}, 1)
		},
		"dropout rate 1": func() { DropoutMask(b, 1, 0, 0) },
	} {
		if !panics(call) {
			t.Errorf("%s: did not panic", name)
		}
	}
}

func panics(call func()) (did bool) {
	defer func() { did = recover() != nil }()
	call()
	return false
}
