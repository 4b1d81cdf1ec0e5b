package lang

import (
	"fmt"
	"strings"
)

// Text is one thing the interface says, in every language. A catalogue writes it out,
// lang.Text{lang.En: "Start", lang.Ko: "시작"}: the compiler makes that data, where a call of Make
// is code that the page brings along. A test holds that no literal lacks a language.
type Text [len(languages)]string

// Make makes a text of what say says in each language.
func Make(say func(l Lang) string) Text {
	var t Text
	for i := range t {
		t[i] = say(Lang(i))
	}
	return t
}

// In is the text in a language.
func (t Text) In(l Lang) string { return t[l] }

// With is the text in a language with {0}, {1}, ... replaced by the arguments, in
// whatever order that language wants them. A number without an argument stays as it is.
func (t Text) With(l Lang, args ...any) string {
	if len(args) == 0 {
		return t[l]
	}
	// One pass, so that an argument that itself holds "{1}" is not replaced again.
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+string(rune('0'+i))+"}", fmt.Sprint(a))
	}
	return strings.NewReplacer(pairs...).Replace(t[l])
}

// Fill is the text with the arguments put in, in every language.
func (t Text) Fill(args ...any) Text {
	return Make(func(l Lang) string { return t.With(l, args...) })
}

// Check says what is wrong with a text, or "" when nothing is: a language left empty,
// or one language using an argument that another lacks. Tests call it on every text.
func (t Text) Check() string {
	for _, l := range All() {
		if strings.TrimSpace(t[l]) == "" {
			return l.Name() + " is empty"
		}
		for i := '0'; i <= '9'; i++ {
			mark := "{" + string(i) + "}"
			if strings.Contains(t[l], mark) != strings.Contains(t[0], mark) {
				return "only one of " + Lang(0).Name() + " and " + l.Name() + " uses " + mark
			}
		}
	}
	return ""
}
