//go:build e2e

package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// Options say how a tab is set up. The zero value is a desktop in light colours.
type Options struct {
	Dark          bool
	NoScripts     bool
	ReducedMotion bool
	Offline       bool // the service worker is registered; else the page finds none to register
	Alone         bool // a process, cookies, storage and caches of its own, as with Offline
	Width, Height int  // in CSS pixels; 0 for 1280 by 800
}

// A Tab is one page of the browser. Unless it is alone it shares a process with the others, so that the page's program,
// once compiled, is there for all; what others have stored is removed when it is opened.
type Tab struct {
	ctx  context.Context
	stop context.CancelFunc
	base string
	opts Options

	mu       sync.Mutex
	problems []string
}

// actionLimit is how long one command to the browser may take, on a machine that does much else.
const actionLimit = 2 * time.Minute

// prelude runs in each page before its own scripts. It notes tasks that keep the
// page from answering for more than 50 ms, and what the policy forbade.
const prelude = `
window.longTasks = [];
window.policyViolations = [];
if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) window.longTasks.push({ start: e.startTime, duration: e.duration });
	}).observe({ type: "longtask", buffered: true });
}
document.addEventListener("securitypolicyviolation", (e) => {
	window.policyViolations.push(e.violatedDirective + " " + e.blockedURI + " " + e.sample);
});`

// withoutOffline keeps a page from registering its service worker, which would fetch all of
// Stridelab for each tab.
const withoutOffline = `
try {
	navigator.serviceWorker.register = () => new Promise(() => {});
} catch {
	// A page that may not store anything has none.
}`

// Open opens a tab for the pages of the server.
func (c *Chromium) Open(server string, o Options) (*Tab, error) {
	if o.Width == 0 {
		o.Width, o.Height = 1280, 800
	}
	t := &Tab{base: server, opts: o}
	options := []chromedp.ContextOption{chromedp.WithListener(t.listen)}
	if o.Offline || o.Alone {
		options = append(options, chromedp.WithNewBrowserContext())
	}
	t.ctx, t.stop = chromedp.NewContext(c.ctx, options...)
	scheme, motion, script := "light", "no-preference", prelude
	if !o.Offline {
		script += withoutOffline
	}
	if o.Dark {
		scheme = "dark"
	}
	if o.ReducedMotion {
		motion = "reduce"
	}
	err := chromedp.Do(t.ctx,
		send(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: int64(o.Width), Height: int64(o.Height), DeviceScaleFactor: 1}),
		send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}}}),
		send(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: o.NoScripts}),
		send(storage.ClearDataForOrigin, storage.ClearDataForOriginParams{Origin: server, StorageTypes: "all"}),
		send(network.Enable, network.EnableParams{}),
		send(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}),
	)
	if err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// send makes an action of one command to the browser.
func send[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// Close closes the tab.
func (t *Tab) Close() { t.stop() }

// listen notes what should not happen on any page.
func (t *Tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type != "error" && e.Type != "warning" && e.Type != "assert" {
			return
		}
		var words []string
		for _, a := range e.Args {
			words = append(words, string(a.Value)+a.Description)
		}
		t.note("console.%s: %s", e.Type, strings.Join(words, " "))
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		t.note("exception: %s (%s:%d)", text, e.ExceptionDetails.URL, e.ExceptionDetails.LineNumber)
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" || e.Entry.Level == "warning" {
			t.note("%s %s: %s (%s)", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if err != nil || u.Scheme != "data" && u.Scheme != "blob" && !strings.HasPrefix(e.Request.URL, t.base+"/") {
			t.note("request that leaves this server: %s", e.Request.URL)
		}
	}
}

func (t *Tab) note(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.problems = append(t.problems, fmt.Sprintf(format, args...))
}

// Problems returns what the tab complained of since it was opened: errors and
// warnings of the console, exceptions, requests to elsewhere, and what the
// page's policy forbade.
func (t *Tab) Problems() []string {
	forbidden, err := Eval[[]string](t, `window.policyViolations || []`)
	if err != nil {
		forbidden = []string{"the page no longer answers: " + err.Error()}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	problems := append([]string(nil), t.problems...)
	for _, f := range forbidden {
		problems = append(problems, "forbidden by the policy: "+f)
	}
	return problems
}

// Forget clears the problems, after a test has made one on purpose.
func (t *Tab) Forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.problems = nil
}

// do runs actions within the limit.
func (t *Tab) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, stop := context.WithTimeout(t.ctx, actionLimit)
	defer stop()
	return chromedp.Do(ctx, actions...)
}

// Goto loads a page, and where scripts run waits until its interface answers.
func (t *Tab) Goto(path string) error {
	if err := t.do(chromedp.Navigate(t.base + path)); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if t.opts.NoScripts {
		return nil
	}
	if err := t.Wait(actionLimit, `document.documentElement.hasAttribute("data-ready")`); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// Eval returns what a JavaScript expression, or the promise it gives, is worth.
func Eval[T any](t *Tab, expression string) (T, error) {
	ctx, stop := context.WithTimeout(t.ctx, 10*time.Minute)
	defer stop()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Do evaluates a JavaScript expression for what it does, and waits until the page has answered it.
func (t *Tab) Do(expression string) error {
	if _, err := Eval[chromedp.Void](t, expression); err != nil {
		return err
	}
	t.answered()
	return nil
}

// answered waits until the page has drawn two frames and has nothing left to do, as a person sees what an input came to
// before the next one. The page draws later than it is asked: on a busy machine a test would be faster than it.
func (t *Tab) answered() {
	// Where the input left the page there is nobody to answer, and whoever waits for the next page says what is amiss.
	_, _ = Eval[bool](t, `new Promise((answered) => {
		setTimeout(answered, 2000, false);
		requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => answered(true))));
	})`)
}

// act sends inputs and waits until the page has answered them.
func (t *Tab) act(actions ...chromedp.Action[chromedp.Void]) error {
	if err := t.do(actions...); err != nil {
		return err
	}
	t.answered()
	return nil
}

// ErrWaited is what Wait's error wraps when the time is up.
var ErrWaited = errors.New("waited in vain")

// Wait waits until a JavaScript expression is true. One that fails is not true yet: what it asks for may still be drawn.
func (t *Tab) Wait(limit time.Duration, expression string) error {
	failed, err := Eval[string](t, fmt.Sprintf(`(async () => {
		const end = performance.now() + %d;
		for (;;) {
			let why = "it is false";
			try {
				if (%s) return "";
			} catch (e) {
				why = String(e);
			}
			if (performance.now() > end) return why;
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	})()`, limit.Milliseconds(), expression))
	if err != nil {
		return err
	}
	if failed != "" {
		return fmt.Errorf("%w %v for %s: %s", ErrWaited, limit, expression, failed)
	}
	return nil
}

// Hook returns a CSS selector of the elements with a data-test name.
func Hook(name string) string { return `[data-test="` + name + `"]` }

// First returns a JavaScript expression of the first element a selector names.
func First(selector string) string {
	quoted, _ := json.Marshal(selector) // a string always can be
	return "document.querySelector(" + string(quoted) + ")"
}

// Present waits until there is an element that a selector names.
func (t *Tab) Present(selector string) error { return t.Wait(actionLimit, First(selector)+" !== null") }

// Text returns the text of the first element a selector names, once there is one.
func (t *Tab) Text(selector string) (string, error) {
	if err := t.Present(selector); err != nil {
		return "", err
	}
	return Eval[string](t, First(selector)+".textContent.trim()")
}

// Click clicks the first element a selector names, once it is in view and stands still: what is still coming to the page
// may push it aside between the look where it is and the click.
func (t *Tab) Click(selector string) error {
	if err := t.still(selector); err != nil {
		return err
	}
	return t.act(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// still waits until an element is in view and in the same place in two frames.
func (t *Tab) still(selector string) error {
	if err := t.Present(selector); err != nil {
		return err
	}
	_, err := Eval[bool](t, fmt.Sprintf(`(async () => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		const place = () => { const r = %s?.getBoundingClientRect(); return r ? [r.x, r.y, r.width, r.height].join() : "gone"; };
		%[1]s?.scrollIntoViewIfNeeded();
		for (let last = "", now = place(), n = 0; now !== last && n < 60; n++) {
			await frame();
			last = now;
			now = place();
		}
		return true;
	})()`, First(selector)))
	return err
}

// Send sends keys to what has the focus and does not wait for what they come to.
func (t *Tab) Send(keys string) error { return t.do(chromedp.KeyEvent(keys)) }

// Press sends keys to what has the focus.
func (t *Tab) Press(keys string) error { return t.act(chromedp.KeyEvent(keys)) }

// Upload gives files to a file input, as its dialog would.
func (t *Tab) Upload(selector string, files ...string) error {
	return t.do(chromedp.SetUploadFiles(chromedp.CSS(selector), files, chromedp.NodeReady))
}

// Picture returns the page as a PNG: the whole of it, or what the window shows.
func (t *Tab) Picture(whole bool) ([]byte, error) {
	ctx, stop := context.WithTimeout(t.ctx, actionLimit)
	defer stop()
	if whole {
		return chromedp.Run(ctx, chromedp.FullScreenshot(100))
	}
	return chromedp.Run(ctx, chromedp.CaptureScreenshot())
}
