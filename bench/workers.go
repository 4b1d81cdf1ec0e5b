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
	wantedSpeedup = 1.7
	wantedWaiting = 0.03 // of the time
)

// workers trains the default net with one worker and with two, in turns, and
// prints rates and what the time went into. On the built-in digits a worker
// alone has a second core make them; what a second worker brings is therefore
// told by runs on files, which cost nothing to read.
func workers(log io.Writer, b *Browser, server *Server, rounds int, length time.Duration) error {
	all, err := nets()
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "\nThe default LeNet in Chromium, on the built-in digits and on files, %d rounds of about %v\n", rounds, length)
	teams := []*timed{
		{Trainer: Trainer{browser: b, id: "one", workers: 1}},
		{Trainer: Trainer{browser: b, id: "two", workers: 2}},
		{Trainer: Trainer{browser: b, id: "one-files", workers: 1, files: files(server.Samples)}},
		{Trainer: Trainer{browser: b, id: "two-files", workers: 2, files: files(server.Samples)}},
	}
	entries := []Entry{}
	for _, t := range teams {
		on := "digits"
		if t.files != nil {
			on = "files"
		}
		entries = append(entries, Entry{Name: count(t.workers, "worker") + ", " + on, Contestant: t})
	}
	entries = append(entries, Entry{Name: "natively", Contestant: &native{}})
	scores := compete(log, all[0], entries, rounds, length)
	var errs []error
	for i, t := range teams {
		if scores[i].Err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", entries[i].Name, scores[i].Err))
			continue
		}
		share := func(d time.Duration) float64 { return 100 * d.Seconds() / t.wall.Seconds() }
		fmt.Fprintf(log, "  %-17s %8s samples a second; of the first one's time: %.1f %% computing, %.1f %% waiting for samples, %.1f %% making samples ahead, %.1f %% waiting for other workers\n",
			entries[i].Name, figure(scores[i].Median()), share(t.spent.Compute), share(t.spent.Input), share(t.spent.Ahead), share(t.spent.Wait))
		if waiting := share(t.spent.Input) / 100; waiting > wantedWaiting {
			errs = append(errs, fmt.Errorf("%s: training waits for samples %.1f %% of the time; %.0f %% at most is asked for", entries[i].Name, 100*waiting, 100*wantedWaiting))
		}
	}
	if natively := scores[len(teams)]; natively.Err == nil {
		fmt.Fprintf(log, "  %-17s %8s samples a second, in Go on one core\n", "natively", figure(natively.Median()))
	}
	if one, two := scores[2], scores[3]; one.Err == nil && two.Err == nil {
		speedup := two.Median() / one.Median()
		fmt.Fprintf(log, "  two workers against one, on files: %.2f ×\n", speedup)
		if speedup < wantedSpeedup {
			errs = append(errs, fmt.Errorf("two workers are %.2f times as fast as one; %v is asked for", speedup, wantedSpeedup))
		}
	}
	return errors.Join(errs...)
}

// timed adds up what the time of a Trainer's measurements went into.
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

// native trains in this process.
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
