//go:build e2e

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// Enter and Space on Predict move the focus to the answer field, as a click does.
func TestPredictLeadsToTheAnswer(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"", " ", kb.Enter} {
		t.Run(fmt.Sprintf("%q", key), func(t *testing.T) {
			w := openWindow(t, "/conv")
			if key == "" {
				w.click("predict")
			} else {
				w.tabTo(browser.Hook("predict"))
				w.press(key)
			}
			w.wait(settle, `document.activeElement.id === "predict-input"`)
			w.press("0" + kb.Enter)
			w.wait(settle, `document.activeElement.id === "predict-next"`)
			w.press(kb.Enter)
			w.wait(settle, `document.activeElement.id === "predict-input"`)
		})
	}
}

// A presenter's clicker changes the stop by one, whatever control has the focus.
func TestAClickerTurnsTheStopsFromAnyControl(t *testing.T) {
	t.Parallel()
	for _, control := range []string{"scrub", "speed", "param-n", "preset"} {
		t.Run(control, func(t *testing.T) {
			w := openWindow(t, "/conv?v=1&preset=sobel")
			w.tabTo(browser.Hook(control))
			w.press(kb.PageDown)
			w.wait(settle, browser.First(browser.Hook("preset"))+`.value === "blur"`)
			w.press(kb.PageUp)
			w.wait(settle, browser.First(browser.Hook("preset"))+`.value === "sobel"`)
		})
	}
}

// The lesson must match the stage beside it.
func TestTheLessonSaysWhenItIsLeft(t *testing.T) {
	t.Parallel()
	w := openWindow(t, "/conv?v=1&preset=sharpen")
	if got := w.text("caption"); !strings.Contains(got, "five times the cell in the middle") {
		t.Errorf("caption of sharpen: %s", got)
	}
	w.click("stop-back")
	w.wait(settle, browser.First(browser.Hook("preset"))+`.value === "blur" && !`+browser.First(browser.Hook("caption")))
	w.click("digit")
	w.wait(settle, browser.First(browser.Hook("stop"))+`.textContent.startsWith("You have left stop 3")`)
	w.click("stop-back")
	w.wait(settle, browser.First(browser.Hook("stop"))+`.textContent.startsWith("Stop 3 of")`)
	w.must(w.Click(cell("kernel-cell", 1, 1)))
	w.press("1" + kb.Enter)
	w.wait(settle, browser.First(browser.Hook("stop-changed")))
}
