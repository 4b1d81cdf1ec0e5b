//go:build e2e

package e2e

import (
	"fmt"
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// setWorkers sets the number of workers and waits until so many take part.
func (l lab) setWorkers(n int) {
	l.t.Helper()
	l.enter(browser.Hook("workers"), "change", fmt.Sprint(n))
	l.wait(settle, fmt.Sprintf(`%s.textContent.startsWith("Workers: %d")`, browser.First(browser.Hook("run-workers")), n))
}

// A run may last for hours, so no step or snapshot may leave memory allocated. The worker once kept
// the buffer of each snapshot, 7 kB a step.
func TestMemoryOfTheTrainerStaysFlat(t *testing.T) {
	t.Parallel()
	// In bytes: the number of buffers varies a little. With the old fault the worker grew by 11 MB.
	const margin = 5e6
	// Workers finds those of this tab by its own browser context.
	l := lab{openPage(t, "/train?v=1&batch=16", browser.Options{Alone: true})}
	l.waitState("idle")
	l.setWorkers(2)
	l.click("train-start")
	l.waitStep(time.Minute, 500)
	workers, err := l.Workers("/web/worker.js")
	l.must(err)
	if len(workers) == 0 {
		t.Fatal("no worker is found")
	}
	// program returns the size of the worker's WebAssembly memory. It never shrinks, and
	// grows by at least 4 MB.
	program := func(w *browser.Worker) float64 {
		t.Helper()
		size, err := w.Number("memory.buffer.byteLength")
		l.must(err)
		return size
	}
	before := program(workers[0])
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
	if pageAfter > page+10*margin { // Go's garbage collector runs only now and then
		t.Errorf("the page grew from %.1f to %.1f MB", page/1e6, pageAfter/1e6)
	}
	for i := range trainer {
		t.Logf("worker: %.1f to %.1f MB", trainer[i]/1e6, trainerAfter[i]/1e6)
		if trainerAfter[i] > trainer[i]+margin {
			t.Errorf("a worker grew from %.1f to %.1f MB", trainer[i]/1e6, trainerAfter[i]/1e6)
		}
	}
	after := program(workers[0])
	t.Logf("program of the first: %.1f to %.1f MB", before/1e6, after/1e6)
	if after > before+8*margin {
		t.Errorf("the worker's program grew from %.1f to %.1f MB", before/1e6, after/1e6)
	}
	l.click("train-pause")
	l.waitState("paused")
}
