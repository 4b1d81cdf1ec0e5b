package netstage

import (
	"strconv"
	"syscall/js"

	"stridelab/app/ui"
	"stridelab/viz"
)

// painter puts the stage on the page. It keeps what it painted last.
type painter struct {
	theme                 viz.Theme
	sequential, diverging viz.Map
	ink, filterInk        *ui.Surface
	picture               picture

	measured                     bool
	w, h                         float64
	netDone, frameDone, spotDone int // the revisions that are laid out, painted and shown
	paintedAt                    float64
	said                         string
}

// Mount begins to listen and to paint. release ends it.
func (s *Stage) Mount(r *ui.Releases) {
	s.painter = painter{netDone: -1}
	s.Retheme()
	box := ui.Element(s.ID + atBox)
	on := func(event string, f func(e js.Value)) { r.Add(ui.Listen(box, event, f)) }
	spot := func(e js.Value) (viz.NetSpot, bool) {
		if s.netDone < 0 {
			return viz.NetSpot{}, false
		}
		x, y := ui.PointerAt(ui.Element(s.ID+atInk), e)
		return s.layout.At(x, y)
	}
	on("pointermove", func(e js.Value) { s.point(spot(e)) })
	on("pointerleave", func(js.Value) { s.point(viz.NetSpot{}, false) })
	on("click", func(e js.Value) {
		at, ok := spot(e)
		s.point(at, ok)
		if ok {
			s.open(false)
		}
	})
	on("focus", func(js.Value) { s.focus(box.Call("matches", ":focus-visible").Bool()) })
	on("blur", func(js.Value) { s.focus(false) })
	on("keydown", func(e js.Value) {
		if e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() {
			return
		}
		key := e.Get("key").String()
		if e.Get("shiftKey").Bool() {
			key = "Shift+" + key
		}
		if !s.key(key) {
			return
		}
		s.focus(true)
		e.Call("preventDefault")
		e.Call("stopPropagation") // the lab's own keys
		if key != "Enter" && key != "Escape" {
			s.reveal()
			ui.Announce(s.say(s.spot))
		}
	})
	resized := js.FuncOf(func(js.Value, []js.Value) any {
		s.measured = false
		return nil
	})
	sizes := js.Global().Get("ResizeObserver").New(resized)
	sizes.Call("observe", box)
	r.Add(func() {
		sizes.Call("disconnect")
		resized.Release()
	})
}

// Retheme paints everything anew: the colours, the size of the type or the elements have changed.
func (s *Stage) Retheme() {
	s.theme = ui.CurrentTheme()
	s.sequential, s.diverging = viz.Sequential(), viz.Diverging(s.theme)
	s.ink, s.filterInk, s.measured, s.netDone = nil, nil, false, -1
}

// frameEvery is the least time between two paintings of the numbers, in milliseconds.
const frameEvery = 1000.0 / 15

// Frame paints what has changed. Call it on each animation frame, with its time in milliseconds.
func (s *Stage) Frame(ms float64) {
	if s.rows == nil {
		return
	}
	if (!s.measured || s.netDone != s.netRev) && !s.arrange() {
		return
	}
	if s.frameDone != s.frameRev && ms-s.paintedAt >= frameEvery {
		s.frameDone, s.paintedAt = s.frameRev, ms
		if s.choose() {
			ui.Element(s.ID+atOver).Set("innerHTML", s.overlay())
		}
		s.draw(false)
		s.spotRev++ // its number may be another
	}
	if s.spotDone != s.spotRev {
		s.spotDone = s.spotRev
		s.showSpot()
	}
}

// arrange measures the page and lays the stage out. It returns false while the page has no size.
func (s *Stage) arrange() bool {
	box := ui.Element(s.ID + atBox)
	if !box.Truthy() {
		return false
	}
	w, h := box.Get("clientWidth").Float(), box.Get("clientHeight").Float()
	s.measured = true
	if w < 100 || h < 100 {
		return false
	}
	if w == s.w && h == s.h && s.netDone == s.netRev {
		return true
	}
	s.w, s.h, s.netDone = w, h, s.netRev
	scale := ui.TypeScale()
	font, minTile, scrolls := 11.5*scale, 18.0, false
	if w < 640 {
		minTile, scrolls = 34, true
	}
	s.lay(w, h, font, minTile, scrolls)
	s.choose()
	if s.ink == nil {
		s.ink = ui.OpenSurface(s.ID + atInk)
	}
	s.ink.FitTo(s.layout.W, h, 1)
	s.ink.Clear(s.theme)
	s.ink.Scene(s.ground(), 0, 0, s.theme)
	ui.Element(s.ID+atOver).Set("innerHTML", s.overlay())
	s.draw(true)
	s.frameDone = s.frameRev
	return true
}

// draw paints the numbers.
func (s *Stage) draw(fresh bool) {
	p := &s.picture
	s.paint(p, fresh)
	s.ink.Cuts(p.pix, p.cuts)
	var scene viz.Scene
	for _, i := range p.lost {
		c := &s.layout.Columns[i]
		for part := range c.Parts {
			x, y, w, h := c.Part(part)
			scene.Add(viz.Rect{X: x, Y: y, W: w, H: h, Fill: viz.Fill(viz.Panel)})
			if c.Kind == viz.NetStrip {
				break
			}
		}
	}
	last := &s.layout.Columns[len(s.layout.Columns)-1]
	scene.Add(viz.Rect{X: last.X, Y: last.Y, W: last.W, H: last.H, Fill: viz.Fill(viz.Paper)})
	scene.Shapes = append(scene.Shapes, s.answer().Shapes...)
	s.ink.Scene(scene, 0, 0, s.theme)
}

// showSpot shows what belongs to the spot: lines and frames, the sentence, the filter.
func (s *Stage) showSpot() {
	if over := ui.Element(s.ID + atOver + atSpot); over.Truthy() {
		over.Set("innerHTML", s.around())
	}
	at, ok := s.shown()
	said := text.Hint.In(s.lang)
	if ok {
		said = s.say(at)
	}
	if said != s.said {
		s.said = said
		ui.SetText(s.ID+atSaid, said)
	}
	if s.filterInk == nil {
		if s.filterInk = ui.OpenSurface(s.ID + atFilter); s.filterInk == nil {
			return
		}
	}
	const w, h = 180, 36
	s.filterInk.FitTo(w, h, 1)
	s.filterInk.Erase()
	shown := ""
	if pix := s.filter(w, h); pix != nil {
		shown = s.layerName(at.Column) + " " + strconv.Itoa(s.channel(at.Column, at.Part))
		size := pix.Rect.Size()
		s.filterInk.Image(pix, float64(w-size.X), 0, float64(size.X), float64(size.Y))
	}
	ui.SetAttr(s.ID+atFilter, "data-shown", shown)
}

// reveal scrolls the box sideways until the part that the keyboard is on is in view.
func (s *Stage) reveal() {
	box := ui.Element(s.ID + atBox)
	c := &s.layout.Columns[s.spot.Column]
	left, w := box.Get("scrollLeft").Float(), box.Get("clientWidth").Float()
	switch {
	case c.X < left:
		box.Set("scrollLeft", max(0, c.X-20))
	case c.X+c.W > left+w:
		box.Set("scrollLeft", c.X+c.W-w+20)
	}
}
