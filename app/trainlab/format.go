package trainlab

import (
	"math"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
)

// none is shown where a number is not known.
const none = "–"

// formatLoss writes a loss with four decimals, or from a million on with three significant digits.
func formatLoss(v float64) string {
	switch {
	case math.IsNaN(v):
		return none
	case math.IsInf(v, 0) || math.Abs(v) >= 1e6:
		return strconv.FormatFloat(v, 'g', 3, 64)
	}
	return strconv.FormatFloat(v, 'f', 4, 64)
}

// formatExact writes a float32 with as many digits as distinguish it from every other float32.
// Replays of a run are compared by them.
func formatExact(v float32) string { return strconv.FormatFloat(float64(v), 'g', -1, 32) }

// formatPercent writes a share in [0,1] in percent, with one decimal.
func formatPercent(v float64) string {
	if math.IsNaN(v) {
		return none
	}
	return lab.Percent(v) + "%"
}

// formatCertainty writes a probability in percent, as lab.Certainty shows it.
func formatCertainty(p float64) string { return formatPercent(lab.Certainty(p)) }

// minus replaces the hyphen of a negative number with a minus sign.
func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// formatRate writes samples per second as a whole number.
func formatRate(v float64) string {
	if !(v > 0) || math.IsInf(v, 0) {
		return none
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// formatWeight writes a weight or an activation with three significant digits.
func formatWeight(v float64) string { return strconv.FormatFloat(v, 'g', 3, 64) }

// formatNumber writes a setting as a learner would type it.
func formatNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// formatSize writes a number of bytes in kB or MB, as file managers do.
func formatSize(n int64) string {
	if n < 1<<20 {
		return ui.Count((n+1023)>>10) + " kB"
	}
	if n < 10<<20 {
		return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
	}
	return ui.Count((n+1<<19)>>20) + " MB"
}

// formatTimeLeft writes a remaining time in words. It rounds to whole seconds, and from a minute on
// up to a multiple of five, so that the text does not flicker. It returns "" while the time is not
// known.
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
