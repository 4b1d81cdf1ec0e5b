//go:build e2e

package e2e

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// openShift opens the page of the shifted image and waits until its networks have read the digit.
func openShift(t *testing.T, path string) tab {
	t.Helper()
	page := openPage(t, path, browser.Options{})
	page.waitRead()
	return page
}

// waitRead waits until the networks have read the digit.
func (p tab) waitRead() { p.t.Helper(); p.wait(settle, root()+`.dataset.state === "ready"`) }

// waitShift waits until the digit has been moved by (dx, dy) pixels.
func (p tab) waitShift(dx, dy int) {
	p.t.Helper()
	want := fmt.Sprintf("%d %d", dx, dy)
	if err := p.Wait(settle, fmt.Sprintf(`%[1]s.dataset.dx + " " + %[1]s.dataset.dy === %[2]q`, root(), want)); err != nil {
		p.t.Fatalf("the digit is at %s, want %s", eval[string](p, fmt.Sprintf(`%[1]s.dataset.dx + " " + %[1]s.dataset.dy`, root())), want)
	}
}

// data returns a data attribute of the element with a hook, or "".
func (p tab) data(name, attribute string) string {
	p.t.Helper()
	return eval[string](p, browser.First(browser.Hook(name))+`.dataset.`+attribute+` || ""`)
}

// field returns the middle of the field that the digit moves in, and the size of one of its pixels.
func (p tab) field() (middle browser.Spot, pixel float64) {
	p.t.Helper()
	middle, err := p.Spot("#inv-field")
	p.must(err)
	return middle, eval[float64](p, `document.querySelector("#inv-field").clientWidth / 32`)
}

func TestDigitIsDraggedWithTheMouse(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance?v=1&dx=0&dy=0")
	p.waitShift(0, 0)
	if got := p.data("conv-class", "right") + p.data("dense-class", "right"); got != "yesyes" {
		t.Errorf("unmoved, the nets are right: %s", got)
	}
	at, pixel := p.field()
	to := browser.Spot{X: at.X + 5*pixel, Y: at.Y - 2*pixel}
	p.must(p.Drag(at, browser.Spot{X: at.X + pixel, Y: at.Y}, browser.Spot{X: at.X + 3*pixel, Y: at.Y - pixel}, to))
	p.waitShift(5, -2)
	p.says("shift", "(5, −2)")
	if got := p.data("conv-class", "right") + " " + p.data("dense-class", "right"); got != "yes no" {
		t.Errorf("moved by (5, −2), the nets are right: %s", got)
	}
	p.wait(settle, `location.search.includes("dx=5") && location.search.includes("dy=-2")`)
	// Dragged beyond the field, the digit stops at the largest shift, and the page tells how
	// much of it is lost.
	p.must(p.Drag(at, browser.Spot{X: at.X + 14*pixel, Y: at.Y + 20*pixel}))
	p.waitShift(16, 16)
	p.says("lost", "lost")
}

func TestDigitIsMovedWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance?v=1&dx=0&dy=0")
	p.keys("body", "ArrowRight", "ArrowRight", "ArrowLeft")
	p.waitShift(1, 0)
	// Up and down scroll the page until the digit has the focus.
	p.keys("body", "ArrowDown")
	p.focus("#inv-field")
	p.keys("#inv-field", "ArrowUp", "ArrowUp")
	p.waitShift(1, -2)
	p.must(p.Do(`for (const type of ["keydown", "keyup"]) document.querySelector("#inv-field").dispatchEvent(new KeyboardEvent(type, { key: "ArrowRight", shiftKey: true, bubbles: true, cancelable: true }))`))
	p.waitShift(5, -2)
	p.says("announcer", "(5, −2)")
	p.keys("body", "Home")
	p.waitShift(-16, -2)
	p.keys("body", "End")
	p.waitShift(16, -2)
	p.keys("body", "PageDown")
	p.says("stop", "2")
	p.waitShift(4, 0)
	p.keys("body", "r")
	p.wait(settle, `location.search === ""`)
	p.says("stop", "1")
}

func TestSweepGoesAlongItsPath(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance?v=1&dx=0&dy=0&path=down")
	p.click("step-first")
	p.waitShift(0, -16)
	p.click("step-next")
	p.click("step-next")
	p.waitShift(0, -14)
	p.click("step-prev")
	p.waitShift(0, -15)
	p.enter("#scrub", "input", "20")
	p.waitShift(0, 4)
	p.enter("#speed", "input", "6")
	p.click("play")
	p.waitShift(0, 16) // the sweep ends by itself
	p.says("play", "Sweep")
	p.enter("#path", "change", "diagonal")
	p.enter("#speed", "input", "0") // slow enough to be paused
	p.click("step-first")
	p.waitShift(-16, -16)
	p.focus("#inv-field")
	p.must(p.Press(" "))
	p.says("play", "Pause")
	p.must(p.Press(" "))
	p.says("play", "Sweep")
}

// A feature map moves exactly if the shift is a multiple of its layer's step in input pixels.
func TestMapsAreToldToMoveExactlyOrNot(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance?v=1&dx=4&dy=0")
	row := func(name string) string {
		return eval[string](p, fmt.Sprintf(`[...document.querySelectorAll('[data-test="change-row"]')].find((r) => r.firstElementChild.textContent === %q)?.textContent`, name))
	}
	p.wait(settle, `document.querySelector('[data-test="change-row"]').textContent.includes("(4, 0)")`)
	for name, want := range map[string]string{"CONV1": "(4, 0)", "POOL1": "(2, 0)", "CONV3": "(1, 0)"} {
		if got := row(name); !strings.Contains(got, want) || !strings.Contains(got, "0% (largest difference 0)") {
			t.Errorf("%s: %q, want %s and a difference of exactly 0", name, got, want)
		}
	}
	p.enter("#preset", "change", "odd")
	p.wait(settle, `document.querySelector('[data-test="change-row"]').textContent.includes("(3, 0)")`)
	if got := row("CONV1"); !strings.Contains(got, "largest difference 0") {
		t.Errorf("CONV1: %q, want it exact at 3 pixels too", got)
	}
	if got := row("POOL1"); !strings.Contains(got, "(1.5, 0)") || !strings.Contains(got, "% at (") {
		t.Errorf("POOL1: %q, want 1.5 cells that do not fit", got)
	}
	// A click on a small map shows it large.
	p.must(p.Do(`(() => { const c = document.querySelector("#inv-maps"), b = c.getBoundingClientRect(), at = { bubbles: true, clientX: b.left + 60, clientY: b.top + b.width * 0.245 + 90 };
		c.dispatchEvent(new MouseEvent("click", at)); })()`))
	p.wait(settle, `location.search.includes("map=")`)
}

// computeChart starts computing the chart and waits for its result.
func (p tab) computeChart() {
	p.t.Helper()
	p.click("sweep-start")
	p.wait(settle, browser.First(browser.Hook("sweep-progress")))
	p.wait(settle, browser.First(browser.Hook("sweep-start")))
	p.wait(settle, `[...document.querySelectorAll('[data-test="sweep-row"]')].every((e) => e.dataset.conv && e.dataset.dense)`)
}

func TestChartIsComputedLive(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance")
	// The page opens with a chart that was computed when its weights were trained.
	p.says("sweep-result", "when the weights were made")
	p.computeChart()
	if got := p.text("sweep-result"); strings.Contains(got, "when the weights were made") {
		t.Errorf("computed, the chart says %q", got)
	}
	type point struct{ Shift, Conv, Dense float64 }
	rows := eval[[]point](p, `[...document.querySelectorAll('[data-test="sweep-row"]')].map((e) => ({ Shift: +e.dataset.shift, Conv: +e.dataset.conv, Dense: +e.dataset.dense }))`)
	if len(rows) != 25 {
		t.Fatalf("%d rows, want 25", len(rows))
	}
	for _, r := range rows {
		if r.Shift == 0 && (r.Conv < 97 || r.Dense < 95) || r.Shift*r.Shift == 36 && (r.Conv < 90 || r.Dense > 50) {
			t.Errorf("moved by %v: %v %% and %v %%", r.Shift, r.Conv, r.Dense)
		}
	}
	t.Logf("accuracy by shift: %v", rows)
	// The chart of another direction must be computed. Cancelling that leaves the
	// digit where it is.
	p.must(p.Click(`#ways-all`))
	p.wait(settle, `location.search.includes("ways=all")`)
	p.click("sweep-start")
	p.click("sweep-stop")
	p.wait(settle, browser.First(browser.Hook("sweep-start")))
	p.says("shift", "(")
}

// The page's own workers measure on 200 test digits how far each network keeps its class.
func TestConvolutionalNetKeepsItsClassFurtherOn200Digits(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance")
	began := time.Now()
	p.click("reach-test-start")
	p.wait(10*time.Minute, browser.First(browser.Hook("reach-test-result"))+`.dataset.further`)
	further, err := strconv.Atoi(p.data("reach-test-result", "further"))
	p.must(err)
	t.Logf("%d of 200, in %v: %s", further, time.Since(began).Round(time.Second), p.text("reach-test-result"))
	if further < 180 {
		t.Errorf("further on %d of 200 digits, want 90 %% at least", further)
	}
	// The page also measures the digit it shows, in the time that its frames leave.
	p.wait(settle, browser.First(browser.Hook("dense-reach"))+`.dataset.sum`)
	sum := func(hook string) int {
		n, err := strconv.Atoi(p.data(hook, "sum"))
		p.must(err)
		return n
	}
	if c, d := sum("conv-reach"), sum("dense-reach"); c <= d {
		t.Errorf("the digit shown: %d pixels against %d", c, d)
	}
}

func TestBothNetsAreRetrainedInPlace(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance")
	shipped := p.text("accuracy-conv") + " " + p.text("accuracy-dense")
	p.click("retrain")
	p.wait(settle, browser.First(browser.Hook("retrain-progress"))+`?.value > 0`)
	p.wait(settle, root()+`.dataset.state === "training"`)
	p.click("retrain-stop")
	p.wait(settle, browser.First(browser.Hook("retrain")))
	p.waitRead()
	if got := p.text("accuracy-conv") + " " + p.text("accuracy-dense"); got != shipped {
		t.Errorf("cancelled, the nets are %s, want %s", got, shipped)
	}
	began := time.Now()
	p.click("retrain")
	p.wait(10*time.Minute, `location.search.includes("retrained=3")`)
	percent := func(hook string) float64 {
		v, err := strconv.ParseFloat(strings.TrimSuffix(strings.Fields(p.text(hook))[0], "%"), 64)
		p.must(err)
		return v
	}
	conv, dense := percent("accuracy-conv"), percent("accuracy-dense")
	t.Logf("retrained in %v: %v %% and %v %% on unmoved test digits", time.Since(began).Round(time.Second), conv, dense)
	if conv < 93 || dense < 90 {
		t.Errorf("retrained, the nets read %v %% and %v %%", conv, dense)
	}
	p.click("shipped")
	p.wait(settle, `!location.search.includes("retrained")`)
	if got := p.text("accuracy-conv") + " " + p.text("accuracy-dense"); got != shipped {
		t.Errorf("back to the shipped weights, the nets are %s, want %s", got, shipped)
	}
	back := p.text("accuracy-conv")
	p.must(p.Do(`history.back()`))
	p.wait(settle, browser.First(browser.Hook("accuracy-conv"))+`.textContent !== `+strconv.Quote(back))
}

func TestShiftAddressRestoresWhatWasSeen(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	p := open(t, chromium, server.URL, browser.Options{})
	p.visit("/invariance")
	p.waitRead()
	p.enter("#digit", "change", "4")
	p.wait(settle, `location.search.includes("digit=")`)
	p.keys("body", "ArrowRight", "ArrowRight")
	p.waitShift(6, -3)
	p.wait(settle, `location.search.includes("dx=6")`)
	address := eval[string](p, `location.pathname + location.search`)
	words := p.text("conv-class") + p.text("dense-class") + p.text("conv-sure") + p.text("dense-sure")
	again := open(t, chromium, server.URL, browser.Options{})
	again.visit(address)
	again.waitShift(6, -3)
	again.waitRead()
	if got := again.text("conv-class") + again.text("dense-class") + again.text("conv-sure") + again.text("dense-sure"); got != words {
		t.Errorf("the link shows %q, want %q", got, words)
	}
	again.click("share")
	again.wait(settle, browser.First(browser.Hook("share-link"))+`?.value.endsWith(`+strconv.Quote(address)+`)`)
	again.Forget() // a headless browser may refuse the clipboard
	// Back restores the state before. A broken address opens the default with a notice.
	again.keys("body", "PageDown")
	again.says("stop", "2")
	again.must(again.Do(`history.back()`))
	again.says("stop", "1")
	again.waitShift(6, -3)
	again.visit("/invariance?v=1&retrained=77")
	again.says("notice", "77")
	again.visit("/ko/invariance?v=9")
	again.says("error", "다른 버전")
	again.waitRead()
}

// The page answers while the digit is dragged and swept and both networks read each position.
func TestDraggingAndSweepingStaysSmooth(t *testing.T) {
	t.Parallel()
	p := openShift(t, "/invariance?v=1&dx=0&dy=0")
	// By then the work at opening is done.
	p.wait(settle, browser.First(browser.Hook("dense-reach"))+`.dataset.sum`)
	p.smooth(func() error {
		if err := p.Do(`new Promise((done) => {
			const f = document.querySelector("#inv-field"), b = f.getBoundingClientRect();
			const at = (name, x, y) => f.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, clientX: b.left + x, clientY: b.top + y, pointerId: 5, button: 0 }));
			let n = 0;
			at("pointerdown", 150, 150);
			const step = () => {
				n++;
				at("pointermove", 150 + 90 * Math.sin(n / 7), 150 + 90 * Math.cos(n / 5));
				if (n < 120) requestAnimationFrame(step);
				else { at("pointerup", 150, 150); done(); }
			};
			requestAnimationFrame(step);
		})`); err != nil {
			return err
		}
		p.enter("#speed", "input", "6")
		p.click("step-first")
		p.click("play")
		return p.Wait(settle, root()+`.dataset.dx === "16"`)
	})
}

func TestDigitFollowsAFingerOnAPhone(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	p := open(t, chromium, server.URL, browser.Options{Width: 390, Height: 780})
	p.must(p.Touchscreen())
	p.visit("/invariance?v=1&dx=0&dy=0")
	p.waitRead()
	at, pixel := p.field()
	p.must(p.Touch(at, browser.Spot{X: at.X - 2*pixel, Y: at.Y + pixel}, browser.Spot{X: at.X - 4*pixel, Y: at.Y + 3*pixel}))
	p.waitShift(-4, 3)
	if wide := eval[int](p, `document.documentElement.scrollWidth`); wide > 390 {
		t.Errorf("the page is %d pixels wide on a screen of 390", wide)
	}
	for _, hook := range []string{"play", "step-next", "sweep-start", "retrain"} {
		if got := eval[float64](p, browser.First(browser.Hook(hook))+`.getBoundingClientRect().height`); got < 40 {
			t.Errorf("%s is %v pixels high, want a finger's width", hook, got)
		}
	}
}

// A computed chart and opened details are accessible too.
func TestShiftIsAccessibleAfterAChart(t *testing.T) {
	t.Parallel()
	p := openPage(t, "/invariance", browser.Options{ReducedMotion: true})
	p.waitRead()
	p.computeChart()
	p.must(p.Do(`document.querySelectorAll("details").forEach((d) => { d.open = true })`))
	p.click("share")
	p.wait(settle, browser.First(browser.Hook("share-link")))
	p.Forget()
	auditLooks(p)
}
