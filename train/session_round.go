package train

// Advance goes on with the run, one shard of a minibatch or of an evaluation after the
// other, until goOn returns false. It returns earlier when the run pauses or fails, when it
// has to wait for other workers, and when it changes between training and evaluating, so
// that the caller can measure the time of each.
func (s *Session) Advance(goOn func() bool) {
	if s.waitFrom > 0 {
		s.times.Wait += s.now() - s.waitFrom
		s.waitFrom = 0
	}
	for evaluating := s.test.on; s.running && s.test.on == evaluating; {
		if !s.advance() {
			s.group.waiting = true
			s.waitFrom = s.now()
			return
		}
		if s.running && !s.test.on && !s.roundStarted() && s.step >= s.target {
			s.running = false
		}
		if !goOn() {
			return
		}
	}
}

// advance does the next piece of work: a shard, the end of a round, or samples of a later
// one. It reports false if it can only wait.
func (s *Session) advance() bool {
	g := &s.group
	switch {
	case s.shard < g.to:
		s.computeShard()
		if s.shard < g.to {
			return true
		}
		if g.size == 1 {
			s.endRound()
			return true
		}
		s.sendGradients()
	case g.size > 1 && !g.sent: // this worker has no shard in the round
		s.sendGradients()
	case s.gathered():
		s.reduce()
	default:
		return s.loadAhead()
	}
	return true
}

// roundShards returns how many shards the present round has.
func (s *Session) roundShards() int {
	if s.test.on {
		return s.loader.shards(s.test.n)
	}
	return s.loader.shards(s.loader.batchAt(s.step))
}

// beginRound prepares the present round from its beginning.
func (s *Session) beginRound() {
	g := &s.group
	g.from, g.to = shardsOf(s.roundShards(), g.size, g.rank)
	g.copied, g.sent, g.waiting = 0, false, false
	s.shard, s.loss, s.correct = g.from, 0, 0
	s.tree.n, g.sum.n = 0, 0
	if g.size > 1 {
		g.own.reset(g.to-g.from, s.gradientNumbers(g.from, g.to))
	}
}

// gradientNumbers returns how many numbers the gradients of the shards from up to to have, in
// the present round.
func (s *Session) gradientNumbers(from, to int) int {
	if s.test.on {
		return 0
	}
	return nodes(from, to) * len(s.model.Params())
}

// roundStarted reports whether this worker has done anything in the present round.
func (s *Session) roundStarted() bool { return s.shard != s.group.from || s.group.sent }

// computeShard computes one shard.
func (s *Session) computeShard() {
	g := &s.group
	begun, input := s.now(), s.times.Input
	defer func() { s.times.Compute += s.now() - begun - (s.times.Input - input) }()
	var loss float64
	var correct int
	if s.test.on {
		loss, correct = s.evaluateShard(s.shard)
	} else {
		loss, correct = s.gradient(s.step, s.shard)
		s.tree.add(s.model.Grads())
	}
	s.shard++
	if g.size == 1 {
		s.loss += loss
		s.correct += correct
		return
	}
	g.own.setShard(s.shard-1-g.from, loss, correct)
	if s.test.on {
		return
	}
	// When the tree holds all shards of a node, the sum of the node is copied.
	if first := s.shard - s.tree.n; s.tree.n == 1<<nodeAt(first, g.to) {
		g.copied += copy(g.own.sums()[g.copied:], s.tree.sum())
	}
}

// sendGradients sends what this worker has computed to the others.
func (s *Session) sendGradients() {
	g := &s.group
	g.own.sign(g.generation, g.round, g.rank, s.opt.Config().LearningRate)
	g.sent = true
	g.send(g.own.words.bytes())
}

// gathered reports whether the gradients of all workers are there. Gradients of another
// length than expected count as missing.
func (s *Session) gathered() bool {
	g, shards := &s.group, s.roundShards()
	for rank := range g.size {
		m := g.find(s.inbox, rank)
		if m == nil {
			return false
		}
		from, to := shardsOf(shards, g.size, rank)
		if m.shards != to-from || m.numbers != s.gradientNumbers(from, to) {
			return false
		}
	}
	return true
}

// reduce adds the gradients of all workers and ends the round.
func (s *Session) reduce() {
	begun := s.now()
	g, shards, n := &s.group, s.roundShards(), len(s.model.Params())
	for rank := range g.size {
		m := g.find(s.inbox, rank)
		for i := range m.shards {
			loss, correct := m.shard(i)
			s.loss += loss
			s.correct += correct
		}
		if s.test.on {
			continue
		}
		from, to := shardsOf(shards, g.size, rank)
		for rest := m.sums(); from < to; rest = rest[n:] {
			level := nodeAt(from, to)
			g.sum.addNode(rest[:n], level)
			from += 1 << level
		}
	}
	s.times.Compute += s.now() - begun

	// All use the learning rate that rank 0 had when it sent its gradients. Rank 0 itself may
	// have got another one since, which holds from the next round on.
	present := s.opt.Config().LearningRate
	s.opt.SetLearningRate(g.find(s.inbox, 0).learningRate())
	s.endRound()
	if g.rank == 0 {
		s.opt.SetLearningRate(present)
	}
	g.drop(s.inbox)
	g.round++
}

// endRound ends an evaluation or a minibatch, when all of it has been added, and begins the
// next round.
func (s *Session) endRound() {
	switch batch := s.loader.batchAt(s.step); {
	case s.test.on:
		s.endEvaluation()
	case s.group.size > 1:
		s.update(batch, s.group.sum.sum())
	default:
		s.update(batch, s.tree.sum())
		s.dropUsedSamples()
	}
	s.beginRound()
}
