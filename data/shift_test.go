package data

import (
	"slices"
	"testing"
)

func TestShiftMovesPixelsAndFillsWithZero(t *testing.T) {
	const c, h, w = 2, 5, 4
	src, got := make([]float32, c*h*w), make([]float32, c*h*w)
	for i := range src {
		src[i] = float32(i + 1)
	}
	for dy := -h - 1; dy <= h+1; dy++ {
		for dx := -w - 1; dx <= w+1; dx++ {
			want := make([]float32, c*h*w)
			for p := range c {
				for y := range h {
					for x := range w {
						if fy, fx := y-dy, x-dx; fy >= 0 && fy < h && fx >= 0 && fx < w {
							want[(p*h+y)*w+x] = src[(p*h+fy)*w+fx]
						}
					}
				}
			}
			Shift(got, src, c, h, w, dx, dy)
			if !slices.Equal(got, want) {
				t.Errorf("by %d right, %d down: got %v, want %v", dx, dy, got, want)
			}
		}
	}
}
