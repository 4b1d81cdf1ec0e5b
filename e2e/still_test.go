//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// top returns the distance of an element from the top of the document, in pixels.
func (p tab) top(selector string) float64 {
	p.t.Helper()
	return eval[float64](p, `document.querySelector(`+"`"+selector+"`"+`).getBoundingClientRect().top + scrollY`)
}

func TestNothingJumpsWhenTheShiftedImageIsSweptOrMeasured(t *testing.T) {
	t.Parallel()
	p := openPage(t, "/invariance", browser.Options{})
	p.wait(settle, root()+`.dataset.state === "ready"`)
	keepsPlace := func(what, selector string, act func()) {
		t.Helper()
		before := p.top(selector)
		act()
		if after := p.top(selector); after != before {
			t.Errorf("%s: %s went from %.1f to %.1f", what, selector, before, after)
		}
	}
	for _, hook := range []string{"step-first", "step-last"} {
		keepsPlace(hook, ".inv-lab .transport", func() {
			p.click(hook)
			p.wait(settle, `/%/.test(`+browser.First(browser.Hook("lost"))+`.textContent)`)
		})
	}
	width := func() float64 { return eval[float64](p, `document.querySelector(".inv-compute").offsetWidth`) }
	was := width()
	keepsPlace("sweep-start", ".inv-chart-canvas", func() {
		p.click("sweep-start")
		p.wait(settle, browser.First(browser.Hook("sweep-stop")))
	})
	if is := width(); is != was {
		t.Errorf("the button's place is %.1f px wide, and %.1f while it counts", was, is)
	}
	p.click("sweep-stop")
}

func TestRowWithTheFocusStandsAboveTheEditor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ w, h int }{{1280, 900}, {1280, 640}} {
		t.Run(fmt.Sprintf("%d×%d", c.w, c.h), func(t *testing.T) {
			l := netLab{openPage(t, "/network", browser.Options{Width: c.w, Height: c.h})}
			l.choose("preset", "vgg16")
			l.waitTotal("138,357,544")
			l.jump("#row-1")
			for range 20 {
				l.press(kb.ArrowDown)
			}
			l.wait(settle, `document.activeElement.id === "row-21"`)
			// The row is neither covered nor out of view.
			l.wait(settle, `(() => { const r = document.activeElement.getBoundingClientRect(), e = document.elementFromPoint(r.left + 30, r.bottom - 4);
				return e && document.activeElement.contains(e) })()`)
		})
	}
}
