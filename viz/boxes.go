package viz

import "math"

// Box is the output of one layer of a network: a volume, or, when Flat, a vector of C
// numbers.
type Box struct {
	Name, Label string // written under it: CONV1, 28×28×8
	H, W, C     int
	Flat        bool
	Weights     bool // the layer has weights: its box is shaded
	Lit         bool // the learner looks at it: its box has a thick frame
}

// Boxes draws a network as a row of boxes. The height and depth of a box are its rows and
// columns, on one linear scale. Its thickness is the square root of the channels, so that
// both 224×224×3 and 7×7×512 can be read. A vector is a rod, and its length the square root
// of its numbers. Each side is at least 3 pixels long.
type Boxes struct {
	Boxes []Box
	Title string
}

const (
	boxEdge  = 168.0 // of the largest volume
	boxThick = 60.0  // the thickness of the most channels
	boxDepth = 0.32  // how far the depth goes to the right, as a share of the columns' length
	boxRise  = 0.62  // how far it rises for a pixel to the right
	boxRod   = 7.0   // thickness of a vector
	boxLeast = 3.0   // length of any side

	// The most pixels for the root of one channel, and of one number of a vector.
	boxRootChannel = 8.0
	boxRootNumber  = 11.0

	boxGap  = 20.0
	boxFont = 13.0
)

// boxScale is the pixels for a row, for the root of a channel, and for the root of a number
// of a vector.
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
		thick: min(boxRootChannel, boxThick/math.Sqrt(float64(channels))),
		rod:   min(boxRootNumber, boxEdge/math.Sqrt(float64(numbers))),
	}
}

// size is the front of a box, thick×high pixels, and how far its depth goes to the right.
func (s boxScale) size(b Box) (thick, high, depth float64) {
	if b.Flat {
		return boxRod, max(s.rod*math.Sqrt(float64(b.C)), boxLeast), 0
	}
	return max(s.thick*math.Sqrt(float64(b.C)), boxLeast), max(s.edge*float64(b.H), boxLeast), max(s.edge*float64(b.W), boxLeast) * boxDepth
}

// columns is the left edge of each box's column, and then the right edge of the last.
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

// Find is the index of the box whose column contains x, -1 outside.
func (b Boxes) Find(x float64) int {
	at := b.columns()
	for i := range b.Boxes {
		if x >= at[i] && x < at[i+1] {
			return i
		}
	}
	return -1
}

// Scene draws the boxes from left to right, with their middles on one line.
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
		// The ground comes first, since the shade is translucent.
		sc.Add(Rect{X: x, Y: y, W: thick, H: high, Fill: Fill(Paper)}, Rect{X: x, Y: y, W: thick, H: high, Fill: front, Stroke: line})
		name := Text{X: centre, Y: sc.H - 1.6*boxFont, S: box.Name, Size: boxFont, Anchor: Middle, Bold: true}
		if box.Lit {
			name.Paint = Fill(Accent)
		}
		sc.Add(name, Text{X: centre, Y: sc.H - 0.35*boxFont, S: box.Label, Size: boxFont, Anchor: Middle, Paint: Fill(Muted)})
	}
	return sc
}
