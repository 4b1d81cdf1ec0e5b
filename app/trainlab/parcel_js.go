package trainlab

import (
	"errors"
	"syscall/js"

	"stridelab/app/promise"
	"stridelab/app/trainer"
	"stridelab/data"
	"stridelab/train"
)

// parcel is what the worker gets: files, and their bytes in pieces. The pieces go to it without
// being copied through Go.
type parcel struct {
	files  []data.File // without their Data
	sizes  []int       // of files, in bytes
	pieces []js.Value  // Uint8Arrays
	size   int         // bytes of all pieces
}

// What keeps a file out of a parcel, besides the faults of package data.
var (
	errBroken = errors.New("trainlab: the stream of a file broke off")
	errNoGzip = errors.New("trainlab: the browser cannot unpack gzip")
)

// put adds a file as it comes out of a stream, unpacked if it is gzipped. came is told the
// bytes of each piece of the stream, and says whether to go on. It blocks the goroutine.
func (p *parcel) put(name string, stream js.Value, came func(bytes int) bool) error {
	p.files, p.sizes = append(p.files, data.File{Name: name}), append(p.sizes, 0)
	var unpacking *gunzip
	var fault error
	first := true
	whole := readStream(stream, func(piece js.Value) bool {
		if first && looksGzipped(piece) {
			unpacking, fault = newGunzip(p)
		}
		first = false
		switch {
		case fault != nil:
		case unpacking != nil:
			if !unpacking.write(piece) {
				fault = data.DamagedGzip(name)
			}
		default:
			fault = p.add(piece)
		}
		return came(piece.Length()) && fault == nil
	})
	if fault == nil && !whole {
		fault = errBroken
	}
	if unpacking != nil {
		whole, fault = unpacking.end(fault)
		p.files[len(p.files)-1].Cut = !whole
	}
	return fault
}

// add appends a piece to the newest file.
func (p *parcel) add(piece js.Value) error {
	n, newest := piece.Length(), len(p.files)-1
	if p.size+n > data.MaxBytes {
		return data.TooLarge(p.files[newest].Name)
	}
	p.pieces, p.size = append(p.pieces, piece), p.size+n
	p.sizes[newest] += n
	return nil
}

// message is the parcel as the LoadFiles of an ID.
func (p *parcel) message(id int) trainer.Files {
	return trainer.Files{Head: train.AppendLoadFilesHead(nil, id, p.files, p.sizes), Contents: p.pieces, Size: p.size}
}

// readStream reads a ReadableStream of Uint8Arrays to its end, or until more says no. It
// reports whether it came to the end. It blocks the goroutine.
func readStream(stream js.Value, more func(piece js.Value) bool) (whole bool) {
	reader := stream.Call("getReader")
	for {
		read, ok := promise.Await(reader.Call("read"))
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
