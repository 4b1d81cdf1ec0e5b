package app

import (
	"image"
	"math"
	"strconv"
	"strings"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/viz"
)

// edgeFigure is the picture on the home page: a built-in digit, the filter for vertical
// edges, and what nn's convolution makes of the two. Nothing in it is drawn by hand.
type edgeFigure struct {
	Digit  []float32 // [32, 32], 0 to 1
	Output []float32 // [30, 30]
	Row    int       // of the window shown
	Col    int
	Result float32 // the output there
}

const (
	edgeSide = 32
	edgeOut  = edgeSide - 2
)

// edgeKernel is the course's filter for vertical edges: bright on the left, dark on the right.
func edgeKernel() []float32 { return []float32{1, 0, -1, 1, 0, -1, 1, 0, -1} }

// edgeSeed and edgeSample pick a digit with upright strokes.
const (
	edgeSeed   = 1
	edgeSample = 3
)

func newEdgeFigure() edgeFigure {
	f := edgeFigure{Digit: make([]float32, edgeSide*edgeSide)}
	data.NewDigits(edgeSeed, false).TestSample(edgeSample, f.Digit)
	x := nn.Tensor{Shape: [4]int{1, 1, edgeSide, edgeSide}, Data: f.Digit}
	w := nn.Tensor{Shape: [4]int{1, 1, 3, 3}, Data: edgeKernel()}
	y := nn.NewTensor(1, 1, edgeOut, edgeOut)
	nn.ConvForward(y, x, w, []float32{0}, nn.Geometry{F: 3, S: 1, D: 1})
	f.Output = y.Data
	// The window shown is the one with the largest output.
	for i, v := range f.Output {
		if v > f.Result {
			f.Result, f.Row, f.Col = v, i/edgeOut, i%edgeOut
		}
	}
	return f
}

// Scene lays the three pictures out in a row, ∗ and = between them.
func (f edgeFigure) Scene(title string) viz.Scene {
	const (
		cell   = 6.0
		side   = edgeSide * cell
		gap    = 48.0
		kcell  = 34.0
		kside  = 3 * kcell
		out    = edgeOut * cell
		pad    = 2.0 // for the lines on the edge
		kernel = pad + side + gap
		output = kernel + kside + gap
	)
	s := viz.Scene{W: output + out + pad, H: side + 2*pad, Title: title}
	line := viz.Stroke{Paint: viz.Fill(viz.Line)}
	middle := s.H / 2

	digit := image.NewRGBA(image.Rect(0, 0, edgeSide, edgeSide))
	viz.Tile(digit, f.Digit, edgeSide, edgeSide, 1, viz.Range{Lo: 0, Hi: 1}, viz.Gray())
	s.Add(viz.Image{X: pad, Y: pad, W: side, H: side, Pix: digit})
	s.Add(viz.Rect{X: pad, Y: pad, W: side, H: side, Stroke: line})

	top := middle - kside/2
	for i, v := range edgeKernel() {
		x, y := kernel+float64(i%3)*kcell, top+float64(i/3)*kcell
		s.Add(viz.Rect{X: x, Y: y, W: kcell, H: kcell, Fill: viz.Signed(float64(v) * 0.3), Stroke: line},
			viz.Text{X: x + kcell/2, Y: y + kcell/2 + 6, S: formatSigned(v), Size: 18, Anchor: viz.Middle})
	}
	s.Add(viz.Text{X: kernel - gap/2, Y: middle + 8, S: "∗", Size: 24, Anchor: viz.Middle},
		viz.Text{X: output - gap/2, Y: middle + 8, S: "=", Size: 24, Anchor: viz.Middle})

	values := make([]float32, len(f.Output))
	for i, v := range f.Output {
		values[i] = v / 3 // three cells of 1 are the most that the filter can give
	}
	outTop := middle - out/2
	s.Add(viz.SignedCells{X: output, Y: outTop, Cell: cell, W: edgeOut, H: edgeOut, Values: values})
	s.Add(viz.Rect{X: output, Y: outTop, W: out, H: out, Stroke: line})

	// The window on the input, and the cell it computes, ringed on the output.
	wx, wy := pad+float64(f.Col)*cell, pad+float64(f.Row)*cell
	s.Add(viz.Rect{X: wx - 1, Y: wy - 1, W: 3*cell + 2, H: 3*cell + 2, Stroke: viz.Stroke{Paint: viz.Fill(viz.Paper), Width: 5}},
		viz.Rect{X: wx - 1, Y: wy - 1, W: 3*cell + 2, H: 3*cell + 2, Stroke: viz.Stroke{Paint: viz.Fill(viz.Accent), Width: 2.5}})
	s.Add(ring(output+(float64(f.Col)+0.5)*cell, outTop+(float64(f.Row)+0.5)*cell, cell*1.25))
	return s
}

// ring is a circle as a polygon, open in the middle so that the cell inside shows.
func ring(x, y, r float64) viz.Polyline {
	const corners = 32
	p := viz.Polyline{Closed: true, Stroke: viz.Stroke{Paint: viz.Fill(viz.Result), Width: 2.5}}
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		p.Points = append(p.Points, viz.Point{X: x + r*cos, Y: y + r*sin})
	}
	return p
}

// formatSigned writes a number to two decimals at most, with a proper minus sign.
func formatSigned(v float32) string {
	s := strconv.FormatFloat(math.Round(float64(v)*100)/100, 'f', -1, 64)
	return strings.Replace(s, "-", "−", 1)
}
