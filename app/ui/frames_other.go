//go:build !js

package ui

// Frames calls a function on every animation frame. Outside a browser there are no frames.
type Frames struct{}

// StartFrames calls draw before each repaint with the time in milliseconds.
func StartFrames(draw func(ms float64)) *Frames { return nil }

// StartFramesWhen calls draw before a repaint where due returns 0.
func StartFramesWhen(due func(ms float64) (wait float64), draw func(ms float64)) *Frames { return nil }

// Stop ends the loop.
func (f *Frames) Stop() {}

// Now is the time in milliseconds. Outside a browser it stands still.
func Now() float64 { return 0 }
