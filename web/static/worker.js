// Starts the trainer (cmd/worker) in this Web Worker: with WebAssembly's vectors
// where the browser has them, else the portable program. Everything is found
// relative to this file, so it works under any prefix. A failure to start, or an
// end, is posted as a string; all other messages are Uint8Arrays (package train).
//
// The page starts one such worker. That starts others, its peers, with the
// program it has compiled.
"use strict";

self.peer = self.name === "peer";

// What comes before the program listens, for it to pick up. A peer's first
// message is the program.
self.early = [];
const given = new Promise((resolve) => {
  self.onmessage = ({ data }) => (data.module ? resolve(data) : self.early.push(data));
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
  await go.run(await load(go.importObject));
  throw new Error("the trainer ended");
}

start().catch((error) => self.postMessage(String(error.message || error)));
