//go:build e2e

package browser

import (
	"github.com/chromedp/cdproto/emulation"
)

// Print shows the page as it is printed while the system is in its dark mode.
func (t *Tab) Print() error {
	return t.act(send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print", Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: "dark"}, {Name: "prefers-reduced-motion", Value: "reduce"}}}))
}
