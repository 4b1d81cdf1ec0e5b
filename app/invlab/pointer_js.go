package invlab

import (
	"math"
	"syscall/js"

	"stridelab/app/ui"
)

// drag is the start of a stroke that moves the digit.
type drag struct {
	x, y   float64 // where the finger or the mouse came down, in CSS pixels
	dx, dy int     // the digit's shift then
}

// listen handles the pointers over the digit and over the maps, and follows the Shift key.
func (p *painter) listen() {
	on := func(target js.Value, event string, f func(e js.Value)) { p.l.Releases.Add(ui.Listen(target, event, f)) }
	// OnMount starts to listen for the lab's keys after this, so that held is up to date when they
	// come.
	held := func(e js.Value) { p.held = e.Get("shiftKey").Truthy() }
	on(js.Global(), "keydown", held)
	on(js.Global(), "keyup", held)

	field := ui.Element(idField)
	var stroke ui.Stroke
	var hold drag
	on(field, "pointerdown", func(e js.Value) {
		if e.Get("button").Int() != 0 {
			return
		}
		begins, instead := stroke.Begin(ui.ContactOf(e))
		if !begins {
			return
		}
		if instead { // the palm of a hand had moved the digit: it is taken back
			s := p.l.state
			s.DX, s.DY = hold.dx, hold.dy
			p.l.moveTo(s)
		}
		hold = drag{e.Get("clientX").Float(), e.Get("clientY").Float(), p.l.state.DX, p.l.state.DY}
		ui.CapturePointer(field, e)
		p.l.pause()
	})
	on(field, "pointermove", func(e js.Value) {
		contact := ui.ContactOf(e)
		stroke.Sees(contact)
		if !stroke.By(contact.ID) {
			return
		}
		pixel := field.Get("clientWidth").Float() / edge
		s := p.l.state
		s.DX = clamped(hold.dx + int(math.Round((e.Get("clientX").Float()-hold.x)/pixel)))
		s.DY = clamped(hold.dy + int(math.Round((e.Get("clientY").Float()-hold.y)/pixel)))
		p.l.moveTo(s)
	})
	end := func(e js.Value) { stroke.End(ui.ContactOf(e)) }
	on(field, "pointerup", end)
	on(field, "pointercancel", end)

	maps := ui.Element(idMaps)
	on(maps, "click", func(e js.Value) {
		by, channel, ok := p.view.find(ui.PointerAt(maps, e))
		if !ok {
			return
		}
		p.l.Act(func() {
			s := p.l.state
			if by == lastMap {
				s.Last = channel
			} else {
				s.Map = channel
			}
			p.l.Adjust(s)
		})
	})
}
