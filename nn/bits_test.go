package nn

import (
	"hash/fnv"
	"math"
	"testing"

	"gonum.org/v1/gonum/blas/blas32"

	"stridelab/nn/internal/kernel"
)

// useKernels installs this repository's own matrix products: the fastest, or the portable ones
// where gonum's are faster, which add in another order.
func useKernels(t *testing.T) {
	t.Helper()
	before := blas32.Implementation()
	t.Cleanup(func() { blas32.Use(before) })
	if Accelerate() == "gonum" {
		blas32.Use(kernel.Portable())
	}
}

// The loops with vectors and those without add in the same order. This test runs natively and as
// WebAssembly, each with vectors and without, and expects the same bits in all four programs after
// three steps of each preset. A change of an order of additions changes these numbers.
func TestTrainedWeightsAreTheSameBitsWithVectorsAndWithout(t *testing.T) {
	useKernels(t)
	for _, c := range []struct {
		spec Spec
		want uint64
	}{
		{LeNet(), 0xe8dd581c963cecde},
		{LeNet6(), 0x66483d1c130dd3d5},
		{LeNet5(), 0x7d94fdba0d559961},
		{GAPNet(), 0x2ecccfc010f91766},
		{sameStack(t), 0xa9036db5656341b0},
	} {
		m, err := build(c.spec, 8, true)
		if err != nil {
			t.Fatal(err)
		}
		m.Init(He, 1)
		o := NewOptimizer(DefaultOptimizer(Adam), len(m.Params()))
		for i := range uint64(3) {
			x, labels := randomBatch(m, 8, i)
			step(m, o, x, labels)
		}
		h := fnv.New64a()
		for _, p := range m.Params() {
			bits := math.Float32bits(p)
			h.Write([]byte{byte(bits), byte(bits >> 8), byte(bits >> 16), byte(bits >> 24)})
		}
		if got := h.Sum64(); got != c.want {
			t.Errorf("%v: got %#x, want %#x", c.spec, got, c.want)
		}
	}
}

// What a lab computes with the layers' own functions is what trains.
func TestDirectConvolutionsGiveTheBitsOfMatrixProducts(t *testing.T) {
	useKernels(t)
	for _, s := range []Spec{LeNet(), LeNet5(), GAPNet(), sameStack(t)} {
		direct := mustDirect(t, s.String(), 2)
		plain, err := build(s, 2, false)
		if err != nil {
			t.Fatal(err)
		}
		plain.Init(He, 1)
		x, _ := randomBatch(plain, 2, 3)
		got, want := direct.Forward(x, true), plain.Forward(x, true)
		for i, w := range want.Data {
			if math.Float32bits(got.Data[i]) != math.Float32bits(w) {
				t.Fatalf("%v: logit %d is %g, want %g", s, i, got.Data[i], w)
			}
		}
	}
}
