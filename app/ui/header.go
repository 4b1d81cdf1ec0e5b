package ui

import (
	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// header is the top of every page. It has the theme, the projector mode, the keys that work on
// every page, and the key help.
type header struct {
	app.Compo
	Page Page
	Keys []Key // of this page

	display display
	letters bool // single-character keys work
	refused bool // the browser stores nothing, and this page shows the notice
	ctx     app.Context
	release func()
}

// OnInit sets the state for a browser with nothing stored.
func (h *header) OnInit() { h.letters = true }

// OnMount reads the stored settings and listens for keys. When all components are mounted it marks
// the page as ready.
func (h *header) OnMount(ctx app.Context) {
	h.ctx = ctx
	h.display, h.letters = recallDisplay(), lettersOn()
	h.display.apply()
	if h.refused = storageRefused(); h.refused {
		ctx.Defer(func(app.Context) { Announce(h.Page.T(text.StorageRefused)) })
	}
	h.release = OnKey(func(key string) bool {
		switch key {
		case "?", "p", "P", "f", "F":
			ctx.Dispatch(func(ctx app.Context) { h.press(key) })
			return true
		}
		return false
	})
	ctx.Defer(func(app.Context) { markReady() })
}

// OnDismount stops listening for keys.
func (h *header) OnDismount() {
	if h.release != nil {
		h.release()
	}
}

// OnNav scrolls to the top of a new page, but not after the language switch.
func (h *header) OnNav(ctx app.Context) {
	arrive(h.Page.Path)
	// After the render, since a language has its own widths.
	ctx.Defer(func(app.Context) { showLab() })
}

func (h *header) press(key string) {
	switch key {
	case "?":
		toggleDialog(helpID)
	case "p", "P":
		h.display.Projector = !h.display.Projector
		h.display.save()
	case "f", "F":
		toggleFullScreen()
	}
}

func (h *header) onTheme(app.Context, app.Event) {
	h.display.Theme = h.display.Theme.next()
	h.display.save()
}

func (h *header) onProjector(app.Context, app.Event)  { h.press("p") }
func (h *header) onFullScreen(app.Context, app.Event) { h.press("f") }
func (h *header) onHelp(app.Context, app.Event)       { h.press("?") }

// onLetters turns shortcuts of a single character on or off, at a click as Segmented does.
func (h *header) onLetters(ctx app.Context, _ app.Event) {
	h.letters = ctx.JSSrc().Get("checked").Bool()
	rememberLetters(h.letters)
}

// onHeard removes the notice that the browser stores nothing. It uses the header's context, since
// that of the button is removed with the notice.
func (h *header) onHeard(app.Context, app.Event) {
	h.refused = false
	h.ctx.Defer(func(app.Context) { Focus("main") })
}

// onSkip moves the focus to main. It does not change the address, since the router
// would navigate to #main.
func (h *header) onSkip(_ app.Context, e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
	focusElement("main")
}

// onLanguage adds the current query to the link. A lab has its state in the query, and may have
// changed it since the link was rendered.
func (h *header) onLanguage(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	keepQuery(ctx.JSSrc())
}

// Render draws the header with the closed help dialog.
func (h *header) Render() app.UI {
	p := h.Page
	body := []app.UI{
		app.A().Class("skip-link").Href("#main").Text(p.T(text.Skip)).OnClick(h.onSkip),
		h.nav(),
		h.tools(),
		h.help(),
	}
	if h.refused {
		body = append(body, Notice(Info, "storage-refused", p.T(text.StorageRefused),
			app.Button().Type("button").Class("button").DataSet("test", "storage-heard").Text(p.T(text.Dismiss)).OnClick(h.onHeard)))
	}
	return app.Header().Class("site-header").Body(body...)
}

// nav has links to the home page and to the labs.
func (h *header) nav() app.UI {
	p := h.Page
	current := func(path string, link app.HTMLA) app.UI {
		if path == p.Path {
			link = link.Aria("current", "page")
		}
		return link.Href(p.Link(path))
	}
	items := make([]app.UI, 0, len(Labs()))
	for i, l := range Labs() {
		items = append(items, app.Li().Body(current(l.Path, app.A().Body(
			app.Span().Class("nav-number").Text(i+1), app.Span().Text(p.T(l.Name))))))
	}
	return app.Nav().Class("site-nav").Aria("label", p.T(text.SiteNav)).Body(
		current("/", app.A().Class("brand").Aria("label", p.T(text.Home)).Body(
			app.Raw(brandMark), app.Span().Text("Stridelab"))),
		app.Ol().Class("site-labs").Body(items...),
	)
}

func (h *header) tools() app.UI {
	p := h.Page
	paths, name := iconAuto, text.ThemeAuto
	switch h.display.Theme {
	case themeLight:
		paths, name = iconLight, text.ThemeLight
	case themeDark:
		paths, name = iconDark, text.ThemeDark
	}
	tool := func(hook, label, key string, body app.UI) app.HTMLButton {
		title := label
		if key != "" {
			title += " (" + key + ")"
		}
		return app.Button().Type("button").Class("tool").DataSet("test", hook).Aria("label", label).Title(title).Body(body)
	}
	var tools []app.UI
	for _, other := range p.Lang.Others() {
		tools = append(tools, app.A().Class("tool").DataSet("test", "language").Href(lang.Path(other, p.Path)).
			Lang("%s", other.Tag()).HrefLang("%s", other.Tag()).Text(other.Name()).
			On("pointerdown", h.onLanguage).OnClick(h.onLanguage))
	}
	tools = append(tools,
		tool("theme", p.T(name), "", icon(paths)).OnClick(h.onTheme),
		tool("projector", p.T(text.Projector), "P", icon(iconProjector)).
			Aria("pressed", pressed(h.display.Projector)).OnClick(h.onProjector),
		tool("full-screen", p.T(text.FullScreen), "F", icon(iconFullScreen)).Class("tool-wide").OnClick(h.onFullScreen),
		tool("key-help", p.T(text.Help), "?", app.Span().Text("?")).Aria("haspopup", "dialog").OnClick(h.onHelp),
	)
	return app.Div().Class("site-tools").Attr("role", "group").Aria("label", p.T(text.Tools)).Body(tools...)
}

// pressed is the value of aria-pressed. go-app's prerender leaves out the value "true", but there
// no button is pressed.
func pressed(down bool) string {
	if down {
		return "true"
	}
	return "false"
}

const helpID = "key-help"

func (h *header) help() app.UI {
	rows := []app.UI{}
	for _, k := range append([]Key{{"?", text.KeyHelp}, {"P", text.KeyProjector}, {"F", text.KeyFullScreen}}, h.Keys...) {
		rows = append(rows, app.Tr().Body(
			app.Td().Body(app.Kbd().Text(k.Keys)),
			app.Td().Text(h.Page.T(k.Does)),
		))
	}
	return app.Dialog().ID(helpID).Class("key-help").Aria("labelledby", "key-help-title").Body(
		app.Div().Class("key-help-head").Body(
			app.H2().ID("key-help-title").Text(h.Page.T(text.HelpTitle)),
			app.Button().Type("button").Class("button").Text(h.Page.T(text.HelpClose)).OnClick(h.onHelp),
		),
		app.Table().Body(app.TBody().Body(rows...)),
		app.Label().Class("key-letters").Body(
			app.Input().Type("checkbox").ID("key-letters").DataSet("test", "key-letters").Checked(h.letters).
				Aria("describedby", "key-letters-hint").OnClick(h.onLetters),
			app.Span().Text(h.Page.T(text.Letters))),
		app.P().ID("key-letters-hint").Class("field-hint").Text(h.Page.T(text.LettersHint)),
	)
}
