//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

func TestALinkRestoresTheStateInASecondBrowser(t *testing.T) {
	server := startServer(t)
	for _, path := range []string{"/conv", "/ko/pool"} {
		w := window{open(t, launch(t), server.URL, browser.Options{ReducedMotion: true})}
		w.visit(path)
		w.ready()
		w.must(w.Click(cell("input-cell", 1, 1)))
		w.press("3.5" + kb.Enter)
		w.waitValue(cell("input-cell", 1, 1), "3.5")
		w.press(kb.Escape) // leaves the cell
		w.press(kb.ArrowRight + kb.ArrowRight + kb.ArrowRight)
		w.wait(settle, `location.search.includes("step=3")`)
		link := eval[string](w.tab, `location.pathname + location.search`)
		want := w.outputs("")

		other := window{open(t, launchAnother(t), server.URL, browser.Options{ReducedMotion: true})}
		other.visit(link)
		other.ready()
		other.waitOutputs("", want)
		other.waitValue(cell("input-cell", 1, 1), "3.5")
	}
}

func TestTheBackButtonStepsOverWholeStates(t *testing.T) {
	w := openWindow(t, "/conv")
	w.press(kb.ArrowRight + kb.ArrowRight)
	w.wait(settle, `location.search.includes("step=2")`)
	w.tabTo(browser.Hook("preset"))
	w.press("T") // two filters, in one go
	w.waitCounter("0 / 32")
	w.tabTo(browser.Hook("step-next"))
	w.press(kb.ArrowRight)
	w.waitCounter("1 / 32")
	w.wait(settle, `location.search.includes("step=1")`)
	w.must(w.Do(`history.back()`))
	w.waitCounter("2 / 16")
	w.wait(settle, browser.First(browser.Hook("preset"))+`.value === "vertical-edge"`)
	w.must(w.Do(`history.forward()`))
	w.waitCounter("1 / 32")
}
