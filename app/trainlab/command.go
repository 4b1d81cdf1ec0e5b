package trainlab

import (
	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ready reports whether the worker takes commands for a run.
func (l *Lab) ready() bool { return l.mounted && l.lost == trainer.NotLost && l.store.HasRun }

// why is why the transport cannot be used at all now, nil when it can.
func (l *Lab) why() *lang.Text {
	switch {
	case !l.mounted:
		return &text.NotReady
	case l.lost != trainer.NotLost:
		return &text.ReasonFailed
	case !l.store.HasRun:
		return &text.ReasonLoading
	}
	return nil
}

// reason is why a button cannot be pressed: the whole transport's reason, or
// its own when blocked.
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
func (l *Lab) onReset(ctx app.Context, e app.Event) { l.reset() }

func (l *Lab) start() {
	if l.ready() && !l.store.Busy() {
		l.dismiss()
		l.client.send(train.Run{})
	}
}

func (l *Lab) pause() {
	if l.ready() && l.store.Busy() {
		l.unask()
		l.client.send(train.Pause{})
	}
}

func (l *Lab) step() {
	if l.ready() && !l.store.Busy() {
		l.dismiss()
		l.client.send(train.Run{Steps: 1})
	}
}

func (l *Lab) epoch() {
	if l.ready() && !l.store.Busy() {
		l.dismiss()
		l.client.send(train.RunEpoch{})
	}
}

// reset begins the run again. Settings that wait for a new run get theirs;
// otherwise it is the same run, bit for bit.
func (l *Lab) reset() {
	if !l.ready() {
		return
	}
	l.dismiss()
	wanted := l.state
	wanted.Sample = l.run.Sample
	if wanted != l.run {
		l.configure(l.state)
		return
	}
	l.client.send(train.Reset{})
	l.painter.padChanged()
}

// resetByKey is reset by one key alone, which a slip presses as easily: a run that has
// begun goes only where the key is pressed twice with no other command between.
func (l *Lab) resetByKey() {
	if l.ready() && l.store.Snap.Step > 0 && l.notice.asks == nil {
		l.notice = notice{asks: &l.store.Snap}
		return
	}
	l.reset()
}

// key handles a key pressed where nothing else takes it.
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
		if !keyHeld() { // a key that is held down has not been pressed again
			l.ctx.Dispatch(func(app.Context) { l.resetByKey() })
		}
		return true
	default:
		return false
	}
	l.ctx.Dispatch(func(app.Context) {
		l.unask()
		command()
	})
	return true
}

// keys are the lab's rows in the key help.
func keys() []ui.Key {
	return []ui.Key{
		{Keys: "Space", Does: text.KeyStart},
		{Keys: "→", Does: text.StepHint},
		{Keys: "E", Does: text.EpochHint},
		{Keys: "R", Does: text.ResetHint},
	}
}

// restartable reports whether another worker may do what this one could not.
func (l *Lab) restartable() bool { return l.lost == trainer.Load || l.lost == trainer.Lost }

func (l *Lab) onRestart(ctx app.Context, e app.Event) {
	l.notice = notice{}
	l.startWorker()
	l.painter.repaint()
	l.leave()
}

func (l *Lab) onDismiss(ctx app.Context, e app.Event) {
	l.dismiss()
	l.leave()
}

// dismiss takes the notice away: it was read, or a command has made it old.
func (l *Lab) dismiss() {
	l.notice = notice{}
	l.store.Fault = nil
}

// unask takes away the question whether to reset, which any other command answers.
func (l *Lab) unask() {
	if l.notice.asks != nil {
		l.dismiss()
	}
}

// forgive takes away a fault about the run that another is about to replace.
func (l *Lab) forgive() {
	if f := l.notice.fault; f != nil && f.ID == 0 {
		l.dismiss()
	}
}

func (l *Lab) onShare(ctx app.Context, e app.Event) {
	l.share = ui.Share(func(failed bool) { l.ctx.Dispatch(func(app.Context) { l.share.Failed = failed }) })
}
