//go:build !js

package netstage

import (
	"stridelab/app/ui"
	"stridelab/viz"
)

// painter holds the colours. Outside a browser nothing is painted.
type painter struct {
	theme                 viz.Theme
	sequential, diverging viz.Map
}

// Mount does nothing outside a browser.
func (s *Stage) Mount(r *ui.Releases) {}

// Retheme takes the colours of the page.
func (s *Stage) Retheme() {
	s.theme = ui.CurrentTheme()
	s.sequential, s.diverging = viz.Sequential(), viz.Diverging(s.theme)
}

// Frame does nothing outside a browser.
func (s *Stage) Frame(ms float64) {}
