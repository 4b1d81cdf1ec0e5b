package invlab

import "testing"

// After `make weights` this says what measuredRight should hold.
func TestChartThatComesWithThePageIsTrue(t *testing.T) {
	conv, dense, _ := shippedNets(t)
	shifts, _ := Horizontal.shifts()
	want := [2][2*chartMost + 1]int{}
	for net, n := range []*Net{conv, dense} {
		for i, r := range sweepOf(n, 1, sampleCounts()[0], shifts) {
			want[net][i] = r.Correct
		}
	}
	if got := measuredRight(); got != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	c := measured()
	if c.half(0) != chartMost || c.half(1) < 1 || c.share() != 1 {
		t.Errorf("it says half at %d and %d", c.half(0), c.half(1))
	}
}
