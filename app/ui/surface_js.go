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
// Each call into the browser costs about a microsecond, so a polyline goes over as one
// Path2D and an image as one CopyBytesToJS.
type Surface struct {
	canvas, ctx js.Value
	font        string
	fill        string // what the context has now, so that it is not set again
	stroke      string
	alpha       float64
	scratch     js.Value // a canvas of an image's own size: putImageData knows no scale
	scratchCtx  js.Value
	scratchW    int
	scratchH    int
	bytes       js.Value // Uint8ClampedArray of that size
	packed      []byte
}

// OpenSurface finds a canvas by id; nil when there is none.
func OpenSurface(canvasID string) *Surface {
	c := element(canvasID)
	if !c.Truthy() {
		return nil
	}
	font := js.Global().Call("getComputedStyle", c).Get("fontFamily").String()
	return &Surface{canvas: c, ctx: c.Call("getContext", "2d"), font: font, alpha: 1}
}

// Fit gives the canvas as many pixels as it covers on the screen, scales the context so
// that drawing is in CSS pixels, and says how large it is and whether its pixels changed,
// which clears it. Call it at the start of each frame that draws.
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
		s.fill, s.stroke, s.alpha = "", "", 1 // a resize resets the context
		changed = true
	}
	return w, h, changed
}

// Clear paints the whole canvas in the theme's paper.
func (s *Surface) Clear(t viz.Theme) {
	if s == nil {
		return
	}
	s.setFill(viz.Fill(viz.Paper), t)
	s.ctx.Call("fillRect", 0, 0, s.canvas.Get("clientWidth"), s.canvas.Get("clientHeight"))
}

// Scene draws a scene with its upper left corner at (x, y).
func (s *Surface) Scene(sc viz.Scene, x, y float64, t viz.Theme) {
	if s == nil {
		return
	}
	s.ctx.Call("save")
	s.ctx.Call("translate", x, y)
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
				s.ctx.Call("fillRect", x, y, w, h)
			})
		}
	}
	s.ctx.Call("restore")
	s.fill, s.stroke, s.alpha = "", "", 0 // restored to what they were before; set them anew
}

// Image draws an image over a rectangle in CSS pixels, its pixels sharp-edged.
func (s *Surface) Image(img *image.RGBA, x, y, w, h float64) {
	if s == nil || img == nil || img.Rect.Empty() {
		return
	}
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
	s.ctx.Call("drawImage", s.scratch, x, y, w, h)
}

// pack gives an image's pixels without the gaps between the rows of a SubImage.
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
		s.ctx.Call("fillRect", r.X, r.Y, r.W, r.H)
	}
	if r.Hatch {
		var d strings.Builder
		for _, l := range r.HatchLines() {
			d.WriteString(pathOf(l[:], false))
		}
		s.path(d.String(), viz.Paint{}, viz.Stroke{Paint: r.Stroke.Paint, Width: 0.75}, t)
	}
	if r.Stroke.Paint.Role != viz.None {
		s.setStroke(r.Stroke, t)
		s.ctx.Call("strokeRect", r.X, r.Y, r.W, r.H)
	}
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
	size, weight, paint := v.Size, "400", v.Paint
	if size == 0 {
		size = 12
	}
	if v.Bold {
		weight = "600"
	}
	if paint.Role == viz.None {
		paint = viz.Fill(viz.Ink)
	}
	s.setFill(paint, t)
	s.ctx.Set("font", weight+" "+number(size)+"px "+s.font)
	s.ctx.Set("textAlign", [...]string{viz.Start: "left", viz.Middle: "center", viz.End: "right"}[v.Anchor])
	if !v.Turned {
		s.ctx.Call("fillText", v.S, v.X, v.Y)
		return
	}
	s.ctx.Call("save")
	s.ctx.Call("translate", v.X, v.Y)
	s.ctx.Call("rotate", -math.Pi/2)
	s.ctx.Call("fillText", v.S, 0, 0)
	s.ctx.Call("restore")
}

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
	if hex := hexColor(c); hex != s.fill {
		s.ctx.Set("fillStyle", hex)
		s.fill = hex
	}
	s.setAlpha(alpha)
}

func (s *Surface) setStroke(st viz.Stroke, t viz.Theme) {
	c, alpha := st.Paint.Resolve(t)
	if hex := hexColor(c); hex != s.stroke {
		s.ctx.Set("strokeStyle", hex)
		s.stroke = hex
	}
	s.setAlpha(alpha)
	width := st.Width
	if width == 0 {
		width = 1
	}
	s.ctx.Set("lineWidth", width)
	dash := make([]any, len(st.Dash))
	for i, d := range st.Dash {
		dash[i] = d
	}
	s.ctx.Call("setLineDash", dash)
}

func (s *Surface) setAlpha(a float64) {
	if a != s.alpha {
		s.ctx.Set("globalAlpha", a)
		s.alpha = a
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

func hexColor(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
