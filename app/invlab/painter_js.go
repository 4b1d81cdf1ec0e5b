package invlab

import (
	"math"
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/viz"
)

// painter draws what changes with the digit, without a render. It owns the frame loop, which also
// plays the transport, searches for the reach and writes the address.
type painter struct {
	l        *Lab
	surfaces map[string]*ui.Surface
	texts    map[string]string // what was written last, by the id of the element
	plates   plates
	view     mapsView
	scale    float64 // size of the type, in units of 16 px
	theme    viz.Theme

	dirty      bool    // there is something to paint
	late       bool    // the maps and the table are still to be painted
	movedAt    float64 // when the digit last moved, in milliseconds
	silent     bool    // the digit's place has been announced
	reachAt    int     // readings of the search so far
	chartRev   int     // chart.rev when the chart was painted last, −1 to paint it again
	retrainRev int     // retraining.rev when it was painted last, −1 to paint it again
	chartAt    float64 // when progress painted last, in milliseconds

	held bool // the Shift key is down
}

// budget is how long the search may run in a frame, in milliseconds.
const budget = 5

// newPainter starts to paint. The lab's Releases end it.
func newPainter(l *Lab) *painter {
	p := &painter{l: l, plates: plates{}, surfaces: map[string]*ui.Surface{}, silent: true}
	p.all()
	p.listen()
	l.Releases.Add(l.Flush, ui.StartFrames(p.frame).Stop)
	return p
}

// all makes the painter paint everything again, because elements may be new, or have another size
// or colour.
func (p *painter) all() {
	p.texts = map[string]string{}
	p.theme, p.scale = ui.CurrentTheme(), ui.TypeScale()
	p.dirty = true
	p.chartRev, p.retrainRev = -1, -1
	p.chartAt = math.Inf(-1) // a printer waits for no tenth of a second
	p.view = mapsView{}
}

func (p *painter) retheme() { p.all() }

// moved makes the painter show the digit at its new shift.
func (p *painter) moved() {
	p.dirty, p.silent = true, false
	p.movedAt = ui.Now()
	p.l.Changed()
}

// shifted reports whether the Shift key is down.
func (p *painter) shifted() bool { return p.held }

func (p *painter) frame(ms float64) {
	l := p.l
	l.transport.Frame(ms)
	l.FlushDue(ms)
	switch {
	case l.seen == nil:
	case p.dirty:
		p.paint()
	case p.late:
		p.late = false
		p.paintMaps()
		p.paintTable()
	case l.search != nil && !l.search.Done:
		p.seek()
	}
	if !p.silent && !l.transport.Playing && ms-p.movedAt > 300 {
		p.silent = true
		ui.Announce(l.says())
		if l.state.preset() != l.preset {
			l.Rerender() // the list of presets shows the new one
		}
	}
	p.progress(ms)
}

// paint lets the nets read the digit at its shift, and draws the field, the answers and the reach.
// The maps and the table follow in the next frame, so that no frame takes too long.
func (p *painter) paint() {
	l, s := p.l, p.l.seen
	if s.dx != l.state.DX || s.dy != l.state.DY {
		s.shift(l.state.DX, l.state.DY)
	}
	p.dirty = false
	if !p.paintField() {
		p.dirty = true // not laid out yet
		return
	}
	p.late = true
	for net := range netKinds {
		p.paintVerdict(net)
	}
	p.paintReach()
	p.attr(idLab, "data-state", l.stateWord())
	p.attr(idLab, "data-dx", strconv.Itoa(s.dx))
	p.attr(idLab, "data-dy", strconv.Itoa(s.dy))
	place, lost := l.place()
	p.set(idMoved, place)
	p.set(idLost, lost)
	at := l.state.step()
	p.set(lab.CounterID, lab.Signed(float64(at-Most))+" px")
	if scrub := ui.Element(lab.ScrubID); scrub.Truthy() {
		scrub.Set("value", at)
		scrub.Call("setAttribute", "aria-valuetext", pair(s.offset()))
	}
	if p.chartRev >= 0 {
		p.chartRev = -1 // the chart marks the digit's shift
	}
}

// set writes a text into an element if it is not there already.
func (p *painter) set(id, s string) {
	if p.texts[id] != s {
		p.texts[id] = s
		ui.SetText(id, s)
	}
}

// attr writes an attribute of an element if it does not have the value already.
func (p *painter) attr(id, name, value string) {
	if key := id + " " + name; p.texts[key] != value {
		p.texts[key] = value
		ui.SetAttr(id, name, value)
	}
}

// surface clears a canvas and returns it with its size in CSS pixels. A height above 0 is set
// first. ok is false if the page has not laid the canvas out yet.
func (p *painter) surface(id string, height float64) (s *ui.Surface, w, h float64, ok bool) {
	if s = p.surfaces[id]; s == nil {
		if s = ui.OpenSurface(id); s == nil {
			return nil, 0, 0, false
		}
		p.surfaces[id] = s
	}
	if height > 0 {
		p.height(id, height)
	}
	w, h, _ = s.Fit()
	if w < 40 || h < 20 {
		return nil, 0, 0, false
	}
	s.Clear(p.theme)
	return s, w, h, true
}

// height sets the height of a canvas, in CSS pixels.
func (p *painter) height(id string, px float64) {
	key, value := id+" height", strconv.FormatFloat(px, 'f', 0, 64)+"px"
	if p.texts[key] != value {
		p.texts[key] = value
		ui.Element(id).Get("style").Set("height", value)
	}
}

func (p *painter) paintField() bool {
	s, w, _, ok := p.surface(idField+"-canvas", 0)
	if !ok {
		return false
	}
	s.Scene(p.l.seen.fieldScene(w, p.plates, ""), 0, 0, p.theme)
	return true
}

// paintVerdict draws and writes what a net reads.
func (p *painter) paintVerdict(net netKind) {
	l, s, id := p.l, p.l.seen, netIDs[net]
	class, _ := s.reading(net)
	reads, verdict, right := l.verdict(net)
	p.set(id.class, reads)
	p.attr(id.class, "data-class", strconv.Itoa(class))
	p.attr(id.class, "data-right", right)
	p.set(id.sure, verdict)
	if c, w, h, ok := p.surface(id.bars, 0); ok {
		c.Scene(l.bars(net, w, h, math.Round(13*p.scale)).Scene(), 0, 0, p.theme)
	}
}

// paintMaps draws the layers.
func (p *painter) paintMaps() {
	host := ui.Element(idMaps)
	if !host.Truthy() {
		return
	}
	width := host.Get("clientWidth").Float()
	if width < 100 {
		return
	}
	if p.view.W != width {
		p.view = layMaps(p.l.seen.conv, width, p.scale)
	}
	if c, _, _, ok := p.surface(idMaps, p.view.H); ok {
		c.Scene(p.view.scene(p.l.seen, p.l.state, p.plates, p.l.Page.Lang), 0, 0, p.theme)
	}
}

// paintTable writes the table of how much each layer changed.
func (p *painter) paintTable() {
	for i, c := range p.l.changes(p.l.seen) {
		p.set(cellID(i, 0), c.move)
		p.set(cellID(i, 1), c.inPlace)
		p.set(cellID(i, 2), c.left)
	}
}
