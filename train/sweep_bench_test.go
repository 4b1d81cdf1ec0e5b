package train

import (
	"testing"
	"time"

	"stridelab/nn"
)

// BenchmarkSweep asks the convolutional net of /invariance about shifted samples.
func BenchmarkSweep(b *testing.B) {
	nn.Accelerate()
	begun := time.Now()
	d := NewDesk(func() time.Duration { return time.Since(begun) }, func([]byte) {})
	m := Sweep{
		Net: "32x32x1 conv8f5psame+relu max2 conv16f3psame+relu max2 conv32f3psame+relu max8 dense10", Params: make([]float32, 6346),
		Dataset: DigitsGrey, Samples: 200, Shifts: []Shift{{0, 0}, {5, 0}, {0, -5}, {7, 7}},
	}
	samples, longest := 0, time.Duration(0)
	for b.Loop() {
		d.Receive(m.Append(nil))
		for more := true; more; {
			slice := time.Now()
			more = d.Work()
			longest = max(longest, time.Since(slice))
		}
		samples += m.Samples * (len(m.Shifts) + 1)
	}
	b.ReportMetric(float64(samples)/b.Elapsed().Seconds(), "samples/s")
	b.ReportMetric(float64(longest.Milliseconds()), "ms-slice")
}
