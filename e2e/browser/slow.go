//go:build e2e

package browser

import (
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
)

// Slow makes the tab's main thread slower by a factor. Workers are not slowed down.
func (t *Tab) Slow(factor float64) error {
	return t.do(send(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor}))
}

// Before runs a script in each page before the page's own scripts.
func (t *Tab) Before(script string) error {
	return t.do(send(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
}
