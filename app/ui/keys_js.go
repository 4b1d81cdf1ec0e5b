package ui

import (
	"strings"
	"syscall/js"
)

// OnKey calls f with the name of each key pressed (KeyOf) anywhere on the page but in a
// field one types into, and without Ctrl, Alt or Meta, until release. f says whether it used
// the key, which is then kept from scrolling the page. Enter and Space on a button or link
// stay that element's own. Where the visitor has turned shortcuts of one character off, f
// does not hear of them.
func OnKey(f func(key string) bool) (release func()) {
	return Listen(js.Global(), "keydown", func(e js.Value) {
		if held(e, "ctrlKey") || held(e, "altKey") || held(e, "metaKey") || held(e, "defaultPrevented") {
			return
		}
		key := KeyOf(e)
		if key == "" || taken(e.Get("target"), key) || isCharacter(key) && !lettersOn() {
			return
		}
		if f(key) {
			e.Call("preventDefault")
		}
	})
}

// OnUndo calls undo on Ctrl+Z or Cmd+Z anywhere on the page, and redo on these with Shift and
// on Ctrl+Y or Cmd+Y, until release; but not in a field one types into, which undoes itself.
func OnUndo(undo, redo func()) (release func()) {
	return Listen(js.Global(), "keydown", func(e js.Value) {
		if !held(e, "ctrlKey") && !held(e, "metaKey") || held(e, "altKey") || held(e, "defaultPrevented") {
			return
		}
		key, on := strings.ToLower(KeyOf(e)), e.Get("target")
		if key != "z" && key != "y" {
			return
		}
		// A list has the letters to itself, but nothing to undo.
		list := on.Truthy() && on.Get("tagName").Type() == js.TypeString && on.Get("tagName").String() == "SELECT"
		if !list && taken(on, key) {
			return
		}
		if key == "z" && !held(e, "shiftKey") {
			undo()
		} else {
			redo()
		}
		e.Call("preventDefault")
	})
}

// held reads a flag of an event; one that is not there is false.
func held(e js.Value, flag string) bool { return e.Get(flag).Truthy() }

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
