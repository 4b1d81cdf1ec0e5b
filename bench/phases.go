//go:build e2e

package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// phases prints how long the phases of a step take.
func phases(log io.Writer, b *Browser) error {
	all, err := nets()
	if err != nil {
		return err
	}
	specs := []string{}
	for _, n := range all {
		specs = append(specs, n.Spec.String())
	}
	text, err := program(b, "phases.wasm", specs...)
	if err != nil {
		return fmt.Errorf("phases: %w", err)
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) != len(all) {
		return fmt.Errorf("phases: %s", text)
	}
	fmt.Fprintf(log, "\nPhases of a step of %d samples in Chromium, one worker, milliseconds\n  %-24s %8s %8s %8s %8s %8s %8s %8s\n",
		batch, "", "samples", "forward", "loss", "backward", "sum", "update", "together")
	for i, line := range lines {
		fmt.Fprintf(log, "  %-24s", all[i].Name)
		sum := 0.0
		for _, word := range strings.Fields(line) {
			v, err := strconv.ParseFloat(word, 64)
			if err != nil {
				return fmt.Errorf("phases: %s", line)
			}
			sum += v
			fmt.Fprintf(log, " %8.2f", v/1000)
		}
		fmt.Fprintf(log, " %8.2f\n", sum/1000)
	}
	return nil
}
