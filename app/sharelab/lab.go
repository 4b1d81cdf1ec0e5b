package sharelab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// base is what this lab has in common with the others.
type base = lab.Base[State]

// Lab is the page /sharing.
type Lab struct {
	app.Compo
	Page ui.Page

	base
	state  State
	counts Counts

	refused   error // why the last setting that was asked for is impossible, nil if it is not
	quiz      lab.Quiz
	score     lab.Score
	transport lab.Transport // steps through the small matrix
	painter   *painter
}

// New returns the lab for a page.
func New(page ui.Page) *Lab { return &Lab{Page: page} }

// OnInit prepares the first render.
func (l *Lab) OnInit() {
	l.Init(lab.States[State]{Parse: ParseQuery, Now: func() State { return l.state }, Show: l.show, Restore: l.restore})
	l.transport = lab.NewTransport(l, 2, 0.5, 1, 1.5, 2.5, 4, 8, 15)
	l.set(Default())
}

// OnNav takes the state from the address: of a link, a bookmark, or the back button.
func (l *Lab) OnNav(ctx app.Context) {
	l.Page.Head(ctx, text.Title, text.Description)
	l.Arrive(ctx)
}

// restore shows the state of an address, and forgets what no address holds.
func (l *Lab) restore(s State, _ error) {
	l.transport.Playing, l.refused, l.quiz = false, nil, lab.Quiz{}
	l.set(s)
	if l.painter != nil {
		l.painter.moved()
	}
}

// OnMount starts the frames and the listeners.
func (l *Lab) OnMount(ctx app.Context) {
	l.Arrive(ctx)
	l.Mount(ctx)
	l.score = lab.RecallScore(scoreName)
	l.painter = newPainter(l)
	l.Releases.Add(ui.OnKey(l.key), ui.OnTheme(func(viz.Theme) { l.painter.retheme() }))
}

// OnUpdate paints after a render.
func (l *Lab) OnUpdate(app.Context) { l.repaint() }

// OnResize lays out the pictures again.
func (l *Lab) OnResize(app.Context) { l.repaint() }

// OnDismount ends what OnMount began.
func (l *Lab) OnDismount() {
	l.Unmount()
	l.painter = nil
}

// repaint makes the painter draw again in the next frame.
func (l *Lab) repaint() {
	if l.painter != nil {
		l.painter.dirty = true
	}
}

// set shows a state. It must be one that an address can hold.
func (l *Lab) set(s State) {
	l.counts, _ = s.Setting.Counts()
	l.state = s
	l.repaint()
}

// show shows a state that a control has asked for.
func (l *Lab) show(s State) {
	moved := s.Place != l.state.Place || s.Setting != l.state.Setting
	l.set(s)
	l.refused = nil
	if moved && l.painter != nil {
		l.painter.moved()
	}
}

// resize asks for another setting, with l.Change or l.Adjust as take. If the setting is impossible,
// the old one stays, and the page says why.
func (l *Lab) resize(to Setting, take func(State)) {
	if _, err := to.Counts(); err != nil {
		l.refused = err
		return
	}
	take(l.state.resize(to))
}

// refusal says what was refused and why, "" for nothing.
func (l *Lab) refusal() string {
	if l.Broken {
		return l.t(l.Refusal())
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

// look moves the eye to another cell, if there is one. It paints without a render.
func (l *Lab) look(e eye) {
	if e == l.state.Eye || !l.state.Setting.holds(e) {
		return
	}
	l.state.Eye = e
	l.repaint()
	l.Changed()
}

// walk moves the window of the small matrix to a row. It paints without a render.
func (l *Lab) walk(row int) {
	o := l.state.Small.edge()
	row = min(max(row, 0), o*o-1)
	if row == l.state.Row {
		return
	}
	l.state.Row = row
	l.repaint()
	l.Changed()
}

// Place returns the row that the window of the small matrix is at, and the last row.
func (l *Lab) Place() (at, last int) {
	o := l.state.Small.edge()
	return l.state.Row, o*o - 1
}

// MoveTo moves the window of the small matrix to a row. It announces a step by hand. It needs no
// render.
func (l *Lab) MoveTo(row int, how lab.Move) (render bool) {
	l.walk(row)
	if how.Stepped() {
		ui.Announce(matrixView{s: l.state.Small}.title(l.state.Row, l.Page.Lang))
	}
	return false
}

// reset goes back to the default state and forgets the score.
func (l *Lab) reset() {
	l.transport.Reset()
	l.Shared, l.quiz, l.score = ui.Shared{}, lab.Quiz{}, lab.Score{}
	l.score.Remember(scoreName)
	l.Change(Default())
	if l.painter != nil {
		l.painter.moved()
	}
	ui.Announce(l.t(lab.WasReset()))
}

// turnTo shows a picture and its stop of the lesson. It ignores a view that does not exist.
func (l *Lab) turnTo(v view) {
	if v >= views || v == l.state.View {
		return
	}
	l.transport.Playing = false
	s := l.state
	s.View = v
	l.Change(s)
	ui.Announce(l.t(stops()[v].Title))
}

// resizeSmall changes the edges of the small convolution: n of the input, k of the kernel. A kernel
// larger than the input becomes as large as the input.
func (l *Lab) resizeSmall(n, k int) {
	s := l.state
	k = min(k, n)
	if k != s.Small.K {
		s.Small.Kernel = kernelOf(k)
	}
	s.Small.N, s.Small.K, s.Row = n, k, 0
	l.transport.Playing = false
	l.Adjust(s)
}

// keys returns the rows that this lab adds to the key help.
func keys() []ui.Key {
	return []ui.Key{
		{Keys: "← → ↑ ↓", Does: text.KeyArrows}, {Keys: "+ −", Does: text.KeyZoom}, {Keys: "0 1 2", Does: text.KeyWhole},
		{Keys: "I O", Does: text.KeyViews}, {Keys: "Space", Does: text.KeySpace}, {Keys: "Home End", Does: text.KeyEnds},
		lab.TurnKey(), lab.ResetKey(),
	}
}

// t returns a text in the language of the page.
func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }
