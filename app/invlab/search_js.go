package invlab

import (
	"math"
	"strconv"

	"stridelab/app/lab"
	"stridelab/app/ui"
)

// seek goes on with the search for as long as a frame's budget allows.
func (p *painter) seek() {
	s := p.l.search
	for end := ui.Now() + budget; !s.Done && ui.Now() < end; {
		s.step()
		p.reachAt++
	}
	if s.Done || p.reachAt%8 == 0 {
		p.paintReach()
	}
}

// paintReach draws and writes how far each net keeps the digit's class, as far as it is known.
func (p *painter) paintReach() {
	l, s := p.l, p.l.search
	if s == nil {
		return
	}
	for net := range netKinds {
		p.set(netIDs[net].reach, l.reachWords(net))
		p.attr(netIDs[net].reach, "data-sum", s.sum(net))
	}
	if c, w, _, ok := p.surface(idReach, 0); ok {
		c.Scene(l.reach(w, math.Round(12*p.scale)).Scene(), 0, 0, p.theme)
	}
	if s.Done {
		p.attr(idReach, "aria-label", l.reachSays())
	}
}

// progress draws the chart and writes how far the workers are, at most ten times a second.
func (p *painter) progress(ms float64) {
	l := p.l
	if l.reachTest.Running && ms-p.chartAt >= 100 {
		p.chartAt = ms
		ui.SetField(idReachTest, l.reachTest.share())
	}
	if ms-p.chartAt < 100 || p.chartRev == l.chart.rev && p.retrainRev == l.retraining.rev {
		return
	}
	p.chartAt = ms
	if p.chartRev != l.chart.rev {
		c, w, h, ok := p.surface(idChart, 0)
		if !ok {
			return // not laid out yet
		}
		p.chartRev = l.chart.rev
		c.Scene(l.chartScene(w, h, math.Round(13*p.scale)), 0, 0, p.theme)
		if rows := l.chart.rows(); p.texts[idRows] != rows {
			p.texts[idRows] = rows
			if e := ui.Element(idRows); e.Truthy() {
				e.Set("innerHTML", rows)
			}
		}
		ui.SetField(idDone, l.chart.share())
		if l.chart.Told && !l.chart.Running {
			ui.SetAttr(idChart, "aria-label", l.t(text.ChartLabel)+". "+l.chartSays())
		}
	}
	if p.retrainRev != l.retraining.rev {
		p.retrainRev = l.retraining.rev
		if e := ui.Element(idShare); e.Truthy() {
			e.Set("value", l.retraining.slower())
			p.set(idTold, l.t(text.Retraining, strconv.Itoa(int(100*l.retraining.slower())), lab.Percent(l.retraining.test[convNet])+"%", lab.Percent(l.retraining.test[denseNet])+"%"))
		}
	}
}
