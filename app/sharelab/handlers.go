package sharelab

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// SetNumber takes a numeric control.
func (l *Lab) SetNumber(_ app.Context, id string, value float64) {
	v := int(value)
	if place, ok := strings.CutPrefix(id, "kernel-"); ok {
		i, _ := strconv.Atoi(place)
		s := l.state
		s.Small.Kernel[i] = int8(v)
		l.adjust(s)
		return
	}
	switch id {
	case "seed":
		s := l.state
		s.Seed = uint64(v)
		l.change(s)
	case "small-n":
		l.resizeSmall(v, l.state.Small.K)
	case "small-k":
		l.resizeSmall(l.state.Small.N, v)
	default:
		l.resize(l.state.Setting.with(field(strings.TrimPrefix(id, "param-")), v), true)
	}
}

// SetChoice takes a list or a row of choices.
func (l *Lab) SetChoice(_ app.Context, id, value string) {
	switch id {
	case "preset":
		for _, p := range presets() {
			if p.ID == value {
				l.resize(p.Setting, true)
			}
		}
	case "view":
		for v := range views {
			if v.String() == value {
				l.show(v)
			}
		}
	case "fill":
		s := l.state
		s.Fill = FillDense
		if value == "conv" {
			s.Fill = FillConv
		}
		l.change(s)
	case "look":
		l.lookAt(value == "input")
	}
}

// lookAt turns the eye to the other volume: to what lies in the middle of what it lit.
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
	l.adjust(s)
}

// onSlider follows a slider.
func (l *Lab) onSlider(ctx app.Context, _ app.Event) {
	slider := ctx.JSSrc()
	f := field(strings.TrimPrefix(slider.Get("id").String(), "slider-"))
	v, err := strconv.Atoi(slider.Get("value").String())
	if err != nil || v == *l.state.Setting.number(f) {
		return
	}
	l.resize(l.state.Setting.with(f, v), false)
	// Where that was refused the slider goes back to what holds.
	ctx.Defer(func(app.Context) { slider.Set("value", strconv.Itoa(*l.state.Setting.number(f))) })
}

func (l *Lab) onFamous(app.Context, app.Event) { l.resize(Famous(), true) }
func (l *Lab) onReset(app.Context, app.Event)  { l.reset() }
func (l *Lab) onSeed(app.Context, app.Event) {
	s := l.state
	s.Seed = uint64(rand.IntN(10_000))
	l.change(s)
}
func (l *Lab) onStopPrev(app.Context, app.Event) { l.show(l.state.View - 1) }
func (l *Lab) onStopNext(app.Context, app.Event) { l.show(l.state.View + 1) }
func (l *Lab) onPlay(app.Context, app.Event)     { l.toggle() }
func (l *Lab) onFirst(ctx app.Context, _ app.Event) {
	l.stepTo(ctx, 0)
}
func (l *Lab) onPrev(ctx app.Context, _ app.Event) { l.stepTo(ctx, l.state.Row-1) }
func (l *Lab) onNext(ctx app.Context, _ app.Event) { l.stepTo(ctx, l.state.Row+1) }
func (l *Lab) onLast(ctx app.Context, _ app.Event) { l.stepTo(ctx, 1<<20) }

// stepTo goes to a row by hand: a run stops, which its button shows, and the row is said.
func (l *Lab) stepTo(ctx app.Context, row int) {
	if !l.playing {
		ctx.PreventUpdate()
	}
	l.step(row)
}

func (l *Lab) step(row int) {
	l.playing = false
	l.walk(row)
	ui.Announce(matrixView{s: l.state.Small}.title(l.state.Row, l.Page.Lang))
}

// onScrub follows the bar without a render.
func (l *Lab) onScrub(ctx app.Context, _ app.Event) {
	if !l.playing {
		ctx.PreventUpdate()
	}
	l.playing = false
	if row, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		l.walk(row)
	}
}

// onSpeed follows the slider without a render.
func (l *Lab) onSpeed(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	if v, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		l.speed = min(max(v, 0), len(rowsPerSecond())-1)
	}
}

// The buttons under the large picture move the camera, which needs no render.
func (l *Lab) onZoomIn(ctx app.Context, _ app.Event)  { l.move(ctx, "+") }
func (l *Lab) onZoomOut(ctx app.Context, _ app.Event) { l.move(ctx, "-") }
func (l *Lab) onWhole(ctx app.Context, _ app.Event)   { l.move(ctx, "0") }
func (l *Lab) onOne(ctx app.Context, _ app.Event)     { l.move(ctx, "1") }
func (l *Lab) onNear(ctx app.Context, _ app.Event)    { l.move(ctx, "2") }

func (l *Lab) move(ctx app.Context, key string) {
	ctx.PreventUpdate()
	l.painter.moveBy(key)
}

// onShare shows and copies the link.
func (l *Lab) onShare(app.Context, app.Event) {
	l.flush()
	l.share = ui.Share(func(failed bool) { l.ctx.Dispatch(func(app.Context) { l.share.Failed = failed }) })
}

// key is what the keyboard does where no field has it. It runs outside go-app.
func (l *Lab) key(key string) bool {
	act := func(f func()) bool {
		l.ctx.Dispatch(func(app.Context) { f() })
		return true
	}
	switch key {
	case "r", "R":
		return act(l.reset)
	case "PageDown":
		return act(func() { l.show(l.state.View + 1) })
	case "PageUp":
		return act(func() {
			if l.state.View > 0 {
				l.show(l.state.View - 1)
			}
		})
	}
	// Up and down scroll the page but where a picture has the focus.
	if (key == "ArrowUp" || key == "ArrowDown") && !pictureFocused() {
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

// arrows are the steps of the arrow keys, down and right.
func arrow(key string) (dy, dx int) {
	switch key {
	case "ArrowUp":
		return -1, 0
	case "ArrowDown":
		return 1, 0
	case "ArrowLeft":
		return 0, -1
	case "ArrowRight":
		return 0, 1
	}
	return 0, 0
}

func (l *Lab) sparseKey(key string) bool {
	switch key {
	case "i", "I", "o", "O":
		// I for an input's outputs, O for an output's inputs.
		l.ctx.Dispatch(func(app.Context) { l.lookAt(strings.ToLower(key) == "i") })
		return true
	}
	dy, dx := arrow(key)
	if dy == 0 && dx == 0 {
		return false
	}
	l.look(l.state.Setting.move(l.state.Eye, dy, dx))
	ui.Announce(connections{s: l.state.Setting}.title(l.state.Eye, l.Page.Lang))
	return true
}

func (l *Lab) matrixKey(key string) bool {
	_, dx := arrow(key)
	row := l.state.Row + dx
	switch key {
	case "ArrowLeft", "ArrowRight":
	case "Home":
		row = 0
	case "End":
		row = 1 << 20
	case " ":
		l.ctx.Dispatch(func(app.Context) { l.toggle() })
		return true
	default:
		return false
	}
	if l.playing {
		l.ctx.Dispatch(func(app.Context) {}) // the button says Play again
	}
	l.step(row)
	return true
}
