package window

import (
	"syscall/js"

	"stridelab/app/ui"
)

// focus gives the focus to a cell, or to its tile if the cell is the cursor's.
func (o *pointer) focus(at place) {
	e := o.element(at)
	if pad := o.pad(at); at == o.cursor && pad.Truthy() {
		e = pad
	}
	if e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}

// onFocus makes the cell that the keyboard reached the hovered one.
func (o *pointer) onFocus(e js.Value) {
	if o.onPad(e.Get("target")) {
		return
	}
	at, g, ok := cellOf(e.Get("target"))
	if !ok {
		return
	}
	o.lab().pick(at, false)
	if g.Call("matches", ":focus-visible").Bool() {
		o.hover(o.hoveredAt(at))
	}
}

func (o *pointer) onKey(e js.Value) {
	key := ui.KeyOf(e)
	if o.editing && e.Get("target").Equal(o.editor) {
		e.Call("stopPropagation")
		switch key {
		case "Enter":
			e.Call("preventDefault")
			o.commit(true)
		case "Escape":
			e.Call("preventDefault")
			o.editing = false
			o.editor.Set("hidden", true)
			o.focus(o.at)
		}
		return
	}
	if e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() {
		return // a shortcut of the page or of the browser
	}
	at, _, ok := cellOf(e.Get("target"))
	onTile := o.isPad(e.Get("target"))
	if onTile {
		at, ok = o.cursor, true
	}
	if !ok {
		return
	}
	step := map[string][2]int{"ArrowLeft": {0, -1}, "ArrowRight": {0, 1}, "ArrowUp": {-1, 0}, "ArrowDown": {1, 0}}
	if d, ok := step[key]; ok {
		e.Call("preventDefault")
		if onTile {
			o.moveCursor(d[0], d[1])
			return
		}
		at.Row, at.Col = at.Row+d[0], at.Col+d[1]
		o.focus(at)
		o.lab().pick(at, true)
		return
	}
	l := o.lab()
	switch {
	case key == "Enter" || key == "F2":
		e.Call("preventDefault")
		l.Act(func() { o.click(at, true) })
	case (key == "n" || key == "N") && l.state.Tab == Backward:
		e.Call("preventDefault")
		l.Act(func() {
			l.pick(at, true)
			l.nudge()
		})
	case key == "Escape":
		js.Global().Get("document").Get("activeElement").Call("blur")
		ui.Announce(l.t(text.Transport))
	case len(key) == 1 && (key[0] >= '0' && key[0] <= '9' || key == "-" || key == "." || key == ","):
		if _, ok := l.state.valueAt(at); ok && !l.asking() {
			if onTile && !o.element(at).Truthy() {
				o.goTo(at)
			}
			o.edit(at) // the browser then types the key into the editor, over the selected value
		}
	}
}
