package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

type header struct {
	app.Compo
	Page Page
	Keys []Key
}

func (h *header) Render() app.UI {
	return app.Header().Class("site-header").Body(app.Text("Stridelab"))
}
