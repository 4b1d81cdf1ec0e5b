//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"stridelab/app"
	"stridelab/app/lang"
	"stridelab/e2e/browser"
)

// pages returns the paths of the English pages, the home page first.
func pages() []string { return app.Paths() }

// languages maps the path prefix of each language to its tag.
func languages() map[string]string {
	tags := map[string]string{}
	for _, l := range lang.All() {
		tags[l.Prefix()] = l.Tag()
	}
	return tags
}

// inLanguage returns a page's path with the prefix of a language.
func inLanguage(prefix, path string) string {
	if prefix != "" && path == "/" {
		return prefix
	}
	return prefix + path
}

// A site is a server and a browser that visits it. One tab stays open, so that the browser keeps
// the compiled program of the pages.
type site struct {
	server   *browser.Server
	chromium *browser.Chromium
}

// newSite starts a server and a browser.
func newSite() (*site, error) {
	s := &site{}
	var err error
	if s.server, err = browser.StartServer(); err != nil {
		return nil, err
	}
	if s.chromium, err = browser.Launch(); err != nil {
		return nil, errors.Join(err, s.server.Stop())
	}
	first, err := s.chromium.Open(s.server.URL, browser.Options{})
	if err == nil {
		err = first.Goto("/")
	}
	if err != nil {
		return nil, errors.Join(err, s.stop())
	}
	return s, nil
}

func (s *site) stop() error {
	s.chromium.Close()
	return s.server.Stop()
}

// sites is the pool of sites for tests that need no server or browser of their own. Tests run in
// parallel. Each has a site to itself while it runs, because the tabs of one browser share a thread
// and the pages of one server share their storage.
var sites struct {
	sync.Mutex
	idle  []*site
	inUse map[string]*site // by the name of the test
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, s := range sites.idle {
		if err := s.stop(); err != nil {
			fmt.Println("FAIL: the server did not end well:", err)
			code = 1
		}
	}
	os.Exit(code)
}

// acquireSite returns a test's server and browser, the same ones until the test ends. Subtests use
// those of their parent.
func acquireSite(t *testing.T) (*browser.Server, *browser.Chromium) {
	t.Helper()
	sites.Lock()
	defer sites.Unlock()
	name, _, _ := strings.Cut(t.Name(), "/")
	s := sites.inUse[name]
	if s == nil {
		if last := len(sites.idle) - 1; last >= 0 {
			s, sites.idle = sites.idle[last], sites.idle[:last]
		} else {
			var err error
			if s, err = newSite(); err != nil {
				t.Fatal(err)
			}
		}
		if sites.inUse == nil {
			sites.inUse = map[string]*site{}
		}
		sites.inUse[name] = s
		t.Cleanup(func() {
			sites.Lock()
			defer sites.Unlock()
			delete(sites.inUse, name)
			sites.idle = append(sites.idle, s)
		})
	}
	return s.server, s.chromium
}

// startServer returns the test's server. With arguments it starts another one, which runs until the
// test ends.
func startServer(t *testing.T, args ...string) *browser.Server {
	t.Helper()
	if len(args) == 0 {
		server, _ := acquireSite(t)
		return server
	}
	server, err := browser.StartServer(args...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Errorf("the server did not end well: %v", err)
		}
	})
	return server
}

// launch returns the test's browser.
func launch(t *testing.T) *browser.Chromium {
	t.Helper()
	_, chromium := acquireSite(t)
	return chromium
}

// A tab is a browser's tab whose errors fail a test.
type tab struct {
	*browser.Tab
	t *testing.T
}

// open opens a tab until the test ends. Each of its problems fails the test.
func open(t *testing.T, chromium *browser.Chromium, server string, o browser.Options) tab {
	t.Helper()
	opened, err := chromium.Open(server, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, p := range opened.Problems() {
			t.Error(p)
		}
		opened.Close()
	})
	return tab{opened, t}
}

// openPage opens a page in a tab of its own.
func openPage(t *testing.T, path string, o browser.Options) tab {
	t.Helper()
	server, chromium := acquireSite(t)
	page := open(t, chromium, server.URL, o)
	page.visit(path)
	return page
}

// onEach runs a subtest for each path, in a tab of its own: a tab that stayed open would go on
// drawing.
func onEach(t *testing.T, o browser.Options, paths []string, test func(page tab, path string)) {
	t.Helper()
	for _, path := range paths {
		t.Run(path, func(t *testing.T) { test(openPage(t, path, o), path) })
	}
}

// inLanguages returns paths in every language, one language after the other.
func inLanguages(paths ...string) (all []string) {
	for _, l := range lang.All() {
		for _, path := range paths {
			all = append(all, inLanguage(l.Prefix(), path))
		}
	}
	return all
}

// inTurns returns each path in one language, with the languages in turn. This is enough for tests
// that do not depend on the language.
func inTurns(paths ...string) (all []string) {
	for i, path := range paths {
		all = append(all, inLanguage(lang.All()[i%len(lang.All())].Prefix(), path))
	}
	return all
}

func (p tab) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p tab) visit(path string) {
	p.t.Helper()
	p.must(p.Goto(path))
}

func (p tab) wait(limit time.Duration, expression string) {
	p.t.Helper()
	p.must(p.Wait(limit, expression))
}

// click waits until the control with a hook is enabled, and clicks it.
func (p tab) click(hook string) {
	p.t.Helper()
	p.wait(settle, `document.querySelector('`+browser.Hook(hook)+`:not([aria-disabled="true"], :disabled)')`)
	p.must(p.Click(browser.Hook(hook)))
}

func (p tab) text(hook string) string {
	p.t.Helper()
	text, err := p.Text(browser.Hook(hook))
	p.must(err)
	return text
}

// eval returns the value of a JavaScript expression.
func eval[T any](p tab, expression string) T {
	p.t.Helper()
	v, err := browser.Eval[T](p.Tab, expression)
	p.must(err)
	return v
}

// focus moves the focus to an element with the Tab key.
func (p tab) focus(selector string) { p.t.Helper(); p.tabTo(selector) }

// jump gives an element the focus without the keyboard, and selects the text of a field.
func (p tab) jump(selector string) {
	p.t.Helper()
	p.must(p.Present(selector))
	p.must(p.Do(fmt.Sprintf(`((e) => { e.focus(); e.select?.() })(%s)`, browser.First(selector))))
}

// keys sends keydown events to an element, one after the other in one task.
func (p tab) keys(selector string, keys ...string) {
	p.t.Helper()
	p.must(p.Present(selector))
	p.must(p.Do(fmt.Sprintf(`%q.split(" ").forEach((key) => %s.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))`, strings.Join(keys, " "), browser.First(selector))))
}

// enter waits until a field or a list is enabled, gives it a value and sends it an event.
func (p tab) enter(selector, event, value string) {
	p.t.Helper()
	p.wait(settle, fmt.Sprintf(`!%s.disabled`, browser.First(selector)))
	p.must(p.Do(fmt.Sprintf(`((e) => { e.value = %q; e.dispatchEvent(new Event(%q, { bubbles: true })); })(%s)`, value, event, browser.First(selector))))
}
