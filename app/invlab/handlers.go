package invlab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SetNumber takes the value of a numeric control.
func (l *Lab) SetNumber(_ app.Context, id string, value float64) {
	s := l.state
	switch id {
	case "sample":
		s.Digit = int(value)
		l.Change(s)
	case "map-first":
		s.Map = int(value) - 1
		l.Adjust(s)
	case "map-last":
		s.Last = int(value) - 1
		l.Adjust(s)
	case "seed":
		l.wantedSeed = uint64(value)
	}
}

// SetChoice takes the choice made in a list or in a row of buttons.
func (l *Lab) SetChoice(_ app.Context, id, value string) {
	s := l.state
	switch id {
	case "digit":
		if class, err := strconv.Atoi(value); err == nil {
			s.Digit = l.digits.Next(s.Digit, class)
			l.Change(s)
		}
	case "preset":
		for _, p := range presets() {
			if p.ID == value {
				l.transport.Playing = false
				l.Change(s.at(p.placed))
			}
		}
	case "path":
		for p := range paths {
			if p.String() == value {
				l.transport.Playing = false
				s.Path = p
				if p == Diagonal { // its places have the same dx and dy
					s.DY = s.DX
				}
				l.Adjust(s)
			}
		}
	case "ways":
		for d := range directions {
			if d.String() == value {
				s.Direction = d
				l.Adjust(s)
			}
		}
	case "samples":
		if n, err := strconv.Atoi(value); err == nil {
			s.Samples = n
			l.Adjust(s)
		}
	}
}

func (l *Lab) onStopPrev(app.Context, app.Event)  { l.goToStop(l.state.Stop - 1) }
func (l *Lab) onStopNext(app.Context, app.Event)  { l.goToStop(l.state.Stop + 1) }
func (l *Lab) onReset(app.Context, app.Event)     { l.reset() }
func (l *Lab) onCompute(app.Context, app.Event)   { l.startChart() }
func (l *Lab) onReachTest(app.Context, app.Event) { l.startReachTest() }
func (l *Lab) onRetrain(app.Context, app.Event)   { l.startRetraining(l.wantedSeed) }
func (l *Lab) onShipped(app.Context, app.Event)   { l.backToFile() }

// onNextDigit goes to the next digit of the same class.
func (l *Lab) onNextDigit(app.Context, app.Event) {
	s := l.state
	class := l.digits.Draw(s.Digit, make([]float32, edge*edge))
	s.Digit = l.digits.Next((s.Digit+1)%(lastDigit+1), class)
	l.Change(s)
}

// onCancel stops what the workers compute.
func (l *Lab) onCancel(app.Context, app.Event) {
	retraining := l.retraining.Running
	l.cancelAll()
	said := text.CountStopped
	if retraining {
		said = text.RetrainStopped
		l.notice = notice{text: said}
	}
	ui.Announce(l.t(said))
}

// leap is how far an arrow key with Shift moves the digit, in pixels.
const leap = 4

// key handles a key that no field takes. It runs outside of go-app.
func (l *Lab) key(key string) bool {
	switch key {
	case "r", "R":
		return l.Act(l.reset)
	case "PageDown":
		return l.Act(func() { l.goToStop(l.state.Stop + 1) })
	case "PageUp":
		return l.Act(func() { l.goToStop(l.state.Stop - 1) })
	}
	dx, dy := lab.Arrow(key)
	if dx == 0 && dy == 0 {
		return l.transport.Key(key)
	}
	// Up and down scroll the page, unless the digit has the focus.
	if dy != 0 && !ui.Focused("inv-field") {
		return false
	}
	n := 1
	if l.painter.shifted() {
		n = leap
	}
	l.pause()
	l.moveTo(l.state.move(n*dx, n*dy))
	return true
}

// pause stops the transport and renders its button. It may be called outside of go-app.
func (l *Lab) pause() {
	if l.transport.Playing {
		l.transport.Playing = false
		l.Rerender()
	}
}
