package sharelab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Render draws the page. painter_js.go paints what follows the pointer, without a render. The
// server draws each picture as SVG, so that the page can be read before its program runs, or
// without it.
func (l *Lab) Render() app.UI {
	return l.Page.Frame(keys(),
		lab.Root("sharing", "share-lab").DataSet("view", l.state.View.String()).Body(
			lab.Head(l.Page, text.Title, text.Lead, ui.Notice(ui.Error, "error", l.refusal())),
			app.Div().Class("lab").Body(
				app.Div().Class("share-main").Body(
					l.renderHeadline(),
					app.Div().Class("view-choice").Body(&ui.Segmented{ID: "view", Hook: "view", Label: l.t(text.Views), Value: l.state.View.String(), To: l, Options: []ui.Option{
						{Value: "scale", Label: l.t(text.ViewScale)}, {Value: "sparse", Label: l.t(text.ViewSparse)}, {Value: "matrix", Label: l.t(text.ViewMatrix)}}}),
					l.renderScale(),
					l.renderSparse(),
					l.renderMatrix(),
				),
				app.Div().Class("side stack-wide").Body(
					app.Div().Class("lessons").Body(l.renderLesson(scaleView), l.renderLesson(sparseView), l.renderLesson(matrixTab)),
					l.renderSmallSettings(),
					l.renderSettings(),
					l.renderQuiz(),
					ui.SharePanel(l.Page, l.Shared, l.OnShare),
				),
			),
			l.renderTable(),
			l.renderOverfit(),
			ui.Notes(l.Page, notes()),
		),
	)
}

// only hides the section of a picture that is not shown. Without scripts the style sheet shows all
// of them.
func (l *Lab) only(v view, section app.HTMLDiv) app.HTMLDiv {
	if l.state.View != v {
		return section.Hidden(true)
	}
	return section
}

// renderHeadline compares the two numbers of parameters.
func (l *Lab) renderHeadline() app.UI {
	c := l.counts
	figure := func(hook, name, value, what string) app.UI {
		return app.Div().Class("versus-side").Body(
			app.P().Class("versus-name").Text(name),
			app.P().Class("versus-number").DataSet("test", hook).Text(value),
			app.P().Class("versus-what").Text(what),
		)
	}
	return app.Section().Class("versus-box").Aria("label", l.t(text.Counts)).Body(
		app.Div().Class("versus").Body(
			figure("conv-params", l.t(text.Convolution), ui.Count(c.Conv.Params), l.t(text.Parameters, ui.Count(c.Conv.Weights), ui.Count(c.Conv.Params-c.Conv.Weights), ui.Count(c.Conv.Params))),
			figure("dense-params", l.t(text.Dense), ui.Count(c.Dense.Weights), l.t(text.WithoutBiases, ui.Count(c.Dense.Params), ui.Count(c.Dense.Weights))),
			figure("ratio", l.t(text.RowTimes), times(c.Ratio()), l.t(text.Fewer, ui.Count(c.Dense.Weights), ui.Count(c.Conv.Params))),
		),
		app.Raw(l.bar()),
		app.Div().Class("bar-says small muted").Body(
			app.P().DataSet("test", "bar").Text(l.t(text.BarSays, times(c.Ratio()), length(c.Ratio()))),
			app.P().DataSet("test", "volumes").Text(l.t(text.Volumes, size(c.In.H, c.In.W, c.In.C), size(c.Out.H, c.Out.W, c.Out.C))),
		),
	)
}

// bar returns an SVG that draws both numbers as lengths. The convolution's would be a small part of
// a pixel, so a line marks it.
func (l *Lab) bar() string {
	part := strconv.FormatFloat(min(1000, 1000/l.counts.Ratio()), 'f', 4, 64)
	return `<svg xmlns="http://www.w3.org/2000/svg" class="viz versus-bar" role="img" aria-label="` + l.t(text.Bar) + `" viewBox="0 0 1000 10" preserveAspectRatio="none">` +
		`<rect class="f-line" width="1000" height="10" fill-opacity="0.55"/><rect class="f-accent" width="` + part + `" height="10"/>` +
		`<path class="s-accent" d="M0 0v10" stroke-width="4" vector-effect="non-scaling-stroke"/></svg>`
}

// renderFormulas writes the formulas of the two counts, with the numbers in them.
func (l *Lab) renderFormulas() app.UI {
	s, c := l.state.Setting, l.counts
	n := strconv.Itoa
	conv := "(f·f·C + 1) · " + l.t(text.FieldFilters) + " = (" + n(s.F) + "·" + n(s.F) + "·" + n(s.C) + " + 1) · " + n(s.Filters) + " = " + ui.Count(c.Conv.Params)
	dense := "(H·W·C) · (H′·W′·" + l.t(text.FieldFilters) + ") = " + ui.Count(int64(c.In.Size())) + " · " + ui.Count(int64(c.Out.Size())) + " = " + ui.Count(c.Dense.Weights)
	return app.Div().Class("stack").Body(
		app.H2().Text(l.t(text.Formula)),
		app.P().DataSet("test", "formula").Body(app.Span().Class("formula-line").Text(conv), app.Span().Class("small muted").Text(l.t(text.ConvFormula))),
		app.P().Body(app.Span().Class("formula-line").Text(dense), app.Span().Class("small muted").Text(l.t(text.DenseFormula))),
		app.P().Class("small muted").DataSet("test", "ratios").Text(l.t(text.Ratios, times(float64(c.Dense.Weights)/float64(c.Conv.Weights)),
			times(float64(c.Dense.Params)/float64(c.Conv.Params)), times(c.Ratio()), ui.Count(c.Conv.Params), ui.Count(c.Conv.Weights), ui.Count(c.Conv.Params-c.Conv.Weights))),
	)
}

// renderTable compares both layers in weights, memory and work.
func (l *Lab) renderTable() app.UI {
	c := l.counts
	row := func(name lang.Text, hook string, conv, dense int64, show func(int64) string) app.UI {
		return app.Tr().DataSet("test", hook).Body(
			app.Th().Scope("row").Text(l.t(name)),
			app.Td().Class("num").Text(show(conv)), app.Td().Class("num").Text(show(dense)),
			app.Td().Class("num").Text(l.t(text.TimesAs, times(float64(dense)/float64(conv)))),
		)
	}
	memory := func(n int64) string { return ui.Count(n) + " B (" + bytes(n) + ")" }
	if c.Dense.Bytes < 1000 {
		memory = func(n int64) string { return ui.Count(n) + " B" }
	}
	return app.Div().Class("share-counts").Body(
		app.Div().Class("table-box").TabIndex(0).Attr("role", "group").Aria("label", l.t(text.Counts)).Body(app.Table().DataSet("test", "counts").Body(
			app.THead().Body(app.Tr().Body(
				app.Td(), app.Th().Scope("col").Class("num").Text(l.t(text.Convolution)),
				app.Th().Scope("col").Class("num").Text(l.t(text.Dense)), app.Th().Scope("col").Class("num").Text(l.t(text.RowTimes)))),
			app.TBody().Body(
				row(text.RowWeights, "weights", c.Conv.Weights, c.Dense.Weights, ui.Count),
				row(text.RowBiases, "with-biases", c.Conv.Params, c.Dense.Params, ui.Count),
				row(text.RowBytes, "bytes", c.Conv.Bytes, c.Dense.Bytes, memory),
				row(text.RowWork, "multiply-adds", c.Conv.MultiplyAdds, c.Dense.MultiplyAdds, ui.Count),
			),
		)),
		l.renderFormulas(),
	)
}

// renderLesson draws the stop of a picture.
func (l *Lab) renderLesson(v view) app.UI {
	all := stops()
	turn := lab.Turn{ID: "stop-" + v.String(), At: int(v), Of: len(all), OnPrev: l.onStopPrev, OnNext: l.onStopNext}
	return l.only(v, app.Div().Class("lesson stack").Body(all[v].Lesson(l.Page, turn)...))
}

// renderSettings draws the presets and the five numbers, each as a field and as a slider.
func (l *Lab) renderSettings() app.UI {
	options := []ui.Option{}
	for _, p := range presets() {
		options = append(options, ui.Option{Value: p.ID, Label: l.t(presetName(p.ID))})
	}
	if l.state.preset() == "own" {
		options = append(options, ui.Option{Value: "own", Label: l.t(presetName("own"))})
	}
	rows := []app.UI{}
	for _, f := range fields() {
		lo, hi := f.limits()
		name, v := l.t(fieldName(f)), *l.state.Setting.number(f)
		rows = append(rows, app.Div().Class("slider-row").Body(
			&ui.Number{Lang: l.Page.Lang, ID: "param-" + string(f), Hook: "param-" + string(f), Label: name, Value: float64(v), Min: float64(lo), Max: float64(hi), Integer: true, To: l},
			app.Input().Type("range").ID("slider-"+string(f)).DataSet("test", "slider-"+string(f)).Aria("label", l.t(text.Slider, name)).
				Min(lo).Max(hi).Step(1).Attr("value", v).OnInput(l.onSlider, app.EventScope(f)),
		))
	}
	famous := ui.ButtonProps{ID: "famous", Hook: "famous", Label: l.t(text.Back)}
	return app.Section().Class("stack rule").Aria("label", l.t(text.Settings)).Body(
		&ui.Select{ID: "preset", Hook: "preset", Label: l.t(text.Preset), Value: l.state.preset(), Options: options, To: l},
		app.Div().Class("slider-rows").Body(rows...),
		app.Div().Class("buttons").Body(
			ui.Button(famous, l.onFamous),
			lab.Reset(l.Page, l.onReset),
		),
	)
}

func fieldName(f field) lang.Text {
	switch f {
	case fieldH:
		return text.FieldH
	case fieldW:
		return text.FieldW
	case fieldC:
		return text.FieldC
	case fieldF:
		return text.FieldF
	}
	return text.FieldFilters
}
