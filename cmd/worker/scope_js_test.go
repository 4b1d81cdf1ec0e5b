package main

import (
	"os"
	"sync"
	"syscall/js"
	"testing"
	"time"
)

// runScript runs web/static/worker.js as in the scope of a worker, with the memory of this
// program. The script fetches no program.
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

// captureMemory finds the memory of this program. worker.js gets it from the program that it
// starts; Go's support script shows it to nobody else.
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

// scope returns the global scope of a worker after worker.js has run. posted holds what the
// worker has posted, and made is the number of buffers that it has made.
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

// say delivers a message to a scope.
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
