package trace

import (
	"stridelab/app/lang"
)

// Code is the reason why a setting, or a number typed into a cell, is not valid.
type Code string

// The reasons.
const (
	CodeRange       Code = "out-of-range"   // args: field, value, lowest, highest
	CodeSameOdd     Code = "same-is-odd"    // args: d(f−1), f, d
	CodeTooBig      Code = "window-too-big" // args: reach, padded edge, n, p
	CodeOnlyPadding Code = "only-padding"   // args: p, d(f−1)
	CodePoolPadding Code = "pool-padding"   // args: p, f
	CodeEmpty       Code = "nothing-typed"  // args: the limit
	CodeNotNumber   Code = "not-a-number"   // args: the text, the limit
	CodeCellRange   Code = "cell-too-large" // args: the text, the limit
)

// Codes lists every code of a Problem.
func Codes() []Code {
	return []Code{CodeRange, CodeSameOdd, CodeTooBig, CodeOnlyPadding, CodePoolPadding, CodeEmpty, CodeNotNumber, CodeCellRange}
}

// Problem is the error of a setting, or a typed number, that is not valid. Nearest is the closest
// valid setting. It equals Setting where the problem is not the setting.
type Problem struct {
	Code             Code
	Args             []any
	Setting, Nearest Setting
}

// Error is the sentence in English.
func (p *Problem) Error() string { return p.In(lang.En) }

// In is the sentence in a language: what happened, why, and what to do.
func (p *Problem) In(l lang.Lang) string { return problemText(p.Code).With(l, p.Args...) }

func problemText(c Code) lang.Text {
	switch c {
	case CodeRange:
		return lang.Text{
			lang.En: "{0} = {1} is out of range. Choose a whole number from {2} to {3}.",
			lang.Ko: "범위를 벗어났습니다: {0} = {1}. {2}부터 {3}까지의 정수를 고르세요.",
		}
	case CodeSameOdd:
		return lang.Text{
			lang.En: "Same padding needs an even d(f−1), but it is {0} for f = {1}, d = {2}. Choose an odd f, or give the padding as a number.",
			lang.Ko: "same 패딩에서는 d(f−1) 값이 짝수여야 하는데, f = {1}, d = {2}일 때는 {0}입니다. f를 홀수로 하거나 패딩을 수로 정하세요.",
		}
	case CodeTooBig:
		return lang.Text{
			lang.En: "The window reaches over {0}×{0} cells, but the padded input is only {1}×{1} (n = {2}, p = {3}). Choose a smaller f or d, or more padding.",
			lang.Ko: "윈도우는 {0}×{0}칸에 걸치는데 패딩을 더한 입력은 {1}×{1}칸뿐입니다(n = {2}, p = {3}). f나 d를 줄이거나 패딩을 늘리세요.",
		}
	case CodeOnlyPadding:
		return lang.Text{
			lang.En: "With p = {0} the first window would hold nothing but padding. Use at most p = d(f−1) = {1}.",
			lang.Ko: "p = {0}일 때는 첫 윈도우에 패딩만 들어갑니다. p를 d(f−1) = {1} 이하로 하세요.",
		}
	case CodePoolPadding:
		return lang.Text{
			lang.En: "p = {0} is more than half of f = {1}, so a window could hold padding alone. Choose a smaller p or a larger f.",
			lang.Ko: "p = {0}, f = {1}: 패딩이 윈도우의 절반을 넘어, 패딩만 든 윈도우가 생길 수 있습니다. p를 줄이거나 f를 키우세요.",
		}
	case CodeEmpty:
		return lang.Text{
			lang.En: "Nothing was entered, so the cell keeps its value. Enter a number from −{0} to {0}, such as 0.25 or 1/9.",
			lang.Ko: "입력한 값이 없어 칸의 값을 그대로 둡니다. −{0}부터 {0}까지의 수를 0.25나 1/9처럼 입력하세요.",
		}
	case CodeNotNumber:
		return lang.Text{
			lang.En: "“{0}” is not a number, so the cell keeps its value. Enter one from −{1} to {1}, such as 0.25 or 1/9.",
			lang.Ko: "수로 읽을 수 없어 칸의 값을 그대로 둡니다: “{0}”. −{1}부터 {1}까지의 수를 0.25나 1/9처럼 입력하세요.",
		}
	case CodeCellRange:
		return lang.Text{
			lang.En: "“{0}” is too large for a cell, so it keeps its value. Enter a number from −{1} to {1}.",
			lang.Ko: "칸에 담기에 너무 커서 값을 그대로 둡니다: “{0}”. −{1}부터 {1}까지의 수를 입력하세요.",
		}
	}
	panic("trace: unknown code")
}

// fault returns the first reason why s is not valid, or "".
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

// nearest returns the valid setting closest to s. It changes the field keep only where no valid
// setting has its value. A change of n costs a little more than one of the window, since it changes
// the picture too.
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
		padding = 4 // the padding is the problem
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
							continue // a number must not become "same"
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

// away is the cost of changing one control from b to a. Any change has a fixed cost, since one
// large change is easier to follow than two small ones.
func away(weight, a, b int) int {
	if a == b {
		return 0
	}
	return 15 + weight*max(a-b, b-a)
}
