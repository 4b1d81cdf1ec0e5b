package sharelab

import "stridelab/nn"

// Setting is a convolution of stride 1 without padding: Filters filters of F×F×C over an input of
// H×W×C.
type Setting struct{ H, W, C, F, Filters int }

// Famous returns the example of many lectures: 32×32×3 becomes 28×28×6.
func Famous() Setting { return Setting{32, 32, 3, 5, 6} }

// field names a number of a setting, as the address and the controls do.
type field string

const (
	fieldH       field = "h"
	fieldW       field = "w"
	fieldC       field = "c"
	fieldF       field = "f"
	fieldFilters field = "filters"
)

// fields returns all fields, in the order of the controls.
func fields() []field { return []field{fieldH, fieldW, fieldC, fieldF, fieldFilters} }

// limits returns the range of a field. The largest possible layer has 65,536 outputs and 2³¹
// weights, which is as many as nn.Spec counts.
func (f field) limits() (lo, hi int) {
	switch f {
	case fieldH, fieldW:
		return 1, 64
	case fieldC:
		return 1, 8
	case fieldF:
		return 1, 11
	}
	return 1, 16
}

// number returns a pointer to the number of a field.
func (s *Setting) number(f field) *int {
	switch f {
	case fieldH:
		return &s.H
	case fieldW:
		return &s.W
	case fieldC:
		return &s.C
	case fieldF:
		return &s.F
	}
	return &s.Filters
}

// with returns the setting with another value of a field.
func (s Setting) with(f field, v int) Setting {
	*s.number(f) = v
	return s
}

// Side is what one of the two layers takes.
type Side struct {
	Weights      int64 // without biases
	Params       int64 // with them
	Bytes        int64 // of all parameters in float32
	MultiplyAdds int64 // for one input
}

// Counts holds the counts of both layers, between the same two volumes, as nn counts them.
type Counts struct {
	In, Out     nn.Shape
	Conv, Dense Side
}

// convSpec returns a network with the convolution. A network must end in a vector of scores, so a
// layer of two units follows, whose row is ignored.
func (s Setting) convSpec() nn.Spec {
	return nn.Spec{In: nn.Volume(s.H, s.W, s.C), Layers: []nn.Layer{{Kind: nn.Conv, Out: s.Filters, F: s.F}, {Kind: nn.Dense, Out: 2}}}
}

// denseSpec returns a network with the fully connected layer from the same input to units outputs.
func (s Setting) denseSpec(units int) nn.Spec {
	return nn.Spec{In: nn.Volume(s.H, s.W, s.C), Layers: []nn.Layer{{Kind: nn.Dense, Out: units}, {Kind: nn.Dense, Out: 2}}}
}

// Counts returns the counts of both layers. If the filter is larger than the input, the error is a
// *nn.StackError.
func (s Setting) Counts() (Counts, error) {
	conv, err := s.convSpec().Table()
	if err != nil {
		return Counts{}, err
	}
	dense, err := s.denseSpec(int(conv[1].Size)).Table()
	if err != nil {
		return Counts{}, err
	}
	return Counts{In: conv[0].Shape, Out: conv[1].Shape, Conv: sideOf(conv[1]), Dense: sideOf(dense[1])}, nil
}

// sideOf reads a row of the layer table. Each filter or unit has one bias, and their number is that
// of the output's channels.
func sideOf(r nn.Row) Side {
	return Side{Weights: r.Params - int64(r.Shape.C), Params: r.Params, Bytes: 4 * r.Params, MultiplyAdds: r.MultiplyAdds}
}

// Ratio returns how many weights the dense layer has for each parameter of the convolution. For
// Famous it is 14,450,688 / 456.
func (c Counts) Ratio() float64 { return float64(c.Dense.Weights) / float64(c.Conv.Params) }

// Cell is the place of a number in a volume: channel (or filter), row and column, counted from 0.
type Cell struct{ C, Y, X int }

// Box is a block of cells: the same rows and columns in each of Sheets channels, from Cell.C on.
type Box struct {
	Cell
	Sheets, Rows, Cols int
}

// Size returns the number of cells.
func (b Box) Size() int { return b.Sheets * b.Rows * b.Cols }

// inputs returns what an output depends on: its window, in every channel.
func (s Setting) inputs(out Cell) Box {
	return Box{Cell{0, out.Y, out.X}, s.C, s.F, s.F}
}

// outputs returns what depends on an input, in the map of every filter. Near the border there are
// fewer. The channel of the input does not matter.
func (s Setting) outputs(in Cell) Box {
	y, x := max(0, in.Y-s.F+1), max(0, in.X-s.F+1)
	return Box{Cell{0, y, x}, s.Filters, min(in.Y, s.H-s.F) - y + 1, min(in.X, s.W-s.F) - x + 1}
}
