package ui

import (
	"syscall/js"

	"stridelab/viz"
)

func root() js.Value { return js.Global().Get("document").Get("documentElement") }

// storage gives the browser's local storage, or an undefined value where it is blocked:
// reading the property itself throws then.
func storage() (s js.Value) {
	defer func() {
		if recover() != nil {
			s = js.Undefined()
		}
	}()
	return js.Global().Get("localStorage")
}

// loadDisplay reads what was remembered; the zero display when nothing was.
func loadDisplay() display {
	s := storage()
	if !s.Truthy() {
		return display{}
	}
	var d display
	if v := s.Call("getItem", keyTheme); v.Type() == js.TypeString {
		if t := themeChoice(v.String()); t == themeLight || t == themeDark {
			d.Theme = t
		}
	}
	v := s.Call("getItem", keyProjector)
	d.Projector = v.Type() == js.TypeString && v.String() == "on"
	return d
}

// save applies a display and remembers it; where storage is blocked or full it lasts
// until the page is left.
func (d display) save() {
	d.apply()
	s := storage()
	if !s.Truthy() {
		return
	}
	defer func() { _ = recover() }() // setItem throws when storage is full
	projector := "off"
	if d.Projector {
		projector = "on"
	}
	s.Call("setItem", keyTheme, string(d.Theme))
	s.Call("setItem", keyProjector, projector)
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
