package sharelab

import "syscall/js"

// pictureFocused says whether the keyboard is on one of the pictures.
func pictureFocused() bool {
	e := js.Global().Get("document").Get("activeElement")
	return e.Truthy() && e.Get("classList").Call("contains", "picture").Bool()
}
