package sharelab

import (
	"math"
	"math/rand/v2"

	"stridelab/nn"
)

// octet is how many neighbouring weights of a row are drawn together.
const octet = 8

// source is a weight matrix too large to be kept: [out, in] as nn lays a dense layer out,
// a row for each output, any part of it made when asked for.
type source interface {
	size() (in, out int)
	// spread is a typical weight: the standard deviation, or of few weights the largest.
	spread() float64
	// weights sets dst to row's weights from column col on, a multiple of octet; past the
	// row's end they are 0.
	weights(dst *[octet]float32, row, col int)
}

// denseWeights are the first weights of a fully connected layer that nothing has trained:
// He's initialisation, normal with variance 2/fan-in, as nn.Init draws it for the same
// layer. nn draws one number after the other; here every eight have a stream of their own,
// made from the seed and their place, so that any part of the matrix is the same whenever
// and in whatever order it is looked at. The numbers therefore differ from nn's, their
// distribution does not; a test compares the two.
type denseWeights struct {
	in, out   int
	deviation float64
	seed      uint64
	pcg       *rand.PCG
	normal    *rand.Rand
}

func newDenseWeights(in, out int, seed uint64) *denseWeights {
	pcg := rand.NewPCG(seed, 0)
	return &denseWeights{in, out, math.Sqrt(2 / float64(in)), seed, pcg, rand.New(pcg)}
}

func (d *denseWeights) size() (in, out int) { return d.in, d.out }
func (d *denseWeights) spread() float64     { return d.deviation }

func (d *denseWeights) weights(dst *[octet]float32, row, col int) {
	d.pcg.Seed(d.seed, scatter(uint64(row)<<32|uint64(col)))
	*dst = [octet]float32{}
	for i := range min(octet, d.in-col) {
		dst[i] = float32(d.normal.NormFloat64() * d.deviation)
	}
}

// scatter makes unrelated streams of neighbouring places: SplitMix64's finaliser (Steele,
// Lea, Flood: Fast splittable pseudorandom number generators, 2014).
func scatter(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// unrolled is a convolution written out as the dense layer it equals (a Toeplitz matrix):
// the row of each output holds the filter's weights in the columns of its window and 0
// elsewhere.
type unrolled struct {
	s        Setting
	kernels  []float32 // [Filters, C, F, F]
	largest  float64
	outH     int
	outW     int
	in, area int // columns, and outputs of one filter
}

func newUnrolled(s Setting, kernels []float32) *unrolled {
	u := &unrolled{s: s, kernels: kernels, outH: s.H - s.F + 1, outW: s.W - s.F + 1, in: s.H * s.W * s.C}
	u.area = u.outH * u.outW
	for _, w := range kernels {
		u.largest = max(u.largest, math.Abs(float64(w)))
	}
	return u
}

func (u *unrolled) size() (in, out int) { return u.in, u.s.Filters * u.area }
func (u *unrolled) spread() float64     { return max(u.largest/3, 1e-9) }

// index is which kernel weight stands in a row and column, −1 where none does.
func (u *unrolled) index(row, col int) int {
	s := u.s
	filter, at := row/u.area, row%u.area
	channel, cell := col/(s.H*s.W), col%(s.H*s.W)
	ky, kx := cell/s.W-at/u.outW, cell%s.W-at%u.outW
	if ky < 0 || ky >= s.F || kx < 0 || kx >= s.F {
		return -1
	}
	return ((filter*s.C+channel)*s.F+ky)*s.F + kx
}

func (u *unrolled) weights(dst *[octet]float32, row, col int) {
	*dst = [octet]float32{}
	for i := range min(octet, u.in-col) {
		if k := u.index(row, col+i); k >= 0 {
			dst[i] = u.kernels[k]
		}
	}
}

// firstKernels are the convolution's parameters as nn.Init draws them from the seed: its
// weights [Filters, C, F, F] and then its biases, which begin at 0.
func firstKernels(s Setting, seed uint64) []float32 {
	spec := s.convSpec()
	// A small end instead of a large one.
	spec.Layers = []nn.Layer{spec.Layers[0], {Kind: nn.GlobalAvgPool}, spec.Layers[1]}
	m, err := nn.New(spec, 1)
	if err != nil {
		panic("sharelab: " + err.Error()) // Counts has accepted the setting
	}
	m.Init(nn.He, seed)
	list := m.ParamList()
	return append(append([]float32(nil), list[0].Data...), list[1].Data...)
}

// at is one weight of a source.
func at(s source, row, col int) float32 {
	var eight [octet]float32
	s.weights(&eight, row, col/octet*octet)
	return eight[col%octet]
}
