package netlab

import (
	"math"
	"strings"
	"testing"

	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/app/weights"
	"stridelab/nn"
)

// shown returns the lab with a network and a selected unit.
func shown(t *testing.T, l lang.Lang, net string, row int, u Unit) *Lab {
	t.Helper()
	spec, err := nn.ParseSpec(net)
	if err != nil {
		t.Fatal(err)
	}
	lab := New(ui.Page{Lang: l, Path: "/network"}, weights.NewStore())
	lab.OnInit()
	lab.state = Open(spec)
	lab.state.Row, lab.state.Unit = row, u
	lab.prepare()
	return lab
}

func TestPooledUnitSaysHowManyValuesItReads(t *testing.T) {
	for _, c := range []struct {
		net  string
		unit Unit
		says []string
	}{
		{"6x6x1 avg3s1p1 dense2", Unit{0, 0, 0}, []string{"mean of the 4 values", "divided by 4", "other 5 of its 9 cells are padding"}},
		{"6x6x1 avg3s1p1 dense2", Unit{0, 0, 3}, []string{"mean of the 6 values", "divided by 6", "other 3 of its 9 cells"}},
		{"6x6x1 avg3s1p1c dense2", Unit{0, 0, 0}, []string{"mean of the 9 values", "divided by 9", "Of these, 5 are padding and count as 0"}},
		{"6x6x1 max3s1p1 dense2", Unit{0, 5, 5}, []string{"largest of the 4 values", "other 5 of its 9 cells are padding"}},
		{"6x6x1 avg2s2p1 dense2", Unit{0, 0, 0}, []string{"mean of the 1 value in", "divided by 1"}},
		{"6x6x1 avg3s1p1 dense2", Unit{0, 2, 2}, []string{"mean of the 9 values", "divided by 9."}},
		{"6x6x1 gap dense2", Unit{}, []string{"mean of the 36 values", "divided by 36."}},
	} {
		lab := shown(t, lang.En, c.net, 1, c.unit)
		got := lab.how(lab.made.run.at(1, c.unit))
		for _, want := range c.says {
			if !strings.Contains(got, want) {
				t.Errorf("%s %v: %q lacks %q", c.net, c.unit, got, want)
			}
		}
		if strings.HasSuffix(c.says[len(c.says)-1], ".") && strings.Contains(got, "padding") {
			t.Errorf("%s %v: %q speaks of padding", c.net, c.unit, got)
		}
	}
}

// The mean that is shown is the sum of the values in the window, divided by the number that the
// sentence names.
func TestDivisorOfAMeanIsTheOneNamed(t *testing.T) {
	for _, net := range []string{"7x7x1 avg3s2p1 dense2", "7x7x1 avg4s1p2 dense2", "9x9x1 avg5s3p2c dense2"} {
		lab := shown(t, lang.En, net, 1, Unit{})
		r := lab.made.run
		g, in, out := r.spec.Layers[0].Geometry(), r.rows[0].Shape, r.rows[1].Shape
		for y := range out.H {
			for x := range out.W {
				sum := 0.0
				for _, i := range under(g, y, in.H) {
					for _, k := range under(g, x, in.W) {
						sum += float64(r.input[i*in.W+k])
					}
				}
				u := Unit{0, y, x}
				terms, all := r.windowCells(1, u)
				if r.spec.Layers[0].CountPad {
					terms = all
				}
				if got := float64(r.at(1, u)); math.Abs(got-sum/float64(terms)) > 1e-6 {
					t.Errorf("%s %+v: %v, but %v over %d is %v", net, u, got, sum, terms, sum/float64(terms))
				}
			}
		}
	}
}

// A unit depends on the pixels that are listed and on no others: if all weights are 1, a change of
// any of them changes its value.
func TestPixelsThatAUnitDependsOn(t *testing.T) {
	for _, net := range []string{
		"12x12x1 conv1f3d2 conv1f1 dense2", "16x13x1 conv1f2s3p1 conv1f3d2 dense2", "12x12x1 conv1f3p1 avg2 conv1f3p2d2 dense2",
		"9x9x1 avg2s3 drop0.5 gap dense2", "8x6x1 avg1s3 flatten drop0.5 dense3 dense2",
	} {
		spec, err := nn.ParseSpec(net)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := spec.Table()
		if err != nil {
			t.Fatal(err)
		}
		m, err := nn.New(spec, 1)
		if err != nil {
			t.Fatal(err)
		}
		for i := range m.Params() {
			m.Params()[i] = 1
		}
		size := spec.In.Size()
		x := nn.Tensor{Shape: [4]int{1, 1, spec.In.H, spec.In.W}, Data: make([]float32, size)}
		out := func(row int) []float32 { return append([]float32{}, m.Output(row - 1).Data[:rows[row].Size]...) }
		m.Forward(x, false)
		before := make([][]float32, len(rows))
		for row := 1; row < len(rows); row++ {
			before[row] = out(row)
		}
		reads := make([][][]bool, len(rows)) // by row of the table, unit and pixel
		for row := 1; row < len(rows); row++ {
			reads[row] = make([][]bool, len(before[row]))
			for k := range reads[row] {
				reads[row][k] = make([]bool, size)
			}
		}
		for p := range size {
			x.Data[p] = 1
			m.Forward(x, false)
			for row := 1; row < len(rows); row++ {
				for k, v := range out(row) {
					reads[row][k][p] = v != before[row][k]
				}
			}
			x.Data[p] = 0
		}
		for row := 1; row < len(rows); row++ {
			s := rows[row].Shape
			for k := range s.Size() {
				u := Unit{k / (s.H * s.W), k / s.W % s.H, k % s.W}
				ys, xs := pixels(spec, rows, row, u)
				want := make([]bool, size)
				for _, i := range ys {
					for _, j := range xs {
						want[i*spec.In.W+j] = true
					}
				}
				for p, got := range reads[row][k] {
					if got != want[p] {
						t.Fatalf("%s: unit %+v of %s reads pixel %d: %v, listed: %v", net, u, rows[row].Name, p, got, want[p])
					}
				}
			}
		}
	}
}

func TestFieldWithGapsSaysWhatIsReadOfIt(t *testing.T) {
	for _, c := range []struct {
		net, want string
	}{
		{"12x12x1 conv1f3d2 dense2", "It reads only 9 of these 25 pixels"},
		{"12x12x1 conv1f3 dense2", ""},
		{"12x12x1 conv1f2s3 conv1f2 dense2", "It reads only 16 of these 25 pixels"},
	} {
		net, _ := nn.ParseSpec(c.net)
		row := len(net.Layers) - 1
		lab := shown(t, lang.En, c.net, row, Unit{0, 1, 1})
		got := lab.fieldText()
		if !strings.Contains(got, c.want) || c.want == "" && strings.Contains(got, "reads only") {
			t.Errorf("%s: %q, want %q in it", c.net, got, c.want)
		}
		if marks := strings.Count(lab.fieldScene().SVG(), "<rect"); c.want != "" && marks < 9 {
			t.Errorf("%s: %d rectangles drawn: the pixels are not marked", c.net, marks)
		}
	}
}
