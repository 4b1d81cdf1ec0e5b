package invlab

import (
	"image"
	"math"

	"stridelab/nn"
)

// offset is a distance in x and y, in pixels of the input or in cells of a layer.
type offset struct{ X, Y float64 }

// Moved is what a shift of the input did to a layer.
//
// A layer is equivariant to a shift where its new maps are its old ones, moved along. They move by
// the shift divided by the layer's jump, which is the distance in pixels between the windows of
// neighbouring cells. If that is no whole number, no move by whole cells can match it.
type Moved struct {
	Wanted offset          // the shift in cells of the layer
	By     image.Point     // the move by whole cells that leaves the least difference
	Exact  bool            // By equals Wanted
	Inside image.Rectangle // the cells whose windows touch no border, before the move and after it
	// Change is the relative difference Σ|a−b| / Σ(|a|+|b|) between the layer before and after the
	// shift, cell by cell. Left is the difference that is left Inside if the old maps are moved
	// along by By. Both are 0 for equal values, and 1 where they have nothing in common.
	Change, Left float64
	Largest      float64 // the largest |a−b| Inside, with the old maps moved along
}

// compare compares a layer before and after the input was shifted by (dx, dy). was and now are the
// row's outputs [C, H, W]; field is the edge of the input, in pixels.
func compare(r nn.Row, was, now []float32, dx, dy, field int) Moved {
	m := Moved{Change: unlike(was, now)}
	if r.Jump == 0 || r.Shape.H*r.Shape.W < 2 { // one number per channel: nothing can move
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

// around returns the two whole numbers next to v, or only v if it is whole.
func around(v float64) []int {
	lo, hi := int(math.Floor(v)), int(math.Ceil(v))
	if lo == hi {
		return []int{lo}
	}
	return []int{lo, hi}
}

// against returns m with By, Inside, Left and Largest for a move by whole cells.
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

// inside returns the cells whose windows lie in the input, both here and where the cell was before
// a move by whole cells. It may be empty.
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

// differs marks the cells of one map that differ from the old map moved along by whole cells. They
// differ if the difference is more than a fiftieth of the largest value of both maps. A cell that
// no old cell was moved to is compared with 0. dst is [H, W].
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

// bright marks the cells of one map whose value is more than about a third (0.35) of the way up
// from the map's smallest to its largest value. dst is [H, W].
func bright(dst []bool, values []float32) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		lo, hi = min(lo, float64(v)), max(hi, float64(v))
	}
	for i, v := range values {
		dst[i] = hi > lo && float64(v) >= lo+(hi-lo)*0.35
	}
}

// unlike returns the relative difference Σ|a−b| / Σ(|a|+|b|): 0 for equal lists, 1 for lists that
// have nothing in common. (Bray and Curtis 1957, for values that are not negative.)
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

// lost returns the share of a digit's ink that a shift moves out of the field.
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
