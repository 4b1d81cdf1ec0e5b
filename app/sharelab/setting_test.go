package sharelab

import (
	"testing"

	"stridelab/nn"
)

func TestCountsAreThePublishedOnes(t *testing.T) {
	for _, c := range []struct {
		s           Setting
		conv, dense Side
	}{
		{Famous(), Side{450, 456, 1824, 352_800}, Side{14_450_688, 14_455_392, 57_821_568, 14_450_688}},
		{Setting{32, 32, 3, 5, 8}, Side{600, 608, 2432, 470_400}, Side{19_267_584, 19_273_856, 77_095_424, 19_267_584}},
		{Setting{6, 6, 1, 3, 1}, Side{9, 10, 40, 144}, Side{576, 592, 2368, 576}},
		{Setting{32, 32, 1, 5, 6}, Side{150, 156, 624, 117_600}, Side{4_816_896, 4_821_600, 19_286_400, 4_816_896}},
	} {
		got, err := c.s.Counts()
		if err != nil {
			t.Fatal(err)
		}
		if got.Conv != c.conv || got.Dense != c.dense {
			t.Errorf("%+v: got %+v and %+v, want %+v and %+v", c.s, got.Conv, got.Dense, c.conv, c.dense)
		}
	}
	c, _ := Famous().Counts()
	if c.In.String() != "(32,32,3)" || c.Out.String() != "(28,28,6)" || times(c.Ratio()) != "31,690" {
		t.Errorf("%v to %v, %s times", c.In, c.Out, times(c.Ratio()))
	}
}

func TestEverySettingIsCountedOrRefused(t *testing.T) {
	for _, h := range []int{1, 2, 7, 64} {
		for _, w := range []int{1, 5, 64} {
			for _, c := range []int{1, 8} {
				for _, f := range []int{1, 2, 7, 11} {
					for _, filters := range []int{1, 16} {
						s := Setting{h, w, c, f, filters}
						got, err := s.Counts()
						if fits := f <= h && f <= w; fits != (err == nil) {
							t.Errorf("%+v: %v", s, err)
							continue
						} else if !fits {
							if _, ok := err.(*nn.StackError); !ok {
								t.Errorf("%+v: %T, want a *nn.StackError", s, err)
							}
							continue
						}
						if want := int64((f*f*c + 1) * filters); got.Conv.Params != want {
							t.Errorf("%+v: %d parameters, want (f·f·C + 1)·filters = %d", s, got.Conv.Params, want)
						}
						if want := int64(h*w*c) * int64((h-f+1)*(w-f+1)*filters); got.Dense.Weights != want {
							t.Errorf("%+v: %d weights, want %d", s, got.Dense.Weights, want)
						}
					}
				}
			}
		}
	}
}

// reach returns the inputs that the output e depends on, or the outputs that depend on the input e.
// It finds them with nn's convolution: a 1 at an input goes forward, a gradient of 1 at an output
// goes backward.
func reach(s Setting, e eye) map[Cell]bool {
	g := nn.Geometry{F: s.F, S: 1, D: 1}
	outH, outW := s.H-s.F+1, s.W-s.F+1
	x, w, y := nn.NewTensor(1, s.C, s.H, s.W), nn.NewTensor(s.Filters, s.C, s.F, s.F), nn.NewTensor(1, s.Filters, outH, outW)
	for i := range w.Data {
		w.Data[i] = 1
	}
	found, seen := map[Cell]bool{}, y
	if e.Input {
		x.Set(0, e.At.C, e.At.Y, e.At.X, 1)
		nn.ConvForward(y, x, w, make([]float32, s.Filters), g)
	} else {
		y.Set(0, e.At.C, e.At.Y, e.At.X, 1)
		dx := nn.NewTensor(1, s.C, s.H, s.W)
		nn.ConvBackward(dx, nn.NewTensor(s.Filters, s.C, s.F, s.F), make([]float32, s.Filters), y, x, w, g)
		seen = dx
	}
	for c := range seen.Shape[1] {
		for row := range seen.Shape[2] {
			for col := range seen.Shape[3] {
				if seen.At(0, c, row, col) != 0 {
					found[Cell{c, row, col}] = true
				}
			}
		}
	}
	return found
}

func TestConnectionsAreTheEngines(t *testing.T) {
	for _, s := range []Setting{{6, 6, 1, 3, 1}, {5, 8, 2, 3, 3}, {4, 4, 3, 4, 2}, {7, 5, 1, 1, 2}} {
		for _, input := range []bool{false, true} {
			sheets, rows, cols := s.volume(input)
			for c := range sheets {
				for y := range rows {
					for x := range cols {
						e := eye{input, Cell{c, y, x}}
						b := s.inputs(e.At)
						if input {
							b = s.outputs(e.At)
						}
						want := reach(s, e)
						if b.Size() != len(want) {
							t.Fatalf("%+v, %+v: %d cells, want %d", s, e, b.Size(), len(want))
						}
						for i := range b.Size() {
							at := Cell{b.C + i/(b.Rows*b.Cols), b.Y + i/b.Cols%b.Rows, b.X + i%b.Cols}
							if !want[at] {
								t.Fatalf("%+v, %+v: %+v is lit, and should not be", s, e, at)
							}
						}
					}
				}
			}
		}
	}
}

func TestSparsityCounts(t *testing.T) {
	for _, c := range []struct {
		s             Setting
		e             eye
		sparse, dense int
	}{
		{Famous(), Famous().middle(), 75, 3072},
		{Famous(), eye{true, Cell{0, 16, 16}}, 150, 4704},
		{Famous(), eye{true, Cell{2, 0, 0}}, 6, 4704},
		{Setting{6, 6, 1, 3, 1}, Setting{6, 6, 1, 3, 1}.middle(), 9, 36},
	} {
		if sparse, dense := c.s.lit(c.e); sparse != c.sparse || dense != c.dense {
			t.Errorf("%+v, %+v: %d of %d, want %d of %d", c.s, c.e, sparse, dense, c.sparse, c.dense)
		}
	}
}

func TestTheEyeReachesEveryCellByArrowKeys(t *testing.T) {
	s := Setting{4, 5, 3, 2, 2}
	e := eye{true, Cell{0, 0, 0}}
	seen := map[Cell]bool{}
	for range s.C * s.W {
		seen[e.At] = true
		e = s.move(e, 0, 1)
	}
	if len(seen) != s.C*s.W {
		t.Errorf("right leads over %d cells of a row, want %d", len(seen), s.C*s.W)
	}
	for range 100 {
		e = s.move(e, 1, -1)
	}
	if e.At != (Cell{0, 3, 0}) {
		t.Errorf("down and left ends at %+v", e.At)
	}
}

func TestConnectionsAreFoundWhereTheyAreDrawn(t *testing.T) {
	for _, width := range []float64{340, 760} {
		c := layConnections(Famous(), width, 1)
		for _, p := range c.parts {
			r := p.out.Box(5, 27, 27, 1, 1)
			if e, ok := c.find(r.X+1, r.Y+1); !ok || e != (eye{false, Cell{5, 27, 27}}) {
				t.Errorf("width %v: the last output is found as %+v", width, e)
			}
			r = p.in.Box(2, 31, 0, 1, 1)
			if e, ok := c.find(r.X+1, r.Y+1); !ok || e != (eye{true, Cell{2, 31, 0}}) {
				t.Errorf("width %v: an input is found as %+v", width, e)
			}
			if right := p.out.Box(0, 0, 27, 1, 1); right.X+right.W > width {
				t.Errorf("width %v: drawn up to %v", width, right.X+right.W)
			}
		}
	}
}
