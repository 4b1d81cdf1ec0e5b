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
	if best, prob := Best(snap.Sample.Probs); best >= 0 {
		label := text.SampleSummary.With(l, snap.Sample.Index, s.ClassName(snap.Sample.Label), s.ClassName(best), formatCertainty(float64(prob)))
		ui.SetAttr(idSampleImage, "aria-label", label)
		ui.SetAttr(idSampleBars, "aria-label", barsSummary(l, s, snap.Sample.Probs))
	}
	maps := ""
	for _, v := range snap.Maps {
		r := viz.RangeOf(v.Data)
		maps += text.MapsSummary.With(l, v.Name, v.C, v.H, v.W, formatWeight(r.Lo), formatWeight(r.Hi)) + " "
	}
	if maps != "" {
		ui.SetAttr(idMaps, "aria-label", maps)
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

// barsSummary lists the classes that the bars show, with their probabilities.
func barsSummary(l lang.Lang, s *Store, probs []float32) string {
	out := text.ClassBars.In(l) + ". "
	for i, c := range likeliest(probs, 10) {
		if i > 0 {
			out += ", "
		}
		out += text.ClassBar.With(l, s.ClassName(c), formatCertainty(float64(probs[c])))
	}
	return out
}
