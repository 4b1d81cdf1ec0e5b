package main

import (
	"runtime"
	"syscall/js"
	"unsafe"
)

// post is the worker's mailbox: messages from and to the page, or from and to
// the worker that started this one, parts from and to other workers, and the
// turn it gives the browser between two slices of work.
//
// The messages are in web/static/worker.js, and only bytes come from there. A
// js.Value that Go holds keeps what it stands for until the garbage collector
// runs. A training run allocates nothing, so that is hardly ever: a value for
// each message was 7 kB a step.
type post struct {
	mail  js.Value // worker.js's half
	calls struct{ wait, yield, next, take, post, postPart js.Value }
	head  [3]int32      // room for what next writes: kind, sender's id, number of bytes
	lent  []byte        // what JavaScript reads or writes now; kept off the stack, which moves
	spare [][]byte      // memory of parts that have been read
	woken chan struct{} // a letter came
	turn  chan struct{} // the browser had its turn
	wakes int           // since the garbage collector ran
}

// letter is one thing that came.
type letter struct {
	kind letterKind
	from int // id of the peer it came from; 0: the page, or whoever started this worker
	b    []byte
}

type letterKind uint8

// The numbers are those of worker.js.
const (
	message letterKind = iota
	part               // b is lent until post.done
	lost               // the peer is no more
	tick               // time has passed
)

// collectEvery is after how many wakes the garbage collector runs. Each leaves a
// few hundred bytes behind on both sides: syscall/js wraps the event.
const collectEvery = 4096

func newPost(scope js.Value) *post {
	p := &post{
		mail:  scope.Get("mail"),
		woken: make(chan struct{}, 1),
		turn:  make(chan struct{}, 1),
	}
	c := &p.calls
	for name, f := range map[string]*js.Value{
		"wait": &c.wait, "yield": &c.yield, "next": &c.next, "take": &c.take, "post": &c.post, "postPart": &c.postPart,
	} {
		*f = p.mail.Get(name)
	}
	// These live as long as the program.
	p.mail.Set("wake", js.FuncOf(func(js.Value, []js.Value) any { notify(p.woken); return nil }))
	p.mail.Set("turned", js.FuncOf(func(js.Value, []js.Value) any { notify(p.turn); return nil }))
	return p
}

func notify(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default: // already
	}
}

// next takes the oldest letter and reports whether there was one.
func (p *post) next() (l letter, ok bool) {
	if !p.calls.next.Invoke(uintptr(unsafe.Pointer(&p.head))).Bool() {
		return l, false
	}
	l = letter{kind: letterKind(p.head[0]), from: int(p.head[1])}
	switch n := int(p.head[2]); l.kind {
	case message:
		l.b = make([]byte, n)
	case part:
		l.b = p.room(n)
	}
	p.calls.take.Invoke(p.lend(l.b))
	return l, true
}

// lend is the address of b for a call of JavaScript.
func (p *post) lend(b []byte) uintptr {
	p.lent = b
	return uintptr(unsafe.Pointer(unsafe.SliceData(b)))
}

// room is memory for a part of n bytes.
func (p *post) room(n int) []byte {
	for i, b := range p.spare {
		if cap(b) >= n {
			last := len(p.spare) - 1
			p.spare[i] = p.spare[last]
			p.spare = p.spare[:last]
			return b[:n]
		}
	}
	p.spare = nil // too small for the run that is on
	return make([]byte, n)
}

// done takes the memory of a part back.
func (p *post) done(l letter) {
	if l.kind == part {
		p.spare = append(p.spare, l.b)
	}
}

// wait lets the browser go on until a letter comes.
func (p *post) wait() {
	p.collect()
	if p.calls.wait.Invoke().Bool() {
		<-p.woken
	}
}

// yield lets the browser hand over what messages there are, and returns.
func (p *post) yield() {
	p.collect()
	p.calls.yield.Invoke()
	<-p.turn
}

func (p *post) collect() {
	if p.wakes++; p.wakes >= collectEvery {
		p.wakes = 0
		runtime.GC()
	}
}

// send hands the page, or whoever started this worker, a copy of b.
func (p *post) send(b []byte) { p.sendTo(0, b) }

// sendTo posts a copy of b to a peer, or with 0 to whoever started this worker.
func (p *post) sendTo(id int, b []byte) { p.calls.post.Invoke(id, p.lend(b), len(b)) }

// sendPart sends the worker of an id a copy of b, where there is a line to it.
func (p *post) sendPart(id int, b []byte) { p.calls.postPart.Invoke(id, p.lend(b), len(b)) }
