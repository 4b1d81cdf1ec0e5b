//go:build e2e

package e2e

import (
	"fmt"
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// setWorkers has a run shared by so many workers, and waits until it is.
func (l lab) setWorkers(n int) {
	l.t.Helper()
	l.enter(browser.Hook("workers"), "change", fmt.Sprint(n))
	l.wait(settle, fmt.Sprintf(`%s.textContent.startsWith("Workers: %d")`, browser.First(browser.Hook("crew")), n))
}

// A run must be able to go on for hours: nothing that a step or a snapshot takes stays. The
// worker once kept each snapshot's buffer, 7 kB a step.
func TestMemoryOfTheTrainerStaysFlat(t *testing.T) {
	const margin = 3e6 // bytes; the worker once grew by 8 MB on this way, and more on a busy machine
	l := openLab(t, "/train?v=1&batch=16")
	l.setWorkers(2)
	l.click("train-start")
	l.waitStep(time.Minute, 500)
	workers, err := l.Workers("/web/worker.js")
	l.must(err)
	if len(workers) == 0 {
		t.Fatal("no worker is found")
	}
	used := func() (page float64, trainer []float64) {
		t.Helper()
		objects, buffers, err := l.Heap()
		l.must(err)
		for _, w := range workers {
			objects, buffers, err := w.Heap()
			l.must(err)
			trainer = append(trainer, objects+buffers)
		}
		return objects + buffers, trainer
	}
	page, trainer := used()
	from := l.step()
	l.waitStep(5*time.Minute, from+4000)
	pageAfter, trainerAfter := used()
	t.Logf("steps %d to %d: page %.1f to %.1f MB", from, l.step(), page/1e6, pageAfter/1e6)
	if pageAfter > page+10*margin { // its garbage collector runs now and then
		t.Errorf("the page grew from %.1f to %.1f MB", page/1e6, pageAfter/1e6)
	}
	for i := range trainer {
		t.Logf("worker: %.1f to %.1f MB", trainer[i]/1e6, trainerAfter[i]/1e6)
		if trainerAfter[i] > trainer[i]+margin {
			t.Errorf("a worker grew from %.1f to %.1f MB", trainer[i]/1e6, trainerAfter[i]/1e6)
		}
	}
	l.click("train-pause")
	l.waitState("paused")
}
