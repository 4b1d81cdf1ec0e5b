// Package train runs training sessions: it turns a Config and a data.Source
// into losses, accuracies and pictures of what a network has learnt. It knows
// nothing of browsers; cmd/worker carries its messages.
//
//	page ──Message──▶ Desk ──▶ Session ──▶ nn.Model, nn.Optimizer
//	                   │          ▲
//	page ◀──Message────┘          └── data.Source (digits, files)
//
// The parts:
//
//   - message.go, decode.go, snapshot.go, config.go: what page and worker tell
//     each other, as plain values with a binary form.
//   - Session: one run. Its steps are cut into shards, summed in a fixed tree,
//     so that a run depends on its Config and its samples alone, never on how
//     it was sliced, paused or spread over workers.
//   - crew.go, share.go, part.go, tree.go: how several workers share a run. Each
//     has a Session; they send each other parts.
//   - Desk: takes messages, owns the session, and gives the messages to send
//     back; clock and outbox are handed to it. roster.go is who helps it.
//   - Peer: a worker that helps a desk.
package train
