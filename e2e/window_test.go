//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// A window is a lab with the window widget in a tab.
type window struct{ tab }

func openWindow(t *testing.T, path string) window {
	t.Helper()
	w := window{openPage(t, path, browser.Options{ReducedMotion: true})}
	w.ready()
	return w
}

// ready waits until the stage is painted.
func (w window) ready() {
	w.t.Helper()
	w.wait(settle, `document.querySelector("#stage-svg g.cell")`)
}

// tabTo presses the Tab key until an element has the focus.
func (p tab) tabTo(selector string) {
	p.t.Helper()
	at := fmt.Sprintf(`document.activeElement.matches(%q)`, selector)
	for range 150 {
		if eval[bool](p, at) {
			return
		}
		p.must(p.Send(kb.Tab))
	}
	p.t.Fatalf("the Tab key does not reach %s", selector)
}

// choose chooses a preset with the keyboard, arrow by arrow through the list.
func (w window) choose(preset string) {
	w.t.Helper()
	list := browser.First(browser.Hook("preset"))
	w.tabTo(browser.Hook("preset"))
	at := eval[int](w.tab, fmt.Sprintf(`[...%s.options].findIndex((o) => o.value === %q)`, list, preset))
	w.press(kb.Home + strings.Repeat(kb.ArrowDown, at))
	w.wait(settle, fmt.Sprintf(`%s.value === %q && document.querySelector("#counter").textContent.startsWith("0 /")`, list, preset))
	// The stage shows the preset once the address names it. The first preset is not in the address.
	w.wait(settle, fmt.Sprintf(`location.search.includes("preset=%s") || %d === 0`, preset, at))
}

// outputs returns the values of the output cells in the order of the window's steps, with "_" for a
// cell without a value yet. A filter such as [data-pool="max"] selects some of them.
func (w window) outputs(filter string) string {
	w.t.Helper()
	return eval[string](w.tab, fmt.Sprintf(`[...document.querySelectorAll('[data-test="output-cell"]%s')].map((e) => e.dataset.value || "_").join(" ")`, filter))
}

func (w window) waitOutputs(filter, want string) {
	w.t.Helper()
	expression := fmt.Sprintf(`[...document.querySelectorAll('[data-test="output-cell"]%s')].map((e) => e.dataset.value || "_").join(" ") === %q`, filter, want)
	if err := w.Wait(settle, expression); err != nil {
		w.t.Fatalf("outputs%s: got %s, want %s", filter, w.outputs(filter), want)
	}
}

// cell returns the selector of a cell of channel 0.
func cell(hook string, row, col int) string {
	return fmt.Sprintf(`[data-test="%s"][data-channel="0"][data-row="%d"][data-col="%d"]`, hook, row, col)
}

func (w window) value(selector string) string {
	w.t.Helper()
	return eval[string](w.tab, browser.First(selector)+".dataset.value")
}

func (w window) waitValue(selector, want string) {
	w.t.Helper()
	if err := w.Wait(settle, fmt.Sprintf(`%s.dataset.value === %q`, browser.First(selector), want)); err != nil {
		w.t.Fatalf("%s: got %s, want %s", selector, w.value(selector), want)
	}
}

func (w window) press(keys string) {
	w.t.Helper()
	w.must(w.Press(keys))
}

func (w window) waitCounter(want string) {
	w.t.Helper()
	if err := w.Wait(settle, fmt.Sprintf(`document.querySelector("#counter").textContent === %q`, want)); err != nil {
		w.t.Fatalf("counter: got %s, want %s", w.text("step-count"), want)
	}
}

func (w window) spot(selector string) browser.Spot {
	w.t.Helper()
	s, err := w.Spot(selector)
	w.must(err)
	return s
}

func TestPresetsEndInTheirKnownResults(t *testing.T) {
	t.Parallel()
	known := map[string]map[string][2]string{
		"/conv": {
			"vertical-edge":   {strings.TrimSpace(strings.Repeat("0 30 30 0 ", 4))},
			"horizontal-edge": {"0 0 0 0 30 30 30 30 30 30 30 30 0 0 0 0"},
			"sobel":           {strings.TrimSpace(strings.Repeat("0 40 40 0 ", 4))},
			"scharr":          {strings.TrimSpace(strings.Repeat("0 160 160 0 ", 4))},
			"strided":         {"91 100 88 69 91 117 44 72 74"},
			"same": {"-20 0 20 20 0 0 -30 0 30 30 0 0 -30 0 30 30 0 0 " +
				"-30 0 30 30 0 0 -30 0 30 30 0 0 -20 0 20 20 0 0"},
			"dilated":     {"15 0 0 0 15 0 0 0 15"},
			"volume":      {"0 44 48 0 0 44 48 0 0 44 48 0 0 48 48 0"},
			"two-filters": {"0 -10 -10 0 0 -20 -20 0 0 -30 -30 0 0 -30 -30 0 1 -9 -19 -29 1 -9 -19 -29 1 1 1 1 1 1 1 1"},
		},
		"/pool": {
			"4x4": {"9 2 6 3", "3.75 1.25 3.75 2"},
			"5x5": {"9 9 5 9 9 5 8 6 9", "2.6666667 2.7777777 2.2222223 3.7777777 3.1111112 2.2222223 3.7777777 2.8888888 2.7777777"},
			"channels": {"9 2 6 3 0 8 7 2 -1 6 5 3",
				"3.75 1.25 3.75 2 0 6 4 1 -2.5 6 2.5 0"},
			"ties": {"7 0 4 5", "7 0 2.5 4.5"},
		},
	}
	onEach(t, browser.Options{ReducedMotion: true}, []string{"/conv", "/pool"}, func(page tab, path string) {
		window{page}.ready()
		for preset, want := range known[path] {
			page.t.Run(preset, func(t *testing.T) {
				w := window{tab{page.Tab, t}}
				w.choose(preset)
				if got := w.outputs(""); strings.Trim(got, "_ ") != "" {
					t.Errorf("before the first step: got %s, want nothing yet", got)
				}
				w.click("step-last")
				if path == "/conv" {
					w.waitOutputs("", want[0])
					return
				}
				w.waitOutputs(`[data-pool="max"]`, want[0])
				w.waitOutputs(`[data-pool="avg"]`, want[1])
			})
		}
	})
}

func TestGlobalPoolingCollapsesAThousandChannels(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/pool?v=1&preset=global")
	w.click("step-last")
	w.waitCounter("1000 / 1000")
	for _, pool := range []string{"max", "avg"} {
		if got := eval[int](w.tab, `document.querySelectorAll('[data-test="output-cell"][data-pool="`+pool+`"]:not([data-value=""])').length`); got != 1000 {
			t.Errorf("%s: %d values, want 1000", pool, got)
		}
	}
	if got := w.text("sizes"); !strings.Contains(got, "7×7×1000 becomes 1×1×1000") || !strings.Contains(got, "0 parameters") {
		t.Errorf("sizes: %s", got)
	}
}

func TestTheWindowIsWalkedWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	w.press(kb.ArrowRight + kb.ArrowRight)
	w.waitCounter("2 / 16")
	if got := w.outputs(""); got != "0 30"+strings.Repeat(" _", 14) {
		t.Errorf("after two steps: got %s", got)
	}
	if got, want := w.text("arithmetic"), "10×1 + 10×0 + 0×(−1) + 10×1 + 10×0 + 0×(−1) + 10×1 + 10×0 + 0×(−1) = 30"; got != want {
		t.Errorf("arithmetic: got %s, want %s", got, want)
	}
	w.wait(settle, `document.querySelector("#announcer").textContent.startsWith("Window row 1, column 2: 10 times 1 plus")`)
	w.press(kb.ArrowLeft)
	w.waitCounter("1 / 16")
	w.press(kb.End)
	w.waitCounter("16 / 16")
	w.press(kb.Home)
	w.waitCounter("0 / 16")
	w.press(" ")
	w.wait(settle, `parseInt(document.querySelector("#counter").textContent) >= 1`)
	w.press(" ")
	w.wait(settle, browser.First(browser.Hook("play"))+`.textContent.includes("Play")`)
	w.press(kb.PageDown)
	w.wait(settle, browser.First(browser.Hook("preset"))+`.value === "sobel"`)
	w.press(kb.PageUp)
	w.wait(settle, browser.First(browser.Hook("preset"))+`.value === "vertical-edge"`)
	w.press("r")
	w.waitCounter("0 / 16")
}

func TestCellsAreEditedByMouseAndByKeyboard(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	corner := cell("input-cell", 0, 0)
	w.must(w.Click(corner))
	w.press("7" + kb.Enter)
	w.waitValue(corner, "7")
	// The cell has the focus again: an arrow moves to the next, and a digit starts typing.
	w.press(kb.ArrowRight + "-2.5" + kb.Enter)
	w.waitValue(cell("input-cell", 0, 1), "-2.5")
	w.must(w.Click(cell("kernel-cell", 2, 2)))
	w.press("x" + kb.Enter)
	w.wait(settle, browser.First(browser.Hook("error")))
	if got := w.text("error"); !strings.Contains(got, "“x” is not a number") {
		t.Errorf("error: %s", got)
	}
	w.waitValue(cell("kernel-cell", 2, 2), "-1")
	w.click("undo")
	w.waitValue(cell("input-cell", 0, 1), "10")
	w.click("redo")
	w.waitValue(cell("input-cell", 0, 1), "-2.5")
	w.click("step-last")
	// The first window now has 7 instead of 10 in its upper left corner.
	w.waitValue(cell("output-cell", 0, 0), "-3")
}

func TestDraggingPaintsAValueOverTheInput(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&from=z")
	w.must(w.Click(cell("input-cell", 2, 1)))
	w.press("4" + kb.Enter)
	w.waitValue(cell("input-cell", 2, 1), "4")
	w.must(w.Drag(w.spot(cell("input-cell", 2, 1)), w.spot(cell("input-cell", 2, 2)), w.spot(cell("input-cell", 2, 3)), w.spot(cell("input-cell", 3, 3))))
	for _, at := range [][2]int{{2, 2}, {2, 3}, {3, 3}} {
		w.waitValue(cell("input-cell", at[0], at[1]), "4")
	}
	w.wait(settle, `!document.querySelector('[data-test="undo"]').hasAttribute("aria-disabled")`)
	w.click("undo")
	w.waitValue(cell("input-cell", 3, 3), "0")
	w.waitValue(cell("input-cell", 2, 1), "4")
}

func TestAnImpossibleSettingIsExplainedAndTheNearestOffered(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&n=4&step=3")
	w.tabTo(browser.Hook("param-f"))
	w.press("7" + kb.Enter)
	w.wait(settle, browser.First(browser.Hook("error")))
	if got := w.text("error"); !strings.Contains(got, "reaches over 7×7 cells") {
		t.Errorf("error: %s", got)
	}
	if got := w.value(cell("kernel-cell", 0, 0)); got != "1" {
		t.Errorf("the kernel changed: %s", got)
	}
	w.click("nearest")
	w.wait(settle, `!document.querySelector('[data-test="error"]')`)
	w.wait(settle, browser.First(browser.Hook("param-f"))+`.value === "7"`)
	if got := eval[string](w.tab, browser.First(browser.Hook("param-p"))+".value"); got != "2" {
		t.Errorf("the nearest has p = %s, want 2", got)
	}
}

func TestAHoveredInputCellLightsItsOutputs(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv")
	w.must(w.Move(w.spot(cell("input-cell", 2, 2))))
	w.wait(settle, `document.querySelectorAll("g.cell.lit").length === 9`)
	w.must(w.Move(w.spot(cell("output-cell", 2, 2))))
	w.wait(settle, `document.querySelector('g.cell.windowed').dataset.row === "2" && document.querySelector('g.cell.windowed').dataset.col === "2"`)
}

func TestAnAddressThatDoesNotParseOpensTheDefaultWithANotice(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/pool?v=1&preset=nothing")
	if got := w.text("error"); !strings.Contains(got, "cannot be used") {
		t.Errorf("notice: %s", got)
	}
	w.click("step-last")
	w.waitOutputs(`[data-pool="max"]`, "9 2 6 3")
}

func TestPredictingCountsFirstAnswersAndSurvivesAReload(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/pool")
	w.click("predict")
	w.wait(settle, browser.First(browser.Hook("predict-input")))
	if got := w.outputs(`[data-pool="max"]`); got != "_ _ _ _" {
		t.Errorf("the answer is on the page: %s", got)
	}
	w.must(w.Click(browser.Hook("predict-input")))
	w.press("8" + kb.Enter)
	w.wait(settle, browser.First(browser.Hook("predict-said"))+`.textContent.startsWith("Not yet")`)
	w.press("9") // replaces the first answer, which is selected
	w.click("predict-check")
	w.wait(settle, browser.First(browser.Hook("predict-said"))+`.textContent.startsWith("Right: 9")`)
	w.waitOutputs(`[data-pool="max"]`, "9 _ _ _")
	w.click("predict-next")
	// Click the second maximum: 2, in the first row and third column.
	w.must(w.Click(cell("input-cell", 0, 2)))
	w.wait(settle, browser.First(browser.Hook("score"))+`.textContent === "1 of 2 right"`)
	w.waitOutputs(`[data-pool="max"]`, "9 2 _ _")
	w.visit(eval[string](w.tab, `location.pathname + location.search`))
	w.ready()
	w.wait(settle, browser.First(browser.Hook("score"))+`.textContent === "1 of 2 right"`)
}

func TestGradientsAddUpAndANudgeAgrees(t *testing.T) {
	t.Parallel()
	gradients := func(hook string) string {
		return fmt.Sprintf(`[...document.querySelectorAll('%s')].map((e) => e.dataset.gradient).join(" ")`, hook)
	}
	w := openWindow(t, "/conv?v=1&tab=backward")
	w.click("step-last")
	w.wait(settle, gradients(browser.Hook("kernel-cell"))+` === "120 80 40 120 80 40 120 80 40"`)
	w.wait(settle, gradients(browser.Hook("bias-cell"))+` === "16"`)
	w.must(w.Move(w.spot(cell("kernel-cell", 1, 0))))
	w.wait(settle, browser.First(browser.Hook("arithmetic"))+`.textContent.startsWith("dW(2, 1) = 1×10 + 1×10 + 1×10 + 1×0 + 1×10")`)
	w.wait(settle, browser.First(browser.Hook("arithmetic"))+`.textContent.endsWith("= 120")`)
	w.tabTo(browser.Hook("kernel-cell"))
	w.press(kb.ArrowRight + kb.ArrowDown)
	w.tabTo("#nudge") // passes other cells without choosing them
	w.press(kb.Enter)
	w.wait(settle, browser.First(browser.Hook("nudge-result"))+`.textContent.includes("a slope of 80. Backpropagation says 80: the same")`)

	w.visit("/pool?v=1&preset=ties&tab=backward")
	w.ready()
	w.click("step-last")
	w.wait(settle, gradients(`[data-test="input-cell"]:not([data-pool])`)+` === "1 0 1 0 0 0 0 0 0 1 0 1 0 0 0 0"`)
	w.wait(settle, gradients(`[data-test="input-cell"][data-pool="avg"]`)+` === "`+strings.TrimSpace(strings.Repeat("0.25 ", 16))+`"`)
	w.tabTo(cell("input-cell", 0, 0))
	w.press("n")
	w.wait(settle, browser.First(browser.Hook("nudge-result"))+`.textContent.includes("slope 0 below, 1 above. Backpropagation says 1")`)
}

func TestSharingShowsALinkAndItsCode(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&step=4")
	w.click("share")
	w.wait(settle, browser.First(browser.Hook("share-qr")+" svg"))
	if got, want := eval[string](w.tab, browser.First(browser.Hook("share-link"))+".value"), eval[string](w.tab, "location.href"); got != want {
		t.Errorf("link: got %s, want %s", got, want)
	}
	w.Forget() // a headless browser may refuse the clipboard and log it
}

// Share scrolls its link and code into view, wherever its button is in the viewport.
func TestSharingBringsWhatItOpensIntoView(t *testing.T) {
	t.Parallel()
	onEach(t, browser.Options{Width: 1280, Height: 720}, []string{"/conv", "/ko/pool", "/network"}, func(p tab, path string) {
		t := p.t
		p.must(p.Do(browser.First(browser.Hook("share")) + `.scrollIntoView({ block: "end" })`))
		if got := eval[float64](p, `innerHeight - `+browser.First(browser.Hook("share"))+`.getBoundingClientRect().bottom`); got > 200 {
			t.Fatalf("%s: the button ends %v px above the window's end; that is not low in it", path, got)
		}
		p.must(p.Do(browser.First(browser.Hook("share")) + `.click()`))
		p.wait(settle, browser.First(browser.Hook("share-qr")+" svg"))
		p.wait(settle, browser.First(browser.Hook("share-qr"))+`.getBoundingClientRect().bottom <= innerHeight + 1`)
		if got := eval[float64](p, browser.First(browser.Hook("share"))+`.getBoundingClientRect().top`); got < 0 {
			t.Errorf("%s: the button itself is %v px above the window", path, -got)
		}
		p.Forget() // a headless browser may refuse the clipboard and log it
	})
}

func TestAPhoneWorksByTouch(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	for _, path := range []string{"/conv", "/ko/pool"} {
		t.Run(path, func(t *testing.T) {
			w := window{open(t, chromium, server.URL, browser.Options{Width: 390, Height: 844, ReducedMotion: true})}
			w.must(w.Touchscreen())
			w.visit(path)
			w.ready()
			if got := eval[int](w.tab, `document.documentElement.scrollWidth`); got > 390 {
				t.Errorf("%s: the page is %d px wide, want 390 at most", path, got)
			}
			if got := eval[int](w.tab, `[...document.querySelectorAll(".transport button")].filter((b) => b.getBoundingClientRect().height < 40).length`); got > 0 {
				t.Errorf("%s: %d buttons are smaller than a finger", path, got)
			}
			bar := eval[float64](w.tab, `document.querySelector(".transport").getBoundingClientRect().bottom`)
			if bar > 844.5 {
				t.Errorf("%s: the transport ends at %v px, out of reach", path, bar)
			}
			w.must(w.Touch(w.spot(browser.Hook("step-next"))))
			w.wait(settle, `document.querySelector("#counter").textContent.startsWith("1 /")`)
			corner := cell("input-cell", 0, 0)
			w.must(w.Touch(w.spot(corner)))
			w.wait(settle, `!document.querySelector("#cell-editor").hidden`)
			w.press("6" + kb.Enter)
			w.waitValue(corner, "6")
			w.must(w.Touch(w.spot(browser.Hook("paint"))))
			w.wait(settle, `document.querySelector("#stage").classList.contains("brush")`)
			from := w.spot(corner)
			to := eval[browser.Spot](w.tab, `(() => { const r = `+browser.First(cell("input-cell", 0, 2))+`.getBoundingClientRect(); return { X: r.x + r.width / 2, Y: r.y + r.height / 2 }; })()`)
			w.must(w.Touch(from, browser.Spot{X: (from.X + to.X) / 2, Y: from.Y}, to))
			w.waitValue(cell("input-cell", 0, 1), "6")
			w.waitValue(cell("input-cell", 0, 2), "6")
		})
	}
}

func TestTheWindowIsAccessibleInItsOtherStates(t *testing.T) {
	t.Parallel()
	states := []string{"/conv?v=1&preset=conv1&step=500", "/ko/conv?v=1&preset=same&tab=backward&step=9", "/conv?v=1&predict=1&step=2",
		"/pool?v=1&preset=padded&step=4", "/pool?v=1&preset=ties&tab=backward&step=3"}
	onEach(t, browser.Options{ReducedMotion: true}, states, func(page tab, _ string) {
		window{page}.ready()
		auditLooks(page)
	})
}

func TestAPictureFromAFileBecomesTheInput(t *testing.T) {
	t.Parallel()
	img := image.NewGray(image.Rect(0, 0, 6, 6))
	img.SetGray(2, 1, color.Gray{Y: 255})
	file := filepath.Join(t.TempDir(), "dot.png")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(out, img), out.Close()); err != nil {
		t.Fatal(err)
	}
	w := openWindow(t, "/conv")
	w.must(w.Upload(browser.Hook("input-file"), file))
	w.waitValue(cell("input-cell", 1, 2), "1")
	w.waitValue(cell("input-cell", 0, 0), "0")
	if err := os.WriteFile(file, []byte("no picture"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.must(w.Upload(browser.Hook("input-file"), file))
	w.wait(settle, browser.First(browser.Hook("error")))
	w.waitValue(cell("input-cell", 1, 2), "1")
	w.click("zeros")
	w.waitValue(cell("input-cell", 1, 2), "0")
	w.click("random")
	w.wait(settle, `location.search.includes("from=r")`)
	w.click("digit")
	w.wait(settle, `location.search.includes("from=d")`)
	w.click("reset-all")
	w.waitValue(cell("input-cell", 1, 2), "10")
}

func TestShiftingTheInputCountsWhatChanges(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/pool?v=1&preset=4x4")
	w.click("shift-right")
	w.wait(settle, browser.First(browser.Hook("shift-result"))+`.textContent.startsWith("Right by one; the picture above")`)
	if got := w.text("shift-result"); !strings.Contains(got, "of 4 outputs change, mean change ") || !strings.Contains(got, "of 16, mean change ") {
		t.Errorf("shift: %s", got)
	}
}
