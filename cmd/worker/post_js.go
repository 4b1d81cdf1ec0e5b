package main

import "syscall/js"

// post is the worker's mailbox: messages from and to the page, and the turn it
// gives the browser between two slices of work. Its callbacks only note what
// came and wake the main goroutine; they live as long as the program.
type post struct {
	scope js.Value // the worker's global scope
	bytes js.Value // Uint8Array
	inbox [][]byte
	woken chan struct{} // a message came
	turn  chan struct{} // the browser had its turn
	port  js.Value      // for messages to itself
}

func newPost(scope js.Value) *post {
	p := &post{
		scope: scope,
		bytes: scope.Get("Uint8Array"),
		woken: make(chan struct{}, 1),
		turn:  make(chan struct{}, 1),
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

// receive copies a Uint8Array, or an ArrayBuffer, into the inbox. Anything else
// becomes an empty message, which the desk refuses.
func (p *post) receive(v js.Value) {
	if v.InstanceOf(p.scope.Get("ArrayBuffer")) {
		v = p.bytes.New(v)
	}
	b := []byte{}
	if v.InstanceOf(p.bytes) {
		b = make([]byte, v.Length())
		js.CopyBytesToGo(b, v)
	}
	p.inbox = append(p.inbox, b)
	notify(p.woken)
}

// next takes the oldest message, nil when there is none.
func (p *post) next() []byte {
	if len(p.inbox) == 0 {
		return nil
	}
	b := p.inbox[0]
	p.inbox[0] = nil
	if p.inbox = p.inbox[1:]; len(p.inbox) == 0 {
		p.inbox = nil
	}
	return b
}

// wait lets the browser go on until a message comes.
func (p *post) wait() { <-p.woken }

// yield lets the browser hand over what messages there are, and returns.
func (p *post) yield() {
	p.port.Call("postMessage", js.Null())
	<-p.turn
}

// send hands the page a copy of b as a Uint8Array whose buffer is transferred.
func (p *post) send(b []byte) {
	array := p.bytes.New(len(b))
	js.CopyBytesToJS(array, b)
	p.scope.Call("postMessage", array, []any{array.Get("buffer")})
}

// program is the file worker.js loaded this program from.
func (p *post) program() string { return p.scope.Get("program").String() }
