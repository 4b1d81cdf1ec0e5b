package window

import (
	"strings"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func (l *Lab) onUndo(app.Context, app.Event)       { l.undo() }
func (l *Lab) onRedo(app.Context, app.Event)       { l.redo() }
func (l *Lab) onRandom(app.Context, app.Event)     { l.fill(Source{FromRandom, l.randomSeed()}) }
func (l *Lab) onZeros(app.Context, app.Event)      { l.fill(Source{Kind: FromZeros}) }
func (l *Lab) onDigit(app.Context, app.Event)      { l.fill(Source{FromDigit, l.randomSeed() % 1000}) }
func (l *Lab) onPaint(app.Context, app.Event)      { l.brush.on = !l.brush.on; l.repaint() }
func (l *Lab) onReset(app.Context, app.Event)      { l.reset() }
func (l *Lab) onStopPrev(app.Context, app.Event)   { l.goToStop(l.previous()) }
func (l *Lab) onStopNext(app.Context, app.Event)   { l.goToStop(l.stop + 1) }
func (l *Lab) onShiftLeft(app.Context, app.Event)  { l.countShift(0, -1, text.ShiftLeft) }
func (l *Lab) onShiftRight(app.Context, app.Event) { l.countShift(0, 1, text.ShiftRight) }
func (l *Lab) onShiftUp(app.Context, app.Event)    { l.countShift(-1, 0, text.ShiftUp) }
func (l *Lab) onShiftDown(app.Context, app.Event)  { l.countShift(1, 0, text.ShiftDown) }
func (l *Lab) onNudge(app.Context, app.Event)      { l.nudge() }
func (l *Lab) onCheck(app.Context, app.Event)      { l.check() }
func (l *Lab) onShowAnswer(app.Context, app.Event) { l.showAnswer() }

// onNextQuestion asks about the next window. The focus goes to the field for the answer.
func (l *Lab) onNextQuestion(_ app.Context, e app.Event) {
	l.next()
	l.repaint()
	if finePointer() || e.Get("detail").Int() == 0 {
		l.afterwards(func() { selectField(lab.PredictInput) })
	}
}

// onStopBack goes back to the stop that was left. Its own button goes away, so the focus moves to
// the button for the next stop.
func (l *Lab) onStopBack(app.Context, app.Event) {
	l.goToStop(l.stop)
	l.afterwards(func() { ui.Focus("stop-next") })
}

// onInk takes the value to paint with. If the field is empty, a stroke paints with the value
// of its first cell.
func (l *Lab) onInk(ctx app.Context, _ app.Event) {
	typed := ctx.JSSrc().Get("value").String()
	l.refused = refusal{}
	if strings.TrimSpace(typed) == "" {
		l.brush.set = false
		return
	}
	v, err := trace.ParseCell(typed)
	if err != nil {
		l.refused = refusal{err, atInk}
		return
	}
	l.brush.set, l.brush.value = true, v
}

// onNearest takes the nearest possible setting, which the refusal offered.
func (l *Lab) onNearest(app.Context, app.Event) {
	if p, ok := l.refused.err.(*trace.Problem); ok {
		l.resize(p.Nearest, trace.Field(l.refused.field))
	}
}

// SetNumber takes the value of a numeric control.
func (l *Lab) SetNumber(_ app.Context, id string, value float64) {
	f := trace.Field(id[len("param-"):])
	l.resize(l.state.Setting.With(f, int(value)), f)
}

// SetChoice takes the choice made in a list or in a row of buttons.
func (l *Lab) SetChoice(_ app.Context, id, value string) {
	switch id {
	case "preset":
		if p, ok := trace.PresetOf(l.Kind, value); ok {
			l.list.passing = l.list.passing && l.list.keyed
			l.open(p, l.state.Tab)
			l.list.passing = l.list.keyed
		}
	case "padding":
		p := map[string]int{"valid": 0, "same": trace.Same, "number": max(1, l.walk.Pad)}[value]
		l.resize(l.state.Setting.With(trace.FieldP, p), trace.FieldP)
	case "count":
		to := l.state.Setting
		to.CountPad = value == "count"
		l.resize(to, trace.FieldP)
	case "tab":
		l.pause()
		s := l.state
		s.Tab, s.Ask, s.Done = Forward, false, 0
		if value == "backward" {
			s.Tab = Backward
		}
		l.probe = probe{at: l.probe.at}
		l.change(s)
		l.findStop()
	case "predict-what":
		l.quiz = quiz{average: value == "avg"}
		l.repaint()
	}
}

// afterwards calls f once the page is rendered. It uses the lab's context, because go-app drops
// what the context of a removed button has deferred.
func (l *Lab) afterwards(f func()) { l.Ctx.Defer(func(app.Context) { f() }) }

// onPredict turns the questions on or off. The focus goes to the field for the answer, unless a
// finger pressed the button: then the screen's keyboard would cover half of the page.
func (l *Lab) onPredict(_ app.Context, e app.Event) {
	l.pause()
	l.state.Ask = !l.state.Ask
	l.quiz = quiz{average: l.quiz.average}
	if l.state.Ask && l.state.Done == l.walk.Steps() {
		l.state.Done = 0
	}
	l.Write(true)
	l.repaint()
	if l.state.Ask && l.painter != nil {
		l.painter.announce = true
	}
	asks, byKey := l.state.Ask, e.Get("detail").Int() == 0
	l.afterwards(func() {
		if asks && (finePointer() || byKey) {
			selectField(lab.PredictInput)
		} else {
			ui.Focus("predict")
		}
		bringStage(asks)
	})
}

// onPredictKey notes that Enter is down, and onPredictKeyUp checks the answer when it is let go.
// The focus then moves to the button for the next question. If the check came with the key going
// down, the same Enter would press that button too.
func (l *Lab) onPredictKey(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	l.quiz.enterDown = ui.KeyOf(e.Value) == "Enter"
}

func (l *Lab) onPredictKeyUp(ctx app.Context, e app.Event) {
	if !l.quiz.enterDown || ui.KeyOf(e.Value) != "Enter" {
		ctx.PreventUpdate()
		return
	}
	l.quiz.enterDown = false
	l.check()
}

// check judges what was typed.
func (l *Lab) check() {
	typed := lab.Typed()
	l.refused = refusal{l.answer(typed), atAnswer}
	l.score.Remember(l.Course.Name)
	if l.quiz.Shown {
		l.Write(false)
		l.afterwards(func() { ui.Focus("predict-next") })
		return
	}
	l.afterwards(func() { selectField(lab.PredictInput) })
}

// showAnswer gives up on the question and shows its answer.
func (l *Lab) showAnswer() {
	if !l.asking() {
		return
	}
	l.quiz.GiveUp(&l.score, trace.About(l.wanted(l.state.Done), 4))
	l.walkTo(l.state.Done + 1)
	l.score.Remember(l.Course.Name)
}

// onFile reads a picture into the input.
func (l *Lab) onFile(app.Context, app.Event) {
	n, c := l.walk.N, min(l.walk.C, 3)
	readPicture(n, func(rgb []float32, ok bool) {
		l.Act(func() {
			if !ok {
				l.refused = refusal{errPicture{}, atFile}
				return
			}
			l.takePicture(rgb, n, c)
		})
	})
}

// errPicture is the error for a file that could not be read as a picture.
type errPicture struct{}

func (errPicture) Error() string         { return text.NoPicture.In(lang.En) }
func (errPicture) In(l lang.Lang) string { return text.NoPicture.In(l) }

// takePicture makes a picture rgb, [3, n, n] in [0, 1], the input. For an input of fewer than three
// channels it takes the luminance. c is how many channels of the input the picture can fill.
func (l *Lab) takePicture(rgb []float32, n, c int) {
	if n != l.walk.N {
		return // the input was resized meanwhile
	}
	area := n * n
	if c < 3 {
		grey := make([]float32, area)
		for i := range grey {
			grey[i] = 0.299*rgb[i] + 0.587*rgb[area+i] + 0.114*rgb[2*area+i] // Rec. 601
		}
		rgb, c = grey, 1
	}
	l.pause()
	s := l.state
	s.X = trace.Resample(rgb, c, n, n, l.walk.C, n)
	s.Done = 0
	l.change(s)
	l.anchor = l.state
}

// countShift writes how many outputs change if the input shifts by dr rows and dc columns. way is
// the name of the direction.
func (l *Lab) countShift(dr, dc int, way lang.Text) {
	n := l.walk.CountShift(dr, dc)
	share := func(v float64) string { return trace.About(100*v, 0) + "%" }
	l.shift = l.t(text.ShiftResult, l.t(way), n.Max, n.Pooled, share(n.MaxBy), n.Avg, share(n.AvgBy), n.Pixels, n.Cells, share(n.PixelsBy))
}

// pick chooses the cell whose gradient a nudge checks. A cell that the Tab key only passes (chosen
// is false) does not replace one that was chosen by a click or an arrow key.
func (l *Lab) pick(at place, chosen bool) {
	if _, ok := l.state.valueAt(at); !ok || l.state.Tab == Forward || at.Role == viz.OutputCell || l.probe.chosen && !chosen {
		return
	}
	l.probe.at, l.probe.on, l.probe.chosen = at, true, chosen
}

// nudge checks the gradient of the picked cell, or else of the window's first input cell.
func (l *Lab) nudge() {
	p := l.probe.at
	if p.Role == viz.SpreadCell {
		p.Role = viz.InputCell // the same input, drawn twice
	}
	if _, _, stands := l.state.slot(p); !l.probe.on || !stands {
		m, row, col := l.walk.At(l.drawnWindow())
		p = place{Role: viz.InputCell, Row: max(0, l.walk.Corner(row)), Col: max(0, l.walk.Corner(col))}
		if l.Kind == trace.Pool {
			p.Channel = m
		}
	}
	_, index, ok := l.state.slot(p)
	if !ok {
		return
	}
	name, target := l.t(text.NameInput, p.Row+1, p.Col+1, p.Channel+1), trace.NudgeInput
	switch p.Role {
	case viz.KernelCell:
		name, target = l.t(text.NameWeight, p.Row+1, p.Col+1, p.Channel+1, p.Filter+1), trace.NudgeWeight
	case viz.BiasCell:
		name, target = l.t(text.NameBias, p.Filter+1), trace.NudgeBias
	}
	if l.Kind == trace.Conv {
		l.probe.result = l.sayNudge(name, l.walk.Nudge(target, index, trace.MaxPooling))
		return
	}
	l.probe.result = l.t(text.Max) + ": " + l.sayNudge(name, l.walk.Nudge(target, index, trace.MaxPooling)) + " " +
		l.t(text.Average) + ": " + l.sayNudge(name, l.walk.Nudge(target, index, trace.AvgPooling))
}

func (l *Lab) sayNudge(name string, n trace.Nudge) string {
	num := func(v float64) string { return trace.About(v, 3) }
	if n.Kink {
		return l.t(text.NudgeKink, name, num(n.Below), num(n.Above), num(n.Gradient))
	}
	verdict := text.NudgeAgrees
	if !n.Agrees {
		verdict = text.NudgeDiffers
	}
	return l.t(verdict, name, num(n.Value), num(n.Down), num(n.Up), num(n.Slope), num(n.Gradient))
}

func fieldName(f trace.Field) lang.Text {
	switch f {
	case trace.FieldN:
		return text.FieldN
	case trace.FieldC:
		return text.FieldC
	case trace.FieldF:
		return text.FieldF
	case trace.FieldS:
		return text.FieldS
	case trace.FieldP:
		return text.FieldP
	case trace.FieldD:
		return text.FieldD
	}
	return text.FieldFilters
}
