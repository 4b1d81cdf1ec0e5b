// Command worker is the trainer that runs in a Web Worker, so that the page's
// own thread only draws. It is glue: train.Desk decides, this moves its bytes.
//
//	page ──postMessage──▶ queue ─▶ post.next ─▶ Desk.Receive
//	                                              Desk.Work, 12 ms
//	page ◀──postMessage── transferred buffer ◀── post.send
//	             MessageChannel to itself ◀─▶ post.yield, so that onmessage gets its turn
//	peer ◀──messages── staff, which starts it ◀──▶ Desk
//	peer ◀──parts, a MessageChannel── post.sendPart ◀── Desk
//
// The same program is also the peer: there train.Peer decides, and another
// worker stands where the page does.
//
// A Go program in a worker that is busy never sees a message: the browser hands
// one over only when the program waits. Waiting with time.Sleep costs 4 ms,
// sending itself a message through a MessageChannel 0.14 ms.
//
// The left half of this is JavaScript: web/static/worker.js loads the program and
// keeps what has come until the program asks for it. The program must not reach go-app, net/http,
// encoding/json or regexp, which would double what a visitor downloads; a test
// holds that.
package main
