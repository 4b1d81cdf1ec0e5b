package main

import (
	"bytes"
	"html"
	"sort"
	"strconv"
	"strings"
)

// go-app writes a component tree as text that is almost HTML:
//   - values of attributes are quoted as Go strings;
//   - the value "true" is left out;
//   - a boolean attribute that is false is written as if it were set;
//   - the text of a textarea is an attribute;
//   - the order of the attributes is random.
//
// rewrite turns that text into HTML with the meaning of the component tree. The same tree always
// gives the same bytes.

// An attribute of an element. A bare one has no value: <input disabled>.
type attribute struct {
	name, value string
	bare        bool
}

// An element is a start tag that is being rewritten.
type element struct {
	name  string
	attrs []attribute
	drop  bool   // leave the tag out; for void elements only
	text  string // to be written after the tag, escaped
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

// set sets the value of an attribute, which it adds where there is none.
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

// rewrite turns the markup of go-app into HTML. It calls edit, unless that is nil, for each start
// tag; edit may change the tag. Markup of app.Raw is HTML already and does not change, except
// for the order of its attributes.
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

// startsTag reports whether a text that begins with < begins with a start tag.
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

// parseTag reads the start tag at the beginning of the text. It returns how the tag is closed,
// with ">" or "/>", and its length.
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

// parseAttribute reads the attribute at s[i:] and returns the index after it.
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

// unquote returns the value of a quoted attribute. Character references in it are resolved,
// because app.Raw writes HTML. So a component must not have a value that looks like a character
// reference; no text in Stridelab does.
func unquote(quoted []byte) string {
	quote := string(quoted[:1])
	value, err := strconv.Unquote(string(quoted))
	if err != nil || quote == "'" {
		value = strings.TrimSuffix(strings.TrimPrefix(string(quoted), quote), quote)
	}
	return unescape(value)
}

// unescape resolves the character references that end in a semicolon. Old references need no
// semicolon; they are not resolved, because the &para in /train?seed=1&param=2 is none.
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

// isReference reports whether c can be part of a character reference.
func isReference(c byte) bool {
	return c == '#' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// mend gives the element the meaning that it had in the component tree. selectValue is the value
// of the open select element, since in HTML the selected option carries it.
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

// isBoolean reports whether an attribute is a boolean one, which means true even without a value
// (HTML Living Standard, index of attributes).
func isBoolean(name string) bool {
	switch name {
	case "allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls", "default", "defer",
		"disabled", "formnovalidate", "hidden", "inert", "ismap", "itemscope", "loop", "multiple", "muted",
		"nomodule", "novalidate", "open", "playsinline", "readonly", "required", "reversed", "selected":
		return true
	}
	return false
}

// meansEmpty reports whether an attribute without a value means something other than "true".
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
