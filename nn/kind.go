package nn

import (
	"slices"
	"strings"
)

// Kind says what a layer does. The zero value is a convolution.
type Kind uint8

// The kinds of layer that a Spec may hold, each with its word in the text form.
const (
	// conv8f5s1p0d1: filters, window edge, stride (left out: 1), padding (0; or
	// psame), dilation (1).
	Conv Kind = iota
	// max3s2p1: window edge, stride (left out: the edge), padding (0; psame: same size).
	MaxPool
	AvgPool       // avg3s2p1c: as max; c counts the padding in the mean
	GlobalAvgPool // gap
	Flatten       // flatten
	Dense         // dense120: units
	Dropout       // drop0.5: rate
	kinds         // the number of kinds
)

// layerKind is a row of the table of kinds. It holds what shapes, counts, text form and memory
// need to know of a kind. How a kind is computed stands in run.go.
type layerKind struct {
	word   string     // in the text form
	label  string     // in the layer table
	fields []Field    // the fields of Layer that it uses, in the order of the text form
	reads  inputForm  // the inputs that it accepts
	sees   unitsField // the part of its input that one unit depends on
	act    bool       // it may carry an activation
	tiled  bool       // stride 0 means the window edge; else it means 1

	// shape gives the shape of one output, or the reason why the layer does not fit on in.
	// nil: the output has the shape of the input.
	shape func(l Layer, in Shape) (out Shape, code Code, args []any)

	// weights gives the shape of the weights, [out, ...]. A layer with weights has out biases.
	// nil: there is nothing to learn.
	weights func(l Layer, in Shape) []int

	view    bool // the output is the input under another shape, and needs no memory
	inPlace bool // backward turns dy into dx in place

	// remember allocates what forward keeps for backward, for so many outputs. nil: nothing.
	remember func(n *node, outputs int)

	// kernel tells which kernel computes a layer that is not fused with others. nil: Loop.
	kernel func(n *node) Kernel
}

// kindTable is the table of kinds. Nothing writes to it. No function in it may read it: Go
// would refuse the circle.
var kindTable = [kinds]layerKind{
	Conv: {word: "conv", label: "CONV", fields: []Field{FieldOut, FieldF, FieldS, FieldP, FieldD}, reads: volume, sees: window, act: true,
		shape: convShape, weights: convWeights, kernel: convKernel},
	MaxPool: {word: "max", label: "POOL", fields: []Field{FieldF, FieldS, FieldP}, reads: volume, sees: window, act: true, tiled: true,
		shape: poolShape, remember: rememberWinners, kernel: poolKernel},
	AvgPool: {word: "avg", label: "POOL", fields: []Field{FieldF, FieldS, FieldP, FieldCountPad}, reads: volume, sees: window, act: true, tiled: true,
		shape: poolShape, kernel: poolKernel},
	GlobalAvgPool: {word: "gap", label: "GAP", reads: volume, sees: everything, act: true, shape: globalPoolShape},
	Flatten:       {word: "flatten", label: "FLAT", sees: everything, shape: flattenShape, view: true, inPlace: true, kernel: noKernel},
	Dense: {word: "dense", label: "FC", fields: []Field{FieldOut}, reads: vector, sees: everything, act: true,
		shape: denseShape, weights: denseWeights, kernel: productKernel},
	Dropout: {word: "drop", label: "DROP", fields: []Field{FieldRate}, shape: dropoutShape, inPlace: true, remember: rememberMask},
}

// unknownKind stands for a Kind that is not in the table. Check refuses such a layer.
var unknownKind = layerKind{word: "unknown", label: "LAYER"}

// inputForm says which inputs a kind accepts.
type inputForm uint8

const (
	anyInput inputForm = iota
	volume             // rows and columns are needed: a flat vector is refused
	vector             // a volume is read as the vector that Flatten makes of it
)

// unitsField says which part of its input one unit of a layer depends on.
type unitsField uint8

const (
	onePlace   unitsField = iota // the same place alone
	window                       // the cells of one window
	everything                   // all of it
)

// row is the kind's row of the table.
func (k Kind) row() *layerKind {
	if k < kinds {
		return &kindTable[k]
	}
	return &unknownKind
}

// Kinds lists all kinds.
func Kinds() []Kind {
	list := make([]Kind, kinds)
	for i := range list {
		list[i] = Kind(i)
	}
	return list
}

// String is the word that names the kind in a Spec's text form.
func (k Kind) String() string { return k.row().word }

// Fields lists the fields of Layer that the kind uses, in the order of the text form. Act is not
// among them: see TakesActivation.
func (k Kind) Fields() []Field { return slices.Clone(k.row().fields) }

// Has reports whether the kind uses the field.
func (k Kind) Has(f Field) bool { return slices.Contains(k.row().fields, f) }

// TakesActivation reports whether a layer of the kind may carry an activation.
func (k Kind) TakesActivation() bool { return k.row().act }

// ReadsVector reports whether the kind reads a volume as the vector that Flatten makes of it.
// PyTorch and Keras need a flattening before such a layer.
func (k Kind) ReadsVector() bool { return k.row().reads == vector }

// windowed reports whether the kind slides a window over its input.
func (k Kind) windowed() bool { return k.row().sees == window }

// cutKind takes the word of a kind off the front of text.
func cutKind(text string) (k Kind, rest string, ok bool) {
	for k := range kinds {
		if rest, ok := strings.CutPrefix(text, k.String()); ok {
			return k, rest, true
		}
	}
	return 0, text, false
}

// Field names a field of Layer that some kinds use.
type Field uint8

// The fields.
const (
	FieldOut Field = iota
	FieldF
	FieldS
	FieldP
	FieldD
	FieldCountPad
	FieldRate
)

// letter stands before the field's number in a layer's word. The first field of a kind is
// written without it.
func (f Field) letter() byte { return "ofspdcr"[f] }

// Number points to the field of l. It panics for CountPad and Rate, which are no whole numbers.
func (f Field) Number(l *Layer) *int {
	return [...]*int{FieldOut: &l.Out, FieldF: &l.F, FieldS: &l.S, FieldP: &l.P, FieldD: &l.D}[f]
}

// leftOut is the number that a field has in the layer where it is left out.
func (f Field) leftOut(l Layer) int {
	switch {
	case f == FieldS && l.Kind.row().tiled:
		return l.F
	case f == FieldS, f == FieldD:
		return 1
	}
	return 0
}
