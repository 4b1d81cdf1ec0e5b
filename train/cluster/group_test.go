package cluster

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"stridelab/nn"
	"stridelab/train"
	"stridelab/train/internal/idx"
)

// groupConfig has dropout, changed samples, an optimiser with two moments, a rate that falls, an
// epoch whose last minibatch has fewer shards than there are workers in some tests, and
// evaluations.
func groupConfig(workers int) train.Config {
	cfg := train.DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 drop0.2 dense12+relu dense10")
	cfg.Optimizer = nn.DefaultOptimizer(nn.Adam)
	cfg.Dataset, cfg.Batch, cfg.Epochs, cfg.Workers = train.DigitsGrey, 70, 0, workers
	cfg.Augment = train.Augment{Shift: 2, Rotate: 15}
	cfg.Schedule = train.Schedule{Kind: train.StepRate, Every: 1, Factor: 0.5}
	return cfg
}

type outcome struct {
	fingerprint uint64
	losses      []train.Point
	tests       []train.Point
}

func (sim *simulation) outcome() outcome {
	var o outcome
	for _, s := range sim.snapshots {
		o.losses = append(o.losses, s.LossPoints...)
		o.tests = append(o.tests, s.TestPoints...)
		o.fingerprint = s.Fingerprint
	}
	return o
}

func (o outcome) mustBe(t *testing.T, name string, want outcome) {
	t.Helper()
	if o.fingerprint != want.fingerprint || o.fingerprint == 0 {
		t.Errorf("%s: weights %016x, want %016x", name, o.fingerprint, want.fingerprint)
	}
	if !slices.Equal(o.losses, want.losses) {
		t.Errorf("%s: other losses", name)
	}
	if !slices.Equal(o.tests, want.tests) {
		t.Errorf("%s: got evaluations %v, want %v", name, o.tests, want.tests)
	}
}

// alone returns the outcome of a run of groupConfig by a coordinator alone.
func alone(t *testing.T, steps int) outcome {
	sim := newSimulation(t, 0)
	sim.tell(train.Configure{Config: groupConfig(1)})
	sim.tell(train.Run{Steps: steps})
	sim.untilPaused()
	if sim.launched != 0 {
		t.Errorf("one worker started %d others", sim.launched)
	}
	o := sim.outcome()
	if len(o.losses) != steps || len(o.tests) < steps/100 {
		t.Fatalf("%d losses and %d tests in %d steps", len(o.losses), len(o.tests), steps)
	}
	return o
}

func TestAnyNumberOfWorkersGivesTheSameBits(t *testing.T) {
	want := alone(t, 200)
	for _, workers := range []int{2, 3, 4, 7} {
		sim := newSimulation(t, uint64(workers))
		sim.tell(train.Configure{Config: groupConfig(workers)})
		sim.untilWorkers(workers)
		sim.tell(train.Run{Steps: 200})
		sim.untilPaused()
		sim.outcome().mustBe(t, fmt.Sprintf("%d workers", workers), want)
		if s := sim.snapshots[len(sim.snapshots)-1]; s.Workers != workers {
			t.Errorf("the snapshot tells of %d workers, want %d", s.Workers, workers)
		}
		if sim.launched != workers-1 {
			t.Errorf("%d workers launched for a group of %d", sim.launched, workers)
		}
	}
}

func TestNumberOfWorkersChangesDuringARun(t *testing.T) {
	want := alone(t, 120)
	sim := newSimulation(t, 5)
	sim.tell(train.Configure{Config: groupConfig(1)})
	sim.tell(train.Run{Steps: 120})
	for i, n := range []int{2, 4, 1, 3, 2, 5} {
		sim.untilStep(15 * (i + 1))
		sim.tell(train.SetWorkers{N: n})
		sim.untilWorkers(n)
	}
	sim.untilPaused()
	sim.outcome().mustBe(t, "2, 4, 1, 3, 2, 5 workers", want)
	if len(sim.workers) != 4 {
		t.Errorf("%d launched workers are left, want 4", len(sim.workers))
	}
	for _, bad := range []int{0, train.MaxWorkers + 1} {
		sim.sent = nil
		sim.tell(train.SetWorkers{N: bad})
		if f, ok := faultIn(sim.sent); !ok || f.Code != string(train.CodeWorkers) || sim.coordinator.session.Workers() != 5 {
			t.Errorf("%d workers: got %+v and %d workers", bad, f, sim.coordinator.session.Workers())
		}
	}
}

func TestDeadWorkerIsReplacedAndTheStepRepeated(t *testing.T) {
	want := alone(t, 120)
	for seed := range uint64(4) {
		sim := newSimulation(t, 10+seed)
		sim.tell(train.Configure{Config: groupConfig(3)})
		sim.untilWorkers(3)
		sim.tell(train.Run{Steps: 120})
		for i := range 5 {
			sim.untilStep(20 * (i + 1))
			for range sim.rng.IntN(30) { // anywhere in a round
				sim.turn()
			}
			victim := sim.coordinator.members.workers[sim.rng.IntN(len(sim.coordinator.members.workers))].id
			if sim.kill(victim); i%2 == 0 {
				sim.coordinator.WorkerLost(victim) // the browser noticed
			} // else its silence has to be
			sim.until("replaced", func() bool {
				return sim.coordinator.members.find(victim) == nil && sim.coordinator.session.Workers() == 3
			})
		}
		sim.untilPaused()
		sim.outcome().mustBe(t, fmt.Sprintf("seed %d", seed), want)
	}
}

// A worker that is silent is given up within two seconds. Each such loss doubles the patience,
// as the worker may only have been slow, until all has been well for a while.
func TestPatienceWithSilentWorkersGrowsAndComesBack(t *testing.T) {
	sim := newSimulation(t, 21)
	sim.tell(train.Configure{Config: groupConfig(2)})
	sim.untilWorkers(2)
	sim.tell(train.Run{})
	silence := func() (ticks int) {
		t.Helper()
		sim.untilWorkers(2)
		victim := sim.coordinator.members.workers[0].id
		sim.coordinator.members.workers[0].silent = 0
		sim.kill(victim)
		for ; sim.coordinator.members.find(victim) != nil; ticks++ {
			sim.coordinator.Tick()
		}
		return ticks
	}
	if got := silence(); time.Duration(got)*TickTime > 2*time.Second {
		t.Errorf("a worker's end is noticed after %d ticks of %v", got, TickTime)
	}
	for _, want := range []int{2*silentTicks + 1, 4*silentTicks + 1} {
		if got := silence(); got != want {
			t.Errorf("another is given up after %d ticks, want %d", got, want)
		}
	}
	sim.untilWorkers(2)
	for range calmTicks {
		sim.coordinator.Tick()
		for range 100 {
			sim.turn()
		}
	}
	if got := silence(); got != silentTicks+1 {
		t.Errorf("after a while without losses one is given up after %d ticks, want %d", got, silentTicks+1)
	}
}

func TestPausesLeaveNoTraceInAGroup(t *testing.T) {
	want := alone(t, 60)
	sim := newSimulation(t, 3)
	sim.tell(train.Configure{Config: groupConfig(3)})
	sim.untilWorkers(3)
	for sim.coordinator.session.Step() < 60 {
		sim.tell(train.Run{Steps: 60 - sim.coordinator.session.Step()})
		for range sim.rng.IntN(200) {
			sim.turn()
		}
		sim.tell(train.Pause{})
		if s := sim.snapshots[len(sim.snapshots)-1]; s.State != train.Paused && s.State != train.Idle || sim.coordinator.Work() {
			t.Fatalf("state %v after Pause, or still at work", s.State)
		}
	}
	sim.outcome().mustBe(t, "with pauses", want)
}

func TestResetReplaysWithAGroup(t *testing.T) {
	want := alone(t, 40)
	sim := newSimulation(t, 4)
	sim.tell(train.Configure{Config: groupConfig(2)})
	sim.tell(train.Run{Steps: 0})
	sim.untilStep(23)
	sim.tell(train.Reset{})
	sim.snapshots = nil
	sim.tell(train.Run{Steps: 40})
	sim.untilPaused()
	sim.outcome().mustBe(t, "after a reset", want)
	sim.tell(train.Configure{Config: groupConfig(3)}) // another run, the same workers
	sim.snapshots = nil
	sim.tell(train.Run{Steps: 40})
	sim.untilPaused()
	sim.outcome().mustBe(t, "configured anew", want)
	if sim.launched != 2 {
		t.Errorf("%d workers launched, want 2", sim.launched)
	}
}

func TestLearningRateChangesForAllAtTheSameStep(t *testing.T) {
	sim := newSimulation(t, 6)
	sim.tell(train.Configure{Config: groupConfig(3)})
	sim.untilWorkers(3)
	sim.tell(train.Run{Steps: 0})
	for i := range 20 {
		sim.untilStep(3 * (i + 1))
		for range sim.rng.IntN(20) {
			sim.turn()
		}
		sim.tell(train.SetLearningRate{Rate: 0.001 * float64(1+i%4)})
	}
	sim.tell(train.Pause{})
	step := sim.coordinator.session.Step()
	// A worker that has the gradients of all is at most a step ahead of the paused coordinator.
	// All that are at one step have the same weights.
	prints := map[int]uint64{step: train.Fingerprint(sim.coordinator.session.Weights().Params)}
	for sim.turn() {
	}
	for id, p := range sim.workers {
		print, seen := prints[p.session.Step()]
		if !seen {
			prints[p.session.Step()] = train.Fingerprint(p.session.Weights().Params)
		} else if got := train.Fingerprint(p.session.Weights().Params); got != print {
			t.Errorf("worker %d at step %d has other weights", id, p.session.Step())
		}
	}
	sim.tell(train.Run{Steps: 1})
	sim.untilPaused()
	if s := sim.snapshots[len(sim.snapshots)-1]; s.LearningRate != 0.004 {
		t.Errorf("rate %v, want 0.004", s.LearningRate)
	}
}

func TestGroupTrainsOnFiles(t *testing.T) {
	files := train.LoadFiles{ID: 9, Files: idx.Files(300, 32, 32, 10)}
	run := func(workers int) outcome {
		sim := newSimulation(t, 8)
		cfg := groupConfig(workers)
		sim.tell(train.Configure{Config: cfg})
		sim.tell(files)
		sim.until("read", func() bool { return sim.coordinator.reading == nil })
		cfg.Dataset = train.Files
		sim.tell(train.Configure{Config: cfg})
		sim.untilWorkers(workers)
		sim.snapshots = nil
		sim.tell(train.Run{Steps: 40})
		sim.untilPaused()
		return sim.outcome()
	}
	want := run(1)
	run(3).mustBe(t, "3 workers", want)
}

func TestGroupStaysOnItsFilesWhenOthersAreRead(t *testing.T) {
	run := func(others bool) (outcome, *simulation) {
		sim := newSimulation(t, 8)
		cfg := groupConfig(3)
		cfg.Dataset = train.Files
		sim.tell(train.LoadFiles{ID: 9, Files: idx.Files(300, 32, 32, 10)})
		sim.until("read", func() bool { return sim.coordinator.reading == nil })
		sim.tell(train.Configure{Config: cfg})
		sim.untilWorkers(3)
		sim.tell(train.Run{Steps: 10})
		sim.untilPaused()
		if others {
			sim.tell(train.LoadFiles{ID: 10, Files: idx.Files(90, 28, 28, 3)})
			sim.until("read again", func() bool { return sim.coordinator.reading == nil })
			if got := sim.coordinator.session.Workers(); got != 3 {
				t.Errorf("%d workers share the run, want 3 as before", got)
			}
		}
		sim.tell(train.Run{Steps: 10})
		sim.untilPaused()
		return sim.outcome(), sim
	}
	want, _ := run(false)
	got, sim := run(true)
	got.mustBe(t, "other files read", want)

	cfg := groupConfig(3)
	cfg.Dataset, cfg.Batch = train.Files, 30
	sim.tell(train.Configure{Config: cfg})
	sim.untilWorkers(3)
	if per := sim.coordinator.session.Loader().StepsPerEpoch(); per != 3 {
		t.Errorf("the next run has %d steps an epoch, want the 3 of the new files", per)
	}
}

func TestFailureOfARunIsThatOfAllWorkers(t *testing.T) {
	sim := newSimulation(t, 9)
	cfg := groupConfig(3)
	cfg.Optimizer = nn.DefaultOptimizer(nn.SGD)
	cfg.Optimizer.LearningRate = 1000
	sim.tell(train.Configure{Config: cfg})
	sim.untilWorkers(3)
	sim.tell(train.Run{Steps: 0})
	sim.untilPaused()
	if f, ok := faultIn(sim.sent); !ok || f.Code != string(train.CodeDiverged) {
		t.Fatalf("got %+v, want %s", f, train.CodeDiverged)
	}
	sim.tell(train.SetLearningRate{Rate: 0.01})
	sim.tell(train.Reset{})
	sim.tell(train.Run{Steps: 20})
	sim.untilPaused()
	if s := sim.snapshots[len(sim.snapshots)-1]; s.Step != 20 || s.Workers != 3 || math.IsNaN(float64(s.LastLoss)) {
		t.Errorf("step %d with %d workers, loss %v", s.Step, s.Workers, s.LastLoss)
	}
}

func TestCoordinatorThatGetsNoWorkersWorksAlone(t *testing.T) {
	want := alone(t, 30)
	sim := newSimulation(t, 11)
	sim.tell(train.Configure{Config: groupConfig(4)})
	sim.tell(train.Run{Steps: 30})
	for sim.coordinator.session.Running() {
		for id := range sim.workers {
			sim.kill(id)
			sim.coordinator.WorkerLost(id)
		}
		sim.turn()
	}
	sim.outcome().mustBe(t, "workers that never live", want)
	if sim.launched > 3+maxLosses {
		t.Errorf("%d workers were launched", sim.launched)
	}
}
