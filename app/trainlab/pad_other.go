//go:build !js

package trainlab

import (
	"stridelab/app/ui"
	"stridelab/viz"
)

// listenPad does nothing: outside a browser there is no pad.
func listenPad(l *Lab) ui.Releases { return nil }

// paintPad does nothing.
func paintPad(k *Ink, pen Pen, theme viz.Theme) {}
