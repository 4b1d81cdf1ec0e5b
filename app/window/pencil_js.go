package window

import (
	"stridelab/app/ui"
	"stridelab/viz"
)

// pencil draws the cells of a stage that has many, on a canvas no larger than they need. It keeps
// what it drew and draws only the cells that differ: a step of the largest window changes some two
// hundred numbers, and laying these out as SVG would take a whole frame.
type pencil struct {
	id      string
	surface *ui.Surface
	place   canvasPlace
	drawn   []viz.StageCell
	theme   viz.Theme
}

// layerOf returns the index of the pencil that draws a cell. The products and the result have
// layers of their own, because they appear after the rest.
func layerOf(c viz.StageCell) int {
	switch {
	case c.Role == viz.ProductCell:
		return 1
	case c.Has(viz.MarkNow):
		return 2
	}
	return 0
}

func (p *pencil) paint(st viz.Stage, layer int, scale float64, theme viz.Theme) {
	var cells []viz.StageCell
	var box bounds
	if st.Many() {
		for _, c := range st.Cells {
			if layerOf(c) == layer {
				cells = append(cells, c)
				box.hold(c.X, c.Y, c.Size, c.Size)
			}
		}
	}
	if !p.place.show(p.id, box, scale, len(cells) > 0) {
		p.drawn = p.drawn[:0]
		return
	}
	if p.surface == nil {
		p.surface = ui.OpenSurface(p.id)
	}
	anew := p.surface.FitTo(p.place.w, p.place.h, scale)
	if anew || theme != p.theme || !samePlaces(cells, p.drawn) {
		p.theme = theme
		if !anew {
			p.surface.Erase()
		}
		p.draw(cells, true)
		p.drawn = append(p.drawn[:0], cells...)
		return
	}
	var changed []viz.StageCell
	for i, c := range cells {
		if !looksAlike(c, p.drawn[i]) {
			changed = append(changed, c)
		}
		p.drawn[i] = c
	}
	if len(changed) > 0 {
		p.draw(changed, false)
	}
}

// draw draws cells, moved by half a pixel so that a border one pixel wide covers exactly one pixel
// of the screen.
func (p *pencil) draw(cells []viz.StageCell, borders bool) {
	p.surface.Scene(viz.CellScene(cells, borders, p.theme), 0.5-p.place.x, 0.5-p.place.y, p.theme)
}

// samePlaces reports whether two lists of cells have the same squares and borders.
func samePlaces(a, b []viz.StageCell) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].X != b[i].X || a[i].Y != b[i].Y || a[i].Size != b[i].Size || a[i].Dashed() != b[i].Dashed() {
			return false
		}
	}
	return true
}

// looksAlike reports whether two cells at one place are drawn the same.
func looksAlike(a, b viz.StageCell) bool {
	const unseen = viz.MarkLit | viz.MarkLoupe
	return a.Text == b.Text && a.Corner == b.Corner && a.Tint == b.Tint && a.Marks&^unseen == b.Marks&^unseen
}
