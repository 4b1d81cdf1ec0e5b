package cluster

import "stridelab/train"

// members is what a coordinator knows of the workers that help it.
type members struct {
	launcher Launcher // nil: the coordinator works alone
	wanted   int      // workers that are to share the run, the coordinator included
	workers  []*member
	lastID   int

	generation uint32 // of the present group
	group      []int  // ids of its members, in the order of their ranks; empty before the first
	round      uint32 // rounds that it had done at the last tick
	stalled    int    // ticks without another round

	losses int // workers lost since a group did a round
	doubt  int // a worker may be silent for silentTicks·2^doubt ticks
	calm   int // ticks since a worker was given up for its silence

	files    []byte // the LoadFiles of the newest run on files
	filesID  int
	reported int // workers in the last snapshot

	prefetcher int            // id of the worker that makes samples ahead
	requested  train.Prefetch // what it was last asked for
}

// member is a worker, as the coordinator knows it.
type member struct {
	id        int
	ready     bool         // it has said hello
	files     int          // filesID of the files that it has read
	connected map[int]bool // by id, the workers that it exchanges tensors with
	silent    int          // ticks since it sent anything
}

// find returns the worker of an id, nil if there is none.
func (m *members) find(id int) *member {
	for _, w := range m.workers {
		if w.id == id {
			return w
		}
	}
	return nil
}

// connect connects a worker to one with a smaller id, unless it is connected.
func (m *members) connect(other int, w *member) {
	if !w.connected[other] {
		w.connected[other] = true
		m.launcher.Connect(other, w.id)
	}
}

// sendTensors sends tensors of the coordinator to all other members of the group.
func (m *members) sendTensors(b []byte) {
	for _, id := range m.group[1:] {
		m.launcher.SendTensors(id, b)
	}
}
