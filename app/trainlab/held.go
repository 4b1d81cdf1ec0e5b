package trainlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/train"
)

// Held keeps the lab's run while other labs are shown, one at the most. The pages of both
// languages share it.
//
//	/train, left ──detach──> session, paused ──attach──> /train, come back to
//	                                         └─followAddress──> a new run, if the learner agrees
type Held struct {
	weights *weights.Store
	session *session // nil before the lab has been opened in a browser
}

// NewHeld holds no run yet; store is where weights are kept between labs.
func NewHeld(store *weights.Store) *Held { return &Held{weights: store} }

// detach has the run wait. A worker that has nothing that another would not have is ended,
// and its memory is free.
func (s *session) detach() {
	s.lab = nil
	if s.store.Fresh() && s.files.len() == 0 && s.load.files.len() == 0 {
		s.client.stop()
		s.client, s.load = nil, load{}
		return
	}
	if s.store.HasRun {
		s.client.send(train.Pause{}) // also where Run is still on its way
	}
}

// attach shows the session in this lab: its run as it was left or, where there is none any
// more, the first of a new worker.
func (l *Lab) attach() {
	l.held.session, l.lab = l.session, l
	l.react(l.takeUnhandled())
	snap := &l.store.Snap
	switch {
	case l.notice != (notice{}): // a fault has come meanwhile
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

// followAddress takes up an address with which the lab is come back to, or which is followed in it.
// Where it has the settings of the run that has waited, or those that wait for a new one, all
// goes on. Any others begin a new run, at once where that loses nothing.
func (l *Lab) followAddress(wanted State) {
	for _, s := range [...]State{l.state, l.current()} {
		if s.Sample = wanted.Sample; s == wanted {
			l.change(wanted)
			l.Rewrite(false)
			return
		}
	}
	shown := l.state.Sample
	l.dropQuestion()
	l.state = wanted
	l.Shared = ui.Shared{} // its link is of the settings before
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

// withStepAndSeed is a text about the run, whose places are for its step and its seed.
func (s *session) withStepAndSeed(t lang.Text) lang.Text {
	return t.Fill(ui.Count(int64(s.store.Snap.Step)), strconv.FormatUint(s.run.Seed, 10))
}
