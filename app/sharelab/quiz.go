package sharelab

import (
	"math/rand/v2"
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// question asks for a count of a setting. The setting is not the one on the page, because the page
// shows the answer.
type question struct {
	Setting Setting
	Dense   bool // it asks for the dense layer's weights, not the convolution's parameters
}

// ask returns question number n, counted from 1. The address holds the number.
func ask(n int) question {
	r := rand.New(rand.NewPCG(uint64(n), 0x5a7e))
	edge := []int{8, 10, 16, 28, 32}[r.IntN(5)]
	return question{Setting{edge, edge, []int{1, 2, 3}[r.IntN(3)], []int{3, 5}[r.IntN(2)], []int{2, 4, 6, 8, 10}[r.IntN(5)]}, n%3 == 0}
}

// answer returns the count that is asked for.
func (q question) answer() int64 {
	c, _ := q.Setting.Counts()
	if q.Dense {
		return c.Dense.Weights
	}
	return c.Conv.Params
}

// scoreName is the name under which the browser keeps the score.
const scoreName = "sharing"

// judge says whether an answer is right, and counts the first one for the score.
func (l *Lab) judge(typed string) {
	q, z := ask(l.state.Ask), &l.quiz
	n, ok := lang.ParseWhole(typed)
	if !ok {
		z.Said = text.NotCount.Fill(typed)
		return
	}
	want := q.answer()
	if z.Judge(&l.score, n == want) {
		z.Right(ui.Count(want))
		return
	}
	z.Said = hint(q, z.Misses)
}

// hint returns help after a wrong answer: first the formula, then its numbers.
func hint(q question, misses int) lang.Text {
	s := q.Setting
	h, w := s.H-s.F+1, s.W-s.F+1
	switch {
	case q.Dense && misses == 1:
		return text.HintDense.Fill(size(h, w, s.Filters))
	case q.Dense:
		return text.HintNumbers.Fill(ui.Count(int64(s.H*s.W*s.C)) + " · " + ui.Count(int64(h*w*s.Filters)))
	case misses == 1:
		return text.HintConv
	}
	return text.HintNumbers.Fill("(" + strconv.Itoa(s.F) + "·" + strconv.Itoa(s.F) + "·" + strconv.Itoa(s.C) + " + 1) · " + strconv.Itoa(s.Filters))
}

// nextQuestion shows question n, or none for 0.
func (l *Lab) nextQuestion(n int) {
	s := l.state
	s.Ask = n
	l.quiz = lab.Quiz{}
	l.Change(s)
}

func (l *Lab) onPredict(app.Context, app.Event) {
	if l.state.Ask > 0 {
		l.nextQuestion(0)
		return
	}
	l.nextQuestion(1)
}

func (l *Lab) onNextQuestion(ctx app.Context, _ app.Event) {
	l.nextQuestion(l.state.Ask%askLimit + 1)
	ctx.Defer(func(app.Context) {
		ui.SetField(lab.PredictInput, "") // go-app does not know what was typed
		ui.Focus(lab.PredictInput)
	})
}

func (l *Lab) onSee(app.Context, app.Event) { l.resize(ask(l.state.Ask).Setting, l.Change) }

func (l *Lab) onShow(app.Context, app.Event) {
	l.quiz.GiveUp(&l.score, ui.Count(ask(l.state.Ask).answer()))
	l.score.Remember(scoreName)
}

func (l *Lab) onCheck(app.Context, app.Event) { l.check() }

func (l *Lab) onPredictKey(ctx app.Context, e app.Event) {
	if ui.KeyOf(e.Value) != "Enter" {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	l.check()
}

// check judges the answer that was typed, unless the right one is shown.
func (l *Lab) check() {
	if l.quiz.Shown {
		return
	}
	l.judge(lab.Typed())
	l.score.Remember(scoreName)
}

// renderQuiz draws the question, its field and the score.
func (l *Lab) renderQuiz() app.UI {
	body := []app.UI{app.Div().Class("row").Body(
		lab.PredictButton(l.Page, l.state.Ask > 0, l.t(text.PredictHint), l.onPredict),
		app.Span().Class("muted").DataSet("test", "score").Text(l.score.Says(l.Page)),
	)}
	if l.state.Ask > 0 {
		q := ask(l.state.Ask)
		s := q.Setting
		asked := text.AskConv
		if q.Dense {
			asked = text.AskDense
		}
		buttons := lab.AnswerButtons(l.Page, l.onCheck, l.onShow)
		if l.quiz.Shown {
			buttons = []app.UI{
				lab.NextButton(l.t(text.NextQuestion), l.onNextQuestion),
				ui.Button(ui.ButtonProps{ID: "predict-see", Hook: "predict-see", Label: l.t(text.SeeIt)}, l.onSee),
			}
		}
		body = append(body, app.Div().Class("field").Body(
			app.Label().For(lab.PredictInput).Class("ask").Text(l.t(asked, size(s.H, s.W, s.C), s.Filters, strconv.Itoa(s.F)+"×"+strconv.Itoa(s.F))),
			lab.AnswerField("numeric").OnKeyDown(l.onPredictKey),
		), app.Div().Class("buttons").Body(buttons...))
	}
	return app.Section().Class("stack rule").Aria("label", lab.PredictName(l.Page)).Body(append(body, l.quiz.Told(l.Page))...)
}
