package netlab

import (
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Render draws the page.
func (l *Lab) Render() app.UI {
	state := "ready"
	if l.state.broken() {
		state = "broken"
	}
	l.prepare()
	return l.Page.Frame(keys(),
		lab.Root("network", "net").DataSet("state", state).DataSet("stop", l.state.Stop+1).Body(
			lab.Head(l.Page, text.Title, text.Lead, ui.Notice(ui.Error, "error", l.notice())),
			app.Div().Class("lab").Body(
				app.Div().Class("net-stage stack-wide").Body(
					l.renderTools(),
					l.renderTable(),
				),
				app.Div().Class("side stack-wide").Body(
					l.renderLesson(),
					l.renderUse(),
					ui.SharePanel(l.Page, l.Shared, l.OnShare),
				),
			),
			l.renderPictures(),
			l.renderInside(),
			l.renderCode(),
		),
	)
}

// notice returns the sentence at the top for an address that could not be read, else "".
func (l *Lab) notice() string {
	if l.Broken {
		return l.t(l.Refusal())
	}
	return ""
}

func (l *Lab) renderTools() app.UI {
	value, about := "custom", text.AboutCustom
	options := []ui.Option{}
	for _, p := range presets() {
		options = append(options, ui.Option{Value: p.ID, Label: l.t(p.Name)})
	}
	if p, ok := presetOf(l.state.Net); ok {
		value, about = p.ID, p.About
	} else {
		options = append(options, ui.Option{Value: value, Label: l.t(text.Custom)})
	}
	return app.Section().Class("stack").Aria("label", l.t(text.Preset)).Body(
		app.Div().Class("net-tools").Body(append(
			[]app.UI{&ui.Select{ID: idPreset, Hook: "preset", Label: l.t(text.Preset), Value: value, Options: options, To: l}},
			lab.UndoButtons(l.Page, l.past.Undoable(), l.past.Redoable(), l.onUndo, l.onRedo)...)...,
		),
		app.P().Class("net-about").Text(l.t(about)),
	)
}

// renderTable draws the table of layers and, under it, the controls of the selected row.
func (l *Lab) renderTable() app.UI {
	s := l.state
	rows, err := s.Net.Table()
	_, bad, _ := faultOf(err)
	names := s.Net.Names()
	numbers := layerNumbers(rows)
	lines := make([]app.UI, 0, len(names)+1)
	for i := range len(names) + 1 {
		wrong := err != nil && (i > 0 && names[i-1] == bad || bad == "" && i == 0)
		lines = append(lines, l.renderRow(i, rows, numbers, wrong))
	}
	sum, work := "–", "–"
	if err == nil {
		sum, work = ui.Count(total(rows)), ui.Count(multiplyAdds(rows))
	}
	head := func(class string, label string) app.UI {
		return app.Th().Attr("scope", "col").Class(class).Text(label)
	}
	return app.Section().Class("stack").Aria("label", l.t(text.Table)).Body(
		app.Div().Class("net-scroll").TabIndex(0).Attr("role", "group").Aria("label", l.t(text.Table)).Body(
			app.Table().Class("net-table").Aria("describedby", "table-hint").On("copy", l.onCopyTable).Body(
				app.THead().Body(app.Tr().Body(
					head("net-number", l.t(text.ColNumber)), head("", l.t(text.ColLayer)), head("", l.t(text.ColSettings)), head("", l.t(text.ColShape)), head("num", l.t(text.ColSize)),
					head("num net-sum", l.t(text.ColSum)), head("num", l.t(text.ColParams)),
					head("num", l.t(text.ColWork)), head("num", l.t(text.ColField)))),
				app.TBody().OnKeyDown(l.onTableKey).OnClick(l.onRow).Body(lines...),
				app.TFoot().Body(app.Tr().Class("net-total").Body(
					app.Td().Class("net-number"),
					app.Th().Attr("scope", "row").ColSpan(4).Text(l.t(text.Total)),
					app.Td().Class("net-sum"),
					app.Td().Class("num").DataSet("test", "total-params").Text(sum),
					app.Td().Class("num").Text(work),
					app.Td(),
				)),
			),
		),
		app.P().ID("table-hint").Class("small muted net-keys").Text(l.t(text.TableHint)),
		l.renderCopy(),
		ui.Notice(ui.Error, "error", l.fault()), // next to the controls that can correct it
		l.renderEditor(rows),
	)
}

// renderRow draws a line of the table. rows ends before i if the network does not fit from there
// on. A bracket joins the rows that count as one layer.
func (l *Lab) renderRow(i int, rows []nn.Row, numbers []int, wrong bool) app.UI {
	name, hook := l.name(i), "Input"
	if i > 0 {
		hook = name
	}
	shape, size, sum, params, work, field := "", "", "", "", "", ""
	number, bracket := "", "net-number"
	if i < len(rows) {
		r := rows[i]
		shape, size, params, work = r.Shape.String(), strconv.FormatInt(r.Size, 10), strconv.FormatInt(r.Params, 10), ui.Count(r.MultiplyAdds)
		sum, field = sumOf(l.state.Net, rows, i), l.fieldOf(rows, i)
		if numbers[i] > 0 {
			number = strconv.Itoa(numbers[i])
			before, after := numbers[i-1] == numbers[i], i+1 < len(rows) && numbers[i+1] == numbers[i]
			switch {
			case before && after:
				bracket += " net-joined"
			case after:
				bracket += " net-first"
			case before:
				bracket += " net-last"
			}
		}
	}
	class, tab, current := "", -1, "false"
	if i == l.state.Row {
		class, tab, current = "net-now", 0, "true"
	}
	mark := ""
	if wrong {
		class, mark = class+" net-bad", "! "
	}
	// When the table is copied, each line must be a line and each cell one value. So the button is
	// one word, and the layer's settings stand in a cell of their own.
	button := app.Button().Type("button").ID(rowID(i)).Class("net-name").DataSet("row", i).TabIndex(tab).Attr("aria-pressed", current).Text(mark + name)
	cell := func(v string) app.UI {
		if v == "" {
			v = "–"
		}
		return app.Td().Class("num").Text(v)
	}
	return app.Tr().Class(strings.TrimSpace(class)).DataSet("test", "layer-row").DataSet("layer", hook).DataSet("row", i).
		DataSet("shape", shape).DataSet("size", size).DataSet("params", params).Body(
		app.Td().Class(bracket).Text(number),
		app.Th().Attr("scope", "row").Body(button),
		app.Td().Class("net-how").Text(l.describe(i)),
		app.Td().Text(orDash(shape)), cell(grouped(size)),
		app.Td().Class("num net-sum").DataSet("test", "layer-sum").Text(sum),
		cell(grouped(params)), cell(work), cell(field))
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func grouped(digits string) string {
	if v, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return ui.Count(v)
	}
	return digits
}

func multiplyAdds(rows []nn.Row) (n int64) {
	for _, r := range rows {
		n += r.MultiplyAdds
	}
	return n
}

// describe returns the settings that stand beside a layer's name: f=5 s=1, ReLU.
func (l *Lab) describe(row int) string {
	if row == 0 {
		return ""
	}
	n := l.state.Net.Layers[row-1]
	var parts []string
	if short := kindRow(n.Kind).Short; short != nil {
		parts = append(parts, l.t(*short))
	}
	for _, f := range n.Kind.Fields() {
		switch {
		case f == nn.FieldF:
			parts = append(parts, "f="+strconv.Itoa(n.F))
		case f == nn.FieldS:
			parts = append(parts, "s="+strconv.Itoa(n.S))
		case f == nn.FieldP && n.P == nn.PadSame:
			parts = append(parts, "p="+l.t(text.Same))
		case f == nn.FieldP && n.P > 0:
			parts = append(parts, "p="+strconv.Itoa(n.P))
		case f == nn.FieldD && n.D > 1:
			parts = append(parts, "d="+strconv.Itoa(n.D))
		case f == nn.FieldRate:
			parts = append(parts, rate(n.Rate))
		}
	}
	if n.Act != nn.Identity {
		parts = append(parts, actName(n.Act))
	}
	return strings.Join(parts, " ")
}

// actName returns an activation's name in the field's spelling, "" for none.
func actName(a nn.Activation) string {
	switch a {
	case nn.ReLU:
		return "ReLU"
	case nn.Tanh:
		return "tanh"
	case nn.Sigmoid:
		return "sigmoid"
	}
	return ""
}

// longTable is the most layers with which the table's top and the controls under it are on one
// screen.
const longTable = 10

// renderEditor draws the controls of the selected row.
func (l *Lab) renderEditor(rows []nn.Row) app.UI {
	row := l.state.Row
	var kinds []ui.Option
	for _, k := range nn.Kinds() {
		kinds = append(kinds, ui.Option{Value: k.String(), Label: l.t(*kindRow(k).Name)})
	}
	adding := l.t(text.AddAfter, l.name(row))
	if l.addsAt() < row {
		adding = l.t(text.AddBefore, l.name(row))
	}
	button := func(id, label, title string, can bool, why string, press app.EventHandler) app.UI {
		b := ui.ButtonProps{ID: id, Hook: id, Label: label, Title: title}
		if !can {
			b.Disabled = why
		}
		return ui.Button(b, press)
	}
	fields, class := l.fields(kinds), "net-editor"
	if len(l.state.Net.Layers) > longTable {
		class += " net-stays"
	}
	return app.Section().Class(class).Aria("label", l.t(text.Editor, l.name(row))).Body(
		app.H2().Class("small-head").Text(l.t(text.Editor, l.name(row))),
		app.P().Class("small").DataSet("test", "row-sum").Text(l.rowSum(rows)),
		app.Div().Class("net-fields").Body(fields...),
		app.Div().Class("net-actions").Body(
			button("move-up", "↑ "+l.t(text.Up), "Alt+↑", l.canMove(-1), l.t(text.CannotMove), l.onUp),
			button("move-down", "↓ "+l.t(text.Down), "Alt+↓", l.canMove(1), l.t(text.CannotMove), l.onDown),
			button("remove", l.t(text.Remove), "Delete", row > 0, l.t(text.CannotRemove), l.onRemove),
			app.Div().Class("net-add").Body(
				&ui.Select{ID: idAdding, Hook: idAdding, Label: adding, Value: l.adding.String(), Options: kinds, To: l},
				ui.Button(ui.ButtonProps{ID: "add", Hook: "add", Label: l.t(text.Add), Title: "+"}, l.onAdd),
			),
		),
	)
}

// fields draws the controls of the selected row's settings.
func (l *Lab) fields(kinds []ui.Option) []app.UI {
	number := func(id, label string, v, lo, hi int) app.UI {
		return &ui.Number{Lang: l.Page.Lang, ID: id, Hook: id, Label: label, Value: float64(v), Min: float64(lo), Max: float64(hi), Integer: true, To: l}
	}
	n := l.layer()
	if n == nil {
		in := l.state.Net.In
		return []app.UI{
			number(idH, l.t(text.Height), in.H, 1, 512), number(idW, l.t(text.Width), in.W, 1, 512), number(idC, l.t(text.Channels), in.C, 1, 1024),
		}
	}
	fields := []app.UI{&ui.Select{ID: idKind, Hook: idKind, Label: l.t(text.Kind), Value: n.Kind.String(), Options: kinds, To: l}}
	for _, f := range n.Kind.Fields() {
		switch {
		case f == nn.FieldP:
			fields = append(fields, l.padding(*n))
		case f == nn.FieldRate:
			fields = append(fields, &ui.Number{Lang: l.Page.Lang, ID: idRate, Hook: idRate, Label: l.t(text.Rate), Value: n.Rate, Min: 0, Max: 0.95, Step: 0.05, To: l})
		case f != nn.FieldCountPad:
			c := numberControl(n.Kind, f)
			fields = append(fields, number(c.ID, l.t(*c.Label), *f.Number(n), 1, c.Most))
		case n.P != 0:
			value := "no"
			if n.CountPad {
				value = "yes"
			}
			fields = append(fields, &ui.Select{ID: idCount, Hook: idCount, Label: l.t(text.CountPad), Value: value, To: l,
				Options: []ui.Option{{Value: "no", Label: l.t(text.No)}, {Value: "yes", Label: l.t(text.Yes)}}})
		}
	}
	if n.Kind.TakesActivation() {
		acts := []ui.Option{{Value: nn.Identity.String(), Label: l.t(text.None)}}
		for a := nn.ReLU; a <= nn.Sigmoid; a++ {
			acts = append(acts, ui.Option{Value: a.String(), Label: actName(a)})
		}
		fields = append(fields, &ui.Select{ID: idAct, Hook: idAct, Label: l.t(text.Activation), Value: n.Act.String(), Options: acts, To: l})
	}
	return fields
}

// padding draws the control of the padding: a list, so that "same" can be one of its values.
func (l *Lab) padding(n nn.Layer) app.UI {
	options := []ui.Option{{Value: "0", Label: l.t(text.Valid)}, {Value: "same", Label: l.t(text.SameOption)}}
	value := "same"
	if n.P != nn.PadSame {
		value = strconv.Itoa(n.P)
	}
	for p := 1; p <= max(8, n.P); p++ {
		options = append(options, ui.Option{Value: strconv.Itoa(p), Label: strconv.Itoa(p)})
	}
	return &ui.Select{ID: idP, Hook: idP, Label: l.t(text.Padding), Value: value, Options: options, To: l}
}
