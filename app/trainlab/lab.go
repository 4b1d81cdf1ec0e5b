package trainlab

import (
	"errors"
	"runtime"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/netstage"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/train"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// base is what this lab has in common with the others.
type base = lab.Base[State]

// Lab is the page /train.
type Lab struct {
	app.Compo
	Page ui.Page

	base
	*session  // the worker and its run; Held keeps it while another lab is shown
	held      *Held
	returning bool // the session is of an earlier visit to this lab, and OnNav has not run yet

	notice    notice
	asks      bool // the page asks whether to reset the run, see ask.go
	painter   *painter
	stage     *netstage.Stage // the network between its input and its answer
	unit      [2]int          // the row and the unit whose weights the stage shows
	place     netstage.Place  // the number that was opened on the stage; row 0 for none
	focusBack string          // the button that gets the focus back from Pause, see followFocus
}

// notice is the sentence at the top of the lab.
type notice struct {
	kind  ui.NoticeKind
	fault *Fault          // its sentence is made on each render, in the language of the page
	held  *train.Snapshot // the run that has waited; its worker may not have paused it yet
	text  lang.Text

	data    bool // it refuses data; the run goes on with those it has
	standIn bool // the built-in digits replace the data that the fault is about
}

// sentence is what a person reads, in a language; "" for no notice.
func (n notice) sentence(l lang.Lang) string {
	switch {
	case n.standIn:
		return join(n.fault.sentence(l), text.StandIn.In(l))
	case n.fault != nil:
		return n.fault.sentence(l)
	case n.held != nil:
		return text.RunHeld.With(l, ui.Count(int64(n.held.Step)))
	}
	return n.text.In(l)
}

// New returns the lab for a page. held keeps its session while other labs are shown.
func New(page ui.Page, held *Held) *Lab { return &Lab{Page: page, held: held} }

// OnInit prepares the first render.
func (l *Lab) OnInit() {
	l.Init(lab.States[State]{Now: func() State { return l.state }})
	l.stage = netstage.New(idStage)
	l.stage.Watch, l.stage.Open = l.onStageWatch, l.onStageOpen
	l.session, l.returning = l.held.session, l.held.session != nil
	if !l.returning {
		l.session = newSession(l.held.weights)
	}
}

// OnNav takes the settings from the address. On the first visit the lab begins with them. Later
// they may need a new run (see change and followAddress). An address without settings leaves the
// lab as it is: the language switch and the way back from another lab lead to one.
func (l *Lab) OnNav(ctx app.Context) {
	returning := l.returning
	l.returning = false
	l.Page.Head(ctx, text.Title, text.Description)
	if l.painter != nil { // the language may be another one
		l.painter.repaint()
	}
	query := ctx.Page().URL().RawQuery
	if l.opened && (query == "" || query == l.state.Query()) {
		l.Rewrite(false)
		return
	}
	state := l.fromAddress(query)
	if !l.opened {
		l.opened = true
		l.state, l.run = state, state
		// The address names settings that the lab did not take.
		if l.refusal != (notice{}) || hasUnknownKey(query) {
			l.Rewrite(false)
		}
		return
	}
	if returning || !l.store.Fresh() {
		l.followAddress(state)
		return
	}
	l.change(state)
}

// fromAddress returns the state that an address asks for. If the lab cannot have a part of it, a
// notice says so.
func (l *Lab) fromAddress(query string) State {
	state, err := ParseQuery(query)
	var wrong *lab.QueryError
	if errors.As(err, &wrong) {
		l.refuse(notice{kind: ui.Error, text: wrong.Sentence()})
	}
	if folder, served := state.Dataset.Folder(); served && l.server.index == "" {
		state.Dataset = DigitsColour
		l.refuse(notice{text: servedText(text.ServedNone, folder)})
	} else if state.Dataset == Files && l.own.Classes == 0 {
		state.Dataset = DigitsColour
		l.refuse(notice{text: text.FilesGone})
	}
	return state
}

// maxFirstWorkers is the most workers that a lab begins with. More of them hardly speed up
// minibatches of the usual size, and each takes memory.
const maxFirstWorkers = 8

// OnMount starts the frames and the worker, or takes over a session that has waited.
func (l *Lab) OnMount(ctx app.Context) {
	l.Mount(ctx)
	if !l.returning {
		l.cores = coreCount()
		l.workers = min(l.cores, maxFirstWorkers)
		listenLeave(l.session.wouldLose) // never released: the session lasts as long as the page
	}
	l.painter = newPainter(l)
	l.stage.Mount(&l.Releases)
	l.attach()
	l.loadServedList()
	frames := ui.StartFramesWhen(l.painter.due, l.painter.frame)
	l.Releases.Add(
		frames.Stop,
		ui.OnTheme(func(viz.Theme) { l.painter.repaint() }),
		ui.OnKey(l.key),
	)
	l.Releases.Add(listenDrops(func(files fileList) { l.Act(func() { l.takeFiles(files) }) })...)
	l.Releases.Add(listenPad(l)...)
}

// OnResize draws the canvases again in their new size.
func (l *Lab) OnResize(ctx app.Context) {
	if l.painter != nil {
		l.painter.repaint()
	}
}

// OnDismount ends what OnMount began, and lets the session wait in Held.
func (l *Lab) OnDismount() {
	l.Unmount()
	l.session.detach()
}

// received shows what a message has changed. It is called outside of go-app's goroutine.
func (l *Lab) received(change Change) {
	l.painter.received(change)
	if change&worthRender == 0 {
		return
	}
	// Numbers and data-state wait for the render. Whoever reads them then finds the buttons that
	// belong to them.
	l.painter.held++
	l.Ctx.Dispatch(func(ctx app.Context) {
		before := l.pending()
		l.react(l.takeUnhandled())
		asks := !before && l.pending() && l.newFiles()
		ctx.Defer(func(app.Context) {
			l.painter.held--
			l.painter.showState()
			switch {
			case asks: // a person can drop files anywhere, out of sight of the question
				focus("pending-keep")
				scrollToMiddle(idPendingLost)
			case change&ChangedState != 0:
				l.followFocus()
			}
		})
	})
}

// workerIsGone shows that the worker is lost, and why.
func (l *Lab) workerIsGone(reason trainer.Reason) {
	l.lost = reason
	l.notice = notice{kind: ui.Error, text: lossTexts().Sentence(reason)}
	l.store.Reading, l.load = false, load{}
	l.awaiting, l.startWhenLoaded = false, false
	l.painter.showState()
}

// react does what a change in the store requires. It runs on go-app's goroutine.
func (l *Lab) react(change Change) {
	if change&ChangedReady != 0 {
		l.onHello()
	}
	if change&ChangedRun != 0 && l.awaiting {
		l.awaiting = false
		l.run, l.runFiles, l.linked = l.asked, l.ownFiles, false
		if l.notice.held != nil { // the notice is about the run before
			l.dismiss()
		}
		if last := l.lastSample(); l.state.Sample > last { // a link or a larger dataset chose it
			l.state.Sample %= last + 1
			l.Rewrite(false)
		}
		l.watch()
		l.painter.padChanged()
	}
	if change&ChangedRun != 0 {
		l.asks, l.rate = false, l.run.LearningRate
		if l.startWhenLoaded {
			l.start()
		}
	}
	if change&ChangedDataset != 0 && l.load.id != 0 && l.store.FilesID == l.load.id {
		l.filesRead()
	}
	if change&ChangedFault != 0 {
		l.fault(*l.store.Fault)
	}
	l.announce(change)
}

// onHello answers the worker's Hello: it asks for the run that the controls show. A worker of
// another version is stopped.
func (l *Lab) onHello() {
	if l.store.Hello.Version != train.MessageVersion {
		l.client.stop()
		l.workerIsGone(trainer.Version)
		return
	}
	// The first cycle of the garbage collector takes several times as long as later ones, because
	// the browser compiles its code meanwhile. It runs now, while the visitor waits anyway, and not
	// in the middle of a run.
	runtime.GC()
	l.configure(l.state)
}

// configure asks the worker for a new run. If the run needs files that the worker lacks, they are
// brought first.
func (l *Lab) configure(s State) {
	l.asked = s
	if s.Dataset.FromFiles() && !l.has(s.Dataset) {
		l.loadFor()
		return
	}
	l.unload()
	l.awaiting = true
	cfg := s.Config(l.store.Files)
	cfg.Workers = l.workers
	l.client.send(train.Configure{Config: cfg})
}

// watch asks the worker for the chosen test sample and its feature maps.
func (l *Lab) watch() {
	l.client.send(train.Watch{Sample: l.state.Sample, Test: true, Maps: true, Row: l.unit[0], Unit: l.unit[1]})
}

// fault shows a fault. If it refused a new run, the settings of the run before come back; without
// such a run the defaults do.
func (l *Lab) fault(f Fault) {
	if f.ID != 0 && f.ID == l.pad.id {
		return // the answer to the next drawing replaces it
	}
	told := notice{kind: ui.Error, fault: &f}
	switch {
	case f.ID != 0 && f.ID == l.load.id:
		told.data = true
		l.refuse(told)
	case f.ID == 0 && l.awaiting && !f.Fatal:
		l.refuse(told)
	default:
		l.notice = told
	}
	if f.Fatal {
		l.client.stop()
		l.lost = trainer.Lost
		l.store.Reading, l.load = false, load{}
	}
	if f.ID != 0 && f.ID == l.load.id {
		l.loadFailed()
	}
	if f.ID == 0 && l.awaiting {
		l.awaiting = false
		switch {
		case l.store.HasRun:
			l.state, l.linked = l.run.seenAs(l.state), false
			l.Rewrite(false)
		// The link asked for an impossible run.
		case !f.Fatal && l.asked.seenAs(Default()) != Default():
			l.state = Default()
			l.Rewrite(false)
			l.configure(l.state)
		}
	}
	l.painter.showState()
}
