//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"
)

// The page must teach without scripts too: they may be off, or not loaded yet.
func TestPagesTeachWithoutScripts(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	for prefix, language := range languages() {
		for _, path := range pages() {
			t.Run(language+" "+path, func(t *testing.T) {
				page := open(t, chromium, server.URL, browser.Options{NoScripts: true})
				page.visit(inLanguage(prefix, path))
				if got := eval[string](page, `document.documentElement.lang`); got != language {
					t.Errorf("lang: got %q, want %q", got, language)
				}
				if got := eval[int](page, `document.querySelectorAll("h1").length`); got != 1 {
					t.Errorf("got %d h1, want one", got)
				}
				if got := eval[int](page, `document.querySelector("main").innerText.trim().length`); got < 150 {
					t.Errorf("got %d characters in main, want a text that teaches", got)
				}
				if got := eval[int](page, `document.querySelectorAll("nav a[href]").length`); got < len(pages()) {
					t.Errorf("got %d links in the navigation, want the %d pages", got, len(pages()))
				}
				if covered := eval[bool](page, `(() => {
					const h = document.querySelector("h1").getBoundingClientRect();
					const top = document.elementFromPoint(h.x + 5, h.y + h.height / 2);
					return !top || !document.querySelector("main").contains(top);
				})()`); covered {
					t.Error("something covers the page's heading")
				}
			})
		}
	}
}

// Each link of the navigation leads to a page in the same language.
func TestNavigationLeadsThroughThePagesInTheSameLanguage(t *testing.T) {
	t.Parallel()
	for prefix, language := range languages() {
		t.Run(language, func(t *testing.T) {
			page := openPage(t, inLanguage(prefix, "/"), browser.Options{})
			for _, path := range pages()[1:] {
				want := inLanguage(prefix, path)
				page.must(page.Click(`header nav a[href="` + want + `"]`))
				page.wait(settle, `location.pathname === "`+want+`" && document.documentElement.lang === "`+language+`" && document.querySelector('header nav a[aria-current="page"]')?.getAttribute("href") === "`+want+`"`)
			}
		})
	}
}

func TestAPageThatIsNotThereSaysSoInItsLanguage(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	for prefix, language := range languages() {
		page := open(t, chromium, server.URL, browser.Options{})
		page.visit(prefix + "/nowhere")
		page.Forget() // Chromium logs the 404
		page.wait(settle, `document.documentElement.lang === "`+language+`" && document.querySelector("main h1") && document.querySelector("header nav a")`)
	}
}
