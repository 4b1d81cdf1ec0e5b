package trace

import "testing"

func TestNumbersAreRoundedAsByHand(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{0.125, 2, "0.13"}, {-0.125, 2, "−0.13"}, {0.375, 2, "0.38"}, {0.0625, 3, "0.063"}, {0.0625, 4, "0.0625"},
		{0.124, 2, "0.12"}, {-0.00022, 4, "−0.00022"}, {0.000228, 4, "0.00023"}, {0.0012, 4, "0.0012"}, {-0.000032, 4, "−3.2e−5"}, {0.00022, 2, "0.00022"}, {2.5, 0, "3"}, {30, 4, "30"}, {0, 4, "0"}, {9999, 4, "9999"},
	} {
		if got := NumberTo(c.v, c.decimals); got != c.want {
			t.Errorf("%v to %d decimals: got %s, want %s", c.v, c.decimals, got, c.want)
		}
	}
}
