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
// come back from it leaves the lab as it is, also what the address does not hold yet.
func TestBackFromALinkWithinThePageLeavesTheLabAsItIs(t *testing.T) {
	t.Run("sharing", func(t *testing.T) {
		p := openPage(t, "/sharing?v=1&view=matrix", browser.Options{})
		counts := func(want string) {
			t.Helper()
			p.wait(settle, browser.First(browser.Hook("step-count"))+`.textContent === "`+want+`"`)
		}
		counts("1 / 9")
		p.click("step-next")
		counts("2 / 9")
		p.fragmentAndBack("row=1")
		p.click("step-next")
		counts("3 / 9")
	})
	t.Run("train", func(t *testing.T) {
		l := openLab(t, "/train?v=1&seed=11")
		l.oneStep(1)
		l.fragmentAndBack("seed=11")
		l.oneStep(2)
	})
}
