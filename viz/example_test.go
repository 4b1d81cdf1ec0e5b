package viz_test

import (
	"fmt"
	"image"
	"image/color"

	"stridelab/viz"
)

// shade prints an image in five shades of ink, two characters a pixel so that pixels
// come out square.
func shade(img image.Image) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		line := "|" // bars, since an Example's output is compared without its outer spaces
		for x := b.Min.X; x < b.Max.X; x++ {
			g := color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y
			s := []string{"  ", "░░", "▒▒", "▓▓", "██"}[int(g)*4/255]
			line += s
		}
		fmt.Println(line + "|")
	}
}

func ExampleTile() {
	// The vertical edge of the course: three bright columns, three dark ones.
	edge := make([]float32, 36)
	for i := range edge {
		if i%6 < 3 {
			edge[i] = 10
		}
	}
	dst := image.NewRGBA(image.Rect(0, 0, 6, 3))
	viz.Tile(dst, edge, 6, 6, 1, viz.Range{Lo: 0, Hi: 10}, viz.Gray())
	shade(dst)
	// Output:
	// |██████      |
	// |██████      |
	// |██████      |
}

func ExampleTile_sequential() {
	ramp := []float32{0, 1, 2, 3, 4, 5, 6, 7}
	dst := image.NewRGBA(image.Rect(0, 0, 16, 2))
	viz.Tile(dst, ramp, 8, 1, 2, viz.RangeOf(ramp), viz.Sequential())
	shade(dst)
	// Output:
	// |        ░░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓|
	// |        ░░░░░░░░▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓|
}

func ExampleTileRGB() {
	// One white, one black and one middling pixel.
	dst := image.NewRGBA(image.Rect(0, 0, 6, 2))
	viz.TileRGB(dst, []float32{1, 0, .5, 1, 0, .5, 1, 0, .5}, 3, 1, 2, viz.Range{Hi: 1})
	shade(dst)
	// Output:
	// |████    ▒▒▒▒|
	// |████    ▒▒▒▒|
}

func ExampleNewGrid() {
	// Six filters of 3 by 3 pixels, one pixel apart, in a strip 12 wide.
	g := viz.NewGrid(6, 3, 3, 1, 12)
	dst := image.NewRGBA(image.Rectangle{Max: g.Size()})
	for i := range g.N {
		tile := dst.SubImage(g.Cell(i)).(*image.RGBA)
		viz.Tile(tile, []float32{float32(i)}, 1, 1, 3, viz.Range{Lo: -0.9, Hi: 5}, viz.Gray())
	}
	shade(dst)
	// Output:
	// |        ░░░░░░  ░░░░░░|
	// |        ░░░░░░  ░░░░░░|
	// |        ░░░░░░  ░░░░░░|
	// |                      |
	// |▒▒▒▒▒▒  ▓▓▓▓▓▓  ██████|
	// |▒▒▒▒▒▒  ▓▓▓▓▓▓  ██████|
	// |▒▒▒▒▒▒  ▓▓▓▓▓▓  ██████|
}

func ExampleDownsample() {
	x := make([]float64, 1000)
	y := make([]float64, 1000)
	for i := range x {
		x[i] = float64(i)
	}
	y[500] = 9 // a spike that a plain "every hundredth point" would lose
	dx, dy := viz.Downsample(x, y, 3)
	fmt.Println(dx)
	fmt.Println(dy)
	// Output:
	// [0 332 333 500 665 666 999]
	// [0 0 0 9 0 0 0]
}

func ExampleScale_Ticks() {
	for _, t := range (viz.Scale{Range: viz.Range{Lo: 0.001, Hi: 10}, Log: true}).Ticks(6) {
		fmt.Println(t.Label)
	}
	// Output:
	// 0.001
	// 0.01
	// 0.1
	// 1
	// 10
}

func ExampleScene_SVG() {
	s := viz.Scene{W: 40, H: 20, Title: "the window now"}
	s.Add(viz.Rect{X: 2.5, Y: 2.5, W: 15, H: 15, Fill: viz.Signed(-0.5), Stroke: viz.Stroke{Paint: viz.Fill(viz.Accent), Width: 2}})
	fmt.Println(s.SVG())
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" class="viz" viewBox="0 0 40 20" width="40" height="20" role="img" aria-label="the window now">
	// <rect x="2.5" y="2.5" width="15" height="15" class="f-negative s-accent" fill-opacity="0.5" stroke-width="2"/>
	// </svg>
}
