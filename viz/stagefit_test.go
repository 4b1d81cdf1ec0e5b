package viz

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// numberWidth is the most pixels that a number takes in the fonts of the style sheet.
func numberWidth(s string, size float64) float64 {
	return 0.6 * size * float64(utf8.RuneCountInString(s))
}

// numbersAsShown writes numbers as app/trace does: a number too small for the decimals keeps two
// digits.
func numbersAsShown(v float64, decimals int) string {
	t := strconv.FormatFloat(v*(1+1e-12), 'f', decimals, 64)
	if strings.Contains(t, ".") {
		t = strings.TrimRight(strings.TrimRight(t, "0"), ".")
	}
	if (t == "0" || t == "-0") && v != 0 {
		t = strconv.FormatFloat(v, 'g', 2, 64)
	}
	return strings.ReplaceAll(t, "-", "−")
}

// No number is wider than its cell.
func TestNumbersStayInsideTheirCells(t *testing.T) {
	for name, spec := range stages() {
		for _, magnitude := range []float64{2.2e-4, -2.2e-4, -3.456e-7, 0.0625, -0.0625, 0.123456, -1234.567, -123456, 9.99e8} {
			for _, width := range []float64{330, 358, 600, 760, 1000} {
				s := spec
				s.Limits.Width, s.Number = width, numbersAsShown
				s.Values.X, s.Values.W, s.Values.Out, s.Values.Avg = filled(s.Values.X, magnitude), filled(s.Values.W, magnitude), filled(s.Values.Out, magnitude), filled(s.Values.Avg, magnitude)
				s.Window.Terms = append([]StageTerm(nil), s.Window.Terms...)
				for i := range s.Window.Terms {
					s.Window.Terms[i].X, s.Window.Terms[i].W, s.Window.Terms[i].Product = magnitude, magnitude, magnitude
				}
				for _, c := range LayoutStage(s).Cells {
					if w := numberWidth(c.Text, c.TextSize()); w > c.Size {
						t.Fatalf("%s at %v: %q takes %.1f px of a cell of %v", name, width, c.Text, w, c.Size)
					}
					if w := numberWidth(c.Text, c.TextSize()) * 7 / 6; c.Has(MarkNow) && c.TextSize() > 6 && w > 0.9*c.Size {
						t.Fatalf("%s at %v: in bold %q takes %.1f px of a cell of %v", name, width, c.Text, w, c.Size)
					}
					if w := numberWidth(c.Corner, c.CornerSize()); w > c.Size {
						t.Fatalf("%s at %v: in the corner %q takes %.1f px of a cell of %v", name, width, c.Corner, w, c.Size)
					}
				}
			}
		}
	}
}

func filled(x []float32, v float64) []float32 {
	out := make([]float32, len(x))
	for i := range out {
		out[i] = float32(v)
	}
	return out
}

func TestShortNumbersKeepWhatFits(t *testing.T) {
	b := &stageBuilder{s: StageSpec{Number: numbersAsShown}}
	for _, c := range []struct {
		v, cell float64
		want    string
	}{
		{-0.125, 34, "−0.125"}, {0.0625, 34, "0.0625"}, {-0.00022, 24, "−2e−4"}, {-0.00022, 30, "−2e−4"}, {-0.00022, 44, "−0.00022"},
		{0.0004, 24, "4e−4"}, {0.0004, 34, "0.0004"}, {-0.125, 22, "−0.13"}, {0, 22, "0"}, {10, 22, "10"}, {12345.678, 34, "12346"}, {9.99e8, 34, "1e9"},
		{math.Pi, 34, "3.142"}, {160, 22, "160"},
	} {
		if got := b.cellNumber(c.v, c.cell); got != c.want {
			t.Errorf("%v in a cell of %v: got %s, want %s", c.v, c.cell, got, c.want)
		}
	}
}

// Two headings on one line stand beside each other, however many channels there are.
func TestHeadingsStandBesideEachOther(t *testing.T) {
	all := stages()
	unit := unitOfEightChannels()
	all["unit of eight channels"] = unit
	unit.Words.Channel, unit.Words.Input = "채널", "입력"
	all["the same in Korean"] = unit
	for name, spec := range all {
		for _, width := range []float64{330, 358, 600, 689, 760, 1000} {
			spec.Limits.Width = width
			texts := LayoutStage(spec).Texts
			for i, a := range texts {
				for _, c := range texts[:i] {
					if a.Y == c.Y && a.left() < c.left()+TextWidth(c.S, c.Size) && c.left() < a.left()+TextWidth(a.S, a.Size) {
						t.Errorf("%s at %v: %q lies on %q", name, width, a.S, c.S)
					}
				}
			}
		}
	}
}

// left is where a text begins, as estimated.
func (t StageText) left() float64 {
	return t.X - TextWidth(t.S, t.Size)*[...]float64{Start: 0, Middle: 0.5, End: 1}[t.Anchor]
}

// On a projector of 1280×720 the stage is 689 of its pixels wide. Window, filter, products and
// outputs stand in rows, and the first row lies in the upper 264 pixels, which can be seen
// without scrolling.
func TestTheLargeStageOnAProjectorBeginsWithAWholeRow(t *testing.T) {
	spec := stages()["stage-large"]
	spec.Limits.Width, spec.Limits.Height = 689, 440
	st := LayoutStage(spec)
	seen := map[CellRole]int{}
	for _, c := range st.Cells {
		if c.Channel == 0 && c.Y+c.Size <= 264 {
			seen[c.Role]++
		}
	}
	if seen[InputCell] != 25 || seen[KernelCell] != 25 || seen[ProductCell] != 25 {
		t.Errorf("in sight of channel 1: %v, want 25 each of window, filter and products", seen)
	}
	for _, tile := range st.Tiles {
		if tile.Kind == OutputTile && tile.Y+float64(tile.H)*tile.Cell > st.H || st.H > 500 {
			t.Errorf("the stage is %v high, want 500 at most with its output tiles", st.H)
		}
	}
}

// In the large stages too each sheet has a heading, and the shares of a pooling a line. In
// Backward the headings say which sheets are gradients.
func TestLargeStagesNameWhatTheyHold(t *testing.T) {
	pool := StageSpec{Pool: true, StageShape: StageShape{N: 28, C: 1, F: 2, S: 2, D: 1, Maps: 1}, Values: StageValues{X: make([]float32, 784)},
		Window: StageWindow{Share: "shares: each ÷ 4"}, Limits: StageLimits{Width: 760}}
	back := stages()["stage-large"]
	back.Backward, back.Grads.G = true, make([]float32, len(back.Values.Out))
	back.Grads.DX, back.Grads.DW, back.Grads.DB = make([]float64, len(back.Values.X)), make([]float64, len(back.Values.W)), make([]float64, 8)
	for _, c := range []struct {
		spec StageSpec
		want []string
	}{{stageFor(pool, 0), []string{"Window", "shares: each ÷ 4"}}, {back, []string{"dX · channel 1", "dW · Filter 1", "Gradient · 28×28×8"}}} {
		said := map[string]bool{}
		for _, text := range LayoutStage(c.spec).Texts {
			said[text.S] = true
		}
		for _, want := range c.want {
			if !said[want] {
				t.Errorf("%q is not said; there is %v", want, said)
			}
		}
	}
	waiting := stageFor(pool, 0)
	waiting.Walk.Waiting = true
	if got, want := LayoutStage(waiting).H, LayoutStage(stageFor(pool, 0)).H; got != want {
		t.Errorf("before the first step the stage is %v high, and %v after it", got, want)
	}
	for _, c := range LayoutStage(stageFor(pool, 0)).Cells {
		if c.Role == InputCell && c.Corner == "" {
			t.Errorf("cell (%d, %d) of the window shows no share", c.Row, c.Col)
		}
	}
}

// unitOfEightChannels is a unit of lab 4's CONV2: one window, as large as its input.
func unitOfEightChannels() StageSpec {
	unit := stages()["stage-large"]
	unit.N, unit.C, unit.Maps, unit.Window.Terms, unit.Window.Sums = 5, 8, 1, nil, nil
	unit.Values.X, unit.Values.W, unit.Values.Out = make([]float32, 8*25), make([]float32, 8*25), nil
	return stageFor(unit, 0)
}

// An output of a single number needs no large tile: its number is read in a cell.
func TestASingleOutputIsDrawnAsACell(t *testing.T) {
	for _, tile := range LayoutStage(unitOfEightChannels()).Tiles {
		if tile.Kind == OutputTile && tile.Cell > nowSize {
			t.Errorf("the only output is %v px large, want %v at most", tile.Cell, nowSize)
		}
	}
}

// A screen that is too low for the largest cells shows a convolution of one channel whole, with
// bias and result under its outputs. Where the cells would become too small, the stage stays
// as it was.
func TestALowScreenShowsTheWholeStage(t *testing.T) {
	spec := stageFor(stages()["stage-conv"], 1)
	for _, c := range []struct {
		width, snug float64
		fits        bool
	}{{800, 376, true}, {689, 326, true}, {800, 700, true}, {800, 200, false}, {800, 0, false}, {358, 376, false}} {
		spec.Limits.Width, spec.Limits.Height, spec.Limits.Whole = c.width, 440, 0
		loose := LayoutStage(spec)
		spec.Limits.Whole = c.snug
		st := LayoutStage(spec)
		if fits := c.snug > 0 && st.H <= c.snug; fits != c.fits {
			t.Errorf("%v wide: %v high, want within %v: %v", c.width, st.H, c.snug, c.fits)
		}
		if !c.fits && st.H != loose.H {
			t.Errorf("%v wide, %v for all: %v high, want %v as without a bound", c.width, c.snug, st.H, loose.H)
		}
		for i, a := range st.Cells {
			if a.Y+a.Size > st.H || a.X+a.Size > c.width {
				t.Errorf("%v wide, %v for all: a cell of role %d lies outside", c.width, c.snug, a.Role)
			}
			for _, b := range st.Cells[:i] {
				if a.X < b.X+b.Size-0.01 && b.X < a.X+a.Size-0.01 && a.Y < b.Y+b.Size-0.01 && b.Y < a.Y+a.Size-0.01 {
					t.Errorf("%v wide, %v for all: cells of roles %d and %d lie on each other", c.width, c.snug, a.Role, b.Role)
				}
			}
		}
		for _, text := range st.Texts {
			if text.Y > st.H || text.left()+TextWidth(text.S, text.Size) > c.width {
				t.Errorf("%v wide, %v for all: %q lies outside", c.width, c.snug, text.S)
			}
		}
	}
}
