package sharelab

import (
	"math"
	"strconv"

	"stridelab/app/ui"
)

// times writes a ratio: from 10 on as a whole number, below with one decimal.
func times(r float64) string {
	if r >= 10 {
		return ui.Count(int64(math.Round(r)))
	}
	return strconv.FormatFloat(r, 'f', 1, 64)
}

// percent writes a share of 1 in percent: from 10 on as a whole number, from 0.1 on with one
// decimal, below with two significant digits.
func percent(r float64) string {
	switch p := 100 * r; {
	case p >= 99.95:
		return "100"
	case p >= 10:
		return strconv.FormatFloat(p, 'f', 0, 64)
	case p >= 0.1:
		return strconv.FormatFloat(p, 'f', 1, 64)
	default:
		return strconv.FormatFloat(p, 'g', 2, 64)
	}
}

// bytes writes a number of bytes in decimal units.
func bytes(n int64) string {
	units := []string{"B", "kB", "MB", "GB"}
	v, i := float64(n), 0
	for v >= 1000 && i < len(units)-1 {
		v, i = v/1000, i+1
	}
	digits := 1
	if i == 0 || v >= 100 {
		digits = 0
	}
	return strconv.FormatFloat(v, 'f', digits, 64) + " " + units[i]
}

// size writes the size of a volume as H×W×C.
func size(h, w, c int) string {
	return strconv.Itoa(h) + "×" + strconv.Itoa(w) + "×" + strconv.Itoa(c)
}

// signed writes a whole number, with a minus sign instead of a hyphen if it is negative.
func signed(v int) string {
	if v < 0 {
		return "−" + strconv.Itoa(-v)
	}
	return strconv.Itoa(v)
}

// small writes a weight with three decimals.
func small(v float32) string {
	s := strconv.FormatFloat(math.Abs(float64(v)), 'f', 3, 64)
	if v < 0 && s != "0.000" {
		return "−" + s
	}
	return s
}

// length writes the length of the convolution's bar, if the bar of the dense layer were a kilometre
// and ratio times as long.
func length(ratio float64) string {
	switch metres := 1000 / ratio; {
	case metres >= 1:
		return strconv.FormatFloat(metres, 'f', 0, 64) + " m"
	case metres >= 0.01:
		return strconv.FormatFloat(100*metres, 'f', 1, 64) + " cm"
	default:
		return strconv.FormatFloat(1000*metres, 'g', 2, 64) + " mm"
	}
}
