package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// StopOf is the text for a stop of a lesson that has so many; the first stop is 0.
func StopOf(p Page, stop, all int) string { return p.T(text.StopOf, stop+1, all) }

// Answer is the answer to the question of a stop, hidden until it is opened.
func Answer(p Page, answer string) app.HTMLDetails {
	return app.Details().Class("answer").Body(app.Summary().Text(p.T(text.Answer)), app.P().Text(answer))
}

// Turn is the two buttons to the previous and the next stop. Their ids begin with id. The first
// stop has no previous one, and the last has no next one.
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

// TurnKey is the row of the key help for Turn.
func TurnKey() Key { return Key{"PgUp PgDn", text.KeyStops} }

// Reset is the button that resets the lab to its beginning.
func Reset(p Page, press app.EventHandler) app.UI {
	return Button(ButtonProps{ID: "reset-all", Hook: "reset-all", Label: p.T(text.ResetAll), Title: "R"}, press)
}

// ResetKey is the row of the key help for Reset.
func ResetKey() Key { return Key{"R", text.ResetAll} }
