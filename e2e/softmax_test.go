//go:build e2e

package e2e

import (
	"math"
	"strconv"
	"testing"

	"stridelab/e2e/browser"
)

// A hookValue holds the class, the exact value and the text of an element with a hook.
type hookValue struct{ Class, Value, Text string }

func (l netLab) hookValues(hook string) []hookValue {
	l.t.Helper()
	return eval[[]hookValue](l.tab, `[...document.querySelectorAll('`+browser.Hook(hook)+`')].map((e) => ({ Class: e.closest("[data-class]")?.dataset.class ?? "", Value: e.dataset.value ?? "", Text: e.textContent.trim() }))`)
}

// The Softmax row shows the logit and the probability of each class. The classes are the digits.
func TestSoftmaxRowShowsLogitsAndTheirSoftmax(t *testing.T) {
	t.Parallel()
	for prefix, language := range languages() {
		t.Run(language, func(t *testing.T) {
			l := openNet(t, inLanguage(prefix, "/network"))
			l.waitWeights("shipped")
			l.must(l.Click("#row-7"))
			l.wait(settle, `document.querySelectorAll('[data-test="class-probability"]').length === 10`)

			labels, logits, probs := l.hookValues("class-label"), l.hookValues("logit"), l.hookValues("class-probability")
			if len(labels) != 10 || len(logits) != 10 || len(probs) != 10 {
				t.Fatalf("%d labels, %d logits, %d probabilities", len(labels), len(logits), len(probs))
			}
			z, largest, sum := make([]float64, 10), math.Inf(-1), 0.0
			for k := range z {
				var err error
				z[k], err = strconv.ParseFloat(logits[k].Value, 64)
				l.must(err)
				largest = max(largest, z[k])
			}
			for _, v := range z {
				sum += math.Exp(v - largest)
			}
			negative := false
			for k := range z {
				if want := strconv.Itoa(k); labels[k].Text != want || logits[k].Class != want || probs[k].Class != want {
					t.Errorf("class %d is called %q, its logit is that of %q, its probability that of %q", k, labels[k].Text, logits[k].Class, probs[k].Class)
				}
				got, err := strconv.ParseFloat(probs[k].Value, 64)
				l.must(err)
				if want := math.Exp(z[k]-largest) / sum; math.Abs(got-want) > 1e-6*want+1e-30 {
					t.Errorf("class %d: the probability is %v, softmax of the logits %v", k, got, want)
				}
				negative = negative || z[k] < 0
			}
			if !negative {
				t.Errorf("no logit is below 0: %v", z)
			}

			// A click on a class shows the four steps of its softmax.
			l.must(l.Click(`tr[data-class="3"] td`))
			l.wait(settle, browser.First("#unit-channel")+`.value === "3"`)
			steps := l.hookValues("softmax-step")
			want := []float64{z[3] - largest, math.Exp(z[3] - largest), sum, math.Exp(z[3]-largest) / sum}
			if len(steps) != len(want) {
				t.Fatalf("%d steps, want %d", len(steps), len(want))
			}
			for i, s := range steps {
				got, err := strconv.ParseFloat(s.Value, 64)
				l.must(err)
				if math.Abs(got-want[i]) > 1e-6*math.Abs(want[i])+1e-30 {
					t.Errorf("step %d comes to %v, want %v", i+1, got, want[i])
				}
			}
			if got := l.number(browser.Hook("unit-value")); got != z[3] {
				t.Errorf("the chosen class's logit is %v, in the table %v", got, z[3])
			}

			// The field counts from 0 too.
			l.enter("#unit-channel", "change", "0")
			l.wait(settle, browser.First(`.net-classes .net-now`)+`.dataset.class === "0"`)
			if got := l.number(browser.Hook("unit-value")); got != z[0] {
				t.Errorf("the logit of class 0 is %v, in the table %v", got, z[0])
			}
			auditLooks(l.tab)
		})
	}
}
