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

// Accept reads a typed text, as lang.ParseNumber does. It returns the value, or the reason for a
// refusal in the language of the control: what was typed, and what the field takes.
func (n *Number) Accept(typed string) (value float64, refusal string) {
	v, ok := lang.ParseNumber(typed, n.Integer)
	lo, hi := n.limits()
	what := numberText.NotNumber
	switch {
	case strings.TrimSpace(typed) == "":
		what = numberText.Empty
	case !ok:
	case n.Integer && v != math.Trunc(v):
		what = numberText.NotWhole
	case v < lo || v > hi:
		what = numberText.OutOfRange
	default:
		return v, ""
	}
	return n.Value, what.With(n.Lang, lang.Clipped(typed)) + " " + n.takes() + " " + numberText.Stays.With(n.Lang, FormatNumber(n.Value))
}

// takes says which numbers the control takes.
func (n *Number) takes() string {
	lo, hi := n.limits()
	switch {
	case math.IsInf(lo, 0) && n.Integer:
		return numberText.TakesWhole.In(n.Lang)
	case math.IsInf(lo, 0):
		return numberText.Takes.In(n.Lang)
	case n.Integer:
		return numberText.TakesWholeFrom.With(n.Lang, FormatNumber(lo), FormatNumber(hi))
	}
	return numberText.TakesFrom.With(n.Lang, FormatNumber(lo), FormatNumber(hi))
}

// numberTexts are the parts of a refusal: what was typed, what the field takes, what stays.
type numberTexts struct {
	Empty, NotNumber, NotWhole, OutOfRange       lang.Text
	Takes, TakesWhole, TakesFrom, TakesWholeFrom lang.Text
	Stays                                        lang.Text
}

var numberText = numberTexts{
	Empty: lang.Text{lang.En: "Nothing was entered.", lang.Ko: "입력한 값이 없습니다."},
	NotNumber: lang.Text{
		lang.En: "“{0}” is not a number.",
		lang.Ko: "수로 읽을 수 없습니다: “{0}”.",
	},
	NotWhole: lang.Text{
		lang.En: "“{0}” is not a whole number.",
		lang.Ko: "정수가 아닙니다: “{0}”.",
	},
	OutOfRange: lang.Text{
		lang.En: "{0} is out of range.",
		lang.Ko: "범위를 벗어났습니다: {0}.",
	},
	Takes: lang.Text{
		lang.En: "Enter a number such as 0.25 or 1/9.",
		lang.Ko: "0.25나 1/9 같은 수를 입력하세요.",
	},
	TakesWhole: lang.Text{
		lang.En: "Enter a whole number.",
		lang.Ko: "정수를 입력하세요.",
	},
	TakesFrom: lang.Text{
		lang.En: "Enter a number from {0} to {1}.",
		lang.Ko: "{0}부터 {1}까지의 수를 입력하세요.",
	},
	TakesWholeFrom: lang.Text{
		lang.En: "Enter a whole number from {0} to {1}.",
		lang.Ko: "{0}부터 {1}까지의 정수를 입력하세요.",
	},
	Stays: lang.Text{
		lang.En: "It stays {0}.",
		lang.Ko: "지금 값은 {0}입니다.",
	},
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
