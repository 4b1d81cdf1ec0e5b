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
	// SetNumber is called on the UI goroutine with a value the control has accepted.
	SetNumber(ctx app.Context, id string, value float64)
}

// Number is a labelled numeric field. What is typed counts on Enter and on leaving the
// field; arrow up and down add and take away Step. A text that is no number, or one
// outside [Min, Max], is refused with a reason and the old value stays.
type Number struct {
	app.Compo
	Lang     lang.Lang
	ID       string // also passed to SetNumber
	Hook     string // data-test
	Label    string
	Hint     string // a line under the field, may be empty
	Value    float64
	Min, Max float64 // both 0 for no limits
	Step     float64 // of the arrow keys; 0 means 1
	Integer  bool
	Disabled string // why it cannot be changed now; "" when it can
	Quiet    bool   // the page says so already: the reason is not repeated under the field
	To       NumberSetter

	refusal string
}

// Accept reads what was typed: the value, or in the control's language why not.
func (n *Number) Accept(typed string) (value float64, refusal string) {
	// A minus sign as print sets it, and the spaces that come along with a paste.
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

// FormatNumber writes a number the shortest way that reads back the same.
func FormatNumber(v float64) string {
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e15) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Count writes a count with its thousands set off: 14,450,688.
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
	// Rounding to the step's own decimals keeps 0.1+0.2 from showing as 0.30000000000000004.
	v := math.Round((n.Value+step)*1e9) / 1e9
	n.take(ctx, FormatNumber(min(max(v, lo), hi)))
}

// take hands an accepted value on, and puts what then holds into the field: go-app does
// not, where the value it knows has not changed.
func (n *Number) take(ctx app.Context, typed string) {
	if n.Disabled == "" {
		var v float64
		v, n.refusal = n.Accept(typed)
		if n.refusal == "" && v != n.Value && n.To != nil {
			n.Value = v // at once: the next key may come before the render
			n.To.SetNumber(ctx, n.ID, v)
		}
	}
	field := ctx.JSSrc()
	ctx.Defer(func(app.Context) { setValue(field, FormatNumber(n.Value)) })
}

// OnUpdate forgets a refusal once the value has been changed from elsewhere.
func (n *Number) OnUpdate(app.Context) { n.refusal = "" }

// Render draws the label, the field, and what is wrong.
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
		input = input.Aria("disabled", "true").ReadOnly(true).Title(n.Disabled)
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

// inputMode picks a phone's keyboard: digits alone have no minus sign and no point.
func inputMode(integer bool, lo float64) string {
	switch {
	case integer && lo >= 0:
		return "numeric"
	case lo >= 0:
		return "decimal"
	}
	return "text"
}
