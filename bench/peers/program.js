// Runs a Go program in this worker and answers with its output.
"use strict";
importScripts("/wasm_exec.js");

onmessage = async ({ data: { address, args } }) => {
  try {
    let text = "";
    const decoder = new TextDecoder();
    fs.writeSync = (file, bytes) => {
      text += decoder.decode(bytes, { stream: true });
      return bytes.length;
    };
    const go = new Go();
    go.argv = ["program", ...args];
    go.exit = (code) => (text += code === 0 ? "" : `\nit ended with code ${code}`);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const { instance } = await WebAssembly.instantiateStreaming(answer, go.importObject);
    await go.run(instance);
    postMessage({ value: text });
  } catch (error) {
    postMessage({ error: String(error.message || error) });
  }
};
