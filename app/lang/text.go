package lang

import (
	"fmt"
	"strings"
)

// Text is a text of the interface in every language. Catalogues write it as a literal,
// lang.Text{lang.En: "Start", lang.Ko: "시작"}, which the compiler turns into data; a call of Make
// would be code and make the page's program larger. A test checks that no literal lacks a language.
type Text [len(languages)]string

// Make makes a text by calling say for each language.
func Make(say func(l Lang) string) Text {
	var t Text
	for i := range t {
		t[i] = say(Lang(i))
	}
	return t
}

// In is the text in a language.
func (t Text) In(l Lang) string { return t[l] }

// With is the text in a language, with {0}, {1}, ... replaced by the arguments. Each language may
// use them in its own order. A number without an argument stays as it is.
//
// A text may ask for more of an argument. "{0} {0|row|rows}" has the first word where argument 0 is
// written 1, else the second. In Korean {0:은는}, {0:이가}, {0:을를}, {0:과와}, {0:으로} and {0:이라} are
// the particle that fits behind argument 0, and {0:백만} is an argument that counts millions,
// written in 만 and 억.
func (t Text) With(l Lang, args ...any) string {
	if len(args) == 0 {
		return t[l]
	}
	// One pass, so that a "{1}" in an argument is not replaced.
	var out strings.Builder
	rest := t[l]
	for {
		before, after, found := strings.Cut(rest, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		mark, behind, closed := strings.Cut(after, "}")
		if value, ok := argument(mark, args); closed && ok {
			out.WriteString(value)
			rest = behind
			continue
		}
		out.WriteString("{")
		rest = after
	}
}

// argument is what stands for a mark, the text between braces: "0", "0:은는" or "0|row|rows".
func argument(mark string, args []any) (value string, ok bool) {
	if mark == "" || mark[0] < '0' || int(mark[0]-'0') >= len(args) {
		return "", false
	}
	value = fmt.Sprint(args[mark[0]-'0'])
	form := mark[1:]
	switch {
	case form == "":
		return value, true
	case form == ":백만":
		return myriads(value), true
	case form[0] == ':':
		value = Particle(value, form[1:])
		return value, value != ""
	case form[0] == '|':
		one, several, _ := strings.Cut(form[1:], "|")
		if value == "1" {
			return one, true
		}
		return several, true
	}
	return "", false
}

// Fill is With in every language.
func (t Text) Fill(args ...any) Text {
	return Make(func(l Lang) string { return t.With(l, args...) })
}

// Check says what is wrong with a text, or "" where nothing is: a language is empty, or one
// language uses an argument that another does not. Tests call it for every text.
func (t Text) Check() string {
	for _, l := range All() {
		if strings.TrimSpace(t[l]) == "" {
			return l.Name() + " is empty"
		}
		for i := '0'; i <= '9'; i++ {
			if uses(t[l], i) != uses(t[first], i) {
				return "only one of " + first.Name() + " and " + l.Name() + " uses {" + string(i) + "}"
			}
		}
	}
	return ""
}

// uses reports whether a text shows an argument. A word that goes with it does not: not every
// language has plurals.
func uses(text string, number rune) bool {
	return strings.Contains(text, "{"+string(number)+"}") || strings.Contains(text, "{"+string(number)+":")
}
