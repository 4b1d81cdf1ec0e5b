//go:build e2e

package e2e

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// leaveFor goes to another lab by the link in the navigation.
func (l lab) leaveFor(path, name string) {
	l.t.Helper()
	l.must(l.Click(fmt.Sprintf(`nav a[href=%q]`, path)))
	l.waitLab(name)
}

// waitLab waits until the page shows a lab.
func (l lab) waitLab(name string) {
	l.t.Helper()
	l.wait(settle, fmt.Sprintf(`%s?.dataset.lab === %q`, root(), name))
}

// waitNotice waits until the text of the notice with a hook matches a regular expression.
func (l lab) waitNotice(hook, pattern string) {
	l.t.Helper()
	l.wait(settle, fmt.Sprintf(`/%s/.test(%s?.textContent ?? "")`, pattern, browser.First(browser.Hook(hook))))
}

// The learner leaves the lab twice during a run. The run has the same losses and weights as one
// that was never left.
func TestRunGoesOnAfterAVisitToOtherLabs(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train?v=1&seed=11")
	const epoch = 2 * time.Minute
	l.click("train-epoch")
	l.waitStep(settle, 3)
	l.leaveFor("/network", "network")
	netLab{l.tab}.waitWeights("visit")
	l.leaveFor("/train", "train")
	l.waitState("paused")
	l.waitNotice("notice", fmt.Sprintf("paused at step %d while", l.step()))
	if got := eval[string](l.tab, "location.search"); got == "" {
		t.Error("the address does not say the settings of the run that was come back to")
	}
	l.click("train-epoch")
	l.wait(settle, `!`+browser.First(browser.Hook("notice")))
	l.waitStep(settle, l.step()+2)
	l.leaveFor("/conv", "conv")
	l.must(l.Do(`history.back()`))
	l.waitLab("train")
	l.waitState("paused")

	// A paused run is the same after a visit to another lab, in either language.
	l.click("train-step")
	l.waitState("paused")
	step, losses, workers := l.step(), l.losses(), l.text("run-workers")
	l.leaveFor("/pool", "pool")
	l.must(l.Click(`a[hreflang="ko"]`))
	l.wait(settle, `document.documentElement.lang === "ko"`)
	l.leaveFor("/ko/train", "train")
	l.waitState("paused")
	l.waitNotice("notice", fmt.Sprintf("스텝 %d에서 일시정지", step))
	if got := l.losses(); l.step() != step || !maps.Equal(got, losses) {
		t.Errorf("come back to step %d with losses %v, left step %d with %v", l.step(), got, step, losses)
	}
	l.must(l.Click(`a[hreflang="en"]`))
	l.wait(settle, `document.documentElement.lang === "en"`)
	l.waitNotice("notice", fmt.Sprintf("paused at step %d while", step))
	l.wait(settle, fmt.Sprintf(`%s.textContent === %q`, browser.First(browser.Hook("run-workers")), workers))

	finish := func() (int, map[int]string, string) {
		t.Helper()
		from := l.step()
		l.click("train-epoch")
		// A fast machine may finish before the state is seen to be running.
		l.waitStep(settle, from+1)
		l.wait(epoch, root()+`.dataset.state === "paused"`)
		return l.step(), l.losses(), l.text("run-workers")
	}
	step, losses, workers = finish()
	l.reset()
	wantStep, wantLosses, wantWorkers := finish()
	if step != wantStep || !maps.Equal(losses, wantLosses) || workers != wantWorkers || len(losses) != 50 {
		t.Errorf("with visits: step %d, %s, losses %v; without: step %d, %s, losses %v", step, workers, losses, wantStep, wantWorkers, wantLosses)
	}
}

func TestAnotherNetAsksForTheHeldRunAndTheSameGoesOn(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.oneStep(1)
	l.oneStep(2)
	waitRun := func(net, state string, step int) {
		t.Helper()
		l.waitLab("train")
		l.wait(settle, fmt.Sprintf(`%s.dataset.state === %q && %s.dataset.step === "%d" && %s.value === %q`,
			root(), state, root(), step, browser.First(browser.Hook("network")), net))
	}
	network := netLab{l.tab}
	l.leaveFor("/network", "network")
	network.choose("preset", "gap")
	l.click("train-this")
	waitRun("gap", "paused", 2)
	l.waitNotice("notice", "paused at step 2 while")
	l.waitNotice("pending-lost", "2 steps")
	l.click("pending-keep")
	waitRun("lenet", "paused", 2)
	l.oneStep(3)
	l.leaveFor("/network", "network")
	network.choose("preset", "gap")
	l.click("train-this")
	waitRun("gap", "paused", 3)
	l.waitNotice("pending-lost", "3 steps")
	l.click("pending-apply")
	waitRun("gap", "idle", 0)
	l.oneStep(1)
	l.must(l.Do(`history.back()`))
	l.waitLab("network")
	network.waitWeights("visit")
	l.click("train-this")
	waitRun("gap", "paused", 1)
	// The run was paused, or goes on with a new worker.
	l.waitNotice("notice", "step 1[ .]")
	l.leaveFor("/network", "network")
	network.choose("preset", "lenet")
	l.click("train-this") // the link has default settings only
	waitRun("lenet", "paused", 1)
	l.waitNotice("pending-lost", "1 step of")
	l.click("pending-apply")
	waitRun("lenet", "idle", 0)
	l.leaveFor("/network", "network")
	l.leaveFor("/train", "train")
	waitRun("lenet", "idle", 0)
	if eval[bool](l.tab, `!!`+browser.First(browser.Hook("notice"))) {
		t.Errorf("a run at step 0 is told of: %q", l.text("notice"))
	}
	l.oneStep(1)
}

func TestWorkerThatDiedMeanwhileIsReplacedAndTheRunGoesOn(t *testing.T) {
	t.Parallel()
	l := lab{openPage(t, "/", browser.Options{})}
	l.must(l.Do(`window.workers = []; window.Worker = class extends Worker { constructor(...a) { super(...a); window.workers.push(this); } }`))
	l.leaveFor("/train", "train")
	l.waitState("idle")
	l.oneStep(1)
	first := l.losses()[1]
	l.leaveFor("/sharing", "sharing")
	l.must(l.Do(`window.workers[0].dispatchEvent(new ErrorEvent("error", { cancelable: true }))`))
	l.wait(settle, `window.workers.length === 2`)
	l.leaveFor("/train", "train")
	// The run was paused, or goes on with a new worker.
	l.waitNotice("notice", "step 1[ .]")
	l.oneStep(2)
	l.reset()
	l.oneStep(1)
	if got := l.losses()[1]; got != first || first == "" {
		t.Errorf("the run that went on replays a first loss of %q, it was %q", got, first)
	}
}

func TestOwnFilesWaitWithTheLab(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
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
	for step := range 3 { // leave the lab at each of these steps
		l.leaveFor("/pool", "pool")
		l.must(l.Do(`history.back()`))
		l.waitLab("train")
		l.oneStep(step + 1)
		if got := l.dataset(); got != "files" {
			t.Fatalf("after step %d the dataset is %q", step+1, got)
		}
	}
}

func TestDrawingAndItsReadingStayOnThePad(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.oneStep(1)
	pad := browser.Hook("draw-pad")
	middle, err := l.Spot(pad)
	l.must(err)
	l.must(l.Drag(browser.Spot{X: middle.X, Y: middle.Y - 60}, middle, browser.Spot{X: middle.X + 5, Y: middle.Y + 60}))
	l.wait(settle, `/^\d$/.test(`+browser.First(browser.Hook("prediction"))+`.textContent)`)
	// An expression for the pixels of the pad, the predicted digit, and the input of the stage.
	drawn := `["draw-pad", "pad-seen", "prediction", "stage-input"].map((hook) => ((e) => e.toDataURL?.() ?? e.textContent)(document.querySelector('[data-test="' + hook + '"]'))).join()`
	l.must(l.Do(`document.activeElement.blur()`))
	l.must(l.Do(`new Promise((resolve) => setTimeout(resolve, 500))`))
	before := eval[string](l.tab, drawn)
	l.leaveFor("/conv", "conv")
	l.leaveFor("/train", "train")
	l.wait(settle, drawn+` === `+strconv.Quote(before))
}
