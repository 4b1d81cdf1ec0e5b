package lab

import (
	"stridelab/app/lang"
	"stridelab/app/trainer"
	"stridelab/train"
)

// Worker is a Web Worker that is started when it first gets something to do. Its zero
// value, with the functions, is ready for use.
type Worker struct {
	Receive   func(train.Message)  // gets the worker's messages, but for Hello; outside of go-app
	Restarted func(step int)       // another worker goes on with what this one was doing
	Lost      func(trainer.Reason) // there is no worker, and will be none

	client  *trainer.Client
	greeted bool
	waiting []train.Message // until the worker has said hello
}

// Send has the worker do something.
func (w *Worker) Send(m train.Message) {
	if !w.client.Alive() {
		w.greeted, w.waiting = false, nil
		w.client = trainer.Start(trainer.URL(), w.receive, w.Restarted, w.Lost)
	}
	if !w.greeted {
		w.waiting = append(w.waiting, m)
		return
	}
	w.client.Send(m)
}

func (w *Worker) receive(m train.Message) {
	hello, ok := m.(train.Hello)
	switch {
	case !ok:
		w.Receive(m)
	case hello.Version != train.MessageVersion:
		w.Lost(trainer.Version)
	default:
		w.greeted = true
		for _, m := range w.waiting {
			w.client.Send(m)
		}
		w.waiting = nil
	}
}

// Close ends the worker, and what it was doing. Send starts another.
func (w *Worker) Close() {
	w.client.Stop()
	w.client, w.greeted, w.waiting = nil, false, nil
}

// LossTexts are the sentences of a lab for the reasons for which it has no worker. Those
// that are the same in every lab are not among them.
type LossTexts struct {
	Load     lang.Text // it could not be loaded
	Lost     lang.Text // it died
	NoWorker lang.Text // the browser has no Web Workers
}

// Sentence says to a person why there is no worker.
func (t LossTexts) Sentence(why trainer.Reason) lang.Text {
	switch why {
	case trainer.Load:
		return t.Load
	case trainer.NoWorker:
		return t.NoWorker
	case trainer.Refused:
		return text.WorkerRefused
	case trainer.Version:
		return text.WorkerVersion
	}
	return t.Lost
}
