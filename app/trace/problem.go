package trace

import (
	"stridelab/app/lang"
)

// Code names a reason why a setting, or a number typed into a cell, cannot be.
type Code string

// The reasons.
const (
	CodeRange       Code = "out-of-range"    // args: field, value, lowest, highest
	CodeSameOdd     Code = "same-is-odd"     // args: d(f−1), f, d
	CodeTooBig      Code = "window-too-big"  // args: reach, padded edge, n, p
	CodeOnlyPadding Code = "only-padding"    // args: p, d(f−1)
	CodePoolPadding Code = "pool-padding"    // args: p, f
	CodeNotNumber   Code = "not-a-number"    // args: the text
	CodeCellRange   Code = "cell-too-large"  // args: the text, the limit
	CodeNotWhole    Code = "not-a-whole-one" // args: field, the text
)

// Codes lists every code a Problem can carry.
func Codes() []Code {
	return []Code{CodeRange, CodeSameOdd, CodeTooBig, CodeOnlyPadding, CodePoolPadding, CodeNotNumber, CodeCellRange, CodeNotWhole}
}

// Problem says why something a person asked for cannot be. Nearest is the
// closest setting that can; it equals Setting when the settings are not at fault.
type Problem struct {
	Code             Code
	Args             []any
	Setting, Nearest Setting
}

// Error gives the English sentence.
func (p *Problem) Error() string { return p.In(lang.En) }

// In gives the sentence in language l: what happened, why, what to do.
func (p *Problem) In(l lang.Lang) string { return problemText(p.Code).With(l, p.Args...) }

func problemText(c Code) lang.Text {
	switch c {
	case CodeRange:
		return lang.Text{
			lang.En: "{0} = {1} is outside what this lab draws: choose a whole number from {2} to {3}.",
			lang.Ko: "{0} = {1}: 이 실습에서 다루는 범위를 벗어났습니다. {2}부터 {3}까지의 정수를 고르세요.",
		}
	case CodeSameOdd:
		return lang.Text{
			lang.En: "Same padding would need d(f−1) = {0} shared evenly between two sides, which is not whole for f = {1} and d = {2}: choose an odd f, or give the padding as a number.",
			lang.Ko: "same 패딩은 d(f−1) = {0}칸을 양쪽에 똑같이 나누어야 하는데, f = {1}, d = {2}이면 나누어떨어지지 않습니다. f를 홀수로 하거나 패딩을 숫자로 정하세요.",
		}
	case CodeTooBig:
		return lang.Text{
			lang.En: "The window reaches over {0} cells, but the padded input has only {1} (n = {2}, p = {3}): no window fits even once. " +
				"Choose a smaller f or d, or more padding.",
			lang.Ko: "윈도우가 {0}칸에 걸치는데 패딩을 더한 입력은 {1}칸뿐입니다(n = {2}, p = {3}). " +
				"한 번도 놓을 수 없으니 f나 d를 줄이거나 패딩을 늘리세요.",
		}
	case CodeOnlyPadding:
		return lang.Text{
			lang.En: "With p = {0} the first window would see nothing but padding, since it reaches only {1} cells past its corner: use at most p = {1}.",
			lang.Ko: "p = {0}이면 첫 윈도우가 패딩만 보게 됩니다. " +
				"윈도우는 모서리에서 {1}칸까지만 뻗으므로 p는 {1} 이하로 하세요.",
		}
	case CodePoolPadding:
		return lang.Text{
			lang.En: "In pooling the padding may be at most half the window, or a window could hold padding alone: p = {0} is too much for f = {1}.",
			lang.Ko: "풀링에서는 패딩이 윈도우의 절반을 넘을 수 없습니다. " +
				"넘으면 패딩만 든 윈도우가 생깁니다. f = {1}에 p = {0}은(는) 너무 큽니다.",
		}
	case CodeNotNumber:
		return lang.Text{
			lang.En: "“{0}” is not a number, so the old value stays: type one such as 3, −1 or 0.25.",
			lang.Ko: "“{0}”은(는) 숫자가 아니어서 이전 값을 그대로 둡니다. 3, −1, 0.25처럼 입력하세요.",
		}
	case CodeCellRange:
		return lang.Text{
			lang.En: "“{0}” is too large to read in a cell, so the old value stays: type a number between −{1} and {1}.",
			lang.Ko: "“{0}”은(는) 칸에 담기에 너무 커서 이전 값을 그대로 둡니다. " +
				"−{1}부터 {1} 사이의 수를 입력하세요.",
		}
	case CodeNotWhole:
		return lang.Text{
			lang.En: "{0} takes a whole number, and “{1}” is not one, so the old value stays.",
			lang.Ko: "{0}에는 정수만 넣을 수 있는데 “{1}”은(는) 정수가 아니어서 이전 값을 그대로 둡니다.",
		}
	}
	panic("trace: unknown code")
}

// fault returns the first reason s cannot be, or "".
func (s Setting) fault() (Code, []any) {
	for _, f := range Fields(s.Kind) {
		v := s.Get(f)
		if f == FieldP && v == Same {
			continue
		}
		if lo, hi := Limits(s.Kind, f); v < lo || v > hi {
			return CodeRange, []any{string(f), v, lo, hi}
		}
	}
	if s.Kind == Pool && s.D != 1 {
		return CodeRange, []any{string(FieldD), s.D, 1, 1}
	}
	spread := s.D * (s.F - 1)
	if s.P == Same && spread%2 != 0 {
		return CodeSameOdd, []any{spread, s.F, s.D}
	}
	g := s.geometry()
	if g.Reach > g.Padded {
		return CodeTooBig, []any{g.Reach, g.Padded, s.N, g.Pad}
	}
	if s.Kind == Pool && 2*g.Pad > s.F {
		return CodePoolPadding, []any{g.Pad, s.F}
	}
	if s.Kind == Conv && g.Pad > spread {
		return CodeOnlyPadding, []any{g.Pad, spread}
	}
	return "", nil
}

// nearest returns the possible setting closest to s. Field keep is left as it
// is when any possible setting has that value. A cell of n weighs a little
// more than one of the window, since changing n changes the picture itself.
func (s Setting) nearest(keep Field) Setting {
	base := s
	for _, f := range Fields(s.Kind) {
		lo, hi := Limits(s.Kind, f)
		if f == FieldP && base.P == Same {
			continue
		}
		base = base.With(f, min(max(base.Get(f), lo), hi))
	}
	if s.Kind == Pool {
		base.D, base.Filters = 1, 1
	}
	padding := 11
	if code, _ := base.fault(); code == CodeOnlyPadding || code == CodePoolPadding {
		padding = 4 // the padding is what is wrong
	}
	best, bestCost := Setting{}, -1
	_, nHi := Limits(s.Kind, FieldN)
	_, fHi := Limits(s.Kind, FieldF)
	_, dHi := Limits(s.Kind, FieldD)
	_, pHi := Limits(s.Kind, FieldP)
	for n := 1; n <= nHi; n++ {
		for f := 1; f <= fHi; f++ {
			for d := 1; d <= dHi; d++ {
				for p := Same; p <= pHi; p++ {
					t := base
					t.N, t.F, t.D, t.P = n, f, d, p
					cost := away(13, n, base.N) + away(10, f, base.F) + away(12, d, base.D)
					switch {
					case (p == Same) != (base.P == Same):
						cost += 25
						if p == Same {
							continue // never turn a number into "same" by ourselves
						}
					default:
						cost += away(padding, p, base.P)
					}
					if keep != "" && t.Get(keep) != base.Get(keep) {
						cost += 10000
					}
					if bestCost >= 0 && cost >= bestCost {
						continue
					}
					if code, _ := t.fault(); code == "" {
						best, bestCost = t, cost
					}
				}
			}
		}
	}
	return best
}

// away is the cost of moving one control from b to a: one control moved far
// is easier to follow than two moved a little.
func away(weight, a, b int) int {
	if a == b {
		return 0
	}
	return 15 + weight*max(a-b, b-a)
}
