package window

import (
	"strconv"
	"syscall/js"

	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"
)

// A pad is an input tile as the keyboard sees it: one stop of the Tab key, in which the
// arrows move a cursor from cell to cell; Enter or a digit edits the cell it is at.

// isPad says whether an element is one.
func (o *pointer) isPad(e js.Value) bool {
	return e.Truthy() && e.Get("matches").Type() == js.TypeFunction && e.Call("matches", ".pad").Bool()
}

// pad finds the pad of the channel of a cell.
func (o *pointer) pad(at place) js.Value {
	if at.Role != viz.InputCell && at.Role != viz.SpreadCell {
		return js.Null()
	}
	return o.stage.Call("querySelector", `.pad[data-role="`+strconv.Itoa(int(at.Role))+`"][data-channel="`+strconv.Itoa(at.Channel)+`"]`)
}

// onPad puts the cursor into the pad that got the focus: where it was, or into the window.
func (o *pointer) onPad(e js.Value) bool {
	if !o.isPad(e) {
		return false
	}
	w := o.lab().walk
	channel, _ := strconv.Atoi(e.Call("getAttribute", "data-channel").String())
	role, _ := strconv.Atoi(e.Call("getAttribute", "data-role").String())
	if at := (place{Role: viz.CellRole(role), Channel: channel, Row: o.cursor.Row, Col: o.cursor.Col}); o.cursor != at || at.Row >= w.N || at.Col >= w.N {
		_, row, col := w.At(o.lab().look())
		at.Row, at.Col = min(max(0, w.Corner(row)), w.N-1), min(max(0, w.Corner(col)), w.N-1)
		o.cursor = at
	}
	if e.Call("matches", ":focus-visible").Bool() {
		o.showCursor(true)
	}
	return true
}

// moveCursor moves by rows and columns, and says the cell.
func (o *pointer) moveCursor(rows, cols int) {
	l := o.lab()
	n := l.walk.N
	o.cursor.Row, o.cursor.Col = min(max(0, o.cursor.Row+rows), n-1), min(max(0, o.cursor.Col+cols), n-1)
	o.showCursor(true)
	if v, ok := l.state.valueAt(o.cursor); ok {
		ui.Announce(l.say(text.InputCell, o.cursor.Channel+1, o.cursor.Row+1, o.cursor.Col+1, trace.Number(float64(v))))
	}
}

// showCursor draws the cursor, or hides it.
func (o *pointer) showCursor(on bool) {
	mark := byID("tile-cursor")
	if !mark.Truthy() {
		return
	}
	box, ok := o.tileBox(o.cursor)
	mark.Set("hidden", !on || !ok)
	if !on || !ok {
		return
	}
	// A cell may be three pixels wide; the mark stands around it.
	edge := max(box.W+6, 12)
	style := mark.Get("style")
	style.Set("width", decimal(edge)+"px")
	style.Set("height", decimal(edge)+"px")
	style.Set("transform", "translate("+decimal(box.X+box.W/2-edge/2)+"px,"+decimal(box.Y+box.H/2-edge/2)+"px)")
}

// box is where a cell is drawn, in CSS pixels of the stage: as a cell, or in its tile.
func (o *pointer) box(at place) (viz.Rect, bool) {
	for _, c := range o.p.lastStage.Cells {
		same := c.Role == at.Role && c.Channel == at.Channel && c.Row == at.Row && c.Col == at.Col
		if c.Role == viz.BiasCell {
			same = c.Role == at.Role
		}
		if same && (c.Role != viz.KernelCell && c.Role != viz.BiasCell || c.Filter == at.Filter) {
			return viz.Rect{X: c.X * o.p.scale, Y: c.Y * o.p.scale, W: c.Size * o.p.scale, H: c.Size * o.p.scale}, true
		}
	}
	return o.tileBox(at)
}

func (o *pointer) tileBox(at place) (viz.Rect, bool) {
	for _, t := range o.p.lastStage.Tiles {
		if t.Channel != at.Channel || (t.Kind != viz.InputTile || at.Role != viz.InputCell) && (t.Kind != viz.SpreadTile || at.Role != viz.SpreadCell) {
			continue
		}
		k := t.Cell * o.p.scale
		return viz.Rect{X: t.X*o.p.scale + float64(at.Col+t.Pad)*k, Y: t.Y*o.p.scale + float64(at.Row+t.Pad)*k, W: k, H: k}, true
	}
	return viz.Rect{}, false
}

// goTo moves the window to the first place where it holds a cell of a tile, and lets the
// loupe show its channel.
func (o *pointer) goTo(at place) {
	l := o.lab()
	l.state.Channel = at.Channel
	o.p.dirty = true
	if seen := l.walk.Touched(at.Row, at.Col); len(seen) > 0 && !l.state.Ask {
		m := max(0, l.look()) / (l.walk.Edge * l.walk.Edge)
		if l.Kind == trace.Pool {
			m = at.Channel
		}
		l.pause()
		l.eye = eye{}
		o.p.still = true
		l.walkTo(l.walk.Index(m, seen[0].Row, seen[0].Col) + 1)
	}
	o.p.now()
}
