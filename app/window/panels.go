package window

import (
	"stridelab/app/lab"
	"stridelab/app/trace"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderQuiz draws the question about the next value.
func (l *Lab) renderQuiz() app.UI {
	if l.state.Tab == Backward {
		return app.Div()
	}
	score := ""
	if l.score.Asked > 0 {
		score = l.score.Says(l.Page)
	}
	body := []app.UI{
		lab.PredictButton(l.Page, l.state.Ask, l.t(text.PredictHint), l.onPredict),
	}
	if l.state.Ask {
		body = append(body, l.renderQuestion()...)
	} else {
		body = append(body, app.Span().Class("small muted").Text(l.t(text.PredictHint)))
	}
	told := l.quiz.Quiz
	if !l.state.Ask {
		told = lab.Quiz{}
	}
	body = append(body, app.Span().Class("score").DataSet("test", "score").Text(score), told.Told(l.Page))
	return app.Section().Class("predict").Aria("label", lab.PredictName(l.Page)).Body(body...)
}

func (l *Lab) renderQuestion() []app.UI {
	if l.state.Done == l.walk.Steps() && !l.quiz.Shown {
		return []app.UI{app.P().Text(l.t(text.AllAnswered))}
	}
	form := []app.UI{}
	if l.Kind == trace.Pool {
		value := "max"
		if l.quiz.average {
			value = "avg"
		}
		form = append(form, &ui.Segmented{ID: "predict-what", Hook: "predict-what", Label: l.t(text.PredictWhat), Value: value, To: l, Options: []ui.Option{
			{Value: "max", Label: l.t(text.Max)}, {Value: "avg", Label: l.t(text.Average)}}})
	}
	if l.quiz.Shown {
		return append(form, lab.NextButton(l.t(text.NextQuestion), l.onNextQuestion))
	}
	label := text.PredictLabel
	if l.Kind == trace.Pool && !l.quiz.average {
		label = text.PredictLabelMax
	}
	return append(form,
		app.Div().Class("field").Body(
			app.Label().For(lab.PredictInput).Text(l.t(label)),
			app.Div().Class("predict-row").Body(append(
				[]app.UI{lab.AnswerField("text").Aria("invalid", l.refused.says(atAnswer, l.Page.Lang) != "").Aria("describedby", "answer-error").OnKeyDown(l.onPredictKey).OnKeyUp(l.onPredictKeyUp)},
				lab.AnswerButtons(l.Page, l.onCheck, l.onShowAnswer)...)...),
			l.refusalText("answer-error", atAnswer),
		))
}

// renderBackTools draws the button that checks a gradient by changing one number a little.
func (l *Lab) renderBackTools() app.UI {
	if l.state.Tab == Forward {
		return app.Div()
	}
	explain := text.BackwardConv
	if l.Kind == trace.Pool {
		explain = text.BackwardPool
	}
	return app.Section().Class("stack rule").Aria("label", l.t(text.Nudge)).Body(
		app.P().Class("small").Text(l.t(explain)),
		app.Div().Class("buttons").Body(ui.Button(ui.ButtonProps{ID: "nudge", Hook: "nudge", Label: l.t(text.Nudge), Title: l.t(text.NudgeHint)}, l.onNudge)),
		app.P().Class("small").DataSet("test", "nudge-result").Attr("role", "status").Text(l.probe.result),
	)
}

// renderShiftTools draws the buttons that shift the input of a pooling by one cell, and the count
// of the outputs that change.
func (l *Lab) renderShiftTools() app.UI {
	button := func(hook, label, name string, press app.EventHandler) app.UI {
		return app.Button().Type("button").Class("button").DataSet("test", hook).Aria("label", name).OnClick(press).Text(label)
	}
	return app.Section().Class("note stack").Aria("label", l.t(text.Shift)).Body(
		app.H2().Text(l.t(text.Shift)),
		app.P().Text(l.t(text.ShiftHint)),
		app.Div().Class("buttons").Body(
			button("shift-left", "←", l.t(text.ShiftLeft), l.onShiftLeft), button("shift-right", "→", l.t(text.ShiftRight), l.onShiftRight),
			button("shift-up", "↑", l.t(text.ShiftUp), l.onShiftUp), button("shift-down", "↓", l.t(text.ShiftDown), l.onShiftDown),
		),
		app.P().DataSet("test", "shift-result").Attr("role", "status").Text(l.shift),
	)
}
