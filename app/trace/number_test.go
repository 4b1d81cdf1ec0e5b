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

func TestARoundedNumberIsNotCalledEqual(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{30, "= 30"}, {3.75, "= 3.75"}, {-2.5, "= −2.5"}, {0, "= 0"}, {0.0625, "= 0.0625"}, {10.0 / 9, "≈ 1.1111"}, {-24.0 / 9, "≈ −2.6667"},
		{float64(float32(0.1)), "= 0.1"}, {float64(float32(0.1) + float32(0.7)), "= 0.8"}, {float64(float32(9876.54)), "= 9876.54"},
		{0.03125, "≈ 0.0313"}, {2.00001, "≈ 2"}, {0.000228, "≈ 0.00023"}, {0.00025, "= 0.00025"}, {1.0 / 3 * 1e-5, "≈ 3.3e−6"},
	} {
		if got := Equals(c.v); got != c.want {
			t.Errorf("%v: got %s, want %s", c.v, got, c.want)
		}
	}
	// 2.5 itself is exact, but not as 0.3333 × 7.5.
	w := mustNew(t, Setting{Kind: Conv, N: 1, C: 1, F: 1, S: 1, D: 1, Filters: 1}, Values{X: []float32{7.5}, W: []float32{1.0 / 3}, B: []float32{0}})
	if got, want := w.Arithmetic(w.Step(0), 0), "7.5×0.3333 ≈ 2.5"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
