package poollab

import (
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/window/coursetest"
)

// What the stops say about their presets is true of the numbers.
func TestTheStopsSayWhatTheirPresetsGive(t *testing.T) {
	course := Course()
	say := func(preset string, l lang.Lang, parts ...string) {
		t.Helper()
		coursetest.Says(t, course, preset, l, parts...)
	}
	of := func(preset string) *trace.Walk { return coursetest.Walk(t, trace.Pool, preset) }

	w := of("5x5")
	say("5x5", lang.En, "row 2, column 2, which is the largest in four", "maxima run from 5 to 9", "from 2.22 to 3.78", "from 2 to 4")
	wins := 0
	for i := range w.Steps() {
		s := w.PoolStep(i)
		wins += map[bool]int{true: 1}[s.Terms[s.Winner].Row == 1 && s.Terms[s.Winner].Col == 1]
	}
	lo, hi := coursetest.Range(w.Avg)
	least, most := coursetest.Range(w.Max)
	if wins != 4 || trace.NumberTo(lo, 2) != "2.22" || trace.NumberTo(hi, 2) != "3.78" || least != 5 || most != 9 || w.X[12] != 2 {
		t.Errorf("5x5: the 9 wins %d, averages %v to %v, maxima %v to %v, the middle %v", wins, lo, hi, least, most, w.X[12])
	}
	x := append([]float32(nil), w.X...)
	x[12] = 4
	raised, err := trace.New(w.Setting, trace.Values{X: x})
	if err != nil {
		t.Fatal(err)
	}
	for i := range w.Max {
		if raised.Max[i] != w.Max[i] || raised.Avg[i] == w.Avg[i] {
			t.Errorf("5x5, the middle at 4: output %d changes from %v to %v and from %v to %v", i, w.Max[i], raised.Max[i], w.Avg[i], raised.Avg[i])
		}
	}

	w = of("padded")
	say("padded", lang.En, "the last window holds −1, −2, −3 and −4", "The first window holds 4, 1, 2, 8 and five padding cells", "15/4 = 3.75", "15/9 ≈ 1.67")
	if last := w.Max[w.Steps()-1]; last != -1 {
		t.Errorf("padded: the last maximum is %v, want −1", last)
	}
	zero, changed := coursetest.MaxWithZeros(w), 0
	for i := range zero {
		changed += map[bool]int{true: 1}[zero[i] != float64(w.Max[i])]
	}
	if changed == 0 {
		t.Error("padded: zeros in the padding would change no maximum, so that nothing is to be seen")
	}
	first := w.PoolStep(0)
	if first.Sum != 15 || first.Divisor != 4 || first.Avg != 3.75 {
		t.Errorf("padded: the first window adds up to %v, divided by %d: %v", first.Sum, first.Divisor, first.Avg)
	}

	w = of("4x4")
	say("4x4", lang.En, "1, 3, 2, 9")
	if w.Steps() != 4 || w.Max[0] != 9 {
		t.Errorf("4x4: %d windows, the first maximum %v", w.Steps(), w.Max[0])
	}
	w = of("channels")
	say("channels", lang.En, "−1, −2, −3, −4 is −1", "4×4×3 becomes 2×2×3")
	if w.Maps != 3 || w.Edge != 2 || w.Max[w.Index(2, 0, 0)] != -1 {
		t.Errorf("channels: %d maps of %d, %v", w.Maps, w.Edge, w.Max)
	}
	w = of("ties")
	if a, b := w.PoolStep(0), w.PoolStep(3); len(a.Ties) != 4 || a.Max != 7 || len(b.Ties) != 3 || b.Max != 5 {
		t.Errorf("ties: %v four times, %v three times", a, b)
	}
	w = of("global")
	say("global", lang.En, "7×7×1000 collapses to 1×1×1000", "49 million")
	say("global", lang.Ko, "4,900만")
	if w.Edge != 1 || w.Maps != 1000 || w.N*w.N*w.C*w.Maps != 49_000_000 {
		t.Errorf("global: %+v", w.Geometry)
	}
}
