package cluster

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
	"stridelab/train/internal/idx"
)

// counting counts the training samples that a source makes.
type counting struct {
	data.Source
	made int
}

func (c *counting) TrainSample(i int, x []float32) int {
	c.made++
	return c.Source.TrainSample(i, x)
}

// withPrefetcher is a simulation of a computer with a second core, whose coordinator works
// alone, and the count of samples that the coordinator makes by itself.
func withPrefetcher(t *testing.T, seed uint64, cfg train.Config) (*simulation, *counting) {
	sim := newSimulation(t, seed)
	sim.cores = 2
	return sim, sim.count(cfg)
}

// count begins a run, and counts the samples that the coordinator makes by itself.
func (sim *simulation) count(cfg train.Config) *counting {
	sim.t.Helper()
	source, err := builtIn(cfg)
	own := &counting{Source: source}
	if err == nil {
		err = sim.coordinator.begin(cfg, own)
	}
	if err != nil {
		sim.t.Fatal(err)
	}
	return own
}

func (sim *simulation) untilPrefetcher() {
	sim.t.Helper()
	sim.until("ready", func() bool {
		return len(sim.coordinator.members.workers) == 1 && sim.coordinator.members.workers[0].ready
	})
}

func TestCoordinatorAloneTrainsOnPrefetchedSamples(t *testing.T) {
	want := alone(t, 200)
	for seed := range uint64(5) {
		sim, own := withPrefetcher(t, 20+seed, groupConfig(1))
		sim.untilPrefetcher()
		sim.tell(train.Run{Steps: 200})
		sim.untilPaused()
		sim.outcome().mustBe(t, fmt.Sprintf("seed %d", seed), want)
		if s := sim.snapshots[len(sim.snapshots)-1]; s.Workers != 1 || sim.launched != 1 {
			t.Errorf("%d workers and %d launched, want 1 and 1: the prefetcher is not in the group", s.Workers, sim.launched)
		}
		if own.made > 200*70/4 {
			t.Errorf("seed %d: the coordinator made %d of %d samples by itself", seed, own.made, 200*70)
		}
		// What was trained on is dropped (see train), so no more is kept than what was asked for.
		s := sim.coordinator.session
		if ahead := sim.coordinator.members.requested.To - s.Step() - 1; ahead > prefetchMessages*s.Loader().PrefetchSteps() {
			t.Errorf("samples of %d steps were asked for ahead, want %d messages of %d at most", ahead, prefetchMessages, s.Loader().PrefetchSteps())
		}
	}
}

func TestNothingDoneToAPrefetcherLeavesATrace(t *testing.T) {
	want := alone(t, 120)
	for name, disturb := range map[string]func(*simulation){
		"a pause": func(sim *simulation) {
			sim.tell(train.Pause{})
			for sim.turn() {
			}
			sim.tell(train.Run{Steps: 120 - sim.coordinator.session.Step()})
		},
		"a death that is told": func(sim *simulation) {
			for id := range sim.workers {
				sim.kill(id)
				sim.coordinator.WorkerLost(id)
			}
		},
		"a silent death": func(sim *simulation) {
			for id := range sim.workers {
				sim.kill(id)
			}
		},
		"two workers for a while": func(sim *simulation) {
			sim.tell(train.SetWorkers{N: 2})
			sim.untilWorkers(2)
			sim.untilStep(sim.coordinator.session.Step() + 5)
			sim.tell(train.SetWorkers{N: 1})
			if sim.launched != 1 {
				sim.t.Errorf("%d workers launched, want the prefetcher to be the second worker", sim.launched)
			}
		},
	} {
		sim, _ := withPrefetcher(t, 30, groupConfig(1))
		sim.untilPrefetcher()
		sim.tell(train.Run{Steps: 120})
		for i := range 3 {
			sim.untilStep(30 * (i + 1))
			for range sim.rng.IntN(30) {
				sim.turn()
			}
			disturb(sim)
		}
		sim.untilPaused()
		sim.outcome().mustBe(t, name, want)
	}
}

func TestPrefetcherBeginsAnewWithARun(t *testing.T) {
	want := alone(t, 60)
	sim, own := withPrefetcher(t, 40, groupConfig(1))
	sim.untilPrefetcher()
	sim.tell(train.Run{Steps: 0})
	sim.untilStep(33)
	sim.tell(train.Reset{})
	sim.snapshots, own.made = nil, 0
	sim.tell(train.Run{Steps: 60})
	sim.untilPaused()
	sim.outcome().mustBe(t, "after a reset", want)
	if own.made > 60*70/2 {
		t.Errorf("after a reset the coordinator made %d of %d samples by itself", own.made, 60*70)
	}

	other := groupConfig(1)
	other.Seed++
	sim.tell(train.Configure{Config: other})
	sim.tell(train.Run{Steps: 7})
	sim.untilPaused()
	own = sim.count(groupConfig(1))
	sim.snapshots = nil
	sim.tell(train.Run{Steps: 60})
	sim.untilPaused()
	sim.outcome().mustBe(t, "configured anew", want)
	if own.made > 60*70/2 || sim.launched != 1 {
		t.Errorf("configured anew, the coordinator made %d of %d samples, with %d workers launched", own.made, 60*70, sim.launched)
	}
}

func TestNoPrefetcherWhereItWouldNotHelp(t *testing.T) {
	wide := groupConfig(1)
	wide.Net, _ = nn.ParseSpec("32x32x3 max4 dense10")
	wide.Dataset, wide.Batch = train.DigitsColour, train.MaxBatch
	if l, err := train.NewLoader(wide, data.NewDigits(1, true)); err != nil || l.PrefetchSteps() > 0 {
		t.Fatalf("the widest minibatch can be made ahead: what PrefetchSteps guards against cannot be (%v)", err)
	}
	for name, c := range map[string]struct {
		cores, workers int
		cfg            train.Config
		launched       int
	}{
		"one core":                    {1, 1, groupConfig(1), 0},
		"a minibatch beyond memory":   {4, 1, wide, 0},
		"two workers":                 {4, 2, groupConfig(2), 1},
		"one worker, a core to spare": {2, 1, groupConfig(1), 1},
	} {
		sim := newSimulation(t, 50)
		sim.cores = c.cores
		sim.tell(train.Configure{Config: c.cfg})
		if sim.launched != c.launched {
			t.Errorf("%s: %d workers launched, want %d", name, sim.launched, c.launched)
		}
	}
	sim, _ := withPrefetcher(t, 51, groupConfig(1))
	sim.tell(train.LoadFiles{ID: 3, Files: idx.Files(300, 32, 32, 10)})
	sim.until("read", func() bool { return sim.coordinator.reading == nil })
	cfg := groupConfig(1)
	cfg.Dataset = train.Files
	sim.tell(train.Configure{Config: cfg})
	if len(sim.workers) != 0 {
		t.Errorf("%d workers for a coordinator alone with files, want none: reading them costs nothing", len(sim.workers))
	}
}

// A worker makes the samples of whole steps, also where an epoch ends with a smaller
// minibatch, and those that it was asked for.
func TestPrefetcherMakesWhatItIsAskedFor(t *testing.T) {
	cfg := groupConfig(1)
	source, err := builtIn(cfg)
	if err != nil {
		t.Fatal(err)
	}
	loader, err := train.NewLoader(cfg, source)
	if err != nil {
		t.Fatal(err)
	}
	var sent [][]byte
	now := time.Duration(0)
	w := NewWorker(func() time.Duration { now += time.Millisecond; return now }, func([]byte) {}, func(to int, b []byte) {
		if to != 0 {
			t.Fatalf("sent %d bytes to %d", len(b), to)
		}
		sent = append(sent, bytes.Clone(b))
	})
	from, to := loader.StepsPerEpoch()-3, loader.StepsPerEpoch()+9
	w.Receive(train.Prefetch{Generation: 1, From: from, To: to, Config: cfg}.Append(nil))
	for w.Work() {
	}
	step := from
	for _, b := range sent {
		var want train.Samples
		end := min(to, step+loader.PrefetchSteps())
		want.Begin(loader, 1, step, end)
		for ; step < end; step++ {
			want.Fill(loader, step)
		}
		if !bytes.Equal(b, want.Bytes()) {
			t.Fatalf("other samples than those of the steps up to %d", end)
		}
	}
	if step != to {
		t.Errorf("made up to step %d, want %d", step, to)
	}
}
