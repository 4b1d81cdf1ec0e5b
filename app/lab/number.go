package lab

import (
	"math"
	"strconv"
	"strings"
)

// Percent writes a share of 1 in percent, with one decimal and without the sign. Less than all is
// never written as 100.0.
func Percent(share float64) string {
	if share < 1 {
		share = min(share, 0.999)
	}
	return strconv.FormatFloat(100*share, 'f', 1, 64)
}

// Signed writes a number as print sets it, with no more decimals than it needs.
func Signed(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), "-", "−", 1)
}

// SignedTo writes a number as Signed does, rounded to so many decimals.
func SignedTo(v float64, decimals int) string {
	scale := math.Pow10(decimals)
	return Signed(math.Round(v*scale) / scale)
}

// Argmax is the index of the largest number, the first of equal ones; -1 of none.
func Argmax(x []float32) int {
	top := -1
	for i, v := range x {
		if top < 0 || v > x[top] {
			top = i
		}
	}
	return top
}
