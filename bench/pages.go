//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"stridelab/e2e/browser"
)

const (
	frame       = 16 * time.Millisecond // the most a step may take of the page's thread
	pageLimit   = 30 * time.Second      // the longest wait for a state of the page
	longestTask = 50.0                  // the most a task of the page may take in training, in ms
	fastest     = 9                     // the last value of the speed control
)

// interfaceTimes measures the interface: a step of the largest window, the frames while the
// window plays, and the page of /train in training.
func interfaceTimes(log io.Writer) error {
	chromium, err := browser.Launch()
	if err != nil {
		return err
	}
	defer chromium.Close()
	server, err := browser.StartServer()
	if err != nil {
		return err
	}
	defer server.Stop()
	fmt.Fprintf(log, "\nThe interface in Chromium\n")
	var errs []error
	for _, path := range []string{"/conv?v=1&preset=conv1", "/pool?v=1&preset=global"} {
		if err := windowTimes(log, chromium, server.URL, path); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", path, err))
		}
	}
	if err := trainTimes(log, chromium, server.URL); err != nil {
		errs = append(errs, fmt.Errorf("/train: %w", err))
	}
	return errors.Join(errs...)
}

// frames is an expression in JavaScript for the median and the longest time between two
// frames, in ms. Its argument is how many frames it waits for.
const frames = `(async () => {
	const times = [];
	await new Promise((resolve) => {
		const draw = (time) => times.push(time) > %d ? resolve() : requestAnimationFrame(draw);
		requestAnimationFrame(draw);
	});
	const gaps = times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b);
	return { Median: gaps[gaps.length >> 1], Longest: gaps[gaps.length - 1] };
})()`

type gaps struct{ Median, Longest float64 }

// steps is an expression in JavaScript for the median and the longest time, in ms, from a
// click on the next step to its frame on the screen. The time runs from the beginning of the
// frame with the click to the end of the frame that shows the step.
const steps = `(async () => {
	const shown = () => document.querySelector("#counter").textContent;
	const next = document.querySelector('[data-test="step-next"]');
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const painted = () => new Promise((resolve) => {
		const channel = new MessageChannel();
		channel.port1.onmessage = resolve;
		channel.port2.postMessage(null);
	});
	const times = [];
	for (let i = 0; i < %d; i++) {
		await frame();
		const begun = performance.now(), before = shown();
		next.click();
		await painted();
		while (shown() === before) {
			await frame();
			await painted();
		}
		times.push(performance.now() - begun);
	}
	times.sort((a, b) => a - b);
	return { Median: times[times.length >> 1], Longest: times[times.length - 1] };
})()`

// windowTimes measures single steps, and the frames of playing, in a lab with the window widget.
func windowTimes(log io.Writer, c *browser.Chromium, server, path string) error {
	tab, err := c.Open(server, browser.Options{})
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Goto(path); err != nil {
		return err
	}
	if err := tab.Wait(pageLimit, `document.querySelector("#stage-svg g.cell")`); err != nil {
		return err
	}
	// The first steps let the browser compile the code.
	if _, err := browser.Eval[gaps](tab, fmt.Sprintf(steps, 30)); err != nil {
		return err
	}
	const n = 60
	before, err := tab.Busy()
	if err != nil {
		return err
	}
	step, err := browser.Eval[gaps](tab, fmt.Sprintf(steps, n))
	if err != nil {
		return err
	}
	after, err := tab.Busy()
	if err != nil {
		return err
	}
	each := (after - before) / n
	if err := tab.Do(fmt.Sprintf(`(() => { const s = document.querySelector('[data-test="speed"]'); s.value = %d; s.dispatchEvent(new Event("input", { bubbles: true })); })()`, fastest)); err != nil {
		return err
	}
	if err := tab.Click(browser.Hook("play")); err != nil {
		return err
	}
	playing, err := browser.Eval[gaps](tab, fmt.Sprintf(frames, 120))
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "  %-26s a step takes %.1f ms of the page's thread, drawn %.1f ms after it is asked for (median; longest %.1f); playing: a frame every %.1f ms (median; longest %.1f)\n",
		path, each.Seconds()*1000, step.Median, step.Longest, playing.Median, playing.Longest)
	if each > frame {
		return fmt.Errorf("a step takes %v of the page's thread; %v at most is asked for", each, frame)
	}
	return nil
}

// trainTimes measures the page in training, with its default settings.
func trainTimes(log io.Writer, c *browser.Chromium, server string) error {
	tab, err := c.Open(server, browser.Options{})
	if err != nil {
		return err
	}
	defer tab.Close()
	if err := tab.Goto("/train"); err != nil {
		return err
	}
	lab := browser.First(browser.Hook("lab"))
	if err := tab.Wait(pageLimit, lab+`.dataset.state === "idle" && document.readyState === "complete"`); err != nil {
		return err
	}
	if err := tab.Click(browser.Hook("train-start")); err != nil {
		return err
	}
	if err := tab.Wait(pageLimit, `Number(`+lab+`.dataset.step) >= 10`); err != nil {
		return err
	}
	first, err := browser.Eval[float64](tab, `Number(`+lab+`.dataset.step)`)
	if err != nil {
		return err
	}
	begun, err := browser.Eval[float64](tab, `performance.now()`)
	if err != nil {
		return err
	}
	before, err := tab.Busy()
	if err != nil {
		return err
	}
	drawn, err := browser.Eval[gaps](tab, fmt.Sprintf(frames, 480))
	if err != nil {
		return err
	}
	after, err := tab.Busy()
	if err != nil {
		return err
	}
	now, err := browser.Eval[struct{ Now, Step, Longest float64 }](tab, fmt.Sprintf(`({ Now: performance.now(), Step: Number(%s.dataset.step),
		Longest: Math.max(0, ...window.longTasks.filter((t) => t.start >= %f).map((t) => t.duration)) })`, lab, begun))
	if err != nil {
		return err
	}
	task := fmt.Sprintf("no task of %.0f ms or more", longestTask)
	if now.Longest > 0 {
		task = fmt.Sprintf("the longest task %.0f ms", now.Longest)
	}
	fmt.Fprintf(log, "  %-26s training for %.1f s at %s samples a second: %s; %.0f %% of the page's thread; a frame every %.1f ms (median; longest %.1f)\n",
		"/train", (now.Now-begun)/1000, figure(1000*batch*(now.Step-first)/(now.Now-begun)), task, 100*(after-before).Seconds()*1000/(now.Now-begun), drawn.Median, drawn.Longest)
	if now.Longest > longestTask {
		return fmt.Errorf("a task of the page takes %.0f ms while it trains; %.0f ms at most is asked for", now.Longest, longestTask)
	}
	return nil
}
