package data

import "math"

// inkPoint is a point of a stroke in pixels, with the pen's radius there.
type inkPoint struct{ x, y, r float32 }

// drawLine puts the stroke from a to b, a round pen whose radius changes evenly, on the plane dst [h, w] of ink in
// [0,1]. Ink does not add up: a pixel keeps the most it has had. The edge falls from 1 to 0 over soft pixels, half of
// them inside the radius. Only pixels near the line are visited.
func drawLine(dst []float32, w, h int, a, b inkPoint, soft float32) {
	reach := max(a.r, b.r) + soft/2
	x0, x1 := max(int(min(a.x, b.x)-reach), 0), min(int(max(a.x, b.x)+reach)+1, w)
	y0, y1 := max(int(min(a.y, b.y)-reach), 0), min(int(max(a.y, b.y)+reach)+1, h)
	dx, dy, dr := b.x-a.x, b.y-a.y, b.r-a.r
	var inv float32
	if length2 := dx*dx + dy*dy; length2 > 1e-6 {
		inv = 1 / length2
	}
	steep := 1 / soft
	reach2 := reach * reach
	for y := y0; y < y1; y++ {
		py := float32(y) + 0.5 - a.y
		row := dst[y*w : y*w+w]
		for x := x0; x < x1; x++ {
			px := float32(x) + 0.5 - a.x
			t := (px*dx + py*dy) * inv
			if t < 0 {
				t = 0
			} else if t > 1 {
				t = 1
			}
			ex, ey := px-t*dx, py-t*dy
			d2 := ex*ex + ey*ey
			if d2 >= reach2 {
				continue
			}
			ink := (a.r+t*dr-float32(math.Sqrt(float64(d2))))*steep + 0.5
			if ink > 1 { // not min, which WebAssembly would make a call
				ink = 1
			}
			if ink > row[x] {
				row[x] = ink
			}
		}
	}
}
