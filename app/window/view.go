package window

import (
	"math"
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/viz"
)

// view is what the painter shows of a lab at one moment.
type view struct {
	Stage      viz.Stage
	Arithmetic string
	Second     string // in pooling, the line about the average
	Sentence   string
	Counter    string
	Done, All  int // windows walked, and their number
}

// hovered is the cell that the pointer or the keyboard focus is on. An output cell shows its
// window, an input cell marks the outputs that use it; the walk stays where it is.
type hovered struct {
	on   bool
	role viz.CellRole
	cell trace.Cell
}

// drawnWindow returns the index of the window that is drawn: that of the hovered output cell, else
// the one that is asked about, else the last one walked, else the first.
func (l *Lab) drawnWindow() int {
	if l.hovered.on && (l.hovered.role == viz.OutputCell || l.hovered.role == viz.AverageCell) {
		return l.walk.Index(l.hovered.cell.Channel, l.hovered.cell.Row, l.hovered.cell.Col)
	}
	if l.asking() {
		return l.state.Done
	}
	return max(0, l.state.Done-1)
}

// asking reports whether a question about the next window's value is open.
func (l *Lab) asking() bool {
	return l.state.Ask && !l.quiz.Shown && l.state.Done < l.walk.Steps()
}

// view lays out what is to be seen at a width in CSS pixels, at a type size of 16 px.
func (l *Lab) view(width float64) view {
	w, s := l.walk, l.state
	at := l.drawnWindow()
	spec := viz.StageSpec{
		StageShape: viz.StageShape{N: w.N, C: w.C, F: w.F, S: w.S, D: w.D, Pad: w.Pad, CountPad: s.Setting.CountPad,
			Edge: w.Edge, Maps: w.Maps, Dropped: w.Dropped},
		Pool: s.Setting.Kind == trace.Pool, Backward: s.Tab == Backward,
		Values:  viz.StageValues{X: s.X, W: s.W, B: s.B, Out: w.Out, Avg: w.Avg},
		Grads:   viz.StageGradients{G: s.G},
		Scales:  l.scales,
		Walk:    viz.StageWalk{Done: s.Done, Asked: l.asking() && at == s.Done},
		Window:  l.window(at),
		Channel: s.Channel,
		Limits:  viz.StageLimits{Width: width, Height: l.maxHeight, Whole: l.visibleHeight},
		Words:   stageWords(l.Page.Lang), Number: trace.NumberTo, Equals: trace.Equals,
	}
	if spec.Pool {
		spec.Values.Out = w.Max
	}
	peeking := l.hovered.on && at >= s.Done && !spec.Walk.Asked && s.Tab == Forward
	spec.Walk.Waiting = s.Tab == Forward && !spec.Walk.Asked && (s.Done == 0 || peeking)
	if l.hovered.on && l.hovered.role == viz.InputCell {
		for m := range w.Maps {
			if spec.Pool && m != l.hovered.cell.Channel {
				continue
			}
			for _, c := range w.Touched(l.hovered.cell.Row, l.hovered.cell.Col) {
				spec.Lit = append(spec.Lit, w.Index(m, c.Row, c.Col))
			}
		}
	}
	if spec.Backward {
		l.back.Seek(s.Done)
		g := &spec.Grads
		g.DX, g.DW, g.DB, g.DXAvg = l.back.DX, l.back.DW, l.back.DB, l.back.DXAvg
		if spec.Pool {
			g.DX = l.back.DXMax
		}
	}
	v := view{Stage: viz.LayoutStage(spec), Done: s.Done, All: w.Steps()}
	v.Counter = strconv.Itoa(s.Done) + " / " + strconv.Itoa(v.All)
	l.addWords(&v, spec, at)
	return v
}

// scales returns the largest absolute values of a walk, which are the same for all its steps.
func scales(w *trace.Walk) viz.StageScales {
	largest := func(all ...[]float32) float64 {
		m := 0.0
		for _, x := range all {
			for _, v := range x {
				m = max(m, math.Abs(float64(v)))
			}
		}
		return m
	}
	return viz.StageScales{X: largest(w.X), W: largest(w.W), Out: largest(w.Out, w.Max), G: largest(w.G)}
}

// window describes the window at index at. Its terms hold the products x·w; on the Backward tab,
// those of the weights' gradient, g·x.
func (l *Lab) window(at int) viz.StageWindow {
	w := l.walk
	if l.state.Setting.Kind == trace.Pool {
		step := w.PoolStep(at)
		window := viz.StageWindow{At: at, Ties: step.Ties, Share: l.t(text.Shares, step.Divisor), Total: step.Max}
		for _, t := range step.Terms {
			window.Terms = append(window.Terms, viz.StageTerm(t))
		}
		return window
	}
	step := w.Step(at)
	window := viz.StageWindow{At: at, Total: float64(w.Out[at])}
	g := float64(l.state.G[at])
	for _, channel := range step.Channels {
		window.Sums = append(window.Sums, channel.Sum)
		for _, t := range channel.Terms {
			term := viz.StageTerm(t)
			if l.state.Tab == Backward {
				term.Product = g * t.X
			}
			window.Terms = append(window.Terms, term)
		}
	}
	return window
}

// addWords writes the arithmetic and the sentence for the window at index at.
func (l *Lab) addWords(v *view, spec viz.StageSpec, at int) {
	w, language := l.walk, l.Page.Lang
	switch {
	case spec.Walk.Asked:
		v.Arithmetic = l.question(at).In(language)
		v.Sentence = v.Arithmetic
	case spec.Backward && l.state.Done == 0 && !l.hovered.on:
		v.Arithmetic = text.StartBackward.In(language)
		v.Sentence = v.Arithmetic
	case spec.Backward && l.hovered.on && l.hovered.role != viz.OutputCell:
		v.Arithmetic, v.Second = l.gradient()
		v.Sentence = v.Arithmetic
	case spec.Backward:
		v.Arithmetic = w.ArithmeticBackward(at, l.back, language)
		v.Sentence = w.SayBackward(at, language)
	case spec.Walk.Waiting:
		v.Arithmetic = text.Start.In(language)
		v.Sentence = v.Arithmetic
	case spec.Pool:
		step := w.PoolStep(at)
		v.Arithmetic, v.Second = w.ArithmeticMax(step), w.ArithmeticAvg(step)
		v.Sentence = w.SayPool(step, language)
	default:
		step := w.Step(at)
		v.Arithmetic = w.Arithmetic(step, language)
		v.Sentence = w.Say(step, language)
	}
}

// gradient writes the sum that makes up the gradient of the hovered cell. In pooling, first is
// under max and second under average.
func (l *Lab) gradient() (first, second string) {
	w, c, done := l.walk, l.hovered.cell, l.state.Done
	at := "(" + strconv.Itoa(c.Row+1) + ", " + strconv.Itoa(c.Col+1) + ")"
	switch {
	case l.hovered.role == viz.KernelCell:
		m := l.drawnWindow() / (w.Edge * w.Edge)
		i := ((m*w.C+c.Channel)*w.F+c.Row)*w.F + c.Col
		return w.ArithmeticGradient("dW"+at, w.Contributions(trace.NudgeWeight, i, done, trace.MaxPooling)), ""
	case c.Row < 0 || c.Col < 0 || c.Row >= w.N || c.Col >= w.N:
		return l.t(text.NoGradient), ""
	}
	i := (c.Channel*w.N+c.Row)*w.N + c.Col
	if w.Kind == trace.Conv {
		return w.ArithmeticGradient("dX"+at, w.Contributions(trace.NudgeInput, i, done, trace.MaxPooling)), ""
	}
	return w.ArithmeticGradient(l.t(text.DXMax)+" "+at, w.Contributions(trace.NudgeInput, i, done, trace.MaxPooling)),
		w.ArithmeticGradient(l.t(text.DXAvg)+" "+at, w.Contributions(trace.NudgeInput, i, done, trace.AvgPooling))
}

func stageWords(l lang.Lang) viz.StageWords {
	return viz.StageWords{
		Input: text.Input.In(l), Channel: text.Channel.In(l), Kernel: text.Kernel.In(l), Filter: text.Filter.In(l),
		Products: text.Products.In(l), Window: text.Window.In(l), Output: text.Output.In(l),
		Max: text.Max.In(l), Average: text.Average.In(l), Bias: text.Bias.In(l), Gradient: text.Gradient.In(l),
		DX: "dX", DW: "dW", DB: "db", DXMax: text.DXMax.In(l), DXAvg: text.DXAvg.In(l), GX: text.GX.In(l),
	}
}
