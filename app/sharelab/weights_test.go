package sharelab

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"stridelab/nn"
	"stridelab/viz"
)

// For every output, the matrix times the input is nn's convolution.
func TestUnrolledMatrixTimesInputIsTheConvolution(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, s := range []Setting{{5, 5, 1, 3, 1}, {6, 9, 2, 3, 4}, {4, 4, 3, 4, 2}, {8, 7, 3, 1, 2}, {11, 11, 1, 11, 3}} {
		x, w := nn.NewTensor(1, s.C, s.H, s.W), nn.NewTensor(s.Filters, s.C, s.F, s.F)
		for _, data := range [][]float32{x.Data, w.Data} {
			for i := range data {
				data[i] = float32(r.NormFloat64())
			}
		}
		y := nn.NewTensor(1, s.Filters, s.H-s.F+1, s.W-s.F+1)
		nn.ConvForward(y, x, w, make([]float32, s.Filters), nn.Geometry{F: s.F, S: 1, D: 1})
		u := newUnrolled(s, w.Data)
		in, out := u.size()
		if in != len(x.Data) || out != len(y.Data) {
			t.Fatalf("%+v: a matrix of %d×%d for %d outputs and %d inputs", s, out, in, len(y.Data), len(x.Data))
		}
		// nn's dense layer multiplies them, with every entry of the matrix.
		m := nn.NewTensor(out, in, 1, 1)
		for row := range out {
			for col := range in {
				m.Data[row*in+col] = at(u, row, col)
			}
		}
		got := nn.NewTensor(1, out, 1, 1)
		nn.DenseForward(got, nn.Tensor{Shape: [4]int{1, in, 1, 1}, Data: x.Data}, m, make([]float32, out))
		for row, want := range y.Data {
			if d := got.Data[row] - want; d > 1e-4 || d < -1e-4 {
				t.Errorf("%+v, row %d: the matrix gives %v, the convolution %v", s, row, got.Data[row], want)
			}
		}
	}
}

func TestUnrolledMatrixHasAsManyEntriesAsMultiplyAdds(t *testing.T) {
	s := Setting{9, 8, 2, 3, 3}
	u := newUnrolled(s, make([]float32, s.Filters*s.C*s.F*s.F))
	in, out := u.size()
	n, used := int64(0), map[int]int{}
	for row := range out {
		for col := range in {
			if k := u.index(row, col); k >= 0 {
				n++
				used[k]++
			}
		}
	}
	c, _ := s.Counts()
	if n != c.Conv.MultiplyAdds || int64(len(used)) != c.Conv.Weights {
		t.Errorf("%d entries of %d weights, want %d of %d", n, len(used), c.Conv.MultiplyAdds, c.Conv.Weights)
	}
	for k, times := range used {
		if times != u.area {
			t.Errorf("weight %d stands %d times, want %d", k, times, u.area)
		}
	}
}

// moments returns the mean, the standard deviation, and the share of values with more than two
// deviations.
func moments(x []float32) (mean, deviation, tails float64) {
	for _, v := range x {
		mean += float64(v)
	}
	mean /= float64(len(x))
	for _, v := range x {
		deviation += (float64(v) - mean) * (float64(v) - mean)
	}
	deviation = math.Sqrt(deviation / float64(len(x)))
	for _, v := range x {
		if math.Abs(float64(v)) > 2*deviation {
			tails++
		}
	}
	return mean, deviation, tails / float64(len(x))
}

// The weights have the same distribution as nn's initialisation of a layer of that size.
func TestDenseWeightsAreDistributedAsTheEnginesAre(t *testing.T) {
	const in, out = 3072, 100
	m, err := nn.New(nn.Spec{In: nn.Vector(in), Layers: []nn.Layer{{Kind: nn.Dense, Out: out}}}, 1)
	if err != nil {
		t.Fatal(err)
	}
	m.Init(nn.He, 1)
	engine := m.ParamList()[0].Data
	d := newDenseWeights(in, out, 1)
	drawn := make([]float32, 0, in*out)
	for row := range out {
		for col := range in {
			drawn = append(drawn, at(d, row, col))
		}
	}
	wantMean, wantDeviation, wantTails := moments(engine)
	mean, deviation, tails := moments(drawn)
	if math.Abs(mean-wantMean) > 2e-4 || math.Abs(deviation/wantDeviation-1) > 0.01 || math.Abs(tails/wantTails-1) > 0.05 {
		t.Errorf("mean %v, deviation %v, tails %v; nn's are %v, %v, %v", mean, deviation, tails, wantMean, wantDeviation, wantTails)
	}
	// Neighbours, above and beside, are not correlated.
	beside, above := 0.0, 0.0
	for i := range drawn[:in*(out-1)-1] {
		beside += float64(drawn[i]) * float64(drawn[i+1])
		above += float64(drawn[i]) * float64(drawn[i+in])
	}
	n := float64(in*(out-1)) * deviation * deviation
	if math.Abs(beside/n) > 0.01 || math.Abs(above/n) > 0.01 {
		t.Errorf("neighbours are correlated: %v beside, %v above", beside/n, above/n)
	}
}

func TestDenseWeightsAreTheSameInWhateverOrder(t *testing.T) {
	d, again := newDenseWeights(20, 9, 7), newDenseWeights(20, 9, 7)
	first := map[[2]int]float32{}
	for row := range 9 {
		for col := range 20 {
			first[[2]int{row, col}] = at(d, row, col)
		}
	}
	for row := 8; row >= 0; row-- {
		for col := 19; col >= 0; col-- {
			if got := at(again, row, col); got != first[[2]int{row, col}] {
				t.Fatalf("weight %d, %d is %v the second time, %v the first", row, col, got, first[[2]int{row, col}])
			}
		}
	}
	if at(newDenseWeights(20, 9, 8), 0, 0) == first[[2]int{0, 0}] {
		t.Error("another seed gives the same weight")
	}
}

func TestFirstKernelsAreTheEngines(t *testing.T) {
	m, err := nn.New(nn.LeNet6(), 1)
	if err != nil {
		t.Fatal(err)
	}
	m.Init(nn.He, 5)
	got := firstKernels(Famous(), 5)
	want := append(append([]float32(nil), m.ParamList()[0].Data...), m.ParamList()[1].Data...)
	if len(got) != 456 || len(want) != 456 {
		t.Fatalf("%d parameters, nn has %d, want 456", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("parameter %d is %v, nn's %v", i, got[i], want[i])
		}
	}
}

// pixel is the naive twin of a job's pixel: the mean of all its weights, or at levels after
// exactLevel of eight rows of eight. ok is false outside the matrix.
func pixel(s source, k tileKey, x, y int) (mean float64, ok bool) {
	in, out := s.size()
	span := 1 << k.Level
	top, left := (k.Y*tileEdge+y)*span, (k.X*tileEdge+x)*span
	if top >= out || left >= in {
		return 0, false
	}
	n := 0
	rows, cols := max(1, span/8), 8
	if k.Level <= exactLevel {
		rows, cols = 1, span
	}
	for row := top; row < min(top+span, out); row += rows {
		for col := left; col < min(left+cols, in); col++ {
			mean += float64(at(s, row, col))
			n++
		}
	}
	return mean / float64(n), true
}

func TestTilesAreTheMeansOfTheirWeights(t *testing.T) {
	colour := newPalette(viz.Light)
	sources := []source{newDenseWeights(1030, 700, 3), newUnrolled(Setting{20, 19, 3, 3, 2}, firstKernels(Setting{20, 19, 3, 3, 2}, 1)[:54])}
	for _, s := range sources {
		in, out := s.size()
		for level := range 7 {
			// The last tile, which is not full.
			key := tileKey{level, max(0, (in-1)/covers(level)), max(0, (out-1)/covers(level))}
			j := &job{}
			j.start(key, s, colour)
			for !j.step() {
			}
			for _, at := range [][2]int{{0, 0}, {1, 0}, {3, 2}, {tileEdge - 1, 5}, {7, 1}} {
				i := 4 * (at[1]*tileEdge + at[0])
				mean, ok := pixel(s, key, at[0], at[1])
				if !ok {
					if j.pix[i+3] != 0 {
						t.Errorf("%+v, pixel %v lies outside and is painted", key, at)
					}
					continue
				}
				want := colour.of(mean * float64(min(int(1)<<level, 8)) / (3 * s.spread()))
				for c := range 4 {
					if d := int(j.pix[i+c]) - int(want[c]); d > 2 || d < -2 { // sums in float32
						t.Errorf("%+v, pixel %v is %v, want %v", key, at, j.pix[i:i+4], want)
						break
					}
				}
			}
		}
	}
}

func TestBlanksArePaper(t *testing.T) {
	s := Setting{6, 6, 1, 3, 1}
	j := &job{}
	j.start(tileKey{}, newUnrolled(s, []float32{1, 1, 1, 1, 1, 1, 1, 1, 1}), newPalette(viz.Dark))
	for !j.step() {
	}
	paper := viz.Dark.Color(viz.Paper)
	if [4]byte(j.pix[4*5:4*6]) != [4]byte{paper.R, paper.G, paper.B, 255} {
		t.Errorf("a blank is %v, want paper %v", j.pix[20:24], paper)
	}
	if [4]byte(j.pix[:4]) == [4]byte(j.pix[20:24]) {
		t.Error("a weight is as blank as a blank")
	}
}

// Whichever tiles are looked at, in whatever order, only the slots are used.
func TestMemoryOfTilesIsBounded(t *testing.T) {
	if held := cacheSlots * 4 * tileEdge * tileEdge; held > 48<<20 {
		t.Errorf("the cache may hold %d bytes, want 48 MiB at most", held)
	}
	c := newCache(cacheSlots)
	r := rand.New(rand.NewPCG(1, 1))
	held, fresh := map[int]bool{}, 0
	for range 20_000 {
		k := tileKey{r.IntN(4), r.IntN(12), r.IntN(19)}
		slot, ok := c.find(k)
		if !ok {
			var made bool
			if slot, made = c.put(k); made {
				fresh++
			}
		}
		held[slot] = true
		if got, ok := c.find(k); !ok || got != slot {
			t.Fatalf("%+v is in slot %d, want %d", k, got, slot)
		}
	}
	if len(held) != cacheSlots || fresh != cacheSlots || len(c.slots) != cacheSlots {
		t.Errorf("%d slots used, %d made, %d tiles held; want %d", len(held), fresh, len(c.slots), cacheSlots)
	}
}

func TestCacheLetsGoOfWhatWasSeenLongestAgo(t *testing.T) {
	c := newCache(3)
	for x := range 3 {
		c.put(tileKey{0, x, 0})
	}
	c.find(tileKey{0, 0, 0})
	c.put(tileKey{0, 9, 0})
	if _, ok := c.find(tileKey{0, 1, 0}); ok {
		t.Error("tile 1 was seen longest ago and is still there")
	}
	if _, ok := c.find(tileKey{0, 0, 0}); !ok {
		t.Error("tile 0 was just seen and is gone")
	}
	c.forget()
	if _, ok := c.find(tileKey{0, 9, 0}); ok {
		t.Error("a forgotten tile is found")
	}
	if _, fresh := c.put(tileKey{0, 5, 5}); fresh {
		t.Error("after forgetting a fourth slot is made")
	}
}

// A frame can stop only between two steps, so a step must be short. The limit is generous, for a
// loaded machine; go test -bench Step prints the real time.
func TestAStepFitsIntoAFrame(t *testing.T) {
	colour := newPalette(viz.Light)
	for _, s := range []source{newDenseWeights(3072, 4704, 1), newUnrolled(Famous(), firstKernels(Famous(), 1)[:450])} {
		for level := range 7 {
			j := &job{}
			best := time.Hour
			for range 5 {
				j.start(tileKey{Level: level}, s, colour)
				begin := time.Now()
				j.step()
				best = min(best, time.Since(begin))
			}
			if best > 3*time.Millisecond {
				t.Errorf("%T, level %d: a step takes %v", s, level, best)
			}
		}
	}
}

func TestStepsAllocateNothing(t *testing.T) {
	j, s, colour := &job{}, newDenseWeights(3072, 4704, 1), newPalette(viz.Light)
	j.start(tileKey{Level: 1}, s, colour)
	if n := testing.AllocsPerRun(20, func() { j.step() }); n != 0 {
		t.Errorf("%v allocations a step", n)
	}
}

func BenchmarkStep(b *testing.B) {
	colour := newPalette(viz.Light)
	for name, s := range map[string]source{"dense": newDenseWeights(3072, 4704, 1), "unrolled": newUnrolled(Famous(), firstKernels(Famous(), 1)[:450])} {
		b.Run(name, func(b *testing.B) {
			j := &job{}
			j.start(tileKey{Level: 3}, s, colour)
			for b.Loop() {
				if j.step() {
					j.start(tileKey{Level: 3}, s, colour)
				}
			}
		})
	}
}
