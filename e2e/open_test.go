//go:build e2e

package e2e

import (
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

// pages are the paths of the English pages, home first.
func pages() []string { return app.Paths() }

// languages are the prefixes of the paths, with their tags.
func languages() map[string]string {
	tags := map[string]string{}
	for _, l := range lang.All() {
		tags[l.Prefix()] = l.Tag()
	}
	return tags
}

// inLanguage returns a page's path behind the prefix of its language.
func inLanguage(prefix, path string) string {
	if prefix != "" && path == "/" {
		return prefix
	}
	return prefix + path
}

// house is the server and the browser of all tests that need none of their own. A tab stays open in it, and with it the
// program of the pages as the browser has compiled it.
var house struct {
	sync.Once
	server   *browser.Server
	chromium *browser.Chromium
	err      error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if house.chromium != nil {
		house.chromium.Close()
	}
	if house.server != nil {
		if err := house.server.Stop(); err != nil {
			fmt.Println("FAIL: the server did not end well:", err)
			code = 1
		}
	}
	os.Exit(code)
}

// enter opens the house with the first test that enters it.
func enter(t *testing.T) (*browser.Server, *browser.Chromium) {
	t.Helper()
	house.Do(func() {
		if house.server, house.err = browser.StartServer(); house.err != nil {
			return
		}
		if house.chromium, house.err = browser.Launch(); house.err != nil {
			return
		}
		var first *browser.Tab
		if first, house.err = house.chromium.Open(house.server.URL, browser.Options{}); house.err == nil {
			house.err = first.Goto("/")
		}
	})
	if house.err != nil {
		t.Fatal(house.err)
	}
	return house.server, house.chromium
}

// startServer gives the house's server or, where there are arguments, one that runs for the
// length of the test.
func startServer(t *testing.T, args ...string) *browser.Server {
	t.Helper()
	if len(args) == 0 {
		server, _ := enter(t)
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

// launch gives the house's browser.
func launch(t *testing.T) *browser.Chromium {
	t.Helper()
	_, chromium := enter(t)
	return chromium
}

// A tab is a browser's tab whose faults are the test's.
type tab struct {
	*browser.Tab
	t *testing.T
}

// open opens a tab for the length of the test. Whatever it complains of fails the test.
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
	server, chromium := enter(t)
	page := open(t, chromium, server.URL, o)
	page.visit(path)
	return page
}

// onEach runs a test on each of the paths, in a tab of its own: tabs that stayed open would go on drawing.
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

// click clicks a control by its hook, once it can be clicked.
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

// eval returns what an expression is worth.
func eval[T any](p tab, expression string) T {
	p.t.Helper()
	v, err := browser.Eval[T](p.Tab, expression)
	p.must(err)
	return v
}

// focus brings the keyboard to an element, by the Tab key.
func (p tab) focus(selector string) { p.t.Helper(); p.tabTo(selector) }

// jump gives an element the focus without the keys that lie between, and selects what a field holds.
func (p tab) jump(selector string) {
	p.t.Helper()
	p.must(p.Present(selector))
	p.must(p.Do(fmt.Sprintf(`((e) => { e.focus(); e.select?.() })(%s)`, browser.First(selector))))
}

// keys presses keys on an element, one after the other in one task.
func (p tab) keys(selector string, keys ...string) {
	p.t.Helper()
	p.must(p.Present(selector))
	p.must(p.Do(fmt.Sprintf(`%q.split(" ").forEach((key) => %s.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))`, strings.Join(keys, " "), browser.First(selector))))
}

// enter gives a field or a list a value as a person would, once it can be changed.
func (p tab) enter(selector, event, value string) {
	p.t.Helper()
	p.wait(settle, fmt.Sprintf(`!%s.disabled`, browser.First(selector)))
	p.must(p.Do(fmt.Sprintf(`((e) => { e.value = %q; e.dispatchEvent(new Event(%q, { bubbles: true })); })(%s)`, value, event, browser.First(selector))))
}
