// Package trainer starts the Web Worker that computes for a page (cmd/worker), sends it
// messages of package train, and receives its messages.
//
//	page ──Send──> Client ──postMessage──> web/static/worker.js ──> cmd/worker
//	page <─receive─ Client <──onmessage────────────┘
//
// The worker may end: with an error, or without a word, as when the browser needs its memory.
// Then the Client starts another, which goes on with the same run (supervisor).
//
// A page that needs two workers side by side starts two Clients.
package trainer
