package train

import (
	"errors"
	"math"
	"slices"
	"testing"

	"stridelab/nn"
)

func TestResetReplaysTheRunBitForBit(t *testing.T) {
	for _, kind := range []nn.OptimizerKind{nn.SGD, nn.Momentum, nn.RMSProp, nn.Adam} {
		for _, endless := range []bool{false, true} {
			cfg := smallConfig(t)
			cfg.Optimizer = nn.DefaultOptimizer(kind)
			s, err := NewSession(cfg, newStripes(90, 50, endless))
			if err != nil {
				t.Fatal(err)
			}
			s.Run(0)
			losses, tests := finish(s, always)
			params := slices.Clone(s.model.Params())
			if len(losses) != 10 || len(tests) != 2 {
				t.Fatalf("%v: %d minibatches and %d evaluations, want 10 and 2", kind, len(losses), len(tests))
			}
			s.Run(3) // somewhere past it
			finish(s, always)
			s.Reset()
			if s.Step() != 0 || s.State() != Idle {
				t.Fatalf("%v: step %d, state %v after Reset", kind, s.Step(), s.State())
			}
			s.Run(0)
			again, testsAgain := finish(s, always)
			if !slices.Equal(losses, again) || !slices.Equal(tests, testsAgain) {
				t.Errorf("%v, endless %v: another run after Reset:\ngot  %v %v\nwant %v %v", kind, endless, again, testsAgain, losses, tests)
			}
			if !slices.Equal(params, s.model.Params()) {
				t.Errorf("%v, endless %v: other weights after Reset", kind, endless)
			}
		}
	}
}

func TestOtherSeedIsAnotherRun(t *testing.T) {
	a, b := newSmall(t, nil), newSmall(t, func(c *Config) { c.Seed = 8 })
	a.Run(3)
	b.Run(3)
	one, _ := finish(a, always)
	two, _ := finish(b, always)
	if slices.Equal(one, two) {
		t.Errorf("seeds 7 and 8 gave the same losses %v", one)
	}
}

// A run is the same when it is sliced, paused and watched, and when it predicts in between.
func TestRunDoesNotDependOnHowItIsSliced(t *testing.T) {
	whole := newSmall(t, withSettings)
	whole.Run(0)
	want, wantTests := finish(whole, always)

	s := newSmall(t, withSettings)
	var losses, tests []Point
	var snap Snapshot
	pixels := make([]float32, 36)
	s.Run(0)
	for i := 0; s.Running(); i++ {
		s.Advance(never)
		if i%3 == 0 {
			s.Watch(Watch{Sample: i, Test: i%2 == 0, Maps: i%4 == 0})
			s.Snapshot(&snap)
			losses = append(losses, snap.LossPoints...)
			tests = append(tests, snap.TestPoints...)
		}
		if i%5 == 0 {
			if _, err := s.Predict(nil, 1, 6, 6, pixels); err != nil {
				t.Fatal(err)
			}
		}
		if i%7 == 0 && s.Running() {
			s.Pause()
			s.Advance(always) // must do nothing
			s.Run(0)
		}
	}
	s.Snapshot(&snap)
	losses, tests = append(losses, snap.LossPoints...), append(tests, snap.TestPoints...)
	if !slices.Equal(losses, want) || !slices.Equal(tests, wantTests) {
		t.Errorf("sliced run differs:\ngot  %v %v\nwant %v %v", losses, tests, want, wantTests)
	}
	if !slices.Equal(s.model.Params(), whole.model.Params()) {
		t.Error("sliced run has other weights")
	}
}

// The naive twin trains on whole minibatches, without shards, in a plain loop.
func TestShardsTrainLikeWholeMinibatches(t *testing.T) {
	cfg := smallConfig(t)
	// No dropout: masks are drawn by shard.
	cfg.Net, _ = nn.ParseSpec("8x8x1 conv4f3+relu max2 dense16+relu dense4")
	cfg.Optimizer = nn.DefaultOptimizer(nn.Momentum)
	source := newStripes(90, 50, false)
	s, err := NewSession(cfg, source)
	if err != nil {
		t.Fatal(err)
	}
	s.Run(0)
	got, _ := finish(s, always)

	model, err := nn.New(cfg.Net, cfg.Batch)
	if err != nil {
		t.Fatal(err)
	}
	model.Init(cfg.Init, mix(cfg.Seed, forInit))
	opt := nn.NewOptimizer(cfg.Optimizer, len(model.Params()))
	x, labels := make([]float32, cfg.Batch*64), make([]int, cfg.Batch)
	step := 0
	for epoch := range cfg.Epochs {
		order := epochOrder(90, cfg.Seed, epoch)
		for first := 0; first < 90; first += cfg.Batch {
			n := min(cfg.Batch, 90-first)
			for i := range n {
				labels[i] = source.TrainSample(order.at(first+i), x[i*64:(i+1)*64])
			}
			model.ZeroGrads()
			model.Forward(nn.Tensor{Shape: [4]int{n, 1, 8, 8}, Data: x[:n*64]}, true)
			loss, correct := model.Loss(labels[:n], 1/float32(n))
			model.Backward()
			opt.Step(model.Params(), model.Grads())
			want := Point{Step: step + 1, Loss: float32(loss / float64(n)), Accuracy: float32(correct) / float32(n)}
			if g := got[step]; g.Step != want.Step || math.Abs(float64(g.Loss-want.Loss)) > 1e-4 || g.Accuracy != want.Accuracy {
				t.Errorf("minibatch %d: got %v, want %v", step, g, want)
			}
			step++
		}
	}
	if step != len(got) {
		t.Errorf("%d minibatches, want %d", len(got), step)
	}
}

func TestEpochVisitsEverySampleOnce(t *testing.T) {
	s := newSmall(t, nil)
	for epoch := range 2 {
		seen := make([]int, 90)
		for i := range 90 {
			seen[s.loader.sampleAt(epoch, i)]++
		}
		for i, n := range seen {
			if n != 1 {
				t.Fatalf("epoch %d: sample %d came %d times", epoch, i, n)
			}
		}
	}
}

func TestEndlessSourceNeverRepeats(t *testing.T) {
	s, err := NewSession(smallConfig(t), newStripes(90, 50, true))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 300 {
		if got := s.loader.sampleAt(i/90, i%90); got != i {
			t.Fatalf("sample %d of the run is number %d", i, got)
		}
	}
}

func TestRunStopsWhereItWasAskedTo(t *testing.T) {
	cases := []struct {
		name  string
		do    func(*Session)
		step  int // 5 minibatches an epoch, 2 epochs
		epoch int // Snapshot.Epochs
	}{
		{"one minibatch", func(s *Session) { s.Run(1) }, 1, 2},
		{"one and two more", func(s *Session) { s.Run(1); finish(s, always); s.Run(2) }, 3, 2},
		{"an epoch", func(s *Session) { s.RunEpoch() }, 5, 2},
		{"an epoch begun", func(s *Session) { s.Run(2); finish(s, always); s.RunEpoch() }, 5, 2},
		{"an epoch from an epoch's end", func(s *Session) { s.RunEpoch(); finish(s, always); s.RunEpoch() }, 10, 2},
		{"all epochs", func(s *Session) { s.Run(0) }, 10, 2},
		{"complete, then on", func(s *Session) { s.Run(0); finish(s, always); s.Run(0) }, 20, 4},
		{"past the end, then on", func(s *Session) { s.Run(13); finish(s, always); s.Run(0) }, 20, 4},
	}
	for _, c := range cases {
		s := newSmall(t, nil)
		c.do(s)
		finish(s, always)
		var snap Snapshot
		s.Snapshot(&snap)
		if s.Step() != c.step || snap.Epochs != c.epoch || s.State() != Paused {
			t.Errorf("%s: step %d of %d epochs, %v; want step %d of %d, paused", c.name, s.Step(), snap.Epochs, s.State(), c.step, c.epoch)
		}
	}
}

func TestRunWithoutEpochsGoesOnUntilPaused(t *testing.T) {
	s := newSmall(t, func(c *Config) { c.Epochs = 0 })
	s.Run(0)
	for s.Step() < 40 {
		s.Advance(never)
	}
	if !s.Running() {
		t.Error("stopped by itself")
	}
	s.Pause()
	if s.State() != Paused {
		t.Errorf("state %v after Pause", s.State())
	}
}

func TestPauseHoldsWithinAMinibatch(t *testing.T) {
	s := newSmall(t, nil)
	s.Run(0)
	s.Advance(never) // one shard of three
	s.Pause()
	if s.Step() != 0 || s.shard != 1 || s.State() != Paused {
		t.Errorf("step %d, shard %d, %v; want 0, 1, paused", s.Step(), s.shard, s.State())
	}
	s.Run(1)
	got, _ := finish(s, always)
	other := newSmall(t, nil)
	other.Run(1)
	want, _ := finish(other, always)
	if !slices.Equal(got, want) {
		t.Errorf("minibatch with a pause in it: got %v, want %v", got, want)
	}
}

func TestLearningRateChangesLive(t *testing.T) {
	s := newSmall(t, nil)
	for _, bad := range []float64{0, -1, math.NaN(), math.Inf(1), 1e6} {
		var e *Error
		if err := s.SetLearningRate(bad); !errors.As(err, &e) || e.Code != CodeLearningRate {
			t.Errorf("rate %v: got %v, want code %v", bad, err, CodeLearningRate)
		}
	}
	s.Run(2)
	before, _ := finish(s, always)
	if err := s.SetLearningRate(0.5); err != nil {
		t.Fatal(err)
	}
	s.Run(2)
	after, _ := finish(s, always)
	var snap Snapshot
	s.Snapshot(&snap)
	if snap.LearningRate != 0.5 {
		t.Errorf("rate %v in the snapshot, want 0.5", snap.LearningRate)
	}
	s.Reset()
	s.Run(4)
	plain, _ := finish(s, always)
	if !slices.Equal(plain[:2], before) {
		t.Errorf("Reset kept the changed rate: got %v, want %v", plain[:2], before)
	}
	if plain[3] == after[1] {
		t.Error("the changed rate changed nothing")
	}

	s.Reset()
	s.SetLearningRate(0.5) // before the first step it is the run's own
	s.Reset()
	s.Snapshot(&snap)
	if snap.LearningRate != 0.5 {
		t.Errorf("rate %v after a change at step 0 and Reset, want 0.5", snap.LearningRate)
	}
}

func TestSessionLearns(t *testing.T) {
	s := newSmall(t, func(c *Config) { c.Epochs = 12 })
	s.Run(0)
	_, tests := finish(s, always)
	if last := tests[len(tests)-1]; last.Accuracy < 0.95 {
		t.Errorf("test accuracy %.2f after 12 epochs, want 0.95", last.Accuracy)
	}
}

func TestTrainingStepDoesNotAllocate(t *testing.T) {
	s := newSmall(t, func(c *Config) { c.Epochs = 0 })
	var snap Snapshot
	buf := make([]byte, 0, 1<<20)
	s.Watch(Watch{Test: true, Maps: true})
	s.Snapshot(&snap)
	if n := testing.AllocsPerRun(20, func() {
		s.RunEpoch() // training and evaluating
		for s.Running() {
			s.Advance(always)
		}
	}); n != 0 {
		t.Errorf("an epoch allocates %v times", n)
	}
	s.Snapshot(&snap)
	if n := testing.AllocsPerRun(20, func() {
		s.Snapshot(&snap)
		buf = snap.Append(buf[:0])
	}); n != 0 {
		t.Errorf("a snapshot allocates %v times", n)
	}
}
