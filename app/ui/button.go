package ui

import (
	"reflect"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Emphasis is how much a button stands out.
type Emphasis uint8

// The emphases. A page has one Primary button in view at a time.
const (
	Plain Emphasis = iota
	Primary
	Quiet // no border until the pointer is over it
)

// ButtonProps describes a button.
type ButtonProps struct {
	ID       string // needed where Disabled can be set
	Hook     string // data-test
	Label    string
	Title    string // a longer name, or the key that does the same; may be empty
	Emphasis Emphasis
	Pressed  Toggle // the state of a button that stays down
	// The reason why it cannot be pressed now, for screen readers too; "" where it can.
	Disabled string
	Scope    any // differs for each of the buttons that a loop makes, as their handlers do
}

// Toggle is the state of a button that stays down.
type Toggle uint8

// The toggle states; NoToggle is a button that does not stay down.
const (
	NoToggle Toggle = iota
	Up
	Down
)

// Button is a push button. Pass a method of the page as press, or set Scope: go-app takes two
// closures from the same place in the code for equal and keeps the old one.
//
// Tab passes over a disabled button, as over any control that is disabled. It keeps a focus that it
// has, and its reason can be read. Its handler stays where it is, so that a click that begins while
// the button is disabled and ends when it no longer is does not get lost.
func Button(b ButtonProps, press app.EventHandler) app.UI {
	class := "button"
	switch b.Emphasis {
	case Primary:
		class += " button-primary"
	case Quiet:
		class += " button-quiet"
	}
	button := app.Button().Type("button").ID(b.ID).Class(class).Text(b.Label)
	if b.Hook != "" {
		button = button.DataSet("test", b.Hook)
	}
	if b.Pressed != NoToggle {
		button = button.Aria("pressed", pressed(b.Pressed == Down))
	}
	title, reason := b.Title, app.Span().Class("visually-hidden").Text(b.Disabled)
	if b.Disabled != "" {
		title = b.Disabled
		button = button.Aria("disabled", "true").Aria("describedby", b.ID+"-why").TabIndex(-1)
		reason = reason.ID(b.ID + "-why")
	}
	if press != nil {
		// The scope tells the handlers of two buttons apart: they are the same code.
		button = button.OnClick(func(ctx app.Context, e app.Event) {
			if ctx.JSSrc().Call("getAttribute", "aria-disabled").Truthy() {
				ctx.PreventUpdate()
				return
			}
			press(ctx, e)
		}, app.EventScope(b.ID, reflect.ValueOf(press).Pointer(), b.Scope))
	}
	if title != "" {
		button = button.Title(title)
	}
	return app.Span().Class("button-slot").Body(button, reason)
}
