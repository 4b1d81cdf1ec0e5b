package ui

import (
	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Note is a short text under a lab.
type Note struct{ Title, Text lang.Text }

// Section draws the note.
func (n Note) Section(p Page) app.UI {
	return app.Section().Class("stack").Body(app.H2().Text(p.T(n.Title)), app.P().Text(p.T(n.Text)))
}

// Notes draws the notes of a lab, as many beside each other as fit.
func Notes(p Page, notes []Note) app.UI {
	all := make([]app.UI, len(notes))
	for i, n := range notes {
		all[i] = n.Section(p)
	}
	return app.Div().Class("notes").Body(all...)
}
