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

// Options configure a tab. The zero value is a desktop in light colours.
type Options struct {
	Dark          bool
	NoScripts     bool
	ReducedMotion bool
	Offline       bool // the page may register its service worker; implies Alone
	Alone         bool // the tab has its own process, cookies, storage and caches
	Width, Height int  // in CSS pixels; 0 means 1280 by 800
}

// A Tab is one page of the browser. Unless Options.Alone is set it shares a process with other
// tabs, which then compile the page's program only once. Open removes what other tabs have stored.
type Tab struct {
	ctx  context.Context
	stop context.CancelFunc
	base string
	opts Options

	mu       sync.Mutex
	problems []string
}

// actionLimit is how long one command to the browser may take, even on a busy machine.
const actionLimit = 2 * time.Minute

// prelude runs in each page before its own scripts. It records long tasks (more than 50 ms) and
// violations of the content security policy.
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

// noServiceWorker keeps a page from registering its service worker, which would fetch all of
// Stridelab for each tab.
const noServiceWorker = `
try {
	navigator.serviceWorker.register = () => new Promise(() => {});
} catch {
	// A page without storage has no service workers either.
}`

// Open opens a tab for the pages of a server, named by its URL.
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
		script += noServiceWorker
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

// send returns an action that sends one command to the browser.
func send[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// Close closes the tab.
func (t *Tab) Close() { t.stop() }

// listen records events that no page should cause.
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
		t.addProblem("console.%s: %s", e.Type, strings.Join(words, " "))
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		t.addProblem("exception: %s (%s:%d)", text, e.ExceptionDetails.URL, e.ExceptionDetails.LineNumber)
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" || e.Entry.Level == "warning" {
			t.addProblem("%s %s: %s (%s)", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if err != nil || u.Scheme != "data" && u.Scheme != "blob" && !strings.HasPrefix(e.Request.URL, t.base+"/") {
			t.addProblem("request that leaves this server: %s", e.Request.URL)
		}
	}
}

func (t *Tab) addProblem(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.problems = append(t.problems, fmt.Sprintf(format, args...))
}

// Problems returns everything that has gone wrong since the tab was opened: errors and warnings of
// the console, exceptions, requests to other hosts, and violations of the content security policy.
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

// Forget clears the problems, after a test has caused one on purpose.
func (t *Tab) Forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.problems = nil
}

// do runs actions within actionLimit.
func (t *Tab) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, stop := context.WithTimeout(t.ctx, actionLimit)
	defer stop()
	return chromedp.Do(ctx, actions...)
}

// Goto loads a page. Unless scripts are off, it waits until the interface answers.
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

// Eval returns the value of a JavaScript expression. It awaits a promise.
func Eval[T any](t *Tab, expression string) (T, error) {
	ctx, stop := context.WithTimeout(t.ctx, 10*time.Minute)
	defer stop()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Do evaluates a JavaScript expression for its side effects, and waits until the
// page has drawn them.
func (t *Tab) Do(expression string) error {
	if _, err := Eval[chromedp.Void](t, expression); err != nil {
		return err
	}
	t.waitDrawn()
	return nil
}

// waitDrawn waits until the page has drawn two frames and is idle, as a person sees the result of
// one input before the next. On a busy machine a test would otherwise run ahead of the page.
func (t *Tab) waitDrawn() {
	// Errors are ignored: if the input led to another page, this one no longer answers. Waiting for
	// the next page reports what is wrong.
	_, _ = Eval[bool](t, `new Promise((drawn) => {
		setTimeout(drawn, 2000, false);
		requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => drawn(true))));
	})`)
}

// act sends inputs and waits until the page has drawn their result.
func (t *Tab) act(actions ...chromedp.Action[chromedp.Void]) error {
	if err := t.do(actions...); err != nil {
		return err
	}
	t.waitDrawn()
	return nil
}

// ErrWaited is the error that Wait wraps after its time limit.
var ErrWaited = errors.New("waited in vain")

// Wait waits until a JavaScript expression is true. An expression that throws is not true yet: the
// elements that it reads may not be drawn yet.
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

// Hook returns the CSS selector of the elements with a data-test attribute.
func Hook(name string) string { return `[data-test="` + name + `"]` }

// First returns a JavaScript expression for the first element that matches a selector.
func First(selector string) string {
	quoted, _ := json.Marshal(selector) // strings never fail
	return "document.querySelector(" + string(quoted) + ")"
}

// Present waits until an element matches a selector.
func (t *Tab) Present(selector string) error { return t.Wait(actionLimit, First(selector)+" !== null") }

// Text waits until an element matches a selector and returns its text.
func (t *Tab) Text(selector string) (string, error) {
	if err := t.Present(selector); err != nil {
		return "", err
	}
	return Eval[string](t, First(selector)+".textContent.trim()")
}

// Click waits until the first element that matches a selector is in view and stands still, and
// clicks it. Content that is still loading may move the element between finding its position and
// the click. Such a click does nothing, and Click tries again.
func (t *Tab) Click(selector string) error {
	const tries = 20
	for range tries {
		if err := t.waitStill(selector); err != nil {
			return err
		}
		if err := t.Do(fmt.Sprintf(aim, First(selector))); err != nil {
			return err
		}
		if err := t.act(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible)); err != nil {
			return err
		}
		// A page that has gone to another has no aim.
		if missed, err := Eval[bool](t, `window.testAim?.() ?? false`); err != nil || !missed {
			return err
		}
	}
	return fmt.Errorf("%s moves: %d clicks have missed it", selector, tries)
}

// aim lets nothing but an element, or its label, get events of the mouse. It sets testAim, which
// ends that, and tells whether the mouse was beside the element.
const aim = `(() => {
	const aimed = %s;
	const types = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
	let missed = false;
	const check = (e) => {
		if (e.composedPath().some((x) => x === aimed || x instanceof HTMLLabelElement && (x.control === aimed || x.contains(aimed)))) return;
		missed = true;
		e.stopImmediatePropagation();
		e.preventDefault();
	};
	for (const type of types) addEventListener(type, check, true);
	window.testAim = () => {
		for (const type of types) removeEventListener(type, check, true);
		delete window.testAim;
		return missed;
	};
})()`

// waitStill scrolls an element into view and waits until two frames show it in the same place.
func (t *Tab) waitStill(selector string) error {
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

// Send sends keys to the focused element. It does not wait for their result.
func (t *Tab) Send(keys string) error { return t.do(chromedp.KeyEvent(keys)) }

// Press sends keys to the focused element and waits until the page has drawn their result.
func (t *Tab) Press(keys string) error { return t.act(chromedp.KeyEvent(keys)) }

// Upload gives files to a file input, as the browser's dialog does.
func (t *Tab) Upload(selector string, files ...string) error {
	return t.do(chromedp.SetUploadFiles(chromedp.CSS(selector), files, chromedp.NodeReady))
}

// Picture returns a PNG of the whole page or of the viewport.
func (t *Tab) Picture(whole bool) ([]byte, error) {
	ctx, stop := context.WithTimeout(t.ctx, actionLimit)
	defer stop()
	if whole {
		return chromedp.Run(ctx, chromedp.FullScreenshot(100))
	}
	return chromedp.Run(ctx, chromedp.CaptureScreenshot())
}
