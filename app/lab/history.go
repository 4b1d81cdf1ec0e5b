package lab

import (
	"slices"

	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// historyLimit is how many changes can be undone.
const historyLimit = 200

// History is what undo and redo step through. A change is a whole state; the slices that
// states share are not copied, so a change costs what it changes. The zero value is empty.
type History[S any] struct{ past, future []S }

// Record remembers the state before a change.
func (h *History[S]) Record(s S) {
	h.past, h.future = append(h.past, s), nil
	if len(h.past) > historyLimit {
		h.past = slices.Delete(h.past, 0, 1)
	}
}

// Undo returns the state before the last change. now is the state that is shown.
func (h *History[S]) Undo(now S) (S, bool) { return move(&h.past, &h.future, now, 1) }

// Redo returns the state that the last Undo left.
func (h *History[S]) Redo(now S) (S, bool) { return move(&h.future, &h.past, now, 1) }

// Undoable is how many changes can be undone.
func (h *History[S]) Undoable() int { return len(h.past) }

// Redoable is how many changes can be made again.
func (h *History[S]) Redoable() int { return len(h.future) }

// Travel follows the browser's back and forward buttons. If the state they lead to is one of
// the history, undo and redo go on from there. Any other state is a change like each other.
func (h *History[S]) Travel(now, to S, same func(a, b S) bool) {
	if same(now, to) {
		return
	}
	for _, way := range [...]struct{ from, into *[]S }{{&h.past, &h.future}, {&h.future, &h.past}} {
		from := *way.from
		for i := len(from) - 1; i >= 0; i-- {
			if same(from[i], to) {
				move(way.from, way.into, now, len(from)-i)
				return
			}
		}
	}
	h.Record(now)
}

// move takes n states off the end of from, of which it returns the last. What lies between,
// and now before it, goes to into.
func move[S any](from, into *[]S, now S, n int) (S, bool) {
	if len(*from) < n {
		return now, false
	}
	for range n {
		last := len(*from) - 1
		*into = append(*into, now)
		now, *from = (*from)[last], (*from)[:last]
	}
	return now, true
}

// UndoButtons are the buttons of a history that can undo and redo so many changes.
func UndoButtons(p ui.Page, undoable, redoable int, onUndo, onRedo app.EventHandler) []app.UI {
	undo := ui.ButtonProps{ID: "undo", Hook: "undo", Label: p.T(text.Undo), Title: "U"}
	if undoable == 0 {
		undo.Disabled = p.T(text.NothingToUndo)
	}
	redo := ui.ButtonProps{ID: "redo", Hook: "redo", Label: p.T(text.Redo), Title: "Y"}
	if redoable == 0 {
		redo.Disabled = p.T(text.NothingToRedo)
	}
	return []app.UI{ui.Button(undo, onUndo), ui.Button(redo, onRedo)}
}

// UndoKey is the row of undo and redo in the key help.
func UndoKey() ui.Key { return ui.Key{Keys: "U Y, Ctrl+Z Ctrl+Y", Does: text.KeyUndo} }

// Undone says what Undo or Redo did.
func Undone(redo, done bool) lang.Text {
	switch {
	case redo && done:
		return text.Redone
	case redo:
		return text.NothingToRedo
	case done:
		return text.Undone
	}
	return text.NothingToUndo
}
