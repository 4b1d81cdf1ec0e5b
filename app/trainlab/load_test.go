package trainlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const mnistListed = "kmnist/x\t90\nmnist/x\t100\n"

// serving returns a mounted lab on a server that has mnist and kmnist.
func serving(t *testing.T) *Lab {
	t.Helper()
	lab := mounted(t)
	lab.server.index = "/data/index"
	lab.servedListCame(mnistListed, true)
	lab.client = &client{}
	return lab
}

// brought tells the lab that the worker has read the files that it was sent.
func brought(lab *Lab) {
	tell(lab, train.Dataset{ID: lab.load.id, Kind: train.Files, Info: data.Info{C: 1, H: 28, W: 28, Classes: 26, Train: 600, Test: 100}})
}

func TestServedDatasetIsReadBeforeTheRunThatNeedsIt(t *testing.T) {
	lab := serving(t)
	lab.SetChoice(app.Context{}, idDataset, "data:mnist")
	if !lab.load.forRun || lab.awaiting || lab.pending() || !lab.store.Reading || lab.stateWord() != "loading" {
		t.Fatalf("load %+v, awaiting %v, state %s; want its files to come first", lab.load, lab.awaiting, lab.stateWord())
	}
	lab.SetNumber(app.Context{}, idBatch, 32)
	first := lab.load.id
	brought(lab)
	if lab.load.id != 0 || !lab.awaiting || lab.asked.Dataset != Served("mnist") || lab.asked.Batch != 32 || first == 0 {
		t.Fatalf("awaiting %v a run of %+v; want one on mnist with batches of 32", lab.awaiting, lab.asked)
	}
	tell(lab, train.Snapshot{Run: 2})
	if lab.run != lab.state || lab.run.Dataset != Served("mnist") || lab.wouldLose() {
		t.Errorf("the run is of %+v, and closing the page would lose it: %v", lab.run, lab.wouldLose())
	}
	layers := lab.run.Config(lab.info(lab.run.Dataset)).Net.Layers
	if out := layers[len(layers)-1].Out; out != 26 {
		t.Errorf("the last layer has %d units, want one for each of the 26 classes", out)
	}
	if got := lab.notice.sentence(lang.Ko); !strings.Contains(got, "mnist") || !strings.Contains(got, "600") {
		t.Errorf("it is said: %q", got)
	}
}

func TestServedDatasetChosenInARunWaitsForTheNext(t *testing.T) {
	lab := serving(t)
	tell(lab, train.Snapshot{Run: 1, State: train.Paused, Step: 5})
	lab.SetChoice(app.Context{}, idDataset, "data:mnist")
	if lab.load.id != 0 || !lab.pending() {
		t.Fatalf("load %+v, pending %v; want the choice to wait", lab.load, lab.pending())
	}
	lab.configure(lab.state)
	brought(lab)
	if !lab.awaiting || lab.asked.Dataset != Served("mnist") {
		t.Errorf("awaiting %v a run of %+v", lab.awaiting, lab.asked)
	}
}

func TestRunStartedWhileFilesComeGoesOn(t *testing.T) {
	lab := serving(t)
	lab.SetChoice(app.Context{}, idDataset, "data:mnist")
	tell(lab, train.Snapshot{Run: 1, State: train.Running, Step: 5})
	brought(lab)
	if lab.awaiting || !lab.pending() || lab.loaded != Served("mnist") {
		t.Errorf("awaiting %v, pending %v; want mnist to wait for a new run", lab.awaiting, lab.pending())
	}
}

func TestDatasetThatCannotBeHadChangesNothing(t *testing.T) {
	for _, c := range []struct {
		what string
		fail func(lab *Lab)
		says string // in English
	}{
		{"no list", func(lab *Lab) { lab.fetchFromList(lab.load.id, "mnist", lab.servedListCame("", false)) }, text.ServedUnlisted.In(lang.En)},
		{"gone", func(lab *Lab) { lab.fetchFromList(lab.load.id, "mnist", lab.servedListCame("", true)) }, "no dataset “mnist”"},
		{"too large", func(lab *Lab) {
			lab.fetchFromList(lab.load.id, "mnist", lab.servedListCame("mnist/x\t299000000\n", true))
		}, "285 MB"},
		{"a file lost", func(lab *Lab) {
			lab.refused(pageFault(lab.load.id, text.ServedUnfetched.Fill("x.gz")))
		}, "x.gz"},
		{"refused", func(lab *Lab) { tell(lab, train.Fault{ID: lab.load.id, Code: "data-unknown", Args: []string{"x"}}) }, "x "},
	} {
		for _, state := range []train.State{train.Idle, train.Paused} {
			lab := serving(t)
			step := 0
			if state == train.Paused {
				step = 5
			}
			tell(lab, train.Snapshot{Run: 1, State: state, Step: step})
			before := lab.state
			lab.SetChoice(app.Context{}, idDataset, "data:mnist")
			lab.configure(lab.state) // as the button "start a new run" does
			c.fail(lab)
			lab.react(lab.takeUnhandled())
			if lab.state != before || lab.run != before || lab.newRunComing() || lab.store.Reading || lab.load.id != 0 {
				t.Errorf("%s at step %d: %+v, a run comes: %v, reading %v", c.what, step, lab.state, lab.newRunComing(), lab.store.Reading)
			}
			if got := lab.refusal.sentence(lang.En); lab.refusal.kind != ui.Error || !strings.Contains(got, c.says) || strings.Contains(got, text.StandIn.In(lang.En)) {
				t.Errorf("%s at step %d: got %q", c.what, step, got)
			}
		}
	}
}

// linked returns a lab on a server with datasets, opened by a link to one of them.
func linked(t *testing.T, dataset Dataset) *Lab {
	t.Helper()
	lab, _ := open(t, lang.En)
	lab.server.index, lab.OnPage = "/data/index", true
	lab.painter, lab.client = newPainter(lab), &client{}
	lab.state.Dataset, lab.state.Seed = dataset, 7
	lab.run = lab.state
	tell(lab, train.Hello{Version: train.MessageVersion})
	return lab
}

func TestLinkWithADatasetBeginsItsFirstRunOnIt(t *testing.T) {
	lab := linked(t, Served("mnist"))
	if lab.awaiting || !lab.load.forRun {
		t.Fatalf("awaiting %v, load %+v; want the files first", lab.awaiting, lab.load)
	}
	brought(lab)
	if !lab.awaiting || lab.asked.Dataset != Served("mnist") || lab.asked.Seed != 7 {
		t.Errorf("awaiting %v a run of %+v", lab.awaiting, lab.asked)
	}
}

func TestLinkWithADatasetThatIsGoneOpensTheDigits(t *testing.T) {
	lab := linked(t, Served("fashion"))
	lab.fetchFromList(lab.load.id, "fashion", lab.servedListCame(mnistListed, true))
	lab.react(lab.takeUnhandled())
	want := Default()
	want.Seed = 7
	if !lab.awaiting || lab.asked != want || lab.state != want {
		t.Errorf("awaiting %v a run of %+v; want one on the digits with the link's seed", lab.awaiting, lab.asked)
	}
	for _, l := range lang.All() {
		if got := lab.refusal.sentence(l); !strings.Contains(got, "fashion") || !strings.HasSuffix(got, text.StandIn.In(l)) {
			t.Errorf("%s: got %q", l.Tag(), got)
		}
	}
}

func TestAnotherChoiceGivesUpFilesOnTheirWay(t *testing.T) {
	lab := serving(t)
	lab.SetChoice(app.Context{}, idDataset, "data:mnist")
	lab.SetChoice(app.Context{}, idDataset, "data:kmnist")
	if lab.load.dataset != Served("kmnist") || !lab.load.forRun {
		t.Fatalf("load %+v; want kmnist", lab.load)
	}
	lab.SetChoice(app.Context{}, idDataset, string(DigitsGrey))
	if lab.load.id != 0 || lab.store.Reading || !lab.awaiting || lab.asked.Dataset != DigitsGrey {
		t.Errorf("load %+v, reading %v, asked for %s", lab.load, lab.store.Reading, lab.asked.Dataset)
	}
}

func TestAnotherChoiceWaitsForTheWorkerToRead(t *testing.T) {
	for _, c := range []struct {
		other Dataset
		fails bool
	}{{Served("kmnist"), false}, {Served("kmnist"), true}, {DigitsGrey, false}, {DigitsGrey, true}} {
		lab := serving(t)
		lab.SetChoice(app.Context{}, idDataset, "data:mnist")
		lab.client.posted = lab.load.id
		lab.SetChoice(app.Context{}, idDataset, string(c.other))
		if lab.load.dataset != Served("mnist") {
			t.Fatalf("%+v: load %+v while mnist is read", c, lab.load)
		}
		if c.fails {
			tell(lab, train.Fault{ID: lab.load.id, Code: "data-unknown"})
		} else {
			brought(lab)
		}
		if c.other == DigitsGrey && (!lab.awaiting || lab.asked.Dataset != DigitsGrey || lab.load.id != 0) {
			t.Errorf("%+v: awaiting %v a run on %s", c, lab.awaiting, lab.asked.Dataset)
		}
		if c.other != DigitsGrey && (lab.awaiting || lab.load.dataset != c.other) {
			t.Errorf("%+v: load %+v; want the other's files now", c, lab.load)
		}
		if lab.state.Dataset != c.other {
			t.Errorf("%+v: %s is chosen", c, lab.state.Dataset)
		}
	}
}

func TestRestartedWorkerIsGivenItsFilesAgain(t *testing.T) {
	for _, dataset := range []Dataset{Files, Served("mnist")} {
		lab := serving(t)
		if dataset == Files {
			lab.send(load{dataset: Files, dropped: true})
		} else {
			lab.SetChoice(app.Context{}, idDataset, string(dataset))
		}
		brought(lab)
		tell(lab, train.Snapshot{Run: 2})
		lab.startWorker()
		tell(lab, train.Hello{Version: train.MessageVersion})
		if lab.load.dataset != dataset || lab.awaiting {
			t.Fatalf("%s: load %+v, awaiting %v; want the files first", dataset, lab.load, lab.awaiting)
		}
		brought(lab)
		if !lab.awaiting || lab.asked.Dataset != dataset {
			t.Errorf("%s: awaiting %v a run on %s", dataset, lab.awaiting, lab.asked.Dataset)
		}
	}
}

func TestLinkWithADatasetOnAServerWithoutOpensTheDigits(t *testing.T) {
	lab, _ := open(t, lang.En)
	state := Default()
	state.Dataset, state.Seed = Served("mnist"), 9
	lab.opened = false
	if got := lab.fromAddress(state.Query()); got.Dataset != DigitsColour || got.Seed != 9 {
		t.Errorf("it opens %+v", got)
	}
	for _, l := range lang.All() {
		if got := lab.refusal.sentence(l); !strings.Contains(got, "mnist") {
			t.Errorf("%s: it is said %q", l.Tag(), got)
		}
	}
	lab.server.index, lab.refusal = "/data/index", notice{}
	if got := lab.fromAddress(state.Query()); got != state || lab.refusal != (notice{}) {
		t.Errorf("on a server with datasets it opens %+v, refusal %+v", got, lab.refusal)
	}
}
