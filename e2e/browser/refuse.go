//go:build e2e

package browser

import (
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// LaunchRefusing starts a Chromium that is set to let no site keep data: an ordinary one, where there is one, since the
// headless shell has no settings and keeps data all the same (see RefuseStorage).
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
	c, err := start(settable(), chromedp.UserDataDir(profile))
	if err != nil {
		remove()
		return nil, err
	}
	c.stop = append(c.stop, remove)
	return c, nil
}

// Prepare has a script run in each page that is loaded from now on, before its own.
func (t *Tab) Prepare(script string) error {
	return t.do(send(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
}

// RefuseStorage has each page that is loaded from now on find what one finds in a browser
// that lets it keep no data.
func (t *Tab) RefuseStorage() error {
	return t.Prepare(`for (const name of ["localStorage", "sessionStorage"]) {
		Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("Access is denied for this document.", "SecurityError") } });
	}`)
}

// Load loads a page and does not wait for its interface to answer.
func (t *Tab) Load(path string) error { return t.do(chromedp.Navigate(t.base + path)) }
