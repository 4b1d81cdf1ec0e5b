package window

import (
	"image"
	"image/color"

	"stridelab/app/ui"
	"stridelab/viz"
)

// tilePainter paints the tiles of a compact stage on the canvas under the drawing. A step
// that only writes one more output cell costs that cell.
type tilePainter struct {
	surface *ui.Surface
	last    []viz.StageTile
	theme   viz.Theme
	colours viz.Map
	scale   float64 // CSS pixels to a pixel of the layout
}

func (t *tilePainter) forget() { t.last = nil }

func (t *tilePainter) paint(st viz.Stage, scale float64) {
	canvas := byID("stage-canvas")
	if !canvas.Truthy() {
		return
	}
	style := canvas.Get("style")
	if len(st.Tiles) == 0 {
		style.Set("display", "none")
		t.last = nil
		return
	}
	style.Set("display", "block")
	style.Set("height", decimal(st.H*scale)+"px")
	if t.surface == nil {
		t.surface = ui.OpenSurface("stage-canvas")
	}
	_, _, changed := t.surface.Fit()
	theme := ui.CurrentTheme()
	if changed || theme != t.theme || len(t.last) != len(st.Tiles) || t.last == nil {
		t.theme, t.colours = theme, viz.Diverging(theme)
		t.surface.Clear(theme)
		t.last = nil
	}
	if scale != t.scale {
		t.scale, t.last = scale, nil
	}
	for i, tile := range st.Tiles {
		if t.last == nil {
			t.whole(tile)
			continue
		}
		old := t.last[i]
		if !alikeTiles(old, tile) {
			t.whole(tile)
			continue
		}
		switch n := tile.Done - old.Done; {
		case n == 0:
		case n > 0 && n <= 8:
			for at := old.Done; at < tile.Done; at++ {
				t.cell(tile, at)
			}
		default:
			t.whole(tile)
		}
	}
	t.last = append(t.last[:0], st.Tiles...)
}

// alikeTiles reports whether two tiles differ at most in how much of them is computed.
func alikeTiles(a, b viz.StageTile) bool {
	if len(a.Values) != len(b.Values) || len(a.Values) > 0 && &a.Values[0] != &b.Values[0] {
		return false
	}
	return a.Kind == b.Kind && a.Channel == b.Channel && a.X == b.X && a.Y == b.Y && a.Cell == b.Cell && a.W == b.W && a.H == b.H &&
		a.Pad == b.Pad && a.Range == b.Range
}

// whole paints a tile as one image, stretched.
func (t *tilePainter) whole(tile viz.StageTile) {
	img := image.NewRGBA(image.Rect(0, 0, tile.W, tile.H))
	padding, wait := t.theme.Color(viz.Faint), t.theme.Color(viz.Panel)
	for r := range tile.H {
		for c := range tile.W {
			px := tile.Pixel(r, c, t.colours, padding, wait)
			if tile.Dropped > 0 && (r >= tile.H-tile.Dropped || c >= tile.W-tile.Dropped) && (r+c)%2 == 0 {
				px = t.theme.Color(viz.Line) // a dropped border is chequered
			}
			img.SetRGBA(c, r, px)
		}
	}
	t.image(img, tile.X, tile.Y, float64(tile.W)*tile.Cell, float64(tile.H)*tile.Cell)
}

// cell paints one cell of an output tile.
func (t *tilePainter) cell(tile viz.StageTile, at int) {
	row, col := at/tile.W, at%tile.W
	img := image.NewRGBA(image.Rect(0, 0, 1, 1))
	img.SetRGBA(0, 0, tile.Pixel(row, col, t.colours, color.RGBA{}, color.RGBA{}))
	t.image(img, tile.X+float64(col)*tile.Cell, tile.Y+float64(row)*tile.Cell, tile.Cell, tile.Cell)
}

func (t *tilePainter) image(img *image.RGBA, x, y, w, h float64) {
	t.surface.Image(img, x*t.scale, y*t.scale, w*t.scale, h*t.scale)
}
