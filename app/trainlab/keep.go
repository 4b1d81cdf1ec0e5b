package trainlab

import (
	"strconv"
	"time"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/nn/weightfile"
	"stridelab/train"
)

// Whenever a run stands still, and when the lab is left, its weights go to the shelf, where
// other labs find them.

// leaveTime is how long a worker may take for its last answer after the lab was left.
const leaveTime = 10 * time.Second

// keepPaused asks for the weights of a run that has learnt something and now stands still.
func (l *Lab) keepPaused(change Change) {
	s := l.store.Snap
	if change&ChangedState != 0 && s.Step > 0 && (s.State == train.Paused || s.State == train.Failed) {
		l.client.send(train.GetWeights{})
	}
}

// depart lets the worker say what it has learnt before it ends.
func (l *Lab) depart() {
	c := l.client
	if !l.store.Busy() {
		c.stop() // its weights were kept when it paused
		return
	}
	l.leaving = c
	c.send(train.Pause{})
	c.send(train.GetWeights{})
	time.AfterFunc(leaveTime, c.stop)
}

// recall says what has become of the run that was left last.
func (l *Lab) recall() {
	if left := l.shelf.Return(); left != nil && l.notice == (notice{}) {
		step, seed := formatCount(int64(left.Step)), strconv.FormatUint(left.Seed, 10)
		l.notice = notice{text: lang.T(text.RunLeft.With(lang.En, step, seed), text.RunLeft.With(lang.Ko, step, seed))}
	}
}

// keep puts the run's weights on the shelf.
func (l *Lab) keep(w train.Weights) {
	net, err := nn.ParseSpec(w.Net)
	if err != nil || w.Step == 0 {
		return
	}
	about := weightfile.About{Dataset: l.store.Dataset.Kind.String(), Seed: l.run.Seed, Steps: w.Step, Seen: w.Seen, Accuracy: -1, MNIST: -1}
	if _, ok := l.store.TestedAt(); ok {
		about.Accuracy, about.Tested = float64(l.store.Snap.TestAccuracy), l.store.Snap.Tested
	}
	l.shelf.Keep(net, w.Params, about)
}
