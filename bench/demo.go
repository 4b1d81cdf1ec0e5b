//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"time"
)

// The run of ConvNetJS' MNIST demo: its net, once through MNIST's training images.
const (
	demoSamples = 60_000
	demoSteps   = (demoSamples + batch - 1) / batch
	mostDemo    = 3 * time.Second // on all cores
	wholeRun    = 20 * time.Second
	demoRounds  = 3 // of runs that end within wholeRun
)

// A demoTime is how long a contestant takes for demoSamples.
type demoTime struct {
	Name, Key string
	Took      time.Duration
	Whole     bool  // measured to the end; else calculated from the rate of a shorter run
	Err       error // why it has no time
}

// String is the time as it stands in a table.
func (d demoTime) String() string {
	switch {
	case d.Err != nil:
		return "failed"
	case d.Whole:
		return fmt.Sprintf("%.2f s", d.Took.Seconds())
	}
	return fmt.Sprintf("about %.0f s", d.Took.Seconds())
}

// demoTimes lets the entries train the demo's net on so many samples, one after the other: all of
// them where that ends within wholeRun, and a part where not.
func demoTimes(log io.Writer, entries []Entry, length time.Duration) ([]demoTime, error) {
	net, err := demoNet()
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(log, "\n%d samples through the net of ConvNetJS' MNIST demo, %v\n", demoSamples, net.Spec)
	var times []demoTime
	for _, e := range entries {
		d := demoTime{Name: e.Name, Key: e.Key}
		d.Took, d.Whole, d.Err = demoRun(net, e.Contestant, length)
		if d.Err != nil {
			fmt.Fprintf(log, "  %-42s %v\n", d.Name, d.Err)
		} else {
			fmt.Fprintf(log, "  %-42s %12v\n", d.Name, d)
		}
		times = append(times, d)
	}
	return times, nil
}

// demoRun is how long one contestant takes, and whether the whole run was measured.
func demoRun(net Net, c Contestant, length time.Duration) (time.Duration, bool, error) {
	defer c.Close()
	if _, err := c.Open(net); err != nil {
		return 0, false, err
	}
	r, err := c.Measure(length)
	if err != nil {
		return 0, false, err
	}
	all := func(r Reading) float64 { return demoSamples / r.Rate() }
	if all(r) > wholeRun.Seconds() {
		return seconds(all(r)), false, nil
	}
	var took []float64
	for range demoRounds {
		if t, ok := c.(*Trainer); ok {
			r, err = t.run(demoSteps)
		} else {
			r, err = c.Measure(seconds(all(r)))
		}
		if err != nil {
			return 0, false, err
		}
		took = append(took, all(r))
	}
	return seconds(median(took)), true, nil
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// demoAlone measures Stridelab's own time with one worker and with two.
func demoAlone(log io.Writer, b *Browser, server *Server, length time.Duration) error {
	entries := []Entry{
		{"1 worker", "here1", &Trainer{browser: b, id: "demo-1", workers: 1, samples: server.Samples}},
		{"2 workers", "here2", &Trainer{browser: b, id: "demo-2", workers: 2, samples: server.Samples}},
	}
	times, err := demoTimes(log, entries, length)
	return errors.Join(err, checkDemo(times))
}

// checkDemo returns an error where Stridelab takes longer than mostDemo, or has no time.
func checkDemo(times []demoTime) error {
	var best time.Duration
	for _, d := range times {
		if d.Key != "here1" && d.Key != "here2" {
			continue
		}
		if d.Err != nil {
			return fmt.Errorf("%s: the demo's net: %w", d.Name, d.Err)
		}
		if best == 0 || d.Took < best {
			best = d.Took
		}
	}
	if best > mostDemo {
		return fmt.Errorf("%d samples through the demo's net take %.2f s; %v at most is asked for", demoSamples, best.Seconds(), mostDemo)
	}
	return nil
}
