package trainer

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
	"stridelab/train/cluster"
)

// browser has a supervisor and the worker that it has started: a cluster.Coordinator, without
// the threads and the JavaScript between them.
type browser struct {
	*supervisor
	t           testing.TB
	now         time.Duration
	coordinator *cluster.Coordinator // nil: dead, or not started
	inbox       [][]byte             // of the coordinator
	outbox      [][]byte             // what the coordinator has sent
	started     int
	broken      bool // workers cannot be started any more
	slow        bool // the worker says nothing, though it lives

	got     []train.Message
	losses  []train.Point
	tests   []train.Point
	last    train.Snapshot
	goesOn  []int // steps from which other workers went on
	reasons []Reason
}

func open(t testing.TB) *browser {
	b := &browser{t: t}
	b.supervisor = &supervisor{
		start:     func() bool { b.startWorker(); return true },
		post:      func(m []byte) { b.inbox = append(b.inbox, bytes.Clone(m)) },
		receive:   b.hear,
		restarted: func(step int) { b.goesOn = append(b.goesOn, step) },
		lost:      func(why Reason) { b.reasons = append(b.reasons, why) },
		release:   func() { b.coordinator = nil },
	}
	b.begin()
	return b
}

func (b *browser) startWorker() {
	b.started++
	b.coordinator, b.inbox, b.outbox = nil, nil, nil
	if b.broken {
		return
	}
	b.coordinator = cluster.NewCoordinator(
		func() time.Duration { b.now += time.Millisecond; return b.now },
		func(m []byte) { b.outbox = append(b.outbox, bytes.Clone(m)) },
		nil,
	)
	b.coordinator.Hello("portable", "test")
}

func (b *browser) kill() { b.coordinator, b.inbox, b.outbox = nil, nil, nil }

// hear does with messages what a page does: it leaves out points that it has already.
func (b *browser) hear(m train.Message) {
	b.got = append(b.got, m)
	s, ok := m.(train.Snapshot)
	if !ok {
		return
	}
	if s.Run != b.last.Run {
		b.losses, b.tests = nil, nil
	}
	b.last = s
	add := func(points *[]train.Point, more []train.Point) {
		for _, p := range more {
			if n := len(*points); n == 0 || p.Step > (*points)[n-1].Step {
				*points = append(*points, p)
			}
		}
	}
	add(&b.losses, s.LossPoints)
	add(&b.tests, s.TestPoints)
}

// turn delivers one message to the page, and one to the worker or lets it work.
func (b *browser) turn() {
	if len(b.outbox) > 0 && !b.slow {
		m := b.outbox[0]
		b.outbox = b.outbox[1:]
		b.take(m)
	}
	if b.coordinator == nil {
		return
	}
	if len(b.inbox) > 0 {
		m := b.inbox[0]
		b.inbox = b.inbox[1:]
		b.coordinator.Receive(m)
		return
	}
	b.coordinator.Work()
}

// until takes turns until done reports true, with a tick now and then.
func (b *browser) until(what string, done func() bool) {
	b.t.Helper()
	for i := 0; !done(); i++ {
		b.turn()
		if i%20 == 19 {
			b.tick()
		}
		if i > 200_000 {
			b.t.Fatalf("never %s: %v at step %d, %d workers started, lost %v, last message a %T %v", what, b.last.State, b.last.Step, b.started, b.reasons, b.got[len(b.got)-1], b.faults())
		}
	}
}

// faults returns the sentences of the faults that the page was told.
func (b *browser) faults() (texts []string) {
	for _, m := range b.got {
		if f, ok := m.(train.Fault); ok {
			texts = append(texts, f.Text)
		}
	}
	return texts
}

func (b *browser) untilState(s train.State) {
	b.t.Helper()
	b.until(s.String(), func() bool { return b.last.State == s && b.last.Run > 0 })
}

func small(seed uint64) train.Config {
	cfg := train.DefaultConfig()
	cfg.Net, _ = nn.ParseSpec("32x32x1 max4 drop0.2 dense12+relu dense10")
	cfg.Optimizer = nn.DefaultOptimizer(nn.Adam)
	cfg.Dataset, cfg.Batch, cfg.Seed, cfg.Epochs = train.DigitsGrey, 70, seed, 0
	return cfg
}

// idx returns a dataset of n images as files.
func idx(n int) []data.File {
	images, labels := []byte{0, 0, 8, 3, 0, 0, 0, byte(n), 0, 0, 0, 32, 0, 0, 0, 32}, []byte{0, 0, 8, 1, 0, 0, 0, byte(n)}
	for i := range n {
		for j := range 32 * 32 {
			images = append(images, byte(i*j))
		}
		labels = append(labels, byte(i%10))
	}
	return []data.File{{Name: "images", Data: images}, {Name: "labels", Data: labels}}
}

// lesson does what a learner does in a visit, and calls deaths in between. It returns what the
// page shows at the end.
func lesson(t *testing.T, deaths func(*browser)) *browser {
	b := open(t)
	do := func(m train.Message) { b.send(m); deaths(b) }
	b.sendFiles(3, func() {
		b.posted++
		b.post(train.LoadFiles{ID: 3, Files: idx(200)}.Append(nil))
	})
	do(train.Configure{Config: small(7)})
	do(train.Watch{Sample: 3, Test: true})
	do(train.Run{Steps: 1})
	b.until("one step", func() bool { return b.last.State == train.Paused && b.last.Step == 1 })
	do(train.Run{})
	for _, step := range []int{20, 40, 60} {
		b.until("further", func() bool { deaths(b); return b.last.Step >= step })
	}
	do(train.Pause{})
	b.untilState(train.Paused)
	cfg := small(8)
	cfg.Dataset = train.Files
	do(train.Configure{Config: cfg})
	b.until("another run", func() bool { return b.last.Run == 2 })
	do(train.Run{Steps: 25})
	b.until("paused", func() bool { deaths(b); return b.last.State == train.Paused && b.last.Step == 25 })
	// Other files are read meanwhile: the run stays on its own.
	b.sendFiles(5, func() {
		b.posted++
		b.post(train.LoadFiles{ID: 5, Files: idx(120)}.Append(nil))
	})
	b.until("other files", func() bool { return b.files.id == 5 })
	do(train.Run{Steps: 25})
	b.until("paused again", func() bool { deaths(b); return b.last.State == train.Paused && b.last.Step == 50 })
	do(train.GetWeights{ID: 4})
	b.until("weights", func() bool {
		_, ok := b.got[len(b.got)-1].(train.Weights)
		return ok
	})
	return b
}

func TestWhatIsDoneSurvivesDeathsAnywhere(t *testing.T) {
	want := lesson(t, func(*browser) {})
	if want.started != 1 {
		t.Fatalf("%d workers were started though none died", want.started)
	}
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 2))
		dead := 0
		got := lesson(t, func(b *browser) {
			if b.greeted && b.phase == working && b.coordinator != nil && b.supervisor.losses < 2 && rng.IntN(40) == 0 {
				dead++
				b.kill()
			}
		})
		if len(got.goesOn) == 0 || len(got.reasons) > 0 || got.started != dead+1 {
			t.Errorf("seed %d: %d deaths, %d workers started, gone on from steps %v, lost %v", seed, dead, got.started, got.goesOn, got.reasons)
		}
		if got.last.Fingerprint != want.last.Fingerprint || got.last.Run != want.last.Run {
			t.Errorf("seed %d: run %d ended with weights %016x, want run %d with %016x", seed, got.last.Run, got.last.Fingerprint, want.last.Run, want.last.Fingerprint)
		}
		if !slices.Equal(got.losses, want.losses) || !slices.Equal(got.tests, want.tests) {
			t.Errorf("seed %d: other curves than without deaths", seed)
		}
		for _, m := range got.got {
			if f, ok := m.(train.Fault); ok {
				t.Errorf("seed %d: fault %+v", seed, f)
			}
		}
	}
}

func TestSweepGoesOnWithoutAnswersTwice(t *testing.T) {
	b := open(t)
	b.send(train.Configure{Config: small(1)})
	sweep := train.Sweep{ID: 9, Dataset: train.DigitsGrey, Samples: 50}
	for x := range 40 {
		sweep.Shifts = append(sweep.Shifts, train.Shift{X: x - 20})
	}
	b.send(sweep)
	var results []train.SweepResult
	died := 0
	b.until("finished", func() bool {
		results = results[:0]
		for _, m := range b.got {
			if r, ok := m.(train.SweepResult); ok {
				results = append(results, r)
			}
		}
		if n := len(results); n == 10*(died+1) && died < 3 && b.coordinator != nil && b.phase == working {
			died++
			b.kill()
		}
		return len(results) > 0 && results[len(results)-1].Finished
	})
	for i, r := range results {
		if r.Index != i || r.Total != 50 {
			t.Errorf("result %d is of shift %d", i, r.Index)
		}
	}
	if len(results) != 40 || len(b.goesOn) != 3 || len(b.log) != 0 {
		t.Errorf("%d results for 40 shifts, gone on %d times, %d messages kept", len(results), len(b.goesOn), len(b.log))
	}
}

// The end of a worker is noticed within two seconds. Each loss by silence doubles the patience,
// until none has come for a while.
func TestPatienceGrowsAndComesBack(t *testing.T) {
	b := open(t)
	b.send(train.Configure{Config: small(1)})
	b.untilState(train.Idle)
	b.send(train.Run{})
	silence := func() (ticks int) {
		b.slow = true
		b.heard = false
		for started := b.started; b.started == started; ticks++ {
			b.tick()
		}
		b.slow = false
		step := b.last.Step
		b.until("further", func() bool { return b.phase == working && b.last.Step > step+40 })
		return ticks
	}
	if got := silence(); time.Duration(got+1)*tickTime > 2*time.Second {
		t.Errorf("silence is noticed after %d ticks of %v", got, tickTime)
	}
	if first, second := silence(), silence(); first < 2*silentTicks || second < 4*silentTicks {
		t.Errorf("another time after %d, then after %d ticks", first, second)
	}
	for range calmTicks {
		b.turn()
		b.heard = true
		b.tick()
	}
	if got := silence(); got > silentTicks+1 {
		t.Errorf("after a while without losses silence is noticed after %d ticks", got)
	}
	if len(b.reasons) > 0 {
		t.Errorf("lost: %v", b.reasons)
	}
}

func TestWorkersThatDieAgainAndAgainAreGivenUp(t *testing.T) {
	b := open(t)
	b.send(train.Configure{Config: small(1)})
	b.untilState(train.Idle)
	b.send(train.Run{Steps: 5})
	b.untilState(train.Paused)
	b.broken = true
	b.kill()
	for range 10_000 {
		b.tick()
	}
	if !slices.Equal(b.reasons, []Reason{Lost}) || b.started != 1+maxLosses {
		t.Errorf("lost for %v after %d workers", b.reasons, b.started)
	}
	b.send(train.Run{}) // does nothing
}

func TestWorkerThatCannotBeLoadedIsNotTriedAgain(t *testing.T) {
	b := open(t)
	b.broken = true
	b.died(Load, nil)
	b.died(Load, nil)
	if !slices.Equal(b.reasons, []Reason{Load}) || b.started != 1 {
		t.Errorf("lost for %v after %d workers", b.reasons, b.started)
	}
}

// A worker that ends with a fault is replaced. When that happens again and again, the page gets
// the fault.
func TestLastWordIsHandedOnWhenNothingHelps(t *testing.T) {
	b := open(t)
	b.send(train.Configure{Config: small(1)})
	b.untilState(train.Idle)
	fatal := train.Fault{Code: "train-panic", Text: "out of memory", Fatal: true}
	for i := range maxLosses + 1 {
		b.until("there", func() bool { return b.phase == working })
		b.take(fatal.Append(nil))
		if got := fmt.Sprint(b.got[len(b.got)-1]) == fmt.Sprint(fatal); got != (i == maxLosses) {
			t.Errorf("end %d: handed on %v", i, got)
		}
	}
	if !b.over || len(b.reasons) > 0 {
		t.Errorf("over %v, lost %v", b.over, b.reasons)
	}
}

func TestFilesThatCannotBeBroughtAgainEndIt(t *testing.T) {
	b := open(t)
	times := 0
	b.sendFiles(3, func() {
		if times++; times > 1 {
			b.end(Lost, nil)
			return
		}
		b.posted++
		b.post(train.LoadFiles{ID: 3, Files: idx(100)}.Append(nil))
	})
	b.until("read", func() bool { return b.files != nil })
	b.kill()
	b.until("given up", func() bool { return b.over })
	if !slices.Equal(b.reasons, []Reason{Lost}) || times != 2 {
		t.Errorf("lost for %v, files brought %d times", b.reasons, times)
	}
}

func TestOnlyWhatMayBeOfUseIsKept(t *testing.T) {
	b := open(t)
	b.send(train.Configure{Config: small(1)})
	for i := range 50 {
		b.send(train.Watch{Sample: i})
		b.send(train.SetWorkers{N: 1 + i%2})
		b.send(train.Predict{ID: i + 1, C: 1, H: 1, W: 1, Pixels: []float32{1}})
	}
	if n := len(b.log); n != 4 {
		t.Errorf("%d messages are kept, want 4", n)
	}
	bad := small(1)
	bad.Batch = 0
	b.send(train.Configure{Config: bad})
	b.until("refused", func() bool {
		if len(b.got) == 0 {
			return false
		}
		_, ok := b.got[len(b.got)-1].(train.Fault)
		return ok
	})
	b.send(train.Run{Steps: 3})
	b.until("paused", func() bool { return b.last.State == train.Paused })
	b.until("a checkpoint", func() bool { return b.step == 3 })
	if n := len(b.log); n != 0 {
		t.Errorf("%d messages are kept when all are answered: %+v", n, b.log[0].message)
	}
}
