package lang

import (
	"fmt"
	"strings"
)

// Text is one thing the interface says, in every language. A catalogue writes it out,
// lang.Text{En: "Start", Ko: "시작"}: the compiler makes that data, where each call of T is
// code that the page brings along and runs before it begins. A test holds that no literal
// lacks a language.
type Text struct{ En, Ko string }

// T makes a text: lang.T("Start", "시작"). It does not compile with a language missing.
func T(en, ko string) Text { return Text{en, ko} }

// In is the text in a language.
func (t Text) In(l Lang) string {
	if l == Ko {
		return t.Ko
	}
	return t.En
}

// With is the text in a language with {0}, {1}, ... replaced by the arguments, in
// whatever order that language wants them. A number without an argument stays as it is.
func (t Text) With(l Lang, args ...any) string {
	s := t.In(l)
	if len(args) == 0 {
		return s
	}
	// One pass, so that an argument that itself holds "{1}" is not replaced again.
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+string(rune('0'+i))+"}", fmt.Sprint(a))
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// Check says what is wrong with a text, or "" when nothing is: a language left empty,
// or one language using an argument that the other lacks. Tests call it on every text.
func (t Text) Check() string {
	switch {
	case strings.TrimSpace(t.En) == "":
		return "English is empty"
	case strings.TrimSpace(t.Ko) == "":
		return "Korean is empty"
	}
	for i := '0'; i <= '9'; i++ {
		mark := "{" + string(i) + "}"
		if strings.Contains(t.En, mark) != strings.Contains(t.Ko, mark) {
			return "only one language uses " + mark
		}
	}
	return ""
}
