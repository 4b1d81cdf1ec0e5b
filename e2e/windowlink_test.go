//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

func TestALinkRestoresTheStateInATabThatSharesNothing(t *testing.T) {
	t.Parallel()
	server := startServer(t)
	for _, path := range []string{"/conv", "/ko/pool"} {
		t.Run(path, func(t *testing.T) {
			w := window{open(t, launch(t), server.URL, browser.Options{ReducedMotion: true})}
			w.visit(path)
			w.ready()
			w.must(w.Click(cell("input-cell", 1, 1)))
			w.press("3.5" + kb.Enter)
			w.waitValue(cell("input-cell", 1, 1), "3.5")
			w.press(kb.Escape) // moves the focus off the cell
			w.press(kb.ArrowRight + kb.ArrowRight + kb.ArrowRight)
			w.wait(settle, `location.search.includes("step=3")`)
			link := eval[string](w.tab, `location.pathname + location.search`)
			want := w.outputs("")

			other := window{open(t, launch(t), server.URL, browser.Options{ReducedMotion: true})}
			other.visit(link)
			other.ready()
			other.waitOutputs("", want)
			other.waitValue(cell("input-cell", 1, 1), "3.5")
		})
	}
}

func TestTheBackButtonStepsOverWholeStates(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	w.press(kb.ArrowRight + kb.ArrowRight)
	w.wait(settle, `location.search.includes("step=2")`)
	w.tabTo(browser.Hook("preset"))
	w.press("T") // chooses two filters by their first letter
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

// Arrows through the list of presets make one entry of the history in all.
func TestTheBackButtonStepsOverArrowsThroughTheListAtOnce(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	w.press(kb.ArrowRight + kb.ArrowRight)
	w.wait(settle, `location.search.includes("step=2")`)
	before := eval[int](w.tab, `history.length`)
	list := browser.First(browser.Hook("preset"))
	w.tabTo(browser.Hook("preset"))
	for _, preset := range []string{"horizontal-edge", "sobel", "scharr"} {
		w.press(kb.ArrowDown)
		w.wait(settle, list+`.value === "`+preset+`" && location.search.includes("preset=`+preset+`")`)
	}
	if got := eval[int](w.tab, `history.length`) - before; got != 1 {
		t.Errorf("three arrows made %d entries of the history, want 1", got)
	}
	w.must(w.Do(`history.back()`))
	w.waitCounter("2 / 16")
	w.wait(settle, list+`.value === "vertical-edge"`)
	w.must(w.Do(`history.forward()`))
	w.wait(settle, list+`.value === "scharr"`)
	// A choice after the focus was elsewhere makes an entry of its own.
	w.tabTo(browser.Hook("step-next"))
	w.press(kb.ArrowRight)
	w.waitCounter("1 / 16")
	w.wait(settle, `location.search.includes("step=1")`)
	w.tabTo(browser.Hook("preset"))
	w.press(kb.ArrowDown)
	w.wait(settle, list+`.value === "blur"`)
	w.must(w.Do(`history.back()`))
	w.wait(settle, list+`.value === "scharr"`)
	w.waitCounter("1 / 16")
}

func TestAReloadedUnitStillSaysItWasChanged(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&step=1&unit=CONV2%2C0%2C5%2C5%2C5%2C5%2C6%2C1")
	const note = `document.querySelector(".lesson").textContent.includes("You have changed it since")`
	if eval[bool](w.tab, note) {
		t.Error("a unit that was only opened says it was changed")
	}
	w.must(w.Click(cell("kernel-cell", 1, 1)))
	w.press("4" + kb.Enter)
	w.wait(settle, note+` && location.search.includes("was=")`)
	w.visit(eval[string](w.tab, `location.pathname + location.search`))
	w.ready()
	w.waitValue(cell("kernel-cell", 1, 1), "4")
	w.wait(settle, note)
}
