//go:build e2e

package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/cdp/jsonv2"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// A Task is a task of the main thread's event loop.
type Task struct {
	Start time.Duration // since the trace began
	Wall  time.Duration // elapsed time
	CPU   time.Duration // processor time of the thread
}

// String tells when the task began and how long it took.
func (k Task) String() string {
	return fmt.Sprintf("a task of %v (%v of it working), %v after the start",
		k.Wall.Round(time.Millisecond), k.CPU.Round(time.Millisecond), k.Start.Round(time.Millisecond))
}

// A traceEvent is one line of Chromium's trace. Times are in microseconds.
type traceEvent struct {
	Name      string
	Cat       string
	Phase     string `json:"ph"`
	Process   int    `json:"pid"`
	Thread    int    `json:"tid"`
	At        int64  `json:"ts"`
	Wall      int64  `json:"dur"`
	ThreadCPU int64  `json:"tdur"`
}

// mark is the name of a performance mark. The thread that sets it is the page's main thread.
const mark = "stridelab-trace"

// Trace returns the tasks of the main thread that ran during a function. A task has its
// processor time besides its elapsed time: on a busy machine the thread also waits for a core,
// and the page is not at fault.
func (t *Tab) Trace(during func() error) ([]Task, error) {
	ctx, stop := context.WithCancel(t.ctx)
	defer stop()
	// Events come one at a time, so lines needs no lock and has all of them at
	// EventTracingComplete.
	var lines []jsonv2.Value
	complete := make(chan struct{})
	if err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			lines = append(lines, e.Value...)
		case *tracing.EventTracingComplete:
			close(complete)
		}
	}); err != nil {
		return nil, err
	}
	if err := t.do(
		send(tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{
			IncludedCategories: []string{"disabled-by-default-devtools.timeline", "blink.user_timing"},
			ExcludedCategories: []string{"*"},
		}}),
		chromedp.Evaluate[chromedp.Void](`performance.mark("`+mark+`")`),
	); err != nil {
		return nil, err
	}
	failed := during()
	if err := t.do(send(tracing.End, cdp.Empty{})); err != nil {
		return nil, errors.Join(failed, err)
	}
	select {
	case <-complete:
	case <-time.After(actionLimit):
		return nil, errors.Join(failed, errors.New("the trace does not end"))
	}
	events := make([]traceEvent, len(lines))
	for i, line := range lines {
		if err := json.Unmarshal(line, &events[i]); err != nil {
			return nil, err
		}
	}
	tasks, err := mainThread(events)
	return tasks, errors.Join(failed, err)
}

// mainThread returns the tasks of the thread that set the mark, from the mark on.
func mainThread(events []traceEvent) ([]Task, error) {
	var main traceEvent
	for _, e := range events {
		if e.Name == mark {
			main = e
		}
	}
	if main.Name == "" {
		return nil, fmt.Errorf("the trace of %d events does not hold its mark", len(events))
	}
	var tasks []Task
	for _, e := range events {
		if e.Name == "RunTask" && e.Process == main.Process && e.Thread == main.Thread && e.At >= main.At {
			tasks = append(tasks, Task{microseconds(e.At - main.At), microseconds(e.Wall), microseconds(e.ThreadCPU)})
		}
	}
	if len(tasks) == 0 {
		return nil, errors.New("the trace holds no task of the page's main thread")
	}
	return tasks, nil
}

func microseconds(n int64) time.Duration { return time.Duration(n) * time.Microsecond }
