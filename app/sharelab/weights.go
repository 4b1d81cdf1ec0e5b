package sharelab

import (
	"math"
	"math/rand/v2"

	"stridelab/nn"
)

// octet is how many neighbouring weights of a row are made together.
const octet = 8

// source is a weight matrix that is too large to be stored. Its shape is [out, in], a row for each
// output, as in nn's dense layer. Any part of it is made on request.
type source interface {
	size() (in, out int)
	// spread returns a typical size of a weight: the standard deviation, or a third of the largest
	// weight if there are few different ones.
	spread() float64
	// weights sets dst to the weights of a row from column col on. col is a multiple of octet.
	// After the end of the row dst is 0.
	weights(dst *[octet]float32, row, col int)
}

// denseWeights is the initial weights of a fully connected layer: He's initialisation, a normal
// distribution with variance 2/fan-in, as nn.Init has it for the same layer. nn draws all numbers
// from one stream. Here every eight weights have a stream of their own, made from the seed and
// their place, so that any part of the matrix is the same whenever it is looked at. So the numbers
// differ from nn's, but their distribution does not. A test compares the two.
type denseWeights struct {
	in, out   int
	deviation float64
	seed      uint64
	pcg       *rand.PCG
	normal    *rand.Rand
}

// newDenseWeights returns the weights of a layer with in inputs and out outputs.
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

// scatter hashes a place, so that neighbouring places get unrelated streams. It is the finaliser of
// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
func scatter(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// unrolled is a convolution written out as the dense layer that it equals, a Toeplitz matrix. The
// row of each output has the filter's weights in the columns of its window, and 0 elsewhere.
type unrolled struct {
	s        Setting
	kernels  []float32 // [Filters, C, F, F]
	largest  float64
	outH     int
	outW     int
	in, area int // columns of the matrix, and outputs of one filter
}

// newUnrolled returns the matrix of a convolution. kernels is its weights, [Filters, C, F, F].
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

// index returns which kernel weight is in a row and column, −1 for none.
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

// firstKernels returns the convolution's parameters as nn.Init makes them from the seed: its
// weights [Filters, C, F, F], then its biases, which are 0.
func firstKernels(s Setting, seed uint64) []float32 {
	spec := s.convSpec()
	// A small layer at the end instead of a large one.
	spec.Layers = []nn.Layer{spec.Layers[0], {Kind: nn.GlobalAvgPool}, spec.Layers[1]}
	m, err := nn.New(spec, 1)
	if err != nil {
		panic("sharelab: " + err.Error()) // Counts has accepted the setting
	}
	m.Init(nn.He, seed)
	list := m.ParamList()
	return append(append([]float32(nil), list[0].Data...), list[1].Data...)
}

// at returns one weight of a source.
func at(s source, row, col int) float32 {
	var eight [octet]float32
	s.weights(&eight, row, col/octet*octet)
	return eight[col%octet]
}
