//go:build e2e

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// peers measures Stridelab beside its peers on all nets and writes the tables to
// bench/RESULTS.md. Unless only is empty, it takes the nets with only in their name, and unless who
// is, the contestants with one of its keys, which commas part. Then it writes no file.
func peers(log io.Writer, server *Server, root, only, who string, rounds int, length time.Duration) error {
	begun, load := time.Now(), loadAverage()
	nets, err := nets()
	if err != nil {
		return err
	}
	nets = slices.DeleteFunc(nets, func(n Net) bool { return !strings.Contains(n.Name, only) })
	if len(nets) == 0 {
		return fmt.Errorf("no net has %q in its name", only)
	}
	entries, versions, end := contestants(server, root)
	defer end()
	if keys := strings.Split(who, ","); who != "" {
		entries = slices.DeleteFunc(entries, func(e Entry) bool { return !slices.Contains(keys, e.Key) })
	}
	if len(entries) == 0 {
		return fmt.Errorf("no contestant has one of the keys %s: see contestants in bench/peers.go", who)
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
	if slices.ContainsFunc(nets, Net.isDemo) {
		if r.demo, err = demoTimes(log, entries, length); err != nil {
			return err
		}
	}
	r.machine, r.busy = machine(load, versions), busy(load)
	r.took = time.Since(begun)
	text := r.text()
	fmt.Fprintf(log, "\n%s\n", text)
	if who != "" { // the ratios lack others
		return nil
	}
	if only != "" {
		return r.check()
	}
	name := filepath.Join(root, "bench", "RESULTS.md")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(log, "written to", name)
	return r.check()
}

// contestants are all entries of the table, the versions of the browsers, and a function that ends
// the browsers that the server does not end. An entry that cannot be started is absent.
func contestants(server *Server, root string) (entries []Entry, versions []string, end func()) {
	add := func(name, key string, c Contestant) { entries = append(entries, Entry{name, key, c}) }
	trainer := func(b *Browser, err error, workers int) Contestant {
		if err != nil {
			return absent{err}
		}
		return &Trainer{browser: b, id: fmt.Sprintf("trainer-%d", workers), workers: workers, samples: server.Samples}
	}
	script := func(b *Browser, err error, script string, options map[string]any) Contestant {
		if err != nil {
			return absent{err}
		}
		return &scripted{browser: b, id: fmt.Sprint(script, options), script: script, options: options}
	}
	chromium, noChromium := startChromium(server, "chromium", noGPU)
	firefox, noFirefox := startFirefox(server, "firefox")
	webgl, noWebGL := startChromium(server, "webgl", softwareGPU)

	add("Stridelab, Chromium, 1 worker", "here1", trainer(chromium, noChromium, 1))
	add("Stridelab, Chromium, 2 workers", "here2", trainer(chromium, noChromium, 2))
	add("Stridelab, Firefox, 1 worker", "firefox", trainer(firefox, noFirefox, 1))
	add("Stridelab, Firefox, 2 workers", "firefox", trainer(firefox, noFirefox, 2))
	end = func() {}
	page, endPage, noPage := newLivePage()
	if noPage == nil {
		end = endPage
		add(pageName, "page", page)
	} else {
		add(pageName, "page", absent{noPage})
	}
	add("ConvNetJS 0.3.0, Chromium", "convnetjs", script(chromium, noChromium, "convnetjs.js", nil))
	for _, backend := range []string{"cpu", "wasm"} {
		add("tfjs 4.22.0 "+backend+", Chromium", "tfjs", script(chromium, noChromium, "tfjs.js", map[string]any{"backend": backend}))
	}
	add("tfjs 4.22.0 webgl, Chromium's software GPU", "tfjs", script(webgl, noWebGL, "tfjs.js", map[string]any{"backend": "webgl"}))
	add("jax-js 0.1.25 wasm, Chromium", "jaxjs", script(chromium, noChromium, "jaxjs.js", nil))
	blas := filepath.Join(root, ".cache", "openblas", "lib") // see install.sh
	_, noBLAS := os.Stat(filepath.Join(blas, "libblas.so.3"))
	for _, threads := range []int{1, 2} {
		add("PyTorch as Debian has it, native, "+count(threads, "thread"), "torch", &torch{threads: threads, folder: server.Folder})
	}
	for _, threads := range []int{1, 2} {
		c := Contestant(&torch{threads: threads, folder: server.Folder, blas: blas})
		if noBLAS != nil {
			c = absent{errors.New("OpenBLAS could not be fetched")}
		}
		add("PyTorch with OpenBLAS, native, "+count(threads, "thread"), "openblas", c)
	}
	for _, b := range []*Browser{chromium, firefox} {
		if b != nil {
			versions = append(versions, b.Version)
		}
	}
	return entries, versions, end
}

// pageName is the entry of /train.
const pageName = "the page: /train, Chromium, every live view on"

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
