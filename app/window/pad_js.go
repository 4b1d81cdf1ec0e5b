package window

import (
	"strconv"
	"syscall/js"

	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"
)

// A pad is a tile as the keyboard sees it: one stop of the Tab key, in which the arrow keys move a
// cursor from cell to cell. On the input, Enter or a digit edits the cell at the cursor. On the
// outputs, the window of the cell at the cursor is shown, and Enter walks there.

// isPad reports whether an element is a pad.
func (o *pointer) isPad(e js.Value) bool {
	return e.Truthy() && e.Get("matches").Type() == js.TypeFunction && e.Call("matches", ".pad").Bool()
}

// pad returns the pad that holds a cell, or null.
func (o *pointer) pad(at place) js.Value {
	selector := `.pad[data-role="` + strconv.Itoa(int(at.Role)) + `"]`
	if !o.wrapped(at.Role) {
		selector += `[data-channel="` + strconv.Itoa(at.Channel) + `"]`
	}
	return o.stage.Call("querySelector", selector)
}

// onPad puts the cursor into the pad e that got the focus: where the cursor was before, or else
// into the window. It reports whether e is a pad.
func (o *pointer) onPad(e js.Value) bool {
	if !o.isPad(e) {
		return false
	}
	l := o.lab()
	w := l.walk
	channel, _ := strconv.Atoi(e.Call("getAttribute", "data-channel").String())
	role, _ := strconv.Atoi(e.Call("getAttribute", "data-role").String())
	m, row, col := w.At(l.drawnWindow())
	now := place{Role: viz.CellRole(role), Channel: channel, Row: min(max(0, w.Corner(row)), w.N-1), Col: min(max(0, w.Corner(col)), w.N-1)}
	edge := w.N
	if output(now.Role) {
		now.Channel, now.Row, now.Col, edge = m, row, col, w.Edge
	}
	stays := o.cursor.Role == now.Role && (output(now.Role) || o.cursor.Channel == channel) && o.cursor.Channel < max(w.C, w.Maps) && o.cursor.Row < edge && o.cursor.Col < edge
	if !stays || !e.Call("matches", ":focus-visible").Bool() {
		o.cursor = now
	}
	if e.Call("matches", ":focus-visible").Bool() {
		o.showCursor(true)
	}
	return true
}

func output(r viz.CellRole) bool { return r == viz.OutputCell || r == viz.AverageCell }

// wrapped reports whether one tile holds all channels of a role, each a single cell, in lines.
func (o *pointer) wrapped(r viz.CellRole) bool {
	for _, t := range o.p.lastStage.Tiles {
		if cellRole(t.Kind) == r {
			return t.Wrapped
		}
	}
	return false
}

// moveCursor moves the cursor by rows and columns, and announces the cell.
func (o *pointer) moveCursor(rows, cols int) {
	l := o.lab()
	w := l.walk
	if output(o.cursor.Role) {
		row := w.Edge
		for _, t := range o.p.lastStage.Tiles {
			if t.Wrapped && cellRole(t.Kind) == o.cursor.Role {
				row = t.W
			}
		}
		// Counted in the order of the walk: after the end of a map comes the next map.
		i := min(max(0, w.Index(o.cursor.Channel, o.cursor.Row, o.cursor.Col)+rows*row+cols), w.Steps()-1)
		o.cursor.Channel, o.cursor.Row, o.cursor.Col = w.At(i)
		if pad := o.pad(o.cursor); pad.Truthy() && !pad.Equal(document().Get("activeElement")) {
			pad.Call("focus", map[string]any{"preventScroll": true})
		}
		o.hover(o.hoveredAt(o.cursor))
	} else {
		o.cursor.Row, o.cursor.Col = min(max(0, o.cursor.Row+rows), w.N-1), min(max(0, o.cursor.Col+cols), w.N-1)
	}
	o.showCursor(true)
	ui.Announce(o.cursorSays())
}

// cursorSays returns the sentence for the cell at the cursor.
func (o *pointer) cursorSays() string {
	l := o.lab()
	w, at := l.walk, o.cursor
	if !output(at.Role) {
		v, _ := l.state.valueAt(at)
		return l.say(text.InputCell, at.Channel+1, at.Row+1, at.Col+1, trace.Number(float64(v)))
	}
	c := cellView{StageCell: viz.StageCell{Role: at.Role, Channel: at.Channel, Row: at.Row, Col: at.Col}}
	values := w.Out
	switch i := w.Index(at.Channel, at.Row, at.Col); {
	case l.state.Tab == Backward:
		values = l.state.G
		fallthrough
	case i < l.state.Done:
		if l.state.Tab == Forward && w.Kind == trace.Pool {
			values = w.Max
			if at.Role == viz.AverageCell {
				values = w.Avg
			}
		}
		c.Text = trace.Number(float64(values[i]))
	}
	return l.label(c)
}

// showCursor shows the cursor, or hides it.
func (o *pointer) showCursor(on bool) {
	mark := ui.Element("tile-cursor")
	if !mark.Truthy() {
		return
	}
	box, ok := o.tileBox(o.cursor)
	mark.Set("hidden", !on || !ok)
	if !on || !ok {
		return
	}
	// A cell may be only three pixels wide, so the mark stands around it.
	edge := max(box.W+6, 12)
	style := mark.Get("style")
	style.Set("width", decimal(edge)+"px")
	style.Set("height", decimal(edge)+"px")
	style.Set("transform", "translate("+decimal(box.X+box.W/2-edge/2)+"px,"+decimal(box.Y+box.H/2-edge/2)+"px)")
}

// box returns where a cell is drawn, as a cell or in its tile, in CSS pixels of the stage. The
// second result is false if it is not drawn.
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
		row, col := at.Row+t.Pad, at.Col+t.Pad
		if t.Wrapped {
			row, col = at.Channel/t.W, at.Channel%t.W
		}
		if cellRole(t.Kind) != at.Role || t.Channel != at.Channel && !t.Wrapped {
			continue
		}
		k := t.Cell * o.p.scale
		return viz.Rect{X: t.X*o.p.scale + float64(col)*k, Y: t.Y*o.p.scale + float64(row)*k, W: k, H: k}, true
	}
	return viz.Rect{}, false
}

// goTo walks to the first window that holds a cell of a tile, and makes its channel the first that
// is shown large.
func (o *pointer) goTo(at place) {
	l := o.lab()
	l.state.Channel = at.Channel
	o.p.dirty = true
	if seen := l.walk.Touched(at.Row, at.Col); len(seen) > 0 && !l.state.Ask {
		m := max(0, l.drawnWindow()) / (l.walk.Edge * l.walk.Edge)
		if l.Kind == trace.Pool {
			m = at.Channel
		}
		l.pause()
		l.hovered = hovered{}
		o.p.still = true
		l.walkTo(l.walk.Index(m, seen[0].Row, seen[0].Col) + 1)
	}
	o.p.now()
}
