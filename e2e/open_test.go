//go:build e2e

package e2e

import (
	"testing"
	"time"

	"stridelab/e2e/browser"
)

// pages are the paths of the English pages (DESIGN 4).
func pages() []string {
	return []string{"/", "/conv", "/pool", "/sharing", "/network", "/train", "/invariance"}
}

// languages are the prefixes of the paths, with their tags.
func languages() map[string]string { return map[string]string{"": "en", "/ko": "ko"} }

// inLanguage returns a page's path behind the prefix of its language.
func inLanguage(prefix, path string) string {
	if prefix != "" && path == "/" {
		return prefix
	}
	return prefix + path
}

// startServer starts a server for the length of the test, and holds that it ends well.
func startServer(t *testing.T, args ...string) *browser.Server {
	t.Helper()
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

// launch starts a browser for the length of the test.
func launch(t *testing.T) *browser.Chromium {
	t.Helper()
	chromium, err := browser.Launch()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(chromium.Close)
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

// openPage opens a page in a browser and from a server of its own.
func openPage(t *testing.T, path string, o browser.Options) tab {
	t.Helper()
	server := startServer(t)
	page := open(t, launch(t), server.URL, o)
	page.visit(path)
	return page
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
