package lang

import (
	"math"
	"strconv"
	"strings"
)

// ParseNumber reads a number as people of any country type it: with a decimal point or comma, with
// commas or spaces between thousands, with full-width digits, with a minus sign of print, or as a
// fraction of two such numbers, 1/9. One comma is ambiguous: 1,024 is a thousand and twenty-four
// where a whole number is asked for, and 1.024 otherwise. ok is false for any other text.
func ParseNumber(typed string, whole bool) (v float64, ok bool) {
	clean := strings.Map(plain, typed)
	top, bottom, fraction := strings.Cut(clean, "/")
	v, ok = parseDecimal(top, whole)
	if fraction && ok {
		var by float64
		by, ok = parseDecimal(bottom, whole)
		v /= by
	}
	if !ok || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, false
	}
	return v + 0, true // −0 becomes 0
}

// ParseWhole reads a whole number as ParseNumber does.
func ParseWhole(typed string) (n int64, ok bool) {
	v, ok := ParseNumber(typed, true)
	if !ok || v != math.Trunc(v) || math.Abs(v) >= 1<<53 {
		return 0, false
	}
	return int64(v), true
}

// plain is the ASCII form of a character of a number. What sets thousands off, other than a comma
// or a point, becomes a space.
func plain(r rune) rune {
	const fullWidth = '！' - '!' // U+FF01 to U+FF5E are ASCII, as wide as a Chinese character
	switch {
	case r >= '！' && r <= '～':
		r -= fullWidth
	case r == '−' || r == '–' || r == '﹣':
		return '-'
	case r == '⁄' || r == '∕':
		return '/'
	}
	switch r {
	case ' ', '\t', '\n', '\r', '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '_', '\'', '’':
		return ' '
	}
	return r
}

// parseDecimal reads a number in ASCII.
func parseDecimal(s string, whole bool) (float64, bool) {
	s = strings.TrimSpace(s)
	if sign := strings.TrimLeft(s, "+-"); len(s)-len(sign) == 1 {
		s = s[:1] + strings.TrimSpace(sign)
	}
	if n := strings.LastIndexByte(s, ' '); n >= 0 { // 14 450 688
		end := strings.IndexAny(s, ".,")
		if end < 0 {
			end = len(s)
		}
		if n > end || !grouped(s[:end], " ") {
			return 0, false
		}
		s = strings.ReplaceAll(s, " ", "")
	}
	if strings.Trim(s, "+-0123456789.,eE") != "" || !strings.ContainsAny(s, "0123456789") {
		return 0, false // Inf, NaN, 0x10
	}
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && point > comma: // 1,024.5
		if !grouped(s[:point], ",") {
			return 0, false
		}
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0 && point >= 0: // 1.024,5
		if !grouped(s[:comma], ".") {
			return 0, false
		}
		s = strings.ReplaceAll(s[:comma], ".", "") + "." + s[comma+1:]
	case comma >= 0 && (whole || strings.Count(s, ",") > 1) && grouped(s, ","):
		// 1,024 or 1,024,000.
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0: // 0,001
		if strings.Count(s, ",") > 1 {
			return 0, false
		}
		s = strings.Replace(s, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// grouped reports whether the digits of a whole number stand in threes: 14,450,688. A number that
// begins with 0 has no thousands.
func grouped(s, separator string) bool {
	groups := strings.Split(strings.TrimLeft(s, "+-"), separator)
	for i, g := range groups {
		if strings.Trim(g, "0123456789") != "" || i > 0 && len(g) != 3 || i == 0 && (len(g) < 1 || len(g) > 3 || g[0] == '0') {
			return false
		}
	}
	return true
}

// Clipped is what was typed, short enough for a sentence about it.
func Clipped(typed string) string {
	const most = 24
	typed = strings.TrimSpace(typed)
	if letters := []rune(typed); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return typed
}
