package ui

import "image"

// Cut is a part of an image, and the rectangle that Surface.Cuts draws it over, in CSS pixels.
type Cut struct {
	From       image.Rectangle
	X, Y, W, H float64
}
