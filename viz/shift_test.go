package viz

import (
	"image"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

func randomCells(seed uint64, w, h int) []bool {
	r := rand.New(rand.NewPCG(seed, 1))
	set := make([]bool, w*h)
	for i := range set {
		set[i] = r.IntN(5) < 2
	}
	return set
}

// crossings counts how often a ray from a cell's middle to the right meets the lines.
func crossings(lines [][]Point, x, y float64) int {
	n := 0
	for _, line := range lines {
		for i, a := range line {
			b := line[(i+1)%len(line)]
			if a.X == b.X && a.X > x && min(a.Y, b.Y) < y && max(a.Y, b.Y) > y {
				n++
			}
		}
	}
	return n
}

func TestOutlineRunsAroundTheCellsThatAreSet(t *testing.T) {
	for seed := range uint64(50) {
		w, h := 1+int(seed%9), 1+int(seed%7)
		set := randomCells(seed, w, h)
		lines := Outline(set, w, h)
		for i, is := range set {
			if got := crossings(lines, float64(i%w)+0.5, float64(i/w)+0.5)%2 == 1; got != is {
				t.Fatalf("seed %d: cell (%d, %d) is inside %v, want %v", seed, i%w, i/w, got, is)
			}
		}
		for _, line := range lines {
			for i, a := range line {
				b := line[(i+1)%len(line)]
				if (a.X == b.X) == (a.Y == b.Y) {
					t.Fatalf("seed %d: %v to %v is no straight side", seed, a, b)
				}
			}
		}
	}
}

func TestBlocksCoverEachCellOnce(t *testing.T) {
	for seed := range uint64(50) {
		w, h := 1+int(seed%9), 1+int(seed%7)
		set := randomCells(seed, w, h)
		covered := make([]int, w*h)
		for _, b := range Blocks(set, w, h) {
			for y := int(b.Y); y < int(b.Y+b.H); y++ {
				for x := int(b.X); x < int(b.X+b.W); x++ {
					covered[y*w+x]++
				}
			}
		}
		for i, n := range covered {
			if (n == 1) != set[i] || n > 1 {
				t.Fatalf("seed %d: cell %d, set %v, is covered %d times", seed, i, set[i], n)
			}
		}
	}
}

func percentWord(p float64) string { return strconv.FormatFloat(100*p, 'f', 0, 64) }

func TestShiftScenesLookAsDrawn(t *testing.T) {
	pix := image.NewRGBA(image.Rect(0, 0, 4, 4))
	Tile(pix, []float32{0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0}, 4, 4, 1, Range{0, 1}, Sequential())
	cells := func(at ...int) []bool {
		set := make([]bool, 16)
		for _, i := range at {
			set[i] = true
		}
		return set
	}
	moved := Scene{W: 82, H: 82, Title: "a map moved by one cell"}
	moved.Add(ShiftedMap{X: 1, Y: 1, Cell: 20, W: 4, H: 4, Pix: pix, Was: cells(5, 6, 9, 10), Differs: cells(0, 4, 8, 12)}.Shapes()...)
	scenes := map[string]Scene{
		"shift-map.svg": moved,
		"shift-reach.svg": Reach{W: 240, Title: "reach", Most: 16, Conv: [8]int{13, 9, 11, 10, 13, 10, 13, 12}, Dense: [8]int{2, 1, 1, 2, 6, 5, 5, 2}, At: [2]float64{4, -3},
			Digit: append(make([]bool, 32*16+14), append([]bool{true, true, true}, make([]bool, 32*16-17)...)...)}.Scene(),
		"shift-reach-part.svg": Reach{W: 240, Title: "searching", Most: 16, Conv: [8]int{13, 9, -1, -1, -1, -1, -1, -1}, Dense: [8]int{-1, -1, -1, -1, -1, -1, -1, -1}}.Scene(),
		"shift-bars.svg":       ClassBars{W: 200, H: 120, Title: "classes", Role: Series1, Now: []float32{0.1, 0.7, 0.2}, Was: []float32{0, 1, 0}, Label: 1, Percent: percentWord}.Scene(),
		"shift-chart.svg": ShiftChart{W: 480, H: 240, Title: "accuracy against shift", XLabel: "shift", YLabel: "%", Conv: "conv", Dense: "dense", Guess: "guessing", Chance: 10,
			Shift: []float64{-2, -1, 0, 1, 2}, ConvY: []float64{97, 99, 99.5, 99, math.NaN()}, DenseY: []float64{60, 90, 97.5, 88, math.NaN()}, Least: -2, Most: 2, At: 1}.Scene(),
	}
	for name, sc := range scenes {
		got := sc.SVG()
		wellFormed(t, got)
		golden(t, name, got)
	}
}
