package invlab

import (
	"math"
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
	options := map[string]any{"passive": false, "capture": true}
	target.Call("addEventListener", name, listen, options)
	p.listeners = append(p.listeners, func() {
		target.Call("removeEventListener", name, listen, options)
		listen.Release()
	})
}

// drag is a finger or a mouse that has hold of the digit.
type drag struct {
	pointer int
	x, y    float64 // where it took hold, in CSS pixels
	dx, dy  int     // where the digit was then
}

// listen gives the digit and the maps their pointers, and learns whether Shift is held.
func (p *painter) listen() {
	held := func(e js.Value) { p.held = e.Get("shiftKey").Truthy() }
	p.on(js.Global(), "keydown", held)
	p.on(js.Global(), "keyup", held)

	field := byID(idField)
	var hold *drag
	p.on(field, "pointerdown", func(e js.Value) {
		if e.Get("button").Int() != 0 || hold != nil {
			return
		}
		hold = &drag{e.Get("pointerId").Int(), e.Get("clientX").Float(), e.Get("clientY").Float(), p.l.state.DX, p.l.state.DY}
		capture(field, e.Get("pointerId"))
		if p.l.playing {
			p.l.playing = false
			p.l.ctx.Dispatch(func(app.Context) {})
		}
	})
	p.on(field, "pointermove", func(e js.Value) {
		if hold == nil || hold.pointer != e.Get("pointerId").Int() {
			return
		}
		pixel := field.Get("clientWidth").Float() / edge
		s := p.l.state
		s.DX = clamped(hold.dx + int(math.Round((e.Get("clientX").Float()-hold.x)/pixel)))
		s.DY = clamped(hold.dy + int(math.Round((e.Get("clientY").Float()-hold.y)/pixel)))
		p.l.moveTo(s)
	})
	end := func(e js.Value) {
		if hold != nil && hold.pointer == e.Get("pointerId").Int() {
			hold = nil
		}
	}
	p.on(field, "pointerup", end)
	p.on(field, "pointercancel", end)

	maps := byID(idMaps)
	p.on(maps, "click", func(e js.Value) {
		box := maps.Call("getBoundingClientRect")
		by, channel, ok := p.view.find(e.Get("clientX").Float()-box.Get("left").Float(), e.Get("clientY").Float()-box.Get("top").Float())
		if !ok {
			return
		}
		p.l.ctx.Dispatch(func(app.Context) {
			s := p.l.state
			if by == lastMap {
				s.Last = channel
			} else {
				s.Map = channel
			}
			p.l.adjust(s)
		})
	})
}

// capture has an element hear of a pointer beyond its edges. It throws where the pointer
// has gone already; then there is nothing to capture.
func capture(element, pointer js.Value) {
	defer func() { _ = recover() }()
	element.Call("setPointerCapture", pointer)
}
