package trace

import (
	"math"
	"math/rand/v2"
	"testing"
)

// eighths fills n numbers with multiples of 1/8 in [−8, 8]: float32 adds and
// multiplies those exactly in any order.
func eighths(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.IntN(129)-64) / 8
	}
	return x
}

func reals(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

func randomValues(r *rand.Rand, s Setting, fill func(*rand.Rand, int) []float32) Values {
	g := s.MustCheck()
	v := Values{X: fill(r, s.C*s.N*s.N), G: fill(r, g.Steps())}
	if s.Kind == Conv {
		v.W, v.B = fill(r, s.Filters*s.C*s.F*s.F), fill(r, s.Filters)
	}
	return v
}

func mustNew(t *testing.T, s Setting, v Values) *Walk {
	t.Helper()
	w, err := New(s, v)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// disagreement finds the first number of the engine that the explanation does
// not reach, with a relative tolerance.
func disagreement(w *Walk, tol float64) (what string, at int, got, want float64) {
	differs := func(a float32, b, scale float64) bool {
		return math.Abs(float64(a)-b) > tol*max(1, scale)
	}
	for i := range w.Steps() {
		if w.Kind == Conv {
			s := w.Step(i)
			scale := math.Abs(s.Bias)
			for _, cs := range s.Channels {
				for _, term := range cs.Terms {
					scale += math.Abs(term.Product)
				}
			}
			if differs(w.Out[i], s.Result, scale) {
				return "output", i, s.Result, float64(w.Out[i])
			}
			continue
		}
		s := w.PoolStep(i)
		if float64(w.Max[i]) != s.Max {
			return "max", i, s.Max, float64(w.Max[i])
		}
		if differs(w.Avg[i], s.Avg, math.Abs(s.Sum)) {
			return "average", i, s.Avg, float64(w.Avg[i])
		}
	}
	b := w.NewBackward()
	b.Seek(w.Steps())
	for _, p := range []struct {
		name  string
		nn    []float32
		trace []float64
	}{{"dW", w.DW, b.DW}, {"dX", w.DX, b.DX}, {"db", w.DB, b.DB}, {"dX of max", w.DXMax, b.DXMax}, {"dX of average", w.DXAvg, b.DXAvg}} {
		for i, v := range p.nn {
			if differs(v, p.trace[i], 16*math.Abs(p.trace[i])+16) {
				return p.name, i, p.trace[i], float64(v)
			}
		}
	}
	return "", 0, 0, 0
}

func TestTraceAndEngineAgreeExactlyOnEighths(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		s := randomSetting(r)
		w := mustNew(t, s, randomValues(r, s, eighths))
		tol := 0.0
		if s.Kind == Pool {
			tol = 1e-6 // a division by 3 or 9 rounds
		}
		if what, at, got, want := disagreement(w, tol); what != "" {
			t.Fatalf("%+v: %s[%d]: the trace says %v, nn %v", s, what, at, got, want)
		}
	}
}

func TestTraceAndEngineAgreeOnAnyReals(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		s := randomSetting(r)
		w := mustNew(t, s, randomValues(r, s, reals))
		if what, at, got, want := disagreement(w, 1e-5); what != "" {
			t.Fatalf("%+v: %s[%d]: the trace says %v, nn %v", s, what, at, got, want)
		}
	}
}

func TestTraceAndEngineAgreeOnEveryPreset(t *testing.T) {
	for _, p := range append(Presets(Conv), Presets(Pool)...) {
		w := mustNew(t, p.Setting, p.Values())
		if what, at, got, want := disagreement(w, 1e-6); what != "" {
			t.Errorf("%s: %s[%d]: the trace says %v, nn %v", p.ID, what, at, got, want)
		}
	}
}

func TestPresetsGiveTheirKnownResults(t *testing.T) {
	for _, c := range []struct {
		kind Kind
		id   string
		want []float32 // Out, or Max
		avg  []float32
	}{
		{Conv, "vertical-edge", []float32{0, 30, 30, 0, 0, 30, 30, 0, 0, 30, 30, 0, 0, 30, 30, 0}, nil},
		{Conv, "horizontal-edge", []float32{0, 0, 0, 0, 30, 30, 30, 30, 30, 30, 30, 30, 0, 0, 0, 0}, nil},
		{Conv, "sobel", []float32{0, 40, 40, 0, 0, 40, 40, 0, 0, 40, 40, 0, 0, 40, 40, 0}, nil},
		{Conv, "scharr", []float32{0, 160, 160, 0, 0, 160, 160, 0, 0, 160, 160, 0, 0, 160, 160, 0}, nil},
		{Conv, "strided", []float32{91, 100, 88, 69, 91, 117, 44, 72, 74}, nil},
		{Conv, "same", []float32{
			-20, 0, 20, 20, 0, 0, -30, 0, 30, 30, 0, 0, -30, 0, 30, 30, 0, 0,
			-30, 0, 30, 30, 0, 0, -30, 0, 30, 30, 0, 0, -20, 0, 20, 20, 0, 0}, nil},
		{Conv, "dilated", []float32{15, 0, 0, 0, 15, 0, 0, 0, 15}, nil},
		{Pool, "4x4", []float32{9, 2, 6, 3}, []float32{3.75, 1.25, 3.75, 2}},
		{Pool, "5x5", []float32{9, 9, 5, 9, 9, 5, 8, 6, 9}, []float32{24. / 9, 25. / 9, 20. / 9, 34. / 9, 28. / 9, 20. / 9, 34. / 9, 26. / 9, 25. / 9}},
		{Pool, "ties", []float32{7, 0, 4, 5}, []float32{7, 0, 2.5, 4.5}},
	} {
		p, ok := PresetOf(c.kind, c.id)
		if !ok {
			t.Errorf("no preset %s", c.id)
			continue
		}
		w := mustNew(t, p.Setting, p.Values())
		got := w.Out
		if c.kind == Pool {
			got = w.Max
		}
		if !near(got, c.want) || c.avg != nil && !near(w.Avg, c.avg) {
			t.Errorf("%s: got %v, average %v; want %v, %v", c.id, got, w.Avg, c.want, c.avg)
		}
	}
}

func near(a, b []float32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Abs(float64(a[i]-b[i])) > 1e-5 {
			return false
		}
	}
	return true
}

func TestMaxPoolingSendsTheGradientToTheFirstOfTies(t *testing.T) {
	p, _ := PresetOf(Pool, "ties")
	w := mustNew(t, p.Setting, p.Values())
	want := []float32{
		1, 0, 1, 0,
		0, 0, 0, 0,
		0, 1, 0, 1,
		0, 0, 0, 0}
	if !near(w.DXMax, want) {
		t.Errorf("got %v, want %v", w.DXMax, want)
	}
	if s := w.PoolStep(0); len(s.Ties) != 4 || s.Winner != 0 {
		t.Errorf("window 0 has ties %v and winner %d, want four and the first", s.Ties, s.Winner)
	}
}

func TestPaddingNeverWinsAndCountsOnlyWhenAsked(t *testing.T) {
	s := Setting{Kind: Pool, N: 2, C: 1, F: 2, S: 2, P: 1, D: 1, Filters: 1}
	v := Values{X: []float32{-1, -2, -3, -4}}
	w := mustNew(t, s, v)
	if !near(w.Max, v.X) || !near(w.Avg, v.X) {
		t.Errorf("without counting the padding: max %v, average %v, want both %v", w.Max, w.Avg, v.X)
	}
	s.CountPad = true
	w = mustNew(t, s, v)
	if want := []float32{-0.25, -0.5, -0.75, -1}; !near(w.Max, v.X) || !near(w.Avg, want) {
		t.Errorf("counting it: max %v, average %v, want %v and %v", w.Max, w.Avg, v.X, want)
	}
}

func TestBackwardAddsUpTheSameWhereverItIsSoughtFrom(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 100 {
		s := randomSetting(r)
		w := mustNew(t, s, randomValues(r, s, eighths))
		jumping := w.NewBackward()
		for range 6 {
			at := r.IntN(w.Steps() + 1)
			jumping.Seek(at)
			fresh := w.NewBackward()
			fresh.Seek(at)
			for i := range fresh.DX {
				if fresh.DX[i] != jumping.DX[i] || fresh.DXMax[i] != jumping.DXMax[i] {
					t.Fatalf("%+v at %d: dX[%d] differs", s, at, i)
				}
			}
		}
	}
}

func TestNudgingFindsTheGradient(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 400 {
		s := randomSetting(r)
		w := mustNew(t, s, randomValues(r, s, eighths))
		for range 4 {
			target, p := NudgeInput, Pooling(r.IntN(2))
			if s.Kind == Conv {
				target = Target(r.IntN(3))
			}
			n := w.Nudge(target, r.IntN(len(w.numbers(target))), p)
			if !n.Agrees || s.Kind == Conv && n.Kink {
				t.Fatalf("%+v: %+v", s, n)
			}
		}
	}
}

func TestNudgingATieSaysSo(t *testing.T) {
	p, _ := PresetOf(Pool, "ties")
	w := mustNew(t, p.Setting, p.Values())
	n := w.Nudge(NudgeInput, 0, MaxPooling)
	if !n.Kink || !n.Agrees || n.Above != 1 || n.Below != 0 || n.Gradient != 1 {
		t.Errorf("the first of the ties: %+v", n)
	}
	n = w.Nudge(NudgeInput, 1, MaxPooling)
	if !n.Kink || !n.Agrees || n.Gradient != 0 {
		t.Errorf("the second of the ties: %+v", n)
	}
}

func TestShiftChangesFewerMaximaThanPixels(t *testing.T) {
	x := []float32{
		0, 0, 0, 0,
		0, 9, 0, 0,
		0, 0, 0, 0,
		0, 0, 0, 0}
	w := mustNew(t, Setting{Kind: Pool, N: 4, C: 1, F: 3, S: 1, D: 1, Filters: 1}, Values{X: x})
	got := w.CountShift(0, 1)
	want := ShiftCount{Max: 0, Avg: 0, Pooled: 4, Pixels: 2, Cells: 16}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestContributionsAddUpToTheGradientSoFar(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 400 {
		s := randomSetting(r)
		w := mustNew(t, s, randomValues(r, s, eighths))
		done := r.IntN(w.Steps() + 1)
		b := w.NewBackward()
		b.Seek(done)
		check := func(target Target, p Pooling, want []float64) {
			i := r.IntN(len(want))
			sum := 0.0
			for _, c := range w.Contributions(target, i, done, p) {
				sum += c.G * c.Factor
			}
			if math.Abs(sum-want[i]) > 1e-9*(1+math.Abs(sum)) {
				t.Fatalf("%+v after %d windows: target %d[%d]: contributions add up to %v, Backward has %v", s, done, target, i, sum, want[i])
			}
		}
		if s.Kind == Pool {
			check(NudgeInput, MaxPooling, b.DXMax)
			check(NudgeInput, AvgPooling, b.DXAvg)
			continue
		}
		check(NudgeInput, MaxPooling, b.DX)
		check(NudgeWeight, MaxPooling, b.DW)
		check(NudgeBias, MaxPooling, b.DB)
	}
}
