package lang

import "strings"

// Lang is a language of the interface.
type Lang uint8

// The languages, in the order in which the header offers them.
const (
	En Lang = iota
	Ko
)

// languages has a row for each language. The paths of the first language have no prefix; those of
// the others begin with their tag: /train, /ko/train.
var languages = [...]struct {
	tag  string // BCP 47, for html's lang attribute
	name string // in the language itself
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

// Name is the name of the language, in the language itself.
func (l Lang) Name() string { return languages[l].name }

// Prefix is the beginning of the paths of the language's pages: "/ko", and "" for the first
// language.
func (l Lang) Prefix() string {
	if l == first {
		return ""
	}
	return "/" + l.Tag()
}

// FromPath splits a path, without the site's prefix, into its language and the path of the page
// in English: "/ko/train" gives Ko and "/train", "/ko" gives Ko and "/".
func FromPath(path string) (Lang, string) {
	for _, l := range first.Others() {
		rest, ok := strings.CutPrefix(path, l.Prefix())
		switch {
		case ok && (rest == "" || rest == "/"):
			return l, "/"
		case ok && rest[0] == '/':
			return l, rest
		}
	}
	if path == "" {
		return first, "/"
	}
	return first, path
}

// Route is the path of a page in this language, without the site's prefix: Route(Ko, "/train") is
// "/ko/train", Route(Ko, "/") is "/ko".
func Route(l Lang, page string) string {
	if prefix := l.Prefix(); prefix != "" && page == "/" {
		return prefix
	}
	return l.Prefix() + page
}
