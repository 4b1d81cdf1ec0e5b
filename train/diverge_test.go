package train

import (
	"errors"
	"math"
	"slices"
	"testing"

	"stridelab/nn"
)

func TestDivergenceStopsAtTheLastGoodStep(t *testing.T) {
	cases := []struct {
		name string
		kind nn.OptimizerKind
		rate float64
	}{
		{"at once", nn.SGD, 1000},
		{"after a while", nn.Momentum, 12},
		{"RMSProp", nn.RMSProp, 900},
	}
	for _, c := range cases {
		s := newSmall(t, func(cfg *Config) {
			cfg.Net, _ = nn.ParseSpec("8x8x1 conv4f3 dense16 dense4") // nothing squashes
			cfg.Optimizer = nn.DefaultOptimizer(c.kind)
			cfg.Optimizer.LearningRate = c.rate
			cfg.Epochs = 0
		})
		s.Run(200)
		losses, _ := finish(s, always)
		var e *Error
		if !errors.As(s.Err(), &e) || e.Code != CodeDiverged || s.State() != Failed {
			t.Errorf("%s: state %v, error %v; want failed by %v", c.name, s.State(), s.Err(), CodeDiverged)
			continue
		}
		for _, v := range s.model.Params() {
			if math.IsNaN(float64(v)) || math.Abs(float64(v)) > 1e3 {
				t.Errorf("%s: weight %v after the failure", c.name, v)
				break
			}
		}
		if at := e.Args[0].(int); s.Step() >= at || s.Step() != e.Args[1] {
			t.Errorf("%s: at step %d after a bad loss at %d", c.name, s.Step(), at)
		}
		// The weights gone back to are those of that step.
		params, step := slices.Clone(s.model.Params()), s.Step()
		s.Run(5)
		if s.Running() {
			t.Errorf("%s: a failed run went on", c.name)
		}
		s.Reset()
		if step > 0 {
			s.Run(step)
			again, _ := finish(s, always)
			if !slices.Equal(again, losses[:step]) {
				t.Errorf("%s: replay up to the good step: got %v, want %v", c.name, again, losses[:step])
			}
		}
		if !slices.Equal(params, s.model.Params()) {
			t.Errorf("%s: not the weights of step %d", c.name, step)
		}
	}
}

func TestRateChangedAfterAFailureIsUsedAfterReset(t *testing.T) {
	s := newSmall(t, func(c *Config) {
		c.Net, _ = nn.ParseSpec("8x8x1 dense16 dense4")
		c.Optimizer = nn.DefaultOptimizer(nn.SGD)
		c.Optimizer.LearningRate = 1000
	})
	s.Run(0)
	finish(s, always)
	if s.State() != Failed {
		t.Fatalf("state %v, want failed", s.State())
	}
	if err := s.SetLearningRate(0.05); err != nil {
		t.Fatal(err)
	}
	s.Reset()
	s.Run(0)
	finish(s, always)
	if s.State() != Paused || s.Step() != 10 {
		t.Errorf("state %v at step %d; want the run complete", s.State(), s.Step())
	}
}
