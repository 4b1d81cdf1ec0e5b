//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// Nothing on a phone is wider than the page. /train has tests of its own.
func TestNoPageOverflowsSidewaysOnANarrowPhone(t *testing.T) {
	t.Parallel()
	// wide is what sticks out, for the message.
	const wide = `[...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5).slice(0, 5).map((e) => e.tagName + "." + e.className).join(" ")`
	check := func(page tab, at string) {
		t.Helper()
		for _, width := range []int{320, 360} {
			page.must(page.Resize(width, 640))
			page.wait(settle, fmt.Sprintf("innerWidth === %d", width))
			if got := eval[int](page, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("%s is %d pixels wide on a screen of %d: %s", at, got, width, eval[string](page, wide))
			}
		}
	}
	for prefix := range languages() {
		page := openPage(t, inLanguage(prefix, "/"), browser.Options{Width: 320, Height: 640})
		check(page, prefix+"/")
		for _, path := range pages()[1:] {
			if path == "/train" {
				continue
			}
			page.visit(inLanguage(prefix, path))
			check(page, prefix+path)
		}
		if prefix != "" {
			continue // the rows of the table are laid out alike in every language
		}
		for _, path := range []string{"/network?v=1&row=5&unit=1.1.1&stop=4", "/network?v=1&row=7&unit=3.1.1", "/network?v=1&net=vgg16&unit=1.1.1"} {
			page.visit(inLanguage(prefix, path))
			check(page, prefix+path)
		}
	}
}

// The table of layers is copied one row a line and one value a cell, whether by its button or by
// selecting it.
func TestNetworkTableIsCopiedAsText(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	selected := eval[string](l.tab, `(() => {
		const range = document.createRange();
		range.selectNodeContents(document.querySelector(".net-table"));
		getSelection().removeAllRanges();
		getSelection().addRange(range);
		return getSelection().toString();
	})()`)
	lines := strings.Split(strings.TrimRight(selected, "\n "), "\n")
	if len(lines) != 10 || !strings.Contains(lines[2], "CONV1\tf=5 s=1 ReLU\t(28,28,8)\t6,272") {
		t.Errorf("the browser copies the table as\n%s", selected)
	}
	copied := eval[string](l.tab, `(() => {
		const clipboardData = new DataTransfer();
		document.querySelector(".net-table td").dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
		return clipboardData.getData("text/plain");
	})()`)
	lines = strings.Split(strings.TrimRight(copied, "\n"), "\n")
	if want := "1\tCONV1\tConvolution\t5\t1\t0\t1\tReLU\t(28,28,8)\t6272\t(5·5·3 + 1)·8\t608\t470400\t5×5"; len(lines) != 10 || lines[2] != want {
		t.Errorf("a selection is copied as\n%s\nwant in it\n%s", copied, want)
	}
	// A click that ends a selection chooses no row; one without a selection does.
	l.must(l.Do(`getSelection().removeAllRanges()`))
	l.must(l.Click(`[data-test="layer-row"][data-layer="FC3"] td:last-child`))
	l.wait(settle, `document.querySelector('[data-layer="FC3"]').classList.contains("net-now")`)
	if got, want := l.text("row-sum"), "FC3: W (120, 400) and b (120), together 120·400 + 120\u00a0=\u00a048,120 parameters."; got != want {
		t.Errorf("the row's sum is %q, want %q", got, want)
	}
	matrix := browser.First(browser.Hook("matrix"))
	l.wait(settle, matrix+`?.dataset.shape === "120,400" && `+matrix+`.dataset.drawn === "yes" && `+matrix+`.querySelectorAll("image").length === 16 + 4`)
	for _, button := range []string{"copy-table", "copy-csv"} {
		l.click(button)
		l.wait(settle, browser.First(browser.Hook("table-copied"))+`.textContent !== ""`)
	}
}

// The lesson's stops turn with a presenter's clicker, look at their rows, and are in the address.
func TestNetworkLessonTurns(t *testing.T) {
	t.Parallel()
	l := openNet(t, "/network")
	at := func(stop string) { l.wait(settle, root()+".dataset.stop === "+stop) }
	at(`"1"`)
	for _, stop := range []string{`"2"`, `"3"`, `"4"`} {
		l.press(kb.PageDown)
		at(stop)
	}
	l.wait(settle, `location.search.includes("stop=4") && document.querySelector('[data-layer="FC3"]').classList.contains("net-now")`)
	l.visit(eval[string](l.tab, `location.pathname + location.search`))
	at(`"4"`)
	l.must(l.Do(`document.querySelector("details.answer").open = true`))
	if got := eval[string](l.tab, `document.querySelector("details.answer").textContent`); !strings.Contains(got, "26") {
		t.Errorf("map 2 begins at: %q", got)
	}
	l.click("stop-prev")
	at(`"3"`)
}
