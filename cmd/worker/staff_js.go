package main

import "stridelab/train"

// staff is the workers that this one has started: the same program from the
// same compiled module, in workers of its own. It is a train.Staff.
type staff struct {
	*post
	ticking bool
}

// newStaff is nil in a browser whose workers cannot start workers (Safari
// before 15.5): there one worker does it all.
func newStaff(p *post) *staff {
	if !p.mail.Call("canStart").Bool() {
		return nil
	}
	return &staff{post: p}
}

// Start implements train.Staff.
func (s *staff) Start(id int) {
	if !s.ticking { // only a desk with peers cares for time passing
		s.ticking = true
		s.mail.Call("tick", train.TickTime.Milliseconds())
	}
	s.mail.Call("start", id)
}

// Stop implements train.Staff.
func (s *staff) Stop(id int) { s.mail.Call("stop", id) }

// Introduce implements train.Staff.
func (s *staff) Introduce(a, b int) { s.mail.Call("introduce", a, b) }

// Send implements train.Staff.
func (s *staff) Send(id int, b []byte) { s.sendTo(id, b) }

// SendPart implements train.Staff.
func (s *staff) SendPart(id int, b []byte) { s.sendPart(id, b) }

// Cores implements train.Staff.
func (s *staff) Cores() int { return s.mail.Call("cores").Int() }
