package nn

// Activation is the function that is applied to every number of a layer's output. The zero value
// changes nothing.
type Activation uint8

// The activation functions.
const (
	Identity Activation = iota
	ReLU
	Tanh
	Sigmoid
	activations // the number of activations
)

// String is the word that names the activation in a Spec's text form.
func (a Activation) String() string {
	switch a {
	case Identity:
		return "identity"
	case ReLU:
		return "relu"
	case Tanh:
		return "tanh"
	case Sigmoid:
		return "sigmoid"
	}
	return "unknown"
}

// PadSame, as a Layer's P, asks for a padding of d(f-1)/2, which keeps rows and columns at stride
// 1. Check refuses it where d(f-1) is odd.
const PadSame = -1

// Layer describes one layer. Fields that its kind does not use are ignored; Kind.Fields lists
// those that it uses.
type Layer struct {
	Kind     Kind
	Out      int        // filters of a Conv, units of a Dense
	F        int        // window edge (Conv, MaxPool, AvgPool)
	S        int        // stride; 0 means 1 for a Conv and F for a pool
	P        int        // padding on each side, or PadSame
	D        int        // dilation of a Conv; 0 means 1
	CountPad bool       // AvgPool: the mean counts the padding (PyTorch's count_include_pad)
	Rate     float64    // Dropout: probability with which training sets a number to 0
	Act      Activation // after Conv, Dense or a pool
}

// Geometry is the window of a Conv, MaxPool or AvgPool layer, with defaults and PadSame replaced
// by their numbers. Other kinds have the zero Geometry.
func (l Layer) Geometry() Geometry {
	if !l.Kind.windowed() {
		return Geometry{}
	}
	return l.normal().window()
}

// window is Geometry for a layer that has a window and is in normal form.
func (l Layer) window() Geometry {
	g := Geometry{F: l.F, S: l.S, P: l.P, D: 1}
	if l.D != 0 { // pooling has none
		g.D = l.D
	}
	if g.P == PadSame {
		g.P = g.D * (g.F - 1) / 2
	}
	return g
}

// WeightShape is the shape of the weights that the layer has where its input has the shape in:
// [out, in, kh, kw] for Conv, [out, in] for Dense, nil for kinds without weights. A layer with
// weights has one bias for each of the out units.
func (l Layer) WeightShape(in Shape) []int {
	if weights := l.Kind.row().weights; weights != nil {
		return weights(l, in)
	}
	return nil
}

// normal replaces what is left out by its default and clears the fields that the kind does not
// use, so that two layers that mean the same are equal. An activation stays even where the kind
// takes none, so that Check can refuse it by name.
func (l Layer) normal() Layer {
	n := Layer{Kind: l.Kind, Act: l.Act}
	for _, f := range l.Kind.row().fields {
		switch f {
		case FieldCountPad:
			n.CountPad = l.CountPad
		case FieldRate:
			n.Rate = l.Rate
		default:
			v := *f.Number(&l)
			if v == 0 {
				v = f.leftOut(n)
			}
			*f.Number(&n) = v
		}
	}
	return n
}

// Spec describes a network: the shape of one input, and the layers in order. The last layer gives
// one score for each class; softmax turns the scores into probabilities. A Dense layer reads a
// volume as the vector that Flatten makes of it.
type Spec struct {
	In     Shape
	Layers []Layer
}

// Normal returns the same network in normal form: defaults (strides, dilations) are written out,
// and fields that a kind does not use are cleared. Presets and ParseSpec return this form.
func (s Spec) Normal() Spec {
	n := Spec{In: s.In, Layers: make([]Layer, len(s.Layers))}
	for i, l := range s.Layers {
		n.Layers[i] = l.normal()
	}
	return n
}

// Equal reports whether both describe the same network.
func (s Spec) Equal(t Spec) bool {
	if s.In != t.In || len(s.Layers) != len(t.Layers) {
		return false
	}
	for i := range s.Layers {
		if s.Layers[i].normal() != t.Layers[i].normal() {
			return false
		}
	}
	return true
}

// Classes is the number of scores that the last layer gives, 0 where the stack does not fit.
func (s Spec) Classes() int {
	rows, err := s.Table()
	if err != nil {
		return 0
	}
	return int(rows[len(rows)-1].Size)
}
