package train

import (
	"math"
	"slices"
	"testing"

	"stridelab/nn"
)

// PyTorch's StepLR(3, 0.5) and CosineAnnealingLR(8): the values that they give for a rate of 1.
func TestScheduleScalesTheLearningRate(t *testing.T) {
	for _, c := range []struct {
		schedule            Schedule
		step, steps, epochs int
		want                float64
	}{
		{Schedule{}, 100, 10, 3, 1},
		{Schedule{Kind: StepRate, Every: 3, Factor: 0.5}, 29, 10, 10, 1},
		{Schedule{Kind: StepRate, Every: 3, Factor: 0.5}, 30, 10, 10, 0.5},
		{Schedule{Kind: StepRate, Every: 3, Factor: 0.5}, 95, 10, 10, 0.125},
		{Schedule{Kind: StepRate, Every: 3, Factor: 0.5}, 30, 10, 0, 0.5}, // also without an end
		{Schedule{Kind: CosineRate}, 0, 4, 2, 1},
		{Schedule{Kind: CosineRate}, 1, 4, 2, 0.9619397662556434},
		{Schedule{Kind: CosineRate}, 4, 4, 2, 0.5},
		{Schedule{Kind: CosineRate}, 7, 4, 2, 0.03806023374435663},
		{Schedule{Kind: CosineRate}, 8, 4, 2, 1}, // the run goes on
	} {
		if got := c.schedule.Scale(c.step, c.steps, c.epochs); math.Abs(got-c.want) > 1e-15 {
			t.Errorf("%+v at step %d: got %v, want %v", c.schedule, c.step, got, c.want)
		}
	}
}

// A run with a schedule has the weights of one whose rate is changed by hand.
func TestARunFollowsItsSchedule(t *testing.T) {
	optimizer := nn.DefaultOptimizer(nn.SGD)
	byHand := newSmall(t, func(c *Config) { c.Optimizer, c.Schedule = optimizer, Schedule{} })
	scheduled := newSmall(t, func(c *Config) {
		c.Optimizer, c.Schedule = optimizer, Schedule{Kind: StepRate, Every: 1, Factor: 0.25}
	})
	for _, factor := range []float64{1, 0.25} {
		if err := byHand.SetLearningRate(factor * optimizer.LearningRate); err != nil {
			t.Fatal(err)
		}
		byHand.RunEpoch()
		finish(byHand, always)
		var snap Snapshot
		scheduled.Snapshot(&snap)
		if want := factor * optimizer.LearningRate; snap.LearningRate != want {
			t.Errorf("step %d: the rate shown is %v, want %v", snap.Step, snap.LearningRate, want)
		}
		scheduled.RunEpoch()
		finish(scheduled, always)
	}
	if !slices.Equal(byHand.model.Params(), scheduled.model.Params()) {
		t.Error("other weights than with rates set by hand")
	}
}

// A run on a part of its samples meets each of that part once an epoch, and the same in each.
func TestARunOnAPartOfItsSamples(t *testing.T) {
	for _, endless := range []bool{false, true} {
		cfg := smallConfig(t)
		cfg.Samples, cfg.Batch, cfg.Augment = 30, 8, Augment{}
		source := newStripes(90, 50, endless)
		met := func(seed uint64, epoch int) map[string]bool {
			cfg.Seed = seed
			l, err := NewLoader(cfg, source)
			if err != nil {
				t.Fatal(err)
			}
			if l.StepsPerEpoch() != 4 {
				t.Fatalf("%d steps in an epoch, want 4", l.StepsPerEpoch())
			}
			all := map[string]bool{}
			x, labels := make([]float32, 8*64), make([]int, 8)
			for step := 4 * epoch; step < 4*epoch+4; step++ {
				n := l.batchAt(step)
				l.load(step, 0, n, x, labels)
				for i := range n {
					all[string(bytesOf(x[64*i:64*i+64]))] = true
				}
			}
			return all
		}
		first, second, other := met(7, 0), met(7, 3), met(8, 0)
		same := func(a, b map[string]bool) (n int) {
			for k := range a {
				if b[k] {
					n++
				}
			}
			return n
		}
		if len(first) != 30 || same(first, second) != 30 {
			t.Errorf("endless %v: %d samples, %d of them in a later epoch, want 30", endless, len(first), same(first, second))
		}
		if got := same(first, other); !endless && got > 25 {
			t.Errorf("another seed has %d of the 30 samples too", got)
		}
	}
	cfg := smallConfig(t)
	cfg.Samples = 1000
	if l, err := NewLoader(cfg, newStripes(90, 50, false)); err != nil || l.info.Train != 90 {
		t.Errorf("1,000 of 90 samples: %d, %v; want all", l.info.Train, err)
	}
}

func TestAugmentMovesAndTurns(t *testing.T) {
	info := newStripes(1, 1, false).info
	info.H, info.W = 3, 3
	a := newAugmenter(Augment{Shift: 1, Rotate: 90}, info)
	before := []float32{1, 2, 3, 4, 5, 6, 7, 8, 9}
	for _, c := range []struct {
		what   string
		change func(x []float32)
		want   []float32
	}{
		{"left and down", func(x []float32) { a.move(x, -1, 1) }, []float32{2, 3, 3, 2, 3, 3, 5, 6, 6}},
		{"a quarter turn, clockwise", func(x []float32) { a.turn(x, 0, 0, 1, 0) }, []float32{7, 4, 1, 8, 5, 2, 9, 6, 3}},
		{"half a pixel", func(x []float32) { a.turn(x, 0.5, 0, 0, 1) }, []float32{1, 1.5, 2.5, 4, 4.5, 5.5, 7, 7.5, 8.5}},
		{"no turn", func(x []float32) { a.turn(x, 0, 0, 0, 1) }, before},
	} {
		x := slices.Clone(before)
		copy(a.before, x)
		c.change(x)
		if !slices.Equal(x, c.want) {
			t.Errorf("%s: got %v, want %v", c.what, x, c.want)
		}
	}
}

// All moves occur, turns go both ways, and the numbers drawn alone decide.
func TestAugmentDrawsAllMoves(t *testing.T) {
	info := newStripes(1, 1, false).info
	a := newAugmenter(Augment{Shift: 1}, info)
	point := func(draw uint64) int {
		x := make([]float32, 64)
		x[9*3] = 1
		a.change(x, draw)
		return slices.Index(x, 1)
	}
	moves := map[int]bool{}
	for draw := range uint64(200) {
		if point(draw) != point(draw) {
			t.Fatal("the same draw moves differently")
		}
		moves[point(draw)] = true
	}
	if len(moves) != 9 {
		t.Errorf("%d different moves of up to a pixel, want 9", len(moves))
	}
	if newAugmenter(Augment{}, info) != nil {
		t.Error("samples are copied for nothing")
	}
}

func TestARunStopsAtItsAccuracy(t *testing.T) {
	s := newSmall(t, func(c *Config) { c.Stop.Accuracy = 0.2 }) // less than chance gives
	s.Run(0)
	finish(s, always)
	var snap Snapshot
	s.Snapshot(&snap)
	if snap.Stopped != AccuracyReached || snap.State != Paused || snap.Epoch != 1 || snap.TestAccuracy < 0.2 {
		t.Fatalf("stopped %d, %v after %d epochs at accuracy %v; want a stop after the first", snap.Stopped, snap.State, snap.Epoch, snap.TestAccuracy)
	}
	s.Run(0) // on request it goes on, to the next evaluation
	if s.Snapshot(&snap); snap.Stopped != NotStopped {
		t.Error("it goes on and says that it has stopped")
	}
	finish(s, always)
	if s.Snapshot(&snap); snap.Epoch != 2 {
		t.Errorf("%d epochs after going on, want 2", snap.Epoch)
	}
}

// Without progress for so many evaluations the run stops, also if it was saved in between.
func TestARunStopsWithoutProgress(t *testing.T) {
	change := func(c *Config) { c.Stop.Patience, c.Epochs, c.Optimizer.LearningRate = 3, 100, 1e-12 }
	s := newSmall(t, change)
	s.Run(0)
	for i := 0; s.Running() && i < 5000; i++ {
		s.Advance(never)
		if i%40 != 39 {
			continue
		}
		next := newSmall(t, change)
		m := s.Checkpoint()
		m.Params, m.GoodParams = slices.Clone(m.Params), slices.Clone(m.GoodParams)
		if err := next.Restore(m); err != nil {
			t.Fatal(err)
		}
		s = next
	}
	if s.Running() || s.stopping.reason != NoProgress {
		t.Errorf("after %d steps: running %v, reason %v", s.Step(), s.Running(), s.stopping.reason)
	}
	var stop stopping
	stop.reset()
	losses := []float32{3, 2, 2, 2.5, 1.9, 1.95, 2, 1.9}
	var stops []bool
	for _, loss := range losses {
		stops = append(stops, stop.evaluated(Stop{Patience: 3}, loss, 0))
	}
	if want := []bool{false, false, false, false, false, false, false, true}; !slices.Equal(stops, want) {
		t.Errorf("losses %v stop at %v, want %v", losses, stops, want)
	}
}

func TestSettingsAreRefusedWithTheirReason(t *testing.T) {
	for _, c := range []struct {
		change func(*Config)
		code   Code
	}{
		{func(c *Config) { c.Samples = -1 }, CodeSamples},
		{func(c *Config) { c.Augment.Shift = MaxShift + 1 }, CodeShift},
		{func(c *Config) { c.Augment.Rotate = -1 }, CodeRotate},
		{func(c *Config) { c.Augment.Rotate = math.NaN() }, CodeRotate},
		{func(c *Config) { c.Schedule = Schedule{Kind: scheduleKinds} }, CodeMessage},
		{func(c *Config) { c.Schedule = Schedule{Kind: StepRate, Factor: 0.5} }, CodeScheduleEvery},
		{func(c *Config) { c.Schedule = Schedule{Kind: StepRate, Every: 1, Factor: 1} }, CodeScheduleFactor},
		{func(c *Config) { c.Schedule, c.Epochs = Schedule{Kind: CosineRate}, 0 }, CodeScheduleEnd},
		{func(c *Config) { c.Stop.Accuracy = 1.01 }, CodeStopAccuracy},
		{func(c *Config) { c.Stop.Patience = MaxPatience + 1 }, CodeStopPatience},
	} {
		cfg := DefaultConfig()
		c.change(&cfg)
		if err, _ := cfg.Validate().(*Error); err == nil || err.Code != c.code {
			t.Errorf("got %v, want code %q", cfg.Validate(), c.code)
		}
	}
}
