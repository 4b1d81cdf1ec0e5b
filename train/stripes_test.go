package train

import (
	"testing"

	"stridelab/data"
	"stridelab/nn"
)

// stripes is a dataset that a tiny network learns quickly: an image of class k has bright rows
// where row%classes is k, under noise.
type stripes struct{ info data.Info }

func newStripes(train, test int, endless bool) stripes {
	return stripes{data.Info{
		Name: "stripes", C: 1, H: 8, W: 8, Classes: 4, ClassNames: []string{"a", "b", "c", "d"},
		Train: train, Test: test, Endless: endless,
	}}
}

func (s stripes) Info() data.Info { return s.info }

func (s stripes) TrainSample(i int, dst []float32) int {
	if i < 0 || i >= s.info.Train && !s.info.Endless {
		panic("stripes: no such sample")
	}
	return s.draw(uint64(2*i), dst)
}

func (s stripes) TestSample(i int, dst []float32) int {
	if i < 0 || i >= s.info.Test {
		panic("stripes: no such sample")
	}
	return s.draw(uint64(2*i+1), dst)
}

func (s stripes) draw(seed uint64, dst []float32) int {
	label := int(mix(seed) % uint64(s.info.Classes))
	for i := range dst {
		dst[i] = float32(mix(seed, uint64(i))%1000) / 2500
		if i/s.info.W%s.info.Classes == label {
			dst[i] += 0.6
		}
	}
	return label
}

// smallConfig has what could make a replay differ: dropout, an optimiser with a state, and an epoch
// whose last minibatch is smaller and is cut unevenly.
func smallConfig(t testing.TB) Config {
	t.Helper()
	net, err := nn.ParseSpec("8x8x1 conv4f3+relu max2 drop0.3 dense16+relu dense4")
	if err != nil {
		t.Fatal(err)
	}
	opt := nn.DefaultOptimizer(nn.Adam)
	opt.LearningRate = 0.01
	return Config{Net: net, Optimizer: opt, Batch: 20, Epochs: 2, Seed: 7, Workers: 1}
}

// withSettings gives smallConfig what it lacks of that: samples that are drawn and changed, and a
// rate that falls.
func withSettings(c *Config) {
	c.Samples, c.Augment, c.Schedule = 70, Augment{Shift: 1, Rotate: 10}, Schedule{Kind: CosineRate}
}

func newSmall(t testing.TB, change func(*Config)) *Session {
	t.Helper()
	cfg := smallConfig(t)
	if change != nil {
		change(&cfg)
	}
	s, err := NewSession(cfg, newStripes(90, 50, false))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func always() bool { return true }
func never() bool  { return false }

// finish advances s until it pauses, and returns all points of its curves.
func finish(s *Session, goOn func() bool) (losses, tests []Point) {
	var snap Snapshot
	for s.Running() {
		s.Advance(goOn)
	}
	s.Snapshot(&snap)
	return snap.LossPoints, snap.TestPoints
}
