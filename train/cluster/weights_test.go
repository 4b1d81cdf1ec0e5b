package cluster

import (
	"math"
	"slices"
	"testing"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// weightsOf asks a coordinator for the run's weights.
func (page *fakePage) weightsOf() train.Weights {
	page.t.Helper()
	sent := page.tell(train.GetWeights{ID: 11})
	if len(sent) != 1 {
		page.t.Fatalf("GetWeights is answered by %d messages", len(sent))
	}
	w, ok := sent[0].(train.Weights)
	if !ok || w.ID != 11 {
		page.t.Fatalf("GetWeights is answered by %+v", sent[0])
	}
	return w
}

func TestWeightsOfARunAreThoseItHas(t *testing.T) {
	page := newPage(t)
	if f, ok := faultIn(page.tell(train.GetWeights{ID: 3})); !ok || f.Code != string(train.CodeNoRun) || f.ID != 3 {
		t.Errorf("before a run: %+v", f)
	}
	cfg := tiny(train.DigitsGrey)
	page.tell(train.Configure{Config: cfg})
	w := page.weightsOf()
	if w.Net != cfg.Net.String() || w.Step != 0 || w.Seen != 0 || !slices.Equal(w.Params, page.session.Weights().Params) {
		t.Errorf("at step 0: net %s, step %d, %d seen", w.Net, w.Step, w.Seen)
	}
	// With the seed, the same weights are drawn without a run.
	m, _ := nn.New(cfg.Net, 1)
	m.Init(cfg.Init, train.InitSeed(cfg.Seed))
	if !slices.Equal(w.Params, m.Params()) {
		t.Error("InitSeed gives other first weights than the run has")
	}
	page.tell(train.Run{Steps: 2})
	page.work()
	later := page.weightsOf()
	if later.Step != 2 || later.Seen != 1000 || slices.Equal(later.Params, w.Params) {
		t.Errorf("after a run of 2: step %d, %d seen", later.Step, later.Seen)
	}
}

func TestRunBeginsFromGivenWeights(t *testing.T) {
	page := newPage(t)
	if f, ok := faultIn(page.tell(train.SetWeights{ID: 3, Params: []float32{1}})); !ok || f.Code != string(train.CodeNoRun) || f.ID != 3 {
		t.Errorf("before a run: %+v", f)
	}
	cfg := tiny(train.DigitsGrey)
	page.tell(train.Configure{Config: cfg})
	page.tell(train.Run{Steps: 3})
	page.work()
	learnt, drawn := page.weightsOf().Params, page.session.Checkpoint().Run
	s := lastSnapshot(t, page.tell(train.SetWeights{ID: 4, Params: learnt}))
	if s.State != train.Idle || s.Step != 0 || s.Run != drawn+1 || s.Fingerprint != train.Fingerprint(learnt) {
		t.Errorf("%v at step %d of run %d", s.State, s.Step, s.Run)
	}
	// From equal weights the run goes the same way.
	var after [2][]float32
	for i := range after {
		page.tell(train.SetWeights{ID: 5, Params: learnt})
		page.tell(train.Run{Steps: 2})
		page.work()
		after[i] = page.weightsOf().Params
	}
	if !slices.Equal(after[0], after[1]) || slices.Equal(after[0], learnt) {
		t.Error("two runs from the same weights differ, or none has begun")
	}
	// What is refused changes nothing.
	before := page.weightsOf()
	bad := slices.Clone(learnt)
	bad[7] = float32(math.Inf(1))
	for _, c := range []struct {
		params []float32
		code   train.Code
	}{{learnt[1:], train.CodeWeights}, {bad, train.CodeNoNumber}} {
		sent := page.tell(train.SetWeights{ID: 6, Params: c.params})
		if f, ok := faultIn(sent); !ok || f.Code != string(c.code) || f.ID != 6 || len(sent) != 1 {
			t.Errorf("got %+v, want %s", sent, c.code)
		}
	}
	if now := page.weightsOf(); now.Step != before.Step || !slices.Equal(now.Params, before.Params) {
		t.Error("a refusal has changed the run")
	}
	// Reset draws from the seed again.
	page.tell(train.Reset{})
	m, _ := nn.New(cfg.Net, 1)
	m.Init(cfg.Init, train.InitSeed(cfg.Seed))
	if !slices.Equal(page.weightsOf().Params, m.Params()) {
		t.Error("Reset did not bring the seed's weights back")
	}
}

// sweepOf returns a Sweep with weights that were trained on two minibatches.
func sweepOf(t *testing.T) train.Sweep {
	page := newPage(t)
	page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	page.tell(train.Run{Steps: 2})
	page.work()
	w := page.weightsOf()
	return train.Sweep{ID: 21, Net: w.Net, Params: w.Params, Dataset: train.DigitsGrey, Seed: 9, Samples: 30, Shifts: []train.Shift{{X: 0, Y: 0}, {X: 3, Y: -2}, {X: -40, Y: 0}}}
}

// results returns the results among messages.
func results(t *testing.T, sent []train.Message) (list []train.SweepResult) {
	t.Helper()
	for _, m := range sent {
		if r, ok := m.(train.SweepResult); ok {
			list = append(list, r)
		}
	}
	return list
}

func TestSweepCountsRightAnswersOnShiftedSamples(t *testing.T) {
	m := sweepOf(t)
	page := newPage(t)
	if sent := page.tell(m); len(sent) != 0 {
		t.Fatalf("a sweep is answered before any work: %+v", sent)
	}
	got := results(t, page.work())
	if len(got) != len(m.Shifts) {
		t.Fatalf("%d results for %d shifts", len(got), len(m.Shifts))
	}
	// The same, sample by sample.
	net, _ := nn.ParseSpec(m.Net)
	model, _ := nn.New(net, 1)
	copy(model.Params(), m.Params)
	source := data.NewDigits(m.Seed, false)
	x, moved := make([]float32, 1024), make([]float32, 1024)
	class := func(x []float32) int {
		return largest(model.Forward(nn.Tensor{Shape: [4]int{1, 1, 32, 32}, Data: x}, false).Data)
	}
	for i, by := range m.Shifts {
		want := train.SweepResult{ID: m.ID, Index: i, Shift: by, Total: m.Samples, Finished: i == len(m.Shifts)-1}
		for j := range m.Samples {
			label := source.TestSample(j*source.Info().Test/m.Samples, x)
			data.Shift(moved, x, 1, 32, 32, by.X, by.Y)
			told := "0"
			if class(moved) == label {
				told = "1"
				want.Correct++
			}
			want.Right += told
			if class(moved) == class(x) {
				want.Kept++
			}
		}
		if got[i] != want {
			t.Errorf("got  %+v\nwant %+v", got[i], want)
		}
	}
	if got[0].Kept != m.Samples {
		t.Errorf("unshifted, %d of %d keep their class", got[0].Kept, m.Samples)
	}
}

func TestSweepTakesTheRunsOwnWeightsWhereItBringsNone(t *testing.T) {
	m := sweepOf(t)
	page := newPage(t)
	none := m
	none.Net, none.Params = "", nil
	if f, ok := faultIn(page.tell(none)); !ok || f.ID != m.ID || f.Code != string(train.CodeNoRun) {
		t.Errorf("without a run: %+v", f)
	}
	page.tell(train.Configure{Config: tiny(train.DigitsGrey)})
	page.tell(train.SetWeights{Params: m.Params})
	page.tell(none)
	got := results(t, page.work())
	page.tell(m)
	if want := results(t, page.work()); !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestImpossibleSweepsAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*train.Sweep)
		code   string
	}{
		"a net in no known words":  {func(m *train.Sweep) { m.Net = "magic" }, string(nn.CodeSyntax)},
		"a net that does not fit":  {func(m *train.Sweep) { m.Net = "32x32x1 conv3f40 dense10" }, string(nn.CodeWindowFit)},
		"a net too large":          {func(m *train.Sweep) { m.Net = "32x32x1 dense4096 dense10" }, string(train.CodeManyParams)},
		"weights of another net":   {func(m *train.Sweep) { m.Params = m.Params[1:] }, string(train.CodeWeights)},
		"a weight that is none":    {func(m *train.Sweep) { m.Params[0] = float32(math.NaN()) }, string(train.CodeNoNumber)},
		"files that never came":    {func(m *train.Sweep) { m.Dataset = train.Files }, string(train.CodeNoFiles)},
		"digits that do not fit":   {func(m *train.Sweep) { m.Net, m.Params = "4x4x1 dense10", make([]float32, 170) }, string(data.CodeAdaptSize)},
		"a net of too few classes": {func(m *train.Sweep) { m.Net, m.Params = "32x32x1 max4 dense2", make([]float32, 130) }, string(train.CodeClasses)},
	} {
		m := sweepOf(t)
		c.change(&m)
		page := newPage(t)
		if f, ok := faultIn(page.tell(m)); !ok || f.ID != m.ID || f.Code != c.code {
			t.Errorf("%s: got %+v, want %s", name, f, c.code)
		}
		if page.Work() {
			t.Errorf("%s: there is work all the same", name)
		}
	}
}

// A running run waits for a sweep, and goes on afterwards as if there had been none. The
// coordinator answers in the meantime.
func TestSweepLeavesNoTraceInARun(t *testing.T) {
	m := sweepOf(t)
	plain, page := newPage(t), newPage(t)
	for _, p := range []*fakePage{plain, page} {
		p.tell(train.Configure{Config: tiny(train.DigitsGrey)})
		p.tell(train.Run{Steps: 4})
	}
	plain.work()
	page.Work()
	page.tell(m)
	page.tell(m)
	before := page.now
	page.Work()
	if took := page.now - before; took > sliceTime+10*page.tick {
		t.Errorf("a slice of a sweep took %v", took)
	}
	first := len(results(t, page.sent))
	if s := lastSnapshot(t, page.tell(train.Watch{})); s.State != train.Running {
		t.Errorf("the run is %v while a sweep is on", s.State)
	}
	if got := first + len(results(t, page.work())); got != 2*len(m.Shifts) {
		t.Errorf("%d results of two sweeps", got)
	}
	if a, b := page.weightsOf(), plain.weightsOf(); a.Step != b.Step || !slices.Equal(a.Params, b.Params) {
		t.Errorf("the run with a sweep in it stands at step %d, the one without at %d, or they differ", a.Step, b.Step)
	}
}

func TestStoppedSweepsSaySo(t *testing.T) {
	m := sweepOf(t)
	page := newPage(t)
	page.tell(m)
	other := m
	other.ID = 22
	page.tell(other)
	got := results(t, page.tell(train.StopSweeps{}))
	if len(got) != 2 || got[0].ID != 21 || got[1].ID != 22 || !got[0].Finished || !got[1].Finished || got[0].Total != 0 {
		t.Errorf("got %+v", got)
	}
	if page.Work() || len(page.tell(train.StopSweeps{})) != 0 {
		t.Error("there is still something to stop")
	}
}
