package viz

import (
	"image/color"
	"math"
	"strings"
)

// Scene is the stage as a picture, for a page without the program and for goldens.
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

// TextSize is the font size with which a text of n characters fits a cell.
func (c StageCell) TextSize() float64 {
	n := float64(len([]rune(c.Text)))
	return math.Max(6, math.Min(c.Size*0.42, c.Size*0.88/(0.6*math.Max(n, 1))))
}

// TextX and TextY are the middle and the baseline of the cell's number, which moves aside
// for a number in the corner.
func (c StageCell) TextX() float64 { return c.X + c.Size/2 }

// TextY is the baseline of the cell's number.
func (c StageCell) TextY() float64 {
	y := c.Y + c.Size/2 + c.TextSize()*0.36
	if c.Corner != "" {
		y += c.Size * 0.1
	}
	return y
}

// RingY and RingR place the ring around a winner; it leaves a number in the corner alone.
func (c StageCell) RingY() float64 {
	if c.Corner != "" {
		return c.Y + c.Size*0.6
	}
	return c.Y + c.Size/2
}

// RingR is the ring's radius.
func (c StageCell) RingR() float64 {
	if c.Corner != "" {
		return c.Size * 0.35
	}
	return c.Size * 0.42
}

// CornerSize is the font size of the number in the corner.
func (c StageCell) CornerSize() float64 {
	n := float64(len([]rune(c.Corner)))
	return math.Max(6, math.Min(c.Size*0.26, c.Size*0.9/(0.6*math.Max(n, 1))))
}

func (c StageCell) addTo(sc *Scene) {
	border := Stroke{Paint: Fill(Line), Width: 1}
	if c.Has(MarkPending) {
		border.Dash = []float64{3, 3}
	}
	if c.Has(MarkLit) {
		border = Stroke{Paint: Fill(Accent), Width: 2}
	}
	sc.Add(Rect{X: c.X, Y: c.Y, W: c.Size, H: c.Size, Fill: Signed(c.Tint), Stroke: border, Hatch: c.Has(MarkPadding)})
	if c.Has(MarkDropped) {
		sc.Add(Segment(c.X, c.Y, c.X+c.Size, c.Y+c.Size, Stroke{Paint: Fill(Line), Width: 1}),
			Segment(c.X+c.Size, c.Y, c.X, c.Y+c.Size, Stroke{Paint: Fill(Line), Width: 1}))
	}
	switch {
	case c.Has(MarkWinner):
		sc.Add(Marker{Kind: Ring, X: c.X + c.Size/2, Y: c.RingY(), R: c.RingR(), Paint: Fill(Result)})
	case c.Has(MarkTied):
		sc.Add(Marker{Kind: Dot, X: c.X + c.Size*0.84, Y: c.Y + c.Size*0.82, R: 3, Paint: Fill(Result)})
	}
	if c.Text != "" {
		role := Ink
		if c.Has(MarkPadding) {
			role = Muted
		}
		sc.Add(Text{X: c.TextX(), Y: c.TextY(), S: c.Text, Size: c.TextSize(), Anchor: Middle, Paint: Fill(role), Bold: c.Has(MarkNow)})
	}
	if c.Corner != "" {
		sc.Add(Text{X: c.X + c.Size - 3, Y: c.Y + c.CornerSize(), S: c.Corner, Size: c.CornerSize(), Anchor: End, Paint: Fill(Muted)})
	}
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

// Pixel is the colour of a cell of the tile, row and col counted with the padding: how a
// canvas paints it. m must be a Diverging map; wait is for what is not computed yet.
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

// Sketch is the stage in characters: each cell its number, the window's in brackets, the
// winner in stars, the cell now in angle brackets, padding as dots, dropped cells as x.
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
