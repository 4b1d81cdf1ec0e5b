package window

import (
	"strconv"
	"strings"
	"syscall/js"

	"stridelab/app/ui"
	"stridelab/viz"
)

// painter puts a view on the page without a render: it keeps what it painted last and
// changes only what differs. It owns the frame loop, which also plays.
type painter struct {
	l        *Lab
	frames   *ui.Frames
	dirty    bool
	announce bool // say the next view
	still    bool // the next view is not a step: nothing moves

	svg, cellLayer, wordLayer, cornerLayer, frameLayer js.Value
	cells                                              []cellView
	elements                                           []js.Value
	attrs                                              [][][2]string // of the elements, as they stand in the document
	unnamed                                            []bool        // of the elements: their names are behind
	paintedAt                                          float64
	words, corners                                     string
	frameList                                          []viz.StageFrame
	frameElements                                      []js.Value
	lastStage                                          viz.Stage
	lastState                                          State
	language                                           string
	arithmetic, second, counter                        string
	done, all                                          int
	moves                                              bool    // the step now painted is animated
	width, scale                                       float64 // of the stage in CSS pixels, and how much larger than 16 px the type is
	room                                               float64 // by which the window is taller than the stage's column
	stuckAt                                            float64
	steppedAt                                          float64 // when a step last began to move, in milliseconds

	roll    roll
	tiles   tilePainter
	pointer *pointer

	lastStep float64 // when playing took its last step, in milliseconds
	urlDirty bool
	urlAt    float64
}

func newPainter(l *Lab) *painter {
	p := &painter{l: l, dirty: true, still: true, done: -1}
	p.pointer = newPointer(p)
	p.frames = ui.StartFrames(p.frame)
	return p
}

func (p *painter) stop() {
	p.flush()
	p.frames.Stop()
	p.pointer.stop()
}

func (p *painter) retheme() { p.tiles.forget(); p.dirty = true }

// changed notes that the address is behind; it is written at once, or when a
// run of steps pauses for breath: browsers refuse hundreds of writes a minute.
func (p *painter) changed() { p.urlDirty = true }

func (p *painter) frame(ms float64) {
	l := p.l
	if l.playing {
		interval := 1000 / stepsPerSecond()[l.speed]
		if ms-p.lastStep >= interval-4 {
			p.lastStep = ms
			if l.state.Done < l.walk.Steps() {
				l.walkTo(l.state.Done + 1)
			}
			if l.state.Done >= l.walk.Steps() {
				l.pause()
				p.announce = true
				l.ctx.Dispatch(nil) // the button says Play again
			}
		}
	}
	if p.urlDirty && !l.playing && ms-p.urlAt > 300 {
		p.urlAt = ms
		p.flush()
	}
	if p.dirty {
		p.dirty = false
		p.paint()
		p.paintedAt = ms
		return
	}
	if ms-p.paintedAt > 120 {
		p.names()
	}
}

// names gives the cells that changed their new names for a screen reader, once the steps
// pause for breath: nobody can hear hundreds of names sixty times a second.
func (p *painter) names() {
	for i, is := range p.unnamed {
		if is {
			p.unnamed[i] = false
			p.elements[i].Call("setAttribute", "aria-label", p.l.label(p.cells[i]))
		}
	}
}

func (p *painter) flush() {
	if p.urlDirty {
		p.urlDirty = false
		p.l.address(false)
	}
}

// address writes the query into the address bar.
func (p *painter) address(query string, whole bool) {
	location, history := js.Global().Get("location"), js.Global().Get("history")
	target := location.Get("pathname").String()
	if query != "" {
		target += "?" + query
	}
	p.urlDirty = false
	if target == location.Get("pathname").String()+location.Get("search").String() {
		return
	}
	method := "replaceState"
	if whole {
		method = "pushState"
	}
	history.Call(method, history.Get("state"), "", target)
}

func (p *painter) paint() {
	host := byID("stage-svg")
	if !host.Truthy() {
		return
	}
	l := p.l
	width := host.Get("clientWidth").Float()
	if width < 100 {
		p.dirty = true // not laid out yet
		return
	}
	// The stage grows with the type: for a projector, for a far screen.
	rem, _ := strconv.ParseFloat(strings.TrimSuffix(js.Global().Call("getComputedStyle", document().Get("documentElement")).Get("fontSize").String(), "px"), 64)
	scale := max(1, rem/16)
	v := l.view(width / scale)
	cells := l.cellViews(v.Stage)
	p.beat(v.Stage.Compact, v.Done)
	language := l.Page.Lang.Tag()
	if !p.svg.Truthy() || !p.svg.Get("isConnected").Bool() || !p.alike(cells) || p.width != width || p.scale != scale || p.language != language || p.lastStage.H != v.Stage.H || p.lastState.Tab != l.state.Tab {
		p.rebuild(host, v.Stage, cells)
	} else {
		p.update(v.Stage, cells)
	}
	p.cells, p.lastStage, p.lastState, p.width, p.scale, p.language = cells, v.Stage, l.state, width, scale, language
	p.tiles.paint(v.Stage, scale)
	walked := v.Done
	if l.state.Tab == Backward {
		walked = v.All // forwards, everything has been computed
	}
	p.roll.update(l.walk, l.rolled(v.Stage), walked)
	p.paintText(v)
	if now := js.Global().Get("performance").Call("now").Float(); now-p.stuckAt > 250 {
		p.stuckAt = now // asking for a height costs a layout
		p.stick()
	}
}

// stick lets the stage's column stay in view while the other one is scrolled. A column
// taller than the window comes to rest where its end is seen, not its beginning.
func (p *painter) stick() {
	column := document().Call("querySelector", ".window-main")
	if !column.Truthy() {
		return
	}
	room := js.Global().Get("innerHeight").Float() - column.Get("offsetHeight").Float()
	if room != p.room {
		p.room = room
		column.Get("style").Set("top", decimal(min(8, room-8))+"px")
	}
}

// alike reports whether the cells are the same ones as before, perhaps with other numbers.
func (p *painter) alike(cells []cellView) bool {
	if len(cells) != len(p.cells) {
		return false
	}
	for i, c := range cells {
		old := p.cells[i]
		if c.Role != old.Role || c.Size != old.Size || c.focusable() != old.focusable() {
			return false
		}
	}
	return true
}

// rebuild writes the whole drawing anew and finds the elements again. The focus returns
// to the cell that had it.
func (p *painter) rebuild(host js.Value, st viz.Stage, cells []cellView) {
	l := p.l
	active := document().Get("activeElement")
	var had map[string]string
	if active.Truthy() && host.Call("contains", active).Bool() {
		had = map[string]string{}
		for _, name := range []string{"data-test", "data-channel", "data-row", "data-col", "data-pool"} {
			if v := active.Call("getAttribute", name); v.Type() == js.TypeString {
				had[name] = v.String()
			}
		}
	}
	p.stuckAt = 0 // its height is another
	host.Set("innerHTML", l.svg(st, l.t(text.Stage)))
	p.svg = host.Get("firstElementChild")
	layers := p.svg.Get("children")
	p.cellLayer, p.wordLayer, p.cornerLayer, p.frameLayer = layers.Index(0), layers.Index(1), layers.Index(2), layers.Index(3)
	children := p.cellLayer.Get("children")
	p.elements, p.attrs = p.elements[:0], p.attrs[:0]
	for i, c := range cells {
		p.elements = append(p.elements, children.Index(i))
		p.attrs = append(p.attrs, l.attrs(c))
	}
	p.unnamed = make([]bool, len(cells))
	p.words, p.corners = textsSVG(st), cornersSVG(st)
	p.frameList = append(p.frameList[:0], st.Frames...)
	p.frameElements = p.frameElements[:0]
	rects := p.frameLayer.Get("children")
	for i, f := range st.Frames {
		e := rects.Index(i)
		// Frames move by a transform, which a style sheet can animate.
		e.Call("setAttribute", "x", 0)
		e.Call("setAttribute", "y", 0)
		moveFrame(e, f)
		p.frameElements = append(p.frameElements, e)
	}
	if had != nil {
		selector := ""
		for name, v := range had {
			selector += "[" + name + "=\"" + v + "\"]"
		}
		if e := host.Call("querySelector", selector); e.Truthy() {
			e.Call("focus", map[string]any{"preventScroll": true})
		}
	}
}

func moveFrame(e js.Value, f viz.StageFrame) {
	e.Get("style").Set("transform", "translate("+decimal(f.X)+"px,"+decimal(f.Y)+"px)")
}

// update changes the cells that differ, the words, and where the frames are.
func (p *painter) update(st viz.Stage, cells []cellView) {
	l := p.l
	for i, c := range cells {
		old := p.cells[i]
		if c == old {
			continue
		}
		e := p.elements[i]
		was, now := p.attrs[i], l.attrs(c)
		for k, a := range now {
			if k >= len(was) || was[k] != a {
				e.Call("setAttribute", a[0], a[1])
			}
		}
		p.attrs[i] = now
		p.unnamed[i] = c.focusable()
		a, b := c.StageCell, old.StageCell
		a.X, a.Y, a.Row, a.Col, a.Channel, a.Filter = b.X, b.Y, b.Row, b.Col, b.Channel, b.Filter
		if (a.Corner == "") == (b.Corner == "") {
			a.Corner = b.Corner // drawn in its own layer; here it only moves the number aside
		}
		switch {
		case a == b:
		case p.moves || !sameParts(a, b):
			e.Set("innerHTML", c.inner()) // new elements, whose appearing the style sheet animates
		default:
			retouch(e, a, b)
		}
	}
	if w := textsSVG(st); w != p.words {
		p.words = w
		p.wordLayer.Set("innerHTML", w)
	}
	if c := cornersSVG(st); c != p.corners {
		p.corners = c
		p.cornerLayer.Set("innerHTML", c)
	}
	if len(st.Frames) != len(p.frameList) {
		p.frameLayer.Set("innerHTML", framesSVG(st))
		p.frameElements = p.frameElements[:0]
		rects := p.frameLayer.Get("children")
		for i, f := range st.Frames {
			moveFrame(rects.Index(i), f)
			p.frameElements = append(p.frameElements, rects.Index(i))
		}
		p.frameList = append(p.frameList[:0], st.Frames...)
		return
	}
	for i, f := range st.Frames {
		old := p.frameList[i]
		if f == old {
			continue
		}
		e := p.frameElements[i]
		if f.Kind != old.Kind {
			e.Call("setAttribute", "class", "frame "+frameClass(f))
		}
		if f.Size != old.Size {
			e.Call("setAttribute", "width", decimal(f.Size))
			e.Call("setAttribute", "height", decimal(f.Size))
		}
		moveFrame(e, f)
		p.frameList[i] = f
	}
}

// sameParts reports whether two drawings of a cell differ in number and tint alone.
func sameParts(a, b viz.StageCell) bool {
	const drawn = viz.MarkPadding | viz.MarkDropped | viz.MarkWinner | viz.MarkTied
	return a.Marks&drawn == b.Marks&drawn && a.Size == b.Size && (a.Text == "") == (b.Text == "") && (a.Corner == "") == (b.Corner == "")
}

// retouch changes the number and the tint of a cell in place: a tenth of the cost of
// drawing it anew, for when steps come faster than motion could be seen.
func retouch(e js.Value, now, was viz.StageCell) {
	if now.Tint != was.Tint {
		ground := e.Get("firstChild")
		role, opacity := groundPaint(now.Tint)
		if old, _ := groundPaint(was.Tint); old != role {
			ground.Call("setAttribute", "class", "ground "+role)
		}
		ground.Call("setAttribute", "fill-opacity", strconv.FormatFloat(opacity, 'f', 2, 64))
	}
	if now.Text == was.Text {
		return
	}
	number := e.Get("lastChild")
	number.Get("firstChild").Set("nodeValue", now.Text)
	if now.TextSize() != was.TextSize() {
		number.Call("setAttribute", "font-size", strconv.FormatFloat(now.TextSize(), 'f', 1, 64))
		number.Call("setAttribute", "y", strconv.FormatFloat(now.TextY()-now.Y, 'f', 1, 64))
	}
}

func framesSVG(st viz.Stage) string {
	s := ""
	for _, f := range st.Frames {
		s += `<rect class="frame ` + frameClass(f) + `" width="` + decimal(f.Size) + `" height="` + decimal(f.Size) + `"/>`
	}
	return s
}

// beat sets how long one part of a step's motion takes: the window moves, the products
// appear, the sum lands. A fast run and a jump have none, nor has what is no step.
func (p *painter) beat(compact bool, done int) {
	now := js.Global().Get("performance").Call("now").Float()
	interval := 1000.0
	if p.l.playing {
		interval = 1000 / stepsPerSecond()[p.l.speed]
	}
	beat := min(200, interval/5)
	stepped := p.done >= 0 && (done == p.done+1 || done == p.done-1)
	still := p.still || beat < 40 || p.l.eye.on || !stepped
	p.still = false
	p.moves = !still
	if !stepped && now-p.steppedAt < 4*beat {
		return // the step before is still landing
	}
	if stepped {
		p.steppedAt = now
	}
	stage := byID("stage")
	stage.Get("classList").Call("toggle", "still", still)
	stage.Get("classList").Call("toggle", "compact", compact)
	stage.Get("style").Call("setProperty", "--beat", strconv.Itoa(int(beat))+"ms")
}

// paintText writes the arithmetic, the counter and the scrub bar, and says the step.
func (p *painter) paintText(v view) {
	setText := func(id string, now string, last *string) {
		if now != *last {
			*last = now
			byID(id).Set("textContent", now)
		}
	}
	setText("arithmetic", v.Arithmetic, &p.arithmetic)
	setText("arithmetic-second", v.Second, &p.second)
	setText("counter", v.Counter, &p.counter)
	if v.Done != p.done || v.All != p.all {
		p.done, p.all = v.Done, v.All
		bar := byID("scrub")
		bar.Set("max", v.All)
		bar.Set("value", v.Done)
		bar.Call("setAttribute", "aria-valuetext", v.Counter)
	}
	if p.announce {
		p.announce = false
		ui.Announce(v.Sentence)
	}
}

func document() js.Value { return js.Global().Get("document") }

func byID(id string) js.Value { return document().Call("getElementById", id) }
