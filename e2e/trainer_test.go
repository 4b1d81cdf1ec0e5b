//go:build e2e

package e2e

import (
	"encoding/base64"
	"fmt"
	"testing"
	"time"

	"stridelab/e2e/browser"
	"stridelab/train"
)

// A trainer is a worker on an otherwise idle page. Tests exchange messages with it as the lab does.
type trainer struct {
	tab
	last   train.Snapshot
	losses []train.Point
	tests  []train.Point
	faults []train.Fault
}

const trainerScript = `
window.inbox = [];
window.trainer = new Worker("/web/worker.js");
window.trainer.onmessage = ({ data }) => window.inbox.push([performance.now(), data]);
window.trainer.onerror = (e) => console.error(e.message);
window.tell = (text) => {
	const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
	window.trainer.postMessage(bytes, [bytes.buffer]);
	return performance.now();
};
window.take = () => window.inbox.splice(0).map(([at, data]) =>
	[String(at), typeof data === "string" ? "!" + data : btoa(Array.from(data, (b) => String.fromCharCode(b)).join(""))]);
true`

// startTrainer starts a worker in a page of the server and waits for its Hello.
func startTrainer(t *testing.T, chromium *browser.Chromium, server string) *trainer {
	t.Helper()
	tr := &trainer{tab: open(t, chromium, server, browser.Options{})}
	tr.visit("/")
	tr.must(tr.Do(trainerScript))
	ready := false
	tr.until(settle, "hello", func(m train.Message, _ float64) bool {
		_, hello := m.(train.Hello)
		ready = ready || hello
		return ready
	})
	return tr
}

// tell sends a message and returns the time of sending, in milliseconds of the page's clock.
func (tr *trainer) tell(m train.Message) float64 {
	tr.t.Helper()
	return eval[float64](tr.tab, fmt.Sprintf("tell(%q)", base64.StdEncoding.EncodeToString(m.Append(nil))))
}

// until reads the trainer's messages until done returns true. done gets each message with its time
// of arrival, in milliseconds of the page's clock.
func (tr *trainer) until(limit time.Duration, what string, done func(m train.Message, at float64) bool) {
	tr.t.Helper()
	for end := time.Now().Add(limit); ; time.Sleep(10 * time.Millisecond) {
		for _, entry := range eval[[][2]string](tr.tab, "take()") {
			b, err := base64.StdEncoding.DecodeString(entry[1])
			if err != nil {
				tr.t.Fatalf("the worker said %q", entry[1])
			}
			m, err := train.Decode(b)
			tr.must(err)
			var at float64
			fmt.Sscan(entry[0], &at)
			tr.record(m)
			if done(m, at) {
				return
			}
		}
		if time.Now().After(end) {
			tr.t.Fatalf("waited %v for %s: step %d, %d workers, %v, faults %v", limit, what, tr.last.Step, tr.last.Workers, tr.last.State, tr.faults)
		}
	}
}

// record keeps the latest snapshot, the points of its run, and all faults.
func (tr *trainer) record(m train.Message) {
	switch m := m.(type) {
	case train.Snapshot:
		if m.Run != tr.last.Run {
			tr.losses, tr.tests = nil, nil
		}
		tr.last = m
		tr.losses, tr.tests = append(tr.losses, m.LossPoints...), append(tr.tests, m.TestPoints...)
	case train.Fault:
		tr.faults = append(tr.faults, m)
	}
}

// untilSnapshot waits for a snapshot that a function accepts.
func (tr *trainer) untilSnapshot(limit time.Duration, what string, is func(train.Snapshot) bool) {
	tr.t.Helper()
	tr.until(limit, what, func(m train.Message, _ float64) bool {
		s, ok := m.(train.Snapshot)
		return ok && is(s)
	})
}

// configure starts a run with so many workers and waits until all of them take part.
func (tr *trainer) configure(workers int) {
	tr.t.Helper()
	cfg := train.DefaultConfig()
	cfg.Epochs, cfg.Workers = 0, workers
	tr.tell(train.Configure{Config: cfg})
	run := tr.last.Run
	tr.untilSnapshot(2*settle, fmt.Sprint(workers, " workers"), func(s train.Snapshot) bool {
		return s.Run > run && s.Workers == workers
	})
}
