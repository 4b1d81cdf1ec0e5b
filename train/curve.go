package train

import "math"

// curve collects points until a snapshot takes them. It never grows: should
// nobody take them, every second one is dropped when it is full.
type curve struct{ points []Point }

func newCurve(room int) curve { return curve{make([]Point, 0, room)} }

func (c *curve) add(p Point) {
	if len(c.points) == cap(c.points) {
		half := len(c.points) / 2
		for i := range half {
			c.points[i] = c.points[2*i]
		}
		c.points = c.points[:half]
	}
	c.points = append(c.points, p)
}

// take moves the points to dst, reusing its memory.
func (c *curve) take(dst []Point) []Point {
	dst = append(dst[:0], c.points...)
	c.points = c.points[:0]
	return dst
}

// smooth is a mean that forgets: each sample seen moves it by 1/memory. Weighing
// what was added makes the first values right, as Adam's bias correction does.
type smooth struct{ sum, weight float64 }

const smoothMemory = 1000 // samples

func (s *smooth) add(share float64, samples int) {
	keep := math.Exp(-float64(samples) / smoothMemory)
	s.sum = s.sum*keep + share*(1-keep)
	s.weight = s.weight*keep + (1 - keep)
}

// value is the mean, NaN before anything was added.
func (s *smooth) value() float32 {
	if s.weight == 0 {
		return float32(math.NaN())
	}
	return float32(s.sum / s.weight)
}
