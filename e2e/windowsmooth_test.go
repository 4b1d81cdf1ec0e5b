//go:build e2e

package e2e

import (
	"fmt"
	"testing"
	"time"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// fastest sets the highest speed: 60 steps a second.
func (w window) fastest() {
	w.t.Helper()
	w.tabTo(browser.Hook("speed"))
	w.press(kb.End)
}

// stepsWithinAFrame plays the largest window at the highest speed and checks the processor time of
// a step on the main thread: computing, drawing, layout and painting. Elapsed time would also
// count other programs.
func stepsWithinAFrame(t *testing.T, path string) {
	w := openWindow(t, path)
	w.fastest()
	counter := `parseInt(document.querySelector("#counter").textContent)`
	w.click("play")
	w.wait(settle, counter+` >= 60`) // the browser has compiled all code by now
	var took time.Duration
	checkRepeatedly(t, func() []string {
		first := eval[int](w.tab, counter)
		begin, err := w.Busy()
		w.must(err)
		w.wait(settle, fmt.Sprintf(`%s >= %d`, counter, first+120))
		end, err := w.Busy()
		w.must(err)
		took = (end - begin) / time.Duration(eval[int](w.tab, counter)-first)
		if took > 16*time.Millisecond {
			return []string{fmt.Sprintf("a step takes %v of the page's thread, want 16 ms at most", took)}
		}
		return nil
	})
	w.click("play")
	t.Logf("%v of the page's thread a step", took.Round(100*time.Microsecond))
}

func TestTheLargestWindowStepsWithinAFrame(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/conv?v=1&preset=conv1", "/conv?v=1&preset=conv1&tab=backward"} {
		t.Run(path, func(t *testing.T) { stepsWithinAFrame(t, path) })
	}
}

// While the page plays at 60 steps a second, no task may take more than 50 ms of processor time,
// every frame that is drawn shows a step, and a frame takes at most a sixtieth of a second of
// processor time. The frame rate in elapsed time is only logged: on a busy machine it is lower.
func TestPlayingDrawsEveryFrameAndKeepsThePageAnswering(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/conv?v=1&preset=conv1", "/conv?v=1&preset=conv1&tab=backward", "/pool?v=1&preset=global"} {
		t.Run(path, func(t *testing.T) {
			w := window{openPage(t, path, browser.Options{})} // with motion
			w.ready()
			w.fastest()
			w.click("play")
			counter := `parseInt(document.querySelector("#counter").textContent)`
			w.wait(settle, counter+` >= 40`)
			checkRepeatedly(t, func() []string { return w.playsSmoothly(counter) })
		})
	}
}

// playsSmoothly measures 120 frames of playing and returns their faults.
func (w window) playsSmoothly(counter string) []string {
	w.t.Helper()
	const frames = 120
	before, err := w.Busy()
	w.must(err)
	var seen struct {
		Frames, Steps int
		Lasted        float64
	}
	tasks, err := w.Trace(func() error {
		seen = eval[struct {
			Frames, Steps int
			Lasted        float64
		}](w.tab, fmt.Sprintf(`new Promise((resolve) => {
			let n = 0;
			const first = %s, begin = performance.now();
			const frame = () => ++n < %d ? requestAnimationFrame(frame) : resolve({ Frames: n, Steps: %s - first, Lasted: performance.now() - begin });
			requestAnimationFrame(frame);
		})`, counter, frames, counter))
		return nil
	})
	w.must(err)
	after, err := w.Busy()
	w.must(err)
	faults := tooLong(w.t, tasks)
	each := (after - before) / time.Duration(seen.Frames)
	w.t.Logf("%d frames in %.1f s, %.0f a second, %v of the page's thread each, %d steps", seen.Frames, seen.Lasted/1000,
		1000*float64(seen.Frames)/seen.Lasted, each.Round(100*time.Microsecond), seen.Steps)
	if each > time.Second/60 {
		faults = append(faults, fmt.Sprintf("a frame takes %v of the page's thread; sixty a second leave %v", each, time.Second/60))
	}
	if seen.Steps < seen.Frames*9/10 {
		faults = append(faults, fmt.Sprintf("%d frames show %d steps", seen.Frames, seen.Steps))
	}
	return faults
}
