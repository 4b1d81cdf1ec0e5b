package ui

import "syscall/js"

// Frames calls a function on animation frames until Stop. It owns js.Funcs.
type Frames struct {
	id, timer js.Value
	step      js.Func
	tick      js.Func // of StartFramesWhen
	done      bool
	release   func() // of what listens for the printer
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
	f.listen(draw)
	return f
}

// StartFramesWhen is as StartFrames, but asks for a frame only when due returns 0. Otherwise due is
// asked again after so many milliseconds as it returns. An animation frame costs the browser some
// milliseconds even where nothing is drawn, which a page that draws seldom leaves to others.
func StartFramesWhen(due func(ms float64) (wait float64), draw func(ms float64)) *Frames {
	f := &Frames{}
	wait := func(ms float64) { f.timer = js.Global().Call("setTimeout", f.tick, ms) }
	f.step = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if !f.done {
			draw(args[0].Float())
			wait(due(Now()))
		}
		return nil
	})
	f.tick = js.FuncOf(func(js.Value, []js.Value) any {
		if f.done {
			return nil
		}
		if ms := due(Now()); ms > 0 {
			wait(ms)
		} else {
			f.id = js.Global().Call("requestAnimationFrame", f.step)
		}
		return nil
	})
	wait(0)
	f.listen(draw)
	return f
}

// listen calls draw where a printer asks for it.
func (f *Frames) listen(draw func(ms float64)) {
	f.release = Listen(js.Global(), drawForPrinter, func(js.Value) {
		for range printFrames {
			draw(Now())
		}
	})
}

// Stop ends the calls and releases the js.Func. It does nothing for nil and when called again.
func (f *Frames) Stop() {
	if f == nil || f.done {
		return
	}
	f.done = true
	js.Global().Call("cancelAnimationFrame", f.id)
	f.step.Release()
	if f.tick.Truthy() {
		js.Global().Call("clearTimeout", f.timer)
		f.tick.Release()
	}
	f.release()
}

// Now is the time in milliseconds, on the same clock as the frames.
func Now() float64 { return js.Global().Get("performance").Call("now").Float() }
