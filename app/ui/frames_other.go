//go:build !js

package ui

// Frames calls a function on every animation frame; outside a browser there are none.
type Frames struct{}

// StartFrames calls draw before each repaint with the time in milliseconds.
func StartFrames(draw func(ms float64)) *Frames { return nil }

// Stop ends the loop.
func (f *Frames) Stop() {}
