package netlab

import (
	"slices"

	"stridelab/nn"
)

// State is everything that the lab shows and that its address holds. States share their networks,
// so nothing writes to them. Both networks are in normal form (nn.Spec.Normal).
type State struct {
	Net    nn.Spec // the network in the table; its layers may not fit each other
	Valid  nn.Spec // the last network that fitted: Net itself if it fits
	Row    int     // the selected row: 0 is the input, i is layer i-1 of Net
	Unit   Unit    // the unit that is shown, in the output of the selected row
	From   Source  // the source of the weights that was asked for
	Seed   uint64  // the seed of untrained weights
	Sample int     // the number of the built-in digit
	Stop   int     // the stop of the lesson, from 0
}

// Unit is a place in an output [C, H, W], counted from 0.
type Unit struct{ C, Y, X int }

// The largest numbers of a State.
const (
	maxSeed   = 1<<32 - 1
	maxSample = 9999
)

// Default returns the state with which the lab opens: the lecture's network with CONV1 selected,
// and a unit that is not 0 for the digit.
func Default() State {
	s := Open(nn.LeNet())
	s.Unit = Unit{1, 15, 15}
	return s
}

// Open returns the state with which a network that fits opens.
func Open(s nn.Spec) State {
	s = s.Normal()
	return State{Net: s, Valid: s, Row: min(1, len(s.Layers)), Seed: 1, Sample: 4}.centred()
}

// with returns the state with another network in the table, which need not fit.
func (s State) with(net nn.Spec, row int) State {
	s.Net = net.Normal()
	if s.Net.Check() == nil {
		s.Valid = s.Net
	}
	s.Row = min(max(row, 0), len(s.Net.Layers))
	return s.clamped()
}

// broken reports whether the table's network does not fit.
func (s State) broken() bool { return !s.Net.Equal(s.Valid) }

// shown returns the row of Valid's table that the figures are about.
func (s State) shown() int { return min(s.Row, len(s.Valid.Layers)) }

// shape returns the shape of the shown row's output. A vector is a volume of height and width 1.
func (s State) shape() nn.Shape {
	rows, err := s.Valid.Table()
	if err != nil {
		panic("netlab: " + err.Error()) // cannot be: Valid fits
	}
	shape := rows[s.shown()].Shape
	if shape.Flat {
		shape.H, shape.W = 1, 1
	}
	return shape
}

// clamped returns the state with its unit moved into the shown row's output.
func (s State) clamped() State {
	shape := s.shape()
	s.Unit = Unit{min(s.Unit.C, shape.C-1), min(s.Unit.Y, shape.H-1), min(s.Unit.X, shape.W-1)}
	return s
}

// centred returns the state with the unit in the middle of the first map.
func (s State) centred() State {
	shape := s.shape()
	s.Unit = Unit{0, shape.H / 2, shape.W / 2}
	return s
}

// selected returns the state with another row selected. The unit stays at about the same place in
// the image.
func (s State) selected(row int) State {
	from := s.shape()
	s.Row = min(max(row, 0), len(s.Net.Layers))
	to := s.shape()
	if from.H*from.W == 1 {
		return s.centred()
	}
	s.Unit = Unit{min(s.Unit.C, to.C-1), s.Unit.Y * to.H / from.H, s.Unit.X * to.W / from.W}
	return s
}

// Equal reports whether two states show the same.
func (s State) Equal(t State) bool {
	return s.Net.Equal(t.Net) && s.Valid.Equal(t.Valid) && s.Row == t.Row && s.Unit == t.Unit &&
		s.From == t.From && s.Seed == t.Seed && s.Sample == t.Sample && s.Stop == t.Stop
}

// The edits below return the network with one change. They do not change s.

// insert returns the network with a layer before layer i.
func insert(s nn.Spec, i int, l nn.Layer) nn.Spec {
	s.Layers = slices.Insert(slices.Clone(s.Layers), i, l)
	return s
}

// remove returns the network without layer i.
func remove(s nn.Spec, i int) nn.Spec {
	s.Layers = slices.Delete(slices.Clone(s.Layers), i, i+1)
	return s
}

// swap returns the network with layers i and j exchanged.
func swap(s nn.Spec, i, j int) nn.Spec {
	s.Layers = slices.Clone(s.Layers)
	s.Layers[i], s.Layers[j] = s.Layers[j], s.Layers[i]
	return s
}

// replace returns the network with another layer i.
func replace(s nn.Spec, i int, l nn.Layer) nn.Spec {
	s.Layers = slices.Clone(s.Layers)
	s.Layers[i] = l
	return s
}
