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

// A post is what the bench and the page peers/runner.html in one browser tell
// each other: a job, then what came of it.
type post struct {
	jobs    chan []byte
	results chan answer
	number  int
}

type answer struct {
	Number int             `json:"number"`
	Value  json.RawMessage `json:"value"`
	Error  *string         `json:"error"`
}

func newPost() *post {
	return &post{jobs: make(chan []byte), results: make(chan answer, 1)}
}

// do has the browser do a job, a map with "do" in it, and reads what came of it
// into value unless that is nil.
func (p *post) do(limit time.Duration, job map[string]any, value any) error {
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
				continue // of a job that was given up
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

// giveJob answers the page's question for work, within half a minute.
func (p *post) giveJob(w http.ResponseWriter, r *http.Request) {
	select {
	case b := <-p.jobs:
		w.Header().Set("Content-Type", "application/json")
		w.Write(b)
	case <-r.Context().Done():
	case <-time.After(20 * time.Second):
		w.WriteHeader(http.StatusNoContent)
	}
}

// takeResult takes what came of a job.
func (p *post) takeResult(w http.ResponseWriter, r *http.Request) {
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
