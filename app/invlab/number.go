package invlab

import (
	"math"
	"strconv"

	"stridelab/app/lab"
)

// pair writes an offset: (3, −1.5).
func pair(o offset) string { return "(" + lab.Signed(o.X) + ", " + lab.Signed(o.Y) + ")" }

// percent writes a share of 1 in percent: whole from 10 on, else with one decimal. It writes 0 and
// 100 only for nothing and for all.
func percent(r float64) string {
	p := 100 * r
	switch {
	case p == 0:
		return "0"
	case p < 0.05:
		return "<0.1"
	case p < 9.95:
		return strconv.FormatFloat(p, 'f', 1, 64)
	case p < 100 && p >= 99.5: // not all: it must not be rounded to 100
		return strconv.FormatFloat(math.Floor(p*10)/10, 'f', 1, 64)
	}
	return strconv.FormatFloat(p, 'f', 0, 64)
}

// certainty writes a net's probability for a class in percent, at the bar and in the verdict: as
// percent does, but at most 99.9, and 0.0 for the smallest.
func certainty(p float64) string {
	if p < 0.0005 {
		return "0.0"
	}
	return percent(lab.Certainty(p))
}

// tiny writes a difference with two significant digits, and 0 as 0.
func tiny(v float64) string {
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'g', 2, 64)
}
