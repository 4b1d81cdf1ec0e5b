package cluster

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"testing"

	"stridelab/nn"
	"stridelab/train"
	"stridelab/train/internal/idx"
)

// record is what a page keeps of a run: the curves and the last checkpoint.
type record struct {
	outcome
	last       train.Snapshot
	checkpoint []byte
}

// note takes in what a coordinator has sent. After a checkpoint, points that are known come
// again.
func (r *record) note(t *testing.T, m train.Message) {
	t.Helper()
	switch m := m.(type) {
	case train.Snapshot:
		add := func(points *[]train.Point, p train.Point) {
			if n := len(*points); n == 0 || p.Step > (*points)[n-1].Step {
				*points = append(*points, p)
			} else if i := slices.IndexFunc(*points, func(q train.Point) bool { return q.Step == p.Step }); i < 0 || (*points)[i] != p {
				t.Errorf("point %+v came another time and was not the same", p)
			}
		}
		for _, p := range m.LossPoints {
			add(&r.losses, p)
		}
		for _, p := range m.TestPoints {
			add(&r.tests, p)
		}
		r.last, r.fingerprint = m, m.Fingerprint
	case train.Checkpoint:
		if m.Step != r.last.Step || len(r.losses) > 0 && r.losses[len(r.losses)-1].Step < m.Step {
			t.Errorf("a checkpoint of step %d follows a snapshot of step %d", m.Step, r.last.Step)
		}
		r.checkpoint = m.Append(nil)
	}
}

// coordinatorFor is a simulation whose coordinator sends checkpoints, with the files of a run
// on files.
func coordinatorFor(t *testing.T, seed uint64, cfg train.Config, checkpoint []byte) *simulation {
	t.Helper()
	sim := newSimulation(t, seed)
	sim.tell(train.SendCheckpoints{})
	if cfg.Dataset == train.Files {
		sim.tell(train.LoadFiles{ID: 9, Files: idx.Files(300, 32, 32, 10)})
		sim.until("read", func() bool { return sim.coordinator.reading == nil })
	}
	if checkpoint == nil {
		sim.tell(train.Configure{Config: cfg})
	} else {
		sim.coordinator.Receive(bytes.Clone(checkpoint))
	}
	return sim
}

func (sim *simulation) noted(t *testing.T, r *record) {
	t.Helper()
	for _, m := range sim.sent {
		if f, ok := m.(train.Fault); ok && f.Code != string(train.CodeDiverged) {
			t.Fatalf("fault %+v", f)
		}
		r.note(t, m)
	}
	sim.sent = nil
}

// A run whose trainer ends, anywhere and again and again, is the same as one that was never
// disturbed: with each optimiser, on digits and on files, for any number of workers.
func TestRunGoesOnFromItsCheckpointBitForBit(t *testing.T) {
	const steps = 60
	for _, optimizer := range []nn.OptimizerKind{nn.SGD, nn.Momentum, nn.RMSProp, nn.Adam} {
		for _, dataset := range []train.DatasetKind{train.DigitsGrey, train.Files} {
			for workers := 1; workers <= 2; workers++ {
				name := fmt.Sprintf("%v, %v, %d workers", optimizer, dataset, workers)
				cfg := groupConfig(workers)
				cfg.Optimizer, cfg.Dataset = nn.DefaultOptimizer(optimizer), dataset
				run := func(deaths bool) *record {
					var r record
					sim := coordinatorFor(t, 1, cfg, nil)
					sim.tell(train.Run{Steps: steps})
					for died := 0; sim.coordinator.session.Running(); {
						sim.turn()
						sim.noted(t, &r)
						if deaths && sim.coordinator.session.Step() >= 10*(died+1) && sim.rng.IntN(40) == 0 {
							died++
							checkpoint := r.checkpoint
							sim = coordinatorFor(t, uint64(died+2), cfg, checkpoint)
							if _, step, ok := train.CheckpointHead(checkpoint); !ok || step != sim.coordinator.session.Step() {
								t.Fatalf("%s: the checkpoint's head says step %d, the run is at %d", name, step, sim.coordinator.session.Step())
							}
							// It is from before the Run, which is told again.
							if !sim.coordinator.session.Running() {
								sim.tell(train.Run{Steps: steps})
							}
						}
					}
					sim.noted(t, &r)
					return &r
				}
				want, got := run(false), run(true)
				got.mustBe(t, name, want.outcome)
				if got.last.Step != steps || got.last.Run != 1 || got.last.TestAccuracy != want.last.TestAccuracy {
					t.Errorf("%s: run %d ended at step %d with test accuracy %v; want %v", name, got.last.Run, got.last.Step,
						got.last.TestAccuracy, want.last.TestAccuracy)
				}
			}
		}
	}
}

// A checkpoint of a run at rest is complete, too: it restores exactly the state of the run.
func TestCheckpointOfARunAtRest(t *testing.T) {
	cfg := groupConfig(1)
	cfg.Epochs = 2
	sim := coordinatorFor(t, 3, cfg, nil)
	var r record
	again := func(what string) {
		t.Helper()
		sim.noted(t, &r)
		before := r.last
		sim = coordinatorFor(t, 4, cfg, r.checkpoint)
		sim.noted(t, &r)
		after := r.last
		before.SamplesPerSecond, before.EpochSecondsLeft, before.RunSecondsLeft, before.Times = 0, 0, 0, train.Times{}
		after.SamplesPerSecond, after.EpochSecondsLeft, after.RunSecondsLeft, after.Times = 0, 0, 0, train.Times{}
		before.LossPoints, before.TestPoints = nil, nil
		if got, want := after.Append(nil), before.Append(nil); !bytes.Equal(got, want) {
			t.Errorf("%s: restored as another %v at step %d, weights %016x; want %v, step %d, weights %016x", what,
				after.State, after.Step, after.Fingerprint, before.State, before.Step, before.Fingerprint)
		}
	}
	again("at step 0")
	sim.tell(train.Watch{Sample: 7, Test: true, Maps: true})
	sim.tell(train.SetLearningRate{Rate: 0.5})
	again("with another learning rate")
	if sim.coordinator.session.Config().Optimizer.LearningRate != 0.5 {
		t.Error("a reset would go back to the rate before")
	}
	sim.tell(train.Run{Steps: 3})
	sim.untilPaused()
	again("after three steps")
	sim.tell(train.Run{})
	sim.untilStep(20)
	sim.tell(train.Pause{})
	again("paused within an epoch")
	sim.tell(train.Run{})
	sim.untilPaused()
	again("complete")
	if s := sim.coordinator.session; s.Checkpoint().Goal != 2 || s.Step() != 2*s.Loader().StepsPerEpoch() {
		t.Errorf("at step %d, goal %d", s.Step(), s.Checkpoint().Goal)
	}
	sim.tell(train.Run{Steps: 1})
	sim.untilPaused()
	sim.tell(train.Reset{})
	again("reset")
	if r.last.Run != 2 || r.last.Step != 0 {
		t.Errorf("run %d at step %d after a reset, want 2 at 0", r.last.Run, r.last.Step)
	}
}

// A run that has failed is restored as failed, with the same sentence. A run that is restored
// before it fails, fails in the same way.
func TestCheckpointOfARunThatFails(t *testing.T) {
	cfg := groupConfig(1)
	cfg.Optimizer = nn.DefaultOptimizer(nn.SGD)
	run := func(restore bool) (fault train.Fault, last train.Snapshot, checkpoint []byte) {
		sim := coordinatorFor(t, 5, cfg, nil)
		var r record
		sim.tell(train.Run{Steps: 20})
		sim.untilPaused()
		sim.tell(train.SetLearningRate{Rate: 60})
		sim.tell(train.Run{})
		for sim.coordinator.session.Running() {
			sim.turn()
			if f, ok := faultIn(sim.sent); ok {
				fault = f
			}
			sim.noted(t, &r)
			if sim.coordinator.session.Step() > 200 {
				t.Fatal("it does not fail")
			}
			if restore && sim.coordinator.session.Step() == 21 {
				restore = false
				sim = coordinatorFor(t, 6, cfg, r.checkpoint)
				sim.tell(train.Run{})
			}
		}
		return fault, r.last, r.checkpoint
	}
	fault, want, _ := run(false)
	again, got, checkpoint := run(true)
	if fault.Code != string(train.CodeDiverged) || fmt.Sprint(fault) != fmt.Sprint(again) {
		t.Errorf("failed with %+v, want %+v", again, fault)
	}
	if got.Step != want.Step || got.Fingerprint != want.Fingerprint || got.State != train.Failed {
		t.Errorf("%v at step %d, weights %016x; want step %d, %016x", got.State, got.Step, got.Fingerprint, want.Step, want.Fingerprint)
	}
	sim := coordinatorFor(t, 7, cfg, checkpoint)
	if s := lastSnapshot(t, sim.sent); s.State != train.Failed || s.Fingerprint != want.Fingerprint {
		t.Errorf("restored as %v with weights %016x", s.State, s.Fingerprint)
	}
	sim.sent = nil
	sim.tell(train.Run{})
	if f, ok := faultIn(sim.sent); !ok || fmt.Sprint(f) != fmt.Sprint(fault) {
		t.Errorf("restored it says %+v, want %+v", f, fault)
	}
}

func TestCheckpointsComeAtRestAndAboutOnceASecond(t *testing.T) {
	page := newPage(t)
	cfg := tiny(train.DigitsGrey)
	cfg.Epochs = 0
	count := func(sent []train.Message) (n int) {
		for _, m := range sent {
			if _, ok := m.(train.Checkpoint); ok {
				n++
			}
		}
		return n
	}
	if n := count(page.tell(train.Configure{Config: cfg})); n != 0 {
		t.Error("a checkpoint came that nobody has asked for")
	}
	if n := len(page.tell(train.SendCheckpoints{})); n != 0 {
		t.Errorf("%d messages answer", n)
	}
	for _, c := range []struct {
		m    train.Message
		want int
	}{
		{train.Configure{Config: cfg}, 1}, {train.Watch{Sample: 3}, 0}, {train.SetLearningRate{Rate: 0.1}, 1}, {train.SetWorkers{N: 2}, 1}, {train.Reset{}, 1},
		{train.Ping{}, 0}, {train.Run{}, 0}, {train.SetLearningRate{Rate: 0.2}, 1}, {train.SetLearningRate{Rate: 0}, 0},
	} {
		if n := count(page.tell(c.m)); n != c.want {
			t.Errorf("%T is followed by %d checkpoints, want %d", c.m, n, c.want)
		}
	}
	received := page.received
	page.sent, page.when = nil, nil
	begun := page.now
	for page.now-begun < 10*checkpointTime {
		page.Work()
	}
	if n := count(page.sent); n < 5 || n > 10 {
		t.Errorf("%d checkpoints in ten seconds", n)
	}
	if n := count(page.tell(train.Pause{})); n != 1 {
		t.Errorf("a pause is followed by %d checkpoints", n)
	}
	m := page.sent[len(page.sent)-1].(train.Checkpoint)
	if m.Received != received+1 || m.Running || m.Config.Workers != 1 {
		t.Errorf("%d messages received, want %d; running %v", m.Received, received+1, m.Running)
	}
}

func TestCoordinatorAnswersAPingWhateverItDoes(t *testing.T) {
	page := newPage(t)
	for _, m := range []train.Message{nil, train.Configure{Config: tiny(train.DigitsGrey)}, train.Run{}} {
		if m != nil {
			page.tell(m)
		}
		page.Work()
		if sent := page.tell(train.Ping{}); len(sent) != 1 || sent[0] != (train.Pong{}) {
			t.Errorf("after %T: answered with %+v", m, sent)
		}
	}
}

func TestCheckpointThatDoesNotFitChangesNothing(t *testing.T) {
	page := newPage(t)
	page.tell(train.SendCheckpoints{})
	page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	good := page.sent[len(page.sent)-1].(train.Checkpoint)
	session := page.session
	for what, spoil := range map[string]func(*train.Checkpoint){
		"a weight too few":      func(m *train.Checkpoint) { m.Params = m.Params[1:] },
		"no optimiser":          func(m *train.Checkpoint) { m.First = nil },
		"a last step of others": func(m *train.Checkpoint) { m.GoodParams = m.GoodParams[1:] },
		"no learning rate":      func(m *train.Checkpoint) { m.LearningRate = 0 },
		"files that never came": func(m *train.Checkpoint) { m.Config.Dataset = train.Files },
		"an impossible batch":   func(m *train.Checkpoint) { m.Config.Batch = 0 },
	} {
		m := good
		spoil(&m)
		if _, refused := faultIn(page.tell(m)); !refused || page.session != session {
			t.Errorf("%s: refused %v, the run there was stands %v", what, refused, page.session == session)
		}
	}
	if _, refused := faultIn(page.tell(good)); refused || page.session == session {
		t.Error("the checkpoint itself is refused")
	}
}

// Whatever a checkpoint says, a coordinator restores it or refuses it, and goes on.
func FuzzRestore(f *testing.F) {
	open := func(t testing.TB) (page *fakePage) {
		page = newPage(t)
		page.tell(train.SendCheckpoints{})
		return page
	}
	page := open(f)
	page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	for _, m := range []train.Message{train.Configure{Config: tiny(train.DigitsGrey)}, train.Run{Steps: 3}} {
		sent := append(page.tell(m), page.work()...)
		for _, m := range sent {
			if c, ok := m.(train.Checkpoint); ok {
				f.Add(c.Append(nil)[:60], true, false, 0.01, float32(2), 1, 1)
				f.Add(c.Append(nil)[:60], false, true, 1000.0, float32(math.NaN()), math.MaxInt, 1<<30)
			}
		}
	}
	f.Fuzz(func(t *testing.T, head []byte, running, evaluating bool, rate float64, loss float32, target, goal int) {
		page := open(t)
		page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
		m := page.sent[len(page.sent)-1].(train.Checkpoint)
		m.Running, m.Evaluating, m.LearningRate, m.LastLoss = running, evaluating, rate, loss
		m.Target, m.Goal = max(target, 0), min(max(goal, 0), math.MaxInt32)
		b := m.Append(nil)
		copy(b[2:], head)
		page.Receive(b)
		for range 5 {
			page.Work()
		}
		page.tell(train.Run{Steps: 2})
		for range 5 {
			page.Work()
		}
		page.tell(train.Pause{})
	})
}
