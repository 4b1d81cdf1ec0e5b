package kernel

// MaxPool2 pools one h by w plane with 2x2 windows at stride 2. out gets the maxima, and win the
// indices in plane of the cells that have them: of equal ones the first. A NaN counts as the
// maximum of its window, of several the last. out and win hold h/2 by w/2 numbers. It panics when
// the lengths do not fit.
func MaxPool2(out []float32, win []int32, plane []float32, h, w int) {
	if h < 0 || w < 0 || len(plane) != h*w || len(out) != (h/2)*(w/2) || len(win) != len(out) {
		panic(badLength)
	}
	maxPool2(out, win, plane, h, w)
}

// AvgPool2 pools one h by w plane with 2x2 windows at stride 2. out, h/2 by w/2, gets the means.
// It panics when the lengths do not fit.
func AvgPool2(out, plane []float32, h, w int) {
	if h < 0 || w < 0 || len(plane) != h*w || len(out) != (h/2)*(w/2) {
		panic(badLength)
	}
	avgPool2(out, plane, h, w)
}

// AvgPool2Grad sets each cell of plane, h by w, to a quarter of its window's number in d, h/2 by
// w/2. It leaves a last odd row or column as it is. It panics when the lengths do not fit.
func AvgPool2Grad(plane, d []float32, h, w int) {
	if h < 0 || w < 0 || len(plane) != h*w || len(d) != (h/2)*(w/2) {
		panic(badLength)
	}
	avgPool2Grad(plane, d, h, w)
}

// maxPool2Scalar is MaxPool2 on plain numbers.
func maxPool2Scalar(out []float32, win []int32, plane []float32, h, w int) {
	ow := w / 2
	for y := 0; y < h/2; y++ {
		maxPool2RowScalar(out[y*ow:][:ow], win[y*ow:][:ow], plane, 2*y*w, w)
	}
}

// maxPool2RowScalar pools the two rows of plane from index at on.
func maxPool2RowScalar(out []float32, win []int32, plane []float32, at, w int) {
	upper := plane[at:][:2*len(out)]
	lower := plane[at+w:][:len(upper)]
	win = win[:len(out)]
	for x := range out {
		i := 2 * x
		best, where := upper[i], i
		if v := upper[i+1]; v > best || v != v {
			best, where = v, i+1
		}
		if v := lower[i]; v > best || v != v {
			best, where = v, w+i
		}
		if v := lower[i+1]; v > best || v != v {
			best, where = v, w+i+1
		}
		out[x], win[x] = best, int32(at+where)
	}
}

// avgPool2Scalar is AvgPool2 on plain numbers.
func avgPool2Scalar(out, plane []float32, h, w int) {
	ow := w / 2
	for y := 0; y < h/2; y++ {
		upper := plane[2*y*w:][:2*ow]
		lower := plane[(2*y+1)*w:][:len(upper)]
		o := out[y*ow:][:ow]
		for x := range o {
			i := 2 * x
			o[x] = (upper[i] + upper[i+1] + lower[i] + lower[i+1]) * 0.25
		}
	}
}

// avgPool2GradScalar is AvgPool2Grad on plain numbers.
func avgPool2GradScalar(plane, d []float32, h, w int) {
	ow := w / 2
	for y := 0; y < h/2; y++ {
		upper := plane[2*y*w:][:2*ow]
		lower := plane[(2*y+1)*w:][:len(upper)]
		for x, v := range d[y*ow:][:ow] {
			i, share := 2*x, v*0.25
			upper[i], upper[i+1], lower[i], lower[i+1] = share, share, share, share
		}
	}
}
