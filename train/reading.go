package train

import (
	"iter"
	"time"

	"stridelab/data"
)

// reading is a LoadFiles on its way. data.ReadIDX knows nothing of slices: it
// runs as a coroutine that stops wherever it reports progress, and next lets it
// go on from there.
type reading struct {
	id     int
	next   func() (progress, bool)
	source data.Source // when next has no more
	err    error
	told   time.Duration // when Progress was sent last
	packed []byte        // the LoadFiles, for the peers
}

type progress struct{ done, total int64 }

func newReading(m LoadFiles) *reading {
	r := &reading{id: m.ID}
	r.next, _ = iter.Pull(func(yield func(progress) bool) {
		r.source, r.err = data.ReadIDX(m.Files, func(done, total int64) { yield(progress{done, total}) })
	})
	return r
}

// loadFiles begins to read files; b is the message they are in.
func (d *Desk) loadFiles(m LoadFiles, b []byte) {
	if d.reading != nil {
		d.refuse(m.ID, &Error{Code: CodeBusy})
		return
	}
	d.reading = newReading(m)
	d.reading.packed = b
	d.reading.told = d.clock()
	d.fresh = false
	if d.session != nil {
		d.postSnapshot()
	}
}

// read goes on reading files until end, and when they are read, makes them the
// files that runs are trained on.
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
		d.files, d.packed = r.source, r.packed
		d.post(Dataset{ID: r.id, Kind: Files, Info: d.files.Info()})
	}
	if d.session != nil {
		d.postSnapshot()
	}
}
