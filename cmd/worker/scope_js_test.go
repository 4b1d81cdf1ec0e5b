package main

import (
	"os"
	"sync"
	"syscall/js"
	"testing"
	"time"
)

// runScript runs web/static/worker.js as if in the scope of a worker of its own,
// with this program's memory. The program is never fetched.
const runScript = `
	const posted = [];
	Object.assign(self, {
		name, posted, made: 0, program: "worker.wasm",
		postMessage(message, transfer) { posted.push(message, transfer); },
		location: { href: "web/worker.js" },
		navigator: { hardwareConcurrency: 3 },
		ticks: [],
		setInterval(f, ms) { self.ticks.push([f, ms]); },
		ArrayBuffer: class {
			constructor(n) { self.made++; return new ArrayBuffer(n); }
		},
	});
	new Function("self", "importScripts", "fetch", script)(self, () => {}, () => new Promise(() => {}));
	self.setMemory(memory);
`

// captureMemory finds the memory of this program, which worker.js has from the
// program that it starts: Go's support script lets nobody else see it.
const captureMemory = `
	const resume = Go.prototype._resume;
	return new Promise((found) => {
		Go.prototype._resume = function () {
			Go.prototype._resume = resume;
			found(this._inst.exports.mem);
			return resume.call(this);
		};
	});
`

var memory = sync.OnceValue(func() js.Value {
	found := make(chan js.Value, 1)
	then := js.FuncOf(func(_ js.Value, args []js.Value) any {
		found <- args[0]
		return nil
	})
	defer then.Release()
	js.Global().Get("Function").New(captureMemory).Invoke().Call("then", then)
	time.Sleep(time.Millisecond) // any event resumes the program
	return <-found
})

// scope is a worker's global scope after worker.js, with what the worker has
// posted in posted and the number of buffers made in made.
func scope(t testing.TB, name string) js.Value {
	t.Helper()
	script, err := os.ReadFile("../../web/static/worker.js")
	if err != nil {
		t.Fatal(err)
	}
	self := js.Global().Get("Object").New()
	js.Global().Get("Function").New("self", "name", "script", "memory", runScript).Invoke(self, name, string(script), memory())
	return self
}

// say has a scope receive a message.
func say(scope js.Value, data any) {
	event := js.Global().Get("Object").New()
	event.Set("data", data)
	scope.Call("onmessage", event)
}

func array(b ...byte) js.Value {
	v := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(v, b)
	return v
}
