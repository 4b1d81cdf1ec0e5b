package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// ChoiceSetter takes the values of Select and Segmented controls. The page implements it.
type ChoiceSetter interface {
	// SetChoice is called on the UI goroutine with the value of the chosen option.
	SetChoice(ctx app.Context, id, value string)
}

// Option is one of the values of a choice.
type Option struct{ Value, Label string }

// Select is a labelled drop-down list. A page refuses a choice by leaving Value as it was; then the
// list shows the old value again.
type Select struct {
	app.Compo
	ID       string // also passed to SetChoice
	Hook     string // data-test
	Label    string
	Hint     string // a line under the list; may be empty
	Value    string
	Options  []Option
	Disabled string // the reason why it cannot be changed now; "" where it can
	Quiet    bool   // the page itself gives that reason, so the control does not
	To       ChoiceSetter
}

func (s *Select) onChange(ctx app.Context, _ app.Event) {
	list := ctx.JSSrc()
	chosen := list.Get("value").String()
	if s.Disabled == "" && s.To != nil && chosen != s.Value {
		s.Value = chosen // set now, since the next event may come before the render
		s.To.SetChoice(ctx, s.ID, chosen)
	}
	ctx.Defer(func(app.Context) { setValue(list, s.Value) })
}

// Render draws the label and the list.
func (s *Select) Render() app.UI {
	options := make([]app.UI, 0, len(s.Options))
	for _, o := range s.Options {
		option := app.Option().Value(o.Value).Text(o.Label)
		if o.Value == s.Value {
			option = option.Selected(true)
		}
		options = append(options, option)
	}
	list := app.Select().ID(s.ID).DataSet("test", s.Hook).OnChange(s.onChange)
	hint := s.Hint
	if s.Disabled != "" {
		// The native attribute takes the focus from the list, but a list that opens and then
		// refuses every choice would be worse. The reason is below the list.
		list = list.Disabled(true)
		if !s.Quiet {
			hint = s.Disabled
		}
	}
	return app.Div().Class("field").Body(
		app.Label().For(s.ID).Text(s.Label),
		list.Aria("describedby", s.ID+"-hint").Body(options...),
		app.P().ID(s.ID+"-hint").Class("field-hint").Text(hint),
	)
}

// Segmented is a labelled row of a few options: radio buttons that look like one bar and have the
// keys of a radio group. The data-test of a button is Hook, a hyphen and the value.
type Segmented struct {
	app.Compo
	ID       string // also passed to SetChoice
	Hook     string // data-test of the group
	Label    string
	Value    string
	Options  []Option
	Disabled string // the reason why it cannot be changed now; "" where it can
	Quiet    bool   // the page itself gives that reason, so the control does not
	To       ChoiceSetter
}

// onClick chooses a button; browsers send a click for an arrow key too. A change would not do: it
// comes after the click, and the browser leaves it out if a render in between, of an earlier
// choice, has unchecked the button.
func (s *Segmented) onClick(ctx app.Context, _ app.Event) {
	button := ctx.JSSrc()
	chosen := button.Get("value").String()
	if s.Disabled == "" && s.To != nil && chosen != s.Value {
		s.Value = chosen // set now, since the next event may come before the render
		s.To.SetChoice(ctx, s.ID, chosen)
	}
	// After a refusal the old button must be checked again; otherwise the render has done that.
	ctx.Defer(func(app.Context) { setChecked(button, chosen == s.Value) })
}

// Render draws the label and the bar.
func (s *Segmented) Render() app.UI {
	hint := s.Disabled
	if s.Quiet {
		hint = ""
	}
	buttons := make([]app.UI, 0, len(s.Options))
	for _, o := range s.Options {
		// The id contains the value, so that go-app does not reuse a button for another option.
		radio := app.Input().Type("radio").ID(s.ID+"-"+o.Value).Name(s.ID).Value(o.Value).
			DataSet("test", s.Hook+"-"+o.Value).OnClick(s.onClick)
		if o.Value == s.Value {
			radio = radio.Checked(true).Attr("data-checked", "yes")
		}
		if s.Disabled != "" {
			radio = radio.Disabled(true)
		}
		buttons = append(buttons, app.Label().Body(radio, app.Span().Text(o.Label)))
	}
	return app.Div().Class("field").Body(
		app.Span().ID(s.ID+"-label").Class("field-label").Text(s.Label),
		app.Div().ID(s.ID).Class("segmented").Attr("role", "radiogroup").DataSet("test", s.Hook).
			Aria("labelledby", s.ID+"-label").Aria("describedby", s.ID+"-hint").Body(buttons...),
		app.P().ID(s.ID+"-hint").Class("field-hint").Text(hint),
	)
}
