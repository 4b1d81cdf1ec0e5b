//go:build e2e

package e2e

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// A netLab is the network lab in a tab.
type netLab struct{ tab }

func openNet(t *testing.T, path string) netLab {
	t.Helper()
	return netLab{openPage(t, path, browser.Options{})}
}

// rows returns the layer, shape, size and parameters of each row of the table.
func (l netLab) rows() []string {
	l.t.Helper()
	return eval[[]string](l.tab, `[...document.querySelectorAll('[data-test="layer-row"]')].map((e) => [e.dataset.layer, e.dataset.shape, e.dataset.size, e.dataset.params].join(" "))`)
}

// choose chooses an option of a list.
func (l netLab) choose(hook, value string) {
	l.t.Helper()
	l.enter(browser.Hook(hook), "change", value)
}

func (l netLab) press(keys ...string) {
	l.t.Helper()
	for _, k := range keys {
		l.must(l.Press(k))
	}
}

// waitTotal waits until the table shows a total number of parameters.
func (l netLab) waitTotal(want string) {
	l.t.Helper()
	l.wait(settle, fmt.Sprintf(`%s.textContent === %q`, browser.First(browser.Hook("total-params")), want))
}

func (l netLab) waitState(state string) {
	l.t.Helper()
	l.wait(settle, root()+`.dataset.state === "`+state+`"`)
}

func TestNetworkTableIsTheLectures(t *testing.T) {
	t.Parallel()
	onEach(t, browser.Options{}, inLanguages("/network"), func(page tab, path string) {
		l, t := netLab{page}, page.t
		want := []string{
			"Input (32,32,3) 3072 0", "CONV1 (28,28,8) 6272 608", "POOL1 (14,14,8) 1568 0", "CONV2 (10,10,16) 1600 3216",
			"POOL2 (5,5,16) 400 0", "FC3 (120,1) 120 48120", "FC4 (84,1) 84 10164", "Softmax (10,1) 10 850",
		}
		got := l.rows()
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", path, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if got := l.text("total-params"); got != "62,958" {
			t.Errorf("%s: total %s, want 62,958", path, got)
		}
	})
}

func TestEveryNetworkPresetHasItsTotal(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	for _, c := range []struct {
		id, total string
		trains    bool
	}{
		{"lenet6", "62,006", true}, {"lenet5", "61,706", true}, {"gap", "6,362", true},
		{"alexnet", "61,100,840", false}, {"vgg16", "138,357,544", false}, {"lenet", "62,958", true},
	} {
		l.choose("preset", c.id)
		l.waitTotal(c.total)
		train := browser.First(browser.Hook("train-this"))
		if got := eval[bool](l.tab, train+`.matches("a[href]")`); got != c.trains {
			t.Errorf("%s can be trained: %v, want %v (%s)", c.id, got, c.trains, l.text("train-note"))
		}
		digits := strings.ReplaceAll(c.total, ",", "")
		for _, code := range []string{"code-pytorch", "code-keras"} {
			if !strings.Contains(l.text(code), "# "+digits) {
				t.Errorf("%s: the %s does not say %s", c.id, code, digits)
			}
		}
	}
}

// With the keyboard alone: select a layer, break the network, read why, repair it, add and remove
// layers, undo and redo.
func TestNetworkIsEditedByKeyboardUntilItBreaksAndMended(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	l.jump("#row-1")
	focused := func(row int) {
		t.Helper()
		l.wait(settle, fmt.Sprintf(`document.activeElement.id === "row-%d"`, row))
	}
	l.press(kb.ArrowDown)
	focused(2)
	l.press(kb.ArrowDown)
	focused(3)
	l.press(kb.Enter) // to CONV2's fields
	l.wait(settle, `document.activeElement.id === "kind" && document.querySelector(".net-editor").textContent.includes("CONV2")`)
	// On a very busy machine Enter opens the list that it leads to; then the first Tab closes it.
	l.tabTo("#param-filters")
	l.tabTo("#param-f")
	l.must(l.Do(`document.activeElement.select()`))
	l.press("2", "0", kb.Enter)
	l.waitState("broken")
	if got := l.text("error"); !strings.HasPrefix(got, "CONV2: ") || !strings.Contains(got, "20") {
		t.Errorf("the reason is %q", got)
	}
	if got := l.text("total-params"); got != "–" {
		t.Errorf("a broken table adds up to %s", got)
	}
	if got := l.text("kept"); !strings.Contains(got, "62,958") {
		t.Errorf("what is kept: %q", got)
	}
	if got := l.text("code-pytorch"); !strings.Contains(got, "# 62958") {
		t.Error("the code is not that of the last network that fits")
	}
	// A reload shows the same broken table and the same reason.
	reason := l.text("error")
	l.visit(eval[string](l.tab, `location.pathname + location.search`))
	l.waitState("broken")
	if got := l.text("error"); got != reason {
		t.Errorf("after a reload the reason is %q, was %q", got, reason)
	}
	l.jump("#param-f")
	l.press("5", kb.Enter)
	l.waitState("ready")
	l.waitTotal("62,958")

	// Remove POOL2, add a dropout before softmax, then undo both.
	l.jump("#row-3")
	l.press(kb.ArrowDown)
	focused(4)
	l.press(kb.Delete)
	l.waitTotal("206,958") // FC3 now reads 1,600 numbers
	focused(4)
	l.choose("add-kind", "drop")
	l.jump("#row-4")
	l.press(kb.End)
	focused(6)
	l.press("+")
	l.wait(settle, `document.querySelectorAll('[data-layer^="DROP"]').length === 1`)
	l.press("u")
	l.wait(settle, `document.querySelectorAll('[data-layer^="DROP"]').length === 0`)
	l.press("y")
	l.wait(settle, `document.querySelectorAll('[data-layer^="DROP"]').length === 1`)
	l.press("u", "u")
	l.waitTotal("62,958")
	// The browser's back button undoes an edit too.
	l.must(l.Do(`history.back()`))
	l.wait(settle, `document.querySelectorAll('[data-layer^="DROP"]').length === 0`)
}

// number returns the exact value of the first element that matches a selector.
func (l netLab) number(selector string) float64 {
	l.t.Helper()
	text := eval[string](l.tab, browser.First(selector)+".dataset.value")
	v, err := strconv.ParseFloat(text, 64)
	l.must(err)
	return v
}

// showsResult reports whether a line of arithmetic shows v as the result of a sum, a maximum or a
// mean, up to rounding.
func showsResult(line string, v float64) bool {
	for _, m := range regexp.MustCompile(`[=≈] (−?[0-9]+(\.[0-9]+)?)`).FindAllStringSubmatch(line, -1) {
		got, err := strconv.ParseFloat(strings.Replace(m[1], "−", "-", 1), 64)
		if err == nil && math.Abs(got-v) < 1e-3 {
			return true
		}
	}
	return false
}

func TestUnitOfTheNetworkOpensItsArithmeticWithTheSameNumber(t *testing.T) {
	t.Parallel()
	var l netLab
	for _, c := range []struct {
		row     int
		page    string
		weights string // their source
	}{
		{1, "/conv", "shipped"}, {2, "/pool", "shipped"}, {3, "/conv", "shipped"}, {4, "/pool", "shipped"},
		{1, "/conv", "seed"}, {2, "/pool", "seed"}, {3, "/conv", "seed"},
	} {
		path := fmt.Sprintf("/network?row=%d&seed=5&weights=%s", c.row, c.weights)
		if l.Tab == nil {
			l = openNet(t, path)
		} else {
			l.visit(path)
		}
		l.waitWeights(c.weights)
		l.wait(settle, `document.querySelector('[data-test="open-unit"]')`)
		// Find a unit above zero, which ReLU does not change.
		l.jump("#map")
		for i := range 60 {
			if l.number(browser.Hook("unit-value")) > 0.2 {
				break
			}
			// Go through all maps forwards, step left, go back through them, step up.
			switch turn := i % 16; {
			case turn == 7:
				l.press(kb.ArrowLeft)
			case turn == 15:
				l.press(kb.ArrowUp)
			case turn < 7:
				l.press(kb.End)
			default:
				l.press(kb.Home)
			}
		}
		here := l.number(browser.Hook("unit-value"))
		if here <= 0 {
			t.Fatalf("row %d: no unit above zero", c.row)
		}
		address := eval[string](l.tab, `location.search`)
		l.click("open-unit")
		l.wait(settle, `location.pathname === "`+c.page+`" && document.querySelector('[data-test="output-cell"]')`)
		values := eval[[]float64](l.tab, `[...document.querySelectorAll('[data-test="output-cell"]')].filter((e) => e.dataset.value && e.dataset.value !== "").map((e) => Number(e.dataset.value))`)
		nearest := math.Inf(1)
		for _, v := range values {
			nearest = min(nearest, math.Abs(v-here))
		}
		if nearest > 1e-4 {
			t.Errorf("row %d: %v is not among the numbers of %s: %v", c.row, here, c.page, values)
		}
		if arithmetic := l.text("arithmetic"); !showsResult(arithmetic, here) {
			t.Errorf("row %d: the arithmetic does not come to %v: %s", c.row, here, arithmetic)
		}
		l.must(l.Do(`history.back()`))
		l.wait(settle, `location.pathname === "/network" && document.querySelector('[data-test="unit-value"]')`)
		l.waitWeights(c.weights)
		if back := l.number(browser.Hook("unit-value")); back != here || eval[string](l.tab, `location.search`) != address {
			t.Errorf("row %d: back shows %v, want %v", c.row, back, here)
		}
	}
}

func TestNetworkIsHandedToTheTrainingLab(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	l.choose("preset", "gap")
	l.waitTotal("6,362")
	l.jump("#row-1")
	l.press(kb.Delete)
	l.waitTotal("5,418")
	l.click("train-this")
	l.wait(settle, `location.pathname === "/train" && `+root()+`.dataset.state === "idle"`)
	l.waitTotal("5,418")
}

func TestNetworkCodeIsCopied(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	l.click("copy-keras")
	l.wait(settle, browser.First(browser.Hook("copied-keras"))+`.textContent !== ""`)
}

// These states show what the default does not: a broken table, a layer without maps, a network that
// is too large to run.
func TestNetworkIsAccessibleInEveryState(t *testing.T) {
	t.Parallel()
	states := []string{
		"/network",
		"/network?layers=32x32x3+conv8f5%2Brelu+max2+conv16f20+dense10&row=3", // a broken table
		"/network?row=5",             // a dense layer
		"/network?net=alexnet&row=0", // a network whose parameters are only counted
		"/network?v=9",               // an address that does not parse
	}
	onEach(t, browser.Options{ReducedMotion: true}, inTurns(states...), func(page tab, _ string) {
		page.click("share")
		page.wait(settle, browser.First(browser.Hook("share-link")))
		page.must(page.Do(`document.querySelectorAll("details").forEach((d) => { d.open = true })`))
		auditLooks(page)
	})
}

// A click on a box, a row, a tile or a unit selects what is drawn there.
func TestNetworkIsLookedIntoByPointer(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	// clickAt clicks at a fraction of a picture's width and height.
	clickAt := func(selector string, x, y float64) {
		t.Helper()
		l.must(l.Do(fmt.Sprintf(`(() => { const b = %s.getBoundingClientRect(); const at = { bubbles: true, clientX: b.left + b.width * %v, clientY: b.top + b.height * %v };
			document.querySelector(%q).dispatchEvent(new MouseEvent("click", at)) })()`, browser.First(selector), x, y, selector)))
	}
	inside := func(want string) {
		t.Helper()
		l.wait(settle, fmt.Sprintf(`%s.textContent === %q`, browser.First(browser.Hook("inside")), "Inside "+want))
	}
	inside("CONV1")
	clickAt(`[data-test="boxes"] svg`, 0.98, 0.5)
	inside("Softmax")
	clickAt(`[data-test="boxes"] svg`, 0.02, 0.5)
	inside("Input")
	l.must(l.Click("#row-3"))
	inside("CONV2")
	clickAt(`[data-test="feature-maps"] svg`, 40.0/644, 0.2)
	l.wait(settle, `document.getElementById("unit-channel").value === "1"`)
	clickAt(`[data-test="feature-map"] svg`, 0.99, 0.01)
	l.wait(settle, `document.getElementById("unit-row").value === "1" && document.getElementById("unit-column").value === "10"`)
	// The address holds the whole state: a reload shows the same unit.
	l.waitWeights("shipped")
	value := l.number(browser.Hook("unit-value"))
	l.visit(eval[string](l.tab, `location.pathname + location.search`))
	inside("CONV2")
	l.waitWeights("shipped")
	if got := l.number(browser.Hook("unit-value")); got != value {
		t.Errorf("after a reload the unit is %v, was %v", got, value)
	}
}

// The link back from a unit's arithmetic leads to the unit: its map is in view and has the focus.
func TestWayBackFromTheArithmeticLeadsToTheUnit(t *testing.T) {
	t.Parallel()
	onEach(t, browser.Options{}, []string{"/network", "/network?row=3&unit=2.4.5"}, func(page tab, path string) {
		l, t := netLab{page}, page.t
		l.waitWeights("shipped") // before, the unit has random weights
		l.wait(settle, `document.querySelector('[data-test="open-unit"]')`)
		unit := l.text("unit-value")
		l.click("open-unit")
		l.wait(settle, `!!`+browser.First(browser.Hook("unit-back")))
		l.click("unit-back")
		l.wait(settle, `location.pathname === "/network" && document.activeElement?.matches('[data-test="feature-map"]')`)
		l.wait(settle, `(() => { const b = document.activeElement.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; })()`)
		l.waitWeights("shipped")
		if got := l.text("unit-value"); got != unit || eval[bool](l.tab, `location.search.includes("back")`) {
			t.Errorf("%q: the unit is %s, was %s; the address is %q", path, got, unit, eval[string](l.tab, `location.search`))
		}
	})
}

// Ctrl+Z and Ctrl+Y work besides U and Y, but not in a field, where they undo typing.
func TestUndoAndRedoByTheUsualKeys(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	press := func(key string, shift bool) bool {
		return eval[bool](l.tab, fmt.Sprintf(`!document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: %q, ctrlKey: true, shiftKey: %v, bubbles: true, cancelable: true }))`, key, shift))
	}
	l.jump("#row-1")
	l.press(kb.Delete)
	changed := l.text("total-params")
	for range 2 {
		if !press("z", false) {
			t.Error("Ctrl+Z is left to the browser")
		}
		l.waitTotal("62,958")
		press("Z", true)
		l.waitTotal(changed)
	}
	press("z", false)
	l.waitTotal("62,958")
	press("y", false)
	l.waitTotal(changed)
	l.must(l.Do(`document.getElementById("sample").focus()`))
	if press("z", false) {
		t.Error("a field's own undo is taken away")
	}
}
