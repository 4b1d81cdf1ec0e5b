// The part that is common to the scripts of all peers: it reads the samples and answers the
// runner's questions.
"use strict";

// The samples that all contestants train on: all grey images as bytes, then all labels.
async function samples(net) {
  const bytes = new Uint8Array(await (await fetch(`/samples?edge=${net.height}`)).arrayBuffer());
  const area = net.height * net.width;
  const count = bytes.length / (area + 1);
  const images = [];
  for (let i = 0; i < count; i++) {
    images.push(Float32Array.from(bytes.subarray(i * area, (i + 1) * area), (v) => v / 255));
  }
  return { images, labels: bytes.subarray(count * area) };
}

// peer.open(net, samples, options) returns {parameters, version}. peer.step() trains on one
// minibatch and returns its loss.
function serve(peer) {
  const answers = {
    async open({ net, options }) {
      const made = await peer.open(net, await samples(net), options);
      const begun = performance.now();
      let loss; // these steps let the browser compile the code, and fail where the peer cannot train
      do loss = await peer.step();
      while (performance.now() - begun < 500);
      return { ...made, loss };
    },
    // Trains whole steps, at least one, and ends as close as it can to the time asked for.
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
