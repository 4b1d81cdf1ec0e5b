package train

import (
	"math"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

// Session is one run: a network, the samples it learns from, and how far it has come. A run
// depends on its Config and its samples alone. It does not depend on when Advance returns or
// the run is paused, on what is watched or predicted meanwhile, or on the number of workers.
//
// A Session is not safe for use by several goroutines.
type Session struct {
	cfg    Config
	loader *Loader
	model  *nn.Model
	params []nn.Param
	opt    *nn.Optimizer
	rows   []nn.Row

	run   int // Snapshot.Run
	step  int // minibatches done; all other counts follow from it
	shard int // next shard of the present round
	goal  int // epochs after which the run is complete, a multiple of cfg.Epochs; 0: none

	running  bool
	target   int   // step to pause at
	err      error // why the run failed
	failedAt int   // step whose loss was too large, if err is not nil

	input   []float32 // of one shard
	labels  []int
	tree    tree
	loss    float64 // sum over the shards of the round
	correct int
	group   group
	inbox   *Inbox
	next    nextSamples
	good    lastGood

	test      evaluation
	stopping  stopping
	lossCurve curve
	testCurve curve
	lastLoss  float32

	watch   Watch
	watched []float32 // pixels of the watched sample
	label   int       // of the watched sample
	single  []float32 // pixels of a sample to predict

	clock    func() time.Duration // nil: time is not measured
	times    Times
	waitFrom time.Duration // when the waiting for other workers began; 0: it has not
}

// NewSession returns a run at step 0. It refuses what Config.Validate refuses, samples that
// do not fit the input of the network, and a network with fewer outputs than there are
// classes: with an *Error, a *data.Error, an *nn.StackError or an *nn.ConfigError.
func NewSession(cfg Config, source data.Source) (*Session, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	rows, err := cfg.Net.Table()
	if err != nil {
		return nil, err
	}
	loader, err := newLoader(cfg, source, rows)
	if err != nil {
		return nil, err
	}
	model, err := nn.New(cfg.Net, loader.perShard)
	if err != nil {
		return nil, err
	}
	n, shards := len(model.Params()), loader.shards(cfg.Batch)
	s := &Session{
		cfg:       cfg,
		loader:    loader,
		model:     model,
		params:    model.ParamList(),
		opt:       nn.NewOptimizer(cfg.Optimizer, n),
		rows:      rows,
		input:     make([]float32, loader.perShard*loader.size),
		labels:    make([]int, loader.perShard),
		tree:      newTree(n, shards),
		group:     group{size: 1, sum: newTree(0, shards)},
		inbox:     &Inbox{},
		good:      lastGood{params: make([]float32, n)},
		test:      newEvaluation(loader.source, loader.size),
		lossCurve: newCurve(4096),
		testCurve: newCurve(256),
		watch:     Watch{Test: true},
		watched:   make([]float32, loader.size),
		single:    make([]float32, loader.size),
	}
	s.readWatched()
	s.Reset()
	return s, nil
}

// Config returns what the run was made from, with the learning rate that Reset goes back to.
func (s *Session) Config() Config { return s.cfg }

// Loader returns what makes the samples of the run.
func (s *Session) Loader() *Loader { return s.loader }

// Plan returns how the layers of the network are computed.
func (s *Session) Plan() Plan { return Plan{s.model.Plan()} }

// Step returns the number of minibatches done.
func (s *Session) Step() int { return s.step }

// Seen returns the number of samples trained on, in whole minibatches.
func (s *Session) Seen() int { return s.loader.seen(s.step) }

// SamplesLeft returns how many samples are still to be trained on until the present epoch is
// done and until the run is complete. run is -1 if the run has no end.
func (s *Session) SamplesLeft() (epoch, run int) {
	left := func(step int) int { return max(0, s.loader.seen(step)-s.Seen()) }
	if s.goal == 0 {
		return left(s.epochEnd()), -1
	}
	return left(s.epochEnd()), left(s.goal * s.loader.StepsPerEpoch())
}

// Err returns why the run failed, nil if it has not.
func (s *Session) Err() error { return s.err }

// Running reports whether Advance goes on with the run.
func (s *Session) Running() bool { return s.running }

// State returns what the run is doing. It is never Loading: a Session knows of no files.
func (s *Session) State() State {
	switch {
	case s.err != nil:
		return Failed
	case s.running && s.test.on:
		return Evaluating
	case s.running:
		return Running
	case s.step == 0 && !s.roundStarted():
		return Idle
	}
	return Paused
}

// SetClock makes s measure what its time is spent on (Times). clock returns the time since
// any fixed moment.
func (s *Session) SetClock(clock func() time.Duration) { s.clock = clock }

// Follow makes s the next run after another: with the next number (Snapshot.Run), and with
// the same sample watched.
func (s *Session) Follow(previous *Session) {
	s.run = previous.run + 1
	s.Watch(previous.watch)
}

// Run lets Advance train for steps minibatches or, with 0, until the epochs of the Config are
// done. A complete run goes on for as many epochs again. A run that failed stays as it is.
func (s *Session) Run(steps int) {
	if steps > 0 {
		s.runTo(s.step + steps)
		return
	}
	if s.cfg.Epochs == 0 {
		s.runTo(math.MaxInt)
		return
	}
	per := s.loader.StepsPerEpoch()
	if s.step >= s.goal*per && !s.test.on {
		s.goal = (s.step/per/s.cfg.Epochs + 1) * s.cfg.Epochs
	}
	s.runTo(s.goal * per)
}

// RunEpoch lets Advance train to the end of the present epoch. At the end of an epoch that is
// the next one.
func (s *Session) RunEpoch() { s.runTo(s.epochEnd()) }

// epochEnd returns the step at which the present epoch is done. An epoch is present until its
// evaluation is done.
func (s *Session) epochEnd() int {
	per := s.loader.StepsPerEpoch()
	if s.test.on && s.step%per == 0 {
		return s.step
	}
	return (s.step/per + 1) * per
}

func (s *Session) runTo(step int) {
	if s.err != nil {
		return
	}
	s.target = step
	s.running = true
	s.stopping.reason = NotStopped
}

// Pause stops the run at once, also within a minibatch or an evaluation. The next Run goes on
// from there.
func (s *Session) Pause() { s.running, s.waitFrom = false, 0 }

// SetLearningRate changes the learning rate from the next update on. At step 0, and after a
// failure, Reset will go back to the new rate; otherwise to that of the Config. It returns an
// *Error for a rate that is impossible.
func (s *Session) SetLearningRate(rate float64) error {
	if err := checkLearningRate(rate); err != nil {
		return err
	}
	s.opt.SetLearningRate(rate)
	if s.State() == Idle || s.State() == Failed {
		s.cfg.Optimizer.LearningRate = rate
	}
	return nil
}

// Reset goes back to step 0. The same run follows again, bit for bit.
func (s *Session) Reset() {
	s.model.Init(s.cfg.Init, InitSeed(s.cfg.Seed))
	s.opt.Reset()
	s.opt.SetLearningRate(s.cfg.Optimizer.LearningRate)
	s.run++
	s.step = 0
	s.goal = s.cfg.Epochs
	s.running, s.target, s.err = false, 0, nil
	s.next.step = -1
	s.test.reset()
	s.stopping.reset()
	s.times = Times{}
	s.beginRound()
	s.lossCurve.points = s.lossCurve.points[:0]
	s.testCurve.points = s.testCurve.points[:0]
	s.lastLoss = float32(math.NaN())
	s.good.save(s.model.Params(), s.step, s.lastLoss)
}

// now returns the time of the clock, 0 without one.
func (s *Session) now() time.Duration {
	if s.clock == nil {
		return 0
	}
	return s.clock()
}
