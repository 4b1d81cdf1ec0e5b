package train

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"slices"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

// office is a desk with a clock that moves by tick at each look, and all that it
// has sent.
type office struct {
	*Desk
	t    testing.TB
	now  time.Duration
	tick time.Duration
	sent []Message
	when []time.Duration
}

func newOffice(t testing.TB) *office {
	o := &office{t: t, tick: time.Millisecond}
	o.Desk = NewDesk(
		func() time.Duration { o.now += o.tick; return o.now },
		func(b []byte) {
			m, err := Decode(bytes.Clone(b))
			if err != nil {
				t.Fatalf("the desk sent what cannot be read: %v", err)
			}
			o.sent = append(o.sent, m)
			o.when = append(o.when, o.now)
		},
	)
	return o
}

// tell hands the desk a message and returns what it answered at once.
func (o *office) tell(m Message) []Message {
	o.t.Helper()
	o.sent, o.when = nil, nil
	o.Receive(m.Append(nil))
	return o.sent
}

// work lets the desk go on until it has nothing to do.
func (o *office) work() []Message {
	o.t.Helper()
	o.sent, o.when = nil, nil
	for i := 0; o.Work(); i++ {
		if i > 1_000_000 {
			o.t.Fatal("the desk never ends")
		}
	}
	return o.sent
}

// faultIn gives the first Fault of messages.
func faultIn(messages []Message) (Fault, bool) {
	for _, m := range messages {
		if f, ok := m.(Fault); ok {
			return f, true
		}
	}
	return Fault{}, false
}

func lastSnapshot(t testing.TB, messages []Message) Snapshot {
	t.Helper()
	for _, m := range slices.Backward(messages) {
		if s, ok := m.(Snapshot); ok {
			return s
		}
	}
	t.Fatalf("no snapshot among %d messages", len(messages))
	return Snapshot{}
}

// idx makes an images file and its labels file of n samples, h by w.
func idx(n, h, w, classes int) []data.File {
	images := binary.BigEndian.AppendUint32(nil, 0x803)
	for _, v := range []int{n, h, w} {
		images = binary.BigEndian.AppendUint32(images, uint32(v))
	}
	labels := binary.BigEndian.AppendUint32(nil, 0x801)
	labels = binary.BigEndian.AppendUint32(labels, uint32(n))
	for i := range n {
		label := i % classes
		labels = append(labels, byte(label))
		for p := range h * w {
			v := byte(mix(uint64(i), uint64(p)) % 100)
			if p/w%classes == label {
				v += 150
			}
			images = append(images, v)
		}
	}
	return []data.File{{Name: "images", Data: images}, {Name: "labels", Data: labels}}
}

func zipped(files []data.File) []data.File {
	for i, f := range files {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(f.Data)
		z.Close()
		files[i].Data = b.Bytes()
	}
	return files
}

// tiny reads 32×32 grey digits and has next to no weights.
func tiny(dataset DatasetKind) Config {
	cfg := DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 dense10")
	cfg.Dataset, cfg.Batch, cfg.Epochs = dataset, 500, 1
	return cfg
}

func TestDeskRunsWhatItIsTold(t *testing.T) {
	o := newOffice(t)
	sent := o.tell(Configure{tiny(DigitsGrey)})
	if len(sent) != 2 {
		t.Fatalf("Configure answered with %d messages, want a Dataset and a Snapshot", len(sent))
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

func TestFilesAreReadAndTrainedOn(t *testing.T) {
	for _, files := range [][]data.File{idx(60, 28, 28, 10), zipped(idx(60, 28, 28, 10))} {
		o := newOffice(t)
		o.tell(Configure{tiny(DigitsGrey)})
		if s := lastSnapshot(t, o.tell(LoadFiles{ID: 7, Files: files})); s.State != Loading {
			t.Errorf("state %v while files are read", s.State)
		}
		sent := o.work()
		var dataset Dataset
		for _, m := range sent {
			if d, ok := m.(Dataset); ok {
				dataset = d
			}
		}
		if dataset.ID != 7 || dataset.Kind != Files || dataset.Info.Train+dataset.Info.Test != 60 {
			t.Fatalf("got %+v among %d messages", dataset, len(sent))
		}
		if s := lastSnapshot(t, sent); s.Run != 1 || s.State != Idle {
			t.Errorf("run %d, %v: the run on digits should stand", s.Run, s.State)
		}
		cfg := tiny(Files)
		cfg.Batch = 10
		if s := lastSnapshot(t, o.tell(Configure{cfg})); s.Run != 2 || s.StepsPerEpoch != 5 {
			t.Errorf("run %d of %d steps an epoch, want 2 of 5", s.Run, s.StepsPerEpoch)
		}
		o.tell(Run{})
		if s := lastSnapshot(t, o.work()); s.Epoch != 1 || s.Tested != 10 {
			t.Errorf("epoch %d, %d tested", s.Epoch, s.Tested)
		}
		// New files while a run is on files begin a new run.
		o.tell(LoadFiles{ID: 8, Files: idx(30, 20, 20, 3)})
		if s := lastSnapshot(t, o.work()); s.Run != 3 || s.Step != 0 || s.StepsPerEpoch != 3 {
			t.Errorf("run %d at step %d of %d, want a new one of 3", s.Run, s.Step, s.StepsPerEpoch)
		}
	}
}

func TestFilesThatAreRefusedChangeNothing(t *testing.T) {
	good := idx(30, 20, 20, 3)
	cut := idx(30, 20, 20, 3)
	cut[0].Data = cut[0].Data[:len(cut[0].Data)-1]
	zip := zipped(idx(30, 20, 20, 3))
	zip[0].Data = zip[0].Data[:len(zip[0].Data)/2]
	mixed := []data.File{idx(30, 20, 20, 3)[0], idx(31, 20, 20, 3)[1]}
	cases := []struct {
		name  string
		files []data.File
		code  string
	}{
		{"none", nil, string(data.CodeNoFiles)},
		{"no IDX", []data.File{{Name: "x", Data: []byte("hello world")}}, string(data.CodeNotIDX)},
		{"cut short", cut, string(data.CodeTruncated)},
		{"gzip cut short", zip, string(data.CodeTruncated)},
		{"of two datasets", mixed, string(data.CodeCount)},
		{"larger than the net's input", idx(30, 40, 40, 3), string(data.CodeAdaptSize)},
		{"more classes than outputs", idx(30, 20, 20, 12), string(CodeClasses)},
	}
	for _, c := range cases {
		o := newOffice(t)
		o.tell(LoadFiles{ID: 1, Files: good})
		o.work()
		cfg := tiny(Files)
		cfg.Batch, cfg.Epochs = 4, 0
		o.tell(Configure{cfg})
		o.tell(Run{})
		o.Work()
		session, files := o.session, o.files
		o.tell(LoadFiles{ID: 9, Files: c.files})
		o.sent = nil
		for o.reading != nil {
			o.Work()
		}
		f, ok := faultIn(o.sent)
		if !ok || f.ID != 9 || f.Code != c.code {
			t.Errorf("%s: got %+v, want code %s for request 9", c.name, f, c.code)
		}
		if o.session != session || o.files != files || !o.Work() {
			t.Errorf("%s: the run was touched, or stands still", c.name)
		}
	}
}

func TestFilesAreReadInSlices(t *testing.T) {
	o := newOffice(t)
	o.tell(Configure{tiny(DigitsGrey)})
	files := idx(3000, 28, 28, 10)
	for i := range files[0].Data[16:] {
		files[0].Data[16+i] = byte(mix(uint64(i))) // noise does not compress: many reads
	}
	sent := o.tell(LoadFiles{ID: 1, Files: zipped(files)})
	o.tick = 3 * time.Millisecond
	slices := 0
	for o.reading != nil {
		before := o.now
		o.Work()
		if took := o.now - before; took > sliceTime+4*o.tick {
			t.Fatalf("a slice of reading took %v", took)
		}
		slices++
		if slices == 2 { // the desk answers between
			sent := o.tell(Predict{ID: 3, C: 1, H: 1, W: 1, Pixels: []float32{1}})
			if p, ok := sent[0].(Prediction); !ok || p.ID != 3 {
				t.Errorf("got %+v while reading", sent)
			}
			if f, ok := faultIn(o.tell(LoadFiles{ID: 2})); !ok || f.Code != string(CodeBusy) || f.ID != 2 {
				t.Errorf("a second LoadFiles: got %+v, want %s", f, CodeBusy)
			}
		}
		sent = append(sent, o.sent...)
		o.sent = nil
	}
	progress := 0
	for _, m := range sent {
		if p, ok := m.(Progress); ok && p.ID == 1 && p.Done <= p.Total && p.Total > 2_000_000 {
			progress++
		}
	}
	if slices < 4 || progress < 1 {
		t.Errorf("%d slices, %d reports of progress", slices, progress)
	}
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
