package invlab

import (
	"image"
	"math"

	"stridelab/nn"
)

// offset is a distance in x and y, in pixels or in cells.
type offset struct{ X, Y float64 }

// Moved says what a shift of the input did to a layer.
//
// A layer is equivariant to a shift where its maps are the old ones moved along. How far
// is the shift divided by the layer's jump, the pixels between the windows of two
// neighbours; where that is no whole number no move of whole cells can match it.
type Moved struct {
	Wanted offset          // in cells of the layer
	By     image.Point     // the move by whole cells that fits best
	Exact  bool            // By is what was wanted
	Inside image.Rectangle // cells, and those they came from, whose windows see no border
	// Change is how much of the layer is another than before, cell by cell, and Left how
	// much of that is left Inside once the old one is moved along: Σ|a−b| / Σ(|a|+|b|), so 0
	// where they are equal and 1 where they have nothing in common.
	Change, Left float64
	Largest      float64 // difference Inside after moving along
}

// compare looks at a layer with maps before and after the input was shifted by (dx, dy).
// was and now are [C, H, W] of the row; field is the edge of the input.
func compare(r nn.Row, was, now []float32, dx, dy, field int) Moved {
	m := Moved{Change: unlike(was, now)}
	if r.Jump == 0 || r.Shape.H*r.Shape.W < 2 { // one number a channel: nothing to move
		m.Left = m.Change
		return m
	}
	m.Wanted = offset{float64(dx) / float64(r.Jump), float64(dy) / float64(r.Jump)}
	m.Exact = dx%r.Jump == 0 && dy%r.Jump == 0
	m.Left = math.Inf(1)
	for _, x := range around(m.Wanted.X) {
		for _, y := range around(m.Wanted.Y) {
			if try := m.against(r, was, now, image.Pt(x, y), field); try.Left < m.Left {
				m = try
			}
		}
	}
	return m
}

// around are the whole numbers beside v, one where v is whole.
func around(v float64) []int {
	lo, hi := int(math.Floor(v)), int(math.Ceil(v))
	if lo == hi {
		return []int{lo}
	}
	return []int{lo, hi}
}

// against measures a move by whole cells.
func (m Moved) against(r nn.Row, was, now []float32, by image.Point, field int) Moved {
	m.By, m.Inside = by, inside(r, by, field)
	h, w := r.Shape.H, r.Shape.W
	var apart, all float64
	m.Largest = 0
	for c := range r.Shape.C {
		for row := m.Inside.Min.Y; row < m.Inside.Max.Y; row++ {
			for col := m.Inside.Min.X; col < m.Inside.Max.X; col++ {
				a, b := float64(was[(c*h+row-by.Y)*w+col-by.X]), float64(now[(c*h+row)*w+col])
				d := math.Abs(a - b)
				apart, all = apart+d, all+math.Abs(a)+math.Abs(b)
				m.Largest = max(m.Largest, d)
			}
		}
	}
	m.Left = 0
	if all > 0 {
		m.Left = apart / all
	}
	return m
}

// inside are the cells whose windows lie in the input, before a move by (x, y) cells as
// well as after it. It may be empty.
func inside(r nn.Row, by image.Point, field int) image.Rectangle {
	first := 0
	for r.Start+first*r.Jump < 0 {
		first++
	}
	last := func(cells int) int {
		n := cells
		for n > 0 && r.Start+(n-1)*r.Jump+r.ReceptiveField > field {
			n--
		}
		return n
	}
	free := image.Rect(first, first, max(first, last(r.Shape.W)), max(first, last(r.Shape.H)))
	return free.Intersect(free.Add(by))
}

// differs marks the cells of one map that are not what was there before, moved along by
// (x, y): further off than a fiftieth of the map's peak. Cells that nothing was moved to
// are marked where something is there now. dst is [H, W].
func differs(dst []bool, r nn.Row, was, now []float32, channel int, by image.Point) {
	h, w := r.Shape.H, r.Shape.W
	was, now = was[channel*h*w:(channel+1)*h*w], now[channel*h*w:(channel+1)*h*w]
	var peak float64
	for i := range was {
		peak = max(peak, math.Abs(float64(was[i])), math.Abs(float64(now[i])))
	}
	for row := range h {
		for col := range w {
			i, from := row*w+col, 0.0
			if a, b := row-by.Y, col-by.X; a >= 0 && b >= 0 && a < h && b < w {
				from = float64(was[a*w+b])
			}
			dst[i] = peak > 0 && math.Abs(float64(now[i])-from) > peak/50
		}
	}
}

// bright marks the cells of one map that stand out: from a third of the way between its
// lowest and its highest value on. dst is [H, W].
func bright(dst []bool, values []float32) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		lo, hi = min(lo, float64(v)), max(hi, float64(v))
	}
	for i, v := range values {
		dst[i] = hi > lo && float64(v) >= lo+(hi-lo)*0.35
	}
}

// unlike is Σ|a−b| / Σ(|a|+|b|): 0 for equal ones, 1 for such that have nothing in common.
// (Bray and Curtis 1957, for values that are not negative.)
func unlike(a, b []float32) float64 {
	var apart, all float64
	for i := range a {
		x, y := float64(a[i]), float64(b[i])
		apart, all = apart+math.Abs(x-y), all+math.Abs(x)+math.Abs(y)
	}
	if all == 0 {
		return 0
	}
	return apart / all
}

// lost is the share of a digit's ink that a shift pushes out of the field.
func lost(ink []float32, dx, dy int) float64 {
	var out, all float64
	for i, v := range ink {
		x, y := i%edge+dx, i/edge+dy
		all += float64(v)
		if x < 0 || y < 0 || x >= edge || y >= edge {
			out += float64(v)
		}
	}
	if all == 0 {
		return 0
	}
	return out / all
}
