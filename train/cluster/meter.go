package cluster

import (
	"math"
	"time"
)

// meter measures how fast a run trains. It is smoothed, so that the number can be read.
type meter struct {
	training rate // of samples in the time spent on training
	whole    rate // of samples in all time, evaluations included: for the time that is left
}

// add adds a stretch of time and the samples trained on in it. Evaluating counts for whole
// alone.
func (m *meter) add(samples int, took time.Duration, evaluating bool) {
	if !evaluating {
		m.training.add(samples, took, 2*time.Second)
	}
	m.whole.add(samples, took, 10*time.Second)
}

// rate is the quotient of two sums that decay exponentially.
type rate struct{ samples, seconds float64 }

// add adds a stretch of time and its samples. memory is the time after which what was added
// before has fallen to 1/e.
func (r *rate) add(samples int, took, memory time.Duration) {
	decay := math.Exp(-took.Seconds() / memory.Seconds())
	r.samples = r.samples*decay + float64(samples)
	r.seconds = r.seconds*decay + took.Seconds()
}

// perSecond returns the samples in a second, 0 if next to nothing was measured.
func (r *rate) perSecond() float64 {
	if r.seconds < 0.02 {
		return 0
	}
	return r.samples / r.seconds
}

// secondsFor returns how many seconds so many samples take, -1 if the rate is unknown.
func (r *rate) secondsFor(samples int) float64 {
	perSecond := r.perSecond()
	if perSecond <= 0 {
		return -1
	}
	return float64(samples) / perSecond
}
