package main

import "syscall/js"

// post is the worker's mailbox: messages from and to the page, or from and to
// the worker that started this one, parts from and to other workers, and the
// turn it gives the browser between two slices of work. Its callbacks only note
// what came and wake the main goroutine; they live as long as the program.
type post struct {
	scope js.Value // the worker's global scope
	bytes js.Value // Uint8Array
	inbox []letter
	spare [][]byte      // memory of parts that have been read
	woken chan struct{} // a letter came
	turn  chan struct{} // the browser had its turn
	port  js.Value      // for messages to itself
	links map[int]*link // to other workers, by id
}

// letter is one thing that came.
type letter struct {
	kind letterKind
	from int // id of the peer it came from; 0: the page, or whoever started this worker
	b    []byte
}

type letterKind uint8

const (
	message letterKind = iota
	part               // b is lent until post.done
	lost               // the peer is no more
	tick               // time has passed
)

func newPost(scope js.Value) *post {
	p := &post{
		scope: scope,
		bytes: scope.Get("Uint8Array"),
		woken: make(chan struct{}, 1),
		turn:  make(chan struct{}, 1),
		links: map[int]*link{},
	}
	channel := scope.Get("MessageChannel").New()
	p.port = channel.Get("port1")
	channel.Get("port2").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		notify(p.turn)
		return nil
	}))
	// worker.js kept what came while this program was being loaded.
	early := scope.Get("early")
	for i := range early.Length() {
		p.receive(early.Index(i))
	}
	early.Set("length", 0)
	scope.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		p.receive(args[0].Get("data"))
		return nil
	}))
	return p
}

func notify(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default: // already
	}
}

// receive takes what the page, or whoever started this worker, has sent: a
// message, or the port of a link.
func (p *post) receive(v js.Value) {
	if v.Type() == js.TypeObject && p.isPeer() && v.Get("port").Truthy() {
		p.connect(v.Get("id").Int(), v.Get("port"))
		return
	}
	p.put(letter{b: p.read(v)})
}

func (p *post) put(l letter) {
	p.inbox = append(p.inbox, l)
	notify(p.woken)
}

// read copies a Uint8Array, or an ArrayBuffer. Anything else becomes an empty
// message, which will be refused.
func (p *post) read(v js.Value) []byte {
	if v.InstanceOf(p.scope.Get("ArrayBuffer")) {
		v = p.bytes.New(v)
	}
	b := []byte{}
	if v.InstanceOf(p.bytes) {
		b = make([]byte, v.Length())
		js.CopyBytesToGo(b, v)
	}
	return b
}

// next takes the oldest letter and reports whether there was one.
func (p *post) next() (l letter, ok bool) {
	if len(p.inbox) == 0 {
		return l, false
	}
	l = p.inbox[0]
	copy(p.inbox, p.inbox[1:]) // there are few
	p.inbox[len(p.inbox)-1] = letter{}
	p.inbox = p.inbox[:len(p.inbox)-1]
	return l, true
}

// done takes the memory of a part back.
func (p *post) done(l letter) {
	if l.kind == part {
		p.spare = append(p.spare, l.b)
	}
}

// wait lets the browser go on until a letter comes.
func (p *post) wait() { <-p.woken }

// yield lets the browser hand over what messages there are, and returns.
func (p *post) yield() {
	p.port.Call("postMessage", js.Null())
	<-p.turn
}

// send hands the page, or whoever started this worker, a copy of b.
func (p *post) send(b []byte) { p.sendTo(p.scope, b) }

// sendTo posts a copy of b as a Uint8Array whose buffer is transferred.
func (p *post) sendTo(target js.Value, b []byte) {
	array := p.bytes.New(len(b))
	js.CopyBytesToJS(array, b)
	target.Call("postMessage", array, []any{array.Get("buffer")})
}

// program is the file worker.js loaded this program from.
func (p *post) program() string { return p.scope.Get("program").String() }

// isPeer reports whether another worker has started this one.
func (p *post) isPeer() bool { return p.scope.Get("peer").Truthy() }
