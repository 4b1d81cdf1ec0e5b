package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// keyName names a key as shortcuts know it. That is KeyboardEvent.key where the keyboard
// writes Latin letters, so that AZERTY and Dvorak keep theirs, and for names such as
// "ArrowLeft". Where an input method has the key ("Process") or it writes another script
// ("ㅔ", "з"), it is what the key in the same place, KeyboardEvent.code, writes on an
// American keyboard.
func keyName(key, code string, shift bool) string {
	r, _ := utf8.DecodeRuneInString(key)
	if '！' <= r && r <= '～' { // the same signs, in the width of an ideograph
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

// american is what a key writes on an American keyboard, "" where no shortcut asks for it.
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

// properties is what js.Value and app.Value have in common.
type properties[V any] interface {
	Get(name string) V
	String() string
	Truthy() bool
	Int() int
}

// KeyOf names the key of a KeyboardEvent, a js.Value or the Value of an app.Event. It is ""
// while an input method composes in a field: then Enter and the arrows are that method's own.
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

// composingKeyCode is KeyboardEvent.keyCode while an input method has the key (UI Events,
// 7.3.1). Safari sends the Enter that ends a composition with it, no longer composing.
const composingKeyCode = 229

// isCharacter says whether a shortcut is one letter, digit or sign, which whoever speaks to
// the computer or presses keys by accident can turn off (WCAG 2.1.4). Space is none.
func isCharacter(name string) bool { return name != " " && utf8.RuneCountInString(name) == 1 }

// keyLetters is where the browser keeps whether shortcuts of one character work.
const keyLetters = "stridelab.letters"

func lettersOn() bool { return Recall(keyLetters) != "off" }

func rememberLetters(on bool) {
	if on {
		Remember(keyLetters, "on")
		return
	}
	Remember(keyLetters, "off")
}

// typedInto says whether text is typed into an element of this tag and input type.
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

// keyTaken says whether an element of this tag and input type uses a key itself, so that
// no shortcut may: a field all of them, a slider or a radio button what moves it, a
// button or link what presses it.
func keyTaken(tag, typ, key string) bool {
	moves := strings.HasPrefix(key, "Arrow") || key == "Home" || key == "End"
	// A presenter's clicker sends PageUp and PageDown wherever the focus is: they turn the
	// lesson's stops, and move neither a slider nor a list.
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
