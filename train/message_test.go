package train

import (
	"bytes"
	"errors"
	"math"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"stridelab/data"
	"stridelab/nn"
)

// messages returns at least one message of each kind, with every field set.
func messages() []Message {
	cfg := DefaultConfig()
	cfg.Dataset, cfg.Init, cfg.Seed, cfg.Workers = Files, nn.LeCun, math.MaxUint64, 4
	cfg.Optimizer = nn.OptimizerConfig{
		Kind: nn.Adam, LearningRate: 0.001, Momentum: 0.9, Alpha: 0.99, Beta1: 0.8, Beta2: 0.95, Epsilon: 1e-7, WeightDecay: 1e-4,
	}
	return []Message{
		LoadFiles{ID: 3, Files: []data.File{{Name: "a.gz", Data: []byte{1, 2, 3}}, {Name: "다", Data: []byte{4}, Cut: true, Size: 1 << 33}}},
		LoadFiles{ID: 4},
		Configure{cfg},
		Configure{DefaultConfig()},
		Run{}, Run{12},
		RunEpoch{}, Pause{}, Reset{},
		SetLearningRate{0.25},
		Predict{ID: 9, C: 1, H: 2, W: 3, Pixels: []float32{0, 0.25, 0.5, 0.75, 1, 0}, Maps: true},
		Watch{Sample: 17, Test: true, Maps: true, Row: 3, Unit: 15},
		Hello{Version: MessageVersion, Accelerator: "wasm-simd", Program: "worker.wasm"},
		Dataset{ID: 3, Kind: Files, Info: data.Info{
			Name: "idx", C: 1, H: 28, W: 28, Classes: 2, ClassNames: []string{"0", "1"}, Train: 60000, Test: 10000, Endless: true,
			Labels: []int{1, 7}, LeftOut: []string{"README", "다"}, Turned: true, FirstLabel: 1, Black: -0.5, White: 3.5, Look: data.Look{
				Pictures: 1000, Light: true, Wide: true,
				Edge: data.Range{Lo: 18, Mid: 20, Hi: 21}, Area: data.Range{Lo: 30, Mid: 100, Hi: 220}, Border: data.Range{Lo: 40, Mid: 104, Hi: 180},
			},
		}},
		Progress{ID: 3, Done: 1 << 20, Total: 1 << 33},
		fullSnapshot(),
		Snapshot{},
		Prediction{ID: 9, Step: 4, Probs: []float32{0.25, 0.75}},
		Prediction{ID: 10, Probs: []float32{1}, Image: Volume{C: 1, H: 1, W: 2, Data: []float32{0, 1}}, Maps: []Volume{{Name: "FC1", C: 1, H: 1, W: 1, Flat: true, Data: []float32{2}}}},
		SetWorkers{4},
		Prefetch{Generation: math.MaxUint32, From: 12, To: 20, Config: DefaultConfig()},
		Join{
			Generation: math.MaxUint32, Rank: 1, Members: []int{0, 4, 7}, Files: 2, Config: cfg,
			TrainingState: TrainingState{
				Step: 90, Evaluating: true, UpdateStep: 88, LearningRate: 0.125,
				Params: []float32{1, -2}, First: []float32{3, 4}, Second: []float32{5, 6},
			},
		},
		SendCheckpoints{},
		fullCheckpoint(),
		Ping{}, Pong{},
		GetWeights{7}, Weights{ID: 7, Net: "32x32x1 dense10", Step: 4, Seen: 256, Params: []float32{1, -2}},
		SetWeights{ID: 8, Params: []float32{0.5}},
		Sweep{
			ID: 5, Net: "4x4x1 dense2", Params: []float32{1, 2}, Dataset: DigitsGrey, Seed: math.MaxUint64, Samples: 200,
			Shifts: []Shift{{0, 0}, {-10, 3}, {maxShift, -maxShift}},
		},
		SweepResult{ID: 5, Index: 1, Shift: Shift{-1, 2}, Correct: 150, Kept: 160, Total: 200, Finished: true, Right: "101"},
		StopSweeps{},
		Plan{[]nn.LayerPlan{{Layer: 0, Kernel: nn.FusedMaxPool, With: 1}, {Layer: 1, Kernel: nn.FusedMaxPool, With: 0}, {Layer: 2, Kernel: nn.Product, With: -1}}},
		Fault{ID: 3, Code: "data-truncated", Layer: "CONV2", Args: []string{"a.gz", "16"}, Text: "a.gz ends too early.", Fatal: true},
	}
}

func fullCheckpoint() Checkpoint {
	cfg := DefaultConfig()
	cfg.Workers = 3
	return Checkpoint{
		Received: 12,
		TrainingState: TrainingState{
			Step: 90, Evaluating: true, UpdateStep: 88, LearningRate: 0.125,
			Params: []float32{1, -2}, First: []float32{3, 4}, Second: []float32{5, 6},
		},
		Run: 2, Config: cfg, Goal: 20, Running: true, Target: math.MaxInt,
		FailedAt: 92, GoodStep: 89, GoodLoss: 0.5, GoodParams: []float32{7, 8},
		LastLoss: 0.75, TestLoss: 1.5, TestAccuracy: 0.375, Tested: 1000,
		Watch: Watch{Sample: 3, Test: true, Maps: true},
	}
}

func fullSnapshot() Snapshot {
	return Snapshot{
		State: Evaluating, Run: 2, Step: 100, Epoch: 1, StepInEpoch: 6, StepsPerEpoch: 94, Epochs: 10, Seen: 6384,
		SamplesPerSecond: 1234.5, EpochSecondsLeft: 4.5, RunSecondsLeft: -1, LearningRate: 0.01,
		LastLoss: 0.5, TestAccuracy: 0.75, TestLoss: 0.6, Tested: 1000, Evaluated: 8, EvaluateTotal: 1000,
		LossPoints: []Point{{99, 0.6, 0.7}, {100, 0.5, 0.8}},
		TestPoints: []Point{{94, 0.6, 0.75}},
		Filters:    Filters{Out: 2, In: 1, H: 1, W: 2, Data: []float32{1, -1, 0.5, -0.5}},
		Sample: Sample{
			Index: 5, Test: true, Label: 3,
			Image: Volume{C: 1, H: 2, W: 2, Data: []float32{0, 1, 0, 1}},
			Probs: []float32{0.1, 0.9},
		},
		Maps: []Volume{
			{Name: "CONV1", C: 2, H: 1, W: 2, Data: []float32{1, 2, 3, 4}},
			{Name: "FC3", C: 3, H: 1, W: 1, Flat: true, Data: []float32{5, 6, 7}},
		},
		Unit:    Unit{Row: 1, Index: 1, Bias: -0.5, Weights: []float32{0.5, -0.5}},
		Workers: 3, Fingerprint: math.MaxUint64 - 5,
		Times: Times{Compute: 5 * time.Second, Input: time.Second, Ahead: 3, Wait: 4},
	}
}

func TestMessagesSurviveTheWire(t *testing.T) {
	seen := map[kind]bool{}
	for _, m := range messages() {
		seen[m.kind()] = true
		b := m.Append([]byte("before"))
		if !bytes.HasPrefix(b, []byte("before")) {
			t.Fatalf("%T: Append changed what stood before it", m)
		}
		got, err := Decode(b[len("before"):])
		if err != nil {
			t.Errorf("%T: %v", m, err)
			continue
		}
		if !reflect.DeepEqual(got, m) {
			t.Errorf("got  %+v\nwant %+v", got, m)
		}
	}
	// All but gradients and samples, which are no messages.
	if want := int(kinds) - 3; len(seen) != want {
		t.Errorf("%d kinds tried, there are %d", len(seen), want)
	}
}

func TestNumbersThatAreNoneSurviveTheWire(t *testing.T) {
	s := Snapshot{LastLoss: float32(math.NaN()), TestAccuracy: float32(math.Inf(1))}
	got, err := Decode(s.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	snap := got.(Snapshot)
	if !math.IsNaN(float64(snap.LastLoss)) || !math.IsInf(float64(snap.TestAccuracy), 1) {
		t.Errorf("got %v and %v, want NaN and +Inf", snap.LastLoss, snap.TestAccuracy)
	}
}

// A message that is cut short, at any place, or has a byte too many is refused.
func TestMessageOfWrongLengthIsRefused(t *testing.T) {
	for _, m := range messages() {
		b := m.Append(nil)
		for n := range b {
			if got, err := Decode(b[:n]); err == nil {
				t.Errorf("%T cut to %d of %d bytes: got %+v", m, n, len(b), got)
			}
		}
		if got, err := Decode(append(b, 0)); err == nil {
			t.Errorf("%T with a byte too many: got %+v", m, got)
		}
	}
}

func TestImpossibleMessagesAreRefused(t *testing.T) {
	change := func(m Message, at int, v ...byte) []byte {
		b := m.Append(nil)
		copy(b[at:], v)
		return b
	}
	net := func(text string) []byte { // a Configure whose net reads so
		b := Configure{DefaultConfig()}.Append(nil)
		tail := b[2+4+len(DefaultConfig().Net.String()):]
		return append(appendString(bytes.Clone(b[:2]), text), tail...)
	}
	if _, err := Decode(net("32x32x3 dense10")); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name string
		b    []byte
		code Code
	}{
		{"nothing", nil, CodeMessage},
		{"another version", change(Pause{}, 0, MessageVersion+1), CodeVersion},
		{"unknown kind", change(Pause{}, 1, 200), CodeMessage},
		{"kind 0", change(Pause{}, 1, 0), CodeMessage},
		{"negative count", change(Run{}, 2, 0xff, 0xff, 0xff, 0xff), CodeMessage},
		{"a bool of 2", change(Watch{}, 6, 2), CodeMessage},
		{"unknown state", change(Snapshot{}, 2, byte(states)), CodeMessage},
		{"pixels that do not fill the picture", Predict{C: 1, H: 2, W: 2, Pixels: make([]float32, 3)}.Append(nil), CodeMessage},
		{"dims that overflow", Predict{C: 1 << 30, H: 1 << 30, W: 16}.Append(nil), CodeMessage},
		{"a million files in no bytes", change(LoadFiles{}, 6, 0, 0, 16, 0), CodeMessage},
		{"samples that end before they begin", Prefetch{From: 2, To: 1, Config: DefaultConfig()}.Append(nil), CodeMessage},
		{"a group without the worker", change(Join{Rank: 1, Members: []int{0, 1}, Config: DefaultConfig()}, 10, 2), CodeMessage},
		{"a net of nothing", net(""), CodeMessage},
		{"a net in no known words", net("32x32x3 magic"), CodeMessage},
	}
	for _, c := range cases {
		m, err := Decode(c.b)
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: got %+v, %v; want code %s", c.name, m, err, c.code)
		}
	}
}

func TestBrokenStackReachesValidate(t *testing.T) {
	cfg := DefaultConfig()
	cfg.Net.Layers = slices.Clone(cfg.Net.Layers)
	cfg.Net.Layers[2].F = 50
	m, err := Decode(Configure{cfg}.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	var e *nn.StackError
	if err := m.(Configure).Config.Validate(); !errors.As(err, &e) || e.Name != "CONV2" {
		t.Errorf("got %v, want a fault of CONV2", err)
	}
}

func TestHeadAndFilesMakeAMessage(t *testing.T) {
	files := []data.File{{Name: "images", Data: []byte("12345")}, {Name: "labels", Data: []byte("67"), Cut: true}}
	b := AppendLoadFilesHead(nil, 8, []data.File{{Name: "images"}, {Name: "labels", Cut: true}}, []int{5, 2})
	b = append(b, "1234567"...)
	got, err := Decode(b)
	if want := (LoadFiles{ID: 8, Files: files}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
}

// A message takes no more memory than a small multiple of its length, whatever it claims.
func TestDecodeTakesMemoryInProportion(t *testing.T) {
	b := LoadFiles{}.Append(nil)
	b[6], b[7], b[8], b[9] = 0xff, 0xff, 0xff, 0x7f
	if n := testing.AllocsPerRun(5, func() { Decode(b) }); n > 4 {
		t.Errorf("a refused message allocates %v times", n)
	}
	for _, m := range messages() {
		b := m.Append(nil)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range 100 {
			Decode(b)
		}
		runtime.ReadMemStats(&after)
		got, limit := (after.TotalAlloc-before.TotalAlloc)/100, uint64(2000+16*len(b))
		if got > limit {
			t.Errorf("%T of %d bytes takes %d bytes to decode, more than %d", m, len(b), got, limit)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, m := range messages() {
		f.Add(m.Append(nil))
	}
	f.Add([]byte{MessageVersion, byte(kindLoadFiles), 0, 0, 0, 0, 0xff, 0xff, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Decode(b)
		if err != nil {
			var e *Error
			if m != nil || !errors.As(err, &e) || e.Error() == string(e.Code) {
				t.Fatalf("refused with %v, %#v", m, err)
			}
			return
		}
		again := m.Append(nil)
		_, configure := m.(Configure)
		_, join := m.(Join)
		_, prefetch := m.(Prefetch)
		_, checkpoint := m.(Checkpoint)
		// A Config may be read in another form than it is written in.
		if !configure && !join && !prefetch && !checkpoint && !bytes.Equal(again, b) {
			t.Fatalf("%T: read as %+v and written as\n%x, was\n%x", m, m, again, b)
		}
		// A net may be written in several ways; what is written must be the last word.
		m2, err := Decode(again)
		if err != nil {
			t.Fatalf("%T: what was written is refused: %v", m, err)
		}
		if third := m2.Append(nil); !bytes.Equal(third, again) {
			t.Fatalf("%T: written as\n%x, then as\n%x", m, again, third)
		}
	})
}
