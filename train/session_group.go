package train

import "math"

// JoinGroup makes s the worker of a rank in a group of size workers. send sends bytes to all
// other members, and must not keep them. The present round begins again.
func (s *Session) JoinGroup(generation uint32, rank, size int, send func([]byte)) {
	g := &s.group
	g.generation, g.rank, g.size, g.send, g.round = generation, rank, size, send, 0
	s.inbox.dropBefore(generation)
	s.next.step = -1
	if s.test.on {
		s.test.begin()
	}
	s.beginRound()
}

// Invitation returns the Join that gives the worker of a rank the state of s. members are the
// ids of the members of the present group of s, in the order of their ranks; files is the ID
// of the files of the run. The message shares the memory of s.
func (s *Session) Invitation(rank int, members []int, files int) Join {
	return Join{
		Generation: s.group.generation, Rank: rank, Members: members, Files: files,
		Config: s.cfg, TrainingState: s.trainingState(),
	}
}

// Accept gives s the state in an invitation, makes it a member of the group, and runs it. It
// returns an *Error, and changes nothing, if the invitation is to a run of another network or
// optimiser.
func (s *Session) Accept(m Join, send func([]byte)) error {
	if !s.setTrainingState(m.TrainingState) {
		return &Error{Code: CodeMessage}
	}
	s.JoinGroup(m.Generation, m.Rank, len(m.Members), send)
	s.runTo(math.MaxInt)
	return nil
}

// UseInbox makes s use what arrives in an inbox that may be older than s.
func (s *Session) UseInbox(in *Inbox) { s.inbox = in }

// Receive takes gradients or samples from another worker, and ends the waiting for them. It
// reports false if b holds neither. It does not keep b.
func (s *Session) Receive(b []byte) bool {
	s.group.waiting = false
	return s.inbox.Receive(b)
}

// Workers returns how many workers share the run now.
func (s *Session) Workers() int { return s.group.size }

// Shards returns how many shards a whole minibatch has. More workers than that would have
// nothing to do.
func (s *Session) Shards() int { return s.loader.shards(s.cfg.Batch) }

// Round returns how many rounds the present group has done.
func (s *Session) Round() uint32 { return s.group.round }

// Waiting reports whether Advance has nothing to do until another worker sends something.
func (s *Session) Waiting() bool { return s.running && s.group.waiting }
