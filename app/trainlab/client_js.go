package trainlab

import (
	"syscall/js"
	"time"

	"stridelab/app/lang"
	"stridelab/app/promise"
	"stridelab/app/trainer"
	"stridelab/train"
)

// client sends messages and files to the worker that trains. The methods of a nil or stopped client
// do nothing.
type client struct {
	*trainer.Client
	progressed func(FileProgress)
	refused    func(Fault)
	loading    int // the request whose files are being fetched, 0 for none
	posted     int // the last request whose files the worker was given
}

// startClient starts the worker of a session.
func startClient(s *session) *client {
	return &client{
		Client:     trainer.Start(trainer.URL(), s.receive, s.workerRestarted, s.workerGone),
		progressed: s.progressed, refused: s.refused,
	}
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

// abandon stops fetching files for a request. It reports false if the worker has them already; the
// worker then answers the request.
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

// A source is a file to be sent to the worker.
type source struct {
	name string
	size int64                             // bytes as stored, before any unpacking
	open func() (stream js.Value, ok bool) // returns the file's bytes; it may block the goroutine
}

// progressEvery is the least time between two reports of progress.
const progressEvery = 100 * time.Millisecond

// fetchAndSend fetches files and sends them to the worker. It counts the bytes on from p, and
// reports them to progressed. If a file cannot be fetched, it reports a fault with the sentence
// broken, in which {0} is the name of the file.
func (c *client) fetchAndSend(p FileProgress, broken lang.Text, files []source) {
	id := p.ID
	c.loading = id
	wanted := func() bool { return c.loading == id && c.Alive() }
	go func() {
		var told time.Time
		parcel, err, name := collect(files, func(bytes int) bool {
			p.Done += int64(bytes)
			if now := time.Now(); wanted() && now.Sub(told) >= progressEvery {
				told = now
				c.progressed(p)
			}
			return wanted()
		})
		if !wanted() {
			return
		}
		c.loading = 0
		if err != nil {
			c.refused(fileFault(id, err, broken, name))
			return
		}
		c.posted = id
		c.SendFiles(id, parcel.message(id), func() (trainer.Files, bool) {
			parcel, err, _ := collect(files, func(int) bool { return c.Alive() })
			return parcel.message(id), err == nil
		})
	}()
}

// collect reads files into a parcel. It calls onPiece with the bytes of each piece, and stops if
// onPiece returns false. On an error, name is the file that the error is about.
func collect(files []source, onPiece func(bytes int) bool) (p parcel, err error, name string) {
	for _, f := range files {
		stream, ok := f.open()
		if !ok {
			return p, errBroken, f.name
		}
		err := p.put(f.name, f.size, stream, onPiece)
		if isDamagedGzip(err) {
			err = p.putMembers(f, err)
		}
		if err != nil {
			return p, err, f.name
		}
	}
	return p, nil, ""
}

// fileFault returns the fault of a file that could not be fetched or unpacked.
func fileFault(id int, err error, broken lang.Text, name string) Fault {
	switch err {
	case errBroken:
		return pageFault(id, broken.Fill(name))
	case errNoGzip:
		return pageFault(id, text.NoGzip.Fill(name))
	}
	return faultOf(id, err)
}

// loadFiles reads the learner's own files and sends them to the worker.
func (c *client) loadFiles(id int, files fileList) {
	if c == nil || !c.Alive() {
		return
	}
	total, sources := int64(0), make([]source, len(files.files))
	for i, f := range files.files {
		size := int64(f.Get("size").Float())
		total += size
		sources[i] = source{f.Get("name").String(), size, func() (js.Value, bool) { return f.Call("stream"), true }}
	}
	p := FileProgress{ID: id, Total: total}
	c.progressed(p)
	c.fetchAndSend(p, text.FilesUnreadable, sources)
}

// loadServed fetches the files of a folder and sends them to the worker. below is the address that
// the paths of the files follow.
func (c *client) loadServed(id int, below string, folder servedFolder) {
	if c == nil || !c.Alive() {
		return
	}
	sources := make([]source, len(folder.files))
	for i, f := range folder.files {
		sources[i] = source{f.name, f.size, func() (js.Value, bool) { return fetch(below + f.path) }}
	}
	c.fetchAndSend(FileProgress{ID: id, Fetching: true, Total: folder.size()}, text.ServedUnfetched, sources)
}

// fetch requests a file and returns its bytes as a ReadableStream.
func fetch(address string) (stream js.Value, ok bool) {
	answer, ok := promise.Await(js.Global().Call("fetch", address))
	if !ok || !answer.Get("ok").Bool() {
		return js.Undefined(), false
	}
	return answer.Get("body"), true
}

// listServed fetches the server's list of datasets. It calls done with the list, outside of
// go-app's goroutine.
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
