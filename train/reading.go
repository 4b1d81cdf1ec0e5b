package train

import (
	"iter"
	"time"

	"stridelab/data"
)

// reading is files that are being read. A reader knows nothing of slices: it
// runs as a coroutine that stops wherever it reports progress, and next lets it
// go on from there.
type reading struct {
	id      int // of the LoadFiles
	next    func() (progress, bool)
	source  data.Source // when next has no more
	err     error
	told    time.Duration // when Progress was sent last
	message []byte        // the LoadFiles, for the peers
}

type progress struct{ done, total int64 }

// A readFunc reads files, as data.Read does.
type readFunc func(progress func(done, total int64)) (data.Source, error)

func (m LoadFiles) read(progress func(done, total int64)) (data.Source, error) {
	return data.Read(m.Files, progress)
}

func newReading(id int, read readFunc) *reading {
	r := &reading{id: id}
	r.next, _ = iter.Pull(func(yield func(progress) bool) {
		r.source, r.err = read(func(done, total int64) { yield(progress{done, total}) })
	})
	return r
}

// loadFiles begins to read files; b is the message they are in.
func (d *Desk) loadFiles(m LoadFiles, b []byte) {
	if d.reading != nil {
		d.refuse(m.ID, &Error{Code: CodeBusy})
		return
	}
	d.startReading(newReading(m.ID, m.read), b)
}

func (d *Desk) startReading(r *reading, message []byte) {
	d.reading = r
	r.message, r.told = message, d.clock()
	d.fresh = false
	if d.session != nil {
		d.postSnapshot()
	}
}

// read goes on reading files until end. When they are read, runs on files train
// on them.
func (d *Desk) read(end time.Duration) {
	r := d.reading
	for d.clock() < end {
		p, more := r.next()
		if !more {
			d.reading = nil
			d.readDone(r)
			return
		}
		if now := d.clock(); now-r.told >= snapshotTime {
			r.told = now
			d.post(Progress{ID: r.id, What: WorkReading, Done: p.done, Total: p.total})
		}
	}
}

// readDone replaces the old samples, if the new ones are sound and fit the
// network of a run on files.
func (d *Desk) readDone(r *reading) {
	err := r.err
	if err == nil {
		err = d.adopt(r.source, r.message)
	}
	if err != nil {
		d.refuse(r.id, err)
	} else {
		d.post(Dataset{ID: r.id, Kind: Files, Info: d.files.Info()})
	}
	if d.session != nil {
		d.postSnapshot()
	}
}

// adopt makes source, which was read from message, a LoadFiles, the samples of
// runs on files.
func (d *Desk) adopt(source data.Source, message []byte) error {
	s := d.session
	if s != nil {
		if err := s.accepts(source); err != nil {
			return err
		}
	}
	d.files = source
	d.distribute(message)
	if s != nil && s.cfg.Dataset == Files {
		return d.begin(s.cfg, source)
	}
	return nil
}
