package sharelab

import (
	"syscall/js"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// on listens to an element for as long as the painter lives.
func (p *painter) on(target js.Value, name string, f func(e js.Value)) {
	if !target.Truthy() {
		return
	}
	listen := js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args[0])
		return nil
	})
	// Not passive: the wheel zooms instead of scrolling.
	target.Call("addEventListener", name, listen, map[string]any{"passive": false})
	p.listeners = append(p.listeners, func() {
		target.Call("removeEventListener", name, listen)
		listen.Release()
	})
}

// listen gives the pictures their pointers.
func (p *painter) listen() {
	s := p.scale
	p.on(s.canvas, "pointerdown", s.down)
	p.on(s.canvas, "pointermove", s.drag)
	p.on(s.canvas, "pointerup", s.up)
	p.on(s.canvas, "pointercancel", s.up)
	p.on(s.canvas, "pointerleave", func(js.Value) { s.hovering, s.dirty = false, true })
	p.on(s.canvas, "wheel", s.wheel)

	sparse := byID("sparse-canvas")
	look := func(e js.Value) {
		x, y := inside(sparse, e)
		at, ok := p.conns.find(x, y)
		if !ok {
			return
		}
		turned := at.Input != p.l.state.Eye.Input
		p.l.look(at)
		if turned {
			p.l.ctx.Dispatch(func(app.Context) {}) // the choice above says so too
		}
	}
	p.on(sparse, "pointermove", look)
	p.on(sparse, "pointerdown", look)

	matrix := byID("matrix")
	point := func(at spot) {
		if at != p.spot && !p.l.playing {
			p.spot, p.dirty = at, true
		}
	}
	under := func(e js.Value) spot {
		x, y := inside(byID("matrix-drawing"), e)
		return p.matrix.find(x, y)
	}
	p.on(matrix, "pointermove", func(e js.Value) { point(under(e)) })
	p.on(matrix, "pointerleave", func(js.Value) { point(spot{}) })
	p.on(matrix, "click", func(e js.Value) {
		at := under(e)
		point(at)
		if at.Sort == outputCell || at.Sort == entryCell {
			p.l.walk(at.I)
		}
	})
}

// inside is where on an element an event happened, in CSS pixels.
func inside(element, e js.Value) (x, y float64) {
	box := element.Call("getBoundingClientRect")
	return e.Get("clientX").Float() - box.Get("left").Float(), e.Get("clientY").Float() - box.Get("top").Float()
}

// down begins a drag; with a second finger a pinch.
func (s *scalePainter) down(e js.Value) {
	if e.Get("button").Int() != 0 {
		return
	}
	x, y := inside(s.canvas, e)
	s.fingers[e.Get("pointerId").Int()] = [2]float64{x, y}
	capture(s.canvas, e.Get("pointerId"))
}

// capture has an element hear of a pointer beyond its edges. It throws where the pointer
// has gone already; then there is nothing to capture.
func capture(element, pointer js.Value) {
	defer func() { _ = recover() }()
	element.Call("setPointerCapture", pointer)
}

func (s *scalePainter) up(e js.Value) { delete(s.fingers, e.Get("pointerId").Int()) }

// drag moves the picture with one finger, and zooms it with two.
func (s *scalePainter) drag(e js.Value) {
	x, y := inside(s.canvas, e)
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

// wheel zooms at the pointer. Where nothing is left to zoom out of, the page scrolls.
func (s *scalePainter) wheel(e js.Value) {
	delta := e.Get("deltaY").Float()
	switch e.Get("deltaMode").Int() {
	case 1: // lines
		delta *= 16
	case 2: // pages
		delta *= 400
	}
	rate := 0.0018
	if e.Get("ctrlKey").Bool() { // a trackpad's pinch
		rate = 0.01
	}
	whole := s.world.fit(s.cam.W, s.cam.H).Zoom
	if !s.placed || delta > 0 && s.cam.Zoom <= whole*1.001 {
		return
	}
	e.Call("preventDefault")
	x, y := inside(s.canvas, e)
	s.set(s.cam.zoomAt(exp(-delta*rate), x, y))
}
