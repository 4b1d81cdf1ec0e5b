package trainlab

import "math"

// Bucket summarises the values of consecutive steps of a run.
type Bucket struct {
	First, Last uint64  // the steps it covers, inclusive
	N           int     // how many of them have a value
	Sum         float64 // of the values; the mean is Sum/N
	Min, Max    float64
	Smooth      float64 // the exponential average after step Last
}

// Mean returns the average of the bucket's values.
func (b Bucket) Mean() float64 { return b.Sum / float64(b.N) }

// curveBuckets is the number of buckets of a curve. A chart has no room for more. Together they
// cover all steps, however long the run.
const curveBuckets = 400

// Curve holds a value of each step of a run, in constant memory. When its buckets are full,
// neighbours are merged, and from then on each bucket covers twice as many steps. The zero value is
// an empty curve. Add never allocates.
type Curve struct {
	buckets [curveBuckets]Bucket
	n       int
	span    int // how many values a full bucket covers
	smooth  float64
	weight  float64 // the sum of the weights in smooth; Smooth divides by it (bias correction)
}

// smoothing is the weight of the newest step in the exponential average, which then reaches back
// about 12 steps.
const smoothing = 0.08

// Add appends the value of a step. Steps must come in rising order. It ignores a value that is not
// finite, which the run reports as a fault.
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

// halve merges neighbouring buckets in pairs.
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

// Buckets returns the curve's buckets, oldest first. They are valid until the next Add.
func (c *Curve) Buckets() []Bucket { return c.buckets[:c.n] }

// Smooth returns the exponential average of the values, 0 for none.
func (c *Curve) Smooth() float64 {
	if c.weight == 0 {
		return 0
	}
	return c.smooth / c.weight
}

// Reset empties the curve.
func (c *Curve) Reset() { *c = Curve{} }

// recentSteps is the number of steps in the table of exact losses.
const recentSteps = 50

// StepLoss is the loss of a step as the worker reported it.
type StepLoss struct {
	Step int
	Loss float32
}

// Recent holds the exact losses of the last steps. The zero value is empty.
type Recent struct {
	ring [recentSteps]StepLoss
	n    int // values added
}

// Add appends a loss. If the list is full, the oldest one goes.
func (r *Recent) Add(step int, loss float32) {
	r.ring[r.n%recentSteps] = StepLoss{step, loss}
	r.n++
}

// Last returns the newest step, 0 for none.
func (r *Recent) Last() int {
	if r.n == 0 {
		return 0
	}
	return r.ring[(r.n-1)%recentSteps].Step
}

// AppendTo appends the losses to dst, oldest first, and returns it.
func (r *Recent) AppendTo(dst []StepLoss) []StepLoss {
	for i := max(0, r.n-recentSteps); i < r.n; i++ {
		dst = append(dst, r.ring[i%recentSteps])
	}
	return dst
}

// Reset empties the list.
func (r *Recent) Reset() { *r = Recent{} }

// Trained is the training loss and the training accuracy after a step, averaged over the last
// steps. The figures of the page and the bold lines of the curves show them.
type Trained struct {
	Step           int
	Loss, Accuracy float64
}

// figureSteps is the number of steps that Figures holds. A run that fails goes back by fewer.
const figureSteps = 128

// Figures holds a Trained for each of the last steps. The zero value is empty.
type Figures struct {
	ring [figureSteps]Trained
	n    int // values added
}

// Add appends the figures of a step. If the list is full, the oldest ones go.
func (f *Figures) Add(t Trained) {
	f.ring[f.n%figureSteps] = t
	f.n++
}

// At returns the figures after a step, or after the last known step before it. ok is false if there
// is none.
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
