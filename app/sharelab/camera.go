package sharelab

import "math"

// world is what the camera moves over. Its unit is a weight. The matrix has its upper left corner
// at 0, 0. To the right of it, at the same scale, is the block of the convolution's parameters.
type world struct {
	In, Out int // columns and rows of the matrix
	Params  int // of the convolution
}

func (s Setting) world() world {
	c, _ := s.Counts()
	return world{c.In.Size(), c.Out.Size(), int(c.Conv.Params)}
}

// square returns the place of the block of parameters: its first column, and how many columns and
// rows it has. It is as near to a square as whole rows allow, and its last row may not be full.
func (w world) square() (x, cols, rows int) {
	cols = int(math.Ceil(math.Sqrt(float64(w.Params))))
	return w.In + w.gap(), cols, (w.Params + cols - 1) / cols
}

// gap returns the distance between the matrix and the block.
func (w world) gap() int { return max(2, min(48, w.In/16)) }

// The margins around the matrix when all of it is in view, for its labels, in CSS pixels.
const (
	marginTop, marginLeft, marginBottom = 30, 14, 14
	marginRight                         = 136
)

// maxZoom is the largest zoom, in CSS pixels for a weight.
const maxZoom = 48

// camera says what a canvas of W×H CSS pixels shows: the weight (X, Y) is in its middle, and every
// weight is Zoom pixels wide.
type camera struct{ X, Y, Zoom, W, H float64 }

// fit returns the camera that shows the whole matrix and the block.
func (w world) fit(width, height float64) camera {
	_, cols, rows := w.square()
	wide, high := float64(w.In+w.gap()+cols), float64(max(w.Out, rows))
	zoom := min((width-marginLeft-marginRight)/wide, (height-marginTop-marginBottom)/high)
	zoom = min(max(zoom, 1e-4), maxZoom)
	c := camera{Zoom: zoom, W: width, H: height}
	// Put the whole into the middle of what the margins leave.
	c.X = wide/2 + (marginRight-marginLeft)/2/zoom
	c.Y = high/2 + (marginBottom-marginTop)/2/zoom
	return c
}

// near returns the camera that shows the block, and beside it the edge of the matrix.
func (w world) near(width, height float64) camera {
	x, cols, rows := w.square()
	zoom := min(width*0.9/(2*float64(w.gap()+cols)), height*0.7/float64(rows), maxZoom)
	return camera{X: float64(x+cols) - width*0.4/zoom, Y: (height/2 - marginTop) / zoom, Zoom: zoom, W: width, H: height}
}

// screen returns where the upper left corner of a weight is on the canvas.
func (c camera) screen(x, y float64) (px, py float64) {
	return (x-c.X)*c.Zoom + c.W/2, (y-c.Y)*c.Zoom + c.H/2
}

// weight returns which weight is at a point of the canvas.
func (c camera) weight(px, py float64) (x, y float64) {
	return (px-c.W/2)/c.Zoom + c.X, (py-c.H/2)/c.Zoom + c.Y
}

// pan moves the picture by CSS pixels.
func (c camera) pan(dx, dy float64) camera {
	c.X -= dx / c.Zoom
	c.Y -= dy / c.Zoom
	return c
}

// zoomAt zooms by a factor. The weight at a point of the canvas stays there.
func (c camera) zoomAt(factor, px, py float64) camera {
	x, y := c.weight(px, py)
	c.Zoom *= factor
	c.X, c.Y = x-(px-c.W/2)/c.Zoom, y-(py-c.H/2)/c.Zoom
	return c
}

// clamp limits the zoom to between half of fit's and maxZoom, and the place so that something is in
// view.
func (c camera) clamp(w world) camera {
	least := w.fit(c.W, c.H).Zoom / 2
	if c.Zoom < least {
		c = c.zoomAt(least/c.Zoom, c.W/2, c.H/2)
	}
	if c.Zoom > maxZoom {
		c = c.zoomAt(maxZoom/c.Zoom, c.W/2, c.H/2)
	}
	x, cols, rows := w.square()
	c.X = min(max(c.X, 0), float64(x+cols))
	c.Y = min(max(c.Y, 0), float64(max(w.Out, rows)))
	return c
}

// level returns the level of the tiles to draw: the coarsest one whose pixels are at least as fine
// as the screen's. density is the number of the screen's pixels in a CSS pixel.
func (c camera) level(density float64) int {
	return max(0, int(math.Floor(math.Log2(1/(c.Zoom*density))+1e-9)))
}

// visible calls f for each tile of a level that is at least partly in view.
func (c camera) visible(w world, level int, f func(tileKey)) {
	x0, y0 := c.weight(0, 0)
	x1, y1 := c.weight(c.W, c.H)
	edge := float64(covers(level))
	first := func(v float64) int { return int(max(0, math.Floor(v/edge))) }
	last := func(v float64, size int) int { return int(math.Ceil(min(v, float64(size))/edge)) - 1 }
	for y := first(y0); y <= last(y1, w.Out); y++ {
		for x := first(x0); x <= last(x1, w.In); x++ {
			f(tileKey{level, x, y})
		}
	}
}

// sharpest returns the finest level, from c.level on, whose visible tiles take at most half of the
// cache. So the tiles in view never replace each other, however large the screen is.
func (c camera) sharpest(w world, density float64) int {
	for level := c.level(density); ; level++ {
		n := 0
		c.visible(w, level, func(tileKey) { n++ })
		if n <= cacheSlots/2 {
			return level
		}
	}
}

// Place is a camera as an address holds it: X and Y in hundredths of a weight, Zoom in hundredths
// of a doubling. The zero Place shows everything.
type Place struct {
	Set        bool
	X, Y, Zoom int
}

// The limits of a Place.
const (
	placeEdge = 100 * 1 << 17
	placeZoom = 1400
)

// place returns the camera as an address holds it.
func (c camera) place() Place {
	return Place{true, int(math.Round(100 * c.X)), int(math.Round(100 * c.Y)), int(math.Round(100 * math.Log2(c.Zoom)))}
}

// camera returns the camera that shows a place on a canvas.
func (p Place) camera(w world, width, height float64) camera {
	if !p.Set {
		return w.fit(width, height)
	}
	return camera{float64(p.X) / 100, float64(p.Y) / 100, math.Exp2(float64(p.Zoom) / 100), width, height}.clamp(w)
}
