package main

import "syscall/js"

// link is one end of a MessageChannel to another worker, for parts. Each buffer
// that comes carries the next part that goes, so that two of them pass back and
// forth and none is made in a step.
type link struct {
	port  js.Value
	spare js.Value // ArrayBuffer, undefined before the first part has come
	most  int      // bytes of the largest part that has come or gone
}

// connect makes port the link to the worker of an id.
func (p *post) connect(id int, port js.Value) {
	l := &link{port: port}
	p.links[id] = l
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		array := args[0].Get("data")
		b := p.room(array.Length())
		js.CopyBytesToGo(b, array)
		l.spare, l.most = array.Get("buffer"), max(l.most, len(b))
		p.put(letter{kind: part, from: id, b: b})
		return nil
	}))
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

// sendPart sends the worker of an id a copy of b.
func (p *post) sendPart(id int, b []byte) {
	l := p.links[id]
	if l == nil {
		return // its worker is no more
	}
	l.most = max(l.most, len(b))
	buffer := l.spare
	if !buffer.Truthy() || buffer.Get("byteLength").Int() < len(b) {
		buffer = p.scope.Get("ArrayBuffer").New(l.most)
	}
	l.spare = js.Undefined()
	array := p.bytes.New(buffer, 0, len(b))
	js.CopyBytesToJS(array, b)
	l.port.Call("postMessage", array, []any{buffer})
}

// disconnect closes the link to a worker. Its callback is never called again.
func (p *post) disconnect(id int) {
	if l := p.links[id]; l != nil {
		l.port.Set("onmessage", js.Null())
		l.port.Call("close")
		delete(p.links, id)
	}
}
