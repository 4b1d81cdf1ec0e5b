package main

import (
	"bytes"
	"fmt"
	"syscall/js"
	"testing"
	"time"
)

// pair is two mailboxes with a link between them; each calls the other 1.
func pair() (a, b *post) {
	a, b = newPost(scope()), newPost(scope())
	channel := js.Global().Get("MessageChannel").New()
	a.connect(1, channel.Get("port1"))
	b.connect(1, channel.Get("port2"))
	return a, b
}

// receivePart waits for a part and gives its memory back.
func receivePart(t *testing.T, p *post) []byte {
	t.Helper()
	for begun := time.Now(); time.Since(begun) < 5*time.Second; p.yield() {
		if l, ok := p.next(); ok {
			if l.kind != part || l.from != 1 {
				t.Fatalf("got a letter of kind %d from %d, want a part from 1", l.kind, l.from)
			}
			got := bytes.Clone(l.b)
			p.done(l)
			return got
		}
	}
	t.Fatal("no part came")
	return nil
}

func TestPartsPassTheirBuffersBackAndForth(t *testing.T) {
	a, b := pair()
	defer a.disconnect(1)
	defer b.disconnect(1)
	made := 0
	for _, p := range []*post{a, b} {
		native := js.Global().Get("ArrayBuffer")
		count := js.FuncOf(func(_ js.Value, args []js.Value) any {
			made++
			return native.New(args[0])
		})
		defer count.Release()
		p.scope.Set("ArrayBuffer", count)
	}
	// One side's parts are longer than the other's, and now and then both are short.
	for i := range 20 {
		there, back := bytes.Repeat([]byte{byte(i)}, 100), bytes.Repeat([]byte{byte(i + 1)}, 30)
		if i%5 == 4 {
			there, back = there[:3], back[:2]
		}
		a.sendPart(1, there)
		b.sendPart(1, back)
		if got := receivePart(t, b); !bytes.Equal(got, there) {
			t.Fatalf("round %d: got %v, want %v", i, got, there)
		}
		if got := receivePart(t, a); !bytes.Equal(got, back) {
			t.Fatalf("round %d: got %v, want %v", i, got, back)
		}
	}
	if made > 4 {
		t.Errorf("%d buffers were made in 20 rounds, want no more than 4", made)
	}
}

func TestPartToWhomNobodyIsLinkedIsDropped(t *testing.T) {
	a, b := pair()
	a.disconnect(1)
	a.sendPart(1, []byte{1})
	b.disconnect(1)
}

// fakeWorker notes what is done to a worker, and lets the test speak for it.
const fakeWorker = `
	const hired = [];
	this.hired = hired;
	this.Worker = class {
		constructor(url, options) { this.url = url; this.name = options.name; this.posted = []; hired.push(this); }
		postMessage(message, transfer) { this.posted.push(message); }
		terminate() { this.terminated = true; }
	};
	this.location = { href: "web/worker.js" };
	this.ticks = [];
	this.setInterval = (f, ms) => this.ticks.push([f, ms]);
	this.module = {};
`

func hiringScope() js.Value {
	s := scope()
	js.Global().Get("Function").New(fakeWorker).Call("call", s)
	return s
}

func TestStaffStartsWorkersFromTheCompiledProgram(t *testing.T) {
	s := hiringScope()
	p := newPost(s)
	crew := newStaff(p)
	crew.Start(4)
	w := s.Get("hired").Index(0)
	if w.Get("url").String() != "web/worker.js" || w.Get("name").String() != "peer" {
		t.Errorf("started %s as %s", w.Get("url"), w.Get("name"))
	}
	if first := w.Get("posted").Index(0); !first.Get("module").Equal(s.Get("module")) || first.Get("program").String() != "worker.wasm" {
		t.Error("the first message is not the program")
	}

	speak := func(data any) {
		event := js.Global().Get("Object").New()
		event.Set("data", data)
		w.Call("onmessage", event)
	}
	speak(array(5, 6))
	speak("it could not start")
	event := js.Global().Get("Function").New("return { preventDefault() { this.prevented = true; } }").Invoke()
	w.Call("onerror", event)
	s.Get("ticks").Index(0).Index(0).Invoke()
	want := []letter{{kind: message, from: 4, b: []byte{5, 6}}, {kind: lost, from: 4}, {kind: lost, from: 4}, {kind: tick}}
	for _, want := range want {
		if got, ok := p.next(); !ok || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if !event.Get("prevented").Truthy() {
		t.Error("the error reaches the page's console")
	}

	crew.Send(4, []byte{9})
	if got := w.Get("posted").Index(1); got.Get("length").Int() != 1 || got.Index(0).Int() != 9 {
		t.Error("another message than sent")
	}
	crew.Start(5)
	crew.Introduce(0, 4)
	crew.Introduce(4, 5)
	other := s.Get("hired").Index(1)
	for _, c := range []struct {
		message js.Value
		id      int
	}{{w.Get("posted").Index(2), 0}, {w.Get("posted").Index(3), 5}, {other.Get("posted").Index(1), 4}} {
		if c.message.Get("id").Int() != c.id || !c.message.Get("port").Truthy() {
			t.Errorf("introduced to %v, want %d and a port", c.message.Get("id"), c.id)
		}
	}
	if p.links[4] == nil || p.links[5] != nil {
		t.Error("the desk's worker has other links than the one to 4")
	}
	if n := s.Get("ticks").Length(); n != 1 {
		t.Errorf("%d timers, want 1", n)
	}

	p.links[4].port.Call("unref") // Node's: does not keep the test alive
	crew.Stop(4)
	if !w.Get("terminated").Truthy() || p.links[4] != nil {
		t.Error("the worker, or the link to it, is still there")
	}
	for i := range 2 { // ports of links that nobody took
		w.Get("posted").Index(2 + i).Get("port").Call("close")
	}
}

func TestNobodyIsHiredWhereWorkersCannotStartWorkers(t *testing.T) {
	s := hiringScope()
	s.Set("Worker", js.Undefined())
	if newStaff(newPost(s)) != nil {
		t.Error("there is a staff without Worker")
	}
}

func TestPeerTakesPortsAndMessages(t *testing.T) {
	s := scope()
	s.Set("peer", true)
	channel := js.Global().Get("MessageChannel").New()
	p := newPost(s)
	event := js.Global().Get("Object").New()
	event.Set("data", map[string]any{"id": 7, "port": channel.Get("port1")})
	s.Call("onmessage", event)
	event.Set("data", array(3))
	s.Call("onmessage", event)
	if l, ok := p.next(); !ok || l.kind != message || !bytes.Equal(l.b, []byte{3}) {
		t.Errorf("got %v, want the message", l)
	}
	if p.links[7] == nil {
		t.Error("the link was not made")
	}
	p.disconnect(7)
}
