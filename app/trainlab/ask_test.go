package trainlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/data"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// asks reports whether the lab asks whether to reset. It checks that the page says in every
// language how many steps would be lost.
func asks(t *testing.T, lab *Lab, steps string) bool {
	t.Helper()
	if !lab.asks {
		return false
	}
	for _, l := range lang.All() {
		lab.Page.Lang = l
		html := app.HTMLString(lab.Render())
		for _, want := range []string{text.AskReset.In(l), text.Lost.With(l, steps), text.AskKeep.In(l)} {
			if !strings.Contains(html, want) {
				t.Errorf("%s: the page lacks %q", l.Tag(), want)
			}
		}
	}
	return true
}

func TestResetAsksForARunThatHasBegun(t *testing.T) {
	begun := func(step int) *Lab {
		lab := mounted(t)
		tell(lab, train.Snapshot{Run: 1, State: train.Paused, Step: step})
		lab.state.LearningRate = 0.01 // so that a reset configures a new run
		return lab
	}
	for what, reset := range map[string]func(*Lab){
		"the key":    (*Lab).resetByKey,
		"the button": (*Lab).resetAsked,
	} {
		lab := begun(0)
		if reset(lab); asks(t, lab, "0") || !lab.awaiting {
			t.Errorf("at step 0 %s asks: %v; resets: %v", what, lab.asks, lab.awaiting)
		}
		lab = begun(7)
		if reset(lab); !asks(t, lab, "7") || lab.awaiting {
			t.Fatalf("at step 7 %s asks: %v; resets at once: %v", what, lab.asks, lab.awaiting)
		}
		tell(lab, train.Snapshot{Run: 1, State: train.Paused, Step: 1208})
		if !asks(t, lab, "1,208") {
			t.Errorf("%s: the question is forgotten when the run goes on", what)
		}
		lab.dropQuestion()
		if lab.asks || lab.awaiting {
			t.Errorf("%s: the run was to be kept; asks %v, resets %v", what, lab.asks, lab.awaiting)
		}
		reset(lab)
		lab.reset()
		if lab.asks || !lab.awaiting {
			t.Errorf("%s, answered: asks %v, resets %v", what, lab.asks, lab.awaiting)
		}
	}
	lab := begun(7)
	lab.resetAsked()
	if lab.resetAsked(); lab.awaiting {
		t.Error("a double click on Reset loses the run")
	}
	if lab.resetByKey(); !lab.awaiting {
		t.Error("the key does not answer the question")
	}
	for what, act := range map[string]func(*Lab){
		"start": (*Lab).start, "step": (*Lab).step, "epoch": (*Lab).epoch,
		"a setting":             func(lab *Lab) { lab.SetNumber(app.Context{}, idSample, 5) },
		"the number of workers": func(lab *Lab) { lab.SetNumber(app.Context{}, idWorkers, 3) },
		"pause": func(lab *Lab) {
			tell(lab, train.Snapshot{Run: 1, State: train.Running, Step: 8})
			lab.pause()
		},
	} {
		lab := begun(7)
		lab.resetByKey()
		if act(lab); lab.asks || lab.awaiting {
			t.Errorf("after %s it still asks: %v; resets: %v", what, lab.asks, lab.awaiting)
		}
	}
}

// dropped gives the lab files of the learner's own with some number of classes, which the worker
// has read.
func dropped(lab *Lab, classes int) {
	lab.takeFilesForTest()
	tell(lab, train.Dataset{ID: lab.load.id, Kind: train.Files, Info: data.Info{C: 1, H: 28, W: 28, Classes: classes, Train: 600, Test: 100}})
}

// takeFilesForTest replaces takeFiles, because outside a browser there are no files to drop.
func (l *Lab) takeFilesForTest() { l.send(load{dataset: Files, dropped: true}) }

func TestFilesOverARunOnFilesAskAndTheRunIsKept(t *testing.T) {
	lab := serving(t)
	dropped(lab, 10)
	tell(lab, train.Snapshot{Run: 2})
	first := lab.set
	if lab.pending() || lab.run.Dataset != Files {
		t.Fatalf("the first files begin a run: on %s, pending %v", lab.run.Dataset, lab.pending())
	}
	tell(lab, train.Snapshot{Run: 2, State: train.Paused, Step: 412})

	dropped(lab, 21)
	if lab.awaiting || !lab.pending() {
		t.Fatalf("other files throw the run away: %v; asked: %v", lab.awaiting, lab.pending())
	}
	html := app.HTMLString(lab.Render())
	for _, want := range []string{text.PendingFiles.In(lang.En), "412 steps", text.AskKeep.In(lang.En)} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	lab.keepOld()
	if lab.pending() || lab.set != first || lab.own.Classes != 10 {
		t.Errorf("kept: pending %v, files %d of %d classes, want %d", lab.pending(), lab.set, lab.own.Classes, first)
	}

	// The worker now has the other files, so the next run brings the first ones back.
	lab.SetNumber(app.Context{}, idBatch, 32)
	lab.apply()
	if lab.awaiting || lab.load.set != first {
		t.Fatalf("load %+v, awaiting %v; want the first files again", lab.load, lab.awaiting)
	}
	tell(lab, train.Dataset{ID: lab.load.id, Kind: train.Files, Info: data.Info{C: 1, H: 28, W: 28, Classes: 10, Train: 600, Test: 100}})
	tell(lab, train.Snapshot{Run: 3})
	if lab.run.Batch != 32 || lab.pending() || lab.runFiles.set != first {
		t.Errorf("the run is of %+v, its files %d, pending %v", lab.run, lab.runFiles.set, lab.pending())
	}

	tell(lab, train.Snapshot{Run: 3, State: train.Running, Step: 3})
	dropped(lab, 21)
	lab.apply()
	if !lab.awaiting {
		t.Fatal("nothing begins with the files that were agreed to")
	}
	tell(lab, train.Snapshot{Run: 4})
	if lab.pending() || lab.runFiles.own.Classes != 21 {
		t.Errorf("pending %v, the run's files have %d classes, want 21", lab.pending(), lab.runFiles.own.Classes)
	}
	dropped(lab, 10)
	if !lab.awaiting {
		t.Error("files over a run at step 0 ask for nothing")
	}
}

func TestRefusalStaysUntilItIsReadOrOthersAreAccepted(t *testing.T) {
	refused := func() *Lab {
		lab := serving(t)
		tell(lab, train.Snapshot{Run: 1, State: train.Paused, Step: 5})
		lab.takeFilesForTest()
		tell(lab, train.Fault{ID: lab.load.id, Code: "data-unknown", Args: []string{"notes.txt"}})
		return lab
	}
	said := func(lab *Lab) bool {
		html := app.HTMLString(lab.Render())
		return strings.Contains(html, "notes.txt") && strings.Contains(html, text.StillOn.With(lang.En, text.DigitsColour.In(lang.En)))
	}
	for what, act := range map[string]func(*Lab){
		"start": (*Lab).start, "step": (*Lab).step, "epoch": (*Lab).epoch, "reset": (*Lab).reset,
		"the question about reset": (*Lab).resetByKey,
		"a setting":                func(lab *Lab) { lab.SetNumber(app.Context{}, idBatch, 5) },
		"a new run": func(lab *Lab) {
			lab.SetNumber(app.Context{}, idBatch, 5)
			lab.apply()
			tell(lab, train.Snapshot{Run: 2})
		},
		"closing another notice": (*Lab).dismiss,
		"a visit to another lab": func(lab *Lab) { leave(lab); *lab = *comeBack(t, lab) },
	} {
		lab := refused()
		if act(lab); !said(lab) {
			t.Errorf("after %s the refusal, or what is trained on, is not said", what)
		}
	}
	for what, act := range map[string]func(*Lab){
		"it is closed":        func(lab *Lab) { lab.refuse(notice{}) },
		"files were accepted": func(lab *Lab) { dropped(lab, 10) },
		"a server's were": func(lab *Lab) {
			lab.SetChoice(app.Context{}, idDataset, "data:mnist")
			lab.apply()
			brought(lab)
		},
	} {
		lab := refused()
		if act(lab); lab.refusal != (notice{}) {
			t.Errorf("after %s it is still said: %q", what, lab.refusalText())
		}
	}
}

func TestStartAfterARefusalSaysWhatItTrainsOn(t *testing.T) {
	lab := serving(t)
	lab.takeFilesForTest()
	tell(lab, train.Fault{ID: lab.load.id, Code: "data-unknown", Args: []string{"notes.txt"}})
	var heard []string
	lab.painter.speech.say = func(s string) { heard = append(heard, s) }
	lab.start()
	tell(lab, train.Snapshot{Run: 1, State: train.Running})
	if got := strings.Join(heard, " "); !strings.Contains(got, text.DigitsColour.In(lang.En)) {
		t.Errorf("it is said: %q", got)
	}
}

func TestChoicesOverATrainedRunAsk(t *testing.T) {
	for what, act := range map[string]func(*Lab){
		"built-in digits":  func(lab *Lab) { lab.SetChoice(app.Context{}, idDataset, string(DigitsGrey)) },
		"a server's data":  func(lab *Lab) { lab.SetChoice(app.Context{}, idDataset, "data:mnist") },
		"a net":            func(lab *Lab) { lab.SetChoice(app.Context{}, idNet, string(NetGAP)) },
		"a pooling":        func(lab *Lab) { lab.SetChoice(app.Context{}, idPool, string(PoolAverage)) },
		"a seed":           func(lab *Lab) { lab.SetNumber(app.Context{}, idSeed, 9) },
		"all settings":     func(lab *Lab) { lab.onDefaults(app.Context{}, app.Event{}) },
		"an address":       func(lab *Lab) { lab.followAddress(Default().WithNet(NetLeNet5)) },
		"other files":      func(lab *Lab) { dropped(lab, 3) },
		"a larger dataset": func(lab *Lab) { dropped(lab, 62) },
	} {
		lab := serving(t)
		dropped(lab, 10)
		tell(lab, train.Snapshot{Run: 2})
		for _, state := range []train.State{train.Running, train.Paused, train.Failed} {
			tell(lab, train.Snapshot{Run: 2, State: state, Step: 412})
		}
		act(lab)
		if lab.newRunComing() || !lab.pending() || !strings.Contains(app.HTMLString(lab.Render()), "412 steps") {
			t.Errorf("%s: a run comes unasked: %v; pending: %v", what, lab.newRunComing(), lab.pending())
		}
	}
}
