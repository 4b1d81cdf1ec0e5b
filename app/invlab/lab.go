package invlab

import (
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Lab is the page.
type Lab struct {
	app.Compo
	Page ui.Page

	shelf   *weights.Store
	state   State
	digits  *Digits
	shipped [2]*weights.Trained // the convolutional and the fully connected net, nil until fetched
	learnt  [2]*weights.Trained // retrained from seed state.Seed, nil without
	missing error               // why there are none

	seen   *seen   // nil until the nets are there
	search *search // how far they keep the digit
	chart  chart
	again  retraining

	census     census
	lastID     int    // of a question to the workers
	wantedSeed uint64 // of the next retraining
	office     office // the workers

	address ui.Address
	broken  bool // the address did not parse
	notice  notice
	share   ui.Shared
	playing bool
	speed   int
	preset  string // as last rendered

	painter *painter
	ctx     app.Context
	release ui.Releases
}

// notice is a sentence at the top of the lab.
type notice struct {
	kind ui.NoticeKind
	text lang.Text // the zero Text for none
}

// New is the page in a language, its nets from a shelf.
func New(page ui.Page, shelf *weights.Store) *Lab { return &Lab{Page: page, shelf: shelf} }

// OnInit prepares what the first render needs.
func (l *Lab) OnInit() {
	l.digits = NewDigits()
	l.speed, l.wantedSeed = openingSpeed, openingRetrainSeed
	l.state = Default()
	l.chart = measured()
	if app.IsServer {
		l.prerender()
	}
}

// prerender reads the digit with what is on the shelf and searches to the end, so that
// the page says and shows as much as it can before its program runs.
func (l *Lab) prerender() {
	l.shipped = [2]*weights.Trained{l.shelf.Shipped(weights.ConvNet), l.shelf.Shipped(weights.DenseNet)}
	l.load()
	for l.search != nil && !l.search.Done {
		l.search.step()
	}
}

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

// restore puts the lab into the state of an address. Nets that were retrained and are not
// at hand are replaced by the shipped ones, and said to be.
func (l *Lab) restore(query string) {
	s, err := ParseQuery(query)
	l.broken = err != nil
	if err != nil {
		s = Default()
	}
	l.playing, l.share, l.notice = false, ui.Shared{}, notice{}
	l.set(s)
	if s.Seed != l.seed() {
		l.notice = notice{text: text.LinkRetrained.Fill(s.Seed)}
	}
	l.address.Query = query
}

// OnMount starts the frames and the listeners, and fetches the nets.
func (l *Lab) OnMount(ctx app.Context) {
	l.ctx = ctx
	l.arrive(ctx.Page().URL().RawQuery)
	l.painter = newPainter(l)
	l.release.Add(ui.OnKey(l.key),
		ui.OnTheme(func(viz.Theme) { l.painter.retheme() }),
		ui.OnBack(func(query string) { ctx.Dispatch(func(app.Context) { l.restore(query) }) }),
		func() { l.office.close() })
	for i, name := range [2]weights.Name{weights.ConvNet, weights.DenseNet} {
		l.shelf.Fetch(name, func(t *weights.Trained, err error) {
			ctx.Dispatch(func(ctx app.Context) {
				l.fetched(i, t, err)
				ctx.Defer(func(app.Context) { l.repaint() }) // the table has its rows then
			})
		})
	}
}

// fetched takes a net that has come, or the reason why not.
func (l *Lab) fetched(i int, t *weights.Trained, err error) {
	if err != nil {
		l.missing = err
		return
	}
	l.shipped[i] = t
	if l.shipped[0] != nil && l.shipped[1] != nil {
		l.load()
	}
}

// OnUpdate paints anew in another language.
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
		l.painter.all()
	}
}

// net is one of the two in use: retrained from the state's seed, else as shipped.
func (l *Lab) net(i int) *weights.Trained {
	if t := l.learnt[i]; t != nil && l.state.Seed == t.About.Seed {
		return t
	}
	return l.shipped[i]
}

// seed is that of the retrained nets in use, 0 while the shipped ones are.
func (l *Lab) seed() uint64 {
	if t := l.learnt[0]; t != nil && l.state.Seed == t.About.Seed {
		return t.About.Seed
	}
	return 0
}

// load builds the nets in use and reads the state's digit with them.
func (l *Lab) load() {
	if l.shipped[0] == nil || l.shipped[1] == nil {
		return // not both are there yet
	}
	l.recall()
	conv, ok := NewNet(l.net(0).Net, l.net(0).Params)
	dense, also := NewNet(l.net(1).Net, l.net(1).Params)
	if !ok || !also || conv.maps() == (maps{}) {
		l.notice = notice{ui.Error, text.BadNets}
		return
	}
	l.read(conv, dense)
}

// recall takes nets retrained earlier in this visit from the shelf, where the state asks
// for them.
func (l *Lab) recall() {
	if l.state.Seed == 0 || l.learnt[0] != nil {
		return
	}
	var kept [2]*weights.Trained
	for i, t := range l.shipped {
		if kept[i] = l.shelf.Visit(t.Net); kept[i] == nil || kept[i].About.Seed != l.state.Seed || kept[i].About.Steps == 0 {
			return
		}
	}
	l.learnt, l.notice = kept, notice{}
}

// read begins with the state's digit.
func (l *Lab) read(conv, dense *Net) {
	ink := make([]float32, edge*edge)
	class := l.digits.Draw(l.state.Digit, ink)
	l.seen = newSeen(ink, class, conv, dense)
	l.search = newSearch(ink, class, conv, dense)
	l.seen.shift(l.state.DX, l.state.DY)
	l.repaint()
}

// set takes over a state that an address could hold.
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

// change is set for what the back button is to step over: a digit, a stop, other nets.
func (l *Lab) change(s State) { l.put(s, true) }

// adjust is set for a step on the way, which the back button passes by.
func (l *Lab) adjust(s State) { l.put(s, false) }

func (l *Lab) put(s State, whole bool) {
	l.set(s)
	l.broken, l.notice = false, notice{}
	if l.painter == nil {
		return
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

// moveTo puts the digit at a shift, without a render.
func (l *Lab) moveTo(s State) {
	if s.DX == l.state.DX && s.DY == l.state.DY {
		return
	}
	l.state = s
	if l.painter != nil {
		l.painter.moved()
	}
}

// toggle plays or pauses the sweep; at the end it starts over.
func (l *Lab) toggle() {
	l.playing = !l.playing
	if l.playing && l.state.step() == steps {
		l.moveTo(l.state.toStep(0))
	}
}

// openingRetrainSeed is the seed offered first: not the shipped nets' own.
const openingRetrainSeed = 3

// openingSpeed is the speed that the lab opens with, of stepsPerSecond.
const openingSpeed = 3

// stepsPerSecond are the speeds of the slider.
func stepsPerSecond() []float64 { return []float64{1, 2, 4, 8, 15, 30, 60} }

// reset puts everything back to how the lab begins. Nets that were retrained stay at hand
// for the back button.
func (l *Lab) reset() {
	l.cancelAll()
	l.playing, l.share, l.speed = false, ui.Shared{}, openingSpeed
	rev := l.chart.rev
	l.chart, l.census = measured(), census{}
	l.chart.rev = rev + 1
	l.change(Default())
	ui.Announce(l.t(text.WasReset))
}

// goToStop shows a stop of the lesson, with the digit where it says.
func (l *Lab) goToStop(i int) {
	if i < 0 || i >= len(stops()) || i == l.state.Stop {
		return
	}
	l.playing = false
	s := l.state.at(stops()[i].State)
	s.Stop = i
	l.change(s)
	ui.Announce(l.t(stops()[i].Title))
}

// Keys are the rows this lab adds to the key help.
func Keys() []ui.Key {
	return []ui.Key{
		{Keys: "← → ↑ ↓", Does: text.KeyArrows}, {Keys: "Shift ←", Does: text.KeyMore}, {Keys: "Space", Does: text.KeySpace},
		{Keys: "Home End", Does: text.KeyEnds}, ui.TurnKey(), ui.ResetKey(),
	}
}

func (l *Lab) t(t lang.Text, args ...any) string { return l.Page.T(t, args...) }
