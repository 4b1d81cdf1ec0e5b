package invlab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// renderLesson draws the stop of the lesson.
func (l *Lab) renderLesson() app.UI {
	all := stops()
	turn := lab.Turn{ID: "stop", At: l.state.Stop, Of: len(all), OnPrev: l.onStopPrev, OnNext: l.onStopNext}
	body := all[l.state.Stop].Lesson(l.Page, turn)
	if app.IsServer { // a page without its program shows all stops, one below the other
		for _, s := range all[1:] {
			body = append(body, app.H2().Class("inv-more").Text(l.t(s.Title)), app.P().Text(l.t(s.Text)))
		}
	}
	return app.Section().Class("lesson stack").Body(body...)
}

// renderChoice draws the choice of the digit and of the shift.
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
			lab.Reset(l.Page, l.onReset),
		),
	)
}
