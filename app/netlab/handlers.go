package netlab

import (
	"strconv"

	"stridelab/app/ui"
	"stridelab/nn"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The ids of the controls, which are also their names in SetChoice and SetNumber.
const (
	idPreset  = "preset"
	idKind    = "kind"
	idOut     = "param-filters"
	idUnits   = "param-units"
	idF       = "param-f"
	idS       = "param-s"
	idP       = "param-p"
	idD       = "param-d"
	idRate    = "param-rate"
	idAct     = "activation"
	idCount   = "count-padding"
	idH       = "param-h"
	idW       = "param-w"
	idC       = "param-c"
	idAdding  = "add-kind"
	idSeed    = "seed"
	idSource  = "weights"
	idSample  = "sample"
	idChannel = "unit-channel"
	idRow     = "unit-row"
	idColumn  = "unit-column"
)

// layer returns the selected layer, nil if the input is selected.
func (l *Lab) layer() *nn.Layer {
	if l.state.Row == 0 {
		return nil
	}
	return &l.state.Net.Layers[l.state.Row-1]
}

// name returns the name of a row of the table.
func (l *Lab) name(row int) string {
	if row == 0 {
		return l.t(text.Input)
	}
	return l.state.Net.Names()[row-1]
}

// SetChoice implements ui.ChoiceSetter.
func (l *Lab) SetChoice(_ app.Context, id, value string) {
	switch id {
	case idPreset:
		for _, p := range presets() {
			if p.ID == value {
				l.open(p)
			}
		}
		return
	case idAdding:
		l.adding = kindOf(value)
		return
	case idSource:
		l.chooseSource(value)
		return
	}
	if l.state.Row == 0 {
		return
	}
	n := *l.layer()
	switch id {
	case idKind:
		n = converted(n, kindOf(value))
	case idAct:
		n.Act = actOf(value)
	case idCount:
		n.CountPad = value == "yes"
	case idP:
		n.P = nn.PadSame
		if v, err := strconv.Atoi(value); err == nil {
			n.P = v
		}
	}
	l.change(id, n)
}

// SetNumber implements ui.NumberSetter. The control has checked the range.
func (l *Lab) SetNumber(_ app.Context, id string, value float64) {
	v, s := int(value), l.state
	switch id {
	case idSeed:
		s.Seed, s.From = uint64(value), Drawn
	case idSample:
		s.Sample = v
	case idChannel:
		s.Unit.C = v - 1
		if l.atSoftmax() {
			s.Unit.C = v // classes count from 0
		}
	case idRow:
		s.Unit.Y = v - 1
	case idColumn:
		s.Unit.X = v - 1
	default:
		l.setParam(id, value)
		return
	}
	l.look(s)
	l.sayUnit()
}

func (l *Lab) setParam(id string, value float64) {
	v := int(value)
	if l.state.Row == 0 {
		net := l.state.Net
		switch id {
		case idH:
			net.In.H = v
		case idW:
			net.In.W = v
		case idC:
			net.In.C = v
		}
		l.edit(net, 0, "in/"+id, l.t(text.SaidChanged, l.name(0)))
		return
	}
	n := *l.layer()
	if id == idRate {
		n.Rate = value
	}
	for _, f := range n.Kind.Fields() {
		if numberControl(n.Kind, f).ID != id {
			continue
		}
		if f == nn.FieldF && isPool(n.Kind) && n.S == n.F {
			n.S = v // the windows stay side by side
		}
		*f.Number(&n) = v
	}
	l.change(id, n)
}

// change replaces the selected layer. id is the control that changed it.
func (l *Lab) change(id string, n nn.Layer) {
	row := l.state.Row
	l.edit(replace(l.state.Net, row-1, n), row, strconv.Itoa(row)+"/"+id, l.t(text.SaidChanged, l.name(row)))
}

func (l *Lab) onAdd(app.Context, app.Event) { l.add() }

// add inserts a new layer after the selected one. If the last layer is selected, it goes before it,
// because only the softmax layer can be last.
func (l *Lab) add() {
	at := l.addsAt()
	net := insert(l.state.Net, at, newLayer(l.adding))
	l.edit(net, at+1, "", l.t(text.SaidAdded, net.Names()[at]))
}

func (l *Lab) addsAt() int {
	at := l.state.Row
	if n := len(l.state.Net.Layers); at == n && n > 0 {
		at--
	}
	return at
}

func (l *Lab) onRemove(app.Context, app.Event) { l.remove() }

func (l *Lab) remove() {
	row := l.state.Row
	if row > 0 {
		l.edit(remove(l.state.Net, row-1), row, "", l.t(text.SaidRemoved, l.name(row)))
	}
}

func (l *Lab) onUp(app.Context, app.Event)   { l.move(-1) }
func (l *Lab) onDown(app.Context, app.Event) { l.move(1) }

// canMove reports whether the selected layer can move down by this many rows; −1 is up.
func (l *Lab) canMove(by int) bool {
	row := l.state.Row
	return row > 0 && row+by > 0 && row+by <= len(l.state.Net.Layers)
}

func (l *Lab) move(by int) {
	if l.canMove(by) {
		row := l.state.Row
		net := swap(l.state.Net, row-1, row-1+by)
		l.edit(net, row+by, "", l.t(text.SaidMoved, net.Names()[row-1+by], row+by))
	}
}

func (l *Lab) onUndo(app.Context, app.Event)  { l.undo() }
func (l *Lab) onRedo(app.Context, app.Event)  { l.redo() }
func (l *Lab) onReset(app.Context, app.Event) { l.reset() }

// onRow selects the row that was clicked, unless the click ends a selection of text.
func (l *Lab) onRow(ctx app.Context, e app.Event) {
	line := e.Get("target").Call("closest", "tr[data-row]")
	selection := app.Window().Call("getSelection")
	if !line.Truthy() || selection.Truthy() && !selection.Get("isCollapsed").Bool() {
		ctx.PreventUpdate()
		return
	}
	if row, err := strconv.Atoi(line.Get("dataset").Get("row").String()); err == nil {
		l.selectRow(row, false)
	}
}

// onTableKey handles the keys of the table.
func (l *Lab) onTableKey(ctx app.Context, e app.Event) {
	key, alt, row := ui.KeyOf(e.Value), e.Get("altKey").Truthy(), l.state.Row
	if e.Get("ctrlKey").Truthy() || e.Get("metaKey").Truthy() {
		key = ""
	}
	by, next := 1, ""
	switch key {
	case "ArrowUp", "ArrowDown":
		if key == "ArrowUp" {
			by = -1
		}
		if alt {
			l.move(by)
		} else {
			l.selectRow(row+by, true)
		}
	case "Home":
		l.selectRow(0, true)
	case "End":
		l.selectRow(len(l.state.Net.Layers), true)
	case "Delete", "Backspace":
		l.remove()
	case "+", "Insert":
		l.add()
	case "Enter":
		next = l.firstField()
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	// The focus moves after the key is up and the edit is rendered: a list that had the focus
	// sooner would open on Enter.
	ctx.Defer(func(app.Context) {
		if next == "" {
			next = rowID(l.state.Row)
		}
		ui.Focus(next)
	})
}

// firstField returns the id of the control that Enter moves the focus to.
func (l *Lab) firstField() string {
	if l.state.Row == 0 {
		return idH
	}
	return idKind
}

// onBoxes selects the box that was clicked.
func (l *Lab) onBoxes(ctx app.Context, e app.Event) {
	if x, _, ok := pointAt(ctx, e, l.made.boxes.Scene().W); ok {
		if i := l.made.boxes.Find(x); i >= 0 && !l.state.broken() {
			l.selectRow(i, false)
		}
	}
}

// pointAt returns where an event lies in the SVG inside the element that handles it, in the units
// of a scene of the given width.
func pointAt(ctx app.Context, e app.Event, width float64) (x, y float64, ok bool) {
	svg := ctx.JSSrc().Call("querySelector", "svg")
	if !svg.Truthy() {
		return 0, 0, false
	}
	box := svg.Call("getBoundingClientRect")
	scale := box.Get("width").Float()
	if scale == 0 {
		return 0, 0, false
	}
	scale = width / scale
	return (e.Get("clientX").Float() - box.Get("left").Float()) * scale, (e.Get("clientY").Float() - box.Get("top").Float()) * scale, true
}

func (l *Lab) onCopyTorch(app.Context, app.Event) {
	l.copyCode("PyTorch", PyTorch(l.Page.Lang, l.state.Valid))
}
func (l *Lab) onCopyKeras(app.Context, app.Event) {
	l.copyCode("Keras", Keras(l.Page.Lang, l.state.Valid))
}

// copyCode copies a text and shows whether that worked.
func (l *Lab) copyCode(name, code string) {
	ui.CopyText(code, func(ok bool) {
		if l.OnPage {
			l.Act(func() { l.copied = copied{name, !ok} })
		}
	})
}

func actOf(word string) nn.Activation {
	for a := nn.Identity; a <= nn.Sigmoid; a++ {
		if a.String() == word {
			return a
		}
	}
	return nn.Identity
}
