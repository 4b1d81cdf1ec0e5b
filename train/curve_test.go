package train

import (
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
