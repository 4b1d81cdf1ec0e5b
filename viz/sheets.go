package viz

import "math"

// Sheets is a volume laid out flat: N sheets of Rows×Cols square cells, PerRow of them side
// by side. Its upper left corner is at (X, Y). Sizes are pixels.
type Sheets struct {
	X, Y, Cell, Gap float64
	N, Rows, Cols   int
	PerRow          int
}

const (
	sheetGap     = 10.0 // between sheets
	sheetMinCell = 8.0  // smaller cells have no lines between them
)

// LaySheets fits n sheets of rows×cols cells into a width, at most perRow side by side. No
// cell is larger than largest.
func LaySheets(x, y, width float64, n, rows, cols, perRow int, largest float64) Sheets {
	s := Sheets{X: x, Y: y, Gap: sheetGap, N: n, Rows: rows, Cols: cols, PerRow: min(n, perRow)}
	s.Cell = min(largest, (width-float64(s.PerRow-1)*s.Gap)/float64(s.PerRow*cols))
	return s
}

// corner is the upper left corner of a sheet.
func (s Sheets) corner(sheet int) (x, y float64) {
	return s.X + float64(sheet%s.PerRow)*(float64(s.Cols)*s.Cell+s.Gap), s.Y + float64(sheet/s.PerRow)*(float64(s.Rows)*s.Cell+s.Gap)
}

// Bottom is the lower edge of the last row of sheets.
func (s Sheets) Bottom() float64 {
	_, y := s.corner(s.N - 1)
	return y + float64(s.Rows)*s.Cell
}

// Box is a block of cells of a sheet.
func (s Sheets) Box(sheet, row, col, rows, cols int) Rect {
	x, y := s.corner(sheet)
	return Rect{X: x + float64(col)*s.Cell, Y: y + float64(row)*s.Cell, W: float64(cols) * s.Cell, H: float64(rows) * s.Cell}
}

// Find is the cell at a point. ok is false between sheets and outside.
func (s Sheets) Find(x, y float64) (sheet, row, col int, ok bool) {
	for sheet = range s.N {
		left, top := s.corner(sheet)
		col, row = int(math.Floor((x-left)/s.Cell)), int(math.Floor((y-top)/s.Cell))
		if row >= 0 && row < s.Rows && col >= 0 && col < s.Cols {
			return sheet, row, col, true
		}
	}
	return 0, 0, 0, false
}

// Grid draws the ground of the sheets, and lines between the cells unless these are too small.
func (s Sheets) Grid() []Shape {
	shapes := []Shape{}
	thin := Stroke{Paint: Fill(Faint), Width: 1}
	for sheet := range s.N {
		ground := s.Box(sheet, 0, 0, s.Rows, s.Cols)
		ground.Fill = Fill(Panel)
		shapes = append(shapes, ground)
		if s.Cell < sheetMinCell {
			continue
		}
		for i := 1; i < s.Cols; i++ {
			x := ground.X + float64(i)*s.Cell
			shapes = append(shapes, Segment(x, ground.Y, x, ground.Y+ground.H, thin))
		}
		for i := 1; i < s.Rows; i++ {
			y := ground.Y + float64(i)*s.Cell
			shapes = append(shapes, Segment(ground.X, y, ground.X+ground.W, y, thin))
		}
	}
	return shapes
}

// Border draws the outlines of the sheets, to be added after lit cells.
func (s Sheets) Border() []Shape {
	shapes := []Shape{}
	for sheet := range s.N {
		r := s.Box(sheet, 0, 0, s.Rows, s.Cols)
		r.Stroke = Stroke{Paint: Fill(Line), Width: 1}
		shapes = append(shapes, r)
	}
	return shapes
}
