package sharelab

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// question asks for a count before it is shown: of another setting than the one on the
// page, which would give it away.
type question struct {
	Setting Setting
	Dense   bool // asks for the dense layer's weights instead of the convolution's parameters
}

// ask is the question of a number in the address; 1 and on, each another one.
func ask(n int) question {
	r := rand.New(rand.NewPCG(uint64(n), 0x5a7e))
	edge := []int{8, 10, 16, 28, 32}[r.IntN(5)]
	return question{Setting{edge, edge, []int{1, 2, 3}[r.IntN(3)], []int{3, 5}[r.IntN(2)], []int{2, 4, 6, 8, 10}[r.IntN(5)]}, n%3 == 0}
}

// answer is the count asked for.
func (q question) answer() int64 {
	c, _ := q.Setting.Counts()
	if q.Dense {
		return c.Dense.Weights
	}
	return c.Conv.Params
}

// parseCount reads a whole number as people write it: 14,450,688 or 14 450 688.
func parseCount(typed string) (int64, bool) {
	n, err := strconv.ParseInt(strings.NewReplacer(",", "", " ", "", "\u00a0", "", "_", "").Replace(typed), 10, 64)
	return n, err == nil
}

// quiz is what the address does not carry of a question.
type quiz struct {
	misses int
	shown  bool
	said   string
}

// scoreName is what the score is remembered by.
const scoreName = "sharing"

// judge takes an answer. Only the first one to a question counts.
func (l *Lab) judge(typed string) {
	q, z := ask(l.state.Ask), &l.quiz
	n, ok := parseCount(typed)
	if !ok {
		z.said = l.t(text.NotCount, typed)
		return
	}
	if z.misses == 0 {
		l.score.Asked++
	}
	want := q.answer()
	if n == want {
		if z.misses == 0 {
			l.score.Right++
		}
		z.shown, z.said = true, l.t(text.Right, ui.Count(want))
		return
	}
	z.misses++
	z.said = l.hint(q, z.misses)
}

// hint helps after a miss: first with the formula, then with the numbers in it.
func (l *Lab) hint(q question, misses int) string {
	s := q.Setting
	h, w := s.H-s.F+1, s.W-s.F+1
	switch {
	case q.Dense && misses == 1:
		return l.t(text.HintDense, size(h, w, s.Filters))
	case q.Dense:
		return l.t(text.HintNumbers, ui.Count(int64(s.H*s.W*s.C))+" · "+ui.Count(int64(h*w*s.Filters)))
	case misses == 1:
		return l.t(text.HintConv)
	}
	return l.t(text.HintNumbers, "("+strconv.Itoa(s.F)+"·"+strconv.Itoa(s.F)+"·"+strconv.Itoa(s.C)+" + 1) · "+strconv.Itoa(s.Filters))
}

func (l *Lab) nextQuestion(n int) {
	s := l.state
	s.Ask = n
	l.quiz = quiz{}
	l.change(s)
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
		if field := app.Window().GetElementByID("predict-input"); field.Truthy() {
			field.Set("value", "") // go-app does not know what was typed
			field.Call("focus")
		}
	})
}

func (l *Lab) onSee(app.Context, app.Event) { l.resize(ask(l.state.Ask).Setting, true) }

func (l *Lab) onShow(app.Context, app.Event) {
	if l.quiz.misses == 0 {
		l.score.Asked++
	}
	l.quiz.misses++
	l.quiz.shown, l.quiz.said = true, l.t(text.ItIs, ui.Count(ask(l.state.Ask).answer()))
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

func (l *Lab) check() {
	if l.quiz.shown {
		return
	}
	l.judge(app.Window().GetElementByID("predict-input").Get("value").String())
	l.score.Remember(scoreName)
}

// predict asks for a count before it is shown.
func (l *Lab) predict() app.UI {
	pressed := ui.Up
	if l.state.Ask > 0 {
		pressed = ui.Down
	}
	body := []app.UI{app.Div().Class("row").Body(
		ui.Button(ui.ButtonProps{ID: "predict", Hook: "predict", Label: l.t(text.Predict), Title: l.t(text.PredictHint), Pressed: pressed}, l.onPredict),
		app.Span().Class("muted").DataSet("test", "score").Text(l.t(text.Score, l.score.Right, l.score.Asked)),
	)}
	if l.state.Ask > 0 {
		q := ask(l.state.Ask)
		s := q.Setting
		asked := text.AskConv
		if q.Dense {
			asked = text.AskDense
		}
		next := app.Div().Class("buttons").Body(
			ui.Button(ui.ButtonProps{ID: "predict-check", Hook: "predict-check", Label: l.t(text.Check), Emphasis: ui.Primary}, l.onCheck),
			ui.Button(ui.ButtonProps{ID: "predict-show", Hook: "predict-show", Label: l.t(text.ShowAnswer), Emphasis: ui.Quiet}, l.onShow),
		)
		if l.quiz.shown {
			next = app.Div().Class("buttons").Body(
				ui.Button(ui.ButtonProps{ID: "predict-next", Hook: "predict-next", Label: l.t(text.NextQuestion), Emphasis: ui.Primary}, l.onNextQuestion),
				ui.Button(ui.ButtonProps{ID: "predict-see", Hook: "predict-see", Label: l.t(text.SeeIt)}, l.onSee),
			)
		}
		body = append(body, app.Div().Class("field").Body(
			app.Label().For("predict-input").Class("ask").Text(l.t(asked, size(s.H, s.W, s.C), s.Filters, strconv.Itoa(s.F)+"×"+strconv.Itoa(s.F))),
			app.Input().Type("text").ID("predict-input").DataSet("test", "predict-input").Attr("inputmode", "numeric").Attr("autocomplete", "off").OnKeyDown(l.onPredictKey),
		), next)
	}
	body = append(body, app.P().Class("predict-said").DataSet("test", "predict-said").Attr("role", "status").Text(l.quiz.said))
	return app.Section().Class("stack rule").Aria("label", l.t(text.Predict)).Body(body...)
}
