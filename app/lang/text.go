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
// A language that has plurals writes both forms of a word: "{0} {0|row|rows}". The first is taken
// where argument 0 is written 1.
func (t Text) With(l Lang, args ...any) string {
	if len(args) == 0 {
		return t[l]
	}
	// One pass, so that a "{1}" in an argument is not replaced.
	var b strings.Builder
	for rest := t[l]; ; {
		before, mark, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		mark, after, closed := strings.Cut(mark, "}")
		if value, ok := filled(mark, args); ok && closed {
			b.WriteString(value)
			rest = after
			continue
		}
		b.WriteByte('{')
		rest = rest[len(before)+1:]
	}
}

// filled is what a mark stands for: "0" for an argument, "0|row|rows" for a word that goes with it.
func filled(mark string, args []any) (value string, ok bool) {
	number, forms, counts := strings.Cut(mark, "|")
	if len(number) != 1 || number[0] < '0' || int(number[0]-'0') >= len(args) {
		return "", false
	}
	value = fmt.Sprint(args[number[0]-'0'])
	if !counts {
		return value, true
	}
	one, several, _ := strings.Cut(forms, "|")
	if value == "1" {
		return one, true
	}
	return several, true
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
			mark := "{" + string(i) + "}"
			if strings.Contains(t[l], mark) != strings.Contains(t[first], mark) {
				return "only one of " + first.Name() + " and " + l.Name() + " uses " + mark
			}
		}
	}
	return ""
}
