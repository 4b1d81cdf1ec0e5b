package trainlab

import (
	"math"

	"stridelab/train"
)

// The pad is a square of PadSize×PadSize cells of ink in [0,1], drawn finer than the network sees
// so that a slow hand makes a smooth line. What the network gets is the small picture of Ink.Digit.
const (
	PadSize   = 140
	DigitSize = 28
	penRadius = 6.5 // pad cells; about 2.6 cells of the 28×28 picture across, as in MNIST
)

// Ink is a drawing: what the learner put on the pad.
type Ink struct {
	cells [PadSize * PadSize]float32
	any   bool
}

// Empty reports whether nothing is drawn.
func (k *Ink) Empty() bool { return !k.any }

// Clear wipes the pad.
func (k *Ink) Clear() { *k = Ink{} }

// At is the ink of the cell in column x, row y, in [0,1].
func (k *Ink) At(x, y int) float32 { return k.cells[y*PadSize+x] }

// Stroke draws a line with a round pen from (x0,y0) to (x1,y1), in pad cells; equal ends make a
// dot. Parts outside the pad are cut off.
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
			ink := float32(min(1, max(0, penRadius+0.5-distance))) // one cell of soft edge
			if ink > k.cells[y*PadSize+x] {
				k.cells[y*PadSize+x] = ink
				k.any = true
			}
		}
	}
}

func outOfRange(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 1e6 }

// frame is the picture that is made of a drawing: as the training images are, so that the network
// reads it as one of them.
type frame struct {
	h, w  int
	box   int  // longer side of what is drawn, in cells
	light bool // dark ink on light ground
}

// mnistFrame is that of MNIST's digits (LeCun et al., "The MNIST database", 1998).
func mnistFrame() frame { return frame{DigitSize, DigitSize, 20, false} }

// padFrame is the frame for the data of the present run. The built-in digits are made to be read
// beside MNIST's. In files the ink is as large, and as dark, as Info.Look says.
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

// Digit writes the drawing into dst as MNIST's digits are made: the ink's bounding box is scaled,
// keeping its shape, to fit the frame's box, and its centre of mass set into the middle of the
// frame. dst is [h*w], row by row. Ink is 1 on background 0, or 0 on 1 in a light frame. It returns
// false, and dst all background, when the pad is empty.
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

// shrink writes the drawing, ink 1, into dst, which is all 0. It returns false when the pad is
// empty.
func (k *Ink) shrink(dst []float32, f frame) bool {
	x0, y0, x1, y1, ok := k.bounds()
	if !ok {
		return false
	}
	edge := float64(max(x1-x0, y1-y0))
	// Pad cells a picture cell. A dot is not blown up to a disc: nothing grows to more than two and
	// a half times the size that it has when the whole pad is the picture.
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
	// Pad cell (x, y) falls into picture cell ((x-left)/scale, (y-top)/scale).
	left := mx/mass - scale*float64(f.w)/2
	top := my/mass - scale*float64(f.h)/2
	for j := range f.h {
		for i := range f.w {
			dst[j*f.w+i] = k.area(left+float64(i)*scale, top+float64(j)*scale, scale)
		}
	}
	return true
}

// bounds is the half-open box that holds all ink.
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

// area is the mean ink of the square of the given edge at (left, top).
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
