package ui

import (
	"syscall/js"

	"stridelab/viz"
)

func root() js.Value { return js.Global().Get("document").Get("documentElement") }

// save applies a display and stores it in the browser.
func (d display) save() {
	d.apply()
	projector := "off"
	if d.Projector {
		projector = "on"
	}
	Remember(keyTheme, string(d.Theme))
	Remember(keyProjector, projector)
}

// apply sets the attributes of the document by which the style sheet and CurrentTheme find a
// display.
func (d display) apply() {
	html := root()
	if d.Theme == themeAuto {
		html.Call("removeAttribute", "data-theme")
	} else {
		html.Call("setAttribute", "data-theme", string(d.Theme))
	}
	if d.Projector {
		html.Call("setAttribute", "data-projector", "")
	} else {
		html.Call("removeAttribute", "data-projector")
	}
	showLab() // a projector has another size of type
}

func systemDark() js.Value {
	return js.Global().Call("matchMedia", "(prefers-color-scheme: dark)")
}

func printed() js.Value { return js.Global().Call("matchMedia", "print") }

// dataPrinting is the attribute of the document from beforeprint to afterprint. In between, the
// page is asked to draw while its media is still the screen.
const dataPrinting = "data-printing"

// CurrentTheme is the theme of the page now. Paper is light, as the style sheet has it too.
func CurrentTheme() viz.Theme {
	html := root()
	printing := html.Call("hasAttribute", dataPrinting).Bool() || printed().Get("matches").Bool()
	if html.Call("hasAttribute", "data-projector").Bool() {
		return viz.Projector
	}
	if printing {
		return viz.Light
	}
	if v := html.Call("getAttribute", "data-theme"); v.Type() == js.TypeString {
		if v.String() == string(themeDark) {
			return viz.Dark
		}
		return viz.Light
	}
	if systemDark().Get("matches").Bool() {
		return viz.Dark
	}
	return viz.Light
}

// OnTheme calls f whenever the theme may have changed, until release.
func OnTheme(f func(viz.Theme)) (release func()) {
	changed := js.FuncOf(func(js.Value, []js.Value) any {
		f(CurrentTheme())
		return nil
	})
	observer := js.Global().Get("MutationObserver").New(changed)
	observer.Call("observe", root(), map[string]any{
		"attributes": true, "attributeFilter": []any{"data-theme", "data-projector"},
	})
	system, paper := systemDark(), printed()
	system.Call("addEventListener", "change", changed)
	paper.Call("addEventListener", "change", changed)
	printing := func(event string, on bool) (release func()) {
		return Listen(js.Global(), event, func(js.Value) {
			root().Call("toggleAttribute", dataPrinting, on)
			f(CurrentTheme())
			if on {
				js.Global().Call("dispatchEvent", js.Global().Get("Event").New(drawForPrinter))
			}
		})
	}
	before, after := printing("beforeprint", true), printing("afterprint", false)
	return func() {
		observer.Call("disconnect")
		system.Call("removeEventListener", "change", changed)
		paper.Call("removeEventListener", "change", changed)
		changed.Release()
		before()
		after()
	}
}
