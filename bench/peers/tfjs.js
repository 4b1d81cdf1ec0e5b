// TensorFlow.js as a peer. The options name its backend.
"use strict";
importScripts("/serve.js", "/node_modules/@tensorflow/tfjs/dist/tf.min.js",
  "/node_modules/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js");

let model, optimizer, batches, at = 0;

function layer(l, inputShape) {
  const more = inputShape ? { inputShape } : {};
  const activation = l.activation === "identity" ? "linear" : l.activation;
  if (l.p !== 0 && (l.s !== 1 || 2 * l.p !== l.f - 1)) throw new Error(`no padding of ${l.p}`);
  const padding = l.p === 0 ? "valid" : "same";
  switch (l.kind) {
    case "conv": return tf.layers.conv2d({ filters: l.out, kernelSize: l.f, strides: l.s, padding, activation, ...more });
    case "max": return tf.layers.maxPooling2d({ poolSize: l.f, strides: l.s, padding, ...more });
    case "avg": return tf.layers.averagePooling2d({ poolSize: l.f, strides: l.s, padding, ...more });
    case "gap": return tf.layers.globalAveragePooling2d(more);
    case "flatten": return tf.layers.flatten(more);
    case "dense": return tf.layers.dense({ units: l.out, activation, ...more });
  }
  throw new Error(`no layer for ${l.kind}`);
}

serve({
  async open(net, samples, { backend }) {
    tf.wasm.setWasmPaths("/node_modules/@tensorflow/tfjs-backend-wasm/dist/");
    if (!(await tf.setBackend(backend))) throw new Error(`tf.setBackend("${backend}") gives false: this browser has no such backend`);
    await tf.ready();
    model = tf.sequential();
    let flat = false;
    net.layers.forEach((l, i) => {
      if (l.kind === "dense" && !flat) model.add(tf.layers.flatten());
      flat ||= l.kind === "dense" || l.kind === "gap" || l.kind === "flatten";
      model.add(layer(l, i === 0 ? [net.height, net.width, net.channels] : null));
    });
    optimizer = tf.train.sgd(net.rate);
    batches = [];
    for (let i = 0; i + net.batch <= samples.images.length; i += net.batch) {
      const x = new Float32Array(net.batch * net.height * net.width * net.channels);
      const images = samples.images.slice(i, i + net.batch);
      images.forEach((image, n) => {
        const from = n * image.length * net.channels;
        for (let j = 0; j < image.length * net.channels; j++) x[from + j] = image[Math.floor(j / net.channels)];
      });
      batches.push({
        x: tf.tensor4d(x, [net.batch, net.height, net.width, net.channels]),
        y: tf.tidy(() => tf.oneHot(tf.tensor1d(samples.labels.slice(i, i + net.batch), "int32"), net.classes)),
      });
    }
    return { parameters: model.countParams(), version: tf.version.tfjs, threads: backend === "wasm" ? tf.wasm.getThreadsCount() : 1 };
  },
  async step() {
    const { x, y } = batches[at++ % batches.length];
    const cost = tf.tidy(() => optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, model.apply(x, { training: true })), true));
    const [loss] = await cost.data(); // waits for the GPU, where there is one
    cost.dispose();
    return loss;
  },
});
