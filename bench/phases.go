//go:build e2e

package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// phases prints how long the phases of a step take, as the program phases measures them.
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
	fmt.Fprintf(log, "\nPhases of a step of %d samples in Chromium, one worker, milliseconds\n", batch)
	for i, line := range lines {
		names, micros, err := readPhases(line)
		if err != nil {
			return err
		}
		if i == 0 {
			fmt.Fprintf(log, "  %-24s", "")
			for _, name := range append(names, "together") {
				fmt.Fprintf(log, " %8s", name)
			}
			fmt.Fprintln(log)
		}
		fmt.Fprintf(log, "  %-24s", all[i].Name)
		sum := 0.0
		for _, v := range micros {
			sum += v
			fmt.Fprintf(log, " %8.2f", v/1000)
		}
		fmt.Fprintf(log, " %8.2f\n", sum/1000)
	}
	return nil
}

// readPhases reads a line of the program phases: name=microseconds for each phase.
func readPhases(line string) (names []string, micros []float64, err error) {
	for _, word := range strings.Fields(line) {
		name, value, _ := strings.Cut(word, "=")
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, nil, fmt.Errorf("phases: %s", line)
		}
		names, micros = append(names, name), append(micros, v)
	}
	return names, micros, nil
}
