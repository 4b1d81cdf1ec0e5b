package trainer

import (
	"syscall/js"

	"stridelab/train"
)

// Client owns a Web Worker and the JavaScript functions that its messages call. When the
// worker ends, it starts another, which goes on with the same run. A stopped or nil Client
// does nothing.
type Client struct {
	run       supervisor
	url       string
	worker    js.Value
	onMessage js.Func
	onError   js.Func
	onTick    js.Func
	ticking   js.Value
	buffer    []byte // reused for incoming messages
}

// Files is a LoadFiles: the message up to the bytes of the files (train.AppendLoadFilesHead),
// and these bytes in Uint8Arrays, Size in all.
type Files struct {
	Head     []byte
	Contents []js.Value
	Size     int
}

// Start starts the worker at url. receive is called with its messages, the first of which is a
// train.Hello. restarted is called when another worker has taken its place, with the step
// from which the run goes on. lost is called once: if no worker can be loaded, or if one
// after the other dies. All are called on the thread of the page, outside of go-app.
func Start(url string, receive func(train.Message), restarted func(step int), lost func(Reason)) *Client {
	if !js.Global().Get("Worker").Truthy() {
		lost(NoWorker)
		return nil
	}
	c := &Client{url: url}
	c.run = supervisor{
		start: c.startWorker, post: func(b []byte) { c.post(Files{Head: b}) },
		receive: receive, restarted: restarted, lost: lost, release: c.release,
	}
	c.onMessage = js.FuncOf(func(_ js.Value, args []js.Value) any {
		c.takeValue(args[0].Get("data"))
		return nil
	})
	c.onError = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		c.run.died(Load, nil)
		return nil
	})
	c.onTick = js.FuncOf(func(js.Value, []js.Value) any {
		c.run.tick()
		return nil
	})
	c.ticking = js.Global().Call("setInterval", c.onTick, tickTime.Milliseconds())
	c.run.begin()
	return c
}

// startWorker replaces the present worker by a new one. It reports false if the browser
// refuses: in a sandboxed frame, which has no origin, it throws.
func (c *Client) startWorker() (started bool) {
	c.endWorker()
	defer func() {
		if recover() != nil {
			c.worker, started = js.Undefined(), false
		}
	}()
	c.worker = js.Global().Get("Worker").New(c.url)
	c.worker.Set("onmessage", c.onMessage)
	c.worker.Set("onerror", c.onError)
	c.worker.Set("onmessageerror", c.onError)
	return true
}

func (c *Client) endWorker() {
	if c.worker.IsUndefined() {
		return
	}
	c.worker.Set("onmessage", js.Null())
	c.worker.Set("onerror", js.Null())
	c.worker.Set("onmessageerror", js.Null())
	c.worker.Call("terminate")
}

// takeValue takes a value that the worker has posted.
func (c *Client) takeValue(value js.Value) {
	bytes := asBytes(value)
	if !bytes.Truthy() {
		c.run.died(Load, nil) // a string of web/static/worker.js: the program has ended
		return
	}
	n := bytes.Length()
	if cap(c.buffer) < n {
		c.buffer = make([]byte, n+n/4)
	}
	c.buffer = c.buffer[:n]
	js.CopyBytesToGo(c.buffer, bytes)
	buffer := bytes.Get("buffer") // goes back: the worker sends the next message in it
	c.worker.Call("postMessage", buffer, []any{buffer})
	c.buffer = c.run.take(c.buffer)
}

// asBytes returns value if it is a Uint8Array, and undefined if not.
func asBytes(value js.Value) js.Value {
	if value.Type() == js.TypeObject && value.InstanceOf(js.Global().Get("Uint8Array")) {
		return value
	}
	return js.Undefined()
}

// Alive reports whether there is a worker, or will be one again.
func (c *Client) Alive() bool { return c != nil && !c.run.over }

// Send sends the worker a message.
func (c *Client) Send(m train.Message) {
	if c.Alive() {
		c.run.send(m)
	}
}

// SendFiles sends the worker files under an ID. again brings the same files another time, for
// a worker that takes the place of this one, or reports that it cannot. It may block its
// goroutine.
func (c *Client) SendFiles(id int, files Files, again func() (Files, bool)) {
	if !c.Alive() {
		return
	}
	first := true
	c.run.sendFiles(id, func() {
		if first {
			first = false
			c.postFiles(files)
			files = Files{} // the worker has them now
			return
		}
		worker := c.worker
		go func() {
			files, ok := again()
			switch {
			case !c.Alive() || !c.worker.Equal(worker): // this worker has ended, too
			case ok:
				c.postFiles(files)
			default:
				c.run.end(Lost, nil)
			}
		}()
	})
}

func (c *Client) postFiles(f Files) {
	c.run.posted++
	c.post(f)
}

// post sends one message, in a transferred buffer.
func (c *Client) post(f Files) {
	array := js.Global().Get("Uint8Array").New(len(f.Head) + f.Size)
	js.CopyBytesToJS(array, f.Head)
	at := len(f.Head)
	for _, content := range f.Contents {
		array.Call("set", content, at)
		at += content.Length()
	}
	c.worker.Call("postMessage", array, []any{array.Get("buffer")})
}

// Stop ends the worker and releases its functions.
func (c *Client) Stop() {
	if !c.Alive() {
		return
	}
	c.run.over = true
	c.release()
}

func (c *Client) release() {
	c.endWorker()
	js.Global().Call("clearInterval", c.ticking)
	// One of the functions may be running now. They are released when it has returned.
	go func() {
		c.onMessage.Release()
		c.onError.Release()
		c.onTick.Release()
	}()
}
