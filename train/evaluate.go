package train

import (
	"math"

	"stridelab/data"
)

const (
	testSamples  = 1000 // most that one evaluation asks
	testInterval = 4000 // training samples between two evaluations, about
)

// testSet counts right answers on held-out samples, the same ones every time,
// spread evenly over the whole test set.
type testSet struct {
	n      int       // samples asked
	of     int       // samples in the test set
	cache  []float32 // [n, C, H, W] of samples that are drawn on the fly
	labels []int     // of the cache
	drawn  []bool    // which shards of the cache are filled

	on   bool // an evaluation is under way
	done int  // samples asked by this worker

	lastLoss, lastAccuracy float32 // NaN before the first
	lastN                  int
}

func newTestSet(info data.Info, size int) testSet {
	t := testSet{n: min(info.Test, testSamples), of: info.Test}
	if info.Endless {
		t.cache = make([]float32, t.n*size)
		t.labels = make([]int, t.n)
		t.drawn = make([]bool, t.n) // a shard has one sample at least
	}
	return t
}

func (t *testSet) reset() {
	t.on, t.lastN = false, 0
	t.lastLoss, t.lastAccuracy = float32(math.NaN()), float32(math.NaN())
}

func (t *testSet) begin() {
	t.on = t.n > 0
	t.done = 0
}

// evaluationDue reports whether the step just done is followed by an
// evaluation: at every epoch's end, and often enough in between. It depends on
// the count of steps alone, never on time, so a replay evaluates at the same
// points.
func (s *Session) evaluationDue() bool {
	per := s.stepsPerEpoch()
	times := min(per, max(1, (s.info.Train+testInterval/2)/testInterval)) // in an epoch
	i := (s.step-1)%per + 1
	return i*times/per > (i-1)*times/per
}

// evaluateShard asks the net for the test samples of one shard.
func (s *Session) evaluateShard(shard int) (loss float64, correct int) {
	t := &s.test
	n := min(s.perShard, t.n-shard*s.perShard)
	x, labels := s.testShard(shard*s.perShard, n)
	s.model.Forward(s.tensor(x, n), false)
	loss, correct = s.model.Loss(labels, 0)
	t.done += n
	return loss, correct
}

// evaluated ends an evaluation, all of whose shards are summed up.
func (s *Session) evaluated() {
	t := &s.test
	t.on = false
	loss := s.loss / float64(t.n)
	if diverged(loss) {
		s.fail()
		return
	}
	t.lastLoss, t.lastAccuracy, t.lastN = float32(loss), float32(s.correct)/float32(t.n), t.n
	s.testCurve.add(Point{Step: s.step, Loss: t.lastLoss, Accuracy: t.lastAccuracy})
}

// testShard gives n of the samples asked from number first on, [n, C, H, W],
// and their labels. Each worker draws the shards of its share, once.
func (s *Session) testShard(first, n int) ([]float32, []int) {
	t, size := &s.test, len(s.watched)
	x, labels := s.input, s.labels
	if t.cache != nil {
		x, labels = t.cache[first*size:], t.labels[first:]
	}
	if shard := first / s.perShard; t.cache == nil || !t.drawn[shard] {
		for i := range n {
			labels[i] = s.source.TestSample((first+i)*t.of/t.n, x[i*size:(i+1)*size])
		}
		if t.cache != nil {
			t.drawn[shard] = true
		}
	}
	return x, labels[:n]
}
