package nn

import "strconv"

// Shape is the shape of one sample between two layers: C channels of H rows by W columns. A Flat
// shape is a plain vector of C numbers; its H and W are 1.
type Shape struct {
	C, H, W int
	Flat    bool
}

// Volume is the shape of h rows by w columns by c channels. The arguments stand in the order of
// the layer table.
func Volume(h, w, c int) Shape { return Shape{C: c, H: h, W: w} }

// Vector is the shape of n numbers without rows or columns.
func Vector(n int) Shape { return Shape{C: n, H: 1, W: 1, Flat: true} }

// Size is the number of numbers in one sample.
func (s Shape) Size() int { return s.C * s.H * s.W }

// String writes the shape as the layer table does: (rows,columns,channels) for a volume,
// (numbers,1) for a vector.
func (s Shape) String() string {
	if s.Flat {
		return "(" + strconv.Itoa(s.C) + ",1)"
	}
	return "(" + strconv.Itoa(s.H) + "," + strconv.Itoa(s.W) + "," + strconv.Itoa(s.C) + ")"
}

// Geometry says how a square window moves over an input. F is its edge in cells, S the stride
// between two windows, P the cells of padding on every side, and D the dilation: the distance
// between two neighbouring cells of the window.
type Geometry struct{ F, S, P, D int }

// Extent is the edge of the input patch that one window spans: d(f-1) + 1.
func (g Geometry) Extent() int { return g.D*(g.F-1) + 1 }

// Out is the number of windows along an edge of n cells, floor((n + 2p - d(f-1) - 1)/s) + 1. It
// is 0 where not even one window fits. It panics when S is 0 and a window fits.
func (g Geometry) Out(n int) int {
	room := n + 2*g.P - g.Extent()
	if room < 0 {
		return 0
	}
	return room/g.S + 1
}
