package cluster

import (
	"slices"

	"stridelab/train"
)

// These limits say when a worker is given up, in ticks. Ticks are counted, not timed, so that
// a computer that slept loses no worker. A worker is silent for a slice and a shard at most;
// to start one, its program has to be loaded.
const (
	silentTicks  = 6 // so that the end of a worker is noticed within two seconds
	startTicks   = 120
	stalledTicks = 160
	calmTicks    = 240
	maxDoubt     = 4
	maxLosses    = 3 // after that, no more workers are launched
)

// setWorkers launches and stops workers, so that n share the run as soon as they are ready.
func (c *Coordinator) setWorkers(n int) {
	m := &c.members
	if m.launcher == nil {
		return
	}
	if n != m.wanted {
		m.wanted, m.losses = n, 0
	}
	helpers := c.helpers()
	for len(m.workers) > helpers {
		c.stop(m.workers[len(m.workers)-1])
	}
	for len(m.workers) < helpers && m.losses <= maxLosses {
		m.lastID++
		m.workers = append(m.workers, &member{id: m.lastID, connected: map[int]bool{}})
		m.launcher.Launch(m.lastID)
	}
	c.formGroup(false)
}

// helpers returns how many workers to launch. That is one fewer than share the run, because
// the coordinator is one of them. A coordinator alone gets one that makes samples ahead, if
// that helps.
func (c *Coordinator) helpers() int {
	m := &c.members
	if m.wanted == 1 && m.launcher.Cores() > 1 && c.session.Config().Dataset != train.Files && c.session.Loader().PrefetchSteps() > 0 {
		return 1
	}
	return m.wanted - 1
}

// stop ends a worker.
func (c *Coordinator) stop(w *member) {
	m := &c.members
	m.workers = slices.DeleteFunc(m.workers, func(other *member) bool { return other == w })
	m.launcher.Stop(w.id)
}

// ReceiveFrom takes a message of the worker of an id.
func (c *Coordinator) ReceiveFrom(id int, b []byte) {
	w := c.members.find(id)
	if w == nil {
		return
	}
	w.silent = 0
	m, err := train.Decode(b)
	if err != nil {
		c.WorkerLost(id)
		return
	}
	switch m := m.(type) {
	case train.Hello:
		if m.Version != train.MessageVersion {
			c.WorkerLost(id)
			return
		}
		w.ready = true
		if c.members.files != nil {
			c.members.launcher.Send(id, c.members.files)
		}
		c.membersChanged()
	case train.Dataset:
		w.files = m.ID
		c.membersChanged()
	case train.Fault:
		c.WorkerLost(id)
	}
}

// ReceiveTensors takes gradients or samples of the worker of an id. It does not keep b.
func (c *Coordinator) ReceiveTensors(id int, b []byte) {
	if w := c.members.find(id); w != nil && c.session != nil {
		w.silent = 0
		c.session.Receive(b)
	}
}

// WorkerLost tells the coordinator that a worker has ended. Another takes its place, and the
// present round begins again.
func (c *Coordinator) WorkerLost(id int) {
	w := c.members.find(id)
	if w == nil {
		return
	}
	c.stop(w)
	c.members.losses++
	c.setWorkers(c.members.wanted)
	c.membersChanged()
}

// membersChanged forms a new group if other workers can take part now, and tells the page.
func (c *Coordinator) membersChanged() {
	before := c.members.reported
	c.formGroup(false)
	if c.session != nil && c.session.Workers() != before {
		c.postSnapshot()
	}
}

// distribute sends the workers the files of a new run. message is the LoadFiles.
func (c *Coordinator) distribute(message []byte) {
	m := &c.members
	if m.launcher == nil {
		return
	}
	m.filesID++
	m.files = message
	train.SetLoadFilesID(message, m.filesID)
	for _, w := range m.workers {
		if w.ready {
			m.launcher.Send(w.id, message)
		}
	}
}

// formGroup makes a group of all workers that can take part, if they are others than before
// or if anew is set: then the state of the run has been changed.
func (c *Coordinator) formGroup(anew bool) {
	m, s := &c.members, c.session
	if m.launcher == nil || s == nil {
		return
	}
	group := []int{0}
	most := min(m.wanted, s.Shards())
	for _, w := range m.workers {
		if w.ready && len(group) < most && (s.Config().Dataset != train.Files || w.files == m.filesID) {
			group = append(group, w.id)
		}
	}
	if !anew && slices.Equal(group, m.group) {
		return
	}
	m.group, m.round, m.stalled = group, 0, 0
	m.generation++
	for _, id := range group[1:] {
		w := m.find(id)
		for _, other := range group {
			if other < id {
				m.connect(other, w)
			}
		}
	}
	s.JoinGroup(m.generation, 0, len(group), m.sendTensors)
	for i, id := range group[1:] {
		m.launcher.Send(id, s.Invitation(i+1, group, m.filesID).Append(nil))
	}
}

// Tick looks for workers that are silent for too long. It must be called every TickTime.
func (c *Coordinator) Tick() {
	m := &c.members
	if len(m.workers) == 0 {
		return
	}
	if m.calm++; m.calm >= calmTicks {
		m.doubt = 0
	}
	idle := c.session == nil || !c.session.Running()
	for i := len(m.workers) - 1; i >= 0; i-- {
		w := m.workers[i]
		limit := startTicks
		if w.ready {
			if idle {
				w.silent = 0
				continue
			}
			m.launcher.Send(w.id, train.Ping{}.Append(nil))
			limit = silentTicks << m.doubt
		}
		if w.silent++; w.silent > limit {
			// On a busy computer the worker may only have been slow. So each such loss doubles the
			// patience, until none has come for a while.
			m.doubt, m.calm = min(m.doubt+1, maxDoubt), 0
			c.WorkerLost(w.id)
		}
	}
	c.watchRounds(idle)
}

// watchRounds forms a new group if the present one does no more rounds, though its workers
// answer.
func (c *Coordinator) watchRounds(idle bool) {
	m, s := &c.members, c.session
	switch {
	case idle || len(m.group) < 2:
		m.stalled = 0
	case s.Round() != m.round:
		m.round, m.stalled, m.losses = s.Round(), 0, 0
	case s.Waiting():
		if m.stalled++; m.stalled > stalledTicks {
			c.formGroup(true)
		}
	}
}
