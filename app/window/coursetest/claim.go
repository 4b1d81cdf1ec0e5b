package coursetest

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/window"
)

// Says tests that the stops of a preset hold these parts of sentences. Its caller tests the numbers
// in them.
func Says(t *testing.T, c window.Course, preset string, l lang.Lang, parts ...string) {
	t.Helper()
	var said []string
	for _, s := range c.Stops {
		if s.Preset == preset {
			said = append(said, s.Text.In(l), s.Question.In(l), s.Answer.In(l))
		}
	}
	for _, p := range parts {
		if !strings.Contains(strings.Join(said, "\n"), p) {
			t.Errorf("preset %s: no stop says %q; its test must follow its text", preset, p)
		}
	}
}

// Walk returns the walk of a preset.
func Walk(t *testing.T, kind trace.Kind, preset string) *trace.Walk {
	t.Helper()
	p, ok := trace.PresetOf(kind, preset)
	if !ok {
		t.Fatalf("there is no preset %s", preset)
	}
	w, err := trace.New(p.Setting, p.Values())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Range returns the smallest and the largest of values.
func Range(values []float32) (least, most float64) {
	return float64(slices.Min(values)), float64(slices.Max(values))
}

// MaxWithZeros returns what max pooling would give if padding were zeros.
func MaxWithZeros(w *trace.Walk) []float64 {
	all := make([]float64, w.Steps())
	for i := range all {
		all[i] = slices.MaxFunc(w.PoolStep(i).Terms, func(a, b trace.Term) int { return cmp.Compare(a.X, b.X) }).X
	}
	return all
}
