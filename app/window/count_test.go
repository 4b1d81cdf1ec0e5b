package window

import (
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
)

// Sentences with a count are right for one and for many, and count no padding.
func TestCountsAreThoseOfTheWindow(t *testing.T) {
	hint := func(kind trace.Kind, query string) string {
		l := labOf(t, kind, query)
		l.judge(false)
		return l.quiz.Said.In(lang.En)
	}
	sizes := func(kind trace.Kind, query string) string {
		l := labOf(t, kind, query)
		return l.sizes(l.state.Setting.MustCheck())
	}
	unit := func(channels string) string {
		return strings.Join(labOf(t, trace.Conv, "v=1&c="+channels+"&unit=CONV2%2C0%2C5%2C5%2C5%2C5%2C5%2C8").unitTexts(), " ")
	}
	for _, c := range []struct{ got, want string }{
		{hint(trace.Pool, "v=1&preset=padded&predict=1"), "Compare all 4 input cells"},
		{hint(trace.Pool, "v=1&preset=padded&predict=1&step=4"), "Compare all 9 input cells"},
		{hint(trace.Pool, "v=1&preset=padded&n=3&f=2&s=3&predict=1"), "holds one input cell"},
		{hint(trace.Conv, "v=1&f=1&predict=1"), "Multiply the cell under the kernel by its weight."},
		{hint(trace.Conv, "v=1&predict=1"), "Multiply each of the 9 cells"},
		{sizes(trace.Conv, "v=1&f=1"), "2 parameters: (1 weight + 1 bias) × 1."},
		{sizes(trace.Conv, "v=1"), "10 parameters: (9 weights + 1 bias) × 1."},
		{sizes(trace.Conv, "v=1&n=8&s=2"), "the last row and the last column"},
		{sizes(trace.Conv, "v=1&n=8&s=3"), "the last 2 rows and columns"},
		{unit("1"), "Only channel 1 of 8 is drawn"}, {unit("3"), "Only channels 1 to 3 of 8 are drawn"},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("got %q, want %q in it", c.got, c.want)
		}
	}
}

// An answer may be any number. The sentence for one that is none names no old value.
func TestAnAnswerIsAnyNumber(t *testing.T) {
	l := labOf(t, trace.Pool, "v=1&predict=1&preset=5x5")
	l.quiz.average = true
	if err := l.answer("12,345"); err != nil || l.quiz.Misses != 1 {
		t.Errorf("12,345 is refused or not judged: %v, %d misses", err, l.quiz.Misses)
	}
	if err := l.answer("99999"); err != nil || l.quiz.Misses != 2 {
		t.Errorf("a number larger than cells hold is refused or not judged: %v", err)
	}
	err, ok := l.answer("two").(errAnswer)
	if !ok || strings.Contains(err.Error(), "stay") || !strings.Contains(err.In(lang.Ko), "“two”") {
		t.Errorf("the refusal: %v", err)
	}
	if err := l.answer("24/9"); err != nil || !l.quiz.Shown || l.quiz.Said.In(lang.En) != "Right: ≈ 2.6667." {
		t.Errorf("24/9: %v, %q", err, l.quiz.Said.In(lang.En))
	}
}
