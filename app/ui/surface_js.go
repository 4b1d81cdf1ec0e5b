package ui

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"
	"syscall/js"

	"stridelab/viz"
)

// Surface draws on a canvas of the document. Its methods do nothing on a nil Surface.
//
// Each call into the browser takes about a microsecond. So a polyline is passed as one Path2D, and
// an image with one CopyBytesToJS.
type Surface struct {
	canvas, ctx  js.Value
	fillRect     js.Value // these two are called most and are bound to ctx
	fillText     js.Value
	font         string
	now          pen // the state of the context, so that it is not set again
	strings      map[string]js.Value
	w, h         float64  // the size, from the last Fit or FitTo
	zoom, pixels float64  // CSS pixels for a unit, and pixels of the screen for a CSS pixel
	scratch      js.Value // a canvas with the size of an image, since putImageData does not scale
	scratchCtx   js.Value
	scratchW     int
	scratchH     int
	bytes        js.Value // Uint8ClampedArray of that size
	packed       []byte
}

// pen is the state of a context.
type pen struct {
	fill, stroke color.RGBA // alpha 0 where not known
	alpha, width float64
	dash         [2]float64
	size         float64
	bold         bool
	anchor       viz.Anchor
}

// freshPen is the pen of a context in an unknown state, so each value is set before it is used. A
// canvas that is opened a second time still has the state of the first.
func freshPen() pen { return pen{alpha: -1, size: -1, width: -1, dash: [2]float64{-1, -1}} }

// OpenSurface finds a canvas by its id. It returns nil where there is none.
func OpenSurface(canvasID string) *Surface {
	c := Element(canvasID)
	if !c.Truthy() {
		return nil
	}
	font := js.Global().Call("getComputedStyle", c).Get("fontFamily").String()
	ctx := c.Call("getContext", "2d")
	bound := func(method string) js.Value { return ctx.Get(method).Call("bind", ctx) }
	return &Surface{canvas: c, ctx: ctx, fillRect: bound("fillRect"), fillText: bound("fillText"), font: font, now: freshPen(), strings: map[string]js.Value{}}
}

// Fit gives the canvas as many pixels as it covers on the screen, and scales the context to CSS
// pixels. It returns the size in CSS pixels. changed reports whether the number of pixels changed,
// which clears the canvas. Call it at the start of each frame that draws.
func (s *Surface) Fit() (w, h float64, changed bool) {
	if s == nil {
		return 0, 0, false
	}
	w, h = s.canvas.Get("clientWidth").Float(), s.canvas.Get("clientHeight").Float()
	scale := js.Global().Get("devicePixelRatio").Float()
	pw, ph := int(math.Round(w*scale)), int(math.Round(h*scale))
	if s.canvas.Get("width").Int() != pw || s.canvas.Get("height").Int() != ph {
		s.canvas.Set("width", pw)
		s.canvas.Set("height", ph)
		s.ctx.Call("setTransform", scale, 0, 0, scale, 0, 0)
		s.now = freshPen() // a resize resets the context
		changed = true
	}
	s.w, s.h = w, h
	return w, h, changed
}

// FitTo sets the size of the canvas to w×h units of zoom CSS pixels each, and scales the context to
// these units. changed is the same as for Fit. Unlike Fit it needs no layout, so it is faster, for
// a caller that knows the size.
func (s *Surface) FitTo(w, h, zoom float64) (changed bool) {
	if s == nil {
		return false
	}
	pixels := js.Global().Get("devicePixelRatio").Float()
	if w == s.w && h == s.h && zoom == s.zoom && pixels == s.pixels {
		return false
	}
	s.w, s.h, s.zoom, s.pixels = w, h, zoom, pixels
	style := s.canvas.Get("style")
	style.Set("width", number(w*zoom)+"px")
	style.Set("height", number(h*zoom)+"px")
	s.canvas.Set("width", int(math.Round(w*zoom*pixels)))
	s.canvas.Set("height", int(math.Round(h*zoom*pixels)))
	s.ctx.Call("setTransform", zoom*pixels, 0, 0, zoom*pixels, 0, 0)
	s.now = freshPen()
	return true
}

// Erase makes the whole canvas transparent. Its size comes from Fit or FitTo.
func (s *Surface) Erase() {
	if s != nil {
		s.ctx.Call("clearRect", 0, 0, s.w, s.h)
	}
}

// Clear paints the whole canvas with the theme's paper. Its size comes from Fit or FitTo, like that
// of the drawing. The size on the page may already be another while the window is resized.
func (s *Surface) Clear(t viz.Theme) {
	if s == nil {
		return
	}
	s.setFill(viz.Fill(viz.Paper), t)
	s.fillRect.Invoke(0, 0, s.w, s.h)
}

// Scene draws a scene with its upper left corner at (x, y).
func (s *Surface) Scene(sc viz.Scene, x, y float64, t viz.Theme) {
	if s == nil {
		return
	}
	if x != 0 || y != 0 {
		s.ctx.Call("save")
		s.ctx.Call("translate", x, y)
		before := s.now
		defer func() {
			s.ctx.Call("restore")
			s.now = before
		}()
	}
	for _, shape := range sc.Shapes {
		switch v := shape.(type) {
		case viz.Rect:
			s.rect(v, t)
		case viz.Polyline:
			s.path(pathOf(v.Points, v.Closed), v.Fill, v.Stroke, t)
		case viz.Marker:
			s.marker(v, t)
		case viz.Text:
			s.text(v, t)
		case viz.Image:
			s.Image(v.Pix, v.X, v.Y, v.W, v.H)
		case viz.SignedCells:
			v.Runs(func(p viz.Paint, x, y, w, h float64) {
				s.setFill(p, t)
				s.fillRect.Invoke(x, y, w, h)
			})
		}
	}
}

// Image draws an image over a rectangle in CSS pixels, without smoothing its pixels.
func (s *Surface) Image(img *image.RGBA, x, y, w, h float64) {
	if s == nil || img == nil || img.Rect.Empty() {
		return
	}
	s.upload(img)
	s.ctx.Call("drawImage", s.scratch, x, y, w, h)
}

// Cuts draws parts of one image, which goes to the browser once.
func (s *Surface) Cuts(img *image.RGBA, cuts []Cut) {
	if s == nil || img == nil || img.Rect.Empty() || len(cuts) == 0 {
		return
	}
	s.upload(img)
	draw := s.ctx.Get("drawImage").Call("bind", s.ctx, s.scratch)
	for _, c := range cuts {
		draw.Invoke(c.From.Min.X-img.Rect.Min.X, c.From.Min.Y-img.Rect.Min.Y, c.From.Dx(), c.From.Dy(), c.X, c.Y, c.W, c.H)
	}
}

// upload puts the pixels of an image on the scratch canvas.
func (s *Surface) upload(img *image.RGBA) {
	iw, ih := img.Rect.Dx(), img.Rect.Dy()
	if s.scratchW != iw || s.scratchH != ih {
		if !s.scratch.Truthy() {
			s.scratch = document().Call("createElement", "canvas")
			s.scratchCtx = s.scratch.Call("getContext", "2d")
		}
		s.scratch.Set("width", iw)
		s.scratch.Set("height", ih)
		s.bytes = js.Global().Get("Uint8ClampedArray").New(iw * ih * 4)
		s.scratchW, s.scratchH = iw, ih
	}
	js.CopyBytesToJS(s.bytes, s.pack(img))
	data := js.Global().Get("ImageData").New(s.bytes, iw, ih)
	s.scratchCtx.Call("putImageData", data, 0, 0)
	s.setAlpha(1)
	s.ctx.Set("imageSmoothingEnabled", false)
}

// pack returns the pixels of an image without the gaps between the rows of a SubImage.
func (s *Surface) pack(img *image.RGBA) []byte {
	row, h := img.Rect.Dx()*4, img.Rect.Dy()
	if img.Stride == row {
		return img.Pix[:row*h]
	}
	if cap(s.packed) < row*h {
		s.packed = make([]byte, row*h)
	}
	out := s.packed[:row*h]
	for y := range h {
		copy(out[y*row:(y+1)*row], img.Pix[y*img.Stride:])
	}
	return out
}

func (s *Surface) rect(r viz.Rect, t viz.Theme) {
	if r.Fill.Role != viz.None {
		s.setFill(r.Fill, t)
		s.fillRect.Invoke(r.X, r.Y, r.W, r.H)
	}
	if r.Hatch {
		var d strings.Builder
		for _, l := range r.HatchLines() {
			d.WriteString(pathOf(l[:], false))
		}
		s.path(d.String(), viz.Paint{}, viz.Stroke{Paint: r.Stroke.Paint, Width: 0.75}, t)
	}
	if r.Stroke.Paint.Role == viz.None {
		return
	}
	s.setStroke(r.Stroke, t)
	if r.Round > 0 {
		s.ctx.Call("beginPath")
		s.ctx.Call("roundRect", r.X, r.Y, r.W, r.H, r.Round)
		s.ctx.Call("stroke")
		return
	}
	s.ctx.Call("strokeRect", r.X, r.Y, r.W, r.H)
}

func (s *Surface) marker(m viz.Marker, t viz.Theme) {
	line := viz.Stroke{Paint: m.Paint, Width: 1.5}
	circle := func() string {
		return fmt.Sprintf("M%g %ga%[3]g %[3]g 0 1 0 %[4]g 0a%[3]g %[3]g 0 1 0 -%[4]g 0z", m.X-m.R, m.Y, m.R, 2*m.R)
	}
	switch m.Kind {
	case viz.NoMarker:
	case viz.Dot:
		s.path(circle(), m.Paint, viz.Stroke{}, t)
	case viz.Ring:
		s.path(circle(), viz.Fill(viz.Paper), line, t)
	case viz.Cross:
		s.path(fmt.Sprintf("M%[1]g %[3]gL%[2]g %[4]gM%[1]g %[4]gL%[2]g %[3]g", m.X-m.R, m.X+m.R, m.Y-m.R, m.Y+m.R), viz.Paint{}, line, t)
	default:
		s.path(pathOf(m.Outline(), true), m.Paint, viz.Stroke{}, t)
	}
}

func (s *Surface) text(v viz.Text, t viz.Theme) {
	size, paint := v.Size, v.Paint
	if size == 0 {
		size = 12
	}
	if paint.Role == viz.None {
		paint = viz.Fill(viz.Ink)
	}
	s.setFill(paint, t)
	if size != s.now.size || v.Bold != s.now.bold {
		weight := "400 "
		if v.Bold {
			weight = "600 "
		}
		s.ctx.Set("font", s.string(weight+number(size)+"px "+s.font))
		if s.now.size < 0 {
			s.now.anchor = v.Anchor + 1 // not known after a resize
		}
		s.now.size, s.now.bold = size, v.Bold
	}
	if v.Anchor != s.now.anchor {
		s.ctx.Set("textAlign", [...]string{viz.Start: "left", viz.Middle: "center", viz.End: "right"}[v.Anchor])
		s.now.anchor = v.Anchor
	}
	if !v.Turned {
		s.fillText.Invoke(s.string(v.S), v.X, v.Y)
		return
	}
	s.ctx.Call("save")
	s.ctx.Call("translate", v.X, v.Y)
	s.ctx.Call("rotate", -math.Pi/2)
	s.fillText.Invoke(v.S, 0, 0)
	s.ctx.Call("restore")
}

// string is a text as a JavaScript string. To pass a string takes longer than to draw it, and the
// same few are drawn again and again, so they are kept.
func (s *Surface) string(text string) js.Value {
	v, ok := s.strings[text]
	if !ok {
		if len(s.strings) > maxStrings {
			clear(s.strings)
		}
		v = js.ValueOf(text)
		s.strings[text] = v
	}
	return v
}

// maxStrings is the most strings that a Surface keeps.
const maxStrings = 4096

// path fills and strokes an SVG path.
func (s *Surface) path(d string, fill viz.Paint, stroke viz.Stroke, t viz.Theme) {
	if d == "" {
		return
	}
	p := js.Global().Get("Path2D").New(d)
	if fill.Role != viz.None {
		s.setFill(fill, t)
		s.ctx.Call("fill", p)
	}
	if stroke.Paint.Role != viz.None {
		s.setStroke(stroke, t)
		s.ctx.Call("stroke", p)
	}
}

func (s *Surface) setFill(p viz.Paint, t viz.Theme) {
	c, alpha := p.Resolve(t)
	if c != s.now.fill {
		s.ctx.Set("fillStyle", s.string(hexColor(c)))
		s.now.fill = c
	}
	s.setAlpha(alpha)
}

func (s *Surface) setStroke(st viz.Stroke, t viz.Theme) {
	c, alpha := st.Paint.Resolve(t)
	if c != s.now.stroke {
		s.ctx.Set("strokeStyle", s.string(hexColor(c)))
		s.now.stroke = c
	}
	s.setAlpha(alpha)
	width := st.Width
	if width == 0 {
		width = 1
	}
	if width != s.now.width {
		s.ctx.Set("lineWidth", width)
		s.now.width = width
	}
	var pair [2]float64
	if n := copy(pair[:], st.Dash); n == len(st.Dash) && pair == s.now.dash && n != 1 {
		return
	}
	dash := make([]any, len(st.Dash))
	for i, d := range st.Dash {
		dash[i] = d
	}
	s.ctx.Call("setLineDash", dash)
	s.now.dash = pair
	if len(dash) == 1 || len(dash) > 2 {
		s.now.dash = [2]float64{-1, -1} // not a pair, so the next call sets it again
	}
}

func (s *Surface) setAlpha(a float64) {
	if a != s.now.alpha {
		s.ctx.Set("globalAlpha", a)
		s.now.alpha = a
	}
}

func pathOf(points []viz.Point, closed bool) string {
	if len(points) == 0 {
		return ""
	}
	b := make([]byte, 0, len(points)*14)
	for i, p := range points {
		b = append(b, "ML"[min(i, 1)])
		b = strconv.AppendFloat(b, p.X, 'f', 2, 64)
		b = append(b, ' ')
		b = strconv.AppendFloat(b, p.Y, 'f', 2, 64)
	}
	if closed {
		b = append(b, 'Z')
	}
	return string(b)
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func hexColor(c color.RGBA) string {
	const digits = "0123456789abcdef"
	b := [7]byte{'#'}
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		b[1+2*i], b[2+2*i] = digits[v>>4], digits[v&15]
	}
	return string(b[:])
}
