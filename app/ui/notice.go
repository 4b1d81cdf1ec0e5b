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
// that says what was refused. With text "" nothing is drawn but the live region stays,
// so that a later text is announced.
func Notice(kind NoticeKind, hook, text string) app.UI {
	role, class := "status", "notice notice-info"
	if kind == Error {
		role, class = "alert", "notice notice-error"
	}
	if text == "" {
		return app.Div().Class("notice-empty").Attr("role", role)
	}
	return app.Div().Class(class).Attr("role", role).Body(app.P().DataSet("test", hook).Text(text))
}

type announcer struct{ app.Compo }

func (a *announcer) Render() app.UI {
	return app.Div().ID("announcer").Class("visually-hidden").Aria("live", "polite").Aria("atomic", "true")
}
