package train

import (
	"math"

	"stridelab/data"
)

// Augment changes each training sample a little before the network sees it, in every epoch
// differently. The zero value changes nothing. Test samples are never changed.
type Augment struct {
	Shift  int     // moves by up to so many pixels, in each direction: 0 to MaxShift
	Rotate float64 // turns by up to so many degrees, clockwise or not: 0 to MaxRotate
}

// Limits of an Augment.
const (
	MaxShift  = 32
	MaxRotate = 180
)

func (a Augment) validate() error {
	if a.Shift < 0 || a.Shift > MaxShift {
		return &Error{Code: CodeShift, Args: []any{a.Shift, MaxShift}}
	}
	if !(a.Rotate >= 0 && a.Rotate <= MaxRotate) {
		return &Error{Code: CodeRotate, Args: []any{a.Rotate, MaxRotate}}
	}
	return nil
}

// An augmenter changes samples of one size. It owns scratch memory.
type augmenter struct {
	Augment
	c, h, w int
	before  []float32
}

func newAugmenter(a Augment, info data.Info) *augmenter {
	if a == (Augment{}) {
		return nil
	}
	return &augmenter{Augment: a, c: info.C, h: info.H, w: info.W, before: make([]float32, info.C*info.H*info.W)}
}

// change changes a sample, [c, h, w], as the random numbers of draw say. Where the image ends, its
// outermost pixels go on. A move is by whole pixels. With a turn, each pixel is the mean of the
// four that it falls between, weighted by how near they are.
func (a *augmenter) change(x []float32, draw uint64) {
	copy(a.before, x)
	side := uint64(2*a.Shift + 1)
	dx := int(mix(draw, 0)%side) - a.Shift
	dy := int(mix(draw, 1)%side) - a.Shift
	if a.Rotate == 0 {
		a.move(x, dx, dy)
		return
	}
	share := float64(mix(draw, 2)>>11) / (1 << 53) // in [0, 1)
	sin, cos := math.Sincos((2*share - 1) * a.Rotate * math.Pi / 180)
	a.turn(x, float32(dx), float32(dy), float32(sin), float32(cos))
}

func (a *augmenter) move(x []float32, dx, dy int) {
	for plane := range a.c {
		at := plane * a.h * a.w
		for row := range a.h {
			from := at + within(row-dy, a.h)*a.w
			for col := range a.w {
				x[at+row*a.w+col] = a.before[from+within(col-dx, a.w)]
			}
		}
	}
}

// turn looks up where each pixel was before the turn about the centre and the move. Each product
// is rounded (float32), so that no processor fuses it with an addition: the bits are the same
// everywhere.
func (a *augmenter) turn(x []float32, dx, dy, sin, cos float32) {
	midRow, midCol := float32(a.h-1)/2, float32(a.w-1)/2
	size := a.h * a.w
	for row := range a.h {
		for col := range a.w {
			v, u := float32(row)-midRow-dy, float32(col)-midCol-dx
			fromRow := float32(cos*v) - float32(sin*u) + midRow
			fromCol := float32(sin*v) + float32(cos*u) + midCol
			top, left := int(math.Floor(float64(fromRow))), int(math.Floor(float64(fromCol)))
			down, right := fromRow-float32(top), fromCol-float32(left)
			r0, r1 := within(top, a.h)*a.w, within(top+1, a.h)*a.w
			c0, c1 := within(left, a.w), within(left+1, a.w)
			for at := 0; at < len(x); at += size {
				p := a.before[at:]
				upper := p[r0+c0] + float32(right*(p[r0+c1]-p[r0+c0]))
				lower := p[r1+c0] + float32(right*(p[r1+c1]-p[r1+c0]))
				x[at+row*a.w+col] = upper + float32(down*(lower-upper))
			}
		}
	}
}

// within returns the nearest index of n.
func within(i, n int) int { return min(max(i, 0), n-1) }
