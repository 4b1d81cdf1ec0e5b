package trainlab

import (
	"syscall/js"

	"stridelab/train"
)

// client owns the Web Worker that trains, and the functions through which it
// talks. A stopped or nil client does nothing.
type client struct {
	worker    js.Value
	onMessage js.Func
	onError   js.Func
	receive   func(train.Message)
	lost      func(lossReason)
	buffer    []byte // reused for incoming messages
	stopped   bool
}

// startClient starts the worker at url. receive gets its messages, lost is
// called once if it cannot be loaded or dies; both on the page's thread,
// outside of go-app.
func startClient(url string, receive func(train.Message), lost func(lossReason)) *client {
	constructor := js.Global().Get("Worker")
	if !constructor.Truthy() {
		lost(noWorker)
		return nil
	}
	c := &client{receive: receive, lost: lost}
	c.onMessage = js.FuncOf(func(_ js.Value, args []js.Value) any {
		c.take(args[0].Get("data"))
		return nil
	})
	c.onError = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		c.die(workerLoad)
		return nil
	})
	c.worker = constructor.New(url)
	c.worker.Set("onmessage", c.onMessage)
	c.worker.Set("onerror", c.onError)
	c.worker.Set("onmessageerror", c.onError)
	return c
}

// take decodes one message.
func (c *client) take(value js.Value) {
	if c.stopped {
		return
	}
	bytes := asBytes(value)
	if !bytes.Truthy() {
		c.die(workerLoad) // the loader's own words, see web/static/worker.js
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
		c.die(workerVersion)
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

func (c *client) die(reason lossReason) {
	if c.stopped {
		return
	}
	c.stop()
	c.lost(reason)
}

// send posts a message; its buffer moves to the worker.
func (c *client) send(m train.Message) {
	if c == nil || c.stopped {
		return
	}
	c.post(m.Append(nil), nil, 0)
}

// post sends head and the files' contents after it as one transferred buffer.
func (c *client) post(head []byte, contents []js.Value, size int) {
	array := js.Global().Get("Uint8Array").New(len(head) + size)
	js.CopyBytesToJS(array, head)
	at := len(head)
	for _, content := range contents {
		array.Call("set", content, at)
		at += content.Length()
	}
	c.worker.Call("postMessage", array, js.ValueOf([]any{array.Get("buffer")}))
}

// loadFiles reads the files and sends them, without taking them through Go.
// What the page itself finds wrong comes back as a Fault, as from the worker.
func (c *client) loadFiles(id int, files fileList) {
	if c == nil || c.stopped {
		return
	}
	total := 0.0
	for _, f := range files.files {
		total += f.Get("size").Float()
	}
	if total > maxFilesMB<<20 {
		c.receive(train.Fault{ID: id, Code: codeFilesTooLarge, Args: []string{formatCount(int64(total) >> 20), formatCount(maxFilesMB)}})
		return
	}
	c.receive(train.Progress{ID: id, What: train.WorkReading, Total: int64(total)})
	go func() {
		array := js.Global().Get("Uint8Array")
		names, sizes, contents, size := []string{}, []int{}, []js.Value{}, 0
		for _, f := range files.files {
			name := f.Get("name").String()
			buffer, ok := await(f.Call("arrayBuffer"))
			if !ok {
				c.receive(train.Fault{ID: id, Code: codeFilesUnreadable, Args: []string{name}})
				return
			}
			content := array.New(buffer)
			names, sizes, contents = append(names, name), append(sizes, content.Length()), append(contents, content)
			size += content.Length()
		}
		if c.stopped {
			return
		}
		c.post(train.AppendLoadFilesHead(nil, id, names, sizes), contents, size)
	}()
}

// stop ends the worker and releases its functions.
func (c *client) stop() {
	if c == nil || c.stopped {
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
