package netlab

import (
	"math"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/trace"
	"stridelab/app/weights"
	"stridelab/nn"
	"stridelab/train"
)

// Limits on what is run on the page's own thread to show its maps: some 50 ms. Larger
// networks are counted only.
const (
	maxRunParams = 500_000
	maxRunWork   = 15_000_000 // multiply-adds
)

// run is one built-in digit on its way through a network. It is not changed after start.
type run struct {
	spec   nn.Spec
	sample int
	rows   []nn.Row
	model  *nn.Model
	input  []float32
	params map[string][]float32 // by PyTorch's names
}

// canRun says whether a network that fits is small enough to be run here.
func canRun(rows []nn.Row) bool {
	work := int64(0)
	for _, r := range rows {
		work += r.MultiplyAdds
	}
	return total(rows) <= maxRunParams && work <= maxRunWork && !rows[0].Shape.Flat && rows[0].Size <= 1<<18
}

// start runs a digit through a network that fits, with its trained weights or, where they
// are nil, with those a seed gives; nil where it is too large for the page.
func start(spec nn.Spec, trained *weights.Trained, seed uint64, sample int) *run {
	rows, err := spec.Table()
	if err != nil || !canRun(rows) {
		return nil
	}
	model, err := nn.New(spec, 1)
	if err != nil {
		return nil
	}
	r := &run{spec: spec, sample: sample, rows: rows, model: model, input: digit(sample, spec.In), params: map[string][]float32{}}
	if trained != nil {
		copy(model.Params(), trained.Params)
	} else {
		model.Init(initOf(spec), train.InitSeed(seed)) // as a run of that seed begins
	}
	for _, p := range model.ParamList() {
		r.params[p.Name] = p.Data
	}
	model.Forward(nn.Tensor{Shape: [4]int{1, spec.In.C, spec.In.H, spec.In.W}, Data: r.input}, false)
	return r
}

// reading is the digit that the net takes its input for, and how sure it is, from 0 to 1;
// not ok for a net that does not tell ten classes apart.
func (r *run) reading() (class int, sure float64, ok bool) {
	probs := r.model.Probs().Data
	if len(probs) != 10 {
		return 0, 0, false
	}
	class = lab.Argmax(probs)
	return class, float64(probs[class]), true
}

// initOf is the initialisation that suits a network: He's for ReLU, Xavier's where tanh or
// sigmoid bends most layers.
func initOf(s nn.Spec) nn.InitKind {
	bent := 0
	for _, l := range s.Layers {
		switch l.Act {
		case nn.ReLU:
			bent--
		case nn.Tanh, nn.Sigmoid:
			bent++
		}
	}
	if bent > 0 {
		return nn.Xavier
	}
	return nn.He
}

// digit is a built-in digit as a network's input, the same numbers that /conv shows for it:
// shrunk or stretched to a square, and cut to the middle where the input is none.
func digit(sample int, in nn.Shape) []float32 {
	n := max(in.H, in.W)
	x := trace.Digit(sample, n, in.C)
	if in.H == in.W {
		return x
	}
	out := make([]float32, 0, in.Size())
	top, left := (n-in.H)/2, (n-in.W)/2
	for c := range in.C {
		for y := range in.H {
			at := (c*n+top+y)*n + left
			out = append(out, x[at:at+in.W]...)
		}
	}
	return out
}

// values is what a row of the table puts out, [C, H, W]; row 0 is the input.
func (r *run) values(row int) []float32 {
	if row == 0 {
		return r.input
	}
	return r.model.Output(row - 1).Data[:r.rows[row].Size]
}

// at is one number of it.
func (r *run) at(row int, u Unit) float32 {
	s := r.rows[row].Shape
	return r.values(row)[(u.C*s.H+u.Y)*s.W+u.X]
}

// weights are those of the layer of a row, nil for one without.
func (r *run) weights(row int) (w, b []float32) {
	name := strings.ToLower(r.rows[row].Name)
	return r.params[name+".weight"], r.params[name+".bias"]
}

// sum is how a unit of a convolution or a dense layer comes about: the inputs under its
// window and the weights they are multiplied with, channel by channel.
type sum struct {
	X, W   []float32 // [C, F, F]; a dense unit's are one cell each
	Bias   float32
	Before float64 // Σ X·W + Bias, before the activation
}

// sum gathers a unit's products; ok is false for a layer without weights.
func (r *run) sum(row int, u Unit) (s sum, ok bool) {
	w, b := r.weights(row)
	if w == nil {
		return s, false
	}
	each := len(w) / len(b)
	s.W, s.Bias = w[u.C*each:(u.C+1)*each], b[u.C]
	if r.rows[row].Kind.ReadsVector() {
		s.X = r.values(row - 1)
	} else {
		s.X = r.patch(row, u)
	}
	s.Before = float64(s.Bias)
	for i, x := range s.X {
		s.Before += float64(x) * float64(s.W[i])
	}
	return s, true
}

// patch is what a convolution's window has under it at a unit, [C, F, F], padding as 0.
func (r *run) patch(row int, u Unit) []float32 {
	g, in, x := r.spec.Layers[row-1].Geometry(), r.rows[row-1].Shape, r.values(row-1)
	out := make([]float32, 0, in.C*g.F*g.F)
	for c := range in.C {
		for ky := range g.F {
			for kx := range g.F {
				y, q, v := u.Y*g.S-g.P+ky*g.D, u.X*g.S-g.P+kx*g.D, float32(0)
				if y >= 0 && y < in.H && q >= 0 && q < in.W {
					v = x[(c*in.H+y)*in.W+q]
				}
				out = append(out, v)
			}
		}
	}
	return out
}

// activated is what an activation makes of a number.
func activated(a nn.Activation, v float64) float64 {
	switch a {
	case nn.ReLU:
		return max(v, 0)
	case nn.Tanh:
		return math.Tanh(v)
	case nn.Sigmoid:
		return 1 / (1 + math.Exp(-v))
	}
	return v
}
