//go:build e2e

package browser

import "github.com/chromedp/cdproto/emulation"

// Resize gives the tab another size in pixels.
func (t *Tab) Resize(width, height int) error {
	return t.do(send(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: 1}))
}
