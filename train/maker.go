package train

import "math"

// Built-in digits cost a tenth of the time it takes to learn from them. In a
// crew they are made while a worker waits for the others (see ahead). A desk
// that works alone never waits; where the computer has a core to spare, a peer
// that does nothing else makes the minibatches to come:
//
//	peer   make 9-12 ──part──┐  make 13-16 ──part──┐
//	                         ▼                     ▼
//	desk   step 5, 6, 7, 8 ...   step 9, 10 ...
//
// What has not come in time the desk makes by itself. A sample is a pure
// function of its place in the run, so nobody can tell from the run who made it.

// Make asks a peer for the samples of the steps From up to, but without, To. It
// follows a Join or a Make of another term by leaving what it did, and goes on
// from an earlier Make of the same term. They come as parts, several steps in
// each: a part's round is the first step, its right answers are the labels, a
// "shard" is one sample, and where gradients would be there are pixels.
type Make struct {
	Term     uint32
	From, To int
	Config   Config
}

const (
	makeSamples = 256 // in a part, at least, unless a minibatch has more
	makeParts   = 3   // that a maker may be ahead by
)

// Append implements Message.
func (m Make) Append(dst []byte) []byte {
	dst = begin(dst, kindMake)
	dst = appendUint64(dst, uint64(m.Term))
	dst = appendInt(dst, m.From)
	dst = appendInt(dst, m.To)
	return m.Config.append(dst)
}

func (Make) kind() kind { return kindMake }

func (r *reader) make() Make {
	term := r.uint64()
	m := Make{Term: uint32(term), From: r.int(), To: r.int(), Config: r.config()}
	if term > math.MaxUint32 || m.From > m.To {
		r.failed = true
	}
	return m
}

// makeSteps is how many steps' samples travel in one part; 0 where a single
// minibatch is too large to be kept ahead.
func (s *Session) makeSteps() int {
	if s.cfg.Batch*len(s.watched) > maxAhead {
		return 0
	}
	return (makeSamples + s.cfg.Batch - 1) / s.cfg.Batch
}

// brought gives the samples and labels of a shard out of what a maker has sent.
func (s *Session) brought(step, shard int) (pixels []float32, labels []int) {
	c, size, n := &s.crew, len(s.watched), s.shardSamples(step, shard)
	for _, p := range c.mail.arrived {
		at := s.seenAt(step) + shard*s.perShard - s.seenAt(int(p.round()))
		if p.term() != c.term || at < 0 || at+n > p.shards || p.numbers != p.shards*size {
			continue
		}
		for i := range n {
			_, label := p.shard(at + i)
			if label >= s.info.Classes {
				return nil, nil
			}
			s.labels[i] = label
		}
		return p.gradients()[at*size:], s.labels[:n]
	}
	return nil, nil
}

// forget lets go of samples that have been learnt from.
func (s *Session) forget() {
	if len(s.crew.mail.arrived) > 0 {
		seen := s.Seen()
		s.crew.mail.drop(func(p *part) bool { return s.seenAt(int(p.round()))+p.shards <= seen })
	}
}

// supply asks a peer that no crew needs for the samples of the next steps. It is
// to be called again and again while the run goes on.
func (d *Desk) supply() {
	r, s := &d.roster, d.session
	if len(r.peers) == 0 || len(r.members) > 1 || s.cfg.Dataset == Files {
		return
	}
	c, steps := r.peers[0], s.makeSteps()
	if !c.ready || steps == 0 {
		return
	}
	if r.maker != c.id || r.made.Term != r.term {
		r.maker, r.made = c.id, Make{Term: r.term, Config: s.cfg}
		r.introduce(0, c)
	}
	to := s.step + 1 + makeParts*steps
	if to-r.made.To < steps {
		return
	}
	r.made.From, r.made.To = max(r.made.To, s.step+1), to
	d.out = r.made.Append(d.out[:0])
	r.staff.Send(c.id, d.out)
}

// making is what a peer has been asked to make.
type making struct {
	Make
	step  int // the next to be made
	first int // the part's first step
	end   int // the step that the part goes up to; first: there is none begun
	part  part
}

// on reports whether there is something left to make.
func (k *making) on() bool { return k.step < k.To }

// supply begins to make what the desk asks for, or goes on.
func (p *Peer) supply(m Make) error {
	k := &p.making
	if err := p.stand(m.Config, 0); err != nil {
		return err
	}
	p.session.Pause()
	if m.Term != k.Term || m.From > k.step {
		k.step, k.end = m.From, m.From
		k.first = m.From
	}
	k.Make = m
	return nil
}

// makeStep makes the samples of one step, and sends the part when it is full.
func (p *Peer) makeStep() {
	k, s := &p.making, p.session
	size := len(s.watched)
	if k.step == k.end {
		k.first, k.end = k.step, min(k.To, k.step+s.makeSteps())
		n := s.seenAt(k.end) - s.seenAt(k.first)
		k.part.reset(n, n*size)
		k.part.sign(k.Term, uint32(k.first), 0, 0)
	}
	at := s.seenAt(k.step) - s.seenAt(k.first)
	for shard := 0; shard*s.perShard < s.batchAt(k.step); shard++ {
		n := s.makeInput(k.step, shard, k.part.gradients()[at*size:], s.labels)
		for _, label := range s.labels[:n] {
			k.part.setShard(at, 0, label)
			at++
		}
	}
	if k.step++; k.step == k.end {
		p.part(0, k.part.bytes())
	}
}
