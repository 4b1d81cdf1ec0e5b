package viz

import "image"

// Scene is a drawing: shapes painted in order, coordinates in CSS pixels from the upper
// left corner.
type Scene struct {
	W, H   float64
	Title  string // what the picture shows, for who cannot see it; needed in SVG
	Shapes []Shape
}

// Add appends shapes.
func (s *Scene) Add(shapes ...Shape) { s.Shapes = append(s.Shapes, shapes...) }

// Shape is one of Rect, Polyline, Marker, Text and Image.
type Shape interface{ shape() }

// Stroke is how a line is drawn. The zero value draws nothing.
type Stroke struct {
	Paint Paint
	Width float64   // 0 means 1
	Dash  []float64 // lengths on, off, on, ...; nil is a solid line
}

// Rect is a rectangle.
type Rect struct {
	X, Y, W, H float64
	Fill       Paint
	Stroke     Stroke
	Hatch      bool // diagonal lines inside in the stroke's paint: this cell is padding
}

// Polyline joins its points; closed, it is a polygon.
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

// MarkerKind is the form of a marker. Curves and winners are told apart by form as well
// as by colour.
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

// Anchor says which part of a text lies on its X.
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
	Turned bool // written upwards, turned about (X, Y)
}

// Image is a picture stretched over a rectangle; its pixels stay sharp-edged.
type Image struct {
	X, Y, W, H float64
	Pix        *image.RGBA
}

func (Rect) shape()     {}
func (Polyline) shape() {}
func (Marker) shape()   {}
func (Text) shape()     {}
func (Image) shape()    {}

// TextWidth estimates how wide a text sets in a system font, in pixels, a little on the
// wide side: 0.56 of the size for a Latin letter or digit, the whole size for Hangul.
// Layout needs a figure that is the same on every machine; it is not for exact fits.
func TextWidth(s string, size float64) float64 {
	if size == 0 {
		size = 12
	}
	var em float64
	for _, r := range s {
		switch {
		case r >= 0x1100:
			em++
		case r == ' ' || r == '.' || r == ',' || r == 'i' || r == 'l':
			em += 0.3
		default:
			em += 0.58
		}
	}
	return em * size
}
