package viz

import (
	"cmp"
	"math"
	"slices"
)

// TextSize is the font size at which the cell's number fits into it, in pixels. The result
// now is bold, which takes more room.
func (c StageCell) TextSize() float64 {
	room := 0.88
	if c.Has(MarkNow) {
		room = 0.76
	}
	return fitSize(c.Text, c.Size*0.42, c.Size*room)
}

// CornerSize is the font size of the number in the corner.
func (c StageCell) CornerSize() float64 { return fitSize(c.Corner, c.Size*0.26, c.Size*0.84) }

// fitSize is the font size, 6 at least and size at most, at which a number fits into a width.
func fitSize(s string, size, width float64) float64 {
	n := 0
	for range s {
		n++
	}
	return math.Max(6, math.Min(size, width/(0.6*math.Max(float64(n), 1))))
}

// TextX is the middle of the cell's number.
func (c StageCell) TextX() float64 { return c.X + c.Size/2 }

// TextY is the baseline of the cell's number, which is lower under a number in the corner.
func (c StageCell) TextY() float64 {
	y := c.Y + c.Size/2 + c.TextSize()*0.36
	if c.Corner != "" {
		y += c.Size * 0.12
	}
	return y
}

// CornerX is the right end of the number in the corner. The number does not touch a ring.
func (c StageCell) CornerX() float64 { return c.X + c.Size - 3 - c.aside() }

// CornerY is the baseline of the number in the corner.
func (c StageCell) CornerY() float64 { return c.Y + c.CornerSize() + 1 + c.aside() }

// aside is how far a ring moves the number in the corner.
func (c StageCell) aside() float64 {
	if c.Marks&(MarkWinner|MarkTied) != 0 {
		return 3
	}
	return 0
}

// Ring is the line around a winner, along the edge of its cell. A cell that ties with the
// winner has a thinner, dashed line. ok is false for any other cell.
func (c StageCell) Ring() (r Rect, ok bool) {
	line := Stroke{Paint: Fill(Result), Width: 2.5}
	switch {
	case c.Has(MarkWinner):
	case c.Has(MarkTied):
		line.Width, line.Dash = 1.5, []float64{3, 3}
	default:
		return Rect{}, false
	}
	const inset = 3.0
	r = Rect{X: c.X + inset, Y: c.Y + inset, W: c.Size - 2*inset, H: c.Size - 2*inset, Stroke: line}
	r.Round = min(6, r.W/3)
	return r, true
}

// CellScene is a drawing of cells for a canvas: the borders, then the grounds, then the
// lines, then the numbers by size. In this order a canvas seldom changes its colour and font.
// Without borders the scene draws over cells that were drawn before. The grounds are opaque
// and end at the borders.
func CellScene(cells []StageCell, borders bool, t Theme) Scene {
	sc := Scene{Shapes: make([]Shape, 0, 4*len(cells))}
	if borders {
		for _, c := range cells {
			sc.Add(Rect{X: c.X, Y: c.Y, W: c.Size, H: c.Size, Stroke: c.border()})
		}
	}
	for _, c := range cells {
		sc.Add(Rect{X: c.X + 0.5, Y: c.Y + 0.5, W: c.Size - 1, H: c.Size - 1, Fill: Colored(Signed(c.Tint).On(t))})
	}
	addOn(&sc, cells)
	return sc
}

// addOn adds what is drawn over the grounds of cells: hatch, cross, ring and numbers.
func addOn(sc *Scene, cells []StageCell) {
	for _, c := range cells {
		if c.Has(MarkPadding) {
			sc.Add(Rect{X: c.X, Y: c.Y, W: c.Size, H: c.Size, Hatch: true, Stroke: Stroke{Paint: Fill(Line)}})
		}
		c.addMarks(sc)
	}
	texts := make([]Text, 0, 2*len(cells))
	for _, c := range cells {
		if c.Text != "" {
			texts = append(texts, c.number())
		}
		if c.Corner != "" {
			texts = append(texts, c.corner())
		}
	}
	// On a canvas a change of font takes longer than a text.
	slices.SortFunc(texts, func(a, b Text) int {
		return cmp.Or(cmp.Compare(a.Size, b.Size), cmp.Compare(a.Paint.Role, b.Paint.Role), cmp.Compare(a.Anchor, b.Anchor))
	})
	for _, t := range texts {
		sc.Add(t)
	}
}

func (c StageCell) addTo(sc *Scene) {
	border := c.border()
	if c.Has(MarkLit) {
		border = Stroke{Paint: Fill(Accent), Width: 2}
	}
	sc.Add(Rect{X: c.X, Y: c.Y, W: c.Size, H: c.Size, Fill: Signed(c.Tint), Stroke: border, Hatch: c.Has(MarkPadding)})
	c.addMarks(sc)
	if c.Text != "" {
		sc.Add(c.number())
	}
	if c.Corner != "" {
		sc.Add(c.corner())
	}
}

// Dashed reports whether the cell's border is dashed: that of a product, which is not kept,
// and that of a value which is not computed yet.
func (c StageCell) Dashed() bool { return c.Role == ProductCell || c.Has(MarkPending) }

func (c StageCell) border() Stroke {
	border := Stroke{Paint: Fill(Line), Width: 1}
	if c.Dashed() {
		border.Dash = []float64{3, 3}
	}
	return border
}

// addMarks draws the cross of a dropped cell and the ring of a winner.
func (c StageCell) addMarks(sc *Scene) {
	if c.Has(MarkDropped) {
		line := Stroke{Paint: Fill(Line), Width: 1}
		sc.Add(Segment(c.X, c.Y, c.X+c.Size, c.Y+c.Size, line), Segment(c.X+c.Size, c.Y, c.X, c.Y+c.Size, line))
	}
	if ring, ok := c.Ring(); ok {
		sc.Add(ring)
	}
}

// number is the cell's number. Its colour follows from the marks.
func (c StageCell) number() Text {
	t := Text{X: c.TextX(), Y: c.TextY(), S: c.Text, Size: c.TextSize(), Anchor: Middle, Paint: Fill(Ink), Bold: c.Has(MarkNow) || c.Has(MarkAsked)}
	switch {
	case c.Has(MarkAsked):
		t.Paint = Fill(Accent)
	case c.Has(MarkNow):
		t.Paint = Fill(Result)
	case c.Has(MarkPadding) || c.Has(MarkDropped):
		t.Paint = Fill(Muted)
	}
	return t
}

// corner is the small number in the corner: the weight that multiplies an input, a share of
// the average, or in Backward the value that a gradient belongs to.
func (c StageCell) corner() Text {
	t := Text{X: c.CornerX(), Y: c.CornerY(), S: c.Corner, Size: c.CornerSize(), Anchor: End, Paint: Fill(Muted)}
	if c.Has(MarkWeight) {
		t.Paint, t.Bold = Fill(Accent), true
	}
	return t
}
