//go:build e2e

package e2e

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"stridelab/e2e/browser"
)

// idxImages returns an IDX file of n images of 28×28.
func idxImages(n int) []byte {
	file := binary.BigEndian.AppendUint32(nil, 0x00000803)
	for _, size := range []uint32{uint32(n), 28, 28} {
		file = binary.BigEndian.AppendUint32(file, size)
	}
	return append(file, make([]byte, n*28*28)...)
}

// idxLabels returns an IDX file of n labels.
func idxLabels(n int) []byte {
	file := binary.BigEndian.AppendUint32(nil, 0x00000801)
	file = binary.BigEndian.AppendUint32(file, uint32(n))
	for i := range n {
		file = append(file, byte(i%10))
	}
	return file
}

func TestFilesThatCannotBeReadAreRefusedAndChangeNothing(t *testing.T) {
	t.Parallel()
	sets := []struct {
		name  string
		files map[string][]byte
	}{
		{"broken", map[string][]byte{
			"train-images-idx3-ubyte": []byte("<html>404 not found</html>, said the mirror"),
			"train-labels-idx1-ubyte": idxLabels(20),
		}},
		{"truncated", map[string][]byte{
			"train-images-idx3-ubyte": idxImages(20)[:5000],
			"train-labels-idx1-ubyte": idxLabels(20),
		}},
		{"mismatched", map[string][]byte{
			"train-images-idx3-ubyte": idxImages(20),
			"train-labels-idx1-ubyte": idxLabels(21),
		}},
	}
	server, chromium := startServer(t), launch(t)
	for prefix, language := range languages() {
		t.Run(language, func(t *testing.T) {
			l := lab{open(t, chromium, server.URL, browser.Options{})}
			l.visit(inLanguage(prefix, "/train"))
			l.waitState("idle")
			for n := 1; n <= 2; n++ {
				l.oneStep(n)
			}
			for _, set := range sets {
				t.Run(language+" "+set.name, func(t *testing.T) {
					checkRefused(lab{tab{l.Tab, t}}, language, set.files)
				})
			}
		})
	}
}

// checkRefused uploads files, checks the sentence that refuses them, and checks that
// nothing else has changed.
func checkRefused(l lab, language string, files map[string][]byte) {
	dir := l.t.TempDir()
	var paths []string
	for name, content := range files {
		path := filepath.Join(dir, name)
		l.must(os.WriteFile(path, content, 0o644))
		paths = append(paths, path)
	}
	dataset, state, step, loss, losses := l.dataset(), l.state(), l.step(), l.text("loss"), l.losses()
	sentence := browser.First(browser.Hook("error"))
	before := ""
	if eval[bool](l.tab, "!!"+sentence) {
		before = l.text("error")
	}

	l.must(l.Upload(browser.Hook("dataset-file"), paths...))
	l.wait(settle, `!!`+sentence+` && `+sentence+`.textContent.trim() !== "" && `+sentence+`.textContent.trim() !== `+strconv.Quote(before))
	l.waitState(state)

	said := l.text("error")
	l.t.Log(said)
	if len(strings.Fields(said)) < 4 || !strings.HasSuffix(strings.TrimRight(said, "×✕ "), ".") {
		l.t.Errorf("got %q, want a sentence", said)
	}
	if korean := strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }); korean != (language == "ko") {
		l.t.Errorf("got %q, want it in the language %q", said, language)
	}
	if got := l.dataset(); got != dataset {
		l.t.Errorf("dataset: got %q, want %q as before", got, dataset)
	}
	if got := l.step(); got != step {
		l.t.Errorf("step: got %d, want %d as before", got, step)
	}
	if got := l.text("loss"); got != loss {
		l.t.Errorf("loss: got %q, want %q as before", got, loss)
	}
	if got := l.losses(); len(got) != len(losses) {
		l.t.Errorf("losses: got those of %d steps, want %d as before", len(got), len(losses))
	}
	l.oneStep(step + 1)
}
