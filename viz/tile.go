package viz

import (
	"image"
	"image/color"
	"math"
)

// Range is the span of values that a colour map covers: Lo maps to 0, Hi to 1.
type Range struct{ Lo, Hi float64 }

// RangeOf is the range of the finite values of data. Where all are equal the range has width
// 1 and begins at their value. Where there is none it is 0 to 1.
func RangeOf(data []float32) Range {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range data {
		f := float64(v)
		if math.IsNaN(f) || math.IsInf(f, 0) {
			continue
		}
		lo, hi = min(lo, f), max(hi, f)
	}
	if lo > hi {
		return Range{0, 1}
	}
	if lo == hi {
		return Range{lo, lo + 1}
	}
	return Range{lo, hi}
}

// Symmetric widens a range so that zero is its middle, for the Diverging map. A range of zeros
// becomes −1 to 1.
func (r Range) Symmetric() Range {
	m := max(math.Abs(r.Lo), math.Abs(r.Hi))
	if m == 0 {
		m = 1
	}
	return Range{-m, m}
}

// Unit maps v into [0, 1] where it lies inside the range. A range of no width maps to 0.
func (r Range) Unit(v float64) float64 {
	if r.Hi == r.Lo {
		return 0
	}
	return (v - r.Lo) / (r.Hi - r.Lo)
}

// Tile paints data [h, w] with the colours of the map, scale×scale pixels for each cell. It
// begins at the upper left corner of dst's bounds and cuts off what does not fit into dst. To
// paint a part of an image, pass its SubImage. It panics if len(data) is not w*h.
func Tile(dst *image.RGBA, data []float32, w, h, scale int, r Range, m Map) {
	if len(data) != w*h {
		panic("viz: bad tile size")
	}
	paintCells(dst, w, h, scale, func(x, y int) color.RGBA {
		return m.At(r.Unit(float64(data[y*w+x])))
	})
}

// TileRGB paints data [3, h, w] like Tile, but in colour: the range maps its three planes to
// red, green and blue. It panics if len(data) is not 3*w*h.
func TileRGB(dst *image.RGBA, data []float32, w, h, scale int, r Range) {
	n := w * h
	if len(data) != 3*n {
		panic("viz: bad tile size")
	}
	channel := func(v float32) uint8 {
		t := r.Unit(float64(v))
		if math.IsNaN(t) {
			return 128
		}
		return uint8(math.Round(min(max(t, 0), 1) * 255))
	}
	paintCells(dst, w, h, scale, func(x, y int) color.RGBA {
		i := y*w + x
		return color.RGBA{channel(data[i]), channel(data[n+i]), channel(data[2*n+i]), 255}
	})
}

// paintCells fills scale×scale pixels for each cell. It calls at once for each cell.
func paintCells(dst *image.RGBA, w, h, scale int, at func(x, y int) color.RGBA) {
	scale = max(scale, 1)
	b := dst.Bounds()
	for y := range h {
		top := b.Min.Y + y*scale
		if top >= b.Max.Y {
			return
		}
		// The first row of pixels is painted, the others are copies of it.
		width := min(w*scale, b.Dx())
		first := dst.Pix[dst.PixOffset(b.Min.X, top):][:width*4]
		for x := range w {
			if x*scale >= width {
				break
			}
			c := at(x, y)
			for px := x * scale; px < min((x+1)*scale, width); px++ {
				first[px*4], first[px*4+1], first[px*4+2], first[px*4+3] = c.R, c.G, c.B, c.A
			}
		}
		for py := top + 1; py < min(top+scale, b.Max.Y); py++ {
			copy(dst.Pix[dst.PixOffset(b.Min.X, py):][:width*4], first)
		}
	}
}

// Grid is a layout of N equal tiles, row by row.
type Grid struct {
	N, Cols, Rows int
	TileW, TileH  int // in pixels
	Gap           int // pixels between tiles, none around them
}

// NewGrid fits n tiles of tileW×tileH pixels into a width, with at least one in a row.
func NewGrid(n, tileW, tileH, gap, width int) Grid {
	cols := max(1, min(n, (width+gap)/max(1, tileW+gap)))
	return Grid{N: n, Cols: cols, Rows: (n + cols - 1) / cols, TileW: tileW, TileH: tileH, Gap: gap}
}

// Size is the width and height of the whole grid, in pixels.
func (g Grid) Size() image.Point {
	if g.N == 0 {
		return image.Point{}
	}
	return image.Pt(g.Cols*(g.TileW+g.Gap)-g.Gap, g.Rows*(g.TileH+g.Gap)-g.Gap)
}

// Cell is the place of tile i.
func (g Grid) Cell(i int) image.Rectangle {
	x, y := i%g.Cols*(g.TileW+g.Gap), i/g.Cols*(g.TileH+g.Gap)
	return image.Rect(x, y, x+g.TileW, y+g.TileH)
}

// Find is the index of the tile at a point, -1 between tiles and outside.
func (g Grid) Find(p image.Point) int {
	for i := range g.N {
		if p.In(g.Cell(i)) {
			return i
		}
	}
	return -1
}
