package cluster

import (
	"time"

	"stridelab/data"
	"stridelab/internal/sentence"
	"stridelab/train"
)

const (
	sliceTime    = 12 * time.Millisecond // of work, before messages are looked for
	snapshotTime = time.Second / 15      // the least time between two snapshots of a run
	// The time between two snapshots is at least this many times what making the last one took.
	snapshotShare = 10
)

// Coordinator answers the messages of the page, and goes on with the run between them. It is
// the part of the trainer that is not JavaScript, so it can be tested anywhere:
//
//	for {
//		for each message that has come { coordinator.Receive(message) }
//		if !coordinator.Work() { wait for a message }
//	}
//
// Work takes about 12 ms, and at most one shard longer. Neither call blocks. A request that
// is refused changes nothing.
//
// A Coordinator is not safe for use by several goroutines.
type Coordinator struct {
	clock func() time.Duration
	send  func([]byte)

	session   *train.Session // nil before the first Configure
	predicted []train.Volume // memory for the feature maps of a Prediction
	files     data.Source    // of the last LoadFiles, nil before
	message   []byte         // the bytes of that LoadFiles, for workers of the next run
	reading   *reading       // files that are being read, nil if there are none
	sweeps    []*sweep       // not finished, oldest first
	members   members

	meter       meter
	last        time.Duration // end of the last slice of training
	measuring   bool          // the time since last counts for the meter
	snapshot    train.Snapshot
	sent        time.Duration // when the last snapshot was sent
	cost        time.Duration // what it took
	checkpoints checkpoints
	received    int // messages of the page
	out         []byte
}

// NewCoordinator returns a coordinator without a run. clock returns the time since any fixed
// moment, and never goes back. send sends bytes to the page, and must not keep them. launcher
// starts the workers that the page asks for; if it is nil, the coordinator works alone.
func NewCoordinator(clock func() time.Duration, send func([]byte), launcher Launcher) *Coordinator {
	return &Coordinator{clock: clock, send: send, members: members{launcher: launcher}}
}

// Hello sends the page a train.Hello. It must be called first.
func (c *Coordinator) Hello(accelerator, program string) {
	c.post(train.Hello{Version: train.MessageVersion, Accelerator: accelerator, Program: program})
}

// Receive answers a message of the page. The coordinator may keep b: the caller must not use
// it again.
func (c *Coordinator) Receive(b []byte) {
	c.received++
	m, err := train.Decode(b)
	if err != nil {
		c.refuse(0, err)
		return
	}
	switch m := m.(type) {
	case train.LoadFiles:
		c.loadFiles(m, b)
	case train.Configure:
		c.configure(m.Config)
	case train.Predict:
		c.predict(m)
	case train.GetWeights:
		c.getWeights(m)
	case train.SetWeights:
		c.setWeights(m)
	case train.Sweep:
		c.startSweep(m)
	case train.StopSweeps:
		c.stopSweeps()
	case train.Ping:
		c.post(train.Pong{})
	case train.SendCheckpoints:
		c.checkpoints.wanted = true
	case train.Checkpoint:
		c.restore(m)
	case train.Run, train.RunEpoch, train.Pause, train.Reset, train.SetLearningRate, train.SetWorkers, train.Watch:
		if c.session == nil {
			c.refuse(0, &train.Error{Code: train.CodeNoRun})
			return
		}
		c.control(m)
	default: // a page does not send it
		c.refuse(0, &train.Error{Code: train.CodeMessage})
	}
}

// control applies a message to the present run.
func (c *Coordinator) control(m train.Message) {
	s, checkpoints := c.session, &c.checkpoints
	switch m := m.(type) {
	case train.Run, train.RunEpoch:
		if s.Err() != nil {
			c.refuse(0, s.Err())
			return
		}
		if run, ok := m.(train.Run); ok {
			s.Run(run.Steps)
		} else {
			s.RunEpoch()
		}
		c.measuring, checkpoints.changed = false, true
	case train.Pause:
		s.Pause()
		checkpoints.changed = true
	case train.Reset:
		s.Reset()
		c.meter, checkpoints.changed = meter{}, true
		c.formGroup(true)
	case train.SetLearningRate:
		if err := s.SetLearningRate(m.Rate); err != nil {
			c.refuse(0, err)
			return
		}
		checkpoints.changed, checkpoints.urgent = true, true
	case train.SetWorkers:
		if err := m.Validate(); err != nil {
			c.refuse(0, err)
			return
		}
		c.setWorkers(m.N)
		checkpoints.changed = true
	case train.Watch:
		s.Watch(m)
	}
	c.postSnapshot()
}

// Work goes on for one slice of time with whatever there is to do. It reports whether there is
// more. If not, there is nothing to do until the next message or Tick.
func (c *Coordinator) Work() bool {
	end := c.clock() + sliceTime
	switch {
	case c.reading != nil:
		c.readFiles(end)
	case len(c.sweeps) > 0:
		c.sweep(end)
	case c.session != nil && c.session.Running():
		c.train(end)
	}
	return c.reading != nil || len(c.sweeps) > 0 || c.session != nil && c.session.Running() && !c.session.Waiting()
}

// train goes on with the run until end.
func (c *Coordinator) train(end time.Duration) {
	s := c.session
	evaluating, seen := s.State() == train.Evaluating, s.Seen()
	if !c.measuring {
		c.last, c.measuring = c.clock(), true
	}
	c.requestSamples()
	s.Advance(func() bool { return c.clock() < end })
	c.checkpoints.changed = true
	now := c.clock()
	c.meter.add(s.Seen()-seen, now-c.last, evaluating)
	c.last = now
	if s.Err() != nil {
		c.refuse(0, s.Err())
	}
	if !s.Running() || now-c.sent >= max(snapshotTime, snapshotShare*c.cost) {
		c.postSnapshot()
	}
}

// configure begins a new run. If it cannot, the old run stays.
func (c *Coordinator) configure(cfg train.Config) {
	source, err := c.source(cfg)
	if err == nil {
		err = c.begin(cfg, source)
	}
	if err != nil {
		c.refuse(0, err)
		return
	}
	c.describe(source)
}

// source returns the dataset that a Config asks for.
func (c *Coordinator) source(cfg train.Config) (data.Source, error) {
	if cfg.Dataset != train.Files {
		return builtIn(cfg)
	}
	if c.files == nil {
		return nil, &train.Error{Code: train.CodeNoFiles}
	}
	return c.files, nil
}

// begin makes a new run on source the present one. If it returns an error, nothing has changed.
func (c *Coordinator) begin(cfg train.Config, source data.Source) error {
	next, err := train.NewSession(cfg, source)
	if err != nil {
		return err
	}
	if c.session != nil {
		next.Follow(c.session)
	}
	if cfg.Dataset == train.Files && c.message != nil {
		c.distribute(c.message)
		c.message = nil
	}
	c.use(next)
	return nil
}

// use makes s the present run.
func (c *Coordinator) use(s *train.Session) {
	s.SetClock(c.clock)
	c.session, c.meter, c.checkpoints.changed = s, meter{}, true
	c.setWorkers(max(1, s.Config().Workers))
	c.formGroup(true)
}

// describe tells the page about a new run.
func (c *Coordinator) describe(source data.Source) {
	c.post(train.Dataset{Kind: c.session.Config().Dataset, Info: source.Info()})
	c.post(c.session.Plan())
	c.postSnapshot()
}

// predict answers a Predict.
func (c *Coordinator) predict(m train.Predict) {
	if c.session == nil {
		c.refuse(m.ID, &train.Error{Code: train.CodeNoRun})
		return
	}
	probs, err := c.session.Predict(nil, m.C, m.H, m.W, m.Pixels)
	if err != nil {
		c.refuse(m.ID, err)
		return
	}
	answer := train.Prediction{ID: m.ID, Step: c.session.Step(), Probs: probs}
	if m.Maps {
		c.predicted = c.session.PredictMaps(&answer.Image, c.predicted)
		answer.Maps = c.predicted
	}
	c.post(answer)
}

// getWeights answers a GetWeights.
func (c *Coordinator) getWeights(m train.GetWeights) {
	if c.session == nil {
		c.refuse(m.ID, &train.Error{Code: train.CodeNoRun})
		return
	}
	w := c.session.Weights()
	w.ID = m.ID
	c.post(w)
}

// setWeights answers a SetWeights.
func (c *Coordinator) setWeights(m train.SetWeights) {
	if c.session == nil {
		c.refuse(m.ID, &train.Error{Code: train.CodeNoRun})
		return
	}
	if err := c.session.SetWeights(m.Params); err != nil {
		c.refuse(m.ID, err)
		return
	}
	c.meter, c.checkpoints.changed = meter{}, true
	c.formGroup(true)
	c.postSnapshot()
}

// postSnapshot sends the page a snapshot and, if it is time for one, a checkpoint.
func (c *Coordinator) postSnapshot() {
	begun := c.clock()
	s, snap := c.session, &c.snapshot
	s.Snapshot(snap)
	if c.reading != nil {
		snap.State = train.Loading
	}
	epoch, run := s.SamplesLeft()
	snap.SamplesPerSecond = c.meter.training.perSecond()
	snap.EpochSecondsLeft = c.meter.whole.secondsFor(epoch)
	snap.RunSecondsLeft = -1
	if run >= 0 {
		snap.RunSecondsLeft = c.meter.whole.secondsFor(run)
	}
	c.members.reported = snap.Workers
	c.out = snap.Append(c.out[:0])
	c.send(c.out)
	c.sent = c.clock()
	c.cost = c.sent - begun
	c.postCheckpoint()
}

// post sends the page a message.
func (c *Coordinator) post(m train.Message) {
	c.out = m.Append(c.out[:0])
	c.send(c.out)
}

// refuse answers a request with a Fault. id is 0 for a request without one.
func (c *Coordinator) refuse(id int, err error) { c.post(train.FaultOf(id, err)) }

// Fatal tells the page that the trainer cannot go on. reason is what recover returned.
func (c *Coordinator) Fatal(reason any) { c.post(fatal(reason)) }

// fatal returns the last message of a program that panics.
func fatal(reason any) train.Fault {
	f := train.FaultOf(0, &train.Error{Code: train.CodePanic, Args: []any{sentence.Word(reason)}})
	f.Fatal = true
	return f
}

// builtIn returns the dataset of a Config that needs no files.
func builtIn(cfg train.Config) (data.Source, error) {
	switch cfg.Dataset {
	case train.DigitsColour, train.DigitsGrey:
		return data.NewDigits(cfg.Seed, cfg.Dataset == train.DigitsColour), nil
	}
	return nil, &train.Error{Code: train.CodeDataset, Args: []any{int(cfg.Dataset)}}
}
