package sharelab

import "stridelab/nn"

// Setting is a convolution of stride 1 without padding: Filters filters of F×F×C over an
// input of H×W×C.
type Setting struct{ H, W, C, F, Filters int }

// Famous is the example of many lectures: 32×32×3 becomes 28×28×6.
func Famous() Setting { return Setting{32, 32, 3, 5, 6} }

// field names one number of a setting, as the address and the controls do.
type field string

const (
	fieldH       field = "h"
	fieldW       field = "w"
	fieldC       field = "c"
	fieldF       field = "f"
	fieldFilters field = "filters"
)

func fields() []field { return []field{fieldH, fieldW, fieldC, fieldF, fieldFilters} }

// limits is the range of a field. The largest layer there is has 65,536 outputs and 2³¹
// weights, which is where nn.Spec stops counting.
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

// number is where the setting keeps a field.
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

// with is the setting with one field changed.
func (s Setting) with(f field, v int) Setting {
	*s.number(f) = v
	return s
}

// Side is what one of the two layers costs.
type Side struct {
	Weights      int64 // without biases
	Params       int64 // with them
	Bytes        int64 // of all parameters in float32
	MultiplyAdds int64 // for one input
}

// Counts are both layers between the same two volumes, as the engine counts them.
type Counts struct {
	In, Out     nn.Shape
	Conv, Dense Side
}

// convSpec describes the convolution. A network ends in a vector of scores, so a layer of
// two units stands behind; its row is not looked at.
func (s Setting) convSpec() nn.Spec {
	return nn.Spec{In: nn.Volume(s.H, s.W, s.C), Layers: []nn.Layer{{Kind: nn.Conv, Out: s.Filters, F: s.F}, {Kind: nn.Dense, Out: 2}}}
}

// denseSpec describes the fully connected layer from the same input to units numbers.
func (s Setting) denseSpec(units int) nn.Spec {
	return nn.Spec{In: nn.Volume(s.H, s.W, s.C), Layers: []nn.Layer{{Kind: nn.Dense, Out: units}, {Kind: nn.Dense, Out: 2}}}
}

// Counts has nn describe both layers. The error is a *nn.StackError: the filter is larger
// than the input.
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

// sideOf reads a row of the layer table. There is one bias a filter, or a unit: both are
// the channels of what the layer puts out.
func sideOf(r nn.Row) Side {
	return Side{Weights: r.Params - int64(r.Shape.C), Params: r.Params, Bytes: 4 * r.Params, MultiplyAdds: r.MultiplyAdds}
}

// Ratio is how many weights the dense layer has for each parameter of the convolution:
// 14,450,688 / 456.
func (c Counts) Ratio() float64 { return float64(c.Dense.Weights) / float64(c.Conv.Params) }

// Cell is a number in a volume: channel (or filter), row and column, from 0.
type Cell struct{ C, Y, X int }

// Box is a block of cells, the same in each of Sheets channels from Cell.C on.
type Box struct {
	Cell
	Sheets, Rows, Cols int
}

// Size is how many cells the box holds.
func (b Box) Size() int { return b.Sheets * b.Rows * b.Cols }

// inputs are what an output depends on: its window in every channel.
func (s Setting) inputs(out Cell) Box {
	return Box{Cell{0, out.Y, out.X}, s.C, s.F, s.F}
}

// outputs are what depends on an input, in every filter's map: fewer at the border, and
// the same whichever channel the input is in.
func (s Setting) outputs(in Cell) Box {
	y, x := max(0, in.Y-s.F+1), max(0, in.X-s.F+1)
	return Box{Cell{0, y, x}, s.Filters, min(in.Y, s.H-s.F) - y + 1, min(in.X, s.W-s.F) - x + 1}
}
