package nn

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// naiveOptimizer is the textbook rule in float64, one parameter at a time.
type naiveOptimizer struct {
	cfg  OptimizerConfig
	t    float64
	m, s []float64
}

func (o *naiveOptimizer) step(params, grads []float64) {
	c := o.cfg
	o.t++
	for i := range params {
		g := grads[i] + c.WeightDecay*params[i]
		switch c.Kind {
		case SGD:
			params[i] -= c.LearningRate * g
		case Momentum:
			o.m[i] = c.Momentum*o.m[i] + g
			params[i] -= c.LearningRate * o.m[i]
		case RMSProp:
			o.s[i] = c.Alpha*o.s[i] + (1-c.Alpha)*g*g
			params[i] -= c.LearningRate * g / (math.Sqrt(o.s[i]) + c.Epsilon)
		case Adam:
			o.m[i] = c.Beta1*o.m[i] + (1-c.Beta1)*g
			o.s[i] = c.Beta2*o.s[i] + (1-c.Beta2)*g*g
			mean, square := o.m[i]/(1-math.Pow(c.Beta1, o.t)), o.s[i]/(1-math.Pow(c.Beta2, o.t))
			params[i] -= c.LearningRate * mean / (math.Sqrt(square) + c.Epsilon)
		}
	}
}

func TestOptimizersAgreeWithNaiveTwin(t *testing.T) {
	const n = 37
	for kind := range optimizerKinds {
		for _, decay := range []float64{0, 0.02} {
			cfg := DefaultOptimizer(kind)
			cfg.WeightDecay = decay
			o := NewOptimizer(cfg, n)
			twin := &naiveOptimizer{cfg: cfg, m: make([]float64, n), s: make([]float64, n)}
			r := newRand(31)
			params := randomTensor(r, n, 1, 1, 1).Data
			want := widen(params)
			for i := range 10 {
				if i == 5 {
					o.SetLearningRate(0.003)
					twin.cfg.LearningRate = 0.003
				}
				grads := randomTensor(r, n, 1, 1, 1).Data
				o.Step(params, grads)
				twin.step(want, widen(grads))
			}
			compare(t, kind.String(), params, want, 1e-5)
			if o.Config().LearningRate != 0.003 {
				t.Errorf("%v: got learning rate %v", kind, o.Config().LearningRate)
			}
		}
	}
}

func TestOptimizerResetForgets(t *testing.T) {
	for kind := range optimizerKinds {
		o := NewOptimizer(DefaultOptimizer(kind), 3)
		run := func() []float32 {
			p := []float32{1, -2, 3}
			for range 4 {
				o.Step(p, []float32{0.5, 0.25, -1})
			}
			return p
		}
		first := run()
		o.Reset()
		if again := run(); !slices.Equal(first, again) {
			t.Errorf("%v: got %v after Reset, want %v", kind, again, first)
		}
	}
}

func TestOptimizerSettingsOutOfRangeAreRefused(t *testing.T) {
	for _, c := range []struct {
		kind OptimizerKind
		set  func(c *OptimizerConfig)
		name string // "" where the rule does not use the setting
	}{
		{99, func(c *OptimizerConfig) {}, "kind"},
		{SGD, func(c *OptimizerConfig) { c.LearningRate = 0 }, "learning rate"},
		{SGD, func(c *OptimizerConfig) { c.LearningRate = math.NaN() }, "learning rate"},
		{SGD, func(c *OptimizerConfig) { c.LearningRate = math.Inf(1) }, "learning rate"},
		{SGD, func(c *OptimizerConfig) { c.WeightDecay = -1 }, "weight decay"},
		{SGD, func(c *OptimizerConfig) { c.Momentum = 2 }, ""},
		{Momentum, func(c *OptimizerConfig) { c.Momentum = 1 }, "momentum"},
		{RMSProp, func(c *OptimizerConfig) { c.Alpha = -0.1 }, "alpha"},
		{RMSProp, func(c *OptimizerConfig) { c.Epsilon = 0 }, "epsilon"},
		{Adam, func(c *OptimizerConfig) { c.Beta1 = 1 }, "beta1"},
		{Adam, func(c *OptimizerConfig) { c.Beta2 = math.NaN() }, "beta2"},
		{Adam, func(c *OptimizerConfig) { c.Alpha = 7 }, ""},
	} {
		cfg := DefaultOptimizer(c.kind)
		c.set(&cfg)
		err := cfg.Validate()
		if c.name == "" {
			if err != nil {
				t.Errorf("%v: refused %+v: %v", c.kind, cfg, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), "optimiser's "+c.name) || strings.Contains(err.Error(), "%!") {
			t.Errorf("%v: got %v, want %s refused", c.kind, err, c.name)
		}
		if !panics(func() { NewOptimizer(cfg, 1) }) {
			t.Errorf("%v: NewOptimizer took %s", c.kind, c.name)
		}
	}
	if !panics(func() { NewOptimizer(DefaultOptimizer(Adam), 3).Step(make([]float32, 2), make([]float32, 2)) }) {
		t.Error("Step took other lengths than NewOptimizer")
	}
}
