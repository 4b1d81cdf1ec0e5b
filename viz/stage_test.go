package viz

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// stageFor makes the spec of a walk at window look, by naive loops.
func stageFor(s StageSpec, look int) StageSpec {
	s.Edge = (s.N+2*s.Pad-(s.D*(s.F-1)+1))/s.S + 1
	s.Dropped = (s.N + 2*s.Pad - (s.D*(s.F-1) + 1)) % s.S
	s.Window.At, s.Walk.Done = look, look+1
	s.Words = StageWords{Input: "Input", Channel: "channel", Kernel: "Kernel", Filter: "Filter", Products: "Products", Window: "Window",
		Output: "Output", Max: "Max", Average: "Average", Bias: "bias", Gradient: "Gradient", DX: "dX", DW: "dW", DB: "db", DXMax: "dX max", DXAvg: "dX average", GX: "g·x"}
	s.Number = func(v float64, d int) string {
		t := strconv.FormatFloat(v, 'f', d, 64)
		if strings.Contains(t, ".") {
			t = strings.TrimRight(strings.TrimRight(t, "0"), ".")
		}
		if t == "-0" {
			return "0"
		}
		return t
	}
	s.Equals = func(v float64) string { return "= " + s.Number(v, 4) }
	at := func(ch, r, c int) (float64, bool) {
		if r < 0 || c < 0 || r >= s.N || c >= s.N {
			return 0, true
		}
		return float64(s.Values.X[(ch*s.N+r)*s.N+c]), false
	}
	area := s.Edge * s.Edge
	for i := range s.Maps * area {
		m, row, col := i/area, i%area/s.Edge, i%s.Edge
		var sum, most float32
		for ch := range s.C {
			if s.Pool && ch != m {
				continue
			}
			for k := range s.F * s.F {
				r, c := row*s.S-s.Pad+k/s.F*s.D, col*s.S-s.Pad+k%s.F*s.D
				x, pad := at(ch, r, c)
				t := StageTerm{Channel: ch, KRow: k / s.F, KCol: k % s.F, Row: r, Col: c, Padding: pad, X: x}
				if !s.Pool {
					t.W = float64(s.Values.W[(m*s.C+ch)*s.F*s.F+k])
					t.Product = t.X * t.W
				}
				if k == 0 || float32(x) > most {
					most = float32(x)
					if i == look {
						s.Window.Ties = []int{k}
					}
				}
				sum += float32(t.Product)
				if s.Pool {
					sum += float32(x) / float32(s.F*s.F)
				}
				if i == look {
					s.Window.Terms = append(s.Window.Terms, t)
				}
			}
			if i == look && !s.Pool {
				s.Window.Sums = append(s.Window.Sums, float64(sum))
			}
		}
		if s.Pool {
			s.Values.Out, s.Values.Avg = append(s.Values.Out, most), append(s.Values.Avg, sum)
		} else {
			s.Values.Out = append(s.Values.Out, sum)
		}
		if i == look {
			s.Window.Total = float64(sum)
		}
	}
	return s
}

func stages() map[string]StageSpec {
	edge := make([]float32, 36)
	for i := range edge {
		if i%6 < 3 {
			edge[i] = 10
		}
	}
	kernel := []float32{1, 0, -1, 1, 0, -1, 1, 0, -1}
	big, weights := make([]float32, 3*32*32), make([]float32, 8*3*25)
	for i := range big {
		big[i] = float32(i%32) / 32
	}
	for i := range weights {
		weights[i] = float32(i%5-2) / 8
	}
	volume := append(append(append([]float32(nil), edge...), make([]float32, 36)...), edge...)
	kernels := append(append(append([]float32(nil), kernel...), kernel...), kernel...)
	conv := StageSpec{StageShape: StageShape{N: 6, C: 1, F: 3, S: 1, D: 1, Maps: 1},
		Values: StageValues{X: edge, W: kernel, B: []float32{0}}, Limits: StageLimits{Width: 760}}
	padded := conv
	padded.Pad = 1
	strided := conv
	strided.S = 2
	narrow := conv
	narrow.Limits.Width = 358
	vol := conv
	vol.C, vol.Values.X, vol.Values.W = 3, volume, kernels
	asked := conv
	asked.Walk.Asked = true
	pool := StageSpec{Pool: true, StageShape: StageShape{N: 4, C: 1, F: 2, S: 2, D: 1, Maps: 1},
		Values: StageValues{X: []float32{1, 3, 2, 1, 2, 9, 1, 1, 1, 3, 2, 3, 5, 6, 1, 2}}, Window: StageWindow{Share: "1/4"}, Limits: StageLimits{Width: 760}}
	large := StageSpec{StageShape: StageShape{N: 32, C: 3, F: 5, S: 1, D: 1, Maps: 8},
		Values: StageValues{X: big, W: weights, B: make([]float32, 8)}, Limits: StageLimits{Width: 760}}
	largeNarrow := large
	largeNarrow.Limits.Width = 358
	return map[string]StageSpec{"stage-conv": stageFor(conv, 5), "stage-same": stageFor(padded, 0), "stage-dropped": stageFor(strided, 3), "stage-narrow": stageFor(narrow, 5),
		"stage-volume": stageFor(vol, 1), "stage-asked": stageFor(asked, 2), "stage-pool": stageFor(pool, 0), "stage-large": stageFor(large, 40), "stage-large-narrow": stageFor(largeNarrow, 40)}
}

func TestStagesLookAsDrawn(t *testing.T) {
	for name, spec := range stages() {
		st := LayoutStage(spec)
		golden(t, name+".txt", st.Sketch())
	}
}

// The same stages as pictures, as a page without the program shows them.
func TestStageScenesLookAsDrawn(t *testing.T) {
	for _, name := range []string{"stage-conv", "stage-pool", "stage-dropped"} {
		svg := LayoutStage(stages()[name]).Scene(name).SVG()
		wellFormed(t, svg)
		golden(t, name+".svg", svg)
	}
	large := LayoutStage(stages()["stage-large"]).Scene("large")
	wellFormed(t, large.SVG())
	if len(large.Shapes) < 200 {
		t.Errorf("the large stage has %d shapes", len(large.Shapes))
	}
}

func TestStageFitsItsWidthAndNothingOverlaps(t *testing.T) {
	for name, spec := range stages() {
		for _, width := range []float64{330, 358, 420, 600, 760, 1000} {
			spec.Limits.Width = width
			st := LayoutStage(spec)
			for _, c := range st.Cells {
				if c.X < -0.01 || c.Y < 0 || c.X+c.Size > width+0.01 || c.Y+c.Size > st.H+0.01 {
					t.Errorf("%s at %v: cell %+v lies outside %v×%v", name, width, c, width, st.H)
					break
				}
			}
			for _, tile := range st.Tiles {
				if tile.X+float64(tile.W)*tile.Cell > width+0.01 || tile.Y+float64(tile.H)*tile.Cell > st.H+0.01 {
					t.Errorf("%s at %v: tile of channel %d lies outside", name, width, tile.Channel)
				}
			}
			for i, a := range st.Cells {
				for _, b := range st.Cells[:i] {
					if a.X < b.X+b.Size-0.01 && b.X < a.X+a.Size-0.01 && a.Y < b.Y+b.Size-0.01 && b.Y < a.Y+a.Size-0.01 {
						t.Fatalf("%s at %v: cells overlap: %+v and %+v", name, width, a, b)
					}
				}
			}
		}
	}
}

func TestTileAtFindsTheCellUnderAPoint(t *testing.T) {
	st := LayoutStage(stages()["stage-large"])
	tile := st.Tiles[1]
	i, row, col := st.TileAt(tile.X+7.5*tile.Cell, tile.Y+3.5*tile.Cell)
	if i != 1 || row != 3 || col != 7 {
		t.Errorf("got tile %d, row %d, column %d; want 1, 3, 7", i, row, col)
	}
	if i, _, _ := st.TileAt(-5, -5); i != -1 {
		t.Errorf("outside: got tile %d", i)
	}
}

func ExampleLayoutStage() {
	fmt.Print(LayoutStage(stages()["stage-pool"]).Sketch())
	// Output:
	// [   1][   3]    2     1     [   1][   3]     <   9>    _     <3.75>    _
	// [   2]*   9*    1     1     [   2]*   9*         _     _         _     _
	//     1     3     2     3
	//     5     6     1     2
}

// With same padding the first window covers some of the zeros.
func ExampleStage_Sketch() {
	fmt.Print(LayoutStage(stages()["stage-same"]).Sketch())
	// Output:
	//
	// [   ·][   ·][   ·]    ·     ·     ·     ·     ·            1     0    -1        < -20>    _     _     _     _     _
	// [   ·][  10][  10]   10     0     0     0     ·            1     0    -1            _     _     _     _     _     _
	// [   ·][  10][  10]   10     0     0     0     ·            1     0    -1            _     _     _     _     _     _
	//     ·    10    10    10     0     0     0     ·            0     0     0            _     _     _     _     _     _
	//     ·    10    10    10     0     0     0     ·            0     0   -10            _     _     _     _     _     _
	//     ·    10    10    10     0     0     0     ·            0     0   -10            _     _     _     _     _     _
	//     ·    10    10    10     0     0     0     ·
	//     ·     ·     ·     ·     ·     ·     ·     ·
}

// A stride of 2 over 6×6 drops the last row and column.
func ExampleStage_Sketch_dropped() {
	fmt.Print(LayoutStage(stages()["stage-dropped"]).Sketch())
	// Output:
	//    10    10    10     0     0     x         1     0    -1          0    30
	//    10    10    10     0     0     x         1     0    -1          0 <  30>
	//    10    10 [  10][   0][   0]    x         1     0    -1
	//    10    10 [  10][   0][   0]    x
	//    10    10 [  10][   0][   0]    x        10     0     0
	//     x     x     x     x     x     x        10     0     0
	//                                            10     0     0
}
