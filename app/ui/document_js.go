package ui

import (
	"strconv"
	"strings"
	"syscall/js"

	"stridelab/app/promise"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func document() js.Value { return js.Global().Get("document") }

// Element is the element of an id; where there is none, null.
func Element(id string) js.Value { return document().Call("getElementById", id) }

// SetText sets the text of an element, without a render; of none it does nothing. The
// element must have been rendered with a text (Stat sees to that).
func SetText(id, text string) {
	e := Element(id)
	if !e.Truthy() {
		return
	}
	// go-app holds on to the text node, so the node stays and its content changes.
	if n := e.Get("firstChild"); n.Truthy() {
		n.Set("nodeValue", text)
		return
	}
	e.Set("textContent", text)
}

// SetAttr sets an attribute of an element, without a render; of none it does nothing.
func SetAttr(id, name, value string) {
	if e := Element(id); e.Truthy() {
		e.Call("setAttribute", name, value)
	}
}

// SetField sets what a field holds, without a render; of none it does nothing. A changed
// value attribute would not: a field that was once used no longer follows it.
func SetField(id string, value any) {
	if e := Element(id); e.Truthy() {
		e.Set("value", value)
	}
}

// Focus gives an element the focus, without a scroll where it is in view; of none it does nothing.
func Focus(id string) {
	if e := Element(id); e.Truthy() {
		e.Call("focus")
	}
}

// Announce has a screen reader say a sentence when it is done with what it is saying.
func Announce(sentence string) {
	if e := Element(announcerID); e.Truthy() {
		e.Set("textContent", sentence)
	}
}

// markReady says on html that the interface answers.
func markReady() { root().Call("setAttribute", "data-ready", "") }

// arrive brings a page other than the last one into view from its top, and the focus
// with it, as a page load would.
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
	// On a phone the list of labs is wider than the screen: bring this one into it.
	if link := document().Call("querySelector", ".site-labs [aria-current]"); link.Truthy() {
		list := link.Call("closest", "ol")
		list.Set("scrollLeft", link.Get("offsetLeft").Int()-list.Get("clientWidth").Int()/2)
	}
}

func focusElement(id string) {
	if e := Element(id); e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
		bring(id)
	}
}

// bring scrolls the page so far that an element is seen, at once; of none it does nothing.
func bring(id string) {
	if e := Element(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// keepQuery gives a link the query that the address has now.
func keepQuery(link app.Value) {
	link.Set("search", js.Global().Get("location").Get("search").String())
}

// toggleDialog opens a dialog, the rest of the page out of reach, or closes it.
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

// toggleFullScreen enters or leaves full screen where the browser lets it.
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

// TypeScale is how much larger than 16 px the page's type is: on a large screen, and for
// a projector.
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
