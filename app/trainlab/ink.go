package trainlab

import "math"

// The pad is a square of PadSize×PadSize cells of ink in [0,1], drawn finer than the network sees
// so that a slow hand makes a smooth line. What the network gets is the 28×28 picture of Ink.Digit.
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
	if bad(x0) || bad(y0) || bad(x1) || bad(y1) {
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

func bad(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 1e6 }

// Digit writes the drawing into dst as MNIST's digits are made: the ink's bounding box is scaled,
// keeping its shape, to fit 20×20, and set into 28×28 so that its centre of mass is in the middle
// (LeCun et al., "The MNIST database", 1998). dst is [28*28], row by row, ink 1 on background 0. It
// returns false, and dst all 0, when the pad is empty.
func (k *Ink) Digit(dst []float32) bool {
	if len(dst) != DigitSize*DigitSize {
		panic("trainlab: digit needs 28*28 cells")
	}
	clear(dst)
	x0, y0, x1, y1, ok := k.bounds()
	if !ok {
		return false
	}
	const box = 20
	edge := float64(max(x1-x0, y1-y0))
	scale := max(edge/box, 2) // pad cells a picture cell; a dot is not blown up to a disc
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
	left := mx/mass - scale*DigitSize/2
	top := my/mass - scale*DigitSize/2
	for j := 0; j < DigitSize; j++ {
		for i := 0; i < DigitSize; i++ {
			dst[j*DigitSize+i] = k.area(left+float64(i)*scale, top+float64(j)*scale, scale)
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
