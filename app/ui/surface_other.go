//go:build !js

package ui

import (
	"image"

	"stridelab/viz"
)

// Surface draws on a canvas of the document. Outside a browser there is none.
type Surface struct{}

// OpenSurface finds a canvas by its id. It returns nil outside a browser.
func OpenSurface(canvasID string) *Surface { return nil }

// Fit gives the canvas as many pixels as it covers on the screen.
func (s *Surface) Fit() (w, h float64, changed bool) { return 0, 0, false }

// FitTo sets the size of the canvas to w×h units of zoom CSS pixels each.
func (s *Surface) FitTo(w, h, zoom float64) (changed bool) { return false }

// Erase makes the whole canvas transparent.
func (s *Surface) Erase() {}

// Clear paints the whole canvas with the theme's paper.
func (s *Surface) Clear(t viz.Theme) {}

// Scene draws a scene with its upper left corner at (x, y).
func (s *Surface) Scene(sc viz.Scene, x, y float64, t viz.Theme) {}

// Image draws an image over a rectangle in CSS pixels, without smoothing its pixels.
func (s *Surface) Image(img *image.RGBA, x, y, w, h float64) {}

// Cuts draws parts of one image, which goes to the browser once.
func (s *Surface) Cuts(img *image.RGBA, cuts []Cut) {}
