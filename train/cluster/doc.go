// Package cluster runs training sessions for a page, with one worker or several. It knows
// nothing of browsers: cmd/worker carries its bytes.
//
//	page ──train.Message──▶ Coordinator ──▶ train.Session
//	page ◀──train.Message──────┘    │ ▲
//	      Join, Prefetch, gradients │ │ gradients, samples
//	                                ▼ │
//	                              Worker ──▶ train.Session
//
// The parts:
//
//   - Coordinator answers the page. It owns the run, and is itself a worker of it: rank 0.
//   - Launcher starts other workers for the coordinator and carries what they send.
//   - Worker helps a coordinator. It is a member of the group that shares the run, or it
//     makes samples ahead (prefetcher).
//   - members is what the coordinator knows of its workers. When one ends, another takes its
//     place, and losses and weights stay the same.
//   - reading reads files and sweep classifies shifted samples, a little in each slice.
package cluster
