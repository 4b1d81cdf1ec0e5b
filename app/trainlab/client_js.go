package trainlab

import (
	"syscall/js"

	"stridelab/app/trainer"
	"stridelab/train"
)

// client is the worker that trains, and how it gets the learner's files. A stopped or nil
// client does nothing.
type client struct {
	*trainer.Client
	receive func(train.Message)
}

func startClient(url string, receive func(train.Message), lost func(trainer.Reason)) *client {
	return &client{trainer.Start(url, receive, lost), receive}
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

// loadFiles reads the files and sends them, without taking them through Go.
// What the page itself finds wrong comes back as a Fault, as from the worker.
func (c *client) loadFiles(id int, files fileList) {
	if c == nil || !c.Alive() {
		return
	}
	total := 0.0
	for _, f := range files.files {
		total += f.Get("size").Float()
	}
	if total > maxFilesMB<<20 {
		c.receive(train.Fault{ID: id, Code: codeFilesTooLarge, Args: []string{formatCount(int64(total) >> 20), formatCount(maxFilesMB)}})
		return
	}
	c.receive(train.Progress{ID: id, What: train.WorkReading, Total: int64(total)})
	go func() {
		array := js.Global().Get("Uint8Array")
		names, sizes, contents, size := []string{}, []int{}, []js.Value{}, 0
		for _, f := range files.files {
			name := f.Get("name").String()
			buffer, ok := await(f.Call("arrayBuffer"))
			if !ok {
				c.receive(train.Fault{ID: id, Code: codeFilesUnreadable, Args: []string{name}})
				return
			}
			content := array.New(buffer)
			names, sizes, contents = append(names, name), append(sizes, content.Length()), append(contents, content)
			size += content.Length()
		}
		if c.Alive() {
			c.Post(train.AppendLoadFilesHead(nil, id, names, sizes), contents, size)
		}
	}()
}
