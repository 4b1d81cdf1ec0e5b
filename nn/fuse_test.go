package nn

import (
	"testing"

	"gonum.org/v1/gonum/diff/fd"
)

// mustFused is mustModel with pairs run as one, also where that does not pay.
func mustFused(t testing.TB, text string, maxBatch int) *Model {
	t.Helper()
	s, err := ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	m, err := build(s, maxBatch, true)
	if err != nil {
		t.Fatal(err)
	}
	m.Init(He, 1)
	return m
}

func TestPairsOfConvolutionAndPoolingRunAsOne(t *testing.T) {
	for _, c := range []struct {
		text  string
		fused []int
	}{
		{LeNet().String(), []int{0, 2}},
		{LeNet6().String(), []int{0, 2}},
		{LeNet5().String(), []int{0, 2}},
		{GAPNet().String(), []int{0, 2}},
		{"9x8x3 max2 conv3f3p1+relu max2 conv4f1+relu max2+relu dense2", []int{1, 3}},
		{"9x8x3 conv3f3 max2 conv3f3s2p2+relu max2 dense2", nil},
		{"9x8x3 conv3f3+relu max2s1 conv3f2+relu avg2 dense2", []int{2}},
		{"9x8x3 conv3f3d2+relu max2 flatten dense2", nil},
		{"9x8x3 conv3f3+relu max3 dense2", nil},
		{"9x8x3 conv3f3+relu max2+tanh dense2", nil},
		{"9x8x3 conv3f3p1+relu max2p1 dense2", nil},
	} {
		m := mustFused(t, c.text, 2)
		var got []int
		for i := range m.nodes {
			if m.nodes[i].pair() {
				got = append(got, i)
			}
		}
		if len(got) != len(c.fused) || len(got) > 0 && got[0] != c.fused[0] {
			t.Errorf("%s: layers %v run fused, want %v", c.text, got, c.fused)
		}
	}
}

// Whatever the sizes, a fused pair is the two layers one after the other.
func TestFusedPairsAgreeWithNaiveTwinAndFiniteDifferences(t *testing.T) {
	for i, text := range []string{
		"6x6x1 conv2f3+relu max2 dense2",
		"7x9x3 conv5f2+relu max2 dense3",
		"5x6x2 conv9f3psame+relu max2 conv3f1+relu max2 dense2",
		"6x7x1 max2s1 conv3f4p2+relu max2+relu conv2f1 gap",
		"9x9x1 conv2f5p4+relu max2 avg2 dense2",
		"4x4x5 conv2f3+relu max2 dense2",
		"8x8x1 drop0.2 conv3f3+relu max2 dense4+tanh dense2",
	} {
		m := mustFused(t, text, 3)
		r := newRand(uint64(40 + i))
		for j := range m.params {
			m.params[j] = float32(0.5 * r.NormFloat64())
		}
		for _, n := range []int{3, 1} {
			x, labels := randomBatch(m, n, 41)
			m.SeedDropout(9)
			m.ZeroGrads()
			m.Forward(x, true)
			m.Loss(labels, 1)
			masks := m.masks(true)
			m.Backward()
			want := naiveForward(m.spec, widen(m.params), widenTensor(x), masks)
			for layer, w := range want {
				compare(t, text+" output", m.Output(layer).Data, w.data, forwardTolerance)
			}
			compare(t, text+" gradient", m.Grads(), fd.Gradient(nil, func(p []float64) float64 {
				outs := naiveForward(m.spec, p, widenTensor(x), masks)
				return naiveLoss(outs[len(outs)-1], labels)
			}, widen(m.params), &fd.Settings{Formula: fd.Central, Step: 1e-6}), gradientTolerance)
		}
	}
}

func TestFusedTrainingAllocatesNothingAndAgreesWithUnfused(t *testing.T) {
	spec := LeNet()
	fused := mustFused(t, spec.String(), 4)
	plain, err := build(spec, 4, false)
	if err != nil {
		t.Fatal(err)
	}
	plain.Init(He, 1)
	x, labels := randomBatch(fused, 4, 3)
	for _, m := range []*Model{fused, plain} {
		o := NewOptimizer(DefaultOptimizer(Momentum), len(m.Params()))
		for range 3 {
			step(m, o, x, labels)
		}
		if allocs := testing.AllocsPerRun(2, func() { step(m, o, x, labels); m.Output(0) }); allocs != 0 {
			t.Errorf("got %v allocations a step, want 0", allocs)
		}
	}
	compare(t, "weights", fused.Params(), widen(plain.Params()), 1e-3)
}
