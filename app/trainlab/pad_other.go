//go:build !js

package trainlab

import (
	"stridelab/app/ui"
	"stridelab/viz"
)

// listenPad connects the pad with pointer and keyboard until released.
func listenPad(l *Lab) ui.Releases { return nil }

// paintPad draws the pad.
func paintPad(k *Ink, pen Pen, theme viz.Theme) {}
