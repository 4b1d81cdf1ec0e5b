//go:build e2e

package e2e

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// classFiles writes IDX files of n images of 28×28 pixels. Each class has its own bright row. It
// returns the paths.
func classFiles(t *testing.T, dir string, n, classes int) []string {
	t.Helper()
	images := idxImages(n)
	labels := binary.BigEndian.AppendUint32(nil, 0x00000801)
	labels = binary.BigEndian.AppendUint32(labels, uint32(n))
	for i := range n {
		class := i % classes
		labels = append(labels, byte(class))
		for x := range 28 {
			images[16+i*28*28+class%28*28+x] = 200
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	names := []string{filepath.Join(dir, "images-idx3-ubyte"), filepath.Join(dir, "labels-idx1-ubyte")}
	for i, content := range [][]byte{images, labels} {
		if err := os.WriteFile(names[i], content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// waitOutputs waits until the last layer has so many classes and the run is at step 0.
func (l lab) waitOutputs(classes int) {
	l.t.Helper()
	l.wait(settle, fmt.Sprintf(`%s?.dataset.size === "%d" && %s.dataset.state === "idle"`,
		browser.First(`[data-layer="Softmax"]`), classes, root()))
}

// trainsOn drops files of so many classes on the lab and trains a step on them. discard confirms
// that the present run, which has trained, is discarded.
func (l lab) trainsOn(classes int, discard bool) {
	l.t.Helper()
	drop(l, browser.Hook("lab"), classFiles(l.t, l.t.TempDir(), 240, classes))
	if discard {
		l.click("pending-apply")
	}
	l.waitOutputs(classes)
	l.oneStep(1)
	// The label and the predicted class of the sample are classes of the data.
	l.wait(settle, fmt.Sprintf(`(([, label, read]) => Number(label) < %d && Number(read) < %d)(/Label (\d+), read as (\d+) /.exec(%s.textContent))`,
		classes, classes, browser.First(browser.Hook("sample-text"))))
}

func TestOutputsFollowTheFiles(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train?v=1&seed=5")
	l.trainsOn(21, false)
	address := eval[string](l.tab, `location.search`)
	l.trainsOn(1, true)
	l.wait(settle, `/All of them are of class 0:/.test(`+root()+`.textContent)`)
	if got := l.text("loss"); !strings.HasPrefix(got, "0.000") {
		t.Errorf("the loss of one class is %q", got)
	}
	l.trainsOn(10, true)
	l.trainsOn(62, true)
	if got := eval[string](l.tab, `location.search`); got != address || !strings.Contains(got, "data=files") || !strings.Contains(got, "seed=5") {
		t.Errorf("the address is %q, it was %q", got, address)
	}
	l.choose("digits-colour")
	l.click("pending-apply")
	l.waitOutputs(10)
	l.oneStep(1)
	if got := l.dataset(); got != "digits-colour" {
		t.Errorf("the dataset is %q", got)
	}
}

// If the classes change, the drawing is classified again as one of the new ones.
func TestDrawingIsReadAsAClassOfTheData(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/ko/train")
	middle, err := l.Spot(browser.Hook("draw-pad"))
	l.must(err)
	l.must(l.Drag(browser.Spot{X: middle.X, Y: middle.Y - 40}, middle))
	guess := browser.First(browser.Hook("prediction")) + `.textContent`
	l.wait(settle, `/^\d$/.test(`+guess+`)`)
	drop(l, browser.Hook("lab"), classFiles(t, t.TempDir(), 60, 1))
	l.waitOutputs(1)
	l.wait(settle, guess+` === "0" && /99\.9/.test(document.getElementById("pad-sure").textContent)`)
	drop(l, browser.Hook("lab"), classFiles(t, t.TempDir(), 60, 30))
	l.waitOutputs(30)
	l.wait(settle, `Number(`+guess+`) < 30 && !/99\.9/.test(document.getElementById("pad-sure").textContent)`)
}

func TestOutputsFollowTheServersData(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, classes := range map[string]int{"letters": 26, "alone": 1, "ten": 10} {
		classFiles(t, filepath.Join(dir, name), 120, classes)
	}
	server := startServer(t, "-data", dir)
	l := lab{open(t, launch(t), server.URL, browser.Options{})}
	l.visit("/train?data=data:letters")
	l.waitOutputs(26)
	l.oneStep(1)
	for _, next := range []struct {
		dataset string
		classes int
	}{{"data:alone", 1}, {"data:ten", 10}, {"data:letters", 26}, {"digits-grey", 10}} {
		l.choose(next.dataset)
		l.click("pending-apply")
		l.waitDataset(next.dataset)
		l.waitOutputs(next.classes)
		l.oneStep(1)
	}
}

// A run on data with 21 classes trains another network than the one that /network shows.
func TestWeightsOfOtherClassesAreNoNetOfTen(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.trainsOn(21, false)
	l.leaveFor("/network", "network")
	// The weights of this visit are of a network with 21 classes.
	netLab{l.tab}.waitWeights("shipped")
	l.click("train-this")
	l.waitLab("train")
	l.waitNotice("pending-lost", "1 step of")
	l.click("pending-apply")
	l.waitOutputs(10)
	l.oneStep(1)
}
