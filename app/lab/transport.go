package lab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Move is how a Transport goes to a place.
type Move uint8

// The moves. All but Run are a learner's, and end a run.
const (
	ToFirst Move = iota
	ToLast
	Step  // one on or back; the place may be one beyond an end
	Scrub // with the bar
	Play  // a run begins or pauses
	Run   // the next step of a run
)

// Stepped reports whether a learner has gone to the place with a button or a key. Labs
// announce such a move; the bar says its own.
func (m Move) Stepped() bool { return m == ToFirst || m == ToLast || m == Step }

// Track is what a Transport moves along: the windows of a layer, the rows of a matrix, the
// places of a digit. A lab implements it.
type Track interface {
	// Place is where the lab is, from 0 to last.
	Place() (at, last int)

	// MoveTo goes to a place. It paints by itself; it returns true if there is something to
	// render besides.
	MoveTo(place int, how Move) (render bool)

	// Rerender renders the lab, from outside of go-app.
	Rerender()
}

// Transport steps, plays and scrubs along a track.
type Transport struct {
	Playing bool

	track   Track
	speeds  []float64 // steps a second
	usual   int       // index of the speed that a lab opens with
	speed   int       // index
	stepped float64   // when the run took its last step, in milliseconds
}

// NewTransport moves along a track at one of some speeds, in steps a second. A lab opens
// with speed number usual, from 0.
func NewTransport(track Track, usual int, speeds ...float64) Transport {
	return Transport{track: track, speeds: speeds, usual: usual, speed: usual}
}

// Interval is the time between two steps of a run, in milliseconds.
func (t *Transport) Interval() float64 { return 1000 / t.speeds[t.speed] }

// Frame takes, in a frame, a step of the run if it is time. At the last place the run ends.
func (t *Transport) Frame(ms float64) {
	if !t.Playing || ms-t.stepped < t.Interval()-4 {
		return
	}
	t.stepped = ms
	at, last := t.track.Place()
	if at < last {
		at++
		t.track.MoveTo(at, Run)
	}
	if at >= last {
		t.Playing = false
		t.track.Rerender() // the button says Play again
	}
}

// Toggle begins or pauses a run. At the last place it starts over.
func (t *Transport) Toggle() {
	t.Playing = !t.Playing
	at, last := t.track.Place()
	if t.Playing && at == last {
		at = 0
	}
	t.track.MoveTo(at, Play)
}

// Reset ends a run and goes back to the usual speed.
func (t *Transport) Reset() {
	t.Playing, t.speed = false, t.usual
	ui.SetField(speedID, t.speed)
}

// Key does what Home, End and the space bar do, from outside of go-app. It reports whether
// the key was one of them.
func (t *Transport) Key(key string) bool {
	_, last := t.track.Place()
	switch key {
	case "Home":
		t.key(0, ToFirst)
	case "End":
		t.key(last, ToLast)
	case " ":
		t.Toggle()
		t.track.Rerender()
	default:
		return false
	}
	return true
}

// StepKey steps on or back for an arrow key, from outside of go-app.
func (t *Transport) StepKey(by int) bool {
	at, _ := t.track.Place()
	t.key(at+by, Step)
	return true
}

func (t *Transport) key(place int, how Move) {
	if t.move(place, how) {
		t.track.Rerender()
	}
}

// move goes to a place by hand. A run ends, which its button shows.
func (t *Transport) move(place int, how Move) (render bool) {
	playing := t.Playing
	t.Playing = false
	return t.track.MoveTo(place, how) || playing
}

func (t *Transport) press(ctx app.Context, place int, how Move) {
	if !t.move(place, how) {
		ctx.PreventUpdate()
	}
}

func (t *Transport) onFirst(ctx app.Context, _ app.Event) { t.press(ctx, 0, ToFirst) }

func (t *Transport) onLast(ctx app.Context, _ app.Event) {
	_, last := t.track.Place()
	t.press(ctx, last, ToLast)
}

func (t *Transport) onPrev(ctx app.Context, _ app.Event) {
	at, _ := t.track.Place()
	t.press(ctx, at-1, Step)
}

func (t *Transport) onNext(ctx app.Context, _ app.Event) {
	at, _ := t.track.Place()
	t.press(ctx, at+1, Step)
}

func (t *Transport) onPlay(app.Context, app.Event) { t.Toggle() }

// onScrub follows the bar.
func (t *Transport) onScrub(ctx app.Context, _ app.Event) {
	if place, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		t.press(ctx, place, Scrub)
	}
}

func (t *Transport) onSpeed(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	if v, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		t.speed = min(max(v, 0), len(t.speeds)-1)
	}
}

// The ids of the elements that a painter writes into.
const (
	ScrubID   = "scrub"
	CounterID = "counter"
	speedID   = "speed"
)

// TransportProps is what a lab's transport says and shows.
type TransportProps struct {
	Name                 lang.Text // of the whole
	First, Previous      lang.Text
	Next, Last           lang.Text
	Play                 lang.Text
	Scrub                lang.Text // of the bar
	Place                int       // where the bar begins, until a painter sets it
	Counter              string    // beside the bar, until a painter writes it
	PreviousKey, NextKey string    // as printed on a keyboard
	More                 []app.UI  // what else is set here
}

// Render draws the transport. Texts that are not given are the usual ones.
func (t *Transport) Render(p ui.Page, props TransportProps) app.UI {
	say := func(own, usual lang.Text) string {
		if own == (lang.Text{}) {
			own = usual
		}
		return p.T(own)
	}
	icon := func(hook, label, title string, press app.EventHandler) app.UI {
		return app.Button().Type("button").Class("button transport-button").DataSet("test", hook).
			Aria("label", label).Title(title).OnClick(press).Body(app.Raw(transportIcon(hook)))
	}
	play, sign := say(props.Play, text.Play), "play"
	if t.Playing {
		play, sign = p.T(text.Pause), "pause"
	}
	_, last := t.track.Place()
	return app.Div().Class("transport").Attr("role", "group").Aria("label", p.T(props.Name)).Body(append([]app.UI{
		app.Div().Class("transport-buttons").Body(
			icon("step-first", say(props.First, text.First), "Home", t.onFirst),
			icon("step-prev", p.T(props.Previous), props.PreviousKey, t.onPrev),
			app.Button().Type("button").Class("button button-primary transport-play").DataSet("test", "play").
				Title("Space").OnClick(t.onPlay).Body(app.Raw(transportIcon(sign)), app.Span().Text(play)),
			icon("step-next", p.T(props.Next), props.NextKey, t.onNext),
			icon("step-last", say(props.Last, text.Last), "End", t.onLast),
		),
		app.Div().Class("transport-scrub").Body(
			app.Input().Type("range").ID(ScrubID).DataSet("test", "scrub").Min(0).Max(last).Step(1).Attr("value", props.Place).
				Aria("label", p.T(props.Scrub)).OnInput(t.onScrub),
			app.Span().ID(CounterID).Class("counter").DataSet("test", "step-count").Text(props.Counter),
		)},
		append(props.More, app.Label().Class("transport-speed").Body(
			app.Span().Text(p.T(text.Speed)),
			app.Input().Type("range").DataSet("test", "speed").ID(speedID).Min(0).Max(len(t.speeds)-1).Step(1).
				Attr("value", t.speed).OnInput(t.onSpeed),
		))...)...)
}

// transportIcon draws the sign of a button; the button's name says it too.
func transportIcon(hook string) string {
	path := map[string]string{
		"step-first": "M4 3v10M13 3L6 8l7 5z",
		"step-prev":  "M12.5 3v10M10 3L3 8l7 5z",
		"play":       "M5 3l8 5-8 5z",
		"pause":      "M5 3v10M11 3v10",
		"step-next":  "M3.5 3v10M6 3l7 5-7 5z",
		"step-last":  "M12 3v10M3 3l7 5-7 5z",
	}[hook]
	return `<svg xmlns="http://www.w3.org/2000/svg" class="transport-icon" viewBox="0 0 16 16" aria-hidden="true"><path d="` + path + `"/></svg>`
}
