package trainlab

import (
	"syscall/js"
	"time"

	"stridelab/app/promise"
	"stridelab/data"
)

// gunzip unpacks a gzipped file into a parcel, with the browser's DecompressionStream.
//
//	put ──write──> DecompressionStream ──read──> parcel.add
//
// The stream makes the two ends wait for each other, so neither gets far ahead.
type gunzip struct {
	writer  js.Value
	read    chan error // gets the error of the reading end
	yielded time.Time
}

const (
	// packedPiece is how many bytes are unpacked at once. They become 68 MB at most, because
	// deflate makes at most 1032 bytes of one. So the parcel's limit is checked in time.
	packedPiece = 64 << 10

	// unpackTime is how long unpacking may block the page's thread.
	unpackTime = 8 * time.Millisecond
)

// looksGzipped reports whether a file is gzipped, from the bytes of its first piece. If that is a
// single byte, the byte decides; browsers are not known to send such a piece.
func looksGzipped(piece js.Value) bool {
	head := make([]byte, 2)
	js.CopyBytesToGo(head, piece)
	return data.IsGzip(head) || piece.Length() == 1 && head[0] == 0x1f
}

// newGunzip begins to unpack the newest file of a parcel. It returns errNoGzip if the browser has
// no DecompressionStream.
func newGunzip(p *parcel) (*gunzip, error) {
	constructor := js.Global().Get("DecompressionStream")
	if !constructor.Truthy() {
		return nil, errNoGzip
	}
	stream := constructor.New("gzip")
	g := &gunzip{writer: stream.Get("writable").Call("getWriter"), read: make(chan error, 1), yielded: time.Now()}
	go func() {
		var fault error
		readStream(stream.Get("readable"), func(piece js.Value) bool {
			fault = p.add(piece)
			return fault == nil
		})
		g.read <- fault
	}()
	return g, nil
}

// write unpacks a piece. It reports whether the gzipped data are sound so far.
func (g *gunzip) write(piece js.Value) (sound bool) {
	n := piece.Length()
	for from := 0; from < n; from += packedPiece {
		if time.Since(g.yielded) > unpackTime {
			time.Sleep(time.Millisecond)
			g.yielded = time.Now()
		}
		if _, ok := promise.Await(g.writer.Call("write", piece.Call("subarray", from, min(from+packedPiece, n)))); !ok {
			return false
		}
	}
	return true
}

// end waits until the last bytes are in the parcel. whole is false if the file was cut off. fault
// is the first error of the caller, or nil. err is the error of the parcel if it stopped the
// unpacking, otherwise fault.
func (g *gunzip) end(fault error) (whole bool, err error) {
	if fault != nil {
		g.writer.Call("abort")
	} else {
		_, whole = promise.Await(g.writer.Call("close"))
	}
	if stopped := <-g.read; stopped != nil { // this error made the writing end fail
		return false, stopped
	}
	return whole, fault
}
