// Starts the trainer (cmd/worker) in this Web Worker: with WebAssembly's vectors
// where the browser has them, else the portable program. Everything is found
// relative to this file, so it works under any prefix.
//
// The page starts one such worker. That starts others, its peers, with the
// program it has compiled.
//
// Messages are Uint8Arrays (package train). A failure to start, or an end, is
// posted as a string. An ArrayBuffer is the buffer of an earlier message, which
// comes back to be used again.
"use strict";

self.peer = self.name === "peer";

// Go keeps a reference to each JavaScript value it gets until its garbage
// collector runs, and a training run hardly ever gives it a reason to. So Go gets
// no values here: messages wait in a queue, and their bytes are copied between
// their buffers and Go's memory, which Go names by address and length.

let memory; // Go's
self.setMemory = (m) => (memory = m);
const goBytes = (at, n) => new Uint8Array(memory.buffer, at, n);

// A Line leads to another thread. It keeps a few buffers to send the next messages in.
class Line {
  constructor(port) {
    this.port = port;
    this.spares = [];
    this.most = 0; // bytes of the largest part that has come or gone
  }

  // send posts a copy of n bytes of Go's memory, in a buffer of size bytes if a new one is needed.
  send(at, n, size) {
    const fits = this.spares.findIndex((buffer) => buffer.byteLength >= n);
    const buffer = fits < 0 ? new self.ArrayBuffer(size) : this.spares.splice(fits, 1)[0];
    if (fits < 0) this.spares.length = 0; // too small for what is sent now
    const bytes = new Uint8Array(buffer, 0, n);
    bytes.set(goBytes(at, n));
    this.port.postMessage(bytes, [buffer]);
  }

  // keep takes a buffer to send with, and reports false when there are enough.
  keep(buffer) {
    return this.spares.length < 2 && this.spares.push(buffer) > 0;
  }
}

const kinds = { message: 0, part: 1, lost: 2, tick: 3 }; // as in cmd/worker/post_js.go
const queue = []; // what has come, oldest first: {kind, from, bytes, line}
let waiting = false; // Go is, for the queue to have something
const owner = new Line(self); // whoever has started this worker: the page, or another worker
const peers = new Map(); // by id, the workers that this one has started
const links = new Map(); // by id, lines to other workers, for parts
const turn = new MessageChannel();

function put(entry) {
  queue.push(entry);
  if (waiting) {
    waiting = false;
    self.mail.wake();
  }
}

// receive takes what a worker, or the page, has sent. What is no bytes becomes an
// empty message, which Go refuses.
function receive(from, data) {
  const bytes = data instanceof Uint8Array ? data : new Uint8Array(0);
  put({ kind: kinds.message, from, bytes });
}

// connect makes port the line for parts to the worker of an id.
function connect(id, port) {
  const line = new Line(port);
  links.set(id, line);
  port.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) {
      line.keep(data);
      return;
    }
    line.most = Math.max(line.most, data.length);
    put({ kind: kinds.part, from: id, bytes: data, line });
  };
}

// give makes port the line that worker to has with worker id.
function give(to, id, port) {
  if (to === 0) {
    connect(id, port);
  } else {
    peers.get(to).worker.postMessage({ id, port }, [port]);
  }
}

// What Go calls. It sets wake and turned, which are called when the queue it
// waits for has something and when the browser has had its turn.
self.mail = {
  wake() {},
  turned() {},

  // wait reports false when there is something in the queue already.
  wait: () => (waiting = queue.length === 0),
  yield: () => turn.port1.postMessage(null),

  // next tells of the oldest in the queue: kind, sender's id and number of bytes.
  next(at) {
    if (queue.length === 0) return false;
    const { kind, from, bytes } = queue[0];
    new Int32Array(memory.buffer, at, 3).set([kind, from, bytes ? bytes.length : 0]);
    return true;
  },
  // take removes it and copies its bytes.
  take(at) {
    const { kind, bytes, line } = queue.shift();
    if (bytes) goBytes(at, bytes.length).set(bytes);
    // Where nothing is sent the other way, the sender gets its buffers back.
    if (kind === kinds.part && !line.keep(bytes.buffer)) line.port.postMessage(bytes.buffer, [bytes.buffer]);
  },

  post: (to, at, n) => (to === 0 ? owner : peers.get(to)).send(at, n, n),
  postPart(to, at, n) {
    const line = links.get(to);
    if (!line) return; // its worker is no more
    line.most = Math.max(line.most, n);
    line.send(at, n, line.most);
  },

  // Not every browser lets workers start workers (Safari before 15.5 does not).
  canStart: () => Boolean(self.Worker && self.module),
  cores: () => self.navigator.hardwareConcurrency || 1, // not every browser tells

  start(id) {
    const worker = new self.Worker(self.location.href, { name: "peer" });
    const line = new Line(worker);
    line.worker = worker;
    peers.set(id, line);
    worker.onmessage = ({ data }) =>
      typeof data === "string" ? put({ kind: kinds.lost, from: id }) : receive(id, data); // a string: its last word
    worker.onerror = (event) => {
      event.preventDefault();
      put({ kind: kinds.lost, from: id });
    };
    worker.postMessage({ module: self.module, program: self.program });
  },
  stop(id) {
    const { worker } = peers.get(id);
    peers.delete(id);
    worker.onmessage = worker.onerror = null;
    worker.terminate();
    self.mail.disconnect(id);
  },
  introduce(a, b) {
    const channel = new MessageChannel();
    give(a, b, channel.port1);
    give(b, a, channel.port2);
  },
  disconnect(id) {
    const line = links.get(id);
    if (!line) return;
    links.delete(id);
    line.port.onmessage = null;
    line.port.close();
  },
  tick: (ms) => self.setInterval(() => put({ kind: kinds.tick, from: 0 }), ms),
};

turn.port2.onmessage = () => self.mail.turned();

// A peer's first message is the program.
const given = new Promise((resolve) => {
  self.onmessage = ({ data }) => {
    if (data instanceof ArrayBuffer) owner.keep(data);
    else if (data && data.module) resolve(data);
    else if (data && data.port) connect(data.id, data.port);
    else receive(0, data);
  };
});

// The smallest module with a vector instruction: a function that drops
// i8x16.splat(0). Browsers without vectors do not validate it.
const vectors = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

// load fetches the program and returns its instance.
async function load(imports) {
  if (self.peer) {
    const { module, program } = await given;
    self.program = program;
    return WebAssembly.instantiate(module, imports);
  }
  self.program = WebAssembly.validate(vectors) ? "worker.wasm" : "worker-portable.wasm";
  const answer = await fetch(self.program);
  if (!answer.ok) {
    throw new Error(`${self.program}: ${answer.status} ${answer.statusText}`);
  }
  // Streaming wants the type application/wasm, which not every static host sends.
  const wasm = (answer.headers.get("Content-Type") || "").startsWith("application/wasm")
    ? await WebAssembly.instantiateStreaming(answer, imports)
    : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  self.module = wasm.module; // for the peers
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
