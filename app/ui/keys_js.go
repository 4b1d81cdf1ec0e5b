package ui

import (
	"strings"
	"syscall/js"
)

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

// OnUndo calls undo on Ctrl+Z or Cmd+Z anywhere on the page, and redo on these with Shift and
// on Ctrl+Y or Cmd+Y, until release; but not in a field one types into, which undoes itself.
func OnUndo(undo, redo func()) (release func()) {
	return Listen(js.Global(), "keydown", func(e js.Value) {
		key, on := e.Get("key"), e.Get("target")
		if !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() || e.Get("altKey").Bool() || e.Get("isComposing").Bool() ||
			e.Get("defaultPrevented").Bool() || key.Type() != js.TypeString {
			return
		}
		// A list has the letters to itself, but nothing to undo.
		list := on.Truthy() && on.Get("tagName").Type() == js.TypeString && on.Get("tagName").String() == "SELECT"
		if !list && taken(on, key.String()) {
			return
		}
		switch {
		case (key.String() == "z" || key.String() == "Z") && !e.Get("shiftKey").Bool():
			undo()
		case strings.Contains("zZyY", key.String()):
			redo()
		default:
			return
		}
		e.Call("preventDefault")
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
