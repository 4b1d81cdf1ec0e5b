//go:build e2e

package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// A visitor is a Chromium on a profile, with one tab, on a slow computer and a slow network. The
// browser's own emulation slows the page's main thread, and the network of the page and of its
// service worker.
type visitor struct {
	ctx  context.Context
	stop []context.CancelFunc

	mu      sync.Mutex
	asked   cdp.MonotonicTime // when the browser asked for the page, in seconds
	ttfb    float64           // milliseconds from then to the head of the answer
	missing []error           // why a service worker's network is not slow
}

// newVisitor starts a Chromium on a profile. It is as fast as the machine until slow is called. No
// name but 127.0.0.1 resolves.
func newVisitor(profile string) (*visitor, error) {
	program, err := lookFor("CHROMIUM", "chromium", "chromium-browser", "google-chrome")
	if err != nil {
		return nil, err
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(program), chromedp.UserDataDir(profile), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-extensions", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("disable-breakpad", true), chromedp.Flag("password-store", "basic"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	ctx, stopBrowser := chromedp.NewContext(allocator)
	v := &visitor{ctx: ctx, stop: []context.CancelFunc{stopBrowser, stopAllocator}}
	if err := v.prepare(); err != nil {
		v.close()
		return nil, err
	}
	return v, nil
}

// prepare sets the tab up before its first page.
func (v *visitor) prepare() error {
	// The tab lives as long as the context of its first command.
	if err := chromedp.Do(v.ctx); err != nil {
		return err
	}
	if err := chromedp.Listen(v.ctx, v.note); err != nil {
		return err
	}
	if err := chromedp.ListenBrowser(v.ctx, func(event any) {
		if e, ok := event.(*target.EventTargetCreated); ok && e.TargetInfo.Type == "service_worker" {
			go v.slowWorker(e.TargetInfo.TargetID)
		}
	}); err != nil {
		return err
	}
	return v.do(
		// These report each change of the document, which costs the page time.
		command(dom.Disable, cdp.Empty{}),
		command(css.Disable, cdp.Empty{}),
		command(performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}),
		command(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1366, Height: 650, DeviceScaleFactor: 1}),
		command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: noteVisit}),
	)
}

// note keeps when the page was asked for and answered. The page's own clock leaves out how long the
// emulated network takes for the head of an answer.
func (v *visitor) note(event any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if e.Type == network.ResourceTypeDocument {
			v.asked = e.Timestamp
		}
	case *network.EventResponseReceived:
		if e.Type == network.ResourceTypeDocument {
			v.ttfb = 1000 * float64(e.Timestamp-v.asked)
		}
	}
}

// slow makes the computer and the network slow from now on.
func (v *visitor) slow() error {
	return v.do(command(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: startSlower}), slowNetwork())
}

// fast makes them as fast as they are.
func (v *visitor) fast() error {
	return v.do(command(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 1}),
		command(network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{}}))
}

func slowNetwork() chromedp.Action[chromedp.Void] {
	const rate = startMegabits * 1e6 / 8
	return command(network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{{
		Latency: float64(startLatency.Milliseconds()), DownloadThroughput: rate, UploadThroughput: rate}}})
}

// slowWorker slows the network of a service worker, whose requests the page's emulation does not
// reach.
func (v *visitor) slowWorker(id target.ID) {
	ctx, _ := chromedp.NewContext(v.ctx, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel())
	if err := chromedp.Do(ctx, slowNetwork()); err != nil && v.ctx.Err() == nil {
		v.mu.Lock()
		defer v.mu.Unlock()
		v.missing = append(v.missing, fmt.Errorf("the service worker's network: %w", err))
	}
}

// work is the processor time of the page's main thread so far, in milliseconds. The time in which
// the emulation holds the thread back counts too, the time in which it waits for a core does not.
func (v *visitor) work() (float64, error) {
	work := -1.0
	err := v.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		all, err := cdp.Call(ctx, t, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return err
		}
		for _, m := range all.Metrics {
			if m.Name == "TaskDuration" {
				work = 1000 * m.Value
			}
		}
		return nil
	}))
	if err == nil && work < 0 {
		err = errors.New("the browser does not say how long the page has worked")
	}
	return work, err
}

// load begins to load a page, and waits for no more than the answer of the server.
func (v *visitor) load(url string) error {
	return v.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		result, err := cdp.Call(ctx, t, page.Navigate, page.NavigateParams{URL: url})
		if err == nil && result.ErrorText != "" {
			err = fmt.Errorf("%s: %s", url, result.ErrorText)
		}
		return err
	}))
}

// wait waits until an expression of the page is true. It asks ten times a second and not more
// often, since each question is work for the page's slow thread.
func (v *visitor) wait(expression string) error {
	for end := time.Now().Add(2 * pageLimit); ; time.Sleep(100 * time.Millisecond) {
		if ok, err := evaluate[bool](v, expression); err == nil && ok {
			return nil
		} else if time.Now().After(end) {
			return fmt.Errorf("waited %v for %s: %v, %v", 2*pageLimit, expression, ok, err)
		}
	}
}

func (v *visitor) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, stop := context.WithTimeout(v.ctx, stepLimit)
	defer stop()
	return chromedp.Do(ctx, actions...)
}

// close ends the browser, which writes what it keeps to the profile.
func (v *visitor) close() {
	chromedp.Cancel(v.ctx)
	for _, stop := range v.stop {
		stop()
	}
}

func evaluate[T any](v *visitor, expression string) (T, error) {
	ctx, stop := context.WithTimeout(v.ctx, stepLimit)
	defer stop()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression))
}

// command is an action that sends one command to the browser.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}
