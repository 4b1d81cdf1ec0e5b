package data

// Shift moves a picture by dx pixels to the right and dy down. Pixels that leave it are lost, and
// those that come in are
// 0. dst and src are [c, h, w] and must not overlap. It panics when either has another length.
func Shift(dst, src []float32, c, h, w, dx, dy int) {
	if len(dst) != c*h*w || len(src) != len(dst) {
		panic(panicDst)
	}
	clear(dst)
	// Columns from x0 up to x1 of dst come from src.
	x0, x1 := max(0, dx), min(w, w+dx)
	if x0 >= x1 {
		return
	}
	for plane := range c {
		at := plane * h * w
		for y := max(0, dy); y < min(h, h+dy); y++ {
			copy(dst[at+y*w+x0:at+y*w+x1], src[at+(y-dy)*w+x0-dx:])
		}
	}
}
