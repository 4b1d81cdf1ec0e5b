package window

import (
	"math/rand/v2"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/ui"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Lab is a page: the widget, its controls and its lesson.
type Lab struct {
	app.Compo
	Page   ui.Page
	Kind   trace.Kind
	Course Course

	state  State
	walk   *trace.Walk
	back   *trace.Backward
	scales viz.StageScales
	past   history
	anchor State // the numbers last chosen, which resizing cuts from and gives back
	origin State // as the preset, or a unit of lab 4, was opened: what the lesson is about
	stop   int   // of the lesson

	address ui.Address
	opened  bool   // a state has come from an address, which undo does not go back before
	refused error  // what was asked for and cannot be
	field   string // the control it was asked with
	broken  bool   // the address did not parse
	eye     eye
	pointed bool
	chosen  bool  // by a click or an arrow key, not by the Tab key on its way
	picked  place // the cell last pointed at on the Backward tab, which a nudge checks
	checked string
	shift   string
	share   ui.Shared
	quiz    quiz
	score   ui.Score
	keyed   bool // the list of presets has the focus, and a key went to it last
	leafing bool // the newest entry of the history is a preset that keys chose in the list
	brush   bool // a finger paints instead of scrolling
	ink     ink

	playing bool
	speed   int
	snug    float64 // how high the stage may be so that page top, stage and controls are on one screen; 0 when not known
	tall    float64 // how high the stage may be beside the rest of the screen; 0 when not known
	painter *painter
	ctx     app.Context
	release ui.Releases
}

// ink is what the brush paints with; while not set, the value of the cell a stroke begins in.
type ink struct {
	set   bool
	value float32
}

// New is the lab of a kind.
func New(page ui.Page, kind trace.Kind, course Course) *Lab {
	return &Lab{Page: page, Kind: kind, Course: course}
}

// CompoID tells the labs apart: two pages of one component type, whose states must not
// be carried from one to the other.
func (l *Lab) CompoID() string { return "window-" + l.Course.Name }

// OnInit prepares what the first render needs.
func (l *Lab) OnInit() {
	l.speed = 4
	l.set(Default(l.Kind))
	l.anchor = l.state
}

// OnNav takes the state from the address: a link, a bookmark, the back button. An address
// without one (the language switch's) leaves the lab as it is.
func (l *Lab) OnNav(ctx app.Context) {
	l.Page.Head(ctx, l.Course.Title, l.Course.Description)
	if query := ctx.Page().URL().RawQuery; l.address.Comes(query) {
		l.restore(query)
	}
}

// restore puts the lab into the state of an address.
func (l *Lab) restore(query string) {
	state, err := ParseQuery(l.Kind, query)
	problem, impossible := err.(*trace.Problem)
	l.broken = err != nil && !impossible
	if l.broken {
		state = Default(l.Kind)
	}
	l.pause()
	if l.opened {
		l.past.travel(l.state, state)
	}
	l.opened, l.leafing = true, false
	l.set(state)
	l.anchor = state
	l.address.Query = state.Query()
	l.findStop()
	l.refused, l.field, l.share, l.quiz = nil, "", ui.Shared{}, quiz{}
	if impossible {
		l.refused = problem
	}
}

// OnMount starts the frames and the listeners.
func (l *Lab) OnMount(ctx app.Context) {
	l.ctx = ctx
	l.score = ui.RecallScore(l.Course.Name)
	l.painter = newPainter(l)
	l.release.Add(ui.OnKey(l.key),
		ui.OnUndo(func() { l.key("u") }, func() { l.key("y") }),
		ui.OnTheme(func(viz.Theme) { l.painter.retheme() }),
		ui.OnBack(func(query string) { ctx.Dispatch(func(app.Context) { l.restore(query) }) }))
}

// OnUpdate paints after a render.
func (l *Lab) OnUpdate(app.Context) { l.repaint() }

// OnResize lays the stage out anew.
func (l *Lab) OnResize(app.Context) {
	if l.painter != nil {
		l.painter.resize()
	}
}

// OnDismount ends all that OnMount began.
func (l *Lab) OnDismount() {
	l.release.All()
	l.painter = nil
}

func (l *Lab) repaint() {
	if l.painter != nil {
		l.painter.dirty = true
	}
}

// set takes over a state and computes its numbers anew where they may have changed.
func (l *Lab) set(s State) {
	if l.walk == nil || !same(l.state, s) {
		l.walk = s.walk()
		l.back = l.walk.NewBackward()
		l.scales = scales(l.walk)
		l.checked, l.shift = "", ""
	}
	if l.origin.Preset != s.Preset || l.origin.Unit != s.Unit {
		l.origin = s.opened()
	}
	l.state = s
	l.eye = eye{}
	l.repaint()
}

// same reports whether two states have the same numbers (the very same slices).
func same(a, b State) bool {
	at := func(x, y []float32) bool { return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0]) }
	return a.Setting == b.Setting && at(a.X, b.X) && at(a.W, b.W) && at(a.B, b.B) && at(a.G, b.G)
}

// change is set for what the back button is to step over: a preset, a setting, a tab.
func (l *Lab) change(s State) {
	l.past.record(l.state)
	l.turn(s, true)
}

// turn takes over another state, in a new entry of the history or in the place of the newest.
func (l *Lab) turn(s State, whole bool) {
	l.set(s)
	l.leafing, l.refused, l.quiz = false, nil, quiz{average: l.quiz.average}
	l.write(whole)
}

// write puts the state into the address bar; whole puts a new entry in the history, so
// that the back button returns to what was before.
func (l *Lab) write(whole bool) {
	if l.painter != nil { // else the address may be another page's by now
		l.address.Put(l.state.Query(), whole)
	}
}

// flush writes the address where it is behind.
func (l *Lab) flush() {
	if l.address.Behind() {
		l.write(false)
	}
}

// walkTo sets how many windows are walked, and says the last one.
func (l *Lab) walkTo(done int) {
	done = min(max(done, 0), l.walk.Steps())
	if done == l.state.Done {
		return
	}
	l.state.Done = done
	l.eye = eye{}
	l.repaint()
	if l.painter != nil {
		l.address.Changed()
		if !l.playing {
			l.painter.announce = true
			l.painter.now()
		}
	}
}

// step goes on by n windows; while a question is open it does not give the answer away,
// but a question answered makes way for the next.
func (l *Lab) step(n int) {
	if l.state.Ask && n > 0 {
		if l.quiz.shown {
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

func (l *Lab) pause() { l.playing = false }

// toggle plays or pauses; at the end it starts over.
func (l *Lab) toggle() {
	if l.playing {
		l.pause()
		l.write(false)
		return
	}
	if l.state.Ask {
		l.state.Ask = false
	}
	if l.state.Done == l.walk.Steps() {
		l.walkTo(0)
	}
	l.playing = true
}

// stepsPerSecond are the speeds of the slider.
func stepsPerSecond() []float64 { return []float64{0.25, 0.5, 1, 1.5, 2.5, 4, 8, 15, 30, 60} }

// reset puts everything back to how the preset began; the score too.
func (l *Lab) reset() {
	l.pause()
	p := l.state.preset()
	l.change(Open(p))
	l.anchor = l.state
	l.speed = 4
	ui.SetField("speed", l.speed)
	l.broken, l.share = false, ui.Shared{}
	l.score = ui.Score{}
	l.score.Remember(l.Course.Name)
	ui.Announce(l.Page.T(text.WasReset))
}

// open goes to a preset.
func (l *Lab) open(p trace.Preset, tab Tab) {
	l.pause()
	s := Open(p)
	s.Tab = tab
	l.broken = false
	if l.leafing {
		l.turn(s, false) // back returns to what was there before the list was touched
	} else {
		l.change(s)
	}
	l.anchor = s
	l.findStop()
}

// findStop goes to the stop that belongs to the state, its answer folded away.
func (l *Lab) findStop() {
	ids := []string{}
	for _, p := range trace.Presets(l.Kind) {
		ids = append(ids, p.ID)
	}
	stop := l.Course.stopOf(ids, l.state.Preset, l.state.Tab, l.stop)
	if stop != l.stop {
		fold("answer")
	}
	l.stop = stop
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
	l.leafing = false
	l.open(p, stop.Tab)
	ui.Announce(l.Page.T(stop.Title))
}

// resize asks for another setting; an impossible one is refused, with the nearest.
func (l *Lab) resize(to trace.Setting, by trace.Field) {
	l.field = string(by)
	if _, err := to.CheckKeeping(by); err != nil {
		l.refused = err
		if l.painter != nil {
			l.afterwards(bringRefusal)
		}
		return
	}
	l.pause()
	// From the numbers last chosen: a smaller n and back gives the same picture again.
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

// anew is a seed that was not the last one.
func (l *Lab) anew() uint64 { return uint64(rand.IntN(10000)) }

// key is what the keyboard does where no field has it. It runs outside go-app.
func (l *Lab) key(key string) bool {
	act := func(f func(ctx app.Context)) bool {
		l.ctx.Dispatch(f)
		return true
	}
	switch key {
	case "ArrowRight":
		if l.state.Ask {
			return act(func(app.Context) { l.step(1) })
		}
		l.pauseAnd(func() { l.step(1) })
		return true
	case "ArrowLeft":
		l.pauseAnd(func() { l.step(-1) })
		return true
	case "Home":
		l.pauseAnd(func() { l.walkTo(0) })
		return true
	case "End":
		l.pauseAnd(func() { l.toEnd() })
		return true
	case " ":
		return act(func(app.Context) { l.onPlay(l.ctx, app.Event{}) })
	case "r", "R":
		return act(func(app.Context) { l.reset() })
	case "PageDown":
		return act(func(app.Context) { l.goToStop(l.stop + 1) })
	case "PageUp":
		return act(func(app.Context) { l.goToStop(l.previous()) })
	case "u", "U":
		return act(func(app.Context) { l.undo() })
	case "y", "Y":
		return act(func(app.Context) { l.redo() })
	}
	return false
}

// pauseAnd stops a run, with the render its button needs, and steps, the stage in sight.
func (l *Lab) pauseAnd(f func()) {
	if l.playing {
		l.pause()
		l.ctx.Dispatch(func(app.Context) {})
	}
	f()
	bringStage(false)
}

func (l *Lab) toEnd() {
	l.state.Ask = false
	l.walkTo(l.walk.Steps())
}

func (l *Lab) undo() { l.turnTo(l.past.undo, text.Undone, text.NothingToUndo) }

func (l *Lab) redo() { l.turnTo(l.past.redo, text.Redone, text.NothingToRedo) }

// turnTo takes a state of the history, and says what it did or why it did nothing.
func (l *Lab) turnTo(step func(State) (State, bool), done, nothing lang.Text) {
	s, ok := step(l.state)
	if !ok {
		ui.Announce(l.t(nothing))
		return
	}
	l.set(s)
	l.anchor = s
	l.findStop()
	l.write(false)
	ui.Announce(l.t(done))
}

// Keys are the rows these labs add to the key help.
func Keys() []ui.Key {
	return []ui.Key{
		{Keys: "← →", Does: text.KeyStep}, {Keys: "Space", Does: text.KeyPlay}, {Keys: "Home End", Does: text.KeyEnds},
		ui.TurnKey(), ui.ResetKey(), {Keys: "U Y, Ctrl+Z Ctrl+Y", Does: text.KeyUndo}, {Keys: "N", Does: text.KeyNudge},
		{Keys: "Enter", Does: text.KeyEdit}, {Keys: "Tab", Does: text.KeyTab},
	}
}

func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }
