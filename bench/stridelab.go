//go:build e2e

package main

import (
	"encoding/base64"
	"fmt"
	"math"
	"time"

	"stridelab/data"
	"stridelab/nn"
	"stridelab/train"
)

// A Trainer is Stridelab's worker, as it is built, in a browser. Its page is the
// bench's, which passes the messages of package train on.
type Trainer struct {
	browser *Browser
	id      string
	workers int
	files   []data.File // samples to train on; none: the built-in digits, in colour where the net is
	opened  bool
	rate    float64        // samples a second, about
	Last    train.Snapshot // of the last measurement's end
	weights uint64         // fingerprint after the first firstSteps
}

// firstSteps is after how many steps a net's weights are compared.
const firstSteps = 20

// Weights is the fingerprint of the net's weights after firstSteps, 0 before.
func (t *Trainer) Weights() uint64 { return t.weights }

// Heads of messages, by which the page knows what to wait for.
var (
	hello   = train.Hello{}.Append(nil)[:2]
	fault   = train.Fault{}.Append(nil)[:2]
	dataset = train.Dataset{}.Append(nil)[:2]
	idle    = train.Snapshot{State: train.Idle}.Append(nil)[:3]
	paused  = train.Snapshot{State: train.Paused}.Append(nil)[:3]
)

// warming is how long compilers have to see a net before it is measured.
const warming = 500 * time.Millisecond

// Open starts the worker and waits until all workers it is to have take part.
func (t *Trainer) Open(n Net) (int, error) {
	if err := t.browser.do(stepLimit, map[string]any{"do": "open", "id": t.id, "script": "/web/worker.js"}, nil); err != nil {
		return 0, err
	}
	t.opened = true
	if _, _, err := t.talk(stepLimit, hello); err != nil {
		return 0, err
	}
	config := runConfig(n, train.Files, t.workers)
	if t.files == nil {
		config.Dataset = train.DigitsColour
		if n.Spec.In.C == 1 {
			config.Dataset = train.DigitsGrey
		}
	} else if _, _, err := t.talk(stepLimit, dataset, train.LoadFiles{ID: 1, Files: t.files}); err != nil {
		return 0, err
	}
	if _, _, err := t.talk(stepLimit, idle, train.Configure{Config: config}); err != nil {
		return 0, err
	}
	t.weights = 0
	for begun := time.Now(); ; {
		r, err := t.run(firstSteps)
		if err != nil {
			return 0, err
		}
		if t.weights == 0 {
			t.weights = t.Last.Fingerprint
		}
		t.rate = r.Rate()
		if t.Last.Workers == t.workers && time.Since(begun) > warming {
			break
		}
		if time.Since(begun) > 20*time.Second {
			return 0, fmt.Errorf("%d of %d workers take part after 20 s", t.Last.Workers, t.workers)
		}
	}
	return n.parameters()
}

// runConfig is the run that everyone does.
func runConfig(n Net, dataset train.DatasetKind, workers int) train.Config {
	return train.Config{
		Net: n.Spec, Dataset: dataset, Init: nn.He, Batch: batch, Seed: 1, Workers: workers,
		Optimizer: nn.OptimizerConfig{Kind: nn.SGD, LearningRate: rate},
	}
}

// Measure trains as many steps as are likely to take length.
func (t *Trainer) Measure(length time.Duration) (Reading, error) {
	r, err := t.run(max(1, int(math.Round(t.rate*length.Seconds()/batch))))
	if err != nil {
		return r, err
	}
	t.rate = r.Rate()
	if t.Last.Workers != t.workers {
		return r, fmt.Errorf("%d of %d workers took part", t.Last.Workers, t.workers)
	}
	return r, nil
}

// run trains steps minibatches: from asking for them until the worker says it
// has paused.
func (t *Trainer) run(steps int) (Reading, error) {
	before := t.Last.Step
	took, m, err := t.talk(stepLimit, paused, train.Run{Steps: steps})
	if err != nil {
		return Reading{}, err
	}
	s, ok := m.(train.Snapshot)
	if !ok || s.Step-before != steps {
		return Reading{}, fmt.Errorf("%d steps were asked for; at step %d before, %d after", steps, before, s.Step)
	}
	t.Last = s
	return Reading{steps, took, float64(s.LastLoss)}, nil
}

// talk sends messages and waits for one with the given head; a fault is an
// error.
func (t *Trainer) talk(limit time.Duration, until []byte, messages ...train.Message) (time.Duration, train.Message, error) {
	send := [][]byte{}
	for _, m := range messages {
		send = append(send, m.Append(nil))
	}
	var result struct {
		MS      float64 `json:"ms"`
		Message string  `json:"message"`
	}
	err := t.browser.do(limit, map[string]any{"do": "talk", "id": t.id, "send": send, "until": [][]byte{until, fault}}, &result)
	if err != nil {
		return 0, nil, err
	}
	b, err := base64.StdEncoding.DecodeString(result.Message)
	if err != nil {
		return 0, nil, err
	}
	m, err := train.Decode(b)
	if err != nil {
		return 0, nil, err
	}
	if f, ok := m.(train.Fault); ok {
		return 0, nil, fmt.Errorf("%s: %s", f.Code, f.Text)
	}
	return time.Duration(result.MS * float64(time.Millisecond)), m, nil
}

func (t *Trainer) Close() {
	t.Last = train.Snapshot{}
	if t.opened {
		t.opened = false
		t.browser.do(stepLimit, map[string]any{"do": "close", "id": t.id}, nil)
	}
}
