package lab

import (
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

// Certainty returns the probability that is shown for p, a network's probability for a class: p
// itself, or 0.999 if p is more. A softmax never gives 1, though float32 may round to it, so the
// labs never say that a network is 100 % certain.
func Certainty(p float64) float64 { return min(p, 0.999) }

// Signed writes a number as print sets it, with no more decimals than it needs.
func Signed(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), "-", "−", 1)
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
