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
	Standing
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
	return m.Standing.append(dst)
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
	m.Standing = r.standing()
	return m
}

// Ping asks a worker for a sign of life, which is Pong: a desk asks its peers, and
// a page its desk.
type Ping struct{}

// Append implements Message.
func (m Ping) Append(dst []byte) []byte { return begin(dst, kindPing) }

// Pong answers Ping.
type Pong struct{}

// Append implements Message.
func (m Pong) Append(dst []byte) []byte { return begin(dst, kindPong) }

// invitation is the Join that stands a peer where s stands.
func (s *Session) invitation(me int, members []int, files int) Join {
	return Join{Term: s.crew.term, Me: me, Members: members, Files: files, Config: s.cfg, Standing: s.standing()}
}

// follow stands s where an invitation says and joins its crew. It reports
// whether the invitation is for a run like that of s.
func (s *Session) follow(m Join, post func([]byte)) bool {
	if !s.goTo(m.Standing) {
		return false
	}
	s.join(m.Term, m.Me, len(m.Members), post)
	s.runTo(math.MaxInt)
	return true
}
