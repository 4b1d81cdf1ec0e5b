package cluster

import (
	"slices"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

func TestCoordinatorRunsWhatItIsTold(t *testing.T) {
	page := newPage(t)
	sent := page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	if len(sent) != 3 {
		t.Fatalf("Configure answered with %d messages, want a Dataset, a Plan and a Snapshot", len(sent))
	}
	if p, ok := sent[1].(train.Plan); !ok || len(p.Layers) != len(tiny(train.DigitsGrey).Net.Layers) {
		t.Errorf("got %+v, want how each layer is computed", sent[1])
	}
	if d, ok := sent[0].(train.Dataset); !ok || d.Info.Name != "digits-grey" || d.Kind != train.DigitsGrey {
		t.Errorf("got %+v, want the grey digits", sent[0])
	}
	if s := lastSnapshot(t, sent); s.State != train.Idle || s.Step != 0 || s.Run != 1 || s.StepsPerEpoch != 12 {
		t.Errorf("got %+v, want run 1 idle at step 0 of 12", s)
	}
	if page.Work() {
		t.Error("work before Run")
	}
	if s := lastSnapshot(t, page.tell(train.Run{Steps: 2})); s.State != train.Running {
		t.Errorf("state %v after Run", s.State)
	}
	if s := lastSnapshot(t, page.work()); s.State != train.Paused || s.Step != 2 {
		t.Errorf("%v at step %d; want paused at 2", s.State, s.Step)
	}
	page.tell(train.RunEpoch{})
	sent = page.work()
	s := lastSnapshot(t, sent)
	if s.State != train.Paused || s.Epoch != 1 || s.Tested != 1000 || s.SamplesPerSecond <= 0 {
		t.Errorf("%v after epoch %d, %d tested, %v samples/s", s.State, s.Epoch, s.Tested, s.SamplesPerSecond)
	}
	evaluating := 0
	for _, m := range sent {
		if s, ok := m.(train.Snapshot); ok && s.State == train.Evaluating && s.EvaluateTotal == 1000 {
			evaluating++
		}
	}
	if evaluating == 0 {
		t.Error("no snapshot shows the evaluation")
	}
	if s := lastSnapshot(t, page.tell(train.Reset{})); s.State != train.Idle || s.Run != 2 || s.SamplesPerSecond != 0 {
		t.Errorf("%v, run %d, %v samples/s after Reset", s.State, s.Run, s.SamplesPerSecond)
	}
	if s := lastSnapshot(t, page.tell(train.Configure{Config: tiny(train.DigitsGrey)})); s.Run != 3 {
		t.Errorf("run %d after Configure, want 3", s.Run)
	}
}

func TestPauseIsAnsweredAtOnce(t *testing.T) {
	page := newPage(t)
	page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	page.tell(train.Run{})
	for range 3 {
		before := page.now
		page.Work()
		// Two looks at the clock more than the slice: one shard may begin at its very end.
		if took := page.now - before; took > sliceTime+10*page.tick {
			t.Fatalf("a slice took %v", took)
		}
	}
	s := lastSnapshot(t, page.tell(train.Pause{}))
	if s.State != train.Paused || page.Work() {
		t.Errorf("state %v after Pause, or still at work", s.State)
	}
}

func TestSnapshotsAreAtMostFifteenASecond(t *testing.T) {
	page := newPage(t)
	cfg := tiny(train.DigitsGrey)
	cfg.Epochs = 0
	page.tell(train.Configure{Config: cfg})
	page.tell(train.Run{})
	page.sent, page.when = nil, nil
	for page.now < 5*time.Second {
		page.Work()
	}
	for i := 1; i < len(page.when); i++ {
		if gap := page.when[i] - page.when[i-1]; gap < snapshotTime {
			t.Fatalf("two snapshots within %v", gap)
		}
	}
	if n := len(page.sent); n < 45 {
		t.Errorf("%d snapshots in five seconds", n)
	}
	// No minibatch is missing from the curve and none comes twice.
	step := 0
	for _, m := range page.sent {
		for _, p := range m.(train.Snapshot).LossPoints {
			if step++; p.Step != step {
				t.Fatalf("point of step %d after %d", p.Step, step-1)
			}
		}
	}
}

func TestWhatIsRefusedChangesNothing(t *testing.T) {
	wide := tiny(train.DigitsGrey)
	wide.Net, _ = nn.ParseSpec("30x30x1 dense10")
	few := tiny(train.DigitsGrey)
	few.Net, _ = nn.ParseSpec("32x32x1 dense4")
	batch := tiny(train.DigitsGrey)
	batch.Batch = 0
	cases := []struct {
		name string
		m    train.Message
		code string
	}{
		{"impossible batch", train.Configure{Config: batch}, string(train.CodeBatch)},
		{"net too small for the digits", train.Configure{Config: wide}, string(data.CodeAdaptSize)},
		{"net with too few outputs", train.Configure{Config: few}, string(train.CodeClasses)},
		{"files that never came", train.Configure{Config: tiny(train.Files)}, string(train.CodeNoFiles)},
		{"rate of 0", train.SetLearningRate{Rate: 0}, string(train.CodeLearningRate)},
		{"picture too large", train.Predict{ID: 2, C: 1, H: 33, W: 33, Pixels: make([]float32, 33*33)}, string(data.CodeAdaptSize)},
		{"picture of nothing", train.Predict{ID: 2}, string(train.CodeMessage)},
		{"a worker's message", train.Hello{}, string(train.CodeMessage)},
	}
	for _, c := range cases {
		page := newPage(t)
		page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
		page.tell(train.Run{Steps: 3})
		before := lastSnapshot(t, page.work())
		session := page.session
		f, ok := faultIn(page.tell(c.m))
		if !ok || f.Code != c.code || f.Fatal || f.Text == "" {
			t.Errorf("%s: got %+v, want code %s", c.name, f, c.code)
		}
		if p, ok := c.m.(train.Predict); ok && f.ID != p.ID {
			t.Errorf("%s: answered with ID %d, want %d", c.name, f.ID, p.ID)
		}
		page.tell(train.Pause{})
		if after := lastSnapshot(t, page.sent); page.session != session || after.Step != before.Step || after.LearningRate != before.LearningRate || after.Run != before.Run {
			t.Errorf("%s: the run changed from %+v to %+v", c.name, before, after)
		}
	}
}

func TestNothingIsDoneBeforeThereIsARun(t *testing.T) {
	for _, m := range []train.Message{train.Run{}, train.RunEpoch{}, train.Pause{}, train.Reset{}, train.SetLearningRate{Rate: 0.1}, train.Watch{}, train.Predict{ID: 4, C: 1, H: 1, W: 1, Pixels: []float32{1}}} {
		page := newPage(t)
		if f, ok := faultIn(page.tell(m)); !ok || f.Code != string(train.CodeNoRun) || page.Work() {
			t.Errorf("%T: got %+v, want %s", m, f, train.CodeNoRun)
		}
	}
	page := newPage(t)
	page.sent = nil
	page.Receive([]byte{})
	if f, ok := faultIn(page.sent); !ok || f.Code != string(train.CodeMessage) {
		t.Errorf("empty message: got %+v", f)
	}
}

func TestPredictAndWatchShowTheNetAtWork(t *testing.T) {
	page := newPage(t)
	cfg := tiny(train.DigitsGrey)
	cfg.Net, _ = nn.ParseSpec("32x32x1 conv3f5+relu max4 drop0.5 dense12+tanh dense10")
	page.tell(train.Configure{Config: cfg})
	sent := page.tell(train.Predict{ID: 6, C: 1, H: 28, W: 28, Pixels: make([]float32, 28*28)})
	p, ok := sent[0].(train.Prediction)
	if sum := sumOf(p.Probs); !ok || p.ID != 6 || len(p.Probs) != 10 || sum < 0.999 || sum > 1.001 {
		t.Fatalf("got %+v, want ten probabilities for request 6", sent[0])
	}
	s := lastSnapshot(t, page.tell(train.Watch{Sample: 1003, Test: true, Maps: true}))
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
	model.Init(cfg.Init, train.InitSeed(cfg.Seed))
	model.Forward(nn.Tensor{Shape: [4]int{1, 1, 32, 32}, Data: pixels}, false)
	if !slices.Equal(s.Maps[0].Data, model.Output(0).Data) {
		t.Error("CONV1's maps are not what the layer puts out")
	}
	if s = lastSnapshot(t, page.tell(train.Watch{Sample: 5})); s.Sample.Test || len(s.Maps) != 0 {
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
	page := newPage(t)
	cfg := tiny(train.DigitsGrey)
	cfg.Optimizer = nn.DefaultOptimizer(nn.SGD)
	cfg.Optimizer.LearningRate = 1000
	page.tell(train.Configure{Config: cfg})
	page.tell(train.Run{})
	sent := page.work()
	f, ok := faultIn(sent)
	if !ok || f.Code != string(train.CodeDiverged) || f.Fatal || len(f.Args) != 3 {
		t.Fatalf("got %+v, want %s", f, train.CodeDiverged)
	}
	if s := lastSnapshot(t, sent); s.State != train.Failed {
		t.Errorf("state %v", s.State)
	}
	if f, ok := faultIn(page.tell(train.Run{})); !ok || f.Code != string(train.CodeDiverged) || page.Work() {
		t.Errorf("Run after a failure: got %+v", f)
	}
	if s := lastSnapshot(t, page.tell(train.Reset{})); s.State != train.Idle {
		t.Errorf("state %v after Reset", s.State)
	}
}

func TestCoordinatorAnnouncesItselfAndItsEnd(t *testing.T) {
	page := newPage(t)
	page.Hello("portable", "worker-portable.wasm")
	page.Fatal("index out of range")
	if sim, ok := page.sent[0].(train.Hello); !ok || sim.Version != train.MessageVersion || sim.Accelerator != "portable" {
		t.Errorf("got %+v", page.sent[0])
	}
	if f, ok := page.sent[1].(train.Fault); !ok || !f.Fatal || f.Code != string(train.CodePanic) || f.Args[0] != "index out of range" {
		t.Errorf("got %+v", page.sent[1])
	}
}

func TestTimeLeftFollowsTheRate(t *testing.T) {
	page := newPage(t)
	cfg := tiny(train.DigitsGrey)
	cfg.Epochs = 4
	s := lastSnapshot(t, page.tell(train.Configure{Config: cfg}))
	if s.EpochSecondsLeft != -1 || s.RunSecondsLeft != -1 {
		t.Errorf("%v and %v seconds left before the start, want -1: unknown", s.EpochSecondsLeft, s.RunSecondsLeft)
	}
	begun := page.now
	page.tell(train.Run{Steps: 6})
	s = lastSnapshot(t, page.work())
	took := (page.now - begun).Seconds()
	// Half an epoch of 6,000 is done: as much again, and three epochs more.
	if s.EpochSecondsLeft < took*0.7 || s.EpochSecondsLeft > took*1.3 {
		t.Errorf("%.3f s left of the epoch, its first half took %.3f", s.EpochSecondsLeft, took)
	}
	if want := 7 * s.EpochSecondsLeft; s.RunSecondsLeft < want*0.99 || s.RunSecondsLeft > want*1.01 {
		t.Errorf("%.3f s left of the run, want %.3f", s.RunSecondsLeft, want)
	}
}
