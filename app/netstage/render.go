package netstage

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// The ids of the parts, after the stage's own.
const (
	atBox    = "-box"    // what the stage may cover; it scrolls sideways
	atInk    = "-ink"    // the canvas
	atOver   = "-over"   // frames, lines and hooks
	atSaid   = "-said"   // the sentence
	atFilter = "-filter" // the weights of the shown unit
)

// Render returns the stage's elements. They are the same in every render, and Frame fills them.
// below is what the lab adds beneath the sentence.
func (s *Stage) Render(below app.UI) app.UI {
	return app.Div().ID(s.ID).Class("layers-stage").Body(
		app.Div().ID(s.ID+atBox).Class("layers-stage-box").DataSet("test", "net-stage").TabIndex(0).
			Attr("role", "application").Aria("label", text.Label.In(s.lang)).Aria("describedby", s.ID+atSaid).Body(
			app.Canvas().ID(s.ID+atInk).Class("layers-stage-ink").Aria("hidden", "true"),
			app.Div().ID(s.ID+atOver).Class("layers-stage-over"),
		),
		app.Div().Class("layers-stage-line").Body(
			app.Div().Body(
				app.P().ID(s.ID+atSaid).Class("layers-stage-said").DataSet("test", "stage-said").Text(text.Hint.In(s.lang)),
				below,
			),
			app.Canvas().ID(s.ID+atFilter).Class("layers-stage-filter").DataSet("test", "stage-filter").Aria("hidden", "true"),
		),
	)
}
