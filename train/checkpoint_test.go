package train

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"testing"

	"stridelab/nn"
)

// record is what a page keeps of a worker: the curves and the last checkpoint.
type record struct {
	outcome
	last       Snapshot
	checkpoint []byte
}

// note takes in what a desk has sent. Points that are known come again after a
// checkpoint.
func (r *record) note(t *testing.T, m Message) {
	t.Helper()
	switch m := m.(type) {
	case Snapshot:
		add := func(points *[]Point, p Point) {
			if n := len(*points); n == 0 || p.Step > (*points)[n-1].Step {
				*points = append(*points, p)
			} else if i := slices.IndexFunc(*points, func(q Point) bool { return q.Step == p.Step }); i < 0 || (*points)[i] != p {
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
	case Checkpoint:
		if m.Step != r.last.Step || len(r.losses) > 0 && r.losses[len(r.losses)-1].Step < m.Step {
			t.Errorf("a checkpoint of step %d follows a snapshot of step %d", m.Step, r.last.Step)
		}
		r.checkpoint = m.Append(nil)
	}
}

// deskFor is a hub whose desk sends checkpoints, with the files of a run on files.
func deskFor(t *testing.T, seed uint64, cfg Config, checkpoint []byte) *hub {
	t.Helper()
	h := newHub(t, seed)
	h.tell(SendCheckpoints{})
	if cfg.Dataset == Files {
		h.tell(LoadFiles{ID: 9, Files: idx(300, 32, 32, 10)})
		h.until("read", func() bool { return h.desk.reading == nil })
	}
	if checkpoint == nil {
		h.tell(Configure{cfg})
	} else {
		h.desk.Receive(bytes.Clone(checkpoint))
	}
	return h
}

func (h *hub) noted(t *testing.T, r *record) {
	t.Helper()
	for _, m := range h.sent {
		if f, ok := m.(Fault); ok && f.Code != string(CodeDiverged) {
			t.Fatalf("fault %+v", f)
		}
		r.note(t, m)
	}
	h.sent = nil
}

// A run whose worker ends, anywhere and again and again, is the run that was never
// disturbed: with each optimiser, on digits and on files, for any number of workers.
func TestRunGoesOnFromItsCheckpointBitForBit(t *testing.T) {
	const steps = 60
	for _, optimizer := range []nn.OptimizerKind{nn.SGD, nn.Momentum, nn.RMSProp, nn.Adam} {
		for _, dataset := range []DatasetKind{DigitsGrey, Files} {
			for workers := 1; workers <= 2; workers++ {
				name := fmt.Sprintf("%v, %v, %d workers", optimizer, dataset, workers)
				cfg := crewConfig(workers)
				cfg.Optimizer, cfg.Dataset = nn.DefaultOptimizer(optimizer), dataset
				run := func(deaths bool) *record {
					var r record
					h := deskFor(t, 1, cfg, nil)
					h.tell(Run{steps})
					for died := 0; h.desk.session.Running(); {
						h.turn()
						h.noted(t, &r)
						if deaths && h.desk.session.Step() >= 10*(died+1) && h.rng.IntN(40) == 0 {
							died++
							checkpoint := r.checkpoint
							h = deskFor(t, uint64(died+2), cfg, checkpoint)
							if _, step, ok := CheckpointHead(checkpoint); !ok || step != h.desk.session.Step() {
								t.Fatalf("%s: the checkpoint's head says step %d, the run is at %d", name, step, h.desk.session.Step())
							}
							if !h.desk.session.Running() { // it is from before the Run, which is told again
								h.tell(Run{steps})
							}
						}
					}
					h.noted(t, &r)
					return &r
				}
				want, got := run(false), run(true)
				got.mustBe(t, name, want.outcome)
				if got.last.Step != steps || got.last.Run != 1 || got.last.TrainAccuracy != want.last.TrainAccuracy || got.last.TestAccuracy != want.last.TestAccuracy {
					t.Errorf("%s: run %d ended at step %d with accuracies %v and %v; want %v and %v", name, got.last.Run, got.last.Step,
						got.last.TrainAccuracy, got.last.TestAccuracy, want.last.TrainAccuracy, want.last.TestAccuracy)
				}
			}
		}
	}
}

// At rest, too, each checkpoint is whole: it goes to the very state that was left.
func TestCheckpointOfARunAtRest(t *testing.T) {
	cfg := crewConfig(1)
	cfg.Epochs = 2
	h := deskFor(t, 3, cfg, nil)
	var r record
	again := func(what string) {
		t.Helper()
		h.noted(t, &r)
		before := r.last
		h = deskFor(t, 4, cfg, r.checkpoint)
		h.noted(t, &r)
		after := r.last
		before.SamplesPerSecond, before.EpochSecondsLeft, before.RunSecondsLeft, before.Times = 0, 0, 0, Times{}
		after.SamplesPerSecond, after.EpochSecondsLeft, after.RunSecondsLeft, after.Times = 0, 0, 0, Times{}
		before.LossPoints, before.TestPoints = nil, nil
		if got, want := after.Append(nil), before.Append(nil); !bytes.Equal(got, want) {
			t.Errorf("%s: restored as another %v at step %d, weights %016x; want %v, step %d, weights %016x", what,
				after.State, after.Step, after.Fingerprint, before.State, before.Step, before.Fingerprint)
		}
	}
	again("at step 0")
	h.tell(Watch{Sample: 7, Test: true, Maps: true})
	h.tell(SetLearningRate{0.5})
	again("with another learning rate")
	if h.desk.session.cfg.Optimizer.LearningRate != 0.5 {
		t.Error("a reset would go back to the rate before")
	}
	h.tell(Run{3})
	h.untilPaused()
	again("after three steps")
	h.tell(Run{})
	h.untilStep(20)
	h.tell(Pause{})
	again("paused within an epoch")
	h.tell(Run{})
	h.untilPaused()
	again("complete")
	if s := h.desk.session; s.goal != 2 || s.step != 2*s.stepsPerEpoch() {
		t.Errorf("at step %d, goal %d", s.step, s.goal)
	}
	h.tell(Run{1})
	h.untilPaused()
	h.tell(Reset{})
	again("reset")
	if r.last.Run != 2 || r.last.Step != 0 {
		t.Errorf("run %d at step %d after a reset, want 2 at 0", r.last.Run, r.last.Step)
	}
}

// A run that failed stays failed, with the same words, and fails as it would have.
func TestCheckpointOfARunThatFails(t *testing.T) {
	cfg := crewConfig(1)
	cfg.Optimizer = nn.DefaultOptimizer(nn.SGD)
	run := func(restore bool) (fault Fault, last Snapshot, checkpoint []byte) {
		h := deskFor(t, 5, cfg, nil)
		var r record
		h.tell(Run{20})
		h.untilPaused()
		h.tell(SetLearningRate{60})
		h.tell(Run{})
		for h.desk.session.Running() {
			h.turn()
			if f, ok := faultIn(h.sent); ok {
				fault = f
			}
			h.noted(t, &r)
			if h.desk.session.Step() > 200 {
				t.Fatal("it does not fail")
			}
			if restore && h.desk.session.Step() == 21 {
				restore = false
				h = deskFor(t, 6, cfg, r.checkpoint)
				h.tell(Run{})
			}
		}
		return fault, r.last, r.checkpoint
	}
	fault, want, _ := run(false)
	again, got, checkpoint := run(true)
	if fault.Code != string(CodeDiverged) || fmt.Sprint(fault) != fmt.Sprint(again) {
		t.Errorf("failed with %+v, want %+v", again, fault)
	}
	if got.Step != want.Step || got.Fingerprint != want.Fingerprint || got.State != Failed {
		t.Errorf("%v at step %d, weights %016x; want step %d, %016x", got.State, got.Step, got.Fingerprint, want.Step, want.Fingerprint)
	}
	h := deskFor(t, 7, cfg, checkpoint)
	if s := lastSnapshot(t, h.sent); s.State != Failed || s.Fingerprint != want.Fingerprint {
		t.Errorf("restored as %v with weights %016x", s.State, s.Fingerprint)
	}
	h.sent = nil
	h.tell(Run{})
	if f, ok := faultIn(h.sent); !ok || fmt.Sprint(f) != fmt.Sprint(fault) {
		t.Errorf("restored it says %+v, want %+v", f, fault)
	}
}

func TestCheckpointsComeAtRestAndAboutOnceASecond(t *testing.T) {
	o := newOffice(t)
	cfg := tiny(DigitsGrey)
	cfg.Epochs = 0
	count := func(sent []Message) (n int) {
		for _, m := range sent {
			if _, ok := m.(Checkpoint); ok {
				n++
			}
		}
		return n
	}
	if n := count(o.tell(Configure{cfg})); n != 0 {
		t.Error("a checkpoint came that nobody has asked for")
	}
	if n := len(o.tell(SendCheckpoints{})); n != 0 {
		t.Errorf("%d messages answer", n)
	}
	for _, c := range []struct {
		m    Message
		want int
	}{
		{Configure{cfg}, 1}, {Watch{Sample: 3}, 0}, {SetLearningRate{0.1}, 1}, {SetWorkers{2}, 1}, {Reset{}, 1},
		{Ping{}, 0}, {Run{}, 0}, {SetLearningRate{0.2}, 1}, {SetLearningRate{0}, 0},
	} {
		if n := count(o.tell(c.m)); n != c.want {
			t.Errorf("%T is followed by %d checkpoints, want %d", c.m, n, c.want)
		}
	}
	received := o.received
	o.sent, o.when = nil, nil
	begun := o.now
	for o.now-begun < 10*checkpointTime {
		o.Work()
	}
	if n := count(o.sent); n < 5 || n > 10 {
		t.Errorf("%d checkpoints in ten seconds", n)
	}
	if n := count(o.tell(Pause{})); n != 1 {
		t.Errorf("a pause is followed by %d checkpoints", n)
	}
	m := o.sent[len(o.sent)-1].(Checkpoint)
	if m.Received != received+1 || m.Running || m.Config.Workers != 1 {
		t.Errorf("%d messages received, want %d; running %v", m.Received, received+1, m.Running)
	}
}

func TestDeskAnswersAPingWhateverItDoes(t *testing.T) {
	o := newOffice(t)
	for _, m := range []Message{nil, Configure{tiny(DigitsGrey)}, Run{}} {
		if m != nil {
			o.tell(m)
		}
		o.Work()
		if sent := o.tell(Ping{}); len(sent) != 1 || sent[0] != (Pong{}) {
			t.Errorf("after %T: answered with %+v", m, sent)
		}
	}
}

func TestCheckpointThatDoesNotFitChangesNothing(t *testing.T) {
	o := newOffice(t)
	o.tell(SendCheckpoints{})
	o.tell(Configure{tiny(DigitsGrey)})
	good := o.sent[len(o.sent)-1].(Checkpoint)
	session := o.session
	for what, spoil := range map[string]func(*Checkpoint){
		"a weight too few":      func(m *Checkpoint) { m.Params = m.Params[1:] },
		"no optimiser":          func(m *Checkpoint) { m.First = nil },
		"a last step of others": func(m *Checkpoint) { m.GoodParams = m.GoodParams[1:] },
		"no learning rate":      func(m *Checkpoint) { m.LearningRate = 0 },
		"files that never came": func(m *Checkpoint) { m.Config.Dataset = Files },
		"an impossible batch":   func(m *Checkpoint) { m.Config.Batch = 0 },
	} {
		m := good
		spoil(&m)
		if _, refused := faultIn(o.tell(m)); !refused || o.session != session {
			t.Errorf("%s: refused %v, the run there was stands %v", what, refused, o.session == session)
		}
	}
	if _, refused := faultIn(o.tell(good)); refused || o.session == session {
		t.Error("the checkpoint itself is refused")
	}
}

func TestCheckpointHeadIsNotThatOfOthers(t *testing.T) {
	for _, m := range messages() {
		received, step, ok := CheckpointHead(m.Append(nil))
		c, is := m.(Checkpoint)
		if ok != is || is && (received != c.Received || step != c.Step) {
			t.Errorf("%T: %d, %d, %v", m, received, step, ok)
		}
	}
	if _, _, ok := CheckpointHead(nil); ok {
		t.Error("nothing has a head")
	}
}

// Whatever a checkpoint says, a desk restores it or refuses it, and goes on.
func FuzzRestore(f *testing.F) {
	desk := func(t testing.TB) (o *office) {
		o = newOffice(t)
		o.tell(SendCheckpoints{})
		return o
	}
	o := desk(f)
	o.tell(Configure{tiny(DigitsGrey)})
	for _, m := range []Message{Configure{tiny(DigitsGrey)}, Run{3}} {
		sent := append(o.tell(m), o.work()...)
		for _, m := range sent {
			if c, ok := m.(Checkpoint); ok {
				f.Add(c.Append(nil)[:60], true, false, 0.01, float32(2), 1, 1)
				f.Add(c.Append(nil)[:60], false, true, 1000.0, float32(math.NaN()), math.MaxInt, 1<<30)
			}
		}
	}
	f.Fuzz(func(t *testing.T, head []byte, running, evaluating bool, rate float64, loss float32, target, goal int) {
		o := desk(t)
		o.tell(Configure{tiny(DigitsGrey)})
		m := o.sent[len(o.sent)-1].(Checkpoint)
		m.Running, m.Evaluating, m.LearningRate, m.LastLoss = running, evaluating, rate, loss
		m.Target, m.Goal = max(target, 0), min(max(goal, 0), math.MaxInt32)
		b := m.Append(nil)
		copy(b[2:], head)
		o.Receive(b)
		for range 5 {
			o.Work()
		}
		o.tell(Run{2})
		for range 5 {
			o.Work()
		}
		o.tell(Pause{})
	})
}
