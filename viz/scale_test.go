package viz

import (
	"math"
	"strings"
	"testing"
	"testing/quick"
)

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		log    bool
		most   int
		want   string
	}{
		{0, 1, false, 6, "0 0.2 0.4 0.6 0.8 1.0"},
		{0, 100, false, 6, "0 20 40 60 80 100"},
		{0.13, 2.4, false, 6, "0.5 1.0 1.5 2.0"},
		{-3, 3, false, 7, "−3 −2 −1 0 1 2 3"},
		{0, 24000, false, 6, "0 5k 10k 15k 20k"},
		{0, 2.5e6, false, 6, "0 0.5M 1.0M 1.5M 2.0M 2.5M"},
		{0.0001, 10, true, 6, "0.0001 0.001 0.01 0.1 1 10"},
		{0.02, 3, true, 8, "0.02 0.05 0.1 0.2 0.5 1 2"},
		{1e-9, 1, true, 5, "1e−08 1e−06 0.0001 0.01 1"},
		{2.1, 2.4, true, 5, "2.1 2.2 2.3 2.4"},
		{5, 5, false, 5, ""},
		{math.NaN(), 1, false, 5, ""},
		{0, math.Inf(1), false, 5, ""},
	} {
		var got []string
		for _, k := range (Scale{Range{c.lo, c.hi}, c.log}).Ticks(c.most) {
			got = append(got, k.Label)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("[%v, %v] log=%v most=%d: %q, want %q", c.lo, c.hi, c.log, c.most, s, c.want)
		}
	}
}

func TestTicksAreRoundInsideAndNotTooMany(t *testing.T) {
	check := func(a, b float64, most uint8) bool {
		// quick draws from the whole of float64; a chart's values are tamer.
		a, b = math.Mod(a, 1e6), math.Mod(b, 1e6)
		s, n := Scale{Range: Range{min(a, b), max(a, b)}}, int(most%10)+2
		ticks := s.Ticks(n)
		for _, k := range ticks {
			if slack := (s.Hi - s.Lo) * 1e-6; k.Value < s.Lo-slack || k.Value > s.Hi+slack {
				return false
			}
		}
		return len(ticks) <= n
	}
	if err := quick.Check(check, &quick.Config{MaxCount: 2000}); err != nil {
		t.Error(err)
	}
}

func TestNiceBeginsAndEndsOnATick(t *testing.T) {
	for _, c := range []struct{ in, want Range }{
		{Range{0.13, 2.42}, Range{0, 2.5}}, {Range{0, 1}, Range{0, 1}}, {Range{-7, 3}, Range{-8, 4}}, {Range{4, 4}, Range{3.5, 4.5}},
	} {
		if got := c.in.Nice(6); math.Abs(got.Lo-c.want.Lo) > 1e-9 || math.Abs(got.Hi-c.want.Hi) > 1e-9 {
			t.Errorf("%v: %v, want %v", c.in, got, c.want)
		}
	}
}

func TestLogScalePutsDecadesEvenly(t *testing.T) {
	s := Scale{Range{0.01, 100}, true}
	for i, v := range []float64{0.01, 0.1, 1, 10, 100} {
		if got, want := s.Unit(v), float64(i)/4; math.Abs(got-want) > 1e-12 {
			t.Errorf("Unit(%v) = %v, want %v", v, got, want)
		}
	}
}
