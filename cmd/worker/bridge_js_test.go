package main

import (
	"bytes"
	"syscall/js"
	"testing"
	"time"
)

func TestMessagesArriveInOrderWhateverTheirForm(t *testing.T) {
	s := scope(t, "")
	say(s, array(1, 2)) // before the program listens
	b := newBridge(s)
	say(s, array(4))
	say(s, "no bytes")
	say(s, js.Null())
	b.wait() // must not block: messages are there
	for _, want := range [][]byte{{1, 2}, {4}, {}, {}} {
		if got, ok := b.next(); !ok || got.kind != message || got.from != 0 || !bytes.Equal(got.b, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if got, ok := b.next(); ok {
		t.Errorf("one message too many: %v", got)
	}
}

func TestWaitEndsWithAMessage(t *testing.T) {
	s := scope(t, "")
	b := newBridge(s)
	later := js.FuncOf(func(js.Value, []js.Value) any {
		say(s, array(5))
		return nil
	})
	defer later.Release()
	js.Global().Call("setTimeout", later, 0)
	b.wait()
	if got, ok := b.next(); !ok || !bytes.Equal(got.b, []byte{5}) {
		t.Errorf("got %v, want the message", got)
	}
}

func TestSentBytesAreACopyThatIsTransferred(t *testing.T) {
	s := scope(t, "")
	b := newBridge(s)
	sent := []byte{7, 8, 9}
	b.send(sent)
	sent[0] = 0
	posted := s.Get("posted")
	got := make([]byte, 3)
	js.CopyBytesToGo(got, posted.Index(0))
	if !bytes.Equal(got, []byte{7, 8, 9}) {
		t.Errorf("posted %v, want [7 8 9]", got)
	}
	if !posted.Index(1).Index(0).Equal(posted.Index(0).Get("buffer")) {
		t.Error("the buffer is not in the transfer list")
	}
}

// The reader of a message gives its buffer back, and the next message is sent in it.
func TestBuffersThatComeBackAreUsedAgain(t *testing.T) {
	s := scope(t, "")
	b := newBridge(s)
	posted := s.Get("posted")
	for i := range 20 {
		want := bytes.Repeat([]byte{byte(i)}, 100-i)
		if i%7 == 6 {
			want = bytes.Repeat([]byte{byte(i)}, 1000) // no buffer is as large, the first time
		}
		b.send(want)
		sent := posted.Index(posted.Length() - 2)
		got := make([]byte, sent.Length())
		js.CopyBytesToGo(got, sent)
		if !bytes.Equal(got, want) {
			t.Fatalf("message %d: got %v, want %v", i, got, want)
		}
		say(s, sent.Get("buffer"))
		if e, ok := b.next(); ok {
			t.Fatalf("the buffer that came back is read as %v", e)
		}
	}
	if made := s.Get("made").Int(); made > 2 {
		t.Errorf("%d buffers were made for 20 messages, want 2 at most", made)
	}
}

func TestYieldLetsTheBrowserHandOverMessages(t *testing.T) {
	s := scope(t, "")
	b := newBridge(s)
	late := js.FuncOf(func(js.Value, []js.Value) any {
		say(s, array(5))
		return nil
	})
	defer late.Release()
	js.Global().Call("setTimeout", late, 0)
	for begun := time.Now(); ; b.yield() {
		if _, ok := b.next(); ok {
			break
		}
		if time.Since(begun) > 5*time.Second {
			t.Fatal("no message came while yielding")
		}
	}
}
