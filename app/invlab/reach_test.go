package invlab

import (
	"math"
	"strings"
	"testing"

	"stridelab/app/lab"
	"stridelab/data"
	"stridelab/train"
	"stridelab/viz"
)

// naiveReach is the naive twin of search.
func naiveReach(n *Net, ink []float32, class int) (r Reach) {
	moved := make([]float32, len(ink))
	for i, w := range viz.Ways() {
		for d := 0; d <= Most; d++ {
			data.Shift(moved, ink, 1, edge, edge, d*w[0], d*w[1])
			if lab.Argmax(n.Read(moved)) != class {
				break
			}
			r[i] = d
		}
	}
	return r
}

// The page's claim about the reach holds for the shipped nets.
func TestConvolutionalNetKeepsItsClassFurtherOnNineOfTenDigits(t *testing.T) {
	conv, dense, _ := shippedNets(t)
	further, checked := 0, 0
	const samples = 60
	for i := range samples {
		ink, class := digit(i * 16)
		s := newSearch(ink, class, conv, dense)
		for !s.Done {
			s.step()
		}
		if s.Reach[convNet].Sum() > s.Reach[denseNet].Sum() {
			further++
		}
		if i%20 == 0 {
			checked++
			for net, n := range [netKinds]*Net{convNet: conv, denseNet: dense} {
				if want := naiveReach(n, ink, class); s.Reach[net] != want {
					t.Errorf("digit %d, net %d: got %v, want %v", i*16, net, s.Reach[net], want)
				}
			}
		}
	}
	t.Logf("the convolutional net keeps its class further on %d of %d digits (%d compared with the naive search)", further, samples, checked)
	if further*10 < samples*9 {
		t.Errorf("further on %d of %d digits, want 90 %% at least", further, samples)
	}
}

func TestSearchKnowsWhatItHasFound(t *testing.T) {
	conv, dense, _ := shippedNets(t)
	ink, class := digit(openingDigit)
	s := newSearch(ink, class, conv, dense)
	for _, d := range s.known(convNet) {
		if d != -1 {
			t.Errorf("before the search: %v", s.known(convNet))
		}
	}
	for n := 0; !s.Done; n++ {
		s.step()
		if n > 2*(8*Most+1) {
			t.Fatal("the search does not end")
		}
	}
	if s.known(convNet) != [8]int(s.Reach[convNet]) || s.known(denseNet) != [8]int(s.Reach[denseNet]) {
		t.Errorf("after it: %v %v, want %v", s.known(convNet), s.known(denseNet), s.Reach)
	}
	// A digit that is misread without a move has a reach of 0.
	wrong := newSearch(ink, (class+1)%10, conv, dense)
	for !wrong.Done {
		wrong.step()
	}
	if !wrong.Wrong[convNet] || wrong.Reach[convNet].Sum() != 0 {
		t.Errorf("misread at once: %+v", wrong.Reach)
	}
}

// sweepOf answers a sweep as the worker does, for samples digits spread evenly over the test
// stream.
func sweepOf(n *Net, id, samples int, shifts []train.Shift) []train.SweepResult {
	var all []train.SweepResult
	moved, inks, classes := make([]float32, edge*edge), make([][]float32, samples), make([]int, samples)
	for k := range samples {
		inks[k], classes[k] = digit(k * 1000 / samples)
	}
	for i, by := range shifts {
		r := train.SweepResult{ID: id, Index: i, Shift: by, Total: samples, Finished: i == len(shifts)-1}
		for k := range samples {
			data.Shift(moved, inks[k], 1, edge, edge, by.X, by.Y)
			told := "0"
			if lab.Argmax(n.Read(moved)) == classes[k] {
				told, r.Correct = "1", r.Correct+1
			}
			r.Right += told
		}
		all = append(all, r)
	}
	return all
}

func TestReachTestFindsTheReachesThatASearchFinds(t *testing.T) {
	conv, dense, _ := shippedNets(t)
	const samples = 4
	var c reachTest
	c.begin(7, samples, 0)
	nets := [netKinds]*Net{convNet: conv, denseNet: dense}
	for net := range netKinds {
		for _, r := range sweepOf(nets[net], 7, samples, reachTestShifts()) {
			if done := c.take(net, r); done != (net == denseNet && r.Finished) {
				t.Fatalf("done is %v at result %d of net %d", done, r.Index, net)
			}
		}
	}
	if c.share() != 1 {
		t.Errorf("all is counted, and the share is %v", c.share())
	}
	var sum [netKinds]float64
	for i := range samples {
		ink, class := digit(i * 1000 / samples)
		for net := range netKinds {
			want := naiveReach(nets[net], ink, class)
			sum[net] += float64(want.Sum()) / 8
			if got := c.reach(net, i); got != want {
				t.Errorf("digit %d of net %d: got %v, want %v", i, net, got, want)
			}
		}
	}
	if further, same, mean := c.outcome(); further+same > samples || math.Abs(mean[convNet]-sum[convNet]/samples) > 1e-9 || math.Abs(mean[denseNet]-sum[denseNet]/samples) > 1e-9 {
		t.Errorf("%d further, %d the same, means %v, want %v", further, same, mean, sum)
	}
}

func TestChartAddsUpWhatTheWorkersCount(t *testing.T) {
	for d := range directions {
		s := Default()
		s.Direction = d
		var c chart
		c.begin(3, s)
		shifts, place := d.shifts()
		if len(shifts) != len(place) || place[len(place)-1] != d.places()-1 {
			t.Fatalf("%v: %d shifts, %d places", d, len(shifts), len(place))
		}
		for net := range netKinds {
			for i, by := range shifts {
				r := train.SweepResult{ID: 3, Index: i, Shift: by, Correct: 150 - 50*int(net), Total: 200, Finished: i == len(shifts)-1}
				if done := c.take(net, r); done != (net == denseNet && r.Finished) {
					t.Fatalf("%v: done is %v at %d of net %d", d, done, i, net)
				}
			}
		}
		x, conv := c.curve(convNet)
		_, dense := c.curve(denseNet)
		for i := range x {
			if x[i] != float64(i+d.least()) || conv[i] != 75 || dense[i] != 50 {
				t.Errorf("%v: at %v %v and %v, want 75 and 50", d, x[i], conv[i], dense[i])
			}
		}
		if c.share() != 1 || c.half(convNet) != chartMost {
			t.Errorf("%v: share %v, half %d", d, c.share(), c.half(convNet))
		}
		if n := strings.Count(c.rows(), `data-conv="75.0" data-dense="50.0"`); n != d.places() {
			t.Errorf("%v: %d rows of %d", d, n, d.places())
		}
	}
}

func TestChartLeavesAloneWhatIsNotItsOwn(t *testing.T) {
	var c chart
	c.begin(3, Default())
	if c.take(convNet, train.SweepResult{ID: 2, Total: 200, Correct: 200}); c.Told {
		t.Error("a result of another sweep is taken")
	}
	c.take(convNet, train.SweepResult{ID: 3, Total: 200, Correct: 20})
	c.stop()
	if c.take(convNet, train.SweepResult{ID: 3, Index: 1, Total: 200, Correct: 200}); c.counts[convNet][1].asked != 0 {
		t.Error("a result that comes after the end is taken")
	}
	if c.half(convNet) != -1 {
		t.Errorf("nothing known at 0: half is %d", c.half(convNet))
	}
}
