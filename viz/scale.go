package viz

import (
	"math"
	"strconv"
	"strings"
)

// Scale maps values to places along an axis.
type Scale struct {
	Range
	Log bool // needs Lo > 0
}

// Unit maps v to its place along the axis, 0 at Lo and 1 at Hi.
func (s Scale) Unit(v float64) float64 {
	if s.Log {
		return Range{math.Log10(s.Lo), math.Log10(s.Hi)}.Unit(math.Log10(v))
	}
	return s.Range.Unit(v)
}

// Tick is a mark on an axis and what is written beside it.
type Tick struct {
	Value float64
	Label string
}

// Ticks returns at most `most` marks at round values inside the range. Their step is 1, 2 or
// 5 times a power of ten; on a log axis the values themselves are. All labels have the same
// number of decimals, as many as the step needs.
func (s Scale) Ticks(most int) []Tick {
	if !(s.Lo < s.Hi) || math.IsInf(s.Hi-s.Lo, 0) || most < 1 {
		return nil
	}
	if s.Log {
		if ticks := s.logTicks(most); len(ticks) >= 2 {
			return ticks
		}
		// The range is less than an octave: it gets the marks of a linear axis.
	}
	step := niceStep(s.Hi-s.Lo, most)
	largest := max(math.Abs(s.Lo), math.Abs(s.Hi))
	var ticks []Tick
	// k counts whole steps, since a sum of steps adds up rounding errors: 0.1+0.1+0.1 is not 0.3.
	for k := math.Ceil(s.Lo/step - 1e-9); k*step <= s.Hi+step*1e-9; k++ {
		v := k * step
		ticks = append(ticks, Tick{v, formatTick(v, step, largest)})
	}
	return ticks
}

// Nice widens a range to whole steps of its ticks, so that the axis begins and ends at a
// tick. A range of no width becomes one of width 1 around its value.
func (r Range) Nice(most int) Range {
	if !(r.Lo < r.Hi) {
		return Range{r.Lo - 0.5, r.Lo + 0.5}
	}
	step := niceStep(r.Hi-r.Lo, most)
	return Range{math.Floor(r.Lo/step+1e-9) * step, math.Ceil(r.Hi/step-1e-9) * step}
}

// niceStep is the smallest step that divides span into fewer than `most` pieces and is 1, 2
// or 5 times a power of ten.
func niceStep(span float64, most int) float64 {
	pieces := float64(max(1, most-1))
	raw := span / pieces
	base := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, f := range []float64{1, 2, 5, 10} {
		if f*base >= raw*(1-1e-9) {
			return f * base
		}
	}
	return 10 * base
}

// logTicks returns marks at 1, 2 and 5 of each decade, or at 1 alone, or in every n-th
// decade: as many as fit.
func (s Scale) logTicks(most int) []Tick {
	first, last := math.Floor(math.Log10(s.Lo)), math.Ceil(math.Log10(s.Hi))
	for _, plan := range []struct {
		mantissas []float64
		every     float64
	}{{[]float64{1, 2, 5}, 1}, {[]float64{1}, 1}, {[]float64{1}, 2}, {[]float64{1}, 5}, {[]float64{1}, 10}, {[]float64{1}, 50}} {
		var ticks []Tick
		for e := math.Ceil(first/plan.every) * plan.every; e <= last; e += plan.every {
			for _, m := range plan.mantissas {
				if v := m * math.Pow(10, e); v >= s.Lo*(1-1e-9) && v <= s.Hi*(1+1e-9) {
					ticks = append(ticks, Tick{v, formatTick(v, v, v)})
				}
			}
		}
		if len(ticks) <= most {
			return ticks
		}
	}
	return nil
}

// formatTick writes v with as many decimals as a multiple of step needs. The unit depends on
// the largest value of the axis: thousands as k, millions as M. Tiny and huge values have a
// power of ten. The minus sign is U+2212.
func formatTick(v, step, largest float64) string {
	return strings.ReplaceAll(plainTick(v, step, largest), "-", "−")
}

// plainTick is formatTick with a hyphen for the minus sign.
func plainTick(v, step, largest float64) string {
	if v == 0 {
		return "0"
	}
	if step < 1e-4 || largest >= 1e9 {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	unit, suffix := 1.0, ""
	switch {
	case largest >= 1e6 && step >= 1e4:
		unit, suffix = 1e6, "M"
	case largest >= 1e4 && step >= 1e2:
		unit, suffix = 1e3, "k"
	}
	decimals := 0
	for q := step / unit; decimals < 6 && math.Abs(q-math.Round(q)) > 1e-6*q; decimals++ {
		q *= 10
	}
	return strconv.FormatFloat(v/unit, 'f', decimals, 64) + suffix
}
