package viz

import (
	"strings"
	"testing"
)

func lectureBoxes() Boxes {
	return Boxes{Title: "boxes", Boxes: []Box{
		{Name: "Input", Label: "32×32×3", H: 32, W: 32, C: 3},
		{Name: "CONV1", Label: "28×28×8", H: 28, W: 28, C: 8, Weights: true, Lit: true},
		{Name: "POOL1", Label: "14×14×8", H: 14, W: 14, C: 8},
		{Name: "CONV2", Label: "10×10×16", H: 10, W: 10, C: 16, Weights: true},
		{Name: "FC3", Label: "120", C: 120, Flat: true, Weights: true},
		{Name: "Softmax", Label: "10", C: 10, Flat: true, Weights: true},
	}}
}

func TestBoxesOfTheLecturesNet(t *testing.T) {
	svg := lectureBoxes().Scene().SVG()
	wellFormed(t, svg)
	golden(t, "boxes.svg", svg)
}

// Rows and columns are to scale; more channels are thicker; nothing vanishes.
func TestBoxesAreToScale(t *testing.T) {
	b := lectureBoxes()
	s := b.scale()
	_, tall, _ := s.size(b.Boxes[1])
	_, half, _ := s.size(b.Boxes[2])
	if tall != 2*half {
		t.Errorf("28 rows are %v pixels, 14 are %v", tall, half)
	}
	thin, _, _ := s.size(b.Boxes[2])
	thick, _, _ := s.size(b.Boxes[3])
	if thick <= thin {
		t.Errorf("16 channels are %v pixels, 8 are %v", thick, thin)
	}
	b.Boxes = append(b.Boxes, Box{H: 2048, W: 2048, C: 1}, Box{H: 1, W: 1, C: 4096}, Box{C: 65536, Flat: true})
	s = b.scale()
	for _, x := range b.Boxes {
		w, h, depth := s.size(x)
		if w < boxLeast || h < boxLeast || h > boxEdge || w > boxThick+1 || depth > boxEdge*boxDepth+1e-9 {
			t.Errorf("%+v is drawn %v×%v, %v deep", x, w, h, depth)
		}
	}
}

func TestBoxesAreFoundByTheirColumn(t *testing.T) {
	b := lectureBoxes()
	at := b.columns()
	for i := range b.Boxes {
		if got := b.Find((at[i] + at[i+1]) / 2); got != i {
			t.Errorf("the middle of column %d is found in %d", i, got)
		}
	}
	if b.Find(-1) != -1 || b.Find(at[len(at)-1]) != -1 {
		t.Error("something is found outside")
	}
}

func TestBarsShareOneScale(t *testing.T) {
	b := Bars{W: 400, Title: "bars", Role: Series2, Bars: []Bar{{Name: "FC3", Label: "48,120", Value: 48120}, {Name: "FC4", Label: "24,060", Value: 24060, Lit: true}, {Name: "tiny", Label: "1", Value: 1}, {Name: "POOL1", Label: "0"}}}
	sc := b.Scene()
	var widths []float64
	for _, shape := range sc.Shapes {
		switch v := shape.(type) {
		case Rect:
			widths = append(widths, v.W)
		case Text:
			if end := v.X + TextWidth(v.S, v.Size); v.Anchor == Start && end > b.W+1e-9 {
				t.Errorf("%q ends at %v of %v", v.S, end, b.W)
			}
		}
	}
	if len(widths) != 3 || widths[0] != 2*widths[1] || widths[2] != 1 {
		t.Errorf("bars of %v pixels for 48120, 24060, 1 and 0", widths)
	}
	svg := sc.SVG()
	wellFormed(t, svg)
	golden(t, "bars.svg", svg)
	if svg := (Bars{W: 100, Bars: []Bar{{Name: "a", Label: "0"}}}).Scene().SVG(); strings.Contains(svg, "NaN") {
		t.Error("a chart of nothing has NaN in it")
	}
}
