package ui

import (
	"math"
	"strconv"
	"strings"

	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// NumberSetter takes the values of Number controls. The page implements it.
type NumberSetter interface {
	// SetNumber is called on the UI goroutine with a value that the control has accepted.
	SetNumber(ctx app.Context, id string, value float64)
}

// Number is a labelled numeric field. It takes a typed value on Enter and when it loses the focus.
// The arrow keys up and down add and subtract Step. It refuses a text that is not a number in
// [Min, Max]: it shows the reason and keeps the old value.
type Number struct {
	app.Compo
	Lang     lang.Lang
	ID       string // also passed to SetNumber
	Hook     string // data-test
	Label    string
	Hint     string // a line under the field; may be empty
	Value    float64
	Min, Max float64 // both 0 for no limits
	Step     float64 // of the arrow keys; 0 means 1
	Integer  bool
	Disabled string // the reason why it cannot be changed now; "" where it can
	Quiet    bool   // the page itself gives that reason, so the field does not
	To       NumberSetter

	refusal string
}

// Accept reads a typed text. It returns the value, or the reason for a refusal in the language of
// the control.
func (n *Number) Accept(typed string) (value float64, refusal string) {
	// Pasted text may have spaces around it, and U+2212 for a minus sign.
	clean := strings.ReplaceAll(strings.TrimSpace(typed), "−", "-")
	v, err := strconv.ParseFloat(clean, 64)
	old := FormatNumber(n.Value)
	lo, hi := n.limits()
	switch {
	case err != nil || math.IsNaN(v) || math.IsInf(v, 0):
		return n.Value, text.NotNumber.With(n.Lang, typed, old)
	case n.Integer && v != math.Trunc(v):
		return n.Value, text.NotWhole.With(n.Lang, typed, old)
	case v < lo || v > hi:
		return n.Value, text.OutOfRange.With(n.Lang, FormatNumber(v), old, FormatNumber(lo), FormatNumber(hi))
	}
	return v, ""
}

func (n *Number) limits() (lo, hi float64) {
	if n.Min == 0 && n.Max == 0 {
		return math.Inf(-1), math.Inf(1)
	}
	return n.Min, n.Max
}

// FormatNumber writes a number as the shortest text that gives the same number when it is read.
func FormatNumber(v float64) string {
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e15) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Count writes a count with commas between its thousands: 14,450,688.
func Count(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func (n *Number) onChange(ctx app.Context, _ app.Event) {
	n.take(ctx, ctx.JSSrc().Get("value").String())
}

func (n *Number) onKey(ctx app.Context, e app.Event) {
	step := n.Step
	if step == 0 {
		step = 1
	}
	switch KeyOf(e.Value) {
	case "ArrowUp":
	case "ArrowDown":
		step = -step
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	lo, hi := n.limits()
	// Rounded, because otherwise 0.1+0.2 would show as 0.30000000000000004.
	v := math.Round((n.Value+step)*1e9) / 1e9
	n.take(ctx, FormatNumber(min(max(v, lo), hi)))
}

// take passes on an accepted value, and sets the text of the field to the current value. go-app
// does not set it where the value that it rendered last is the same.
func (n *Number) take(ctx app.Context, typed string) {
	if n.Disabled == "" {
		var v float64
		v, n.refusal = n.Accept(typed)
		if n.refusal == "" && v != n.Value && n.To != nil {
			n.Value = v // set now, since the next key may come before the render
			n.To.SetNumber(ctx, n.ID, v)
		}
	}
	field := ctx.JSSrc()
	ctx.Defer(func(app.Context) { setValue(field, FormatNumber(n.Value)) })
}

// OnUpdate removes a refusal when the page has changed the value.
func (n *Number) OnUpdate(app.Context) { n.refusal = "" }

// Render draws the label, the field, the hint and the refusal.
func (n *Number) Render() app.UI {
	input := app.Input().Type("text").ID(n.ID).DataSet("test", n.Hook).
		Attr("inputmode", inputMode(n.Integer, n.Min)).Attr("autocomplete", "off").Attr("spellcheck", "false").
		Value(FormatNumber(n.Value)).
		OnChange(n.onChange).OnKeyDown(n.onKey)
	described := n.ID + "-hint"
	if n.refusal != "" {
		input = input.Aria("invalid", "true")
		described = n.ID + "-error " + described
	}
	if n.Disabled != "" {
		input = input.Aria("disabled", "true").ReadOnly(true).TabIndex(-1).Title(n.Disabled)
	}
	hint := n.Hint
	if n.Disabled != "" && !n.Quiet {
		hint = n.Disabled
	}
	refusal := app.P().ID(n.ID+"-error").Class("field-error").Attr("role", "alert").Text(n.refusal)
	if n.refusal != "" {
		refusal = refusal.DataSet("test", "error")
	}
	return app.Div().Class("field").Body(
		app.Label().For(n.ID).Text(n.Label),
		input.Aria("describedby", described),
		app.P().ID(n.ID+"-hint").Class("field-hint").Text(hint),
		refusal,
	)
}

// inputMode chooses the keyboard of a phone. The numeric one has neither a minus sign nor a point.
func inputMode(integer bool, lo float64) string {
	switch {
	case integer && lo >= 0:
		return "numeric"
	case lo >= 0:
		return "decimal"
	}
	return "text"
}
