package main

import (
	"bytes"
	"html"
	"sort"
	"strconv"
	"strings"
)

// go-app writes a component tree as text that is almost HTML: attribute values
// are quoted as Go strings, the value "true" is left out, a false boolean is
// written as one that is set, a textarea's text sits in an attribute, and the
// order of attributes is that of a map. rewrite turns that text into HTML that
// means what the component said, the same bytes each time.

// An attribute of an element. Bare ones have no value: <input disabled>.
type attribute struct {
	name, value string
	bare        bool
}

// An element is a start tag that is being rewritten.
type element struct {
	name  string
	attrs []attribute
	drop  bool   // leave the tag out (for void elements only)
	text  string // to be put after the tag, escaped
}

// get returns an attribute's value, "" where there is none.
func (e *element) get(name string) string {
	for _, a := range e.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// set gives the attribute a value, adding it where there is none.
func (e *element) set(name, value string) {
	e.remove(name)
	e.attrs = append(e.attrs, attribute{name: name, value: value})
}

func (e *element) remove(name string) {
	kept := e.attrs[:0]
	for _, a := range e.attrs {
		if a.name != name {
			kept = append(kept, a)
		}
	}
	e.attrs = kept
}

// rewrite returns markup, as go-app encodes it, as HTML. The function edit, when not nil,
// sees each start tag and may change it. What app.Raw put into the text is HTML already and
// passes unchanged, but for the order of its attributes.
func rewrite(markup []byte, edit func(*element)) []byte {
	var out bytes.Buffer
	out.Grow(len(markup) + len(markup)/8)
	selectValue := ""
	for len(markup) > 0 {
		open := bytes.IndexByte(markup, '<')
		if open < 0 {
			break
		}
		out.Write(markup[:open])
		markup = markup[open:]

		if !startsTag(markup) {
			end := endOfOther(markup)
			if bytes.HasPrefix(markup, []byte("</select")) {
				selectValue = ""
			}
			out.Write(markup[:end])
			markup = markup[end:]
			continue
		}

		e, closing, length := parseTag(markup)
		markup = markup[length:]
		mend(&e, &selectValue)
		if edit != nil {
			edit(&e)
		}
		if e.drop {
			continue
		}
		writeTag(&out, e, closing)
	}
	out.Write(markup)
	return out.Bytes()
}

// startsTag reports whether the text, which begins with <, begins a start tag.
func startsTag(s []byte) bool {
	if len(s) < 2 {
		return false
	}
	c := s[1] | 0x20
	return 'a' <= c && c <= 'z'
}

// endOfOther returns the length of an end tag, a comment or a declaration.
func endOfOther(s []byte) int {
	end := []byte(">")
	if bytes.HasPrefix(s, []byte("<!--")) {
		end = []byte("-->")
	}
	if i := bytes.Index(s, end); i >= 0 {
		return i + len(end)
	}
	return len(s)
}

// parseTag reads the start tag the text begins with. It returns what closes the
// tag, ">" or "/>", and the length of the whole.
func parseTag(s []byte) (e element, closing string, length int) {
	i := 1
	for i < len(s) && !isSpace(s[i]) && s[i] != '>' && s[i] != '/' {
		i++
	}
	e.name = string(s[1:i])
	for i < len(s) {
		switch {
		case isSpace(s[i]):
			i++
		case s[i] == '>':
			return e, ">", i + 1
		case s[i] == '/' && i+1 < len(s) && s[i+1] == '>':
			return e, "/>", i + 2
		default:
			var a attribute
			a, i = parseAttribute(s, i)
			e.attrs = append(e.attrs, a)
		}
	}
	return e, "", len(s)
}

// parseAttribute reads the attribute at s[i:] and returns where it ends.
func parseAttribute(s []byte, i int) (attribute, int) {
	start := i
	for i++; i < len(s) && !isSpace(s[i]) && s[i] != '=' && s[i] != '>' && s[i] != '/'; i++ {
	}
	a := attribute{name: string(s[start:i]), bare: true}
	if i >= len(s) || s[i] != '=' {
		return a, i
	}
	a.bare = false
	i++
	if i < len(s) && (s[i] == '"' || s[i] == '\'') {
		quoted := s[i:endOfQuoted(s, i)]
		a.value = unquote(quoted)
		return a, i + len(quoted)
	}
	start = i
	for i < len(s) && !isSpace(s[i]) && s[i] != '>' {
		i++
	}
	a.value = unescape(string(s[start:i]))
	return a, i
}

// endOfQuoted returns the index after the string literal that begins at s[i].
func endOfQuoted(s []byte, i int) int {
	quote := s[i]
	for i++; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if quote == '"' {
				i++
			}
		case quote:
			return i + 1
		}
	}
	return len(s)
}

// unquote returns the value inside a quoted attribute. Values that hold
// character references come from app.Raw, where they are HTML already; a value
// of a component that spells out a reference would be read as one too, which no
// text here does.
func unquote(quoted []byte) string {
	quote := string(quoted[:1])
	value, err := strconv.Unquote(string(quoted))
	if err != nil || quote == "'" {
		value = strings.TrimSuffix(strings.TrimPrefix(string(quoted), quote), quote)
	}
	return unescape(value)
}

// unescape resolves the character references that end in a semicolon. The old
// ones that need none are left alone: in /train?seed=1&param=2 the text &para is
// no paragraph sign.
func unescape(value string) string {
	var out strings.Builder
	for {
		start := strings.IndexByte(value, '&')
		if start < 0 {
			break
		}
		out.WriteString(value[:start])
		value = value[start:]
		end := 1
		for end < len(value) && isReference(value[end]) {
			end++
		}
		if end < len(value) && value[end] == ';' {
			end++
			out.WriteString(html.UnescapeString(value[:end]))
		} else {
			out.WriteString(value[:end])
		}
		value = value[end:]
	}
	out.WriteString(value)
	return out.String()
}

// isReference reports whether c can stand in a character reference.
func isReference(c byte) bool {
	return c == '#' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// mend gives the element the meaning its component had. The value of the select
// that is open is kept in selectValue, since HTML marks the option instead.
func mend(e *element, selectValue *string) {
	kept := e.attrs[:0]
	for _, a := range e.attrs {
		switch {
		case isBoolean(a.name):
			if a.value == "false" {
				continue
			}
			if a.value == "true" || a.value == "" || a.value == a.name {
				a = attribute{name: a.name, bare: true}
			}
		case a.bare && !meansEmpty(a.name):
			a = attribute{name: a.name, value: "true"}
		}
		kept = append(kept, a)
	}
	e.attrs = kept

	switch e.name {
	case "textarea":
		e.text = e.get("value")
		e.remove("value")
	case "select":
		*selectValue = e.get("value")
		e.remove("value")
	case "option":
		if *selectValue != "" && e.get("value") == *selectValue {
			e.remove("selected")
			e.attrs = append(e.attrs, attribute{name: "selected", bare: true})
		}
	}
}

// isBoolean reports whether an attribute means true by being there (HTML Living
// Standard, index of attributes, those marked boolean).
func isBoolean(name string) bool {
	switch name {
	case "allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls", "default", "defer",
		"disabled", "formnovalidate", "hidden", "inert", "ismap", "itemscope", "loop", "multiple", "muted",
		"nomodule", "novalidate", "open", "playsinline", "readonly", "required", "reversed", "selected":
		return true
	}
	return false
}

// meansEmpty reports whether an attribute without a value has a meaning of its
// own, so that it stays as it is.
func meansEmpty(name string) bool {
	switch name {
	case "alt", "crossorigin", "download", "itemprop":
		return true
	}
	return false
}

// writeTag writes the start tag with its attributes in alphabetical order.
func writeTag(out *bytes.Buffer, e element, closing string) {
	sort.SliceStable(e.attrs, func(i, j int) bool { return e.attrs[i].name < e.attrs[j].name })
	out.WriteByte('<')
	out.WriteString(e.name)
	for _, a := range e.attrs {
		out.WriteByte(' ')
		out.WriteString(a.name)
		if !a.bare {
			out.WriteString(`="`)
			out.WriteString(html.EscapeString(a.value))
			out.WriteByte('"')
		}
	}
	out.WriteString(closing)
	out.WriteString(html.EscapeString(e.text))
}
