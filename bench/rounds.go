//go:build e2e

package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// An Entry is a contestant in the table.
type Entry struct {
	Name string
	Key  string // by which ratios find it; several entries may share one
	Contestant
}

// A Score is the result of a contestant on one net.
type Score struct {
	Parameters int
	Weights    uint64    // fingerprint of Stridelab's weights after firstSteps; 0 for the others
	Rates      []float64 // samples a second, one a round
	Loss       float64   // of the last step
	Err        error     // why it has no rates
}

// Median is the middle of the rates, 0 without any.
func (s Score) Median() float64 { return median(s.Rates) }

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	v := slices.Sorted(slices.Values(values))
	n := len(v)
	return (v[(n-1)/2] + v[n/2]) / 2
}

// best is the highest median among the entries with one of the keys, 0 where none has a rate.
func best(entries []Entry, scores []Score, keys ...string) (rate float64) {
	for i, e := range entries {
		if slices.Contains(keys, e.Key) {
			rate = max(rate, scores[i].Median())
		}
	}
	return rate
}

// scoreOf is the score of the entry with a key. It panics where no entry has the key.
func scoreOf(entries []Entry, scores []Score, key string) Score {
	return scores[slices.IndexFunc(entries, func(e Entry) bool { return e.Key == key })]
}

// compete lets all entries train a net in turns. Every second round runs in reverse order.
// So a machine that slows down slows all of them, and no entry always follows the same one.
// An entry that fails is left out from then on.
func compete(log io.Writer, n Net, entries []Entry, rounds int, length time.Duration) []Score {
	scores := make([]Score, len(entries))
	fail := func(i int, err error) {
		scores[i].Err, scores[i].Rates = err, nil
		fmt.Fprintf(log, "  %s: %v\n", entries[i].Name, err)
		entries[i].Close()
	}
	for i, e := range entries {
		var err error
		if scores[i].Parameters, err = e.Open(n); err != nil {
			fail(i, err)
			continue
		}
		if w, ok := e.Contestant.(interface{ Weights() uint64 }); ok {
			scores[i].Weights = w.Weights()
		}
		defer e.Close()
	}
	for round := range rounds {
		for turn := range entries {
			i := turn
			if round%2 == 1 {
				i = len(entries) - 1 - turn
			}
			if scores[i].Err != nil {
				continue
			}
			reading, err := entries[i].Measure(length)
			if err != nil {
				fail(i, err)
				continue
			}
			if !(reading.Loss < 100) { // NaN too
				fail(i, fmt.Errorf("the loss is %v: it does not train", reading.Loss))
				continue
			}
			scores[i].Rates = append(scores[i].Rates, reading.Rate())
			scores[i].Loss = reading.Loss
		}
	}
	return scores
}
