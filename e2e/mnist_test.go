//go:build e2e && mnist

package e2e

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"stridelab/e2e/browser"
)

// mnistFiles returns the paths of MNIST's four files.
func mnistFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(os.Getenv("MNIST_DIR"), "*-ubyte*"))
	if err != nil || len(files) != 4 {
		t.Fatalf("MNIST_DIR=%s holds %d files of MNIST, want 4 (%v)", os.Getenv("MNIST_DIR"), len(files), err)
	}
	return files
}

func TestMNISTFromTheFilePickerIsLearnt(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.must(l.Upload(browser.Hook("dataset-file"), mnistFiles(t)...))
	learnMNIST(l)
}

func TestMNISTFromTheServerIsLearnt(t *testing.T) {
	t.Parallel()
	server := startServer(t, "-data", filepath.Dir(mnistFiles(t)[0]))
	l := lab{open(t, launch(t), server.URL, browser.Options{})}
	l.visit("/train?data=data:.")
	learn(l, "data:.")
}

func TestMNISTDroppedOnThePageIsLearnt(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/ko/train")
	drop(l, browser.Hook("lab"), mnistFiles(t))
	learnMNIST(l)
}

func learnMNIST(l lab) { l.t.Helper(); learn(l, "files") }

// learn waits until a dataset is read and trains on it.
func learn(l lab, dataset string) {
	l.t.Helper()
	l.wait(settle, browser.First(browser.Hook("dataset"))+`.value === `+strconv.Quote(dataset))
	l.waitState("idle", "paused")
	l.click("train-start")
	l.waitAccuracy(95)
	l.click("train-pause")
	l.waitState("paused")
}
