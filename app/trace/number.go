package trace

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"stridelab/app/lang"
)

// CellLimit is the largest absolute value that a cell accepts.
const CellLimit = 9999

// Number writes v for a reader: with at most four decimals, without trailing zeros, with U+2212 for
// the minus sign. A value below a thousandth has two significant digits.
func Number(v float64) string { return NumberTo(v, 4) }

// NumberTo is Number with another limit of decimals. A value that would round to 0 has two
// significant digits, so that only zero is written as 0.
func NumberTo(v float64, decimals int) string {
	// Halves are rounded away from zero, as by hand; strconv rounds 0.125 to 0.12.
	s := trimZeros(strconv.FormatFloat(v*(1+1e-12), 'f', decimals, 64))
	if v != 0 && (s == "0" || s == "-0" || decimals == 4 && math.Abs(v) < 1e-3) {
		s = strings.Replace(strconv.FormatFloat(v, 'g', 2, 64), "e-0", "e-", 1)
	}
	if s == "-0" {
		s = "0"
	}
	return strings.ReplaceAll(s, "-", "−")
}

// RoundedTo reports whether NumberTo writes v with fewer digits than it has. What float32 adds to a
// decimal number, as 0.1 is not exact in it, does not count.
func RoundedTo(v float64, decimals int) bool {
	written, err := strconv.ParseFloat(strings.ReplaceAll(NumberTo(v, decimals), "−", "-"), 64)
	size := math.Abs(v)
	return err != nil || math.Abs(written-v) > max(1e-6*size, min(3e-6, 1e-3*size))
}

// About writes v as NumberTo does, after “≈ ” where that rounds.
func About(v float64, decimals int) string {
	if RoundedTo(v, decimals) {
		return "≈ " + NumberTo(v, decimals)
	}
	return NumberTo(v, decimals)
}

// Equals writes v as the end of an equation: "= 3.75", and "≈ 2.6667" where Number rounds.
func Equals(v float64) string { return equation(v, false) }

// equation is Equals where numbers before the sign may have been rounded already.
func equation(v float64, rounded bool) string {
	if rounded || RoundedTo(v, 4) {
		return "≈ " + Number(v)
	}
	return "= " + Number(v)
}

func trimZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// Plain writes v for a program, in data-value and in the address: the shortest text that gives the
// same float32 when it is read.
func Plain(v float32) string {
	if v == 0 {
		return "0" // −0 too
	}
	return strconv.FormatFloat(float64(v), 'f', -1, 32)
}

// signed writes v as a factor or term: in parentheses where it is negative.
func signed(v float64) string {
	if v < 0 {
		return "(" + Number(v) + ")"
	}
	return Number(v)
}

// spoken writes v for a screen reader: "minus 2".
func spoken(v float64, l lang.Lang) string {
	s := Number(math.Abs(v))
	if v < 0 && s != "0" {
		return lang.Text{lang.En: "minus {0}", lang.Ko: "마이너스 {0}"}.With(l, s)
	}
	return s
}

// spokenAbout is spoken, with the word "about" where the number is rounded.
func spokenAbout(v float64, l lang.Lang) string {
	if RoundedTo(v, 4) {
		return lang.Text{lang.En: "about {0}", lang.Ko: "약 {0}"}.With(l, spoken(v, l))
	}
	return spoken(v, l)
}

// anyRounded reports whether Number rounds one of these.
func anyRounded(values ...float64) bool {
	return slices.ContainsFunc(values, func(v float64) bool { return RoundedTo(v, 4) })
}

// ParseCell reads the number that a person typed into a cell, as lang.ParseNumber does, rounded to
// float32. The error is a *Problem.
func ParseCell(text string) (float32, error) {
	v, ok := lang.ParseNumber(text, false)
	switch {
	case strings.TrimSpace(text) == "":
		return 0, &Problem{Code: CodeEmpty, Args: []any{CellLimit}}
	case !ok:
		return 0, &Problem{Code: CodeNotNumber, Args: []any{lang.Clipped(text), CellLimit}}
	case math.Abs(v) > CellLimit:
		return 0, &Problem{Code: CodeCellRange, Args: []any{lang.Clipped(text), CellLimit}}
	}
	return float32(v), nil
}
