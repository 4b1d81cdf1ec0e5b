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

// CurrentTheme is the theme of the page now.
func CurrentTheme() viz.Theme {
	html := root()
	if html.Call("hasAttribute", "data-projector").Bool() {
		return viz.Projector
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
	system := systemDark()
	system.Call("addEventListener", "change", changed)
	return func() {
		observer.Call("disconnect")
		system.Call("removeEventListener", "change", changed)
		changed.Release()
	}
}
