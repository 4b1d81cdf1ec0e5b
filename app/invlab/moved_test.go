package invlab

import (
	"image"
	"math"
	"testing"

	"stridelab/nn"
)

// exampleSeen returns digit i as the shipped nets read it.
func exampleSeen(t *testing.T, i int) *seen {
	t.Helper()
	conv, dense, _ := shippedNets(t)
	ink, class := digit(i)
	return newSeen(ink, class, conv, dense)
}

// The page's sentence about equivariance is true: if the shift is a multiple of a layer's jump, its
// new maps are the old ones moved along, and away from the border they are equal bit for bit.
func TestMapsMoveAlongExactlyByMultiplesOfTheirStep(t *testing.T) {
	for _, i := range []int{openingDigit, 0, 17, 333} {
		s := exampleSeen(t, i)
		for _, d := range []image.Point{{0, 0}, {4, 0}, {-4, 4}, {0, -8}, {2, 0}, {3, 0}, {1, -3}} {
			s.shift(d.X, d.Y)
			for _, row := range [3]int{s.maps.First, s.maps.Pooled, s.maps.Last} {
				r, m := s.conv.rows[row], s.movedOf(row)
				exact := d.X%r.Jump == 0 && d.Y%r.Jump == 0
				if want := (offset{float64(d.X) / float64(r.Jump), float64(d.Y) / float64(r.Jump)}); m.Exact != exact || m.Wanted != want {
					t.Errorf("digit %d, shift %v, %s: %+v", i, d, r.Name, m)
				}
				if exact && (m.Largest != 0 || m.Left != 0 || m.Inside.Empty()) {
					t.Errorf("digit %d, shift %v, %s: differs by %v inside %v, want 0 in some cells", i, d, r.Name, m.Largest, m.Inside)
				}
				if !exact && m.Left < 0.02 {
					t.Errorf("digit %d, shift %v, %s: only %.3f left over; stride should break it", i, d, r.Name, m.Left)
				}
			}
		}
	}
}

// The naive twin of inside: a cell is inside if its window, and that of the cell it came from, lie
// in the field.
func TestInsideKeepsWindowsOffTheBorder(t *testing.T) {
	spec, _ := nn.ParseSpec("32x32x1 conv8f5psame+relu max2 conv16f3psame+relu max2 conv32f3psame+relu max8 dense10")
	rows, err := spec.Table()
	if err != nil {
		t.Fatal(err)
	}
	within := func(r nn.Row, i int) bool {
		from := r.Start + i*r.Jump
		return from >= 0 && from+r.ReceptiveField <= 32
	}
	for _, r := range rows[:6] {
		for _, by := range []image.Point{{0, 0}, {1, 0}, {-2, 1}, {3, -3}, {40, 0}} {
			got := inside(r, by, 32)
			for y := range r.Shape.H {
				for x := range r.Shape.W {
					want := within(r, x) && within(r, y) && within(r, x-by.X) && within(r, y-by.Y) && x-by.X < r.Shape.W && y-by.Y < r.Shape.H
					if image.Pt(x, y).In(got) != want {
						t.Fatalf("%s moved by %v: cell (%d, %d) is %v inside %v", r.Name, by, x, y, !want, got)
					}
				}
			}
		}
	}
}

func TestChangeIsNothingForEqualAndAllForDisjointLayers(t *testing.T) {
	for _, c := range []struct {
		a, b []float32
		want float64
	}{
		{[]float32{0, 0}, []float32{0, 0}, 0}, {[]float32{1, 2}, []float32{1, 2}, 0}, {[]float32{3, 0}, []float32{0, 5}, 1}, {[]float32{1, 1}, []float32{1, 3}, 2.0 / 6},
	} {
		if got := unlike(c.a, c.b); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v and %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// The page's sentence about invariance is true: the vector of the maps' means changes less than the
// maps themselves.
func TestPooledVectorChangesLessThanTheMaps(t *testing.T) {
	s := exampleSeen(t, openingDigit)
	for _, st := range stops() {
		s.shift(st.placed.DX, st.placed.DY)
		maps, vector := s.movedOf(s.maps.Last).Change, s.movedOf(s.maps.Vector).Change
		if vector > maps/2 {
			t.Errorf("%v: the vector changed by %.2f, the maps by %.2f", st.placed, vector, maps)
		}
	}
}

// Each stop shows what it says: the convolutional net reads the digit, the other net does not.
func TestOpeningDigitIsMisreadByTheFullyConnectedNetAlone(t *testing.T) {
	s := exampleSeen(t, openingDigit)
	if class, _ := s.reading(denseNet); class != s.class {
		t.Errorf("unmoved, the fully connected net reads %d, want %d", class, s.class)
	}
	for _, st := range stops() {
		s.shift(st.placed.DX, st.placed.DY)
		if class, _ := s.reading(convNet); class != s.class {
			t.Errorf("%v: the convolutional net reads %d", st.placed, class)
		}
		if class, _ := s.reading(denseNet); class == s.class {
			t.Errorf("%v: the fully connected net reads it as well", st.placed)
		}
	}
}

func TestInkPushedOutIsLost(t *testing.T) {
	ink := make([]float32, edge*edge)
	ink[5*edge+0], ink[5*edge+31] = 1, 3
	for _, c := range []struct {
		dx, dy int
		want   float64
	}{{0, 0, 0}, {1, 0, 0.75}, {-1, 0, 0.25}, {0, -5, 0}, {0, -6, 1}} {
		if got := lost(ink, c.dx, c.dy); got != c.want {
			t.Errorf("by (%d, %d): %v lost, want %v", c.dx, c.dy, got, c.want)
		}
	}
}
