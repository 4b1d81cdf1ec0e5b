package trainlab

import (
	"math"
	"testing"
)

func TestCurveKeepsEveryStepInConstantMemory(t *testing.T) {
	for _, steps := range []int{0, 1, 399, 400, 401, 1000, 54321} {
		var c Curve
		for i := 1; i <= steps; i++ {
			c.Add(uint64(i), float64(i%7))
		}
		buckets := c.Buckets()
		if len(buckets) > curveBuckets {
			t.Fatalf("%d steps: %d buckets; want at most %d", steps, len(buckets), curveBuckets)
		}
		next, count := uint64(1), 0
		for _, b := range buckets {
			if b.First != next {
				t.Fatalf("%d steps: bucket begins at %d; want %d", steps, b.First, next)
			}
			next = b.Last + 1
			count += b.N
		}
		if count != steps || next != uint64(steps)+1 {
			t.Errorf("%d steps: buckets hold %d up to %d", steps, count, next-1)
		}
	}
}

func TestCurveBucketsMatchNaiveSums(t *testing.T) {
	value := func(i int) float64 { return math.Sin(float64(i)) + 2 }
	var c Curve
	const steps = 1777
	smooth, weight := 0.0, 0.0
	smooths := make([]float64, steps+1)
	for i := 1; i <= steps; i++ {
		c.Add(uint64(i), value(i))
		smooth = (1-smoothing)*smooth + smoothing*value(i)
		weight = (1-smoothing)*weight + smoothing
		smooths[i] = smooth / weight
	}
	for _, b := range c.Buckets() {
		sum, lo, hi := 0.0, math.Inf(1), math.Inf(-1)
		for i := int(b.First); i <= int(b.Last); i++ {
			sum += value(i)
			lo, hi = min(lo, value(i)), max(hi, value(i))
		}
		if math.Abs(sum-b.Sum) > 1e-9 || lo != b.Min || hi != b.Max || math.Abs(b.Smooth-smooths[b.Last]) > 1e-9 {
			t.Fatalf("bucket %+v; want sum %g, min %g, max %g, smooth %g", b, sum, lo, hi, smooths[b.Last])
		}
	}
}

func TestCurveStartsSmoothAtItsFirstValue(t *testing.T) {
	var c Curve
	c.Add(1, 2.3)
	if got := c.Smooth(); math.Abs(got-2.3) > 1e-12 {
		t.Errorf("smooth after one value of 2.3 is %g", got)
	}
}

func TestCurveLeavesOutWhatIsNotFinite(t *testing.T) {
	var c Curve
	for i, v := range []float64{1, math.NaN(), math.Inf(1), 1} {
		c.Add(uint64(i+1), v)
	}
	if n := len(c.Buckets()); n != 2 {
		t.Errorf("%d buckets; want 2", n)
	}
}

func TestCurveAddNeverAllocates(t *testing.T) {
	var c Curve
	step := uint64(0)
	if n := testing.AllocsPerRun(2000, func() { step++; c.Add(step, 1) }); n != 0 {
		t.Errorf("%g allocations a step; want none", n)
	}
}

func TestRecentHoldsTheLastStepsInOrder(t *testing.T) {
	var r Recent
	for i := 1; i <= 123; i++ {
		r.Add(i, float32(i)/2)
	}
	got := r.AppendTo(nil)
	if len(got) != recentSteps {
		t.Fatalf("%d losses; want %d", len(got), recentSteps)
	}
	for i, s := range got {
		want := 123 - recentSteps + 1 + i
		if s.Step != want || s.Loss != float32(want)/2 {
			t.Fatalf("entry %d is %+v; want step %d", i, s, want)
		}
	}
	r.Reset()
	if got := r.AppendTo(nil); len(got) != 0 {
		t.Errorf("%d losses after a reset; want none", len(got))
	}
}
