package trainlab

import (
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/viz"
)

// summarise describes the pictures in words, for people who cannot see them.
func (p *painter) summarise() {
	l, s := p.lang(), p.lab.store
	if !s.HasRun {
		return
	}
	snap := &s.Snap
	loss, accuracy := curvesSummary(l, s)
	ui.SetAttr(idLossCurve, "aria-label", loss)
	ui.SetAttr(idAccuracyCurve, "aria-label", accuracy)
	if f := snap.Filters; len(f.Data) > 0 {
		r := viz.RangeOf(f.Data)
		ui.SetAttr(idFilters, "aria-label", text.FiltersSummary.With(l, f.Out, f.H, f.In, snap.Step, formatWeight(r.Lo), formatWeight(r.Hi)))
	}
}

// curvesSummary describes the two charts. Before the first step it says that there are no curves
// yet.
func curvesSummary(l lang.Lang, s *Store) (loss, accuracy string) {
	if len(s.Loss.Buckets()) == 0 {
		return text.CurveEmpty.In(l), text.CurveEmpty.In(l)
	}
	loss, accuracy = none, none
	if t, ok := s.Trained(); ok {
		loss, accuracy = formatLoss(t.Loss), formatPercent(t.Accuracy)
	}
	testLoss, testAccuracy := none, none
	if p, ok := s.Tested(); ok {
		at := " " + text.TestedAt.With(l, p.Step)
		testLoss, testAccuracy = formatLoss(float64(p.Loss))+at, formatPercent(float64(p.Accuracy))+at
	}
	return text.LossSummary.With(l, s.Snap.Step, loss, testLoss), text.AccuracySummary.With(l, s.Snap.Step, accuracy, testAccuracy)
}
