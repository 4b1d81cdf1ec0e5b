package window

import (
	"slices"

	"stridelab/app/trace"
	"stridelab/viz"
)

// place names a cell of the stage by what it holds. Clicks, keys and the editor act on a place.
type place struct {
	Role                      viz.CellRole
	Filter, Channel, Row, Col int
}

// slot finds the number of a place in the state: its slice and its index there. ok is false if no
// number can be typed into the place.
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

// with returns the state with the number at p replaced by v. The slices of s are not changed.
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

// valueAt returns the number at a place. ok is false if no number can be typed there.
func (s State) valueAt(p place) (float32, bool) {
	values, index, ok := s.slot(p)
	if !ok {
		return 0, false
	}
	return values[index], true
}

// edit puts what was typed into a place. The error says why it cannot be a cell's number.
func (l *Lab) edit(p place, typed string) error {
	v, err := trace.ParseCell(typed)
	if err != nil {
		return err
	}
	old, ok := l.state.valueAt(p)
	if !ok || old == v {
		return nil
	}
	l.past.Record(l.state)
	l.set(l.state.with(p, v))
	l.speak()
	return nil
}

// speak announces the result of the last window walked, if there is one.
func (l *Lab) speak() {
	if l.painter != nil && l.state.Done > 0 {
		l.painter.announce = true
	}
}
