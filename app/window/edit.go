package window

import (
	"slices"

	"stridelab/app/trace"
	"stridelab/viz"
)

// history is what undo goes back to and redo forward to. A change is a whole
// State; its slices are shared, so that a step costs what it changes.
type history struct {
	past, future []State
}

// historyLimit is how many changes can be undone.
const historyLimit = 200

// record remembers the state before a change.
func (h *history) record(s State) {
	h.past = append(h.past, s)
	if len(h.past) > historyLimit {
		h.past = slices.Delete(h.past, 0, 1)
	}
	h.future = nil
}

// undo returns the state before the last change, given the one now.
func (h *history) undo(now State) (State, bool) {
	if len(h.past) == 0 {
		return now, false
	}
	last := len(h.past) - 1
	s := h.past[last]
	h.past, h.future = h.past[:last], append(h.future, now)
	return s, true
}

// redo returns the state that the last undo left.
func (h *history) redo(now State) (State, bool) {
	if len(h.future) == 0 {
		return now, false
	}
	last := len(h.future) - 1
	s := h.future[last]
	h.future, h.past = h.future[:last], append(h.past, now)
	return s, true
}

// travel follows the browser's back and forward buttons along the changes: where the state
// gone to is one of them, undo and redo go on from there. A state that is none of them is a
// change like any other, so that undo brings back what was left.
func (h *history) travel(now, to State) {
	if to.sameNumbers(now) {
		return
	}
	for i := len(h.past) - 1; i >= 0; i-- {
		if !h.past[i].sameNumbers(to) {
			continue
		}
		h.future = append(h.future, now)
		for k := len(h.past) - 1; k > i; k-- {
			h.future = append(h.future, h.past[k])
		}
		h.past = h.past[:i]
		return
	}
	for i := len(h.future) - 1; i >= 0; i-- {
		if !h.future[i].sameNumbers(to) {
			continue
		}
		h.past = append(h.past, now)
		for k := len(h.future) - 1; k > i; k-- {
			h.past = append(h.past, h.future[k])
		}
		h.future = h.future[:i]
		return
	}
	h.record(now)
}

// place is a cell of the stage by what it holds: what a click, a key or the
// editor is about.
type place struct {
	Role                      viz.CellRole
	Filter, Channel, Row, Col int
}

// slot finds the number of a place in a state: which slice, which index. ok is
// false where nothing can be typed.
func (s State) slot(p place) (values []float32, index int, ok bool) {
	t := s.Setting
	switch p.Role {
	case viz.InputCell, viz.SpreadCell:
		values, index = s.X, (p.Channel*t.N+p.Row)*t.N+p.Col
		ok = p.Row >= 0 && p.Col >= 0 && p.Row < t.N && p.Col < t.N
	case viz.KernelCell:
		values, index, ok = s.W, ((p.Filter*t.C+p.Channel)*t.F+p.Row)*t.F+p.Col, true
	case viz.BiasCell:
		values, index, ok = s.B, p.Filter, true
	case viz.OutputCell:
		g := t.MustCheck()
		values, index, ok = s.G, g.Index(p.Channel, p.Row, p.Col), s.Tab == Backward
	}
	return values, index, ok && index >= 0 && index < len(values)
}

// with is the state with one number changed; the slices of s stay as they are.
func (s State) with(p place, v float32) State {
	values, index, ok := s.slot(p)
	if !ok {
		return s
	}
	changed := slices.Clone(values)
	changed[index] = v
	switch p.Role {
	case viz.InputCell, viz.SpreadCell:
		s.X = changed
	case viz.KernelCell:
		s.W = changed
	case viz.BiasCell:
		s.B = changed
	case viz.OutputCell:
		s.G = changed
	}
	return s
}

// valueAt is the number of a place.
func (s State) valueAt(p place) (float32, bool) {
	values, index, ok := s.slot(p)
	if !ok {
		return 0, false
	}
	return values[index], true
}

// edit reads what was typed into a place and changes the lab, or says why not.
func (l *Lab) edit(p place, typed string) error {
	v, err := trace.ParseCell(typed)
	if err != nil {
		return err
	}
	old, ok := l.state.valueAt(p)
	if !ok || old == v {
		return nil
	}
	l.past.record(l.state)
	l.set(l.state.with(p, v))
	l.speak()
	return nil
}

// speak has the result of the window walked last announced, as a step does. Before the first
// one there is none.
func (l *Lab) speak() {
	if l.painter != nil && l.state.Done > 0 {
		l.painter.announce = true
	}
}
