package sharelab

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"stridelab/app/lab"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SetNumber implements ui.NumberSetter. The control has checked the range.
func (l *Lab) SetNumber(_ app.Context, id string, value float64) {
	v := int(value)
	if place, ok := strings.CutPrefix(id, "kernel-"); ok {
		i, _ := strconv.Atoi(place)
		s := l.state
		s.Small.Kernel[i] = int8(v)
		l.Adjust(s)
		return
	}
	switch id {
	case "seed":
		s := l.state
		s.Seed = uint64(v)
		l.Change(s)
	case "small-n":
		l.resizeSmall(v, l.state.Small.K)
	case "small-k":
		l.resizeSmall(l.state.Small.N, v)
	default:
		l.resize(l.state.Setting.with(field(strings.TrimPrefix(id, "param-")), v), l.Change)
	}
}

// SetChoice implements ui.ChoiceSetter.
func (l *Lab) SetChoice(_ app.Context, id, value string) {
	switch id {
	case "preset":
		for _, p := range presets() {
			if p.ID == value {
				l.resize(p.Setting, l.Change)
			}
		}
	case "view":
		for v := range views {
			if v.String() == value {
				l.turnTo(v)
			}
		}
	case "fill":
		s := l.state
		s.Fill = FillDense
		if value == "conv" {
			s.Fill = FillConv
		}
		l.Change(s)
	case "look":
		l.lookAt(value == "input")
	}
}

// lookAt moves the eye to the other volume, into the middle of the cells that were highlighted
// there. input says whether that volume is the input.
func (l *Lab) lookAt(input bool) {
	if input == l.state.Eye.Input {
		return
	}
	s := l.state
	b := s.Setting.inputs(s.Eye.At)
	if !input {
		b = s.Setting.outputs(s.Eye.At)
	}
	s.Eye = eye{input, Cell{b.C, b.Y + b.Rows/2, b.X + b.Cols/2}}
	l.Adjust(s)
}

// onSlider takes the value of a slider.
func (l *Lab) onSlider(ctx app.Context, _ app.Event) {
	slider := ctx.JSSrc()
	f := field(strings.TrimPrefix(slider.Get("id").String(), "slider-"))
	v, err := strconv.Atoi(slider.Get("value").String())
	if err != nil || v == *l.state.Setting.number(f) {
		return
	}
	l.resize(l.state.Setting.with(f, v), l.Adjust)
	// If the value was refused, the slider goes back.
	ctx.Defer(func(app.Context) { slider.Set("value", strconv.Itoa(*l.state.Setting.number(f))) })
}

func (l *Lab) onFamous(app.Context, app.Event) { l.resize(Famous(), l.Change) }
func (l *Lab) onReset(app.Context, app.Event)  { l.reset() }
func (l *Lab) onSeed(app.Context, app.Event) {
	s := l.state
	s.Seed = uint64(rand.IntN(10_000))
	l.Change(s)
}
func (l *Lab) onStopPrev(app.Context, app.Event) { l.turnTo(l.state.View - 1) }
func (l *Lab) onStopNext(app.Context, app.Event) { l.turnTo(l.state.View + 1) }

// The buttons under the large picture move the camera, which needs no render.
func (l *Lab) onZoomIn(ctx app.Context, _ app.Event)  { l.move(ctx, "+") }
func (l *Lab) onZoomOut(ctx app.Context, _ app.Event) { l.move(ctx, "-") }
func (l *Lab) onWhole(ctx app.Context, _ app.Event)   { l.move(ctx, "0") }
func (l *Lab) onOne(ctx app.Context, _ app.Event)     { l.move(ctx, "1") }
func (l *Lab) onNear(ctx app.Context, _ app.Event)    { l.move(ctx, "2") }

// move moves the camera as its key does.
func (l *Lab) move(ctx app.Context, key string) {
	ctx.PreventUpdate()
	l.painter.moveBy(key)
}

// key handles a key that no field takes, and reports whether it has a command. It runs outside of
// go-app's goroutine.
func (l *Lab) key(key string) bool {
	switch key {
	case "r", "R":
		return l.Act(l.reset)
	case "PageDown":
		return l.Act(func() { l.turnTo(l.state.View + 1) })
	case "PageUp":
		return l.Act(func() {
			if l.state.View > 0 {
				l.turnTo(l.state.View - 1)
			}
		})
	}
	// Up and down scroll the page, unless a picture has the focus.
	if (key == "ArrowUp" || key == "ArrowDown") && !ui.Focused("picture") {
		return false
	}
	switch l.state.View {
	case scaleView:
		return l.painter.moveBy(key)
	case sparseView:
		return l.sparseKey(key)
	}
	return l.matrixKey(key)
}

// sparseKey handles a key of the picture of connections.
func (l *Lab) sparseKey(key string) bool {
	switch key {
	case "i", "I", "o", "O":
		// I shows the outputs of an input, O the inputs of an output.
		return l.Act(func() { l.lookAt(strings.ToLower(key) == "i") })
	}
	dx, dy := lab.Arrow(key)
	if dy == 0 && dx == 0 {
		return false
	}
	l.look(l.state.Setting.move(l.state.Eye, dy, dx))
	ui.Announce(connections{s: l.state.Setting}.title(l.state.Eye, l.Page.Lang))
	return true
}

// matrixKey handles a key of the small matrix.
func (l *Lab) matrixKey(key string) bool {
	if dx, _ := lab.Arrow(key); dx != 0 {
		return l.transport.StepKey(dx)
	}
	return l.transport.Key(key)
}
