//go:build e2e

package e2e

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"stridelab/e2e/browser"
	"stridelab/train"
)

// The workers behind this server end when they are told to, as they would of themselves:
// without a word to anybody.
const mortal = `
new BroadcastChannel("end").onmessage = ({ data }) => {
	if (data === "with an error" && self.name !== "peer") throw new Error("on purpose");
	if (data === (self.name === "peer" ? "peer" : "coordinator")) self.close();
};
`

// mortalServer serves the site with workers that can be ended.
func mortalServer(t *testing.T) string {
	t.Helper()
	target, err := url.Parse(startServer(t).URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			if r.In.URL.Path == "/web/worker.js" {
				r.Out.Header.Set("Accept-Encoding", "identity")
				r.Out.Header.Del("If-None-Match")
			}
		},
		ModifyResponse: func(answer *http.Response) error {
			if answer.Request.URL.Path != "/web/worker.js" {
				return nil
			}
			script, err := io.ReadAll(answer.Body)
			if err != nil {
				return err
			}
			script = append([]byte(mortal), script...)
			answer.Body = io.NopCloser(bytes.NewReader(script))
			answer.ContentLength = int64(len(script))
			answer.Header.Set("Content-Length", strconv.Itoa(len(script)))
			return nil
		},
	}
	server := httptest.NewServer(proxy)
	t.Cleanup(server.Close)
	return server.URL
}

// openMortal opens a page whose workers can be ended.
func openMortal(t *testing.T, path string) lab {
	t.Helper()
	l := lab{open(t, launch(t), mortalServer(t), browser.Options{})}
	l.visit(path)
	return l
}

// end has the page's workers of a kind, coordinator or peer, end without a word.
func (l lab) end(kind string) {
	l.t.Helper()
	l.must(l.Do(fmt.Sprintf(`new BroadcastChannel("end").postMessage(%q)`, kind)))
}

// anEpoch trains to the end of the epoch and returns what it came to.
func (l lab) anEpoch(during func()) (step int, losses map[int]string, crew string) {
	l.t.Helper()
	from := l.step()
	l.click("train-epoch")
	l.waitStep(settle, from+1)
	during()
	l.wait(5*time.Minute, root()+`.dataset.state === "paused"`)
	l.wait(settle, fmt.Sprintf(`/[0-9a-f]{16}$/.test(%s.textContent)`, browser.First(browser.Hook("crew"))))
	return l.step(), l.losses(), l.text("crew")
}

// The coordinator ends in the middle of a run, twice; the run is the very same.
func TestRunGoesOnWhenItsWorkerEndsWithoutAWord(t *testing.T) {
	t.Parallel()
	l := openMortal(t, "/train?v=1&seed=11")
	l.waitState("idle")
	step, losses, crew := l.anEpoch(func() {
		for _, at := range []int{15, 55} {
			l.waitStep(settle, at)
			l.end("coordinator")
			l.waitNotice("notice", "started again; the run goes on from step")
			l.click("notice-close")
			l.waitStep(settle, at+10)
		}
	})
	l.reset()
	wantStep, wantLosses, wantCrew := l.anEpoch(func() {})
	if step != wantStep || crew != wantCrew || !maps.Equal(losses, wantLosses) || len(losses) != 50 {
		t.Errorf("with deaths: step %d, %s, losses %v; without: step %d, %s, losses %v", step, crew, losses, wantStep, wantCrew, wantLosses)
	}
}

// What is pressed while there is no worker is done by the next one.
func TestWorkerThatEndsAtRestIsReplaced(t *testing.T) {
	t.Parallel()
	l := openMortal(t, "/train?v=1&seed=12")
	l.waitState("idle")
	l.oneStep(1)
	l.end("coordinator")
	l.oneStep(2)
	l.oneStep(3)
	got := l.losses()
	l.reset()
	for n := range 3 {
		l.oneStep(n + 1)
	}
	if want := l.losses(); !maps.Equal(got, want) || len(got) != 3 {
		t.Errorf("losses %v, without the death %v", got, want)
	}
}

// The learner's files are read again.
func TestRunOnFilesGoesOnWhenItsWorkerEnds(t *testing.T) {
	t.Parallel()
	l := openMortal(t, "/train")
	l.waitState("idle")
	dir := t.TempDir()
	var files []string
	for set, n := range map[string]int{"train": 200, "t10k": 100} {
		for name, content := range map[string][]byte{"images-idx3-ubyte": idxImages(n), "labels-idx1-ubyte": idxLabels(n)} {
			files = append(files, filepath.Join(dir, set+"-"+name))
			l.must(os.WriteFile(files[len(files)-1], content, 0o644))
		}
	}
	drop(l, browser.Hook("lab"), files)
	l.wait(settle, browser.First(browser.Hook("dataset"))+`.value === "files"`)
	l.waitState("idle")
	l.oneStep(1)
	l.end("coordinator")
	l.waitNotice("notice", "goes on from step 1")
	l.oneStep(2)
	got := l.losses()
	if l.dataset() != "files" {
		t.Errorf("the dataset is %q", l.dataset())
	}
	l.reset()
	l.oneStep(1)
	l.oneStep(2)
	if want := l.losses(); !maps.Equal(got, want) || len(got) != 2 {
		t.Errorf("losses %v, without the death %v", got, want)
	}
}

// A worker that cannot live ends in words, and with a button to start again.
func TestWorkerThatEndsAgainAndAgainIsGivenUp(t *testing.T) {
	t.Parallel()
	l := openMortal(t, "/train")
	l.waitState("idle")
	l.click("train-start")
	l.waitStep(settle, 5)
	// An error is noticed at once; how long silence is borne is tested without a browser.
	l.must(l.Do(`setInterval((c) => c.postMessage("with an error"), 50, new BroadcastChannel("end"))`))
	l.wait(settle, root()+`.dataset.state === "failed"`)
	l.waitNotice("error", "stopped unexpectedly")
	l.wait(settle, browser.First(browser.Hook("worker-restart")))
}

// Both workers of /invariance end while they count, and others count on.
func TestSweepGoesOnWhenItsWorkersEnd(t *testing.T) {
	t.Parallel()
	l := openMortal(t, "/invariance")
	count := func(during func()) string {
		t.Helper()
		l.click("sweep-start")
		during()
		l.wait(settle, browser.First(browser.Hook("sweep-start")))
		return l.text("sweep-result")
	}
	l.must(l.Do(browser.First(browser.Hook("samples-1000")) + ".click()"))
	got := count(func() {
		l.wait(settle, browser.First(browser.Hook("sweep-progress"))+`.value > 0.2`)
		l.end("coordinator")
		l.waitNotice("notice", "goes on with what it was computing")
	})
	if want := count(func() {}); got != want || got == "" {
		t.Errorf("counted %q, without the deaths %q", got, want)
	}
}

// Peers end, and the rounds that wait for them go on by themselves.
func TestPeersThatEndWithoutAWordAreReplaced(t *testing.T) {
	t.Parallel()
	const steps = 200
	tr := startTrainer(t, launch(t), mortalServer(t))
	tr.configure(1)
	tr.tell(train.Run{Steps: steps})
	tr.untilSnapshot(settle, "the run of one", paused)
	want := tr.last.Fingerprint
	tr.configure(2)
	tr.tell(train.Run{Steps: steps})
	tr.untilSnapshot(settle, "some steps", func(s train.Snapshot) bool { return s.Step >= 20 })
	tr.must(tr.Do(`new BroadcastChannel("end").postMessage("peer")`))
	alone := false
	tr.untilSnapshot(settle, "two workers again", func(s train.Snapshot) bool {
		alone = alone || s.Workers == 1
		return alone && s.Workers == 2 || paused(s)
	})
	if !alone {
		t.Error("the coordinator was never alone: the end was not noticed")
	}
	if tr.last.State != train.Paused {
		tr.untilSnapshot(settle, "the end of the run", paused)
	}
	if tr.last.Step != steps || tr.last.Fingerprint != want {
		t.Errorf("step %d, weights %016x; want step %d, %016x", tr.last.Step, tr.last.Fingerprint, steps, want)
	}
}
