package train

import (
	"encoding/binary"
	"time"
)

// A page keeps the last Checkpoint of its worker. When the worker ends, the page
// starts another and sends it the checkpoint: the run goes on bit for bit, as if
// nothing had happened.

// Standing is where a run stands: what a worker needs to go on with it.
type Standing struct {
	Step         int
	Evaluating   bool // after Step minibatches comes an evaluation
	UpdateStep   int  // of the optimiser
	LearningRate float64
	Params       []float32
	First        []float32 // the optimiser's memories, see nn.Optimizer.State
	Second       []float32
}

func (m Standing) append(dst []byte) []byte {
	dst = appendInt(dst, m.Step)
	dst = appendBool(dst, m.Evaluating)
	dst = appendInt(dst, m.UpdateStep)
	dst = appendFloat64(dst, m.LearningRate)
	dst = appendFloats(dst, m.Params)
	dst = appendFloats(dst, m.First)
	return appendFloats(dst, m.Second)
}

func (r *reader) standing() Standing {
	return Standing{
		Step: r.count31(), Evaluating: r.bool(), UpdateStep: r.int(), LearningRate: r.float64(),
		Params: r.floats(), First: r.floats(), Second: r.floats(),
	}
}

// count31 reads a number that may still be counted up without leaving what a
// message can hold.
func (r *reader) count31() int {
	v := r.int()
	if v > 1<<30 {
		r.failed = true
		return 0
	}
	return v
}

// standing aliases the memory of s.
func (s *Session) standing() Standing {
	m := Standing{Step: s.step, Evaluating: s.test.on, LearningRate: s.opt.Config().LearningRate, Params: s.model.Params()}
	m.UpdateStep, m.First, m.Second = s.opt.State()
	return m
}

// goTo stands s where m says. It reports whether m is of a run like that of s, and
// changes nothing if not. The round that is on has to be begun after it.
func (s *Session) goTo(m Standing) bool {
	_, first, second := s.opt.State()
	if len(m.Params) != len(s.model.Params()) || len(m.First) != len(first) || len(m.Second) != len(second) || validRate(m.LearningRate) != nil {
		return false
	}
	copy(s.model.Params(), m.Params)
	s.opt.Restore(m.UpdateStep, m.First, m.Second)
	s.opt.SetLearningRate(m.LearningRate)
	s.step, s.err, s.test.on = m.Step, nil, m.Evaluating
	return true
}

// SendCheckpoints asks the worker for a Checkpoint whenever the run has come to
// rest or been changed, and while it is on about once a second. It is not
// answered at once.
type SendCheckpoints struct{}

// Append implements Message.
func (m SendCheckpoints) Append(dst []byte) []byte { return begin(dst, kindSendCheckpoints) }

// Checkpoint is all of a run. From the worker it follows the Snapshot of the same
// moment, so that the page knows all points up to Step. To a worker it asks to go
// on with the run, with files that a LoadFiles has brought before; the answer is
// the same as to a Configure.
type Checkpoint struct {
	Received int // messages of the page that the worker had received: what they asked for is in here
	Standing
	Run    int    // Snapshot.Run
	Config Config // with the workers that are wished for now

	Goal    int // Snapshot.Epochs
	Running bool
	Target  int // step to pause at

	FailedAt   int // step whose loss was no number, 0 while the run has not failed
	GoodStep   int // the last step that made sense, to go back to
	GoodLoss   float32
	GoodParams []float32

	LastLoss               float32
	AccuracySum            float64 // of the smoothed training accuracy
	AccuracyWeight         float64
	TestLoss, TestAccuracy float32
	Tested                 int
	Watch                  Watch
}

// Append implements Message.
func (m Checkpoint) Append(dst []byte) []byte {
	dst = begin(dst, kindCheckpoint)
	dst = appendInt(dst, m.Received)
	dst = m.Standing.append(dst)
	dst = appendInt(dst, m.Run)
	dst = m.Config.append(dst)
	dst = appendInt(dst, m.Goal)
	dst = appendBool(dst, m.Running)
	dst = appendUint64(dst, uint64(m.Target))
	dst = appendInt(dst, m.FailedAt)
	dst = appendInt(dst, m.GoodStep)
	dst = appendFloat32(dst, m.GoodLoss)
	dst = appendFloats(dst, m.GoodParams)
	dst = appendFloat32(dst, m.LastLoss)
	dst = appendFloat64(dst, m.AccuracySum)
	dst = appendFloat64(dst, m.AccuracyWeight)
	dst = appendFloat32(dst, m.TestLoss)
	dst = appendFloat32(dst, m.TestAccuracy)
	dst = appendInt(dst, m.Tested)
	return m.Watch.append(dst)
}

func (SendCheckpoints) kind() kind { return kindSendCheckpoints }
func (Checkpoint) kind() kind      { return kindCheckpoint }

func (r *reader) checkpoint() Checkpoint {
	return Checkpoint{
		Received: r.int(), Standing: r.standing(), Run: r.count31(), Config: r.config(),
		Goal: r.count31(), Running: r.bool(), Target: int(r.size()),
		FailedAt: r.count31(), GoodStep: r.count31(), GoodLoss: r.float32(), GoodParams: r.floats(),
		LastLoss: r.float32(), AccuracySum: r.float64(), AccuracyWeight: r.float64(),
		TestLoss: r.float32(), TestAccuracy: r.float32(), Tested: r.int(), Watch: r.watch(),
	}
}

// CheckpointHead tells a Checkpoint from other messages without decoding it, for
// who keeps it as bytes: what Received and Step it has.
func CheckpointHead(b []byte) (received, step int, ok bool) {
	if len(b) < 10 || b[0] != MessageVersion || b[1] != byte(kindCheckpoint) {
		return 0, 0, false
	}
	return int(binary.LittleEndian.Uint32(b[2:])), int(binary.LittleEndian.Uint32(b[6:])), true
}

// checkpoint is s as it stands. It aliases the memory of s.
func (s *Session) checkpoint() Checkpoint {
	m := Checkpoint{
		Standing: s.standing(), Run: s.run, Config: s.cfg, Goal: s.goal, Running: s.running, Target: s.target,
		GoodStep: s.good.step, GoodLoss: s.good.lastLoss, GoodParams: s.good.params,
		LastLoss: s.lastLoss, AccuracySum: s.accuracy.sum, AccuracyWeight: s.accuracy.weight,
		TestLoss: s.test.lastLoss, TestAccuracy: s.test.lastAccuracy, Tested: s.test.lastN, Watch: s.watch,
	}
	if s.err != nil {
		m.FailedAt = s.failedAt
	}
	return m
}

// restore makes s, which is new and of the Config of m, the run that m is of.
func (s *Session) restore(m Checkpoint) error {
	if len(m.GoodParams) != len(s.good.params) || !s.goTo(m.Standing) {
		return &Error{Code: CodeMessage}
	}
	s.run, s.goal, s.target, s.running = m.Run, m.Goal, m.Target, m.Running
	copy(s.good.params, m.GoodParams)
	s.good.step, s.good.lastLoss = m.GoodStep, m.GoodLoss
	s.lastLoss, s.accuracy = m.LastLoss, smooth{m.AccuracySum, m.AccuracyWeight}
	s.test.lastLoss, s.test.lastAccuracy, s.test.lastN = m.TestLoss, m.TestAccuracy, m.Tested
	if s.test.on {
		s.test.begin()
	}
	if m.FailedAt > 0 {
		s.failed(m.FailedAt)
	}
	s.beginRound()
	s.Watch(m.Watch)
	return nil
}

// When checkpoints of a run that is on are sent. One takes a copy of the weights
// and of what the optimiser remembers.
const (
	checkpointTime  = time.Second // between two, at least
	checkpointShare = 100         // and as many times what making one costs
)

// keeping is when a desk sends checkpoints.
type keeping struct {
	on      bool // they are wanted
	changed bool // the run has since the last
	urgent  bool // by a message whose moment decides how the run goes on
	sent    time.Duration
	cost    time.Duration
}

// keep sends a checkpoint when it is time for one. It follows a snapshot.
func (d *Desk) keep() {
	k := &d.keeping
	now := d.clock()
	if !k.on || !k.changed || d.session.Running() && !k.urgent && now-k.sent < max(checkpointTime, checkpointShare*k.cost) {
		return
	}
	m := d.session.checkpoint()
	m.Received = d.received
	if d.roster.wanted > 0 {
		m.Config.Workers = d.roster.wanted
	}
	d.post(m)
	k.changed, k.urgent, k.sent = false, false, d.clock()
	k.cost = k.sent - now
}

// restore goes on with the run of a checkpoint.
func (d *Desk) restore(m Checkpoint) {
	source, err := d.source(m.Config)
	var s *Session
	if err == nil {
		s, err = NewSession(m.Config, source)
	}
	if err == nil {
		err = s.restore(m)
	}
	if err != nil {
		d.refuse(0, err)
		return
	}
	d.take(s)
	d.describe(source)
}
