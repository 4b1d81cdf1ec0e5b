package trainlab

import (
	"bytes"
	"errors"
	"syscall/js"

	"stridelab/data"
)

// A gzipped file may have several members, one after the other, as "cat a.gz b.gz" makes them (RFC
// 1952, 2.2). A DecompressionStream unpacks the first member and reports the others as damage. It
// does not say where the first one ends. So a file that it reports as damaged is tried again:
//
//	places where a member may begin ──> unpacked from one to the next, until a member is whole
//
// Package unpack does the same with compress/gzip. A test checks that both read the same files.

// memberStart is how a member begins: the magic number, then the code of deflate, the only method.
var memberStart = []byte{0x1f, 0x8b, 8}

// maxTries is the most wrong places that are tried. In compressed data one place in 16 million
// looks like the beginning of a member by chance.
const maxTries = 32

// isDamagedGzip reports whether an error says that gzipped data cannot be unpacked.
func isDamagedGzip(err error) bool {
	var fault *data.Error
	return errors.As(err, &fault) && fault.Code == data.CodeGzip
}

// putMembers adds the members of a gzipped file after put has failed with damage. If the file has
// only one member, it returns damage.
func (p *parcel) putMembers(f source, damage error) error {
	p.cutTo(p.before)
	stream, ok := f.open()
	if !ok {
		return errBroken
	}
	raw, starts, err := readRaw(f.name, stream)
	if err != nil {
		return err
	}
	if len(starts) < 2 {
		return damage
	}
	p.begin(f.name)
	ends := append(starts[1:], raw.Length())
	from, tries := 0, 0
	for _, to := range ends {
		whole, err := p.putMember(raw.Call("subarray", from, to), to == raw.Length())
		switch {
		case err == errStray:
			p.keepHead(0)
			return nil
		case isDamagedGzip(err) && to < raw.Length() && tries < maxTries:
			tries++ // no member begins here: the present one goes on
		case err != nil:
			return err
		case whole:
			from = to
		default:
			p.files[len(p.files)-1].Cut = true
		}
	}
	return nil
}

// putMember adds what one member holds. whole is false for a member that is cut short, which is
// damage unless it is the last one. After damage the parcel is as before.
func (p *parcel) putMember(member js.Value, last bool) (whole bool, err error) {
	start, sizes, sniffed, head := p.mark(), p.sizes[len(p.sizes)-1], p.sniffed, len(p.head)
	g, err := newGunzip(p)
	if err != nil {
		return false, err
	}
	name := p.files[len(p.files)-1].Name
	if !g.write(member) {
		err = data.DamagedGzip(name)
	}
	if whole, err = g.end(err); err == nil && !whole && !last {
		err = data.DamagedGzip(name)
	}
	if isDamagedGzip(err) {
		p.cutTo(start)
		p.sizes[len(p.sizes)-1], p.sniffed, p.head = sizes, sniffed, p.head[:head]
	}
	return whole, err
}

// readRaw reads a stream into one Uint8Array, and finds the places where members may begin.
func readRaw(name string, stream js.Value) (raw js.Value, starts []int, err error) {
	var pieces []js.Value
	var tail []byte // the last bytes before this piece, for a beginning that two pieces share
	size := 0
	whole := readStream(stream, func(piece js.Value) bool {
		n := piece.Length()
		content := make([]byte, len(tail)+n)
		copy(content, tail)
		js.CopyBytesToGo(content[len(tail):], piece)
		for at := 0; ; at++ {
			found := bytes.Index(content[at:], memberStart)
			if found < 0 {
				break
			}
			at += found
			starts = append(starts, size-len(tail)+at)
		}
		tail = content[max(0, len(content)-len(memberStart)+1):]
		pieces, size = append(pieces, piece), size+n
		return size <= data.MaxBytes
	})
	switch {
	case size > data.MaxBytes:
		return raw, nil, data.TooLarge(name)
	case !whole:
		return raw, nil, errBroken
	}
	raw = js.Global().Get("Uint8Array").New(size)
	at := 0
	for _, piece := range pieces {
		raw.Call("set", piece, at)
		at += piece.Length()
	}
	return raw, starts, nil
}
