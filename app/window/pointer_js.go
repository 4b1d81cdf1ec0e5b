package window

import (
	"strconv"
	"syscall/js"

	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"
)

// pointer handles the events of the stage. It hovers over a cell, walks to an output, edits a
// number or paints the input.
type pointer struct {
	p      *painter
	stage  js.Value
	editor js.Value

	stroke   ui.Stroke // of a mouse or a finger that is down
	from     place     // the cell where the stroke began
	painting bool
	before   State // the state before the stroke painted
	at       place // the cell that the editor edits
	editing  bool
	cursor   place // the cell of a tile that the arrow keys have come to
}

// newPointer starts to listen. The lab's Releases end it.
func newPointer(p *painter) *pointer {
	o := &pointer{p: p, stage: ui.Element("stage"), editor: ui.Element("cell-editor")}
	on := func(target js.Value, event string, f func(e js.Value)) { p.l.Releases.Add(ui.Listen(target, event, f)) }
	on(o.stage, "pointerdown", o.onDown)
	on(o.stage, "pointermove", o.onMove)
	// On the whole page, because a pointer may be let go outside of the stage.
	on(js.Global(), "pointerup", o.onUp)
	on(js.Global(), "pointercancel", o.onCancel)
	on(o.stage, "pointerleave", func(js.Value) { o.hover(hovered{}) })
	on(o.stage, "keydown", o.onKey)
	on(o.stage, "focusin", o.onFocus)
	on(o.stage, "focusout", func(js.Value) { o.hover(hovered{}); o.showCursor(false) })
	on(o.editor, "blur", func(js.Value) { o.commit(false) })
	list := ui.Element("preset")
	on(list, "keydown", func(js.Value) { p.l.list.keyed = true })
	on(list, "pointerdown", func(js.Value) { p.l.list.keyed = false })
	on(list, "blur", func(js.Value) { p.l.list.keyed, p.l.list.passing = false, false })
	return o
}

func (o *pointer) lab() *Lab { return o.p.l }

// cellOf finds the cell that an element belongs to, and the cell's group.
func cellOf(e js.Value) (place, js.Value, bool) {
	if !e.Truthy() || e.Get("closest").Type() != js.TypeFunction {
		return place{}, e, false
	}
	g := e.Call("closest", "g.cell")
	if !g.Truthy() {
		return place{}, g, false
	}
	number := func(name string) int {
		v := g.Call("getAttribute", name)
		if v.Type() != js.TypeString {
			return 0
		}
		n, _ := strconv.Atoi(v.String())
		return n
	}
	at := place{Filter: number("data-filter"), Channel: number("data-channel"), Row: number("data-row"), Col: number("data-col")}
	pool := g.Call("getAttribute", "data-pool")
	average := pool.Type() == js.TypeString && pool.String() == "avg"
	switch g.Call("getAttribute", "data-test").String() {
	case "input-cell", "padding-cell":
		at.Role = viz.InputCell
		if average {
			at.Role = viz.SpreadCell
		}
	case "kernel-cell":
		at.Role = viz.KernelCell
	case "bias-cell":
		at.Role = viz.BiasCell
	case "product-cell":
		at.Role = viz.ProductCell
	default:
		at.Role = viz.OutputCell
		if average {
			at.Role = viz.AverageCell
		}
	}
	return at, g, true
}

// tileOf finds the cell of a tile under the pointer.
func (o *pointer) tileOf(e js.Value) (viz.StageTile, place, bool) {
	st := o.p.lastStage
	if len(st.Tiles) == 0 {
		return viz.StageTile{}, place{}, false
	}
	x, y := ui.PointerAt(o.p.drawing.svg, e)
	i, row, col := st.TileAt(x/o.p.scale, y/o.p.scale)
	if i < 0 {
		return viz.StageTile{}, place{}, false
	}
	t := st.Tiles[i]
	at := place{Role: cellRole(t.Kind), Channel: t.Channel, Row: row, Col: col}
	if t.Wrapped {
		at.Channel, at.Row, at.Col = row*t.W+col, 0, 0
		if at.Channel >= len(t.Values) {
			return t, at, false
		}
	}
	return t, at, true
}

// under returns the cell under the pointer, in the drawing or in a tile.
func (o *pointer) under(e js.Value) (place, bool) {
	// The event of a captured pointer names the element that captured it, not the one beneath it.
	below := document().Call("elementFromPoint", e.Get("clientX"), e.Get("clientY"))
	if at, _, ok := cellOf(below); ok {
		return at, true
	}
	_, at, ok := o.tileOf(e)
	return at, ok
}

// hover makes h the hovered cell, the zero value for none. While the walk plays, nothing happens.
func (o *pointer) hover(h hovered) {
	l := o.lab()
	if h == l.hovered || l.transport.Playing {
		return
	}
	l.hovered = h
	l.repaint()
}

func (o *pointer) hoveredAt(at place) hovered {
	l := o.lab()
	switch at.Role {
	case viz.KernelCell:
		if l.state.Tab == Backward {
			return hovered{true, at.Role, trace.Cell{Channel: at.Channel, Row: at.Row, Col: at.Col}}
		}
	case viz.InputCell, viz.SpreadCell, viz.OutputCell, viz.AverageCell:
		if l.asking() && at.Role != viz.InputCell {
			return hovered{}
		}
		if at.Role == viz.SpreadCell {
			at.Role = viz.InputCell
		}
		return hovered{true, at.Role, trace.Cell{Channel: at.Channel, Row: at.Row, Col: at.Col}}
	}
	return hovered{}
}

func (o *pointer) onDown(e js.Value) {
	if o.editing && e.Get("target").Equal(o.editor) || e.Get("button").Int() != 0 {
		return
	}
	at, ok := o.under(e)
	if !ok {
		o.stroke.Sees(ui.ContactOf(e))
		return
	}
	begins, instead := o.stroke.Begin(ui.ContactOf(e))
	if !begins {
		return
	}
	if instead && o.painting { // the palm of a hand had painted: it is taken back
		o.p.still = true
		o.lab().set(o.before)
		o.lab().Changed()
	}
	o.painting, o.from = false, at
}

func (o *pointer) onMove(e js.Value) {
	contact := ui.ContactOf(e)
	o.stroke.Sees(contact)
	at, ok := o.under(e)
	if !o.stroke.By(contact.ID) {
		if contact.Type == "mouse" {
			if ok {
				o.hover(o.hoveredAt(at))
			} else {
				o.hover(hovered{})
			}
		}
		return
	}
	l := o.lab()
	canPaint := (o.from.Role == viz.InputCell || o.from.Role == viz.SpreadCell) && l.state.Tab == Forward && (contact.Type == "mouse" || l.brush.on)
	if !ok || !canPaint || at.Role != o.from.Role || at == o.from && !o.painting {
		return
	}
	v, good := l.state.valueAt(o.from)
	if l.brush.on && l.brush.set {
		v = l.brush.value
	}
	if !good {
		return
	}
	if !o.painting {
		o.painting, o.before = true, l.state
		if l.brush.on && l.brush.set {
			o.paint(o.from, v)
		}
	}
	o.paint(at, v)
}

// paint gives a cell the value v of the stroke.
func (o *pointer) paint(at place, v float32) {
	l := o.lab()
	o.p.still = true
	if now, ok := l.state.valueAt(at); ok && now != v {
		l.set(l.state.with(at, v))
		l.Changed()
	}
}

func (o *pointer) onUp(e js.Value) {
	if !o.stroke.End(ui.ContactOf(e)) || o.endPainting() {
		return
	}
	l := o.lab()
	at, ok := o.under(e)
	if !ok || at != o.from {
		return
	}
	byMouse := e.Get("pointerType").String() == "mouse"
	l.Act(func() { o.click(at, byMouse) })
}

// onCancel ends a stroke that the browser takes over, as for scrolling. What the stroke has painted
// stays.
func (o *pointer) onCancel(e js.Value) {
	if o.stroke.End(ui.ContactOf(e)) {
		o.endPainting()
	}
}

// endPainting records all that a stroke painted as one change. It reports whether the stroke
// painted.
func (o *pointer) endPainting() bool {
	if !o.painting {
		return false
	}
	o.painting = false
	l := o.lab()
	l.Act(func() {
		l.past.Record(o.before)
		l.anchor = l.state
	})
	l.speak()
	return true
}

// click acts on a cell: it answers a question, walks to an output or edits a number. The cell of a
// tile is too small to read, so the window moves there first. Then it is edited if edit is true, as
// for a mouse; a finger taps it again, where it is drawn large.
func (o *pointer) click(at place, edit bool) {
	l := o.lab()
	if l.point(at) {
		l.score.Remember(l.Course.Name)
		l.Write(false)
		return
	}
	l.pick(at, true)
	switch at.Role {
	case viz.OutputCell, viz.AverageCell:
		if l.state.Tab == Backward && at.Role == viz.OutputCell && !o.p.lastStage.Compact {
			o.edit(at)
			return
		}
		l.pause()
		if !l.state.Ask {
			o.p.still = true
			l.walkTo(l.walk.Index(at.Channel, at.Row, at.Col) + 1)
		}
		return
	case viz.InputCell, viz.SpreadCell:
		if l.brush.on && l.brush.set && o.p.lastStage.Compact && l.state.Tab == Forward {
			if now, ok := l.state.valueAt(at); ok && now != l.brush.value {
				l.past.Record(l.state)
				o.paint(at, l.brush.value)
				l.anchor = l.state
				l.speak()
			}
			return
		}
		if !o.element(at).Truthy() {
			o.goTo(at)
			if !edit {
				return
			}
		}
	}
	if _, ok := l.state.valueAt(at); ok {
		o.edit(at)
	}
}

// element returns the cell's group in the drawing, or null.
func (o *pointer) element(at place) js.Value {
	hook := map[viz.CellRole]string{viz.InputCell: "input-cell", viz.SpreadCell: "input-cell", viz.KernelCell: "kernel-cell", viz.BiasCell: "bias-cell",
		viz.OutputCell: "output-cell", viz.AverageCell: "output-cell", viz.ProductCell: "product-cell"}[at.Role]
	selector := `g[data-test="` + hook + `"][data-channel="` + strconv.Itoa(at.Channel) + `"][data-row="` + strconv.Itoa(at.Row) + `"][data-col="` + strconv.Itoa(at.Col) + `"]`
	switch at.Role {
	case viz.SpreadCell, viz.AverageCell:
		selector += `[data-pool="avg"]`
	case viz.InputCell:
		selector += `:not([data-pool="avg"])`
	case viz.OutputCell:
		selector += `:not([data-pool="avg"])`
	case viz.KernelCell, viz.BiasCell:
		selector += `[data-filter="` + strconv.Itoa(at.Filter) + `"]`
	}
	return o.stage.Call("querySelector", selector)
}

// edit opens the editor over a cell, with the value in it selected.
func (o *pointer) edit(at place) {
	l := o.lab()
	v, ok := l.state.valueAt(at)
	box, seen := o.box(at)
	if !ok || !seen {
		return
	}
	l.pause()
	if l.refused.field == atCell {
		l.refused = refusal{}
		l.Rerender()
	}
	o.at, o.editing = at, true
	style := o.editor.Get("style")
	px := func(v float64) string { return decimal(v) + "px" }
	width := max(box.W, 64)
	style.Set("left", px(max(0, min(box.X+box.W/2-width/2, o.p.width-width))))
	style.Set("top", px(box.Y))
	style.Set("width", px(width))
	style.Set("height", px(max(box.H, 30)))
	o.editor.Set("hidden", false)
	o.editor.Set("value", trace.Plain(v))
	o.editor.Call("focus", map[string]any{"preventScroll": true})
	o.editor.Call("select")
}

// placeRefusal puts the sentence for a refused number under its cell.
func (o *pointer) placeRefusal(at place) {
	box, seen := o.box(at)
	says := ui.Element("cell-refusal")
	if !seen || !says.Truthy() {
		return
	}
	const width = 256 // as in window.css
	style := says.Get("style")
	style.Set("left", decimal(max(0, min(box.X+box.W/2-width/2, o.p.width-width)))+"px")
	style.Set("top", decimal(box.Y+box.H+4)+"px")
}

// commit puts the editor's text into its cell and closes the editor. refocus gives the focus back
// to the cell.
func (o *pointer) commit(refocus bool) {
	if !o.editing {
		return
	}
	o.editing = false
	typed := o.editor.Get("value").String()
	at, l := o.at, o.lab()
	o.editor.Set("hidden", true)
	if refocus {
		o.focus(at)
	}
	l.Act(func() {
		l.refused = refusal{l.edit(at, typed), atCell}
		o.placeRefusal(at)
		l.anchor = l.state
		l.Write(false)
	})
}
