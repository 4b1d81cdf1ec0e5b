package weightfile

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// info is what a head says of one tensor.
type info struct {
	dtype    string
	shape    []uint64
	from, to uint64 // place of its bytes, counted from the end of the head
}

// head is the JSON object at the beginning of a file: an entry for each tensor, and texts of the
// writer.
//
//	{"__metadata__":{"format":"pt"},"0.bias":{"dtype":"F32","shape":[8],"data_offsets":[0,32]}}
//
// This package reads and writes it without encoding/json, which would make the page 15 kB larger.
// That is more than the page's budget has left.
type head struct {
	names   []string // of the tensors, in the file's order
	tensors map[string]info
	texts   map[string]string
}

const textsKey = "__metadata__"

// parseHead reads a head. ok is false where b is no head: the format allows no other entries and
// no name twice.
func parseHead(b []byte) (head, bool) {
	p := parser{rest: b}
	h := head{tensors: map[string]info{}, texts: map[string]string{}}
	p.object(func(name string) {
		if name == textsKey {
			p.object(func(key string) { h.texts[key] = p.text() })
			return
		}
		if _, twice := h.tensors[name]; twice {
			p.failed = true
			return
		}
		h.names, h.tensors[name] = append(h.names, name), p.info()
	})
	p.space()
	return h, !p.failed && len(p.rest) == 0
}

// parser reads JSON. The first thing that does not fit sets failed. Later reads then give
// nothing.
type parser struct {
	rest   []byte
	failed bool
}

func (p *parser) space() {
	for len(p.rest) > 0 && (p.rest[0] == ' ' || p.rest[0] == '\n' || p.rest[0] == '\t' || p.rest[0] == '\r') {
		p.rest = p.rest[1:]
	}
}

// next skips spaces, takes c off the front if it stands there, and reports whether it did.
func (p *parser) next(c byte) bool {
	p.space()
	if p.failed || len(p.rest) == 0 || p.rest[0] != c {
		return false
	}
	p.rest = p.rest[1:]
	return true
}

func (p *parser) must(c byte) {
	if !p.next(c) {
		p.failed = true
	}
}

// list reads elements between open and end, with commas between them. It calls element to read
// each.
func (p *parser) list(open, end byte, element func()) {
	p.must(open)
	if p.next(end) {
		return
	}
	for !p.failed {
		element()
		if !p.next(',') {
			p.must(end)
			return
		}
	}
}

// object reads an object. It calls value after each key; value must read the value.
func (p *parser) object(value func(key string)) {
	p.list('{', '}', func() {
		key := p.text()
		p.must(':')
		value(key)
	})
}

// info reads the entry of a tensor. All three keys must be there.
func (p *parser) info() (t info) {
	seen := 0
	p.object(func(key string) {
		switch key {
		case "dtype":
			t.dtype = p.text()
			seen |= 1
		case "shape":
			t.shape = p.numbers()
			seen |= 2
		case "data_offsets":
			if v := p.numbers(); len(v) == 2 {
				t.from, t.to = v[0], v[1]
				seen |= 4
			}
		default:
			p.failed = true
		}
	})
	if seen != 7 {
		p.failed = true
	}
	return t
}

func (p *parser) numbers() (list []uint64) {
	p.list('[', ']', func() { list = append(list, p.number()) })
	return list
}

// number reads a whole number that is not negative.
func (p *parser) number() uint64 {
	p.space()
	n := 0
	for n < len(p.rest) && p.rest[n] >= '0' && p.rest[n] <= '9' {
		n++
	}
	v, err := strconv.ParseUint(string(p.rest[:n]), 10, 64)
	if err != nil || n > 1 && p.rest[0] == '0' {
		p.failed = true
		return 0
	}
	p.rest = p.rest[n:]
	return v
}

// text reads a string.
func (p *parser) text() string {
	p.must('"')
	var out []byte
	for !p.failed {
		if len(p.rest) == 0 || p.rest[0] < ' ' {
			break
		}
		c := p.rest[0]
		p.rest = p.rest[1:]
		switch c {
		case '"':
			if !utf8.Valid(out) {
				p.failed = true
			}
			return string(out)
		case '\\':
			out = p.escape(out)
		default:
			out = append(out, c)
		}
	}
	p.failed = true
	return ""
}

// escape reads what follows a backslash (RFC 8259, section 7).
func (p *parser) escape(out []byte) []byte {
	if len(p.rest) == 0 {
		p.failed = true
		return out
	}
	c := p.rest[0]
	p.rest = p.rest[1:]
	switch c {
	case '"', '\\', '/':
		return append(out, c)
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'u':
		r := p.unit()
		if utf16.IsSurrogate(r) && len(p.rest) > 1 && p.rest[0] == '\\' && p.rest[1] == 'u' {
			p.rest = p.rest[2:]
			r = utf16.DecodeRune(r, p.unit())
		}
		return utf8.AppendRune(out, r) // one half of a surrogate pair becomes U+FFFD
	}
	p.failed = true
	return out
}

// unit reads the four hexadecimal digits of \u.
func (p *parser) unit() rune {
	if len(p.rest) < 4 {
		p.failed = true
		return 0
	}
	v, err := strconv.ParseUint(string(p.rest[:4]), 16, 16)
	if err != nil {
		p.failed = true
	}
	p.rest = p.rest[4:]
	return rune(v)
}

// appendText appends s to dst as a JSON string.
func appendText(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r < ' ':
			dst = append(dst, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}

func appendNumbers(dst []byte, list ...uint64) []byte {
	dst = append(dst, '[')
	for i, v := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = strconv.AppendUint(dst, v, 10)
	}
	return append(dst, ']')
}
