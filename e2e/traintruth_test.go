//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// wider is an expression for the elements that reach out of a narrow window on the right.
const wider = `[...document.querySelectorAll("main *, header *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.closest(".table-scroll, .visually-hidden, nav"))
	.map((e) => e.tagName + "." + e.className + "#" + e.id + " " + e.getBoundingClientRect().right).slice(0, 8)`

func TestTrainFitsANarrowPhone(t *testing.T) {
	t.Parallel()
	for _, path := range inLanguages("/train") {
		for _, width := range []int{320, 360} {
			server, chromium := acquireSite(t)
			l := lab{open(t, chromium, server.URL, browser.Options{Width: width, Height: 640})}
			l.visit(path)
			l.waitState("idle")
			l.oneStep(1)
			l.enter("#seed", "change", "7")
			l.wait(settle, browser.First(browser.Hook("pending")))
			if got := eval[int](l.tab, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("%s: the page is %d pixels wide on a screen of %d: %v", path, got, width, eval[[]string](l.tab, wider))
			}
			if got := eval[float64](l.tab, `Math.max(...[...document.querySelectorAll(".train-transport .button")].map((b) => b.getBoundingClientRect().right))`); got > float64(width) {
				t.Errorf("%s: a button ends at %v on a screen of %d", path, got, width)
			}
		}
	}
}

// The question about changed settings stands in a window of a laptop. It covers no other part of
// the page.
func TestPendingQuestionCoversNothingButSettings(t *testing.T) {
	t.Parallel()
	server, chromium := acquireSite(t)
	l := lab{open(t, chromium, server.URL, browser.Options{Width: 1366, Height: 650, ReducedMotion: true})}
	l.visit("/train")
	l.waitState("idle")
	l.oneStep(1)
	l.enter("#seed", "change", "7")
	l.wait(settle, browser.First(browser.Hook("pending")))
	// At each place of the page, the box lies within Settings.
	outside := eval[[]string](l.tab, `(() => {
		const box = document.querySelector('[data-test="pending"]').closest(".train-pending"), out = [];
		for (let y = 0; y < document.documentElement.scrollHeight; y += 100) {
			scrollTo({ top: y, behavior: "instant" });
			const b = box.getBoundingClientRect();
			for (const e of document.querySelectorAll(".lesson p, .lesson summary, .train-steps p, .table-scroll")) {
				const r = e.getBoundingClientRect();
				if (e.checkVisibility() && r.bottom > b.top + 1 && r.top < b.bottom - 1 && r.right > b.left && r.left < b.right) out.push(y + ": " + e.textContent.slice(0, 40));
			}
		}
		return out;
	})()`)
	if len(outside) > 0 {
		t.Errorf("the question covers: %s", strings.Join(outside, "; "))
	}
	l.must(l.Do(browser.First("#seed") + `.scrollIntoView({ block: "center", behavior: "instant" })`))
	if !eval[bool](l.tab, `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(`+browser.First(browser.Hook("pending-apply"))+`.getBoundingClientRect())`) {
		t.Error("with the changed field in the middle of the window, the question is not in it")
	}
}

// A button stays the same element with the same listeners when it becomes possible, so that no
// click gets lost. Tab passes over those that are not.
func TestButtonsOfARunStayAndTabPassesOverDisabledOnes(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	stops := `[...document.querySelectorAll('[aria-disabled="true"]')].filter((e) => e.tabIndex >= 0).map((e) => e.id)`
	l.must(l.Do(`(() => {
		window.changes = [];
		window.buttons = [...document.querySelectorAll(".train-transport .button")];
		for (const b of window.buttons) {
			for (const f of ["addEventListener", "removeEventListener"]) {
				b[f] = (...a) => { window.changes.push(f + " " + a[0] + " " + b.id); return EventTarget.prototype[f].apply(b, a); };
			}
		}
	})()`))
	check := func(when string) {
		t.Helper()
		if got := eval[[]string](l.tab, stops); len(got) > 0 {
			t.Errorf("%s: Tab stops at %v, which are disabled", when, got)
		}
		if got := eval[[]string](l.tab, `window.changes.concat(window.buttons.filter((b) => !b.isConnected).map((b) => "replaced " + b.id))`); len(got) > 0 {
			t.Errorf("%s: %v", when, got)
		}
	}
	check("at step 0")
	// The pointer is down on Pause before it can be pressed, and up after.
	at, err := l.Spot(browser.Hook("train-pause"))
	l.must(err)
	l.must(l.Move(at))
	l.must(l.Do(`(() => { window.held = new Promise((resolve) => document.addEventListener("pointerdown", () => {
		document.getElementById("train-start").click();
		new MutationObserver((_, o) => { if (document.getElementById("train-pause").ariaDisabled !== "true") { o.disconnect(); resolve(true); } })
			.observe(document.getElementById("train-pause"), { attributes: true });
	}, { once: true, capture: true })); })()`))
	l.must(l.PressAt(at))
	l.must(l.Do(`window.held`))
	check("while the run is on")
	l.must(l.ReleaseAt(at))
	l.waitState("paused")
	check("paused")
	for _, path := range []string{"/conv", "/network", "/invariance"} {
		l.visit(path)
		l.wait(settle, `document.querySelector('[data-test="lab"] canvas, [data-test="lab"] svg')`)
		if got := eval[[]string](l.tab, stops); len(got) > 0 {
			t.Errorf("%s: Tab stops at %v, which are disabled", path, got)
		}
	}
}

func TestHopelessRunIsStoppedAndItsCurveStays(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train?v=1&data=digits-grey&net=lenet5&pool=average&opt=sgd&lr=10&batch=8")
	l.click("train-start")
	l.waitState("failed")
	l.wait(settle, browser.First(browser.Hook("error")))
	step := l.step()
	if step > 20 {
		t.Errorf("went back to step %d, want one before the explosion", step)
	}
	last := 0
	for s := range l.losses() {
		last = max(last, s)
	}
	if last < step+100 {
		t.Errorf("the table of losses ends at step %d, want the explosion in it", last)
	}
	if got := l.text("step-count"); got != fmt.Sprint(step) {
		t.Errorf("the figure is of step %s, the lab of step %d", got, step)
	}
}

func TestLinkIsAnsweredWithWhatIsAllowed(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train?v=1&workers=99&batch=16")
	if got := eval[string](l.tab, "location.search"); strings.Contains(got, "workers") || !strings.Contains(got, "batch=16") {
		t.Errorf("the address is %q", got)
	}
	for path, want := range map[string]string{
		"/train?v=1&batch=5000": "batch = “5000”. Allowed: a whole number from 1 to 512.",
		"/ko/train?v=1&lr=11":   "lr = “11”. 쓸 수 있는 값: 1e-9부터 10까지의 수.",
		"/conv?v=1&step=x":      "step = “x”. Allowed: a whole number from 0 to ",
		"/sharing?v=1&h=65":     "h = “65”. Allowed: a whole number from ",
		"/network?v=1&layers=" + strings.Repeat("conv9999", 200): "layers = “conv9999conv9999conv9999conv9999conv999…”.",
		"/ko/invariance?v=1&path=up":                             "path = “up”. 쓸 수 있는 값: ",
	} {
		l.visit(path)
		l.wait(settle, browser.First(browser.Hook("error")))
		if got := l.text("error"); !strings.Contains(got, want) || len([]rune(got)) > 240 {
			t.Errorf("%s is answered with %q, want %q", path[:min(60, len(path))], got, want)
		}
	}
}
