// Package train runs training sessions: it turns a Config and a data.Source into losses,
// accuracies and pictures of what a network has learned. It knows nothing of browsers, and
// of other workers only what they send each other.
//
//	Config, data.Source ──▶ Session ──▶ Snapshot, Weights, Checkpoint
//	                         │   ▲
//	                  Loader ┘   └─▶ gradients, Samples ─▶ other workers
//
// The parts:
//
//   - Session is one run. Its minibatches are cut into shards, whose gradients are summed in
//     a fixed tree. So a run depends on its Config and its samples alone, never on how it was
//     sliced, paused or spread over workers. Its methods stand in files named session_*.go.
//   - Loader says which samples a step trains on, and makes them.
//   - group, gradients, tree and Inbox share a run among workers. Samples carries samples that
//     another worker has made ahead.
//   - Message is what page and trainer, and coordinator and workers, send each other: plain
//     values with a binary form (message.go, wire.go, reader.go). Each kind of message stands
//     in a file named for it.
//
// Package cluster answers these messages.
package train
