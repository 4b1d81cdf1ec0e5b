package train

// queue keeps messages of one kind that have arrived and were not used yet. The memory of
// those that are dropped is used for the next.
type queue[M any] struct{ arrived, free []*M }

// maxArrived is the most messages of one kind that are kept. Each worker of a group can have
// sent the gradients of two rounds.
const maxArrived = 4 * MaxWorkers

// put keeps a message that read fills in. It reports false if read does, or if too many are
// kept already.
func (q *queue[M]) put(read func(*M) bool) bool {
	var m *M
	if n := len(q.free); n > 0 {
		m, q.free = q.free[n-1], q.free[:n-1]
	} else {
		m = new(M)
	}
	if !read(m) || len(q.arrived) == maxArrived {
		q.free = append(q.free, m)
		return false
	}
	q.arrived = append(q.arrived, m)
	return true
}

// drop removes the messages for which unwanted reports true.
func (q *queue[M]) drop(unwanted func(*M) bool) {
	kept := q.arrived[:0]
	for _, m := range q.arrived {
		if unwanted(m) {
			q.free = append(q.free, m)
		} else {
			kept = append(kept, m)
		}
	}
	q.arrived = kept
}
