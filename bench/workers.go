//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"stridelab/data"
	"stridelab/train"
)

// What the workers must reach.
const (
	leastSpeedup = 1.8  // of two workers over one
	mostWaiting  = 0.03 // of the time, for samples
)

// The keys of workers' entries.
const (
	oneOnDigits = "digits-1"
	twoOnDigits = "digits-2"
	oneOnFiles  = "files-1"
	twoOnFiles  = "files-2"
	inGo        = "native"
)

// workers trains the default net with one worker and with two, in turns. It prints the rates
// and how the time was spent. A worker alone uses the second core to make the built-in
// digits. Files cost nothing to read, so two workers are compared with one on files.
func workers(log io.Writer, b *Browser, server *Server, rounds int, length time.Duration) error {
	fmt.Fprintf(log, "\nThe default LeNet in Chromium, on the built-in digits and on files, %d rounds of about %v\n", rounds, length)
	trainer := func(id string, workers int, samples []byte) *timed {
		return &timed{Trainer: Trainer{browser: b, id: id, workers: workers, samples: samples}}
	}
	entries := []Entry{
		{"1 worker, digits", oneOnDigits, trainer(oneOnDigits, 1, nil)},
		{"2 workers, digits", twoOnDigits, trainer(twoOnDigits, 2, nil)},
		{"1 worker, files", oneOnFiles, trainer(oneOnFiles, 1, server.Samples)},
		{"2 workers, files", twoOnFiles, trainer(twoOnFiles, 2, server.Samples)},
		{"natively", inGo, &native{}},
	}
	scores := compete(log, defaultNet(), entries, rounds, length)
	var errs []error
	for i, e := range entries {
		t, ok := e.Contestant.(*timed)
		if !ok {
			continue
		}
		if scores[i].Err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", e.Name, scores[i].Err))
			continue
		}
		share := func(d time.Duration) float64 { return 100 * d.Seconds() / t.wall.Seconds() }
		fmt.Fprintf(log, "  %-17s %8s samples a second; of the first one's time: %.1f %% computing, %.1f %% waiting for samples, %.1f %% making samples ahead, %.1f %% waiting for other workers\n",
			e.Name, figure(scores[i].Median()), share(t.spent.Compute), share(t.spent.Input), share(t.spent.Ahead), share(t.spent.Wait))
		if waiting := share(t.spent.Input) / 100; waiting > mostWaiting {
			errs = append(errs, fmt.Errorf("%s: training waits for samples %.1f %% of the time; %.0f %% at most is asked for", e.Name, 100*waiting, 100*mostWaiting))
		}
	}
	if natively := scoreOf(entries, scores, inGo); natively.Err == nil {
		fmt.Fprintf(log, "  %-17s %8s samples a second, in Go on one core\n", "natively", figure(natively.Median()))
	}
	if one, two := scoreOf(entries, scores, oneOnFiles), scoreOf(entries, scores, twoOnFiles); one.Err == nil && two.Err == nil {
		speedup := two.Median() / one.Median()
		fmt.Fprintf(log, "  two workers against one, on files: %.2f ×\n", speedup)
		if speedup < leastSpeedup {
			errs = append(errs, fmt.Errorf("two workers are %.2f times as fast as one; %v is asked for", speedup, leastSpeedup))
		}
	}
	return errors.Join(errs...)
}

// timed is a Trainer that adds up how the time of its measurements was spent.
type timed struct {
	Trainer
	wall  time.Duration
	spent struct{ Compute, Input, Ahead, Wait time.Duration }
}

func (t *timed) Measure(length time.Duration) (Reading, error) {
	before := t.Last.Times
	r, err := t.Trainer.Measure(length)
	after := t.Last.Times
	t.wall += r.Took
	t.spent.Compute += after.Compute - before.Compute
	t.spent.Input += after.Input - before.Input
	t.spent.Ahead += after.Ahead - before.Ahead
	t.spent.Wait += after.Wait - before.Wait
	return r, err
}

// native trains in this process, in Go on one core.
type native struct{ session *train.Session }

func (n *native) Open(net Net) (int, error) {
	config := runConfig(net, train.DigitsColour, 1)
	session, err := train.NewSession(config, data.NewDigits(config.Seed, true))
	if err != nil {
		return 0, err
	}
	n.session = session
	if _, err := n.Measure(100 * time.Millisecond); err != nil {
		return 0, err
	}
	return net.parameters()
}

func (n *native) Measure(length time.Duration) (Reading, error) {
	begun, first := time.Now(), n.session.Step()
	var snapshot train.Snapshot
	for n.session.Err() == nil && time.Since(begun) < length {
		n.session.Run(1)
		for n.session.Running() {
			n.session.Advance(func() bool { return true })
		}
	}
	took := time.Since(begun)
	n.session.Snapshot(&snapshot)
	return Reading{n.session.Step() - first, took, float64(snapshot.LastLoss)}, n.session.Err()
}

func (n *native) Close() {}
