package cluster

import "stridelab/train"

// Making a built-in digit takes a tenth of the time that it takes to train on it. In a group,
// a worker makes the digits of its next shards while it waits for the others. A coordinator
// alone never waits. If the computer has another core, a worker that does nothing else makes
// the minibatches ahead:
//
//	worker        make 9-12 ──samples──┐  make 13-16 ──samples──┐
//	                                   ▼                        ▼
//	coordinator   step 5, 6, 7, 8 ...    step 9, 10 ...
//
// Samples that have not arrived in time the coordinator makes itself. A sample depends on its
// place in the run alone, so the run is the same.

// prefetchMessages is by how many Samples the worker may be ahead.
const prefetchMessages = 3

// requestSamples asks a worker that is in no group for the samples of the next steps. The
// coordinator calls it in every slice of a run.
func (c *Coordinator) requestSamples() {
	m, s := &c.members, c.session
	if len(m.workers) == 0 || len(m.group) > 1 || s.Config().Dataset == train.Files {
		return
	}
	w, steps := m.workers[0], s.Loader().PrefetchSteps()
	if !w.ready || steps == 0 {
		return
	}
	request := &m.requested
	if m.prefetcher != w.id || request.Generation != m.generation {
		m.prefetcher, *request = w.id, train.Prefetch{Generation: m.generation, Config: s.Config()}
		m.connect(0, w)
	}
	next := s.Step() + 1
	to := next + prefetchMessages*steps
	if to-request.To < steps {
		return
	}
	request.From, request.To = max(request.To, next), to
	c.out = request.Append(c.out[:0])
	m.launcher.Send(w.id, c.out)
}
