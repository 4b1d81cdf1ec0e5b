//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"
)

// seen says how much of an element lies in the window and above the bar with the buttons: 1
// all of it. Of the bar itself, and what is in it, only the window counts.
func (w window) seen(selector string) float64 {
	w.t.Helper()
	return eval[float64](w.tab, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q), r = e.getBoundingClientRect(), bar = document.querySelector("#controls");
		const end = bar.contains(e) ? innerHeight : bar.getBoundingClientRect().top;
		return Math.max(0, Math.min(r.bottom, end + 0.5) - Math.max(r.top, -0.5)) / r.height;
	})()`, selector))
}

func (w window) holdSeen(when string, selectors ...string) {
	w.t.Helper()
	for _, s := range selectors {
		if got := w.seen(s); got < 1 {
			w.t.Errorf("%s: %.0f %% of %s are in sight", when, 100*got, s)
		}
	}
}

func (w window) scrolled() float64 { w.t.Helper(); return eval[float64](w.tab, `scrollY`) }

// However tall the stage, a phone shows the sum and its result while it steps and plays, and
// scrolls at the first step only.
func TestOnAPhoneEveryStepShowsItsResult(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	for _, path := range []string{"/conv", "/conv?v=1&preset=volume", "/ko/conv?v=1&preset=conv1&step=400", "/ko/pool?v=1&preset=channels"} {
		t.Run(path, func(t *testing.T) {
			w := window{open(t, chromium, server.URL, browser.Options{Width: 390, Height: 844, ReducedMotion: true})}
			w.must(w.Touchscreen())
			w.visit(path)
			w.ready()
			w.click("step-next")
			w.wait(settle, `document.querySelector("#arithmetic").textContent.includes(" = ")`)
			w.holdSeen(path, "#arithmetic", ".frame-window", browser.Hook("play"))
			at := w.scrolled()
			w.click("step-next")
			w.click("step-next")
			w.click("play")
			w.wait(settle, `parseInt(document.querySelector("#counter").textContent) % 100 >= 5`)
			w.holdSeen(path+" playing", "#arithmetic", ".frame-window", browser.Hook("play"))
			if now := w.scrolled(); now != at {
				t.Errorf("%s: the page went from %v to %v while it stepped and played", path, at, now)
			}
		})
	}
	w := window{open(t, chromium, server.URL, browser.Options{Width: 390, Height: 844, ReducedMotion: true})}
	w.visit("/conv")
	w.ready()
	w.click("step-next")
	w.waitCounter("1 / 16")
	w.holdSeen("a small stage", cell("output-cell", 0, 0), cell("output-cell", 3, 3))
	// Predict stands under the stage: asking brings the window back above the question.
	w.click("predict")
	w.wait(settle, `document.activeElement.id === "predict-input"`)
	w.holdSeen("asking", ".frame-window", "#predict-input")
}

// A projector's 1280×720 shows window, filter, products and outputs of CONV1 at once, and all
// of the stage from the first step on.
func TestAProjectorShowsTheLargestWindow(t *testing.T) {
	t.Parallel()
	w := window{openPage(t, "/conv?v=1&preset=conv1&step=400", browser.Options{Width: 1280, Height: 720, ReducedMotion: true})}
	w.ready()
	w.click("projector")
	w.wait(settle, `parseFloat(getComputedStyle(document.documentElement).fontSize) > 18`)
	last := func(hook string) string {
		return fmt.Sprintf(`[data-test="%s"][data-channel="0"][data-row="4"][data-col="4"]`, hook)
	}
	w.wait(settle, fmt.Sprintf(`document.querySelector("#stage").getBoundingClientRect().height < 600 && document.querySelector('%s')`, last("product-cell")))
	w.holdSeen("at first", "#arithmetic", browser.Hook("play"), last("kernel-cell"), last("product-cell"), browser.Hook("output-tile"), browser.Hook("input-tile"))
	w.click("step-next")
	w.waitCounter("401 / 6272")
	w.holdSeen("after a step", "#stage", "#arithmetic", browser.Hook("play"))
}

// On a low screen the page, as it opens, shows the first picture whole: bias and result too.
func TestALowScreenShowsTheFirstPictureWhole(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/conv?v=1&step=2", "/ko/conv?v=1&step=2"} {
		t.Run(path, func(t *testing.T) {
			w := window{openPage(t, path, browser.Options{Width: 1280, Height: 720, ReducedMotion: true})}
			w.ready()
			for _, look := range []string{"plain", "projector"} {
				if look == "projector" {
					w.click("projector")
					w.wait(settle, `parseFloat(getComputedStyle(document.documentElement).fontSize) > 18`)
					w.must(w.Do(`scrollTo(0, 0)`))
				}
				w.wait(settle, `document.querySelector("#stage").getBoundingClientRect().bottom <= document.querySelector("#controls").getBoundingClientRect().top + 0.5`)
				if got := w.scrolled(); got != 0 {
					t.Errorf("%s, %s: the page is scrolled by %v", path, look, got)
				}
				w.holdSeen(path+", "+look, "#stage", browser.Hook("bias-cell"), cell("product-cell", 2, 2))
			}
		})
	}
}
