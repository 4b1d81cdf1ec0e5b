package data

import (
	"bytes"
	"compress/flate"
	"io"
)

// inflater unpacks deflate. Its memory, 40 kB, is used again. The zero value is ready for use.
type inflater struct{ reader io.ReadCloser }

// inflate unpacks a stream into dst until the stream ends or dst is full. It returns the number of
// bytes in dst, and whether the stream ended there undamaged. It calls progress with the number of
// bytes now and then.
func (f *inflater) inflate(dst, packed []byte, progress func(done int)) (n int, whole bool) {
	if f.reader == nil {
		f.reader = flate.NewReader(bytes.NewReader(nil))
	}
	// A reader of compress/flate always is a Resetter, and this Reset has no error.
	f.reader.(flate.Resetter).Reset(bytes.NewReader(packed), nil)
	for n < len(dst) {
		k, err := f.reader.Read(dst[n:min(len(dst), n+progressBytes)])
		n += k
		progress(n)
		if err != nil {
			return n, err == io.EOF
		}
	}
	var more [1]byte
	_, err := io.ReadFull(f.reader, more[:])
	return n, err == io.EOF
}
