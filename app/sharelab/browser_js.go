package sharelab

import (
	"strconv"
	"strings"
	"syscall/js"
)

// pictureFocused says whether the keyboard is on one of the pictures.
func pictureFocused() bool {
	e := js.Global().Get("document").Get("activeElement")
	return e.Truthy() && e.Get("classList").Call("contains", "picture").Bool()
}

// typeScale is how much larger than 16 px the page's type is: on a large screen, and for
// a projector.
func typeScale() float64 {
	root := js.Global().Get("document").Get("documentElement")
	size := js.Global().Call("getComputedStyle", root).Get("fontSize").String()
	v, err := strconv.ParseFloat(strings.TrimSuffix(size, "px"), 64)
	if err != nil || v < 8 {
		return 1
	}
	return v / 16
}
