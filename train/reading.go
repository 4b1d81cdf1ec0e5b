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

// readDone puts the samples in the old ones' place if they are whole. A run on
// the old ones keeps them: only a Configure begins another.
func (d *Desk) readDone(r *reading) {
	if r.err != nil {
		d.refuse(r.id, r.err)
	} else {
		d.files, d.message = r.source, r.message
		d.post(Dataset{ID: r.id, Kind: Files, Info: d.files.Info()})
	}
	if d.session != nil {
		d.postSnapshot()
	}
}
