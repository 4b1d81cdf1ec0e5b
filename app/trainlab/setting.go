package trainlab

import (
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The ids of the controls, which are also their names in SetChoice and SetNumber.
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

// idSettings is the heading above the controls.
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

// setWorkers changes how many workers share the run. That leaves no trace in it,
// so it needs no new one.
func (l *Lab) setWorkers(n int) {
	l.dropQuestion()
	l.workers = n
	if l.ready() || l.awaiting {
		l.client.send(train.SetWorkers{N: n})
	}
}

// change makes s the settings. What can change in a run does so at once; the rest begins a new run
// when that loses nothing, and waits for one otherwise.
func (l *Lab) change(s State) {
	before := l.state
	if s == before {
		return
	}
	l.dropQuestion()
	l.state = s
	l.Shared = ui.Shared{} // its link is of the settings before
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
		// What goes with another choice waits with it.
		l.rate = s.LearningRate
		l.client.send(train.SetLearningRate{Rate: s.LearningRate})
	}
	if s.Sample != before.Sample {
		l.watch()
		l.painter.speech.sampleMoved(s.Sample, l.painter.now)
	}
}

// current is what the present run is made from, or the one on its way.
func (l *Lab) current() State {
	if l.newRunComing() {
		return l.asked
	}
	return l.run
}

// pending reports whether the controls show settings that wait for a new run.
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
	next := idSettings // not what leave does, as there is more to set here
	if l.linked {
		next = "train-start"
	}
	l.Ctx.Defer(func(app.Context) { focus(next) })
	l.keepOld()
}

// focusStart takes the focus from a button that is about to disappear to the one that is likeliest next,
// so that a keyboard does not lose its place.
//
// It waits for the render through the lab's context: that of a button that is gone
// runs nothing any more.
func (l *Lab) focusStart() {
	l.Ctx.Defer(func(app.Context) { focus("train-start") })
}

func (l *Lab) keepOld() {
	s := l.run
	s.LearningRate, s.Sample = l.rate, l.state.Sample
	l.linked = false
	if l.run.Dataset == Files {
		l.ownFiles = l.runFiles
	}
	l.change(s)
}

func (l *Lab) onDefaults(ctx app.Context, e app.Event) { l.change(Default()) }

func (l *Lab) onPreviousSample(ctx app.Context, e app.Event) { l.moveSample(-1) }
func (l *Lab) onNextSample(ctx app.Context, e app.Event)     { l.moveSample(1) }

// lastSample is the index of the last test sample, as far as is known.
func (l *Lab) lastSample() int {
	if n := l.store.Dataset.Info.Test; n > 0 {
		return min(n-1, MaxSample)
	}
	return MaxSample
}

// moveSample shows another test sample, the first after the last.
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
