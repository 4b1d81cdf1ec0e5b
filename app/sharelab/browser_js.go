package sharelab

import (
	"strconv"
	"strings"
	"syscall/js"
)

// onBack calls f with the query whenever the back or forward button changes it. go-app
// hears of it too, but not where it has seen the address before the program changed it.
func onBack(f func(query string)) (release func()) {
	path := js.Global().Get("location").Get("pathname").String()
	listen := js.FuncOf(func(js.Value, []js.Value) any {
		location := js.Global().Get("location")
		if location.Get("pathname").String() == path {
			f(strings.TrimPrefix(location.Get("search").String(), "?"))
		}
		return nil
	})
	js.Global().Call("addEventListener", "popstate", listen)
	return func() {
		js.Global().Call("removeEventListener", "popstate", listen)
		listen.Release()
	}
}

func href() string { return js.Global().Get("location").Get("href").String() }

// copyText copies to the clipboard and says whether that worked.
func copyText(s string, done func(ok bool)) {
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		done(false)
		return
	}
	var yes, no js.Func
	end := func(ok bool) any {
		done(ok)
		yes.Release()
		no.Release()
		return nil
	}
	yes = js.FuncOf(func(js.Value, []js.Value) any { return end(true) })
	no = js.FuncOf(func(js.Value, []js.Value) any { return end(false) })
	clipboard.Call("writeText", s).Call("then", yes, no)
}

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
