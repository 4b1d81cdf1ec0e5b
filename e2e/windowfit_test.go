//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"
)

// visible returns the fraction of an element's height that is in the viewport and above the bar
// with the buttons. The bar does not count for elements in it.
func (w window) visible(selector string) float64 {
	w.t.Helper()
	return eval[float64](w.tab, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q), r = e.getBoundingClientRect(), bar = document.querySelector("#controls");
		const end = bar.contains(e) ? innerHeight : bar.getBoundingClientRect().top;
		return Math.max(0, Math.min(r.bottom, end + 0.5) - Math.max(r.top, -0.5)) / r.height;
	})()`, selector))
}

// checkVisible fails the test unless all of each element is visible.
func (w window) checkVisible(when string, selectors ...string) {
	w.t.Helper()
	for _, s := range selectors {
		if got := w.visible(s); got < 1 {
			w.t.Errorf("%s: %.0f %% of %s are in sight", when, 100*got, s)
		}
	}
}

// scrolled returns how far the page is scrolled, in pixels.
func (w window) scrolled() float64 { w.t.Helper(); return eval[float64](w.tab, `scrollY`) }

// A phone shows the arithmetic and its result while it steps and plays, even if the stage is tall.
// It scrolls at the first step only.
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
			w.wait(settle, `document.querySelector("#arithmetic").textContent.match(/ [=≈] /)`)
			w.checkVisible(path, "#arithmetic", ".frame-window", browser.Hook("play"))
			at := w.scrolled()
			w.click("step-next")
			w.click("step-next")
			w.click("play")
			w.wait(settle, `parseInt(document.querySelector("#counter").textContent) % 100 >= 5`)
			w.checkVisible(path+" playing", "#arithmetic", ".frame-window", browser.Hook("play"))
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
	w.checkVisible("a small stage", cell("output-cell", 0, 0), cell("output-cell", 3, 3))
	// The question is below the stage: Predict scrolls so that the window is in view too.
	w.click("predict")
	w.wait(settle, `document.activeElement.id === "predict-input"`)
	w.checkVisible("asking", ".frame-window", "#predict-input")
}

// A projector of 1280×720 shows the window, the filter, the products and the outputs of CONV1 at
// once, and the whole stage after the first step.
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
	w.checkVisible("at first", "#arithmetic", browser.Hook("play"), last("kernel-cell"), last("product-cell"), browser.Hook("output-tile"), browser.Hook("input-tile"))
	w.click("step-next")
	w.waitCounter("401 / 6272")
	w.checkVisible("after a step", "#stage", "#arithmetic", browser.Hook("play"))
}

// On a low screen the page opens with the whole stage in view, bias and result included.
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
				w.checkVisible(path+", "+look, "#stage", browser.Hook("bias-cell"), cell("product-cell", 2, 2))
			}
		})
	}
}
