package sharelab

import (
	"syscall/js"

	"stridelab/app/ui"
)

// listen makes the pictures follow the pointer.
func (p *painter) listen() {
	on := func(target js.Value, event string, f func(e js.Value)) { p.l.Releases.Add(ui.Listen(target, event, f)) }
	s := p.scale
	on(s.canvas, "pointerdown", s.down)
	on(s.canvas, "pointermove", s.drag)
	on(s.canvas, "pointerup", s.up)
	on(s.canvas, "pointercancel", s.up)
	on(s.canvas, "pointerleave", func(js.Value) { s.hovering, s.dirty = false, true })
	on(s.canvas, "wheel", s.wheel) // zooms instead of scrolling the page

	sparse := ui.Element("sparse-canvas")
	look := func(e js.Value) {
		at, ok := p.conns.find(ui.PointerAt(sparse, e))
		if !ok {
			return
		}
		turned := at.Input != p.l.state.Eye.Input
		p.l.look(at)
		if turned {
			p.l.Rerender() // the choice above the picture changes too
		}
	}
	on(sparse, "pointermove", look)
	on(sparse, "pointerdown", look)

	matrix := ui.Element("matrix")
	point := func(at spot) {
		if at != p.spot && !p.l.transport.Playing {
			p.spot, p.dirty = at, true
		}
	}
	under := func(e js.Value) spot { return p.matrix.find(ui.PointerAt(ui.Element("matrix-drawing"), e)) }
	on(matrix, "pointermove", func(e js.Value) { point(under(e)) })
	on(matrix, "pointerleave", func(js.Value) { point(spot{}) })
	on(matrix, "click", func(e js.Value) {
		at := under(e)
		point(at)
		if at.Kind == outputCell || at.Kind == entryCell {
			p.l.walk(at.I)
		}
	})
}

// down begins a drag, or a pinch if it is a second finger.
func (s *scalePainter) down(e js.Value) {
	if e.Get("button").Int() != 0 {
		return
	}
	x, y := ui.PointerAt(s.canvas, e)
	s.fingers[e.Get("pointerId").Int()] = [2]float64{x, y}
	ui.CapturePointer(s.canvas, e)
}

// up ends the drag of a finger.
func (s *scalePainter) up(e js.Value) { delete(s.fingers, e.Get("pointerId").Int()) }

// drag moves the picture with one finger, and zooms it with two.
func (s *scalePainter) drag(e js.Value) {
	x, y := ui.PointerAt(s.canvas, e)
	id := e.Get("pointerId").Int()
	s.hoverX, s.hoverY, s.hovering, s.dirty = x, y, true, true
	was, ok := s.fingers[id]
	if !ok || !s.placed {
		return
	}
	s.fingers[id] = [2]float64{x, y}
	c := s.cam
	if len(s.fingers) == 2 {
		for other, at := range s.fingers {
			if other == id {
				continue
			}
			before, now := distance(was, at), distance([2]float64{x, y}, at)
			if before > 1 && now > 1 {
				c = c.zoomAt(now/before, at[0], at[1])
			}
		}
	} else if len(s.fingers) == 1 {
		c = c.pan(x-was[0], y-was[1])
	}
	s.set(c)
}

// wheel zooms at the pointer. If everything is in view and it would zoom out, it scrolls the page
// instead.
func (s *scalePainter) wheel(e js.Value) {
	delta := e.Get("deltaY").Float()
	switch e.Get("deltaMode").Int() {
	case 1: // lines
		delta *= 16
	case 2: // pages
		delta *= 400
	}
	rate := 0.0018
	if e.Get("ctrlKey").Bool() { // browsers report a trackpad's pinch so
		rate = 0.01
	}
	whole := s.world.fit(s.cam.W, s.cam.H).Zoom
	if !s.placed || delta > 0 && s.cam.Zoom <= whole*1.001 {
		return
	}
	e.Call("preventDefault")
	x, y := ui.PointerAt(s.canvas, e)
	s.set(s.cam.zoomAt(exp(-delta*rate), x, y))
}
