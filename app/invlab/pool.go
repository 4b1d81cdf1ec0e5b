package invlab

import (
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/train"
)

// pool is the two workers. Each net has one, so that two cores are used. A worker is started when
// it first gets something to compute.
type pool struct {
	workers [netKinds]lab.Worker
	lastID  int // the last ID of a sweep
}

func (p *pool) close() {
	for i := range p.workers {
		p.workers[i].Close()
	}
}

// send sends a message to a net's worker.
func (l *Lab) send(net netKind, m train.Message) {
	w := &l.pool.workers[net]
	if w.Receive == nil {
		w.Receive = func(m train.Message) { l.receive(net, m) }
		w.Restarted = func(int) { l.Act(l.restarted) }
		w.Lost = func(why trainer.Reason) { l.Act(func() { l.lost(why) }) }
	}
	w.Send(m)
}

// receive takes a message from a net's worker. It runs outside of go-app.
func (l *Lab) receive(net netKind, m train.Message) {
	switch m := m.(type) {
	case train.SweepResult:
		switch {
		case l.chart.take(net, m):
			l.Act(l.counted)
		case l.reachTest.take(net, m):
			l.Act(func() {
				l.repaint()
				ui.Announce(l.reachTestSays())
			})
		}
	case train.Snapshot:
		if l.retraining.progress(net, m) {
			l.send(net, train.GetWeights{ID: int(net) + 1})
		}
	case train.Weights:
		if l.retraining.take(net, m) {
			l.Act(l.retrained)
		}
	case train.Fault:
		l.Act(func() { l.fault(m) })
	}
}

// restarted shows that a new worker goes on with the computation.
func (l *Lab) restarted() {
	if l.chart.Running || l.reachTest.Running || l.retraining.Running {
		l.notice = notice{text: text.WorkerAgain}
	}
}

// lost shows why there is no worker, and gives the computation up.
func (l *Lab) lost(why trainer.Reason) {
	l.cancelAll()
	texts := lab.LossTexts{Load: text.WorkerGone, Lost: text.WorkerGone, NoWorker: text.NoWorker}
	l.notice = notice{ui.Error, texts.Sentence(why)}
}

// fault shows what a worker refused, and gives the computation up.
func (l *Lab) fault(f train.Fault) {
	l.cancelAll()
	l.notice = notice{ui.Error, lang.Make(func(in lang.Lang) string {
		if s, ok := lang.Fault(in, f.Code, f.Layer, f.Args); ok {
			return s
		}
		return f.Text
	})}
}

// cancelAll ends what the workers compute. It stops the workers too; send starts new ones.
func (l *Lab) cancelAll() {
	if l.chart.Running {
		l.chart.stop()
	}
	if l.reachTest.Running {
		l.reachTest = reachTest{}
	}
	if l.retraining.Running {
		l.retraining.stop()
	}
	l.pool.close()
	l.repaint()
}

// startChart starts to count right answers for the state's settings.
func (l *Lab) startChart() {
	if l.why() != "" {
		return
	}
	s := l.state
	s.Seed = l.seed()
	l.pool.lastID++
	l.chart.begin(l.pool.lastID, s)
	shifts, _ := s.Direction.shifts()
	l.sweep(s.Samples, shifts)
	l.repaint()
}

// sweep lets both nets read test digits at the given shifts.
func (l *Lab) sweep(samples int, shifts []train.Shift) {
	for net := range netKinds {
		t := l.net(net)
		l.send(net, train.Sweep{ID: l.pool.lastID, Net: t.Net.String(), Params: t.Params, Dataset: train.DigitsGrey, Seed: digitsSeed, Samples: samples, Shifts: shifts})
	}
}

// reachTestSamples is how many digits the reach test reads.
const reachTestSamples = 200

// startReachTest starts to find the reach of many digits.
func (l *Lab) startReachTest() {
	if l.why() != "" {
		return
	}
	l.pool.lastID++
	l.reachTest.begin(l.pool.lastID, reachTestSamples, l.seed())
	l.sweep(reachTestSamples, reachTestShifts())
	l.repaint()
}

// reachTestSays returns the result of the reach test in a sentence, or "" if there is none for the
// nets in use.
func (l *Lab) reachTestSays() string {
	c := &l.reachTest
	if !c.Done || c.Seed != l.seed() {
		return ""
	}
	further, _, mean := c.outcome()
	word := func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
	return l.t(text.ReachTestSays, further, c.Samples, percent(float64(further)/float64(c.Samples)), word(mean[convNet]), word(mean[denseNet]))
}

// counted announces the result of the chart.
func (l *Lab) counted() {
	l.repaint()
	ui.Announce(l.chartSays())
}

// chartSays returns the result of the chart in a sentence.
func (l *Lab) chartSays() string {
	up := func(net netKind) string {
		switch h := l.chart.half(net); {
		case h < 0:
			return l.t(text.ChartHalf)
		case h == chartMost:
			return l.t(text.HalfAndMore, h)
		default:
			return l.t(text.HalfUpTo, h)
		}
	}
	return l.t(text.Counted, up(convNet), up(denseNet))
}

// startRetraining starts to train both nets from a seed.
func (l *Lab) startRetraining(seed uint64) {
	if l.why() != "" {
		return
	}
	l.notice = notice{}
	l.retraining.begin(l.specs(), seed)
	for net := range netKinds {
		l.send(net, train.Configure{Config: retrainConfig(l.nets.shipped[net].Net, seed)})
		l.send(net, train.Run{})
	}
	l.repaint()
}

// specs returns the layers of both nets.
func (l *Lab) specs() [netKinds]nn.Spec {
	return [netKinds]nn.Spec{convNet: l.nets.shipped[convNet].Net, denseNet: l.nets.shipped[denseNet].Net}
}

// retrained makes the retrained nets those in use.
func (l *Lab) retrained() {
	seed, done := l.retraining.Seed, l.retraining.done
	if done[convNet] == nil || done[denseNet] == nil {
		return // it was cancelled in the meantime
	}
	l.retraining.stop()
	l.pool.close()
	l.nets.learnt = done
	for _, t := range done {
		l.nets.store.Keep(t.Net, t.Params, t.About)
	}
	s := l.state
	s.Seed = seed
	l.state.Seed = 0 // so that retraining from the same seed is a change too
	l.Change(s)
	l.load()
	l.notice = notice{text: text.RetrainDone.Fill(seed)}
	ui.Announce(l.t(l.notice.text))
}

// backToFile makes the shipped nets those in use.
func (l *Lab) backToFile() {
	s := l.state
	s.Seed = 0
	l.Change(s)
	l.notice = notice{text: text.BackDone}
	ui.Announce(l.t(text.BackDone))
}
