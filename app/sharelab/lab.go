package sharelab

import (
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Lab is the page.
type Lab struct {
	app.Compo
	Page ui.Page

	state  State
	counts Counts

	address ui.Address
	refused error // what was asked for and cannot be
	broken  bool  // the address did not parse
	share   ui.Shared
	quiz    quiz
	score   ui.Score
	playing bool
	speed   int // index into rowsPerSecond

	painter *painter
	ctx     app.Context
	release ui.Releases
}

// rowsPerSecond are the speeds of the slider under the matrix.
func rowsPerSecond() []float64 { return []float64{0.5, 1, 1.5, 2.5, 4, 8, 15} }

// usualSpeed is the one a page opens with.
const usualSpeed = 2

// New is the page in a language.
func New(page ui.Page) *Lab { return &Lab{Page: page, speed: usualSpeed} }

// OnInit prepares what the first render needs.
func (l *Lab) OnInit() { l.set(Default()) }

// OnNav takes the state from the address: a link, a bookmark, the back button. An address
// without one (the language switch's) leaves the lab as it is.
func (l *Lab) OnNav(ctx app.Context) {
	l.Page.Head(ctx, text.Title, text.Description)
	l.arrive(ctx.Page().URL().RawQuery)
}

// arrive takes the state from an address that is not the lab's own.
func (l *Lab) arrive(query string) {
	if l.address.Comes(query) {
		l.restore(query)
	}
}

// restore puts the lab into the state of an address.
func (l *Lab) restore(query string) {
	s, err := ParseQuery(query)
	l.broken = err != nil
	if err != nil {
		s = Default()
	}
	l.playing, l.refused, l.share, l.quiz = false, nil, ui.Shared{}, quiz{}
	l.set(s)
	l.address.Query = query
	if l.painter != nil {
		l.painter.moved()
	}
}

// OnMount starts the frames and the listeners.
func (l *Lab) OnMount(ctx app.Context) {
	l.ctx = ctx
	// Before a key or the pointer can change anything; OnNav may come later.
	l.arrive(ctx.Page().URL().RawQuery)
	l.score = ui.RecallScore(scoreName)
	l.painter = newPainter(l)
	l.release.Add(ui.OnKey(l.key),
		ui.OnTheme(func(viz.Theme) { l.painter.retheme() }),
		ui.OnBack(func(query string) { ctx.Dispatch(func(app.Context) { l.restore(query) }) }))
}

// OnUpdate paints after a render.
func (l *Lab) OnUpdate(app.Context) { l.repaint() }

// OnResize lays the pictures out anew.
func (l *Lab) OnResize(app.Context) { l.repaint() }

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

// set takes over a state that an address could hold.
func (l *Lab) set(s State) {
	l.counts, _ = s.Setting.Counts()
	l.state = s
	l.repaint()
}

// change is set for what the back button is to step over: a preset, a picture.
func (l *Lab) change(s State) { l.put(s, true) }

// adjust is set for a step on the way, which the back button passes by.
func (l *Lab) adjust(s State) { l.put(s, false) }

func (l *Lab) put(s State, whole bool) {
	moved := s.Place != l.state.Place || s.Setting != l.state.Setting
	l.set(s)
	l.refused, l.broken = nil, false
	if l.painter == nil {
		return
	}
	if moved {
		l.painter.moved()
	}
	if whole {
		l.address.Put(s.Query(), true)
	} else {
		l.address.Changed()
	}
}

// flush writes the address where it is behind.
func (l *Lab) flush() {
	if l.address.Behind() {
		l.address.Put(l.state.Query(), false)
	}
}

// resize asks for another setting; an impossible one is refused and the old one stays.
func (l *Lab) resize(to Setting, whole bool) {
	if _, err := to.Counts(); err != nil {
		l.refused = err
		return
	}
	l.put(l.state.resize(to), whole)
}

// refusal is the sentence for what was refused.
func (l *Lab) refusal() string {
	if l.broken {
		return l.t(text.BrokenAddress)
	}
	if l.refused == nil {
		return ""
	}
	e, ok := l.refused.(*nn.StackError)
	if !ok {
		return l.refused.Error()
	}
	args := make([]string, len(e.Args))
	for i, a := range e.Args {
		if v, ok := a.(int); ok {
			args[i] = ui.Count(int64(v))
		}
	}
	sentence, ok := lang.Fault(l.Page.Lang, string(e.Code), e.Name, args)
	if !ok {
		return e.Error()
	}
	return sentence
}

// look moves the eye, without a render.
func (l *Lab) look(e eye) {
	if e == l.state.Eye || !l.state.Setting.holds(e) {
		return
	}
	l.state.Eye = e
	l.repaint()
	l.address.Changed()
}

// walk moves the window of the small matrix to a row, without a render.
func (l *Lab) walk(row int) {
	o := l.state.Small.edge()
	row = min(max(row, 0), o*o-1)
	if row == l.state.Row {
		return
	}
	l.state.Row = row
	l.repaint()
	l.address.Changed()
}

// toggle plays or pauses the small matrix; at the end it starts over.
func (l *Lab) toggle() {
	l.playing = !l.playing
	if o := l.state.Small.edge(); l.playing && l.state.Row == o*o-1 {
		l.walk(0)
	}
}

// reset puts everything back to how the lab begins, the score too.
func (l *Lab) reset() {
	l.playing, l.share, l.quiz, l.score = false, ui.Shared{}, quiz{}, ui.Score{}
	l.speed = usualSpeed
	ui.SetField("speed", l.speed)
	l.score.Remember(scoreName)
	l.change(Default())
	if l.painter != nil {
		l.painter.moved()
	}
	ui.Announce(l.t(text.WasReset))
}

// show changes the picture.
func (l *Lab) show(v view) {
	if v >= views || v == l.state.View {
		return
	}
	l.playing = false
	s := l.state
	s.View = v
	l.change(s)
	ui.Announce(l.t(stops()[v].Title))
}

// resizeSmall changes the edges of the small convolution. A kernel larger than the input
// becomes as large as the input.
func (l *Lab) resizeSmall(n, k int) {
	s := l.state
	k = min(k, n)
	if k != s.Small.K {
		s.Small.Kernel = kernelOf(k)
	}
	s.Small.N, s.Small.K, s.Row = n, k, 0
	l.playing = false
	l.adjust(s)
}

// Keys are the rows this lab adds to the key help.
func Keys() []ui.Key {
	return []ui.Key{
		{Keys: "← → ↑ ↓", Does: text.KeyArrows}, {Keys: "+ −", Does: text.KeyZoom}, {Keys: "0 1 2", Does: text.KeyWhole},
		{Keys: "I O", Does: text.KeyViews}, {Keys: "Space", Does: text.KeySpace}, {Keys: "Home End", Does: text.KeyEnds},
		ui.TurnKey(), ui.ResetKey(),
	}
}

func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }
