//go:build e2e

package e2e

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/e2e/browser"
	"stridelab/nn"
	"stridelab/train"
)

// launchPortable starts a browser without WebAssembly SIMD.
func launchPortable(t *testing.T) *browser.Chromium {
	t.Helper()
	chromium, err := browser.LaunchWithoutSIMD()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(chromium.Close)
	return chromium
}

// waitHello starts another worker in a trainer's page and waits for its Hello.
func waitHello(tr *trainer) (said train.Hello) {
	tr.t.Helper()
	tr.must(tr.Do("window.trainer.terminate(); " + trainerScript))
	tr.until(settle, "hello", func(m train.Message, _ float64) bool {
		h, ok := m.(train.Hello)
		said = h
		return ok
	})
	return said
}

// A browser without SIMD runs other code and computes the same weights.
func TestBrowserWithoutSIMDTrainsTheSameWeights(t *testing.T) {
	t.Parallel()
	const steps = 16
	server := startServer(t).URL
	fast, slow := startTrainer(t, launch(t), server), startTrainer(t, launchPortable(t), server)
	for _, c := range []struct {
		tr   *trainer
		want train.Hello
	}{
		{fast, train.Hello{Version: train.MessageVersion, Accelerator: "wasm-simd", Program: "worker.wasm"}},
		{slow, train.Hello{Version: train.MessageVersion, Accelerator: "portable", Program: "worker-portable.wasm"}},
	} {
		if got := waitHello(c.tr); got != c.want {
			t.Errorf("the worker says %+v, want %+v", got, c.want)
		}
	}
	fast.configure(1)
	fast.tell(train.Run{Steps: steps})
	fast.untilSnapshot(time.Minute, "the run with SIMD", paused)
	want := fast.last.Fingerprint
	for n := 1; n <= 3; n++ {
		slow.configure(n)
		slow.tell(train.Run{Steps: steps})
		slow.untilSnapshot(time.Minute, "the run without SIMD", paused)
		if got := slow.last; got.Step != steps || got.Workers != n || got.Fingerprint != want {
			t.Errorf("%d workers without SIMD: weights %016x at step %d by %d; with SIMD %016x", n, got.Fingerprint, got.Step, got.Workers, want)
		}
	}
	slow.configure(2)
	pausesAtOnce(slow, 5)
}

// In such a browser the lab says that it is slower, and everything works.
func TestLabWithoutSIMDSaysSoAndTrains(t *testing.T) {
	t.Parallel()
	server := startServer(t).URL
	page := open(t, launchPortable(t), server, browser.Options{})
	page.visit("/train")
	l := lab{page}
	l.waitState("idle")
	if said := l.text("portable"); said == "" {
		t.Error("the lab does not say that it trains without SIMD")
	}
	if got := eval[string](page, `document.querySelector('[data-test="layer-row"][data-layer="CONV1"]').dataset.kernel`); got != string(nn.FusedMaxPool) {
		t.Errorf("the table says that CONV1 is computed as %q, want %q here too", got, nn.FusedMaxPool)
	}
	replaysTheSameLosses(l)
	l.click("train-start")
	l.waitAccuracy(50) // with SIMD other tests require 95
	l.click("train-pause")
	l.waitState("paused")

	drop(l, browser.Hook("lab"), digitFiles(t))
	l.wait(settle, browser.First(browser.Hook("dataset"))+`.value === "files"`)
	l.waitState("idle", "paused")
	l.oneStep(1)
}

// digitFiles writes some built-in digits in MNIST's format and under its file names. It returns the
// paths.
func digitFiles(t *testing.T) (names []string) {
	t.Helper()
	const samples, tests, edge = 128, 16, 32
	source := data.NewDigits(1, false)
	var images, labels []byte
	pixels := make([]float32, edge*edge)
	for i := range samples + tests {
		labels = append(labels, byte(source.TrainSample(i, pixels)))
		for _, v := range pixels {
			images = append(images, byte(255*v+0.5))
		}
	}
	write := func(name string, magic byte, dims []uint32, body []byte) {
		b := []byte{0, 0, 8, magic}
		for _, d := range dims {
			b = binary.BigEndian.AppendUint32(b, d)
		}
		name = filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(name, append(b, body...), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	const cut = samples * edge * edge
	write("train-images-idx3-ubyte", 3, []uint32{samples, edge, edge}, images[:cut])
	write("train-labels-idx1-ubyte", 1, []uint32{samples}, labels[:samples])
	write("t10k-images-idx3-ubyte", 3, []uint32{tests, edge, edge}, images[cut:])
	write("t10k-labels-idx1-ubyte", 1, []uint32{tests}, labels[samples:])
	return names
}
