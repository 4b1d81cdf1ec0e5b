package trainer

import (
	"slices"
	"time"

	"stridelab/train"
)

// supervisor starts another worker when the present one ends, and lets it go on with the same
// run. It keeps the last checkpoint of the run. In log it keeps every message to the worker
// whose effect is not in that checkpoint and that was not answered. A new worker gets the
// files that were read, the checkpoint and the log:
//
//	send ──> log ──> worker ──> take ──> receive
//	                   │ silent, or an error
//	                   ▼
//	         start ──> Hello ──> files ──> checkpoint ──> log
//
// It runs on the one thread of the page.
type supervisor struct {
	// Starts a worker in place of the present one; false: the browser refuses.
	start     func() bool
	post      func(b []byte)      // sends the worker a message
	receive   func(train.Message) // is called with the messages of the worker
	restarted func(step int)      // is called when another worker goes on, from a step of the run
	lost      func(Reason)        // is called when there is no worker any more, and will be none
	release   func()              // is called before lost, or before receive gets the last message

	log        []*entry
	posted     int    // messages sent to this worker
	checkpoint []byte // the last one, nil before the first
	step       int    // of the checkpoint
	files      *entry // the last files that were read, nil before
	ran        *entry // the files of the run of the checkpoint, nil if it is on built-in digits
	reading    *entry // in phase loading: the files that the new worker reads

	phase   phase
	greeted bool // a worker has said hello, so the program can be loaded
	over    bool // there will be no other worker

	heard  bool // the worker has sent something since the last tick
	silent int  // ticks since the worker sent something
	doubt  int  // how often silentTicks is doubled
	calm   int  // ticks in which the worker sent something, since one was given up for its silence
	losses int  // workers lost without progress in between
	lostAt int  // step of the checkpoint at the last loss
}

// phase is how far a worker has come.
type phase uint8

const (
	starting phase = iota // it has not said hello
	loading               // it reads the files that the worker before it had
	working               // messages are sent to it at once
)

// entry is a message that may have to be sent again.
type entry struct {
	message train.Message
	again   func() // posts files, now or later: they are too large to be kept as a message
	id      int    // of the files
	on      *entry // of a Configure: the files of its run
	number  int    // among the messages sent to this worker, 0 before it was sent
	results int    // of a Sweep: results that the page has
	seen    int    // of a Sweep: results of this worker
}

// tickTime is the time between two calls of tick. Ticks are counted, not timed, so that a
// computer that slept, or a tab that the browser slows down, loses no worker.
const tickTime = 250 * time.Millisecond

// These limits say when a worker is given up, in ticks. A worker looks for messages about
// every 12 ms, and a page notices its end within two seconds. On a very busy computer a living
// worker may be silent for longer. To give it up takes a second, but must not happen again and
// again. So each loss by silence doubles the patience, until none has come for a while.
const (
	silentTicks = 6
	startTicks  = 240 // to load the program, the first time
	calmTicks   = 240
	maxDoubt    = 4
	maxLosses   = 3 // without progress
)

// begin starts the first worker.
func (s *supervisor) begin() {
	if !s.start() {
		s.end(Refused, nil)
		return
	}
	s.phase = working // messages wait in the worker until its program is there
	s.postMessage(train.SendCheckpoints{})
}

func (s *supervisor) postMessage(m train.Message) { s.transmit(m.Append(nil)) }

func (s *supervisor) transmit(b []byte) {
	s.posted++
	s.post(b)
}

// send sends a message to the worker, or later to the one that takes its place.
func (s *supervisor) send(m train.Message) {
	s.log = slices.DeleteFunc(s.log, func(e *entry) bool { return replaces(m, e.message) })
	e := &entry{message: m}
	if c, ok := m.(train.Configure); ok && c.Config.Dataset == train.Files {
		e.on = s.files
	}
	s.add(e)
}

// sendFiles sends files with a function, which may be called again. The function counts the
// message in posted when it posts it.
func (s *supervisor) sendFiles(id int, post func()) { s.add(&entry{id: id, again: post}) }

func (s *supervisor) add(e *entry) {
	if s.over {
		return
	}
	s.log = append(s.log, e)
	if s.phase == working {
		s.deliver(e)
	}
}

func (s *supervisor) deliver(e *entry) {
	e.number, e.seen = s.posted+1, 0
	if e.again != nil {
		e.again()
		return
	}
	s.postMessage(e.message)
}

// replaces reports whether an earlier message has no effect after a later one.
func replaces(later, earlier train.Message) bool {
	switch later.(type) {
	case train.Watch:
		_, same := earlier.(train.Watch)
		return same
	case train.SetWorkers:
		_, same := earlier.(train.SetWorkers)
		return same
	case train.Predict:
		_, same := earlier.(train.Predict)
		return same
	}
	return false
}

// ofRun reports whether the effect of a message is in the checkpoints after it.
func ofRun(m train.Message) bool {
	switch m.(type) {
	case train.Configure, train.Run, train.RunEpoch, train.Pause, train.Reset, train.SetLearningRate, train.SetWorkers, train.SetWeights, train.Watch:
		return true
	}
	return false
}

// take takes a message of the worker. It may keep b, and returns memory for the next message.
func (s *supervisor) take(b []byte) (spare []byte) {
	if s.over {
		return b
	}
	s.heard = true
	if received, step, ok := train.CheckpointHead(b); ok {
		return s.keep(b, received, step)
	}
	s.takeMessage(b)
	return b
}

// takeMessage takes a message that is not a checkpoint.
func (s *supervisor) takeMessage(b []byte) {
	m, err := train.Decode(b)
	if err != nil {
		s.end(Version, nil)
		return
	}
	switch m := m.(type) {
	case train.Pong:
		return
	case train.Hello:
		if s.greeted {
			s.resume()
			return
		}
		s.greeted = true
	case train.Fault:
		if m.Fatal {
			s.died(Lost, &m)
			return
		}
		if s.phase == loading && m.ID == s.reading.id {
			s.end(Lost, nil)
			return
		}
	case train.Dataset:
		if s.phase == loading && m.ID == s.reading.id { // the page has been told before
			s.loaded()
			return
		}
	}
	if s.answered(m) {
		s.receive(m)
	}
}

// keep keeps a checkpoint instead of the last one, and removes from the log the messages whose
// effect is in it.
func (s *supervisor) keep(b []byte, received, step int) (spare []byte) {
	if s.phase != working {
		return b
	}
	spare, s.checkpoint, s.step = s.checkpoint, b, step
	s.log = slices.DeleteFunc(s.log, func(e *entry) bool {
		included := e.number <= received && ofRun(e.message)
		if _, configures := e.message.(train.Configure); included && configures {
			s.ran = e.on
		}
		return included
	})
	if step != s.lostAt {
		s.losses = 0
	}
	return spare
}

// answered removes from the log the message that m answers. It reports false if the page has
// this answer already, from the worker before.
func (s *supervisor) answered(m train.Message) (fresh bool) {
	remove := func(done func(*entry) bool) { s.log = slices.DeleteFunc(s.log, done) }
	switch m := m.(type) {
	case train.Prediction:
		remove(func(e *entry) bool { p, ok := e.message.(train.Predict); return ok && p.ID == m.ID })
	case train.Weights:
		remove(func(e *entry) bool { g, ok := e.message.(train.GetWeights); return ok && g.ID == m.ID })
	case train.SweepResult:
		return s.countResult(m)
	case train.Dataset:
		remove(func(e *entry) bool {
			if e.again == nil || e.id != m.ID {
				return false
			}
			s.files = e
			return true // its effect is in the next checkpoint
		})
	case train.Fault:
		remove(func(e *entry) bool { return m.ID != 0 && e.requestID() == m.ID })
		if i := slices.IndexFunc(s.log, func(e *entry) bool { _, ok := e.message.(train.Configure); return ok }); i >= 0 && m.ID == 0 {
			s.log = slices.Delete(s.log, i, i+1) // the Configure was refused
		}
	}
	return true
}

// requestID returns the ID with which a fault would answer, 0 for a message without an ID.
func (e *entry) requestID() int {
	switch m := e.message.(type) {
	case train.Predict:
		return m.ID
	case train.GetWeights:
		return m.ID
	case train.SetWeights:
		return m.ID
	case train.Sweep:
		return m.ID
	}
	return e.id
}

// countResult counts the results of a Sweep. It reports false for a result that the page has
// already: a new worker computes all of them again, in the same order.
func (s *supervisor) countResult(m train.SweepResult) (fresh bool) {
	i := slices.IndexFunc(s.log, func(e *entry) bool { w, ok := e.message.(train.Sweep); return ok && w.ID == m.ID })
	if i < 0 {
		return true
	}
	e := s.log[i]
	e.seen++
	fresh = m.Finished || e.seen > e.results
	if fresh {
		e.results, s.losses = e.seen, 0
	}
	if m.Finished {
		s.log = slices.Delete(s.log, i, i+1)
	}
	return fresh
}

// tick pings the worker, and gives it up if it has been silent for too long. It must be called
// every tickTime.
func (s *supervisor) tick() {
	if s.over {
		return
	}
	s.silent++
	if s.heard {
		s.heard, s.silent = false, 0
		if s.calm++; s.calm >= calmTicks {
			s.doubt, s.losses = 0, 0
		}
	}
	limit := silentTicks << s.doubt
	switch {
	case !s.greeted:
		limit = startTicks
	case s.phase == starting:
		limit *= 2
	}
	if s.silent > limit {
		s.doubt, s.calm = min(s.doubt+1, maxDoubt), 0
		s.died(Lost, nil)
		return
	}
	if s.greeted && s.phase != starting {
		s.postMessage(train.Ping{})
	}
}

// died starts another worker, unless too many have died without progress. fault is the last
// message of the worker, nil if there was none.
func (s *supervisor) died(why Reason, fault *train.Fault) {
	if s.over {
		return
	}
	if !s.greeted {
		s.end(Load, fault)
		return
	}
	if s.losses++; s.losses > maxLosses {
		s.end(why, fault)
		return
	}
	s.lostAt = s.step
	s.phase, s.posted, s.heard, s.silent = starting, 0, false, 0
	if !s.start() {
		s.end(Refused, fault)
	}
}

// end gives up: there will be no other worker.
func (s *supervisor) end(why Reason, fault *train.Fault) {
	if s.over {
		return
	}
	s.over = true
	s.release()
	if fault != nil {
		s.receive(*fault)
	} else {
		s.lost(why)
	}
}

// resume lets a new worker go on. It reads the files of the run, gets the checkpoint, and reads
// the files that were read during the run.
func (s *supervisor) resume() {
	s.postMessage(train.SendCheckpoints{})
	if s.ran != nil {
		s.load(s.ran)
		return
	}
	s.restore()
}

// load lets the new worker read files.
func (s *supervisor) load(files *entry) {
	s.phase, s.reading = loading, files
	s.deliver(files)
}

// loaded goes on when the new worker has read files.
func (s *supervisor) loaded() {
	if s.reading == s.ran {
		s.restore()
	} else {
		s.goOn()
	}
}

// restore sends the new worker the checkpoint.
func (s *supervisor) restore() {
	if s.checkpoint != nil {
		s.transmit(s.checkpoint)
	}
	if s.files != nil && s.files != s.ran {
		s.load(s.files)
		return
	}
	s.goOn()
}

// goOn sends the new worker the log.
func (s *supervisor) goOn() {
	s.phase = working
	for _, e := range s.log {
		s.deliver(e)
	}
	s.restarted(s.step)
}
