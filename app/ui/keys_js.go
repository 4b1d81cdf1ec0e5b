package ui

import "syscall/js"

// OnKey calls f with the name of each key pressed (KeyboardEvent.key) anywhere on the
// page but in a field one types into, and without Ctrl, Alt or Meta, until release. f
// says whether it used the key, which is then kept from scrolling the page. Enter and
// Space on a button or link stay that element's own.
func OnKey(f func(key string) bool) (release func()) {
	return Listen(js.Global(), "keydown", func(e js.Value) {
		if e.Get("ctrlKey").Bool() || e.Get("altKey").Bool() || e.Get("metaKey").Bool() ||
			e.Get("isComposing").Bool() || e.Get("defaultPrevented").Bool() {
			return
		}
		key := e.Get("key")
		if key.Type() != js.TypeString || taken(e.Get("target"), key.String()) {
			return
		}
		if f(key.String()) {
			e.Call("preventDefault")
		}
	})
}

// taken says whether the element with the focus uses a key itself.
func taken(target js.Value, key string) bool {
	if !target.Truthy() || target.Get("tagName").Type() != js.TypeString {
		return false
	}
	if target.Get("isContentEditable").Truthy() {
		return true
	}
	// An open dialog is modal: only its own help key and Escape reach past it.
	if key != "?" && document().Call("querySelector", "dialog[open]").Truthy() {
		return true
	}
	var typ string
	if v := target.Get("type"); v.Type() == js.TypeString {
		typ = v.String()
	}
	return keyTaken(target.Get("tagName").String(), typ, key)
}
