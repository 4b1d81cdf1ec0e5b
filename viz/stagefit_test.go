package viz

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// numberWidth is how many pixels a number of n characters may take, by a wide digit of the fonts named.
func numberWidth(s string, size float64) float64 {
	return 0.6 * size * float64(utf8.RuneCountInString(s))
}

// numbersAsShown writes numbers as app/trace does: what is too small for the decimals keeps two digits.
func numbersAsShown(v float64, decimals int) string {
	t := strconv.FormatFloat(v*(1+1e-12), 'f', decimals, 64)
	if strings.Contains(t, ".") {
		t = strings.TrimRight(strings.TrimRight(t, "0"), ".")
	}
	if (t == "0" || t == "-0") && v != 0 {
		t = strconv.FormatFloat(v, 'g', 2, 64)
	}
	return strings.ReplaceAll(t, "-", "−")
}

// Whatever the numbers, none is wider than its cell.
func TestNumbersStayInsideTheirCells(t *testing.T) {
	for name, spec := range stages() {
		for _, magnitude := range []float64{2.2e-4, -2.2e-4, -3.456e-7, 0.0625, -0.0625, 0.123456, -1234.567, -123456, 9.99e8} {
			for _, width := range []float64{330, 358, 600, 760, 1000} {
				s := spec
				s.Width, s.Number = width, numbersAsShown
				s.X, s.W, s.Out, s.Avg = filled(s.X, magnitude), filled(s.W, magnitude), filled(s.Out, magnitude), filled(s.Avg, magnitude)
				s.Terms = append([]StageTerm(nil), s.Terms...)
				for i := range s.Terms {
					s.Terms[i].X, s.Terms[i].W, s.Terms[i].Product = magnitude, magnitude, magnitude
				}
				for _, c := range LayoutStage(s).Cells {
					if w := numberWidth(c.Text, c.TextSize()); w > c.Size {
						t.Fatalf("%s at %v: %q takes %.1f px of a cell of %v", name, width, c.Text, w, c.Size)
					}
					if w := numberWidth(c.Corner, c.CornerSize()); w > c.Size {
						t.Fatalf("%s at %v: in the corner %q takes %.1f px of a cell of %v", name, width, c.Corner, w, c.Size)
					}
				}
			}
		}
	}
}

func filled(x []float32, v float64) []float32 {
	out := make([]float32, len(x))
	for i := range out {
		out[i] = float32(v)
	}
	return out
}

func TestShortNumbersKeepWhatFits(t *testing.T) {
	b := &stager{s: StageSpec{Number: numbersAsShown}}
	for _, c := range []struct {
		v, cell float64
		want    string
	}{
		{-0.125, 34, "−0.125"}, {0.0625, 34, "0.0625"}, {-0.00022, 24, "−2e−4"}, {-0.00022, 30, "−2e−4"}, {-0.00022, 44, "−0.00022"},
		{0.0004, 24, "4e−4"}, {0.0004, 34, "0.0004"}, {-0.125, 22, "−0.13"}, {0, 22, "0"}, {10, 22, "10"}, {12345.678, 34, "12346"}, {9.99e8, 34, "1e9"},
		{math.Pi, 34, "3.142"}, {160, 22, "160"},
	} {
		if got := b.cellNumber(c.v, c.cell); got != c.want {
			t.Errorf("%v in a cell of %v: got %s, want %s", c.v, c.cell, got, c.want)
		}
	}
}
