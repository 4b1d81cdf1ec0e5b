// Starts the trainer (cmd/worker) in this Web Worker: with WebAssembly's vectors
// where the browser has them, else the portable program. Everything is found
// relative to this file, so it works under any prefix. A failure to start, or an
// end, is posted as a string; all other messages are Uint8Arrays (package train).
"use strict";

// What comes before the program listens, for it to pick up.
self.early = [];
self.onmessage = (event) => self.early.push(event.data);

// The smallest module with a vector instruction: a function that drops
// i8x16.splat(0). Browsers without vectors do not validate it.
const vectors = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

async function start() {
  self.program = WebAssembly.validate(vectors) ? "worker.wasm" : "worker-portable.wasm";
  importScripts("../wasm_exec.js");
  const go = new Go();
  const answer = await fetch(self.program);
  if (!answer.ok) {
    throw new Error(`${self.program}: ${answer.status} ${answer.statusText}`);
  }
  // Streaming wants the type application/wasm, which not every static host sends.
  const wasm = (answer.headers.get("Content-Type") || "").startsWith("application/wasm")
    ? await WebAssembly.instantiateStreaming(answer, go.importObject)
    : await WebAssembly.instantiate(await answer.arrayBuffer(), go.importObject);
  await go.run(wasm.instance);
  throw new Error("the trainer ended");
}

start().catch((error) => self.postMessage(String(error.message || error)));
