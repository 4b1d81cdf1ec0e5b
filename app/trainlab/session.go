package trainlab

import (
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/data"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// session is a worker and what is known of its run: all that has to be there again when
// the lab, left for another, is come back to. A visit has one. It is used on the page's
// one thread.
type session struct {
	lab       *Lab           // that shows it, nil while other labs are shown
	store     *Store         // what the worker has said
	weights   *weights.Store // to which the run's weights go
	unhandled Change         // of messages that no lab has reacted to yet
	refusal   notice         // of what the learner asked for last and did not get, until it is read

	settings
	samples
	training
	server serverFolders
	pad    padInput
}

// settings are what the controls show, and what runs were made from.
type settings struct {
	opened bool  // an address has been read
	state  State // what the controls show
	linked bool  // an address asked for that, and it waits for a new run

	run  State   // what the present run was made from, learning rate at its start
	rate float64 // the learning rate of the present run, which changes on the way

	asked    State // what the Configure on its way asks for
	awaiting bool  // that has not been answered yet

	custom string // the network that a link brought, to be chosen again
}

// samples are files on their way to the worker, and those that it has read.
type samples struct {
	loadID    int      // of the newest LoadFiles
	load      load     // files on their way
	loaded    Dataset  // whose files the worker has read, "" of none; store.Files describes them
	loadedSet int      // where they are the learner's own: which, see ownFiles.set
	ownFiles           // those that the next run on the learner's own files is made of
	runFiles  ownFiles // those that the present run is made of, where its dataset is Files
}

// training is the worker, and how many are to help it.
type training struct {
	client *client        // nil before the first, and where it was not worth keeping
	lost   trainer.Reason // why there is no worker
	cores  int            // of the visitor's computer
	// That are to share a run; no part of State, as they leave no trace in it.
	workers int
}

// serverFolders is the server's list of datasets.
type serverFolders struct {
	index    string         // where it is, "" where the server has none
	folders  []servedFolder // that it names
	unlisted bool           // it could not be read
}

// padInput is what the learner draws, and the newest question about it.
type padInput struct {
	ink *Ink
	pen Pen
	id  int // of the newest Predict
}

// ownFiles are files of the learner's own, once read; the zero value is none.
type ownFiles struct {
	set       int // tells them from others
	files     fileList
	fileNames []string
	own       data.Info // describes them
}

func newSession(store *weights.Store) *session {
	s := Default()
	return &session{
		store:    &Store{},
		weights:  store,
		settings: settings{state: s, run: s},
		training: training{cores: 1, workers: 1},
		server:   serverFolders{index: servedIndex()},
		pad:      padInput{ink: &Ink{}, pen: NewPen()},
	}
}

// startWorker starts a worker, of whose run nothing is known yet; its hello leads to the
// first Configure.
func (s *session) startWorker() {
	*s.store, s.load, s.loaded = Store{}, load{}, ""
	s.lost, s.awaiting, s.unhandled = trainer.NotLost, false, 0
	s.client = startClient(s)
}

// worthRender are the changes for which the page is rendered.
const worthRender = ^(ChangedSnapshot | ChangedPad)

// receive takes a message from the worker, outside of go-app.
func (s *session) receive(m train.Message) {
	if w, ok := m.(train.Weights); ok {
		s.keep(w)
		return
	}
	s.changed(s.store.Apply(m))
}

// progressed is told how far files have come that the page brings.
func (s *session) progressed(p FileProgress) { s.changed(s.store.Progressed(p)) }

// refused is told of a fault that the page finds.
func (s *session) refused(f Fault) { s.changed(s.store.Refused(f)) }

// changed follows up on a change in the store, outside of go-app.
func (s *session) changed(change Change) {
	s.unhandled |= change & worthRender
	s.keepPaused(change)
	if s.lab != nil {
		s.lab.received(change)
	}
}

// takeUnhandled is what has to be reacted to, once.
func (s *session) takeUnhandled() Change {
	c := s.unhandled
	s.unhandled = 0
	return c
}

// workerRestarted says that another worker goes on with the run.
func (s *session) workerRestarted(step int) {
	if l := s.lab; l != nil {
		l.Ctx.Dispatch(func(app.Context) { l.sayRestarted(step) })
	}
}

// sayRestarted says it where there is a run that it matters for.
func (l *Lab) sayRestarted(step int) {
	if l.store.Snap.Step > 0 {
		l.notice = notice{text: text.RunResumed.Fill(ui.Count(int64(step)))}
	}
}

func (s *session) workerGone(reason trainer.Reason) {
	if reason == trainer.Load && s.store.Ready {
		reason = trainer.Lost
	}
	s.lost = reason
	if l := s.lab; l != nil {
		l.Ctx.Dispatch(func(app.Context) { l.workerIsGone(reason) })
	}
}

// wouldLose reports whether closing the page loses a run that no link brings back: one on the
// learner's own files.
func (s *session) wouldLose() bool {
	return s.run.Dataset == Files && s.store.HasRun && s.store.Snap.Step > 0 && s.lost == trainer.NotLost
}
