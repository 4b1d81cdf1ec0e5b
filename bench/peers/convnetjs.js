// ConvNetJS as a peer. The net and the trainer are built as in its documentation.
"use strict";
self.window = self; // ConvNetJS adds itself to window, which a worker lacks
importScripts("/serve.js", "/node_modules/convnetjs/build/convnet.js");

// ConvNetJS has no average pooling. This is its PoolLayer with the mean instead of the maximum.
class AveragePool {
  constructor(pool) {
    Object.assign(this, {
      sx: pool.sx, stride: pool.stride, layer_type: "pool",
      out_sx: pool.out_sx, out_sy: pool.out_sy, out_depth: pool.out_depth,
    });
  }
  each(visit) {
    for (let d = 0; d < this.out_depth; d++) {
      for (let ax = 0, x = 0; ax < this.out_sx; x += this.stride, ax++) {
        for (let ay = 0, y = 0; ay < this.out_sy; y += this.stride, ay++) visit(x, y, ax, ay, d);
      }
    }
  }
  forward(V) {
    this.in_act = V;
    const A = new convnetjs.Vol(this.out_sx, this.out_sy, this.out_depth, 0), n = this.sx;
    this.each((x, y, ax, ay, d) => {
      let sum = 0;
      for (let fx = 0; fx < n; fx++) for (let fy = 0; fy < n; fy++) sum += V.get(x + fx, y + fy, d);
      A.set(ax, ay, d, sum / (n * n));
    });
    return (this.out_act = A);
  }
  backward() {
    const V = this.in_act, n = this.sx;
    V.dw = new Float64Array(V.w.length);
    this.each((x, y, ax, ay, d) => {
      const share = this.out_act.get_grad(ax, ay, d) / (n * n);
      for (let fx = 0; fx < n; fx++) for (let fy = 0; fy < n; fy++) V.add_grad(x + fx, y + fy, d, share);
    });
  }
  getParamsAndGrads() { return []; }
}

let trainer, volumes, labels, batch, at = 0;

serve({
  open(net, samples) {
    const defs = [{ type: "input", out_sx: net.width, out_sy: net.height, out_depth: net.channels }];
    const averages = []; // whether each pooling, in order, takes the average
    for (const l of net.layers) {
      const activation = l.activation === "identity" ? undefined : l.activation;
      switch (l.kind) {
        case "conv":
          defs.push({ type: "conv", sx: l.f, filters: l.out, stride: l.s, pad: l.p, activation });
          break;
        case "max": case "avg": case "gap":
          defs.push({ type: "pool", sx: l.f, stride: l.s });
          averages.push(l.kind !== "max");
          break;
        case "dense":
          defs.push({ type: "fc", num_neurons: l.out, activation });
          break;
        case "flatten":
          break;
        default:
          throw new Error(`no layer for ${l.kind}`);
      }
    }
    const last = defs.pop();
    defs.push({ type: "softmax", num_classes: last.num_neurons }); // which brings its own dense layer
    const model = new convnetjs.Net();
    model.makeLayers(defs);
    model.layers = model.layers.map((layer) =>
      layer.layer_type === "pool" && averages.shift() ? new AveragePool(layer) : layer);
    trainer = new convnetjs.SGDTrainer(model, { learning_rate: net.rate, momentum: 0, batch_size: net.batch, l2_decay: 0 });
    batch = net.batch;
    labels = samples.labels;
    volumes = samples.images.map((image) => {
      const v = new convnetjs.Vol(net.width, net.height, net.channels, 0);
      for (let i = 0; i < v.w.length; i++) v.w[i] = image[Math.floor(i / net.channels)];
      return v;
    });
    const parameters = model.getParamsAndGrads().reduce((sum, p) => sum + p.params.length, 0);
    return { parameters, version: "0.3.0" };
  },
  step() {
    let loss = 0;
    for (let i = 0; i < batch; i++, at++) {
      loss += trainer.train(volumes[at % volumes.length], labels[at % volumes.length]).cost_loss;
    }
    return loss / batch;
  },
});
