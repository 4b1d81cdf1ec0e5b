//go:build e2e

package e2e

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stridelab/e2e/browser"
	"stridelab/train"
)

// endable lets a test end the workers of a page. They end as when a browser ends a
// worker: without a message.
const endable = `
new BroadcastChannel("end").onmessage = ({ data }) => {
	if (data === "with an error" && self.name !== "worker") throw new Error("on purpose");
	if (data === (self.name === "worker" ? "worker" : "coordinator")) self.close();
};
`

// openEndable opens a page whose workers a test can end.
func openEndable(t *testing.T, path string) lab {
	t.Helper()
	l := lab{open(t, launch(t), serveWorker(t, endable), browser.Options{})}
	l.visit(path)
	return l
}

// end ends the page's workers of a kind, "coordinator" or "worker", without a message.
func (l lab) end(kind string) {
	l.t.Helper()
	l.must(l.Do(fmt.Sprintf(`new BroadcastChannel("end").postMessage(%q)`, kind)))
}

// trainEpoch trains to the end of the epoch and calls a function meanwhile. It returns the step,
// the losses, and the line with the number of workers and the fingerprint of the weights.
func (l lab) trainEpoch(during func()) (step int, losses map[int]string, workers string) {
	l.t.Helper()
	from := l.step()
	l.click("train-epoch")
	l.waitStep(settle, from+1)
	during()
	l.wait(5*time.Minute, root()+`.dataset.state === "paused"`)
	l.wait(settle, fmt.Sprintf(`/[0-9a-f]{16}$/.test(%s.textContent)`, browser.First(browser.Hook("run-workers"))))
	return l.step(), l.losses(), l.text("run-workers")
}

// The coordinator ends twice during a run. The run has the same losses and weights as without.
func TestRunGoesOnWhenItsWorkerEndsWithoutAWord(t *testing.T) {
	t.Parallel()
	l := openEndable(t, "/train?v=1&seed=11")
	l.waitState("idle")
	step, losses, workers := l.trainEpoch(func() {
		for _, at := range []int{15, 55} {
			l.waitStep(settle, at)
			l.end("coordinator")
			l.waitNotice("notice", "started again; the run goes on from step")
			l.click("notice-close")
			l.waitStep(settle, at+10)
		}
	})
	l.reset()
	wantStep, wantLosses, wantWorkers := l.trainEpoch(func() {})
	if step != wantStep || workers != wantWorkers || !maps.Equal(losses, wantLosses) || len(losses) != 50 {
		t.Errorf("with ended workers: step %d, %s, losses %v; without: step %d, %s, losses %v", step, workers, losses, wantStep, wantWorkers, wantLosses)
	}
}

// The next worker does what the learner asks for while there is none.
func TestWorkerThatEndsAtRestIsReplaced(t *testing.T) {
	t.Parallel()
	l := openEndable(t, "/train?v=1&seed=12")
	l.waitState("idle")
	l.oneStep(1)
	l.end("coordinator")
	l.oneStep(2)
	l.oneStep(3)
	got := l.losses()
	l.reset()
	for n := range 3 {
		l.oneStep(n + 1)
	}
	if want := l.losses(); !maps.Equal(got, want) || len(got) != 3 {
		t.Errorf("losses %v, without the ended worker %v", got, want)
	}
}

// The next worker reads the learner's files again.
func TestRunOnFilesGoesOnWhenItsWorkerEnds(t *testing.T) {
	t.Parallel()
	l := openEndable(t, "/train")
	l.waitState("idle")
	dir := t.TempDir()
	var files []string
	for set, n := range map[string]int{"train": 200, "t10k": 100} {
		for name, content := range map[string][]byte{"images-idx3-ubyte": idxImages(n), "labels-idx1-ubyte": idxLabels(n)} {
			files = append(files, filepath.Join(dir, set+"-"+name))
			l.must(os.WriteFile(files[len(files)-1], content, 0o644))
		}
	}
	drop(l, browser.Hook("lab"), files)
	l.wait(settle, browser.First(browser.Hook("dataset"))+`.value === "files"`)
	l.waitState("idle")
	l.oneStep(1)
	l.end("coordinator")
	l.waitNotice("notice", "goes on from step 1")
	l.oneStep(2)
	got := l.losses()
	if l.dataset() != "files" {
		t.Errorf("the dataset is %q", l.dataset())
	}
	l.reset()
	l.oneStep(1)
	l.oneStep(2)
	if want := l.losses(); !maps.Equal(got, want) || len(got) != 2 {
		t.Errorf("losses %v, without the ended worker %v", got, want)
	}
}

// If workers end again and again, the page says so and shows a button that starts another one.
func TestWorkerThatEndsAgainAndAgainIsGivenUp(t *testing.T) {
	t.Parallel()
	l := openEndable(t, "/train")
	l.waitState("idle")
	l.click("train-start")
	l.waitStep(settle, 5)
	// The page notices an error at once. Unit tests cover its limit for silence.
	l.must(l.Do(`setInterval((c) => c.postMessage("with an error"), 50, new BroadcastChannel("end"))`))
	l.wait(settle, root()+`.dataset.state === "failed"`)
	l.waitNotice("error", "stopped unexpectedly")
	l.wait(settle, browser.First(browser.Hook("worker-restart")))
}

// Both workers of /invariance end while they compute. Others continue their computation.
func TestSweepGoesOnWhenItsWorkersEnd(t *testing.T) {
	t.Parallel()
	l := openEndable(t, "/invariance")
	compute := func(during func()) string {
		t.Helper()
		l.click("sweep-start")
		during()
		l.wait(settle, browser.First(browser.Hook("sweep-start")))
		return l.text("sweep-result")
	}
	l.must(l.Do(browser.First(browser.Hook("samples-1000")) + ".click()"))
	got := compute(func() {
		l.wait(settle, browser.First(browser.Hook("sweep-progress"))+`.value > 0.2`)
		l.end("coordinator")
		l.waitNotice("notice", "continues where it was")
	})
	if want := compute(func() {}); got != want || got == "" {
		t.Errorf("computed %q, without ended workers %q", got, want)
	}
}

// The other workers end. The coordinator notices it and continues the round that waits for them.
func TestWorkersThatEndWithoutAWordAreReplaced(t *testing.T) {
	t.Parallel()
	const steps = 200
	tr := startTrainer(t, launch(t), serveWorker(t, endable))
	tr.configure(1)
	tr.tell(train.Run{Steps: steps})
	tr.untilSnapshot(settle, "the run of one", paused)
	want := tr.last.Fingerprint
	tr.configure(2)
	tr.tell(train.Run{Steps: steps})
	tr.untilSnapshot(settle, "some steps", func(s train.Snapshot) bool { return s.Step >= 20 })
	tr.must(tr.Do(`new BroadcastChannel("end").postMessage("worker")`))
	alone := false
	tr.untilSnapshot(settle, "two workers again", func(s train.Snapshot) bool {
		alone = alone || s.Workers == 1
		return alone && s.Workers == 2 || paused(s)
	})
	if !alone {
		t.Error("the coordinator was never alone: the end was not noticed")
	}
	if tr.last.State != train.Paused {
		tr.untilSnapshot(settle, "the end of the run", paused)
	}
	if tr.last.Step != steps || tr.last.Fingerprint != want {
		t.Errorf("step %d, weights %016x; want step %d, %016x", tr.last.Step, tr.last.Fingerprint, steps, want)
	}
}
