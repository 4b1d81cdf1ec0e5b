package viz

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestSmoothIsTheBiasCorrectedMean(t *testing.T) {
	y := []float64{4, 2, math.NaN(), 6}
	got := make([]float64, 4)
	Smooth(got, y, 0.5)
	// By hand: 4; (0.25*4+0.5*2)/0.75; unchanged; (0.125*4+0.25*2+0.5*6)/0.875.
	for i, want := range []float64{4, 2 / 0.75, 2 / 0.75, 4 / 0.875} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("value %d is %v, want %v", i, got[i], want)
		}
	}
	Smooth(got[:2], []float64{math.Inf(1), 3}, 0.9)
	if !math.IsNaN(got[0]) || math.Abs(got[1]-3) > 1e-12 {
		t.Errorf("before the first finite value: %v, want NaN and 3", got[:2])
	}
}

func TestDownsampleKeepsEveryColumnsExtremes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const n, columns = 5000, 40
	x, y := make([]float64, n), make([]float64, n)
	for i := range x {
		x[i], y[i] = float64(i), r.NormFloat64()
	}
	y[777], y[4001] = 50, -50
	y[100] = math.NaN()
	dx, dy := Downsample(x, y, columns)
	if len(dx) > 4*columns || len(dx) != len(dy) {
		t.Fatalf("%d points, want at most %d", len(dx), 4*columns)
	}
	extremes := func(xs, ys []float64) (lo, hi [columns]float64) {
		for c := range columns {
			lo[c], hi[c] = math.Inf(1), math.Inf(-1)
		}
		for i := range xs {
			if math.IsNaN(ys[i]) {
				continue
			}
			c := min(int(xs[i]/(n-1)*columns), columns-1)
			lo[c], hi[c] = min(lo[c], ys[i]), max(hi[c], ys[i])
		}
		return lo, hi
	}
	gotLo, gotHi := extremes(dx, dy)
	wantLo, wantHi := extremes(x, y)
	if gotLo != wantLo || gotHi != wantHi {
		t.Errorf("extremes differ:\n%v\n%v\nwant\n%v\n%v", gotLo, gotHi, wantLo, wantHi)
	}
	for i := 1; i < len(dx); i++ {
		if dx[i] <= dx[i-1] {
			t.Fatalf("point %d goes back: %v after %v", i, dx[i], dx[i-1])
		}
	}
	if dx[0] != 0 || dx[len(dx)-1] != n-1 {
		t.Errorf("ends at %v and %v, want the curve's own", dx[0], dx[len(dx)-1])
	}
}

func TestDownsampleLeavesShortCurvesAlone(t *testing.T) {
	x, y := []float64{1, 2, 3}, []float64{3, 2, 1}
	dx, dy := Downsample(x, y, 100)
	if &dx[0] != &x[0] || &dy[0] != &y[0] || len(dx) != 3 {
		t.Errorf("got %v %v, want the same slices", dx, dy)
	}
}
