package train

import (
	"math"

	"stridelab/nn"
)

// DatasetKind chooses what a run is trained on.
type DatasetKind uint8

// The kinds of dataset.
const (
	DigitsColour DatasetKind = iota // built-in digits, 32×32×3, made from the run's seed
	DigitsGrey                      // built-in digits, 32×32×1
	Files                           // what the last LoadFiles brought
	datasetKinds
)

var datasetNames = [...]string{"digits-colour", "digits-grey", "files"}

// String gives the name that pages and addresses use.
func (k DatasetKind) String() string {
	if int(k) < len(datasetNames) {
		return datasetNames[k]
	}
	return "unknown"
}

// ParseDatasetKind is String's inverse.
func ParseDatasetKind(s string) (DatasetKind, bool) {
	for i, name := range datasetNames {
		if s == name {
			return DatasetKind(i), true
		}
	}
	return 0, false
}

// Limits of a Config.
const (
	MaxBatch   = 1024
	MaxWorkers = 64
	MaxEpochs  = 100_000
)

// Config is all that decides how a run goes: two runs with the same Config and
// the same files have the same losses, bit for bit. (Workers does not: the
// work is cut the same way for any number of them.)
type Config struct {
	Net       nn.Spec
	Dataset   DatasetKind
	Init      nn.InitKind
	Optimizer nn.OptimizerConfig
	Batch     int    // samples in a minibatch, 1 to MaxBatch
	Epochs    int    // passes over the training samples until the run is complete; 0: until paused
	Seed      uint64 // of initialisation, order, dropout and built-in digits
	Workers   int    // 0 and 1: one worker
}

// DefaultConfig is the run a visitor who changes nothing gets: the lecture's
// LeNet on built-in colour digits.
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

// Validate reports as an *Error, *nn.StackError or *nn.ConfigError the first thing that makes
// the Config impossible, and nil when there is none.
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
	if err := validWorkers(max(1, c.Workers)); err != nil {
		return err
	}
	if err := validRate(c.Optimizer.LearningRate); err != nil {
		return err
	}
	return c.Optimizer.Validate()
}

func validWorkers(n int) error {
	if n < 1 || n > MaxWorkers {
		return &Error{Code: CodeWorkers, Args: []any{n, MaxWorkers}}
	}
	return nil
}

// validRate refuses a learning rate that no run can use. Rates that make a run
// diverge are allowed: seeing that happen is a lesson.
func validRate(rate float64) error {
	if !(rate > 0) || math.IsInf(rate, 0) || rate > 1000 {
		return &Error{Code: CodeLearningRate, Args: []any{rate}}
	}
	return nil
}
