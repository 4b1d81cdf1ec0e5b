//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// waitWeightsDrawn waits until every weight in view is drawn.
func (p tab) waitWeightsDrawn() {
	p.t.Helper()
	p.wait(settle, `document.querySelector("#scale[data-whole=true]")`)
}

// says waits until the text of the element with a hook contains a part.
func (p tab) says(hook, part string) {
	p.t.Helper()
	if err := p.Wait(settle, fmt.Sprintf(`%s.textContent.includes(%q)`, browser.First(browser.Hook(hook)), part)); err != nil {
		p.t.Fatalf("%s says %q, want %q in it", hook, p.text(hook), part)
	}
}

func TestSharingCounts456Against14450688(t *testing.T) {
	t.Parallel()
	onEach(t, browser.Options{}, inLanguages("/sharing"), func(page tab, path string) {
		t := page.t
		for hook, want := range map[string]string{"conv-params": "456", "dense-params": "14,450,688", "ratio": "31,690", "volumes": "32×32×3 → 28×28×6"} {
			if got := page.text(hook); got != want {
				t.Errorf("%s %s: got %q, want %q", path, hook, got, want)
			}
		}
		for hook, wants := range map[string][]string{
			"weights": {"450", "14,450,688", "32,113"}, "with-biases": {"456", "14,455,392", "31,700"},
			"bytes": {"1,824 B", "57,821,568 B"}, "multiply-adds": {"352,800", "14,450,688", "41"}, "formula": {"(5·5·3 + 1) · 6 = 456"},
		} {
			for _, want := range wants {
				if got := page.text(hook); !strings.Contains(got, want) {
					t.Errorf("%s %s: got %q, want %q in it", path, hook, got, want)
				}
			}
		}
		// Change a field and a slider, make an impossible setting, then reset with one click.
		page.enter("#param-filters", "change", "8")
		page.says("conv-params", "608")
		page.says("dense-params", "19,267,584")
		page.enter("#slider-h", "input", "4")
		page.wait(settle, browser.First(browser.Hook("error"))+`?.textContent.length > 20`)
		page.says("conv-params", "608")
		page.enter("#slider-h", "input", "64")
		page.says("volumes", "60×28×8")
		page.click("famous")
		page.says("dense-params", "14,450,688")
		page.wait(settle, `location.search === ""`)
	})
}

// colour is an expression for the colour in the middle of the canvas: "orange", "blue" or "paper".
const colour = `(() => {
	const c = document.querySelector("#scale-canvas"), copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
	copy.drawImage(c, c.width / 2, c.height / 2, 1, 1, 0, 0, 1, 1);
	const p = copy.getImageData(0, 0, 1, 1).data;
	return p[0] > p[2] + 8 ? "orange" : p[2] > p[0] + 8 ? "blue" : "paper";
})()`

func TestSharingDrawsEveryWeightAsAPixelThatKeysReach(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/sharing", browser.Options{})
	page.waitWeightsDrawn()
	page.says("scale-status", "8×8")
	page.focus("#scale")
	page.must(page.Press("1"))
	page.says("scale-status", "Each pixel is one weight.")
	for range 11 {
		page.must(page.Press("+"))
	}
	page.waitWeightsDrawn()
	page.says("scale-status", "45 pixels")
	// The text about the weight in the middle and the colour drawn there agree.
	seen := map[string]int{}
	for range 12 {
		before := page.text("scale-weight")
		got := eval[string](page, colour)
		value := before[strings.LastIndex(before, ": ")+2:]
		switch {
		case strings.HasPrefix(value, "−0.00") || strings.HasPrefix(value, "0.00"):
			// Too pale to distinguish.
		case strings.HasPrefix(value, "−") != (got == "blue"):
			t.Errorf("%s is drawn %s", before, got)
		default:
			seen[got]++
		}
		page.keys("#scale", "ArrowRight")
		page.wait(settle, fmt.Sprintf(`%s.textContent !== %q`, browser.First(browser.Hook("scale-weight")), before))
		page.waitWeightsDrawn()
	}
	if seen["orange"] == 0 || seen["blue"] == 0 {
		t.Errorf("saw %v, want both signs", seen)
	}
	page.must(page.Press("2"))
	page.says("scale-status", "Every square is one weight")
	page.must(page.Press("0"))
	page.says("scale-status", "8×8")
	page.wait(settle, `location.search === ""`)
}

// Drawing tiles takes no longer than a frame allows. The page keeps no more tiles than
// its cache has slots.
func TestSharingPansAndZoomsWithinItsFrames(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/sharing", browser.Options{})
	page.must(page.Do(`
		window.work = []; window.canvases = 0;
		const raf = window.requestAnimationFrame.bind(window), make = document.createElement.bind(document);
		window.requestAnimationFrame = (f) => raf((t) => { const a = performance.now(); f(t); window.work.push(performance.now() - a); });
		document.createElement = (name, ...rest) => { if (name === "canvas") window.canvases++; return make(name, ...rest); };
	`))
	page.waitWeightsDrawn()
	checkRepeatedly(t, func() []string {
		begin, err := page.Busy()
		page.must(err)
		moved := eval[int](page, `new Promise((done) => {
			const c = document.querySelector("#scale-canvas"), box = c.getBoundingClientRect();
			const at = (name, kind, x, y, id, rest) => c.dispatchEvent(new kind(name, { bubbles: true, cancelable: true, clientX: box.left + x, clientY: box.top + y, pointerId: id, button: 0, ...rest }));
			window.work = [];
			let n = 0;
			const step = () => {
				n++;
				if (n < 60) at("wheel", WheelEvent, 250, 200, 0, { deltaY: -60 });
				else if (n === 60) at("pointerdown", PointerEvent, 400, 250, 7);
				else if (n < 150) at("pointermove", PointerEvent, 400 - 9 * (n - 60) % 300, 250 - 7 * (n - 60) % 240, 7);
				else if (n === 150) at("pointerup", PointerEvent, 200, 100, 7);
				else if (n === 151) { at("pointerdown", PointerEvent, 200, 200, 8); at("pointerdown", PointerEvent, 300, 300, 9); }
				else if (n < 210) at("pointermove", PointerEvent, 300 + 2 * (n - 151), 300 + (n - 151), 9);
				else if (n === 210) { at("pointerup", PointerEvent, 200, 200, 8); at("pointerup", PointerEvent, 300, 300, 9); }
				else if (n < 300) at("wheel", WheelEvent, 350, 250, 0, { deltaY: 50 });
				if (n < 300) setTimeout(() => requestAnimationFrame(step), 0); else done(n);
			};
			requestAnimationFrame(step);
		})`)
		if moved != 300 {
			t.Errorf("%d moves", moved)
		}
		end, err := page.Busy()
		page.must(err)
		figures := eval[[]float64](page, `(() => { const w = [...window.work].sort((a, b) => a - b); return [w[w.length >> 1], w[Math.floor(w.length * 0.95)], w[w.length - 1], w.length]; })()`)
		// This covers scripts, style and painting, and no other programs on the machine.
		each := (end - begin).Seconds() * 1000 / figures[3]
		t.Logf("%.1f ms of the page's thread a frame; by the clock its scripts: median %.1f ms, 95 %% within %.1f ms, most %.1f ms (%v frames)",
			each, figures[0], figures[1], figures[2], figures[3])
		if each > 8 {
			return []string{fmt.Sprintf("a frame takes %.1f ms of the page's thread, want 8 at most", each)}
		}
		return nil
	})
	page.focus("#scale")
	for range 3 { // move over the matrix row by row, at one weight a pixel
		page.must(page.Press("1"))
		page.must(page.Do(`new Promise((done) => {
			let n = 0;
			const go = () => {
				document.querySelector("#scale").dispatchEvent(new KeyboardEvent("keydown", { key: n % 40 < 36 ? (n % 80 < 40 ? "ArrowRight" : "ArrowLeft") : "ArrowDown", bubbles: true, cancelable: true }));
				if (++n < 240) setTimeout(go, 4); else done();
			};
			go();
		})`))
	}
	page.waitWeightsDrawn()
	canvases := eval[int](page, `window.canvases`)
	t.Logf("%d canvases of 256 KiB made after the first view", canvases)
	if canvases > 136 {
		t.Errorf("%d canvases made, want no more than the cache has slots", canvases)
	}
}

func TestSharingCountsConnectionsWhereOneLooks(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/sharing?v=1&view=sparse", browser.Options{})
	page.says("sparse-count", "75 of 3,072")
	page.says("dense-count", "3,072 of 3,072")
	page.focus("#sparse")
	page.must(page.Press("i"))
	page.says("sparse-count", "150 of 4,704")
	for range 40 {
		page.keys("#sparse", "ArrowUp", "ArrowLeft")
	}
	page.says("sparse-count", "6 of 4,704")
	page.says("announcer", "row 1, column 1")
	// Point at an output of the second feature map.
	page.must(page.Do(`(() => { const c = document.querySelector("#sparse-canvas"), b = c.getBoundingClientRect();
		c.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: b.left + 200, clientY: b.top + 230 })); })()`))
	page.says("sparse-said", "Output of filter 2")
	page.says("sparse-count", "75 of 3,072")
	page.enter("#preset", "change", "one-channel")
	page.says("sparse-count", "9 of 36")
}

func TestSharingMovesMatrixAndWindowTogether(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/sharing?v=1&view=matrix", browser.Options{})
	outputs := func() []string {
		return eval[[]string](page, `[...document.querySelectorAll('[data-test="output-cell"]')].map((e) => e.dataset.value)`)
	}
	page.wait(settle, `document.querySelectorAll('[data-test="matrix-cell"]').length === 81`)
	all := outputs()
	if len(all) != 9 {
		t.Fatalf("%d outputs", len(all))
	}
	for row, want := range all {
		page.says("row-said", fmt.Sprintf("Row %d of 9", row+1))
		page.says("arithmetic", "= "+strings.ReplaceAll(want, "-", "−"))
		page.keys("body", "ArrowRight")
	}
	page.says("announcer", "Row 9 of 9")
	page.click("step-first")
	page.says("row-said", "Row 1 of 9")
	// Pointing at an output shows its row. A click keeps it.
	page.must(page.Do(`(() => { const r = document.querySelectorAll('[data-test="output-cell"]')[4].getBoundingClientRect(), m = document.querySelector("#matrix");
		const at = { bubbles: true, clientX: r.x + r.width / 2, clientY: r.y + r.height / 2 };
		m.dispatchEvent(new PointerEvent("pointermove", at)); m.dispatchEvent(new MouseEvent("click", at)); m.dispatchEvent(new PointerEvent("pointerleave", at)); })()`))
	page.says("row-said", "Row 5 of 9")
	page.wait(settle, `location.search.includes("row=4")`)
	// A changed weight changes everywhere in the matrix.
	page.enter("#kernel-4", "change", "9")
	page.wait(settle, `[...document.querySelectorAll('[data-test="matrix-cell"]')].filter((e) => e.dataset.value === "9").length === 9`)
	if now := outputs(); strings.Join(now, " ") == strings.Join(all, " ") {
		t.Error("another kernel gives the same outputs")
	}
	page.click("play")
	page.says("row-said", "Row 9 of 9")
}

func TestSharingAsksBeforeItShows(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/ko/sharing", browser.Options{})
	page.click("predict")
	page.wait(settle, `location.search.includes("predict=1")`)
	page.enter("#predict-input", "input", "3")
	page.click("predict-check")
	page.says("predict-said", "f·f·C")
	page.says("score", "1문제 중 0개")
	page.click("predict-show")
	page.says("predict-said", "답은")
	page.click("predict-see")
	page.wait(settle, browser.First(browser.Hook("predict-said"))+`.textContent.includes(`+browser.First(browser.Hook("conv-params"))+`.textContent)`)
	page.click("predict-next")
	page.wait(settle, `location.search.includes("predict=2") && document.activeElement.id === "predict-input" && document.activeElement.value === ""`)
	page.wait(settle, browser.First(browser.Hook("predict-said"))+`.textContent === ""`)
}

func TestSharingAddressRestoresWhatWasSeen(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	page := open(t, chromium, server.URL, browser.Options{})
	page.visit("/sharing")
	page.focus("#scale")
	for _, key := range []string{"1", "+", "+"} {
		page.must(page.Press(key))
	}
	page.says("scale-status", "2.0 pixels")
	// The zoom has doubled. The address is updated twice a second.
	page.wait(settle, `location.search.endsWith(",100")`)
	page.waitWeightsDrawn()
	weight, address := page.text("scale-weight"), eval[string](page, `location.pathname + location.search`)
	again := open(t, chromium, server.URL, browser.Options{})
	again.visit(address)
	again.says("scale-status", "2.0 pixels")
	again.says("scale-weight", weight)
	again.click("share")
	again.wait(settle, browser.First(browser.Hook("share-link"))+`?.value.endsWith(`+fmt.Sprintf("%q", address)+`)`)
	again.Forget() // a headless browser may refuse the clipboard
	// Back undoes a change of picture. A broken address opens the default with a notice.
	again.must(again.Click(`#view-sparse`))
	again.wait(settle, `location.search.includes("view=sparse")`)
	again.must(again.Do(`history.back()`))
	again.wait(settle, browser.First(browser.Hook("lab"))+`.dataset.view === "scale"`)
	again.visit("/sharing?v=9")
	again.says("error", "another version")
	again.says("conv-params", "456")
}

func TestSharingsPicturesAreAccessible(t *testing.T) {
	t.Parallel()
	views := inTurns("/sharing?v=1&view=scale", "/sharing?v=1&view=sparse", "/sharing?v=1&view=matrix")
	onEach(t, browser.Options{ReducedMotion: true}, views, func(page tab, _ string) { auditLooks(page) })
}

// Without scripts the page shows all three pictures and lessons, one below the other.
func TestSharingTeachesWithoutScripts(t *testing.T) {
	t.Parallel()
	server, chromium := startServer(t), launch(t)
	for prefix := range languages() {
		page := open(t, chromium, server.URL, browser.Options{NoScripts: true})
		page.visit(inLanguage(prefix, "/sharing"))
		if got := page.text("conv-params") + " " + page.text("dense-params"); got != "456 14,450,688" {
			t.Errorf("got %q", got)
		}
		if got := eval[int](page, `[...document.querySelectorAll(".picture svg")].filter((e) => e.getBoundingClientRect().height > 100).length`); got != 3 {
			t.Errorf("%d pictures to see, want three", got)
		}
		if got := eval[int](page, `[...document.querySelectorAll(".lesson h2")].filter((e) => e.getBoundingClientRect().height > 10).length`); got != 3 {
			t.Errorf("%d lessons to see, want three", got)
		}
	}
}

// The announcement of a view names the weight in its middle only if there is one.
func TestSharingAnnouncesAWeightInTheMiddleOnlyWhereThereIsOne(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/sharing", browser.Options{})
	page.waitWeightsDrawn()
	page.focus("#scale")
	without := 0
	for _, key := range []string{"0", "1", "2", "+"} {
		page.must(page.Do(`document.getElementById("announcer").textContent = ""`))
		page.must(page.Press(key))
		page.wait(settle, `document.getElementById("announcer").textContent !== ""`)
		said := page.text("announcer")
		if strings.Contains(said, "–") {
			t.Errorf("%s: %q", key, said)
		}
		if !strings.Contains(said, "In the middle: ") {
			without++
		}
	}
	if without == 0 || without == 4 {
		t.Errorf("%d of 4 views have nothing in the middle, want some", without)
	}
}
