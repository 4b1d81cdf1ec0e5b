package invlab

import (
	"image"

	"stridelab/viz"
)

// plates are images by number, kept so that a move does not allocate them anew.
type plates map[int]*image.RGBA

// of returns image i, with a size of w×h pixels.
func (p plates) of(i, w, h int) *image.RGBA {
	if pix := p[i]; pix != nil && pix.Rect.Dx() == w && pix.Rect.Dy() == h {
		return pix
	}
	p[i] = image.NewRGBA(image.Rect(0, 0, w, h))
	return p[i]
}

// fieldScene draws the digit on its field of width w. A dashed outline shows where the digit was,
// and the rows and columns that came in empty are hatched.
func (s *seen) fieldScene(w float64, p plates, title string) viz.Scene {
	sc := viz.Scene{W: w, H: w, Title: title}
	pix := p.of(-1, edge, edge)
	viz.Tile(pix, s.moved, edge, edge, 1, viz.Range{Lo: 0, Hi: 1}, viz.Gray())
	m := viz.ShiftedMap{X: 1, Y: 1, Cell: (w - 2) / edge, W: edge, H: edge, Pix: pix, Size: w / 24}
	if s.dx != 0 || s.dy != 0 {
		m.Was = inked(s.ink)
	}
	sc.Add(m.Shapes()...)
	for _, r := range cameIn(s.dx, s.dy) {
		sc.Add(viz.Rect{X: 1 + r.X*m.Cell, Y: 1 + r.Y*m.Cell, W: r.W * m.Cell, H: r.H * m.Cell, Hatch: true, Stroke: viz.Stroke{Paint: viz.Colored(viz.Gray().At(0.62))}})
	}
	return sc
}

// inked marks the pixels of a digit that have enough ink to be seen.
func inked(ink []float32) []bool {
	marks := make([]bool, len(ink))
	for i, v := range ink {
		marks[i] = v >= 0.35
	}
	return marks
}

// cameIn returns the parts of the field that a shift filled with zeros, in pixels.
func cameIn(dx, dy int) []viz.Rect {
	var parts []viz.Rect
	x, y := float64(dx), float64(dy)
	switch {
	case dx > 0:
		parts = append(parts, viz.Rect{W: x, H: edge})
	case dx < 0:
		parts = append(parts, viz.Rect{X: edge + x, W: -x, H: edge})
	}
	left, right := max(x, 0), edge+min(x, 0)
	switch {
	case dy > 0:
		parts = append(parts, viz.Rect{X: left, W: right - left, H: y})
	case dy < 0:
		parts = append(parts, viz.Rect{X: left, Y: edge + y, W: right - left, H: -y})
	}
	return parts
}
