package train

import (
	"stridelab/data"
	"stridelab/nn"
)

// Loader says which samples each step of a run trains on, and makes them. A sample depends
// on the Config, the dataset and its place in the run alone. So any worker can make any
// sample of the run, at any time.
//
// An epoch goes through all training samples once, in an order drawn from the seed. A source
// that is endless just goes on: no sample comes twice.
type Loader struct {
	source   data.Source // adapted to the input of the network
	info     data.Info   // of source
	seed     uint64
	batch    int // samples in a minibatch; the last of an epoch may have fewer
	perShard int // samples in a shard; the last of a minibatch may have fewer
	size     int // numbers in a sample
	order    order
	ordered  int        // epoch of order, -1 before the first
	augment  *augmenter // nil: samples are used as they are
}

const (
	maxPrefetch     = 2 << 20 // numbers of pixels that are made ahead
	prefetchSamples = 256     // in one Samples, at least
)

// NewLoader returns the loader of a run. It refuses the Config and the source that NewSession
// refuses.
func NewLoader(cfg Config, source data.Source) (*Loader, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	rows, err := cfg.Net.Table()
	if err != nil {
		return nil, err
	}
	return newLoader(cfg, source, rows)
}

// newLoader is NewLoader for a valid Config whose network has this table.
func newLoader(cfg Config, source data.Source, rows []nn.Row) (*Loader, error) {
	adapted, err := Adapt(source, rows)
	if err != nil {
		return nil, err
	}
	if cfg.Samples > 0 {
		adapted = newSubset(adapted, cfg.Samples, cfg.Seed)
	}
	return &Loader{
		augment: newAugmenter(cfg.Augment, adapted.Info()),
		source:  adapted, info: adapted.Info(), seed: cfg.Seed, batch: cfg.Batch,
		perShard: shardSize(rows), size: rows[0].Shape.Size(), ordered: -1,
	}, nil
}

// StepsPerEpoch returns how many minibatches an epoch has.
func (l *Loader) StepsPerEpoch() int { return (l.info.Train + l.batch - 1) / l.batch }

// PrefetchSteps returns of how many steps one Samples carries the samples. It is 0 if a
// minibatch is too large to be made ahead.
func (l *Loader) PrefetchSteps() int {
	if l.batch*l.size > maxPrefetch {
		return 0
	}
	return (prefetchSamples + l.batch - 1) / l.batch
}

// seen returns how many samples come before a step.
func (l *Loader) seen(step int) int {
	per := l.StepsPerEpoch()
	return step/per*l.info.Train + step%per*l.batch
}

// batchAt returns how many samples the minibatch of a step has.
func (l *Loader) batchAt(step int) int {
	return min(l.batch, l.info.Train-step%l.StepsPerEpoch()*l.batch)
}

// shards returns how many shards hold so many samples.
func (l *Loader) shards(samples int) int { return (samples + l.perShard - 1) / l.perShard }

// shardSamples returns how many samples a shard of a step has.
func (l *Loader) shardSamples(step, shard int) int {
	return min(l.perShard, l.batchAt(step)-shard*l.perShard)
}

// sampleAt returns the number of the training sample at a position in an epoch.
func (l *Loader) sampleAt(epoch, position int) int {
	if l.info.Endless {
		return epoch*l.info.Train + position
	}
	if l.ordered != epoch {
		l.order, l.ordered = epochOrder(l.info.Train, l.seed, epoch), epoch
	}
	return l.order.at(position)
}

// load makes n samples of the minibatch of a step, from the given one on. It writes their
// pixels to x, [n, C, H, W], and their labels to labels.
func (l *Loader) load(step, from, n int, x []float32, labels []int) {
	per := l.StepsPerEpoch()
	for i := range n {
		epoch, position := step/per, step%per*l.batch+from+i
		pixels := x[i*l.size : (i+1)*l.size]
		labels[i] = l.source.TrainSample(l.sampleAt(epoch, position), pixels)
		if l.augment != nil {
			l.augment.change(pixels, mix(l.seed, forAugment, uint64(epoch), uint64(position)))
		}
	}
}

// loadShard makes the samples of a shard of a step, and returns how many.
func (l *Loader) loadShard(step, shard int, x []float32, labels []int) (n int) {
	n = l.shardSamples(step, shard)
	l.load(step, shard*l.perShard, n, x, labels)
	return n
}
