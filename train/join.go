package train

import "math"

// Join makes a worker a member of a group, and gives it the state of the run. The worker
// begins at once with its shards. The coordinator sends it.
type Join struct {
	Generation uint32 // of the group; each new group has a larger one
	Rank       int    // place of the worker in the group, above 0
	// Ids of the members, in the order of their ranks; the coordinator's, 0, comes first.
	Members []int
	Files   int // ID of the LoadFiles whose samples a Config with Files means
	Config  Config
	TrainingState
}

// Append implements Message.
func (m Join) Append(dst []byte) []byte {
	dst = appendHead(dst, kindJoin)
	dst = appendUint64(dst, uint64(m.Generation))
	dst = appendInt(dst, m.Rank)
	dst = appendInt(dst, len(m.Members))
	for _, id := range m.Members {
		dst = appendInt(dst, id)
	}
	dst = appendInt(dst, m.Files)
	dst = appendConfig(dst, m.Config)
	return appendTrainingState(dst, m.TrainingState)
}

func (Join) kind() kind { return kindJoin }

func readJoin(r *reader) Message {
	var m Join
	generation := r.uint64()
	m.Generation, m.Rank = uint32(generation), r.int()
	n := r.count(4)
	if generation > math.MaxUint32 || n > MaxWorkers || m.Rank < 1 || m.Rank >= n {
		r.failed = true
		return m
	}
	m.Members = make([]int, n)
	for i := range m.Members {
		m.Members[i] = r.int()
	}
	m.Files = r.int()
	m.Config = readConfig(r)
	m.TrainingState = readTrainingState(r)
	return m
}
