package window

import (
	"strconv"
	"syscall/js"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/viz"
)

// painter puts a view on the page without a render. It keeps what it painted last and changes only
// what differs. It owns the frame loop, which also plays the walk.
type painter struct {
	l        *Lab
	dirty    bool // there is something to paint
	announce bool // say the sentence of the next view
	still    bool // the next view comes by no step, so nothing is animated

	drawing  drawing
	outlines outlines
	// The layers of cells: the products and the result have one each, because they appear later.
	pencils   [3]pencil
	tiles     [2]tilePainter // of the input, of the outputs
	roll      roll
	weights   weights
	pointer   *pointer
	lastStage viz.Stage
	lastTab   Tab
	language  string
	theme     viz.Theme

	arithmetic, second, counter string // as painted last
	done, all                   int    // as painted last; done is −1 before
	moves                       bool   // the step that is painted now is animated
	// The style sheet has every animation under two names, and each step takes the other one. A
	// browser does not run an animation again whose name stays the same.
	odd        bool    // the name that this step takes
	beats      [3]bool // whether the stage has the classes still, compact and odd
	brush      bool    // whether it has the class brush
	beatLength int     // the length of a part of a step's motion, in milliseconds
	// The width of the stage in CSS pixels, and the size of the type in units of 16 px.
	width, scale float64
	measured     bool    // width and scale are those of the page now
	room         float64 // the height of the browser's window less that of the stage's column
	// When the page was painted last, and when the last step began to move, in milliseconds.
	paintedAt, steppedAt float64
}

// newPainter starts to paint. The lab's Releases end it.
func newPainter(l *Lab) *painter {
	p := &painter{l: l, dirty: true, still: true, done: -1}
	p.pencils = [3]pencil{{id: "stage-cells"}, {id: "stage-products"}, {id: "stage-result"}}
	p.tiles = [2]tilePainter{{id: "stage-tiles"}, {id: "stage-maps", outputs: true}}
	p.pointer = newPointer(p)
	// Only a changed size makes the painter measure the page again, so that a step need not.
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

// resize makes the painter measure the page before it paints the next view.
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

// now paints at once, outside of a frame, so that the next frame shows it already.
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
	// The canvases come before the document is changed. Setting a canvas's font makes the browser
	// update the page's style, which costs nothing while the document has not changed.
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
		walked = v.All // on the Backward tab all outputs are computed
	}
	p.roll.update(l.walk, l.drawsFewer(v.Stage), walked)
	p.weights.update(l.walk, v.Stage)
	p.paintText(v)
}

// measure reads the stage's width and the size of the type, and reports whether anything changed
// that the layout depends on. The stage grows with the type, as on a projector or a far screen.
func (p *painter) measure(host js.Value) (changed bool) {
	width, scale, maxHeight, visibleHeight := p.width, p.scale, p.l.maxHeight, p.l.visibleHeight
	p.width = host.Get("clientWidth").Float()
	p.scale = max(1, ui.TypeScale())
	// Leaves room for the head, the arithmetic and the transport beside the stage.
	p.l.maxHeight = min(max(js.Global().Get("innerHeight").Float()/p.scale-besideStage, leastHeight), mostHeight)
	// Measured at the row of both columns, because the stage's own column may be held in view by
	// stick.
	if row := ui.Element("window-main").Get("parentElement"); row.Truthy() {
		top := row.Call("getBoundingClientRect").Get("top").Float() + js.Global().Get("scrollY").Float()
		p.l.visibleHeight = max(1, (js.Global().Get("innerHeight").Float()-top)/p.scale-underStage)
	}
	p.theme = ui.CurrentTheme()
	p.stick()
	p.measured = true
	return width != p.width || scale != p.scale || maxHeight != p.l.maxHeight || visibleHeight != p.l.visibleHeight
}

// besideStage is the height of everything else on a screen with the stage. leastHeight and
// mostHeight are the bounds of maxHeight. All are in CSS pixels at a type size of 16 px.
const besideStage, leastHeight, mostHeight = 340.0, 440.0, 760.0

// underStage is the height of what stands under the stage, two lines of arithmetic and the
// transport, in the same pixels.
const underStage = 148.0

// stick keeps the stage's column in view while the other column is scrolled. A column taller than
// the browser's window is held where its end is seen, not its beginning.
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

// beat sets how long each of the three parts of a step's motion takes: the window moves, the
// products appear, the sum appears. A fast run, a jump and a change that is no step are not
// animated.
func (p *painter) beat(st viz.Stage, done int) {
	now := ui.Now()
	interval := 1000.0
	if p.l.transport.Playing {
		interval = p.l.transport.Interval()
	}
	beat := min(200, interval/5)
	stepped := p.done >= 0 && (done == p.done+1 || done == p.done-1)
	still := p.still || beat < 40 || p.l.hovered.on || !stepped
	p.still = false
	p.moves = !still
	p.class("brush", &p.brush, p.l.brush.on)
	if !stepped && now-p.steppedAt < 4*beat {
		return // the step before is still moving
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

// class adds or removes a class of the stage if it differs from was.
func (p *painter) class(name string, was *bool, on bool) {
	if *was != on {
		*was = on
		ui.Element("stage").Get("classList").Call("toggle", name, on)
	}
}

// paintText writes the arithmetic, the counter and the scrub bar, and announces the step.
func (p *painter) paintText(v view) {
	setText := func(id string, now string, last *string) {
		if now != *last {
			*last = now
			// Not ui.SetText, which keeps the text node. go-app may render the counter after it was
			// painted, and then changes the text node that it made itself, which is no longer in
			// the document.
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
			// As wide as it will ever be, so that what stands beside it does not move while it
			// counts.
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
