package cluster

import (
	"iter"
	"time"

	"stridelab/data"
	"stridelab/train"
)

// reading is the reading of files, a little in each slice of time. A file format knows
// nothing of slices. So its reader runs as a coroutine: it stops wherever it reports
// progress, and next lets it go on from there.
type reading struct {
	id       int // of the LoadFiles
	next     func() (progress, bool)
	source   data.Source // set, or err is, when next reports false
	err      error
	reported time.Duration // when the last Progress was sent
	message  []byte        // the LoadFiles, for the workers
}

type progress struct{ done, total int64 } // bytes

// A readFunc reads a dataset as data.Read does.
type readFunc func(progress func(done, total int64)) (data.Source, error)

// readerOf returns what reads the files of a message.
func readerOf(m train.LoadFiles) readFunc {
	return func(progress func(done, total int64)) (data.Source, error) { return data.Read(m.Files, progress) }
}

// newReading begins to read the files of an ID.
func newReading(id int, read readFunc) *reading {
	r := &reading{id: id}
	r.next, _ = iter.Pull(func(yield func(progress) bool) {
		r.source, r.err = read(func(done, total int64) { yield(progress{done, total}) })
	})
	return r
}
