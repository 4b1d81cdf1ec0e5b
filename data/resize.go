package data

// resize brings the middle of a picture of w×h pixels of red, green, blue and opacity to the size
// of a layout, and writes it to dst as bytes. A smaller picture averages all pixels under one of
// its own; a larger one goes over smoothly from one to the next.
func resize(dst []byte, l layout, rgba []byte, w, h int) {
	// The largest rectangle with the shape l.w : l.h.
	cropW, cropH := w, h
	if w*l.h > h*l.w {
		cropW = max(1, h*l.w/l.h)
	} else {
		cropH = max(1, w*l.h/l.w)
	}
	left, top := (w-cropW)/2, (h-cropH)/2
	columns, rows := tentWeights(cropW, l.w), tentWeights(cropH, l.h)

	// First to l.w columns, then to l.h rows.
	narrow := make([]float32, cropH*l.w*3)
	for y := range cropH {
		line := rgba[4*((top+y)*w+left):]
		for x, t := range columns {
			out := narrow[3*(y*l.w+x):][:3]
			for i, weight := range t.weights {
				pixel := line[4*(t.first+i):][:4]
				opacity := weight * float32(pixel[3]) / 255
				for c := range 3 {
					out[c] += opacity*float32(pixel[c]) + (weight-opacity)*255
				}
			}
		}
	}
	for y, t := range rows {
		for x := range l.w {
			var sum [3]float32
			for i, weight := range t.weights {
				for c := range 3 {
					sum[c] += weight * narrow[3*((t.first+i)*l.w+x)+c]
				}
			}
			at := y*l.w + x
			if l.c == 1 {
				dst[at] = toByte(255 * luminance(sum[0]/255, sum[1]/255, sum[2]/255))
				continue
			}
			for c := range 3 {
				dst[c*l.h*l.w+at] = toByte(sum[c])
			}
		}
	}
}

func toByte(v float32) byte { return byte(min(max(v, 0), 255) + 0.5) }

// tent says which pixels of a line one new pixel is made of, and with which weights.
type tent struct {
	first   int
	weights []float32
}

// tentWeights returns those of n new pixels that stand for a line of size. The weights fall
// linearly from the middle of the new pixel to both sides, and add up to 1.
func tentWeights(size, n int) []tent {
	scale := float64(size) / float64(n)
	reach := max(1, scale)
	all := make([]tent, n)
	for i := range all {
		middle := (float64(i)+0.5)*scale - 0.5
		first := max(0, int(middle-reach+1))
		last := min(size-1, int(middle+reach))
		t := tent{first: first}
		sum := 0.0
		for p := first; p <= last; p++ {
			weight := max(0, 1-abs(float64(p)-middle)/reach)
			sum += weight
			t.weights = append(t.weights, float32(weight))
		}
		for p := range t.weights {
			t.weights[p] /= float32(sum)
		}
		all[i] = t
	}
	return all
}

func abs(v float64) float64 { return max(v, -v) }
