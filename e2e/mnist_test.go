//go:build e2e && mnist

package e2e

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// mnistFiles returns MNIST's four files, under the names they are published by.
func mnistFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(os.Getenv("MNIST_DIR"), "*-ubyte*"))
	if err != nil || len(files) != 4 {
		t.Fatalf("MNIST_DIR=%s holds %d files of MNIST, want 4 (%v)", os.Getenv("MNIST_DIR"), len(files), err)
	}
	return files
}

func TestMNISTFromTheFilePickerIsLearnt(t *testing.T) {
	l := openLab(t, "/train")
	l.must(l.Upload(browser.Hook("dataset-file"), mnistFiles(t)...))
	learnMNIST(l)
}

func TestMNISTDroppedOnThePageIsLearnt(t *testing.T) {
	l := openLab(t, "/ko/train")
	drop(l, browser.Hook("lab"), mnistFiles(t))
	learnMNIST(l)
}

func learnMNIST(l lab) {
	l.t.Helper()
	l.wait(settle, browser.First(browser.Hook("dataset"))+`.value === "files"`)
	l.waitState("idle", "paused")
	l.click("train-start")
	l.waitAccuracy(60*time.Second, 95)
	l.click("train-pause")
	l.waitState("paused")
}

// drop lets files fall on the first element that a selector names, in the three
// events that a mouse would cause.
func drop(l lab, selector string, files []string) {
	l.t.Helper()
	type file struct{ Name, Data string }
	var dropped []file
	for _, f := range files {
		content, err := os.ReadFile(f)
		l.must(err)
		dropped = append(dropped, file{filepath.Base(f), base64.StdEncoding.EncodeToString(content)})
	}
	list, err := json.Marshal(dropped)
	l.must(err)
	l.must(l.Do(fmt.Sprintf(`(() => {
		const transfer = new DataTransfer();
		for (const f of %s) {
			transfer.items.add(new File([Uint8Array.from(atob(f.Data), (c) => c.charCodeAt(0))], f.Name));
		}
		const target = %s;
		for (const type of ["dragenter", "dragover", "drop"]) {
			target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
		}
	})()`, list, browser.First(selector))))
}
