package main

import (
	"bytes"
	"fmt"
	"runtime"
	"syscall/js"
	"testing"
	"time"
)

// connected returns two bridges that are connected. Each knows the other as worker 1.
func connected(t testing.TB) (a, b *bridge, scopes [2]js.Value) {
	channel := js.Global().Get("MessageChannel").New()
	for i, port := range []string{"port1", "port2"} {
		scopes[i] = scope(t, "worker")
		say(scopes[i], map[string]any{"id": 1, "port": channel.Get(port)})
	}
	a, b = newBridge(scopes[0]), newBridge(scopes[1])
	t.Cleanup(func() { a.script.Call("disconnect", 1); b.script.Call("disconnect", 1) })
	return a, b, scopes
}

// receiveTensors waits for tensors and gives their memory back.
func receiveTensors(t testing.TB, b *bridge) []byte {
	t.Helper()
	e, ok := b.next()
	for ; !ok; e, ok = b.next() {
		b.wait()
	}
	if e.kind != tensors || e.from != 1 {
		t.Fatalf("got an event of kind %d from %d, want tensors from 1", e.kind, e.from)
	}
	got := bytes.Clone(e.b)
	b.done(e)
	return got
}

func TestTensorsPassTheirBuffersBackAndForth(t *testing.T) {
	a, b, scopes := connected(t)
	// One side's tensors are longer than the other's, and now and then both are short.
	for i := range 20 {
		there, back := bytes.Repeat([]byte{byte(i)}, 100), bytes.Repeat([]byte{byte(i + 1)}, 30)
		if i%5 == 4 {
			there, back = there[:3], back[:2]
		}
		a.sendTensors(1, there)
		b.sendTensors(1, back)
		if got := receiveTensors(t, b); !bytes.Equal(got, there) {
			t.Fatalf("round %d: got %v, want %v", i, got, there)
		}
		if got := receiveTensors(t, a); !bytes.Equal(got, back) {
			t.Fatalf("round %d: got %v, want %v", i, got, back)
		}
	}
	if made := scopes[0].Get("made").Int() + scopes[1].Get("made").Int(); made > 4 {
		t.Errorf("%d buffers were made in 20 rounds, want no more than 4", made)
	}
}

// A worker that makes samples gets no gradients in whose buffers it could send the next.
func TestBuffersGoBackWhereNothingElseDoes(t *testing.T) {
	a, b, scopes := connected(t)
	for i := range 20 {
		there := bytes.Repeat([]byte{byte(i)}, 100)
		a.sendTensors(1, there)
		if got := receiveTensors(t, b); !bytes.Equal(got, there) {
			t.Fatalf("message %d: got %v, want %v", i, got, there)
		}
		a.yield() // the buffer comes back now
		a.yield()
	}
	if made := scopes[0].Get("made").Int(); made > 4 {
		t.Errorf("%d buffers were made for 20 messages, want no more than 4", made)
	}
}

// references returns how many JavaScript values Go holds.
func references() int {
	return js.Global().Get("Function").New("return Go.references()").Invoke().Int()
}

// countReferences adds Go.references, which counts the JavaScript values that Go holds.
const countReferences = `
	const resume = Go.prototype._resume;
	Go.prototype._resume = function () {
		Go.prototype._resume = resume;
		Go.references = () => this._values.filter((v) => v !== undefined && v !== null).length;
		return resume.call(this);
	};
`

// Go holds no message. What it held would be freed only when its garbage collector runs.
func TestGoHoldsNoMessage(t *testing.T) {
	js.Global().Get("Function").New(countReferences).Invoke()
	time.Sleep(time.Millisecond)
	a, b, scopes := connected(t)
	there := make([]byte, 1000)
	round := func() {
		a.sendTensors(1, there)
		b.sendTensors(1, there)
		receiveTensors(t, a)
		receiveTensors(t, b)
		a.send(there)
		say(scopes[0], array(1, 2, 3))
		a.next()
		scopes[0].Get("posted").Set("length", 0)
	}
	round()
	runtime.GC()
	time.Sleep(10 * time.Millisecond) // finalizers run
	before := references()
	wakes := a.wakes + b.wakes
	const rounds = 200
	for range rounds {
		round()
	}
	wakes = a.wakes + b.wakes - wakes
	// A wake leaves its event and the event's empty list of arguments. The test's own
	// say leaves a few more.
	if grown := references() - before - 2*wakes; grown > 8*rounds {
		t.Errorf("%d values are held after %d rounds and %d wakes, want %d at most", grown, rounds, wakes, 8*rounds)
	}
	a.wakes = collectEvery
	a.yield()
	time.Sleep(10 * time.Millisecond)
	if left := references() - before; left > rounds {
		t.Errorf("%d values are left after the garbage collector ran", left)
	}
}

func TestTensorsForAWorkerThatIsNotConnectedAreDropped(t *testing.T) {
	a, b, _ := connected(t)
	a.script.Call("disconnect", 1)
	a.sendTensors(1, []byte{1})
	b.script.Call("disconnect", 1)
}

// fakeWorker replaces Worker by a class that records its calls.
const fakeWorker = `
	const started = [];
	self.started = started;
	self.Worker = class {
		constructor(url, options) { this.url = url; this.name = options.name; this.posted = []; started.push(this); }
		postMessage(message, transfer) { this.posted.push(message); }
		terminate() { this.terminated = true; }
	};
	self.module = {};
`

func startingScope(t *testing.T) js.Value {
	s := scope(t, "")
	js.Global().Get("Function").New("self", fakeWorker).Invoke(s)
	return s
}

func TestLauncherStartsWorkersFromTheCompiledProgram(t *testing.T) {
	s := startingScope(t)
	b := newBridge(s)
	l := newLauncher(b)
	if got := l.Cores(); got != 3 {
		t.Errorf("%d cores, want 3", got)
	}
	l.Launch(4)
	w := s.Get("started").Index(0)
	if w.Get("url").String() != "web/worker.js" || w.Get("name").String() != "worker" {
		t.Errorf("started %s as %s", w.Get("url"), w.Get("name"))
	}
	if first := w.Get("posted").Index(0); !first.Get("module").Equal(s.Get("module")) || !first.Get("program").Equal(s.Get("program")) {
		t.Error("the first message is not the program")
	}

	speak := func(data any) {
		event := js.Global().Get("Object").New()
		event.Set("data", data)
		w.Call("onmessage", event)
	}
	speak(array(5, 6))
	speak("it could not start")
	failure := js.Global().Get("Function").New("return { preventDefault() { this.prevented = true; } }").Invoke()
	w.Call("onerror", failure)
	s.Get("ticks").Index(0).Index(0).Invoke()
	want := []event{{kind: message, from: 4, b: []byte{5, 6}}, {kind: lost, from: 4}, {kind: lost, from: 4}, {kind: tick}}
	for _, want := range want {
		if got, ok := b.next(); !ok || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if !failure.Get("prevented").Truthy() {
		t.Error("the error reaches the page's console")
	}

	l.Send(4, []byte{9})
	if got := w.Get("posted").Index(1); got.Get("length").Int() != 1 || got.Index(0).Int() != 9 {
		t.Error("another message than sent")
	}
	l.Launch(5)
	l.Connect(0, 4)
	l.Connect(4, 5)
	other := s.Get("started").Index(1)
	for _, c := range []struct {
		message js.Value
		id      int
	}{{w.Get("posted").Index(2), 0}, {w.Get("posted").Index(3), 5}, {other.Get("posted").Index(1), 4}} {
		if c.message.Get("id").Int() != c.id || !c.message.Get("port").Truthy() {
			t.Errorf("connected to %v, want %d and a port", c.message.Get("id"), c.id)
		}
	}
	if n := s.Get("ticks").Length(); n != 1 {
		t.Errorf("%d timers, want 1", n)
	}

	l.Stop(4)
	if !w.Get("terminated").Truthy() {
		t.Error("the worker is still there")
	}
	l.SendTensors(4, []byte{1}) // the connection is gone, too
	for i := range 2 {          // ports that nobody took
		w.Get("posted").Index(2 + i).Get("port").Call("close")
	}
	other.Get("posted").Index(1).Get("port").Call("close")
}

func TestNobodyIsStartedWhereWorkersCannotStartWorkers(t *testing.T) {
	s := startingScope(t)
	s.Set("Worker", js.Undefined())
	if newLauncher(newBridge(s)) != nil {
		t.Error("there is a launcher without Worker")
	}
}
