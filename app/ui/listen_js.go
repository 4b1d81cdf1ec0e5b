package ui

import "syscall/js"

// Listen calls f with each event of this name on target, until release. Where there is no
// target there is nothing to hear of.
func Listen(target js.Value, event string, f func(e js.Value)) (release func()) {
	if !target.Truthy() {
		return func() {}
	}
	listen := js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0])
		return nil
	})
	target.Call("addEventListener", event, listen)
	return func() {
		target.Call("removeEventListener", event, listen)
		listen.Release()
	}
}

// PointerAt is where on an element an event happened, in CSS pixels.
func PointerAt(element, e js.Value) (x, y float64) {
	box := element.Call("getBoundingClientRect")
	return e.Get("clientX").Float() - box.Get("left").Float(), e.Get("clientY").Float() - box.Get("top").Float()
}

// CapturePointer has an element hear of an event's pointer beyond its edges. It throws
// where the pointer has gone already; then there is nothing to capture.
func CapturePointer(element, e js.Value) {
	defer func() { _ = recover() }()
	element.Call("setPointerCapture", e.Get("pointerId"))
}
