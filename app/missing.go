package app

import (
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// missing is the page for an address where there is none.
type missing struct {
	app.Compo
	Page ui.Page
}

// OnNav names the page.
func (m *missing) OnNav(ctx app.Context) { m.Page.Head(ctx, text.MissingTitle, text.MissingText) }

// Render draws the page.
func (m *missing) Render() app.UI {
	p := m.Page
	return p.Frame(nil,
		app.Article().Class("missing").DataSet("test", "missing").Body(
			app.H1().Text(p.T(text.MissingTitle)),
			app.P().Text(p.T(text.MissingText)),
			links(p),
		),
	)
}

// links leads to what there is.
func links(p ui.Page) app.UI {
	return app.Div().Class("buttons").Body(
		app.A().Class("button button-primary button-link").Href(p.Link("/train")).Text(p.T(text.GoTrain)),
		app.A().Class("button button-link").Href(p.Link("/")).Text(p.T(text.GoHome)),
	)
}
