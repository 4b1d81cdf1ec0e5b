package kernel

// Pooling of 8 channels at a time, channels last.

// maxPool8Scalar is maxPool2Scalar for y8 [h*w][8]. p8 [(h/2)*(w/2)][8] gets the maxima, and win
// their places in a plane whose rows have wide cells.
func maxPool8Scalar(p8 []float32, win []int32, y8 []float32, h, w, wide int) {
	for i := range h / 2 {
		upper, lower := y8[2*i*w*8:][:w*8], y8[(2*i+1)*w*8:][:w*8]
		at := 2 * i * wide
		for range w / 2 {
			for c := range 8 {
				best, where := upper[c], at
				if v := upper[c+8]; v > best || v != v {
					best, where = v, at+1
				}
				if v := lower[c]; v > best || v != v {
					best, where = v, at+wide
				}
				if v := lower[c+8]; v > best || v != v {
					best, where = v, at+wide+1
				}
				p8[c], win[c] = best, int32(where)
			}
			p8, win, upper, lower = p8[8:], win[8:], upper[16:], lower[16:]
			at += 2
		}
	}
}

// avgPool8Scalar is avgPool2Scalar for y8 [h*w][8]. p8 is [(h/2)*(w/2)][8].
func avgPool8Scalar(p8, y8 []float32, h, w int) {
	for i := range h / 2 {
		upper, lower := y8[2*i*w*8:][:w*8], y8[(2*i+1)*w*8:][:w*8]
		for range w / 2 {
			for c := range 8 {
				p8[c] = (upper[c] + upper[c+8] + lower[c] + lower[c+8]) * 0.25
			}
			p8, upper, lower = p8[8:], upper[16:], lower[16:]
		}
	}
}

// avgPool8GradScalar sets each cell of d8 [h*w][8] to a quarter of its window's number in p8. The
// cells of a last odd row or column are in no window and get 0.
func avgPool8GradScalar(d8, p8 []float32, h, w int) {
	for i := range h {
		row := d8[i*w*8:][:w*8]
		if i == h/2*2 {
			clear(row)
			return
		}
		from := p8[i/2*(w/2)*8:]
		for range w / 2 {
			for c := range 8 {
				v := from[c] * 0.25
				row[c], row[c+8] = v, v
			}
			row, from = row[16:], from[8:]
		}
		clear(row)
	}
}

// avgBackScalar takes the way back through 2x2 average pooling, an activation and a bias. It sets
// each cell of d8 [h*w][8] to a quarter of its window's number in p8, or to 0 in a last odd row or
// column, calls gradient, unless that is nil, for d8 and the activation's output y8, and adds the
// columns of d8, row by row, to sums [8].
func avgBackScalar(sums, d8, p8, y8 []float32, h, w int, gradient func(d, y []float32)) {
	avgPool8GradScalar(d8, p8, h, w)
	if gradient != nil {
		gradient(d8, y8)
	}
	addColumns8Scalar(sums, d8)
}

// addColumns8Scalar adds the eight columns of d8, row by row, to sums [8].
func addColumns8Scalar(sums, d8 []float32) {
	s := sums[:8]
	for ; len(d8) >= 8; d8 = d8[8:] {
		for c, v := range d8[:8] {
			s[c] += v
		}
	}
}
