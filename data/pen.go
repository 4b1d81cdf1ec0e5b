package data

import "math"

// inkPoint is a point of a stroke and the radius of the pen there, in pixels.
type inkPoint struct{ x, y, r float32 }

// drawLine draws a line from a to b with a round pen, whose radius changes evenly, on the plane dst
// [h, w] of ink in [0,1]. Ink does not add up: a pixel keeps its largest value. The edge falls from
// 1 to 0 over soft pixels, half of them inside the radius. Only pixels near the line are visited.
func drawLine(dst []float32, w, h int, a, b inkPoint, soft float32) {
	reach := max(a.r, b.r) + soft/2
	x0, x1 := max(int(min(a.x, b.x)-reach), 0), min(int(max(a.x, b.x)+reach)+1, w)
	y0, y1 := max(int(min(a.y, b.y)-reach), 0), min(int(max(a.y, b.y)+reach)+1, h)
	l := inkLine{a: a, dx: b.x - a.x, dy: b.y - a.y, dr: b.r - a.r, steep: 1 / soft, reach2: reach * reach}
	if length2 := l.dx*l.dx + l.dy*l.dy; length2 > 1e-6 {
		l.inv = 1 / length2
	}
	if x0 < x1 && y0 < y1 {
		l.ink(dst[:w*h], w, x0, x1, y0, y1)
	}
}

// inkLine is a line, with the values that are the same for all its pixels.
type inkLine struct {
	a          inkPoint // where it starts
	dx, dy, dr float32  // from there to its end
	inv        float32  // 1 divided by the square of its length, 0 for a point
	// Slope of the edge; the square of the distance within which there is ink.
	steep, reach2 float32
}

// inkScalar inks the pixels from x0 up to x1 of the rows from y0 up to y1.
func (l *inkLine) inkScalar(dst []float32, w, x0, x1, y0, y1 int) {
	for y := y0; y < y1; y++ {
		l.inkRow(dst[y*w:][:w], x0, x1, float32(y)+0.5-l.a.y)
	}
}

// inkRow inks one row, whose middle is py below the start of the line.
func (l *inkLine) inkRow(row []float32, x0, x1 int, py float32) {
	for x := x0; x < x1; x++ {
		px := float32(x) + 0.5 - l.a.x
		t := (px*l.dx + py*l.dy) * l.inv
		if t < 0 {
			t = 0
		} else if t > 1 {
			t = 1
		}
		ex, ey := px-t*l.dx, py-t*l.dy
		d2 := ex*ex + ey*ey
		if d2 >= l.reach2 {
			continue
		}
		ink := (l.a.r+t*l.dr-float32(math.Sqrt(float64(d2))))*l.steep + 0.5
		if ink > 1 { // min would be a call in WebAssembly
			ink = 1
		}
		if ink > row[x] {
			row[x] = ink
		}
	}
}
