// jax-js as a peer, on its WebAssembly backend. The step is one compiled function: forward,
// backward and update. An array is freed by the function it is given to, unless it is given as
// `x.ref`.
"use strict";
importScripts("/serve.js");

let train, params, batches, at = 0;

// A layer is a function (x, weights) of a minibatch [batch, channels, height, width], or of
// [batch, units] behind the convolutions.
function layers({ numpy: np, lax, nn }, net) {
  const activate = {
    identity: (x) => x,
    relu: (x) => nn.relu(x),
    tanh: (x) => np.tanh(x),
    sigmoid: (x) => nn.sigmoid(x),
  };
  const shapes = []; // of the weights of each layer; null for a layer without
  const run = [];
  let channels = net.channels, size = net.height, flat = false;
  for (const l of net.layers) {
    const act = activate[l.activation];
    switch (l.kind) {
      case "conv":
        shapes.push([l.out, channels, l.f, l.f]);
        run.push((x, { w, b }) => act(lax.convGeneralDilated(x, w, [l.s, l.s], [[l.p, l.p], [l.p, l.p]]).add(b.reshape([1, l.out, 1, 1]))));
        size = Math.floor((size + 2 * l.p - l.f) / l.s) + 1;
        channels = l.out;
        break;
      case "max": case "avg": case "gap": {
        if (l.p !== 0) throw new Error(`no padding of ${l.p} for ${l.kind}`);
        const reduce = l.kind === "max" ? np.max : np.mean;
        shapes.push(null);
        run.push((x) => lax.reduceWindow(x, (window) => reduce(window), [l.f, l.f], [l.s, l.s]));
        size = Math.floor((size - l.f) / l.s) + 1;
        break;
      }
      case "dense": {
        const units = flat ? channels : channels * size * size, first = !flat;
        shapes.push([units, l.out]);
        run.push((x, { w, b }) => act(np.matmul(first ? x.reshape([-1, units]) : x, w).add(b)));
        channels = l.out;
        flat = true;
        break;
      }
      case "flatten":
        shapes.push(null);
        run.push((x) => x);
        break;
      default:
        throw new Error(`no layer for ${l.kind}`);
    }
  }
  return { shapes, run };
}

// Weights as in He et al. 2015, biases of zero.
function initial({ numpy: np }, shape) {
  const [inputs, outputs] = shape.length === 4 ? [shape[1] * shape[2] * shape[3], shape[0]] : shape;
  const w = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () =>
    Math.sqrt(2 / inputs) * Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random()));
  return { w: np.array(w).reshape(shape), b: np.zeros([outputs]) };
}

serve({
  async open(net, samples) {
    const jax = await import("/node_modules/@jax-js/jax/dist/index.js");
    const { numpy: np, nn } = jax;
    if (!(await jax.init("wasm")).includes("wasm")) throw new Error("this browser has no backend wasm for jax-js");
    jax.defaultDevice("wasm");
    const { shapes, run } = layers(jax, net);
    params = shapes.filter((s) => s !== null).map((s) => initial(jax, s));
    const loss = (params, x, y) => {
      let i = 0;
      run.forEach((layer, k) => (x = shapes[k] === null ? layer(x) : layer(x, params[i++])));
      return nn.logSoftmax(x).mul(y).sum().mul(-1 / net.batch);
    };
    train = jax.jit((params, x, y) => {
      const [cost, gradients] = jax.valueAndGrad(loss)(params.map(({ w, b }) => ({ w: w.ref, b: b.ref })), x, y);
      return [cost, params.map(({ w, b }, i) => ({ w: w.sub(gradients[i].w.mul(net.rate)), b: b.sub(gradients[i].b.mul(net.rate)) }))];
    });
    batches = [];
    const area = net.height * net.width;
    for (let i = 0; i + net.batch <= samples.images.length; i += net.batch) {
      const x = new Float32Array(net.batch * net.channels * area);
      const y = new Float32Array(net.batch * net.classes);
      for (let n = 0; n < net.batch; n++) {
        for (let c = 0; c < net.channels; c++) x.set(samples.images[i + n], (n * net.channels + c) * area);
        y[n * net.classes + samples.labels[i + n]] = 1;
      }
      batches.push({ x: np.array(x).reshape([net.batch, net.channels, net.height, net.width]), y: np.array(y).reshape([net.batch, net.classes]) });
    }
    const count = (shape) => shape.reduce((a, b) => a * b);
    return { parameters: params.reduce((sum, { w, b }) => sum + count(w.shape) + count(b.shape), 0), version: "0.1.25" };
  },
  async step() {
    const { x, y } = batches[at++ % batches.length];
    const [cost, next] = train(params, x.ref, y.ref);
    params = next;
    return (await cost.data())[0];
  },
});
