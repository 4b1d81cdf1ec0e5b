//go:build e2e

package e2e

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// A lab is the training lab in a tab.
type lab struct{ tab }

// settle is how long a page may take to answer, even on a busy machine.
const settle = 2 * time.Minute

// openLab opens the training lab and waits until its worker answers.
func openLab(t *testing.T, path string) lab {
	t.Helper()
	l := lab{openPage(t, path, browser.Options{})}
	l.waitState("idle")
	return l
}

// root is the expression for the element that holds the lab's state.
func root() string { return browser.First(browser.Hook("lab")) }

// waitState waits until the lab is in one of some states.
func (l lab) waitState(states ...string) {
	l.t.Helper()
	l.wait(settle, fmt.Sprintf(`%q.split(" ").includes(%s.dataset.state)`, strings.Join(states, " "), root()))
}

func (l lab) state() string { l.t.Helper(); return eval[string](l.tab, root()+".dataset.state") }

// step returns the number of steps that the run has trained.
func (l lab) step() int {
	l.t.Helper()
	n, err := strconv.Atoi(eval[string](l.tab, root()+".dataset.step"))
	l.must(err)
	return n
}

func (l lab) waitStep(limit time.Duration, n int) {
	l.t.Helper()
	l.wait(limit, fmt.Sprintf("Number(%s.dataset.step) >= %d", root(), n))
}

// oneStep trains the nth step of the run and waits until the run is paused.
func (l lab) oneStep(n int) {
	l.t.Helper()
	l.click("train-step")
	l.waitStep(settle, n)
	l.waitState("paused")
}

// reset resets a run that has trained. The lab asks first.
func (l lab) reset() {
	l.t.Helper()
	l.click("train-reset")
	l.click("ask-yes")
	l.wait(settle, root()+`.dataset.state === "idle" && `+root()+`.dataset.step === "0"`)
}

// dataset returns the value of the chosen dataset.
func (l lab) dataset() string {
	l.t.Helper()
	return eval[string](l.tab, browser.First(browser.Hook("dataset"))+".value")
}

// waitAccuracy waits until the page shows a test accuracy of at least so many percent.
func (l lab) waitAccuracy(percent float64) {
	const limit = 5 * time.Minute
	l.t.Helper()
	accuracy := browser.First(browser.Hook("test-accuracy")) + ".textContent"
	start := time.Now()
	err := l.Wait(limit, fmt.Sprintf(`parseFloat(%s.replace(",", ".")) >= %g`, accuracy, percent))
	if err != nil {
		l.t.Fatalf("%v: test accuracy %s at step %d, %s samples a second: %v", time.Since(start).Round(time.Second),
			l.text("test-accuracy"), l.step(), l.text("samples-per-second"), err)
	}
	l.t.Logf("test accuracy %s after %v at step %d, %s samples a second", l.text("test-accuracy"),
		time.Since(start).Round(100*time.Millisecond), l.step(), l.text("samples-per-second"))
}

// losses returns the lab's log of losses by step, with all their digits.
func (l lab) losses() map[int]string {
	l.t.Helper()
	rows := eval[[][2]string](l.tab, `[...document.querySelectorAll('[data-test="loss-row"]')].map((e) => [e.dataset.step, e.dataset.loss])`)
	losses := map[int]string{}
	for _, row := range rows {
		step, err := strconv.Atoi(row[0])
		l.must(err)
		losses[step] = row[1]
	}
	return losses
}

// drop drops files on the first element that matches a selector, with the three events that a mouse
// causes.
func drop(l lab, selector string, files []string) {
	l.t.Helper()
	type file struct{ Name, Data string }
	var dropped []file
	for _, f := range files {
		content, err := os.ReadFile(f)
		l.must(err)
		dropped = append(dropped, file{filepath.Base(f), base64.StdEncoding.EncodeToString(content)})
	}
	list, err := json.Marshal(dropped)
	l.must(err)
	l.must(l.Do(fmt.Sprintf(`(() => {
		const transfer = new DataTransfer();
		for (const f of %s) {
			transfer.items.add(new File([Uint8Array.from(atob(f.Data), (c) => c.charCodeAt(0))], f.Name));
		}
		const target = %s;
		for (const type of ["dragenter", "dragover", "drop"]) {
			target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
		}
	})()`, list, browser.First(selector))))
}
