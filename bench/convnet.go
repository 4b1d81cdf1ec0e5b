//go:build e2e

package main

import (
	"fmt"
	"io"
	"time"
)

// leastOverConvNetJS is how many times ConvNetJS's rate the trainer must make on the
// default net, on any machine, at any time.
const leastOverConvNetJS = 8

// convNet trains the default net in the trainer, with one worker and with two, and in
// ConvNetJS, in turns in one browser, and prints the rates and their ratio.
func convNet(log io.Writer, b *Browser, server *Server, rounds int, length time.Duration) error {
	all, err := nets()
	if err != nil {
		return err
	}
	entries := []Entry{
		{"Stridelab, 1 worker", "here1", &Trainer{browser: b, id: "convnet-1", workers: 1, files: files(server.Samples)}},
		{"Stridelab, 2 workers", "here2", &Trainer{browser: b, id: "convnet-2", workers: 2, files: files(server.Samples)}},
		{"ConvNetJS 0.3.0", "convnetjs", &scripted{browser: b, id: "convnetjs", script: "convnetjs.js"}},
	}
	fmt.Fprintf(log, "\nTraining the %s beside ConvNetJS, samples a second, medians of %d rounds in turns\n", all[0].Name, rounds)
	r := report{nets: all[:1], entries: entries, rounds: rounds, length: length}
	r.scores = [][]Score{compete(log, all[0], entries, rounds, length)}
	for i, e := range entries {
		if err := r.scores[0][i].Err; err != nil {
			return fmt.Errorf("%s: %w", e.Name, err)
		}
		fmt.Fprintf(log, "  %-22s %8s\n", e.Name, figure(r.scores[0][i].Median()))
	}
	times := r.best(0, []string{"here1", "here2"}) / r.best(0, []string{"convnetjs"})
	fmt.Fprintf(log, "  Stridelab ÷ ConvNetJS  %8.1f ×\n", times)
	if times < leastOverConvNetJS {
		return fmt.Errorf("training is %.1f times ConvNetJS's rate; %d is asked for", times, leastOverConvNetJS)
	}
	return nil
}
