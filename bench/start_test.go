//go:build e2e

package main

import (
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp/jsonv2"
)

func TestEveryPageIsVisited(t *testing.T) {
	pages := startPages()
	for _, want := range []string{"/", "/conv", "/train", "/invariance"} {
		if !slices.Contains(pages, want) {
			t.Errorf("%s is not in %q", want, pages)
		}
	}
}

func TestVisitsTakeTheMedianOfEachFigure(t *testing.T) {
	got := medianVisit([]visit{{Ready: 3, Task: 10}, {Ready: 1, Task: 30}, {Ready: 2, Task: 20}})
	if want := (visit{Ready: 2, Task: 20}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestASlowVisitIsAnError(t *testing.T) {
	if err := atMost("/, first visit: ready", 5000, firstReady); err != nil {
		t.Errorf("5 s: %v", err)
	}
	if err := atMost("/, first visit: ready", 5010, firstReady); err == nil || !strings.Contains(err.Error(), "/, first visit: ready 5.01 s; 5.0 s at most is asked for") {
		t.Errorf("5.01 s: got %v", err)
	}
}

func TestALineCountsWhatTheServerSends(t *testing.T) {
	body := strings.Repeat("a", 100_000)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, body) }))
	defer server.Close()
	l, err := newLine(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer l.close()
	for visit := range 2 {
		before := l.sent()
		answer, err := http.Get(l.URL)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || string(got) != body {
			t.Fatalf("visit %d: got %d bytes, %v", visit, len(got), err)
		}
		if sent := l.sent() - before; sent < 100_000 || sent > 110_000 {
			t.Errorf("visit %d: %d bytes counted; want those of the body and its head", visit, sent)
		}
	}
}

func TestATasksTimeIsThatOfWhatRunsWithin(t *testing.T) {
	task := traceEvent{Name: "RunTask", At: 100, Wall: 100}
	got := selfTimes([]traceEvent{task, {Name: "Layout", At: 110, Wall: 30}, {Name: "Paint", At: 115, Wall: 5},
		{Name: "Layout", At: 150, Wall: 10}, {Name: "RunTask", At: 200, Wall: 50}}, task)
	if want := map[string]int64{"RunTask": 60, "Layout": 35, "Paint": 5}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// aTrace is a page with one long task, a short one, one of another thread, and a profile.
var aTrace = []string{
	`{"name":"navigationStart","ph":"R","pid":1,"tid":2,"ts":1000,"args":{"data":{"documentLoaderURL":""}}}`,
	`{"name":"navigationStart","ph":"R","pid":1,"tid":3,"ts":1000000,"args":{"data":{"documentLoaderURL":"http://127.0.0.1/"}}}`,
	`{"name":"ThreadControllerImpl::RunTask","ph":"X","pid":1,"tid":3,"ts":1200000,"dur":60000,"tdur":40000}`,
	`{"name":"RunTask","ph":"X","pid":1,"tid":3,"ts":1200000,"dur":59000,"tdur":40000}`,
	`{"name":"Layout","ph":"X","pid":1,"tid":3,"ts":1210000,"dur":20000}`,
	`{"name":"RunTask","ph":"X","pid":1,"tid":3,"ts":1300000,"dur":49000}`,
	`{"name":"RunTask","ph":"X","pid":1,"tid":4,"ts":1300000,"dur":90000}`,
	`{"name":"Profile","ph":"P","pid":1,"tid":3,"ts":1100000,"id":"0x1"}`,
	`{"name":"ProfileChunk","ph":"P","pid":1,"tid":5,"ts":1400000,"id":"0x1","args":{"data":{"cpuProfile":{"nodes":[` +
		`{"id":1,"callFrame":{"functionName":"start","url":"http://127.0.0.1/app.js","lineNumber":6}},` +
		`{"id":2,"parent":1,"callFrame":{"functionName":"(idle)"}}],"samples":[1,2,1]},"timeDeltas":[30000,90000,12000]}}}`,
	`{"name":"ProfileChunk","ph":"P","pid":1,"tid":5,"ts":1400000,"id":"0x2","args":{"data":{"cpuProfile":{"nodes":[` +
		`{"id":1,"callFrame":{"functionName":"other"}}],"samples":[1]},"timeDeltas":[70000]}}}`,
}

func TestATraceSaysWhereTheMainThreadsTimeGoes(t *testing.T) {
	var lines []jsonv2.Value
	for _, line := range aTrace {
		lines = append(lines, jsonv2.Value(line))
	}
	var b strings.Builder
	if err := summarize(&b, lines); err != nil {
		t.Fatal(err)
	}
	want := `  long tasks of the main thread, in ms: the time since the visit began, how long, working; what takes 5 ms or more of it by itself
      200     60     40   RunTask 39 Layout 20
  functions by their own time in the main thread, in ms; 42 in all
       42  start app.js:7
`
	if got := b.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
