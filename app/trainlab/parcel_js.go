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
// being copied through Go. Of a file that is no part of a dataset it has the beginning alone, by
// which the worker says what it is.
type parcel struct {
	files  []data.File // without their Data
	sizes  []int       // of files, in bytes
	pieces []js.Value  // Uint8Arrays
	size   int         // bytes of all pieces

	// Of the newest file.
	head    []byte // its first bytes, data.HeadLength at most
	sniffed bool   // it is known to be part of a dataset
	before  mark   // the parcel without it
}

// mark is how far a parcel has been filled.
type mark struct{ files, pieces, size int }

func (p *parcel) mark() mark { return mark{len(p.files), len(p.pieces), p.size} }

// cutTo takes out what was added since a mark.
func (p *parcel) cutTo(m mark) {
	p.files, p.sizes, p.pieces, p.size = p.files[:m.files], p.sizes[:m.files], p.pieces[:m.pieces], m.size
}

// begin makes room for a file.
func (p *parcel) begin(name string) {
	p.before = p.mark()
	p.files, p.sizes = append(p.files, data.File{Name: name}), append(p.sizes, 0)
	p.head, p.sniffed = nil, false
}

// What keeps a file out of a parcel, besides the faults of package data.
var (
	errBroken = errors.New("trainlab: the stream of a file broke off")
	errNoGzip = errors.New("trainlab: the browser cannot unpack gzip")
	errStray  = errors.New("trainlab: the file is no part of a dataset")
)

// put adds a file of so many bytes (0: not known) as it comes out of a stream, unpacked if it is
// gzipped. came is told the bytes of each piece of the stream, and says whether to go on. It blocks
// the goroutine.
func (p *parcel) put(name string, size int64, stream js.Value, onPiece func(bytes int) bool) error {
	p.begin(name)
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
		return onPiece(piece.Length()) && fault == nil
	})
	if fault == nil && !whole {
		fault = errBroken
	}
	if unpacking != nil {
		whole, fault = unpacking.end(fault)
		p.files[len(p.files)-1].Cut = !whole
		size = 0 // of what was unpacked it is not known
	}
	if fault == errStray {
		p.keepHead(size)
		return nil
	}
	return fault
}

// sniff looks at the first bytes of the newest file. It returns errStray where the file is of no
// format that is read. A shorter file is not looked at: it comes whole.
func (p *parcel) sniff(piece js.Value) error {
	if p.sniffed {
		return nil
	}
	beginning := make([]byte, min(data.HeadLength-len(p.head), piece.Length()))
	js.CopyBytesToGo(beginning, piece)
	p.head = append(p.head, beginning...)
	if p.sniffed = len(p.head) == data.HeadLength; !p.sniffed {
		return nil
	}
	if !data.Recognise(data.Head{Name: p.files[len(p.files)-1].Name, Bytes: p.head, Size: -1}) {
		return errStray
	}
	return nil
}

// keepHead keeps of the newest file, of so many bytes, its beginning alone.
func (p *parcel) keepHead(size int64) {
	name := p.files[len(p.files)-1].Name
	p.cutTo(p.before)
	head := js.Global().Get("Uint8Array").New(len(p.head))
	js.CopyBytesToJS(head, p.head)
	p.files, p.sizes = append(p.files, data.File{Name: name, Size: size}), append(p.sizes, len(p.head))
	p.pieces, p.size = append(p.pieces, head), p.size+len(p.head)
}

// add appends a piece to the newest file.
func (p *parcel) add(piece js.Value) error {
	if err := p.sniff(piece); err != nil {
		return err
	}
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
