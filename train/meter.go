package train

import (
	"math"
	"time"
)

// meter measures how fast a run goes, smoothed so that the figure can be read.
type meter struct {
	training pace // samples against the time spent on training them
	whole    pace // samples against all time, evaluation included: what is left depends on it
}

// add notes samples trained on in a stretch of time; evaluating stretches count
// for the whole alone.
func (m *meter) add(samples int, took time.Duration, evaluating bool) {
	if !evaluating {
		m.training.add(samples, took, 2*time.Second)
	}
	m.whole.add(samples, took, 10*time.Second)
}

// pace is a rate as the quotient of two decaying sums.
type pace struct{ samples, seconds float64 }

func (p *pace) add(samples int, took, memory time.Duration) {
	keep := math.Exp(-took.Seconds() / memory.Seconds())
	p.samples = p.samples*keep + float64(samples)
	p.seconds = p.seconds*keep + took.Seconds()
}

// perSecond is the rate, 0 while next to nothing was measured.
func (p *pace) perSecond() float64 {
	if p.seconds < 0.02 {
		return 0
	}
	return p.samples / p.seconds
}

// left is how many seconds the samples still to do will take, -1 while unknown.
func (p *pace) left(samples int) float64 {
	rate := p.perSecond()
	if rate <= 0 {
		return -1
	}
	return float64(samples) / rate
}
