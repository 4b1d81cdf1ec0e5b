package invlab

import (
	"math"

	"stridelab/train"
	"stridelab/viz"
)

// chartMost is how far the chart moves its digits, in pixels.
const chartMost = 12

// chart is accuracy against shift, as far as the workers have counted it. The zero chart is empty.
type chart struct {
	Direction Direction
	Samples   int
	Seed      uint64 // the seed of the retrained nets, 0 for the shipped ones

	id      int // the ID of the sweeps that it counts
	Running bool
	Told    bool // at least one result has come

	Beforehand bool // it was counted beforehand and came with the page
	ended      [netKinds]bool
	counts     [netKinds][]tally // for each net, by place on the shift axis
	rev        int               // counts the changes of the chart
}

// tally counts the digits that were read, and those that were read correctly.
type tally struct{ right, asked int }

// percent returns the share that was read correctly, in percent, NaN if none was read.
func (t tally) percent() float64 {
	if t.asked == 0 {
		return math.NaN()
	}
	return 100 * float64(t.right) / float64(t.asked)
}

// least returns the shift at which the axis begins. For a mean over all directions it is 0, since
// such a shift has no sign.
func (d Direction) least() int {
	if d == AllWays {
		return 0
	}
	return -chartMost
}

// shifts returns the shifts to be counted and, for each of them, its place on the axis.
func (d Direction) shifts() (all []train.Shift, place []int) {
	for s := d.least(); s <= chartMost; s++ {
		at := s - d.least()
		switch d {
		case Horizontal:
			all = append(all, train.Shift{X: s})
		case Vertical:
			all = append(all, train.Shift{Y: s})
		case BothAxes:
			all = append(all, train.Shift{X: s, Y: s})
		case AllWays:
			for _, w := range viz.Ways() {
				all = append(all, train.Shift{X: s * w[0], Y: s * w[1]})
				place = append(place, at)
				if s == 0 {
					break // not moved, all directions are the same
				}
			}
			continue
		}
		place = append(place, at)
	}
	return all, place
}

// places returns how many places the axis has.
func (d Direction) places() int { return chartMost - d.least() + 1 }

// begin starts to count anew, with the settings of s. id is the ID of the sweeps.
func (c *chart) begin(id int, s State) {
	*c = chart{Direction: s.Direction, Samples: s.Samples, Seed: s.Seed, id: id, Running: true, rev: c.rev + 1}
	for i := range c.counts {
		c.counts[i] = make([]tally, s.Direction.places())
	}
}

// take adds a result of a net's worker. It reports whether it was the last one of both nets.
func (c *chart) take(net netKind, m train.SweepResult) (done bool) {
	if m.ID != c.id || !c.Running {
		return false
	}
	_, place := c.Direction.shifts()
	if m.Total > 0 && m.Index < len(place) {
		t := &c.counts[net][place[m.Index]]
		t.right, t.asked = t.right+m.Correct, t.asked+m.Total
		c.Told = true
		c.rev++
	}
	c.ended[net] = c.ended[net] || m.Finished
	if c.ended == [netKinds]bool{true, true} {
		c.Running = false
		c.rev++
		return true
	}
	return false
}

// stop ends the counting and keeps what was counted. Later results are not taken.
func (c *chart) stop() {
	c.Running = false
	c.rev++
}

// share returns how much of the counting is done, from 0 to 1.
func (c *chart) share() float64 {
	all, _ := c.Direction.shifts()
	asked := 0
	for _, net := range c.counts {
		for _, t := range net {
			asked += t.asked
		}
	}
	if c.Samples == 0 {
		return 0
	}
	return min(1, float64(asked)/float64(len(c.counts)*len(all)*c.Samples))
}

// curve returns a net's shifts x and its accuracy y at each, in percent, NaN where it is not known
// yet.
func (c *chart) curve(net netKind) (x, y []float64) {
	for i, t := range c.counts[net] {
		x, y = append(x, float64(i+c.Direction.least())), append(y, t.percent())
	}
	return x, y
}

// half returns the largest shift up to which a net reads at least half of the digits, on both sides
// of 0. It is −1 if the net does not even read half of the unmoved ones.
func (c *chart) half(net netKind) int {
	zero := -c.Direction.least()
	for d := 0; d <= chartMost; d++ {
		for _, at := range [2]int{zero + d, zero - d} {
			if at < 0 || at >= len(c.counts[net]) {
				continue
			}
			if !(c.counts[net][at].percent() >= 50) {
				return d - 1
			}
		}
	}
	return chartMost
}
