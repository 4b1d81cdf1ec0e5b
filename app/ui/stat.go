package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Stat is a figure with its name. Later values are set with SetText(id, ...), which changes one
// text node without a render. So every render must pass the same first value; "" shows a dash.
func Stat(id, hook, label, value string) app.UI {
	if value == "" {
		value = "–"
	}
	return app.Div().Class("stat").Body(
		app.Dt().Class("stat-label").Text(label),
		app.Dd().ID(id).Class("stat-value").DataSet("test", hook).Text(value),
	)
}

// StatAt is a Stat with the time of its measurement under its name. The time is in the element with
// the id at, and is set with SetText like the value.
func StatAt(id, hook, label, at string) app.UI {
	return app.Div().Class("stat").Body(
		app.Dt().Class("stat-label").Body(
			app.Text(label+" "),
			app.Span().ID(at).Class("stat-at").DataSet("test", at).Text("\u00a0"),
		),
		app.Dd().ID(id).Class("stat-value").DataSet("test", hook).Text("–"),
	)
}

// Stats is a list of Stat.
func Stats(stats ...app.UI) app.UI { return app.Dl().Class("stats").Body(stats...) }
