package invlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderLesson is the stop: its sentences, one question, and the way to the next.
func (l *Lab) renderLesson() app.UI {
	all := stops()
	s := all[l.state.Stop]
	body := []app.UI{
		app.P().Class("small muted").DataSet("test", "stop").Text(ui.StopOf(l.Page, l.state.Stop, len(all))),
		app.H2().Text(l.t(s.Title)),
		app.P().Text(l.t(s.Text)),
		app.P().Class("question").Text(l.t(s.Question)),
		// Each stop has its own, so that the next one's answer is folded away again.
		&answer{Page: l.Page, Stop: l.state.Stop, Text: s.Answer},
		ui.Turn(l.Page, "stop", l.state.Stop == 0, l.state.Stop == len(all)-1, l.onStopPrev, l.onStopNext),
	}
	if app.IsServer { // without the program all stops stand below each other
		for _, s := range all[1:] {
			body = append(body, app.H2().Class("inv-more").Text(l.t(s.Title)), app.P().Text(l.t(s.Text)))
		}
	}
	return app.Section().Class("lesson stack").Body(body...)
}

// answer is a stop's answer behind a disclosure.
type answer struct {
	app.Compo
	Page ui.Page
	Stop int
	Text lang.Text
}

// CompoID tells the stops' answers apart, so that go-app makes a new one, closed.
func (a *answer) CompoID() string { return "answer-" + strconv.Itoa(a.Stop) }

// Render draws the disclosure.
func (a *answer) Render() app.UI { return ui.Answer(a.Page, a.Page.T(a.Text)) }

// renderChoice chooses the digit and the shift.
func (l *Lab) renderChoice() app.UI {
	class := 0
	ink := make([]float32, edge*edge)
	class = l.digits.Draw(l.state.Digit, ink)
	classes := []ui.Option{}
	for c := range 10 {
		classes = append(classes, ui.Option{Value: strconv.Itoa(c), Label: strconv.Itoa(c)})
	}
	presetOptions := []ui.Option{}
	for _, p := range presets() {
		presetOptions = append(presetOptions, ui.Option{Value: p.ID, Label: l.t(presetName(p.ID))})
	}
	chosen := l.state.preset()
	l.preset = chosen
	if chosen == "own" {
		presetOptions = append(presetOptions, ui.Option{Value: "own", Label: l.t(presetName("own"))})
	}
	return app.Section().Class("stack rule").Aria("label", l.t(text.Choose)).Body(
		app.Div().Class("inv-digit").Body(
			&ui.Select{ID: "digit", Hook: "digit", Label: l.t(text.Class), Value: strconv.Itoa(class), Options: classes, To: l},
			&ui.Number{Lang: l.Page.Lang, ID: "sample", Hook: "sample", Label: l.t(text.Number), Value: float64(l.state.Digit), Min: 0, Max: lastDigit, Integer: true, To: l},
		),
		&ui.Select{ID: "preset", Hook: "preset", Label: l.t(text.Preset), Value: chosen, Options: presetOptions, To: l},
		app.Div().Class("buttons").Body(
			ui.Button(ui.ButtonProps{ID: "next-digit", Hook: "next-digit", Label: l.t(text.NextDigit, class)}, l.onNextDigit),
			ui.Reset(l.Page, l.onReset),
		),
	)
}
