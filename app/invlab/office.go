package invlab

import (
	"strconv"

	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// office is two workers, one for each net, so that two cores are of use. They are started
// when there is first something to compute.
type office struct {
	clients [2]*trainer.Client
	greeted [2]bool
	waiting [2][]train.Message // until a worker has said hello
}

func (o *office) close() {
	for i := range o.clients {
		o.clients[i].Stop()
		o.clients[i], o.greeted[i], o.waiting[i] = nil, false, nil
	}
}

// send has a net's worker do something, started first where there is none.
func (l *Lab) send(net int, m train.Message) {
	o := &l.office
	if !o.clients[net].Alive() {
		o.greeted[net], o.waiting[net] = false, nil
		o.clients[net] = trainer.Start(trainer.URL(),
			func(m train.Message) { l.receive(net, m) },
			func(int) { l.ctx.Dispatch(func(app.Context) { l.restarted() }) },
			func(why trainer.Reason) { l.ctx.Dispatch(func(app.Context) { l.lost(why) }) })
	}
	if !o.greeted[net] {
		o.waiting[net] = append(o.waiting[net], m)
		return
	}
	o.clients[net].Send(m)
}

// receive takes a message from a net's worker, outside of go-app.
func (l *Lab) receive(net int, m train.Message) {
	dispatch := func(f func()) { l.ctx.Dispatch(func(app.Context) { f() }) }
	switch m := m.(type) {
	case train.Hello:
		if m.Version != train.MessageVersion {
			dispatch(func() { l.lost(trainer.Version) })
			return
		}
		l.office.greeted[net] = true
		for _, w := range l.office.waiting[net] {
			l.office.clients[net].Send(w)
		}
		l.office.waiting[net] = nil
	case train.SweepResult:
		switch {
		case l.chart.take(net, m):
			dispatch(l.counted)
		case l.census.take(net, m):
			dispatch(func() {
				l.repaint()
				ui.Announce(l.censusSays())
			})
		}
	case train.Snapshot:
		if l.again.progress(net, m) {
			l.send(net, train.GetWeights{ID: net + 1})
		}
	case train.Weights:
		if l.again.take(net, m) {
			dispatch(l.retrained)
		}
	case train.Fault:
		dispatch(func() { l.fault(m) })
	}
}

// restarted says that another worker goes on with what one was doing.
func (l *Lab) restarted() {
	if l.chart.Running || l.census.Running || l.again.Running {
		l.notice = notice{text: text.WorkerAgain}
	}
}

// lost says why there is no worker, and lets go of what it was doing.
func (l *Lab) lost(why trainer.Reason) {
	l.cancelAll()
	sentence := text.WorkerGone
	switch why {
	case trainer.NoWorker:
		sentence = text.NoWorker
	case trainer.Refused:
		sentence = text.WorkerRefused
	case trainer.Version:
		sentence = text.WorkerVersion
	}
	l.notice = notice{ui.Error, sentence}
}

// fault shows what a worker refused.
func (l *Lab) fault(f train.Fault) {
	l.cancelAll()
	l.notice = notice{ui.Error, lang.Make(func(in lang.Lang) string {
		if s, ok := lang.Fault(in, f.Code, f.Layer, f.Args); ok {
			return s
		}
		return f.Text
	})}
}

// cancelAll ends what the workers are doing; nothing of the page is lost. A worker that
// trains is ended with its run, and another started when there is need of one.
func (l *Lab) cancelAll() {
	if l.chart.Running {
		l.chart.stop()
	}
	if l.census.Running {
		l.census = census{}
	}
	if l.again.Running {
		l.again.stop()
	}
	l.office.close()
	l.repaint()
}

// startChart counts right answers for the state's settings.
func (l *Lab) startChart() {
	if l.why() != "" {
		return
	}
	s := l.state
	s.Seed = l.seed()
	l.lastID++
	l.chart.begin(l.lastID, s)
	shifts, _ := s.Direction.shifts()
	l.sweep(s.Samples, shifts)
	l.repaint()
}

// sweep has both nets read test digits at shifts, under the last ID.
func (l *Lab) sweep(samples int, shifts []train.Shift) {
	for i := range 2 {
		t := l.net(i)
		l.send(i, train.Sweep{ID: l.lastID, Net: t.Net.String(), Params: t.Params, Dataset: train.DigitsGrey, Seed: digitsSeed, Samples: samples, Shifts: shifts})
	}
}

// censusSamples is of how many digits a census is.
const censusSamples = 200

// startCensus finds the reach of many digits.
func (l *Lab) startCensus() {
	if l.why() != "" {
		return
	}
	l.lastID++
	l.census.begin(l.lastID, censusSamples, l.seed())
	l.sweep(censusSamples, censusShifts())
	l.repaint()
}

// censusSays is the census in a sentence, "" without one of the nets in use.
func (l *Lab) censusSays() string {
	c := &l.census
	if !c.Done || c.Seed != l.seed() {
		return ""
	}
	further, _, mean := c.outcome()
	word := func(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
	return l.t(text.CensusSays, further, c.Samples, percent(float64(further)/float64(c.Samples)), word(mean[0]), word(mean[1]))
}

// counted says what the chart came to.
func (l *Lab) counted() {
	l.repaint()
	ui.Announce(l.chartSays())
}

// chartSays is the chart in a sentence.
func (l *Lab) chartSays() string {
	up := func(net int) string {
		switch h := l.chart.half(net); {
		case h < 0:
			return l.t(text.ChartHalf)
		case h == chartMost:
			return strconv.Itoa(h) + "+" // and perhaps further
		default:
			return strconv.Itoa(h)
		}
	}
	return l.t(text.Counted, up(0), up(1))
}

// startRetraining trains both nets from a seed.
func (l *Lab) startRetraining(seed uint64) {
	if l.why() != "" {
		return
	}
	l.notice = notice{}
	l.again.begin(l.specs(), seed)
	for i := range 2 {
		l.send(i, train.Configure{Config: retrainConfig(l.shipped[i].Net, seed)})
		l.send(i, train.Run{})
	}
	l.repaint()
}

// specs are the layers of both nets.
func (l *Lab) specs() [2]nn.Spec { return [2]nn.Spec{l.shipped[0].Net, l.shipped[1].Net} }

// retrained puts the new nets to use.
func (l *Lab) retrained() {
	seed, done := l.again.Seed, l.again.done
	if done[0] == nil || done[1] == nil {
		return // cancelled meanwhile
	}
	l.again.stop()
	l.office.close()
	l.learnt = done
	for _, t := range done {
		l.shelf.Keep(t.Net, t.Params, t.About)
	}
	s := l.state
	s.Seed = seed
	l.state.Seed = 0 // so that the same seed again is a change too
	l.change(s)
	l.load()
	l.notice = notice{text: text.RetrainDone.Fill(seed)}
	ui.Announce(l.t(l.notice.text))
}

// backToFile puts the shipped nets to use again.
func (l *Lab) backToFile() {
	s := l.state
	s.Seed = 0
	l.change(s)
	l.notice = notice{text: text.BackDone}
	ui.Announce(l.t(text.BackDone))
}
