package window

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/trace"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Render draws the page. In the browser, painter_js.go writes the stage, the arithmetic and the
// counter without a render. The server's render writes them too, so that the page can be read
// before its program runs, or without it.
func (l *Lab) Render() app.UI {
	return l.Page.Frame(keys(),
		app.Link().Rel("stylesheet").Href("/web/window.css"),
		lab.Root(l.Course.Name, "window-lab").Body(
			app.Div().Class("window-head").Body(
				app.Div().Class("window-title").Body(
					app.H1().Text(l.t(l.Course.Title)),
					app.P().Class("window-lead").Text(l.t(l.Course.Lead)),
				),
				app.Div().Class("window-choice").Body(l.renderPresets(), l.renderTabs()),
				l.renderNotices(),
			),
			app.Div().Class("lab").Body(
				app.Div().ID("window-main").Class("window-main").Body(
					l.renderStage(),
					l.renderControls(),
					l.renderAtRest(),
					l.renderInputTools(),
				),
				app.Div().Class("side stack-wide").Body(
					l.renderLesson(),
					l.renderBackTools(),
					l.renderSettings(),
					ui.SharePanel(l.Page, l.Shared, l.OnShare),
				),
			),
			l.renderBelow(),
		),
	)
}

// renderNotices draws what is wrong with the address. What a control refuses is said at the
// control.
func (l *Lab) renderNotices() app.UI {
	sentence, offer := "", app.UI(app.Text(""))
	switch {
	case l.refusedSetting():
		// renderSettingNotice says it at the fields
	case l.refused.err != nil && l.refused.field == "":
		sentence = l.refused.says("", l.Page.Lang)
		if p, ok := l.refused.err.(*trace.Problem); ok {
			if p.Nearest != p.Setting {
				offer = ui.Button(ui.ButtonProps{ID: "nearest", Hook: "nearest", Label: l.offer(p)}, l.onNearest)
			}
		}
	case l.Broken:
		sentence = l.t(l.Refusal())
	}
	return ui.Notice(ui.Error, "error", sentence, offer)
}

// refusedSetting reports whether the last refusal is that of an impossible setting that a field
// asked for.
func (l *Lab) refusedSetting() bool {
	p, ok := l.refused.err.(*trace.Problem)
	return ok && l.refused.field != "" && p.Setting != trace.Setting{}
}

// renderSettingNotice draws, under the fields, why a setting was refused, and offers the nearest
// possible one.
func (l *Lab) renderSettingNotice() app.UI {
	if !l.refusedSetting() {
		return ui.Notice(ui.Error, "error", "")
	}
	p := l.refused.err.(*trace.Problem)
	offer := app.UI(app.Text(""))
	if p.Nearest != p.Setting {
		offer = ui.Button(ui.ButtonProps{ID: "nearest", Hook: "nearest", Label: l.offer(p)}, l.onNearest)
	}
	return ui.Notice(ui.Error, "error", p.In(l.Page.Lang), offer)
}

// offer names the nearest possible setting by the fields that it changes.
func (l *Lab) offer(p *trace.Problem) string {
	changed := ""
	for _, f := range trace.Fields(l.Kind) {
		v := p.Nearest.Get(f)
		if v == p.Setting.Get(f) && v == l.state.Setting.Get(f) {
			continue
		}
		if changed != "" {
			changed += ", "
		}
		value := strconv.Itoa(v)
		if f == trace.FieldP && v == trace.Same {
			value = "same"
		}
		changed += string(f) + " = " + value
	}
	return l.t(text.UseNearest, changed)
}

// renderStage draws the elements that the painter fills.
func (l *Lab) renderStage() app.UI {
	// The canvases lie beneath the drawing: the tiles, and the cells of a stage that has too many
	// for SVG. They are in the order in which a step lets them appear.
	canvases := []app.UI{}
	for _, name := range []string{"tiles", "maps", "cells", "products", "result"} {
		canvases = append(canvases, app.Canvas().ID("stage-"+name).Class("stage-canvas").Aria("hidden", "true"))
	}
	drawing := app.UI(app.Div().ID("stage-svg").Class("stage-drawing"))
	if app.IsServer {
		drawing = app.Div().ID("stage-svg").Class("stage-drawing").Body(app.Raw(l.svg(l.view(760).Stage, l.t(text.Stage), false)))
	}
	return app.Div().Class("stage-box").Body(
		app.Div().ID("stage").Class("stage").Body(append(canvases, drawing,
			app.Div().ID("stage-frames").Class("stage-frames").Aria("hidden", "true"),
			app.Div().ID("tile-cursor").Class("tile-cursor").Aria("hidden", "true").Hidden(true),
			app.Input().ID("cell-editor").Class("cell-editor").Type("text").DataSet("test", "cell-editor").
				Attr("inputmode", "text").Attr("autocomplete", "off").Aria("label", l.t(text.Editor)).Hidden(true),
			app.Div().ID("cell-refusal").Class("cell-refusal").Body(l.refusalText("cell-error", atCell)))...,
		),
		app.Div().ID("stage-roll").Hidden(true),
		app.Div().ID("weight-roll").Hidden(true),
	)
}

// renderControls draws the bar that stays at the bottom of the screen. It holds the arithmetic, so
// that the result is seen while the stage is scrolled away; the transport; and the open question,
// so that the window stays in sight while it is answered.
func (l *Lab) renderControls() app.UI {
	question := app.UI(app.Div().Hidden(true))
	if l.state.Ask {
		question = l.renderQuiz()
	}
	arithmetic, second := "…", ""
	if app.IsServer {
		v := l.view(760)
		arithmetic, second = v.Arithmetic, v.Second
	}
	return app.Div().ID("controls").Class("controls").Body(
		app.Div().Class("arithmetic").DataSet("test", "arithmetic").Body(
			app.P().ID("arithmetic").Text(arithmetic),
			app.P().ID("arithmetic-second").Text(second),
		),
		l.renderTransport(), question)
}

// renderAtRest draws the offer to predict while no question is open.
func (l *Lab) renderAtRest() app.UI {
	if l.state.Ask {
		return app.Div().Hidden(true)
	}
	return l.renderQuiz()
}

// renderTransport draws the transport, which steps through the windows.
func (l *Lab) renderTransport() app.UI {
	return l.transport.Render(l.Page, lab.TransportProps{Name: text.Transport, Previous: text.Previous, PreviousKey: "←", Next: text.Next, NextKey: "→",
		Scrub: text.Scrub, Counter: "0 / " + strconv.Itoa(l.walk.Steps())})
}

// renderInputTools draws the tools for the input: undo, redo, fill, open a file, paint, reset.
func (l *Lab) renderInputTools() app.UI {
	brush := ui.Up
	if l.brush.on {
		brush = ui.Down
	}
	button := func(hook, label, title string, press app.EventHandler) app.UI {
		return ui.Button(ui.ButtonProps{ID: hook, Hook: hook, Label: label, Title: title, Emphasis: ui.Plain}, press)
	}
	editHint := text.EditHint
	if l.state.Setting.Kind == trace.Pool {
		editHint = text.EditHintPool
	}
	return app.Div().Class("input-tools").Body(
		app.Div().Class("buttons").Attr("role", "group").Aria("label", l.t(text.InputTools)).Body(append(
			lab.UndoButtons(l.Page, l.past.Undoable(), l.past.Redoable(), l.onUndo, l.onRedo),
			button("random", l.t(text.Random), "", l.onRandom),
			button("zeros", l.t(text.Zeros), "", l.onZeros),
			button("digit", l.t(text.Digit), "", l.onDigit),
			app.Label().Class("button file-button").Body(
				app.Span().Text(l.t(text.File)),
				app.Input().Type("file").Class("visually-hidden").DataSet("test", "input-file").Accept("image/*").OnChange(l.onFile),
			),
			ui.Button(ui.ButtonProps{ID: "paint", Hook: "paint", Label: l.t(text.Paint), Title: l.t(text.PaintHint), Pressed: brush}, l.onPaint),
			l.renderInk(),
			lab.Reset(l.Page, l.onReset))...,
		),
		l.refusalText("ink-error", atInk),
		l.refusalText("file-error", atFile),
		app.P().Class("small muted").Text(l.t(editHint)),
	)
}

// renderInk draws the field for the value that the brush paints with.
func (l *Lab) renderInk() app.UI {
	if !l.brush.on {
		return app.Span().Class("ink").Hidden(true)
	}
	return app.Label().Class("ink").Body(app.Span().Text(l.t(text.Ink)),
		app.Input().Type("text").ID("ink").DataSet("test", "brush-value").Attr("inputmode", "text").Attr("autocomplete", "off").
			Aria("invalid", l.refused.says(atInk, l.Page.Lang) != "").Aria("describedby", "ink-error").OnChange(l.onInk))
}

// renderPresets draws the list of presets.
func (l *Lab) renderPresets() app.UI {
	options, value := []ui.Option{}, l.state.Preset
	if l.state.Unit.Layer != "" { // a unit is none of the presets
		value = ""
		options = append(options, ui.Option{Value: "", Label: l.t(text.UnitFrom)})
	}
	for _, p := range trace.Presets(l.Kind) {
		options = append(options, ui.Option{Value: p.ID, Label: l.t(p.Title)})
	}
	return &ui.Select{ID: "preset", Hook: "preset", Label: l.t(text.Preset), Value: value, Options: options, To: l}
}

// renderSettings draws the numeric controls and the formula of the output size.
func (l *Lab) renderSettings() app.UI {
	s := l.state.Setting
	g := s.MustCheck()
	fields := []app.UI{}
	for _, f := range trace.Fields(l.Kind) {
		lo, hi := trace.Limits(l.Kind, f)
		value := s.Get(f)
		if f == trace.FieldP {
			value = g.Pad
		}
		fields = append(fields, &ui.Number{Lang: l.Page.Lang, ID: "param-" + string(f), Hook: "param-" + string(f), Label: l.t(fieldName(f)),
			Value: float64(value), Min: float64(lo), Max: float64(hi), Integer: true, To: l})
	}
	padding := "number"
	switch {
	case s.P == trace.Same:
		padding = "same"
	case s.P == 0:
		padding = "valid"
	}
	body := []app.UI{
		app.Div().Class("params").Body(fields...),
		l.renderSettingNotice(),
		&ui.Segmented{ID: "padding", Hook: "padding", Label: l.t(text.Padding), Value: padding, To: l, Options: []ui.Option{
			{Value: "valid", Label: l.t(text.PadValid)}, {Value: "same", Label: l.t(text.PadSame)}, {Value: "number", Label: l.t(text.PadNumber)}}},
	}
	if l.Kind == trace.Pool {
		count := "skip"
		if s.CountPad {
			count = "count"
		}
		body = append(body, &ui.Segmented{ID: "count", Hook: "count-padding", Label: l.t(text.CountPad), Value: count, To: l, Options: []ui.Option{
			{Value: "skip", Label: l.t(text.CountPadNo)}, {Value: "count", Label: l.t(text.CountPadYes)}}})
	}
	body = append(body, app.Div().Class("formula").DataSet("test", "formula").TabIndex(0).Attr("role", "group").Aria("label", l.t(text.Formula)).Body(app.Raw(formula(g))),
		app.P().Class("small").DataSet("test", "sizes").Text(l.sizes(g)))
	return app.Section().Class("stack rule").Aria("label", l.t(text.Settings)).Body(body...)
}

// sizes returns the sentences about the output's size, about what is dropped and about the number
// of parameters.
func (l *Lab) sizes(g trace.Geometry) string {
	said := l.t(text.OutputSize, g.N, g.C, g.Edge, g.Maps)
	switch {
	case g.Dropped == 1:
		said += " " + l.t(text.DroppedOne)
	case g.Dropped > 1:
		said += " " + l.t(text.Dropped, g.Dropped)
	}
	if l.Kind == trace.Pool {
		return said + " " + l.t(text.NothingToLearn)
	}
	parameters := text.Parameters
	if g.F*g.C == 1 {
		parameters = text.ParametersOne
	}
	return said + " " + l.t(parameters, (g.F*g.F*g.C+1)*g.Filters, g.F*g.F*g.C, g.Filters)
}

// renderTabs draws the choice of the direction.
func (l *Lab) renderTabs() app.UI {
	value := [...]string{Forward: "forward", Backward: "backward"}[l.state.Tab]
	return &ui.Segmented{ID: "tab", Hook: "tab", Label: l.t(text.Direction), Value: value, To: l, Options: []ui.Option{
		{Value: "forward", Label: l.t(text.Forward)}, {Value: "backward", Label: l.t(text.Backward)}}}
}

// renderBelow draws what stands under the lab: in pooling the shift tools, and the notes.
func (l *Lab) renderBelow() app.UI {
	all := []app.UI{}
	if l.Kind == trace.Pool && l.state.Tab == Forward {
		all = append(all, l.renderShiftTools())
	}
	for _, n := range l.Course.Notes {
		all = append(all, n.Section(l.Page))
	}
	return app.Div().Class("window-notes").Body(all...)
}
