package ui

import (
	"strings"
	"syscall/js"
)

// OnKey calls f with the name of each key pressed (KeyOf), until release. f reports whether it used
// the key; then the browser does not, for example to scroll the page. f is not called
//   - for keys with Ctrl, Alt or Meta;
//   - for keys that the element with the focus uses: all keys of a text field, Enter and Space of a
//     button;
//   - for single characters, where the visitor has turned off such shortcuts.
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

// OnUndo calls undo on Ctrl+Z or Cmd+Z, and redo on these with Shift and on Ctrl+Y or Cmd+Y, until
// release. It leaves these keys to text fields, which have an undo of their own.
func OnUndo(undo, redo func()) (release func()) {
	return Listen(js.Global(), "keydown", func(e js.Value) {
		if !held(e, "ctrlKey") && !held(e, "metaKey") || held(e, "altKey") || held(e, "defaultPrevented") {
			return
		}
		key, on := strings.ToLower(KeyOf(e)), e.Get("target")
		if key != "z" && key != "y" {
			return
		}
		// A list uses letters itself, but has nothing to undo.
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

// held returns a flag of an event, false where the event does not have it.
func held(e js.Value, flag string) bool { return e.Get(flag).Truthy() }

// taken reports whether the element with the focus uses a key itself.
func taken(target js.Value, key string) bool {
	if !target.Truthy() || target.Get("tagName").Type() != js.TypeString {
		return false
	}
	if target.Get("isContentEditable").Truthy() {
		return true
	}
	// An open dialog is modal, so only the key that closes it works: "?". The browser handles
	// Escape.
	if key != "?" && document().Call("querySelector", "dialog[open]").Truthy() {
		return true
	}
	var typ string
	if v := target.Get("type"); v.Type() == js.TypeString {
		typ = v.String()
	}
	return keyTaken(target.Get("tagName").String(), typ, key)
}
