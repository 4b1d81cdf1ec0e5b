package trainer

import (
	"syscall/js"

	"stridelab/train"
)

// Client owns a Web Worker, and the functions through which it talks. A stopped or
// nil Client does nothing.
type Client struct {
	worker    js.Value
	onMessage js.Func
	onError   js.Func
	receive   func(train.Message)
	lost      func(Reason)
	buffer    []byte // reused for incoming messages
	stopped   bool
}

// Start starts the worker at url. receive gets its messages, lost is called once if it
// cannot be loaded or dies; both on the page's thread, outside of go-app. The first
// message is a train.Hello.
func Start(url string, receive func(train.Message), lost func(Reason)) *Client {
	constructor := js.Global().Get("Worker")
	if !constructor.Truthy() {
		lost(NoWorker)
		return nil
	}
	worker, ok := start(constructor, url)
	if !ok {
		lost(Refused)
		return nil
	}
	c := &Client{worker: worker, receive: receive, lost: lost}
	c.onMessage = js.FuncOf(func(_ js.Value, args []js.Value) any {
		c.take(args[0].Get("data"))
		return nil
	})
	c.onError = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		c.die(Load)
		return nil
	})
	c.worker.Set("onmessage", c.onMessage)
	c.worker.Set("onerror", c.onError)
	c.worker.Set("onmessageerror", c.onError)
	return c
}

// start makes a worker. In a sandboxed frame, which has no origin, the browser throws.
func start(constructor js.Value, url string) (worker js.Value, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return constructor.New(url), true
}

// take decodes one message.
func (c *Client) take(value js.Value) {
	if c.stopped {
		return
	}
	bytes := asBytes(value)
	if !bytes.Truthy() {
		c.die(Load) // the loader's own words, see web/static/worker.js
		return
	}
	n := bytes.Length()
	if cap(c.buffer) < n {
		c.buffer = make([]byte, n+n/4)
	}
	c.buffer = c.buffer[:n]
	js.CopyBytesToGo(c.buffer, bytes)
	m, err := train.Decode(c.buffer)
	if err != nil {
		c.die(Version)
		return
	}
	c.receive(m)
}

// asBytes is value as a Uint8Array, undefined if it is neither that nor an ArrayBuffer.
func asBytes(value js.Value) js.Value {
	if value.Type() != js.TypeObject {
		return js.Undefined()
	}
	array := js.Global().Get("Uint8Array")
	if value.InstanceOf(array) {
		return value
	}
	if value.InstanceOf(js.Global().Get("ArrayBuffer")) {
		return array.New(value)
	}
	return js.Undefined()
}

func (c *Client) die(reason Reason) {
	if c.stopped {
		return
	}
	c.Stop()
	c.lost(reason)
}

// Alive reports whether there is a worker to send to.
func (c *Client) Alive() bool { return c != nil && !c.stopped }

// Send posts a message; its buffer moves to the worker.
func (c *Client) Send(m train.Message) {
	if c.Alive() {
		c.Post(m.Append(nil), nil, 0)
	}
}

// Post sends head and what is in contents after it, size bytes in all, as one
// transferred buffer.
func (c *Client) Post(head []byte, contents []js.Value, size int) {
	array := js.Global().Get("Uint8Array").New(len(head) + size)
	js.CopyBytesToJS(array, head)
	at := len(head)
	for _, content := range contents {
		array.Call("set", content, at)
		at += content.Length()
	}
	c.worker.Call("postMessage", array, js.ValueOf([]any{array.Get("buffer")}))
}

// Stop ends the worker and releases its functions.
func (c *Client) Stop() {
	if !c.Alive() {
		return
	}
	c.stopped = true
	c.worker.Set("onmessage", js.Null())
	c.worker.Set("onerror", js.Null())
	c.worker.Set("onmessageerror", js.Null())
	c.worker.Call("terminate")
	// The functions may be the very ones that are running now; the next turn is early enough.
	go func() {
		c.onMessage.Release()
		c.onError.Release()
	}()
}
