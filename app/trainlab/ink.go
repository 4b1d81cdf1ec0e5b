package trainlab

import (
	"math"

	"stridelab/train"
)

// The pad is a square of PadSize×PadSize cells of ink in [0,1]. It is finer than what the network
// gets, so that a slow hand draws a smooth line. Ink.Digit makes the small picture that the network
// gets.
const (
	PadSize   = 140
	DigitSize = 28
	penRadius = 6.5 // pad cells; a line is 2.6 cells of the 28×28 picture wide, about as in MNIST
)

// Ink is a drawing on the pad. The zero value is empty.
type Ink struct {
	cells [PadSize * PadSize]float32
	any   bool
}

// Empty reports whether nothing is drawn.
func (k *Ink) Empty() bool { return !k.any }

// Clear wipes the pad.
func (k *Ink) Clear() { *k = Ink{} }

// At returns the ink of the cell in column x and row y, in [0,1].
func (k *Ink) At(x, y int) float32 { return k.cells[y*PadSize+x] }

// Stroke draws a line with a round pen from (x0,y0) to (x1,y1), in pad cells. Equal ends make a
// dot. Parts outside the pad are cut off, and a line with an end that is not finite or very far
// away is not drawn.
func (k *Ink) Stroke(x0, y0, x1, y1 float64) {
	if outOfRange(x0) || outOfRange(y0) || outOfRange(x1) || outOfRange(y1) {
		return
	}
	lo := func(a, b float64) int { return max(0, int(math.Floor(min(a, b)-penRadius-1))) }
	hi := func(a, b float64) int { return min(PadSize-1, int(math.Ceil(max(a, b)+penRadius+1))) }
	dx, dy := x1-x0, y1-y0
	length2 := dx*dx + dy*dy
	for y := lo(y0, y1); y <= hi(y0, y1); y++ {
		for x := lo(x0, x1); x <= hi(x0, x1); x++ {
			px, py := float64(x)+0.5-x0, float64(y)+0.5-y0
			t := 0.0
			if length2 > 0 {
				t = min(1, max(0, (px*dx+py*dy)/length2))
			}
			distance := math.Hypot(px-t*dx, py-t*dy)
			ink := float32(min(1, max(0, penRadius+0.5-distance))) // the edge is soft over one cell
			if ink > k.cells[y*PadSize+x] {
				k.cells[y*PadSize+x] = ink
				k.any = true
			}
		}
	}
}

// outOfRange reports whether a coordinate is NaN or too far away to draw to.
func outOfRange(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 1e6 }

// frame says how a drawing becomes a picture for the network: as large as the training images, and
// with ink as in them.
type frame struct {
	h, w  int
	box   int  // longer side of the ink, in cells of the picture
	light bool // dark ink on a light background
}

// mnistFrame returns the frame of MNIST's digits (LeCun et al., "The MNIST database", 1998).
func mnistFrame() frame { return frame{DigitSize, DigitSize, 20, false} }

// padFrame returns the frame for the data of the present run. The built-in digits are like MNIST's.
// For files Info.Look says how large and how dark the ink is.
func (s *session) padFrame() frame {
	info := s.store.Dataset.Info
	if s.store.Dataset.Kind != train.Files || info.H < 1 || info.W < 1 {
		return mnistFrame()
	}
	f := frame{info.H, info.W, 20 * min(info.H, info.W) / DigitSize, info.Look.Light}
	if info.Look.Pictures > 0 {
		f.box = info.Look.Edge.Mid
	}
	f.box = min(max(1, f.box), info.H, info.W)
	return f
}

// Digit writes the drawing into dst, made as MNIST's digits are: the ink is scaled to fit the
// frame's box, without changing its shape, and its centre of mass is put into the middle of the
// frame. dst is [h*w], row by row. Ink is 1 on background 0, in a light frame 0 on background 1. If
// the pad is empty, Digit returns false and dst is all background. It panics if dst does not have
// the frame's size.
func (k *Ink) Digit(dst []float32, f frame) bool {
	if len(dst) != f.h*f.w {
		panic("trainlab: digit does not fit its frame")
	}
	clear(dst)
	drawn := k.shrink(dst, f)
	if f.light {
		for i, v := range dst {
			dst[i] = 1 - v
		}
	}
	return drawn
}

// shrink writes the drawing into dst, which must be all 0, with ink as 1. It returns false if the
// pad is empty.
func (k *Ink) shrink(dst []float32, f frame) bool {
	x0, y0, x1, y1, ok := k.bounds()
	if !ok {
		return false
	}
	edge := float64(max(x1-x0, y1-y0))
	// Pad cells in a picture cell. A dot must not become a large disc: nothing grows to more than
	// two and a half times the size that it has if the whole pad becomes the picture.
	scale := max(edge/float64(f.box), 0.4*PadSize/float64(max(f.h, f.w)))
	mass, mx, my := 0.0, 0.0, 0.0
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			v := float64(k.At(x, y))
			mass += v
			mx += v * (float64(x) + 0.5)
			my += v * (float64(y) + 0.5)
		}
	}
	// Pad cell (x, y) belongs to picture cell ((x-left)/scale, (y-top)/scale).
	left := mx/mass - scale*float64(f.w)/2
	top := my/mass - scale*float64(f.h)/2
	for j := range f.h {
		for i := range f.w {
			dst[j*f.w+i] = k.area(left+float64(i)*scale, top+float64(j)*scale, scale)
		}
	}
	return true
}

// bounds returns the smallest box that holds all ink; x1 and y1 are exclusive. ok is false if there
// is no ink.
func (k *Ink) bounds() (x0, y0, x1, y1 int, ok bool) {
	x0, y0 = PadSize, PadSize
	for y := 0; y < PadSize; y++ {
		for x := 0; x < PadSize; x++ {
			if k.At(x, y) > 0 {
				x0, y0 = min(x0, x), min(y0, y)
				x1, y1 = max(x1, x+1), max(y1, y+1)
			}
		}
	}
	return x0, y0, x1, y1, x1 > x0
}

// area returns the mean ink of the square with its upper left corner at (left, top). The arguments
// are in pad cells. Outside the pad there is no ink.
func (k *Ink) area(left, top, edge float64) float32 {
	sum := 0.0
	for y := max(0, int(math.Floor(top))); y < PadSize && float64(y) < top+edge; y++ {
		h := min(float64(y+1), top+edge) - max(float64(y), top)
		for x := max(0, int(math.Floor(left))); x < PadSize && float64(x) < left+edge; x++ {
			w := min(float64(x+1), left+edge) - max(float64(x), left)
			sum += h * w * float64(k.At(x, y))
		}
	}
	return float32(min(1, sum/(edge*edge)))
}
