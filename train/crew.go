package train

// A run's work is done in rounds: a minibatch's gradient, or an evaluation.
// Several workers may share it, each with a Session of the same Config that
// stands at the same step. In a round each does the shards of its share and
// sends its part to all others; who has all parts adds them in the tree, which
// is the same everywhere, and makes the same update:
//
//	worker 0   shards 0-3 ──part──┐ ┌─▶ tree ─▶ update   shards 0-3 ─▶
//	                              ├─┤
//	worker 1   shards 4-7 ──part──┘ └─▶ tree ─▶ update   shards 4-7 ─▶
//
// So weights never travel, and the way of one message is all there is to wait
// for. In that time the input of the next shards is made.
//
// Worker 0 is the desk's, and only it pauses: without its part nobody gets
// further than the end of a round.
type crew struct {
	me, of int    // this worker and how many there are; 0 of 1 is alone
	term   uint32 // counts crews: parts of an earlier one are nobody's, of a later one are kept
	round  uint32 // rounds this crew has done
	post   func([]byte)

	from, to int // my shards of the round
	node     int // numbers of my nodes done
	sent     bool
	waiting  bool // for parts
	own      part
	whole    tree // of all workers' nodes
	mail     *mail
}

// mail keeps parts that have come and were not used yet. Those of a crew may
// come before the invitation to it.
type mail struct{ arrived, free []*part }

// maxArrived bounds the parts kept for later: from each worker there can be
// those of two rounds.
const maxArrived = 4 * MaxWorkers

// take keeps a copy of the part in b, and reports whether there is one.
func (m *mail) take(b []byte) bool {
	var p *part
	if n := len(m.free); n > 0 {
		p, m.free = m.free[n-1], m.free[:n-1]
	} else {
		p = &part{}
	}
	if !p.read(b) || len(m.arrived) == maxArrived {
		m.free = append(m.free, p)
		return false
	}
	m.arrived = append(m.arrived, p)
	return true
}

// drop lets go of the parts that are not wanted any more.
func (m *mail) drop(unwanted func(*part) bool) {
	kept := m.arrived[:0]
	for _, p := range m.arrived {
		if unwanted(p) {
			m.free = append(m.free, p)
		} else {
			kept = append(kept, p)
		}
	}
	m.arrived = kept
}

// join makes s worker me of of in a crew; post sends a part to all others and
// does not keep it. The round that is on begins again.
func (s *Session) join(term uint32, me, of int, post func([]byte)) {
	c := &s.crew
	c.term, c.me, c.of, c.post, c.round = term, me, of, post, 0
	c.mail.drop(func(p *part) bool { return int32(p.term()-term) < 0 })
	s.aheadStep = -1
	if s.test.on {
		s.test.begin()
	}
	s.beginRound()
}

// Workers is how many workers share the run now.
func (s *Session) Workers() int { return s.crew.of }

// Waiting reports whether Advance has nothing to do until a part arrives.
func (s *Session) Waiting() bool { return s.running && s.crew.waiting }

// arrive takes a part from another worker and reports whether it is one. It
// does not keep b.
func (s *Session) arrive(b []byte) bool {
	s.crew.waiting = false
	return s.crew.mail.take(b)
}

// shards is how many shards the round that is on has.
func (s *Session) shards() int {
	samples := s.test.n
	if !s.test.on {
		samples = s.batchAt(s.step)
	}
	return (samples + s.perShard - 1) / s.perShard
}

// beginRound stands s before the first of its shards of the round that is on.
func (s *Session) beginRound() {
	c := &s.crew
	c.from, c.to = share(s.shards(), c.of, c.me)
	c.node, c.sent, c.waiting = 0, false, false
	s.shard, s.loss, s.correct = c.from, 0, 0
	s.tree.n, c.whole.n = 0, 0
	if c.of > 1 {
		numbers := 0
		if !s.test.on {
			numbers = nodes(c.from, c.to) * len(s.model.Params())
		}
		c.own.reset(c.to-c.from, numbers)
	}
}

// unbegun reports whether nothing has been done in the round that is on.
func (s *Session) unbegun() bool { return s.shard == s.crew.from && !s.crew.sent }

// proceed does the next piece of the run: a shard, the end of a round, or some
// input for a later one. It reports false when there is nothing to do but wait.
func (s *Session) proceed() bool {
	c := &s.crew
	switch {
	case s.shard < c.to:
		s.work()
		if s.shard < c.to {
			return true
		}
		if c.of == 1 {
			s.endRound()
			return true
		}
		s.handOver()
	case c.of > 1 && !c.sent: // a round with fewer shards than workers
		s.handOver()
	case s.complete():
		s.merge()
	default:
		return s.prepare()
	}
	return true
}

// work does one shard.
func (s *Session) work() {
	c := &s.crew
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
	if c.of == 1 {
		s.loss += loss
		s.correct += correct
		return
	}
	c.own.setShard(s.shard-1-c.from, loss, correct)
	if s.test.on {
		return
	}
	// When the tree holds a node of this share whole, it goes to the part.
	if first := s.shard - s.tree.n; s.tree.n == 1<<nodeAt(first, c.to) {
		c.node += copy(c.own.gradients()[c.node:], s.tree.sum())
	}
}

// handOver sends this worker's part to the others.
func (s *Session) handOver() {
	c := &s.crew
	c.own.sign(c.term, c.round, c.me, s.opt.Config().LearningRate)
	c.sent = true
	c.post(c.own.bytes())
}

// find is the part of a worker for the round that is on, nil while it has not
// arrived.
func (c *crew) find(worker int) *part {
	if worker == c.me {
		return &c.own
	}
	for _, p := range c.mail.arrived {
		if p.term() == c.term && p.round() == c.round && p.worker() == worker {
			return p
		}
	}
	return nil
}

// complete reports whether all parts of the round are there. A part that does
// not hold what its worker has to bring counts as missing.
func (s *Session) complete() bool {
	c, shards := &s.crew, s.shards()
	for i := range c.of {
		p := c.find(i)
		if p == nil {
			return false
		}
		from, to := share(shards, c.of, i)
		numbers := 0
		if !s.test.on {
			numbers = nodes(from, to) * len(s.model.Params())
		}
		if p.shards != to-from || p.numbers != numbers {
			return false
		}
	}
	return true
}

// merge adds all parts and ends the round.
func (s *Session) merge() {
	begun := s.now()
	c, shards, n := &s.crew, s.shards(), len(s.model.Params())
	rate := c.find(0).rate()
	for i := range c.of {
		p := c.find(i)
		for j := range p.shards {
			loss, correct := p.shard(j)
			s.loss += loss
			s.correct += correct
		}
		if s.test.on {
			continue
		}
		from, to := share(shards, c.of, i)
		for rest := p.gradients(); from < to; rest = rest[n:] {
			level := nodeAt(from, to)
			c.whole.take(rest[:n], level)
			from += 1 << level
		}
	}
	s.times.Compute += s.now() - begun

	// The rate that worker 0 had when it sent its part is everybody's, whatever it
	// has been set to since.
	live := s.opt.Config().LearningRate
	s.opt.SetLearningRate(rate)
	s.endRound()
	if c.me == 0 {
		s.opt.SetLearningRate(live)
	}
	c.mail.drop(func(p *part) bool { return p.term() == c.term && p.round() == c.round })
	c.round++
}

// endRound does what follows on the sum of a round.
func (s *Session) endRound() {
	if s.test.on {
		s.evaluated()
	} else if s.crew.of > 1 {
		s.update(s.batchAt(s.step), s.crew.whole.sum())
	} else {
		s.update(s.batchAt(s.step), s.tree.sum())
		s.forget()
	}
	s.beginRound()
}
