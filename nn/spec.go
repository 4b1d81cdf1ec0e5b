package nn

// Kind says what a layer does. The zero value is a convolution.
type Kind uint8

// The kinds of layer a Spec may hold.
const (
	Conv Kind = iota
	MaxPool
	AvgPool
	GlobalAvgPool
	Flatten
	Dense
	Dropout
	kinds // how many there are
)

// String is the word that names the kind in a Spec's text form.
func (k Kind) String() string {
	switch k {
	case Conv:
		return "conv"
	case MaxPool:
		return "max"
	case AvgPool:
		return "avg"
	case GlobalAvgPool:
		return "gap"
	case Flatten:
		return "flatten"
	case Dense:
		return "dense"
	case Dropout:
		return "drop"
	}
	return "unknown"
}

// windowed reports whether the kind slides a window with F, S and P.
func (k Kind) windowed() bool { return k == Conv || k == MaxPool || k == AvgPool }

// needsVolume reports whether the kind works on rows and columns, which a flat
// vector does not have.
func (k Kind) needsVolume() bool { return k.windowed() || k == GlobalAvgPool }

// takesActivation reports whether Layer.Act means something for the kind.
func (k Kind) takesActivation() bool { return k.needsVolume() || k == Dense }

// Activation is the function applied to every number a layer puts out. The zero
// value leaves it as it is.
type Activation uint8

// The activation functions.
const (
	Identity Activation = iota
	ReLU
	Tanh
	Sigmoid
	activations // how many there are
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

// PadSame, as a Layer's P, asks for the padding d(f-1)/2, which keeps rows and
// columns as they are at stride 1. It is refused where d(f-1) is odd.
const PadSame = -1

// Layer describes one layer. Fields its kind does not use are ignored.
type Layer struct {
	Kind     Kind
	Out      int        // filters of a Conv, units of a Dense
	F        int        // window edge (Conv, MaxPool, AvgPool)
	S        int        // stride; 0 means 1 for a Conv and F for a pool
	P        int        // padding on each side, or PadSame
	D        int        // dilation of a Conv; 0 means 1
	CountPad bool       // AvgPool: padding counts in the mean (PyTorch's count_include_pad)
	Rate     float64    // Dropout: share of the numbers set to 0 in training
	Act      Activation // after Conv, Dense or a pool
}

// Geometry is the window of a Conv, MaxPool or AvgPool layer with defaults and
// PadSame put in. Other kinds have the zero Geometry.
func (l Layer) Geometry() Geometry {
	l = l.normal()
	if !l.Kind.windowed() {
		return Geometry{}
	}
	g := Geometry{F: l.F, S: l.S, P: l.P, D: 1}
	if l.Kind == Conv {
		g.D = l.D
	}
	if g.P == PadSame {
		g.P = g.D * (g.F - 1) / 2
	}
	return g
}

// normal writes defaults out and clears what the kind does not use, so that two
// layers that mean the same are equal.
func (l Layer) normal() Layer {
	n := Layer{Kind: l.Kind}
	if l.Kind == Conv || l.Kind == Dense {
		n.Out = l.Out
	}
	if l.Kind.windowed() {
		n.F, n.S, n.P = l.F, l.S, l.P
		if n.S == 0 && l.Kind == Conv {
			n.S = 1
		} else if n.S == 0 {
			n.S = l.F
		}
	}
	switch l.Kind {
	case Conv:
		n.D = l.D
		if n.D == 0 {
			n.D = 1
		}
	case AvgPool:
		n.CountPad = l.CountPad
	case Dropout:
		n.Rate = l.Rate
	}
	// An activation where none belongs is kept, for Check to refuse by name.
	n.Act = l.Act
	return n
}

// Spec describes a network: the shape of one input and the layers in order. The
// last layer gives one score per class, which softmax turns into probabilities.
// A Dense layer reads a volume as the vector Flatten makes of it.
type Spec struct {
	In     Shape
	Layers []Layer
}

// Normal returns the same network with defaults written out (strides, dilations)
// and unused fields cleared. Presets and ParseSpec return this form.
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

// Classes is how many scores the last layer gives, 0 when the stack is broken.
func (s Spec) Classes() int {
	rows, err := s.Table()
	if err != nil {
		return 0
	}
	return int(rows[len(rows)-1].Size)
}
