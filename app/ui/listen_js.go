package ui

import "syscall/js"

// Listen calls f with each event of this name on target, until release. It does nothing where
// target is null.
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

// PointerAt is the place of a pointer event on an element, in CSS pixels from its upper left
// corner.
func PointerAt(element, e js.Value) (x, y float64) {
	box := element.Call("getBoundingClientRect")
	return e.Get("clientX").Float() - box.Get("left").Float(), e.Get("clientY").Float() - box.Get("top").Float()
}

// ContactOf is the pointer of a pointer event.
func ContactOf(e js.Value) Contact {
	return Contact{e.Get("pointerId").Int(), e.Get("pointerType").String(), e.Get("timeStamp").Float()}
}

// CapturePointer sends the further events of an event's pointer to an element, also outside its
// edges. It does nothing where the pointer has been released already.
func CapturePointer(element, e js.Value) {
	defer func() { _ = recover() }()
	element.Call("setPointerCapture", e.Get("pointerId"))
}
