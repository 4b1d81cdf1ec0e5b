package train

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"stridelab/nn"
)

func TestSharesFollowEachOther(t *testing.T) {
	for shards := 0; shards <= 300; shards++ {
		for n := 1; n <= 9; n++ {
			at, most, least := 0, 0, shards
			for i := range n {
				from, to := share(shards, n, i)
				if from != at || to < from {
					t.Fatalf("%d shards, worker %d of %d: [%d,%d) after %d", shards, i, n, from, to, at)
				}
				at = to
				most, least = max(most, to-from), min(least, to-from)
				if k := nodes(from, to); k > 14 {
					t.Errorf("%d shards, worker %d of %d: %d nodes", shards, i, n, k)
				}
			}
			if at != shards {
				t.Fatalf("%d shards for %d workers: only %d given out", shards, n, at)
			}
			if most-least > max(1, shards/(6*n)) {
				t.Errorf("%d shards for %d workers: shares from %d to %d", shards, n, least, most)
			}
		}
	}
}

// The nodes of all shares, added in order, are the tree.
func TestNodesOfSharesMakeTheSameTree(t *testing.T) {
	for shards := 1; shards <= 40; shards++ {
		all := randomShards(shards, 7)
		want := sumTree(all)
		for n := 1; n <= 5; n++ {
			whole, part := newTree(0, shards), newTree(7, shards)
			for i := range n {
				from, to := share(shards, n, i)
				for from < to {
					level := nodeAt(from, to)
					for range 1 << level {
						part.add(slices.Clone(all[from]))
						from++
					}
					whole.take(slices.Clone(part.sum()), level)
				}
			}
			if got := whole.sum(); !slices.Equal(got, want) {
				t.Errorf("%d shards by %d workers: got %v, want %v", shards, n, got, want)
			}
		}
	}
}

// crewConfig has dropout, an optimiser with two memories, an epoch whose last
// minibatch has fewer shards than there may be workers, and evaluations.
func crewConfig(workers int) Config {
	cfg := DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 drop0.2 dense12+relu dense10")
	cfg.Optimizer = nn.DefaultOptimizer(nn.Adam)
	cfg.Dataset, cfg.Batch, cfg.Epochs, cfg.Workers = DigitsGrey, 70, 0, workers
	return cfg
}

type outcome struct {
	fingerprint uint64
	losses      []Point
	tests       []Point
}

func (h *hub) outcome() outcome {
	var o outcome
	for _, s := range h.snapshots {
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

// alone is the run of crewConfig by a single worker.
func alone(t *testing.T, steps int) outcome {
	h := newHub(t, 0)
	h.tell(Configure{crewConfig(1)})
	h.tell(Run{steps})
	h.untilPaused()
	if h.started != 0 {
		t.Errorf("one worker started %d others", h.started)
	}
	o := h.outcome()
	if len(o.losses) != steps || len(o.tests) < steps/100 {
		t.Fatalf("%d losses and %d tests in %d steps", len(o.losses), len(o.tests), steps)
	}
	return o
}

func TestAnyNumberOfWorkersGivesTheSameBits(t *testing.T) {
	want := alone(t, 200)
	for _, workers := range []int{2, 3, 4, 7} {
		h := newHub(t, uint64(workers))
		h.tell(Configure{crewConfig(workers)})
		h.untilWorkers(workers)
		h.tell(Run{200})
		h.untilPaused()
		h.outcome().mustBe(t, fmt.Sprintf("%d workers", workers), want)
		if s := h.snapshots[len(h.snapshots)-1]; s.Workers != workers {
			t.Errorf("the snapshot tells of %d workers, want %d", s.Workers, workers)
		}
		if h.started != workers-1 {
			t.Errorf("%d peers started for %d workers", h.started, workers)
		}
	}
}

func TestNumberOfWorkersChangesDuringARun(t *testing.T) {
	want := alone(t, 120)
	h := newHub(t, 5)
	h.tell(Configure{crewConfig(1)})
	h.tell(Run{120})
	for i, n := range []int{2, 4, 1, 3, 2, 5} {
		h.untilStep(15 * (i + 1))
		h.tell(SetWorkers{n})
		h.untilWorkers(n)
	}
	h.untilPaused()
	h.outcome().mustBe(t, "2, 4, 1, 3, 2, 5 workers", want)
	if len(h.peers) != 4 {
		t.Errorf("%d peers are left, want 4", len(h.peers))
	}
	for _, bad := range []int{0, MaxWorkers + 1} {
		h.sent = nil
		h.tell(SetWorkers{bad})
		if f, ok := faultIn(h.sent); !ok || f.Code != string(CodeWorkers) || h.desk.session.Workers() != 5 {
			t.Errorf("%d workers: got %+v and %d workers", bad, f, h.desk.session.Workers())
		}
	}
}

func TestDeadPeerIsReplacedAndTheStepRepeated(t *testing.T) {
	want := alone(t, 120)
	for seed := range uint64(4) {
		h := newHub(t, 10+seed)
		h.tell(Configure{crewConfig(3)})
		h.untilWorkers(3)
		h.tell(Run{120})
		for i := range 5 {
			h.untilStep(20 * (i + 1))
			for range h.rng.IntN(30) { // anywhere in a round
				h.turn()
			}
			victim := h.desk.roster.peers[h.rng.IntN(len(h.desk.roster.peers))].id
			if h.kill(victim); i%2 == 0 {
				h.desk.PeerLost(victim) // the browser noticed
			} // else its silence has to be
			h.until("replaced", func() bool { return h.desk.roster.find(victim) == nil && h.desk.session.Workers() == 3 })
		}
		h.untilPaused()
		h.outcome().mustBe(t, fmt.Sprintf("seed %d", seed), want)
	}
}

// A peer that says nothing is given up within two seconds. Each such loss doubles the
// patience, as the peer may only have been slow, until all has been well for a while.
func TestPatienceWithSilentPeersGrowsAndComesBack(t *testing.T) {
	h := newHub(t, 21)
	h.tell(Configure{crewConfig(2)})
	h.untilWorkers(2)
	h.tell(Run{})
	silence := func() (ticks int) {
		t.Helper()
		h.untilWorkers(2)
		victim := h.desk.roster.peers[0].id
		h.desk.roster.peers[0].silent = 0
		h.kill(victim)
		for ; h.desk.roster.find(victim) != nil; ticks++ {
			h.desk.Tick()
		}
		return ticks
	}
	if got := silence(); time.Duration(got)*TickTime > 2*time.Second {
		t.Errorf("a peer's end is noticed after %d ticks of %v", got, TickTime)
	}
	for _, want := range []int{2*silentTicks + 1, 4*silentTicks + 1} {
		if got := silence(); got != want {
			t.Errorf("another is given up after %d ticks, want %d", got, want)
		}
	}
	h.untilWorkers(2)
	for range calmTicks {
		h.desk.Tick()
		for range 100 {
			h.turn()
		}
	}
	if got := silence(); got != silentTicks+1 {
		t.Errorf("after a while without losses one is given up after %d ticks, want %d", got, silentTicks+1)
	}
}

func TestPausesLeaveNoTraceInACrew(t *testing.T) {
	want := alone(t, 60)
	h := newHub(t, 3)
	h.tell(Configure{crewConfig(3)})
	h.untilWorkers(3)
	for h.desk.session.Step() < 60 {
		h.tell(Run{60 - h.desk.session.Step()})
		for range h.rng.IntN(200) {
			h.turn()
		}
		h.tell(Pause{})
		if s := h.snapshots[len(h.snapshots)-1]; s.State != Paused && s.State != Idle || h.desk.Work() {
			t.Fatalf("state %v after Pause, or still at work", s.State)
		}
	}
	h.outcome().mustBe(t, "with pauses", want)
}

func TestResetReplaysWithACrew(t *testing.T) {
	want := alone(t, 40)
	h := newHub(t, 4)
	h.tell(Configure{crewConfig(2)})
	h.tell(Run{0})
	h.untilStep(23)
	h.tell(Reset{})
	h.snapshots = nil
	h.tell(Run{40})
	h.untilPaused()
	h.outcome().mustBe(t, "after a reset", want)
	h.tell(Configure{crewConfig(3)}) // another run, the same peers
	h.snapshots = nil
	h.tell(Run{40})
	h.untilPaused()
	h.outcome().mustBe(t, "configured anew", want)
	if h.started != 2 {
		t.Errorf("%d peers started, want 2", h.started)
	}
}

func TestRateChangesForAllAtTheSameStep(t *testing.T) {
	h := newHub(t, 6)
	h.tell(Configure{crewConfig(3)})
	h.untilWorkers(3)
	h.tell(Run{0})
	for i := range 20 {
		h.untilStep(3 * (i + 1))
		for range h.rng.IntN(20) {
			h.turn()
		}
		h.tell(SetLearningRate{0.001 * float64(1+i%4)})
	}
	h.tell(Pause{})
	step := h.desk.session.Step()
	// Peers that know all parts are a step ahead of the paused desk, at most; all
	// who are at one step have the same weights.
	prints := map[int]uint64{step: Fingerprint(h.desk.session.model.Params())}
	for h.turn() {
	}
	for id, p := range h.peers {
		print, seen := prints[p.session.Step()]
		if !seen {
			prints[p.session.Step()] = Fingerprint(p.session.model.Params())
		} else if got := Fingerprint(p.session.model.Params()); got != print {
			t.Errorf("peer %d at step %d has other weights", id, p.session.Step())
		}
	}
	h.tell(Run{1})
	h.untilPaused()
	if s := h.snapshots[len(h.snapshots)-1]; s.LearningRate != 0.004 {
		t.Errorf("rate %v, want 0.004", s.LearningRate)
	}
}

func TestCrewTrainsOnFiles(t *testing.T) {
	files := LoadFiles{ID: 9, Files: idx(300, 32, 32, 10)}
	run := func(workers int) outcome {
		h := newHub(t, 8)
		cfg := crewConfig(workers)
		h.tell(Configure{cfg})
		h.tell(files)
		h.until("read", func() bool { return h.desk.reading == nil })
		cfg.Dataset = Files
		h.tell(Configure{cfg})
		h.untilWorkers(workers)
		h.snapshots = nil
		h.tell(Run{40})
		h.untilPaused()
		return h.outcome()
	}
	want := run(1)
	run(3).mustBe(t, "3 workers", want)
}

func TestCrewStaysOnItsFilesWhenOthersAreRead(t *testing.T) {
	run := func(others bool) (outcome, *hub) {
		h := newHub(t, 8)
		cfg := crewConfig(3)
		cfg.Dataset = Files
		h.tell(LoadFiles{ID: 9, Files: idx(300, 32, 32, 10)})
		h.until("read", func() bool { return h.desk.reading == nil })
		h.tell(Configure{cfg})
		h.untilWorkers(3)
		h.tell(Run{10})
		h.untilPaused()
		if others {
			h.tell(LoadFiles{ID: 10, Files: idx(90, 28, 28, 3)})
			h.until("read again", func() bool { return h.desk.reading == nil })
			if got := h.desk.session.Workers(); got != 3 {
				t.Errorf("%d workers share the run, want 3 as before", got)
			}
		}
		h.tell(Run{10})
		h.untilPaused()
		return h.outcome(), h
	}
	want, _ := run(false)
	got, h := run(true)
	got.mustBe(t, "other files read", want)

	cfg := crewConfig(3)
	cfg.Dataset, cfg.Batch = Files, 30
	h.tell(Configure{cfg})
	h.untilWorkers(3)
	if per := h.desk.session.stepsPerEpoch(); per != 3 {
		t.Errorf("the next run has %d steps an epoch, want the 3 of the new files", per)
	}
}

func TestFailureOfARunIsEverybodys(t *testing.T) {
	h := newHub(t, 9)
	cfg := crewConfig(3)
	cfg.Optimizer = nn.DefaultOptimizer(nn.SGD)
	cfg.Optimizer.LearningRate = 1000
	h.tell(Configure{cfg})
	h.untilWorkers(3)
	h.tell(Run{0})
	h.untilPaused()
	if f, ok := faultIn(h.sent); !ok || f.Code != string(CodeDiverged) {
		t.Fatalf("got %+v, want %s", f, CodeDiverged)
	}
	h.tell(SetLearningRate{0.01})
	h.tell(Reset{})
	h.tell(Run{20})
	h.untilPaused()
	if s := h.snapshots[len(h.snapshots)-1]; s.Step != 20 || s.Workers != 3 || math.IsNaN(float64(s.LastLoss)) {
		t.Errorf("step %d with %d workers, loss %v", s.Step, s.Workers, s.LastLoss)
	}
}

func TestWhoCannotGetPeersWorksAlone(t *testing.T) {
	want := alone(t, 30)
	h := newHub(t, 11)
	h.tell(Configure{crewConfig(4)})
	h.tell(Run{30})
	for h.desk.session.Running() {
		for id := range h.peers {
			h.kill(id)
			h.desk.PeerLost(id)
		}
		h.turn()
	}
	h.outcome().mustBe(t, "peers that never live", want)
	if h.started > 3+maxLosses {
		t.Errorf("%d peers were started", h.started)
	}
}

// A damaged part is none, and the round is made anew by a crew that gets it.
func TestPartsAreChecked(t *testing.T) {
	var p part
	p.reset(2, 3)
	p.sign(1, 2, 1, 0.5)
	good := p.bytes()
	var q part
	if !q.read(good) || q.term() != 1 || q.round() != 2 || q.worker() != 1 || q.rate() != 0.5 {
		t.Fatal("a part does not survive the way")
	}
	for n := range len(good) {
		if q.read(good[:n]) {
			t.Errorf("%d of %d bytes pass for a part", n, len(good))
		}
	}
	huge := slices.Clone(good)
	huge[26], huge[30], huge[31] = 255, 255, 255
	if q.read(huge) {
		t.Error("a part that promises too much is read")
	}
}

func FuzzPart(f *testing.F) {
	var p part
	p.reset(1, 2)
	f.Add(p.bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		var q part
		if q.read(b) {
			q.gradients()
			for i := range q.shards {
				q.shard(i)
			}
		}
		s := newSmall(t, nil)
		s.join(1, 0, 2, func([]byte) {})
		s.arrive(b)
		s.complete()
		s.join(0, 0, 1, nil)
		s.arrive(b)
		s.brought(s.step, 0)
		s.forget()
	})
}

func TestRoundOfACrewDoesNotAllocate(t *testing.T) {
	var crew [2]*Session
	for i := range crew {
		crew[i] = newSmall(t, func(c *Config) { c.Epochs = 0 })
	}
	for i := range crew {
		crew[i].join(1, i, 2, func(b []byte) { crew[1-i].arrive(b) })
		crew[i].Run(0)
	}
	epoch := func() { // training and evaluating
		for end := crew[0].epochEnd(); crew[0].Step() < end || crew[0].test.on; {
			for _, s := range crew {
				s.Advance(always)
			}
		}
	}
	epoch()
	epoch()
	if n := testing.AllocsPerRun(10, epoch); n != 0 {
		t.Errorf("an epoch allocates %v times", n)
	}
	for crew[1].Step() < crew[0].Step() {
		crew[1].Advance(always)
	}
	if a, b := Fingerprint(crew[0].model.Params()), Fingerprint(crew[1].model.Params()); a != b && crew[0].Step() == crew[1].Step() {
		t.Errorf("weights %016x and %016x at the same step", a, b)
	}
}
