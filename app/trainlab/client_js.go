package trainlab

import (
	"syscall/js"
	"time"

	"stridelab/app/promise"
	"stridelab/app/trainer"
	"stridelab/data"
	"stridelab/train"
)

// client is the worker that trains, and how it gets files. A stopped or nil client does
// nothing.
type client struct {
	*trainer.Client
	receive func(train.Message)
	loading int // request whose files are being fetched, 0 of none
	posted  int // the last whose files the worker was given
}

func startClient(url string, receive func(train.Message), restarted func(step int), lost func(trainer.Reason)) *client {
	return &client{Client: trainer.Start(url, receive, restarted, lost), receive: receive}
}

func (c *client) send(m train.Message) {
	if c != nil {
		c.Send(m)
	}
}

func (c *client) stop() {
	if c != nil {
		c.Stop()
	}
}

// abandon fetches no more for a request. It reports false where the worker has the files
// already, and will answer.
func (c *client) abandon(id int) bool {
	if c == nil || !c.Alive() {
		return true
	}
	if c.posted == id {
		return false
	}
	c.loading = 0
	return true
}

// A source is a file that the worker is to get.
type source struct {
	name string
	open func() (stream js.Value, ok bool) // the file's bytes; it may block the goroutine
}

// tellEvery is the least time between two words on how far files have come.
const tellEvery = 100 * time.Millisecond

// bring gets files and sends them to the worker. A fault that the page finds comes back as a
// Fault, as from the worker: broken is the code for a file that could not be had. Meanwhile
// Progress tells how many of total bytes have come.
func (c *client) bring(id int, what train.Work, total int64, broken string, files []source) {
	c.loading = id
	wanted := func() bool { return c.loading == id && c.Alive() }
	go func() {
		var told time.Time
		progress := train.Progress{ID: id, What: what, Total: total}
		p, err, name := collect(files, func(bytes int) bool {
			progress.Done += int64(bytes)
			if now := time.Now(); wanted() && now.Sub(told) >= tellEvery {
				told = now
				c.receive(progress)
			}
			return wanted()
		})
		if !wanted() {
			return
		}
		c.loading = 0
		if err != nil {
			c.receive(fileFault(id, err, broken, name))
			return
		}
		c.posted = id
		c.SendFiles(id, p.message(id), func() (trainer.Files, bool) {
			p, err, _ := collect(files, func(int) bool { return c.Alive() })
			return p.message(id), err == nil
		})
	}()
}

// collect gets files. came is told the bytes of each piece, and says whether to go on. With an
// error comes the name of the file that it is about.
func collect(files []source, came func(bytes int) bool) (p parcel, err error, name string) {
	for _, f := range files {
		stream, ok := f.open()
		if !ok {
			return p, errBroken, f.name
		}
		if err := p.put(f.name, stream, came); err != nil {
			return p, err, f.name
		}
	}
	return p, nil, ""
}

// fileFault is the fault of a file that did not come, or cannot be unpacked.
func fileFault(id int, err error, broken, name string) train.Fault {
	switch err {
	case errBroken:
		return train.Fault{ID: id, Code: broken, Args: []string{name}}
	case errNoGzip:
		return train.Fault{ID: id, Code: codeNoGzip, Args: []string{name}}
	}
	return train.FaultOf(id, err)
}

// loadFiles reads the learner's files and sends them.
func (c *client) loadFiles(id int, files fileList) {
	if c == nil || !c.Alive() {
		return
	}
	total, sources := int64(0), make([]source, len(files.files))
	for i, f := range files.files {
		total += int64(f.Get("size").Float())
		sources[i] = source{f.Get("name").String(), func() (js.Value, bool) { return f.Call("stream"), true }}
	}
	if total > data.MaxBytes {
		c.receive(tooLarge(id, total))
		return
	}
	c.receive(train.Progress{ID: id, What: train.WorkReading, Total: total})
	c.bring(id, train.WorkReading, total, codeFilesUnreadable, sources)
}

// loadServed fetches the files of a folder and sends them; below is the address under which the
// server has them.
func (c *client) loadServed(id int, below string, folder servedFolder) {
	if c == nil || !c.Alive() {
		return
	}
	sources := make([]source, len(folder.files))
	for i, f := range folder.files {
		sources[i] = source{f.name, func() (js.Value, bool) { return fetch(below + f.path) }}
	}
	c.bring(id, workFetching, folder.size(), codeServedUnfetched, sources)
}

// fetch asks for a file, and gives its bytes as a stream.
func fetch(address string) (stream js.Value, ok bool) {
	answer, ok := promise.Await(js.Global().Call("fetch", address))
	if !ok || !answer.Get("ok").Bool() {
		return js.Undefined(), false
	}
	return answer.Get("body"), true
}

// listServed asks for the server's list of datasets; done gets it outside of go-app.
func listServed(index string, done func(list string, ok bool)) {
	go func() {
		answer, ok := promise.Await(js.Global().Call("fetch", index))
		if !ok || !answer.Get("ok").Bool() {
			done("", false)
			return
		}
		list, ok := promise.Await(answer.Call("text"))
		if !ok {
			done("", false)
			return
		}
		done(list.String(), true)
	}()
}
