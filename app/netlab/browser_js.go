package netlab

import "syscall/js"

// putQuery writes a query into the address bar; whole puts a new entry in the history, so
// that the back button returns to what was before.
func putQuery(query string, whole bool) {
	location, history := js.Global().Get("location"), js.Global().Get("history")
	path := location.Get("pathname").String()
	target := path
	if query != "" {
		target += "?" + query
	}
	if target == path+location.Get("search").String() {
		return
	}
	method := "replaceState"
	if whole {
		method = "pushState"
	}
	history.Call(method, history.Get("state"), "", target)
}

// focus gives an element the focus, without a scroll where it is in view.
func focus(id string) {
	if e := js.Global().Get("document").Call("getElementById", id); e.Truthy() {
		e.Call("focus")
	}
}
