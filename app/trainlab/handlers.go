package trainlab

import (
	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ready reports whether the worker has a run and takes commands for it.
func (l *Lab) ready() bool { return l.OnPage && l.lost == trainer.NotLost && l.store.HasRun }

// why returns why no button of the transport works now, nil if they do.
func (l *Lab) why() *lang.Text {
	switch {
	case !l.OnPage:
		return &text.NotReady
	case l.lost != trainer.NotLost:
		return &text.ReasonFailed
	case !l.store.HasRun:
		return &text.ReasonLoading
	}
	return nil
}

// reason returns why a button cannot be pressed: the reason for the whole transport, or its own
// reason if it is blocked. It returns "" if the button works.
func (l *Lab) reason(blocked bool, own lang.Text) string {
	if w := l.why(); w != nil {
		return l.Page.T(*w)
	}
	if blocked {
		return l.Page.T(own)
	}
	return ""
}

func (l *Lab) onStart(ctx app.Context, e app.Event) { l.start() }
func (l *Lab) onPause(ctx app.Context, e app.Event) { l.pause() }
func (l *Lab) onStep(ctx app.Context, e app.Event)  { l.step() }
func (l *Lab) onEpoch(ctx app.Context, e app.Event) { l.epoch() }

// loading reports whether the page waits for the first run of its worker.
func (l *Lab) loading() bool { return l.OnPage && l.lost == trainer.NotLost && !l.store.HasRun }

// start starts the run, or remembers to when it comes.
func (l *Lab) start() {
	l.startWhenLoaded = l.loading()
	if l.ready() && !l.store.Busy() {
		l.dropQuestion()
		l.dismiss()
		l.client.send(train.Run{})
	}
}

func (l *Lab) pause() {
	if l.ready() && l.store.Busy() {
		l.dropQuestion()
		l.client.send(train.Pause{})
	}
}

func (l *Lab) step() {
	if l.ready() && !l.store.Busy() {
		l.dropQuestion()
		l.dismiss()
		l.client.send(train.Run{Steps: 1})
	}
}

func (l *Lab) epoch() {
	if l.ready() && !l.store.Busy() {
		l.dropQuestion()
		l.dismiss()
		l.client.send(train.RunEpoch{})
	}
}

// reset goes back to step 0. If settings wait for a new run, that run begins. Otherwise the same
// run begins again, bit for bit.
func (l *Lab) reset() {
	if !l.ready() {
		return
	}
	l.dismiss()
	l.asks = false
	if l.run.seenAs(l.state) != l.state || l.otherFiles() {
		l.configure(l.state)
		return
	}
	l.client.send(train.Reset{})
	l.painter.padChanged()
}

// key handles a key that no other element takes. It reports whether it has a command.
func (l *Lab) key(key string) bool {
	var command func()
	switch key {
	case " ":
		command = l.start
		if l.store.Busy() {
			command = l.pause
		}
	case "ArrowRight":
		command = l.step
	case "e", "E":
		command = l.epoch
	case "r", "R":
		if !keyHeld() { // a key held down has not been pressed again
			l.Ctx.Dispatch(func(app.Context) { l.onResetKey() })
		}
		return true
	case "Escape":
		if !l.asks {
			return false
		}
		command = func() {}
	default:
		return false
	}
	l.Ctx.Dispatch(func(app.Context) {
		l.dropQuestion()
		command()
	})
	return true
}

// keys returns the rows that this lab adds to the key help.
func keys() []ui.Key {
	return []ui.Key{
		{Keys: "Space", Does: text.KeyStart},
		{Keys: "→", Does: text.StepHint},
		{Keys: "E", Does: text.EpochHint},
		{Keys: "R", Does: text.ResetHint},
	}
}

// restartable reports whether a new worker may succeed where the lost one failed.
func (l *Lab) restartable() bool { return l.lost == trainer.Load || l.lost == trainer.Lost }

func (l *Lab) onRestart(ctx app.Context, e app.Event) {
	l.notice = notice{}
	l.startWorker()
	l.painter.repaint()
	l.focusStart()
}

func (l *Lab) onDismiss(ctx app.Context, e app.Event) {
	l.dismiss()
	l.focusStart()
}

// dismiss removes the notice: it has been read, or a command has made it obsolete.
func (l *Lab) dismiss() {
	l.notice = notice{}
	l.store.Fault = nil
}

// clearOldFaults removes the notice of a fault of the present run, and the refusal of settings. A
// new run is about to replace both. A refusal of data stays.
func (l *Lab) clearOldFaults() {
	if f := l.notice.fault; f != nil && f.ID == 0 {
		l.dismiss()
	}
	if f := l.refusal.fault; f != nil && f.ID == 0 && !l.refusal.data {
		l.refusal = notice{}
	}
}

// refuse shows that the learner does not get what was asked for. It stays until the learner closes
// it or something else is asked for; no other command removes it.
func (l *Lab) refuse(n notice) { l.refusal = n }

func (l *Lab) onRefusalRead(ctx app.Context, e app.Event) {
	l.refusal = notice{}
	l.focusStart()
}

// refusalText returns the refusal, and if data were refused, what the run trains on instead.
func (l *Lab) refusalText() string {
	if l.refusal == (notice{}) {
		return ""
	}
	return join(l.refusal.sentence(l.Page.Lang), l.stillOn())
}

// stillOn says what the run trains on although other data were refused, "" if none were.
func (l *Lab) stillOn() string {
	if !l.refusal.data || l.refusal.standIn || !l.store.HasRun {
		return ""
	}
	return l.t(text.StillOn, l.trainsOn())
}
