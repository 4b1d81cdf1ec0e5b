package trace

import (
	"slices"
	"strconv"
	"strings"

	"stridelab/app/lang"
)

// spokenTerms is the most products that a sentence lists. With more products it has the sum of each
// channel.
const spokenTerms = 12

// writtenTerms is the most products that a line of arithmetic lists.
const writtenTerms = 30

// Say is the sentence for a screen reader about a step of a convolution: "Window row 1, column 2: 3
// times 1 plus ... equals 8."
func (w *Walk) Say(s Step, l lang.Lang) string {
	var parts []string
	rounded := anyRounded(s.Bias, s.Result)
	switch {
	case w.C*w.F*w.F <= spokenTerms:
		for _, cs := range s.Channels {
			for _, t := range cs.Terms {
				rounded = rounded || anyRounded(t.X, t.W)
				parts = append(parts, lang.Text{
					lang.En: "{0} times {1}",
					lang.Ko: "{0} 곱하기 {1}",
				}.With(l, spoken(t.X, l), spoken(t.W, l)))
			}
		}
	default:
		for _, cs := range s.Channels {
			rounded = rounded || anyRounded(cs.Sum)
			parts = append(parts, lang.Text{
				lang.En: "{1} from channel {0}",
				lang.Ko: "채널 {0}에서 {1}",
			}.With(l, cs.Channel+1, spoken(cs.Sum, l)))
		}
	}
	if s.Bias != 0 {
		parts = append(parts, lang.Text{
			lang.En: "bias {0}",
			lang.Ko: "편향 {0}",
		}.With(l, spoken(s.Bias, l)))
	}
	text := lang.Text{
		lang.En: "Window row {0}, column {1}: {2} {3} {4}.",
		lang.Ko: "윈도우 {0}행 {1}열: {2}, {3} {4}입니다.",
	}
	if w.Filters > 1 {
		text = lang.Text{
			lang.En: "Filter {5}, window row {0}, column {1}: {2} {3} {4}.",
			lang.Ko: "필터 {5}, 윈도우 {0}행 {1}열: {2}, {3} {4}입니다.",
		}
	}
	equals := lang.Text{lang.En: "equals", lang.Ko: "합은"}
	if rounded {
		equals = lang.Text{lang.En: "is about", lang.Ko: "합은 약"}
	}
	sep := lang.Text{lang.En: " plus ", lang.Ko: " 더하기 "}.In(l)
	return text.With(l, s.Row+1, s.Col+1, strings.Join(parts, sep), equals.In(l), spoken(s.Result, l), s.Filter+1)
}

// SayPool is the sentence about a step of a pooling: the maximum and its place, ties, and the
// average with its divisor.
func (w *Walk) SayPool(s PoolStep, l lang.Lang) string {
	text := lang.Text{
		lang.En: "Window row {0}, column {1}: the largest is {2}, at input row {3}, column {4}",
		lang.Ko: "윈도우 {0}행 {1}열: 가장 큰 값은 입력 {3}행 {4}열의 {2}"}
	if w.C > 1 {
		text = lang.Text{
			lang.En: "Channel {5}, window row {0}, column {1}: the largest is {2}, at input row {3}, column {4}",
			lang.Ko: "채널 {5}, 윈도우 {0}행 {1}열: 가장 큰 값은 입력 {3}행 {4}열의 {2}",
		}
	}
	win := s.Terms[s.Winner]
	out := text.With(l, s.Row+1, s.Col+1, spoken(s.Max, l), win.Row+1, win.Col+1, s.Channel+1)
	if n := len(s.Ties); n > 1 {
		out += lang.Text{
			lang.En: ", the first of {0} that tie",
			lang.Ko: ", 같은 값 {0}개 중 첫 번째",
		}.With(l, n)
	}
	return out + lang.Text{
		lang.En: "; the average is {0} divided by {1}, {2}.",
		lang.Ko: "이고, 평균은 {0} 나누기 {1}, {2}입니다.",
	}.
		With(l, spokenAbout(s.Sum, l), s.Divisor, spokenAbout(s.Avg, l))
}

// SayBackward is the sentence about the gradient that window i propagates.
func (w *Walk) SayBackward(i int, l lang.Lang) string {
	m, row, col := w.At(i)
	g := spokenAbout(float64(w.G[i]), l)
	if w.Kind == Conv {
		return lang.Text{
			lang.En: "Output row {0}, column {1} of filter {2} sends back {3}: dW gains {3} times each input cell, dX gains {3} times each weight, db gains {3}.",
			lang.Ko: "필터 {2}의 출력 {0}행 {1}열에서 돌아오는 기울기: {3}. " +
				"dW에는 여기에 입력 칸의 값을, dX에는 가중치를 곱해 더하고, db에는 그대로 더합니다.",
		}.
			With(l, row+1, col+1, m+1, g)
	}
	s := w.PoolStep(i)
	win := s.Terms[s.Winner]
	return lang.Text{
		lang.En: "Output row {0}, column {1} sends back {2}: under max all of it goes to the winner at input row {3}, column {4}; under average each cell of the window gets {5}.",
		lang.Ko: "출력 {0}행 {1}열에서 돌아오는 기울기: {2}. " +
			"최대 풀링에서는 모두 가장 큰 값이 있던 입력 {3}행 {4}열로 가고, 평균 풀링에서는 윈도우의 칸마다 {5}씩 받습니다.",
	}.
		With(l, row+1, col+1, g, win.Row+1, win.Col+1, spokenAbout(float64(w.G[i])/float64(s.Divisor), l))
}

// Arithmetic writes a step of a convolution as one line: "3×1 + 0×0 + 1×(−1) = 2". With too many
// products it has the sum of each channel. The bias is left out where it is 0. No line break comes
// between a name and its number.
func (w *Walk) Arithmetic(s Step, l lang.Lang) string {
	var b strings.Builder
	terms := w.C*w.F*w.F <= writtenTerms
	rounded := anyRounded(s.Bias)
	for c, cs := range s.Channels {
		if c > 0 {
			b.WriteString(" + ")
		}
		if !terms {
			rounded = rounded || anyRounded(cs.Sum)
			b.WriteString(lang.Text{
				lang.En: "channel\u00a0{0}:\u00a0{1}",
				lang.Ko: "채널\u00a0{0}:\u00a0{1}",
			}.With(l, c+1, signed(cs.Sum)))
			continue
		}
		if w.C > 1 {
			b.WriteString("(")
		}
		for k, t := range cs.Terms {
			if k > 0 {
				b.WriteString(" + ")
			}
			rounded = rounded || anyRounded(t.X, t.W)
			b.WriteString(signed(t.X) + "×" + signed(t.W))
		}
		if w.C > 1 {
			b.WriteString(")")
		}
	}
	if s.Bias != 0 {
		b.WriteString(" + " + lang.Text{
			lang.En: "bias",
			lang.Ko: "편향",
		}.In(l) + "\u00a0" + signed(s.Bias))
	}
	b.WriteString(" " + equation(s.Result, rounded))
	return b.String()
}

// ArithmeticMax writes the maximum of a window: "max(1, 3, 2, 9) = 9". Padding is left out, since
// it is never the maximum.
func (w *Walk) ArithmeticMax(s PoolStep) string {
	return "max(" + strings.Join(listed(s, false), ", ") + ") " + Equals(s.Max)
}

// ArithmeticAvg writes the average of a window: "(1 + 3 + 2 + 9) / 4 = 3.75".
func (w *Walk) ArithmeticAvg(s PoolStep) string {
	rounded := slices.ContainsFunc(s.Terms, func(t Term) bool { return anyRounded(t.X) })
	return "(" + strings.Join(listed(s, true), " + ") + ") / " + strconv.Itoa(s.Divisor) + " " + equation(s.Avg, rounded)
}

// listed writes the values of a window that count. Of more than writtenTerms it leaves out the
// middle.
func listed(s PoolStep, sum bool) []string {
	var all []string
	for _, t := range s.Terms {
		if t.Padding && (!sum || t.W == 0) {
			continue
		}
		if sum {
			all = append(all, signed(t.X))
		} else {
			all = append(all, Number(t.X))
		}
	}
	if len(all) > writtenTerms {
		all = append(append(all[:8:8], "…"), all[len(all)-3:]...)
	}
	return all
}

// ArithmeticBackward writes the gradients that window i propagates, as one line. after has the sums
// with this window.
func (w *Walk) ArithmeticBackward(i int, after *Backward, l lang.Lang) string {
	g := float64(w.G[i])
	m, _, _ := w.At(i)
	if w.Kind == Conv {
		return lang.Text{
			lang.En: "dout {4}: dW += {0} × window, dX += {0} × W, db = {1} + {2} {3}",
			lang.Ko: "dout {4}: dW += {0} × 윈도우, dX += {0} × W, db = {1} + {2} {3}"}.
			With(l, signed(g), Number(after.DB[m]-g), signed(g), equation(after.DB[m], anyRounded(g, after.DB[m]-g)), Equals(g))
	}
	s := w.PoolStep(i)
	win := s.Terms[s.Winner]
	return lang.Text{
		lang.En: "dout {5}: max gives {0} to ({1}, {2}); average gives {0} / {3} {4} to each cell",
		lang.Ko: "dout {5}: 최대는 ({1}, {2})에 {0}, 평균은 칸마다 {0} / {3} {4}",
	}.
		With(l, signed(g), win.Row+1, win.Col+1, s.Divisor, equation(g/float64(s.Divisor), anyRounded(g)), Equals(g))
}
