//go:build e2e

package browser

import (
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// LaunchRefusing starts a Chromium whose settings allow no site to store data. It prefers
// an ordinary Chromium: the headless shell has no settings and stores data nevertheless
// (see RefuseStorage).
func LaunchRefusing() (*Chromium, error) {
	profile, err := os.MkdirTemp("", "stridelab-refusing-")
	if err != nil {
		return nil, err
	}
	remove := func() { os.RemoveAll(profile) }
	if err := os.Mkdir(filepath.Join(profile, "Default"), 0o700); err == nil {
		err = os.WriteFile(filepath.Join(profile, "Default", "Preferences"),
			[]byte(`{"profile":{"default_content_setting_values":{"cookies":2}}}`), 0o600)
	}
	if err != nil {
		remove()
		return nil, err
	}
	c, err := start(withSettings(), chromedp.UserDataDir(profile))
	if err != nil {
		remove()
		return nil, err
	}
	c.stop = append(c.stop, remove)
	return c, nil
}

// Prepare adds a script to each page that is loaded from now on. It runs before the page's own.
func (t *Tab) Prepare(script string) error {
	return t.do(send(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
}

// RefuseStorage makes reading localStorage and sessionStorage throw in each page that is loaded
// from now on, as in a browser that allows no site to store data.
func (t *Tab) RefuseStorage() error {
	return t.Prepare(`for (const name of ["localStorage", "sessionStorage"]) {
		Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("Access is denied for this document.", "SecurityError") } });
	}`)
}

// Load loads a page. Unlike Goto it does not wait for the interface to answer.
func (t *Tab) Load(path string) error { return t.do(chromedp.Navigate(t.base + path)) }
