package ui

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"stridelab/app/labtest"
	"stridelab/app/lang"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stage shows elements as a page would.
type stage struct {
	app.Compo
	show func() app.UI
}

func (s *stage) Render() app.UI { return app.Div().Body(s.show()) }

// rendered is the HTML of what show makes. An engine loads it first, so that the components in it
// are mounted.
func rendered(t *testing.T, show func() app.UI) string {
	t.Helper()
	s := &stage{show: show}
	e := app.NewTestEngine()
	if err := e.Load(s); err != nil {
		t.Fatal(err)
	}
	e.ConsumeAll()
	return app.HTMLString(s)
}

// tag finds the start tag of the element with an attribute. The attributes may be in any order.
func tag(html, attribute string) string {
	for _, m := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(html, -1) {
		if strings.Contains(m, attribute) {
			return m
		}
	}
	return ""
}

func has(t *testing.T, html string, wants ...string) {
	t.Helper()
	for _, w := range wants {
		if !strings.Contains(html, w) {
			t.Errorf("lacks %q:\n%s", w, html)
		}
	}
}

func TestNothingTheFrameSaysIsEmpty(t *testing.T) {
	labtest.Texts(t, text)
}

func TestTableOfLabsIsWhole(t *testing.T) {
	seen := map[string]bool{"/": true}
	for _, lab := range Labs() {
		labtest.Texts(t, struct{}{}, lab.Name, lab.Title, lab.Question)
		if seen[lab.Path] || !strings.HasPrefix(lab.Path, "/") || lab.Minutes < 1 {
			t.Errorf("%q takes %d minutes: want a path of its own, and some", lab.Path, lab.Minutes)
		}
		seen[lab.Path] = true
	}
}

func TestHeaderLinksEveryPageInItsLanguage(t *testing.T) {
	for _, l := range lang.All() {
		page := Page{Lang: l, Path: "/train"}
		html := rendered(t, func() app.UI { return page.Frame(nil, app.H1().Text("x")) })
		for _, lab := range append([]Lab{{Path: "/"}}, Labs()...) {
			want := `href="` + lang.Route(l, lab.Path) + `"`
			link := tag(html, want)
			if link == "" {
				t.Errorf("%v: no link %s", l, want)
			}
			if current := strings.Contains(link, `aria-current="page"`); current != (lab.Path == "/train") {
				t.Errorf("%v: %s, want aria-current on this page alone", l, link)
			}
		}
		for _, other := range l.Others() {
			link := tag(html, `hreflang="`+other.Tag()+`"`)
			has(t, link, `data-test="language"`, `href="`+lang.Route(other, "/train")+`"`, `lang="`+other.Tag()+`"`)
			has(t, html, ">"+other.Name()+"<")
		}
		if n := strings.Count(html, `data-test="language"`); n != len(l.Others()) {
			t.Errorf("%v: %d links to other languages, want %d", l, n, len(l.Others()))
		}
		has(t, html, `id="main"`, `id="announcer"`, `class="skip-link"`)
		for _, hook := range []string{"theme", "projector", "full-screen", "key-help"} {
			if b := tag(html, `data-test="`+hook+`"`); !strings.Contains(b, "aria-label=") {
				t.Errorf("%v: button %s has no name: %s", l, hook, b)
			}
		}
	}
}

// rescue.js shows the sentence for a cause, and knows no cause without a sentence.
func TestPageHasASentenceForEachCauseThatStopsIt(t *testing.T) {
	script, err := os.ReadFile("../../web/static/rescue.js")
	if err != nil {
		t.Fatal(err)
	}
	causes := map[string]bool{}
	for _, call := range regexp.MustCompile(`(?:stop|tell)\([^)]*"\)`).FindAllString(string(script), -1) {
		for _, cause := range regexp.MustCompile(`"([a-z-]+)"`).FindAllStringSubmatch(call, -1) {
			causes[cause[1]] = true
		}
	}
	for _, l := range lang.All() {
		html := rendered(t, func() app.UI { return Page{Lang: l, Path: "/train"}.Frame(nil) })
		if !strings.Contains(tag(html, `id="stopped"`), "hidden") {
			t.Errorf("%v: the notice is not hidden", l)
		}
		if n := strings.Count(html, "data-cause="); n != len(causes) || n < 4 {
			t.Errorf("%v: %d sentences for the causes %v", l, n, causes)
		}
		for cause := range causes {
			has(t, html, `data-cause="`+cause+`"`)
		}
	}
}

func TestKeyHelpListsThePagesKeysToo(t *testing.T) {
	keys := []Key{{"Space", lang.Text{lang.En: "Start and pause", lang.Ko: "시작과 일시정지"}}}
	html := rendered(t, func() app.UI { return Page{Lang: lang.Ko, Path: "/train"}.Frame(keys) })
	has(t, html, "시작과 일시정지", "<kbd>Space</kbd>", "<kbd>P</kbd>", "<kbd>F</kbd>", "<kbd>?</kbd>")
}

func TestHeadNamesThePage(t *testing.T) {
	for l, want := range map[lang.Lang][3]string{
		lang.En: {"100 % sure · Stridelab", "All of 100 %.", "en"},
		lang.Ko: {"100 % 확실 · Stridelab", "100 % 전부.", "ko"},
	} {
		c := &headed{Page: Page{Lang: l, Path: "/train"}}
		e := app.NewTestEngine()
		if err := e.Load(c); err != nil {
			t.Fatal(err)
		}
		e.ConsumeAll()
		if c.got != want {
			t.Errorf("got %q, want %q", c.got, want)
		}
	}
}

// headed calls Head as a page does, where the test engine can see it.
type headed struct {
	app.Compo
	Page Page
	got  [3]string
}

func (h *headed) OnPreRender(ctx app.Context) {
	h.Page.Head(ctx, lang.Text{lang.En: "100 % sure", lang.Ko: "100 % 확실"}, lang.Text{lang.En: "All of 100 %.", lang.Ko: "100 % 전부."})
	p := ctx.Page()
	h.got = [3]string{p.Title(), p.Description(), p.Lang()}
}

func (h *headed) Render() app.UI { return app.Div() }

func TestButtonSaysWhyItCannotBePressed(t *testing.T) {
	press := func(app.Context, app.Event) {}
	open := rendered(t, func() app.UI {
		return Button(ButtonProps{ID: "go", Hook: "train-start", Label: "Start", Emphasis: Primary, Title: "Space"}, press)
	})
	b := tag(open, `id="go"`)
	has(t, b, `data-test="train-start"`, `type="button"`, "button-primary", `title="Space"`)
	if strings.Contains(b, "aria-disabled") || strings.Contains(b, "tabindex") {
		t.Errorf("an enabled button is disabled: %s", b)
	}
	shut := rendered(t, func() app.UI {
		return Button(ButtonProps{ID: "go", Hook: "train-start", Label: "Start", Disabled: "Loading."}, press)
	})
	has(t, tag(shut, `id="go"`), "aria-disabled", `aria-describedby="go-why"`, `tabindex="-1"`)
	has(t, shut, ">Loading.<")
	if strings.Contains(tag(shut, `id="go"`), " disabled") {
		t.Error("the native attribute takes the focus from a button that has it")
	}
}

func TestNoticeKeepsItsLiveRegion(t *testing.T) {
	for _, c := range []struct {
		kind NoticeKind
		text string
		want []string
	}{
		{Error, "Bad file.", []string{`role="alert"`, `data-test="error"`, "Bad file."}},
		{Info, "Done.", []string{`role="status"`, `data-test="error"`, "Done."}},
		{Error, "", []string{`role="alert"`}},
	} {
		html := rendered(t, func() app.UI { return Notice(c.kind, "error", c.text) })
		has(t, html, c.want...)
		if c.text == "" && strings.Contains(html, "data-test") {
			t.Errorf("an empty notice has a hook: %s", html)
		}
	}
}

func TestStatBeginsWithADash(t *testing.T) {
	html := rendered(t, func() app.UI { return Stats(Stat("loss", "loss", "Loss", "")) })
	has(t, html, ">–<", ">Loss<")
	has(t, tag(html, `id="loss"`), `data-test="loss"`)
}

func TestCanvasNamesWhatItShows(t *testing.T) {
	html := rendered(t, func() app.UI { return Canvas("c", "curve", "chart", "Loss over steps") })
	has(t, tag(html, "<canvas"), `id="c"`, `data-test="curve"`, `class="chart"`, `role="img"`, `aria-label="Loss over steps"`)
}

func TestSelectMarksItsValue(t *testing.T) {
	html := rendered(t, func() app.UI {
		return &Select{ID: "ds", Hook: "dataset", Label: "Dataset", Value: "b", Options: []Option{{"a", "A"}, {"b", "B"}}}
	})
	has(t, html, "<select", ">Dataset<")
	has(t, tag(html, "<label"), `for="ds"`)
	if a, b := tag(html, `value="a"`), tag(html, `value="b"`); strings.Contains(a, "selected") || !strings.Contains(b, "selected") {
		t.Errorf("want b selected alone: %s %s", a, b)
	}
}

func TestSegmentedIsARadioGroup(t *testing.T) {
	html := rendered(t, func() app.UI {
		return &Segmented{ID: "pool", Hook: "pooling", Label: "Pooling", Value: "max", Options: []Option{{"max", "max"}, {"avg", "average"}}}
	})
	has(t, tag(html, `role="radiogroup"`), `aria-labelledby="pool-label"`, `data-test="pooling"`)
	if a, b := tag(html, `value="max"`), tag(html, `value="avg"`); !strings.Contains(a, "checked") || strings.Contains(b, "checked") {
		t.Errorf("want max checked alone: %s %s", a, b)
	}
}

func TestShortcutsLeaveFieldsAlone(t *testing.T) {
	for _, c := range []struct {
		tag, typ, key string
		want          bool
	}{
		{"INPUT", "text", "p", true}, {"TEXTAREA", "textarea", "?", true}, {"SELECT", "select-one", "f", true},
		{"INPUT", "radio", "ArrowLeft", true}, {"INPUT", "radio", "p", false}, {"INPUT", "file", "p", false}, {"INPUT", "file", " ", true},
		{"BUTTON", "button", " ", true}, {"BUTTON", "button", "ArrowRight", false}, {"A", "", "Enter", true}, {"A", "", " ", false},
		{"BODY", "", " ", false}, {"SUMMARY", "", "Enter", true}, {"INPUT", "range", "Home", true},
		{"INPUT", "range", "PageDown", false}, {"SELECT", "select-one", "PageDown", false}, {"INPUT", "text", "PageUp", false}, {"TEXTAREA", "textarea", "PageUp", true},
	} {
		if got := keyTaken(c.tag, c.typ, c.key); got != c.want {
			t.Errorf("%s %s %q: %v, want %v", c.tag, c.typ, c.key, got, c.want)
		}
	}
}

func TestThemeToggleGoesRound(t *testing.T) {
	choice := themeAuto
	for _, want := range []themeChoice{themeLight, themeDark, themeAuto} {
		if choice = choice.next(); choice != want {
			t.Errorf("got %q, want %q", choice, want)
		}
	}
}

// What cannot be used is no stop of the Tab key, whatever the control.
func TestTabPassesOverWhatIsDisabled(t *testing.T) {
	for what, show := range map[string]func(reason string) app.UI{
		"number": func(reason string) app.UI { return &Number{ID: "it", Disabled: reason} },
		"select": func(reason string) app.UI { return &Select{ID: "it", Disabled: reason} },
		"segmented": func(reason string) app.UI {
			return &Segmented{ID: "g", Options: []Option{{"x", "X"}}, Disabled: reason}
		},
		"button": func(reason string) app.UI { return Button(ButtonProps{ID: "it", Disabled: reason}, nil) },
	} {
		id := `id="it"`
		if what == "segmented" {
			id = `id="g-x"`
		}
		for reason, want := range map[string]bool{"Wait.": true, "": false} {
			html := tag(rendered(t, func() app.UI { return show(reason) }), id)
			if got := strings.Contains(html, `tabindex="-1"`) || strings.Contains(html, " disabled"); got != want {
				t.Errorf("%s, disabled for %q: passed over %v, want %v: %s", what, reason, got, want, html)
			}
		}
	}
}

func TestQuietControlsLeaveTheirReasonToThePage(t *testing.T) {
	for what, show := range map[string]func() app.UI{
		"number":    func() app.UI { return &Number{ID: "n", Hint: "Hint.", Disabled: "Wait.", Quiet: true} },
		"select":    func() app.UI { return &Select{ID: "s", Hint: "Hint.", Disabled: "Wait.", Quiet: true} },
		"segmented": func() app.UI { return &Segmented{ID: "g", Disabled: "Wait.", Quiet: true} },
	} {
		if html := rendered(t, show); strings.Contains(html, ">Wait.<") {
			t.Errorf("%s: repeats the reason:\n%s", what, html)
		}
	}
}

func TestPageSaysWhatWorksWithoutScripts(t *testing.T) {
	for _, l := range lang.All() {
		html := rendered(t, func() app.UI { return Page{Lang: l, Path: "/slide"}.Frame(nil, app.H1().Text("x")) })
		has(t, html, "<noscript>", text.NoScript.In(l))
	}
}
