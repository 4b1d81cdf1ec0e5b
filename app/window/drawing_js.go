package window

import (
	"strconv"
	"syscall/js"

	"stridelab/viz"
)

// drawing is the stage's SVG: a group for each cell, and the words. If the stage has more cells
// than SVG can change within a frame (Stage.Many), the groups are only there to be pointed at,
// focused and read, and pencils draw the cells on canvases.
type drawing struct {
	svg, wordLayer, cornerLayer js.Value
	many                        bool
	tiles                       []viz.StageTile
	cells                       []cellView // as drawn last
	elements                    []js.Value // the cells' groups
	unnamed                     []bool     // the elements whose accessible names are not up to date
	strings                     jsStrings  // names and values of attributes
	words                       []viz.StageText
	wordElements                []js.Value
	corners                     string
}

// stands reports whether the drawing is in the document.
func (d *drawing) stands() bool { return d.svg.Truthy() && d.svg.Get("isConnected").Bool() }

// alike reports whether a stage has the same cells and tiles as the one drawn last, if perhaps with
// other numbers.
func (d *drawing) alike(st viz.Stage, cells []cellView) bool {
	if len(cells) != len(d.cells) || st.Many() != d.many || len(st.Tiles) != len(d.tiles) {
		return false
	}
	for i, t := range st.Tiles {
		old := d.tiles[i]
		if t.Kind != old.Kind || t.Channel != old.Channel || t.X != old.X || t.Y != old.Y || t.Cell != old.Cell || t.W != old.W || t.H != old.H {
			return false
		}
	}
	for i, c := range cells {
		old := d.cells[i]
		if c.Role != old.Role || c.Size != old.Size || c.focusable() != old.focusable() {
			return false
		}
	}
	return true
}

// rebuild writes the whole drawing anew and finds its elements. The focus returns to the cell that
// had it.
func (d *drawing) rebuild(l *Lab, host js.Value, st viz.Stage, cells []cellView) {
	active := document().Get("activeElement")
	selector := ""
	if active.Truthy() && host.Call("contains", active).Bool() {
		for _, name := range []string{"data-test", "data-role", "data-channel", "data-row", "data-col", "data-pool"} {
			if v := active.Call("getAttribute", name); v.Type() == js.TypeString {
				selector += "[" + name + "=\"" + v.String() + "\"]"
			}
		}
	}
	host.Set("innerHTML", l.svg(st, l.t(text.Stage), true))
	d.svg, d.many, d.cells = host.Get("firstElementChild"), st.Many(), cells
	d.tiles = append(d.tiles[:0], st.Tiles...)
	layers := d.svg.Get("children")
	d.wordLayer, d.cornerLayer = layers.Index(2), layers.Index(3)
	d.elements = all(d.elements, layers.Index(0))
	d.unnamed = make([]bool, len(cells))
	d.words, d.wordElements = append(d.words[:0], st.Texts...), all(d.wordElements, d.wordLayer)
	d.corners = d.cornersOf(st)
	if selector != "" {
		if e := host.Call("querySelector", selector); e.Truthy() {
			e.Call("focus", map[string]any{"preventScroll": true})
		}
	}
}

// all returns the child elements of parent, in the memory of list.
func all(list []js.Value, parent js.Value) []js.Value {
	children := parent.Get("children")
	list = list[:0]
	for i := range children.Length() {
		list = append(list, children.Index(i))
	}
	return list
}

// update changes what differs from what was drawn last. If moves is true, changed cells are drawn
// anew, so that the style sheet animates them.
func (d *drawing) update(l *Lab, st viz.Stage, cells []cellView, moves bool) {
	for i, c := range cells {
		old := d.cells[i]
		if c == old {
			continue
		}
		e := d.elements[i]
		l.changes(c, old, func(name, value string) { e.Call("setAttribute", d.strings.of(name), d.strings.of(value)) })
		d.unnamed[i] = c.focusable()
		if !d.many {
			redraw(e, c.StageCell, old.StageCell, moves)
		}
	}
	d.cells = cells
	d.updateWords(st)
	if c := d.cornersOf(st); c != d.corners {
		d.corners = c
		d.cornerLayer.Set("innerHTML", c)
	}
}

// cornersOf returns the small numbers as SVG, or "" where a pencil draws them.
func (d *drawing) cornersOf(st viz.Stage) string {
	if d.many {
		return ""
	}
	return cornersSVG(st)
}

// updateWords changes the texts that differ from those drawn last.
func (d *drawing) updateWords(st viz.Stage) {
	same := len(st.Texts) == len(d.words)
	for i := 0; same && i < len(d.words); i++ {
		now := st.Texts[i]
		now.S = d.words[i].S
		same = now == d.words[i]
	}
	if !same {
		d.wordLayer.Set("innerHTML", textsSVG(st))
		d.words, d.wordElements = append(d.words[:0], st.Texts...), all(d.wordElements, d.wordLayer)
		return
	}
	for i, t := range st.Texts {
		if t.S != d.words[i].S {
			d.wordElements[i].Get("firstChild").Set("nodeValue", t.S)
			d.words[i] = t
		}
	}
}

// jsStrings keeps strings in the browser's form. Converting the same few strings again at every
// step would cost more than what is done with them.
type jsStrings map[string]js.Value

func (w *jsStrings) of(s string) js.Value {
	v, ok := (*w)[s]
	if !ok {
		if *w == nil || len(*w) > 4096 {
			*w = jsStrings{}
		}
		v = js.ValueOf(s)
		(*w)[s] = v
	}
	return v
}

// names gives the cells that changed their new accessible names. The painter calls it when no step
// comes for a while, because nobody can hear hundreds of names sixty times a second.
func (d *drawing) names(l *Lab) {
	for i, is := range d.unnamed {
		if is {
			d.unnamed[i] = false
			d.elements[i].Call("setAttribute", "aria-label", l.label(d.cells[i]))
		}
	}
}

// redraw changes what a cell's group holds. The border and the focus ring are the style sheet's.
func redraw(e js.Value, now, was viz.StageCell, moves bool) {
	now.X, now.Y, now.Row, now.Col, now.Channel, now.Filter = was.X, was.Y, was.Row, was.Col, was.Channel, was.Filter
	if (now.Corner == "") == (was.Corner == "") {
		now.Corner = was.Corner // only its presence counts here: it moves the number
	}
	switch {
	case now == was:
	case moves || !sameParts(now, was):
		// New elements, whose appearing the style sheet animates.
		e.Set("innerHTML", cellView{StageCell: now}.inner())
	default:
		retouch(e, now, was)
	}
}

// sameParts reports whether two drawings of a cell consist of the same elements, so that only
// number and tint may differ.
func sameParts(a, b viz.StageCell) bool {
	const drawn = viz.MarkPadding | viz.MarkDropped | viz.MarkWinner | viz.MarkTied
	return a.Marks&drawn == b.Marks&drawn && a.Size == b.Size && (a.Text == "") == (b.Text == "") && (a.Corner == "") == (b.Corner == "")
}

// retouch changes the number and the tint of a cell in place. It costs a tenth of drawing the cell
// anew, and serves when steps come too fast to be animated.
func retouch(e js.Value, now, was viz.StageCell) {
	if now.Tint != was.Tint {
		ground := e.Get("firstChild")
		role, opacity := groundPaint(now.Tint)
		if old, _ := groundPaint(was.Tint); old != role {
			ground.Call("setAttribute", "class", "ground "+role)
		}
		ground.Call("setAttribute", "fill-opacity", strconv.FormatFloat(opacity, 'f', 2, 64))
	}
	if now.Text == was.Text && now.TextSize() == was.TextSize() {
		return
	}
	number := e.Get("lastChild")
	number.Get("firstChild").Set("nodeValue", now.Text)
	if now.TextSize() != was.TextSize() {
		number.Call("setAttribute", "font-size", strconv.FormatFloat(now.TextSize(), 'f', 1, 64))
		number.Call("setAttribute", "y", strconv.FormatFloat(now.TextY()-now.Y, 'f', 1, 64))
	}
}
