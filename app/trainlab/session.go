package trainlab

import (
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/data"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// session holds the worker, and everything about its run that must be there again when the learner
// comes back from another lab. There is one until the page is loaded again. It is used on the
// page's one thread.
type session struct {
	lab       *Lab           // the lab that shows it, nil while another lab is shown
	store     *Store         // what the worker has reported
	weights   *weights.Store // gets the run's weights
	unhandled Change         // changes that no lab has reacted to yet
	refusal   notice         // what the learner asked for last and did not get, until it is closed

	settings
	samples
	training
	server serverFolders
	pad    padInput
}

// settings holds what the controls show, and what runs were made from.
type settings struct {
	opened bool  // an address has been read
	state  State // what the controls show
	linked bool  // state comes from an address, and waits for a new run

	run  State   // what the present run was made from; its learning rate is the first one
	rate float64 // the present learning rate of the run

	asked    State // the settings of the newest Configure, or of the one that waits for files
	awaiting bool  // the newest Configure has not been answered yet

	custom string // a link's custom network, so that it can be chosen again
}

// samples holds the files on their way to the worker, and those that it has read.
type samples struct {
	loadID    int      // the id of the newest LoadFiles
	load      load     // files on their way
	loaded    Dataset  // whose files the worker has read, "" for none; store.Files describes them
	loadedSet int      // which of the learner's own files the worker has read, see ownFiles.set
	ownFiles           // the learner's own files for the next run on such
	runFiles  ownFiles // the learner's own files of the present run, if its dataset is Files
}

// training holds the worker, and how many workers share a run.
type training struct {
	client *client        // nil before the first worker, and after a stopped one
	lost   trainer.Reason // why the worker is lost
	cores  int            // how many threads the visitor's computer runs at once
	// How many workers are to share a run. It is not in State, because the results do not depend on
	// it.
	workers int
	// Start was pressed before there was a run: the run starts when it is there.
	startWhenLoaded bool
}

// serverFolders holds the server's list of datasets.
type serverFolders struct {
	index    string         // the address of the list, "" if the server has none
	folders  []servedFolder // the folders in the list
	unlisted bool           // the newest list could not be fetched or read
}

// padInput holds the drawing, and the newest request to read it.
type padInput struct {
	ink *Ink
	pen Pen
	id  int // the id of the newest Predict

	shown bool // the drawing is the input that the stage shows
}

// ownFiles holds files of the learner's own that have been read. The zero value holds none.
type ownFiles struct {
	set       int // differs for each choice of files
	files     fileList
	fileNames []string
	own       data.Info // describes them
}

// newSession returns a session with the default settings and without a worker. store gets the
// weights of its runs.
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

// startWorker starts a worker and forgets the run before. The worker's Hello leads to the first
// Configure.
func (s *session) startWorker() {
	*s.store, s.load, s.loaded = Store{}, load{}, ""
	s.lost, s.awaiting, s.unhandled, s.startWhenLoaded = trainer.NotLost, false, 0, false
	s.client = startClient(s)
}

// worthRender is the changes for which the page is rendered.
const worthRender = ^(ChangedSnapshot | ChangedPad)

// receive takes a message from the worker. It is called outside of go-app's goroutine, as are
// progressed, refused and changed.
func (s *session) receive(m train.Message) {
	if w, ok := m.(train.Weights); ok {
		s.keep(w)
		return
	}
	s.changed(s.store.Apply(m))
}

// progressed takes the progress of files that the page fetches.
func (s *session) progressed(p FileProgress) { s.changed(s.store.Progressed(p)) }

// refused takes a fault that the page has found.
func (s *session) refused(f Fault) { s.changed(s.store.Refused(f)) }

// changed notes a change in the store and tells the lab, if one is shown.
func (s *session) changed(change Change) {
	s.unhandled |= change & worthRender
	s.keepPaused(change)
	if s.lab != nil {
		s.lab.received(change)
	}
}

// takeUnhandled returns the changes that no lab has reacted to, and forgets them.
func (s *session) takeUnhandled() Change {
	c := s.unhandled
	s.unhandled = 0
	return c
}

// workerRestarted is called when another worker has taken over the run at a step.
func (s *session) workerRestarted(step int) {
	if l := s.lab; l != nil {
		l.Ctx.Dispatch(func(app.Context) { l.sayRestarted(step) })
	}
}

// sayRestarted says so, if the run has made a step.
func (l *Lab) sayRestarted(step int) {
	if l.store.Snap.Step > 0 {
		l.notice = notice{text: text.RunResumed.Fill(ui.Count(int64(step)))}
	}
}

// workerGone is called when the worker is lost. A worker that has said hello was loaded, so it
// cannot have failed to load.
func (s *session) workerGone(reason trainer.Reason) {
	if reason == trainer.Load && s.store.Ready {
		reason = trainer.Lost
	}
	s.lost = reason
	if l := s.lab; l != nil {
		l.Ctx.Dispatch(func(app.Context) { l.workerIsGone(reason) })
	}
}

// wouldLose reports whether closing the page loses a run that no link can repeat: one on the
// learner's own files.
func (s *session) wouldLose() bool {
	return s.run.Dataset == Files && s.store.HasRun && s.store.Snap.Step > 0 && s.lost == trainer.NotLost
}
