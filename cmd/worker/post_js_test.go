package main

import (
	"bytes"
	"syscall/js"
	"testing"
	"time"
)

// scope is what newPost finds in a worker: early messages, and a postMessage
// that keeps what it is given.
func scope(early ...any) js.Value {
	global := js.Global()
	s := global.Get("Object").New()
	for _, name := range []string{"Uint8Array", "ArrayBuffer", "MessageChannel"} {
		s.Set(name, global.Get(name))
	}
	s.Set("early", early)
	s.Set("program", "worker.wasm")
	s.Set("posted", []any{})
	s.Set("postMessage", global.Get("Function").New("array", "transfer", "this.posted.push(array, transfer)"))
	return s
}

func array(b ...byte) js.Value {
	v := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(v, b)
	return v
}

func TestMessagesArriveInOrderWhateverTheirForm(t *testing.T) {
	s := scope(array(1, 2), array(3).Get("buffer"))
	p := newPost(s)
	event := js.Global().Get("Object").New()
	for _, data := range []any{array(4), "no bytes"} {
		event.Set("data", data)
		s.Call("onmessage", event)
	}
	p.wait() // must not block: messages are there
	for _, want := range [][]byte{{1, 2}, {3}, {4}, {}} {
		if got, ok := p.next(); !ok || got.kind != message || got.from != 0 || !bytes.Equal(got.b, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if got, ok := p.next(); ok {
		t.Errorf("one message too many: %v", got)
	}
	if n := s.Get("early").Length(); n != 0 {
		t.Errorf("%d messages stayed in early", n)
	}
}

func TestSentBytesAreACopyThatIsTransferred(t *testing.T) {
	s := scope()
	p := newPost(s)
	b := []byte{7, 8, 9}
	p.send(b)
	b[0] = 0
	posted := s.Get("posted")
	got := make([]byte, 3)
	js.CopyBytesToGo(got, posted.Index(0))
	if !bytes.Equal(got, []byte{7, 8, 9}) {
		t.Errorf("posted %v, want [7 8 9]", got)
	}
	if !posted.Index(1).Index(0).Equal(posted.Index(0).Get("buffer")) {
		t.Error("the buffer is not in the transfer list")
	}
	if got := p.program(); got != "worker.wasm" {
		t.Errorf("program %q", got)
	}
}

func TestYieldLetsTheBrowserHandOverMessages(t *testing.T) {
	s := scope()
	p := newPost(s)
	late := js.FuncOf(func(js.Value, []js.Value) any {
		event := js.Global().Get("Object").New()
		event.Set("data", array(5))
		s.Call("onmessage", event)
		return nil
	})
	defer late.Release()
	js.Global().Call("setTimeout", late, 0)
	for begun := time.Now(); ; p.yield() {
		if _, ok := p.next(); ok {
			break
		}
		if time.Since(begun) > 5*time.Second {
			t.Fatal("no message came while yielding")
		}
	}
}
