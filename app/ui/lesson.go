package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// StopOf says which stop of how many a lesson is at; the first is 0.
func StopOf(p Page, stop, all int) string { return p.T(text.StopOf, stop+1, all) }

// Answer is the answer to a stop's question, folded away.
func Answer(p Page, answer string) app.HTMLDetails {
	return app.Details().Class("answer").Body(app.Summary().Text(p.T(text.Answer)), app.P().Text(answer))
}

// Turn is the way to the stops beside this one. The buttons' ids begin with id; first and
// last say where there is none.
func Turn(p Page, id string, first, last bool, onPrev, onNext app.EventHandler) app.UI {
	prev := ButtonProps{ID: id + "-prev", Hook: "stop-prev", Label: "‹ " + p.T(text.StopPrevious), Title: "PageUp", Emphasis: Quiet}
	if first {
		prev.Disabled = p.T(text.FirstStop)
	}
	next := ButtonProps{ID: id + "-next", Hook: "stop-next", Label: p.T(text.StopNext) + " ›", Title: "PageDown", Emphasis: Quiet}
	if last {
		next.Disabled = p.T(text.LastStop)
	}
	return app.Div().Class("buttons").Body(Button(prev, onPrev), Button(next, onNext))
}

// TurnKey is Turn's row of the key help.
func TurnKey() Key { return Key{"PgUp PgDn", text.KeyStops} }

// Reset is the button that puts everything back to how the lab begins.
func Reset(p Page, press app.EventHandler) app.UI {
	return Button(ButtonProps{ID: "reset-all", Hook: "reset-all", Label: p.T(text.ResetAll), Title: "R"}, press)
}

// ResetKey is Reset's row of the key help.
func ResetKey() Key { return Key{"R", text.ResetAll} }
