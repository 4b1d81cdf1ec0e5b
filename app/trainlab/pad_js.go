package trainlab

import (
	"math"
	"syscall/js"

	"stridelab/app/ui"
	"stridelab/viz"
)

// listenPad connects the pad with pointer and keyboard until it is released. It does not use
// go-app's events, because go-app would render the page for every movement of the pointer.
func listenPad(l *Lab) ui.Releases {
	pad := element(idPad)
	if !pad.Truthy() {
		return nil
	}
	var x, y float64 // the end of the stroke so far, in pad cells
	var stroke ui.Stroke
	before := &Ink{} // the drawing before the stroke
	place := func(e js.Value) (float64, float64) {
		box := pad.Call("getBoundingClientRect")
		return (e.Get("clientX").Float() - box.Get("left").Float()) / box.Get("width").Float() * PadSize,
			(e.Get("clientY").Float() - box.Get("top").Float()) / box.Get("height").Float() * PadSize
	}
	drawTo := func(e js.Value) {
		nx, ny := place(e)
		l.pad.ink.Stroke(x, y, nx, ny)
		l.pad.shown = true
		x, y = nx, ny
	}
	up := func(e js.Value) {
		if stroke.End(ui.ContactOf(e)) {
			l.painter.speech.inking = false
			l.painter.speech.drawingChanged(l.painter.now)
			l.painter.pad.dirty = true
		}
	}
	shown := func(js.Value) { l.painter.pad.drawn++ } // only a focused pad shows the pen
	return ui.Releases{
		ui.Listen(pad, "pointerdown", func(e js.Value) {
			if e.Get("button").Int() != 0 {
				return
			}
			begins, instead := stroke.Begin(ui.ContactOf(e))
			if !begins {
				return
			}
			if instead { // the palm of the hand began this stroke; the pen replaces it
				*l.pad.ink = *before
			}
			*before = *l.pad.ink
			ui.CapturePointer(pad, e)
			x, y = place(e)
			drawTo(e)
			l.pad.pen.X, l.pad.pen.Y = x, y
			l.painter.speech.inking = true
			l.painter.padChanged()
		}),
		ui.Listen(pad, "pointermove", func(e js.Value) {
			contact := ui.ContactOf(e)
			stroke.Sees(contact)
			if !stroke.By(contact.ID) {
				return
			}
			// One event may stand for several positions of a fast hand. Browsers that do not report
			// them (Safari, and all of them over plain HTTP) draw a straighter line.
			if e.Get("getCoalescedEvents").Truthy() {
				between := e.Call("getCoalescedEvents")
				for i := range between.Length() {
					drawTo(between.Index(i))
				}
			}
			drawTo(e)
			l.pad.pen.X, l.pad.pen.Y = math.Min(PadSize, math.Max(0, x)), math.Min(PadSize, math.Max(0, y))
			l.painter.padChanged()
		}),
		ui.Listen(pad, "pointerup", up),
		ui.Listen(pad, "pointercancel", up),
		ui.Listen(pad, "keydown", func(e js.Value) {
			if e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() {
				return
			}
			if l.padKey(ui.KeyOf(e)) {
				e.Call("preventDefault")
				e.Call("stopPropagation") // Space is for the pen and must not start the run
			}
		}),
		// Some assistive technology, and tests, send a key without a keydown that can be prevented.
		// Space would then scroll the page.
		ui.Listen(pad, "keypress", func(e js.Value) {
			if key := ui.KeyOf(e); key == " " || key == "Enter" {
				e.Call("preventDefault")
			}
		}),
		ui.Listen(pad, "focus", shown),
		ui.Listen(pad, "blur", shown),
	}
}

// paintPad draws the ink. While the pad has the focus by the keyboard, it also draws the pen. The
// canvas has PadSize×PadSize pixels, whatever its size on the page.
func paintPad(k *Ink, pen Pen, theme viz.Theme) {
	pad := element(idPad)
	if !pad.Truthy() {
		return
	}
	if pad.Get("width").Int() != PadSize || pad.Get("height").Int() != PadSize {
		pad.Set("width", PadSize)
		pad.Set("height", PadSize)
	}
	ground, ink := padColors(theme)
	var mix [256][3]uint8
	for i := range mix {
		for c := range 3 {
			mix[i][c] = uint8((int(ground[c])*(255-i) + int(ink[c])*i) / 255)
		}
	}
	pixels := make([]byte, 4*PadSize*PadSize)
	for i, v := range k.cells {
		m := mix[int(v*255)]
		pixels[4*i], pixels[4*i+1], pixels[4*i+2], pixels[4*i+3] = m[0], m[1], m[2], 255
	}
	array := js.Global().Get("Uint8ClampedArray").New(len(pixels))
	js.CopyBytesToJS(array, pixels)
	context := pad.Call("getContext", "2d")
	context.Call("putImageData", js.Global().Get("ImageData").New(array, PadSize, PadSize), 0, 0)
	if !pad.Call("matches", ":focus-visible").Bool() {
		return
	}
	accent := theme.Color(viz.Accent)
	style := "rgb(" + ui.Count(int64(accent.R)) + " " + ui.Count(int64(accent.G)) + " " + ui.Count(int64(accent.B)) + ")"
	context.Set("strokeStyle", style)
	context.Set("fillStyle", style)
	context.Set("lineWidth", 1.5)
	context.Call("beginPath")
	context.Call("arc", pen.X, pen.Y, penRadius, 0, 2*math.Pi)
	context.Call("stroke")
	if pen.Down { // the pen is filled while it is down, and else a ring
		context.Call("beginPath")
		context.Call("arc", pen.X, pen.Y, penRadius/2, 0, 2*math.Pi)
		context.Call("fill")
	}
}
