package ui

import "syscall/js"

// storage is the object of web/static/storage.js. Its functions do not throw. Go itself must not
// read window.localStorage: where the browser refuses it, the exception ends the program, because
// only an exception in a call becomes a panic.
func storage() js.Value { return js.Global().Get("stridelabStorage") }

// Recall returns the string that is stored under a key, or "".
func Recall(key string) string {
	if s := storage(); s.Truthy() {
		return s.Call("recall", key).String()
	}
	return ""
}

// Remember stores a string under a key.
func Remember(key, value string) {
	if s := storage(); s.Truthy() {
		s.Call("remember", key, value)
	}
}

// storageRefused reports whether the page must tell the visitor that the browser stores nothing. It
// returns true at most once a visit.
func storageRefused() bool {
	s := storage()
	return s.Truthy() && s.Call("refusal").Bool()
}
