package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Emphasis is how much a button asks to be pressed.
type Emphasis uint8

// The emphases. A page has one Primary button at a time.
const (
	Plain Emphasis = iota
	Primary
	Quiet // no border until pointed at
)

// ButtonProps describes a button.
type ButtonProps struct {
	ID       string // needed where Disabled can be set
	Hook     string // data-test
	Label    string
	Title    string // a longer name, or the key that does the same; may be empty
	Emphasis Emphasis
	Pressed  Toggle // for a button that stays down
	Disabled string // why it cannot be pressed now, read out with it; "" when it can
	Scope    any    // where buttons are made in a loop: what tells this one's handler apart
}

// Toggle is the state of a button that stays down.
type Toggle uint8

// The toggle states; NoToggle is a button that does not stay down.
const (
	NoToggle Toggle = iota
	Up
	Down
)

// Button is a push button. Pass a method of the page as press, or set Scope: go-app
// keeps the old one of two closures made at the same place.
func Button(b ButtonProps, press app.EventHandler) app.UI {
	return app.Button().Type("button").Text(b.Label).OnClick(press)
}
