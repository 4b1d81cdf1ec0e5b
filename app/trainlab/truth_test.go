package trainlab

import (
	"errors"
	"math"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// exploded returns a store of a run whose loss explodes after step 90, and which then goes back to
// step 90.
func exploded() *Store {
	s := &Store{}
	for i := 1; i <= 120; i++ {
		loss, accuracy := float32(1), float32(0.75)
		if i > 90 {
			loss, accuracy = 500, 0.1
		}
		snap := train.Snapshot{Run: 1, State: train.Running, Step: i, StepsPerEpoch: 100, LossPoints: []train.Point{{Step: i, Loss: loss, Accuracy: accuracy}}}
		if i%20 == 0 {
			snap.TestPoints = []train.Point{{Step: i, Loss: loss, Accuracy: accuracy}}
		}
		s.Apply(snap)
	}
	s.Apply(train.Snapshot{Run: 1, State: train.Failed, Step: 90, StepsPerEpoch: 100, TestAccuracy: 0.1})
	return s
}

func TestCurveOfAnExplosionStays(t *testing.T) {
	s := exploded()
	buckets, recent := s.Loss.Buckets(), s.Recent.AppendTo(nil)
	if n := len(buckets); n != 120 || buckets[n-1].Last != 120 || buckets[n-1].Max != 500 {
		t.Errorf("%d buckets, the last %+v; want the explosion in it", n, buckets[n-1])
	}
	if last := recent[len(recent)-1]; last.Step != 120 || last.Loss != 500 {
		t.Errorf("the table ends with %+v", last)
	}
	if n := len(s.Tests.Points()); n != 6 {
		t.Errorf("%d evaluations on the chart, want 6", n)
	}
}

func TestAxisHoldsAnyExplosion(t *testing.T) {
	s := &Store{}
	s.Apply(train.Snapshot{Run: 1, State: train.Failed, Step: 1, LossPoints: []train.Point{{Step: 1, Loss: 2.5}, {Step: 2, Loss: 3.5e11}}})
	if got := lossCeiling(s); got != highestLoss {
		t.Errorf("the axis of a loss of 3.5e11 goes to %v", got)
	}
}

func TestFiguresAreThoseOfTheStepShown(t *testing.T) {
	s := exploded()
	if got, ok := s.Trained(); !ok || got.Step != 90 || math.Abs(got.Loss-1) > 1e-9 || math.Abs(got.Accuracy-0.75) > 1e-9 {
		t.Errorf("after going back to step 90: %+v, want a loss of 1", got)
	}
	if got, ok := s.Tested(); !ok || got.Step != 80 || got.Accuracy != 0.75 {
		t.Errorf("tested %+v, want 75%% at step 80", got)
	}
	loss, accuracy := curvesSummary(lang.En, s)
	if want := "Loss over 90 steps: training 1.0000, test 1.0000 (step 80)."; loss != want {
		t.Errorf("the loss is read as %q, want %q", loss, want)
	}
	if want := "Accuracy over 90 steps: training 75.0%, test 75.0% (step 80)."; accuracy != want {
		t.Errorf("the accuracy is read as %q, want %q", accuracy, want)
	}
	var f Figures
	for step := 1; step <= 1000; step++ {
		f.Add(Trained{Step: step})
	}
	if got, ok := f.At(1000 - figureSteps + 1); !ok || got.Step != 1000-figureSteps+1 {
		t.Errorf("the oldest figures are %+v, %v", got, ok)
	}
	if got, ok := f.At(1000 - figureSteps); ok {
		t.Errorf("figures that are no more: %+v", got)
	}
}

// The epoch that is shown is that of the last step, at the end of an epoch too.
func TestEpochIsThatOfTheLastStep(t *testing.T) {
	for _, c := range []struct{ step, epoch, done int }{{0, 1, 0}, {1, 1, 1}, {93, 1, 93}, {94, 1, 94}, {95, 2, 1}, {188, 2, 94}, {189, 3, 1}} {
		s := Store{Snap: train.Snapshot{Step: c.step, StepsPerEpoch: 94}}
		if epoch, done := s.Epoch(); epoch != c.epoch || done != c.done {
			t.Errorf("after step %d: epoch %d, %d steps of it; want %d, %d", c.step, epoch, done, c.epoch, c.done)
		}
	}
}

// An epoch's announcement has the same numbers as the figures.
func TestAnnouncementAndFiguresAgree(t *testing.T) {
	lab, said := spoken(t)
	for step := 1; step <= 10; step++ {
		snap := train.Snapshot{Run: 1, State: train.Running, Step: step, Epoch: step / 10, StepsPerEpoch: 10, LastLoss: 9,
			LossPoints: []train.Point{{Step: step, Loss: float32(step), Accuracy: 0.05 * float32(step)}}}
		if step == 10 {
			snap.TestPoints = []train.Point{{Step: 10, Accuracy: 0.4}}
		}
		tell(lab, snap)
	}
	words := trainedWords(lab.store)
	want := "Epoch 1 done: training loss " + words[0] + ", training accuracy " + words[1] + ", test accuracy 40.0%."
	if got := strings.Join(*said, "|"); !strings.Contains(got, want) || words[0] == "9.0000" {
		t.Errorf("announced %q, want %q", got, want)
	}
}

// An epoch without a measurement at its end is announced, too.
func TestEpochWithoutAMeasurementIsDone(t *testing.T) {
	var s Store
	s.Apply(train.Snapshot{Run: 1, State: train.Running, Step: 1, Epoch: 1, StepsPerEpoch: 1, EvaluateTotal: 10})
	if s.Apply(train.Snapshot{Run: 1, State: train.Running, Step: 1, Epoch: 1, StepsPerEpoch: 1, TestPoints: []train.Point{{Step: 1}}})&ChangedEpoch == 0 {
		// The first snapshot of a run only sets the number of epochs.
		t.Log("the first epoch was over before the page looked")
	}
	if s.Apply(train.Snapshot{Run: 1, State: train.Paused, Step: 2, Epoch: 2, StepsPerEpoch: 1})&ChangedEpoch == 0 {
		t.Error("the second epoch is not told of")
	}
	if s.Apply(train.Snapshot{Run: 1, State: train.Evaluating, Step: 3, Epoch: 3, StepsPerEpoch: 1, EvaluateTotal: 10})&ChangedEpoch != 0 {
		t.Error("the third epoch is told of before it is measured")
	}
}

func TestCertaintyIsNeverAHundred(t *testing.T) {
	for p, want := range map[float64]string{1: "99.9%", 0.99996: "99.9%", 0.9994: "99.9%", 0.5: "50.0%", 0: "0.0%"} {
		if got := formatCertainty(p); got != want {
			t.Errorf("a probability of %v is written %s, want %s", p, got, want)
		}
	}
	for p, want := range map[float64]string{1: "100.0%", 0.9999: "99.9%"} {
		if got := formatPercent(p); got != want {
			t.Errorf("a share of %v is written %s, want %s", p, got, want)
		}
	}
}

// stuck returns a lab whose loss has had the same value for some steps, at a learning rate.
func stuck(t *testing.T, loss float32, steps int, rate float64) *Lab {
	t.Helper()
	lab := mounted(t)
	probs := make([]float32, 10)
	for step := 1; step <= steps; step++ {
		tell(lab, train.Snapshot{Run: 1, State: train.Running, Step: step, LearningRate: rate, Sample: train.Sample{Probs: probs}, LossPoints: []train.Point{{Step: step, Loss: loss}}})
	}
	return lab
}

func TestRunThatComesToNothingIsTold(t *testing.T) {
	for _, c := range []struct {
		what  string
		loss  float32
		steps int
		rate  float64
		want  string
	}{
		{"Adam at 1", 2.31, stuckSteps, 1, "lower learning rate, such as 0.003"},
		{"a tiny rate", 2.3, stuckSteps, 1e-6, "higher learning rate, such as 0.003"},
		{"the usual rate", 2.3, stuckSteps, 0.003, "another optimiser or seed"},
		{"not yet", 2.31, stuckSteps - 1, 1, ""},
		{"a run that learns", 1.9, 2 * stuckSteps, 1, ""},
	} {
		lab := stuck(t, c.loss, c.steps, c.rate)
		if got := lab.stuckText(); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: it is said %q, want %q", c.what, got, c.want)
		}
	}
	lab := stuck(t, 2.31, stuckSteps, 1)
	probs := make([]float32, 10)
	for step := stuckSteps + 1; step < stuckSteps+40; step++ { // now the run learns
		tell(lab, train.Snapshot{Run: 1, State: train.Running, Step: step, Sample: train.Sample{Probs: probs}, LossPoints: []train.Point{{Step: step, Loss: 0.5}}})
	}
	if got := lab.stuckText(); got != "" {
		t.Errorf("a run that learns after all is told: %q", got)
	}
}

// The answers to the lesson's questions are true of the lab.
func TestQuestionsAreTrueOfTheLab(t *testing.T) {
	s := Default()
	cfg := s.Config(data.Info{})
	begin := func(cfg train.Config) *train.Session {
		t.Helper()
		run, err := train.NewSession(cfg, data.NewDigits(cfg.Seed, true))
		if err != nil {
			t.Fatal(err)
		}
		return run
	}
	finish := func(run *train.Session, steps int) train.Snapshot {
		var snap train.Snapshot
		for run.Run(steps); run.Running(); {
			run.Advance(func() bool { return true })
		}
		run.Snapshot(&snap)
		return snap
	}
	first := finish(begin(cfg), 1)
	if diff := math.Abs(float64(first.LastLoss) - math.Log(10)); diff > 0.3 {
		t.Errorf("question 1: the loss before training is %v, not close to 2.3", first.LastLoss)
	}
	for batch, want := range map[int]int{64: 94, 32: 188} {
		cfg.Batch = batch
		if got := begin(cfg).Loader().StepsPerEpoch(); got != want {
			t.Errorf("question 2: %d steps with a batch size of %d, want %d", got, batch, want)
		}
	}
	s.Optimizer, s.LearningRate = SGD, 10
	run := begin(s.Config(data.Info{}))
	snap := finish(run, 50)
	var e *train.Error
	if !errors.As(run.Err(), &e) || e.Code != train.CodeDiverged || e.Args[0].(int) > 10 || snap.LossPoints[len(snap.LossPoints)-1].Loss < 10 {
		t.Errorf("question 3: %v after %v, want it stopped within a few steps", run.Err(), snap.LossPoints)
	}
}

func TestBatchTooSmallForTheWorkersIsSaid(t *testing.T) {
	lab := mounted(t)
	lab.workers = 2
	for batch, said := range map[int]bool{1: true, 8: true, 9: false, 64: false} {
		lab.run.Batch = batch
		tell(lab, train.Snapshot{Run: 1, State: train.Running, Step: 1, Workers: 1, Sample: train.Sample{Probs: make([]float32, 10)}})
		if got := lab.painter.group(); strings.Contains(got, "in pieces of 8 images") != said {
			t.Errorf("batch %d with 1 of 2 workers: %q", batch, got)
		}
	}
	lab.run.Batch, lab.workers = 1, 1
	if got := lab.painter.group(); got != "Workers: 1" {
		t.Errorf("who asked for one worker is told %q", got)
	}
}

func TestOptimiserConstantsAreThoseUsed(t *testing.T) {
	for kind, want := range map[nn.OptimizerKind][3]string{
		nn.SGD:      {"", "W := W − 0.1·dW", ""},
		nn.Momentum: {"β = 0.9", "v := 0.9·v + dW\nW := W − 0.1·v", ""},
		nn.RMSProp:  {"β = 0.99, ε = 10⁻⁸", "s := 0.99·s + 0.01·dW²\nW := W − 0.1·dW / (√s + 10⁻⁸)", ""},
		nn.Adam: {"β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸", "v := 0.9·v + 0.1·dW\ns := 0.999·s + 0.001·dW²\nW := W − 0.1·v̂ / (√ŝ + 10⁻⁸)",
			"v̂ = v / (1 − 0.9¹²) = v / 0.718\nŝ = s / (1 − 0.999¹²) = s / 0.0119"},
	} {
		o := nn.DefaultOptimizer(kind)
		if got := [3]string{constants(o), updateRule(o, "0.1"), correction(o, 12)}; got != want {
			t.Errorf("%v: %q, want %q", kind, got, want)
		}
	}
	// The written rule gives what the optimiser does.
	rule := map[nn.OptimizerKind]func(w, g, t float64) float64{
		nn.SGD:      func(w, g, _ float64) float64 { return w - 0.1*g },
		nn.Momentum: func(w, g, _ float64) float64 { v := 0.9*0 + g; return w - 0.1*v },
		nn.RMSProp:  func(w, g, _ float64) float64 { s := 0.99*0 + 0.01*g*g; return w - 0.1*g/(math.Sqrt(s)+1e-8) },
		nn.Adam: func(w, g, t float64) float64 {
			v, s := 0.1*g/(1-math.Pow(0.9, t)), 0.001*g*g/(1-math.Pow(0.999, t))
			return w - 0.1*v/(math.Sqrt(s)+1e-8)
		},
	}
	for kind, by := range rule {
		o := nn.DefaultOptimizer(kind)
		o.LearningRate = 0.1
		w := []float32{0.5}
		nn.NewOptimizer(o, 1).Step(w, []float32{0.2})
		if want := by(0.5, 0.2, 1); math.Abs(float64(w[0])-want) > 1e-6 {
			t.Errorf("%v: the weight goes to %v, by the rule on the page to %v", kind, w[0], want)
		}
	}
}

func TestStepIsShownWithItsNumbers(t *testing.T) {
	lab := mounted(t)
	filters := func(w float32) train.Filters { return train.Filters{Out: 1, In: 1, H: 1, W: 1, Data: []float32{w}} }
	lab.run.Optimizer = SGD
	lab.store.Apply(train.Snapshot{Run: 1, State: train.Paused, Step: 93, StepsPerEpoch: 94, LearningRate: 0.5, Filters: filters(0.25)})
	lab.store.Apply(train.Snapshot{Run: 1, State: train.Paused, Step: 94, StepsPerEpoch: 94, LearningRate: 0.5, LastLoss: 1.5, Filters: filters(0.75)})
	lab.painter.showDescent()
	for id, want := range map[string]string{
		idCost:   "Step 94: J = 1/48 · Σ L(ŷ, y) = 1.5000", // 48 images are left in the epoch
		idUpdate: "W := W − 0.5·dW",
		idWeight: "Step 94: 0.250000 − 0.5 · (−1) = 0.750000",
	} {
		if got := lab.painter.texts[id]; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

func TestLinkWithAStrangeKeyLosesIt(t *testing.T) {
	for query, want := range map[string]bool{"": false, "v=1": false, "v=1&workers=99": true, "workers=99": true, Default().WithNet(NetGAP).Query(): false, "layers=x": false} {
		if got := hasUnknownKey(query); got != want {
			t.Errorf("%q has a key that no state has: %v, want %v", query, got, want)
		}
	}
}
