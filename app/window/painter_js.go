package window

import (
	"strconv"
	"syscall/js"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/viz"
)

// painter puts a view on the page without a render: it keeps what it painted last and
// changes only what differs. It owns the frame loop, which also plays.
type painter struct {
	l        *Lab
	dirty    bool
	announce bool // say the next view
	still    bool // the next view is not a step: nothing moves

	drawing  drawing
	outlines outlines
	// Of the cells, the products and the result: they appear one after the other.
	pencils   [3]pencil
	tiles     [2]tilePainter // the input, the outputs
	roll      roll
	weights   weights
	pointer   *pointer
	lastStage viz.Stage
	lastTab   Tab
	language  string
	theme     viz.Theme

	arithmetic, second, counter string
	done, all                   int
	moves                       bool // the step now painted is animated
	// Of two animations that are alike, the one to run: another one runs anew.
	odd        bool
	beats      [3]bool // what the stage's classes say: still, compact, odd
	brush      bool    // and this one
	beatLength int
	// Of the stage in CSS pixels, and how much larger than 16 px the type is.
	width, scale float64
	measured     bool
	room         float64 // by which the window is taller than the stage's column
	// When the page was painted, and a step began to move, in milliseconds.
	paintedAt, steppedAt float64
}

// newPainter begins to paint; what ends it is among what the lab releases.
func newPainter(l *Lab) *painter {
	p := &painter{l: l, dirty: true, still: true, done: -1}
	p.pencils = [3]pencil{{id: "stage-cells"}, {id: "stage-products"}, {id: "stage-result"}}
	p.tiles = [2]tilePainter{{id: "stage-tiles"}, {id: "stage-maps", outputs: true}}
	p.pointer = newPointer(p)
	// A changed size asks for another layout; nothing else does, so that a step need not ask.
	resized := js.FuncOf(func(js.Value, []js.Value) any {
		p.resize()
		return nil
	})
	sizes := js.Global().Get("ResizeObserver").New(resized)
	for _, id := range []string{"stage", "window-main"} {
		if e := ui.Element(id); e.Truthy() {
			sizes.Call("observe", e)
		}
	}
	l.Releases.Add(l.Flush, ui.StartFrames(p.frame).Stop, func() {
		sizes.Call("disconnect")
		resized.Release()
	})
	return p
}

func (p *painter) retheme() { p.resize() }

// resize asks for the sizes anew before the next view is painted.
func (p *painter) resize() { p.measured, p.dirty = false, true }

func (p *painter) frame(ms float64) {
	l := p.l
	l.transport.Frame(ms)
	if !l.transport.Playing {
		l.FlushDue(ms)
	}
	if p.dirty {
		p.paint()
		p.paintedAt = ms
		return
	}
	if ms-p.paintedAt > 120 {
		p.drawing.names(p.l)
	}
}

// now paints at once what was asked for outside a frame: it is on the screen with the very
// next one.
func (p *painter) now() {
	if p.dirty && p.measured {
		p.paint()
		p.paintedAt = ui.Now()
	}
}

func (p *painter) paint() {
	host := ui.Element("stage-svg")
	if !host.Truthy() {
		return
	}
	p.dirty = false
	l := p.l
	resized := !p.measured && p.measure(host)
	if p.width < 100 {
		p.measured, p.dirty = false, true // not laid out yet
		return
	}
	v := l.view(p.width / p.scale)
	cells := l.cellViews(v.Stage)
	// The canvases come first: to set a canvas's font the browser brings the page's style up
	// to date, which is nothing to do before the document has changed.
	for i := range p.tiles {
		p.tiles[i].paint(v.Stage, p.scale, p.theme)
	}
	for i := range p.pencils {
		p.pencils[i].paint(v.Stage, i, p.scale, p.theme)
	}
	p.beat(v.Stage, v.Done)
	language := l.Page.Lang.Tag()
	if resized || !p.drawing.stands() || !p.drawing.alike(v.Stage, cells) || p.language != language || p.lastStage.H != v.Stage.H || p.lastTab != l.state.Tab {
		p.drawing.rebuild(l, host, v.Stage, cells)
		p.outlines = outlines{}
	} else {
		p.drawing.update(l, v.Stage, cells, p.moves)
	}
	p.lastStage, p.lastTab, p.language = v.Stage, l.state.Tab, language
	p.outlines.paint(v.Stage.Frames, p.scale)
	walked := v.Done
	if l.state.Tab == Backward {
		walked = v.All // forwards, everything has been computed
	}
	p.roll.update(l.walk, l.rolled(v.Stage), walked)
	p.weights.update(l.walk, v.Stage)
	p.paintText(v)
}

// measure asks for the stage's width and for how large the type is, and says whether one
// of them changed. The stage grows with the type: for a projector, for a far screen.
func (p *painter) measure(host js.Value) (changed bool) {
	width, scale, tall, snug := p.width, p.scale, p.l.tall, p.l.snug
	p.width = host.Get("clientWidth").Float()
	p.scale = max(1, ui.TypeScale())
	// So that the head, the arithmetic and the transport are on the screen with the stage.
	p.l.tall = min(max(js.Global().Get("innerHeight").Float()/p.scale-besideStage, leastTall), mostTall)
	// The stage begins where its column and the side do; the column itself may be held in view.
	if row := ui.Element("window-main").Get("parentElement"); row.Truthy() {
		top := row.Call("getBoundingClientRect").Get("top").Float() + js.Global().Get("scrollY").Float()
		p.l.snug = max(1, (js.Global().Get("innerHeight").Float()-top)/p.scale-underStage)
	}
	p.theme = ui.CurrentTheme()
	p.stick()
	p.measured = true
	return width != p.width || scale != p.scale || tall != p.l.tall || snug != p.l.snug
}

// What else is on a screen with the stage, and the bounds of how high it may be, in pixels
// of type of the usual size.
const besideStage, leastTall, mostTall = 340.0, 440.0, 760.0

// What stands under the stage: two lines of arithmetic and the transport.
const underStage = 148.0

// stick lets the stage's column stay in view while the other one is scrolled. A column
// taller than the window comes to rest where its end is seen, not its beginning.
func (p *painter) stick() {
	column := ui.Element("window-main")
	if !column.Truthy() {
		return
	}
	room := js.Global().Get("innerHeight").Float() - column.Get("offsetHeight").Float()
	if room != p.room {
		p.room = room
		column.Get("style").Set("top", decimal(min(8, room-8))+"px")
	}
}

// beat sets how long one part of a step's motion takes: the window moves, the products
// appear, the sum lands. A fast run and a jump have none, nor has what is no step.
func (p *painter) beat(st viz.Stage, done int) {
	now := ui.Now()
	interval := 1000.0
	if p.l.transport.Playing {
		interval = p.l.transport.Interval()
	}
	beat := min(200, interval/5)
	stepped := p.done >= 0 && (done == p.done+1 || done == p.done-1)
	still := p.still || beat < 40 || p.l.eye.on || !stepped
	p.still = false
	p.moves = !still
	p.class("brush", &p.brush, p.l.brush.on)
	if !stepped && now-p.steppedAt < 4*beat {
		return // the step before is still landing
	}
	if stepped {
		p.steppedAt = now
		p.odd = !p.odd
	}
	p.class("still", &p.beats[0], still)
	p.class("compact", &p.beats[1], st.Compact)
	p.class("odd", &p.beats[2], p.odd && !still)
	if length := int(beat); length != p.beatLength {
		p.beatLength = length
		ui.Element("stage").Get("style").Call("setProperty", "--beat", strconv.Itoa(length)+"ms")
	}
}

// class gives the stage a class or takes it away, where it is not as it was.
func (p *painter) class(name string, was *bool, on bool) {
	if *was != on {
		*was = on
		ui.Element("stage").Get("classList").Call("toggle", name, on)
	}
}

// paintText writes the arithmetic, the counter and the scrub bar, and says the step.
func (p *painter) paintText(v view) {
	setText := func(id string, now string, last *string) {
		if now != *last {
			*last = now
			// Not ui.SetText: go-app renders the counter anew with its setting, and may do so
			// after it was painted. It then changes the text node it made, which no longer
			// stands here.
			ui.Element(id).Set("textContent", now)
		}
	}
	setText("arithmetic", v.Arithmetic, &p.arithmetic)
	setText("arithmetic-second", v.Second, &p.second)
	setText(lab.CounterID, v.Counter, &p.counter)
	if v.Done != p.done || v.All != p.all {
		bar := ui.Element(lab.ScrubID)
		if v.All != p.all {
			bar.Set("max", v.All)
			// As wide as it will ever be: what stands beside it does not move while it counts.
			ui.Element(lab.CounterID).Get("style").Set("minWidth", strconv.Itoa(2*len(strconv.Itoa(v.All))+2)+"ch")
		}
		bar.Set("value", v.Done)
		bar.Call("setAttribute", "aria-valuetext", v.Counter)
		p.done, p.all = v.Done, v.All
	}
	if p.announce {
		p.announce = false
		ui.Announce(v.Sentence)
	}
}
