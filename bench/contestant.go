//go:build e2e

package main

import (
	"fmt"
	"time"
)

// A Contestant trains nets.
type Contestant interface {
	// Open builds a net and trains it for a moment, so that compilers have seen it. It
	// returns the number of its parameters, as the contestant counts them.
	Open(n Net) (parameters int, err error)
	// Measure trains whole steps for about length, and at least one step.
	Measure(length time.Duration) (Reading, error)
	Close()
}

// A Reading is one measurement.
type Reading struct {
	Steps int
	Took  time.Duration
	Loss  float64 // of the last step
}

// Rate is samples a second.
func (r Reading) Rate() float64 { return float64(r.Steps*batch) / r.Took.Seconds() }

// stepLimit is how long it may take to open a net or to train a single step, beyond the
// length asked for. The slowest backend of tfjs takes about 10 s for a step on an idle machine.
const stepLimit = 2 * time.Minute

// A peerReply is the answer of peers/serve.js and peers/torch_peer.py to any question.
type peerReply struct {
	Parameters int     `json:"parameters"`
	Version    string  `json:"version"`
	Threads    int     `json:"threads"`
	Steps      int     `json:"steps"`
	MS         float64 `json:"ms"`
	Loss       float64 `json:"loss"`
}

func (a peerReply) reading() Reading {
	return Reading{a.Steps, time.Duration(a.MS * float64(time.Millisecond)), a.Loss}
}

// A scripted contestant is a JavaScript library in a worker of a browser.
type scripted struct {
	browser *Browser
	id      string
	script  string // peers/NAME.js
	options map[string]any
	opened  bool
	last    peerReply
}

func (s *scripted) Open(n Net) (int, error) {
	p, err := n.plan()
	if err != nil {
		return 0, err
	}
	if err := s.browser.do(stepLimit, map[string]any{"do": "open", "id": s.id, "script": "/" + s.script}, nil); err != nil {
		return 0, err
	}
	s.opened = true
	err = s.ask(stepLimit, map[string]any{"do": "open", "net": p, "options": s.options})
	return s.last.Parameters, err
}

func (s *scripted) Measure(length time.Duration) (Reading, error) {
	err := s.ask(length+stepLimit, map[string]any{"do": "measure", "ms": length.Milliseconds()})
	return s.last.reading(), err
}

func (s *scripted) ask(limit time.Duration, value map[string]any) error {
	s.last = peerReply{}
	return s.browser.do(limit, map[string]any{"do": "ask", "id": s.id, "value": value}, &s.last)
}

func (s *scripted) Close() {
	if s.opened {
		s.opened = false
		s.browser.do(stepLimit, map[string]any{"do": "close", "id": s.id}, nil)
	}
}

// absent stands for a contestant that could not be started. Its errors give the reason.
type absent struct{ reason error }

func (a absent) Open(Net) (int, error) { return 0, a.reason }
func (a absent) Measure(time.Duration) (Reading, error) {
	return Reading{}, fmt.Errorf("absent: %w", a.reason)
}
func (a absent) Close() {}
