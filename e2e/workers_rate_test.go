//go:build e2e && rate

package e2e

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"stridelab/train"
)

// Trains the default net in Chromium by one worker and by two in turn, so that
// a machine that slows down slows down both, and prints medians, and what the
// time of the worker behind the desk went into:
//
//	go test -count 1 -v -tags e2e,rate -run WorkersRate ./e2e
func TestWorkersRate(t *testing.T) {
	const rounds, length = 7, 700 * time.Millisecond
	server, chromium := startServer(t), launch(t)
	trainers := []*trainer{startTrainer(t, chromium, server.URL), startTrainer(t, chromium, server.URL)}
	rates, times := make([][]float64, 2), make([]train.Times, 2)
	for i, tr := range trainers {
		tr.configure(i + 1)
		tr.rate(length) // the browser compiles the program a second time, faster
	}
	walls, steps := make([]float64, 2), make([]float64, 2)
	ratios := make([]float64, rounds)
	for round := range rounds {
		for i, tr := range trainers {
			rate, spent, wall, st := tr.rate(length)
			rates[i] = append(rates[i], rate)
			times[i].Compute += spent.Compute
			times[i].Input += spent.Input
			times[i].Ahead += spent.Ahead
			times[i].Peers += spent.Peers
			walls[i] += wall
			steps[i] += float64(st)
		}
		ratios[round] = rates[1][round] / rates[0][round]
	}
	other := startTrainer(t, chromium, server.URL)
	other.configure(1)
	other.rate(length)
	both := make([]float64, rounds)
	for round := range rounds {
		other.tell(train.Run{})
		rate, _, _, _ := trainers[0].rate(length)
		other.tell(train.Pause{})
		other.untilSnapshot(settle, "the pause", paused)
		both[round] = 2 * rate
	}
	t.Logf("two runs at once, that have nothing to do with each other: %.0f samples a second %.0f", median(both), both)
	for i, spent := range times {
		whole := float64(spent.Compute+spent.Input+spent.Ahead+spent.Peers) / 100
		t.Logf("%d workers: %.0f samples a second %.0f; computing %.1f %%, waiting for input %.1f %%, input ahead %.1f %%, waiting for peers %.1f %%",
			i+1, median(rates[i]), rates[i], float64(spent.Compute)/whole, float64(spent.Input)/whole, float64(spent.Ahead)/whole, float64(spent.Peers)/whole)
	}
	for i, x := range times {
		n := steps[i]
		t.Logf("a step: wall %.2f ms compute %.2f input %.2f ahead %.2f peers %.2f", walls[i]/n, x.Compute.Seconds()*1000/n, x.Input.Seconds()*1000/n, x.Ahead.Seconds()*1000/n, x.Peers.Seconds()*1000/n)
	}
	t.Logf("two against one: %.2f, median of %.2f", median(ratios), ratios)
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return v[len(v)/2]
}

// rate trains for a while and returns the samples a second, tests of accuracy
// included, and what the time went into.
func (tr *trainer) rate(length time.Duration) (float64, train.Times, float64, int) {
	tr.t.Helper()
	tr.tell(train.Run{})
	var first, last train.Snapshot
	var begun, ended float64
	tr.until(time.Minute, fmt.Sprint(length, " to pass"), func(m train.Message, at float64) bool {
		s, ok := m.(train.Snapshot)
		switch {
		case !ok || s.State != train.Running && s.State != train.Evaluating:
		case begun == 0:
			first, begun = s, at
		default:
			last, ended = s, at
		}
		return begun > 0 && ended-begun > float64(length.Milliseconds())
	})
	tr.tell(train.Pause{})
	tr.untilSnapshot(settle, "the pause", paused)
	return float64(last.Seen-first.Seen) / (ended - begun) * 1000, train.Times{
		Compute: last.Times.Compute - first.Times.Compute,
		Input:   last.Times.Input - first.Times.Input,
		Ahead:   last.Times.Ahead - first.Times.Ahead,
		Peers:   last.Times.Peers - first.Times.Peers,
	}, ended - begun, last.Step - first.Step
}
