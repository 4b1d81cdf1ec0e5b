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

// A Worker is a Web Worker that a tab's page has started, or one of its workers.
type Worker struct {
	ctx context.Context
}

// Workers returns the tab's workers whose script's address ends in a name.
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
	ctx, _ := chromedp.NewContext(t.ctx, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel()) // ends with the tab
	return &Worker{ctx}, chromedp.Do(ctx)
}

// Heap returns how many bytes the worker's JavaScript holds once what nobody needs is
// freed: objects, and the memory of buffers.
func (w *Worker) Heap() (objects, buffers float64, err error) { return heap(w.ctx) }

// Heap returns the same of the page.
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
