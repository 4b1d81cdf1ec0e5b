package trainlab

import (
	"net/url"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// open loads the lab as the server does before it writes the page. It returns the HTML too.
func open(t *testing.T, l lang.Lang) (*Lab, string) {
	t.Helper()
	lab := New(ui.Page{Lang: l, Path: "/train"}, NewHeld(weights.NewStore()))
	engine := app.NewTestEngine()
	if err := engine.Load(lab); err != nil {
		t.Fatal(err)
	}
	engine.ConsumeAll()
	return lab, app.HTMLString(lab)
}

func TestPrerenderedPageHasEveryHookInBothLanguages(t *testing.T) {
	hooks := []string{
		"lab", "dataset", "dataset-file", "train-start", "train-pause", "train-step", "train-epoch", "train-reset",
		"epoch", "step-count", "samples-per-second", "loss", "train-accuracy", "test-accuracy", "workers", "seed",
		"optimizer", "learning-rate", "batch-size", "draw-pad", "prediction", "share", "loss-log", "total-params",
	}
	for _, l := range lang.All() {
		_, html := open(t, l)
		for _, hook := range hooks {
			if n := strings.Count(html, `data-test="`+hook+`"`); n != 1 {
				t.Errorf("%s: %d elements with data-test=%q; want 1", l.Tag(), n, hook)
			}
		}
	}
}

func TestPrerenderedPageTeachesWithoutTheProgram(t *testing.T) {
	for _, l := range lang.All() {
		_, html := open(t, l)
		for _, want := range []string{
			text.Lesson1.In(l), text.Question.In(l), text.Answer.In(l), text.NotReady.In(l),
			"(28,28,8)", "48,120", "62,958",
		} {
			if !strings.Contains(html, strings.ReplaceAll(want, "'", "&#39;")) && !strings.Contains(html, want) {
				t.Errorf("%s: the page lacks %q", l.Tag(), want)
			}
		}
	}
}

func TestFirstRenderSaysTheLabIsLoading(t *testing.T) {
	_, html := open(t, lang.En)
	if !strings.Contains(html, `data-state="loading"`) || !strings.Contains(html, `data-step=`) {
		t.Error("the lab's root does not carry its state and step")
	}
}

// mounted returns a lab as it is in a browser when its worker has answered. All that needs a
// browser is missing.
func mounted(t *testing.T) *Lab {
	t.Helper()
	lab, _ := open(t, lang.En)
	lab.OnPage = true
	lab.painter = newPainter(lab)
	lab.store.Apply(train.Hello{Version: train.MessageVersion})
	lab.react(ChangedReady)
	lab.react(lab.store.Apply(train.Dataset{Kind: train.DigitsColour, Info: data.Info{Classes: 10, Test: 1000, Train: 6000, Endless: true}}))
	lab.react(lab.store.Apply(train.Snapshot{Run: 1, State: train.Idle}))
	return lab
}

func TestSettingsChangedAtStepZeroBeginANewRunAtOnce(t *testing.T) {
	lab := mounted(t)
	lab.SetNumber(app.Context{}, idBatch, 32)
	if !lab.awaiting || lab.asked.Batch != 32 || lab.pending() {
		t.Errorf("awaiting %v for batch %d, pending %v; want a new run with 32", lab.awaiting, lab.asked.Batch, lab.pending())
	}
	lab.react(lab.store.Apply(train.Snapshot{Run: 2, State: train.Idle}))
	if lab.awaiting || lab.run.Batch != 32 {
		t.Errorf("after the answer: awaiting %v, run with batch %d", lab.awaiting, lab.run.Batch)
	}
}

func TestSettingsChangedInARunWaitForTheNext(t *testing.T) {
	lab := mounted(t)
	lab.react(lab.store.Apply(train.Snapshot{Run: 1, State: train.Running, Step: 5}))
	lab.SetChoice(app.Context{}, idOpt, string(SGD))
	if lab.awaiting || !lab.pending() || lab.run.Optimizer != Adam {
		t.Fatalf("awaiting %v, pending %v, run with %s; want the change to wait", lab.awaiting, lab.pending(), lab.run.Optimizer)
	}
	if lab.rate != lab.run.LearningRate {
		t.Errorf("the run goes on with the learning rate %g of a choice that waits", lab.rate)
	}
	lab.SetNumber(app.Context{}, idSample, 3)
	if lab.rate != lab.run.LearningRate {
		t.Errorf("another sample gives the run the learning rate %g", lab.rate)
	}
	lab.SetNumber(app.Context{}, idSample, 0)
	lab.keepOld()
	if lab.pending() || lab.state != lab.run {
		t.Errorf("keeping the old settings left %+v, pending %v", lab.state, lab.pending())
	}
	lab.SetChoice(app.Context{}, idOpt, string(SGD))
	lab.configure(lab.state)
	if !lab.awaiting || lab.asked.Optimizer != SGD {
		t.Error("applying the changed settings did not ask for a new run")
	}
}

func TestLearningRateChangedInARunDoesNotWait(t *testing.T) {
	lab := mounted(t)
	lab.react(lab.store.Apply(train.Snapshot{Run: 1, State: train.Running, Step: 5}))
	lab.SetNumber(app.Context{}, idRate, 0.01)
	if lab.pending() || lab.awaiting || lab.state.LearningRate != 0.01 {
		t.Errorf("pending %v, awaiting %v, rate %g", lab.pending(), lab.awaiting, lab.state.LearningRate)
	}
}

func TestResetWithChangedSettingsBeginsTheRunTheyDescribe(t *testing.T) {
	lab := mounted(t)
	lab.react(lab.store.Apply(train.Snapshot{Run: 1, State: train.Paused, Step: 5}))
	lab.reset()
	if lab.awaiting {
		t.Error("a reset with the same settings asked for another run instead of a replay")
	}
	// The controls show this rate, so the run has to begin with it.
	lab.SetNumber(app.Context{}, idRate, 0.01)
	lab.reset()
	if !lab.awaiting || lab.asked.LearningRate != 0.01 {
		t.Error("a reset does not take the learning rate that is shown")
	}
}

func TestRefusedSettingsAreTakenBack(t *testing.T) {
	lab := mounted(t)
	before := lab.state
	lab.SetChoice(app.Context{}, idNet, string(NetLeNet6))
	lab.react(lab.store.Apply(train.Fault{Code: "train-classes", Args: []string{"10", "26"}}))
	if lab.state != before || lab.awaiting {
		t.Errorf("after the refusal the settings are %+v; want %+v", lab.state, before)
	}
	if got := lab.refusal.sentence(lang.Ko); !strings.Contains(got, "26") {
		t.Errorf("the fault reads %q", got)
	}
}

func TestLinkToAnImpossibleRunOpensTheDefaultWithANotice(t *testing.T) {
	lab, _ := open(t, lang.En)
	lab.OnPage = true
	lab.painter = newPainter(lab)
	lab.state.Net, lab.state.Custom = NetCustom, mustCanonical("28x28x1 dense10")
	lab.react(lab.store.Apply(train.Hello{Version: train.MessageVersion}))
	lab.react(lab.store.Apply(train.Fault{Code: "data-adapt-size", Args: []string{"32", "32", "28", "28"}}))
	if lab.state != Default() || !lab.awaiting || lab.asked != Default() {
		t.Errorf("settings %+v, awaiting %v; want the default asked for", lab.state, lab.awaiting)
	}
	if lab.refusal.sentence(lang.En) == "" {
		t.Error("nothing says why")
	}
}

func TestFilesReadAtStepZeroBecomeTheDataset(t *testing.T) {
	lab := mounted(t)
	lab.send(load{dataset: Files, dropped: true})
	lab.react(lab.store.Apply(train.Dataset{ID: lab.load.id, Kind: train.Files, Info: data.Info{C: 1, H: 28, W: 28, Classes: 26, Train: 100, Test: 10}}))
	if lab.state.Dataset != Files || !lab.awaiting {
		t.Fatalf("dataset %s, awaiting %v; want a new run on the files", lab.state.Dataset, lab.awaiting)
	}
	layers := lab.state.Config(lab.store.Files).Net.Layers
	if out := layers[len(layers)-1].Out; out != 26 {
		t.Errorf("the last layer has %d units; want one for each of the 26 classes", out)
	}
}

func TestDeadWorkerLeavesASentenceAndARestart(t *testing.T) {
	for _, l := range lang.All() {
		lab, _ := open(t, l)
		lab.OnPage = true
		lab.painter = newPainter(lab)
		lab.workerIsGone(trainer.Lost)
		html := app.HTMLString(lab.Render())
		if !strings.Contains(html, text.WorkerLost.In(l)) || !strings.Contains(html, `data-test="worker-restart"`) {
			t.Errorf("%s: no sentence or no restart button", l.Tag())
		}
		if lab.stateWord() != "failed" {
			t.Errorf("%s: state %q; want failed", l.Tag(), lab.stateWord())
		}
	}
}

func TestEveryFaultReadsInBothLanguages(t *testing.T) {
	faults := map[string]Fault{
		"too large": tooLarge(1, 299<<20), "unreadable": pageFault(1, text.FilesUnreadable.Fill("x")), "no gzip": pageFault(1, text.NoGzip.Fill("x")),
		"unlisted": pageFault(1, text.ServedUnlisted), "gone": pageFault(1, servedText(text.ServedGone, "x")), "unfetched": pageFault(1, text.ServedUnfetched.Fill("x")),
	}
	for _, code := range []string{"train-diverged", "data-truncated", "no-such-code"} {
		faults[code] = Fault{Fault: train.Fault{Code: code, Args: []string{"17", "0.5"}, Text: "Something else."}}
	}
	for name, f := range faults {
		for _, l := range lang.All() {
			if got := f.sentence(l); len(got) < 10 {
				t.Errorf("%s in %s: %q", name, l.Tag(), got)
			}
		}
	}
}

func TestAddressOfTheLabIsAQueryThatParses(t *testing.T) {
	lab := mounted(t)
	lab.SetNumber(app.Context{}, idSeed, 77)
	values, err := url.ParseQuery(lab.state.Query())
	if err != nil || values.Get("seed") != "77" {
		t.Errorf("query %q: %v", lab.state.Query(), err)
	}
}

func TestTheTableSaysHowTheWorkerComputesEachLayer(t *testing.T) {
	for _, c := range []struct{ accelerator, note string }{
		{"wasm-simd", text.HowVectors.In(lang.En)},
		{"portable", text.HowPortable.In(lang.En)},
	} {
		lab := mounted(t)
		lab.store.Hello.Accelerator = c.accelerator
		rows, err := lab.state.Spec(0).Table()
		if err != nil {
			t.Fatal(err)
		}
		if html := app.HTMLString(lab.renderNetwork()); strings.Contains(html, c.note) {
			t.Errorf("%s: the table explains what nobody has said yet", c.accelerator)
		}
		plan := []nn.LayerPlan{
			{Kernel: nn.FusedMaxPool, With: 1}, {Kernel: nn.FusedMaxPool, With: 0}, {Kernel: nn.DirectConv, With: -1}, {Kernel: nn.Pool2, With: -1},
			{Kernel: nn.Product, With: -1}, {Kernel: nn.Im2col, With: -1}, {Kernel: nn.Loop, With: -1}, {Kernel: nn.Nothing, With: -1},
		}[:len(rows)-1]
		lab.store.Apply(train.Plan{Layers: plan})
		html := app.HTMLString(lab.renderNetwork())
		for _, want := range []string{"fused with POOL1", "fused with CONV1", text.HowDirect.In(lang.En), text.HowPool2.In(lang.En), text.HowProduct.In(lang.En), c.note} {
			if !strings.Contains(html, want) {
				t.Errorf("%s: the table lacks %q", c.accelerator, want)
			}
		}
		lab.react(lab.store.Apply(train.Snapshot{Run: 1, State: train.Running, Step: 5}))
		lab.SetChoice(app.Context{}, idNet, string(NetGAP))
		if html := app.HTMLString(lab.renderNetwork()); strings.Contains(html, "fused with") {
			t.Errorf("%s: another net, whose run has not begun, is said to be computed as the present one", c.accelerator)
		}
	}
}
