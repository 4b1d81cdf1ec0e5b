//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// peers measures Stridelab beside its peers on all nets and writes the tables to
// bench/RESULTS.md.
func peers(log io.Writer, server *Server, root string, rounds int, length time.Duration) error {
	begun, load := time.Now(), processorsBusy()
	nets, err := nets()
	if err != nil {
		return err
	}
	chromium, err := startChromium(server, "chromium", noGPU)
	if err != nil {
		return err
	}
	trainer := func(b *Browser, id string, workers int) Contestant {
		return &Trainer{browser: b, id: id, workers: workers, files: files(server.Samples)}
	}
	tfjs := func(b *Browser, backend string) Contestant {
		return &scripted{browser: b, id: "tfjs-" + backend, script: "tfjs.js", options: map[string]any{"backend": backend}}
	}
	entries := []Entry{
		{"Stridelab, Chromium, 1 worker", "here1", trainer(chromium, "one", 1)},
		{"Stridelab, Chromium, 2 workers", "here2", trainer(chromium, "two", 2)},
	}
	versions := []string{chromium.Version}
	for _, workers := range []int{1, 2} {
		e := Entry{Name: fmt.Sprintf("Stridelab, Firefox, %s", count(workers, "worker")), Key: fmt.Sprintf("firefox%d", workers)}
		if workers == 1 {
			firefox, err := startFirefox(server, "firefox")
			if err != nil {
				e.Contestant = absent{err}
			} else {
				versions = append(versions, firefox.Version)
				e.Contestant = trainer(firefox, "one", 1)
			}
		} else if first, ok := entries[len(entries)-1].Contestant.(*Trainer); ok {
			e.Contestant = trainer(first.browser, "two", 2)
		} else {
			e.Contestant = entries[len(entries)-1].Contestant
		}
		entries = append(entries, e)
	}
	entries = append(entries,
		Entry{"ConvNetJS 0.3.0, Chromium", "convnetjs", &scripted{browser: chromium, id: "convnetjs", script: "convnetjs.js"}},
		Entry{"tfjs 4.22.0 cpu, Chromium", "tfjs", tfjs(chromium, "cpu")},
		Entry{"tfjs 4.22.0 wasm, Chromium", "tfjs", tfjs(chromium, "wasm")})
	webgl := Entry{Name: "tfjs 4.22.0 webgl, Chromium's software GPU", Key: "tfjs"}
	if b, err := startChromium(server, "webgl", softwareGPU); err != nil {
		webgl.Contestant = absent{err}
	} else {
		webgl.Contestant = tfjs(b, "webgl")
	}
	entries = append(entries, webgl)
	for _, threads := range []int{1, 2} {
		entries = append(entries, Entry{"PyTorch, native, " + count(threads, "thread"), "torch",
			&torch{threads: threads, folder: server.Folder}})
	}
	for _, threads := range []int{1, 2} {
		var c Contestant = absent{errors.New("OpenBLAS could not be fetched")}
		if blas := filepath.Join(root, ".cache", "openblas", "lib"); exists(filepath.Join(blas, "libblas.so.3")) {
			c = &torch{threads: threads, folder: server.Folder, blas: blas}
		}
		entries = append(entries, Entry{"PyTorch with OpenBLAS, " + count(threads, "thread"), "torch", c})
	}

	r := report{nets: nets, entries: entries, rounds: rounds, length: length}
	for _, n := range nets {
		fmt.Fprintf(log, "%s: %v\n", n.Name, n.Spec)
		scores := compete(log, n, entries, rounds, length)
		for i, e := range entries {
			if scores[i].Err == nil {
				fmt.Fprintf(log, "  %-42s %8s samples a second\n", e.Name, figure(scores[i].Median()))
			}
		}
		r.scores = append(r.scores, scores)
	}
	r.machine = machine(load, versions)
	r.took = time.Since(begun)
	text := r.text()
	fmt.Fprintf(log, "\n%s\n", text)
	name := filepath.Join(root, "bench", "RESULTS.md")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(log, "written to", name)
	return r.check()
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
