package lab

import "testing"

// A walk is a track of ten places that notes what is asked of it.
type walk struct {
	at       int
	moves    []Move
	rendered int
	busy     bool // a move has something to render
}

func (w *walk) Place() (at, last int) { return w.at, 9 }

func (w *walk) MoveTo(place int, how Move) bool {
	w.at = min(max(place, 0), 9)
	w.moves = append(w.moves, how)
	return w.busy
}

func (w *walk) Rerender() { w.rendered++ }

func TestRunStepsAtItsSpeedAndEndsAtTheLastPlace(t *testing.T) {
	w := &walk{at: 7}
	tr := NewTransport(w, 1, 1, 10, 100) // a step every 100 ms
	tr.Frame(1000)
	if w.at != 7 {
		t.Fatalf("at %d without a run", w.at)
	}
	tr.Toggle()
	for _, c := range []struct {
		ms   float64
		want int
	}{{2000, 8}, {2050, 8}, {2099, 9}, {2300, 9}} {
		tr.Frame(c.ms)
		if w.at != c.want {
			t.Errorf("at %v ms: %d, want %d", c.ms, w.at, c.want)
		}
	}
	if tr.Playing || w.rendered != 1 {
		t.Errorf("at the end: playing %v, %d renders", tr.Playing, w.rendered)
	}
	tr.Toggle()
	if !tr.Playing || w.at != 0 {
		t.Errorf("from the end: playing %v, at %d", tr.Playing, w.at)
	}
}

func TestKeysMoveByHandAndEndARun(t *testing.T) {
	w := &walk{at: 4}
	tr := NewTransport(w, 0, 1)
	for _, c := range []struct {
		press func() bool
		at    int
	}{
		{func() bool { return tr.Key("End") }, 9},
		{func() bool { return tr.StepKey(1) }, 9},
		{func() bool { return tr.StepKey(-1) }, 8},
		{func() bool { return tr.Key("Home") }, 0},
	} {
		tr.Playing, w.rendered = true, 0
		if !c.press() || w.at != c.at || tr.Playing || w.rendered != 1 {
			t.Errorf("at %d, want %d; playing %v, %d renders", w.at, c.at, tr.Playing, w.rendered)
		}
		w.rendered = 0
		if c.press(); w.rendered != 0 {
			t.Error("rendered without need")
		}
	}
	w.busy = true
	if tr.StepKey(1); w.rendered != 1 {
		t.Error("a move that has something to render is not rendered")
	}
	if tr.Key("x") || !tr.Key(" ") || !tr.Playing {
		t.Errorf("space: playing %v", tr.Playing)
	}
	for _, m := range w.moves {
		if m.Stepped() != (m != Play) {
			t.Errorf("move %d: stepped %v", m, m.Stepped())
		}
	}
}

func TestResetGoesBackToTheUsualSpeed(t *testing.T) {
	tr := NewTransport(&walk{}, 1, 1, 10, 100)
	tr.speed, tr.Playing = 2, true
	tr.Reset()
	if tr.Interval() != 100 || tr.Playing {
		t.Errorf("a step every %v ms, playing %v", tr.Interval(), tr.Playing)
	}
}
