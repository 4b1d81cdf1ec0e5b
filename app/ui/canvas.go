package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Canvas is a canvas element. Its attributes do not change after the first render, since a new size
// would clear it. Its size on the page comes from the class, and its pixels from Surface.Fit. label
// describes the drawing for a screen reader.
func Canvas(id, hook, class, label string) app.UI {
	return app.Canvas().ID(id).Class(class).DataSet("test", hook).Attr("role", "img").Aria("label", label)
}
