package sentence

import (
	"strconv"
	"strings"
)

// Fill returns text with its n-th verb, %v or %q, replaced by the n-th of args. %q writes it in
// quotes, as a Go string. Other percent signs stay, and so do verbs without an argument. Arguments
// without a verb are ignored.
func Fill(text string, args ...any) string {
	var b strings.Builder
	for _, arg := range args {
		i := verb(text)
		if i < 0 {
			break
		}
		b.WriteString(text[:i])
		if word := Word(arg); text[i+1] == 'q' {
			b.WriteString(strconv.Quote(word))
		} else {
			b.WriteString(word)
		}
		text = text[i+2:]
	}
	b.WriteString(text)
	return b.String()
}

// verb is the index of the first verb in text, -1 if there is none.
func verb(text string) int {
	for i := 0; i+1 < len(text); i++ {
		if text[i] == '%' && (text[i+1] == 'v' || text[i+1] == 'q') {
			return i
		}
	}
	return -1
}

// Word is v as fmt's %v writes it. It handles errors, values with a String method, strings, bools,
// and Go's own integer and float types. Any other value is "?".
func Word(v any) string {
	switch v := v.(type) {
	case error:
		return v.Error()
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case int32:
		return strconv.FormatInt(int64(v), 10)
	case int64:
		return strconv.FormatInt(v, 10)
	case uint8:
		return strconv.FormatUint(uint64(v), 10)
	case uint32:
		return strconv.FormatUint(uint64(v), 10)
	case uint64:
		return strconv.FormatUint(v, 10)
	case float32:
		return strconv.FormatFloat(float64(v), 'g', -1, 32)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return "?"
}
