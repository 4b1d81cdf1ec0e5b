package sharelab

import (
	"math"
	"testing"
)

func TestTheWholeFitsAndTheSquareLiesBesideIt(t *testing.T) {
	for _, p := range presets() {
		w := p.Setting.world()
		for _, canvas := range [][2]float64{{340, 420}, {790, 560}, {1700, 700}} {
			c := w.fit(canvas[0], canvas[1])
			x0, y0 := c.screen(0, 0)
			x, cols, rows := w.square()
			x1, y1 := c.screen(float64(x+cols), float64(max(w.Out, rows)))
			if x0 < marginLeft-0.1 || y0 < marginTop-0.1 || x1 > canvas[0]-marginRight+0.1 || y1 > canvas[1]-marginBottom+0.1 {
				t.Errorf("%s on %v: from %v, %v to %v, %v", p.ID, canvas, x0, y0, x1, y1)
			}
			if cols*rows < w.Params || cols*(rows-1) >= w.Params || cols-rows > 1 {
				t.Errorf("%s: %d parameters in %d×%d", p.ID, w.Params, cols, rows)
			}
			near := w.near(canvas[0], canvas[1])
			left, _ := near.screen(float64(w.In), 0)
			right, bottom := near.screen(float64(x+cols), float64(rows))
			if left < 0 || right > canvas[0] || bottom > canvas[1] {
				t.Errorf("%s on %v, up close: the matrix ends at %v, the square at %v, %v", p.ID, canvas, left, right, bottom)
			}
		}
	}
}

func TestZoomKeepsWhatIsPointedAt(t *testing.T) {
	c := Famous().world().fit(790, 560)
	x, y := c.weight(300, 200)
	z := c.zoomAt(3.7, 300, 200)
	if x1, y1 := z.weight(300, 200); math.Abs(x1-x) > 1e-9 || math.Abs(y1-y) > 1e-9 {
		t.Errorf("%v, %v became %v, %v", x, y, x1, y1)
	}
	if p := z.pan(10, -20); math.Abs((z.X-p.X)*z.Zoom-10) > 1e-9 || math.Abs((z.Y-p.Y)*z.Zoom+20) > 1e-9 {
		t.Errorf("panned from %+v to %+v", z, p)
	}
}

func TestVisibleTilesCoverTheCanvasAndFitTheCache(t *testing.T) {
	for _, p := range presets() {
		w := p.Setting.world()
		for _, density := range []float64{1, 2, 3} {
			for _, canvas := range [][2]float64{{340, 420}, {790, 560}, {2500, 1300}} {
				whole := w.fit(canvas[0], canvas[1])
				for zoom := whole.Zoom / 2; zoom <= maxZoom; zoom *= 1.7 {
					c := camera{float64(w.In) / 3, float64(w.Out) / 2, zoom, canvas[0], canvas[1]}.clamp(w)
					level := c.sharpest(w, density)
					tiles := map[tileKey]bool{}
					c.visible(w, level, func(k tileKey) { tiles[k] = true })
					if len(tiles) > cacheSlots/2 {
						t.Errorf("%s, zoom %v: %d tiles in view", p.ID, zoom, len(tiles))
					}
					for _, at := range [][2]float64{{1, 1}, {canvas[0] / 2, canvas[1] / 2}, {canvas[0] - 1, canvas[1] - 1}} {
						x, y := c.weight(at[0], at[1])
						if x < 0 || y < 0 || x >= float64(w.In) || y >= float64(w.Out) {
							continue
						}
						if k := (tileKey{level, int(x) / covers(level), int(y) / covers(level)}); !tiles[k] {
							t.Errorf("%s, zoom %v: tile %+v is not drawn", p.ID, zoom, k)
						}
					}
				}
			}
		}
	}
}

// On a laptop and on a phone, the pixels of the famous layer are means of all their weights, not of
// some.
func TestTheFamousLayerIsDrawnWhole(t *testing.T) {
	w := Famous().world()
	for _, canvas := range [][2]float64{{790, 560}, {358, 400}, {1200, 700}} {
		if level := w.fit(canvas[0], canvas[1]).sharpest(w, 1); level > exactLevel {
			t.Errorf("on %v the whole is drawn at level %d", canvas, level)
		}
	}
}

func TestACameraHeldShowsSomething(t *testing.T) {
	w := Famous().world()
	for _, c := range []camera{{-1e6, -1e6, 1, 790, 560}, {1e9, 1e9, 1e9, 790, 560}, {0, 0, 1e-9, 790, 560}} {
		h := c.clamp(w)
		if h.X < 0 || h.Y < 0 || h.X > 3200 || h.Y > 4704 || h.Zoom > maxZoom || h.Zoom < w.fit(790, 560).Zoom/2-1e-9 {
			t.Errorf("%+v is held at %+v", c, h)
		}
	}
}

func TestAPlaceIsFoundAgain(t *testing.T) {
	w := Famous().world()
	for _, c := range []camera{w.near(790, 560), w.fit(790, 560), {1234.56, 7.8, 12, 790, 560}} {
		again := c.place().camera(w, 790, 560)
		if math.Abs(again.X-c.X)*c.Zoom > 0.5 || math.Abs(again.Y-c.Y)*c.Zoom > 0.5 || math.Abs(again.Zoom/c.Zoom-1) > 0.005 {
			t.Errorf("%+v is found as %+v", c, again)
		}
		if again.place() != c.place() {
			t.Errorf("%+v is written as %+v the second time", c.place(), again.place())
		}
	}
}
