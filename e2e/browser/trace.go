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

// A Task is a piece of work that the page's main thread did in one go.
type Task struct {
	Start time.Duration // since the trace began
	Wall  time.Duration // from its begin to its end
	CPU   time.Duration // of these, those in which the thread ran
}

// String says when the task was and how long it took.
func (k Task) String() string {
	return fmt.Sprintf("a task of %v (%v of it working), %v after the start",
		k.Wall.Round(time.Millisecond), k.CPU.Round(time.Millisecond), k.Start.Round(time.Millisecond))
}

// A traceEvent is one line of Chromium's trace, times in microseconds.
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

// mark is the name of the moment that tells the page's main thread from the others.
const mark = "stridelab-trace"

// Trace returns the main thread's tasks while during ran. Besides how long each took
// it tells how long it worked: on a machine that is busy with other things the thread also
// waits for its turn, which no page can help.
func (t *Tab) Trace(during func() error) ([]Task, error) {
	ctx, stop := context.WithCancel(t.ctx)
	defer stop()
	// Called for one event after the other, so what was collected is whole once the trace is complete.
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

// mainThread returns the tasks on the thread that set the mark, from then on.
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
