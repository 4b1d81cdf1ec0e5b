package train

import "stridelab/nn"

// ahead holds samples of the next minibatch, made while there was nothing else
// to do. What is not in it is made when its shard is on, so it changes nothing
// but the time at which a sample is made.
type ahead struct {
	aheadStep   int // of the minibatch; -1: none
	aheadFrom   int // its first shard in the buffer
	aheadShards int // shards in the buffer
	aheadInput  []float32
	aheadLabels []int
}

const maxAhead = 2 << 20 // numbers in the buffer

// prepare makes the samples of one more of this worker's shards of the next
// minibatch. It reports whether there was one to make.
func (s *Session) prepare() bool {
	step := s.step
	if !s.test.on {
		step++ // this step's own have all been used
	}
	batch := s.batchAt(step)
	from, to := share((batch+s.perShard-1)/s.perShard, s.crew.of, s.crew.me)
	a, size := &s.ahead, s.perShard*len(s.watched)
	if a.aheadStep != step || a.aheadFrom != from {
		a.aheadStep, a.aheadFrom, a.aheadShards = step, from, 0
	}
	shard := from + a.aheadShards
	if shard >= to || (a.aheadShards+1)*size > maxAhead {
		return false
	}
	begun := s.now()
	if room := to - from; len(a.aheadLabels) < room*s.perShard {
		a.aheadInput = make([]float32, min(room*size, maxAhead))
		a.aheadLabels = make([]int, room*s.perShard)
	}
	s.makeInput(step, shard, a.aheadInput[a.aheadShards*size:], a.aheadLabels[a.aheadShards*s.perShard:])
	a.aheadShards++
	s.times.Ahead += s.now() - begun
	return true
}

// shardInput gives the samples of a shard, [n, C, H, W], and their labels.
func (s *Session) shardInput(step, shard int) (nn.Tensor, []int) {
	a, size := &s.ahead, s.perShard*len(s.watched)
	if i := shard - a.aheadFrom; step == a.aheadStep && i >= 0 && i < a.aheadShards {
		n := s.shardSamples(step, shard)
		return s.tensor(a.aheadInput[i*size:], n), a.aheadLabels[i*s.perShard:][:n]
	}
	if x, labels := s.brought(step, shard); x != nil {
		return s.tensor(x, len(labels)), labels
	}
	n := s.makeInput(step, shard, s.input, s.labels)
	return s.tensor(s.input, n), s.labels[:n]
}

// shardSamples is how many samples a shard of a step has.
func (s *Session) shardSamples(step, shard int) int {
	return min(s.perShard, s.batchAt(step)-shard*s.perShard)
}

// makeInput makes the samples of a shard of a step and returns how many.
func (s *Session) makeInput(step, shard int, x []float32, labels []int) (n int) {
	per, from, size := s.stepsPerEpoch(), shard*s.perShard, len(s.watched)
	n = s.shardSamples(step, shard)
	for i := range n {
		sample := s.sampleAt(step/per, step%per*s.cfg.Batch+from+i)
		labels[i] = s.source.TrainSample(sample, x[i*size:(i+1)*size])
	}
	return n
}
