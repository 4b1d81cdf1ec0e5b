package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// NoticeKind is the kind of a notice.
type NoticeKind uint8

// The kinds. An Error interrupts a screen reader, Info waits for it to finish.
const (
	Info NoticeKind = iota
	Error
)

// Notice is a sentence in a box, followed by actions. hook is its data-test; it is "error" for a
// refusal. With an empty text there is only an empty live region, so that a later text is
// announced.
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

// announcer is the live region of Announce. It is rendered once, and empty, so that go-app does not
// change its text.
type announcer struct{ app.Compo }

func (a *announcer) Render() app.UI {
	return app.Div().ID(announcerID).Class("visually-hidden").DataSet("test", announcerID).Aria("live", "polite")
}
