package trace

import (
	"math"
	"math/rand/v2"
	"runtime"
	"testing"
)

// eighths returns n multiples of 1/8 in [−8, 8]. float32 adds and multiplies them exactly, in any
// order.
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

// rounding is the most that a float32 sum of n terms differs from the exact one, in any order:
// n·2⁻²⁴ times the sum of the absolute values (Higham: Accuracy and Stability of Numerical
// Algorithms, 4.2), and a little more for terms of second order.
func rounding(n int, sizes float64) float64 {
	return 1.001 * float64(n) * sizes / (1 << 24)
}

// disagreement finds the first number of nn that differs from the explanation's.
func disagreement(w *Walk) (what string, at int, got, want float64) {
	for i := range w.Steps() {
		if w.Kind == Pool {
			s := w.PoolStep(i)
			if s.Max != float64(w.Max[i]) || s.Max != s.Terms[s.Winner].X {
				return "max", i, s.Max, float64(w.Max[i])
			}
			if avg := averaged(s); s.Avg != float64(w.Avg[i]) || w.Avg[i] != avg {
				return "average", i, float64(avg), float64(w.Avg[i])
			}
			continue
		}
		s := w.Step(i)
		if s.Result != float64(w.Out[i]) {
			return "output", i, s.Result, float64(w.Out[i])
		}
		sizes := math.Abs(s.Bias)
		for _, cs := range s.Channels {
			for _, term := range cs.Terms {
				sizes += math.Abs(term.Product)
			}
		}
		if math.Abs(s.Sum+s.Bias-s.Result) > rounding(w.C*w.F*w.F+1, sizes) {
			return "sum of the products", i, s.Sum + s.Bias, s.Result
		}
		// A window that is the whole input is one dot product, which gonum's assembly adds in
		// lanes; the page has no assembly.
		inLanes := w.F == w.N && w.Pad == 0 && runtime.GOARCH != "wasm"
		if sum := added(s); sum != w.Out[i] && !inLanes {
			return "output added up in float32", i, float64(sum), float64(w.Out[i])
		}
	}
	b := w.NewBackward()
	b.Seek(w.Steps())
	for _, p := range []struct {
		name   string
		nn     []float32
		trace  []float64
		target Target
		pool   Pooling
	}{{"dW", w.DW, b.DW, NudgeWeight, 0}, {"dX", w.DX, b.DX, NudgeInput, 0}, {"db", w.DB, b.DB, NudgeBias, 0},
		{"dX of max", w.DXMax, b.DXMax, NudgeInput, MaxPooling}, {"dX of average", w.DXAvg, b.DXAvg, NudgeInput, AvgPooling}} {
		for i, v := range p.nn {
			if float64(v) != p.trace[i] {
				return p.name, i, p.trace[i], float64(v)
			}
		}
	}
	return "", 0, 0, 0
}

// added is the sum of a window of a convolution in nn's order and precision.
func added(s Step) float32 {
	var sum float32
	for _, cs := range s.Channels {
		for _, t := range cs.Terms {
			sum += float32(t.X) * float32(t.W)
		}
	}
	return sum + float32(s.Bias)
}

// averaged is the average of a window in nn's order and precision.
func averaged(s PoolStep) float32 {
	var sum float32
	for _, t := range s.Terms {
		sum += float32(t.X)
	}
	return sum / float32(s.Divisor)
}

func TestTraceAndEngineAgreeExactlyOnRandomSettings(t *testing.T) {
	for _, numbers := range []struct {
		name string
		fill func(*rand.Rand, int) []float32
	}{{"eighths", eighths}, {"reals", reals}} {
		r := rand.New(rand.NewPCG(5, 6))
		for range 3000 {
			s := randomSetting(r)
			w := mustNew(t, s, randomValues(r, s, numbers.fill))
			if what, at, got, want := disagreement(w); what != "" {
				t.Fatalf("%s, %+v: %s[%d]: the trace says %v, nn %v", numbers.name, s, what, at, got, want)
			}
		}
	}
}

// With eighths nothing rounds, so the sums of the channels and the bias add up to the result
// itself.
func TestSumsThatDoNotRoundAreTheResult(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 1000 {
		s := randomSetting(r)
		if s.Kind == Pool {
			continue
		}
		w := mustNew(t, s, randomValues(r, s, eighths))
		for i := range w.Steps() {
			if step := w.Step(i); step.Sum+step.Bias != step.Result {
				t.Fatalf("%+v: window %d adds up to %v, the result is %v", s, i, step.Sum+step.Bias, step.Result)
			}
		}
	}
}

// The contributions add up to nn's gradient, within the rounding of so many terms.
func TestContributionsGiveTheEnginesGradients(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	for range 1000 {
		s := randomSetting(r)
		w := mustNew(t, s, randomValues(r, s, reals))
		for range 6 {
			target, p := NudgeInput, Pooling(r.IntN(2))
			if s.Kind == Conv {
				target = Target(r.IntN(3))
			}
			engine := w.gradients(target, p)
			i := r.IntN(len(engine))
			sum, sizes, all := 0.0, 0.0, w.Contributions(target, i, w.Steps(), p)
			for _, c := range all {
				sum += c.G * c.Factor
				sizes += math.Abs(c.G * c.Factor)
			}
			if math.Abs(sum-float64(engine[i])) > rounding(len(all)+1, sizes) {
				t.Fatalf("%+v: gradient %d of target %d adds up to %v, nn says %v", s, i, target, sum, engine[i])
			}
		}
	}
}

func TestTraceAndEngineAgreeOnEveryPreset(t *testing.T) {
	for _, p := range append(Presets(Conv), Presets(Pool)...) {
		w := mustNew(t, p.Setting, p.Values())
		if what, at, got, want := disagreement(w); what != "" {
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
	// 9 goes and 9 comes.
	want := ShiftCount{Max: 0, Avg: 0, Pooled: 4, Pixels: 2, Cells: 16, PixelsBy: 2}
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
			if math.Abs(sum-want[i]) > 1e-6*(1+math.Abs(sum)) { // a share may round
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
