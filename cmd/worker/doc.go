// Command worker is the trainer that runs in a Web Worker, so that the page's
// own thread only draws. It is glue: train.Desk decides, this moves its bytes.
//
//	page ──postMessage──▶ onmessage ─▶ inbox ─▶ Desk.Receive
//	                                              Desk.Work, 12 ms
//	page ◀──postMessage── transferred buffer ◀── send
//	             MessageChannel to itself ◀─▶ yield, so that onmessage gets its turn
//	peer ◀──messages── staff, which starts it ◀──▶ Desk
//	peer ◀──parts, a MessageChannel── link ◀──▶ Desk
//
// The same program is also the peer: there train.Peer decides, and another
// worker stands where the page does.
//
// A Go program in a worker that is busy never sees a message: the browser hands
// one over only when the program waits. Waiting with time.Sleep costs 4 ms,
// sending itself a message through a MessageChannel 0.14 ms.
//
// web/static/worker.js loads it. It must not reach go-app, net/http,
// encoding/json or regexp, which would double what a visitor downloads; a test
// holds that.
package main
