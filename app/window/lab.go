package window

import (
	"math/rand/v2"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// base is what this lab has in common with the others.
type base = lab.Base[State]

// Lab is the component of /conv and /pool: the stage, its controls and its lesson.
type Lab struct {
	app.Compo
	Page   ui.Page
	Kind   trace.Kind
	Course Course

	base
	state  State
	walk   *trace.Walk
	back   *trace.Backward
	scales viz.StageScales
	past   lab.History[State]
	opened bool  // restore has shown a state; only later ones are recorded for undo
	anchor State // the state whose numbers resize cuts or extends, see there
	origin State // the preset, or the unit of lab 4, as it was opened: what the lesson describes
	stop   int   // the stop of the lesson, from 0

	transport lab.Transport
	refused   refusal
	hovered   hovered
	probe     probe
	list      presetList
	brush     brush
	quiz      quiz
	score     lab.Score
	shift     string // the sentence about what a shift of the input changed

	// The two limits of the stage's height, in CSS pixels at a type size of 16 px; 0 while the page
	// has not been measured. The stage may grow to maxHeight. It takes smaller cells if it then
	// fits into visibleHeight, so that the arithmetic and the transport are on one screen with it.
	maxHeight, visibleHeight float64
	painter                  *painter
}

// refusal is an input that a control could not take.
type refusal struct {
	err   error  // why it could not; nil for no refusal
	field string // the control: a trace.Field, a constant below, or "" for the address
}

// The controls that can refuse an input, besides those of the settings.
const (
	atCell   = "cell"
	atAnswer = "answer"
	atInk    = "ink"
	atFile   = "file"
)

// says returns why the control named at refused its input, or "" if it did not.
func (r refusal) says(at string, l lang.Lang) string {
	if r.field != at || r.err == nil {
		return ""
	}
	if p, ok := r.err.(interface{ In(lang.Lang) string }); ok {
		return p.In(l)
	}
	return r.err.Error()
}

// refusalText draws the reason of a refusal under the control that it is about.
func (l *Lab) refusalText(id, at string) app.UI {
	says := l.refused.says(at, l.Page.Lang)
	text := app.P().ID(id).Class("field-error").Attr("role", "alert").Text(says)
	if says != "" {
		text = text.DataSet("test", "error")
	}
	return text
}

// probe is the cell of the Backward tab whose gradient the Nudge button checks.
type probe struct {
	at     place
	on     bool   // false: no cell was picked, and a nudge checks the first one of the window
	chosen bool   // picked by a click or an arrow key, not passed by the Tab key
	result string // the sentence about the last check
}

// presetList follows how the list of presets is operated. Arrow keys choose each preset that they
// pass. All presets that the keys pass in one go make one entry of the history.
type presetList struct {
	keyed   bool // the list has the focus, and its last event was a key
	passing bool // the newest entry of the history is a preset that keys chose
}

// brush is the setting of the tool that paints the input.
type brush struct {
	on    bool // a finger paints; otherwise it scrolls the page
	set   bool // value was typed; otherwise a stroke paints with its first cell's value
	value float32
}

// New makes the lab of a kind.
func New(page ui.Page, kind trace.Kind, course Course) *Lab {
	return &Lab{Page: page, Kind: kind, Course: course}
}

// CompoID tells /conv and /pool apart. Both are the same type of component, and without an ID
// go-app would carry the state of one over to the other.
func (l *Lab) CompoID() string { return "window-" + l.Course.Name }

// OnInit prepares the first render.
func (l *Lab) OnInit() {
	parse := func(query string) (State, error) { return ParseQuery(l.Kind, query) }
	l.Init(lab.States[State]{Parse: parse, Now: func() State { return l.state }, Show: l.show, Restore: l.restore})
	l.transport = lab.NewTransport(l, 4, 0.25, 0.5, 1, 1.5, 2.5, 4, 8, 15, 30, 60)
	l.set(Default(l.Kind))
	l.anchor = l.state
}

// OnNav takes the state from the address: a link, a bookmark, the back button.
func (l *Lab) OnNav(ctx app.Context) {
	l.Page.Head(ctx, l.Course.Title, l.Course.Description)
	l.Arrive(ctx)
}

// restore shows the state of an address. If its setting is impossible, the preset is shown
// instead, and a notice offers the nearest setting.
func (l *Lab) restore(s State, err error) {
	problem, impossible := err.(*trace.Problem)
	l.Broken = err != nil && !impossible
	l.pause()
	if l.opened {
		l.past.Travel(l.state, s, State.sameNumbers)
	}
	l.opened, l.list.passing = true, false
	l.set(s)
	l.anchor = s
	l.findStop()
	l.refused, l.quiz = refusal{}, quiz{}
	if impossible {
		l.refused.err = problem
	}
}

// OnMount starts the frames and the listeners.
func (l *Lab) OnMount(ctx app.Context) {
	l.Arrive(ctx)
	l.Mount(ctx)
	l.score = lab.RecallScore(l.Course.Name)
	l.painter = newPainter(l)
	l.Releases.Add(ui.OnKey(l.key), ui.OnTheme(func(viz.Theme) { l.painter.retheme() }),
		ui.OnUndo(func() { l.Act(l.undo) }, func() { l.Act(l.redo) }))
}

// OnUpdate paints after a render.
func (l *Lab) OnUpdate(app.Context) { l.repaint() }

// OnResize lays the stage out again.
func (l *Lab) OnResize(app.Context) {
	if l.painter != nil {
		l.painter.resize()
	}
}

// OnDismount ends all that OnMount began.
func (l *Lab) OnDismount() {
	l.Unmount()
	l.painter = nil
}

func (l *Lab) repaint() {
	if l.painter != nil {
		l.painter.dirty = true
	}
}

// set makes s the state of the lab. It computes the numbers anew if they may have changed.
func (l *Lab) set(s State) {
	if l.walk == nil || !same(l.state, s) {
		l.walk = s.walk()
		l.back = l.walk.NewBackward()
		l.scales = scales(l.walk)
		l.probe.result, l.shift = "", ""
	}
	if l.origin.Preset != s.Preset || l.origin.Unit != s.Unit {
		l.origin = s.opened()
	}
	l.state = s
	l.hovered = hovered{}
	l.repaint()
}

// same reports whether two states have the same setting and share their numbers (the same slices).
func same(a, b State) bool {
	at := func(x, y []float32) bool { return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0]) }
	return a.Setting == b.Setting && at(a.X, b.X) && at(a.W, b.W) && at(a.B, b.B) && at(a.G, b.G)
}

// change shows a state as a change of its own, which undo and the back button take back: a preset,
// a setting, a tab.
func (l *Lab) change(s State) {
	l.past.Record(l.state)
	l.Change(s)
}

// show makes s the state after a control asked for it.
func (l *Lab) show(s State) {
	l.set(s)
	l.list.passing, l.refused, l.quiz = false, refusal{}, quiz{average: l.quiz.average}
}

// walkTo makes done the number of windows walked. Unless the walk is playing, it announces the last
// one.
func (l *Lab) walkTo(done int) {
	done = min(max(done, 0), l.walk.Steps())
	if done == l.state.Done {
		return
	}
	if l.refused.field == atCell { // the sentence would cover other cells
		l.refused = refusal{}
		l.Rerender()
	}
	l.state.Done = done
	l.hovered = hovered{}
	l.repaint()
	if l.painter != nil {
		l.Changed()
		if !l.transport.Playing {
			l.painter.announce = true
			l.painter.now()
		}
	}
}

// step walks n windows on. While a question is open it does nothing, because a step would give the
// answer away. If the question is answered, it asks the next one.
func (l *Lab) step(n int) {
	if l.state.Ask && n > 0 {
		if l.quiz.Shown {
			l.next()
			l.repaint()
		}
		return
	}
	if l.state.Ask {
		l.next()
	}
	l.walkTo(l.state.Done + n)
}

func (l *Lab) pause() { l.transport.Playing = false }

// Place returns how many windows are walked, and how many there are.
func (l *Lab) Place() (at, last int) { return l.state.Done, l.walk.Steps() }

// MoveTo walks to a window and scrolls the stage into view. It reports whether the page has to be
// rendered, as it has when a question was open.
func (l *Lab) MoveTo(done int, how lab.Move) (render bool) {
	render = l.state.Ask
	switch how {
	case lab.Step:
		l.step(done - l.state.Done)
	case lab.ToLast, lab.Play, lab.Scrub:
		if l.state.Ask {
			l.state.Ask = false
			l.Changed()
		}
		if l.painter != nil && how == lab.Scrub {
			l.painter.still = true
		}
		l.walkTo(done)
	default:
		l.walkTo(done)
	}
	if l.painter != nil && how == lab.Run && done == l.walk.Steps() {
		l.painter.announce = true
	}
	if how != lab.Run && how != lab.Scrub {
		bringStage(false)
	}
	return render
}

// reset opens the preset again, and forgets the score.
func (l *Lab) reset() {
	l.transport.Reset()
	l.change(Open(l.state.preset()))
	l.anchor = l.state
	l.Shared, l.score = ui.Shared{}, lab.Score{}
	l.score.Remember(l.Course.Name)
	ui.Announce(l.Page.T(text.WasReset))
}

// open shows a preset as it opens.
func (l *Lab) open(p trace.Preset, tab Tab) {
	l.pause()
	s := Open(p)
	s.Tab = tab
	if l.list.passing { // the back button returns to the state before the first of these keys
		l.show(s)
		l.Broken = false
		l.Write(false)
	} else {
		l.change(s)
	}
	l.anchor = s
	l.findStop()
}

// findStop goes to the stop of the lesson that belongs to the state.
func (l *Lab) findStop() {
	ids := []string{}
	for _, p := range trace.Presets(l.Kind) {
		ids = append(ids, p.ID)
	}
	l.stop = l.Course.stopOf(ids, l.state.Preset, l.state.Tab, l.stop)
}

// goToStop shows a stop of the lesson.
func (l *Lab) goToStop(i int) {
	if i < 0 || i >= len(l.Course.Stops) {
		return
	}
	stop := l.Course.Stops[i]
	p, ok := trace.PresetOf(l.Kind, stop.Preset)
	if !ok {
		return
	}
	l.list.passing = false
	l.open(p, stop.Tab)
	ui.Announce(l.Page.T(stop.Title))
}

// resize shows the lab under another setting, which field by of the controls asked for. If the
// setting is impossible, it says so and offers the nearest possible one.
func (l *Lab) resize(to trace.Setting, by trace.Field) {
	if _, err := to.CheckKeeping(by); err != nil {
		l.refused = refusal{err, string(by)}
		if l.painter != nil {
			l.afterwards(bringRefusal)
		}
		return
	}
	l.pause()
	// It resizes the anchor's numbers, not those shown now: a smaller n and then the old n again
	// gives the same picture. Where a part of the setting has not changed since the anchor, the
	// numbers shown now are kept, with the edits in them.
	s := l.anchor.Resize(to)
	s.Tab, s.Ask = l.state.Tab, l.state.Ask
	if l.state.Setting.N == l.anchor.Setting.N && l.state.Setting.C == l.anchor.Setting.C {
		s.X = fitInput(l.state.X, l.state.Setting, to)
	}
	if to.Kind == trace.Conv && l.state.Setting.F == l.anchor.Setting.F && l.state.Setting.C == l.anchor.Setting.C && l.state.Setting.Filters == l.anchor.Setting.Filters {
		s.W, s.B = fitKernels(l.state.W, l.state.Setting, to), fitBiases(l.state.B, to.Filters)
	}
	l.change(s)
}

// fill gives the input other numbers.
func (l *Lab) fill(f Source) {
	l.pause()
	s := l.state.Fill(f)
	s.Done = 0
	l.change(s)
	l.anchor = l.state
}

// randomSeed draws a seed.
func (l *Lab) randomSeed() uint64 { return uint64(rand.IntN(10000)) }

// key handles a key that no field takes. It runs outside of go-app.
func (l *Lab) key(key string) bool {
	switch key {
	case "ArrowRight":
		return l.transport.StepKey(1)
	case "ArrowLeft":
		return l.transport.StepKey(-1)
	case "r", "R":
		return l.Act(l.reset)
	case "PageDown":
		return l.Act(func() { l.goToStop(l.stop + 1) })
	case "PageUp":
		return l.Act(func() { l.goToStop(l.previous()) })
	case "u", "U":
		return l.Act(l.undo)
	case "y", "Y":
		return l.Act(l.redo)
	}
	return l.transport.Key(key)
}

func (l *Lab) undo() { l.turnTo(l.past.Undo, false) }

func (l *Lab) redo() { l.turnTo(l.past.Redo, true) }

// turnTo goes one step through the history of changes. It announces what it did, or that there was
// nothing to do.
func (l *Lab) turnTo(step func(State) (State, bool), redo bool) {
	s, ok := step(l.state)
	if ok {
		l.set(s)
		l.anchor = s
		l.findStop()
		l.Write(false)
	}
	ui.Announce(l.t(lab.Undone(redo, ok)))
}

// keys are the rows that these labs add to the key help.
func keys() []ui.Key {
	return []ui.Key{
		{Keys: "← →", Does: text.KeyStep}, {Keys: "Space", Does: text.KeyPlay}, {Keys: "Home End", Does: text.KeyEnds},
		lab.TurnKey(), lab.ResetKey(), lab.UndoKey(), {Keys: "N", Does: text.KeyNudge},
		{Keys: "Enter", Does: text.KeyEdit}, {Keys: "Tab", Does: text.KeyTab},
	}
}

func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }
