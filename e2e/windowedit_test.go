//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// tileSpot returns the position of a cell in the first input tile, which has n×n cells.
func (w window) tileSpot(n, row, col int) browser.Spot {
	w.t.Helper()
	w.spot(browser.Hook("input-tile"))
	return eval[browser.Spot](w.tab, fmt.Sprintf(`(() => { const r = document.querySelector('[data-test="input-tile"]').getBoundingClientRect();
		return { X: r.x + r.width * %f, Y: r.y + r.height * %f }; })()`, (float64(col)+0.5)/float64(n), (float64(row)+0.5)/float64(n)))
}

func TestLargeInputsAreEditedByMouseAndByKeyboard(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&preset=conv1&from=z")
	// A click moves the window to the cell and opens its editor there.
	w.must(w.Drag(w.tileSpot(32, 3, 4), w.tileSpot(32, 3, 4)))
	w.wait(settle, `!document.querySelector("#cell-editor").hidden`)
	w.press("0.5" + kb.Enter)
	w.waitValue(cell("input-cell", 3, 4), "0.5")
	// Dragging over the tile copies the value of the first cell.
	w.must(w.Drag(w.tileSpot(32, 3, 4), w.tileSpot(32, 3, 5), w.tileSpot(32, 4, 5)))
	w.wait(settle, `location.search.includes("x=100:0.5,101:0.5,133:0.5")`)
	// With the keyboard the arrows move a cursor in the tile, and a number is typed into its cell.
	w.press(kb.Escape)
	w.tabTo(browser.Hook("input-tile"))
	w.wait(settle, `!document.querySelector("#tile-cursor").hidden`)
	w.press(strings.Repeat(kb.ArrowRight, 20) + strings.Repeat(kb.ArrowDown, 20))
	w.wait(settle, `document.querySelector("#announcer").textContent.startsWith("Input channel 1, row ")`)
	said := w.text("announcer")
	var row, col int
	if _, err := fmt.Sscanf(said, "Input channel 1, row %d, column %d: 0", &row, &col); err != nil {
		t.Fatalf("%q: %v", said, err)
	}
	w.press("-2" + kb.Enter)
	w.waitValue(cell("input-cell", row-1, col-1), "-2")
	w.wait(settle, `document.activeElement.matches('[data-test="input-tile"]')`)
	w.tabTo("#undo")
	w.press(kb.Enter)
	w.wait(settle, fmt.Sprintf(`!location.search.includes("%d:-2")`, (row-1)*32+col-1))
}

// A screen reader hears how an edit changes the window's result.
func TestAnEditIsAnnounced(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&step=1")
	w.tabTo(browser.Hook("kernel-cell"))
	w.press("4" + kb.Enter)
	w.waitValue(cell("kernel-cell", 0, 0), "4")
	w.waitValue(cell("output-cell", 0, 0), "30")
	w.wait(settle, `/ 30(\D|$)/.test(document.querySelector("#announcer").textContent)`)
	w.visit("/pool?v=1&step=1")
	w.ready()
	w.tabTo(cell("input-cell", 0, 0))
	w.press("77" + kb.Enter)
	w.wait(settle, `/ 77(\D|$)/.test(document.querySelector("#announcer").textContent)`)
}

func TestLargeInputsArePaintedByTouch(t *testing.T) {
	t.Parallel()
	w := window{openPage(t, "/pool?v=1&n=28&f=2&s=2&from=z", browser.Options{Width: 390, Height: 844, ReducedMotion: true})}
	w.must(w.Touchscreen())
	w.ready()
	w.must(w.Touch(w.spot(browser.Hook("paint"))))
	w.wait(settle, browser.First(browser.Hook("brush-value")))
	w.must(w.Touch(w.spot(browser.Hook("brush-value"))))
	w.press("5" + kb.Tab)
	w.must(w.Touch(w.tileSpot(28, 10, 10), w.tileSpot(28, 10, 11), w.tileSpot(28, 11, 11)))
	at := func(row, col int) string { return fmt.Sprintf("%d:5", row*28+col) }
	for _, want := range []string{at(10, 10), at(10, 11), at(11, 11)} {
		w.wait(settle, fmt.Sprintf(`location.search.includes(%q)`, want))
	}
}

func TestLargePoolingsShowBothGradients(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/pool?v=1&n=24&f=4&s=4&from=r3&tab=backward")
	w.click("step-last")
	gradients := func(filter string) string {
		return eval[string](w.tab, fmt.Sprintf(`[...document.querySelectorAll('[data-test="input-cell"]%s')].map((e) => e.dataset.gradient).sort().join(" ")`, filter))
	}
	w.wait(settle, `document.querySelectorAll('[data-test="input-tile"]').length === 2`)
	if got, want := gradients(`[data-pool="avg"]`), strings.TrimSpace(strings.Repeat("0.0625 ", 16)); got != want {
		t.Errorf("under average: got %s, want %s", got, want)
	}
	if got, want := gradients(`:not([data-pool])`), strings.TrimSpace(strings.Repeat("0 ", 15)+"1"); got != want {
		t.Errorf("under max: got %s, want %s", got, want)
	}
}

func TestALinkWithAnImpossibleSettingOffersTheNearest(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&preset=strided&n=4&f=7")
	if got := w.text("error"); !strings.Contains(got, "reaches over 7×7 cells") {
		t.Errorf("notice: %s", got)
	}
	w.tabTo("#nearest")
	w.press(kb.Enter)
	w.wait(settle, `!document.querySelector('[data-test="error"]') && location.search.includes("preset=strided")`)
	w.click("step-last")
	w.wait(settle, `[...document.querySelectorAll('[data-test="output-cell"]')].every((e) => e.dataset.value)`)
}

func TestUndoGoesOnAfterTheBackButton(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	w.tabTo(browser.Hook("kernel-cell"))
	w.press("4" + kb.Enter)
	w.waitValue(cell("kernel-cell", 0, 0), "4")
	w.tabTo(browser.Hook("preset"))
	w.press("R") // chooses the RGB volume by its first letter
	w.wait(settle, `location.search.includes("preset=volume")`)
	w.must(w.Do(`history.back()`))
	w.waitValue(cell("kernel-cell", 0, 0), "4")
	w.tabTo("#undo")
	w.press("u")
	w.waitValue(cell("kernel-cell", 0, 0), "1")
	w.click("redo")
	w.waitValue(cell("kernel-cell", 0, 0), "4")
	w.click("redo")
	w.wait(settle, browser.First(browser.Hook("preset"))+`.value === "volume"`)
}

// Ctrl+Z and Ctrl+Y undo and redo from a cell and from a list, but not in a field, where they undo
// typing.
func TestTheUsualKeysUndoAndRedo(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	w.tabTo(browser.Hook("kernel-cell"))
	w.press("4" + kb.Enter)
	w.waitValue(cell("kernel-cell", 0, 0), "4")
	key := func(on, name, more string) bool {
		return eval[bool](w.tab, fmt.Sprintf(`%s.dispatchEvent(new KeyboardEvent("keydown", { key: %q, bubbles: true, cancelable: true, %s }))`, on, name, more))
	}
	list, field := browser.First(browser.Hook("preset")), browser.First(browser.Hook("param-n"))
	for i, c := range []struct{ on, name, more, want string }{
		{"document.activeElement", "z", "ctrlKey: true", "1"}, {"document.body", "y", "ctrlKey: true", "4"},
		{list, "z", "metaKey: true", "1"}, {list, "Z", "metaKey: true, shiftKey: true", "4"},
		{"document.body", "u", "", "1"}, {"document.body", "y", "", "4"},
	} {
		if key(c.on, c.name, c.more) {
			t.Errorf("%d: the browser acts on %s too", i, c.name)
		}
		w.waitValue(cell("kernel-cell", 0, 0), c.want)
	}
	if !key(field, "z", "ctrlKey: true") || !key("document.body", "z", "ctrlKey: true, altKey: true") {
		t.Error("a key that belongs to a field, or with Alt, is taken")
	}
	if got := w.value(cell("kernel-cell", 0, 0)); got != "4" {
		t.Errorf("the kernel's first weight is %s, want 4 as it was", got)
	}
}

func TestEveryFiltersWeightsHaveHooks(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&preset=conv1")
	for _, step := range []string{"1", "5000"} {
		w.visit("/conv?v=1&preset=conv1&step=" + step)
		w.ready()
		w.wait(settle, `document.querySelectorAll('[data-test="kernel-cell"]').length === 600`)
		if got := eval[int](w.tab, `new Set([...document.querySelectorAll('[data-test="kernel-cell"]')].map((e) => [e.dataset.filter, e.dataset.channel, e.dataset.row, e.dataset.col].join())).size`); got != 600 {
			t.Errorf("step %s: %d weights have hooks of their own, want 600", step, got)
		}
		if got := eval[int](w.tab, `document.querySelectorAll('[data-test="bias-cell"]').length`); got != 8 {
			t.Errorf("step %s: %d biases, want 8", step, got)
		}
	}
}

func TestLargeOutputsAreReachedByTheKeyboard(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&preset=conv1&step=1000")
	w.tabTo(browser.Hook("output-tile"))
	// Step 1000 computed row 8, column 20 of map 2. One to the right is row 8, column 21.
	w.press(kb.ArrowRight)
	w.wait(settle, `document.querySelector("#announcer").textContent === "Output map 2, row 8, column 21: not yet computed"`)
	w.press(kb.ArrowUp)
	w.wait(settle, `document.querySelector("#announcer").textContent.startsWith("Output map 2, row 7, column 21: ")`)
	w.wait(settle, `document.querySelector('[data-test="output-now"]').dataset.row === "6"`)
	w.press(kb.Enter)
	w.waitCounter("973 / 6272")
	w.press(strings.Repeat(kb.ArrowUp, 7))
	w.wait(settle, `document.querySelector("#announcer").textContent.startsWith("Output map 1, row 28, column 21: ")`)
}
