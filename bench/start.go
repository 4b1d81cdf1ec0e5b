//go:build e2e

package main

import (
	"fmt"
	"io"
	"slices"
	"time"

	"stridelab/e2e/browser"
)

// First visits are measured on an old laptop on a slow network.
const (
	startSlower   = 4 // times, the main thread
	startMegabits = 5 // a second
	startLatency  = 80 * time.Millisecond
)

// A visit is a first visit, with an empty cache and no service worker. Times are in
// milliseconds since it began.
type visit struct {
	Painted float64 // when the page shows its text
	Asked   float64 // when it asks for its program
	Got     float64 // when the program has arrived
	Ready   float64 // when the interface answers
	Kept    float64 // when the service worker has everything for offline use
	Loaded  float64 // bytes sent until Ready
	All     float64 // bytes sent until Kept
}

// noteReady records when the interface answers. It runs before the page's own scripts.
const noteReady = `new MutationObserver((_, watch) => {
	if (!document.documentElement?.hasAttribute("data-ready")) return;
	watch.disconnect();
	window.readyAt = performance.now();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });`

const readVisit = `(() => {
	const programs = performance.getEntriesByType("resource").filter((e) => new URL(e.name).pathname.endsWith("/web/app.wasm"));
	if (programs.length !== 1) throw new Error("the program is fetched " + programs.length + " times");
	return {
		Painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
		Asked: programs[0].startTime,
		Got: programs[0].responseEnd,
		Ready: window.readyAt,
		Kept: performance.now(),
	};
})()`

// firstVisit opens a page in a new browser and waits until it can be used offline.
func firstVisit(server, path string) (v visit, err error) {
	line, err := newSlowLine(server, startMegabits, startLatency)
	if err != nil {
		return v, err
	}
	defer line.host.Close()
	chromium, err := browser.Launch()
	if err != nil {
		return v, err
	}
	defer chromium.Close()
	tab, err := chromium.Open(line.host.URL, browser.Options{Offline: true, Width: 1366, Height: 650})
	if err != nil {
		return v, err
	}
	defer tab.Close()
	if err := tab.Prepare(noteReady); err != nil {
		return v, err
	}
	if err := tab.Slow(startSlower); err != nil {
		return v, err
	}
	if err := tab.Goto(path); err != nil {
		return v, err
	}
	if err := tab.Wait(pageLimit, `window.readyAt > 0`); err != nil {
		return v, err
	}
	loaded := line.sent()
	if err := tab.Wait(2*pageLimit, `navigator.serviceWorker.controller !== null`); err != nil {
		return v, err
	}
	v, err = browser.Eval[visit](tab, readVisit)
	v.Loaded, v.All = float64(loaded), float64(line.sent())
	return v, err
}

// startTimes measures first visits of some pages, and prints medians over the rounds.
func startTimes(log io.Writer, rounds int) error {
	server, err := browser.StartServer()
	if err != nil {
		return err
	}
	defer server.Stop()
	paths := []string{"/", "/network", "/train"}
	visits := map[string][]visit{}
	for range rounds {
		for _, path := range paths {
			v, err := firstVisit(server.URL, path)
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			visits[path] = append(visits[path], v)
		}
	}
	fmt.Fprintf(log, "\nFirst visits: main thread %d times slower, %d Mbit/s, %v; medians of %d\n", startSlower, startMegabits, startLatency, rounds)
	for _, path := range paths {
		median := func(figure func(visit) float64) float64 {
			all := make([]float64, 0, rounds)
			for _, v := range visits[path] {
				all = append(all, figure(v))
			}
			slices.Sort(all)
			return all[len(all)/2]
		}
		fmt.Fprintf(log, "  %-9s text %.2f s, program asked for %.2f s and there %.2f s, ready %.2f s (%.2f MB), all kept for offline %.2f s (%.2f MB)\n", path,
			median(func(v visit) float64 { return v.Painted })/1000, median(func(v visit) float64 { return v.Asked })/1000,
			median(func(v visit) float64 { return v.Got })/1000, median(func(v visit) float64 { return v.Ready })/1000,
			median(func(v visit) float64 { return v.Loaded })/1e6, median(func(v visit) float64 { return v.Kept })/1000,
			median(func(v visit) float64 { return v.All })/1e6)
	}
	return nil
}
