package invlab

import (
	"strconv"

	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SetNumber takes a numeric control.
func (l *Lab) SetNumber(_ app.Context, id string, value float64) {
	s := l.state
	switch id {
	case "sample":
		s.Digit = int(value)
		l.change(s)
	case "map-first":
		s.Map = int(value) - 1
		l.adjust(s)
	case "map-last":
		s.Last = int(value) - 1
		l.adjust(s)
	case "seed":
		l.wantedSeed = uint64(value)
	}
}

// SetChoice takes a list or a row of choices.
func (l *Lab) SetChoice(_ app.Context, id, value string) {
	s := l.state
	switch id {
	case "digit":
		if class, err := strconv.Atoi(value); err == nil {
			s.Digit = l.digits.Next(s.Digit, class)
			l.change(s)
		}
	case "preset":
		for _, p := range presets() {
			if p.ID == value {
				l.playing = false
				l.change(s.at(p.placed))
			}
		}
	case "path":
		for p := range paths {
			if p.String() == value {
				l.playing = false
				s.Path = p
				if p == Diagonal { // it goes through where dx and dy are the same
					s.DY = s.DX
				}
				l.adjust(s)
			}
		}
	case "ways":
		for d := range directions {
			if d.String() == value {
				s.Direction = d
				l.adjust(s)
			}
		}
	case "samples":
		if n, err := strconv.Atoi(value); err == nil {
			s.Samples = n
			l.adjust(s)
		}
	}
}

func (l *Lab) onFirst(ctx app.Context, _ app.Event) { l.stepTo(ctx, 0) }
func (l *Lab) onPrev(ctx app.Context, _ app.Event)  { l.stepTo(ctx, l.state.step()-1) }
func (l *Lab) onNext(ctx app.Context, _ app.Event)  { l.stepTo(ctx, l.state.step()+1) }
func (l *Lab) onLast(ctx app.Context, _ app.Event)  { l.stepTo(ctx, steps) }
func (l *Lab) onPlay(app.Context, app.Event)        { l.toggle() }

// stepTo goes to a place along the path by hand: a sweep stops, which its button shows.
func (l *Lab) stepTo(ctx app.Context, i int) {
	if !l.playing {
		ctx.PreventUpdate()
	}
	l.playing = false
	l.moveTo(l.state.toStep(min(max(i, 0), steps)))
}

// onScrub follows the bar without a render.
func (l *Lab) onScrub(ctx app.Context, _ app.Event) {
	if i, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		l.stepTo(ctx, i)
	}
}

func (l *Lab) onSpeed(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	if v, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		l.speed = min(max(v, 0), len(stepsPerSecond())-1)
	}
}

func (l *Lab) onStopPrev(app.Context, app.Event) { l.goToStop(l.state.Stop - 1) }
func (l *Lab) onStopNext(app.Context, app.Event) { l.goToStop(l.state.Stop + 1) }
func (l *Lab) onReset(app.Context, app.Event)    { l.reset() }
func (l *Lab) onCompute(app.Context, app.Event)  { l.startChart() }
func (l *Lab) onCensus(app.Context, app.Event)   { l.startCensus() }
func (l *Lab) onRetrain(app.Context, app.Event)  { l.startRetraining(l.wantedSeed) }
func (l *Lab) onShipped(app.Context, app.Event)  { l.backToFile() }

// onNextDigit goes to the next digit of the same class.
func (l *Lab) onNextDigit(app.Context, app.Event) {
	s := l.state
	class := l.digits.Draw(s.Digit, make([]float32, edge*edge))
	s.Digit = l.digits.Next((s.Digit+1)%(lastDigit+1), class)
	l.change(s)
}

// onCancel ends what is computed in the background.
func (l *Lab) onCancel(app.Context, app.Event) {
	retraining := l.again.Running
	l.cancelAll()
	said := text.CountStopped
	if retraining {
		said = text.RetrainStopped
		l.notice = notice{text: said}
	}
	ui.Announce(l.t(said))
}

// onShare shows and copies the link.
func (l *Lab) onShare(app.Context, app.Event) {
	l.flush()
	l.share = ui.Share(func(failed bool) { l.ctx.Dispatch(func(app.Context) { l.share.Failed = failed }) })
}

// arrow is the step of an arrow key.
func arrow(key string) (dx, dy int) {
	switch key {
	case "ArrowLeft":
		return -1, 0
	case "ArrowRight":
		return 1, 0
	case "ArrowUp":
		return 0, -1
	case "ArrowDown":
		return 0, 1
	}
	return 0, 0
}

// leap is how far Shift and an arrow key go, in pixels.
const leap = 4

// key is what the keyboard does where no field has it. It runs outside go-app.
func (l *Lab) key(key string) bool {
	act := func(f func()) bool {
		l.ctx.Dispatch(func(app.Context) { f() })
		return true
	}
	// by hand: a sweep stops, with the render that its button needs.
	hand := func(s State) bool {
		if l.playing {
			l.playing = false
			act(func() {})
		}
		l.moveTo(s)
		return true
	}
	switch key {
	case "Home":
		return hand(l.state.toStep(0))
	case "End":
		return hand(l.state.toStep(steps))
	case " ":
		return act(l.toggle)
	case "r", "R":
		return act(l.reset)
	case "PageDown":
		return act(func() { l.goToStop(l.state.Stop + 1) })
	case "PageUp":
		return act(func() { l.goToStop(l.state.Stop - 1) })
	}
	dx, dy := arrow(key)
	// Up and down scroll the page but where the digit has the focus.
	if dx == 0 && dy == 0 || dy != 0 && !fieldFocused() {
		return false
	}
	n := 1
	if l.painter.shifted() {
		n = leap
	}
	return hand(l.state.move(n*dx, n*dy))
}
