package trainlab

import (
	"fmt"
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/train"
)

// stateWord returns the word in data-state: what the run does, as far as the page knows.
func (l *Lab) stateWord() string {
	switch {
	case l.lost != trainer.NotLost:
		return train.Failed.String()
	case l.store.Reading || !l.store.HasRun:
		return train.Loading.String()
	}
	return l.store.Snap.State.String()
}

// stateText returns the same for people.
func (l *Lab) stateText() lang.Text {
	switch l.stateWord() {
	case "running":
		return text.StateRunning
	case "paused":
		return text.StatePaused
	case "evaluating":
		return text.StateEvaluating
	case "failed":
		return text.StateFailed
	case "loading":
		if !l.store.HasRun {
			return text.StateStarting
		}
		return text.StateLoading
	}
	return text.StateIdle
}

// showState shows the run's state. It first writes the numbers and the log that belong to it, so
// that whoever reads "paused" in data-state finds the final page. While a render is on its way it
// only marks the numbers as old; it is called again after the render.
func (p *painter) showState() {
	p.numbers = -1
	if p.held > 0 {
		return
	}
	p.showNumbers()
	ui.SetAttr(idLab, "data-state", p.lab.stateWord())
}

// showNumbers writes the figures at the top and the progress bar, if they have changed.
func (p *painter) showNumbers() {
	s := p.lab.store
	if p.numbers == s.NumbersRev || p.held > 0 {
		return
	}
	p.numbers = s.NumbersRev
	snap := &s.Snap
	known := s.HasRun
	if !s.Busy() {
		p.writeLog()
	}
	orNone := func(ok bool, value string) string {
		if !ok {
			return none
		}
		return value
	}
	epoch, done := s.Epoch()
	p.set(idEpoch, orNone(known, strconv.Itoa(epoch)))
	p.set(idEpochStep, orSpace(orEmpty(known && snap.StepsPerEpoch > 0, text.StepOfEpoch.With(p.lang(), done, snap.StepsPerEpoch))))
	p.set(idStep, orNone(known, strconv.Itoa(snap.Step)))
	p.set(idSpeed, orNone(known, formatRate(snap.SamplesPerSecond)))
	p.set(idGroup, orNone(known, p.group()))
	trained := trainedWords(s)
	p.set(idLossAt, text.LastSteps.In(p.lang()))
	p.set(idTrainAt, text.LastSteps.In(p.lang()))
	p.set(idLoss, trained[0])
	p.set(idTrain, trained[1])
	test, tested := none, "\u00a0"
	if point, ok := s.Tested(); ok {
		test, tested = formatPercent(float64(point.Accuracy)), text.TestedAt.With(p.lang(), point.Step)
	}
	p.set(idTest, test)
	p.set(idTestStep, tested)
	p.showDescent()
	ui.SetAttr(idLab, "data-step", strconv.Itoa(snap.Step))
	p.showLost()

	share := 0.0
	if s.Reading && s.Loading.Total > 0 {
		share = float64(s.Loading.Done) / float64(s.Loading.Total)
	} else if snap.StepsPerEpoch > 0 {
		share = float64(done) / float64(snap.StepsPerEpoch)
	}
	setProgress(idProgress, share)
	p.set(idStatus, p.status(share))
}

// status returns the line under the progress bar. share is the progress in [0,1].
func (p *painter) status(share float64) string {
	l, s := p.lang(), p.lab.store
	word := p.lab.stateText().In(l)
	switch {
	case s.Reading && s.Loading.Fetching:
		return text.Fetching.With(l, formatPercent(share))
	case s.Reading:
		return text.Reading.With(l, formatPercent(share))
	case s.Snap.State == train.Evaluating && s.Snap.EvaluateTotal > 0 && s.HasRun:
		return word + " · " + strconv.Itoa(s.Snap.Evaluated) + " / " + strconv.Itoa(s.Snap.EvaluateTotal)
	case s.Snap.State == train.Running && s.HasRun:
		if left := formatTimeLeft(l, s.Snap.EpochSecondsLeft); left != "" {
			return word + " · " + text.TimeLeft.With(l, left)
		}
	}
	return word
}

// group says how many workers train. While the run is not running, it adds the fingerprint of the
// weights. If the batch is too small for all chosen workers, it says so.
func (p *painter) group() string {
	snap := &p.lab.store.Snap
	said := text.Group.With(p.lang(), snap.Workers)
	if snap.Fingerprint != 0 {
		said = text.GroupPrint.With(p.lang(), snap.Workers, fmt.Sprintf("%016x", snap.Fingerprint))
	}
	if snap.Workers < p.lab.workers {
		run := p.lab.run
		if each := train.ShareSize(run.Spec(p.lab.store.Classes())); snap.Workers*each >= run.Batch {
			said += ". " + text.GroupFew.With(p.lang(), run.Batch, each)
		}
	}
	return said
}

// orEmpty returns the value if it is known, else "".
func orEmpty(ok bool, value string) string {
	if !ok {
		return ""
	}
	return value
}

// drawLog writes the exact losses of the last steps into their table, if it can be seen.
func (p *painter) drawLog() {
	if isOpen(idLog) || !p.lab.store.Busy() { // a closed table is filled when the run pauses
		p.writeLog()
	}
}

// writeLog writes the table of exact losses, the newest first, if it has changed.
func (p *painter) writeLog() {
	if p.losses.rev == p.lab.store.LogRev {
		return
	}
	p.losses.rev = p.lab.store.LogRev
	p.losses.losses = p.lab.store.Recent.AppendTo(p.losses.losses[:0])
	b := p.losses.rows[:0]
	for i := len(p.losses.losses) - 1; i >= 0; i-- {
		e := p.losses.losses[i]
		step, loss := strconv.Itoa(e.Step), formatExact(e.Loss)
		b = append(b, `<tr data-test="loss-row" data-step="`...)
		b = append(b, step...)
		b = append(b, `" data-loss="`...)
		b = append(b, loss...)
		b = append(b, `"><td>`...)
		b = append(b, step...)
		b = append(b, `</td><td>`...)
		b = append(b, loss...)
		b = append(b, `</td></tr>`...)
	}
	p.losses.rows = b
	setRows(idLogRows, string(b))
}
