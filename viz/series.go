package viz

import "math"

// Smooth writes the exponential moving average of y into dst; beta, in [0, 1), is the weight
// of the past. The average is corrected for its start as in Adam (Kingma and Ba 2015, section
// 3), so its first value is that of y. A NaN or Inf does not change it. It panics if the
// lengths differ.
func Smooth(dst, y []float64, beta float64) {
	if len(dst) != len(y) {
		panic("viz: bad length")
	}
	var mean, weight float64
	for i, v := range y {
		if isFinite(v) {
			mean = beta*mean + (1-beta)*v
			weight = beta*weight + (1 - beta)
		}
		if weight == 0 {
			dst[i] = math.NaN()
			continue
		}
		dst[i] = mean / weight
	}
}

// Downsample divides the range of x into equal columns and keeps at most four points in
// each: the first, the lowest, the highest and the last. With one column for each pixel the
// curve looks the same, spikes included. Points that are not finite are left out. A curve with
// few points is returned as it is. It panics if the lengths differ.
func Downsample(x, y []float64, columns int) (dx, dy []float64) {
	if len(x) != len(y) {
		panic("viz: bad length")
	}
	if columns < 1 || len(x) <= 4*columns {
		return x, y
	}
	x0, span := x[0], x[len(x)-1]-x[0]
	column := func(v float64) int {
		if span <= 0 {
			return 0
		}
		return min(int((v-x0)/span*float64(columns)), columns-1)
	}
	first, low, high, last, current := -1, -1, -1, -1, -1
	flush := func() {
		if first < 0 {
			return
		}
		a, b := min(low, high), max(low, high)
		previous := -1
		for _, i := range [4]int{first, a, b, last} {
			if i != previous {
				dx, dy = append(dx, x[i]), append(dy, y[i])
			}
			previous = i
		}
		first = -1
	}
	for i := range x {
		if !isFinite(x[i]) || !isFinite(y[i]) {
			continue
		}
		if c := column(x[i]); c != current || first < 0 {
			flush()
			current = c
			first, low, high = i, i, i
		}
		if y[i] < y[low] {
			low = i
		}
		if y[i] > y[high] {
			high = i
		}
		last = i
	}
	flush()
	return dx, dy
}

func isFinite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
