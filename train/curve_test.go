package train

import (
	"math"
	"slices"
	"testing"
)

func TestFullCurveThinsOutAndKeepsTheNewest(t *testing.T) {
	c := newCurve(8)
	for step := 1; step <= 100; step++ {
		c.add(Point{Step: step})
		if n := len(c.points); n == 0 || n > 8 || c.points[n-1].Step != step {
			t.Fatalf("after step %d: %v", step, c.points)
		}
		if !slices.IsSortedFunc(c.points, func(a, b Point) int { return a.Step - b.Step }) {
			t.Fatalf("after step %d out of order: %v", step, c.points)
		}
	}
	if first := c.points[0].Step; first != 1 {
		t.Errorf("the curve begins at step %d, want 1", first)
	}
	if got := c.take(nil); len(got) == 0 || len(c.points) != 0 {
		t.Errorf("took %v, left %v", got, c.points)
	}
}

func TestSmoothedAccuracyBeginsAtTheFirstValueAndForgets(t *testing.T) {
	var s movingMean
	if !math.IsNaN(float64(s.value())) {
		t.Errorf("%v of nothing", s.value())
	}
	s.add(0.5, 64)
	if got := s.value(); math.Abs(float64(got)-0.5) > 1e-6 {
		t.Errorf("%v after one minibatch of 0.5", got)
	}
	for range 200 {
		s.add(1, 64)
	}
	if got := s.value(); got < 0.999 {
		t.Errorf("%v after 200 minibatches of 1", got)
	}
}
