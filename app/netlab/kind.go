package netlab

import (
	"stridelab/app/lang"
	"stridelab/nn"
)

// layerKind is a row of the table of kinds: what the lab says and writes about a kind of layer. nn
// has a table of its own for what a kind computes.
type layerKind struct {
	Name  *lang.Text // its name in the list of kinds
	Short *lang.Text // stands beside a name that does not tell the kind, as POOL1; else nil
	Fresh nn.Layer   // a new layer of the kind

	// How is the sentence about how a unit's number is computed, before the activation: {0} is the
	// number of terms, {1} the bias, {2} the sum of all. If it is nil, Why says it.
	How *lang.Text
	// Padding returns what the cells of padding under a pooling window do: {0} is their number, {1}
	// the number of all cells. If it is nil, they are terms like the others.
	Padding func(l nn.Layer) lang.Text
	// Open returns the way to the arithmetic of a unit. If it is nil, there is none, and Why says
	// why.
	Open func(r *run, row int, u Unit) opening
	// Why is the reason why there is no arithmetic to open.
	Why *lang.Text

	// Torch and Keras return the call that makes the layer. In PyTorch a layer must be one module,
	// because weight files number the modules. Keras may write lines before the call.
	Torch, Keras func(l *listing, p *placed) (call string)
	// KerasActs is true if Keras's layer takes the activation as an argument, which Keras then
	// writes. For other kinds the activation is a layer of its own.
	KerasActs bool
}

// layerKinds is the table, indexed by kind. Nothing writes to it.
var layerKinds = [...]layerKind{
	nn.Conv: {Name: &text.Conv, Fresh: nn.Layer{Out: 16, F: 3, P: nn.PadSame, Act: nn.ReLU},
		How: &text.HowSum, Open: (*run).openConv, Torch: torchConv, Keras: kerasConv, KerasActs: true},
	nn.MaxPool: {Name: &text.MaxPool, Short: &text.Max, Fresh: nn.Layer{F: 2},
		How: &text.HowMax, Padding: paddingOfMax, Open: (*run).openPool,
		Torch: torchMaxPool, Keras: kerasMaxPool},
	nn.AvgPool: {Name: &text.AvgPool, Short: &text.Average, Fresh: nn.Layer{F: 2},
		How: &text.HowMean, Padding: paddingOfMean, Open: (*run).openPool,
		Torch: torchAvgPool, Keras: kerasAvgPool},
	nn.GlobalAvgPool: {Name: &text.GAP, Short: &text.Mean,
		How: &text.HowMean, Open: (*run).openGlobalPool, Torch: torchGlobalPool, Keras: kerasGlobalPool},
	nn.Flatten: {Name: &text.Flatten, Short: &text.Flatten, Why: &text.WhyFlatten,
		Torch: torchFlatten, Keras: kerasFlatten},
	nn.Dense: {Name: &text.Dense, Fresh: nn.Layer{Out: 64, Act: nn.ReLU},
		How: &text.HowSum, Why: &text.WhyDense, Torch: torchDense, Keras: kerasDense, KerasActs: true},
	nn.Dropout: {Name: &text.Dropout, Fresh: nn.Layer{Rate: 0.5}, Why: &text.WhyDropout,
		Torch: torchDropout, Keras: kerasDropout},
}

func paddingOfMax(nn.Layer) lang.Text { return text.PaddingLeft }

func paddingOfMean(l nn.Layer) lang.Text {
	if l.CountPad {
		return text.PaddingCounts
	}
	return text.PaddingLeft
}

// kindRow returns the row of a kind. It panics for a kind that is not in the table.
func kindRow(k nn.Kind) *layerKind { return &layerKinds[k] }

// kindOf returns the kind that a word names, Conv if it names none.
func kindOf(word string) nn.Kind {
	for _, k := range nn.Kinds() {
		if k.String() == word {
			return k
		}
	}
	return nn.Conv
}

// control is the control of a field that holds a whole number from 1 on.
type control struct {
	ID    string
	Label *lang.Text
	Most  int
}

// numberControl returns the control of a field of a kind. Fields with another sort of control
// (padding, rate, a choice) give the zero control.
func numberControl(k nn.Kind, f nn.Field) control {
	switch f {
	case nn.FieldOut:
		if k.Has(nn.FieldF) {
			return control{idOut, &text.Filters, 4096}
		}
		return control{idUnits, &text.Units, 65536}
	case nn.FieldF:
		return control{idF, &text.WindowEdge, 255}
	case nn.FieldS:
		return control{idS, &text.Stride, 255}
	case nn.FieldD:
		return control{idD, &text.Dilation, 255}
	}
	return control{}
}

// isPool reports whether a kind has a window and no filters.
func isPool(k nn.Kind) bool { return k.Has(nn.FieldF) && !k.Has(nn.FieldOut) }

// newLayer returns a new layer of a kind.
func newLayer(k nn.Kind) nn.Layer {
	l := kindRow(k).Fresh
	l.Kind = k
	return l
}

// converted returns a layer changed into another kind. It keeps what both kinds have.
func converted(l nn.Layer, k nn.Kind) nn.Layer {
	n := newLayer(k)
	if isPool(l.Kind) && isPool(k) {
		n.F, n.S, n.P = l.F, l.S, l.P
	}
	had, has := l.Kind.Has(nn.FieldOut), k.Has(nn.FieldOut)
	if had && has {
		n.Out = l.Out
	}
	if had == has && k.TakesActivation() {
		n.Act = l.Act
	}
	return n
}
