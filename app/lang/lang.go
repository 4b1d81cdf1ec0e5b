package lang

import "strings"

// Lang is a language of the interface.
type Lang uint8

// The languages, in the order in which the header offers them.
const (
	En Lang = iota
	Ko
)

// languages has a row for each language. The pages of the first stand at the top of the site,
// those of the others behind their tag: /train, /ko/train.
var languages = [...]struct {
	tag  string // BCP 47, as html's lang attribute wants it
	name string // what the language calls itself
}{
	En: {"en", "English"},
	Ko: {"ko", "한국어"},
}

// All lists every language.
func All() []Lang {
	all := make([]Lang, len(languages))
	for i := range all {
		all[i] = Lang(i)
	}
	return all
}

// Others lists every language but this one.
func (l Lang) Others() []Lang {
	all := All()
	return append(all[:l], all[l+1:]...)
}

// Tag is the BCP 47 tag of the language.
func (l Lang) Tag() string { return languages[l].tag }

// Name is what the language calls itself.
func (l Lang) Name() string { return languages[l].name }

// Prefix is what the paths of the language's pages begin with: "/ko", and "" for the first.
func (l Lang) Prefix() string {
	if l == 0 {
		return ""
	}
	return "/" + l.Tag()
}

// FromPath splits a path as routed (without the site's prefix) into its language and
// the page's path in English: "/ko/train" gives Ko and "/train", "/ko" gives Ko and "/".
func FromPath(path string) (Lang, string) {
	for _, l := range All()[1:] {
		rest, ok := strings.CutPrefix(path, l.Prefix())
		switch {
		case ok && (rest == "" || rest == "/"):
			return l, "/"
		case ok && rest[0] == '/':
			return l, rest
		}
	}
	if path == "" {
		return 0, "/"
	}
	return 0, path
}

// Route is the path under which the router knows a page in this language:
// Route(Ko, "/train") is "/ko/train", Route(Ko, "/") is "/ko".
func Route(l Lang, page string) string {
	if prefix := l.Prefix(); prefix != "" && page == "/" {
		return prefix
	}
	return l.Prefix() + page
}
