package trainlab

import (
	"stridelab/app/lang"
	"stridelab/train"
)

// announced is the state of the run at the last announcement.
type announced struct {
	run   bool // there was a run
	busy  bool
	state train.State
	step  int
}

// epochSaidEvery is the least time between the announcements of two epochs, in milliseconds. A
// sentence must be over before the next one begins.
const epochSaidEvery = 10_000

// announce tells a screen reader what changes on the page: each epoch, start, pause and reset, but
// not every number.
func (l *Lab) announce(change Change) {
	s, p := l.store, l.painter
	due := p.now-p.epochSaidAt >= epochSaidEvery
	sentence := announcement(l.Page.Lang, s, change, p.announced, due)
	if change&ChangedState != 0 && s.Busy() && !p.announced.busy {
		sentence = join(sentence, l.stillOn())
	}
	if sentence != "" {
		if change&ChangedEpoch != 0 && due {
			p.epochSaidAt = p.now
		}
		p.speech.say(sentence)
	}
	p.announced = announced{run: s.HasRun, busy: s.Busy(), state: s.Snap.State, step: s.Snap.Step}
}

// announcement returns the sentence for a change, "" if there is nothing to say. before is the
// state of the run at the last announcement. epochDue says whether the last epoch was announced at
// least epochSaidEvery ago.
func announcement(l lang.Lang, s *Store, change Change, before announced, epochDue bool) string {
	snap := &s.Snap
	paused := change&ChangedState != 0 && snap.State == train.Paused
	switch {
	case change&ChangedRun != 0 && snap.Step == 0 && before.run && (before.step > 0 || before.state != train.Idle):
		return text.AnnounceReset.In(l)
	case change&ChangedEpoch != 0 && epochDue:
		trained, tested := trainedWords(s), none
		if p, ok := s.Tested(); ok {
			tested = formatPercent(float64(p.Accuracy))
		}
		sentence := text.AnnounceEpoch.With(l, snap.Epoch, trained[0], trained[1], tested)
		if paused {
			sentence += " " + text.AnnouncePaused.In(l)
		}
		return sentence
	case paused:
		sentence := text.AnnouncePause.With(l, snap.Step, trainedWords(s)[0])
		if p, ok := s.Tested(); ok {
			sentence += " " + text.AnnounceTested.With(l, formatPercent(float64(p.Accuracy)), p.Step)
		}
		return sentence
	case change&ChangedState != 0 && s.Busy() && !before.busy && before.step == 0:
		return text.AnnounceStart.In(l)
	case change&ChangedState != 0 && s.Busy() && !before.busy:
		return text.AnnounceContinue.With(l, before.step)
	}
	return ""
}

// trainedWords returns the training loss and the training accuracy at the step that the page shows.
func trainedWords(s *Store) [2]string {
	t, ok := s.Trained()
	if !ok {
		return [2]string{none, none}
	}
	return [2]string{formatLoss(t.Loss), formatPercent(t.Accuracy)}
}

// followFocus keeps the focus on a button that works. Start is disabled while the run goes on, so
// the focus moves to Pause, and the same key pauses the run. Later it moves back.
func (l *Lab) followFocus() {
	var to string
	if to, l.focusBack = focusAfter(focused(), l.store.Busy(), l.focusBack); to != "" {
		focus(to)
	}
}

// focusAfter returns where the focus moves when a run begins or pauses, "" if it stays. at is the
// element that has the focus, and from the one that had it before Pause. back is the from of the
// next call.
func focusAfter(at string, busy bool, from string) (to, back string) {
	switch {
	case busy && (at == "train-start" || at == "train-epoch"):
		return "train-pause", at
	case !busy && at == "train-pause":
		if from == "" {
			from = "train-start"
		}
		return from, ""
	}
	return "", from
}
