//go:build e2e

package browser

import "github.com/chromedp/cdproto/emulation"

// Slow slows the tab's main thread down by a factor. Workers keep their speed.
func (t *Tab) Slow(factor float64) error {
	return t.do(send(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor}))
}
