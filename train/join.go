package train

import "math"

// Between the desk's worker and its peers. (Parts, which all of them send each
// other, are no Messages: see part.)

// Join makes a peer a member of a crew and stands it where the run stands. The
// peer begins at once with its shards.
type Join struct {
	Term    uint32 // of the crew; grows
	Me      int    // the peer's place among the members, above 0
	Members []int  // the members' ids in the order of their places; the desk's own, 0, is first
	Files   int    // ID of the LoadFiles whose samples a Config with Files means
	Config  Config

	Step         int
	Evaluating   bool // after Step minibatches comes an evaluation
	UpdateStep   int  // of the optimiser
	LearningRate float64
	Params       []float32
	First        []float32 // the optimiser's memories, see nn.Optimizer.State
	Second       []float32
}

// Append implements Message.
func (m Join) Append(dst []byte) []byte {
	dst = begin(dst, kindJoin)
	dst = appendUint64(dst, uint64(m.Term))
	dst = appendInt(dst, m.Me)
	dst = appendInt(dst, len(m.Members))
	for _, id := range m.Members {
		dst = appendInt(dst, id)
	}
	dst = appendInt(dst, m.Files)
	dst = m.Config.append(dst)
	dst = appendInt(dst, m.Step)
	dst = appendBool(dst, m.Evaluating)
	dst = appendInt(dst, m.UpdateStep)
	dst = appendFloat64(dst, m.LearningRate)
	dst = appendFloats(dst, m.Params)
	dst = appendFloats(dst, m.First)
	return appendFloats(dst, m.Second)
}

func (r *reader) join() Join {
	var m Join
	term := r.uint64()
	m.Term, m.Me = uint32(term), r.int()
	n := r.count(4)
	if term > math.MaxUint32 || n > MaxWorkers || m.Me < 1 || m.Me >= n {
		r.failed = true
		return m
	}
	m.Members = make([]int, n)
	for i := range m.Members {
		m.Members[i] = r.int()
	}
	m.Files = r.int()
	m.Config = r.config()
	m.Step = r.int()
	m.Evaluating = r.bool()
	m.UpdateStep = r.int()
	m.LearningRate = r.float64()
	m.Params, m.First, m.Second = r.floats(), r.floats(), r.floats()
	return m
}

// Ping asks a peer for a sign of life, which is Pong.
type Ping struct{}

// Append implements Message.
func (m Ping) Append(dst []byte) []byte { return begin(dst, kindPing) }

// Pong answers Ping.
type Pong struct{}

// Append implements Message.
func (m Pong) Append(dst []byte) []byte { return begin(dst, kindPong) }

// invitation is the Join that stands a peer where s stands.
func (s *Session) invitation(me int, members []int, files int) Join {
	m := Join{
		Term: s.crew.term, Me: me, Members: members, Files: files, Config: s.cfg,
		Step: s.step, Evaluating: s.test.on, LearningRate: s.opt.Config().LearningRate,
		Params: s.model.Params(),
	}
	m.UpdateStep, m.First, m.Second = s.opt.State()
	return m
}

// follow stands s where an invitation says and joins its crew. It reports
// whether the invitation is for a run like that of s.
func (s *Session) follow(m Join, post func([]byte)) bool {
	_, first, second := s.opt.State()
	if len(m.Params) != len(s.model.Params()) || len(m.First) != len(first) || len(m.Second) != len(second) || validRate(m.LearningRate) != nil {
		return false
	}
	copy(s.model.Params(), m.Params)
	s.opt.Restore(m.UpdateStep, m.First, m.Second)
	s.opt.SetLearningRate(m.LearningRate)
	s.step, s.err, s.test.on = m.Step, nil, m.Evaluating
	s.join(m.Term, m.Me, len(m.Members), post)
	s.runTo(math.MaxInt)
	return true
}
