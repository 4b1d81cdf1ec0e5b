// Command worker is the trainer that runs in a Web Worker, so that the thread of the page only
// draws. Package cluster decides what to do; this program carries its bytes.
//
//	page ──postMessage──▶ inbox ─▶ bridge.next ─▶ Coordinator.Receive
//	                                              Coordinator.Work, 12 ms
//	page ◀──postMessage── transferred buffer ◀── bridge.send
//	             MessageChannel to itself ◀─▶ bridge.yield, so that onmessage is called
//	worker ◀──messages── launcher, which starts it ◀──▶ Coordinator
//	worker ◀──tensors, a MessageChannel── bridge.sendTensors ◀── Coordinator
//
// The workers that the coordinator launches run the same program. There cluster.Worker decides,
// and the coordinator stands in the place of the page.
//
// A Go program that is busy in a worker never sees a message: the browser delivers one only
// while the program waits. Waiting with time.Sleep takes 4 ms; waiting for a message to itself
// through a MessageChannel takes 0.14 ms.
//
// The left half of the drawing is JavaScript: web/static/worker.js loads the program, and keeps
// what has arrived until the program asks for it. The program must not reach go-app, net/http,
// encoding/json or regexp, which would double the download. A test checks that.
package main
