//go:build e2e

package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/cdp/jsonv2"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"

	"stridelab/e2e/browser"
)

// traced are the parts of a trace that the Performance panel of DevTools shows: tasks, what they
// do, a profile of the processor, and what WebAssembly compiles.
var traced = []string{"toplevel", "loading", "devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-devtools.timeline.frame",
	"blink.user_timing", "v8", "v8.execute", "v8.wasm", "disabled-by-default-v8.compile", "disabled-by-default-v8.cpu_profiler", "disabled-by-default-v8.wasm.detailed"}

// trace begins a trace. The function that it returns ends the trace and returns its events.
func (v *visitor) trace() (func() ([]jsonv2.Value, error), error) {
	// Events come one at a time, and complete closes after the last one.
	var events []jsonv2.Value
	complete := make(chan struct{})
	ctx, stop := context.WithCancel(v.ctx)
	if err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			events = append(events, e.Value...)
		case *tracing.EventTracingComplete:
			close(complete)
		}
	}); err != nil {
		stop()
		return nil, err
	}
	err := v.do(command(tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{
		IncludedCategories: traced, ExcludedCategories: []string{"*"}}}))
	return func() ([]jsonv2.Value, error) {
		defer stop()
		if err := v.do(command(tracing.End, cdp.Empty{})); err != nil {
			return nil, err
		}
		select {
		case <-complete:
			return events, nil
		case <-time.After(stepLimit):
			return nil, errors.New("the trace does not end")
		}
	}, err
}

// traceVisits visits a page twice. It writes a trace of each visit to a file, which DevTools and
// Perfetto show, and prints where the main thread's time goes.
func traceVisits(log io.Writer, path, name string) error {
	server, err := browser.StartServer()
	if err != nil {
		return err
	}
	defer server.Stop()
	base := strings.TrimSuffix(name, filepath.Ext(name))
	return twice(server.URL, func(l *line, profile string, first bool) error {
		file, which := base+"-second.json", "second"
		if first {
			file, which = base+"-first.json", "first"
		}
		var events []jsonv2.Value
		v, err := visitPage(l, profile, path, first, &events)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		b, err := json.Marshal(map[string]any{"traceEvents": events})
		if err != nil {
			return err
		}
		if err := os.WriteFile(file, b, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(log, "\n%s, %s visit, traced: ready %.2f s, longest task %.2f s; written to %s\n", path, which, v.Ready/1000, v.Task/1000, file)
		return summarize(log, events)
	})
}

// A traceEvent is one line of a trace. Times are in microseconds.
type traceEvent struct {
	Name    string
	Phase   string `json:"ph"`
	Process int    `json:"pid"`
	Thread  int    `json:"tid"`
	At      int64  `json:"ts"`
	Wall    int64  `json:"dur"`
	CPU     int64  `json:"tdur"`
	ID      string
	Args    struct {
		Name string
		Data struct {
			URL               string
			DocumentLoaderURL string
			IsMainFrame       bool
			IsOutermost       bool `json:"isOutermostMainFrame"`
			CPUProfile        struct {
				Nodes []struct {
					ID, Parent int
					CallFrame  struct {
						FunctionName, URL string
						LineNumber        int
					}
				}
				Samples []int
			}
			TimeDeltas []int64
		}
	}
}

// thread names a thread.
type thread struct{ process, thread int }

const (
	longTask    = 50_000 // microseconds, from which on a task is printed
	ownTime     = 5_000  // microseconds, from which on an event within is printed
	mostRows    = 30     // of functions
	traceOrigin = "navigationStart"
)

// summarize prints the long tasks of the page's main thread, what they do, and the functions in
// which the thread's time goes.
func summarize(log io.Writer, lines []jsonv2.Value) error {
	events := make([]traceEvent, 0, len(lines))
	for _, line := range lines {
		var e traceEvent
		if err := json.Unmarshal(line, &e); err != nil {
			continue // an event with other arguments than the ones that are read here
		}
		events = append(events, e)
	}
	slices.SortStableFunc(events, func(a, b traceEvent) int { return cmp.Compare(a.At, b.At) })
	main, begun := thread{}, int64(0)
	for _, e := range events {
		if e.Name == traceOrigin && strings.HasPrefix(e.Args.Data.DocumentLoaderURL, "http") {
			main, begun = thread{e.Process, e.Thread}, e.At
		}
	}
	if main == (thread{}) {
		return fmt.Errorf("the trace of %d events holds no %s of the page", len(events), traceOrigin)
	}
	on := slices.DeleteFunc(slices.Clone(events), func(e traceEvent) bool {
		return e.Phase != "X" || thread{e.Process, e.Thread} != main || e.At < begun
	})
	fmt.Fprintf(log, "  long tasks of the main thread, in ms: the time since the visit began, how long, working; what takes 5 ms or more of it by itself\n")
	end := int64(0) // of the last task printed; a task may run others within
	for i, task := range on {
		if !strings.HasSuffix(task.Name, "RunTask") || task.Wall < longTask || task.At < end {
			continue
		}
		end = task.At + task.Wall
		self := selfTimes(on[i:], task)
		fmt.Fprintf(log, "  %7d %6d %6d  ", (task.At-begun)/1000, task.Wall/1000, task.CPU/1000)
		for _, name := range byTime(self) {
			if self[name] >= ownTime {
				fmt.Fprintf(log, " %s %d", name, self[name]/1000)
			}
		}
		fmt.Fprintln(log)
	}
	functions, total := profile(events, main)
	fmt.Fprintf(log, "  functions by their own time in the main thread, in ms; %d in all\n", total/1000)
	for i, name := range byTime(functions) {
		if i == mostRows {
			break
		}
		fmt.Fprintf(log, "  %7.0f  %s\n", float64(functions[name])/1000, name)
	}
	return nil
}

// selfTimes is how long a task spends in events of each name, without the events within. The task
// is the first of the events, which are in the order of their beginnings.
func selfTimes(events []traceEvent, task traceEvent) map[string]int64 {
	self := map[string]int64{}
	var open []traceEvent
	for _, e := range events {
		if e.At >= task.At+task.Wall {
			break
		}
		for len(open) > 0 && open[len(open)-1].At+open[len(open)-1].Wall <= e.At {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			self[open[len(open)-1].Name] -= e.Wall
		}
		self[e.Name] += e.Wall
		open = append(open, e)
	}
	return self
}

// profile is how long a thread spends in each function by itself, in microseconds, and in all,
// without the time in which it is idle.
func profile(events []traceEvent, of thread) (self map[string]int64, total int64) {
	ids := map[string]bool{} // of the profiles that this thread has begun
	for _, e := range events {
		if e.Name == "Profile" && e.Process == of.process && e.Thread == of.thread {
			ids[e.ID] = true
		}
	}
	self = map[string]int64{}
	names := map[string]map[int]string{}
	for _, e := range events {
		if e.Name != "ProfileChunk" || e.Process != of.process || !ids[e.ID] {
			continue
		}
		if names[e.ID] == nil {
			names[e.ID] = map[int]string{}
		}
		for _, n := range e.Args.Data.CPUProfile.Nodes {
			f := n.CallFrame
			name := f.FunctionName
			if f.URL != "" && !strings.HasPrefix(f.URL, "wasm:") {
				name = fmt.Sprintf("%s %s:%d", cmp.Or(name, "(anonymous)"), f.URL[strings.LastIndex(f.URL, "/")+1:], f.LineNumber+1)
			}
			names[e.ID][n.ID] = cmp.Or(name, "(anonymous)")
		}
		for i, id := range e.Args.Data.CPUProfile.Samples {
			if name := names[e.ID][id]; i < len(e.Args.Data.TimeDeltas) && name != "(idle)" {
				self[name] += e.Args.Data.TimeDeltas[i]
				total += e.Args.Data.TimeDeltas[i]
			}
		}
	}
	return self, total
}

// byTime are the names in a map, the one with the most time first.
func byTime(times map[string]int64) []string {
	return slices.SortedFunc(maps.Keys(times), func(a, b string) int {
		return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b))
	})
}
