package sharelab

import (
	"image/color"
	"math"
	"strconv"
	"syscall/js"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/viz"
)

// frameBudget is how long a frame may work on tiles, in milliseconds. A frame also draws, and
// should take less than 8.
const frameBudget = 4.5

// scalePainter draws the weights as pixels. Each frame draws the tiles that exist, and then makes
// some of those that are missing.
type scalePainter struct {
	l           *Lab
	p           *painter
	canvas, ctx js.Value
	font        string

	madeFrom madeFrom // what the tiles in the cache were made from
	world    world
	cam      camera
	placed   bool // cam has been taken from the state
	source   source
	theme    viz.Theme
	colour   *palette
	block    js.Value // a canvas with the convolution's parameters, a pixel for each
	first    []float32

	cache    *cache
	slots    []js.Value // a canvas for each slot of the cache
	contexts []js.Value // the context of each slot's canvas
	pixels   js.Value   // the ImageData of a tile
	job      job
	working  bool
	missing  []tileKey
	whole    bool // no tile is missing; data-whole of the picture says so

	dirty            bool
	density          float64
	hovering         bool
	hoverX, hoverY   float64
	fingers          map[int][2]float64
	sayAt            float64 // when to announce where the camera is, in milliseconds; 0 for never
	status, whatItIs string
}

// madeFrom is all that the pixels depend on, except the theme.
type madeFrom struct {
	Setting Setting
	Seed    uint64
	Fill    Fill
}

// newScalePainter returns the painter of the first picture.
func newScalePainter(l *Lab, p *painter) *scalePainter {
	s := &scalePainter{l: l, p: p, canvas: ui.Element("scale-canvas"), cache: newCache(cacheSlots), fingers: map[int][2]float64{}}
	if s.canvas.Truthy() {
		s.ctx = s.canvas.Call("getContext", "2d")
		s.font = js.Global().Call("getComputedStyle", s.canvas).Get("fontFamily").String()
		s.pixels = js.Global().Get("ImageData").New(tileEdge, tileEdge)
	}
	return s
}

func exp(v float64) float64 { return math.Exp(v) }

func distance(a, b [2]float64) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }

// forget makes every pixel new, in the present theme.
func (s *scalePainter) forget() {
	s.colour = nil
	s.dirty = true
}

// set moves the camera, and notes its place in the state.
func (s *scalePainter) set(c camera) {
	s.cam = c.clamp(s.world)
	s.l.state.Place = s.cam.place()
	s.dirty = true
	s.l.Changed()
}

// moveBy moves the camera for a key. It reports whether the key is one of the camera's.
func (s *scalePainter) moveBy(key string) bool {
	if !s.configure() {
		return false
	}
	c := s.cam
	const step = 80 // pixels
	switch dx, dy := lab.Arrow(key); {
	case dx != 0 || dy != 0:
		c = c.pan(float64(-dx*step), float64(-dy*step))
	case key == "+" || key == "=":
		c = c.zoomAt(math.Sqrt2, c.W/2, c.H/2)
	case key == "-" || key == "_":
		c = c.zoomAt(math.Sqrt2/2, c.W/2, c.H/2)
	case key == "1":
		c = c.zoomAt(1/c.Zoom, c.W/2, c.H/2)
	case key == "2":
		c = s.world.near(c.W, c.H)
	case key == "0":
		s.set(s.world.fit(c.W, c.H))
		s.l.state.Place = Place{} // shows everything on another screen, too
		s.sayAt = ui.Now() + 400
		return true
	default:
		return false
	}
	s.set(c)
	s.sayAt = ui.Now() + 400
	return true
}

// configure takes what has changed in the state. It reports whether there is a canvas to draw on.
func (s *scalePainter) configure() bool {
	if !s.canvas.Truthy() {
		return false
	}
	w, h := s.canvas.Get("clientWidth").Float(), s.canvas.Get("clientHeight").Float()
	if w < 50 {
		return false
	}
	s.density = js.Global().Get("devicePixelRatio").Float()
	pw, ph := int(math.Round(w*s.density)), int(math.Round(h*s.density))
	if s.canvas.Get("width").Int() != pw || s.canvas.Get("height").Int() != ph {
		s.canvas.Set("width", pw)
		s.canvas.Set("height", ph)
		s.dirty = true
	}
	state := s.l.state
	want := madeFrom{state.Setting, state.Seed, state.Fill}
	if s.source == nil || want != s.madeFrom || s.colour == nil {
		s.theme = ui.CurrentTheme()
		s.colour = newPalette(s.theme)
		s.madeFrom, s.world = want, want.Setting.world()
		s.first = firstKernels(want.Setting, want.Seed)
		if want.Fill == FillConv {
			s.source = newUnrolled(want.Setting, s.first[:len(s.first)-want.Setting.Filters])
		} else {
			s.source = newDenseWeights(s.world.In, s.world.Out, want.Seed)
		}
		s.cache.forget()
		s.working = false
		s.drawBlock()
		s.dirty = true
	}
	if !s.placed || s.cam.W != w || s.cam.H != h {
		s.cam = state.Place.camera(s.world, w, h)
		s.placed, s.dirty = true, true
	}
	return true
}

// drawBlock draws the convolution's parameters on a canvas of their own.
func (s *scalePainter) drawBlock() {
	_, cols, rows := s.world.square()
	// The same colours as in the convolution written out, which has the same weights.
	spread := newUnrolled(s.madeFrom.Setting, s.first).spread()
	pix := make([]byte, 4*cols*rows)
	for i, w := range s.first {
		c := s.colour.of(float64(w) / (3 * spread))
		copy(pix[4*i:], c[:])
	}
	s.block = js.Global().Get("document").Call("createElement", "canvas")
	s.block.Set("width", cols)
	s.block.Set("height", rows)
	data := js.Global().Get("ImageData").New(cols, rows)
	js.CopyBytesToJS(data.Get("data"), pix)
	s.block.Call("getContext", "2d").Call("putImageData", data, 0, 0)
}

// frame draws what has changed, and then makes missing tiles while the frame has time.
func (s *scalePainter) frame(dirty bool) {
	start := ui.Now()
	if !s.configure() {
		s.p.dirty = true // the browser has not laid out the page yet; try again
		return
	}
	if dirty || s.dirty {
		s.dirty = false
		s.draw()
		s.say()
	}
	if s.sayAt > 0 && start > s.sayAt {
		s.sayAt = 0
		said := s.status
		if weight := s.describe(s.cam.W/2, s.cam.H/2); weight != noWeight {
			said += " " + s.l.t(text.Middle, weight)
		}
		ui.Announce(said)
	}
	for s.working || len(s.missing) > 0 {
		if ui.Now()-start > frameBudget {
			break
		}
		s.work()
	}
	if whole := !s.working && len(s.missing) == 0; whole != s.whole {
		s.whole = whole
		ui.SetAttr("scale", "data-whole", strconv.FormatBool(whole))
	}
}

// work makes a row of pixels of the present tile, or begins the next tile.
func (s *scalePainter) work() {
	if !s.working {
		s.job.start(s.missing[0], s.source, s.colour)
		s.missing = s.missing[1:]
		s.working = true
		return
	}
	if !s.job.step() {
		return
	}
	s.working = false
	slot, fresh := s.cache.put(s.job.key)
	if fresh {
		canvas := js.Global().Get("document").Call("createElement", "canvas")
		canvas.Set("width", tileEdge)
		canvas.Set("height", tileEdge)
		s.slots = append(s.slots, canvas)
		s.contexts = append(s.contexts, canvas.Call("getContext", "2d"))
	}
	js.CopyBytesToJS(s.pixels.Get("data"), s.job.pix)
	s.contexts[slot].Call("putImageData", s.pixels, 0, 0)
	s.dirty = true
}

// draw draws the tiles that exist, the block of parameters and the labels.
func (s *scalePainter) draw() {
	c, w, ctx := s.cam, s.world, s.ctx
	ctx.Call("setTransform", s.density, 0, 0, s.density, 0, 0)
	s.fill(viz.Paper)
	ctx.Call("fillRect", 0, 0, c.W, c.H)
	x0, y0 := c.screen(0, 0)
	x1, y1 := c.screen(float64(w.In), float64(w.Out))
	s.fill(viz.Panel)
	left, top := max(x0, -1), max(y0, -1)
	ctx.Call("fillRect", left, top, min(x1, c.W+1)-left, min(y1, c.H+1)-top)

	level := c.sharpest(w, s.density)
	coarse := w.fit(c.W, c.H).sharpest(w, s.density)
	if coarse > level {
		s.tiles(coarse)
	}
	s.missing = s.tiles(level)
	if s.working && s.job.key.Level != level {
		s.working = false // this tile is not needed any more
	}
	if s.working {
		for i, k := range s.missing {
			if k == s.job.key {
				s.missing = append(s.missing[:i], s.missing[i+1:]...)
				break
			}
		}
	}
	ctx.Set("strokeStyle", rgb(s.theme.Color(viz.Line)))
	ctx.Set("lineWidth", 1)
	ctx.Call("strokeRect", left-0.5, top-0.5, min(x1, c.W+1)-left+1, min(y1, c.H+1)-top+1)
	s.drawSquare()
	s.labels(x0, y0, x1, y1)
}

// tiles draws the tiles of a level that are in the cache. It returns the others.
func (s *scalePainter) tiles(level int) (missing []tileKey) {
	c := s.cam
	// A tile that is drawn smaller is smoothed. The pixels of a larger one stay sharp.
	s.ctx.Set("imageSmoothingEnabled", c.Zoom*float64(int(1)<<level)*s.density < 0.999)
	c.visible(s.world, level, func(k tileKey) {
		slot, ok := s.cache.find(k)
		if !ok {
			missing = append(missing, k)
			return
		}
		edge := covers(level)
		x0, y0 := c.screen(float64(k.X*edge), float64(k.Y*edge))
		x1, y1 := c.screen(float64((k.X+1)*edge), float64((k.Y+1)*edge))
		// Whole pixels of the screen, so that no seam shows between two tiles.
		x0, y0, x1, y1 = s.snap(x0), s.snap(y0), s.snap(x1), s.snap(y1)
		s.ctx.Call("drawImage", s.slots[slot], x0, y0, x1-x0, y1-y0)
	})
	return missing
}

// snap rounds a length in CSS pixels to whole pixels of the screen.
func (s *scalePainter) snap(v float64) float64 { return math.Round(v*s.density) / s.density }

// drawSquare draws the convolution's parameters beside the matrix.
func (s *scalePainter) drawSquare() {
	x, cols, rows := s.world.square()
	px, py := s.cam.screen(float64(x), 0)
	width, height := float64(cols)*s.cam.Zoom, float64(rows)*s.cam.Zoom
	s.ctx.Set("imageSmoothingEnabled", false)
	s.ctx.Call("drawImage", s.block, px, py, width, height)
	s.ctx.Set("strokeStyle", rgb(s.theme.Color(viz.Accent)))
	s.ctx.Set("lineWidth", 2)
	s.ctx.Call("strokeRect", px-1, py-1, width+2, height+2)
}

// labels writes the numbers of weights and of parameters, where there is room for them. If the
// camera shows a small part, it draws an overview. x0, y0, x1, y1 are the corners of the matrix on
// the canvas.
func (s *scalePainter) labels(x0, y0, x1, y1 float64) {
	c, w, l, ctx := s.cam, s.world, s.l, s.ctx
	size := 13 * ui.TypeScale()
	font := strconv.Itoa(int(size)) + "px " + s.font
	ctx.Set("font", font)
	s.fill(viz.Muted)
	if y0 > size && y0 < c.H && x1 > 0 && x0 < c.W {
		// If the text is too long, on a phone, the browser makes it narrower.
		said := l.matrixTop(w)
		x := max(4, min(x0, c.W-4-viz.TextWidth(said, size)))
		ctx.Call("fillText", said, x, y0-9, c.W-4-x)
	}
	x, cols, _ := w.square()
	px, py := c.screen(float64(x+cols), 0)
	if px > 0 && px < c.W && py > -size && py < c.H {
		s.fill(viz.Accent)
		ctx.Set("font", "600 "+font)
		said := l.t(text.Block, ui.Count(int64(w.Params)))
		if px+8+viz.TextWidth(said, size) < c.W {
			ctx.Call("fillText", said, px+8, py+size)
		} else { // there is no room beside the block
			ctx.Set("textAlign", "right")
			ctx.Call("fillText", said, px, py-9)
			ctx.Set("textAlign", "left")
		}
	}
	if whole := w.fit(c.W, c.H); c.Zoom > 2*whole.Zoom {
		s.overview()
	}
}

// overview draws everything small in a corner, with a frame around the part that the camera shows.
func (s *scalePainter) overview() {
	c, w, ctx := s.cam, s.world, s.ctx
	const high, room = 84, 10
	scale := min(high/float64(w.Out), high/float64(w.In))
	width, height := float64(w.In)*scale, float64(w.Out)*scale
	x, y := c.W-room-width, c.H-room-height
	s.fill(viz.Paper)
	ctx.Call("fillRect", x-6, y-6, width+12, height+12)
	ctx.Set("lineWidth", 1)
	ctx.Set("strokeStyle", rgb(s.theme.Color(viz.Line)))
	ctx.Call("strokeRect", x, y, width, height)
	left, top := c.weight(0, 0)
	vw, vh := max(4, c.W/c.Zoom*scale), max(4, c.H/c.Zoom*scale)
	ctx.Set("lineWidth", 2)
	ctx.Set("strokeStyle", rgb(s.theme.Color(viz.Ink)))
	vx, vy := max(x-4, min(x+left*scale, x+width)), max(y-4, min(y+top*scale, y+height))
	ctx.Call("strokeRect", vx, vy, min(vw, x+width+4-vx), min(vh, y+height+4-vy))
}

func (s *scalePainter) fill(r viz.Role) { s.ctx.Set("fillStyle", rgb(s.theme.Color(r))) }

func rgb(c color.RGBA) string {
	return "rgb(" + strconv.Itoa(int(c.R)) + "," + strconv.Itoa(int(c.G)) + "," + strconv.Itoa(int(c.B)) + ")"
}

// say writes how large a weight is drawn, what a pixel stands for, and which weight the pointer is
// at.
func (s *scalePainter) say() {
	l, c := s.l, s.cam
	figure := func(v float64) string {
		if v >= 10 {
			return strconv.FormatFloat(v, 'f', 0, 64)
		}
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	status := l.t(text.Pixels, figure(c.Zoom))
	switch {
	case c.Zoom == 1:
		status = l.t(text.OneWeight)
	case c.Zoom < 1:
		status = l.t(text.PerPixel, figure(1/c.Zoom))
	}
	switch level := c.sharpest(s.world, s.density); {
	case level == 0: // a pixel is no mean
	case level <= exactLevel:
		status += " " + l.t(text.MeanOf, 1<<level)
	default:
		status += " " + l.t(text.MeanOfSome, 1<<level)
	}
	if status != s.status {
		s.status = status
		ui.SetText("scale-status", status)
	}
	x, y := c.W/2, c.H/2
	if s.hovering {
		x, y = s.hoverX, s.hoverY
	}
	if what := s.describe(x, y); what != s.whatItIs {
		s.whatItIs = what
		ui.SetText("scale-weight", what)
	}
}

// noWeight is shown for a place between the matrix and the block of parameters, and outside them.
const noWeight = "–"

// describe describes the weight at a point of the canvas. If there is none, it returns noWeight.
func (s *scalePainter) describe(px, py float64) string {
	l, w := s.l, s.world
	x, y := s.cam.weight(px, py)
	col, row := int(math.Floor(x)), int(math.Floor(y))
	if col >= 0 && row >= 0 && col < w.In && row < w.Out {
		said, args := text.WeightIs, []any{ui.Count(int64(row + 1)), ui.Count(int64(w.Out)), ui.Count(int64(col + 1)), ui.Count(int64(w.In))}
		if u, ok := s.source.(*unrolled); ok && u.index(row, col) < 0 {
			return l.t(text.BlankIs, args...)
		}
		return l.t(said, append(args, small(at(s.source, row, col)))...)
	}
	left, cols, _ := w.square()
	i := row*cols + col - left
	if row < 0 || col < left || col >= left+cols || i >= w.Params {
		return noWeight
	}
	set := s.madeFrom.Setting
	if i >= w.Params-set.Filters {
		return l.t(text.BiasIs, i-(w.Params-set.Filters)+1, small(s.first[i]))
	}
	each := set.F * set.F * set.C
	inFilter := i % each
	return l.t(text.ParamIs, i/each+1, inFilter/(set.F*set.F)+1, inFilter/set.F%set.F+1, inFilter%set.F+1, small(s.first[i]))
}
