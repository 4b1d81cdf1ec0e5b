package main

import (
	"runtime"
	"syscall/js"
	"unsafe"
)

// bridge connects the program with web/static/worker.js. Through it come messages and tensors
// from the page and from other workers, and go messages and tensors to them. It also lets the
// browser run between two slices of work.
//
// The messages stay in worker.js, and only their bytes come here. A js.Value keeps what it
// stands for until Go's garbage collector runs. A training run allocates nothing, so that is
// hardly ever: one value for each message was a leak of 7 kB a step.
type bridge struct {
	script js.Value // self.bridge of worker.js
	calls  struct{ wait, yield, next, take, post, postTensors js.Value }
	head   [3]int32      // what next writes: kind, id of the sender, number of bytes
	lent   []byte        // what JavaScript reads or writes now; here, as the stack may move
	spare  [][]byte      // memory of tensors that have been read
	woken  chan struct{} // an event has come
	turn   chan struct{} // the browser has run
	wakes  int           // since the last garbage collection
}

// event is something that has happened to this worker.
type event struct {
	kind eventKind
	from int    // id of a worker; 0: the page, or the coordinator if this is none
	b    []byte // of messages and tensors
}

type eventKind uint8

// The numbers are those of worker.js.
const (
	message eventKind = iota
	tensors           // b is valid until bridge.done
	lost              // the worker has ended
	tick              // cluster.TickTime has passed
)

// collectEvery is the number of wakes between two garbage collections. Each wake leaves a few
// hundred bytes on both sides, because syscall/js wraps its event.
const collectEvery = 4096

func newBridge(scope js.Value) *bridge {
	b := &bridge{
		script: scope.Get("bridge"),
		woken:  make(chan struct{}, 1),
		turn:   make(chan struct{}, 1),
	}
	c := &b.calls
	for name, f := range map[string]*js.Value{
		"wait": &c.wait, "yield": &c.yield, "next": &c.next, "take": &c.take, "post": &c.post, "postTensors": &c.postTensors,
	} {
		*f = b.script.Get(name)
	}
	// These are never released: they live as long as the program.
	b.script.Set("wake", js.FuncOf(func(js.Value, []js.Value) any { notify(b.woken); return nil }))
	b.script.Set("turned", js.FuncOf(func(js.Value, []js.Value) any { notify(b.turn); return nil }))
	return b
}

// notify puts a value into a channel of capacity 1, unless there is one.
func notify(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// next takes the oldest event. It reports false if there is none.
func (b *bridge) next() (e event, ok bool) {
	if !b.calls.next.Invoke(uintptr(unsafe.Pointer(&b.head))).Bool() {
		return e, false
	}
	e = event{kind: eventKind(b.head[0]), from: int(b.head[1])}
	switch n := int(b.head[2]); e.kind {
	case message:
		e.b = make([]byte, n)
	case tensors:
		e.b = b.room(n)
	}
	b.calls.take.Invoke(b.lend(e.b))
	return e, true
}

// lend returns the address of bytes for a call of JavaScript.
func (b *bridge) lend(bytes []byte) uintptr {
	b.lent = bytes
	return uintptr(unsafe.Pointer(unsafe.SliceData(bytes)))
}

// room returns memory for tensors of n bytes.
func (b *bridge) room(n int) []byte {
	for i, bytes := range b.spare {
		if cap(bytes) >= n {
			last := len(b.spare) - 1
			b.spare[i] = b.spare[last]
			b.spare = b.spare[:last]
			return bytes[:n]
		}
	}
	b.spare = nil // all too small for the present run
	return make([]byte, n)
}

// done takes the memory of tensors back.
func (b *bridge) done(e event) {
	if e.kind == tensors {
		b.spare = append(b.spare, e.b)
	}
}

// wait lets the browser run until an event comes.
func (b *bridge) wait() {
	b.collect()
	if b.calls.wait.Invoke().Bool() {
		<-b.woken
	}
}

// yield lets the browser deliver the messages that are there, and returns.
func (b *bridge) yield() {
	b.collect()
	b.calls.yield.Invoke()
	<-b.turn
}

// collect runs the garbage collector every collectEvery calls.
func (b *bridge) collect() {
	if b.wakes++; b.wakes >= collectEvery {
		b.wakes = 0
		runtime.GC()
	}
}

// send sends a copy of bytes to the page, or to the coordinator if this is none.
func (b *bridge) send(bytes []byte) { b.sendTo(0, bytes) }

// sendTo sends a copy of bytes to the worker of an id, or where send does with id 0.
func (b *bridge) sendTo(id int, bytes []byte) { b.calls.post.Invoke(id, b.lend(bytes), len(bytes)) }

// sendTensors sends a copy of bytes to the worker of an id, if this worker is connected with it.
func (b *bridge) sendTensors(id int, bytes []byte) {
	b.calls.postTensors.Invoke(id, b.lend(bytes), len(bytes))
}
