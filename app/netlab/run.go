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

// The limits of what is run on the page's own thread to show its maps, which takes at most about 50
// ms. Of larger networks only the counts are shown.
const (
	maxRunParams = 500_000
	maxRunWork   = 15_000_000 // multiply-adds
)

// run is a network with the outputs of all its layers for one built-in digit. It does not change
// after start.
type run struct {
	spec   nn.Spec
	sample int // the digit's number
	rows   []nn.Row
	model  *nn.Model
	input  []float32
	params map[string][]float32 // weights and biases by PyTorch's names
}

// canRun reports whether a network that fits is small enough to be run on the page.
func canRun(rows []nn.Row) bool {
	work := int64(0)
	for _, r := range rows {
		work += r.MultiplyAdds
	}
	return total(rows) <= maxRunParams && work <= maxRunWork && !rows[0].Shape.Flat && rows[0].Size <= 1<<18
}

// start runs a digit through a network that fits. The weights are the trained ones or, if these are
// nil, those that a seed gives. It returns nil if the network is too large for the page.
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
		model.Init(initOf(spec), train.InitSeed(seed)) // the training lab begins with the same
	}
	for _, p := range model.ParamList() {
		r.params[p.Name] = p.Data
	}
	model.Forward(nn.Tensor{Shape: [4]int{1, spec.In.C, spec.In.H, spec.In.W}, Data: r.input}, false)
	return r
}

// reading returns the class with the highest probability, and that probability. ok is false for a
// network that does not have ten classes.
func (r *run) reading() (class int, sure float64, ok bool) {
	probs := r.model.Probs().Data
	if len(probs) != 10 {
		return 0, 0, false
	}
	class = lab.Argmax(probs)
	return class, float64(probs[class]), true
}

// initOf returns the initialisation that suits a network: Xavier's if more layers have tanh or
// sigmoid than ReLU, else He's.
func initOf(s nn.Spec) nn.InitKind {
	saturating := 0
	for _, l := range s.Layers {
		switch l.Act {
		case nn.ReLU:
			saturating--
		case nn.Tanh, nn.Sigmoid:
			saturating++
		}
	}
	if saturating > 0 {
		return nn.Xavier
	}
	return nn.He
}

// digit returns a built-in digit as a network's input, [C, H, W]. It has the numbers that /conv
// shows for it: resized to a square, and cut to the middle if the input is not square.
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

// values returns the output of a row of the table, [C, H, W]. Row 0 is the input.
func (r *run) values(row int) []float32 {
	if row == 0 {
		return r.input
	}
	return r.model.Output(row - 1).Data[:r.rows[row].Size]
}

// at returns one number of a row's output.
func (r *run) at(row int, u Unit) float32 {
	s := r.rows[row].Shape
	return r.values(row)[(u.C*s.H+u.Y)*s.W+u.X]
}

// weights returns the weights and biases of a row's layer, nil if it has none.
func (r *run) weights(row int) (w, b []float32) {
	name := strings.ToLower(r.rows[row].Name)
	return r.params[name+".weight"], r.params[name+".bias"]
}

// sum is how a unit of a convolution or a dense layer is computed: the inputs under its window, and
// the weights that they are multiplied with, channel by channel.
type sum struct {
	X, W   []float32 // [C, F, F]; for a dense layer all inputs
	Bias   float32
	Before float64 // Σ X·W + Bias, before the activation
}

// sum collects the terms of a unit. ok is false for a layer without weights.
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

// patch returns the inputs under a convolution's window at a unit, [C, F, F], with 0 for padding.
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

// activated returns the value of an activation function.
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
