//go:build e2e

package main

import (
	"encoding/base64"
	"fmt"
	"math"
	"time"

	"stridelab/nn"
	"stridelab/train"
)

// A Trainer is Stridelab's worker, as it is built, in a browser. The bench's page passes the
// messages of package train on to it.
type Trainer struct {
	browser *Browser
	id      string
	workers int
	samples []byte // to train on, as files; nil for the built-in digits, with the net's channels
	opened  bool
	rate    float64        // samples a second in the last run
	Last    train.Snapshot // at the end of the last run
	weights uint64         // fingerprint after firstSteps steps
}

// firstSteps is the step after which the weights are compared.
const firstSteps = 20

// Weights is the fingerprint of the net's weights after firstSteps steps, 0 before.
func (t *Trainer) Weights() uint64 { return t.weights }

// The first bytes of a message.
const (
	kindBytes  = 2 // its version and kind
	stateBytes = 3 // the same, and the state of a snapshot
)

// The page waits for a message that begins with one of these.
var (
	hello   = train.Hello{}.Append(nil)[:kindBytes]
	fault   = train.Fault{}.Append(nil)[:kindBytes]
	dataset = train.Dataset{}.Append(nil)[:kindBytes]
	idle    = train.Snapshot{State: train.Idle}.Append(nil)[:stateBytes]
	paused  = train.Snapshot{State: train.Paused}.Append(nil)[:stateBytes]
)

const (
	warming   = 500 * time.Millisecond // a net trains so long before it is measured
	joinLimit = 20 * time.Second       // for all workers to take part
)

// Open starts the first worker and waits until as many as asked for take part.
func (t *Trainer) Open(n Net) (int, error) {
	if err := t.browser.do(stepLimit, map[string]any{"do": "open", "id": t.id, "script": "/web/worker.js"}, nil); err != nil {
		return 0, err
	}
	t.opened = true
	if _, _, err := t.talk(stepLimit, hello); err != nil {
		return 0, err
	}
	config := runConfig(n, train.Files, t.workers)
	if t.samples == nil {
		config.Dataset = train.DigitsColour
		if n.Spec.In.C == 1 {
			config.Dataset = train.DigitsGrey
		}
	} else if _, _, err := t.talk(stepLimit, dataset, train.LoadFiles{ID: 1, Files: files(t.samples, n.Spec.In.H)}); err != nil {
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
		if time.Since(begun) > joinLimit {
			return 0, fmt.Errorf("%d of %d workers take part after %v", t.Last.Workers, t.workers, joinLimit)
		}
	}
	return n.parameters()
}

// runConfig is the run that all contestants do.
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

// run trains a number of steps. The time runs from the request to the message that the worker
// has paused.
func (t *Trainer) run(steps int) (Reading, error) {
	before := t.Last.Step
	took, m, err := t.talk(stepLimit, paused, train.Run{Steps: steps})
	if err != nil {
		return Reading{}, err
	}
	s, ok := m.(train.Snapshot)
	// On a busy machine the worker may say once more that it is paused, since others have joined,
	// before it begins.
	for ok && s.Step == before {
		more, m, err := t.talk(stepLimit, paused)
		if err != nil {
			return Reading{}, err
		}
		took += more
		s, ok = m.(train.Snapshot)
	}
	if !ok || s.Step-before != steps {
		return Reading{}, fmt.Errorf("%d steps were asked for; at step %d before, %d after", steps, before, s.Step)
	}
	t.Last = s
	return Reading{steps, took, float64(s.LastLoss)}, nil
}

// talk sends messages and waits for one that begins with until. It returns that message, and
// how long it took. A Fault of the worker is an error.
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
