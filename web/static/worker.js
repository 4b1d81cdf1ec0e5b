// Starts the trainer (cmd/worker) in this Web Worker: with WebAssembly's vector instructions if
// the browser has them, else the portable program. All addresses are relative to this file, so
// that it works under any prefix.
//
// The page starts one such worker, the coordinator. The coordinator launches other workers,
// with the program that it has compiled.
//
// Messages are Uint8Arrays (package train). A string says that the program could not start or
// has ended. An ArrayBuffer is the buffer of an earlier message, which comes back to be used
// again.
"use strict";

// The coordinator launches its workers under this name. The browser tests know it.
const launchedName = "worker";
self.coordinator = self.name !== launchedName;

// Go keeps a reference to each JavaScript value it gets until its garbage collector runs, and a
// training run hardly ever makes it run. So Go gets no values here: messages wait in an inbox,
// and their bytes are copied between their buffers and Go's memory, which Go names by address
// and length.

let memory; // of Go
self.setMemory = (m) => (memory = m);
const goBytes = (at, n) => new Uint8Array(memory.buffer, at, n);

// A Line leads to another thread. It keeps a few buffers in which the next messages are sent.
class Line {
  constructor(port) {
    this.port = port;
    this.spares = [];
    this.largest = 0; // bytes of the largest tensors that have come or gone
  }

  // send posts a copy of n bytes of Go's memory. A new buffer, if one is needed, has size bytes.
  send(at, n, size) {
    const i = this.spares.findIndex((buffer) => buffer.byteLength >= n);
    const buffer = i < 0 ? new self.ArrayBuffer(size) : this.spares.splice(i, 1)[0];
    if (i < 0) this.spares.length = 0; // all too small for what is sent now
    const bytes = new Uint8Array(buffer, 0, n);
    bytes.set(goBytes(at, n));
    this.port.postMessage(bytes, [buffer]);
  }

  // keep takes a buffer to send with. It returns false if there are enough.
  keep(buffer) {
    return this.spares.length < 2 && this.spares.push(buffer) > 0;
  }
}

const kinds = { message: 0, tensors: 1, lost: 2, tick: 3 }; // as in cmd/worker/bridge_js.go
const inbox = []; // events, oldest first: {kind, from, bytes, line}
let waiting = false; // Go waits until there is an event
const owner = new Line(self); // to whoever started this worker: the page, or the coordinator
const launched = new Map(); // by id, lines to the workers that this one has launched
const connected = new Map(); // by id, lines to other workers, for tensors
const turn = new MessageChannel();

function put(event) {
  inbox.push(event);
  if (waiting) {
    waiting = false;
    self.bridge.wake();
  }
}

// receive puts a message of a worker, or of the page, into the inbox. A value that is no bytes
// becomes an empty message, which Go refuses.
function receive(from, data) {
  const bytes = data instanceof Uint8Array ? data : new Uint8Array(0);
  put({ kind: kinds.message, from, bytes });
}

// openLine makes port the line for tensors to the worker of an id.
function openLine(id, port) {
  const line = new Line(port);
  connected.set(id, line);
  port.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) {
      line.keep(data);
      return;
    }
    line.largest = Math.max(line.largest, data.length);
    put({ kind: kinds.tensors, from: id, bytes: data, line });
  };
}

// closeLine ends the line for tensors to the worker of an id, if there is one.
function closeLine(id) {
  const line = connected.get(id);
  if (!line) return;
  connected.delete(id);
  line.port.onmessage = null;
  line.port.close();
}

// give makes port the line for tensors from worker to to worker id.
function give(to, id, port) {
  if (to === 0) {
    openLine(id, port);
  } else {
    launched.get(to).port.postMessage({ id, port }, [port]);
  }
}

// What Go calls. Go sets wake, which is called when the inbox that it waits for has an event,
// and turned, which is called when the browser has run.
self.bridge = {
  wake() {},
  turned() {},

  // wait returns false if the inbox has an event already.
  wait: () => (waiting = inbox.length === 0),
  yield: () => turn.port1.postMessage(null),

  // next writes the kind, the sender's id and the number of bytes of the oldest event.
  next(at) {
    if (inbox.length === 0) return false;
    const { kind, from, bytes } = inbox[0];
    new Int32Array(memory.buffer, at, 3).set([kind, from, bytes ? bytes.length : 0]);
    return true;
  },
  // take removes the oldest event and copies its bytes.
  take(at) {
    const { kind, bytes, line } = inbox.shift();
    if (bytes) goBytes(at, bytes.length).set(bytes);
    // The buffer is used to send tensors the other way. If none are sent, it goes back.
    if (kind === kinds.tensors && !line.keep(bytes.buffer)) line.port.postMessage(bytes.buffer, [bytes.buffer]);
  },

  post: (to, at, n) => (to === 0 ? owner : launched.get(to)).send(at, n, n),
  postTensors(to, at, n) {
    const line = connected.get(to);
    if (!line) return; // that worker has ended
    line.largest = Math.max(line.largest, n);
    line.send(at, n, line.largest);
  },

  // Some browsers do not let workers start workers (Safari before 15.5).
  canLaunch: () => Boolean(self.Worker && self.module),
  cores: () => self.navigator.hardwareConcurrency || 1, // some browsers do not say

  launch(id) {
    const worker = new self.Worker(self.location.href, { name: launchedName });
    launched.set(id, new Line(worker));
    worker.onmessage = ({ data }) =>
      typeof data === "string" ? put({ kind: kinds.lost, from: id }) : receive(id, data);
    worker.onerror = (event) => {
      event.preventDefault();
      put({ kind: kinds.lost, from: id });
    };
    worker.postMessage({ module: self.module, program: self.program });
  },
  stop(id) {
    const worker = launched.get(id).port;
    launched.delete(id);
    worker.onmessage = worker.onerror = null;
    worker.terminate();
    closeLine(id);
  },
  connect(a, b) {
    const channel = new MessageChannel();
    give(a, b, channel.port1);
    give(b, a, channel.port2);
  },
  disconnect: closeLine, // only tests call it
  tick: (ms) => self.setInterval(() => put({ kind: kinds.tick, from: 0 }), ms),
};

turn.port2.onmessage = () => self.bridge.turned();

// The first message to a launched worker is the program.
const given = new Promise((resolve) => {
  self.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) owner.keep(data);
    else if (data && data.module) resolve(data);
    else if (data && data.port) openLine(data.id, data.port);
    else receive(0, data);
  };
});

// The smallest module with a vector instruction: a function that drops i8x16.splat(0). A
// browser without vector instructions does not validate it.
const vectors = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

// load fetches the program and returns its instance.
async function load(imports) {
  if (!self.coordinator) {
    const { module, program } = await given;
    self.program = program;
    return WebAssembly.instantiate(module, imports);
  }
  self.program = WebAssembly.validate(vectors) ? "worker.wasm" : "worker-portable.wasm";
  const answer = await fetch(self.program);
  if (!answer.ok) {
    throw new Error(`${self.program}: ${answer.status} ${answer.statusText}`);
  }
  // Streaming needs the type application/wasm, which some static hosts do not send.
  const wasm = (answer.headers.get("Content-Type") || "").startsWith("application/wasm")
    ? await WebAssembly.instantiateStreaming(answer, imports)
    : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  self.module = wasm.module; // for the workers to launch
  return wasm.instance;
}

async function start() {
  importScripts("../wasm_exec.js");
  const go = new Go();
  const instance = await load(go.importObject);
  self.setMemory(instance.exports.mem);
  await go.run(instance);
  throw new Error("the trainer ended");
}

start().catch((error) => self.postMessage(String(error.message || error)));
