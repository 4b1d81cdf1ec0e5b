package train

import "stridelab/nn"

// shardInput returns the samples of a shard, [n, C, H, W], and their labels. They may have
// been made ahead, by this worker or by another one; if not, they are made now.
func (s *Session) shardInput(step, shard int) (nn.Tensor, []int) {
	l, next := s.loader, &s.next
	if i := shard - next.from; step == next.step && i >= 0 && i < next.shards {
		n := l.shardSamples(step, shard)
		return s.tensor(next.input[i*l.perShard*l.size:], n), next.labels[i*l.perShard:][:n]
	}
	if pixels, labels := s.prefetched(step, shard); pixels != nil {
		return s.tensor(pixels, len(labels)), labels
	}
	n := l.loadShard(step, shard, s.input, s.labels)
	return s.tensor(s.input, n), s.labels[:n]
}

// loadAhead makes the samples of one more of this worker's shards of the next minibatch. It
// reports false if there is none to make.
func (s *Session) loadAhead() bool {
	l, step := s.loader, s.step
	if !s.test.on {
		step++ // the present minibatch has all its samples
	}
	from, to := shardsOf(l.shards(l.batchAt(step)), s.group.size, s.group.rank)
	next, size := &s.next, l.perShard*l.size
	if next.step != step || next.from != from {
		next.step, next.from, next.shards = step, from, 0
	}
	shard := from + next.shards
	if shard >= to || (next.shards+1)*size > maxPrefetch {
		return false
	}
	begun := s.now()
	if room := to - from; len(next.labels) < room*l.perShard {
		next.input = make([]float32, min(room*size, maxPrefetch))
		next.labels = make([]int, room*l.perShard)
	}
	l.loadShard(step, shard, next.input[next.shards*size:], next.labels[next.shards*l.perShard:])
	next.shards++
	s.times.Ahead += s.now() - begun
	return true
}

// prefetched returns the pixels and the labels of a shard that another worker has made. It
// returns nil if they have not arrived.
func (s *Session) prefetched(step, shard int) (pixels []float32, labels []int) {
	l := s.loader
	n := l.shardSamples(step, shard)
	for _, m := range s.inbox.samples.arrived {
		at := l.seen(step) + shard*l.perShard - l.seen(m.step())
		if m.generation() != s.group.generation || at < 0 || at+n > m.n || m.size != l.size {
			continue
		}
		for i := range n {
			s.labels[i] = m.label(at + i)
			if s.labels[i] >= l.info.Classes {
				return nil, nil
			}
		}
		return m.pixels(at), s.labels[:n]
	}
	return nil, nil
}

// dropUsedSamples removes prefetched samples that the run has trained on.
func (s *Session) dropUsedSamples() {
	if len(s.inbox.samples.arrived) > 0 {
		seen := s.Seen()
		s.inbox.samples.drop(func(m *Samples) bool { return s.loader.seen(m.step())+m.n <= seen })
	}
}
