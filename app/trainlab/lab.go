package trainlab

import (
	"errors"
	"runtime"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/train"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Lab is the page /train.
type Lab struct {
	app.Compo
	Page ui.Page

	shelf *weights.Shelf

	state State // what the controls show
	run   State // what the present run was made from, learning rate at its start
	asked State // what the Configure on its way asks for

	opened    bool   // the address has been read
	mounted   bool   // the page runs in a browser, so its controls work
	awaiting  bool   // a Configure has not been answered yet
	custom    string // the network that a link brought, to be chosen again
	loadID    int    // of the newest LoadFiles
	took      bool   // what it brought has become the dataset
	padID     int    // of the newest Predict
	files     fileList
	fileNames []string // of the files that store.Files came from
	notice    notice
	share     ui.Shared
	lost      trainer.Reason // why there is no worker

	store   *Store
	ink     *Ink
	pen     Pen
	painter *painter
	client  *client
	leaving *client // the worker's last answer is awaited, after the lab was left
	cores   int     // of the visitor's computer
	workers int     // that are to share a run; no part of State, as they leave no trace in it
	ctx     app.Context

	cameFrom string // the button whose focus Pause has, see followFocus

	release []func()
}

// notice is the sentence at the top of the lab.
type notice struct {
	kind  ui.NoticeKind
	fault *train.Fault // worded on each render, in the language of the page
	text  lang.Text
}

func (n notice) sentence(l lang.Lang) string {
	if n.fault != nil {
		return faultText(l, *n.fault)
	}
	return n.text.In(l)
}

// New is the lab in a language; shelf is where weights are kept between labs.
func New(page ui.Page, shelf *weights.Shelf) *Lab { return &Lab{Page: page, shelf: shelf} }

// OnInit prepares what the first render needs.
func (l *Lab) OnInit() {
	l.state = DefaultState()
	l.run = l.state
	l.store = &Store{}
	l.ink = &Ink{}
	l.pen = NewPen()
	l.cores, l.workers = 1, 1
}

// OnNav takes the settings from the address: all of them on the first visit,
// as wishes for a new run later. An address without settings (the language
// switch's) leaves the lab as it is.
func (l *Lab) OnNav(ctx app.Context) {
	l.Page.Head(ctx, text.Title, text.Description)
	query := ctx.Page().URL().RawQuery
	if l.opened && (query == "" || query == l.state.Query()) {
		replaceQuery(l.state.Query())
		return
	}
	state, err := ParseQuery(query)
	var wrong *QueryError
	if errors.As(err, &wrong) {
		l.notice = notice{kind: ui.Error, text: queryText(wrong)}
	}
	if state.Dataset == Files && l.store.Files.Classes == 0 {
		state.Dataset = DigitsColour
		l.notice = notice{text: text.FilesGone}
	}
	if !l.opened {
		l.opened = true
		l.state, l.run = state, state
		if l.notice != (notice{}) { // the address says what the lab does not show
			replaceQuery(state.Query())
		}
		return
	}
	l.change(state)
}

// mostAtFirst is how many workers a lab begins with at most: more help little
// with minibatches of the usual size, and each takes its memory.
const mostAtFirst = 8

// OnMount starts the worker and the frames.
func (l *Lab) OnMount(ctx app.Context) {
	l.ctx = ctx
	l.mounted = true
	l.cores = coreCount()
	l.workers = min(l.cores, mostAtFirst)
	l.painter = newPainter(l)
	l.recall()
	l.startWorker()
	frames := ui.StartFrames(l.painter.frame)
	l.release = append(l.release,
		frames.Stop,
		ui.OnTheme(func(viz.Theme) { l.painter.repaint() }),
		ui.OnKey(l.key),
		listenDrops(func(files fileList) { ctx.Dispatch(func(app.Context) { l.takeFiles(files) }) }),
		listenPad(l),
		listenLeave(l.wouldLose),
	)
}

// OnResize draws the canvases again in their new size.
func (l *Lab) OnResize(ctx app.Context) {
	if l.painter != nil {
		l.painter.repaint()
	}
}

// OnDismount ends all that OnMount began.
func (l *Lab) OnDismount() {
	for _, release := range l.release {
		release()
	}
	l.release = nil
	if s := &l.store.Snap; s.Step > 0 {
		l.shelf.Leave(weights.Left{Step: s.Step, Seed: l.run.Seed})
	}
	l.depart()
	l.client = nil
	l.mounted = false
}

// startWorker starts a worker; its hello leads to the first Configure.
func (l *Lab) startWorker() {
	l.lost = trainer.NotLost
	l.awaiting = false
	l.client = startClient(trainer.URL(), l.receive, l.workerGone)
}

// receive takes a message from the worker, outside of go-app.
func (l *Lab) receive(m train.Message) {
	if w, ok := m.(train.Weights); ok {
		l.keep(w)
		l.leaving.stop()
		return
	}
	change := l.store.Apply(m)
	if l.leaving != nil {
		return
	}
	l.keepPaused(change)
	l.painter.received(change)
	if change&^(ChangedSnapshot|ChangedPad) == 0 {
		return
	}
	// Numbers and state wait for the render, so that whoever reads them finds
	// the buttons that go with them.
	l.painter.held++
	l.ctx.Dispatch(func(ctx app.Context) {
		l.react(change)
		ctx.Defer(func(app.Context) {
			l.painter.held--
			l.painter.showState()
			if change&ChangedState != 0 {
				l.followFocus()
			}
		})
	})
}

func (l *Lab) workerGone(reason trainer.Reason) {
	if l.leaving != nil {
		return
	}
	if reason == trainer.Load && l.store.Ready {
		reason = trainer.Lost
	}
	l.ctx.Dispatch(func(app.Context) { l.workerIsGone(reason) })
}

func (l *Lab) workerIsGone(reason trainer.Reason) {
	l.lost = reason
	l.notice = notice{kind: ui.Error, text: lossSentence(reason)}
	l.store.Reading = false
	l.awaiting = false
	l.painter.showState()
}

// react follows up on a change in the store, on go-app's goroutine.
func (l *Lab) react(change Change) {
	if change&ChangedReady != 0 {
		l.greet()
	}
	if change&ChangedRun != 0 && l.awaiting {
		l.awaiting = false
		l.run = l.asked
		if last := l.lastSample(); l.state.Sample > last { // of a link, or of a larger dataset
			l.state.Sample %= last + 1
			replaceQuery(l.state.Query())
		}
		l.watch()
		l.painter.padChanged()
	}
	if change&ChangedDataset != 0 && l.loadID != 0 && l.store.FilesID == l.loadID && !l.took {
		l.took = true
		l.filesRead()
	}
	if change&ChangedFault != 0 {
		l.fault(*l.store.Fault)
	}
	l.announce(change)
}

// greet answers the worker's hello with the run that the controls show.
func (l *Lab) greet() {
	if l.store.Hello.Version != train.MessageVersion {
		l.client.stop()
		l.workerIsGone(trainer.Version)
		return
	}
	// The collector's first cycle takes the page several times as long as the
	// later ones, because the browser compiles its code on the way. It is had
	// now, while the visitor waits anyway, and not in the middle of a run.
	runtime.GC()
	if l.state.Dataset == Files && l.files.len() > 0 { // a worker restarted: it knows no files yet
		l.sendFiles()
		return
	}
	l.configure(l.state)
}

// configure asks for a new run.
func (l *Lab) configure(s State) {
	l.asked = s
	l.awaiting = true
	cfg := s.Config(l.store.Files)
	cfg.Workers = l.workers
	l.client.send(train.Configure{Config: cfg})
}

// watch asks for the chosen sample and its maps.
func (l *Lab) watch() {
	l.client.send(train.Watch{Sample: l.state.Sample, Test: true, Maps: true})
}

// fault shows what was refused, and takes back the settings that were.
func (l *Lab) fault(f train.Fault) {
	if f.ID != 0 && f.ID == l.padID {
		return // a later drawing will be answered
	}
	l.notice = notice{kind: ui.Error, fault: &f}
	if f.Fatal {
		l.client.stop()
		l.lost = trainer.Lost
		l.store.Reading = false
	}
	if f.ID == 0 && l.awaiting {
		l.awaiting = false
		switch {
		case l.store.HasRun:
			l.state = l.run
			replaceQuery(l.state.Query())
		case !f.Fatal && l.asked != DefaultState(): // what a link asked for cannot be
			l.state = DefaultState()
			replaceQuery("")
			l.configure(l.state)
		}
	}
	l.painter.showState()
}
