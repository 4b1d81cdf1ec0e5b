package ui

import (
	"strconv"
	"strings"
	"syscall/js"

	"stridelab/app/promise"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func document() js.Value { return js.Global().Get("document") }

// Element is the element with an id, or null.
func Element(id string) js.Value { return document().Call("getElementById", id) }

// SetText sets the text of an element, without a render. It does nothing where there is no element.
// The element must have been rendered with a text, as by Stat.
func SetText(id, text string) {
	e := Element(id)
	if !e.Truthy() {
		return
	}
	// go-app has a reference to the text node, so its content is changed and the node stays.
	if n := e.Get("firstChild"); n.Truthy() {
		n.Set("nodeValue", text)
		return
	}
	e.Set("textContent", text)
}

// SetAttr sets an attribute of an element, without a render. It does nothing where there is no
// element.
func SetAttr(id, name, value string) {
	if e := Element(id); e.Truthy() {
		e.Call("setAttribute", name, value)
	}
}

// SetField sets the value of a field, without a render. It does nothing where there is no element.
// The attribute would not do, since a field ignores it once a person has used the field.
func SetField(id string, value any) {
	if e := Element(id); e.Truthy() {
		e.Set("value", value)
	}
}

// Focus gives an element the focus, and scrolls to it where it is out of view. It does nothing
// where there is no element.
func Focus(id string) {
	if e := Element(id); e.Truthy() {
		e.Call("focus")
	}
}

// Announce lets a screen reader say a sentence after what it says now.
func Announce(sentence string) {
	if e := Element(announcerID); e.Truthy() {
		e.Set("textContent", sentence)
	}
}

// markReady marks the document as ready: the interface answers.
func markReady() { root().Call("setAttribute", "data-ready", "") }

// arrive scrolls to the top of a new page and moves the focus there, as when a page is loaded. It
// does not where the page is the same as before.
func arrive(page string) {
	html := root()
	last := html.Call("getAttribute", "data-page")
	html.Call("setAttribute", "data-page", page)
	if last.Type() == js.TypeString && last.String() != page {
		if main := Element("main"); main.Truthy() {
			main.Call("focus", map[string]any{"preventScroll": true})
		}
		js.Global().Call("scrollTo", 0, 0)
	}
}

// showLab scrolls the list of labs in the header until the current lab is seen.
func showLab() {
	if show := js.Global().Get("stridelabShowLab"); show.Truthy() { // web/static/display.js
		show.Invoke()
	}
}

func focusElement(id string) {
	if e := Element(id); e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
		bring(id)
	}
}

// bring scrolls the page until an element can be seen, without an animation. It does nothing where
// there is no element.
func bring(id string) {
	if e := Element(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// keepQuery sets the query of a link to that of the address.
func keepQuery(link app.Value) {
	link.Set("search", js.Global().Get("location").Get("search").String())
}

// toggleDialog opens a modal dialog, or closes it.
func toggleDialog(id string) {
	d := Element(id)
	switch {
	case !d.Truthy():
	case d.Get("open").Bool():
		d.Call("close")
	default:
		d.Call("showModal")
	}
}

// toggleFullScreen enters or leaves full screen, where the browser allows it.
func toggleFullScreen() {
	if document().Get("fullscreenElement").Truthy() {
		document().Call("exitFullscreen")
		return
	}
	if root().Get("requestFullscreen").Truthy() {
		// A refusal rejects the promise; there is nothing to mend, the page stays as it is.
		go promise.Await(root().Call("requestFullscreen"))
	}
}

// TypeScale is the page's font size divided by 16 px. It is larger on a large screen and for a
// projector.
func TypeScale() float64 {
	size := js.Global().Call("getComputedStyle", root()).Get("fontSize").String()
	v, err := strconv.ParseFloat(strings.TrimSuffix(size, "px"), 64)
	if err != nil || v < 8 {
		return 1
	}
	return v / 16
}

// Focused reports whether an element of a class has the keyboard.
func Focused(class string) bool {
	e := document().Get("activeElement")
	return e.Truthy() && e.Get("classList").Call("contains", class).Bool()
}
