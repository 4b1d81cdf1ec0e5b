package nn

import (
	"math"

	"stridelab/internal/sentence"
	"stridelab/nn/internal/kernel"
)

// OptimizerKind is the rule by which an optimiser turns gradients into new parameters.
type OptimizerKind uint8

// The update rules.
const (
	SGD OptimizerKind = iota
	Momentum
	RMSProp
	Adam
	optimizerKinds
)

// String is the optimiser's name.
func (k OptimizerKind) String() string {
	switch k {
	case SGD:
		return "sgd"
	case Momentum:
		return "momentum"
	case RMSProp:
		return "rmsprop"
	case Adam:
		return "adam"
	}
	return "unknown"
}

// OptimizerConfig holds an update rule's settings under PyTorch's names. Fields that the rule
// does not use are ignored.
type OptimizerConfig struct {
	Kind         OptimizerKind
	LearningRate float64
	Momentum     float64 // Momentum: factor of the velocity
	Alpha        float64 // RMSProp: decay of the mean square
	Beta1, Beta2 float64 // Adam: decay of the mean and of the mean square
	Epsilon      float64 // RMSProp, Adam: added to the root, so that no division is by 0
	WeightDecay  float64 // L2: this times the parameter is added to each gradient
}

// DefaultOptimizer is the rule with PyTorch's default settings, but for a momentum of 0.9 and for
// learning rates that train LeNet well.
func DefaultOptimizer(kind OptimizerKind) OptimizerConfig {
	c := OptimizerConfig{Kind: kind, LearningRate: 0.05, Momentum: 0.9, Alpha: 0.99, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8}
	switch kind {
	case Momentum:
		c.LearningRate = 0.02
	case RMSProp, Adam:
		c.LearningRate = 0.001
	}
	return c
}

// ConfigError says which setting of an optimiser cannot be used. Its Code is CodeOptimizer, and
// its Args are the setting's name and value.
type ConfigError struct {
	Code Code
	Args []any
}

// Error is the English sentence.
func (e *ConfigError) Error() string { return sentence.Fill(e.Code.sentence(), e.Args...) }

// Validate returns a *ConfigError when a setting that the rule uses is out of its range: rates
// are positive and finite, decays are in [0, 1), and the weight decay is not negative.
func (c OptimizerConfig) Validate() error {
	bad := func(name string, v any) error {
		return &ConfigError{Code: CodeOptimizer, Args: []any{name, v}}
	}
	share := func(v float64) bool { return v >= 0 && v < 1 }
	switch {
	case c.Kind >= optimizerKinds:
		return bad("kind", int(c.Kind))
	case !(c.LearningRate > 0) || math.IsInf(c.LearningRate, 0):
		return bad("learning rate", c.LearningRate)
	case !(c.WeightDecay >= 0) || math.IsInf(c.WeightDecay, 0):
		return bad("weight decay", c.WeightDecay)
	case c.Kind == Momentum && !share(c.Momentum):
		return bad("momentum", c.Momentum)
	case c.Kind == RMSProp && !share(c.Alpha):
		return bad("alpha", c.Alpha)
	case c.Kind == Adam && !share(c.Beta1):
		return bad("beta1", c.Beta1)
	case c.Kind == Adam && !share(c.Beta2):
		return bad("beta2", c.Beta2)
	case (c.Kind == RMSProp || c.Kind == Adam) && (!(c.Epsilon > 0) || math.IsInf(c.Epsilon, 0)):
		return bad("epsilon", c.Epsilon)
	}
	return nil
}

// Optimizer updates parameters from gradients, and keeps what its rule needs from one step to the
// next. Only NewOptimizer allocates.
type Optimizer struct {
	cfg    OptimizerConfig
	scale  float64 // of the learning rate
	step   int
	first  []float32 // Momentum: velocity; Adam: mean
	second []float32 // RMSProp, Adam: mean square
}

// NewOptimizer makes an optimiser for n parameters. It panics when cfg does not validate.
func NewOptimizer(cfg OptimizerConfig, n int) *Optimizer {
	if err := cfg.Validate(); err != nil {
		panic("nn: bad optimizer: " + err.Error())
	}
	o := &Optimizer{cfg: cfg, scale: 1}
	if cfg.Kind == Momentum || cfg.Kind == Adam {
		o.first = make([]float32, n)
	}
	if cfg.Kind == RMSProp || cfg.Kind == Adam {
		o.second = make([]float32, n)
	}
	return o
}

// Config is the configuration that the optimiser was made from, with the present learning rate.
func (o *Optimizer) Config() OptimizerConfig { return o.cfg }

// SetLearningRate changes the learning rate of the steps that follow.
func (o *Optimizer) SetLearningRate(rate float64) { o.cfg.LearningRate = rate }

// ScaleLearningRate multiplies the learning rate of the steps that follow, and replaces the factor
// of an earlier call. Config keeps the rate without it. A schedule calls it.
func (o *Optimizer) ScaleLearningRate(factor float64) { o.scale = factor }

// Reset makes the optimiser as new: no step has been made.
func (o *Optimizer) Reset() {
	o.step, o.scale = 0, 1
	clear(o.first)
	clear(o.second)
}

// State is what the optimiser keeps between steps: the number of steps made, and the two vectors
// of its rule, nil where the rule has none. The slices are the optimiser's own and change with
// the next Step.
func (o *Optimizer) State() (step int, first, second []float32) { return o.step, o.first, o.second }

// Restore sets the optimiser to the State of another with the same OptimizerConfig. It panics
// when the slices are not as long as its own.
func (o *Optimizer) Restore(step int, first, second []float32) {
	if len(first) != len(o.first) || len(second) != len(o.second) || step < 0 {
		panic(badShape)
	}
	o.step = step
	copy(o.first, first)
	copy(o.second, second)
}

// Step changes params by one step against grads. Below, g is the gradient plus WeightDecay·param,
// lr the learning rate times its scale, and t the number of the step:
//
//	SGD       param -= lr·g
//	Momentum  v = Momentum·v + g;  param -= lr·v
//	RMSProp   s = Alpha·s + (1-Alpha)·g²;  param -= lr·g/(√s + Epsilon)
//	Adam      m = Beta1·m + (1-Beta1)·g;  s = Beta2·s + (1-Beta2)·g²;
//	          param -= lr·m/(1-Beta1^t) / (√(s/(1-Beta2^t)) + Epsilon)
//
// as in torch.optim with dampening 0, without the Nesterov and centred forms. It panics when
// params and grads are not as long as NewOptimizer was told (SGD: as each other).
func (o *Optimizer) Step(params, grads []float32) {
	if len(params) != len(grads) || o.first != nil && len(o.first) != len(params) || o.second != nil && len(o.second) != len(params) {
		panic(badShape)
	}
	o.step++
	rate, decay := float32(o.cfg.LearningRate*o.scale), float32(o.cfg.WeightDecay)
	switch o.cfg.Kind {
	case SGD:
		kernel.SGD(params, grads, rate, decay)
	case Momentum:
		kernel.Momentum(params, grads, o.first, rate, decay, float32(o.cfg.Momentum))
	case RMSProp:
		kernel.RMSProp(params, grads, o.second, rate, decay, float32(o.cfg.Alpha), float32(o.cfg.Epsilon))
	case Adam:
		t := float64(o.step)
		rate = float32(o.cfg.LearningRate * o.scale / (1 - math.Pow(o.cfg.Beta1, t)))
		root := float32(1 / math.Sqrt(1-math.Pow(o.cfg.Beta2, t)))
		kernel.Adam(params, grads, o.first, o.second, rate, decay, float32(o.cfg.Beta1), float32(o.cfg.Beta2), root, float32(o.cfg.Epsilon))
	}
}
