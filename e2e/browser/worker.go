//go:build e2e

package browser

import (
	"context"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// A Worker is a Web Worker that a page or one of its workers has started.
type Worker struct {
	ctx context.Context
}

// Workers returns the tab's workers whose script has a URL that ends in a name.
func (t *Tab) Workers(script string) ([]*Worker, error) {
	all, err := chromedp.Targets(t.ctx)
	if err != nil {
		return nil, err
	}
	var workers []*Worker
	for _, info := range all {
		if info.Type != "worker" || !strings.HasSuffix(info.URL, script) || info.BrowserContextID != chromedp.FromContext(t.ctx).BrowserContextID {
			continue
		}
		w, err := t.attach(info.TargetID)
		if err != nil {
			return nil, err
		}
		workers = append(workers, w)
	}
	return workers, nil
}

func (t *Tab) attach(id target.ID) (*Worker, error) {
	// The context ends with the tab's.
	ctx, _ := chromedp.NewContext(t.ctx, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel())
	return &Worker{ctx}, chromedp.Do(ctx)
}

// Heap collects garbage and returns how many bytes the worker's JavaScript holds: objects, and the
// memory of array buffers.
func (w *Worker) Heap() (objects, buffers float64, err error) { return heap(w.ctx) }

// Number returns the value of a JavaScript expression in the worker.
func (w *Worker) Number(expression string) (float64, error) {
	ctx, stop := context.WithTimeout(w.ctx, actionLimit)
	defer stop()
	return chromedp.Run(ctx, chromedp.Evaluate[float64](expression))
}

// Heap does the same for the page.
func (t *Tab) Heap() (objects, buffers float64, err error) { return heap(t.ctx) }

func heap(ctx context.Context) (objects, buffers float64, err error) {
	ctx, stop := context.WithTimeout(ctx, actionLimit)
	defer stop()
	err = chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
			return err
		}
		usage, err := cdp.Call(ctx, target, runtime.GetHeapUsage, cdp.Empty{})
		objects, buffers = usage.UsedSize, usage.BackingStorageSize
		return err
	}))
	return objects, buffers, err
}
