package ui

import "syscall/js"

// Frames calls a function on every animation frame until stopped. It owns its js.Func.
type Frames struct {
	id   js.Value
	step js.Func
	done bool
}

// StartFrames calls draw before each repaint with the time in milliseconds. Start it in
// OnMount, Stop it in OnDismount. draw must be quick and must not dispatch: it keeps a
// dirty flag of its own and returns at once when nothing changed.
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
	return f
}

// Stop ends the loop and releases it; on a nil or stopped Frames it does nothing.
func (f *Frames) Stop() {
	if f == nil || f.done {
		return
	}
	f.done = true
	js.Global().Call("cancelAnimationFrame", f.id)
	f.step.Release()
}

// Now is the time in milliseconds on the clock of the frames.
func Now() float64 { return js.Global().Get("performance").Call("now").Float() }
