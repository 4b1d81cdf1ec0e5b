//go:build e2e

package main

import (
	"encoding/base64"
	"encoding/json"
	"testing"
	"time"

	"stridelab/train"
)

// pausedAt is a Trainer whose worker sends one snapshot a job: paused, at one of these
// steps, after 10 ms.
func pausedAt(t *testing.T, steps ...int) *Trainer {
	t.Helper()
	q := newJobQueue()
	go func() {
		for _, step := range steps {
			var job struct{ Number int }
			if err := json.Unmarshal(<-q.jobs, &job); err != nil {
				t.Error(err)
			}
			message := train.Snapshot{State: train.Paused, Step: step, LastLoss: 1}.Append(nil)
			value, err := json.Marshal(map[string]any{"ms": 10, "message": base64.StdEncoding.EncodeToString(message)})
			if err != nil {
				t.Error(err)
			}
			q.results <- answer{Number: job.Number, Value: value}
		}
	}()
	return &Trainer{browser: &Browser{jobQueue: q}, Last: train.Snapshot{Step: 20}}
}

func TestAWorkerThatSaysTwiceThatItIsPausedHasNotTrained(t *testing.T) {
	r, err := pausedAt(t, 20, 20, 25).run(5)
	if want := (Reading{5, 30 * time.Millisecond, 1}); err != nil || r != want {
		t.Errorf("got %+v, %v; want %+v", r, err, want)
	}
	if r, err := pausedAt(t, 23).run(5); err == nil {
		t.Errorf("3 steps instead of 5: got %+v", r)
	}
}
