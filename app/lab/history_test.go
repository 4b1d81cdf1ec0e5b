package lab

import "testing"

func same(a, b int) bool { return a == b }

func TestUndoAndRedoStepThroughTheChanges(t *testing.T) {
	var h History[int]
	now := 0
	for s := 1; s <= 3; s++ {
		h.Record(now)
		now = s
	}
	step := func(move func(int) (int, bool), want int, moved bool) {
		t.Helper()
		got, ok := move(now)
		if got != want || ok != moved {
			t.Fatalf("from %d to %d, %v; want %d, %v", now, got, ok, want, moved)
		}
		now = got
	}
	step(h.Redo, 3, false)
	step(h.Undo, 2, true)
	step(h.Undo, 1, true)
	step(h.Redo, 2, true)
	if h.Undoable() != 2 || h.Redoable() != 1 {
		t.Errorf("%d to undo, %d to redo", h.Undoable(), h.Redoable())
	}
	h.Record(now) // a change ends what could be made again
	now = 9
	step(h.Redo, 9, false)
	step(h.Undo, 2, true)
	step(h.Undo, 1, true)
	step(h.Undo, 0, true)
	step(h.Undo, 0, false)
}

func TestHistoryForgetsTheOldest(t *testing.T) {
	var h History[int]
	for s := range historyLimit + 5 {
		h.Record(s)
	}
	now, ok := historyLimit+5, true
	for range historyLimit {
		now, ok = h.Undo(now)
	}
	if !ok || now != 5 {
		t.Errorf("the oldest is %d, want 5", now)
	}
	if _, ok := h.Undo(now); ok {
		t.Error("more can be undone than the limit says")
	}
}

func TestUndoGoesOnFromWhereTheBackButtonLeads(t *testing.T) {
	for _, c := range []struct {
		name       string
		to         int
		undo, redo int // where they then lead, −1 for nowhere
	}{
		{"to itself", 3, 2, 4},
		{"back", 1, 0, 2},
		{"to the beginning", 0, -1, 1},
		{"forward", 5, 4, -1},
		{"to another state", 9, 3, -1},
	} {
		h := History[int]{past: []int{0, 1, 2}, future: []int{5, 4}}
		h.Travel(3, c.to, same)
		if got, ok := h.Undo(c.to); ok != (c.undo >= 0) || ok && got != c.undo {
			t.Errorf("%s: undo leads to %d, %v; want %d", c.name, got, ok, c.undo)
		} else if ok {
			h.Redo(got)
		}
		if got, ok := h.Redo(c.to); ok != (c.redo >= 0) || ok && got != c.redo {
			t.Errorf("%s: redo leads to %d, %v; want %d", c.name, got, ok, c.redo)
		}
	}
}
