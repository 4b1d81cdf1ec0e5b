//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// alone measures Stridelab by itself: kernels, phases of a step, workers, the interface and
// first visits. It also measures training beside ConvNetJS. It prints each figure when it is
// known. Its error names everything that is slower than it should be.
func alone(log io.Writer, server *Server, rounds int, length time.Duration) error {
	fmt.Fprintf(log, "Stridelab on %s\n", strings.Join(machine(loadAverage(), nil), "; "))
	chromium, err := startChromium(server, "chromium", noGPU)
	if err != nil {
		return err
	}
	errs := []error{
		kernels(log, chromium),
		phases(log, chromium),
		workers(log, chromium, server, rounds, length),
		convNet(log, chromium, server, rounds, length),
		demoAlone(log, chromium, server, length),
	}
	chromium.Close()
	return errors.Join(append(errs, interfaceTimes(log), startTimes(log, "", rounds))...)
}

// program runs a Go program of .cache/bench in a worker of the browser and returns its output.
func program(b *Browser, name string, args ...string) (string, error) {
	const id = "program"
	if err := b.do(stepLimit, map[string]any{"do": "open", "id": id, "script": "/program.js"}, nil); err != nil {
		return "", err
	}
	defer b.do(stepLimit, map[string]any{"do": "close", "id": id}, nil)
	var text string
	err := b.do(5*time.Minute, map[string]any{"do": "ask", "id": id, "value": map[string]any{"address": "/bench/" + name, "args": args}}, &text)
	return text, err
}
