package invlab

import (
	"stridelab/app/weights"
	"stridelab/nn"
)

// netKind tells the two nets of the page apart. What exists once for each net is in an array that
// is indexed by it.
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

// Net is one of the two nets, built to read one digit at a time on the page's own thread.
type Net struct {
	model *nn.Model
	rows  []nn.Row  // the net's table, the input first
	seen  nn.Tensor // the input of the last Read
}

// NewNet builds the net of a spec with the weights params, in the order of nn.Model.Params. ok is
// false if they do not belong together, or if the net does not read grey pictures of 32×32 pixels
// into ten classes.
func NewNet(spec nn.Spec, params []float32) (n *Net, ok bool) {
	model, err := nn.New(spec, 1)
	if err != nil || len(model.Params()) != len(params) || spec.In != nn.Volume(edge, edge, 1) || model.Classes() != 10 {
		return nil, false
	}
	copy(model.Params(), params)
	return &Net{model: model, rows: model.Table()}, true
}

// Read runs the net on a digit x, [32, 32], and returns ten probabilities. They are valid until the
// next Read. x must not change before the last call of Layer.
func (n *Net) Read(x []float32) []float32 {
	n.seen = nn.Tensor{Shape: [4]int{1, 1, edge, edge}, Data: x}
	n.model.Forward(n.seen, false)
	return n.model.Probs().Data
}

// Layer returns the output of a row of the net's table in the last Read, [C, H, W]. It is valid
// until the next Read. Row 0 is the input.
func (n *Net) Layer(row int) []float32 {
	if row == 0 {
		return n.seen.Data
	}
	return n.model.Output(row - 1).Data[:n.rows[row].Size]
}

// Params returns how many weights and biases the net has.
func (n *Net) Params() int { return len(n.model.Params()) }

// maps are the rows of a convolutional net that the page shows: the first convolution, its pooling,
// the last convolution, and the pooling that leaves one number of each map. A row that the net does
// not have is 0.
type maps struct{ First, Pooled, Last, Vector int }

// maps finds the rows that the page shows.
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

// hidden returns the row of a fully connected net's first layer, 0 if there is none.
func (n *Net) hidden() int {
	for i, r := range n.rows[1:] {
		if r.Kind == nn.Dense {
			return i + 1
		}
	}
	return 0
}

// record is a copy of what every row of a net put out, and of its probabilities.
type record struct {
	Probs  []float32
	Layers [][]float32
}

// keep copies the last Read, which returned probs, into a record. It uses the record's memory
// again.
func (n *Net) keep(to *record, probs []float32) {
	to.Probs = append(to.Probs[:0], probs...)
	if len(to.Layers) != len(n.rows) {
		to.Layers = make([][]float32, len(n.rows))
	}
	for row := range n.rows {
		to.Layers[row] = append(to.Layers[row][:0], n.Layer(row)...)
	}
}
