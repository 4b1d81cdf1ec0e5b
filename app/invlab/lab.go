package invlab

import (
	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// base is what this lab has in common with the others.
type base = lab.Base[State]

// Lab is the component of /invariance.
type Lab struct {
	app.Compo
	Page ui.Page

	base
	state     State
	transport lab.Transport // moves the digit along the path
	notice    notice

	digits *Digits
	nets   nets
	seen   *seen   // what both nets read; nil until the nets are there
	search *search // finds how far the nets keep the digit's class; nil until then

	pool       pool       // the workers
	chart      chart      // accuracy against shift
	reachTest  reachTest  // how far the nets keep the class of many digits
	retraining retraining // the training of both nets anew

	wantedSeed uint64 // the seed of the next retraining
	preset     string // the preset as last rendered
	painter    *painter
}

// nets is where the two nets come from.
type nets struct {
	store   *weights.Store
	shipped [netKinds]*weights.Trained // nil until fetched
	learnt  [netKinds]*weights.Trained // retrained in this visit, nil if none are
	missing error                      // why the shipped nets could not be fetched
}

// notice is a sentence at the top of the lab.
type notice struct {
	kind ui.NoticeKind
	text lang.Text // the zero Text for none
}

// New makes the page in the language of page, with its nets from store.
func New(page ui.Page, store *weights.Store) *Lab { return &Lab{Page: page, nets: nets{store: store}} }

// OnInit prepares the first render.
func (l *Lab) OnInit() {
	l.Init(lab.States[State]{Parse: ParseQuery, Now: func() State { return l.state }, Show: l.show, Restore: l.restore})
	l.transport = lab.NewTransport(l, 3, 1, 2, 4, 8, 15, 30, 60)
	l.digits = NewDigits()
	l.wantedSeed = openingRetrainSeed
	l.state = Default()
	l.chart = measured()
	if app.IsServer {
		l.prerender()
	}
}

// prerender reads the digit with the nets of the server and finishes the search, so that the
// page shows as much as it can before its program runs.
func (l *Lab) prerender() {
	for net := range netKinds {
		l.nets.shipped[net] = l.nets.store.Shipped(net.file())
	}
	l.load()
	for l.search != nil && !l.search.Done {
		l.search.step()
	}
}

// OnNav takes the state from the address: a link, a bookmark, the back button.
func (l *Lab) OnNav(ctx app.Context) {
	l.Page.Head(ctx, text.Title, text.Description)
	l.Arrive(ctx)
}

// restore shows the state of an address. If it names retrained nets that this visit does not have,
// the shipped nets are used instead, and a notice says so.
func (l *Lab) restore(s State, _ error) {
	l.transport.Playing, l.notice = false, notice{}
	l.set(s)
	if s.Seed != l.seed() {
		l.notice = notice{text: text.LinkRetrained.Fill(s.Seed)}
	}
}

// OnMount starts the frames and the listeners, and fetches the nets.
func (l *Lab) OnMount(ctx app.Context) {
	l.Arrive(ctx)
	l.Mount(ctx)
	l.painter = newPainter(l)
	l.Releases.Add(ui.OnKey(l.key), ui.OnTheme(func(viz.Theme) { l.painter.retheme() }), l.pool.close)
	for net := range netKinds {
		l.nets.store.Fetch(net.file(), func(t *weights.Trained, err error) {
			ctx.Dispatch(func(ctx app.Context) {
				l.fetched(net, t, err)
				ctx.Defer(func(app.Context) { l.repaint() }) // once the table has its rows
			})
		})
	}
}

// fetched takes a net that was fetched, or the error why it was not.
func (l *Lab) fetched(net netKind, t *weights.Trained, err error) {
	if err != nil {
		l.nets.missing = err
		return
	}
	l.nets.shipped[net] = t
	if l.nets.shipped[convNet] != nil && l.nets.shipped[denseNet] != nil {
		l.load()
	}
}

// OnUpdate paints again, because a render may have changed the language.
func (l *Lab) OnUpdate(app.Context) { l.repaint() }

// OnResize lays the pictures out again.
func (l *Lab) OnResize(app.Context) { l.repaint() }

// OnDismount ends all that OnMount began.
func (l *Lab) OnDismount() {
	l.Unmount()
	l.painter = nil
}

func (l *Lab) repaint() {
	if l.painter != nil {
		l.painter.all()
	}
}

// net returns one of the two nets in use: the one retrained from the state's seed, else the shipped
// one. It is nil while not fetched.
func (l *Lab) net(net netKind) *weights.Trained {
	if t := l.nets.learnt[net]; t != nil && l.state.Seed == t.About.Seed {
		return t
	}
	return l.nets.shipped[net]
}

// seed returns the seed of the retrained nets in use, 0 if the shipped ones are in use.
func (l *Lab) seed() uint64 {
	if t := l.nets.learnt[convNet]; t != nil && l.state.Seed == t.About.Seed {
		return t.About.Seed
	}
	return 0
}

// load builds the nets in use and lets them read the state's digit. It does nothing until both are
// fetched.
func (l *Lab) load() {
	if l.nets.shipped[convNet] == nil || l.nets.shipped[denseNet] == nil {
		return // at least one is not fetched yet
	}
	l.recall()
	conv, ok := NewNet(l.net(convNet).Net, l.net(convNet).Params)
	dense, also := NewNet(l.net(denseNet).Net, l.net(denseNet).Params)
	if !ok || !also || conv.maps() == (maps{}) {
		l.notice = notice{ui.Error, text.BadNets}
		return
	}
	l.read(conv, dense)
}

// recall takes from the store the nets that were retrained earlier in this visit, if they are those
// of the state's seed.
func (l *Lab) recall() {
	if l.state.Seed == 0 || l.nets.learnt[convNet] != nil {
		return
	}
	var kept [netKinds]*weights.Trained
	for i, t := range l.nets.shipped {
		if kept[i] = l.nets.store.Visit(t.Net); kept[i] == nil || kept[i].About.Seed != l.state.Seed || kept[i].About.Steps == 0 {
			return
		}
	}
	l.nets.learnt, l.notice = kept, notice{}
}

// read lets the nets read the state's digit, and begins the search for its reach.
func (l *Lab) read(conv, dense *Net) {
	ink := make([]float32, edge*edge)
	class := l.digits.Draw(l.state.Digit, ink)
	l.seen = newSeen(ink, class, conv, dense)
	l.search = newSearch(ink, class, conv, dense)
	l.seen.shift(l.state.DX, l.state.DY)
	l.repaint()
}

// set makes s the state. The nets are built anew if other ones are in use, and the digit is drawn
// anew if it is another.
func (l *Lab) set(s State) {
	before := l.state
	wasSeed := l.seed()
	l.state = s
	switch {
	case l.seen == nil || l.seed() != wasSeed:
		l.load()
	case s.Digit != before.Digit:
		l.read(l.seen.conv, l.seen.dense)
	}
	l.repaint()
}

// show makes s the state after a control asked for it.
func (l *Lab) show(s State) {
	l.set(s)
	l.notice = notice{}
}

// moveTo moves the digit to the shift of s, without a render.
func (l *Lab) moveTo(s State) {
	if s.DX == l.state.DX && s.DY == l.state.DY {
		return
	}
	l.state = s
	if l.painter != nil {
		l.painter.moved()
	}
}

// Place returns the digit's place along its path, and the last place.
func (l *Lab) Place() (at, last int) { return l.state.step(), steps }

// MoveTo moves the digit to a place along its path.
func (l *Lab) MoveTo(place int, _ lab.Move) (render bool) {
	l.moveTo(l.state.toStep(place))
	return false
}

// openingRetrainSeed is the seed that is offered first. The shipped nets have another one.
const openingRetrainSeed = 3

// reset goes back to the default state. Retrained nets are kept for the back button.
func (l *Lab) reset() {
	l.cancelAll()
	l.transport.Reset()
	l.Shared = ui.Shared{}
	rev := l.chart.rev
	l.chart, l.reachTest = measured(), reachTest{}
	l.chart.rev = rev + 1
	l.Change(Default())
	ui.Announce(l.t(lab.WasReset()))
}

// goToStop shows a stop of the lesson, and moves the digit to the stop's shift.
func (l *Lab) goToStop(i int) {
	if i < 0 || i >= len(stops()) || i == l.state.Stop {
		return
	}
	l.transport.Playing = false
	s := l.state.at(stops()[i].placed)
	s.Stop = i
	l.Change(s)
	ui.Announce(l.t(stops()[i].Title))
}

// keys are the rows that this lab adds to the key help.
func keys() []ui.Key {
	return []ui.Key{
		{Keys: "← → ↑ ↓", Does: text.KeyArrows}, {Keys: "Shift ←", Does: text.KeyMore}, {Keys: "Space", Does: text.KeySpace},
		{Keys: "Home End", Does: text.KeyEnds}, lab.TurnKey(), lab.ResetKey(),
	}
}

func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }
