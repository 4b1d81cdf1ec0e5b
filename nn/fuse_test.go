package nn

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/diff/fd"
)

// mustDirect is mustModel with direct convolutions, also where these do not pay.
func mustDirect(t testing.TB, text string, maxBatch int) *Model {
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

// directTolerance is the error that a gradient may have, as a part of its tensor's largest
// number.
const directTolerance = 1e-5

// For any sizes, a fused pair gives what its layers give one after the other, and its gradients
// are those of the definition, in float64.
func TestDirectConvolutionsAgreeWithNaiveTwinAndFiniteDifferences(t *testing.T) {
	for i, text := range []string{
		"6x6x1 conv2f3+relu max2 dense2",
		"7x9x3 conv5f2+relu max2 dense3",
		"5x6x2 conv9f3psame+relu max2 conv3f1+relu max2 dense2",
		"6x7x1 max2s1 conv3f4p2+relu max2+relu conv2f1 gap",
		"9x9x1 conv2f5p4+relu max2 avg2 dense2",
		"4x4x5 conv2f3+relu max2 dense2",
		"8x8x1 drop0.2 conv3f3+relu max2 dense4+tanh dense2",
		"8x7x2 conv3f3psame+relu conv5f3psame+sigmoid max2 dense2",
		"9x9x1 conv4f3+tanh conv9f5+tanh gap dense2",
		"9x10x2 conv9f3psame+tanh max2 conv3f2 max2 dense2",
		"7x6x3 conv2f3p1+sigmoid max2 drop0.2 conv8f2+tanh max2 dense2",
		"9x9x1 conv3f3+tanh avg2 dense2",
		"10x11x2 conv4f3psame+relu avg2 conv9f3+sigmoid avg2 flatten dense2",
		"9x10x1 conv10f2+tanh conv3f4 avg2 dense2",
		"9x9x1 conv3f3+relu conv3f7p1+tanh gap dense2",
		"7x7x1 conv3f3p2+relu conv3f5p4 max3s1 gap dense2",
		"7x9x2 avg2s1 conv3f3+tanh avg2 drop0.3 dense2",
	} {
		m := mustDirect(t, text, 3)
		r := newRand(uint64(40 + i))
		for j := range m.params {
			// Larger ones saturate softmax, whose own error then counts.
			m.params[j] = float32(0.25 * r.NormFloat64())
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
			gradient := fd.Gradient(nil, func(p []float64) float64 {
				outs := naiveForward(m.spec, p, widenTensor(x), masks)
				return naiveLoss(outs[len(outs)-1], labels)
			}, widen(m.params), &fd.Settings{Formula: fd.Central, Step: 1e-6})
			for _, p := range m.list {
				compareLargest(t, text+" "+p.Name, p.Grad, gradient[:len(p.Grad)], directTolerance)
				gradient = gradient[len(p.Grad):]
			}
		}
	}
}

// compareLargest fails where numbers differ by more than a part of the largest.
func compareLargest(t *testing.T, what string, got []float32, want []float64, tolerance float64) {
	t.Helper()
	largest := 0.0
	for _, v := range want {
		largest = math.Max(largest, math.Abs(v))
	}
	for i, v := range want {
		if d := math.Abs(float64(got[i]) - v); !(d <= tolerance*largest) {
			t.Errorf("%s: number %d: got %.8g, want %.8g, %.2g of the largest off", what, i, got[i], v, d/largest)
			return
		}
	}
}

// The direct convolutions give the gradients that im2col gives.
func TestDirectConvolutionsAgreeWithMatrixProducts(t *testing.T) {
	for _, s := range []Spec{LeNet(), LeNet6(), LeNet5(), GAPNet(), sameStack(t)} {
		direct := mustDirect(t, s.String(), 4)
		plain, err := build(s, 4, false)
		if err != nil {
			t.Fatal(err)
		}
		plain.Init(He, 1)
		x, labels := randomBatch(direct, 4, 3)
		for _, m := range []*Model{direct, plain} {
			m.Forward(x, true)
			m.Loss(labels, 1)
			m.Backward()
		}
		for i, p := range plain.list {
			compareLargest(t, s.String()+" "+p.Name, direct.list[i].Grad, widen(p.Grad), directTolerance)
		}
	}
}

// sameStack is a stack of 3x3 convolutions with same padding.
func sameStack(t testing.TB) Spec {
	s, err := ParseSpec("32x32x3 conv8f3psame+relu conv8f3psame+relu max2 conv16f3psame+relu conv16f3psame+relu max2 dense64+relu dense10")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTrainingAllocatesNothingWhateverTheKernels(t *testing.T) {
	for _, s := range []Spec{LeNet(), LeNet6(), LeNet5(), GAPNet(), sameStack(t)} {
		for _, directly := range []bool{true, false} {
			m, err := build(s, 4, directly)
			if err != nil {
				t.Fatal(err)
			}
			m.Init(He, 1)
			x, labels := randomBatch(m, 4, 3)
			o := NewOptimizer(DefaultOptimizer(Momentum), len(m.Params()))
			step(m, o, x, labels)
			if allocs := testing.AllocsPerRun(2, func() { step(m, o, x, labels); m.Output(0) }); allocs != 0 {
				t.Errorf("%v, directly %v: got %v allocations a step, want 0", s, directly, allocs)
			}
		}
	}
}
