package viz

import (
	"image"
	"image/color"
)

// ShiftedMap is a picture or feature map after its input was shifted, with an outline of the
// map before. It has W×H cells, each Cell pixels wide, and its upper left corner is at (X, Y).
type ShiftedMap struct {
	X, Y, Cell float64
	W, H       int
	Pix        *image.RGBA // W×H, as it is now
	Was        []bool      // [H, W]: where it was bright before; nil for no outline
	// [H, W]: cells that differ from the old map, moved by the same shift; nil for none.
	Differs []bool
	Size    float64 // font size around it; lines are thicker for a larger one; 0 means 12
}

// The colours of the map are the same in every theme, and so are those of the lines on it. The
// outline is white over black, which shows on every colour; cells that differ are orange.
var (
	onMapLight  = color.RGBA{0xff, 0xff, 0xff, 0xff}
	onMapDark   = color.RGBA{0x0b, 0x0b, 0x14, 0xff}
	onMapDiffer = color.RGBA{0xff, 0x7a, 0x45, 0xff}
)

// Shapes are the map, the hatched cells that differ, the dashed outline and the frame.
func (m ShiftedMap) Shapes() []Shape {
	w, h := float64(m.W)*m.Cell, float64(m.H)*m.Cell
	strength := 1.0
	if m.Size > 12 {
		strength = m.Size / 12
	}
	shapes := []Shape{}
	if m.Pix != nil {
		shapes = append(shapes, Image{X: m.X, Y: m.Y, W: w, H: h, Pix: m.Pix})
	}
	if m.Differs != nil {
		for _, b := range Blocks(m.Differs, m.W, m.H) {
			b.X, b.Y, b.W, b.H = m.X+b.X*m.Cell, m.Y+b.Y*m.Cell, b.W*m.Cell, b.H*m.Cell
			b.Hatch, b.Stroke = true, Stroke{Paint: Colored(onMapDiffer), Width: strength}
			shapes = append(shapes, b)
		}
	}
	if m.Was != nil {
		for _, line := range Outline(m.Was, m.W, m.H) {
			for i, p := range line {
				line[i] = Point{m.X + p.X*m.Cell, m.Y + p.Y*m.Cell}
			}
			shapes = append(shapes,
				Polyline{Points: line, Closed: true, Stroke: Stroke{Paint: Colored(onMapDark), Width: 3 * strength}},
				Polyline{Points: line, Closed: true, Stroke: Stroke{Paint: Colored(onMapLight), Width: 1.5 * strength, Dash: []float64{4 * strength, 3 * strength}}})
		}
	}
	return append(shapes, Rect{X: m.X, Y: m.Y, W: w, H: h, Stroke: Stroke{Paint: Fill(Line), Width: 1}})
}
