package trainlab

import (
	"math"
	"strconv"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/train"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Moved holds the first weight of the first filter before and after a step.
type Moved struct {
	Step          int // 0 for none
	Before, After float32
	Rate          float64 // the learning rate of the step
}

// update takes the weight from two snapshots, if after is one step later than before.
func (w *Moved) update(before, after *train.Snapshot) {
	a, b := before.Filters.Data, after.Filters.Data
	if before.Run == after.Run && after.Step == before.Step+1 && len(a) > 0 && len(b) > 0 {
		*w = Moved{after.Step, a[0], b[0], before.LearningRate}
	}
}

// constants lists the constants of an optimiser besides its learning rate, "" if it has none.
func constants(o nn.OptimizerConfig) string {
	switch o.Kind {
	case nn.Momentum:
		return "β = " + formatNumber(o.Momentum)
	case nn.RMSProp:
		return "β = " + formatNumber(o.Alpha) + ", ε = " + powerOfTen(o.Epsilon)
	case nn.Adam:
		return "β₁ = " + formatNumber(o.Beta1) + ", β₂ = " + formatNumber(o.Beta2) + ", ε = " + powerOfTen(o.Epsilon)
	}
	return ""
}

// updateRule writes the rule by which an optimiser changes a weight W with the gradient dW, with
// its constants as numbers. rate is the learning rate as text.
func updateRule(o nn.OptimizerConfig, rate string) string {
	rest := func(beta float64) string { return formatNumber(math.Round((1-beta)*1e6) / 1e6) }
	switch o.Kind {
	case nn.Momentum:
		return "v := " + formatNumber(o.Momentum) + "·v + dW\nW := W − " + rate + "·v"
	case nn.RMSProp:
		return "s := " + formatNumber(o.Alpha) + "·s + " + rest(o.Alpha) + "·dW²\nW := W − " + rate + "·dW / (√s + " + powerOfTen(o.Epsilon) + ")"
	case nn.Adam:
		return "v := " + formatNumber(o.Beta1) + "·v + " + rest(o.Beta1) + "·dW\ns := " + formatNumber(o.Beta2) + "·s + " + rest(o.Beta2) +
			"·dW²\nW := W − " + rate + "·v̂ / (√ŝ + " + powerOfTen(o.Epsilon) + ")"
	}
	return "W := W − " + rate + "·dW"
}

// correction writes Adam's bias correction in a step, "" for other optimisers.
func correction(o nn.OptimizerConfig, step int) string {
	if o.Kind != nn.Adam {
		return ""
	}
	term := func(hat, name string, beta float64) string {
		return hat + " = " + name + " / (1 − " + formatNumber(beta) + superscript(step) + ") = " + name + " / " +
			strconv.FormatFloat(1-math.Pow(beta, float64(step)), 'g', 3, 64)
	}
	return term("v̂", "v", o.Beta1) + "\n" + term("ŝ", "s", o.Beta2)
}

// powerOfTen writes a power of ten with an exponent, 1e-8 as 10⁻⁸, and any other number as
// formatNumber does.
func powerOfTen(v float64) string {
	if e := math.Round(math.Log10(v)); v > 0 && math.Abs(v-math.Pow(10, e)) < 1e-9*v {
		return "10" + superscript(int(e))
	}
	return formatNumber(v)
}

// superscript writes a whole number in superscript digits.
func superscript(n int) string {
	out := []rune(strconv.Itoa(n))
	for i, r := range out {
		if r == '-' {
			out[i] = '⁻'
			continue
		}
		out[i] = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']
	}
	return string(out)
}

// The ids of the elements that the painter writes into.
const (
	idCost   = "descent-cost"
	idUpdate = "descent-update"
	idBias   = "descent-bias"
	idWeight = "descent-weight"
)

// renderDescent draws the arithmetic of a step. The painter fills in the numbers of the run.
func (l *Lab) renderDescent() app.UI {
	line := func(id string) app.UI {
		return app.P().ID(id).Class("train-descent").DataSet("test", id).Text("\u00a0")
	}
	return app.Section().Class("train-section train-steps").Body(
		app.H2().Class("figure-title").Text(l.t(text.DescentTitle)),
		app.P().Text(l.t(text.Descent1)),
		line(idCost),
		app.P().Text(l.t(text.Descent2)),
		line(idUpdate), line(idBias),
		app.P().Text(l.t(text.Descent3)),
		line(idWeight),
	)
}

// showDescent writes the numbers of the last step into the arithmetic.
func (p *painter) showDescent() {
	l, s := p.lang(), p.lab.store
	o := nn.DefaultOptimizer(p.lab.run.optimizerKind())
	step, rate := s.Snap.Step, formatNumber(s.Snap.LearningRate)
	cost := "J = 1/m · Σ L(ŷ, y)"
	if m := s.minibatch(p.lab.run.Batch); step > 0 && m > 0 {
		cost = text.Cost.With(l, step, m, formatLoss(float64(s.Snap.LastLoss)))
	}
	p.set(idCost, cost)
	p.set(idUpdate, updateRule(o, rate))
	p.set(idBias, orSpace(correction(o, max(1, step))))
	weight := text.WeightWait.In(l)
	switch w := s.Moved; {
	case w.Step > 0:
		weight = w.sentence(l, o.Kind)
	case s.HasRun && len(s.Snap.Filters.Data) == 0:
		weight = text.FiltersNone.In(l)
	}
	p.set(idWeight, weight)
}

// minibatch returns the number of images in the last step, 0 while that is not known. The last step
// of an epoch has the images that are left.
func (s *Store) minibatch(batch int) int {
	_, done := s.Epoch()
	return max(0, min(batch, s.Dataset.Info.Train-(done-1)*batch))
}

// sentence says how the weight moved. With plain gradient descent the difference also gives the
// gradient.
func (w Moved) sentence(l lang.Lang, kind nn.OptimizerKind) string {
	if kind == nn.SGD && w.Rate > 0 {
		return text.WeightSGD.With(l, w.Step, formatMoved(w.Before), formatNumber(w.Rate), formatGradient(float64(w.Before-w.After)/w.Rate), formatMoved(w.After))
	}
	return text.Weight.With(l, w.Step, formatMoved(w.Before), formatMoved(w.After), formatMoved(w.After-w.Before))
}

// formatMoved writes a weight with six decimals.
func formatMoved(v float32) string { return minus(strconv.FormatFloat(float64(v), 'f', 6, 64)) }

// formatGradient writes a gradient as a factor of a product: in brackets if it is negative.
func formatGradient(v float64) string {
	if v < 0 {
		return "(" + minus(strconv.FormatFloat(v, 'g', 3, 64)) + ")"
	}
	return strconv.FormatFloat(v, 'g', 3, 64)
}
