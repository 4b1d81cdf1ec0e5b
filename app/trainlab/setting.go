package trainlab

import (
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The ids of the controls. SetChoice and SetNumber get them too.
const (
	idDataset = "dataset"
	idNet     = "network"
	idPool    = "pooling"
	idInit    = "init"
	idOpt     = "optimizer"
	idRate    = "learning-rate"
	idBatch   = "batch-size"
	idSeed    = "seed"
	idSample  = "sample"
	idWorkers = "workers"
)

// idSettings is the id of the heading above the controls.
const idSettings = "settings"

// SetChoice implements ui.ChoiceSetter.
func (l *Lab) SetChoice(ctx app.Context, id, value string) {
	s := l.state
	switch id {
	case idDataset:
		s.Dataset = Dataset(value)
	case idNet:
		if s.Net == NetCustom {
			l.custom = s.Custom
		}
		if s = s.WithNet(Net(value)); s.Net == NetCustom {
			s.Custom = l.custom
		}
	case idPool:
		s.Pool = Pool(value)
	case idInit:
		s.Init = Init(value)
	case idOpt:
		s = s.WithOptimizer(Optimizer(value))
	}
	l.change(s)
}

// SetNumber implements ui.NumberSetter. The control has checked the range.
func (l *Lab) SetNumber(ctx app.Context, id string, value float64) {
	s := l.state
	switch id {
	case idRate:
		s.LearningRate = value
	case idBatch:
		s.Batch = int(value)
	case idSeed:
		s.Seed = uint64(value)
	case idSample:
		s.Sample = int(value)
	case idWorkers:
		l.setWorkers(int(value))
		return
	}
	l.change(s)
}

// setWorkers changes how many workers share the run. The results do not depend on it, so it needs
// no new run.
func (l *Lab) setWorkers(n int) {
	l.dropQuestion()
	l.workers = n
	if l.ready() || l.awaiting {
		l.client.send(train.SetWorkers{N: n})
	}
}

// change shows the settings s. The learning rate and the sample change at once, in the run that is
// on. The other settings need a new run: it begins at once if that loses nothing, otherwise it
// waits for the learner.
func (l *Lab) change(s State) {
	before := l.state
	if s == before {
		return
	}
	l.dropQuestion()
	l.state = s
	l.Shared = ui.Shared{} // its link holds the settings before
	l.Rewrite(false)
	if !l.store.Ready || l.lost != trainer.NotLost {
		return
	}
	fresh := l.store.Fresh()
	switch {
	case fresh && (NeedsNewRun(l.current(), s) || s.LearningRate != l.current().LearningRate):
		l.clearOldFaults()
		l.configure(s)
		return
	case s.LearningRate != before.LearningRate && !NeedsNewRun(before, s):
		// A rate that another choice has brought waits with that choice.
		l.rate = s.LearningRate
		l.client.send(train.SetLearningRate{Rate: s.LearningRate})
	}
	if s.Sample != before.Sample {
		l.pad.shown = false
		l.watch()
		l.painter.speech.sampleMoved(s.Sample, l.painter.now)
	}
}

// current returns the settings of the run that is on its way, or else of the present run.
func (l *Lab) current() State {
	if l.newRunComing() {
		return l.asked
	}
	return l.run
}

// pending reports whether settings or files wait for a new run.
func (l *Lab) pending() bool {
	return l.store.HasRun && !l.newRunComing() && (NeedsNewRun(l.run, l.state) || l.otherFiles() || l.linked)
}

func (l *Lab) onApply(ctx app.Context, e app.Event) {
	l.apply()
	l.focusStart()
}

// apply begins a run with the settings that wait for one.
func (l *Lab) apply() {
	l.clearOldFaults()
	l.configure(l.state)
}

func (l *Lab) onKeepOld(ctx app.Context, e app.Event) {
	next := idSettings // not Start, because there is more to set here
	if l.linked {
		next = "train-start"
	}
	l.Ctx.Defer(func(app.Context) { focus(next) })
	l.keepOld()
}

// focusStart moves the focus from a button that is about to disappear to Start, so that the
// keyboard does not lose its place.
//
// It waits for the render with the context of the lab. The context of a button that has disappeared
// runs nothing any more.
func (l *Lab) focusStart() {
	l.Ctx.Defer(func(app.Context) { focus("train-start") })
}

// keepOld shows the settings and the files of the present run again.
func (l *Lab) keepOld() {
	s := l.run
	s = s.seenAs(l.state)
	s.LearningRate = l.rate
	l.linked = false
	if l.run.Dataset == Files {
		l.ownFiles = l.runFiles
	}
	l.change(s)
}

func (l *Lab) onDefaults(ctx app.Context, e app.Event) {
	s := Default()
	s.Tab = l.state.Tab
	l.change(s)
}

func (l *Lab) onPreviousSample(ctx app.Context, e app.Event) { l.moveSample(-1) }
func (l *Lab) onNextSample(ctx app.Context, e app.Event)     { l.moveSample(1) }

// lastSample returns the index of the last test sample, or MaxSample while their number is not
// known.
func (l *Lab) lastSample() int {
	if n := l.store.Dataset.Info.Test; n > 0 {
		return min(n-1, MaxSample)
	}
	return MaxSample
}

// moveSample moves to another test sample. The first one follows the last.
func (l *Lab) moveSample(by int) {
	n := max(1, l.store.Dataset.Info.Test)
	s := l.state
	s.Sample = ((s.Sample%n+by)%n + n) % n
	l.change(s)
}

func (l *Lab) onRandomSample(ctx app.Context, e app.Event) {
	s := l.state
	s.Sample = randomIndex(min(MaxSample, l.store.Dataset.Info.Test))
	l.change(s)
}
