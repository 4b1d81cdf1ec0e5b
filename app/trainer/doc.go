// Package trainer is a page's end of the line to the Web Worker that computes
// (cmd/worker): it starts the worker, sends it messages of package train, and hands
// on what comes back.
//
//	page ──Send──> Client ──postMessage──> web/static/worker.js ──> cmd/worker
//	page <─receive─ Client <──onmessage────────────┘
//
// The worker may end: by an error, or without a word, as when the browser takes its
// memory. Then the Client starts another, which goes on where the first one was
// (supervisor).
//
// A page that needs two workers side by side starts two Clients.
package trainer
