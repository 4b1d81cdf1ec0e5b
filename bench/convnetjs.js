// A worker that trains ConvNetJS for the milliseconds it is sent, and answers with its samples a second.
"use strict";
self.window = self; // ConvNetJS announces itself there
importScripts("/convnet.js");

const net = new convnetjs.Net();
net.makeLayers([
  { type: "input", out_sx: 32, out_sy: 32, out_depth: 3 },
  { type: "conv", sx: 5, filters: 8, stride: 1, pad: 0, activation: "relu" },
  { type: "pool", sx: 2, stride: 2 },
  { type: "conv", sx: 5, filters: 16, stride: 1, pad: 0, activation: "relu" },
  { type: "pool", sx: 2, stride: 2 },
  { type: "fc", num_neurons: 120, activation: "relu" },
  { type: "fc", num_neurons: 84, activation: "relu" },
  { type: "softmax", num_classes: 10 },
]);
const trainer = new convnetjs.SGDTrainer(net, { learning_rate: 0.01, momentum: 0.9, batch_size: 64, l2_decay: 0 });

const samples = [];
for (let i = 0; i < 256; i++) {
  const image = new convnetjs.Vol(32, 32, 3, 0);
  for (let j = 0; j < image.w.length; j++) image.w[j] = Math.random();
  samples.push({ image, label: i % 10 });
}

let at = 0;
function trainFor(milliseconds) {
  const begin = performance.now();
  let trained = 0;
  while (performance.now() - begin < milliseconds) {
    for (let i = 0; i < 16; i++, at++, trained++) {
      const sample = samples[at % samples.length];
      trainer.train(sample.image, sample.label);
    }
  }
  return (1000 * trained) / (performance.now() - begin);
}

onmessage = (event) => {
  trainFor(1000); // let the compiler see it first
  postMessage(trainFor(event.data));
};
