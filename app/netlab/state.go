package netlab

import (
	"slices"

	"stridelab/nn"
)

// State is everything the lab shows: what the address carries and what Reset all puts
// back. Networks are shared between states and never written to; both are in normal form.
type State struct {
	Net    nn.Spec // as the table shows it; it may be broken
	Valid  nn.Spec // the last network that fits: Net itself where that does
	Row    int     // selected: 0 is the input, i is layer i-1 of Net
	Unit   Unit    // looked at in what the selected row puts out
	From   Source  // of the weights, as wished for
	Seed   uint64  // of weights that are drawn
	Sample int     // number of the built-in digit
	Stop   int     // of the lesson
}

// Unit is a place in a volume, from 0.
type Unit struct{ C, Y, X int }

// Bounds of the numbers in a State.
const (
	maxSeed   = 1<<32 - 1
	maxSample = 9999
)

// Default is the lab as a first visit finds it: the lecture's net, CONV1 looked at, in a
// map that answers to the digit.
func Default() State {
	s := Open(nn.LeNet())
	s.Unit = Unit{1, 15, 15}
	return s
}

// Open is the state in which a network that fits opens.
func Open(s nn.Spec) State {
	s = s.Normal()
	return State{Net: s, Valid: s, Row: min(1, len(s.Layers)), Seed: 1, Sample: 4}.centred()
}

// with is the state with another network in the table, fitting or not.
func (s State) with(net nn.Spec, row int) State {
	s.Net = net.Normal()
	if s.Net.Check() == nil {
		s.Valid = s.Net
	}
	s.Row = min(max(row, 0), len(s.Net.Layers))
	return s.clamped()
}

// broken says whether the table's network does not fit.
func (s State) broken() bool { return !s.Net.Equal(s.Valid) }

// shown is the row of Valid's table that the figures are about.
func (s State) shown() int { return min(s.Row, len(s.Valid.Layers)) }

// shape is what the shown row puts out.
func (s State) shape() nn.Shape {
	rows, err := s.Valid.Table()
	if err != nil {
		panic("netlab: " + err.Error()) // Valid fits
	}
	shape := rows[s.shown()].Shape
	if shape.Flat {
		shape.H, shape.W = 1, 1
	}
	return shape
}

// clamped keeps the unit inside what the shown row puts out.
func (s State) clamped() State {
	shape := s.shape()
	s.Unit = Unit{min(s.Unit.C, shape.C-1), min(s.Unit.Y, shape.H-1), min(s.Unit.X, shape.W-1)}
	return s
}

// centred looks at the unit in the middle of the first map.
func (s State) centred() State {
	shape := s.shape()
	s.Unit = Unit{0, shape.H / 2, shape.W / 2}
	return s
}

// selected is the state with another row looked at: the place in the image stays about
// where it was.
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

// The edits below give the network with one thing changed; none touches the old one.

// insert puts a layer before layer i of the network.
func insert(s nn.Spec, i int, l nn.Layer) nn.Spec {
	s.Layers = slices.Insert(slices.Clone(s.Layers), i, l)
	return s
}

// remove takes layer i out.
func remove(s nn.Spec, i int) nn.Spec {
	s.Layers = slices.Delete(slices.Clone(s.Layers), i, i+1)
	return s
}

// swap exchanges layers i and j.
func swap(s nn.Spec, i, j int) nn.Spec {
	s.Layers = slices.Clone(s.Layers)
	s.Layers[i], s.Layers[j] = s.Layers[j], s.Layers[i]
	return s
}

// replace makes layer i another.
func replace(s nn.Spec, i int, l nn.Layer) nn.Spec {
	s.Layers = slices.Clone(s.Layers)
	s.Layers[i] = l
	return s
}
