package cluster

import (
	"time"

	"stridelab/train"
)

// loadFiles begins to read files. b is the message m.
func (c *Coordinator) loadFiles(m train.LoadFiles, b []byte) {
	if c.reading != nil {
		c.refuse(m.ID, &train.Error{Code: train.CodeBusy})
		return
	}
	c.startReading(newReading(m.ID, readerOf(m)), b)
}

func (c *Coordinator) startReading(r *reading, message []byte) {
	c.reading = r
	r.message, r.reported = message, c.clock()
	c.measuring = false
	if c.session != nil {
		c.postSnapshot()
	}
}

// readFiles goes on reading files until end.
func (c *Coordinator) readFiles(end time.Duration) {
	r := c.reading
	for c.clock() < end {
		p, more := r.next()
		if !more {
			c.reading = nil
			c.endReading(r)
			return
		}
		if now := c.clock(); now-r.reported >= snapshotTime {
			r.reported = now
			c.post(train.Progress{ID: r.id, Done: p.done, Total: p.total})
		}
	}
}

// endReading makes the files that were read those of the next run on files. A present run on
// earlier files keeps them.
func (c *Coordinator) endReading(r *reading) {
	if r.err != nil {
		c.refuse(r.id, r.err)
	} else {
		c.files, c.message = r.source, r.message
		c.post(train.Dataset{ID: r.id, Kind: train.Files, Info: c.files.Info()})
	}
	if c.session != nil {
		c.postSnapshot()
	}
}
