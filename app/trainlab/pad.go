package trainlab

import (
	"strings"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/data"
	"stridelab/train"
	"stridelab/viz"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// padEvery is the least time between two requests for a reading of the same drawing while the
// network trains, in milliseconds. Where the stage shows the drawing, its maps follow the weights.
func (p *painter) padEvery() float64 {
	if p.lab.pad.shown {
		return stageEvery
	}
	return 400
}

// padChanged notes that the drawing or the network has changed.
func (p *painter) padChanged() {
	p.pad.dirty = true
	p.pad.drawn++
	p.pad.last = 0
}

// askForPad asks the network to read the drawing, if the drawing or the network has changed. It
// waits for the last answer first, so that only one request is on its way. ms is the time of the
// frame.
func (p *painter) askForPad(ms float64) {
	l := p.lab
	if !p.pad.dirty || p.pad.asked || !l.ready() || ms-p.pad.last < p.padEvery() && p.pad.last != 0 {
		return
	}
	p.pad.dirty = false
	f := l.padFrame()
	if !p.drawDigit(f) {
		return
	}
	p.pad.difference = l.store.Dataset.Info.Look.Compare(p.pad.digit, 1, f.h, f.w)
	p.pad.last = ms
	p.pad.asked = true
	p.speech.asked = p.speech.strokes
	l.pad.id = l.nextID()
	l.client.send(train.Predict{ID: l.pad.id, C: 1, H: f.h, W: f.w, Pixels: p.pad.digit, Maps: l.pad.shown})
}

// drawDigit makes the picture that the network gets of the drawing. It reports whether anything is
// drawn.
func (p *painter) drawDigit(f frame) bool {
	if len(p.pad.digit) != f.h*f.w {
		p.pad.digit = make([]float32, f.h*f.w)
	}
	return p.lab.pad.ink.Digit(p.pad.digit, f)
}

// differenceText says how the drawing differs from the training images. It returns no text if it
// does not.
func differenceText(d data.Difference) lang.Text {
	switch d {
	case data.Small:
		return dataText.PadSmall
	case data.Large:
		return dataText.PadLarge
	case data.Thin:
		return dataText.PadThin
	case data.Thick:
		return dataText.PadThick
	case data.Plain:
		return dataText.PadPlain
	case data.Busy:
		return dataText.PadBusy
	case data.Upright:
		return dataText.PadUpright
	}
	return lang.Text{}
}

// drawPad draws the ink, the keyboard's pen, and the picture that the network gets.
func (p *painter) drawPad() {
	paintPad(p.lab.pad.ink, p.lab.pad.pen, p.theme)
	s, w, h := p.surface(idPadSeen)
	if s == nil || w <= 0 {
		return
	}
	f := p.lab.padFrame()
	p.drawDigit(f)
	var seen Plate
	seen.paintSample(train.Volume{C: 1, H: f.h, W: f.w, Data: p.pad.digit})
	s.Image(seen.Pix, 0, 0, w, h)
}

// writePad writes how the network reads the drawing.
func (p *painter) writePad() {
	l, st := p.lang(), p.lab.store
	probs := st.Pad.Probs
	if p.lab.pad.ink.Empty() {
		probs = nil
	}
	best, prob := Best(probs)
	if best < 0 {
		p.set(idPadGuess, none)
		p.set(idPadSure, text.PadEmpty.In(l))
		return
	}
	p.set(idPadGuess, st.ClassName(best))
	sure := text.PadSure.With(l, formatCertainty(float64(prob)))
	if st.Pad.Step == 0 {
		sure = join(sure, text.PadUntrained.In(l))
	} else {
		sure = join(sure, differenceText(p.pad.difference).In(l))
	}
	p.set(idPadSure, sure)
}

func (l *Lab) onPadClear(ctx app.Context, e app.Event) {
	l.pad.ink.Clear()
	l.painter.padChanged()
	ui.Announce(l.Page.T(text.PadWiped))
}

// padKey handles a key pressed on the pad. It reports whether the key is one of the pad's.
func (l *Lab) padKey(key string) bool {
	down := l.pad.pen.Down
	if !l.pad.pen.Key(key, l.pad.ink) {
		return false
	}
	switch {
	case key == "Delete" || key == "Backspace":
		ui.Announce(l.Page.T(text.PadWiped))
	case l.pad.pen.Down && !down:
		ui.Announce(l.Page.T(text.PenDown))
	case down && !l.pad.pen.Down:
		ui.Announce(l.Page.T(text.PenUp))
	}
	if strings.HasPrefix(key, "Arrow") {
		l.painter.speech.penMoved(l.painter.now)
	}
	if down || l.pad.pen.Down {
		l.pad.shown = true
		l.painter.speech.drawingChanged(l.painter.now)
	}
	l.painter.padChanged()
	return true
}

// padColors returns the colours of the pad's background and of its ink.
func padColors(t viz.Theme) (ground, ink [3]uint8) {
	g, i := t.Color(viz.Panel), t.Color(viz.Ink)
	return [3]uint8{g.R, g.G, g.B}, [3]uint8{i.R, i.G, i.B}
}
