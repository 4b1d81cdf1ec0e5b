package ui

import "strings"

// keyTaken says whether an element of this tag and input type uses a key itself, so that
// no shortcut may: a field all of them, a slider or a radio button what moves it, a
// button or link what presses it.
func keyTaken(tag, typ, key string) bool {
	moves := strings.HasPrefix(key, "Arrow") || key == "Home" || key == "End"
	// A presenter's clicker sends PageUp and PageDown wherever the focus is: they turn the
	// lesson's stops, and move neither a slider nor a list.
	pages := key == "PageUp" || key == "PageDown"
	presses := key == " " || key == "Enter"
	switch strings.ToLower(tag) {
	case "textarea":
		return true
	case "select":
		return !pages
	case "input":
		switch typ {
		case "radio", "range":
			return moves || presses
		case "checkbox", "button", "file", "submit", "reset", "color":
			return presses
		}
		return !pages
	case "button", "summary":
		return presses
	case "a":
		return key == "Enter"
	}
	return false
}
