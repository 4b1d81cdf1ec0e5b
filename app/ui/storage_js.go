package ui

import "syscall/js"

// storage is what web/static/storage.js has put on the page. Its functions do not throw,
// while to read window.localStorage from Go would end the program where it is refused:
// only calls turn an exception into a panic.
func storage() js.Value { return js.Global().Get("stridelabStorage") }

// Recall and Remember keep strings in the visitor's browser, under keys that begin with
// "stridelab.". They never fail: what the browser does not take is remembered until the page
// is closed. web/static/storage.js does the work, before the program runs as well.

// Recall is what is remembered under a key, "" for nothing.
func Recall(key string) string {
	if s := storage(); s.Truthy() {
		return s.Call("recall", key).String()
	}
	return ""
}

// Remember remembers a value under a key.
func Remember(key, value string) {
	if s := storage(); s.Truthy() {
		s.Call("remember", key, value)
	}
}

// storageRefused says whether the visitor has to hear that the browser keeps nothing. It is
// true once a visit at most.
func storageRefused() bool {
	s := storage()
	return s.Truthy() && s.Call("refusal").Bool()
}
