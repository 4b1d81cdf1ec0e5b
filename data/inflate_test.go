package data

import (
	"bytes"
	"compress/flate"
	"testing"
)

// deflate packs bytes at a level of compress/flate.
func deflate(content []byte, level int) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, level)
	if err != nil {
		panic(err)
	}
	w.Write(content)
	w.Close()
	return out.Bytes()
}

func TestInflateSaysWhetherTheStreamEnds(t *testing.T) {
	for name, content := range map[string][]byte{
		"nothing": {}, "a byte": {7}, "zeros": make([]byte, 3*progressBytes+1), "digits": imagesOf(300, 28, 28, 0),
	} {
		var f inflater
		packed, last := deflate(content, flate.DefaultCompression), 0
		dst := make([]byte, len(content))
		n, whole := f.inflate(dst, packed, func(done int) {
			if done < last || done-last > progressBytes {
				t.Errorf("%s: told %d after %d", name, done, last)
			}
			last = done
		})
		if !whole || n != len(content) || !bytes.Equal(dst, content) {
			t.Errorf("%s: %d of %d bytes, whole %v", name, n, len(content), whole)
		}
		if n, whole = f.inflate(make([]byte, len(content)+1), packed, func(int) {}); !whole || n != len(content) {
			t.Errorf("%s, with room for more: %d bytes, whole %v", name, n, whole)
		}
		if _, whole = f.inflate(dst, packed[:len(packed)-1], func(int) {}); whole {
			t.Errorf("%s, cut short: whole", name)
		}
		if len(content) > 0 {
			if n, whole = f.inflate(dst[1:], packed, func(int) {}); whole || n != len(content)-1 {
				t.Errorf("%s, without room for the last byte: %d bytes, whole %v", name, n, whole)
			}
		}
	}
}
