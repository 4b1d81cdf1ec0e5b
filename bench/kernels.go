//go:build e2e

package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// leastShare is the share of the C limit that the product of two matrices must reach.
const leastShare = 0.6

// kernels runs the benchmarks of nn/internal/kernel in the browser and prints their rates.
func kernels(log io.Writer, b *Browser) error {
	fmt.Fprintf(log, "\nKernels in Chromium, one worker, GFLOP/s (two a multiply-add), best of five\n")
	limit, why := limit()
	if limit > 0 {
		fmt.Fprintf(log, "  the C limit: %.1f, a product of 256×256 matrices natively, vectors of 4 without fused multiply-add, as WebAssembly has them\n", limit)
	} else {
		fmt.Fprintf(log, "  the C limit is not known: %v\n", why)
	}
	// The best of several short runs, as for the limit: it shows what the kernel can do, even
	// where other programs run.
	text, err := program(b, "kernels.wasm", "-test.run=^$", "-test.count=5", "-test.benchtime=20ms",
		"-test.bench=^(BenchmarkSgemm|BenchmarkConv)$/./^(simd|[^gs].*)$|^BenchmarkSgemm$/square256")
	if err != nil {
		return fmt.Errorf("kernels: %w", err)
	}
	best, order := map[string]float64{}, []string{}
	for _, line := range strings.Split(text, "\n") {
		if name, rate, ok := benchmark(line, "GFLOP/s"); ok {
			if best[name] == 0 {
				order = append(order, name)
			}
			best[name] = max(best[name], rate)
		}
	}
	square := 0.0
	for _, name := range order {
		share := ""
		if limit > 0 {
			share = fmt.Sprintf("%5.0f %% of the C limit", 100*best[name]/limit)
		}
		fmt.Fprintf(log, "  %-32s %6.1f %s\n", name, best[name], share)
		if strings.HasPrefix(name, "Sgemm/square") {
			square = max(square, best[name])
		}
	}
	switch {
	case square == 0:
		return fmt.Errorf("the kernels' benchmarks printed no product of square matrices:\n%s", text)
	case limit > 0 && square < leastShare*limit:
		return fmt.Errorf("the product of matrices reaches %.2f of the C limit; %v is asked for", square/limit, leastShare)
	}
	return nil
}

// benchmark reads a line of go test -bench and finds the value with a unit. ok is false
// where the line has none.
func benchmark(line, unit string) (name string, value float64, ok bool) {
	words := strings.Fields(line)
	if len(words) == 0 || !strings.HasPrefix(words[0], "Benchmark") {
		return "", 0, false
	}
	for i, word := range words {
		if word == unit && i > 0 {
			value, err := strconv.ParseFloat(words[i-1], 64)
			return strings.TrimPrefix(words[0], "Benchmark"), value, err == nil
		}
	}
	return "", 0, false
}
