package cluster

import "time"

// Launcher starts the workers that help a coordinator, and carries what they send. Each runs
// a Worker. Ids count from 1 and are never used twice; the coordinator itself has id 0.
//
// Messages go between a worker and the coordinator. Tensors, which are gradients and samples,
// go directly between any two workers.
type Launcher interface {
	// Launch starts a worker. Its messages are for Coordinator.ReceiveFrom and its tensors for
	// Coordinator.ReceiveTensors. If it ends, Coordinator.WorkerLost is called.
	Launch(id int)
	// Stop ends a worker at once. Nothing that it has sent arrives after that.
	Stop(id int)
	// Connect lets two workers send each other tensors.
	Connect(a, b int)
	// Send sends a worker a message, and SendTensors sends it tensors of the coordinator.
	// Neither keeps b.
	Send(id int, b []byte)
	SendTensors(id int, b []byte)
	// Cores returns how many workers can compute at the same time.
	Cores() int
}

// TickTime is the time between two calls of Coordinator.Tick.
const TickTime = 250 * time.Millisecond
