package viz

import (
	"image"
	"math"
)

// Scene is a drawing: shapes, painted in order. Coordinates are CSS pixels from the upper
// left corner.
type Scene struct {
	W, H   float64
	Title  string // what the picture shows, for a screen reader; SVG needs it
	Shapes []Shape
}

// Add appends shapes.
func (s *Scene) Add(shapes ...Shape) { s.Shapes = append(s.Shapes, shapes...) }

// Shape is one of Rect, Polyline, Marker, Text, Image and SignedCells.
type Shape interface{ shape() }

// Stroke is how a line is drawn. The zero value draws nothing.
type Stroke struct {
	Paint Paint
	Width float64   // 0 means 1
	Dash  []float64 // lengths of dash, gap, dash, ...; nil is a solid line
}

// Rect is a rectangle.
type Rect struct {
	X, Y, W, H float64
	Fill       Paint
	Stroke     Stroke
	Hatch      bool    // diagonal lines inside, in the stroke's paint: the sign of padding
	Round      float64 // radius of the corners, 0 for sharp ones
}

// Polyline is a line through its points, or a polygon where Closed.
type Polyline struct {
	Points []Point
	Stroke Stroke
	Fill   Paint
	Closed bool
}

// Point is a position in a scene.
type Point struct{ X, Y float64 }

// Segment is the polyline of a single straight line.
func Segment(x1, y1, x2, y2 float64, s Stroke) Polyline {
	return Polyline{Points: []Point{{x1, y1}, {x2, y2}}, Stroke: s}
}

// MarkerKind is the form of a marker. Curves differ in form as well as in colour.
type MarkerKind uint8

// The markers.
const (
	NoMarker MarkerKind = iota
	Dot
	Ring
	Square
	Diamond
	Triangle
	Cross
)

// Marker is a small sign centred on a point, R its half width.
type Marker struct {
	Kind    MarkerKind
	X, Y, R float64
	Paint   Paint
}

// Anchor says which part of a text is at its X.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is a line of text, Y its baseline.
type Text struct {
	X, Y   float64
	S      string
	Size   float64 // font size in pixels, 0 means 12
	Anchor Anchor
	Paint  Paint // the zero value means Ink
	Bold   bool
	Turned bool // rotated about (X, Y), so that it reads upwards
}

// Image is an opaque picture, scaled to a rectangle without smoothing its pixels.
type Image struct {
	X, Y, W, H float64
	Pix        *image.RGBA
}

// SignedCells is a grid of square cells with the colours of Diverging. Values are [H, W] in
// [-1, 1]; zero is the paper. Unlike an Image, it follows the theme in SVG too. Values are
// rounded to 1/16, a step too small to see.
type SignedCells struct {
	X, Y, Cell float64
	W, H       int
	Values     []float32
}

// signedLevels is the number of shades of SignedCells on each side of zero.
const signedLevels = 16

// level is the shade of a value, in [-signedLevels, signedLevels]; NaN is 0.
func (SignedCells) level(v float32) int {
	if v != v {
		return 0
	}
	return int(math.Round(float64(min(max(v, -1), 1)) * signedLevels))
}

// Runs calls f for each run of equal, non-zero cells in a row, with its paint, its place and
// its size in pixels. It panics if len(Values) is not W*H.
func (c SignedCells) Runs(f func(p Paint, x, y, w, h float64)) {
	if len(c.Values) != c.W*c.H {
		panic("viz: bad cells size")
	}
	for y := range c.H {
		row := c.Values[y*c.W : (y+1)*c.W]
		for x := 0; x < c.W; {
			l, end := c.level(row[x]), x+1
			for end < c.W && c.level(row[end]) == l {
				end++
			}
			if l != 0 {
				f(Signed(float64(l)/signedLevels), c.X+float64(x)*c.Cell, c.Y+float64(y)*c.Cell, float64(end-x)*c.Cell, c.Cell)
			}
			x = end
		}
	}
}

func (Rect) shape()        {}
func (Polyline) shape()    {}
func (Marker) shape()      {}
func (Text) shape()        {}
func (Image) shape()       {}
func (SignedCells) shape() {}

// Outline is the closed line of a marker. It is nil for Dot and Ring, which a renderer draws
// as a circle, and for Cross, which it draws as two strokes.
func (m Marker) Outline() []Point {
	switch m.Kind {
	case Square:
		r := m.R * 0.9
		return []Point{{m.X - r, m.Y - r}, {m.X + r, m.Y - r}, {m.X + r, m.Y + r}, {m.X - r, m.Y + r}}
	case Diamond:
		r := m.R * 1.25
		return []Point{{m.X, m.Y - r}, {m.X + r, m.Y}, {m.X, m.Y + r}, {m.X - r, m.Y}}
	case Triangle:
		r := m.R * 1.2
		return []Point{{m.X, m.Y - r}, {m.X + r, m.Y + r*0.8}, {m.X - r, m.Y + r*0.8}}
	}
	return nil
}

// HatchLines are the diagonals of a hatched rectangle. They rise to the right and end at its
// edges. Their distance along the edge is 6 pixels.
func (r Rect) HatchLines() [][2]Point {
	const apart = 6
	var lines [][2]Point
	// The line x+y = k enters at the left or bottom edge and leaves at the top or right one.
	for k := float64(apart) / 2; k < r.W+r.H; k += apart {
		from := Point{max(0, k-r.H), min(k, r.H)}
		to := Point{min(k, r.W), max(0, k-r.W)}
		lines = append(lines, [2]Point{{r.X + from.X, r.Y + from.Y}, {r.X + to.X, r.Y + to.Y}})
	}
	return lines
}

// TextWidth estimates the width of a text in a system font, in pixels, rather too wide than
// too narrow. A Latin letter or digit takes 0.58 of the size, a space, a stop, a comma, an i
// or an l 0.3, and Hangul all of it. A size of 0 means 12. Layout needs an estimate that is
// the same on every machine; it does not fit exactly.
func TextWidth(s string, size float64) float64 {
	if size == 0 {
		size = 12
	}
	var em float64
	for _, r := range s {
		switch {
		case r >= 0x1100 && r != '−': // a minus sign is as wide as a digit
			em++
		case r == ' ' || r == '.' || r == ',' || r == 'i' || r == 'l':
			em += 0.3
		default:
			em += 0.58
		}
	}
	return em * size
}
