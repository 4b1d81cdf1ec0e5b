package nn

import (
	"math"
	"os"
	"slices"
	"testing"
)

// TestMain runs all tests on the matrix products that programs use.
func TestMain(m *testing.M) {
	Accelerate()
	os.Exit(m.Run())
}

// everyKind is a small network with a layer of every kind.
const everyKind = "12x10x2 conv4f3psame+relu max2 conv5f3s1p2d2+tanh avg3s2p1 drop0.25 conv6f2+sigmoid max3s1p1+relu gap flatten dense7+relu drop0.5 dense4"

func mustModel(t testing.TB, text string, maxBatch int) *Model {
	t.Helper()
	s, err := ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(s, maxBatch)
	if err != nil {
		t.Fatal(err)
	}
	m.Init(He, 1)
	return m
}

func randomBatch(m *Model, n int, seed uint64) (x Tensor, labels []int) {
	r := newRand(seed)
	in := m.rows[0].Shape
	x = randomTensor(r, n, in.C, in.H, in.W)
	for range n {
		labels = append(labels, r.IntN(m.Classes()))
	}
	return x, labels
}

// step makes one training step and returns the loss.
func step(m *Model, o *Optimizer, x Tensor, labels []int) float64 {
	m.ZeroGrads()
	m.Forward(x, true)
	sum, _ := m.Loss(labels, 1/float32(len(labels)))
	m.Backward()
	o.Step(m.Params(), m.Grads())
	return sum
}

func TestTrainingStepAllocatesNothing(t *testing.T) {
	for _, text := range []string{everyKind, LeNet().String(), LeNet5().String(), GAPNet().String()} {
		for kind := range optimizerKinds {
			m := mustModel(t, text, 8)
			o := NewOptimizer(DefaultOptimizer(kind), len(m.Params()))
			x, labels := randomBatch(m, 8, 2)
			allocs := testing.AllocsPerRun(2, func() {
				m.SeedDropout(3)
				step(m, o, x, labels)
				m.Forward(x, false)
				m.Probs()
				m.Output(0)
			})
			if allocs != 0 {
				t.Errorf("%s with %v: got %v allocations a step, want 0", text, kind, allocs)
			}
		}
	}
}

func TestSameSeedsGiveTheSameBits(t *testing.T) {
	run := func(seed uint64) []float32 {
		m := mustModel(t, everyKind, 8)
		m.Init(Xavier, seed)
		o := NewOptimizer(DefaultOptimizer(Adam), len(m.Params()))
		x, labels := randomBatch(m, 8, 2)
		for i := range 5 {
			m.SeedDropout(uint64(i))
			step(m, o, x, labels)
		}
		return slices.Clone(m.Params())
	}
	if !slices.Equal(run(4), run(4)) {
		t.Error("the same seed gave other weights")
	}
	if slices.Equal(run(4), run(5)) {
		t.Error("another seed gave the same weights")
	}
}

func TestGradientsOfShardsAddUpToTheBatch(t *testing.T) {
	m := mustModel(t, "12x10x2 conv4f3psame+relu max2 conv6f2+tanh gap dense4", 8)
	x, labels := randomBatch(m, 8, 5)
	m.Forward(x, true)
	whole, wholeRight := m.Loss(labels, 0.125)
	m.Backward()
	want := widen(m.Grads())
	m.ZeroGrads()
	sum, right := 0.0, 0
	for _, cut := range [][2]int{{0, 3}, {3, 4}, {4, 8}} {
		size := x.Size() / 8
		part := Tensor{[4]int{cut[1] - cut[0], 2, 12, 10}, x.Data[cut[0]*size : cut[1]*size]}
		m.Forward(part, true)
		s, c := m.Loss(labels[cut[0]:cut[1]], 0.125)
		sum, right = sum+s, right+c
		m.Backward()
	}
	if math.Abs(sum-whole) > 1e-5*whole || right != wholeRight {
		t.Errorf("got loss %v and %d right, want %v and %d", sum, right, whole, wholeRight)
	}
	compare(t, "gradients", m.Grads(), want, 1e-4)
}

func TestGradientIsBackwardFromZero(t *testing.T) {
	for _, text := range []string{
		"8x8x3 conv4f3psame+relu max2 conv5f3+tanh avg2 dense7+relu dense4",
		"9x9x2 conv3f3s2+sigmoid max3s1 conv6f2 gap dense3",
		"6x6x1 conv2f6+relu drop0.5 dense3",
		"5x5x2 conv4f1+tanh conv5f3 dense3",
	} {
		m := mustModel(t, text, 5)
		x, labels := randomBatch(m, 5, 4)
		run := func(back func()) []float32 {
			m.Forward(x, true)
			m.Loss(labels, 0.2)
			back()
			return slices.Clone(m.Grads())
		}
		m.ZeroGrads()
		want := run(m.Backward)
		for i := range m.Grads() {
			m.Grads()[i] = float32(i) // Gradient must overwrite it
		}
		if got := run(m.Gradient); !slices.Equal(got, want) {
			t.Errorf("%s: Gradient gives %g, ZeroGrads and Backward %g", text, got, want)
		}
	}
}

func TestNoGradientIsTakenBelowTheFirstParameters(t *testing.T) {
	m := mustModel(t, "8x8x1 max2 conv2f3 dense2", 1)
	for i, want := range []bool{false, false, true} {
		if got := m.nodes[i].dx != nil; got != want {
			t.Errorf("layer %d: takes a gradient by its input: %v, want %v", i, got, want)
		}
	}
}

func TestModelLearns(t *testing.T) {
	for _, text := range []string{"12x10x2 conv6f3psame+relu avg2 drop0.1 conv8f3p2d2+tanh max3s2p1 flatten dense9+sigmoid dense4", LeNet().String(), LeNet6().String(), LeNet5().String(), GAPNet().String()} {
		m := mustModel(t, text, 8)
		cfg := DefaultOptimizer(Adam)
		cfg.LearningRate = 0.005
		o := NewOptimizer(cfg, len(m.Params()))
		x, labels := randomBatch(m, 8, 6)
		m.Forward(x, false)
		before, _ := m.Loss(labels, 1)
		for range 80 {
			step(m, o, x, labels)
		}
		m.Forward(x, false)
		after, correct := m.Loss(labels, 1)
		if !(after < 0.5*before) || correct < 6 {
			t.Errorf("%s: loss went from %v to %v with %d of 8 right", text, before, after, correct)
		}
	}
}

func TestDropoutIsInactiveOutsideTraining(t *testing.T) {
	m := mustModel(t, "4x4x1 drop0.5 flatten dense3", 4)
	x, _ := randomBatch(m, 4, 7)
	m.Forward(x, false)
	if !slices.Equal(m.Output(0).Data, x.Data) {
		t.Error("dropout changed the numbers outside training")
	}
	m.SeedDropout(1)
	m.Forward(x, true)
	first := slices.Clone(m.Output(0).Data)
	m.Forward(x, true)
	if !slices.Equal(first, m.Output(0).Data) {
		t.Error("the same seed dropped others")
	}
	m.SeedDropout(2)
	m.Forward(x, true)
	if slices.Equal(first, m.Output(0).Data) {
		t.Error("another seed dropped the same")
	}
}

func TestProbsAreTheSoftmaxOfTheLogits(t *testing.T) {
	m := mustModel(t, everyKind, 8)
	x, labels := randomBatch(m, 3, 8)
	logits := m.Forward(x, false)
	if logits.Shape != [4]int{3, 4, 1, 1} {
		t.Fatalf("got logits of shape %v", logits.Shape)
	}
	p := m.Probs()
	want := NewTensor(3, 4, 1, 1)
	Softmax(want, logits)
	if p.Shape != want.Shape || !slices.Equal(p.Data, want.Data) {
		t.Errorf("got %v, want %v", p, want)
	}
	_, correct := m.Loss(labels, 1)
	right := 0
	for i, label := range labels {
		if row := p.Data[4*i : 4*i+4]; slices.Index(row, slices.Max(row)) == label {
			right++
		}
	}
	if correct != right {
		t.Errorf("got %d correct, want %d", correct, right)
	}
}

func TestParametersAreNamedAndOrderedAsPyTorch(t *testing.T) {
	m := mustModel(t, LeNet().String(), 1)
	want := []struct {
		name          string
		shape         []int
		fanIn, fanOut int
	}{
		{"conv1.weight", []int{8, 3, 5, 5}, 75, 200}, {"conv1.bias", []int{8}, 75, 200},
		{"conv2.weight", []int{16, 8, 5, 5}, 200, 400}, {"conv2.bias", []int{16}, 200, 400},
		{"fc3.weight", []int{120, 400}, 400, 120}, {"fc3.bias", []int{120}, 400, 120},
		{"fc4.weight", []int{84, 120}, 120, 84}, {"fc4.bias", []int{84}, 120, 84},
		{"softmax.weight", []int{10, 84}, 84, 10}, {"softmax.bias", []int{10}, 84, 10},
	}
	at := 0
	for i, p := range m.ParamList() {
		w := want[i]
		size := 1
		for _, n := range p.Shape {
			size *= n
		}
		if p.Name != w.name || !slices.Equal(p.Shape, w.shape) || p.FanIn != w.fanIn || p.FanOut != w.fanOut || len(p.Data) != size || len(p.Grad) != size {
			t.Errorf("parameter %d: got %s %v fan %d/%d, want %+v", i, p.Name, p.Shape, p.FanIn, p.FanOut, w)
		}
		if &p.Data[0] != &m.Params()[at] || &p.Grad[0] != &m.Grads()[at] {
			t.Errorf("%s is not the window at %d", p.Name, at)
		}
		at += size
	}
	if at != len(m.Params()) {
		t.Errorf("the list covers %d of %d parameters", at, len(m.Params()))
	}
}

func TestInitialisationHasItsSpread(t *testing.T) {
	m := mustModel(t, LeNet().String(), 1)
	for kind, variance := range map[InitKind]func(p Param) float64{
		He:     func(p Param) float64 { return 2 / float64(p.FanIn) },
		Xavier: func(p Param) float64 { return 2 / float64(p.FanIn+p.FanOut) },
		LeCun:  func(p Param) float64 { return 1 / float64(p.FanIn) },
	} {
		m.Init(kind, 3)
		for _, p := range m.ParamList() {
			sum, square, largest := 0.0, 0.0, 0.0
			for _, v := range p.Data {
				sum, square = sum+float64(v), square+float64(v)*float64(v)
				largest = math.Max(largest, math.Abs(float64(v)))
			}
			n := float64(len(p.Data))
			want := variance(p)
			if len(p.Shape) == 1 {
				want = 0
			}
			if got := square / n; math.Abs(got-want) > 6*want/math.Sqrt(n) || math.Abs(sum/n) > 5*math.Sqrt(want/n) {
				t.Errorf("%v %s: got mean %v and mean square %v, want 0 and %v", kind, p.Name, sum/n, got, want)
			}
			if kind == Xavier && largest > math.Sqrt(3*want) {
				t.Errorf("%v %s: got %v outside the uniform range %v", kind, p.Name, largest, math.Sqrt(3*want))
			}
		}
	}
}

func TestModelRefusesMisuse(t *testing.T) {
	m := mustModel(t, "4x4x1 dense3", 2)
	x, labels := randomBatch(m, 2, 9)
	for name, call := range map[string]func(){
		"output before forward":     func() { mustModel(t, "4x4x1 dense3", 2).Output(0) },
		"loss before forward":       func() { mustModel(t, "4x4x1 dense3", 2).Loss(labels, 1) },
		"backward before loss":      func() { m.Forward(x, true); m.Backward() },
		"backward after evaluation": func() { m.Forward(x, false); m.Loss(labels, 1); m.Backward() },
		"backward twice":            func() { m.Forward(x, true); m.Loss(labels, 1); m.Backward(); m.Backward() },
		"batch too large":           func() { m.Forward(NewTensor(3, 1, 4, 4), false) },
		"empty batch":               func() { m.Forward(NewTensor(0, 1, 4, 4), false) },
		"other shape":               func() { m.Forward(NewTensor(1, 1, 4, 5), false) },
		"too few labels":            func() { m.Forward(x, true); m.Loss(labels[:1], 1) },
		"initialisation":            func() { m.Init(99, 1) },
	} {
		if !panics(call) {
			t.Errorf("%s: did not panic", name)
		}
	}
}

func TestNetworkWithoutParametersRuns(t *testing.T) {
	m := mustModel(t, "4x4x3 max2 gap", 2)
	x, labels := randomBatch(m, 2, 10)
	m.Forward(x, true)
	m.Loss(labels, 1)
	m.Backward()
	if len(m.Params()) != 0 || m.Output(1).Shape != [4]int{2, 3, 1, 1} {
		t.Errorf("got %d parameters and output %v", len(m.Params()), m.Output(1).Shape)
	}
}
