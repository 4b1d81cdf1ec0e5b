package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// NoticeKind is what a notice is about.
type NoticeKind uint8

// The kinds. An Error interrupts a screen reader, Info waits for it to finish.
const (
	Info NoticeKind = iota
	Error
)

// Notice is a sentence set off from the page; hook is its data-test, "error" for the one
// that says what was refused; actions stand behind the sentence. With text "" nothing is
// seen, but the live region stays, so that a later text is announced.
func Notice(kind NoticeKind, hook, text string, actions ...app.UI) app.UI {
	role, class := "status", "notice notice-info"
	if kind == Error {
		role, class = "alert", "notice notice-error"
	}
	box := app.Div().Attr("role", role)
	if text == "" {
		return box
	}
	return box.Class(class).Body(append([]app.UI{app.P().DataSet("test", hook).Text(text)}, actions...)...)
}

const announcerID = "announcer"

// announcer is the region that Announce speaks through. It is rendered empty and never
// again, so that go-app leaves its text alone.
type announcer struct{ app.Compo }

func (a *announcer) Render() app.UI {
	return app.Div().ID(announcerID).Class("visually-hidden").DataSet("test", announcerID).Aria("live", "polite")
}
