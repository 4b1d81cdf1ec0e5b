package trainlab

import (
	"errors"
	"syscall/js"

	"stridelab/app/promise"
	"stridelab/app/trainer"
	"stridelab/data"
	"stridelab/train"
)

// parcel holds files for the worker, and their bytes in pieces. The pieces go to the worker without
// being copied through Go. Of a file that is no part of a dataset the parcel holds only the
// beginning, from which the worker tells what it is.
type parcel struct {
	files  []data.File // the Data are missing
	sizes  []int       // bytes of each file
	pieces []js.Value  // Uint8Arrays
	size   int         // bytes of all pieces

	// About the newest file.
	head    []byte // its first bytes, at most data.HeadLength
	sniffed bool   // its first bytes have been looked at; it is of a format that is read
	before  mark   // how far the parcel was filled before it
}

// mark says how far a parcel was filled at some time.
type mark struct{ files, pieces, size int }

func (p *parcel) mark() mark { return mark{len(p.files), len(p.pieces), p.size} }

// cutTo removes what was added since a mark.
func (p *parcel) cutTo(m mark) {
	p.files, p.sizes, p.pieces, p.size = p.files[:m.files], p.sizes[:m.files], p.pieces[:m.pieces], m.size
}

// begin adds a file without any bytes.
func (p *parcel) begin(name string) {
	p.before = p.mark()
	p.files, p.sizes = append(p.files, data.File{Name: name}), append(p.sizes, 0)
	p.head, p.sniffed = nil, false
}

// What can keep a file out of a parcel, besides the faults of package data.
var (
	errBroken = errors.New("trainlab: the stream of a file broke off")
	errNoGzip = errors.New("trainlab: the browser cannot unpack gzip")
	errStray  = errors.New("trainlab: the file is no part of a dataset")
)

// put adds a file from a stream, and unpacks it if it is gzipped. size is that of the file in
// bytes, 0 if it is not known. put calls onPiece with the bytes of each piece of the stream, and
// stops if onPiece returns false. It blocks the goroutine.
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
		size = 0 // the size after unpacking is not known
	}
	if fault == errStray {
		p.keepHead(size)
		return nil
	}
	return fault
}

// sniff looks at the first bytes of the newest file. It returns errStray if they are of no format
// that is read. A file shorter than data.HeadLength is sent whole, without a look.
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

// keepHead removes all of the newest file but its beginning. size is that of the whole file, in
// bytes.
func (p *parcel) keepHead(size int64) {
	name := p.files[len(p.files)-1].Name
	p.cutTo(p.before)
	head := js.Global().Get("Uint8Array").New(len(p.head))
	js.CopyBytesToJS(head, p.head)
	p.files, p.sizes = append(p.files, data.File{Name: name, Size: size}), append(p.sizes, len(p.head))
	p.pieces, p.size = append(p.pieces, head), p.size+len(p.head)
}

// add appends a piece to the newest file. It returns errStray, or a fault if the parcel gets larger
// than data.MaxBytes.
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

// message returns the parcel as the message LoadFiles with an id.
func (p *parcel) message(id int) trainer.Files {
	return trainer.Files{Head: train.AppendLoadFilesHead(nil, id, p.files, p.sizes), Contents: p.pieces, Size: p.size}
}

// readStream reads a ReadableStream of Uint8Arrays and calls more with each piece, until the end or
// until more returns false. whole is true at the end of the stream. It blocks the goroutine.
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
