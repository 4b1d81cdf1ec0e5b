package ui

import (
	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Page says which page this is and in which language. Every page component holds one in
// an exported field, so that the language switch updates the page in place and it keeps
// its state.
type Page struct {
	Lang lang.Lang
	Path string // in English, "/train"
}

// T is the text in the page's language.
func (p Page) T(t lang.Text, args ...any) string { return t.With(p.Lang, args...) }

// Link is the href of another page in this page's language.
func (p Page) Link(path string) string { return lang.Path(p.Lang, path) }

// Head sets the title, the description and the language of the document. Call it from
// OnNav, which runs on the server as well. (Canonical links are cmd/serve's: go-app writes
// them with a host name that a static site does not know.)
func (p Page) Head(ctx app.Context, title, description lang.Text) {
	page := ctx.Page()
	// go-app takes formats here; a "%" in a text must not be read as a verb.
	page.SetTitle("%s", title.In(p.Lang)+" · Stridelab")
	page.SetDescription("%s", description.In(p.Lang))
	page.SetLang(p.Lang.Tag())
}

// Frame is the whole page around its content: skip link, header with its navigation, main,
// which begins with a word for who has no scripts, announcer, and the help dialog that lists
// the keys of every page and these. Make it the root of a page's Render.
func (p Page) Frame(keys []Key, content ...app.UI) app.UI {
	return app.Div().Class("page").Body(
		&header{Page: p, Keys: keys},
		app.Main().ID("main").Class("main").TabIndex(-1).Body(append([]app.UI{
			app.NoScript().Body(app.P().Class("notice").Text(p.T(text.NoScript))),
		}, content...)...),
		&announcer{},
		stopped(p),
	)
}

// stopped is what a page says when its program has ended. web/static/rescue.js shows it.
func stopped(p Page) app.UI {
	return app.Div().ID("stopped").Class("notice notice-error stopped").Attr("role", "alert").Hidden(true).Body(
		app.P().DataSet("test", "stopped").Text(p.T(text.Stopped)),
		app.Button().Type("button").Class("button").Text(p.T(text.LoadAgain)),
	)
}

// Key is a row of the key help: a key as printed on a keyboard, and what it does.
type Key struct {
	Keys string
	Does lang.Text
}
