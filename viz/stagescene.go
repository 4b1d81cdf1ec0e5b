package viz

import (
	"image/color"
	"math"
	"strings"
)

// Scene is the stage as a picture: for a page without the program, and for goldens.
func (s Stage) Scene(title string) Scene {
	sc := Scene{W: s.W, H: s.H, Title: title}
	for _, t := range s.Tiles {
		t.addTo(&sc)
	}
	for _, c := range s.Cells {
		c.addTo(&sc)
	}
	for _, t := range s.Texts {
		sc.Add(Text{X: t.X, Y: t.Y, S: t.S, Size: t.Size, Anchor: t.Anchor, Paint: Fill(t.Role), Bold: t.Bold})
	}
	for _, f := range s.Frames {
		role := Accent
		if f.Kind == OutputFrame {
			role = Result
		}
		sc.Add(Rect{X: f.X, Y: f.Y, W: f.Size, H: f.Size, Stroke: Stroke{Paint: Fill(role), Width: 3}})
	}
	return sc
}

func (t StageTile) addTo(sc *Scene) {
	inner := t.W - 2*t.Pad
	area := inner * (t.H - 2*t.Pad)
	values := make([]float32, area)
	for i := range min(t.Done, len(t.Values), area) {
		values[i] = float32(2*t.Range.Unit(float64(t.Values[i])) - 1)
	}
	w, h := float64(t.W)*t.Cell, float64(t.H)*t.Cell
	sc.Add(Rect{X: t.X, Y: t.Y, W: w, H: h, Fill: Fill(Paper), Stroke: Stroke{Paint: Fill(Line)}, Hatch: t.Pad > 0})
	sc.Add(SignedCells{X: t.X + float64(t.Pad)*t.Cell, Y: t.Y + float64(t.Pad)*t.Cell, Cell: t.Cell, W: inner, H: t.H - 2*t.Pad, Values: values})
	if t.Pad > 0 {
		sc.Add(Rect{X: t.X + float64(t.Pad)*t.Cell, Y: t.Y + float64(t.Pad)*t.Cell, W: float64(inner) * t.Cell, H: float64(inner) * t.Cell, Stroke: Stroke{Paint: Fill(Line)}})
	}
}

// Pixel is the colour of a cell of the tile on a canvas. row and col count the padding too. m
// must be a Diverging map. padding is the colour of a cell of padding, and wait that of a cell
// which is not computed yet.
func (t StageTile) Pixel(row, col int, m Map, padding, wait color.RGBA) color.RGBA {
	r, c := row-t.Pad, col-t.Pad
	inner, rows := t.W-2*t.Pad, t.H-2*t.Pad
	if r < 0 || c < 0 || c >= inner || r >= rows {
		return padding
	}
	i := r*inner + c
	if i >= t.Done || i >= len(t.Values) {
		return wait
	}
	return m.At(t.Range.Unit(float64(t.Values[i])))
}

// Sketch draws the stage in characters. Each cell is its number: in brackets in the window,
// in stars for the winner, in angle brackets for the output now. Padding is a dot, a dropped
// cell an x.
func (s Stage) Sketch() string {
	if len(s.Cells) == 0 {
		return ""
	}
	size := s.Cells[0].Size
	lines := map[int][]rune{}
	last := 0
	for _, c := range s.Cells {
		if c.Role == BiasCell {
			continue
		}
		at, line := int(math.Round(c.X/size*6)), int(math.Round(c.Y/size))
		last = max(last, line)
		text := c.Text
		switch {
		case c.Has(MarkDropped):
			text = "x"
		case c.Has(MarkPadding):
			text = "·"
		case text == "":
			text = "_"
		}
		l, r := " ", " "
		switch {
		case c.Has(MarkWinner):
			l, r = "*", "*"
		case c.Has(MarkNow):
			l, r = "<", ">"
		case c.Has(MarkWindow):
			l, r = "[", "]"
		}
		for n := len([]rune(text)); n < 4; n++ {
			text = " " + text
		}
		row := lines[line]
		for len(row) < at+6 {
			row = append(row, ' ')
		}
		copy(row[at:], []rune(l+text+r))
		lines[line] = row
	}
	var b strings.Builder
	for i := 0; i <= last; i++ {
		b.WriteString(strings.TrimRight(string(lines[i]), " "))
		b.WriteByte('\n')
	}
	return b.String()
}
