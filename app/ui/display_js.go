package ui

import (
	"syscall/js"

	"stridelab/viz"
)

func root() js.Value { return js.Global().Get("document").Get("documentElement") }

// save applies a display and remembers it.
func (d display) save() {
	d.apply()
	projector := "off"
	if d.Projector {
		projector = "on"
	}
	Remember(keyTheme, string(d.Theme))
	Remember(keyProjector, projector)
}

// apply puts a display on the document, where the style sheet and CurrentTheme find it.
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
}

func systemDark() js.Value {
	return js.Global().Call("matchMedia", "(prefers-color-scheme: dark)")
}

// CurrentTheme is how the page is coloured now.
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

// OnTheme calls f whenever the page's colours may have changed, until release.
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
