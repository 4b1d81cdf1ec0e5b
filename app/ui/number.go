package ui

import (
	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// NumberSetter takes the values of Number controls. The page implements it.
type NumberSetter interface {
	// SetNumber is called on the UI goroutine with a value the control has accepted.
	SetNumber(ctx app.Context, id string, value float64)
}

// Number is a labelled numeric field. A typed value that is no number, or lies outside
// [Min, Max], is refused with a reason and the old value stays.
type Number struct {
	app.Compo
	Lang     lang.Lang
	ID       string // also passed to SetNumber
	Hook     string // data-test
	Label    string
	Hint     string // a line under the field, may be empty
	Value    float64
	Min, Max float64
	Step     float64 // arrow keys; 0 leaves it to the browser
	Integer  bool
	Disabled string // why it cannot be changed now; "" when it can
	To       NumberSetter
}

// Render draws the label, the field and what is wrong with it.
func (n *Number) Render() app.UI {
	return app.Div().Class("field").Body(app.Label().For(n.ID).Text(n.Label))
}
