//go:build e2e

package browser

import "github.com/chromedp/cdproto/emulation"

// Slow makes the tab's main thread slower by a factor. Workers are not slowed down.
func (t *Tab) Slow(factor float64) error {
	return t.do(send(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor}))
}
