package nn

import (
	"fmt"
	"testing"

	"gonum.org/v1/gonum/diff/fd"
)

// The checks here compare each layer's forward with its naive form, and each gradient with finite
// differences of that form, multiplied by a random dy and summed.

const (
	forwardTolerance  = 1e-4
	gradientTolerance = 1e-3
)

// gradient is the derivative of Σ dy·f(x) by x.
func gradient(f func(x []float64) []float64, dy []float32, x []float32) []float64 {
	return fd.Gradient(nil, func(x []float64) float64 {
		sum := 0.0
		for i, v := range f(x) {
			sum += v * float64(dy[i])
		}
		return sum
	}, widen(x), &fd.Settings{Formula: fd.Central, Step: 1e-5})
}

type convCase struct {
	n, c, h, w, out int
	g               Geometry
}

var convCases = []convCase{
	{1, 1, 3, 3, 1, Geometry{3, 1, 0, 1}},   // one window, the whole input
	{3, 2, 4, 4, 5, Geometry{4, 1, 0, 1}},   // whole input, as a dense layer
	{2, 3, 4, 5, 2, Geometry{1, 1, 0, 1}},   // pointwise
	{2, 3, 4, 5, 2, Geometry{1, 2, 1, 1}},   // 1x1, stepping into the padding
	{2, 2, 6, 7, 3, Geometry{3, 1, 1, 1}},   // same
	{2, 2, 7, 6, 3, Geometry{3, 2, 1, 1}},   // strided
	{1, 2, 8, 8, 2, Geometry{3, 3, 2, 2}},   // strided, padded, dilated
	{1, 1, 5, 5, 2, Geometry{2, 1, 4, 3}},   // windows that see padding alone
	{2, 1, 9, 4, 2, Geometry{2, 5, 0, 1}},   // border rows dropped
	{1, 3, 7, 7, 8, Geometry{5, 1, 0, 1}},   // more rows than gonum multiplies serially
	{1, 1, 16, 16, 1, Geometry{3, 1, 0, 1}}, // more columns
}

func (c convCase) tensors() (x, w, b, dy Tensor) {
	r := newRand(11)
	return randomTensor(r, c.n, c.c, c.h, c.w), randomTensor(r, c.out, c.c, c.g.F, c.g.F), randomTensor(r, c.out, 1, 1, 1),
		randomTensor(r, c.n, c.out, c.g.Out(c.h), c.g.Out(c.w))
}

func TestConvAgreesWithNaiveTwin(t *testing.T) {
	for _, c := range convCases {
		x, w, b, dy := c.tensors()
		y := NewTensor(dy.Shape[0], dy.Shape[1], dy.Shape[2], dy.Shape[3])
		y.Data[0] = 99 // forward must overwrite it
		ConvForward(y, x, w, b.Data, c.g)
		compare(t, fmt.Sprint(c), y.Data, naiveConv(widenTensor(x), widenTensor(w), widen(b.Data), c.g).data, forwardTolerance)
	}
}

func TestConvGradientsAgreeWithFiniteDifferences(t *testing.T) {
	for _, c := range convCases {
		x, w, b, dy := c.tensors()
		dx, dw, db := NewTensor(c.n, c.c, c.h, c.w), NewTensor(c.out, c.c, c.g.F, c.g.F), make([]float32, c.out)
		dx.Data[0] = 99
		ConvBackward(dx, dw, db, dy, x, w, c.g)
		nx, nw, nb := widenTensor(x), widenTensor(w), widen(b.Data)
		compare(t, fmt.Sprint(c, " dx"), dx.Data, gradient(func(v []float64) []float64 {
			return naiveConv(naive{x.Shape, v}, nw, nb, c.g).data
		}, dy.Data, x.Data), gradientTolerance)
		compare(t, fmt.Sprint(c, " dw"), dw.Data, gradient(func(v []float64) []float64 {
			return naiveConv(nx, naive{w.Shape, v}, nb, c.g).data
		}, dy.Data, w.Data), gradientTolerance)
		compare(t, fmt.Sprint(c, " db"), db, gradient(func(v []float64) []float64 {
			return naiveConv(nx, nw, v, c.g).data
		}, dy.Data, b.Data), gradientTolerance)
	}
}

func TestParameterGradientsAddUpAndInputGradientIsSet(t *testing.T) {
	g := Geometry{3, 1, 1, 1}
	r := newRand(4)
	x, w, dy := randomTensor(r, 2, 2, 5, 5), randomTensor(r, 3, 2, 3, 3), randomTensor(r, 2, 3, 5, 5)
	once, twice := NewTensor(3, 2, 3, 3), NewTensor(3, 2, 3, 3)
	dbOnce, dbTwice := make([]float32, 3), make([]float32, 3)
	dx1, dx2 := NewTensor(2, 2, 5, 5), NewTensor(2, 2, 5, 5)
	ConvBackward(dx1, once, dbOnce, dy, x, w, g)
	ConvBackward(dx2, twice, dbTwice, dy, x, w, g)
	ConvBackward(dx2, twice, dbTwice, dy, x, w, g)
	double := func(v []float32) []float64 {
		out := widen(v)
		for i := range out {
			out[i] *= 2
		}
		return out
	}
	compare(t, "dw", twice.Data, double(once.Data), 1e-5)
	compare(t, "db", dbTwice, double(dbOnce), 1e-5)
	compare(t, "dx", dx2.Data, widen(dx1.Data), 0)
	ConvBackward(Tensor{}, once, dbOnce, dy, x, w, g) // without dx
	compare(t, "dw without dx", once.Data, widen(twice.Data), 0)
}

type poolCase struct {
	n, c, h, w int
	g          Geometry
}

var poolCases = []poolCase{
	{2, 3, 6, 8, Geometry{2, 2, 0, 1}},  // the fast path
	{1, 2, 7, 5, Geometry{2, 2, 0, 1}},  // the fast path, a row and a column dropped
	{1, 2, 5, 5, Geometry{3, 1, 0, 1}},  // overlapping
	{1, 2, 7, 7, Geometry{3, 2, 1, 1}},  // padded
	{1, 2, 5, 6, Geometry{2, 1, 1, 1}},  // padded by half the window
	{1, 2, 4, 4, Geometry{4, 1, 2, 1}},  // window as large as the input
	{2, 1, 9, 9, Geometry{2, 4, 0, 1}},  // gaps between windows
	{1, 4, 3, 3, Geometry{1, 1, 0, 1}},  // nothing to choose
	{1, 1, 20, 3, Geometry{3, 3, 0, 1}}, // narrow
}

func (c poolCase) tensors() (x, dy Tensor) {
	r := newRand(12)
	return randomTensor(r, c.n, c.c, c.h, c.w), randomTensor(r, c.n, c.c, c.g.Out(c.h), c.g.Out(c.w))
}

func TestPoolingAgreesWithNaiveTwinAndFiniteDifferences(t *testing.T) {
	for _, c := range poolCases {
		x, dy := c.tensors()
		y, dx := NewTensor(c.n, c.c, c.g.Out(c.h), c.g.Out(c.w)), NewTensor(c.n, c.c, c.h, c.w)
		nx := widenTensor(x)
		winners := make([]int32, y.Size())
		dx.Data[0] = 99
		MaxPoolForward(y, winners, x, c.g)
		MaxPoolBackward(dx, dy, winners)
		compare(t, fmt.Sprint(c, " max"), y.Data, naiveMaxPool(nx, c.g).data, forwardTolerance)
		compare(t, fmt.Sprint(c, " max dx"), dx.Data, gradient(func(v []float64) []float64 {
			return naiveMaxPool(naive{x.Shape, v}, c.g).data
		}, dy.Data, x.Data), gradientTolerance)
		for _, countPad := range []bool{false, true} {
			dx.Data[0] = 99
			AvgPoolForward(y, x, c.g, countPad)
			AvgPoolBackward(dx, dy, c.g, countPad)
			compare(t, fmt.Sprint(c, " avg ", countPad), y.Data, naiveAvgPool(nx, c.g, countPad).data, forwardTolerance)
			compare(t, fmt.Sprint(c, " avg dx ", countPad), dx.Data, gradient(func(v []float64) []float64 {
				return naiveAvgPool(naive{x.Shape, v}, c.g, countPad).data
			}, dy.Data, x.Data), gradientTolerance)
		}
	}
}

func TestGlobalAvgPoolAgreesWithNaiveTwinAndFiniteDifferences(t *testing.T) {
	r := newRand(13)
	x, dy := randomTensor(r, 2, 5, 7, 4), randomTensor(r, 2, 5, 1, 1)
	y, dx := NewTensor(2, 5, 1, 1), NewTensor(2, 5, 7, 4)
	GlobalAvgPoolForward(y, x)
	GlobalAvgPoolBackward(dx, dy)
	compare(t, "y", y.Data, naiveGlobalAvgPool(widenTensor(x)).data, forwardTolerance)
	compare(t, "dx", dx.Data, gradient(func(v []float64) []float64 {
		return naiveGlobalAvgPool(naive{x.Shape, v}).data
	}, dy.Data, x.Data), gradientTolerance)
}

func TestDenseAgreesWithNaiveTwinAndFiniteDifferences(t *testing.T) {
	r := newRand(14)
	for _, size := range [][3]int{{1, 1, 1}, {3, 7, 5}, {8, 4, 300}, {130, 9, 3}} {
		n, in, out := size[0], size[1], size[2]
		x, w, b, dy := randomTensor(r, n, in, 1, 1), randomTensor(r, out, in, 1, 1), randomTensor(r, out, 1, 1, 1), randomTensor(r, n, out, 1, 1)
		y, dx, dw, db := NewTensor(n, out, 1, 1), NewTensor(n, in, 1, 1), NewTensor(out, in, 1, 1), make([]float32, out)
		y.Data[0], dx.Data[0] = 99, 99
		DenseForward(y, x, w, b.Data)
		DenseBackward(dx, dw, db, dy, x, w)
		nx, nw, nb := widenTensor(x), widenTensor(w), widen(b.Data)
		compare(t, fmt.Sprint(size), y.Data, naiveDense(nx, nw, nb).data, forwardTolerance)
		compare(t, fmt.Sprint(size, " dx"), dx.Data, gradient(func(v []float64) []float64 {
			return naiveDense(naive{x.Shape, v}, nw, nb).data
		}, dy.Data, x.Data), gradientTolerance)
		compare(t, fmt.Sprint(size, " dw"), dw.Data, gradient(func(v []float64) []float64 {
			return naiveDense(nx, naive{w.Shape, v}, nb).data
		}, dy.Data, w.Data), gradientTolerance)
		compare(t, fmt.Sprint(size, " db"), db, gradient(func(v []float64) []float64 {
			return naiveDense(nx, nw, v).data
		}, dy.Data, b.Data), gradientTolerance)
	}
}

func TestActivationsAgreeWithNaiveTwinAndFiniteDifferences(t *testing.T) {
	r := newRand(15)
	x, dy := randomTensor(r, 4, 50, 1, 1), randomTensor(r, 4, 50, 1, 1)
	for act := range activations {
		y, dx := make([]float32, 200), make([]float32, 200)
		ActivationForward(act, y, x.Data)
		ActivationBackward(act, dx, dy.Data, y)
		compare(t, act.String(), y, naiveActivation(act, widenTensor(x)).data, forwardTolerance)
		compare(t, act.String()+" dx", dx, gradient(func(v []float64) []float64 {
			return naiveActivation(act, naive{x.Shape, v}).data
		}, dy.Data, x.Data), gradientTolerance)
	}
}

func TestSoftmaxCrossEntropyGradientAgreesWithFiniteDifferences(t *testing.T) {
	r := newRand(16)
	z := randomTensor(r, 3, 6, 1, 1)
	probs, dz := NewTensor(3, 6, 1, 1), NewTensor(3, 6, 1, 1)
	labels := []int{5, 0, 2}
	sum, _ := SoftmaxCrossEntropy(probs, dz, z, labels, 0.5)
	compare(t, "loss", []float32{float32(sum)}, []float64{naiveLoss(widenTensor(z), labels)}, forwardTolerance)
	compare(t, "dlogits", dz.Data, fd.Gradient(nil, func(v []float64) float64 {
		return 0.5 * naiveLoss(naive{z.Shape, v}, labels)
	}, widen(z.Data), &fd.Settings{Formula: fd.Central, Step: 1e-5}), gradientTolerance)
}
