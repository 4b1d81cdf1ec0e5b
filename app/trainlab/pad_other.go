//go:build !js

package trainlab

import "stridelab/viz"

// listenPad connects the pad with pointer and keyboard until release.
func listenPad(l *Lab) (release func()) { return func() {} }

// paintPad draws the pad.
func paintPad(k *Ink, pen Pen, theme viz.Theme) {}
