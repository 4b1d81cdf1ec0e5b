//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// inOneView is an expression for what of a lab's first view is not on the screen.
const inOneView = `["train-start", "train-reset", "loss", "test-accuracy", "net-stage", "stage-bar", "loss-curve", "accuracy-curve", "draw-pad", "tab"].filter((hook) => {
	const b = document.querySelector('[data-test="' + hook + '"]').getBoundingClientRect();
	return !(b.width > 0 && b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight);
})`

// What changes together is seen together: on a laptop of a school and under a projector.
func TestTrainingIsSeenInOneView(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{1366, 650}, {1280, 720}} {
		server, chromium := acquireSite(t)
		l := lab{open(t, chromium, server.URL, browser.Options{Width: size[0], Height: size[1], ReducedMotion: true})}
		for _, path := range inLanguages("/train") {
			l.visit(path)
			l.waitState("idle")
			l.oneStep(1)
			l.wait(settle, `document.querySelectorAll('[data-test="stage-map"]').length === 49`)
			if out := eval[[]string](l.tab, inOneView); len(out) > 0 {
				t.Errorf("%s at %d×%d: out of view: %v", path, size[0], size[1], out)
			}
		}
	}
}

// The map under the pointer shows its cell's number, what it reads and its filter; those are the
// numbers of the step.
func TestStageShowsTheMapUnderThePointer(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.oneStep(1)
	hooked := `[data-test="stage-map"][data-layer="CONV2"][data-channel="5"]`
	l.wait(settle, `!!document.querySelector('`+hooked+`')`)
	spot, err := l.Spot(hooked)
	l.must(err)
	l.must(l.Move(spot))
	cell := browser.First(browser.Hook("stage-cell"))
	l.wait(settle, cell+`?.dataset.layer === "CONV2" && `+cell+`.dataset.channel === "5" && `+cell+`.dataset.value !== ""`)
	l.wait(settle, `document.querySelectorAll(".layers-line").length === 8`)
	l.wait(settle, browser.First(browser.Hook("stage-said"))+`.textContent.startsWith("CONV2, map 6 of 16: ")`)
	l.wait(settle, browser.First(browser.Hook("stage-filter"))+`.dataset.shown === "CONV2 5"`)
	said := browser.First(browser.Hook("stage-said")) + `.textContent` // it holds the map's range
	before := eval[string](l.tab, said)
	l.must(l.Press(kb.ArrowRight)) // one step: the stage has no focus
	l.waitStep(settle, 2)
	l.wait(settle, said+`.startsWith("CONV2, map 6 of 16: ") && `+said+` !== "`+before+`"`)
}

// The keyboard walks from the input to the answer.
func TestStageIsWalkedByTheKeyboard(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.wait(settle, `document.querySelectorAll('[data-test="stage-map"]').length === 49`)
	l.must(l.Do(browser.First(browser.Hook("net-stage")) + `.focus({ focusVisible: true })`))
	said := browser.First(browser.Hook("stage-said")) + `.textContent`
	l.wait(settle, said+`.startsWith("Input, row 1, column 1: red ")`)
	l.must(l.Press(kb.ArrowRight))
	l.wait(settle, said+`.startsWith("CONV1, map ") && document.getElementById("announcer").textContent === `+said)
	l.must(l.Press(kb.End))
	l.wait(settle, said+`.startsWith("Class ")`)
	l.must(l.Press(kb.ArrowLeft))
	l.wait(settle, said+`.startsWith("FC4, unit ")`)
}

// The stage follows the drawing, and a sample that is chosen after it.
func TestStageFollowsTheDrawing(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.oneStep(1)
	input := browser.First(browser.Hook("stage-input")) + `.textContent`
	l.wait(settle, input+` === "Input: test image 0"`)
	middle, err := l.Spot(browser.Hook("draw-pad"))
	l.must(err)
	l.must(l.Drag(browser.Spot{X: middle.X, Y: middle.Y - 50}, middle, browser.Spot{X: middle.X + 5, Y: middle.Y + 50}))
	l.wait(settle, input+` === "Input: your drawing"`)
	l.click("sample-next")
	l.wait(settle, input+` === "Input: test image 1"`)
}

// A tab is in the address, and what it holds is drawn.
func TestTabsOfARunAreInTheAddress(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train?v=1&tab=weights")
	l.wait(settle, `document.querySelector('[data-test="tab"][data-name="weights"]').ariaSelected === "true" && document.querySelector('[data-test="filters"]').checkVisibility() && !document.getElementById("seed").checkVisibility()`)
	l.must(l.Do(`document.getElementById("tab-weights").focus()`))
	l.must(l.Press(kb.ArrowRight))
	l.wait(settle, `document.activeElement.id === "tab-steps" && location.search.includes("tab=steps") && document.querySelector('[data-test="loss-log"]').checkVisibility()`)
	l.click("share")
	l.must(l.Do(`document.getElementById("tab-settings").click()`))
	l.wait(settle, `location.search === "" && document.getElementById("seed").checkVisibility()`)
}

// What is clicked on the stage is opened in the lab of the network: the same unit, with the weights
// of the run.
func TestStageOpensAUnitInTheNetworkLab(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.oneStep(1)
	l.wait(settle, `document.querySelectorAll('[data-test="stage-map"]').length === 49`)
	l.must(l.Click(`[data-test="stage-map"][data-layer="POOL1"][data-channel="3"]`))
	link := browser.First(browser.Hook("stage-open"))
	l.wait(settle, link+`?.textContent.startsWith("Open POOL1, map 4, row ")`)
	l.click("stage-open")
	l.wait(settle, `location.pathname === "/network" && document.querySelector('[data-test="inside-section"]')?.dataset.weights === "visit" && `+
		browser.First(browser.Hook("inside"))+`.textContent.includes("POOL1") && document.getElementById("unit-channel").value === "4"`)
	if eval[bool](l.tab, `!!`+browser.First(browser.Hook("error"))) {
		t.Error("the address is not read")
	}
}
