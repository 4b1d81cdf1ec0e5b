//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"stridelab/data"
	"stridelab/e2e/browser"
	"stridelab/train"
)

// alone measures Stridelab by itself: kernels, phases of a step, workers, and
// the interface. It prints as it goes and returns what is slower than it should
// be.
func alone(log io.Writer, server *Server, rounds int, length time.Duration) error {
	fmt.Fprintf(log, "Stridelab on %s\n", strings.Join(machine(processorsBusy(), nil), "; "))
	chromium, err := startChromium(server, "chromium", noGPU)
	if err != nil {
		return err
	}
	errs := []error{
		kernels(log, chromium),
		phases(log, chromium),
		workers(log, chromium, rounds, length),
	}
	chromium.Close()
	return errors.Join(append(errs, interfaceTimes(log))...)
}

// program runs a Go program of .cache/bench in a worker of the browser and
// returns what it printed.
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

// wantedShare is how much of the C limit the product of two matrices must reach.
const wantedShare = 0.6

// kernels prints the rates of the kernels' own benchmarks in the browser.
func kernels(log io.Writer, b *Browser) error {
	fmt.Fprintf(log, "\nKernels in Chromium, one worker, billions of additions and multiplications a second\n")
	limit, why := limit()
	if limit > 0 {
		fmt.Fprintf(log, "  the C limit: %.1f, a product of 256×256 matrices natively, vectors of 4 without fused multiply-add, as WebAssembly has them\n", limit)
	} else {
		fmt.Fprintf(log, "  the C limit is not known: %v\n", why)
	}
	// As the limit, the best of several short runs: what the kernel can do, not what
	// else the machine did.
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
	case limit > 0 && square < wantedShare*limit:
		return fmt.Errorf("the product of matrices reaches %.2f of the C limit; %v is asked for", square/limit, wantedShare)
	}
	return nil
}

// benchmark reads a line of go test -bench and finds the value with a unit.
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

// What the workers must reach.
const (
	wantedSpeedup = 1.7
	wantedWaiting = 0.03 // of the time
)

// workers trains the default net on the built-in digits with one worker and with
// two, in turns, and prints rates and what the time went into.
func workers(log io.Writer, b *Browser, rounds int, length time.Duration) error {
	all, err := nets()
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "\nThe default LeNet on the built-in digits in Chromium, %d rounds of about %v\n", rounds, length)
	teams := []*timed{
		{Trainer: Trainer{browser: b, id: "one", workers: 1}},
		{Trainer: Trainer{browser: b, id: "two", workers: 2}},
	}
	entries := []Entry{}
	for _, t := range teams {
		entries = append(entries, Entry{Name: count(t.workers, "worker"), Contestant: t})
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
		fmt.Fprintf(log, "  %-10s %8s samples a second; of the first one's time: %.1f %% computing, %.1f %% waiting for samples, %.1f %% making samples ahead, %.1f %% waiting for other workers\n",
			entries[i].Name, figure(scores[i].Median()), share(t.spent.Compute), share(t.spent.Input), share(t.spent.Ahead), share(t.spent.Peers))
		if waiting := share(t.spent.Input) / 100; waiting > wantedWaiting {
			errs = append(errs, fmt.Errorf("%s: training waits for samples %.1f %% of the time; %.0f %% at most is asked for", entries[i].Name, 100*waiting, 100*wantedWaiting))
		}
	}
	if natively := scores[len(teams)]; natively.Err == nil {
		fmt.Fprintf(log, "  %-10s %8s samples a second, in Go on one core\n", "natively", figure(natively.Median()))
	}
	if scores[0].Err == nil && scores[1].Err == nil {
		speedup := scores[1].Median() / scores[0].Median()
		fmt.Fprintf(log, "  two workers against one: %.2f ×\n", speedup)
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
	spent struct{ Compute, Input, Ahead, Peers time.Duration }
}

func (t *timed) Measure(length time.Duration) (Reading, error) {
	before := t.Last.Times
	r, err := t.Trainer.Measure(length)
	after := t.Last.Times
	t.wall += r.Took
	t.spent.Compute += after.Compute - before.Compute
	t.spent.Input += after.Input - before.Input
	t.spent.Ahead += after.Ahead - before.Ahead
	t.spent.Peers += after.Peers - before.Peers
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

// interfaceTimes measures the pages: a step of the largest window, frames while
// it plays, and the page while it trains.
func interfaceTimes(log io.Writer) error {
	chromium, err := browser.Launch()
	if err != nil {
		return err
	}
	defer chromium.Close()
	server, err := browser.StartServer()
	if err != nil {
		return err
	}
	defer server.Stop()
	fmt.Fprintf(log, "\nThe interface in Chromium\n")
	var errs []error
	for _, path := range []string{"/conv?v=1&preset=conv1", "/pool?v=1&preset=global"} {
		if err := windowTimes(log, chromium, server.URL, path); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", path, err))
		}
	}
	if err := trainTimes(log, chromium, server.URL); err != nil {
		errs = append(errs, fmt.Errorf("/train: %w", err))
	}
	return errors.Join(errs...)
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
