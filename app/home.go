package app

import (
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// home is the page /: what Stridelab is, and the path through the labs.
type home struct {
	app.Compo
	Page ui.Page
}

// OnNav names the page.
func (h *home) OnNav(ctx app.Context) { h.Page.Head(ctx, text.HomeTitle, text.HomeDescription) }

// Render draws the page.
func (h *home) Render() app.UI {
	p := h.Page
	return p.Frame(nil,
		app.Section().Class("intro").Body(
			app.Div().Body(
				app.H1().Text(p.T(text.Headline)),
				app.P().Class("lead").Text(p.T(text.Lead)),
				app.Div().Class("buttons").Body(
					app.A().Class("button button-primary button-link").Href(p.Link("/train")).Text(p.T(text.Start)),
				),
			),
			h.figure(),
		),
		app.Section().Class("path").Aria("labelledby", "path-title").Body(
			app.H2().ID("path-title").Text(p.T(text.PathTitle)),
			app.Ol().Class("path-list").Body(h.path()...),
		),
	)
}

func (h *home) figure() app.UI {
	p := h.Page
	edge := newEdgeFigure()
	return app.Figure().Class("edge-figure").Body(
		app.Raw(edge.Scene(p.T(text.Figure)).SVG()),
		app.FigCaption().Body(
			app.P().Text(p.T(text.FigureCaption)),
			app.P().Class("figure-keys").Body(
				app.Span().Class("key-window").Text(p.T(text.FigureWindow)),
				app.Span().Class("key-result").Text(p.T(text.FigureResult, formatSigned(edge.Result))),
			),
		),
	)
}

func (h *home) path() []app.UI {
	p := h.Page
	items := []app.UI{}
	for i, lab := range ui.Labs() {
		items = append(items, app.Li().Class("path-item").DataSet("test", "lab-entry").Body(
			app.Span().Class("path-number").Text(i+1),
			app.Div().Body(
				app.H3().Body(app.A().Href(p.Link(lab.Path)).Text(p.T(lab.Title))),
				app.P().Class("path-question").Text(p.T(lab.Question)),
				app.P().Class("path-meta").Body(
					app.Span().Text(p.T(text.Minutes, lab.Minutes)),
				),
			),
		))
	}
	return items
}
