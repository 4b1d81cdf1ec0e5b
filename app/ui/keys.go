package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// keyName is the name of a key for shortcuts. It is KeyboardEvent.key for Latin letters, so that
// AZERTY and Dvorak keyboards work, and for names such as "ArrowLeft". An input method ("Process")
// or another script ("ㅔ", "з") hides the letter. Then the name is what the key at the same place,
// which KeyboardEvent.code gives, writes on an American keyboard.
func keyName(key, code string, shift bool) string {
	r, _ := utf8.DecodeRuneInString(key)
	if '！' <= r && r <= '～' { // full-width forms of ASCII
		return string(r - '！' + '!')
	}
	if key != "Process" && (r < utf8.RuneSelf || unicode.Is(unicode.Latin, r) ||
		!unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)) {
		return key
	}
	if name := american(code, shift); name != "" {
		return name
	}
	return key
}

// american is the character of a key on an American keyboard, "" for a key that no shortcut uses.
func american(code string, shift bool) string {
	if letter, ok := strings.CutPrefix(code, "Key"); ok && len(letter) == 1 {
		if shift {
			return letter
		}
		return strings.ToLower(letter)
	}
	if digit, ok := strings.CutPrefix(code, "Digit"); ok && !shift {
		return digit
	}
	plain, shifted := "", ""
	switch code {
	case "Space":
		plain, shifted = " ", " "
	case "Minus":
		plain, shifted = "-", "_"
	case "Equal":
		plain, shifted = "=", "+"
	case "Slash":
		plain, shifted = "/", "?"
	case "Comma":
		plain, shifted = ",", "<"
	case "Period":
		plain, shifted = ".", ">"
	}
	if shift {
		return shifted
	}
	return plain
}

// properties are methods of both js.Value and app.Value.
type properties[V any] interface {
	Get(name string) V
	String() string
	Truthy() bool
	Int() int
}

// KeyOf is the name of the key of a KeyboardEvent: a js.Value, or the Value of an app.Event. It is
// "" while an input method composes text in a field, and uses Enter and the arrows itself.
func KeyOf[V properties[V]](e V) string {
	code := e.Get("keyCode")
	composing := e.Get("isComposing").Truthy() || code.Truthy() && code.Int() == composingKeyCode
	if on := e.Get("target"); composing && on.Truthy() {
		if on.Get("isContentEditable").Truthy() || typedInto(on.Get("tagName").String(), on.Get("type").String()) {
			return ""
		}
	}
	return keyName(e.Get("key").String(), e.Get("code").String(), e.Get("shiftKey").Truthy())
}

// composingKeyCode is KeyboardEvent.keyCode while an input method uses the key (UI Events, 7.3.1).
// In Safari the Enter that ends a composition has this code, but not isComposing.
const composingKeyCode = 229

// isCharacter reports whether a shortcut is a single letter, digit or sign. People who use speech
// input, or press keys by accident, can turn these off (WCAG 2.1.4). Space is not one of them.
func isCharacter(name string) bool { return name != " " && utf8.RuneCountInString(name) == 1 }

// keyLetters is the storage key of the setting for shortcuts of a single character.
const keyLetters = "stridelab.letters"

func lettersOn() bool { return Recall(keyLetters) != "off" }

func rememberLetters(on bool) {
	if on {
		Remember(keyLetters, "on")
		return
	}
	Remember(keyLetters, "off")
}

// typedInto reports whether an element with this tag and input type is for typing text.
func typedInto(tag, typ string) bool {
	switch strings.ToLower(tag) {
	case "textarea":
		return true
	case "input":
		switch typ {
		case "radio", "range", "checkbox", "button", "file", "submit", "reset", "color":
			return false
		}
		return true
	}
	return false
}

// keyTaken reports whether an element with this tag and input type uses a key itself, so that no
// shortcut may use it. A field uses all keys, a slider or radio button those that move it, and a
// button or link those that press it.
func keyTaken(tag, typ, key string) bool {
	moves := strings.HasPrefix(key, "Arrow") || key == "Home" || key == "End"
	// A presenter's clicker sends PageUp and PageDown, whatever has the focus. They go to the
	// previous and the next stop of the lesson, and do not move a slider or a list.
	pages := key == "PageUp" || key == "PageDown"
	presses := key == " " || key == "Enter"
	if tag = strings.ToLower(tag); typedInto(tag, typ) {
		return tag == "textarea" || !pages
	}
	switch tag {
	case "select":
		return !pages
	case "input":
		return presses || moves && (typ == "radio" || typ == "range")
	case "button", "summary":
		return presses
	case "a":
		return key == "Enter"
	}
	return false
}
