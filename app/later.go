package app

import (
	"strconv"

	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// later is the page of a lab that is being built: what it will hold, and where to go
// meanwhile.
type later struct {
	app.Compo
	Page ui.Page
}

func (l *later) entry() (number int, e entry) {
	for i, e := range entries() {
		if e.Path == l.Page.Path {
			return i + 1, e
		}
	}
	panic("app: no entry for " + strconv.Quote(l.Page.Path))
}

// OnNav names the page.
func (l *later) OnNav(ctx app.Context) {
	_, e := l.entry()
	l.Page.Head(ctx, e.Name, e.Holds)
}

// Render draws the page.
func (l *later) Render() app.UI {
	p := l.Page
	number, e := l.entry()
	return p.Frame(nil,
		app.Article().Class("later").DataSet("test", "later").Body(
			app.Header().Body(
				app.P().Class("path-meta").Body(
					app.Span().Text(number),
					app.Span().Class("status-later").Text(p.T(text.Later)),
				),
				app.H1().Text(p.T(e.Name)),
			),
			app.P().Class("lead").Text(p.T(e.Question)),
			app.P().Text(p.T(e.Holds)),
			app.P().Class("muted").Text(p.T(text.LaterUntil)),
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
