package train

import "time"

// Times says what the time of the coordinator's worker was spent on, since the run began.
type Times struct {
	Compute time.Duration // gradients, updates and evaluations
	Input   time.Duration // making samples that a shard had to wait for
	Ahead   time.Duration // making samples of later shards, while waiting for other workers
	Wait    time.Duration // doing nothing while waiting for other workers
}
