package main

import "syscall/js"

// staff is the workers that this one has started: the same program from the
// same compiled module, in workers of its own. It is a train.Staff.
type staff struct {
	post    *post
	hands   map[int]*hired
	ticking bool
}

type hired struct {
	worker             js.Value
	onMessage, onError js.Func
}

// newStaff is nil in a browser whose workers cannot start workers (Safari
// before 15.5): there one worker does it all.
func newStaff(p *post) *staff {
	if !p.scope.Get("Worker").Truthy() || !p.scope.Get("module").Truthy() {
		return nil
	}
	return &staff{post: p, hands: map[int]*hired{}}
}

// Start implements train.Staff.
func (s *staff) Start(id int) {
	p, h := s.post, &hired{}
	s.tick()
	h.onMessage = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if v := args[0].Get("data"); v.Type() == js.TypeString { // worker.js: it could not start, or has ended
			p.put(letter{kind: lost, from: id})
		} else {
			p.put(letter{from: id, b: p.read(v)})
		}
		return nil
	})
	h.onError = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		p.put(letter{kind: lost, from: id})
		return nil
	})
	h.worker = p.scope.Get("Worker").New(p.scope.Get("location").Get("href"), map[string]any{"name": "peer"})
	h.worker.Set("onmessage", h.onMessage)
	h.worker.Set("onerror", h.onError)
	h.worker.Call("postMessage", map[string]any{"module": p.scope.Get("module"), "program": p.program()})
	s.hands[id] = h
}

// tick begins to remind the desk of time passing; only one with peers cares.
func (s *staff) tick() {
	if s.ticking {
		return
	}
	s.ticking = true
	s.post.scope.Call("setInterval", js.FuncOf(func(js.Value, []js.Value) any {
		s.post.put(letter{kind: tick})
		return nil
	}), 500)
}

// Stop implements train.Staff.
func (s *staff) Stop(id int) {
	h := s.hands[id]
	delete(s.hands, id)
	h.worker.Set("onmessage", js.Null())
	h.worker.Set("onerror", js.Null())
	h.worker.Call("terminate")
	h.onMessage.Release()
	h.onError.Release()
	s.post.disconnect(id)
}

// Introduce implements train.Staff.
func (s *staff) Introduce(a, b int) {
	channel := s.post.scope.Get("MessageChannel").New()
	s.give(a, b, channel.Get("port1"))
	s.give(b, a, channel.Get("port2"))
}

// give makes port the link that worker to has with worker id.
func (s *staff) give(to, id int, port js.Value) {
	if to == 0 {
		s.post.connect(id, port)
		return
	}
	s.hands[to].worker.Call("postMessage", map[string]any{"id": id, "port": port}, []any{port})
}

// Send implements train.Staff.
func (s *staff) Send(id int, b []byte) { s.post.sendTo(s.hands[id].worker, b) }

// Cores implements train.Staff.
func (s *staff) Cores() int {
	if n := s.post.scope.Get("navigator").Get("hardwareConcurrency"); n.Truthy() {
		return n.Int()
	}
	return 1 // not every browser tells
}

// SendPart implements train.Staff.
func (s *staff) SendPart(id int, b []byte) { s.post.sendPart(id, b) }
