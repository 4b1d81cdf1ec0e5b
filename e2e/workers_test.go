//go:build e2e

package e2e

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"stridelab/e2e/browser"
	"stridelab/train"
)

// paused reports whether a snapshot is of a paused run.
func paused(s train.Snapshot) bool { return s.State == train.Paused }

func TestAnyNumberOfWorkersTrainsTheSameWeights(t *testing.T) {
	t.Parallel()
	const steps = 200
	tr := startTrainer(t, launch(t), startServer(t).URL)
	var weights uint64
	var losses, tests []train.Point
	for n := 1; n <= 4; n++ {
		tr.configure(n)
		tr.tell(train.Run{Steps: steps})
		tr.untilSnapshot(time.Minute, "200 steps", paused)
		if tr.last.Step != steps || tr.last.Workers != n || len(tr.losses) != steps {
			t.Fatalf("%d workers: step %d by %d, %d losses", n, tr.last.Step, tr.last.Workers, len(tr.losses))
		}
		t.Logf("%d workers: weights %016x, test accuracy %.3f, %+v", n, tr.last.Fingerprint, tr.last.TestAccuracy, tr.last.Times)
		if n == 1 {
			weights, losses, tests = tr.last.Fingerprint, tr.losses, tr.tests
			continue
		}
		if tr.last.Fingerprint != weights || weights == 0 {
			t.Errorf("%d workers: weights %016x, one worker's are %016x", n, tr.last.Fingerprint, weights)
		}
		if !slices.Equal(tr.losses, losses) || !slices.Equal(tr.tests, tests) {
			t.Errorf("%d workers: other losses or accuracies than one worker's", n)
		}
	}
}

func TestNumberOfWorkersChangesWhileTraining(t *testing.T) {
	t.Parallel()
	const steps = 500 // enough for four changes on a busy machine
	tr := startTrainer(t, launch(t), startServer(t).URL)
	tr.configure(1)
	tr.tell(train.Run{Steps: steps})
	tr.untilSnapshot(time.Minute, "the run of one", paused)
	want, losses := tr.last.Fingerprint, tr.losses

	tr.configure(1)
	tr.tell(train.Run{Steps: steps})
	for _, n := range []int{2, 3, 1, 2} {
		at := tr.last.Step
		tr.tell(train.SetWorkers{N: n})
		tr.untilSnapshot(settle, fmt.Sprint(n, " workers"), func(s train.Snapshot) bool {
			return s.Workers == n && s.Step > at || paused(s)
		})
	}
	if tr.last.State == train.Paused {
		t.Error("the run was over before the number had changed four times")
	} else {
		tr.untilSnapshot(time.Minute, "the run of many", paused)
	}
	if tr.last.Step != steps || tr.last.Fingerprint != want || !slices.Equal(tr.losses, losses) {
		t.Errorf("step %d, weights %016x; want step %d, weights %016x and the same losses", tr.last.Step, tr.last.Fingerprint, steps, want)
	}
}

// killable lets a test terminate a worker that the first worker has started. It
// ends without a message.
const killable = `
if (self.name !== "worker") {
	const peers = [];
	self.Worker = class extends self.Worker {
		constructor(...args) { super(...args); peers.push(this); }
	};
	new BroadcastChannel("kill").onmessage = () => peers.shift().terminate();
}
`

func TestKilledWorkerIsReplacedWithTheSameWeights(t *testing.T) {
	t.Parallel()
	const steps = 500
	tr := startTrainer(t, launch(t), serveWorker(t, killable))
	tr.configure(1)
	tr.tell(train.Run{Steps: steps})
	tr.untilSnapshot(time.Minute, "the run of one", paused)
	want, losses := tr.last.Fingerprint, tr.losses

	tr.configure(3)
	tr.tell(train.Run{Steps: steps})
	tr.untilSnapshot(settle, "some steps", func(s train.Snapshot) bool { return s.Step >= 20 })
	tr.must(tr.Do(`new BroadcastChannel("kill").postMessage(0)`))
	// The present step waits for the terminated worker. Then two workers continue, later three.
	two := false
	tr.untilSnapshot(time.Minute, "a third worker again", func(s train.Snapshot) bool {
		two = two || s.Workers == 2
		return two && s.Workers == 3 || paused(s)
	})
	if !two {
		t.Error("there were never two workers: the end of one was not noticed")
	}
	if tr.last.State != train.Paused {
		tr.untilSnapshot(time.Minute, "the run of three", paused)
	}
	if tr.last.Step != steps || tr.last.Fingerprint != want || !slices.Equal(tr.losses, losses) {
		t.Errorf("step %d, weights %016x; want step %d, weights %016x and the same losses", tr.last.Step, tr.last.Fingerprint, steps, want)
	}
}

// The worker answers a pause between two shards. On a busy machine single answers may be late, so
// the test checks the median.
func TestPauseIsAnsweredWithinFiftyMilliseconds(t *testing.T) {
	t.Parallel()
	tr := startTrainer(t, launch(t), startServer(t).URL)
	for _, n := range []int{1, 2} {
		tr.configure(n)
		pausesAtOnce(tr, 11)
	}
}

// pausesAtOnce pauses a run so many times and checks the median time of the answers: at most 50 ms
// for a worker that has a core to itself.
func pausesAtOnce(tr *trainer, times int) {
	t, n := tr.t, tr.last.Workers
	t.Helper()
	checkRepeatedly(t, func() []string {
		var took, idle []float64 // elapsed time, and an estimate for an idle machine, in ms
		for i := range times {
			tr.tell(train.Run{})
			from := tr.last.Step
			tr.untilSnapshot(settle, "some steps", func(s train.Snapshot) bool { return s.Step > from+3+i })
			load := loadFactor()
			told := tr.tell(train.Pause{})
			tr.until(settle, "the pause", func(m train.Message, at float64) bool {
				s, ok := m.(train.Snapshot)
				if ok && paused(s) {
					took, idle = append(took, at-told), append(idle, (at-told)/load)
				}
				return ok && paused(s)
			})
		}
		slices.Sort(took)
		slices.Sort(idle)
		half := times / 2
		t.Logf("%d workers: pauses answered after %.1f ms, median of %d (%.1f to %.1f)", n, took[half], times, took[0], took[times-1])
		if idle[half] > 50 {
			return []string{fmt.Sprintf("%d workers: half of the pauses took more than %.0f ms, %.0f on an idle machine; want 50 at most", n, took[half], idle[half])}
		}
		return nil
	})
}

// The lab starts as many workers as there are cores. Their number can change during a run.
func TestLabTrainsByAsManyWorkersAsAsked(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	cores := eval[int](l.tab, `Math.min(navigator.hardwareConcurrency, 8)`)
	waitWorkers := func(n int) {
		t.Helper()
		l.wait(settle, fmt.Sprintf(`%s.textContent.startsWith("Workers: %d")`, browser.First(browser.Hook("run-workers")), n))
	}
	waitWorkers(cores)
	l.click("train-start")
	l.waitStep(settle, 5)
	for _, n := range []int{1, cores} {
		l.must(l.Do(fmt.Sprintf(`(() => {
			const field = %s;
			field.value = "%d";
			field.dispatchEvent(new Event("change", { bubbles: true }));
		})()`, browser.First(browser.Hook("workers")), n)))
		waitWorkers(n)
		l.waitStep(settle, l.step()+5)
	}
	l.click("train-pause")
	l.waitState("paused")
	// The fingerprint of the weights.
	l.wait(settle, fmt.Sprintf(`/[0-9a-f]{16}$/.test(%s.textContent)`, browser.First(browser.Hook("run-workers"))))
}
