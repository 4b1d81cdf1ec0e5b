package trainlab

import (
	"math"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

// none stands where a number is not known yet.
const none = "–"

// formatLoss writes a loss for reading: four decimals, more digits before the point as it explodes.
func formatLoss(v float64) string {
	switch {
	case math.IsNaN(v):
		return none
	case math.IsInf(v, 0) || math.Abs(v) >= 1e6:
		return strconv.FormatFloat(v, 'g', 3, 64)
	}
	return strconv.FormatFloat(v, 'f', 4, 64)
}

// formatExact writes a float32 with as many digits as tell it from every other: what the replay of
// a run is compared by.
func formatExact(v float32) string { return strconv.FormatFloat(float64(v), 'g', -1, 32) }

// formatPercent writes a share in [0,1] in percent.
func formatPercent(v float64) string {
	if math.IsNaN(v) {
		return none
	}
	return lab.Percent(v) + "%"
}

// formatCertainty writes how sure a network is, in percent: never 100.0, which no softmax is.
func formatCertainty(p float64) string { return formatPercent(min(p, 0.999)) }

// minus writes the sign of a number as print sets it.
func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// formatRate writes samples per second as a plain whole number.
func formatRate(v float64) string {
	if !(v > 0) || math.IsInf(v, 0) {
		return none
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// formatWeight writes a weight or an activation in three significant digits.
func formatWeight(v float64) string { return strconv.FormatFloat(v, 'g', 3, 64) }

// formatNumber writes a setting as the learner would type it.
func formatNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// formatSize writes a number of bytes as people tell the sizes of files.
func formatSize(n int64) string {
	if n < 1<<20 {
		return ui.Count((n+1023)>>10) + " kB"
	}
	if n < 10<<20 {
		return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
	}
	return ui.Count((n+1<<19)>>20) + " MB"
}

// formatTimeLeft words a remaining time so that it does not flicker: whole seconds below a minute,
// steps of five above. It is empty while unknown.
func formatTimeLeft(l lang.Lang, seconds float64) string {
	switch {
	case math.IsNaN(seconds) || seconds < 0 || seconds > 1e6:
		return ""
	case seconds < 1:
		return text.AboutToEnd.In(l)
	}
	whole := int(math.Round(seconds))
	if whole < 60 {
		return text.Seconds.With(l, whole)
	}
	whole = (whole + 4) / 5 * 5
	return text.Minutes.With(l, whole/60, whole%60)
}
