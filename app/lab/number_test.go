package lab

import "testing"

func TestNumbersAreWrittenAsPrintSetsThem(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Percent(0), "0.0"}, {Percent(0.98765), "98.8"}, {Percent(1), "100.0"},
		{Signed(3), "3"}, {Signed(-1.5), "−1.5"}, {Signed(0), "0"},
		{Percent(Certainty(1)), "99.9"}, {Percent(Certainty(0.99999)), "99.9"}, {Percent(Certainty(0.9985)), "99.9"},
		{Percent(Certainty(0.25)), "25.0"}, {Percent(Certainty(0)), "0.0"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestArgmaxIsTheFirstOfTheLargest(t *testing.T) {
	for _, c := range []struct {
		x    []float32
		want int
	}{{nil, -1}, {[]float32{-3}, 0}, {[]float32{1, 4, 4, 2}, 1}, {[]float32{-2, -1}, 1}} {
		if got := Argmax(c.x); got != c.want {
			t.Errorf("%v: %d, want %d", c.x, got, c.want)
		}
	}
}
