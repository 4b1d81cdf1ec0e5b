"""PyTorch as a peer. Questions and answers are those of peers/serve.js, each a line of JSON."""
import json
import os
import sys
import time

import torch
from torch import nn

torch.set_num_threads(int(os.environ["THREADS"]))
ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid}


class Run:
    """A net, its optimiser, and the samples in minibatches."""

    def __init__(self, net, file):
        area, batch = net["height"] * net["width"], net["batch"]
        raw = torch.frombuffer(bytearray(open(file, "rb").read()), dtype=torch.uint8)
        count = len(raw) // (area + 1)
        x = (raw[: count * area].float() / 255).view(count, 1, net["height"], net["width"])
        x = x.expand(-1, net["channels"], -1, -1).contiguous()
        y = raw[count * area :].long()
        self.batches = list(zip(x.split(batch), y.split(batch)))
        self.at = 0

        layers, channels, flat = [], net["channels"], False
        size = net["height"]
        for l in net["layers"]:
            kind = l["kind"]
            if kind == "conv":
                layers.append(nn.Conv2d(channels, l["out"], l["f"], l["s"], l["p"]))
                size = (size + 2 * l["p"] - l["f"]) // l["s"] + 1
                channels = l["out"]
            elif kind == "max":
                layers.append(nn.MaxPool2d(l["f"], l["s"], l["p"]))
                size = (size + 2 * l["p"] - l["f"]) // l["s"] + 1
            elif kind == "avg":
                layers.append(nn.AvgPool2d(l["f"], l["s"], l["p"], count_include_pad=False))
                size = (size + 2 * l["p"] - l["f"]) // l["s"] + 1
            elif kind == "gap":
                layers.append(nn.AdaptiveAvgPool2d(1))
                size = 1
            elif kind == "dense":
                if not flat:
                    layers.append(nn.Flatten())
                    channels, flat = channels * size * size, True
                layers.append(nn.Linear(channels, l["out"]))
                channels = l["out"]
            elif kind != "flatten":
                raise ValueError(f"no layer for {kind}")
            if l["activation"] != "identity":
                layers.append(ACTIVATIONS[l["activation"]]())
        self.model = nn.Sequential(*layers)
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=net["rate"])
        self.loss = nn.CrossEntropyLoss()

    def step(self):
        x, y = self.batches[self.at % len(self.batches)]
        self.at += 1
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.loss(self.model(x), y)
        loss.backward()
        self.optimizer.step()
        return loss


def answer(question, run):
    if question["do"] == "open":
        run = Run(question["net"], question["options"]["samples"])
        begun, loss = time.perf_counter(), run.step()
        while time.perf_counter() - begun < 0.5:  # until caches and threads have settled
            loss = run.step()
        parameters = sum(p.numel() for p in run.model.parameters())
        return run, {"parameters": parameters, "version": torch.__version__, "loss": loss.item()}
    begun, steps, took = time.perf_counter(), 0, 0
    while steps == 0 or took + took / steps / 2 < question["ms"]:
        loss = run.step()
        steps += 1
        took = 1000 * (time.perf_counter() - begun)
    return run, {"steps": steps, "ms": took, "loss": loss.item()}


run = None
for line in sys.stdin:
    try:
        run, value = answer(json.loads(line), run)
        result = {"value": value}
    except Exception as error:  # the answer of peers/serve.js to an error
        result = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(result), flush=True)
