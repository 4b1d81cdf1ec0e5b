package netlab

import (
	"math"
	"slices"
	"strconv"

	"stridelab/app/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// mostClasses is the most classes that the table of logits shows. Of a network with more classes it
// shows those with the highest probabilities.
const mostClasses = 20

// atSoftmax reports whether the shown row is the network's last. Its numbers are the logits, one
// for each class, and classes count from 0.
func (l *Lab) atSoftmax() bool { return l.state.shown() == len(l.state.Valid.Layers) }

// softmaxSteps is how softmax turns logits into probabilities:
//
//	z ──subtract the largest──> Shifted ──exponentiate──> Exp ──add up──> Sum
//	                                                       └──divide by Sum──> Probs
//
// Z and Probs are the engine's own numbers. The steps between them are computed here in
// float64 as the engine computes them; a test holds that Exp over Sum is Probs, bit for bit.
type softmaxSteps struct {
	Z, Probs     []float32
	Top          int // the class with the largest logit, the first of equal ones
	Shifted, Exp []float64
	Sum          float64
}

// softmax computes the steps for the last row's numbers.
func (r *run) softmax() softmaxSteps {
	s := softmaxSteps{Z: r.values(len(r.rows) - 1), Probs: r.model.Probs().Data}
	for k, z := range s.Z {
		if z > s.Z[s.Top] {
			s.Top = k
		}
	}
	for _, z := range s.Z {
		d := float64(z) - float64(s.Z[s.Top])
		s.Shifted, s.Exp = append(s.Shifted, d), append(s.Exp, math.Exp(d))
		s.Sum += math.Exp(d)
	}
	return s
}

// listed returns the classes that the table shows, in ascending order: all of them, or those with
// the highest probabilities and the chosen one.
func (s softmaxSteps) listed(chosen int) []int {
	all := make([]int, len(s.Z))
	for k := range all {
		all[k] = k
	}
	if len(all) <= mostClasses {
		return all
	}
	slices.SortStableFunc(all, func(a, b int) int {
		switch {
		case s.Z[a] > s.Z[b]:
			return -1
		case s.Z[a] < s.Z[b]:
			return 1
		}
		return 0
	})
	if at := slices.Index(all, chosen); at >= mostClasses {
		all[mostClasses-1] = chosen
	}
	some := all[:mostClasses]
	slices.Sort(some)
	return some
}

// shares writes probabilities that add up to 1 with four decimals, so that the written numbers add
// up to 1.0000 too. It rounds each down, and then adds the missing ten-thousandths to those that
// lost most. A probability too small for four decimals is written with two significant digits.
func shares(probs []float64) []string {
	const whole = 10_000
	n, left, sum := make([]int, len(probs)), whole, 0.0
	order := make([]int, len(probs))
	for i, p := range probs {
		order[i] = i
		n[i] = int(min(max(p, 0), 1) * whole)
		left -= n[i]
		sum += p
	}
	said := make([]string, len(probs))
	if !(math.Abs(sum-1) < 1e-3) { // some logits are NaN or infinite
		for i, p := range probs {
			said[i] = trace.NumberTo(p, 4)
		}
		return said
	}
	lost := func(i int) float64 { return probs[i]*whole - float64(n[i]) }
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case lost(a) > lost(b):
			return -1
		case lost(a) < lost(b):
			return 1
		}
		return 0
	})
	for _, i := range order[:min(max(left, 0), len(order))] {
		n[i]++
	}
	for i, p := range probs {
		said[i] = strconv.FormatFloat(float64(n[i])/whole, 'f', 4, 64)
		if n[i] == 0 {
			said[i] = trace.NumberTo(p, 4)
		}
	}
	return said
}

// shares writes the probabilities of the listed classes, and that of all other classes together.
func (s softmaxSteps) shares(listed []int) (each []string, others string) {
	probs, rest := make([]float64, 0, len(listed)+1), 1.0
	for _, k := range listed {
		p := float64(s.Probs[k])
		probs, rest = append(probs, p), rest-p
	}
	if len(listed) == len(s.Z) {
		return shares(probs), ""
	}
	each = shares(append(probs, max(rest, 0)))
	return each[:len(listed)], each[len(listed)]
}

// share writes the probability of a class as the table does if that class is chosen.
func (s softmaxSteps) share(class int) string {
	listed := s.listed(class)
	each, _ := s.shares(listed)
	return each[slices.Index(listed, class)]
}

// Parts of formulas in MathML.
const (
	mathOpen     = `<math xmlns="http://www.w3.org/1998/Math/MathML" displaystyle="true"><mrow>`
	mathClose    = `</mrow></math>`
	mathLargest  = `<msub><mi>z</mi><mtext>max</mtext></msub>`
	mathZ        = `<msub><mi>z</mi><mi>k</mi></msub>`
	mathY        = `<msub><mi>ŷ</mi><mi>k</mi></msub>`
	mathExp      = `<msup><mi>e</mi><mrow>` + mathZ + `<mo>−</mo>` + mathLargest + `</mrow></msup>`
	mathSum      = `<munder><mo>∑</mo><mi>j</mi></munder><msup><mi>e</mi><mrow><msub><mi>z</mi><mi>j</mi></msub><mo>−</mo>` + mathLargest + `</mrow></msup>`
	mathFormula  = `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow>` + mathY + `<mo>=</mo><mfrac><mrow>` + mathExp + `</mrow><mrow>` + mathSum + `</mrow></mfrac>` + mathClose
	mathBreak    = mathClose + " " + mathOpen // a narrow page begins another line here
	mathEquals   = mathBreak + `<mo form="infix">=</mo>`
	mathMinus    = `<mo>−</mo>`
	mathPlus     = mathBreak + `<mo form="infix">+</mo>`
	mathEllipsis = `<mo>…</mo>`
)

// mathNumber writes a number of a formula, in parentheses if it is negative.
func mathNumber(v float64) string {
	if v < 0 {
		return `<mrow><mo>(</mo>` + mathResult(v) + `<mo>)</mo></mrow>`
	}
	return mathResult(v)
}

func mathResult(v float64) string { return mathText(trace.NumberTo(v, 4)) }

func mathText(s string) string { return `<mn>` + s + `</mn>` }

// mathOf writes a letter with a class's number as its index.
func mathOf(letter string, class int) string {
	return `<msub><mi>` + letter + `</mi><mn>` + strconv.Itoa(class) + `</mn></msub>`
}

// formulas returns the four steps for a class, with its numbers.
func (s softmaxSteps) formulas(class int) [4]string {
	z, largest := float64(s.Z[class]), float64(s.Z[s.Top])
	added := ""
	for k, e := range s.Exp[:min(3, len(s.Exp))] {
		if k > 0 {
			added += mathPlus
		}
		added += mathResult(e)
	}
	switch n := len(s.Exp); {
	case n > 4:
		added += mathPlus + mathEllipsis + mathPlus + mathResult(s.Exp[n-1])
	case n == 4:
		added += mathPlus + mathResult(s.Exp[3])
	}
	return [4]string{
		mathOf("z", class) + mathMinus + mathLargest + mathEquals + mathResult(z) + mathMinus + mathNumber(largest) + mathEquals + mathResult(s.Shifted[class]),
		`<msup><mi>e</mi>` + mathResult(s.Shifted[class]) + `</msup>` + mathEquals + mathResult(s.Exp[class]),
		added + mathEquals + mathResult(s.Sum),
		mathOf("ŷ", class) + mathEquals + `<mfrac>` + mathResult(s.Exp[class]) + mathResult(s.Sum) + `</mfrac>` + mathEquals + mathText(s.share(class)),
	}
}

// renderSoftmax draws the way from the logits to the probabilities: of all classes as a table, and
// of the chosen class step by step.
func (l *Lab) renderSoftmax() app.UI {
	s, class := l.made.run.softmax(), l.state.Unit.C
	listed := s.listed(class)
	each, others := s.shares(listed)
	head := func(label string) app.UI { return app.Th().Attr("scope", "col").Class("num").Text(label) }
	cell := func(text string) app.HTMLTd { return app.Td().Class("num").Text(text) }
	lines := make([]app.UI, 0, len(listed)+1)
	for i, k := range listed {
		row, name := "", strconv.Itoa(k)
		if k == class {
			row = "net-now"
		}
		lines = append(lines, app.Tr().Class(row).DataSet("class", name).Body(
			app.Th().Attr("scope", "row").DataSet("test", "class-label").Text(name),
			cell(decimal(s.Z[k])).DataSet("test", "logit").DataSet("class", name).DataSet("value", trace.Plain(s.Z[k])),
			cell(trace.NumberTo(s.Shifted[k], 4)),
			cell(trace.NumberTo(s.Exp[k], 4)),
			cell(each[i]).DataSet("test", "class-probability").DataSet("class", name).DataSet("value", trace.Plain(s.Probs[k]))))
	}
	if others != "" {
		lines = append(lines, app.Tr().Body(
			app.Th().Attr("scope", "row").ColSpan(4).Text(l.t(softmaxText.Others, len(s.Z)-len(listed))), cell(others)))
	}
	table := app.Div().Class("net-scroll").TabIndex(0).Attr("role", "group").Aria("label", l.t(softmaxText.Title)).Body(
		app.Table().Class("net-classes").DataSet("test", "softmax").Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Attr("scope", "col").Text(l.t(softmaxText.Class)),
				head(l.t(softmaxText.Logit)), head("z − max"), app.Th().Attr("scope", "col").Class("num").Body(app.Raw(`<span>e<sup>z − max</sup></span>`)), head(l.t(softmaxText.Probability)))),
			app.TBody().OnClick(l.onClass).Body(lines...),
			app.TFoot().Body(app.Tr().Class("net-total").Body(
				app.Th().Attr("scope", "row").ColSpan(3).Text(l.t(softmaxText.Sum)),
				cell(trace.NumberTo(s.Sum, 4)), cell("1")))))
	said := [4]string{
		l.t(softmaxText.Subtract, s.Top, decimal(s.Z[s.Top])), l.t(softmaxText.Exponentiate), l.t(softmaxText.AddUp, len(s.Z)), l.t(softmaxText.Divide)}
	values := [4]float64{s.Shifted[class], s.Exp[class], s.Sum, float64(s.Probs[class])}
	steps := make([]app.UI, 0, len(said))
	for i, formula := range s.formulas(class) {
		steps = append(steps, app.Li().DataSet("test", "softmax-step").DataSet("step", strconv.Itoa(i+1)).
			DataSet("value", strconv.FormatFloat(values[i], 'g', -1, 64)).Body(
			app.P().Text(said[i]), app.Raw(`<p>`+mathOpen+formula+mathClose+`</p>`)))
	}
	return app.Div().Class("net-softmax").Body(
		app.Div().Class("net-figure").Body(
			app.H3().Class("small-head").Text(l.t(softmaxText.Title)),
			app.P().Class("small").Text(l.t(softmaxText.About, len(s.Z))),
			app.Raw(mathFormula),
			table,
			app.P().Class("small muted").Text(l.t(softmaxText.Note))),
		app.Div().Class("net-figure").Body(
			app.H3().Class("small-head").Text(l.t(softmaxText.Steps, class)),
			app.Ol().Class("net-steps").Body(steps...)))
}

// onClass chooses the class whose line was clicked.
func (l *Lab) onClass(_ app.Context, e app.Event) {
	line := e.Get("target").Call("closest", "tr[data-class]")
	if !line.Truthy() {
		return
	}
	if k, err := strconv.Atoi(line.Get("dataset").Get("class").String()); err == nil && k >= 0 && k < l.state.shape().C {
		s := l.state
		s.Unit.C = k
		l.look(s)
		l.sayUnit()
	}
}
