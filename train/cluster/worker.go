package cluster

import (
	"bytes"
	"time"

	"stridelab/data"
	"stridelab/train"
)

// Worker helps a coordinator. As a member of a group it computes its shards of each round of
// the run. In no group it makes samples ahead. Like Coordinator it is the part of the program
// that is not JavaScript, with the same loop around it.
//
// A Worker is not safe for use by several goroutines.
type Worker struct {
	clock       func() time.Duration
	send        func([]byte)           // to the coordinator
	sendTensors func(to int, b []byte) // to the worker of an id

	inbox   train.Inbox
	session *train.Session // nil before the first Join
	config  []byte         // that session was made from, encoded
	fileID  int            // of the files that session was made from
	group   []int          // ids of its members
	rank    int            // in the group

	prefetcher prefetcher
	reading    *reading // files that are being read, nil if there are none
	files      data.Source
	filesID    int
	out        []byte
}

// NewWorker returns a worker in no group. clock returns the time since any fixed moment, and
// never goes back. send sends bytes to the coordinator, and sendTensors to the worker of an
// id. Neither may keep the bytes.
func NewWorker(clock func() time.Duration, send func([]byte), sendTensors func(to int, b []byte)) *Worker {
	return &Worker{clock: clock, send: send, sendTensors: sendTensors}
}

// Hello sends the coordinator a train.Hello. It must be called first.
func (w *Worker) Hello(accelerator, program string) {
	w.post(train.Hello{Version: train.MessageVersion, Accelerator: accelerator, Program: program})
}

// Receive answers a message of the coordinator. The worker may keep b: the caller must not use
// it again.
func (w *Worker) Receive(b []byte) {
	m, err := train.Decode(b)
	if err != nil {
		w.fail(err)
		return
	}
	switch m := m.(type) {
	case train.Ping:
		w.post(train.Pong{})
	case train.LoadFiles:
		w.reading = newReading(m.ID, readerOf(m))
	case train.Join:
		if err := w.join(m); err != nil {
			w.fail(err)
		}
	case train.Prefetch:
		if err := w.prefetch(m); err != nil {
			w.fail(err)
		}
	default:
		w.fail(&train.Error{Code: train.CodeMessage})
	}
}

// ReceiveTensors takes gradients of another worker. It does not keep b.
func (w *Worker) ReceiveTensors(b []byte) {
	if w.session == nil {
		w.inbox.Receive(b)
	} else {
		w.session.Receive(b)
	}
}

// Work goes on for one slice of time. It reports whether there is more to do.
func (w *Worker) Work() bool {
	end := w.clock() + sliceTime
	s := w.session
	if s != nil && s.Running() {
		s.Advance(func() bool { return w.clock() < end })
	}
	for w.prefetcher.busy() && w.clock() < end {
		if b := w.prefetcher.makeStep(); b != nil {
			w.sendTensors(0, b)
		}
	}
	if w.reading != nil {
		w.readFiles(end)
	}
	return w.reading != nil || w.prefetcher.busy() || s != nil && s.Running() && !s.Waiting()
}

// readFiles goes on reading files until end, and a little in any case.
func (w *Worker) readFiles(end time.Duration) {
	r := w.reading
	for more := true; more; more = w.clock() < end {
		if _, unread := r.next(); unread {
			continue
		}
		w.reading = nil
		if r.err != nil {
			w.fail(r.err)
			return
		}
		w.files, w.filesID = r.source, r.id
		w.post(train.Dataset{ID: r.id, Kind: train.Files, Info: w.files.Info()})
		return
	}
}

// join makes the worker a member of a group.
func (w *Worker) join(m train.Join) error {
	if err := w.prepare(m.Config, m.Files); err != nil {
		return err
	}
	w.prefetcher.to = 0
	w.group, w.rank = m.Members, m.Rank
	return w.session.Accept(m, w.sendToGroup)
}

// prepare makes a session of a Config and the files of an ID, unless the present one is such.
func (w *Worker) prepare(cfg train.Config, files int) error {
	config := train.Configure{Config: cfg}.Append(nil)
	if w.session != nil && w.fileID == files && bytes.Equal(config, w.config) {
		return nil
	}
	source, err := w.source(cfg, files)
	if err != nil {
		return err
	}
	s, err := train.NewSession(cfg, source)
	if err != nil {
		return err
	}
	s.UseInbox(&w.inbox)
	w.session, w.config, w.fileID = s, config, files
	return nil
}

// source returns the dataset that a Config asks for. files is the ID of the files that a
// Config with Files means.
func (w *Worker) source(cfg train.Config, files int) (data.Source, error) {
	if cfg.Dataset != train.Files {
		return builtIn(cfg)
	}
	if w.files == nil || w.filesID != files {
		return nil, &train.Error{Code: train.CodeNoFiles}
	}
	return w.files, nil
}

// prefetch begins to make the samples that the coordinator asks for, or goes on.
func (w *Worker) prefetch(m train.Prefetch) error {
	loader := w.prefetcher.loader
	if loader == nil || w.prefetcher.generation != m.Generation {
		source, err := builtIn(m.Config)
		if err != nil {
			return err
		}
		if loader, err = train.NewLoader(m.Config, source); err != nil {
			return err
		}
	}
	if w.session != nil {
		w.session.Pause()
	}
	w.prefetcher.request(m, loader)
	return nil
}

// sendToGroup sends tensors to all other members of the group.
func (w *Worker) sendToGroup(b []byte) {
	for rank, id := range w.group {
		if rank != w.rank {
			w.sendTensors(id, b)
		}
	}
}

// post sends the coordinator a message.
func (w *Worker) post(m train.Message) {
	w.out = m.Append(w.out[:0])
	w.send(w.out)
}

// fail tells the coordinator that this worker cannot go on.
func (w *Worker) fail(err error) {
	f := train.FaultOf(0, err)
	f.Fatal = true
	w.post(f)
}

// Fatal tells the coordinator that the worker cannot go on. reason is what recover returned.
func (w *Worker) Fatal(reason any) { w.post(fatal(reason)) }
