// What the scripts of all peers have in common: reading samples, and answering the runner's questions.
"use strict";

// The samples that all contestants are trained on: grey images as bytes, their labels after them.
async function samples(net) {
  const bytes = new Uint8Array(await (await fetch("/samples")).arrayBuffer());
  const area = net.height * net.width;
  const count = bytes.length / (area + 1);
  const images = [];
  for (let i = 0; i < count; i++) {
    images.push(Float32Array.from(bytes.subarray(i * area, (i + 1) * area), (v) => v / 255));
  }
  return { images, labels: bytes.subarray(count * area) };
}

// peer.open(net, samples) gives {parameters, version}; peer.step() trains on one minibatch and gives its loss.
function serve(peer) {
  const answers = {
    async open({ net, options }) {
      const made = await peer.open(net, await samples(net), options);
      const begun = performance.now();
      let loss; // of steps that let the compilers see them, and fail where something is missing
      do loss = await peer.step();
      while (performance.now() - begun < 500);
      return { ...made, loss };
    },
    // Whole steps: as many as come closest to the time asked for, at least one.
    async measure({ ms }) {
      const begun = performance.now();
      let steps = 0, took = 0, loss;
      do {
        loss = await peer.step();
        steps++;
        took = performance.now() - begun;
      } while (took + took / steps / 2 < ms);
      return { steps, ms: took, loss };
    },
  };
  onmessage = async ({ data }) => {
    try {
      postMessage({ value: await answers[data.do](data) });
    } catch (error) {
      postMessage({ error: String((error && error.message) || error) });
    }
  };
}
