//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"stridelab/e2e/browser"
)

// peers measures Stridelab beside its peers on all nets and writes the tables to
// bench/RESULTS.md.
func peers(log io.Writer, rounds int, length time.Duration) error {
	begun := time.Now()
	root, err := browser.Root()
	if err != nil {
		return err
	}
	nets, err := nets()
	if err != nil {
		return err
	}
	pixels := digits()
	folder, err := torchFolder(pixels)
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	server, err := startServer(pixels)
	if err != nil {
		return err
	}
	defer server.Close()

	chromium, err := startChromium(server, "chromium", noGPU)
	if err != nil {
		return err
	}
	defer chromium.Close()
	trainer := func(b *Browser, id string, workers int) Contestant {
		return &Trainer{browser: b, id: id, workers: workers, files: files(pixels)}
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
				defer firefox.Close()
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
		defer b.Close()
		webgl.Contestant = tfjs(b, "webgl")
	}
	entries = append(entries, webgl)
	for _, threads := range []int{1, 2} {
		entries = append(entries, Entry{"PyTorch, native, " + count(threads, "thread"), "torch",
			&torch{threads: threads, folder: folder}})
	}
	for _, threads := range []int{1, 2} {
		var c Contestant = absent{errors.New("OpenBLAS could not be fetched")}
		if blas := filepath.Join(root, ".cache", "openblas", "lib"); exists(filepath.Join(blas, "libblas.so.3")) {
			c = &torch{threads: threads, folder: folder, blas: blas}
		}
		entries = append(entries, Entry{"PyTorch with OpenBLAS, " + count(threads, "thread"), "torch", c})
	}

	r := report{nets: nets, entries: entries, rounds: rounds, length: length}
	for _, n := range nets {
		fmt.Fprintf(log, "%s: %v\n", n.Name, n.Spec)
		r.scores = append(r.scores, compete(log, n, entries, rounds, length))
	}
	r.machine = machine(versions)
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

// torchFolder makes a folder with what PyTorch's process reads.
func torchFolder(pixels []byte) (string, error) {
	folder, err := os.MkdirTemp("", "bench-torch-")
	if err != nil {
		return "", err
	}
	program, err := scripts.ReadFile("peers/torch_peer.py")
	if err != nil {
		return "", err
	}
	return folder, errors.Join(
		os.WriteFile(filepath.Join(folder, "torch_peer.py"), program, 0o600),
		os.WriteFile(filepath.Join(folder, "samples"), pixels, 0o600))
}
