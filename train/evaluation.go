package train

import (
	"math"

	"stridelab/data"
)

// MostTested is the most samples of one evaluation.
const MostTested = 1000

const testInterval = 4000 // training samples between two evaluations, about

// evaluation measures the network on held-out samples. They are the same ones every time,
// spread evenly over the test set.
type evaluation struct {
	source data.Source // adapted to the input of the network
	size   int         // numbers in a sample
	n      int         // samples of an evaluation
	of     int         // samples in the test set

	cache  []float32 // [n, C, H, W], for a source that draws its samples when asked; else nil
	labels []int     // of the cache
	drawn  []bool    // shards of the cache that are filled

	on   bool // an evaluation is under way
	done int  // samples that this worker has evaluated

	lastLoss, lastAccuracy float32 // NaN before the first
	lastN                  int     // samples behind them
}

// newEvaluation returns an evaluation on a source whose samples have size numbers.
func newEvaluation(source data.Source, size int) evaluation {
	info := source.Info()
	e := evaluation{source: source, size: size, n: min(info.Test, MostTested), of: info.Test}
	if info.Endless {
		e.cache = make([]float32, e.n*size)
		e.labels = make([]int, e.n)
		e.drawn = make([]bool, e.n) // a shard has at least one sample
	}
	return e
}

// reset forgets the results.
func (e *evaluation) reset() {
	e.on, e.lastN = false, 0
	e.lastLoss, e.lastAccuracy = float32(math.NaN()), float32(math.NaN())
}

// begin begins an evaluation, if there are test samples.
func (e *evaluation) begin() {
	e.on = e.n > 0
	e.done = 0
}

// shard returns the pixels of a shard, [n, C, H, W], and its labels. It uses the memory of x
// and labels unless there is a cache. Each worker draws the shards of its share, once.
func (e *evaluation) shard(shard, perShard int, x []float32, labels []int) ([]float32, []int) {
	first := shard * perShard
	n := min(perShard, e.n-first)
	if e.cache != nil {
		x, labels = e.cache[first*e.size:], e.labels[first:]
	}
	if e.cache == nil || !e.drawn[shard] {
		for i := range n {
			labels[i] = e.source.TestSample((first+i)*e.of/e.n, x[i*e.size:(i+1)*e.size])
		}
		if e.cache != nil {
			e.drawn[shard] = true
		}
	}
	return x[:n*e.size], labels[:n]
}

// evaluationDue reports whether an evaluation follows a step: at the end of the first epoch and
// of every later one, and about every testInterval samples in between. Where an epoch has fewer
// samples than an evaluation, epochs in between go without, so that at least as many samples are
// trained on as are tested. It depends on the step alone, never on time, so that a replay
// evaluates at the same steps. samples is the number of training samples, tests that of an
// evaluation.
func evaluationDue(step, stepsPerEpoch, samples, tests int) bool {
	epoch, i := (step-1)/stepsPerEpoch, (step-1)%stepsPerEpoch+1
	if epoch > 0 && samples < tests {
		return i == stepsPerEpoch && (epoch+1)*samples/tests > epoch*samples/tests
	}
	times := min(stepsPerEpoch, max(1, (samples+testInterval/2)/testInterval)) // in an epoch
	return i*times/stepsPerEpoch > (i-1)*times/stepsPerEpoch
}
