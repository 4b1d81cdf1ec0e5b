package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Canvas is a canvas element whose attributes never change after the first render (a changed size
// would clear it): its size on the page comes from its class, its pixels from Surface.Fit.
// Label says what is drawn, for who cannot see it.
func Canvas(id, hook, class, label string) app.UI {
	return app.Canvas().ID(id).Class(class).DataSet("test", hook).Attr("role", "img").Aria("label", label)
}
