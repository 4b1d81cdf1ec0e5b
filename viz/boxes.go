package viz

import "math"

// Box is what one layer of a network puts out: a volume, or, when Flat, a vector of C
// numbers.
type Box struct {
	Name, Label string // written under it: CONV1, 28×28×8
	H, W, C     int
	Flat        bool
	Weights     bool // the layer learns something: its box is shaded
	Lit         bool // the one looked at: its box is framed
}

// Boxes draws a network as a row of boxes: a box's height and depth are rows and columns,
// to one linear scale, its thickness the square root of the channels, so that both a
// 224×224×3 and a 7×7×512 can be read. A vector is a rod as long as the square root of
// its numbers. What would be too small to see is drawn 3 pixels large.
type Boxes struct {
	Boxes []Box
	Title string
}

const (
	boxEdge  = 168.0 // of the largest volume
	boxThick = 60.0  // the most that channels get
	boxDepth = 0.32  // of a column's pixels, to the right and, by boxRise, upwards
	boxRise  = 0.62
	boxRod   = 7.0 // thickness of a vector
	boxLeast = 3.0
	boxGap   = 20.0
	boxFont  = 13.0
)

// boxScale is pixels per row, per root of a channel, per root of a vector's number.
type boxScale struct{ edge, thick, rod float64 }

func (b Boxes) scale() boxScale {
	edge, channels, numbers := 1, 1, 1
	for _, x := range b.Boxes {
		if x.Flat {
			numbers = max(numbers, x.C)
		} else {
			edge, channels = max(edge, x.H, x.W), max(channels, x.C)
		}
	}
	return boxScale{
		edge:  boxEdge / float64(edge),
		thick: min(8, boxThick/math.Sqrt(float64(channels))),
		rod:   min(11, boxEdge/math.Sqrt(float64(numbers))),
	}
}

// size is a box's front (thick×high pixels) and how far its depth reaches aside.
func (s boxScale) size(b Box) (thick, high, depth float64) {
	if b.Flat {
		return boxRod, max(s.rod*math.Sqrt(float64(b.C)), boxLeast), 0
	}
	return max(s.thick*math.Sqrt(float64(b.C)), boxLeast), max(s.edge*float64(b.H), boxLeast), max(s.edge*float64(b.W), boxLeast) * boxDepth
}

// columns is where each box's column begins, and where the last ends.
func (b Boxes) columns() []float64 {
	s, x := b.scale(), 0.0
	at := make([]float64, 0, len(b.Boxes)+1)
	for _, box := range b.Boxes {
		at = append(at, x)
		thick, _, depth := s.size(box)
		x += max(thick+depth, TextWidth(box.Name, boxFont), TextWidth(box.Label, boxFont)) + boxGap
	}
	return append(at, x)
}

// Find is the box in whose column x lies, -1 outside.
func (b Boxes) Find(x float64) int {
	at := b.columns()
	for i := range b.Boxes {
		if x >= at[i] && x < at[i+1] {
			return i
		}
	}
	return -1
}

// Scene lays the boxes out from left to right, their middles on one line.
func (b Boxes) Scene() Scene {
	s, at := b.scale(), b.columns()
	const rise = boxEdge * boxDepth * boxRise
	sc := Scene{W: at[len(at)-1], H: rise + boxEdge + 4*boxFont, Title: b.Title}
	middle := rise + boxEdge/2 + 2
	for i, box := range b.Boxes {
		thick, high, depth := s.size(box)
		centre := (at[i] + at[i+1]) / 2
		x, y := centre-(thick+depth)/2, middle-high/2
		up := depth * boxRise
		line := Stroke{Paint: Fill(Line)}
		front := Fill(Panel)
		if box.Weights {
			front = Paint{Role: Series1, Alpha: 0.28}
		}
		if box.Lit {
			line = Stroke{Paint: Fill(Accent), Width: 2.5}
		}
		if depth > 0 {
			sc.Add(Polyline{Points: []Point{{x, y}, {x + depth, y - up}, {x + thick + depth, y - up}, {x + thick, y}}, Closed: true, Fill: Fill(Paper), Stroke: line},
				Polyline{Points: []Point{{x + thick, y}, {x + thick + depth, y - up}, {x + thick + depth, y + high - up}, {x + thick, y + high}}, Closed: true, Fill: Fill(Faint), Stroke: line})
		}
		// The ground first: a shade lets through what lies behind it.
		sc.Add(Rect{X: x, Y: y, W: thick, H: high, Fill: Fill(Paper)}, Rect{X: x, Y: y, W: thick, H: high, Fill: front, Stroke: line})
		name := Text{X: centre, Y: sc.H - 1.6*boxFont, S: box.Name, Size: boxFont, Anchor: Middle, Bold: true}
		if box.Lit {
			name.Paint = Fill(Accent)
		}
		sc.Add(name, Text{X: centre, Y: sc.H - 0.35*boxFont, S: box.Label, Size: boxFont, Anchor: Middle, Paint: Fill(Muted)})
	}
	return sc
}
