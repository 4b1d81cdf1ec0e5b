package ui

import "syscall/js"

// Frames calls a function on every animation frame until Stop. It owns a js.Func.
type Frames struct {
	id      js.Value
	step    js.Func
	done    bool
	release func() // of what listens for the printer
}

// drawForPrinter is the event after beforeprint by which OnTheme asks for a drawing in
// the colours of paper.
const drawForPrinter = "stridelab:draw"

// printFrames is how often draw is called before the page is printed: a page that spreads its
// drawings over frames has fewer than so many.
const printFrames = 32

// StartFrames calls draw before each repaint, with the time in milliseconds. Call it in OnMount,
// and Stop in OnDismount. Between beforeprint and the printing there are no frames, so that it
// calls draw then too. draw must be fast and must not dispatch. It should return at once when
// nothing has changed.
func StartFrames(draw func(ms float64)) *Frames {
	f := &Frames{}
	f.step = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if f.done {
			return nil
		}
		f.id = js.Global().Call("requestAnimationFrame", f.step)
		draw(args[0].Float())
		return nil
	})
	f.id = js.Global().Call("requestAnimationFrame", f.step)
	f.release = Listen(js.Global(), drawForPrinter, func(js.Value) {
		for range printFrames {
			draw(Now())
		}
	})
	return f
}

// Stop ends the calls and releases the js.Func. It does nothing for nil and when called again.
func (f *Frames) Stop() {
	if f == nil || f.done {
		return
	}
	f.done = true
	js.Global().Call("cancelAnimationFrame", f.id)
	f.step.Release()
	f.release()
}

// Now is the time in milliseconds, on the same clock as the frames.
func Now() float64 { return js.Global().Get("performance").Call("now").Float() }
