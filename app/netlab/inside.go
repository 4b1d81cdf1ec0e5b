package netlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The elements that get the focus on the way back from a unit's arithmetic.
const (
	idMap  = "map"
	idOpen = "open-unit"
)

// renderPictures draws the network as boxes, and its two counts as bars.
func (l *Lab) renderPictures() app.UI {
	f, kept := &l.made, ""
	if l.state.broken() {
		kept = l.t(text.Kept, ui.Count(total(f.rows)))
	}
	chart := func(id, title string, role viz.Role, value func(nn.Row) int64) app.UI {
		return app.Div().Class("net-figure").DataSet("test", id).Body(
			app.H2().Class("small-head").Text(title),
			app.Raw(f.svg(id, l.drawnFrom(), func() viz.Scene { return l.bars(title, role, value) })))
	}
	class := "net-views"
	if len(f.rows) > longTable {
		class += " net-wide" // its boxes need the full width of the page
	}
	boxes := app.Div().Class("net-figure").Body(
		app.H2().Class("small-head").Text(l.t(text.BoxesTitle)),
		app.Div().Class("net-scroll net-boxes").DataSet("test", "boxes").TabIndex(0).Attr("role", "group").Aria("label", l.t(text.BoxesTitle)).OnClick(l.onBoxes).Body(
			app.Raw(f.svg("boxes", l.drawnFrom(), f.boxes.Scene))),
		app.P().Class("small muted").Text(l.t(text.BoxesNote)))
	return app.Section().Class("stack rule").Aria("label", l.t(text.Pictures)).Body(
		ui.Notice(ui.Info, "kept", kept),
		app.Div().Class(class).Body(
			boxes,
			chart("chart-size", l.t(text.SizeChart), viz.Series2, func(r nn.Row) int64 { return r.Size }),
			chart("chart-params", l.t(text.ParamsChart), viz.Series1, func(r nn.Row) int64 { return r.Params }),
		),
	)
}

// shownName returns the name of the row that the figures are about.
func (l *Lab) shownName() string {
	if l.state.shown() == 0 {
		return l.t(text.Input)
	}
	return l.made.rows[l.state.shown()].Name
}

// fieldText returns the sentences about what the unit sees of the input.
func (l *Lab) fieldText() string {
	in := l.state.Valid.In
	if in.Flat {
		return ""
	}
	row, u := origin(l.state.Valid, l.made.rows, l.state.shown(), l.state.Unit)
	if row == 0 {
		return l.t(text.FieldInput)
	}
	r := l.made.rows[row]
	y0, x0, y1, x1 := r.Field(in, u.Y, u.X)
	field := text.Field
	if l.atSoftmax() {
		field = softmaxText.Field
	}
	said := l.t(field, l.shownName(), r.ReceptiveField, r.ReceptiveWidth, y0+1, y1, x0+1, x1)
	if y1-y0 < r.ReceptiveField || x1-x0 < r.ReceptiveWidth {
		said += " " + l.t(text.FieldCut)
	}
	ys, xs := pixels(l.state.Valid, l.made.rows, l.state.shown(), l.state.Unit)
	if all, read := (y1-y0)*(x1-x0), len(ys)*len(xs); read < all {
		said += " " + l.t(text.FieldGaps, read, all)
	}
	return said
}

// renderInside draws one layer from within: what a unit sees, the layer's maps of a digit, and the
// unit.
func (l *Lab) renderInside() app.UI {
	s, f := l.state, &l.made
	name := l.shownName()
	unitKey := l.drawnFrom() + " " + strconv.Itoa(s.Unit.C) + " " + strconv.Itoa(s.Unit.Y) + " " + strconv.Itoa(s.Unit.X)
	body := []app.UI{
		app.H2().DataSet("test", "inside").Text(l.t(text.Inside, name)),
		app.P().Class("small muted").DataSet("test", "weights-note").Text(l.weightsNote()),
	}
	if c := l.renderSource(); c != nil && f.run != nil {
		body = append(body, app.Div().Class("net-source").Body(c, app.P().Class("net-reading").DataSet("test", "reading").Text(l.readingNote())))
	}
	if s.Valid.In.Flat {
		return app.Section().Class("stack rule").Body(body...)
	}
	fieldTitle := text.FieldTitle
	if l.atSoftmax() {
		fieldTitle = softmaxText.FieldTitle
	}
	field := app.Div().Class("net-figure").DataSet("test", "field").Body(
		app.H3().Class("small-head").Text(l.t(fieldTitle)),
		app.Raw(f.svg("field", unitKey, l.fieldScene)),
		app.P().Class("small").Text(l.fieldText()))
	if f.run == nil {
		body = append(body, app.Div().Class("net-three").Body(field, l.renderChooser()))
		return app.Section().Class("stack rule").Body(body...)
	}
	values, shape := f.run.values(s.shown()), f.tiles.shape
	r, m := viz.RangeOf(values), viz.Sequential()
	if s.shown() == 0 {
		r, m = viz.Range{Lo: 0, Hi: 1}, viz.Gray()
	}
	pair := []app.UI{field}
	if !f.tiles.single() {
		title := l.t(text.OneMap, name, s.Unit.C+1)
		pair = append(pair, app.Div().Class("net-figure").Body(
			app.H3().Class("small-head").Text(title),
			app.Div().ID(idMap).Class("net-map").DataSet("test", "feature-map").TabIndex(0).Attr("role", "application").
				Aria("label", title).Aria("describedby", "map-hint").OnClick(l.onMap).OnKeyDown(l.onMapKey).Body(
				app.Raw(f.svg("map", unitKey, func() viz.Scene {
					return mapScene(title, shape, plane(values, shape, s.Unit.C), s.Unit, r, m)
				}))),
			app.P().ID("map-hint").Class("small muted").Text(l.t(text.MapHint))))
	}
	all := l.renderSoftmax
	if !l.atSoftmax() {
		all = func() app.UI { return l.renderMaps(values, shape, r, m) }
	}
	body = append(body,
		app.Div().Class("net-three").Body(append(pair, app.Div().Class("stack").Body(l.renderUnit(), l.renderChooser()))...))
	if m := l.renderMatrix(); m != nil {
		body = append(body, m)
	}
	body = append(body, all())
	return app.Section().Class("stack rule").Aria("label", l.t(text.Inside, name)).DataSet("test", "inside-section").DataSet("weights", l.shownSource()).Body(body...)
}

// renderMaps draws the whole output of the shown row: a map, or one number, for each channel.
func (l *Lab) renderMaps(values []float32, shape nn.Shape, r viz.Range, m viz.Map) app.UI {
	f, name, note := &l.made, l.shownName(), text.MapsNote
	maps := l.t(text.Maps, name)
	if f.tiles.single() {
		note = text.UnitsNote
	}
	if f.tiles.n() < shape.C {
		maps = l.t(text.MapsFirst, name, f.tiles.n(), shape.C)
	}
	chosen := l.state.Unit.C
	at := l.drawnFrom() + " " + strconv.Itoa(chosen)
	return app.Div().Class("net-figure").Body(
		app.H3().Class("small-head").Text(maps),
		app.Div().ID("tiles").Class("net-tiles").DataSet("test", "feature-maps").OnClick(l.onTiles).Body(
			app.Raw(f.svg("tiles", at, func() viz.Scene { return f.tiles.scene(maps, values, chosen, r, m) }))),
		app.P().Class("small muted").Text(l.t(note, decimal(float32(r.Lo)), decimal(float32(r.Hi)))))
}

// weightsNote returns the sentence about the digit and the weights behind the maps, or about why
// there are no maps.
func (l *Lab) weightsNote() string {
	switch {
	case l.state.Valid.In.Flat:
		return l.t(text.NoSample)
	case l.made.run == nil:
		return l.t(text.NotRun)
	}
	return l.sourceNote()
}

func initName(k nn.InitKind) string {
	if k == nn.Xavier {
		return "Xavier"
	}
	return "He"
}

// renderChooser draws the fields for the digit, the seed and the unit.
func (l *Lab) renderChooser() app.UI {
	s, shape := l.state, l.state.shape()
	number := func(id, label string, v, lo, hi int) app.UI {
		return &ui.Number{Lang: l.Page.Lang, ID: id, Hook: id, Label: label, Value: float64(v), Min: float64(lo), Max: float64(hi), Integer: true, To: l}
	}
	fields := []app.UI{number(idSample, l.t(text.Sample), s.Sample, 0, maxSample)}
	if from, t := l.source(); t == nil && (from == Drawn || l.made.run == nil) {
		fields = append(fields, number(idSeed, l.t(text.Seed), int(s.Seed), 0, maxSeed))
	}
	switch {
	case l.atSoftmax():
		fields = append(fields, number(idChannel, l.t(softmaxText.Class), s.Unit.C, 0, shape.C-1))
	case shape.C > 1:
		label := text.UnitChannel
		if shape.H*shape.W == 1 {
			label = text.UnitNumber
		}
		fields = append(fields, number(idChannel, l.t(label), s.Unit.C+1, 1, shape.C))
	}
	if shape.H*shape.W > 1 {
		fields = append(fields, number(idRow, l.t(text.UnitRow), s.Unit.Y+1, 1, shape.H), number(idColumn, l.t(text.UnitColumn), s.Unit.X+1, 1, shape.W))
	}
	return app.Div().Class("net-fields").Body(fields...)
}

// shownSource returns the source of the weights behind the maps, as data-weights has it. Until the
// shipped weights are fetched, it is the seed.
func (l *Lab) shownSource() string {
	from, t := l.source()
	if t == nil {
		from = Drawn
	}
	return from.word()
}

// renderUnit draws the unit's number, how it is computed, and the way to its arithmetic.
func (l *Lab) renderUnit() app.UI {
	v := l.made.run.at(l.state.shown(), l.state.Unit)
	o := l.opening()
	name := l.unitName() + " = "
	if l.atSoftmax() {
		name = l.t(softmaxText.Value, l.unitName())
	}
	body := []app.UI{
		app.P().Class("net-value").Body(
			app.Span().Text(name),
			app.Strong().DataSet("test", "unit-value").DataSet("value", trace.Plain(v)).Text(decimal(v))),
		app.P().Class("small").DataSet("test", "unit-how").Text(l.how(v)),
	}
	if l.atSoftmax() {
		s, class := l.made.run.softmax(), l.state.Unit.C
		body = append(body, app.P().Class("net-value").Body(
			app.Span().Text(l.t(softmaxText.Probability)+" = "),
			app.Strong().DataSet("test", "unit-probability").DataSet("value", trace.Plain(s.Probs[class])).Text(s.share(class))))
	}
	if o.Path == "" {
		body = append(body, app.P().Class("small muted").DataSet("test", "unit-why").Text(l.t(o.Why)))
	} else {
		label := text.OpenConv
		if o.Path == "/pool" {
			label = text.OpenPool
		}
		body = append(body, app.Div().Class("buttons").Body(
			app.A().ID(idOpen).Class("button button-link").DataSet("test", "open-unit").Href(l.Page.Link(o.Path)+"?"+o.Query).Text(l.t(label))))
		if o.Note != (lang.Text{}) {
			body = append(body, app.P().Class("small muted").Text(l.t(o.Note)))
		}
	}
	return app.Div().Class("net-unit stack").Body(body...)
}

// unitName returns the unit's layer and place.
func (l *Lab) unitName() string {
	u := l.state.Unit
	switch {
	case l.atSoftmax():
		return l.t(softmaxText.UnitClass, l.shownName(), u.C)
	case l.made.tiles.single():
		return l.t(text.UnitSingle, l.shownName(), u.C+1)
	}
	return l.t(text.Unit, l.shownName(), u.C+1, u.Y+1, u.X+1)
}

// how returns a sentence about how the unit's number v is computed.
func (l *Lab) how(v float32) string {
	row, r := l.state.shown(), l.made.run
	if row == 0 {
		return l.t(text.HowInput)
	}
	n := r.spec.Layers[row-1]
	kind := kindRow(n.Kind)
	if kind.How == nil {
		return l.t(*kind.Why)
	}
	inside, all := r.windowCells(row, l.state.Unit)
	terms, padded := inside, all-inside
	s, ok := r.sum(row, l.state.Unit)
	if ok {
		terms = len(s.X)
	}
	note := ""
	if kind.Padding != nil && padded > 0 {
		note = " " + l.t(kind.Padding(n), padded, all)
		if n.CountPad {
			terms = all
		}
	}
	said := l.t(*kind.How, terms, decimal(s.Bias), decimal(float32(s.Before))) + note
	if n.Act != nn.Identity {
		said += " " + l.t(text.HowAct, actName(n.Act), decimal(v))
	}
	return said
}

// decimal writes a value for reading, with up to four decimals.
func decimal(v float32) string { return trace.NumberTo(float64(v), 4) }

// onTiles chooses the channel whose map was clicked.
func (l *Lab) onTiles(ctx app.Context, e app.Event) {
	x, y, ok := pointAt(ctx, e, tilesWidth+4)
	if i := l.made.tiles.find(x, y); ok && i >= 0 {
		s := l.state
		s.Unit.C = i
		l.look(s)
		l.sayUnit()
	}
}

// onMap chooses the unit that was clicked.
func (l *Lab) onMap(ctx app.Context, e app.Event) {
	s := l.state
	shape := s.shape()
	scale := fieldSide / float64(max(shape.H, shape.W))
	x, y, ok := pointAt(ctx, e, float64(shape.W)*scale+6)
	if !ok {
		return
	}
	s.Unit.X = min(max(int((x-3)/scale), 0), shape.W-1)
	s.Unit.Y = min(max(int((y-3)/scale), 0), shape.H-1)
	l.look(s)
	l.sayUnit()
}

// onMapKey moves from unit to unit by the keys; Enter opens the unit's arithmetic.
func (l *Lab) onMapKey(ctx app.Context, e app.Event) {
	s := l.state
	shape, u := s.shape(), s.Unit
	switch ui.KeyOf(e.Value) {
	case "ArrowLeft":
		u.X--
	case "ArrowRight":
		u.X++
	case "ArrowUp":
		u.Y--
	case "ArrowDown":
		u.Y++
	case "Home":
		u.C--
	case "End":
		u.C++
	case "Enter":
		if o := l.opening(); o.Path != "" {
			ctx.Navigate(l.Page.Link(o.Path) + "?" + o.Query)
		}
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	s.Unit = Unit{min(max(u.C, 0), shape.C-1), min(max(u.Y, 0), shape.H-1), min(max(u.X, 0), shape.W-1)}
	if s.Unit != l.state.Unit {
		l.look(s)
		l.sayUnit()
	}
}

// sayUnit announces the unit that was chosen.
func (l *Lab) sayUnit() {
	l.prepare()
	if l.made.run != nil {
		ui.Announce(l.said())
	}
}

// said returns the unit and its number. For a class these are its logit and its probability.
func (l *Lab) said() string {
	v := decimal(l.made.run.at(l.state.shown(), l.state.Unit))
	if l.atSoftmax() {
		return l.t(softmaxText.Said, l.unitName(), v, l.made.run.softmax().share(l.state.Unit.C))
	}
	return l.unitName() + " = " + v
}
