//go:build e2e

package main

import (
	"fmt"
	"io"
	"slices"

	"stridelab/e2e/browser"
)

// The first visit that is measured: an old laptop on a shared network.
const (
	startSlower   = 4.0  // times
	startMegabits = 5.0  // a second
	startLatency  = 80.0 // ms
)

// A visit is the start of one first visit: an empty cache and no service worker.
type visit struct {
	Asked    float64 // ms until the page's program is asked for
	Got      float64 // ms until it is there
	Painted  float64 // ms until the page shows its text
	Ready    float64 // ms until the interface answers
	Bytes    float64 // that came until then, over the network
	Programs float64 // times that the program was fetched until then
}

// markReady notes when the interface answers; it runs before the page's scripts.
const markReady = `new MutationObserver((_, watch) => {
	if (!document.documentElement?.hasAttribute("data-ready")) return;
	watch.disconnect();
	window.readyAt = performance.now();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });`

const readVisit = `(() => {
	const files = performance.getEntriesByType("resource").filter((e) => e.startTime < window.readyAt);
	const programs = files.filter((e) => new URL(e.name).pathname.endsWith("/web/app.wasm"));
	const all = [...performance.getEntriesByType("navigation"), ...files];
	return {
		Asked: Math.min(...programs.map((e) => e.startTime)),
		Got: Math.max(...programs.map((e) => e.responseEnd)),
		Painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
		Ready: window.readyAt,
		Bytes: all.reduce((sum, e) => sum + e.transferSize, 0),
		Programs: programs.filter((e) => e.transferSize > 0).length,
	};
})()`

// firstVisit opens a page as somebody does who was never there.
func firstVisit(c *browser.Chromium, server, path string) (visit, error) {
	tab, err := c.Open(server, browser.Options{Width: 1366, Height: 650})
	if err != nil {
		return visit{}, err
	}
	defer tab.Close()
	if err := tab.Before(markReady); err != nil {
		return visit{}, err
	}
	if err := tab.Slow(startSlower, startMegabits, startLatency); err != nil {
		return visit{}, err
	}
	if err := tab.Goto(path); err != nil {
		return visit{}, err
	}
	if err := tab.Wait(pageLimit, `window.readyAt > 0`); err != nil {
		return visit{}, err
	}
	return browser.Eval[visit](tab, readVisit)
}

// middle is the median of one figure of several visits.
func middle(visits []visit, figure func(visit) float64) float64 {
	all := make([]float64, len(visits))
	for i, v := range visits {
		all[i] = figure(v)
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// startTimes measures first visits to the home page and to the training lab.
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
			c, err := browser.Launch()
			if err != nil {
				return err
			}
			v, err := firstVisit(c, server.URL, path)
			c.Close()
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			visits[path] = append(visits[path], v)
		}
	}
	fmt.Fprintf(log, "\nFirst visits, processor %.0f times slower, %.0f Mbit/s, %.0f ms (medians of %d)\n", startSlower, startMegabits, startLatency, rounds)
	for _, path := range paths {
		all := visits[path]
		fmt.Fprintf(log, "  %-10s text after %.2f s, program asked for after %.2f s and there after %.2f s, ready after %.2f s; %.2f MB\n", path,
			middle(all, func(v visit) float64 { return v.Painted })/1000, middle(all, func(v visit) float64 { return v.Asked })/1000,
			middle(all, func(v visit) float64 { return v.Got })/1000, middle(all, func(v visit) float64 { return v.Ready })/1000,
			middle(all, func(v visit) float64 { return v.Bytes })/1e6)
		for _, v := range all {
			if v.Programs != 1 {
				return fmt.Errorf("%s: the program was fetched %.0f times", path, v.Programs)
			}
		}
	}
	return nil
}
