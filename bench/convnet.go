//go:build e2e

package main

import (
	"fmt"
	"io"
	"time"
)

// leastOverConvNetJS is the least ratio of the trainer's rate to that of ConvNetJS on the
// default net. It must hold on any machine, however busy.
const leastOverConvNetJS = 8

// convNet trains the default net in turns in one browser: in the trainer with one worker,
// with two workers, and in ConvNetJS. It prints the rates and their ratio.
func convNet(log io.Writer, b *Browser, server *Server, rounds int, length time.Duration) error {
	const here1, here2, convNetJS = "here1", "here2", "convnetjs"
	net := defaultNet()
	entries := []Entry{
		{"Stridelab, 1 worker", here1, &Trainer{browser: b, id: "convnet-1", workers: 1, samples: server.Samples}},
		{"Stridelab, 2 workers", here2, &Trainer{browser: b, id: "convnet-2", workers: 2, samples: server.Samples}},
		{"ConvNetJS 0.3.0", convNetJS, &scripted{browser: b, id: "convnetjs", script: "convnetjs.js"}},
	}
	fmt.Fprintf(log, "\nTraining the %s beside ConvNetJS, samples a second, medians of %d rounds in turns\n", net.Name, rounds)
	scores := compete(log, net, entries, rounds, length)
	for i, e := range entries {
		if err := scores[i].Err; err != nil {
			return fmt.Errorf("%s: %w", e.Name, err)
		}
		fmt.Fprintf(log, "  %-22s %8s\n", e.Name, figure(scores[i].Median()))
	}
	times := best(entries, scores, here1, here2) / best(entries, scores, convNetJS)
	fmt.Fprintf(log, "  Stridelab ÷ ConvNetJS  %8.1f ×\n", times)
	if times < leastOverConvNetJS {
		return fmt.Errorf("training is %.1f times ConvNetJS's rate; %d is asked for", times, leastOverConvNetJS)
	}
	return nil
}
