//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// serveDigits starts a server that offers some digits in MNIST's format, and opens the lab on it.
func serveDigits(t *testing.T, path string) (l lab, server *browser.Server, dir string) {
	t.Helper()
	dir = t.TempDir()
	moveFiles(t, digitFiles(t), filepath.Join(dir, "my digits"))
	server = startServer(t, "-data", dir)
	l = lab{open(t, launch(t), server.URL, browser.Options{})}
	l.visit(path)
	l.waitState("idle")
	return l, server, dir
}

// moveFiles moves files into a folder.
func moveFiles(t *testing.T, files []string, folder string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if err := os.Rename(file, filepath.Join(folder, filepath.Base(file))); err != nil {
			t.Fatal(err)
		}
	}
}

const (
	servedDigits  = "data:my digits"
	absentDataset = "data:no such"
)

// optionText waits until the list of datasets has an option, and returns its text.
func (l lab) optionText(value string) string {
	l.t.Helper()
	option := browser.First(browser.Hook("dataset") + ` option[value=` + strconv.Quote(value) + `]`)
	l.wait(settle, `!!`+option)
	return eval[string](l.tab, option+`.textContent`)
}

// choose chooses a dataset from the list.
func (l lab) choose(value string) {
	l.t.Helper()
	l.enter(browser.Hook("dataset"), "change", value)
}

// waitDataset waits until a dataset is the chosen one.
func (l lab) waitDataset(value string) {
	l.t.Helper()
	l.wait(settle, browser.First(browser.Hook("dataset"))+`.value === `+strconv.Quote(value))
}

func TestServersDatasetIsChosenByKeyboardAndALinkBringsItBack(t *testing.T) {
	t.Parallel()
	l, server, _ := serveDigits(t, "/train?v=1&seed=5")
	if got, want := l.optionText(servedDigits), "On this server: my digits (4 files, 145 kB)"; got != want {
		t.Errorf("the list says %q, want %q", got, want)
	}
	l.must(l.Do(browser.First(browser.Hook("dataset")) + `.focus()`))
	l.must(l.Press("o")) // in a closed list the first letter of an option chooses it
	l.waitDataset(servedDigits)
	l.waitNotice("notice", "my digits.* 128 training and 16 test images")
	l.waitState("idle")
	for n := 1; n <= 3; n++ {
		l.oneStep(n)
	}
	losses := l.losses()
	link := eval[string](l.tab, `location.pathname + location.search`)
	if !strings.Contains(link, "data=data%3Amy+digits") {
		t.Errorf("the address is %q", link)
	}

	fresh := lab{open(t, launch(t), server.URL, browser.Options{})}
	fresh.visit(inLanguage("/ko", link))
	fresh.waitDataset(servedDigits)
	fresh.waitState("idle")
	for n := 1; n <= 3; n++ {
		fresh.oneStep(n)
	}
	for step, loss := range fresh.losses() {
		if loss != losses[step] || loss == "" {
			t.Errorf("step %d: the link's loss is %q, want %q", step, loss, losses[step])
		}
	}
	fresh.leaveFor("/ko/conv", "conv")
	fresh.leaveFor("/ko/train", "train")
	fresh.waitState("paused")
	fresh.oneStep(4)
	if got := fresh.dataset(); got != servedDigits {
		t.Errorf("after a visit to another lab the dataset is %q", got)
	}
}

func TestServersDatasetThatIsGoneIsToldAndChangesNothing(t *testing.T) {
	t.Parallel()
	for prefix, language := range languages() {
		t.Run(language, func(t *testing.T) {
			l, _, dir := serveDigits(t, inLanguage(prefix, "/train"))
			l.optionText(servedDigits)
			pattern := map[string]string{"en": "^The server has no dataset “my digits” now", "ko": "서버에는 “my digits” 데이터셋이 없습니다"}[language]
			labels := filepath.Join(dir, "my digits", "train-labels-idx1-ubyte")
			wrong := idxLabels(128)
			wrong[len(wrong)-1] = 200 // the server does not check labels
			l.must(os.WriteFile(labels, wrong, 0o600))
			l.choose(servedDigits)
			l.waitNotice("error", map[string]string{"en": "has a label 200", "ko": "레이블\\(200\\)"}[language])
			l.waitDataset("digits-colour")
			l.must(os.Remove(labels)) // images alone are no dataset
			l.choose(servedDigits)
			l.waitNotice("error", pattern)
			l.waitDataset("digits-colour")
			l.waitState("idle")
			l.oneStep(1)

			l.visit(inLanguage(prefix, "/train?data="+strings.ReplaceAll(absentDataset, " ", "+")+"&seed=8"))
			l.waitNotice("error", "no such")
			l.waitDataset("digits-colour")
			l.waitState("idle")
			if got := eval[string](l.tab, `location.search`); !strings.Contains(got, "data=digits-colour") || !strings.Contains(got, "seed=8") {
				t.Errorf("%s: the address says %q", language, got)
			}
			l.oneStep(1)
		})
	}
}

func TestServersDatasetAfterTheServerEndedIsTold(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	moveFiles(t, digitFiles(t), dir)
	server, err := browser.StartServer("-data", dir)
	if err != nil {
		t.Fatal(err)
	}
	l := lab{open(t, launch(t), server.URL, browser.Options{})}
	l.visit("/train")
	l.waitState("idle")
	if got, want := l.optionText("data:."), "On this server: the top folder (4 files, 145 kB)"; got != want {
		t.Errorf("the list says %q, want %q", got, want)
	}
	if err := server.Stop(); err != nil {
		t.Fatal(err)
	}
	l.choose("data:.")
	l.waitNotice("error", "^This server’s list of datasets could not be fetched")
	l.waitDataset("digits-colour")
	l.waitState("idle")
	l.oneStep(1)
	l.Forget() // Chromium logs each fetch that failed
}

func TestLinkWithAServersDatasetOpensTheDigitsWhereThereAreNone(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train?data=data%3Amnist&seed=8")
	l.waitNotice("notice", "“mnist”, which this server does not have")
	if got := l.dataset(); got != "digits-colour" {
		t.Errorf("the dataset is %q", got)
	}
	l.oneStep(1)
}

func TestServersDatasetThatNeverComesIsGivenUp(t *testing.T) {
	t.Parallel()
	for _, hung := range []string{"/data/index", "/data/my"} {
		t.Run(hung, func(t *testing.T) {
			l, _, _ := serveDigits(t, "/train")
			l.optionText(servedDigits)
			l.must(l.Do(`(() => {
				const fetch = window.unhung = window.fetch;
				window.fetch = (address, ...rest) => address.startsWith(` + strconv.Quote(hung) + `) ? new Promise(() => {}) : fetch(address, ...rest);
			})()`))
			l.choose(servedDigits)
			l.waitState("loading")
			l.wait(settle, `/^Fetching the files/.test(`+browser.First(browser.Hook("status"))+`.textContent)`)
			l.choose("digits-grey")
			l.waitState("idle")
			l.waitDataset("digits-grey")

			l.choose(servedDigits)
			l.waitState("loading")
			drop(l, browser.Hook("lab"), digitFiles(t))
			l.waitDataset("files")
			l.waitState("idle")

			// The learner's own files can be chosen again after the server's dataset.
			l.must(l.Do(`window.fetch = window.unhung`))
			for _, dataset := range []string{servedDigits, "files"} {
				l.choose(dataset)
				l.waitDataset(dataset)
				l.waitState("idle")
			}
			l.oneStep(1)
			if got := l.dataset(); got != "files" {
				t.Errorf("%s: the dataset is %q", hung, got)
			}
		})
	}
}
