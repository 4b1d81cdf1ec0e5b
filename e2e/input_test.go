//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// pointers sends pointer events to what lies at positions in the viewport, all in one task: each is
// a type of event, a type of pointer, an id and a position.
func (p tab) pointers(events ...string) {
	p.t.Helper()
	p.must(p.Do(fmt.Sprintf(`%q.split("|").forEach((one) => {
		const [type, pointerType, pointerId, x, y] = one.split(" ");
		const at = { clientX: +x, clientY: +y };
		(document.elementFromPoint(at.clientX, at.clientY) ?? document.body).dispatchEvent(new PointerEvent(type, {
			pointerType, pointerId: +pointerId, bubbles: true, cancelable: true, button: type === "pointermove" ? -1 : 0,
			buttons: type === "pointerup" ? 0 : 1, ...at }));
	})`, strings.Join(events, "|"))))
}

// event is one event of pointers.
func event(name, pointer string, id int, at browser.Spot) string {
	return fmt.Sprintf("pointer%s %s %d %g %g", name, pointer, id, at.X, at.Y)
}

// Whoever draws with a pen rests a palm on the screen before, during and after.
func TestAPenPaintsWhateverThePalmDoes(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&from=z&x=0:3,5:7,30:9")
	w.click("paint")
	w.wait(settle, `document.querySelector("#stage").classList.contains("brush")`)
	w.spot(cell("input-cell", 3, 0)) // all rows are in view
	at := func(row, col int) browser.Spot {
		return eval[browser.Spot](w.tab, fmt.Sprintf(`(() => { const r = %s.getBoundingClientRect(); return { X: r.x + r.width / 2, Y: r.y + r.height / 2 }; })()`,
			browser.First(cell("input-cell", row, col))))
	}
	w.pointers(
		// A palm, which paints with 7.
		event("down", "touch", 2, at(0, 5)), event("move", "touch", 2, at(1, 5)),
		// The pen paints with 3.
		event("down", "pen", 1, at(0, 0)), event("move", "pen", 1, at(0, 1)),
		// Another part of the palm.
		event("down", "touch", 3, at(5, 0)), event("move", "touch", 3, at(5, 1)),
		event("move", "pen", 1, at(0, 2)), event("up", "touch", 2, at(1, 5)), event("move", "pen", 1, at(0, 3)), event("up", "pen", 1, at(0, 3)),
		event("up", "touch", 3, at(5, 1)),
		// And once more.
		event("down", "touch", 4, at(5, 0)), event("move", "touch", 4, at(5, 2)), event("up", "touch", 4, at(5, 2)))
	w.waitValue(cell("input-cell", 0, 3), "3")
	for c, want := range map[[2]int]string{{0, 1}: "3", {0, 2}: "3", {1, 5}: "0", {5, 1}: "0", {5, 2}: "0", {0, 5}: "7"} {
		if got := w.value(cell("input-cell", c[0], c[1])); got != want {
			t.Errorf("row %d, column %d holds %s, want %s", c[0]+1, c[1]+1, got, want)
		}
	}
	w.click("undo") // the pen's whole stroke, and nothing of the palm's
	w.waitValue(cell("input-cell", 0, 3), "0")
	w.waitValue(cell("input-cell", 0, 1), "0")
}

func TestAPenDrawsOnThePadWhateverThePalmDoes(t *testing.T) {
	t.Parallel()
	p := openPage(t, "/train", browser.Options{ReducedMotion: true})
	_, err := p.Spot(browser.Hook("draw-pad"))
	p.must(err)
	at := func(x, y float64) browser.Spot {
		return eval[browser.Spot](p, fmt.Sprintf(`(() => { const r = %s.getBoundingClientRect(); return { X: r.x + r.width * %g, Y: r.y + r.height * %g }; })()`,
			browser.First(browser.Hook("draw-pad")), x, y))
	}
	// ink is true where the pad is drawn on, compared with its lower left corner.
	ink := func(x, y float64) string {
		return fmt.Sprintf(`(() => { const c = %s, copy = new OffscreenCanvas(c.width, c.height), d = copy.getContext("2d", { willReadFrequently: true });
			d.drawImage(c, 0, 0);
			const at = (x, y) => d.getImageData(x * c.width, y * c.height, 1, 1).data[0];
			return at(%g, %g) !== at(0.02, 0.98); })()`, browser.First(browser.Hook("draw-pad")), x, y)
	}
	p.pointers(
		event("down", "touch", 2, at(0.8, 0.8)), event("move", "touch", 2, at(0.8, 0.6)),
		event("down", "pen", 1, at(0.2, 0.2)), event("move", "pen", 1, at(0.5, 0.2)),
		event("up", "touch", 2, at(0.8, 0.6)), event("move", "pen", 1, at(0.8, 0.2)), event("up", "pen", 1, at(0.8, 0.2)),
		event("down", "touch", 3, at(0.5, 0.8)), event("move", "touch", 3, at(0.5, 0.6)), event("up", "touch", 3, at(0.5, 0.6)))
	p.wait(settle, ink(0.3, 0.2)+" && "+ink(0.7, 0.2))
	if eval[bool](p, ink(0.8, 0.7)) {
		t.Error("the palm's stroke before the pen's is left on the pad")
	}
	if eval[bool](p, ink(0.5, 0.7)) {
		t.Error("the palm draws after the pen")
	}
}

// What is refused says so where it was typed, and what would be taken.
func TestARefusalStandsAtItsField(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/ko/conv?v=1&preset=blur")
	near := func(hook string) {
		t.Helper()
		w.wait(settle, browser.First(browser.Hook("error")))
		gap := eval[float64](w.tab, fmt.Sprintf(`(() => { const a = %s.getBoundingClientRect(), b = %s.getBoundingClientRect();
			return Math.max(a.top - b.bottom, b.top - a.bottom, a.left - b.right, b.left - a.right); })()`, browser.First(hook), browser.First(browser.Hook("error"))))
		if gap > 90 {
			t.Errorf("%s: the refusal is %v px away: %s", hook, gap, w.text("error"))
		}
	}
	weight := cell("kernel-cell", 0, 0)
	w.tabTo(weight)
	w.press("1/9" + kb.Enter)
	w.waitValue(weight, "0.11111111")
	w.press("1/0" + kb.Enter)
	near(weight)
	if got := w.text("error"); !strings.Contains(got, "“1/0”") || !strings.Contains(got, "−9999부터 9999까지") {
		t.Errorf("the cell's refusal: %s", got)
	}
	w.click("step-next")
	w.wait(settle, `!`+browser.First(browser.Hook("error")))
	w.tabTo(browser.Hook("param-n"))
	w.press("１２" + kb.Enter)
	w.wait(settle, browser.First(browser.Hook("param-n"))+`.value === "12"`)
	w.press("1,024" + kb.Enter)
	near(browser.Hook("param-n"))
	if got := w.text("error"); !strings.Contains(got, "1,024") || !strings.Contains(got, "1부터 32까지") {
		t.Errorf("the field's refusal: %s", got)
	}
	w.click("predict")
	w.wait(settle, `document.activeElement.id === "predict-input"`)
	w.press("x" + kb.Enter)
	w.wait(settle, `document.querySelector("#answer-error").textContent.includes("“x”")`)
	near("#predict-input")
	if got := eval[string](w.tab, `document.querySelector("#answer-error").textContent`); strings.Contains(got, "그대로") {
		t.Errorf("the prediction's refusal speaks of an old value: %s", got)
	}
}
