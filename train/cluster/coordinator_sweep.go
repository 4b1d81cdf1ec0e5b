package cluster

import (
	"time"

	"stridelab/train"
)

// startSweep answers a Sweep.
func (c *Coordinator) startSweep(m train.Sweep) {
	if m.Net == "" {
		if c.session == nil {
			c.refuse(m.ID, &train.Error{Code: train.CodeNoRun})
			return
		}
		w := c.session.Weights()
		m.Net, m.Params = w.Net, w.Params
	}
	s, err := newSweep(m, c.source)
	if err != nil {
		c.refuse(m.ID, err)
		return
	}
	c.sweeps = append(c.sweeps, s)
}

// stopSweeps answers a StopSweeps.
func (c *Coordinator) stopSweeps() {
	for _, s := range c.sweeps {
		c.post(train.SweepResult{ID: s.id, Index: max(s.pass, 0), Finished: true})
	}
	c.sweeps = nil
}

// sweep goes on with the oldest sweep until end.
func (c *Coordinator) sweep(end time.Duration) {
	c.measuring = false // this time is none of the run
	for c.clock() < end {
		r, ok := c.sweeps[0].next()
		if !ok {
			continue
		}
		c.post(r)
		if r.Finished {
			c.sweeps = c.sweeps[1:]
			return
		}
	}
}
