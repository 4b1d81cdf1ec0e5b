//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"
)

func TestBuiltInDigitsAreLearntWhileThePageStaysSmooth(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.smooth(func() error {
		if l.state() != "idle" { // a further attempt
			l.click("train-pause")
			l.waitState("paused")
			l.reset()
		}
		l.click("train-start")
		l.waitState("running", "evaluating")
		l.waitAccuracy(95)
		l.waitStep(settle, 200)
		return nil
	})
	l.click("train-pause")
	l.waitState("paused")
	paused := l.step()
	l.must(l.Do(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`))
	if got := l.step(); got != paused {
		t.Errorf("paused at step %d: got to step %d", paused, got)
	}
}

func TestResetReplaysTheSameLosses(t *testing.T) {
	t.Parallel()
	replaysTheSameLosses(openLab(t, "/train"))
}

// replaysTheSameLosses trains in single steps and in a run, then again after a reset, and
// compares the losses.
func replaysTheSameLosses(l lab) {
	t := l.t
	t.Helper()
	run := func() map[int]string {
		t.Helper()
		for n := 1; n <= 4; n++ {
			l.oneStep(n)
		}
		if got := l.step(); got != 4 {
			t.Fatalf("after 4 single steps: got step %d", got)
		}
		first := l.losses()
		l.click("train-start")
		l.waitStep(settle, 12)
		l.click("train-pause")
		l.waitState("paused")
		l.oneStep(l.step() + 1)
		for step, loss := range l.losses() {
			first[step] = loss
		}
		return first
	}
	before := run()
	if len(before) < 13 {
		t.Fatalf("got the losses of %d steps, want 13 at least", len(before))
	}
	l.reset()
	after := run()
	compared := 0
	for step, want := range before {
		got, ok := after[step]
		if !ok {
			// The log holds the last steps only, and the two runs were paused at different steps.
			continue
		}
		compared++
		if got != want || got == "" {
			t.Errorf("step %d: got loss %q, want %q as before the reset", step, got, want)
		}
	}
	if compared < 4 {
		t.Errorf("only %d steps are in both logs", compared)
	}
}

// Tab reaches the button that starts the training and the one that pauses it. Space presses them.
func TestTrainingWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	focused := func(hook string) bool {
		return eval[bool](l.tab, `!!document.activeElement && document.activeElement.matches('`+browser.Hook(hook)+`')`)
	}
	tabTo := func(hook string) {
		t.Helper()
		for range 150 {
			l.must(l.Press("\t"))
			if focused(hook) {
				return
			}
		}
		t.Fatalf("150 times Tab do not lead to %s", hook)
	}
	tabTo("train-start")
	if visible := eval[bool](l.tab, `(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none"; })()`); !visible {
		t.Error("the focus on Start cannot be seen")
	}
	l.must(l.Press(" "))
	l.waitState("running", "evaluating")
	if !focused("train-pause") {
		tabTo("train-pause")
	}
	l.must(l.Press(" "))
	l.waitState("paused")
}

// The tests of a smooth page depend on Trace, which must find a long task.
func TestATaskThatKeepsThePageBusyIsSeen(t *testing.T) {
	t.Parallel()
	page := openPage(t, "/", browser.Options{})
	tasks, err := page.Trace(func() error {
		return page.Do(`new Promise((resolve) => setTimeout(() => {
			let sum = 0;
			for (let i = 0; i < 3e8; i++) sum += Math.sqrt(i); // so much work, whatever else runs
			setTimeout(resolve, 0, sum);
		}))`)
	})
	page.must(err)
	for _, task := range tasks {
		if task.CPU > 2*longestTask && task.Wall >= task.CPU {
			return
		}
	}
	t.Errorf("got %d tasks, none of which worked for longer than %v", len(tasks), 2*longestTask)
}
