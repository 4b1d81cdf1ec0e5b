package train

import (
	"math"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

// Session is one run: a network, the samples it learns from, and how far it has
// come. A run is a pure function of its Config and its samples. How Advance is
// sliced, when it is paused, what is watched and predicted on the way leave no
// trace in it.
//
// A Session is not safe for use by several goroutines.
type Session struct {
	cfg    Config
	source data.Source // adapted to the net's input
	info   data.Info
	model  *nn.Model
	params []nn.Param
	opt    *nn.Optimizer
	rows   []nn.Row

	run   int // Snapshot.Run
	step  int // minibatches done; everything that counts follows from it
	shard int // next shard of the round that is on: of the minibatch, or of the evaluation
	goal  int // epochs after which the run is complete, a multiple of cfg.Epochs; 0: none

	running  bool
	target   int   // step to pause at
	err      error // why the run failed
	failedAt int   // step whose loss was no number, when it has

	perShard int // samples in a shard
	input    []float32
	labels   []int
	order    order
	ordered  int // epoch that order is for
	tree     tree
	loss     float64 // of the round's shards, summed
	correct  int
	crew     crew
	ahead    // input made before its round
	good     lastGood

	test      testSet
	lossCurve curve
	testCurve curve
	lastLoss  float32
	accuracy  smooth

	watch   Watch
	watched []float32 // the watched sample's pixels
	label   int
	single  []float32 // room for one sample to predict

	clock    func() time.Duration // nil: time is not measured
	times    Times
	waitFrom time.Duration // while crew.waiting: since when
}

// NewSession sets a run up at step 0. It refuses, with an error for the page,
// what Config.Validate does, samples that do not fit the net's input, and a net
// with fewer outputs than there are classes.
func NewSession(cfg Config, source data.Source) (*Session, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	rows, err := cfg.Net.Table()
	if err != nil {
		return nil, err
	}
	adapted, err := fit(source, rows)
	if err != nil {
		return nil, err
	}
	info, in := adapted.Info(), rows[0].Shape
	perShard := shardSize(rows)
	model, err := nn.New(cfg.Net, perShard)
	if err != nil {
		return nil, err
	}
	n := len(model.Params())
	s := &Session{
		cfg:       cfg,
		source:    adapted,
		info:      info,
		model:     model,
		params:    model.ParamList(),
		opt:       nn.NewOptimizer(cfg.Optimizer, n),
		rows:      rows,
		perShard:  perShard,
		input:     make([]float32, perShard*in.Size()),
		labels:    make([]int, perShard),
		tree:      newTree(n, (cfg.Batch+perShard-1)/perShard),
		good:      lastGood{params: make([]float32, n)},
		test:      newTestSet(info, in.Size()),
		lossCurve: newCurve(4096),
		testCurve: newCurve(256),
		watch:     Watch{Test: true},
		watched:   make([]float32, in.Size()),
		single:    make([]float32, in.Size()),
		crew:      crew{of: 1, mail: &mail{}, whole: newTree(0, (cfg.Batch+perShard-1)/perShard)},
	}
	s.readWatched()
	s.Reset()
	return s, nil
}

// fit adapts a source to the net of a table, or says why it cannot be.
func fit(source data.Source, rows []nn.Row) (data.Source, error) {
	in, classes := rows[0].Shape, rows[len(rows)-1].Shape.C
	adapted, err := data.Adapt(source, in.C, in.H, in.W)
	if err != nil {
		return nil, err
	}
	if has := adapted.Info().Classes; has > classes {
		return nil, &Error{Code: CodeClasses, Args: []any{classes, has}}
	}
	return adapted, nil
}

// Config is what the run was made from, with the learning rate Reset goes back
// to.
func (s *Session) Config() Config { return s.cfg }

// Step is the number of minibatches done.
func (s *Session) Step() int { return s.step }

// Seen is the number of samples trained on, counting only whole minibatches.
func (s *Session) Seen() int { return s.seenAt(s.step) }

func (s *Session) seenAt(step int) int {
	per := s.stepsPerEpoch()
	return step/per*s.info.Train + step%per*s.cfg.Batch
}

// Err is why the run failed, nil while it has not.
func (s *Session) Err() error { return s.err }

// Running reports whether Advance has something to do.
func (s *Session) Running() bool { return s.running }

// State is what the run is doing.
func (s *Session) State() State {
	switch {
	case s.err != nil:
		return Failed
	case s.running && s.test.on:
		return Evaluating
	case s.running:
		return Running
	case s.step == 0 && s.unbegun():
		return Idle
	}
	return Paused
}

// Run lets Advance train for steps minibatches, or, with 0, until the epochs of
// the Config are done. A run that is complete goes on for as many epochs again.
// A run that failed stays as it is.
func (s *Session) Run(steps int) {
	if steps > 0 {
		s.runTo(s.step + steps)
		return
	}
	if s.cfg.Epochs == 0 {
		s.runTo(math.MaxInt)
		return
	}
	if s.step >= s.goal*s.stepsPerEpoch() && !s.test.on {
		s.goal = (s.step/s.stepsPerEpoch()/s.cfg.Epochs + 1) * s.cfg.Epochs
	}
	s.runTo(s.goal * s.stepsPerEpoch())
}

// RunEpoch lets Advance train to the end of the epoch that is on; at an epoch's
// end, to the end of the next.
func (s *Session) RunEpoch() {
	s.runTo(s.epochEnd())
}

// epochEnd is the step at which the epoch that is on will be done. An epoch is
// on until it has been evaluated.
func (s *Session) epochEnd() int {
	per := s.stepsPerEpoch()
	if s.test.on && s.step%per == 0 {
		return s.step
	}
	return (s.step/per + 1) * per
}

// samplesTo is how many samples are still to be trained on until a step.
func (s *Session) samplesTo(step int) int { return max(0, s.seenAt(step)-s.Seen()) }

func (s *Session) runTo(step int) {
	if s.err != nil {
		return
	}
	s.target = step
	s.running = true
}

// Pause stops the run where it stands, which may be within a minibatch or an
// evaluation. The next Run goes on exactly there.
func (s *Session) Pause() { s.running, s.waitFrom = false, 0 }

// SetLearningRate changes the rate from the next update on. At step 0, and after
// a failure, Reset will go back to the new rate; otherwise to the Config's.
func (s *Session) SetLearningRate(rate float64) error {
	if err := validRate(rate); err != nil {
		return err
	}
	s.opt.SetLearningRate(rate)
	if s.State() == Idle || s.State() == Failed {
		s.cfg.Optimizer.LearningRate = rate
	}
	return nil
}

// Reset goes back to step 0: what follows is the same run again, bit for bit.
func (s *Session) Reset() {
	s.model.Init(s.cfg.Init, mix(s.cfg.Seed, forInit))
	s.opt.Reset()
	s.opt.SetLearningRate(s.cfg.Optimizer.LearningRate)
	s.run++
	s.step = 0
	s.goal = s.cfg.Epochs
	s.running, s.target, s.err = false, 0, nil
	s.ordered, s.aheadStep = -1, -1
	s.test.reset()
	s.times = Times{}
	s.beginRound()
	s.lossCurve.points = s.lossCurve.points[:0]
	s.testCurve.points = s.testCurve.points[:0]
	s.lastLoss = float32(math.NaN())
	s.accuracy = smooth{}
	s.good.save(s)
}

// Advance goes on with the run, one shard of a minibatch or of an evaluation
// after the other, for as long as goOn answers true after one. It returns early
// when the run pauses or fails, when it has to wait for other workers, and when
// it changes between training and evaluating, so that a caller who measures time
// knows what it went into.
func (s *Session) Advance(goOn func() bool) {
	if s.waitFrom > 0 {
		s.times.Peers += s.now() - s.waitFrom
		s.waitFrom = 0
	}
	for evaluating := s.test.on; s.running && s.test.on == evaluating; {
		if !s.proceed() {
			s.crew.waiting = true
			s.waitFrom = s.now()
			return
		}
		if s.running && !s.test.on && s.unbegun() && s.step >= s.target {
			s.running = false
		}
		if !goOn() {
			return
		}
	}
}

// now reads the clock, 0 without one.
func (s *Session) now() time.Duration {
	if s.clock == nil {
		return 0
	}
	return s.clock()
}

func (s *Session) stepsPerEpoch() int {
	return (s.info.Train + s.cfg.Batch - 1) / s.cfg.Batch
}
