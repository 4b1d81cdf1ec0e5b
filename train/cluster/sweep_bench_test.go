package cluster

import (
	"testing"
	"time"

	"stridelab/nn"
	"stridelab/train"
)

// BenchmarkSweep classifies shifted samples with the convolutional network of /invariance.
func BenchmarkSweep(b *testing.B) {
	nn.Accelerate()
	begun := time.Now()
	c := NewCoordinator(func() time.Duration { return time.Since(begun) }, func([]byte) {}, nil)
	m := train.Sweep{
		Net: "32x32x1 conv8f5psame+relu max2 conv16f3psame+relu max2 conv32f3psame+relu max8 dense10", Params: make([]float32, 6346),
		Dataset: train.DigitsGrey, Samples: 200, Shifts: []train.Shift{{X: 0, Y: 0}, {X: 5, Y: 0}, {X: 0, Y: -5}, {X: 7, Y: 7}},
	}
	samples, longest := 0, time.Duration(0)
	for b.Loop() {
		c.Receive(m.Append(nil))
		for more := true; more; {
			slice := time.Now()
			more = c.Work()
			longest = max(longest, time.Since(slice))
		}
		samples += m.Samples * (len(m.Shifts) + 1)
	}
	b.ReportMetric(float64(samples)/b.Elapsed().Seconds(), "samples/s")
	b.ReportMetric(float64(longest.Milliseconds()), "ms-slice")
}
