package trainlab

import (
	"syscall/js"
	"time"

	"stridelab/app/trainer"
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

// parcel is what the worker gets: the files' names and sizes, and their bytes in pieces,
// which go to it without being taken through Go.
type parcel struct {
	names  []string
	sizes  []int
	pieces []js.Value
	size   int // of all
}

// open begins another file.
func (p *parcel) open(name string) { p.names, p.sizes = append(p.names, name), append(p.sizes, 0) }

// add appends a piece, a Uint8Array, to the newest file.
func (p *parcel) add(piece js.Value) {
	n := piece.Length()
	p.pieces, p.size = append(p.pieces, piece), p.size+n
	p.sizes[len(p.sizes)-1] += n
}

// files is the parcel as the message of an ID.
func (p *parcel) files(id int) trainer.Files {
	return trainer.Files{Head: train.AppendLoadFilesHead(nil, id, p.names, p.sizes), Contents: p.pieces, Size: p.size}
}

// fetch has files fetched and sends them; what the page itself finds wrong comes back as a
// Fault, as from the worker. wanted tells whether anybody waits for them still.
func (c *client) fetch(id int, fetched func(p *parcel, wanted func() bool) *train.Fault) {
	c.loading = id
	wanted := func() bool { return c.loading == id && c.Alive() }
	go func() {
		var p parcel
		fault := fetched(&p, wanted)
		if !wanted() {
			return
		}
		c.loading = 0
		if fault != nil {
			c.receive(*fault)
			return
		}
		c.posted = id
		c.SendFiles(id, p.files(id), func() (trainer.Files, bool) {
			var p parcel
			fault := fetched(&p, c.Alive)
			return p.files(id), fault == nil
		})
	}()
}

// loadFiles reads the learner's files and sends them.
func (c *client) loadFiles(id int, files fileList) {
	if c == nil || !c.Alive() {
		return
	}
	total := int64(0)
	for _, f := range files.files {
		total += int64(f.Get("size").Float())
	}
	if total > maxFilesMB<<20 {
		c.receive(tooLarge(id, total))
		return
	}
	c.receive(train.Progress{ID: id, What: train.WorkReading, Total: total})
	c.fetch(id, func(p *parcel, _ func() bool) *train.Fault {
		array := js.Global().Get("Uint8Array")
		for _, f := range files.files {
			name := f.Get("name").String()
			buffer, ok := await(f.Call("arrayBuffer"))
			if !ok {
				return &train.Fault{ID: id, Code: codeFilesUnreadable, Args: []string{name}}
			}
			p.open(name)
			p.add(array.New(buffer))
		}
		return nil
	})
}

// tellEvery is the least time between two words on how far fetching has come.
const tellEvery = 100 * time.Millisecond

// loadServed fetches the files of a folder and sends them; below is the address under which
// the server has them.
func (c *client) loadServed(id int, below string, folder servedFolder) {
	if c == nil || !c.Alive() {
		return
	}
	c.fetch(id, func(p *parcel, wanted func() bool) *train.Fault {
		var told time.Time
		for _, f := range folder.files {
			p.open(f.name)
			ok := fetchPieces(below+f.path, func(piece js.Value) bool {
				p.add(piece)
				if now := time.Now(); wanted() && now.Sub(told) >= tellEvery {
					told = now
					c.receive(train.Progress{ID: id, What: workFetching, Done: int64(p.size), Total: folder.size()})
				}
				return wanted()
			})
			if !ok {
				return &train.Fault{ID: id, Code: codeServedUnfetched, Args: []string{f.name}}
			}
		}
		return nil
	})
}

// fetchPieces gets a file, and hands it on as it comes until more says no. It reports
// whether it came whole. It blocks the goroutine.
func fetchPieces(address string, more func(piece js.Value) bool) bool {
	answer, ok := await(js.Global().Call("fetch", address))
	if !ok || !answer.Get("ok").Bool() {
		return false
	}
	reader := answer.Get("body").Call("getReader")
	for {
		read, ok := await(reader.Call("read"))
		if !ok {
			return false
		}
		if read.Get("done").Bool() {
			return true
		}
		if !more(read.Get("value")) {
			reader.Call("cancel")
			return false
		}
	}
}

// listServed asks for the server's list of datasets; done gets it outside of go-app.
func listServed(index string, done func(list string, ok bool)) {
	go func() {
		answer, ok := await(js.Global().Call("fetch", index))
		if !ok || !answer.Get("ok").Bool() {
			done("", false)
			return
		}
		list, ok := await(answer.Call("text"))
		if !ok {
			done("", false)
			return
		}
		done(list.String(), true)
	}()
}
