package ui

import "testing"

func TestKeyIsNamedByItsLetterWhateverTheKeyboardWrites(t *testing.T) {
	for _, c := range []struct {
		what, key, code string
		shift           bool
		want            string
	}{
		{"American", "p", "KeyP", false, "p"},
		{"American, Shift", "P", "KeyP", true, "P"},
		{"Dvorak", "p", "KeyR", false, "p"},
		{"Dvorak, where an American keyboard has P", "l", "KeyP", false, "l"},
		{"AZERTY", "a", "KeyQ", false, "a"},
		{"AZERTY, a letter with an accent is no digit", "é", "Digit2", false, "é"},
		{"AZERTY, a sign of its own", "§", "Slash", true, "§"},
		{"AltGr", "€", "KeyE", false, "€"},
		{"Turkish", "ı", "KeyI", false, "ı"},
		{"Hangul", "ㅔ", "KeyP", false, "p"},
		{"Hangul, Shift", "ㅖ", "KeyP", true, "P"},
		{"Hangul, undo", "ㅋ", "KeyZ", false, "z"},
		{"Hangul, its signs are ASCII", "?", "Slash", true, "?"},
		{"input method", "Process", "KeyR", false, "r"},
		{"input method, Shift", "Process", "KeyR", true, "R"},
		{"input method, ?", "Process", "Slash", true, "?"},
		{"input method, +", "Process", "Equal", true, "+"},
		{"input method, a digit", "Process", "Digit1", false, "1"},
		{"input method, Space", "Process", "Space", false, " "},
		{"input method, its own pages", "Process", "PageDown", false, "Process"},
		{"full width", "？", "Slash", true, "?"},
		{"full width, a letter", "ｐ", "KeyP", false, "p"},
		{"Russian", "з", "KeyP", false, "p"},
		{"Greek", "ρ", "KeyR", false, "r"},
		{"Kana", "せ", "KeyP", false, "p"},
		{"Arabic, two letters on one key", "لا", "KeyB", false, "b"},
		{"Persian digit", "۱", "Digit1", false, "1"},
		{"Devanagari vowel", "े", "KeyS", false, "s"},
		{"arrow", "ArrowLeft", "ArrowLeft", false, "ArrowLeft"},
		{"clicker", "PageDown", "", false, "PageDown"},
		{"Space", " ", "Space", false, " "},
		{"dead key", "Dead", "KeyE", false, "Dead"},
		{"phone", "Unidentified", "", false, "Unidentified"},
		{"none", "", "", false, ""},
	} {
		if got := keyName(c.key, c.code, c.shift); got != c.want {
			t.Errorf("%s: key %q, code %s, shift %v: got %q, want %q", c.what, c.key, c.code, c.shift, got, c.want)
		}
	}
}

// event is a KeyboardEvent, or the value of one of its properties.
type event struct{ value any }

type props map[string]any

func (e event) Get(name string) event {
	p, _ := e.value.(props)
	return event{p[name]}
}
func (e event) Truthy() bool {
	return e.value != nil && e.value != false && e.value != 0 && e.value != ""
}
func (e event) Int() int       { return e.value.(int) }
func (e event) String() string { s, _ := e.value.(string); return s }

func TestOnlyOneCharacterIsAShortcutToTurnOff(t *testing.T) {
	for name, want := range map[string]bool{
		"p": true, "P": true, "1": true, "?": true, "+": true, "é": true,
		" ": false, "ArrowLeft": false, "PageDown": false, "Escape": false, "Home": false, "": false,
	} {
		if got := isCharacter(name); got != want {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
}

func TestNoKeyIsHeardWhileAFieldComposes(t *testing.T) {
	field, list, button := props{"tagName": "INPUT", "type": "text"}, props{"tagName": "SELECT"}, props{"tagName": "BUTTON", "type": "button"}
	for _, c := range []struct {
		what string
		e    props
		want string
	}{
		{"composing in a field", props{"key": "Enter", "isComposing": true, "target": field}, ""},
		{"Safari's last Enter", props{"key": "Enter", "keyCode": 229, "target": field}, ""},
		{"a field at rest", props{"key": "Enter", "keyCode": 13, "target": field}, "Enter"},
		{"composing in editable text", props{"key": "Process", "code": "KeyP", "isComposing": true, "target": props{"tagName": "DIV", "isContentEditable": true}}, ""},
		{"an input method with nothing to compose in", props{"key": "Process", "code": "KeyP", "keyCode": 229, "target": button}, "p"},
		{"the same, on a list", props{"key": "Process", "code": "KeyP", "isComposing": true, "target": list}, "p"},
	} {
		if got := KeyOf(event{c.e}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}
