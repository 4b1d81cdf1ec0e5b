package cluster

import "stridelab/train"

// postCheckpoint sends a checkpoint if it is time for one. It follows a snapshot.
func (c *Coordinator) postCheckpoint() {
	k, now := &c.checkpoints, c.clock()
	if !k.due(c.session.Running(), now) {
		return
	}
	m := c.session.Checkpoint()
	m.Received = c.received
	if c.members.wanted > 0 {
		m.Config.Workers = c.members.wanted
	}
	c.post(m)
	k.changed, k.urgent, k.sent = false, false, c.clock()
	k.cost = k.sent - now
}

// restore goes on with the run of a checkpoint.
func (c *Coordinator) restore(m train.Checkpoint) {
	source, err := c.source(m.Config)
	var s *train.Session
	if err == nil {
		s, err = train.NewSession(m.Config, source)
	}
	if err == nil {
		err = s.Restore(m)
	}
	if err != nil {
		c.refuse(0, err)
		return
	}
	c.use(s)
	c.describe(source)
}
