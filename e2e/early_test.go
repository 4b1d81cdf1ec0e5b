//go:build e2e

package e2e

import (
	"testing"

	"stridelab/e2e/browser"

	"github.com/chromedp/chromedp/kb"
)

// openEarly opens a page whose program has not come. release lets it come.
func openEarly(t *testing.T, server *faultyServer, chromium *browser.Chromium, path string) (page tab, release func()) {
	t.Helper()
	release = server.hold("/web/app.wasm")
	page = open(t, chromium, server.URL, browser.Options{Alone: true, ReducedMotion: true})
	page.must(page.Load(path))
	page.wait(settle, `document.readyState !== "loading" && window.startProgram`)
	return page, release
}

// waiting is an expression for the number of controls that show that they wait.
const waiting = `document.querySelectorAll('[aria-busy="true"]').length`

// A page is slow to answer on a slow laptop. What is done meanwhile is done when it answers.
func TestWhatIsDoneBeforeThePageAnswersIsDone(t *testing.T) {
	t.Parallel()
	server, chromium := startFaulty(t), launch(t)
	for _, c := range []struct {
		what, path string
		act        func(page tab)
		waits      int    // so many controls show that they wait
		then       string // is true in the end
	}{
		{"two clicks on Step", "/conv?v=1&preset=sobel", func(page tab) {
			page.click("step-next")
			page.click("step-next")
		}, 1, `document.querySelector("#counter").textContent === "2 / 16"`},
		{"a key", "/ko/pool", func(page tab) {
			page.must(page.Press(kb.ArrowRight))
		}, 0, `document.querySelector("#counter").textContent === "1 / 4"`},
		{"a choice", "/conv?v=1&preset=sobel", func(page tab) {
			page.must(page.Do(`document.querySelectorAll("#padding input")[1].click()`))
		}, 1, `document.querySelectorAll("#padding input")[1].checked && location.search.includes("p=same")`},
		{"a number, typed", "/conv?v=1&preset=sobel", func(page tab) {
			page.must(page.Do(`(() => { const f = document.querySelector('` + browser.Hook("param-n") + `'); f.focus(); f.select(); })()`))
			page.must(page.Press("8"))
		}, 1, `document.activeElement.value === "8" && document.activeElement.dataset.test === "param-n" && location.search.includes("n=8")`},
		{"a choice from a list", "/network", func(page tab) {
			page.enter(`#preset`, "input", "vgg16")
		}, 1, `document.querySelector("#preset").value === "vgg16" && location.search.includes("vgg16")`},
		{"a button that cannot be used, then one that can", "/conv?v=1&preset=sobel", func(page tab) {
			page.must(page.Do(`document.querySelector('` + browser.Hook("undo") + `').click()`))
			page.click("step-next")
		}, 2, `document.querySelector("#counter").textContent === "1 / 16"`},
		{"help that is closed again, and a letter on a radio button", "/conv?v=1&preset=sobel", func(page tab) {
			page.must(page.Do(`document.querySelector('` + browser.Hook("key-help") + `').click()`))
			page.must(page.Do(`document.querySelector("#padding input").focus()`))
			page.must(page.Press(kb.Escape))
			page.must(page.Press("p"))
		}, 1, `document.documentElement.hasAttribute("data-projector") && !document.querySelector("dialog[open]")`},
		{"a picture", "/conv?v=1&preset=sobel", func(page tab) {
			page.must(page.Do(`(async () => {
				const canvas = new OffscreenCanvas(6, 6);
				canvas.getContext("2d").fillRect(0, 0, 3, 6);
				const files = new DataTransfer();
				files.items.add(new File([await canvas.convertToBlob()], "half.png", { type: "image/png" }));
				const input = document.querySelector('` + browser.Hook("input-file") + `');
				input.files = files.files;
				input.dispatchEvent(new Event("input", { bubbles: true }));
			})()`))
			page.wait(settle, waiting+` === 1`)
		}, 1, `location.search.includes("&x=")`},
		{"Start", "/ko/train", func(page tab) {
			page.must(page.Do(`document.getElementById("train-start").click()`))
		}, 1, `document.getElementById("train-lab").dataset.state === "running"`},
	} {
		t.Run(c.what, func(t *testing.T) {
			page, release := openEarly(t, server, chromium, c.path)
			if bar := eval[bool](page, `document.querySelector("#starting").checkVisibility() && document.querySelector("#starting").getBoundingClientRect().width > 300`); !bar {
				t.Error("no bar says that the page is loading")
			}
			c.act(page)
			if n := eval[int](page, waiting); n != c.waits {
				t.Errorf("%d controls show that they wait, want %d", n, c.waits)
			}
			release()
			page.wait(settle, `document.documentElement.hasAttribute("data-ready")`)
			page.wait(settle, c.then)
			page.wait(settle, waiting+` === 0 && !document.querySelector("#starting").checkVisibility()`)
		})
	}
}

// A link works without the program, and takes the state of the lab to the other language.
func TestLinksWorkBeforeThePageAnswers(t *testing.T) {
	t.Parallel()
	server, chromium := startFaulty(t), launch(t)
	page, release := openEarly(t, server, chromium, "/conv?v=1&preset=sobel")
	page.must(page.Do(`document.querySelector('[data-test="language"]').click()`))
	page.wait(settle, `location.pathname === "/ko/conv" && location.search === "?v=1&preset=sobel" && document.querySelector("main h1")`)
	release()
	page.wait(settle, `document.documentElement.hasAttribute("data-ready")`)
}

// The trainer takes longer than its page. Start, pressed in between, waits for it.
func TestStartWaitsForTheTrainer(t *testing.T) {
	t.Parallel()
	server, chromium := startFaulty(t), launch(t)
	come := server.hold("/web/worker.wasm")
	page := open(t, chromium, server.URL, browser.Options{Alone: true})
	page.visit("/train")
	page.click("train-start")
	page.wait(settle, `document.getElementById("train-start").getAttribute("aria-busy") === "true"`)
	come()
	page.wait(settle, `document.getElementById("train-lab").dataset.state === "running"`)
	page.wait(settle, waiting+` === 0`)
	page.must(page.Press(kb.Escape)) // nothing is left to be done
}
