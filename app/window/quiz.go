package window

import (
	"math"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/viz"
)

// quiz is the state of Predict that the address does not carry.
type quiz struct {
	average bool // pooling: the question is about the average
	misses  int  // wrong answers to the question now
	entered bool // Enter is down in the answer field
	shown   bool // the answer is on the stage; the next question waits
	said    lang.Text
	args    []any
	good    bool
}

// tolerance is how far from the value an answer may be: half of the last digit
// one would write, or a hundredth part.
func tolerance(v float64) float64 { return max(0.006, math.Abs(v)*0.01) }

// wanted is the value asked for.
func (l *Lab) wanted(look int) float64 {
	switch {
	case l.state.Setting.Kind == trace.Conv:
		return float64(l.walk.Out[look])
	case l.quiz.average:
		return float64(l.walk.Avg[look])
	}
	return float64(l.walk.Max[look])
}

// question is the sentence that asks for window look.
func (l *Lab) question(look int) lang.Text {
	switch {
	case l.state.Setting.Kind == trace.Conv:
		return text.AskSum
	case l.quiz.average:
		return text.AskAverage
	}
	return text.AskMax
}

// answer judges a number. The error is a *trace.Problem when it is none.
func (l *Lab) answer(typed string) error {
	if !l.asking() {
		return nil
	}
	v, err := trace.ParseCell(typed)
	if err != nil {
		return err
	}
	want := l.wanted(l.state.Done)
	l.judge(math.Abs(float64(v)-want) <= tolerance(want))
	return nil
}

// point judges a click on a cell of the window: in max pooling the winner may
// be pointed at, any of those that tie.
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

// judge counts an answer. Only the first one to a question counts.
func (l *Lab) judge(right bool) {
	first := l.quiz.misses == 0
	if first {
		l.score.Asked++
	}
	l.quiz.good = right
	if right {
		if first {
			l.score.Right++
		}
		l.quiz.said, l.quiz.args = text.Right, []any{trace.Number(l.wanted(l.state.Done))}
		l.reveal()
		return
	}
	l.quiz.misses++
	l.quiz.said, l.quiz.args = l.hint()
}

// reveal writes the cell asked for.
func (l *Lab) reveal() {
	l.quiz.shown = true
	l.walkTo(l.state.Done + 1)
}

// next asks for the window after.
func (l *Lab) next() {
	average := l.quiz.average
	l.quiz = quiz{average: average}
}

// hint helps after a miss: first with what to do, then with the parts.
func (l *Lab) hint() (lang.Text, []any) {
	w, look := l.walk, l.state.Done
	if w.Kind == trace.Pool {
		step := w.PoolStep(look)
		switch {
		case !l.quiz.average:
			return text.HintMax, []any{len(step.Terms)}
		case l.quiz.misses == 1:
			return text.HintAverage, []any{step.Divisor}
		}
		return text.HintAverageSum, []any{trace.Number(step.Sum), step.Divisor}
	}
	step := w.Step(look)
	if l.quiz.misses == 1 {
		return text.HintSum, []any{w.F * w.F * w.C}
	}
	// Half of the way: what the cells with a positive product add up to.
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
	return text.HintParts, []any{trace.Number(plus), trace.Number(minus), trace.Number(step.Bias)}
}
