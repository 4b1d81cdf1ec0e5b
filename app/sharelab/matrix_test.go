package sharelab

import (
	"strconv"
	"strings"
	"testing"

	"stridelab/app/lang"
)

// smalls returns a small convolution of every size.
func smalls() []Small {
	all := []Small{}
	for n := leastN; n <= mostN; n++ {
		for k := leastK; k <= min(mostK, n); k++ {
			all = append(all, Small{N: n, K: k, Kernel: kernelOf(k)})
		}
	}
	return all
}

func TestRowsOfTheMatrixTimesTheInputAreNNsOutputs(t *testing.T) {
	for _, s := range smalls() {
		u, x := s.matrix(), s.input()
		for row, want := range s.outputs() {
			got := 0
			for col, v := range x {
				if k := u.index(row, col); k >= 0 {
					got += v * int(s.Kernel[k])
				}
			}
			if got != want {
				t.Errorf("%d×%d by %d, row %d: %d, nn gives %d", s.N, s.N, s.K, row, got, want)
			}
			if a := s.arithmetic(row); !strings.HasSuffix(a, " = "+signed(want)) || strings.Count(a, "·") != s.K*s.K {
				t.Errorf("arithmetic %q, want %d products and %d", a, s.K*s.K, want)
			}
		}
	}
}

func TestWeightsThatAreFollowedDiffer(t *testing.T) {
	for k := leastK; k <= mostK; k++ {
		seen := map[int8]bool{}
		for i := range k * k {
			w := kernelOf(k)[i]
			if w == 0 || w > weightLimit || w < -weightLimit {
				t.Errorf("%d×%d: weight %d", k, k, w)
			}
			seen[w] = true
		}
		if k < 4 && len(seen) < k*k-2 {
			t.Errorf("%d×%d: only %d different weights", k, k, len(seen))
		}
	}
}

func TestMatrixIsFoundInLargeType(t *testing.T) {
	v := layMatrix(DefaultSmall(), 760*1.25, 1.25)
	if got := v.find(1.25*(v.left+6.5*v.q), 1.25*(v.rowsTop+4.5*v.q)); got != (spot{entryCell, 4, 6}) {
		t.Errorf("entry 4, 6 is found as %+v", got)
	}
}

func TestEveryCellOfTheMatrixViewIsFoundWhereItIsDrawn(t *testing.T) {
	for _, s := range smalls() {
		for _, width := range []float64{340, 760} {
			v := layMatrix(s, width, 1)
			o := s.edge()
			for row := range o * o {
				if got := v.find(v.besideX+v.q/2, v.rowsTop+(float64(row)+0.5)*v.q); got != (spot{outputCell, row, 0}) {
					t.Fatalf("output %d is found as %+v", row, got)
				}
				if got := v.find(v.outX+(float64(row%o)+0.5)*v.cell, v.top+(float64(row/o)+0.5)*v.cell); got != (spot{outputCell, row, 0}) {
					t.Fatalf("output %d above is found as %+v", row, got)
				}
				for col := range s.N * s.N {
					if got := v.find(v.left+(float64(col)+0.5)*v.q, v.rowsTop+(float64(row)+0.5)*v.q); got != (spot{entryCell, row, col}) {
						t.Fatalf("entry %d, %d is found as %+v", row, col, got)
					}
				}
			}
			for i := range s.K * s.K {
				if got := v.find(v.kernelX+(float64(i%s.K)+0.5)*v.cell, v.top+(float64(i/s.K)+0.5)*v.cell); got != (spot{kernelCell, i, 0}) {
					t.Fatalf("weight %d is found as %+v", i, got)
				}
			}
			if got := v.find(-5, -5); got != (spot{}) {
				t.Errorf("outside is %+v", got)
			}
		}
	}
}

// The cell that the pointer is at highlights what belongs to it, and nothing else.
func TestPointingLightsWhatBelongsTogether(t *testing.T) {
	s := DefaultSmall()
	v := layMatrix(s, 760, 1)
	lit := func(at spot, hook string) int {
		return strings.Count(v.draw(0, at, lang.En), `class="mcell lit" data-test="`+hook+`"`)
	}
	for i := range s.K * s.K {
		if got := lit(spot{kernelCell, i, 0}, "matrix-cell"); got != 9 {
			t.Errorf("weight %d lights %d copies, want one in each of 9 rows", i, got)
		}
	}
	for i := range s.N * s.N {
		b := Setting{5, 5, 1, 3, 1}.outputs(Cell{0, i / 5, i % 5})
		at := spot{inputCell, i, 0}
		if got := lit(at, "output-cell"); got != b.Size() {
			t.Errorf("input %d lights %d outputs, want %d", i, got, b.Size())
		}
		if got := lit(at, "matrix-cell"); got != b.Size() {
			t.Errorf("input %d lights %d entries, want %d", i, got, b.Size())
		}
	}
	// An entry shows its row, and highlights the copies of its weight.
	svg := v.draw(0, spot{entryCell, 4, 6}, lang.En)
	if got := strings.Count(svg, `class="mcell lit" data-test="matrix-cell"`); got != 9 {
		t.Errorf("an entry lights %d copies", got)
	}
	if !strings.Contains(svg, "Row 5 of 9") {
		t.Error("pointing at row 5 does not say so")
	}
}

func TestMatrixDrawingHoldsEveryNumber(t *testing.T) {
	s := DefaultSmall()
	svg := layMatrix(s, 760, 1).draw(3, spot{}, lang.Ko)
	for hook, want := range map[string]int{"input-cell": 25, "kernel-cell": 9, "output-cell": 9, "matrix-cell": 81} {
		if got := strings.Count(svg, `data-test="`+hook+`"`); got != want {
			t.Errorf("%d of %s, want %d", got, hook, want)
		}
	}
	for i, y := range s.outputs() {
		want := `data-test="output-cell" data-channel="0" data-row="` + strconv.Itoa(i/3) + `" data-col="` + strconv.Itoa(i%3) + `" data-value="` + strconv.Itoa(y) + `"`
		if !strings.Contains(svg, want) {
			t.Errorf("lacks %s", want)
		}
	}
	if strings.Contains(svg, "style=") {
		t.Error("an inline style, which the Content-Security-Policy refuses")
	}
}
