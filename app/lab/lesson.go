package lab

import (
	"strconv"
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Stop is a stop of a lesson: three to six sentences, and a question whose answer is folded
// away.
type Stop struct {
	Title            lang.Text
	Text             lang.Text
	Question, Answer lang.Text
}

// Texts are all that the stop says.
func (s Stop) Texts() []lang.Text { return []lang.Text{s.Title, s.Text, s.Question, s.Answer} }

// Turn is where a lesson is, and the way to the stops beside it.
type Turn struct {
	ID     string // begins the ids of the buttons
	At, Of int    // stop At of Of; the first is 0

	OnPrev, OnNext app.EventHandler
}

// Lesson draws a stop: where it is, what it says, and the way to the stops beside it.
func (s Stop) Lesson(p ui.Page, at Turn) []app.UI {
	body := []app.UI{Where(at.Where(p)), app.H2().Text(p.T(s.Title))}
	return append(append(body, s.Body(p, at.At)...), at.Buttons(p, at.At == 0))
}

// Body is what stop number at says, without its title.
func (s Stop) Body(p ui.Page, at int) []app.UI {
	return []app.UI{
		app.P().Text(Bound(p.T(s.Text))),
		app.P().Class("question").Text(Bound(p.T(s.Question))),
		&answer{Page: p, Stop: at, Text: s.Answer},
	}
}

// Where is the line above a stop's title.
func Where(s string) app.UI { return app.P().Class("small muted").DataSet("test", "stop").Text(s) }

// Where says which stop of how many it is.
func (t Turn) Where(p ui.Page) string { return p.T(text.StopOf, t.At+1, t.Of) }

// Buttons lead to the stops beside this one. With first there is none before it.
func (t Turn) Buttons(p ui.Page, first bool) app.UI {
	prev := ui.ButtonProps{ID: t.ID + "-prev", Hook: "stop-prev", Label: "‹ " + p.T(text.StopPrevious), Title: "PageUp", Emphasis: ui.Quiet}
	if first {
		prev.Disabled = p.T(text.FirstStop)
	}
	next := ui.ButtonProps{ID: t.ID + "-next", Hook: "stop-next", Label: p.T(text.StopNext) + " ›", Title: "PageDown", Emphasis: ui.Quiet}
	if t.At == t.Of-1 {
		next.Disabled = p.T(text.LastStop)
	}
	return app.Div().Class("buttons").Body(ui.Button(prev, t.OnPrev), ui.Button(next, t.OnNext))
}

// Bound keeps both sides of an equation on one line.
func Bound(s string) string { return strings.ReplaceAll(s, " = ", "\u00a0=\u00a0") }

// answer is a stop's answer, folded away. Each stop has a component of its own, so that the
// answer of the next stop is folded away again.
type answer struct {
	app.Compo
	Page ui.Page
	Stop int
	Text lang.Text
}

// CompoID tells the answers of the stops apart.
func (a *answer) CompoID() string { return "answer-" + strconv.Itoa(a.Stop) }

// Render draws the disclosure.
func (a *answer) Render() app.UI { return Answer(a.Page, text.Answer, Bound(a.Page.T(a.Text))) }

// Answer is an answer, folded away behind a label.
func Answer(p ui.Page, label lang.Text, answer string) app.UI {
	return app.Details().Class("answer").Body(app.Summary().Text(p.T(label)), app.P().Text(answer))
}

// TurnKey is the row of the lesson's stops in the key help.
func TurnKey() ui.Key { return ui.Key{Keys: "PgUp PgDn", Does: text.KeyStops} }

// Reset is the button that puts everything back to how the lab begins.
func Reset(p ui.Page, press app.EventHandler) app.UI {
	return ui.Button(ui.ButtonProps{ID: "reset-all", Hook: "reset-all", Label: p.T(text.ResetAll), Title: "R"}, press)
}

// ResetKey is Reset's row of the key help.
func ResetKey() ui.Key { return ui.Key{Keys: "R", Does: text.ResetAll} }
