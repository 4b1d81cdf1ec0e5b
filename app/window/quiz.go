package window

import (
	"math"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/viz"
)

// quiz is the state of the question that the address does not hold.
type quiz struct {
	lab.Quiz
	average   bool // pooling: the question is about the average
	enterDown bool // the Enter key is down in the answer field
}

// tolerance is how far an answer may be from v: a hundredth of it, but at least 0.006, a little
// more than half of the second decimal.
func tolerance(v float64) float64 { return max(0.006, math.Abs(v)*0.01) }

// wanted returns the right answer for the window at index at.
func (l *Lab) wanted(at int) float64 {
	switch {
	case l.state.Setting.Kind == trace.Conv:
		return float64(l.walk.Out[at])
	case l.quiz.average:
		return float64(l.walk.Avg[at])
	}
	return float64(l.walk.Max[at])
}

// question returns the question about the window at index at.
func (l *Lab) question(at int) lang.Text {
	switch {
	case l.state.Setting.Kind == trace.Conv:
		return text.AskSum
	case l.quiz.average:
		return text.AskAverage
	}
	return text.AskMax
}

// errAnswer is the error for an answer that is no number.
type errAnswer struct{ typed string }

func (e errAnswer) Error() string         { return e.In(lang.En) }
func (e errAnswer) In(l lang.Lang) string { return text.NotAnAnswer.With(l, e.typed) }

// answer judges a typed answer. If it is no number, the error is an errAnswer.
func (l *Lab) answer(typed string) error {
	if !l.asking() {
		return nil
	}
	v, ok := lang.ParseNumber(typed, false)
	if !ok {
		return errAnswer{lang.Clipped(typed)}
	}
	want := l.wanted(l.state.Done)
	l.judge(math.Abs(v-want) <= tolerance(want))
	return nil
}

// point takes a click on a cell as an answer, and reports whether it was one. In max pooling one
// may click on the largest cell instead of typing its value; of equal ones any is right.
func (l *Lab) point(p place) bool {
	if !l.asking() || l.state.Setting.Kind != trace.Pool || l.quiz.average || p.Role != viz.InputCell && p.Role != viz.ProductCell {
		return false
	}
	step := l.walk.PoolStep(l.state.Done)
	for i, t := range step.Terms {
		inside := p.Role == viz.InputCell && t.Row == p.Row && t.Col == p.Col || p.Role == viz.ProductCell && t.KRow == p.Row && t.KCol == p.Col
		if !inside || t.Padding || p.Channel != step.Channel {
			continue
		}
		right := false
		for _, k := range step.Ties {
			right = right || k == i
		}
		l.judge(right)
		return true
	}
	return false
}

// judge counts an answer. A right one walks to the window that was asked about; after a wrong one a
// hint is shown.
func (l *Lab) judge(right bool) {
	if !l.quiz.Judge(&l.score, right) {
		l.quiz.Said = l.hint()
		return
	}
	l.quiz.Right(trace.About(l.wanted(l.state.Done), 4))
	l.walkTo(l.state.Done + 1)
}

// next asks the next question.
func (l *Lab) next() {
	l.quiz = quiz{average: l.quiz.average}
	if l.refused.field == atAnswer {
		l.refused = refusal{}
	}
}

// hint is what is said after a wrong answer: first how to compute the result, then parts of it.
func (l *Lab) hint() lang.Text {
	w, at := l.walk, l.state.Done
	if w.Kind == trace.Pool {
		step := w.PoolStep(at)
		switch {
		case !l.quiz.average:
			inside := 0
			for _, t := range step.Terms {
				inside += btoi(!t.Padding)
			}
			if inside == 1 {
				return text.HintMaxOne
			}
			return text.HintMax.Fill(inside)
		case l.quiz.Misses == 1:
			return text.HintAverage.Fill(step.Divisor)
		}
		return text.HintAverageSum.Fill(trace.About(step.Sum, 4), step.Divisor)
	}
	step := w.Step(at)
	switch {
	case l.quiz.Misses > 1:
	case w.F*w.C == 1:
		return text.HintSumOne
	default:
		return text.HintSum.Fill(w.F * w.F * w.C)
	}
	// The sums of the positive and of the negative products.
	plus, minus := 0.0, 0.0
	for _, cs := range step.Channels {
		for _, t := range cs.Terms {
			if t.Product > 0 {
				plus += t.Product
			} else {
				minus += t.Product
			}
		}
	}
	return text.HintParts.Fill(trace.About(plus, 4), trace.About(minus, 4), trace.About(step.Bias, 4))
}
