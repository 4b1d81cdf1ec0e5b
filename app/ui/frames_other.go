//go:build !js

package ui

// Frames calls a function on every animation frame. Outside a browser there are no frames.
type Frames struct{}

// StartFrames calls draw before each repaint with the time in milliseconds.
func StartFrames(draw func(ms float64)) *Frames { return nil }

// Stop ends the loop.
func (f *Frames) Stop() {}
