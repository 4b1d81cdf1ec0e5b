package trainer

import (
	"slices"
	"time"

	"stridelab/train"
)

// supervisor keeps what is computed going when the worker ends. It knows the last
// checkpoint of the run and, in log, all that was sent to the worker and is
// neither in that checkpoint nor answered. A new worker gets the files that were
// read, the checkpoint and the log, and stands where the old one stood:
//
//	send ──> log ──> worker ──> take ──> receive
//	                   │ silent, or an error
//	                   ▼
//	         start ──> Hello ──> files ──> checkpoint ──> log
//
// It runs on the page's one thread.
type supervisor struct {
	start     func() bool         // starts a worker, in place of the one there is; false: the browser refuses
	post      func(b []byte)      // sends the worker a message
	receive   func(train.Message) // gets the worker's messages
	restarted func(step int)      // is told that another worker goes on, from a step of the run
	lost      func(Reason)        // is told that there is no worker any more, and will be none
	release   func()              // is called before that, or before receive gets the worker's last word

	log        []*entry
	posted     int    // messages sent to this worker
	checkpoint []byte // the last, nil before the first
	step       int    // that it is of
	files      *entry // the last files that were read, nil before
	ran        *entry // those that the run of the checkpoint is on, nil where it is on built-in digits
	reading    *entry // while loading: those that the new worker reads

	phase   phase
	greeted bool // a worker has said hello, so the program can be loaded
	over    bool

	heard  bool // since the last tick
	silent int  // ticks
	doubt  int  // doublings of silentTicks
	calm   int  // ticks with a word of the worker since one was given up for its silence
	losses int  // workers lost without progress between
	lostAt int  // step of the checkpoint at the last loss
}

// phase is how far a worker has come.
type phase uint8

const (
	starting phase = iota // it has not said hello
	loading               // it reads the files that the worker before it had read
	working               // it gets messages as they are sent
)

// entry is a message for which there may be use again.
type entry struct {
	message train.Message
	again   func() // posts files, which are no message that can be kept, now or later
	id      int    // of the files
	on      *entry // of a Configure: the files that its run is on
	number  int    // among the messages sent to this worker, 0 before it was sent
	results int    // of a Sweep, handed on
	seen    int    // of a Sweep, from this worker
}

// tickTime is how often tick is to be called. Ticks are counted, not timed, so
// that a computer that slept, or a tab that the browser slows down, loses nobody.
const tickTime = 250 * time.Millisecond

// What a supervisor puts up with, in ticks. A worker looks for messages about
// every 12 ms, and a page learns of its end within two seconds. On a machine that
// is very busy a living worker may be silent for longer. To give it up then costs
// a second and no more, but must not go on and on: so each loss by silence
// doubles the patience, until all has been well for a while.
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

// send sends the worker a message, or the one that takes its place.
func (s *supervisor) send(m train.Message) {
	s.log = slices.DeleteFunc(s.log, func(e *entry) bool { return replaces(m, e.message) })
	e := &entry{message: m}
	if c, ok := m.(train.Configure); ok && c.Config.Dataset == train.Files {
		e.on = s.files
	}
	s.add(e)
}

// sendFiles sends files by a function, which may be called again. It counts them as
// posted when it posts them.
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

// replaces reports whether a message makes an earlier one useless.
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

// ofRun reports whether what a message asks for is in the checkpoints after it.
func ofRun(m train.Message) bool {
	switch m.(type) {
	case train.Configure, train.Run, train.RunEpoch, train.Pause, train.Reset, train.SetLearningRate, train.SetWorkers, train.SetWeights, train.Watch:
		return true
	}
	return false
}

// take takes a message of the worker. It may keep b; what it returns is memory for
// the next message.
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

// takeMessage takes a message that is no checkpoint.
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
		if s.phase == loading && m.ID == s.reading.id { // the page knows of them
			s.loaded()
			return
		}
	}
	if s.answered(m) {
		s.receive(m)
	}
}

// keep keeps a checkpoint in place of the last, and forgets what is in it.
func (s *supervisor) keep(b []byte, received, step int) (spare []byte) {
	if s.phase != working {
		return b
	}
	spare, s.checkpoint, s.step = s.checkpoint, b, step
	s.log = slices.DeleteFunc(s.log, func(e *entry) bool {
		known := e.number <= received && ofRun(e.message)
		if _, configures := e.message.(train.Configure); known && configures {
			s.ran = e.on
		}
		return known
	})
	if step != s.lostAt {
		s.losses = 0
	}
	return spare
}

// answered forgets what m answers. It reports false for an answer that came from
// the worker before, too.
func (s *supervisor) answered(m train.Message) (fresh bool) {
	forget := func(done func(*entry) bool) { s.log = slices.DeleteFunc(s.log, done) }
	switch m := m.(type) {
	case train.Prediction:
		forget(func(e *entry) bool { p, ok := e.message.(train.Predict); return ok && p.ID == m.ID })
	case train.Weights:
		forget(func(e *entry) bool { g, ok := e.message.(train.GetWeights); return ok && g.ID == m.ID })
	case train.SweepResult:
		return s.swept(m)
	case train.Dataset:
		forget(func(e *entry) bool {
			if e.again == nil || e.id != m.ID {
				return false
			}
			s.files = e
			return true // what follows from it is in the checkpoint that comes next
		})
	case train.Fault:
		forget(func(e *entry) bool { return m.ID != 0 && e.asks() == m.ID })
		if i := slices.IndexFunc(s.log, func(e *entry) bool { _, ok := e.message.(train.Configure); return ok }); i >= 0 && m.ID == 0 {
			s.log = slices.Delete(s.log, i, i+1) // refused
		}
	}
	return true
}

// asks is the ID with which a fault would answer, 0 without one.
func (e *entry) asks() int {
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

// swept counts the results of a Sweep. Those that another worker has given before
// come again in the same order.
func (s *supervisor) swept(m train.SweepResult) (fresh bool) {
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

// tick looks after the worker. It is to be called every tickTime.
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

// died starts another worker, unless that has been of no use. fault is the
// worker's last word, if it had one.
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

// end gives up.
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

// resume has a new worker go on: it reads the files that the run is on, is given the
// checkpoint, and reads the files that were read during the run.
func (s *supervisor) resume() {
	s.postMessage(train.SendCheckpoints{})
	if s.ran != nil {
		s.load(s.ran)
		return
	}
	s.restore()
}

func (s *supervisor) load(files *entry) {
	s.phase, s.reading = loading, files
	s.deliver(files)
}

// loaded is called when the new worker has read files.
func (s *supervisor) loaded() {
	if s.reading == s.ran {
		s.restore()
	} else {
		s.goOn()
	}
}

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

func (s *supervisor) goOn() {
	s.phase = working
	for _, e := range s.log {
		s.deliver(e)
	}
	s.restarted(s.step)
}
