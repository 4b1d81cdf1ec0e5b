package trainlab

import (
	"math"
	"strconv"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
)

func TestTimeLeftIsWordedForPeople(t *testing.T) {
	cases := []struct {
		seconds float64
		en, ko  string
	}{
		{-1, "", ""},
		{math.NaN(), "", ""},
		{math.Inf(1), "", ""},
		{0.2, "less than 1 s", "1초 미만"},
		{1.4, "1 s", "1초"},
		{59.4, "59 s", "59초"},
		{59.6, "1 min 0 s", "1분 0초"},
		{62, "1 min 5 s", "1분 5초"},
		{3725, "62 min 5 s", "62분 5초"},
	}
	for _, c := range cases {
		if got := formatTimeLeft(lang.En, c.seconds); got != c.en {
			t.Errorf("%g s: %q; want %q", c.seconds, got, c.en)
		}
		if got := formatTimeLeft(lang.Ko, c.seconds); got != c.ko {
			t.Errorf("%g s: %q; want %q", c.seconds, got, c.ko)
		}
	}
}

func TestNumbersReadAsTheDesignSays(t *testing.T) {
	cases := []struct{ got, want string }{
		{formatPercent(0.9731), "97.3%"},
		{formatPercent(1), "100.0%"},
		{formatPercent(math.NaN()), none},
		{formatLoss(2.302585), "2.3026"},
		{formatLoss(math.NaN()), none},
		{formatLoss(1e9), "1e+09"},
		{formatRate(2345.6), "2346"},
		{formatRate(0), none},
		{ui.Count(62958), "62,958"},
		{ui.Count(850), "850"},
		{ui.Count(14450688), "14,450,688"},
		{ui.Count(-1234), "-1,234"},
		{formatNumber(0.001), "0.001"},
	}
	for i, c := range cases {
		if c.got != c.want {
			t.Errorf("case %d: %q; want %q", i, c.got, c.want)
		}
	}
}

func TestExactLossComesBackBitForBit(t *testing.T) {
	for _, v := range []float32{2.3025851, 1e-12, 0.1, math.MaxFloat32} {
		back, err := strconv.ParseFloat(formatExact(v), 32)
		if err != nil || float32(back) != v {
			t.Errorf("%v was written as %s", v, formatExact(v))
		}
	}
}
