//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"stridelab/e2e/browser"
)

// On a slow machine several keys may arrive before the page renders the result of the first. A
// control continues from the last choice, not from the last render.
func TestControlsGoOnFromWhatIsNotRenderedYet(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&preset=sobel")
	list := browser.First(browser.Hook("preset"))
	change := func(preset string) string {
		return fmt.Sprintf(`list.value = %q; list.dispatchEvent(new Event("change", { bubbles: true }));`, preset)
	}
	// Both changes are one task, so nothing renders between them. The second undoes the first.
	w.must(w.Do(`(() => { const list = ` + list + `; ` + change("vertical-edge") + change("sobel") + ` })()`))
	w.wait(settle, list+`.value === "sobel" && location.search.includes("preset=sobel")`)
	w.click("step-last")
	w.waitOutputs("", "0 40 40 0 0 40 40 0 0 40 40 0 0 40 40 0")

	field := browser.First(browser.Hook("param-n"))
	w.wait(settle, field+`.value === "6"`)
	w.must(w.Do(`(() => { for (const key of ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"]) ` + field + `.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })) })()`))
	w.wait(settle, field+`.value === "8" && location.search.includes("n=8")`)

	// On a slow computer the render of the first choice falls into the click that is the second.
	slow := `document.addEventListener("click", () => { for (const end = performance.now() + 30; performance.now() < end; ); }, true)`
	w.must(w.Do(slow))
	buttons := `document.querySelectorAll('#padding input')`
	w.must(w.Do(fmt.Sprintf(`for (const i of [1, 0]) %s[i].click()`, buttons)))
	w.wait(settle, buttons+`[0].checked`)
	w.click("step-last")
	w.wait(settle, `document.querySelector("#counter").textContent === "36 / 36"`)
}
