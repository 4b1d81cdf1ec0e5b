package trainlab

import "math"

// Bucket sums up what consecutive steps of a run reported.
type Bucket struct {
	First, Last uint64  // the steps it covers, inclusive
	N           int     // how many of them reported
	Sum         float64 // of the values, so the mean is Sum/N
	Min, Max    float64
	Smooth      float64 // the exponential average after Last
}

// Mean is the average of the bucket's values.
func (b Bucket) Mean() float64 { return b.Sum / float64(b.N) }

// curveBuckets is how many buckets a curve keeps. 400 are more than a chart has room for; the
// oldest step stays on the chart however long the run.
const curveBuckets = 400

// Curve holds one value per step of a run of any length in constant memory: when its buckets are
// full, neighbours are merged and each covers twice as many steps. The zero value is an empty
// curve. Add never allocates.
type Curve struct {
	buckets [curveBuckets]Bucket
	n       int
	span    int // values a full bucket holds
	smooth  float64
	weight  float64 // how much of the smooth value is real yet, for bias correction
}

// smoothing is the weight of the newest step in the exponential average: a memory
// of about 12 steps.
const smoothing = 0.08

// Add appends the value of a step. Steps come in rising order. A value that is not finite is left
// out: the run's fault says it.
func (c *Curve) Add(step uint64, value float64) {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return
	}
	if c.span == 0 {
		c.span = 1
	}
	c.smooth += smoothing * (value - c.smooth)
	c.weight += smoothing * (1 - c.weight)
	smooth := c.smooth / c.weight
	if c.n > 0 && c.buckets[c.n-1].N < c.span {
		b := &c.buckets[c.n-1]
		b.Last = step
		b.N++
		b.Sum += value
		b.Min = min(b.Min, value)
		b.Max = max(b.Max, value)
		b.Smooth = smooth
		return
	}
	if c.n == curveBuckets {
		c.halve()
	}
	c.buckets[c.n] = Bucket{First: step, Last: step, N: 1, Sum: value, Min: value, Max: value, Smooth: smooth}
	c.n++
}

// halve merges each two neighbouring buckets.
func (c *Curve) halve() {
	for i := 0; i < c.n/2; i++ {
		a, b := c.buckets[2*i], c.buckets[2*i+1]
		a.Last = b.Last
		a.N += b.N
		a.Sum += b.Sum
		a.Min = min(a.Min, b.Min)
		a.Max = max(a.Max, b.Max)
		a.Smooth = b.Smooth
		c.buckets[i] = a
	}
	c.n /= 2
	c.span *= 2
}

// Buckets are the curve's buckets, oldest first, valid until the next Add.
func (c *Curve) Buckets() []Bucket { return c.buckets[:c.n] }

// Smooth is the exponential average of the values so far, 0 when there is none.
func (c *Curve) Smooth() float64 {
	if c.weight == 0 {
		return 0
	}
	return c.smooth / c.weight
}

// Reset empties the curve.
func (c *Curve) Reset() { *c = Curve{} }

// recentSteps is how many steps the table of exact losses holds.
const recentSteps = 50

// StepLoss is the loss of one step as the trainer reported it.
type StepLoss struct {
	Step int
	Loss float32
}

// Recent keeps the exact losses of the last steps. The zero value is empty.
type Recent struct {
	ring [recentSteps]StepLoss
	n    int // values added
}

// Add appends one loss, dropping the oldest when full.
func (r *Recent) Add(step int, loss float32) {
	r.ring[r.n%recentSteps] = StepLoss{step, loss}
	r.n++
}

// Last is the newest step, 0 when there is none.
func (r *Recent) Last() int {
	if r.n == 0 {
		return 0
	}
	return r.ring[(r.n-1)%recentSteps].Step
}

// AppendTo appends the losses to dst, oldest first.
func (r *Recent) AppendTo(dst []StepLoss) []StepLoss {
	for i := max(0, r.n-recentSteps); i < r.n; i++ {
		dst = append(dst, r.ring[i%recentSteps])
	}
	return dst
}

// Reset empties the list.
func (r *Recent) Reset() { *r = Recent{} }

// Trained are the training loss and the training accuracy after a step: what the bold lines of the
// curves and the figures of the page show.
type Trained struct {
	Step           int
	Loss, Accuracy float64
}

// figureSteps is how many steps Figures goes back: further than a run does that has failed.
const figureSteps = 128

// Figures keeps Trained of the last steps. The zero value is empty.
type Figures struct {
	ring [figureSteps]Trained
	n    int // values added
}

// Add appends the figures of a step, dropping the oldest when full.
func (f *Figures) Add(t Trained) {
	f.ring[f.n%figureSteps] = t
	f.n++
}

// At returns the figures after a step, or after the last one before it that is known. ok is false
// when none is.
func (f *Figures) At(step int) (t Trained, ok bool) {
	for i := f.n - 1; i >= max(0, f.n-figureSteps); i-- {
		if t := f.ring[i%figureSteps]; t.Step <= step {
			return t, true
		}
	}
	return Trained{}, false
}

// Reset empties the figures.
func (f *Figures) Reset() { *f = Figures{} }
