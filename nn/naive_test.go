package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The naive form of every operation, in float64, with one loop for each index of its formula:
// without im2col, matrix products or special cases. The fast code is compared with it, and finite
// differences are taken of it.

type naive struct {
	shape [4]int
	data  []float64
}

func newNaive(n, c, h, w int) naive {
	return naive{[4]int{n, c, h, w}, make([]float64, n*c*h*w)}
}

func (t naive) at(n, c, y, x int) float64 { return t.data[t.index(n, c, y, x)] }

func (t naive) index(n, c, y, x int) int {
	return ((n*t.shape[1]+c)*t.shape[2]+y)*t.shape[3] + x
}

// padded is the element, 0 outside the rows and columns.
func (t naive) padded(n, c, y, x int) float64 {
	if y < 0 || x < 0 || y >= t.shape[2] || x >= t.shape[3] {
		return 0
	}
	return t.at(n, c, y, x)
}

func widen(x []float32) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = float64(v)
	}
	return out
}

func widenTensor(t Tensor) naive { return naive{t.Shape, widen(t.Data)} }

// naiveOut counts the windows along an edge by placing one after another.
func naiveOut(n int, g Geometry) int {
	count := 0
	for start := -g.P; start+g.D*(g.F-1) < n+g.P; start += g.S {
		count++
	}
	return count
}

func naiveConv(x, w naive, b []float64, g Geometry) naive {
	y := newNaive(x.shape[0], w.shape[0], naiveOut(x.shape[2], g), naiveOut(x.shape[3], g))
	for n := range y.shape[0] {
		for o := range y.shape[1] {
			for i := range y.shape[2] {
				for j := range y.shape[3] {
					sum := b[o]
					for c := range x.shape[1] {
						for ky := range g.F {
							for kx := range g.F {
								sum += w.at(o, c, ky, kx) * x.padded(n, c, i*g.S-g.P+ky*g.D, j*g.S-g.P+kx*g.D)
							}
						}
					}
					y.data[y.index(n, o, i, j)] = sum
				}
			}
		}
	}
	return y
}

// naivePool sets each output to reduce of the real cells of its window.
func naivePool(x naive, g Geometry, reduce func(cells []float64) float64) naive {
	y := newNaive(x.shape[0], x.shape[1], naiveOut(x.shape[2], g), naiveOut(x.shape[3], g))
	for n := range y.shape[0] {
		for c := range y.shape[1] {
			for i := range y.shape[2] {
				for j := range y.shape[3] {
					var cells []float64
					for ky := range g.F {
						for kx := range g.F {
							r, q := i*g.S-g.P+ky, j*g.S-g.P+kx
							if r >= 0 && q >= 0 && r < x.shape[2] && q < x.shape[3] {
								cells = append(cells, x.at(n, c, r, q))
							}
						}
					}
					y.data[y.index(n, c, i, j)] = reduce(cells)
				}
			}
		}
	}
	return y
}

func naiveMaxPool(x naive, g Geometry) naive {
	return naivePool(x, g, func(cells []float64) float64 {
		best := math.Inf(-1)
		for _, v := range cells {
			best = math.Max(best, v)
		}
		return best
	})
}

func naiveAvgPool(x naive, g Geometry, countPad bool) naive {
	return naivePool(x, g, func(cells []float64) float64 {
		sum := 0.0
		for _, v := range cells {
			sum += v
		}
		if countPad {
			return sum / float64(g.F*g.F)
		}
		return sum / float64(len(cells))
	})
}

func naiveGlobalAvgPool(x naive) naive {
	y := newNaive(x.shape[0], x.shape[1], 1, 1)
	size := x.shape[2] * x.shape[3]
	for i := range y.data {
		for _, v := range x.data[i*size : (i+1)*size] {
			y.data[i] += v / float64(size)
		}
	}
	return y
}

func naiveDense(x, w naive, b []float64) naive {
	y := newNaive(x.shape[0], w.shape[0], 1, 1)
	in := w.shape[1]
	for n := range x.shape[0] {
		for o := range w.shape[0] {
			sum := b[o]
			for i := range in {
				sum += w.data[o*in+i] * x.data[n*in+i]
			}
			y.data[n*w.shape[0]+o] = sum
		}
	}
	return y
}

func naiveActivation(act Activation, x naive) naive {
	y := newNaive(x.shape[0], x.shape[1], x.shape[2], x.shape[3])
	for i, v := range x.data {
		switch act {
		case ReLU:
			v = math.Max(v, 0)
		case Tanh:
			v = math.Tanh(v)
		case Sigmoid:
			v = 1 / (1 + math.Exp(-v))
		}
		y.data[i] = v
	}
	return y
}

// naiveLoss is the cross entropy summed over the samples.
func naiveLoss(logits naive, labels []int) float64 {
	sum, k := 0.0, logits.shape[1]
	for n, label := range labels {
		z := logits.data[n*k : (n+1)*k]
		top := z[0]
		for _, v := range z {
			top = math.Max(top, v)
		}
		total := 0.0
		for _, v := range z {
			total += math.Exp(v - top)
		}
		sum += math.Log(total) - (z[label] - top)
	}
	return sum
}

// naiveForward runs the spec's layers with the given parameters, in ParamList's order, and gives
// the output of every layer. masks holds the dropout masks by layer. A dropout layer without one
// hands its input on.
func naiveForward(s Spec, params []float64, x naive, masks map[int][]float32) []naive {
	var outs []naive
	for i, l := range s.Normal().Layers {
		take := func(n, c, h, w int) naive {
			t := naive{[4]int{n, c, h, w}, params[:n*c*h*w]}
			params = params[n*c*h*w:]
			return t
		}
		switch l.Kind {
		case Conv:
			w := take(l.Out, x.shape[1], l.F, l.F)
			x = naiveConv(x, w, take(l.Out, 1, 1, 1).data, l.Geometry())
		case MaxPool:
			x = naiveMaxPool(x, l.Geometry())
		case AvgPool:
			x = naiveAvgPool(x, l.Geometry(), l.CountPad)
		case GlobalAvgPool:
			x = naiveGlobalAvgPool(x)
		case Flatten:
			x = naive{[4]int{x.shape[0], len(x.data) / x.shape[0], 1, 1}, x.data}
		case Dense:
			w := take(l.Out, len(x.data)/x.shape[0], 1, 1)
			x = naiveDense(x, w, take(l.Out, 1, 1, 1).data)
		case Dropout:
			y := newNaive(x.shape[0], x.shape[1], x.shape[2], x.shape[3])
			copy(y.data, x.data)
			for j, m := range masks[i] {
				y.data[j] *= float64(m)
			}
			x = y
		}
		x = naiveActivation(l.Act, x)
		outs = append(outs, x)
	}
	return outs
}

// randomTensor holds random numbers of a normal distribution.
func randomTensor(r *rand.Rand, n, c, h, w int) Tensor {
	t := NewTensor(n, c, h, w)
	for i := range t.Data {
		t.Data[i] = float32(r.NormFloat64())
	}
	return t
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// compare fails unless every number of got is within tolerance of want. The tolerance is relative
// to the number and to the largest of want, because the rounding of a sum grows with its largest
// terms.
func compare(t *testing.T, what string, got []float32, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: got %d numbers, want %d", what, len(got), len(want))
		return
	}
	largest := 0.0
	for _, v := range want {
		largest = math.Max(largest, math.Abs(v))
	}
	for i, v := range want {
		if allowed := tolerance * (math.Abs(v) + 0.01*largest); !(math.Abs(float64(got[i])-v) <= allowed) {
			t.Errorf("%s: number %d: got %.8g, want %.8g within %.2g", what, i, got[i], v, allowed)
			return
		}
	}
}
