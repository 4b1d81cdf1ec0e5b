package ui

import (
	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Page is the identity of a page: its path and its language. Every page component has one in an
// exported field, so that the language switch updates the component and it keeps its state.
type Page struct {
	Lang lang.Lang
	Path string // in English, "/train"
}

// T is the text in the page's language.
func (p Page) T(t lang.Text, args ...any) string { return t.With(p.Lang, args...) }

// Link is the href of another page in this page's language.
func (p Page) Link(path string) string { return lang.Path(p.Lang, path) }

// Head sets the title, the description and the language of the document. Call it from OnNav, which
// runs on the server too. cmd/serve adds the canonical link, since go-app's contains the name of
// the host, which a static site does not know.
func (p Page) Head(ctx app.Context, title, description lang.Text) {
	page := ctx.Page()
	// go-app's methods take a format, so a "%" in a text would be read as a verb.
	page.SetTitle("%s", title.In(p.Lang)+" · Stridelab")
	page.SetDescription("%s", description.In(p.Lang))
	page.SetLang(p.Lang.Tag())
}

// Frame is the whole page around its content: a skip link, the header with its navigation, main,
// the announcer, and the help dialog. main begins with a sentence for browsers without scripts. The
// dialog lists the keys of every page and the given keys. Render of a page returns the Frame.
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

// stopped is the notice that the page's program could not be loaded, loads slowly or has ended.
// web/static/rescue.js shows it with the sentence for the cause.
func stopped(p Page) app.UI {
	because := func(cause string, t lang.Text) app.UI {
		return app.P().DataSet("cause", cause).Text(p.T(t))
	}
	return app.Div().ID("stopped").Class("notice notice-error stopped").Attr("role", "alert").DataSet("test", "stopped").Hidden(true).Body(
		because("no-webassembly", text.NoWebAssembly),
		because("not-loaded", text.NotLoaded),
		because("slow", text.Slow),
		because("ended", text.Ended),
		app.Button().Type("button").Class("button").Text(p.T(text.TryAgain)),
	)
}

// Key is a row of the key help: the name of a key on the keyboard, and what the key does.
type Key struct {
	Keys string
	Does lang.Text
}
