package trainlab

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// leave puts a lab's session aside, as happens in a browser when another lab is opened.
func leave(lab *Lab) {
	lab.held.session, lab.lab, lab.client = lab.session, lab, &client{}
	lab.detach()
}

// comeBack opens the lab again, at an address without settings.
func comeBack(t *testing.T, left *Lab) *Lab {
	t.Helper()
	lab := New(left.Page, left.held)
	engine := app.NewTestEngine()
	if err := engine.Load(lab); err != nil {
		t.Fatal(err)
	}
	engine.ConsumeAll()
	lab.OnPage = true
	lab.painter = newPainter(lab)
	lab.attach()
	return lab
}

// trained returns a lab whose run is paused at step 7.
func trained(t *testing.T) *Lab {
	t.Helper()
	lab := mounted(t)
	tell(lab, train.Snapshot{Run: 1, State: train.Paused, Step: 7, LossPoints: []train.Point{{Step: 7, Loss: 2}}})
	return lab
}

func TestRunIsThereAgainAsItWasLeft(t *testing.T) {
	left := trained(t)
	left.pad.ink.Stroke(20, 20, 40, 40)
	tell(left, train.Snapshot{Run: 1, State: train.Running, Step: 8})
	leave(left)
	// The worker sends these while it pauses.
	left.receive(train.Snapshot{Run: 1, State: train.Paused, Step: 9, LossPoints: []train.Point{{Step: 9, Loss: 1}}})
	left.receive(train.Weights{Net: nn.LeNet().String(), Step: 9, Params: []float32{1}})
	if left.weights.Visit(nn.LeNet()) == nil {
		t.Error("the weights of a run that was left are not in the store of weights")
	}
	lab := comeBack(t, left)
	if lab.store.Snap.Step != 9 || lab.store.Recent.Last() != 9 || lab.pad.ink.Empty() || lab.pending() || lab.awaiting || lab.stateWord() != "paused" {
		t.Errorf("it is in state %q at step %d, its log ends at %d, awaiting %v", lab.stateWord(), lab.store.Snap.Step, lab.store.Recent.Last(), lab.awaiting)
	}
	for _, l := range lang.All() {
		if got, want := lab.notice.sentence(l), text.RunHeld.With(l, 9); got != want {
			t.Errorf("%s: got %q, want %q", l.Tag(), got, want)
		}
	}
	lab.start()
	if lab.notice != (notice{}) {
		t.Error("the notice stays when the run goes on")
	}
}

func TestNoticeOfAHeldRunIsOfItsLastStepAndOfNoOther(t *testing.T) {
	left := trained(t)
	tell(left, train.Snapshot{Run: 1, State: train.Running, Step: 8})
	leave(left)
	lab := comeBack(t, left) // before the worker has paused
	tell(lab, train.Snapshot{Run: 1, State: train.Paused, Step: 9})
	if got := lab.notice.sentence(lang.En); !strings.Contains(got, "step 9 ") {
		t.Errorf("got %q, want step 9", got)
	}
	lab.configure(lab.state)
	tell(lab, train.Snapshot{Run: 2})
	if lab.notice != (notice{}) {
		t.Errorf("of the run after it is said: %q", lab.notice.sentence(lang.En))
	}
}

func TestAddressDecidesWhetherTheHeldRunGoesOn(t *testing.T) {
	run := Default()
	shown := run.WithOptimizer(SGD) // these settings wait for a new run
	with := func(change func(*State)) State { s := run; change(&s); return s }
	for _, c := range []struct {
		what   string
		wanted State
		goesOn bool
	}{
		{"the settings as they were left", shown, true},
		{"those of the run", run, true},
		{"those of the run and another sample", with(func(s *State) { s.Sample = 3 }), true},
		{"another seed", with(func(s *State) { s.Seed = 2 }), false},
		{"another learning rate", with(func(s *State) { s.LearningRate = 0.5 }), false},
		{"another net", run.WithNet(NetGAP), false},
	} {
		left := trained(t)
		left.SetChoice(app.Context{}, idOpt, string(SGD))
		leave(left)
		lab := comeBack(t, left)
		if !lab.pending() {
			t.Fatalf("%s: the settings that wait are forgotten", c.what)
		}
		lab.followAddress(c.wanted)
		if lab.awaiting || lab.state != c.wanted || lab.linked == c.goesOn {
			t.Errorf("%s: a run is lost unasked: %v; asks %v, want %v; settings %+v", c.what, lab.awaiting, lab.linked, !c.goesOn, lab.state)
		}
		if got, want := lab.notice.sentence(lang.Ko), text.RunHeld.With(lang.Ko, 7); got != want {
			t.Errorf("%s: got %q, want %q", c.what, got, want)
		}
		if c.goesOn {
			continue
		}
		html := app.HTMLString(lab.Render())
		for _, want := range []string{text.PendingLink.In(lang.En), lost(lang.En, 7)} {
			if n := strings.Count(html, want); n != 1 {
				t.Errorf("%s: the page says %d times %q", c.what, n, want)
			}
		}
		lab.keepOld()
		if lab.state != with(func(s *State) { s.Sample = c.wanted.Sample }) || lab.pending() {
			t.Errorf("%s: the run is kept with the settings %+v, pending %v", c.what, lab.state, lab.pending())
		}
		lab.followAddress(c.wanted)
		lab.apply()
		tell(lab, train.Snapshot{Run: 2})
		if lab.run != c.wanted || lab.pending() {
			t.Errorf("%s: the new run is of %+v, pending %v", c.what, lab.run, lab.pending())
		}
	}
}

func TestRunWhoseWorkerDiedMeanwhileIsToldOf(t *testing.T) {
	left := trained(t)
	left.run.Seed, left.state.Seed = 5, 5
	leave(left)
	left.workerGone(trainer.Load)
	lab := comeBack(t, left)
	if lab.lost != trainer.NotLost || lab.store.HasRun || lab.state.Seed != 5 || lab.notice.kind != ui.Error {
		t.Errorf("lost %v, has a run %v, seed %d, notice %+v; want a new worker for the same settings", lab.lost, lab.store.HasRun, lab.state.Seed, lab.notice)
	}
	for _, l := range lang.All() {
		if got, want := lab.notice.sentence(l), text.RunLost.With(l, 7, 5); got != want {
			t.Errorf("%s: got %q, want %q", l.Tag(), got, want)
		}
	}
}

func TestFaultOfAHeldRunIsStillSaid(t *testing.T) {
	for _, whenAway := range []bool{false, true} {
		left := trained(t)
		failed := func(send func(train.Message)) {
			send(train.Snapshot{Run: 1, State: train.Failed, Step: 6})
			send(train.Fault{Code: "train-diverged", Args: []string{"7", "9"}})
		}
		if !whenAway {
			failed(func(m train.Message) { tell(left, m) })
		}
		leave(left)
		if whenAway {
			failed(left.receive)
		}
		if lab := comeBack(t, left); lab.notice.fault == nil || lab.notice.fault.Code != "train-diverged" || lab.stateWord() != "failed" {
			t.Errorf("away %v: notice %+v in state %q", whenAway, lab.notice, lab.stateWord())
		}
	}
}

func TestRunAtStepZeroLeavesItsSettingsAndNoWorker(t *testing.T) {
	left := mounted(t)
	left.SetNumber(app.Context{}, idSeed, 77)
	leave(left)
	if left.client != nil {
		t.Error("a worker that has done nothing stays")
	}
	lab := comeBack(t, left)
	if lab.state.Seed != 77 || lab.notice != (notice{}) || lab.store.HasRun {
		t.Errorf("seed %d, notice %q", lab.state.Seed, lab.notice.sentence(lang.En))
	}
}

func TestLinkFromAnotherPageAlwaysHasSettings(t *testing.T) {
	for _, s := range []State{Default(), Default().WithNet(NetGAP)} {
		if got, err := ParseQuery(s.Link()); s.Link() == "" || err != nil || got != s {
			t.Errorf("%q: %+v, %v", s.Link(), got, err)
		}
	}
}
