package viz

import "testing"

func TestStepsAreCountedInWholeNumbers(t *testing.T) {
	for _, c := range []struct {
		hi       float64
		fraction bool
		want     []string
	}{
		{1, false, []string{"0", "1"}}, {3, false, []string{"0", "1", "2", "3"}},
		{1, true, []string{"0", "0.2", "0.4", "0.6", "0.8", "1.0"}}, {24000, false, []string{"0", "5k", "10k", "15k", "20k"}},
	} {
		chart := Curves{W: 480, H: 200, X: Range{0, c.hi}, FractionX: c.fraction, Y: Range{0, 1}}
		var got []string
		for _, shape := range chart.Scene().Shapes {
			if v, ok := shape.(Text); ok && v.Anchor == Middle {
				got = append(got, v.S)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("to %v: %q, want %q", c.hi, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("to %v: %q, want %q", c.hi, got, c.want)
			}
		}
	}
}
