package sharelab

import (
	"strconv"
	"strings"

	"stridelab/nn"
)

// Small is the convolution that is written out as a matrix, number by number: one filter of K×K
// whole numbers over one channel of N×N, with stride 1 and without padding.
type Small struct {
	N, K   int
	Kernel [16]int8 // the first K·K are weights, the others 0
}

// The limits of a Small.
const (
	leastN, mostN = 3, 7
	leastK, mostK = 2, 4
	weightLimit   = 9
)

// DefaultSmall returns the convolution of 5×5 with a 3×3 kernel.
func DefaultSmall() Small { return Small{N: 5, K: 3, Kernel: kernelOf(3)} }

// kernelOf returns the first kernel of a size k. All its weights differ, so that each can be
// followed through the matrix.
func kernelOf(k int) [16]int8 {
	var w [16]int8
	copy(w[:], map[int][]int8{
		2: {3, -2, 5, -4},
		3: {2, -1, 4, -3, 6, -2, 1, -5, 3},
		4: {2, -1, 4, -3, 6, -2, 1, -5, 3, 8, -7, 5, -4, 7, -8, -6},
	}[k])
	return w
}

// input returns what the convolution is applied to: always the same digits for the same N.
func (s Small) input() []int {
	x := make([]int, s.N*s.N)
	for i := range x {
		x[i] = (7*i + i/s.N*4 + 3) % 10
	}
	return x
}

// edge returns the edge of the output.
func (s Small) edge() int { return s.N - s.K + 1 }

// matrix returns the convolution as the dense layer that it equals.
func (s Small) matrix() *unrolled {
	kernel := make([]float32, s.K*s.K)
	for i := range kernel {
		kernel[i] = float32(s.Kernel[i])
	}
	return newUnrolled(Setting{s.N, s.N, 1, s.K, 1}, kernel)
}

// outputs returns what nn's convolution makes of the input, as whole numbers.
func (s Small) outputs() []int {
	x, w := nn.NewTensor(1, 1, s.N, s.N), nn.NewTensor(1, 1, s.K, s.K)
	for i, v := range s.input() {
		x.Data[i] = float32(v)
	}
	for i := range w.Data {
		w.Data[i] = float32(s.Kernel[i])
	}
	y := nn.NewTensor(1, 1, s.edge(), s.edge())
	nn.ConvForward(y, x, w, []float32{0}, nn.Geometry{F: s.K, S: 1, D: 1})
	out := make([]int, len(y.Data))
	for i, v := range y.Data {
		out[i] = int(v)
	}
	return out
}

// arithmetic writes the product of a row of the matrix and the input: the products that are not
// with a blank, and their sum.
func (s Small) arithmetic(row int) string {
	u, x := s.matrix(), s.input()
	terms := []string{}
	for col, v := range x {
		if k := u.index(row, col); k >= 0 {
			terms = append(terms, strconv.Itoa(v)+"·"+bracket(int(s.Kernel[k])))
		}
	}
	return strings.Join(terms, " + ") + " = " + signed(s.outputs()[row])
}

// bracket writes a factor of a product: in brackets if it is negative.
func bracket(v int) string {
	if v < 0 {
		return "(" + signed(v) + ")"
	}
	return signed(v)
}

// blanks returns how many entries of the matrix are 0 whatever the weights are, and how many
// entries it has.
func (s Small) blanks() (blank, all int) {
	rows, cols := s.edge()*s.edge(), s.N*s.N
	return rows * (cols - s.K*s.K), rows * cols
}
