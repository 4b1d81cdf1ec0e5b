package window

import (
	"image"
	"image/color"
	"math"

	"stridelab/app/ui"
	"stridelab/viz"
)

// tilePainter paints tiles of a compact stage on a canvas under the drawing. One painter paints the
// tiles of the input, another those of the outputs. A step of the outputs writes one cell.
type tilePainter struct {
	id      string
	outputs bool
	surface *ui.Surface
	place   canvasPlace
	last    []viz.StageTile
	theme   viz.Theme
	colours viz.Map
}

func (t *tilePainter) paint(st viz.Stage, scale float64, theme viz.Theme) {
	var tiles []viz.StageTile
	var box bounds
	for _, tile := range st.Tiles {
		if tile.Kind.Output() == t.outputs {
			tiles = append(tiles, tile)
			box.hold(tile.X, tile.Y, float64(tile.W)*tile.Cell, float64(tile.H)*tile.Cell)
		}
	}
	if !t.place.show(t.id, box, scale, len(tiles) > 0) {
		t.last = nil
		return
	}
	if t.surface == nil {
		t.surface = ui.OpenSurface(t.id)
	}
	changed := t.surface.FitTo(t.place.w, t.place.h, scale)
	if changed || theme != t.theme || len(t.last) != len(tiles) || t.last == nil {
		t.theme, t.colours = theme, viz.Diverging(theme)
		t.surface.Erase()
		t.last = nil
	}
	for i, tile := range tiles {
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
	t.last = append(t.last[:0], tiles...)
}

// alikeTiles reports whether two tiles differ at most in how many of their cells are computed.
func alikeTiles(a, b viz.StageTile) bool {
	if len(a.Values) != len(b.Values) || len(a.Values) > 0 && &a.Values[0] != &b.Values[0] {
		return false
	}
	return a.Kind == b.Kind && a.Channel == b.Channel && a.X == b.X && a.Y == b.Y && a.Cell == b.Cell && a.W == b.W && a.H == b.H &&
		a.Pad == b.Pad && a.Range == b.Range
}

// whole paints a tile as one image, stretched to its size.
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
	colour := tile.Pixel(row, col, t.colours, color.RGBA{}, color.RGBA{})
	t.surface.Scene(viz.Scene{Shapes: []viz.Shape{viz.Rect{X: tile.X + float64(col)*tile.Cell, Y: tile.Y + float64(row)*tile.Cell,
		W: tile.Cell, H: tile.Cell, Fill: viz.Colored(colour)}}}, -t.place.x, -t.place.y, t.theme)
}

func (t *tilePainter) image(img *image.RGBA, x, y, w, h float64) {
	t.surface.Image(img, x-t.place.x, y-t.place.y, w, h)
}

// bounds is the smallest rectangle around those it was given. The zero value holds none.
type bounds struct {
	left, top, right, bottom float64
	any                      bool
}

func (b *bounds) hold(x, y, w, h float64) {
	if !b.any {
		*b = bounds{x, y, x + w, y + h, true}
		return
	}
	b.left, b.top, b.right, b.bottom = min(b.left, x), min(b.top, y), max(b.right, x+w), max(b.bottom, y+h)
}

// canvasPlace places a canvas so that it is no larger than what is drawn on it, because the browser
// copies a canvas as a whole whenever it changes.
type canvasPlace struct {
	shown      bool
	x, y, w, h float64 // in the layout's pixels
	scale      float64
}

// show places the canvas around box, or hides it if on is false. It reports whether the canvas is
// shown.
func (p *canvasPlace) show(id string, box bounds, scale float64, on bool) bool {
	if !on && !p.shown {
		return false
	}
	canvas := ui.Element(id)
	if !canvas.Truthy() {
		return false
	}
	style := canvas.Get("style")
	if on != p.shown {
		p.shown = on
		style.Set("display", map[bool]string{true: "block", false: "none"}[on])
	}
	if !on {
		return false
	}
	x, y := math.Floor(box.left-1), math.Floor(box.top-1)
	p.w, p.h = math.Ceil(box.right+1-x), math.Ceil(box.bottom+1-y)
	if x != p.x || y != p.y || scale != p.scale {
		p.x, p.y, p.scale = x, y, scale
		style.Set("transform", "translate("+decimal(x*scale)+"px,"+decimal(y*scale)+"px)")
	}
	return true
}
