package train

// group is what a Session knows of the workers that share its run. Each has a Session of the
// same Config at the same step. The work is done in rounds: the gradient of a minibatch, or
// an evaluation. In a round each worker computes its shards and sends its gradients to all
// others. A worker that has the gradients of all adds them in the tree, whose order is the
// same everywhere, and makes the same update (an all-reduce):
//
//	rank 0   shards 0-3 ──gradients──┐ ┌─▶ tree ─▶ update   shards 0-3 ─▶
//	                                 ├─┤
//	rank 1   shards 4-7 ──gradients──┘ └─▶ tree ─▶ update   shards 4-7 ─▶
//
// So weights never travel, and a round waits for the way of one message alone. In that time a
// worker makes the samples of its next shards.
//
// Rank 0 is the coordinator. It alone pauses: without its gradients the others get no
// further than the end of the round.
type group struct {
	rank, size int    // this worker's place and the number of workers; 0 of 1 works alone
	generation uint32 // counts groups: what is of an earlier one is dropped, of a later one kept
	round      uint32 // rounds that this group has done
	send       func([]byte)

	from, to int       // shards of the round that this worker computes
	own      gradients // of these shards
	copied   int       // numbers of own's gradients that are there
	sent     bool      // own has been sent
	waiting  bool      // for the gradients of the others
	sum      tree      // of the nodes of all workers
}

// find returns the gradients that the worker of a rank has computed in the present round. It
// returns nil while they have not arrived.
func (g *group) find(in *Inbox, rank int) *gradients {
	if rank == g.rank {
		return &g.own
	}
	for _, m := range in.gradients.arrived {
		if m.generation() == g.generation && m.round() == g.round && m.rank() == rank {
			return m
		}
	}
	return nil
}

// drop removes the gradients of the present round from an inbox.
func (g *group) drop(in *Inbox) {
	in.gradients.drop(func(m *gradients) bool { return m.generation() == g.generation && m.round() == g.round })
}
