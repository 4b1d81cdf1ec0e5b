//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stridelab/e2e/browser"
)

// waitGone waits until no element has a hook.
func (l lab) waitGone(hook string) {
	l.t.Helper()
	l.wait(settle, `!`+browser.First(browser.Hook(hook)))
}

// stillTrained fails the test unless the run is paused at a step and has the same losses as before.
func (l lab) stillTrained(step int, losses map[int]string) {
	l.t.Helper()
	l.waitState("paused")
	got := l.losses()
	if l.step() != step || len(got) != len(losses) || got[step] != losses[step] || got[step] == "" {
		l.t.Fatalf("step %d with losses %v, want step %d with %v", l.step(), got, step, losses)
	}
}

func TestFilesOverARunOnFilesAskFirst(t *testing.T) {
	t.Parallel()
	for prefix, language := range languages() {
		l := lab{openPage(t, inLanguage(prefix, "/train"), browser.Options{})}
		l.waitState("idle")
		first, second := classFiles(t, t.TempDir(), 240, 10), classFiles(t, t.TempDir(), 120, 12)
		drop(l, browser.Hook("lab"), first)
		l.waitDataset("files")
		l.waitState("idle")
		for n := 1; n <= 3; n++ {
			l.oneStep(n)
		}
		losses := l.losses()
		said := map[string]string{"en": "discards 3 steps", "ko": "훈련한 스텝 3개가 사라집니다"}[language]

		// Dropped and chosen files alike ask first, and the run can be kept.
		for what, offer := range map[string]func(){
			"dropped": func() { drop(l, browser.Hook("lab"), second) },
			"chosen":  func() { l.must(l.Upload(browser.Hook("dataset-file"), second...)) },
		} {
			offer()
			l.waitNotice("pending-lost", said)
			l.stillTrained(3, losses)
			l.click("pending-keep")
			l.waitGone("pending")
			l.wait(settle, fmt.Sprintf(`%s?.dataset.size === "10"`, browser.First(`[data-layer="Softmax"]`)))
			l.stillTrained(3, losses)
			t.Log(language, what)
		}
		// The run continues on its own files, although the worker has read the others.
		l.oneStep(4)
		l.reset()
		l.oneStep(1)
		if got := l.losses()[1]; got != losses[1] {
			t.Errorf("%s: replayed, the first loss is %q, want %q", language, got, losses[1])
		}
		// A new run with another seed uses the kept files. The other files are used once confirmed.
		l.enter("#seed", "change", "7")
		l.click("pending-apply")
		l.waitOutputs(10)
		l.oneStep(1)
		drop(l, browser.Hook("lab"), second)
		l.click("pending-apply")
		l.waitOutputs(12)
		l.oneStep(1)
	}
}

func TestEveryWayToLoseARunAsks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	classFiles(t, filepath.Join(dir, "ten"), 120, 10)
	server := startServer(t, "-data", dir)
	l := lab{open(t, launch(t), server.URL, browser.Options{})}
	l.visit("/train")
	l.waitState("idle")
	drop(l, browser.Hook("lab"), classFiles(t, t.TempDir(), 120, 5))
	l.waitDataset("files")
	l.waitState("idle")
	l.oneStep(1)
	l.oneStep(2)
	losses := l.losses()
	for _, way := range []struct {
		what string
		act  func()
		keep string // the hook of the button that keeps the run
	}{
		{"built-in digits", func() { l.choose("digits-grey") }, "pending-keep"},
		{"a server's dataset", func() { l.choose("data:ten") }, "pending-keep"},
		{"a net", func() { l.enter("#network", "change", "gap") }, "pending-keep"},
		{"a seed", func() { l.enter("#seed", "change", "9") }, "pending-keep"},
		{"all settings", func() { l.click("reset-all") }, "pending-keep"},
		{"the button Reset", func() { l.click("train-reset") }, "ask-no"},
		{"the key R", func() { l.must(l.Do(`document.activeElement.blur()`)); l.must(l.Press("r")) }, "ask-no"},
		{"Train this", func() {
			l.leaveFor("/network", "network")
			l.click("train-this")
			l.waitLab("train")
		}, "pending-keep"},
	} {
		way.act()
		lost := strings.TrimSuffix(strings.TrimSuffix(way.keep, "-keep"), "-no") + "-lost"
		l.waitNotice(lost, "discards 2 steps")
		l.stillTrained(2, losses)
		l.click(way.keep)
		l.waitGone(lost)
		l.waitDataset("files")
		l.stillTrained(2, losses)
		t.Log(way.what)
	}
	// While the run goes on, the question shows the growing number of steps.
	l.click("train-start")
	l.waitStep(settle, 3)
	l.click("train-reset")
	l.waitNotice("ask-lost", "discards [0-9]")
	l.wait(settle, `Number(/discards ([\d,]+) steps/.exec(`+browser.First(browser.Hook("ask-lost"))+`.textContent)[1].replace(",", "")) >= 10`)
	if !eval[bool](l.tab, `document.activeElement.id === "ask-no"`) {
		t.Error("the focus is not on what keeps the run")
	}
	l.must(l.Press("\r"))
	l.waitGone("ask-lost")
	l.wait(settle, `document.activeElement.id === "train-reset"`)
	l.click("train-pause")
	l.waitState("paused")
	l.must(l.Do(`document.activeElement.blur()`))
	for range 2 {
		l.must(l.Press("r"))
	}
	l.wait(settle, root()+`.dataset.state === "idle" && `+root()+`.dataset.step === "0"`)
}

func TestRefusalIsThereUntilItIsRead(t *testing.T) {
	t.Parallel()
	for prefix, language := range languages() {
		l := lab{openPage(t, inLanguage(prefix, "/train"), browser.Options{})}
		l.waitState("idle")
		notes := filepath.Join(t.TempDir(), "notes.txt")
		l.must(os.WriteFile(notes, []byte("These are no images at all."), 0o600))
		drop(l, browser.Hook("lab"), []string{notes})
		still := map[string]string{"en": "notes.txt.*Training still uses: Built-in digits, colour", "ko": "notes.txt.*내장 숫자, 컬러"}[language]
		l.waitNotice("error", still)
		l.click("train-start")
		l.waitStep(settle, 1)
		l.click("train-pause")
		l.waitState("paused")
		l.waitNotice("error", still)
		l.leaveFor(inLanguage(prefix, "/pool"), "pool")
		l.leaveFor(inLanguage(prefix, "/train"), "train")
		l.waitNotice("error", still)
		l.click("refusal-close")
		l.waitGone("error")

		drop(l, browser.Hook("lab"), []string{notes})
		l.waitNotice("error", still)
		drop(l, browser.Hook("lab"), classFiles(t, t.TempDir(), 60, 3))
		l.waitGone("error")
		l.click("pending-apply")
		l.waitOutputs(3)
		// If the run is on files, the refusal names them.
		drop(l, browser.Hook("lab"), []string{notes})
		l.waitNotice("error", "notes.txt.*images-idx3-ubyte, labels-idx1-ubyte")
		l.oneStep(1)
		l.waitNotice("error", "notes.txt.*images-idx3-ubyte, labels-idx1-ubyte")
	}
}

func TestQuestionsAndRefusalAreAccessible(t *testing.T) {
	t.Parallel()
	l := openLab(t, "/train")
	l.oneStep(1)
	notes := filepath.Join(t.TempDir(), "notes.txt")
	l.must(os.WriteFile(notes, []byte("These are no images at all."), 0o600))
	drop(l, browser.Hook("lab"), []string{notes})
	l.waitNotice("error", "notes.txt")
	l.choose("digits-grey")
	l.waitNotice("pending-lost", "1 step of")
	l.click("train-reset")
	l.waitNotice("ask-lost", "1 step of")
	auditLooks(l.tab)
}

// The question about dropped files comes into view, on a phone and on a scrolled page too.
func TestQuestionAboutDroppedFilesComesIntoView(t *testing.T) {
	t.Parallel()
	for _, o := range []browser.Options{{Width: 390, Height: 844}, {Width: 1366, Height: 650}} {
		t.Run(fmt.Sprint(o.Width), func(t *testing.T) {
			l := lab{openPage(t, "/train", o)}
			l.waitState("idle")
			l.oneStep(1)
			l.must(l.Do(`scrollTo(0, document.body.scrollHeight)`))
			drop(l, browser.Hook("lab"), digitFiles(t))
			l.waitNotice("pending-lost", "1 step of")
			l.wait(settle, `document.activeElement.id === "pending-keep" && ["pending-apply", "pending-keep", "pending-lost"].every((id) => {
				const r = document.getElementById(id).getBoundingClientRect();
				return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight;
			})`)
		})
	}
}
