package invlab

import (
	"math"
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"
	"stridelab/viz"
)

// painter draws what follows the digit, without a render. It owns the frame loop, which also
// plays, searches and writes the address.
type painter struct {
	l        *Lab
	surfaces map[string]*ui.Surface
	texts    map[string]string // what was last written where
	plates   plates
	view     mapsView
	scale    float64 // of the type, 1 at 16 px
	theme    viz.Theme
	read     *seen // the one last painted

	dirty, still bool    // something to paint; not because the digit moved
	late         bool    // the small pictures are behind the large ones
	movedAt      float64 // when the digit last moved, in milliseconds
	silent       bool    // where it is has been said
	reachAt      int     // readings of the search when it was last painted
	chartRev     int
	retrainRev   int
	chartAt      float64

	held bool // Shift
}

// budget is how long a frame may search, in milliseconds.
const budget = 5

// newPainter starts to paint. The lab's Releases end it.
func newPainter(l *Lab) *painter {
	p := &painter{l: l, plates: plates{}, surfaces: map[string]*ui.Surface{}, silent: true}
	p.all()
	p.listen()
	l.Releases.Add(l.Flush, ui.StartFrames(p.frame).Stop)
	return p
}

// all has everything painted again, as elements may be new, or of another size or colour.
func (p *painter) all() {
	p.texts = map[string]string{}
	p.theme, p.scale = ui.CurrentTheme(), ui.TypeScale()
	p.dirty, p.still = true, true
	p.chartRev, p.retrainRev = -1, -1
	p.view = mapsView{}
}

func (p *painter) retheme() { p.all() }

// moved has the digit read and painted at its new shift.
func (p *painter) moved() {
	p.dirty, p.still, p.silent = true, false, false
	p.movedAt = ui.Now()
	p.l.Changed()
}

// shifted says whether Shift is held.
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
			l.Rerender() // the list of shifts names it
		}
	}
	p.progress(ms)
}

// paint reads the digit at its shift and draws the field, the answers and the reach. The maps
// follow in the next frame, so that no frame does everything.
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
	p.attr(idLab, "data-state", l.doing())
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
		p.chartRev = -1 // its line has moved
	}
}

// set writes a text if it is not the last one.
func (p *painter) set(id, s string) {
	if p.texts[id] != s {
		p.texts[id] = s
		ui.SetText(id, s)
	}
}

// attr writes an attribute if it is not the last one.
func (p *painter) attr(id, name, value string) {
	if key := id + " " + name; p.texts[key] != value {
		p.texts[key] = value
		ui.SetAttr(id, name, value)
	}
}

// surface clears a canvas and returns it with its size. ok is false if it is not laid out
// yet.
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

// height sets how high a canvas is, in CSS pixels.
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
	class, _ := s.told(net)
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

// paintTable writes what changed.
func (p *painter) paintTable() {
	for i, c := range p.l.changes(p.l.seen) {
		p.set(cellID(i, 0), c.move)
		p.set(cellID(i, 1), c.inPlace)
		p.set(cellID(i, 2), c.left)
	}
}
