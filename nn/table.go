package nn

import (
	"math"
	"strconv"
)

// Limits on what a Spec may ask for. They keep every count inside an int64 and refuse nonsense
// early. A Model has a tighter limit of its own.
const (
	maxLayers   = 64
	maxEdge     = 2048    // rows and columns of the input
	maxChannels = 4096    // channels of the input
	maxOut      = 1 << 16 // filters or units
	maxWindow   = 255     // window edge, stride, padding, dilation
	maxVector   = 1 << 28 // numbers of a flat input
	maxNumbers  = 1 << 31 // activations or weights of one layer
	maxReach    = 1 << 30 // larger receptive fields and jumps are given as this
)

// Row is one line of the layer table: the output of layer Layer of the Spec, and what it costs
// for one sample.
type Row struct {
	Name         string     // as lectures write it: CONV1, POOL1, FC3, Softmax
	Kind         Kind       // meaningless in the input's row
	Layer        int        // index in Spec.Layers, -1 for the input
	Act          Activation // applied to the output
	Shape        Shape      // of the output
	Size         int64      // numbers in Shape
	Params       int64      // weights and biases
	MultiplyAdds int64      // multiplications of a weight by an input; 0 for layers without weights

	// The receptive field: the part of the input that one unit depends on. It has ReceptiveField
	// rows and ReceptiveWidth columns; they differ only after a layer that sees all of an input
	// that is not square. The field of the next unit lies Jump pixels further on; Jump 0 means
	// that all units have the same field. Start is the first row and the first column of the
	// first unit's field. It is negative where the field begins in the padding.
	ReceptiveField, ReceptiveWidth, Jump, Start int
}

// Field is the receptive field of the unit in row y, column x, without the padding: rows y0 up to
// y1 and columns x0 up to x1, y1 and x1 not included. in is the shape of the network's input.
func (r Row) Field(in Shape, y, x int) (y0, x0, y1, x1 int) {
	y0, x0 = r.Start+y*r.Jump, r.Start+x*r.Jump
	y1, x1 = y0+r.ReceptiveField, x0+r.ReceptiveWidth
	return max(y0, 0), max(x0, 0), min(y1, in.H), min(x1, in.W)
}

// Table infers every shape and count. The first row is the input. A stack that does not fit gives
// the rows before the layer that does not fit, and a *StackError.
//
// Each window widens the receptive field by d(f-1) jumps, and each stride multiplies the jump
// (Araujo, Norris, Sim: Computing receptive fields of convolutional neural networks, Distill
// 2019).
func (s Spec) Table() ([]Row, error) {
	in := s.In
	if in.Flat {
		in.H, in.W = 1, 1
		if in.C < 1 || in.C > maxVector {
			return nil, &StackError{Layer: -1, Code: CodeInputShape, Args: []any{1, 1, in.C}}
		}
	} else if in.H < 1 || in.W < 1 || in.C < 1 || in.H > maxEdge || in.W > maxEdge || in.C > maxChannels {
		return nil, &StackError{Layer: -1, Code: CodeInputShape, Args: []any{in.H, in.W, in.C}}
	}
	rows := make([]Row, 1, len(s.Layers)+1)
	rows[0] = Row{Name: "Input", Layer: -1, Shape: in, Size: int64(in.Size()), ReceptiveField: 1, ReceptiveWidth: 1, Jump: 1}
	if len(s.Layers) == 0 {
		return rows, &StackError{Layer: -1, Code: CodeNoLayers}
	}
	if len(s.Layers) > maxLayers {
		return rows, &StackError{Layer: -1, Code: CodeTooMany, Args: []any{len(s.Layers), maxLayers}}
	}
	names := s.Names()
	for i, l := range s.Layers {
		row, code, args := follow(rows[i], l.normal())
		if code == "" && i == len(s.Layers)-1 {
			code, args = checkLast(row)
		}
		if code != "" {
			return rows, &StackError{Layer: i, Name: names[i], Code: code, Args: args}
		}
		row.Layer, row.Name = i, names[i]
		rows = append(rows, row)
	}
	return rows, nil
}

// Check is nil when the stack fits together, else a *StackError.
func (s Spec) Check() error {
	_, err := s.Table()
	return err
}

// follow is the row of layer l behind prev, or the reason why l does not fit there. l is in
// normal form.
func follow(prev Row, l Layer) (row Row, code Code, args []any) {
	if l.Kind >= kinds {
		return row, CodeUnknownKind, []any{int(l.Kind)}
	}
	if l.Act >= activations {
		return row, CodeUnknownAct, []any{int(l.Act)}
	}
	kind := l.Kind.row()
	if l.Act != Identity && !kind.act {
		return row, CodeNoActivation, []any{l.Act.String()}
	}
	if kind.reads == volume && prev.Shape.Flat {
		return row, CodeNeedsVolume, []any{prev.Shape.C}
	}
	row = prev
	row.Kind, row.Act = l.Kind, l.Act
	if kind.shape != nil {
		if row.Shape, code, args = kind.shape(l, prev.Shape); code != "" {
			return row, code, args
		}
	}
	switch kind.sees {
	case window:
		g := l.window()
		row.widen(g.Extent()-1, g.Extent()-1, g.P)
		row.Jump = min(row.Jump*g.S, maxReach)
	case everything:
		row.seeAll(prev)
	}
	code, args = row.count(l.WeightShape(prev.Shape))
	return row, code, args
}

// count sets the row's counts from its shape and that of its weights, or says that they are too
// large. Each weight is used once for each place of the output, H·W times.
func (r *Row) count(weightShape []int) (Code, []any) {
	// float64 holds what may not fit an int64, and is exact below the limit.
	weights, biases := 0.0, 0
	if len(weightShape) > 0 {
		weights, biases = 1, weightShape[0]
		for _, d := range weightShape {
			weights *= float64(d)
		}
	}
	need := max(weights, float64(r.Shape.C)*float64(r.Shape.H)*float64(r.Shape.W))
	if need > maxNumbers {
		return CodeTooLarge, []any{int64(math.Ceil(need / 1e6)), maxNumbers / 1_000_000}
	}
	r.Size = int64(r.Shape.Size())
	r.Params = int64(weights) + int64(biases)
	r.MultiplyAdds = int64(weights) * int64(r.Shape.H*r.Shape.W)
	return "", nil
}

// seeAll widens the field to what all units of prev see together.
func (r *Row) seeAll(prev Row) {
	r.widen(prev.Shape.H-1, prev.Shape.W-1, 0)
	r.Jump = 0
}

// widen adds rows and columns to the field, and padding before it. Each is one jump wide.
func (r *Row) widen(rows, cols, padding int) {
	r.ReceptiveField = min(r.ReceptiveField+rows*r.Jump, maxReach)
	r.ReceptiveWidth = min(r.ReceptiveWidth+cols*r.Jump, maxReach)
	r.Start = max(r.Start-padding*r.Jump, -maxReach)
}

// checkOut gives the reason why a layer cannot have so many filters or units, if there is one.
func checkOut(l Layer) (Code, []any) {
	if l.Out < 1 || l.Out > maxOut {
		return CodeOut, []any{l.Out, maxOut}
	}
	return "", nil
}

// checkLast gives the reason why the last row cannot feed softmax, if there is one.
func checkLast(r Row) (Code, []any) {
	if r.Shape.H != 1 || r.Shape.W != 1 {
		return CodeLastShape, []any{r.Shape.String()}
	}
	if r.Act != Identity {
		return CodeLastAct, []any{r.Act.String()}
	}
	return "", nil
}

// Names gives every layer its name in the table, whether the stack fits or not. Layers with
// weights are counted (CONV1, CONV2, FC3). The others carry the number of the last such layer
// before them (POOL1), with a letter from the second on (POOL1b). A Dense layer at the end is
// called Softmax, which it feeds.
func (s Spec) Names() []string {
	names := make([]string, len(s.Layers))
	seen := map[string]int{}
	n := 0
	for i, l := range s.Layers {
		if l.Kind.row().weights != nil {
			n++
		}
		name := l.Kind.row().label + strconv.Itoa(n)
		if l.Kind == Dense && i == len(s.Layers)-1 {
			name = "Softmax"
		}
		seen[name]++
		if again := seen[name]; again > 1 {
			name += string(rune('a' + again - 1))
		}
		names[i] = name
	}
	return names
}
