package trainlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/train"
)

// Held keeps the session of the lab while other labs are shown. The pages of all languages share
// it.
//
//	/train, left ──detach──> session, paused ──attach──> /train again
//	                                         └─followAddress──> a new run, if the learner agrees
type Held struct {
	weights *weights.Store
	session *session // nil until the lab is opened in a browser
}

// NewHeld returns a Held without a session. store keeps the weights that labs share.
func NewHeld(store *weights.Store) *Held { return &Held{weights: store} }

// detach pauses the run, because the lab is being left. It stops a worker that has neither steps
// nor the learner's own files, because a new one would be no different. That frees its memory.
func (s *session) detach() {
	s.lab = nil
	if s.store.Fresh() && s.files.len() == 0 && s.load.files.len() == 0 {
		s.client.stop()
		s.client, s.load = nil, load{}
		return
	}
	if s.store.HasRun {
		s.client.send(train.Pause{}) // even if it does not run yet: a Run may be on its way
	}
}

// attach shows the session in this lab. Its run is as it was left. If there is no worker any more,
// a new one starts.
func (l *Lab) attach() {
	l.held.session, l.lab = l.session, l
	l.react(l.takeUnhandled())
	snap := &l.store.Snap
	switch {
	case l.notice != (notice{}): // a fault came while the lab was not shown
	case l.lost != trainer.NotLost && snap.Step > 0:
		l.notice = notice{kind: ui.Error, text: l.withStepAndSeed(text.RunLost)}
	case snap.State == train.Failed && l.store.Fault != nil && l.store.Fault.ID == 0:
		l.notice = notice{kind: ui.Error, fault: l.store.Fault}
	case snap.Step > 0:
		l.notice = notice{held: snap}
	}
	if l.client == nil || l.lost != trainer.NotLost {
		l.startWorker()
	}
}

// followAddress follows an address while there is a run that has trained. If the address has the
// settings of that run, or those that the controls show, everything goes on. Other settings need a
// new run: it begins at once if that loses nothing, otherwise the page asks.
func (l *Lab) followAddress(wanted State) {
	for _, s := range [...]State{l.state, l.current()} {
		if s.seenAs(wanted) == wanted {
			l.change(wanted)
			l.Rewrite(false)
			return
		}
	}
	shown := l.state.Sample
	l.dropQuestion()
	l.state = wanted
	l.Shared = ui.Shared{} // its link holds the settings before
	l.Rewrite(false)
	switch {
	case !l.store.Fresh() && l.lost == trainer.NotLost:
		l.linked = true
		if wanted.Sample != shown {
			l.watch()
		}
	case l.store.Ready:
		l.configure(wanted)
	}
}

// withStepAndSeed fills the step and the seed of the run into a text.
func (s *session) withStepAndSeed(t lang.Text) lang.Text {
	return t.Fill(ui.Count(int64(s.store.Snap.Step)), strconv.FormatUint(s.run.Seed, 10))
}
