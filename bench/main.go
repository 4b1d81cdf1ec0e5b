//go:build e2e

package main

import (
	_ "embed"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"time"

	"stridelab/data"
	"stridelab/e2e/browser"
	"stridelab/nn"
	"stridelab/train"
)

//go:embed convnetjs.js
var convnetWorker []byte

// wanted is how many times ConvNetJS's rate the page must reach.
const wanted = 8

func main() {
	rounds := flag.Int("rounds", 3, "how often each is measured")
	length := flag.Duration("length", 5*time.Second, "how long each time")
	flag.Parse()
	if err := compare(*rounds, *length); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// compare measures all three in turn, so that a machine that slows down slows
// down all of them, and prints the medians.
func compare(rounds int, length time.Duration) error {
	chromium, err := browser.Launch()
	if err != nil {
		return err
	}
	defer chromium.Close()
	page, stopPage, err := openLab(chromium)
	if err != nil {
		return err
	}
	defer stopPage()
	peer, stopPeer, err := openPeer(chromium)
	if err != nil {
		return err
	}
	defer stopPeer()

	contestants := []struct {
		name    string
		measure func() (float64, error)
		rates   []float64
	}{
		{name: "Stridelab in Chromium, one worker", measure: func() (float64, error) { return trainLab(page, length) }},
		{name: "ConvNetJS 0.3.0 in Chromium, one worker", measure: func() (float64, error) {
			return browser.Eval[float64](peer, fmt.Sprintf("rate(%d)", length.Milliseconds()))
		}},
		{name: "Stridelab natively, one core", measure: func() (float64, error) { return trainNatively(length) }},
	}
	for range rounds {
		for i := range contestants {
			rate, err := contestants[i].measure()
			if err != nil {
				return fmt.Errorf("%s: %w", contestants[i].name, err)
			}
			contestants[i].rates = append(contestants[i].rates, rate)
		}
	}

	fmt.Printf("training, samples a second, medians of %d rounds of %v\n", rounds, length)
	medians := make([]float64, len(contestants))
	for i, c := range contestants {
		slices.Sort(c.rates)
		medians[i] = c.rates[len(c.rates)/2]
		fmt.Printf("  %-40s %8.0f   (%.0f to %.0f)\n", c.name, medians[i], c.rates[0], c.rates[len(c.rates)-1])
	}
	ratio := medians[0] / medians[1]
	fmt.Printf("  %-40s %8.1f\n", "the page against ConvNetJS", ratio)
	if ratio < wanted {
		return fmt.Errorf("the page trains %.1f times as fast as ConvNetJS; %d times is asked for", ratio, wanted)
	}
	return nil
}

// openLab opens the training lab with settings that ConvNetJS has too.
func openLab(chromium *browser.Chromium) (*browser.Tab, func(), error) {
	server, err := browser.StartServer()
	if err != nil {
		return nil, nil, err
	}
	stop := func() { server.Stop() }
	tab, err := chromium.Open(server.URL, browser.Options{})
	if err == nil {
		err = tab.Goto("/train?v=1&opt=momentum&lr=0.01")
	}
	if err == nil {
		err = tab.Wait(30*time.Second, browser.First(browser.Hook("lab"))+`.dataset.state === "idle"`)
	}
	if err != nil {
		stop()
		return nil, nil, err
	}
	return tab, stop, nil
}

// trainLab lets the lab train and returns how many samples a second its step
// counter tells of, tests of accuracy in between included.
func trainLab(tab *browser.Tab, length time.Duration) (float64, error) {
	if err := tab.Click(browser.Hook("train-start")); err != nil {
		return 0, err
	}
	rate, err := browser.Eval[float64](tab, fmt.Sprintf(`(async () => {
		const lab = %s;
		const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
		const ticked = async () => { // the moment at which the counter moves on
			const step = lab.dataset.step;
			while (lab.dataset.step === step) await after(1);
			return { time: performance.now(), step: Number(lab.dataset.step) };
		};
		await after(1000);
		const begin = await ticked();
		await after(%d);
		const end = await ticked();
		return 64 * 1000 * (end.step - begin.step) / (end.time - begin.time);
	})()`, browser.First(browser.Hook("lab")), length.Milliseconds()))
	if err != nil {
		return 0, err
	}
	if err := tab.Click(browser.Hook("train-pause")); err != nil {
		return 0, err
	}
	return rate, tab.Wait(30*time.Second, browser.First(browser.Hook("lab"))+`.dataset.state === "paused"`)
}

// openPeer opens a page that trains ConvNetJS in a worker.
func openPeer(chromium *browser.Chromium) (*browser.Tab, func(), error) {
	root, err := browser.Root()
	if err != nil {
		return nil, nil, err
	}
	library := filepath.Join(root, "bench", "node_modules", "convnetjs", "build", "convnet.js")
	if _, err := os.Stat(library); err != nil {
		return nil, nil, fmt.Errorf("ConvNetJS is not installed: run make bench (%w)", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/convnet.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, library) })
	mux.HandleFunc("/worker.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(convnetWorker)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><html data-ready><title>ConvNetJS</title><script>
			const worker = new Worker("/worker.js");
			const rate = (ms) => new Promise((resolve, reject) => {
				worker.onmessage = (e) => resolve(e.data);
				worker.onerror = (e) => reject(new Error(e.message));
				worker.postMessage(ms);
			});
		</script></html>`)
	})
	server := httptest.NewServer(mux)
	tab, err := chromium.Open(server.URL, browser.Options{})
	if err == nil {
		err = tab.Goto("/")
	}
	if err != nil {
		server.Close()
		return nil, nil, err
	}
	return tab, server.Close, nil
}

// trainNatively trains the same run in this process.
func trainNatively(length time.Duration) (float64, error) {
	nn.Accelerate()
	config := train.DefaultConfig()
	config.Epochs = 0
	session, err := train.NewSession(config, data.NewDigits(config.Seed, true))
	if err != nil {
		return 0, err
	}
	session.Run(0)
	begin := time.Now()
	for session.Running() && time.Since(begin) < length {
		session.Advance(func() bool { return time.Since(begin) < length })
	}
	return float64(session.Seen()) / time.Since(begin).Seconds(), session.Err()
}
