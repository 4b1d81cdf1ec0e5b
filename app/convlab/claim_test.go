package convlab

import (
	"math"
	"slices"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/trace"
	"stridelab/app/window/coursetest"
)

// What the stops say about their presets is true of the numbers.
func TestTheStopsSayWhatTheirPresetsGive(t *testing.T) {
	course := Course()
	say := func(preset string, parts ...string) {
		t.Helper()
		coursetest.Says(t, course, preset, lang.En, parts...)
	}
	of := func(preset string) *trace.Walk { return coursetest.Walk(t, trace.Conv, preset) }
	sum := func(x []float32) (all float32) {
		for _, v := range x {
			all += v
		}
		return all
	}
	count := func(x []float32, v float32) (n int) {
		for _, have := range x {
			n += map[bool]int{true: 1}[have == v]
		}
		return n
	}

	w := of("vertical-edge")
	say("vertical-edge", "lie across the edge give 30", "−30 along the edge", "two middle columns")
	mirrored := slices.Clone(w.X)
	for i := range mirrored {
		mirrored[i] = 10 - mirrored[i]
	}
	other, err := trace.New(w.Setting, trace.Values{X: mirrored, W: w.W, B: w.B})
	if err != nil {
		t.Fatal(err)
	}
	if count(w.Out, 30) != 8 || count(w.Out, 0) != 8 || count(other.Out, -30) != 8 {
		t.Errorf("vertical-edge: %v, mirrored %v", w.Out, other.Out)
	}
	for r := range 6 {
		for c, zero := range []bool{false, false, true, true, false, false} {
			if (w.DX[r*6+c] == 0) != zero {
				t.Errorf("vertical-edge: dX of row %d, column %d is %v", r+1, c+1, w.DX[r*6+c])
			}
		}
	}

	w = of("sobel")
	if sum(w.W) != 0 || w.W[3] != 2*w.W[0] {
		t.Errorf("sobel: %v", w.W)
	}
	w = of("blur")
	say("blur", "The bright cell of 16")
	if sum(w.W) != 1 || slices.Min(w.W) <= 0 || slices.Max(w.X) != 16 {
		t.Errorf("blur: %v, %v", w.W, w.X)
	}

	w = of("strided")
	say("strided", "3×3 = 9 windows", "15: the last row")
	eight := w.Setting.With(trace.FieldN, 8).MustCheck()
	unseen := 0
	for r := range 8 {
		for c := range 8 {
			unseen += map[bool]int{true: 1}[eight.Unseen(r, c)]
		}
	}
	if w.Steps() != 9 || unseen != 15 {
		t.Errorf("strided: %d windows, %d cells in none", w.Steps(), unseen)
	}

	w = of("same")
	say("same", "gives −20 and −30", "in up to nine")
	left := map[float32]bool{}
	for r := range w.Edge {
		left[w.Out[w.Index(0, r, 0)]] = true
	}
	if w.Edge != w.N || len(left) != 2 || !left[-20] || !left[-30] {
		t.Errorf("same: output edge %d, the left border %v", w.Edge, left)
	}
	plain := w.Setting.With(trace.FieldP, 0).MustCheck()
	if len(plain.Touched(0, 0)) != 1 || len(plain.Touched(2, 2)) != 9 {
		t.Error("same: without padding the corner is not in one window, or inner cells are not in nine")
	}

	w = of("dilated")
	say("dilated", "reach over 5×5 cells", "gives 15 three times", "7×7 cells and reads 9")
	if w.Reach != 5 || count(w.Out, 15) != 3 || w.Setting.With(trace.FieldD, 3).MustCheck().Reach != 7 {
		t.Errorf("dilated: reach %d, %v", w.Reach, w.Out)
	}

	w = of("volume")
	say("volume", "27 in all", "75 weights and one bias: 76", "zeros for green")
	if len(w.W) != 27 || w.Edge != 4 || w.Maps != 1 || slices.ContainsFunc(w.W[9:18], func(v float32) bool { return v != 0 }) {
		t.Errorf("volume: %v, %+v", w.W, w.Geometry)
	}
	for r := range 4 {
		for c, responds := range []bool{false, true, true, false} {
			if v := w.Out[w.Index(0, r, c)]; responds != (v > 40) {
				t.Errorf("volume: row %d, column %d is %v", r+1, c+1, v)
			}
		}
	}

	w = of("two-filters")
	say("two-filters", "the second one’s is 1", "the bright rectangle")
	high, wide := 0, 0
	for i := range 6 {
		high += map[bool]int{true: 1}[w.X[i*6+5] > 0]
		wide += map[bool]int{true: 1}[w.X[5*6+i] > 0]
	}
	if high != 4 || wide != 3 {
		t.Errorf("two-filters: the bright rectangle is %d×%d", high, wide)
	}
	both := 0
	for i := range w.Edge * w.Edge {
		both += map[bool]int{true: 1}[w.Out[i] != 0 && w.Out[w.Edge*w.Edge+i] != w.B[1]]
	}
	if w.B[0] != 0 || w.B[1] != 1 || both == 0 {
		t.Errorf("two-filters: biases %v, both respond in %d windows", w.B, both)
	}

	w = of("conv1")
	say("conv1", "608 parameters", "6,272 outputs", "470,400 multiplications", "3,072 × 6,272 = 19,267,584")
	if len(w.W)+len(w.B) != 608 || len(w.Out) != 6272 || len(w.Out)*75 != 470_400 || len(w.X)*len(w.Out) != 19_267_584 {
		t.Errorf("conv1: %d weights, %d biases, %d outputs", len(w.W), len(w.B), len(w.Out))
	}

	w = of("horizontal-edge")
	if !slices.Equal(w.Out, []float32{0, 0, 0, 0, 30, 30, 30, 30, 30, 30, 30, 30, 0, 0, 0, 0}) {
		t.Errorf("horizontal-edge: %v", w.Out)
	}
	w = of("scharr")
	if sum(w.W) != 0 || count(w.Out, 160) != 8 || count(w.Out, 0) != 8 {
		t.Errorf("scharr: %v", w.Out)
	}
	w = of("sharpen")
	if sum(w.W) != 1 || count(w.Out, -2) == 0 || count(w.Out, 10) == 0 {
		t.Errorf("sharpen: %v", w.Out)
	}
}

// What the caption says of Scharr's filter: together with the same one turned by a right angle it
// tells the direction of an edge more exactly than Sobel's. The image is a wave, brightest along
// parallel lines, whose direction is known.
func TestScharrTellsTheDirectionOfAnEdgeMoreExactly(t *testing.T) {
	worst := map[string]float64{}
	for _, preset := range []string{"sobel", "scharr"} {
		k := coursetest.Walk(t, trace.Conv, preset).W
		for degrees := 5.0; degrees < 45; degrees += 5 {
			sin, cos := math.Sincos(degrees * math.Pi / 180)
			across, down := 0.0, 0.0
			for r := -1; r <= 1; r++ {
				for c := -1; c <= 1; c++ {
					// The filters respond where the left is brighter.
					x := -math.Sin(0.6 * (cos*float64(c) + sin*float64(r)))
					across += x * float64(k[(r+1)*3+c+1])
					down += x * float64(k[(c+1)*3+r+1])
				}
			}
			worst[preset] = max(worst[preset], math.Abs(math.Atan2(down, across)*180/math.Pi-degrees))
		}
	}
	if worst["scharr"] > worst["sobel"]/3 {
		t.Errorf("the direction is wrong by up to %.2f° with Scharr's filters, by %.2f° with Sobel's", worst["scharr"], worst["sobel"])
	}
}
