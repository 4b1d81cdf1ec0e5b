package ui

import (
	"strings"
	"syscall/js"

	"stridelab/app/promise"
)

// OnBack calls f with the query whenever the back or forward button changes it, until release.
// go-app ignores a return to the address that it visited last, although the program may have
// changed the address since.
func OnBack(f func(query string)) (release func()) {
	path := js.Global().Get("location").Get("pathname").String()
	return Listen(js.Global(), "popstate", func(js.Value) {
		location := js.Global().Get("location")
		if location.Get("pathname").String() == path {
			f(strings.TrimPrefix(location.Get("search").String(), "?"))
		}
	})
}

// PutQuery writes a query into the address bar and keeps the fragment. With whole it adds an entry
// to the history, so that the back button returns to the query before.
func PutQuery(query string, whole bool) {
	location, history := js.Global().Get("location"), js.Global().Get("history")
	path, hash := location.Get("pathname").String(), location.Get("hash").String()
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
	// Browsers throw where a page writes its address too often, and in some frames always. Then the
	// address stays old, and the page works on.
	defer func() { _ = recover() }()
	history.Call(method, history.Get("state"), "", target+hash)
}

// Href is the whole address in the address bar.
func Href() string { return js.Global().Get("location").Get("href").String() }

// CopyText copies a text to the clipboard. It calls done once, with whether that worked.
func CopyText(s string, done func(ok bool)) {
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		done(false)
		return
	}
	copied := clipboard.Call("writeText", s) // now: browsers copy for a click only
	go func() {
		_, ok := promise.Await(copied)
		done(ok)
	}()
}
