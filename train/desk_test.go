package train

import (
	"slices"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

func TestDeskRunsWhatItIsTold(t *testing.T) {
	o := newOffice(t)
	sent := o.tell(Configure{tiny(DigitsGrey)})
	if len(sent) != 3 {
		t.Fatalf("Configure answered with %d messages, want a Dataset, a Plan and a Snapshot", len(sent))
	}
	if p, ok := sent[1].(Plan); !ok || len(p.Layers) != len(tiny(DigitsGrey).Net.Layers) {
		t.Errorf("got %+v, want how each layer is computed", sent[1])
	}
	if d, ok := sent[0].(Dataset); !ok || d.Info.Name != "digits-grey" || d.Kind != DigitsGrey {
		t.Errorf("got %+v, want the grey digits", sent[0])
	}
	if s := lastSnapshot(t, sent); s.State != Idle || s.Step != 0 || s.Run != 1 || s.StepsPerEpoch != 12 {
		t.Errorf("got %+v, want run 1 idle at step 0 of 12", s)
	}
	if o.Work() {
		t.Error("work before Run")
	}
	if s := lastSnapshot(t, o.tell(Run{2})); s.State != Running {
		t.Errorf("state %v after Run", s.State)
	}
	if s := lastSnapshot(t, o.work()); s.State != Paused || s.Step != 2 {
		t.Errorf("%v at step %d; want paused at 2", s.State, s.Step)
	}
	o.tell(RunEpoch{})
	sent = o.work()
	s := lastSnapshot(t, sent)
	if s.State != Paused || s.Epoch != 1 || s.Tested != 1000 || s.SamplesPerSecond <= 0 {
		t.Errorf("%v after epoch %d, %d tested, %v samples/s", s.State, s.Epoch, s.Tested, s.SamplesPerSecond)
	}
	evaluating := 0
	for _, m := range sent {
		if s, ok := m.(Snapshot); ok && s.State == Evaluating && s.EvaluateTotal == 1000 {
			evaluating++
		}
	}
	if evaluating == 0 {
		t.Error("no snapshot shows the evaluation")
	}
	if s := lastSnapshot(t, o.tell(Reset{})); s.State != Idle || s.Run != 2 || s.SamplesPerSecond != 0 {
		t.Errorf("%v, run %d, %v samples/s after Reset", s.State, s.Run, s.SamplesPerSecond)
	}
	if s := lastSnapshot(t, o.tell(Configure{tiny(DigitsGrey)})); s.Run != 3 {
		t.Errorf("run %d after Configure, want 3", s.Run)
	}
}

func TestPauseIsAnsweredAtOnce(t *testing.T) {
	o := newOffice(t)
	o.tell(Configure{tiny(DigitsGrey)})
	o.tell(Run{})
	for range 3 {
		before := o.now
		o.Work()
		// Two looks at the clock more than the slice: one shard may begin at its very end.
		if took := o.now - before; took > sliceTime+10*o.tick {
			t.Fatalf("a slice took %v", took)
		}
	}
	s := lastSnapshot(t, o.tell(Pause{}))
	if s.State != Paused || o.Work() {
		t.Errorf("state %v after Pause, or still at work", s.State)
	}
}

func TestSnapshotsAreAtMostFifteenASecond(t *testing.T) {
	o := newOffice(t)
	cfg := tiny(DigitsGrey)
	cfg.Epochs = 0
	o.tell(Configure{cfg})
	o.tell(Run{})
	o.sent, o.when = nil, nil
	for o.now < 5*time.Second {
		o.Work()
	}
	for i := 1; i < len(o.when); i++ {
		if gap := o.when[i] - o.when[i-1]; gap < snapshotTime {
			t.Fatalf("two snapshots within %v", gap)
		}
	}
	if n := len(o.sent); n < 45 {
		t.Errorf("%d snapshots in five seconds", n)
	}
	// No minibatch is missing from the curve and none comes twice.
	step := 0
	for _, m := range o.sent {
		for _, p := range m.(Snapshot).LossPoints {
			if step++; p.Step != step {
				t.Fatalf("point of step %d after %d", p.Step, step-1)
			}
		}
	}
}

func TestWhatIsRefusedChangesNothing(t *testing.T) {
	wide := tiny(DigitsGrey)
	wide.Net, _ = nn.ParseSpec("30x30x1 dense10")
	few := tiny(DigitsGrey)
	few.Net, _ = nn.ParseSpec("32x32x1 dense4")
	batch := tiny(DigitsGrey)
	batch.Batch = 0
	cases := []struct {
		name string
		m    Message
		code string
	}{
		{"impossible batch", Configure{batch}, string(CodeBatch)},
		{"net too small for the digits", Configure{wide}, string(data.CodeAdaptSize)},
		{"net with too few outputs", Configure{few}, string(CodeClasses)},
		{"files that never came", Configure{tiny(Files)}, string(CodeNoFiles)},
		{"rate of 0", SetLearningRate{0}, string(CodeLearningRate)},
		{"picture too large", Predict{ID: 2, C: 1, H: 33, W: 33, Pixels: make([]float32, 33*33)}, string(data.CodeAdaptSize)},
		{"picture of nothing", Predict{ID: 2}, string(CodeMessage)},
		{"a worker's message", Hello{}, string(CodeMessage)},
	}
	for _, c := range cases {
		o := newOffice(t)
		o.tell(Configure{tiny(DigitsGrey)})
		o.tell(Run{3})
		before := lastSnapshot(t, o.work())
		session := o.session
		f, ok := faultIn(o.tell(c.m))
		if !ok || f.Code != c.code || f.Fatal || f.Text == "" {
			t.Errorf("%s: got %+v, want code %s", c.name, f, c.code)
		}
		if p, ok := c.m.(Predict); ok && f.ID != p.ID {
			t.Errorf("%s: answered with ID %d, want %d", c.name, f.ID, p.ID)
		}
		o.tell(Pause{})
		if after := lastSnapshot(t, o.sent); o.session != session || after.Step != before.Step || after.LearningRate != before.LearningRate || after.Run != before.Run {
			t.Errorf("%s: the run changed from %+v to %+v", c.name, before, after)
		}
	}
}

func TestNothingIsDoneBeforeThereIsARun(t *testing.T) {
	for _, m := range []Message{Run{}, RunEpoch{}, Pause{}, Reset{}, SetLearningRate{0.1}, Watch{}, Predict{ID: 4, C: 1, H: 1, W: 1, Pixels: []float32{1}}} {
		o := newOffice(t)
		if f, ok := faultIn(o.tell(m)); !ok || f.Code != string(CodeNoRun) || o.Work() {
			t.Errorf("%T: got %+v, want %s", m, f, CodeNoRun)
		}
	}
	o := newOffice(t)
	o.sent = nil
	o.Receive([]byte{})
	if f, ok := faultIn(o.sent); !ok || f.Code != string(CodeMessage) {
		t.Errorf("empty message: got %+v", f)
	}
}

func TestPredictAndWatchShowTheNetAtWork(t *testing.T) {
	o := newOffice(t)
	cfg := tiny(DigitsGrey)
	cfg.Net, _ = nn.ParseSpec("32x32x1 conv3f5+relu max4 drop0.5 dense12+tanh dense10")
	o.tell(Configure{cfg})
	sent := o.tell(Predict{ID: 6, C: 1, H: 28, W: 28, Pixels: make([]float32, 28*28)})
	p, ok := sent[0].(Prediction)
	if sum := sumOf(p.Probs); !ok || p.ID != 6 || len(p.Probs) != 10 || sum < 0.999 || sum > 1.001 {
		t.Fatalf("got %+v, want ten probabilities for request 6", sent[0])
	}
	s := lastSnapshot(t, o.tell(Watch{Sample: 1003, Test: true, Maps: true}))
	if s.Sample.Index != 3 || !s.Sample.Test || len(s.Sample.Image.Data) != 1024 || len(s.Sample.Probs) != 10 {
		t.Errorf("got %+v, want sample 3 of the test set", s.Sample)
	}
	var maps []string
	for _, v := range s.Maps {
		maps = append(maps, v.Name)
	}
	if want := []string{"CONV1", "POOL1", "FC2"}; !slices.Equal(maps, want) {
		t.Errorf("maps of %v, want %v", maps, want)
	}
	if f := s.Filters; f.Out != 3 || f.In != 1 || f.H != 5 || f.W != 5 || len(f.Data) != 75 {
		t.Errorf("filters %+v", f)
	}
	source := data.NewDigits(cfg.Seed, false)
	pixels := make([]float32, 1024)
	label := source.TestSample(3, pixels)
	if s.Sample.Label != label || !slices.Equal(s.Sample.Image.Data, pixels) {
		t.Errorf("label %d and pixels are not those of test sample 3, a %d", s.Sample.Label, label)
	}
	// The maps are those of the sample, by the net's own arithmetic.
	model, _ := nn.New(cfg.Net, 1)
	model.Init(cfg.Init, mix(cfg.Seed, forInit))
	model.Forward(nn.Tensor{Shape: [4]int{1, 1, 32, 32}, Data: pixels}, false)
	if !slices.Equal(s.Maps[0].Data, model.Output(0).Data) {
		t.Error("CONV1's maps are not what the layer puts out")
	}
	if s = lastSnapshot(t, o.tell(Watch{Sample: 5})); s.Sample.Test || len(s.Maps) != 0 {
		t.Errorf("maps not asked for: %d, test %v", len(s.Maps), s.Sample.Test)
	}
}

func sumOf(v []float32) (sum float64) {
	for _, x := range v {
		sum += float64(x)
	}
	return sum
}

func TestDivergenceReachesThePage(t *testing.T) {
	o := newOffice(t)
	cfg := tiny(DigitsGrey)
	cfg.Optimizer = nn.DefaultOptimizer(nn.SGD)
	cfg.Optimizer.LearningRate = 1000
	o.tell(Configure{cfg})
	o.tell(Run{})
	sent := o.work()
	f, ok := faultIn(sent)
	if !ok || f.Code != string(CodeDiverged) || f.Fatal || len(f.Args) != 3 {
		t.Fatalf("got %+v, want %s", f, CodeDiverged)
	}
	if s := lastSnapshot(t, sent); s.State != Failed {
		t.Errorf("state %v", s.State)
	}
	if f, ok := faultIn(o.tell(Run{})); !ok || f.Code != string(CodeDiverged) || o.Work() {
		t.Errorf("Run after a failure: got %+v", f)
	}
	if s := lastSnapshot(t, o.tell(Reset{})); s.State != Idle {
		t.Errorf("state %v after Reset", s.State)
	}
}

func TestDeskAnnouncesItselfAndItsEnd(t *testing.T) {
	o := newOffice(t)
	o.Hello("portable", "worker-portable.wasm")
	o.Fatal("index out of range")
	if h, ok := o.sent[0].(Hello); !ok || h.Version != MessageVersion || h.Accelerator != "portable" {
		t.Errorf("got %+v", o.sent[0])
	}
	if f, ok := o.sent[1].(Fault); !ok || !f.Fatal || f.Code != string(CodePanic) || f.Args[0] != "index out of range" {
		t.Errorf("got %+v", o.sent[1])
	}
}

func TestTimeLeftFollowsTheRate(t *testing.T) {
	o := newOffice(t)
	cfg := tiny(DigitsGrey)
	cfg.Epochs = 4
	s := lastSnapshot(t, o.tell(Configure{cfg}))
	if s.EpochSecondsLeft != -1 || s.RunSecondsLeft != -1 {
		t.Errorf("%v and %v seconds left before the start, want -1: unknown", s.EpochSecondsLeft, s.RunSecondsLeft)
	}
	begun := o.now
	o.tell(Run{6})
	s = lastSnapshot(t, o.work())
	took := (o.now - begun).Seconds()
	// Half an epoch of 6,000 is done: as much again, and three epochs more.
	if s.EpochSecondsLeft < took*0.7 || s.EpochSecondsLeft > took*1.3 {
		t.Errorf("%.3f s left of the epoch, its first half took %.3f", s.EpochSecondsLeft, took)
	}
	if want := 7 * s.EpochSecondsLeft; s.RunSecondsLeft < want*0.99 || s.RunSecondsLeft > want*1.01 {
		t.Errorf("%.3f s left of the run, want %.3f", s.RunSecondsLeft, want)
	}
}
