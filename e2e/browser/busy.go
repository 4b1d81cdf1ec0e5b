//go:build e2e

package browser

import (
	"context"
	"errors"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// Busy returns how much processor time the page's main thread has used: scripts, style, layout and
// painting. Elapsed time would also count other programs on the machine.
func (t *Tab) Busy() (time.Duration, error) {
	if err := t.do(send(performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})); err != nil {
		return 0, err
	}
	busy := time.Duration(-1)
	err := t.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		all, err := cdp.Call(ctx, target, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return err
		}
		for _, m := range all.Metrics {
			if m.Name == "TaskDuration" {
				busy = time.Duration(m.Value * float64(time.Second))
			}
		}
		return nil
	}))
	if err == nil && busy < 0 {
		err = errors.New("the browser does not say how busy the page is")
	}
	return busy, err
}
