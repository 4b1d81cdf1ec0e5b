package lab

import (
	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Root is the element around a lab, with the name that tests find it by and a class for the
// lab's own styles.
func Root(name, class string) app.HTMLDiv {
	return app.Div().Class("lab-page "+class).DataSet("test", "lab").DataSet("lab", name)
}

// Head is the top of a lab: its title, a sentence or two, and its notice.
func Head(p ui.Page, title, lead lang.Text, notice app.UI) app.UI {
	return app.Div().Class("lab-head").Body(app.H1().Text(p.T(title)), app.P().Class("lab-lead").Text(p.T(lead)), notice)
}
