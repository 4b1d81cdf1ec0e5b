//go:build e2e

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// A jobQueue hands jobs to the page peers/runner.html in one browser and takes the results.
// One job runs at a time.
type jobQueue struct {
	jobs    chan []byte
	results chan answer
	number  int // of the last job
}

// An answer is the result of a job: a value, or the reason why there is none.
type answer struct {
	Number int             `json:"number"`
	Value  json.RawMessage `json:"value"`
	Error  *string         `json:"error"`
}

func newJobQueue() *jobQueue {
	return &jobQueue{jobs: make(chan []byte), results: make(chan answer, 1)}
}

// do runs a job in the browser and decodes its result into value, unless value is nil. The
// entry "do" of the job is the name of a function in peers/runner.js.
func (p *jobQueue) do(limit time.Duration, job map[string]any, value any) error {
	ctx, stop := context.WithTimeout(context.Background(), limit)
	defer stop()
	p.number++
	job["number"] = p.number
	b, err := json.Marshal(job)
	if err != nil {
		return err
	}
	select {
	case p.jobs <- b:
	case <-ctx.Done():
		return errors.New("the browser does not ask for work: it has ended, or hangs in what it did last")
	}
	for {
		select {
		case a := <-p.results:
			if a.Number != p.number {
				continue // the answer to a job that took too long
			}
			if a.Error != nil {
				return errors.New(*a.Error)
			}
			if value == nil {
				return nil
			}
			return json.Unmarshal(a.Value, value)
		case <-ctx.Done():
			return fmt.Errorf("no answer for %v", limit)
		}
	}
}

// giveJob answers the page with the next job. Where there is none within 20 seconds the
// answer has no content, and the page asks again.
func (p *jobQueue) giveJob(w http.ResponseWriter, r *http.Request) {
	select {
	case b := <-p.jobs:
		w.Header().Set("Content-Type", "application/json")
		w.Write(b)
	case <-r.Context().Done():
	case <-time.After(20 * time.Second):
		w.WriteHeader(http.StatusNoContent)
	}
}

// takeResult takes the result of a job from the page.
func (p *jobQueue) takeResult(w http.ResponseWriter, r *http.Request) {
	var a answer
	b, err := io.ReadAll(io.LimitReader(r.Body, 16<<20))
	if err == nil {
		err = json.Unmarshal(b, &a)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	select {
	case p.results <- a:
	case <-r.Context().Done():
	}
}
