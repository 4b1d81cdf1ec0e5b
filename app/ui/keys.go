package ui

import "strings"

// keyTaken says whether an element of this tag and input type uses a key itself, so that
// no shortcut may: a field all of them, a slider or a radio button what moves it, a
// button or link what presses it.
func keyTaken(tag, typ, key string) bool {
	moves := strings.HasPrefix(key, "Arrow") || key == "Home" || key == "End" || key == "PageUp" || key == "PageDown"
	presses := key == " " || key == "Enter"
	switch strings.ToLower(tag) {
	case "textarea", "select":
		return true
	case "input":
		switch typ {
		case "radio", "range":
			return moves || presses
		case "checkbox", "button", "file", "submit", "reset", "color":
			return presses
		}
		return true
	case "button", "summary":
		return presses
	case "a":
		return key == "Enter"
	}
	return false
}
