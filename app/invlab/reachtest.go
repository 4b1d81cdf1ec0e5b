package invlab

import (
	"stridelab/train"
	"stridelab/viz"
)

// reachTest counts the test digits whose class the convolutional net keeps further than the fully
// connected one does. A sweep of each net over all shifts of a reach gives the reaches of all
// digits.
type reachTest struct {
	Samples int
	Seed    uint64 // the seed of the retrained nets, 0 for the shipped ones
	Running bool
	Done    bool

	id    int
	right [netKinds][]string // for each net, by shift: a 1 for each digit read correctly
	ended [netKinds]bool
	asked int // results so far
}

// reachTestShifts returns the shifts that are tested: none, then 1 to Most pixels in each direction
// of viz.Ways.
func reachTestShifts() []train.Shift {
	all := []train.Shift{{}}
	for _, w := range viz.Ways() {
		for d := 1; d <= Most; d++ {
			all = append(all, train.Shift{X: d * w[0], Y: d * w[1]})
		}
	}
	return all
}

// begin starts a test. id is the ID of its sweeps.
func (c *reachTest) begin(id, samples int, seed uint64) {
	*c = reachTest{Samples: samples, Seed: seed, Running: true, id: id}
	for i := range c.right {
		c.right[i] = make([]string, len(reachTestShifts()))
	}
}

// take adds a result of a net's worker. It reports whether it was the last one of both nets.
func (c *reachTest) take(net netKind, m train.SweepResult) (done bool) {
	if m.ID != c.id || !c.Running {
		return false
	}
	if m.Total > 0 && m.Index < len(c.right[net]) {
		c.right[net][m.Index] = m.Right
		c.asked++
	}
	c.ended[net] = c.ended[net] || m.Finished
	c.Done = c.ended == [netKinds]bool{true, true}
	c.Running = !c.Done
	return c.Done
}

// share returns how much of the test is done, from 0 to 1.
func (c *reachTest) share() float64 {
	return float64(c.asked) / float64(len(c.right)*len(reachTestShifts()))
}

// reach returns how far a net keeps a digit's class, which is what search finds too.
func (c *reachTest) reach(net netKind, digit int) (r Reach) {
	right := func(shift int) bool {
		s := c.right[net][shift]
		return digit < len(s) && s[digit] == '1'
	}
	if !right(0) {
		return r
	}
	for way := range r {
		for d := 1; d <= Most && right(1+way*Most+d-1); d++ {
			r[way] = d
		}
	}
	return r
}

// outcome returns for how many digits the convolutional net's reach is larger, for how many both
// are the same, and each net's mean reach per direction, in pixels.
func (c *reachTest) outcome() (further, same int, mean [netKinds]float64) {
	for i := range c.Samples {
		conv, dense := c.reach(convNet, i).Sum(), c.reach(denseNet, i).Sum()
		switch {
		case conv > dense:
			further++
		case conv == dense:
			same++
		}
		mean[convNet] += float64(conv) / 8
		mean[denseNet] += float64(dense) / 8
	}
	for net := range mean {
		mean[net] /= float64(c.Samples)
	}
	return further, same, mean
}
