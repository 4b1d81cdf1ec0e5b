package lang

import "strings"

// Lang is a language of the interface.
type Lang uint8

// The languages, in the order in which the language switch offers them.
const (
	En Lang = iota
	Ko
)

// All lists every language.
func All() []Lang { return []Lang{En, Ko} }

// Tag is the BCP 47 tag of the language, as html's lang attribute wants it.
func (l Lang) Tag() string {
	if l == Ko {
		return "ko"
	}
	return "en"
}

// Name is what the language calls itself.
func (l Lang) Name() string {
	if l == Ko {
		return "한국어"
	}
	return "English"
}

// Other is the language the switch leads to.
func (l Lang) Other() Lang {
	if l == Ko {
		return En
	}
	return Ko
}

// FromPath splits a path as routed (without the site's prefix) into its language and
// the page's path in English: "/ko/train" gives Ko and "/train", "/ko" gives Ko and "/".
func FromPath(path string) (Lang, string) {
	if path == "/ko" || path == "/ko/" {
		return Ko, "/"
	}
	if rest, ok := strings.CutPrefix(path, "/ko/"); ok {
		return Ko, "/" + rest
	}
	if path == "" {
		return En, "/"
	}
	return En, path
}

// Route is the path under which the router knows a page in this language:
// Route(Ko, "/train") is "/ko/train", Route(Ko, "/") is "/ko".
func Route(l Lang, page string) string {
	if l != Ko {
		return page
	}
	if page == "/" {
		return "/ko"
	}
	return "/ko" + page
}
