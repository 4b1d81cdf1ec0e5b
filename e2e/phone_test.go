//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// phone is a small phone.
var phone = browser.Options{Width: 360, Height: 640}

// smallTargets is an expression for the controls that a finger misses: lower or narrower than 24
// pixels (WCAG 2.5.8). Links within a sentence are as high as its lines.
const smallTargets = `[...document.querySelectorAll("a[href], button, select, summary, input, label.button")].
	filter((e) => e.checkVisibility() && !e.matches(".visually-hidden, .skip-link, p a, li p a")).
	map((e) => [e, e.getBoundingClientRect()]).
	filter(([e, r]) => r.width > 0 && (r.width < 24 || r.height < 24) && !e.closest("label")).
	map(([e, r]) => e.outerHTML.slice(0, 80) + " " + Math.round(r.width) + "×" + Math.round(r.height))`

// labInView is an expression: the header's link to the current lab is seen as a whole.
const labInView = `(() => {
	const r = document.querySelector(".site-labs [aria-current]").getBoundingClientRect();
	return r.width > 0 && r.left >= 0 && r.right <= innerWidth;
})()`

func TestAFingerHitsEveryControlOfAPhone(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/", phone)
	for _, path := range inTurns(pages()...) {
		page.visit(path)
		if small := eval[[]string](page, smallTargets); len(small) > 0 {
			t.Errorf("%s: %d controls are too small: %q", path, len(small), small)
		}
	}
}

// The header shows on a phone which lab this is: before the program runs, after a link, in another
// language, turned and projected.
func TestAPhoneShowsTheCurrentLabInTheNavigation(t *testing.T) {
	t.Parallel()
	server, chromium := startFaulty(t), launch(t)
	server.set("/web/app.wasm", cut)
	still := open(t, chromium, server.URL, browser.Options{Width: 360, Height: 640, Alone: true})
	for _, path := range inTurns(pages()[1:]...) {
		still.must(still.Load(path))
		still.wait(settle, labInView)
	}
	still.must(still.Load("/robots.txt"))
	still.Forget()

	page := openPage(t, "/", phone)
	for i := len(pages()) - 1; i > 0; i-- {
		path := pages()[i]
		page.must(page.Do(`document.querySelector('header nav a[href="` + path + `"]').click()`))
		page.wait(settle, `location.pathname === "`+path+`" && document.querySelector('header nav a[aria-current="page"]').getAttribute("href") === "`+path+`" && `+labInView)
	}
	page.visit("/invariance")
	page.click("language")
	page.wait(settle, `document.documentElement.lang === "ko" && `+labInView)
	page.click("projector")
	page.wait(settle, `"projector" in document.documentElement.dataset && `+labInView)
}

// What stays on the screen of a phone while the page is scrolled leaves most of it to the page.
func TestABarThatStaysIsLowOnAPhone(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/", phone)
	for _, path := range inTurns(pages()...) {
		page.visit(path)
		low := func(what string, share float64) {
			t.Helper()
			tall := fmt.Sprintf(`[...document.querySelectorAll("body *")].
				filter((e) => ["fixed", "sticky"].includes(getComputedStyle(e).position) && e.checkVisibility()).
				map((e) => [e.className, e.getBoundingClientRect().height]).
				filter(([name, height]) => height > innerHeight * %v).map(String)`, share)
			if bars := eval[[]string](page, tall); len(bars) > 0 {
				t.Errorf("%s, %s: higher than %v of the screen: %q", path, what, share, bars)
			}
		}
		low("at the start", 0.25)
		if strings.HasSuffix(path, "/conv") {
			// Twenty-seven products stand there.
			page.enter("#preset", "change", "volume")
			page.click("step-next")
			page.wait(settle, `document.querySelector("#arithmetic").innerText.length > 150`)
			low("with three channels", 0.3)
		}
	}
}
