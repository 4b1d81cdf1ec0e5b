//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"
)

// fragmentAndBack follows a link within the page, as the one to the content, and goes back once the
// address has what is written.
func (p tab) fragmentAndBack(written string) {
	p.t.Helper()
	p.must(p.Do(`(addEventListener("popstate", () => { window.pops = (window.pops ?? 0) + 1 }), location.hash = "main")`))
	p.wait(settle, `location.hash === "#main" && location.search.includes("`+written+`")`)
	p.must(p.Do(`(window.pops = 0, history.back())`))
	p.wait(settle, `window.pops > 0 && location.hash === ""`)
}

// A link within the page makes an entry of the browser's history with the lab's own query. To
// come back from it leaves the lab as it is, also in what the address does not hold.
func TestBackFromALinkWithinThePageLeavesTheLabAsItIs(t *testing.T) {
	t.Parallel()
	t.Run("sharing", func(t *testing.T) {
		p := openPage(t, "/sharing?v=1&view=matrix", browser.Options{})
		counts := func(want string) {
			t.Helper()
			p.wait(settle, browser.First(browser.Hook("step-count"))+`.textContent === "`+want+`"`)
		}
		counts("1 / 9")
		p.click("predict")
		p.click("predict-show")
		p.wait(settle, browser.First(browser.Hook("predict-said"))+`.textContent !== ""`)
		said := p.text("predict-said")
		p.click("step-next") // the address has it half a second later
		counts("2 / 9")
		p.fragmentAndBack("row=1")
		p.click("step-next")
		counts("3 / 9")
		if got := p.text("predict-said"); got != said {
			t.Errorf("the answer to the question reads %q, before it was %q", got, said)
		}
	})
	t.Run("train", func(t *testing.T) {
		l := openLab(t, "/train?v=1&seed=11")
		l.oneStep(1)
		l.fragmentAndBack("seed=11")
		l.oneStep(2)
	})
}
