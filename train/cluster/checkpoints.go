package cluster

import "time"

// checkpoints says when a coordinator sends a checkpoint.
type checkpoints struct {
	wanted  bool // the page has asked for them
	changed bool // the run has changed since the last one
	urgent  bool // the page has changed the run: the next one is sent at once
	sent    time.Duration
	cost    time.Duration // what the last one took
}

// While a run is running, the time between two checkpoints is at least checkpointTime, and
// checkpointShare times what the last one took: each copies the weights and the state of the
// optimiser.
const (
	checkpointTime  = time.Second
	checkpointShare = 100
)

// due reports whether it is time to send a checkpoint.
func (k *checkpoints) due(running bool, now time.Duration) bool {
	return k.wanted && k.changed && (!running || k.urgent || now-k.sent >= max(checkpointTime, checkpointShare*k.cost))
}
