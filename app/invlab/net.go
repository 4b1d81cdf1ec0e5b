package invlab

import (
	"stridelab/app/weights"
	"stridelab/nn"
)

// netKind tells the two nets of the page apart. What there is of each net is an array with its
// index.
type netKind int

// The kinds.
const (
	convNet  netKind = iota // the convolutional net
	denseNet                // the fully connected net
	netKinds
)

// String returns the kind's name in the hooks and classes of the page.
func (k netKind) String() string { return [...]string{convNet: "conv", denseNet: "dense"}[k] }

// file names the shipped weights of the kind.
func (k netKind) file() weights.Name {
	return [...]weights.Name{convNet: weights.ConvNet, denseNet: weights.DenseNet}[k]
}

// Net is one of the two nets, ready to read one digit at a time on the page's own thread.
type Net struct {
	model *nn.Model
	rows  []nn.Row // as nn.Spec.Table gives them, the input first
	seen  nn.Tensor
}

// NewNet builds the net of a spec with the weights params, as nn.Model.Params has them.
// ok is false where they do not belong together or the net reads no grey 32×32 picture.
func NewNet(spec nn.Spec, params []float32) (n *Net, ok bool) {
	model, err := nn.New(spec, 1)
	if err != nil || len(model.Params()) != len(params) || spec.In != nn.Volume(edge, edge, 1) || model.Classes() != 10 {
		return nil, false
	}
	copy(model.Params(), params)
	return &Net{model: model, rows: model.Table()}, true
}

// Read is what the net makes of a digit [32, 32]: ten probabilities, valid until the next
// Read. x must stay as it is while Layer is asked.
func (n *Net) Read(x []float32) []float32 {
	n.seen = nn.Tensor{Shape: [4]int{1, 1, edge, edge}, Data: x}
	n.model.Forward(n.seen, false)
	return n.model.Probs().Data
}

// Layer is what a row of the net's table put out in the last Read, [C, H, W], valid until
// the next one. Row 0 is the input.
func (n *Net) Layer(row int) []float32 {
	if row == 0 {
		return n.seen.Data
	}
	return n.model.Output(row - 1).Data[:n.rows[row].Size]
}

// Params is how many weights and biases the net has.
func (n *Net) Params() int { return len(n.model.Params()) }

// maps are the rows of a convolutional net that are looked at: the first convolution, its pooling,
// the last convolution and what is left of each whole map; 0 for one it does not have.
type maps struct{ First, Pooled, Last, Vector int }

// maps finds them.
func (n *Net) maps() maps {
	var m maps
	for i, r := range n.rows[1:] {
		row := i + 1
		switch {
		case r.Shape.Flat:
		case r.Shape.H*r.Shape.W == 1:
			if m.Vector == 0 {
				m.Vector = row
			}
		case r.Kind == nn.Conv && m.First == 0:
			m.First = row
		case r.Kind == nn.Conv:
			m.Last = row
		case m.First > 0 && m.Pooled == 0 && (r.Kind == nn.MaxPool || r.Kind == nn.AvgPool):
			m.Pooled = row
		}
	}
	return m
}

// hidden is the row of a fully connected net's first layer.
func (n *Net) hidden() int {
	for i, r := range n.rows[1:] {
		if r.Kind == nn.Dense {
			return i + 1
		}
	}
	return 0
}

// record is a copy of what every row of a net put out.
type record struct {
	Probs  []float32
	Layers [][]float32
}

// keep copies the last Read into a record, whose memory is used again.
func (n *Net) keep(to *record, probs []float32) {
	to.Probs = append(to.Probs[:0], probs...)
	if len(to.Layers) != len(n.rows) {
		to.Layers = make([][]float32, len(n.rows))
	}
	for row := range n.rows {
		to.Layers[row] = append(to.Layers[row][:0], n.Layer(row)...)
	}
}
