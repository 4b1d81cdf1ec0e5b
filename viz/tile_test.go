package viz

import (
	"image"
	"image/color"
	"math"
	"testing"
)

func TestTileMatchesItsNaiveTwin(t *testing.T) {
	m := Sequential()
	data := []float32{0, 1, 2, 3, 4, 5}
	for _, c := range []struct{ dx, dy, ox, oy, scale int }{
		{30, 20, 0, 0, 5}, {30, 20, 3, 4, 5}, {7, 5, 0, 0, 3}, {2, 1, 1, 1, 4}, {9, 9, 0, 0, 1},
	} {
		whole := image.NewRGBA(image.Rect(0, 0, c.dx+c.ox, c.dy+c.oy))
		dst := whole.SubImage(image.Rect(c.ox, c.oy, c.dx+c.ox, c.dy+c.oy)).(*image.RGBA)
		Tile(dst, data, 3, 2, c.scale, Range{0, 5}, m)
		for y := range whole.Bounds().Dy() {
			for x := range whole.Bounds().Dx() {
				var want color.RGBA
				if cx, cy := x-c.ox, y-c.oy; cx >= 0 && cy >= 0 && cx < 3*c.scale && cy < 2*c.scale {
					want = m.At(float64(data[cy/c.scale*3+cx/c.scale]) / 5)
				}
				if got := whole.RGBAAt(x, y); got != want {
					t.Fatalf("%+v: pixel (%d,%d) is %v, want %v", c, x, y, got, want)
				}
			}
		}
	}
}

func TestTileRGBKeepsItsPlanesApart(t *testing.T) {
	dst := image.NewRGBA(image.Rect(0, 0, 2, 1))
	TileRGB(dst, []float32{1, 0, 0.5, 1, 0, float32(math.NaN())}, 2, 1, 1, Range{0, 1})
	for x, want := range []color.RGBA{{255, 128, 0, 255}, {0, 255, 128, 255}} {
		if got := dst.RGBAAt(x, 0); got != want {
			t.Errorf("pixel %d is %v, want %v", x, got, want)
		}
	}
}

func TestTileRefusesAWrongSize(t *testing.T) {
	defer func() {
		if got := recover(); got != "viz: bad tile size" {
			t.Errorf("panic %v", got)
		}
	}()
	Tile(image.NewRGBA(image.Rect(0, 0, 4, 4)), make([]float32, 3), 2, 2, 1, Range{0, 1}, Gray())
}

func TestTileDoesNotAllocate(t *testing.T) {
	dst, data, m := image.NewRGBA(image.Rect(0, 0, 64, 64)), make([]float32, 32*32), Sequential()
	if n := testing.AllocsPerRun(20, func() { Tile(dst, data, 32, 32, 2, Range{0, 1}, m) }); n > 0 {
		t.Errorf("%v allocations a tile, want 0", n)
	}
}

func TestRangeOf(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, c := range []struct {
		in   []float32
		want Range
	}{
		{nil, Range{0, 1}}, {[]float32{3}, Range{3, 4}}, {[]float32{2, -1, nan, inf, 4}, Range{-1, 4}}, {[]float32{nan}, Range{0, 1}},
	} {
		if got := RangeOf(c.in); got != c.want {
			t.Errorf("RangeOf(%v) = %v, want %v", c.in, got, c.want)
		}
	}
	if got, want := (Range{-1, 4}).Symmetric(), (Range{-4, 4}); got != want {
		t.Errorf("Symmetric: %v, want %v", got, want)
	}
}

func TestGridPutsEachTileOnceAndFindsIt(t *testing.T) {
	for _, c := range []struct{ n, w, h, gap, width, cols int }{
		{8, 40, 40, 8, 1000, 8}, {8, 40, 40, 8, 184, 4}, {7, 40, 30, 8, 136, 3}, {5, 40, 40, 4, 10, 1}, {0, 40, 40, 4, 100, 1},
	} {
		g := NewGrid(c.n, c.w, c.h, c.gap, c.width)
		if g.Cols != c.cols {
			t.Errorf("%+v: %d columns, want %d", c, g.Cols, c.cols)
		}
		all := image.Rectangle{Max: g.Size()}
		for i := range c.n {
			if r := g.Cell(i); !r.In(all) || g.Find(r.Min) != i || g.Find(r.Max) == i {
				t.Errorf("%+v: tile %d at %v, grid %v, found %d", c, i, r, all, g.Find(r.Min))
			}
		}
		if c.n > 1 && g.Find(image.Pt(c.w, 0)) != -1 {
			t.Errorf("%+v: a gap belongs to no tile", c)
		}
	}
}
