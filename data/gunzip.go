package data

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// gunzip is an io.Reader of what a gzip file (RFC 1952) in memory holds, all of
// its members. At a sound end it answers io.EOF, where the file breaks off
// io.ErrUnexpectedEOF, and errDeflate to any damage.
type gunzip struct {
	in   []byte    // not yet unpacked
	told func(int) // is told how many bytes of the file have been taken
	size int       // of the file

	on     *inflater // of the member that is on; nil between two
	sum    uint32    // CRC-32 of the member so far
	length uint32    // bytes of it
}

// gunzipPiece is how much is unpacked between two words to told.
const gunzipPiece = 64 << 10

func newGunzip(file []byte, told func(int)) *gunzip {
	return &gunzip{in: file, told: told, size: len(file)}
}

// Read implements io.Reader.
func (g *gunzip) Read(p []byte) (n int, err error) {
	for n < len(p) && err == nil {
		if g.on == nil {
			if len(g.in) == 0 {
				return n, io.EOF
			}
			if err = g.begin(); err != nil {
				return n, err
			}
		}
		var k int
		k, err = g.on.next(p[n:min(len(p), n+gunzipPiece)])
		g.sum = crc32.Update(g.sum, crc32.IEEETable, p[n:n+k])
		g.length += uint32(k)
		n += k
		if err == io.EOF {
			err = g.end()
		}
		rest := len(g.in)
		if g.on != nil {
			rest = len(g.on.rest())
		}
		g.told(g.size - rest)
	}
	return n, err
}

// begin reads a member's head.
func (g *gunzip) begin() error {
	const (
		hasSum = 1 << 1 << iota
		hasExtra
		hasName
		hasComment
	)
	head, in := g.in, g.in
	if len(in) < 10 {
		return io.ErrUnexpectedEOF
	}
	if in[0] != 0x1f || in[1] != 0x8b || in[2] != 8 {
		return errDeflate
	}
	flags := in[3]
	in = in[10:]
	if flags&hasExtra != 0 {
		if len(in) < 2 || len(in)-2 < int(binary.LittleEndian.Uint16(in)) {
			return io.ErrUnexpectedEOF
		}
		in = in[2+int(binary.LittleEndian.Uint16(in)):]
	}
	for _, text := range []byte{hasName, hasComment} {
		if flags&text != 0 {
			end := bytes.IndexByte(in, 0)
			if end < 0 {
				return io.ErrUnexpectedEOF
			}
			in = in[end+1:]
		}
	}
	if flags&hasSum != 0 {
		if len(in) < 2 {
			return io.ErrUnexpectedEOF
		}
		if binary.LittleEndian.Uint16(in) != uint16(crc32.ChecksumIEEE(head[:len(head)-len(in)])) {
			return errDeflate
		}
		in = in[2:]
	}
	g.on, g.sum, g.length = &inflater{in: in}, 0, 0
	return nil
}

// end reads what follows a member's stream.
func (g *gunzip) end() error {
	in := g.on.rest()
	if len(in) < 8 {
		return io.ErrUnexpectedEOF
	}
	if binary.LittleEndian.Uint32(in) != g.sum || binary.LittleEndian.Uint32(in[4:]) != g.length {
		return errDeflate
	}
	g.in, g.on = in[8:], nil
	return nil
}
