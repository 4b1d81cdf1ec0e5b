package train

import (
	"time"

	"stridelab/data"
	"stridelab/internal/sentence"
)

// Timing of the desk.
const (
	sliceTime     = 12 * time.Millisecond // of work between two looks at the inbox
	snapshotTime  = time.Second / 15      // between two snapshots of a run that is on, at least
	snapshotShare = 10                    // and as many times what making one costs
)

// Desk answers the page's messages and keeps the run going between them. It is
// all of the worker that is not JavaScript, so that it can be tested anywhere:
//
//	for {
//		for each message that has come { desk.Receive(message) }
//		if !desk.Work() { wait for a message }
//	}
//
// Each Work takes about 12 ms and one shard at most longer. Neither call
// blocks. What is refused changes nothing.
//
// A Desk is not safe for use by several goroutines.
type Desk struct {
	clock func() time.Duration
	send  func([]byte)

	session *Session
	files   data.Source // what the last LoadFiles brought, nil before
	message []byte      // that LoadFiles, until a run on it begins and the peers get it
	reading *reading    // files being read now
	roster  roster      // the workers that help
	sweeps  []*sweeping // asked for and not done

	meter    meter
	last     time.Duration // end of the last slice, for the meter
	fresh    bool          // last is in this stretch of running
	sent     time.Duration // when the last snapshot was sent
	cost     time.Duration // what it took
	snapshot Snapshot
	keeping  keeping
	received int // messages of the page
	out      []byte
}

// NewDesk makes a desk that reads the time from clock, which counts from any
// moment and never goes back, and answers through send, which must not keep the
// bytes it is given.
func NewDesk(clock func() time.Duration, send func([]byte)) *Desk {
	return &Desk{clock: clock, send: send}
}

// Hello announces the worker; it has to be the first message.
func (d *Desk) Hello(accelerator, program string) {
	d.post(Hello{Version: MessageVersion, Accelerator: accelerator, Program: program})
}

// Receive answers one message. The desk keeps b when it is a LoadFiles, so the
// caller must not use it again.
func (d *Desk) Receive(b []byte) {
	d.received++
	m, err := Decode(b)
	if err != nil {
		d.refuse(0, err)
		return
	}
	switch m := m.(type) {
	case LoadFiles:
		d.loadFiles(m, b)
	case Configure:
		d.configure(m.Config)
	case Predict:
		d.predict(m)
	case GetWeights:
		d.getWeights(m)
	case SetWeights:
		d.setWeights(m)
	case Sweep:
		d.startSweep(m)
	case StopSweeps:
		d.stopSweeps()
	case Ping:
		d.post(Pong{})
	case SendCheckpoints:
		d.keeping.on = true
	case Checkpoint:
		d.restore(m)
	case Run, RunEpoch, Pause, Reset, SetLearningRate, SetWorkers, Watch:
		if d.session == nil {
			d.refuse(0, &Error{Code: CodeNoRun})
			return
		}
		d.control(m)
	default: // only workers send these
		d.refuse(0, &Error{Code: CodeMessage})
	}
}

// control passes a message to the run there is.
func (d *Desk) control(m Message) {
	s, k := d.session, &d.keeping
	switch m := m.(type) {
	case Run, RunEpoch:
		if s.Err() != nil {
			d.refuse(0, s.Err())
			return
		}
		if run, ok := m.(Run); ok {
			s.Run(run.Steps)
		} else {
			s.RunEpoch()
		}
		d.fresh, k.changed = false, true
	case Pause:
		s.Pause()
		k.changed = true
	case Reset:
		s.Reset()
		d.meter, k.changed = meter{}, true
		d.gather(true)
	case SetLearningRate:
		if err := s.SetLearningRate(m.Rate); err != nil {
			d.refuse(0, err)
			return
		}
		k.changed, k.urgent = true, true
	case SetWorkers:
		if err := validWorkers(m.N); err != nil {
			d.refuse(0, err)
			return
		}
		d.staff(m.N)
		k.changed = true
	case Watch:
		s.Watch(m)
	}
	d.postSnapshot()
}

// Work goes on with what there is to do for one slice of time. It reports
// whether there is more; if not, nothing happens until the next message or
// Tick.
func (d *Desk) Work() bool {
	end := d.clock() + sliceTime
	goOn := func() bool { return d.clock() < end }
	switch {
	case d.reading != nil:
		d.read(end)
	case len(d.sweeps) > 0:
		d.sweep(end)
	case d.session != nil && d.session.Running():
		d.train(goOn)
	}
	return d.reading != nil || len(d.sweeps) > 0 || d.session != nil && d.session.Running() && !d.session.Waiting()
}

func (d *Desk) train(goOn func() bool) {
	s := d.session
	evaluating, seen := s.State() == Evaluating, s.Seen()
	if !d.fresh {
		d.last, d.fresh = d.clock(), true
	}
	d.supply()
	s.Advance(goOn)
	d.keeping.changed = true
	now := d.clock()
	d.meter.add(s.Seen()-seen, now-d.last, evaluating)
	d.last = now
	if s.Err() != nil {
		d.refuse(0, s.Err())
	}
	if !s.Running() || now-d.sent >= max(snapshotTime, snapshotShare*d.cost) {
		d.postSnapshot()
	}
}

// configure sets up a new run and only then lets go of the old one.
func (d *Desk) configure(cfg Config) {
	source, err := d.source(cfg)
	if err == nil {
		err = d.begin(cfg, source)
	}
	if err != nil {
		d.refuse(0, err)
		return
	}
	d.describe(source)
}

// describe tells the page of a run that there was none of before.
func (d *Desk) describe(source data.Source) {
	d.post(Dataset{Kind: d.session.cfg.Dataset, Info: source.Info()})
	d.post(Plan{d.session.model.Plan()})
	d.postSnapshot()
}

// source is the dataset a Config asks for.
func (d *Desk) source(cfg Config) (data.Source, error) {
	if cfg.Dataset != Files {
		return builtIn(cfg)
	}
	if d.files == nil {
		return nil, &Error{Code: CodeNoFiles}
	}
	return d.files, nil
}

// begin makes the run of cfg the one there is, or changes nothing.
func (d *Desk) begin(cfg Config, source data.Source) error {
	next, err := NewSession(cfg, source)
	if err != nil {
		return err
	}
	if d.session != nil {
		next.run = d.session.run + 1
		next.Watch(d.session.watch)
	}
	if cfg.Dataset == Files && d.message != nil {
		d.distribute(d.message)
		d.message = nil
	}
	d.take(next)
	return nil
}

// take makes s the run there is.
func (d *Desk) take(s *Session) {
	s.clock = d.clock
	d.session, d.meter, d.keeping.changed = s, meter{}, true
	d.staff(max(1, s.cfg.Workers))
	d.gather(true)
}

func (d *Desk) predict(m Predict) {
	if d.session == nil {
		d.refuse(m.ID, &Error{Code: CodeNoRun})
		return
	}
	probs, err := d.session.Predict(nil, m.C, m.H, m.W, m.Pixels)
	if err != nil {
		d.refuse(m.ID, err)
		return
	}
	d.post(Prediction{ID: m.ID, Step: d.session.Step(), Probs: probs})
}

// postSnapshot tells the page how the run stands.
func (d *Desk) postSnapshot() {
	begun := d.clock()
	s, snap := d.session, &d.snapshot
	s.Snapshot(snap)
	if d.reading != nil {
		snap.State = Loading
	}
	snap.SamplesPerSecond = d.meter.training.perSecond()
	snap.EpochSecondsLeft = d.meter.whole.left(s.samplesTo(s.epochEnd()))
	snap.RunSecondsLeft = -1
	if s.goal > 0 {
		snap.RunSecondsLeft = d.meter.whole.left(s.samplesTo(s.goal * s.stepsPerEpoch()))
	}
	d.roster.told = snap.Workers
	d.out = snap.Append(d.out[:0])
	d.send(d.out)
	d.sent = d.clock()
	d.cost = d.sent - begun
	d.keep()
}

func (d *Desk) post(m Message) {
	d.out = m.Append(d.out[:0])
	d.send(d.out)
}

func (d *Desk) refuse(id int, err error) { d.post(FaultOf(id, err)) }

// Fatal tells the page that the worker can do no more, with what recover gave.
func (d *Desk) Fatal(reason any) {
	f := FaultOf(0, &Error{Code: CodePanic, Args: []any{sentence.Word(reason)}})
	f.Fatal = true
	d.post(f)
}
