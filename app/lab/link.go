package lab

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode"

	"stridelab/app/lang"
	"stridelab/app/ui"
)

// linkTexts say why an address was not read, and what its keys may hold.
type linkTexts struct {
	Syntax, Version, Value, Allowed   lang.Text
	Whole, WholeFrom, Wholes, Between lang.Text
}

var linkText = linkTexts{
	Syntax: lang.Text{
		lang.En: "This link could not be read, so the lab opened in its starting state.",
		lang.Ko: "링크를 읽을 수 없어 처음 상태로 열었습니다.",
	},
	Version: lang.Text{
		lang.En: "This link was made by another version of Stridelab ({0}), so the lab opened in its starting state.",
		lang.Ko: "다른 버전({0})의 Stridelab에서 만든 링크라서 처음 상태로 열었습니다.",
	},
	Value: lang.Text{
		lang.En: "A value in this link cannot be used, so the lab opened in its starting state: {0} = “{1}”.",
		lang.Ko: "링크에 쓸 수 없는 값이 있어 처음 상태로 열었습니다: {0} = “{1}”.",
	},
	Allowed: lang.Text{lang.En: "Allowed: {0}.", lang.Ko: "쓸 수 있는 값: {0}."},

	Whole:     lang.Text{lang.En: "a whole number from {0} to {1}", lang.Ko: "{0}부터 {1}까지의 정수"},
	WholeFrom: lang.Text{lang.En: "a whole number from {0} up", lang.Ko: "{0} 이상의 정수"},
	Wholes: lang.Text{
		lang.En: "{2} whole numbers from {0} to {1}, with commas between them",
		lang.Ko: "{0}부터 {1}까지의 정수 {2}개(쉼표로 구분)",
	},
	Between: lang.Text{lang.En: "a number from {0} to {1}", lang.Ko: "{0}부터 {1}까지의 수"},
}

// longestValue is how much of a wrong value is repeated, in characters: no more than a line.
const longestValue = 40

// Sentence says to a person what was wrong with an address, and what it may hold.
func (e *QueryError) Sentence() lang.Text {
	switch e.Code {
	case QueryVersion:
		return linkText.Version.Fill(shorten(e.Value))
	case QueryValue:
		said := linkText.Value.Fill(e.Key, shorten(e.Value))
		if e.Want == (lang.Text{}) {
			return said
		}
		return lang.Make(func(l lang.Lang) string { return said.In(l) + " " + linkText.Allowed.With(l, e.Want.In(l)) })
	}
	return linkText.Syntax
}

// shorten leaves of a value what fits on a line.
func shorten(value string) string {
	value = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, value)
	if r := []rune(value); len(r) > longestValue {
		return string(r[:longestValue-1]) + "…"
	}
	return value
}

// Refusal says why the address was not read.
func (p *page) Refusal() lang.Text {
	var e *QueryError
	if errors.As(p.why, &e) {
		return e.Sentence()
	}
	return text.BrokenAddress
}

// wholes is what a key may hold that takes so many whole numbers.
func wholes(n, lo, hi int) lang.Text {
	switch {
	case hi == math.MaxInt:
		return linkText.WholeFrom.Fill(lo)
	case n > 1:
		return linkText.Wholes.Fill(lo, hi, n)
	}
	return linkText.Whole.Fill(ui.Count(int64(lo)), ui.Count(int64(hi)))
}

// Between is what a key may hold that takes a number.
func Between(lo, hi float64) lang.Text {
	plain := func(v float64) string { return strings.Replace(strconv.FormatFloat(v, 'g', -1, 64), "e-0", "e-", 1) }
	return linkText.Between.Fill(plain(lo), plain(hi))
}

// words is what a key may hold that takes one of some words.
func words(known []string) lang.Text {
	return lang.Make(func(lang.Lang) string { return strings.Join(known, ", ") })
}
