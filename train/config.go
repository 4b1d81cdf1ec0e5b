package train

import (
	"math"

	"stridelab/nn"
)

// Limits of a Config.
const (
	MaxBatch   = 1024
	MaxWorkers = 64
	MaxEpochs  = 100_000
)

// Config decides how a run goes: two runs with the same Config and the same files have the
// same losses, bit for bit. Workers is the exception: the losses do not depend on it,
// because the work is cut the same way for any number of workers.
type Config struct {
	Net       nn.Spec
	Dataset   DatasetKind
	Init      nn.InitKind
	Optimizer nn.OptimizerConfig
	Batch     int // samples in a minibatch, 1 to MaxBatch
	Epochs    int // epochs until the run is complete, 0 to MaxEpochs; 0: it goes on until paused
	// Of initial weights, sample order, dropout, Samples, Augment and built-in digits.
	Seed    uint64
	Workers int // workers that share the run, up to MaxWorkers; 0 and 1: one

	Samples  int // training samples that are used, drawn by the seed; 0: all
	Augment  Augment
	Schedule Schedule
	Stop     Stop
}

// DefaultConfig returns the run of a visitor who changes nothing: the LeNet of nn.LeNet on
// built-in colour digits.
func DefaultConfig() Config {
	return Config{
		Net:       nn.LeNet(),
		Dataset:   DigitsColour,
		Init:      nn.He,
		Optimizer: nn.DefaultOptimizer(nn.Momentum),
		Batch:     64,
		Epochs:    10,
		Seed:      1,
		Workers:   1,
	}
}

// Validate returns the first reason why no run can have this Config, as an *Error, an
// *nn.StackError or an *nn.ConfigError. It returns nil if there is none.
func (c Config) Validate() error {
	rows, err := c.Net.Table()
	if err != nil {
		return err
	}
	if err := checkSize(rows); err != nil {
		return err
	}
	if c.Dataset >= datasetKinds {
		return &Error{Code: CodeDataset, Args: []any{int(c.Dataset)}}
	}
	if c.Batch < 1 || c.Batch > MaxBatch {
		return &Error{Code: CodeBatch, Args: []any{c.Batch, MaxBatch}}
	}
	if c.Epochs < 0 || c.Epochs > MaxEpochs {
		return &Error{Code: CodeEpochs, Args: []any{c.Epochs, MaxEpochs}}
	}
	if err := checkWorkers(max(1, c.Workers)); err != nil {
		return err
	}
	if err := checkLearningRate(c.Optimizer.LearningRate); err != nil {
		return err
	}
	if c.Samples < 0 {
		return &Error{Code: CodeSamples, Args: []any{c.Samples}}
	}
	for _, err := range [...]error{c.Augment.validate(), c.Schedule.validate(c.Epochs), c.Stop.validate()} {
		if err != nil {
			return err
		}
	}
	return c.Optimizer.Validate()
}

func checkWorkers(n int) error {
	if n < 1 || n > MaxWorkers {
		return &Error{Code: CodeWorkers, Args: []any{n, MaxWorkers}}
	}
	return nil
}

// checkLearningRate refuses a learning rate that no run can use. It allows rates with which
// a run diverges: learners are meant to see that.
func checkLearningRate(rate float64) error {
	if !(rate > 0) || math.IsInf(rate, 0) || rate > 1000 {
		return &Error{Code: CodeLearningRate, Args: []any{rate}}
	}
	return nil
}

func appendConfig(dst []byte, c Config) []byte {
	dst = appendString(dst, c.Net.String())
	dst = appendByte(dst, byte(c.Dataset))
	dst = appendByte(dst, byte(c.Init))
	dst = appendInt(dst, c.Batch)
	dst = appendInt(dst, c.Epochs)
	dst = appendUint64(dst, c.Seed)
	dst = appendInt(dst, c.Workers)
	o := c.Optimizer
	dst = appendByte(dst, byte(o.Kind))
	for _, v := range [...]float64{
		o.LearningRate, o.Momentum, o.Alpha, o.Beta1, o.Beta2, o.Epsilon, o.WeightDecay,
	} {
		dst = appendFloat64(dst, v)
	}
	dst = appendInt(dst, c.Samples)
	dst = appendInt(dst, c.Augment.Shift)
	dst = appendFloat64(dst, c.Augment.Rotate)
	dst = appendByte(dst, byte(c.Schedule.Kind))
	dst = appendInt(dst, c.Schedule.Every)
	dst = appendFloat64(dst, c.Schedule.Factor)
	dst = appendFloat64(dst, c.Stop.Accuracy)
	return appendInt(dst, c.Stop.Patience)
}

// readConfig reads what appendConfig wrote. A network that cannot be parsed makes the message
// unreadable, as the page writes it with nn.Spec.String. Whether its layers fit together, and
// whether the run is possible, is for Validate to say.
func readConfig(r *reader) Config {
	var c Config
	net, err := nn.ParseSpec(r.string())
	if e, ok := err.(*nn.StackError); ok && (e.Code == nn.CodeSyntax || e.Code == nn.CodeNoInput || e.Code == nn.CodeTooMany) {
		r.failed = true
		return c
	}
	c.Net = net
	c.Dataset = DatasetKind(r.enum(int(datasetKinds)))
	c.Init = nn.InitKind(r.byte())
	c.Batch = r.int()
	c.Epochs = r.int()
	c.Seed = r.uint64()
	c.Workers = r.int()
	o := &c.Optimizer
	o.Kind = nn.OptimizerKind(r.byte())
	for _, p := range [...]*float64{
		&o.LearningRate, &o.Momentum, &o.Alpha, &o.Beta1, &o.Beta2, &o.Epsilon, &o.WeightDecay,
	} {
		*p = r.float64()
	}
	c.Samples = r.int()
	c.Augment = Augment{Shift: r.int(), Rotate: r.float64()}
	c.Schedule = Schedule{Kind: ScheduleKind(r.byte()), Every: r.int(), Factor: r.float64()}
	c.Stop = Stop{Accuracy: r.float64(), Patience: r.int()}
	return c
}
