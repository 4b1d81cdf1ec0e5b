package data

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
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

// contents are bytes of several kinds.
func contents() map[string][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 200_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	sparse := make([]byte, 300_000)
	for i := range sparse {
		if r.IntN(5) == 0 {
			sparse[i] = byte(r.IntN(20))
		}
	}
	return map[string][]byte{
		"nothing": {}, "a byte": {7}, "text": []byte("to be or not to be, that is the question"),
		"noise": noise, "sparse": sparse, "zeros": make([]byte, 100_000), "digits": imagesOf(300, 28, 28, 0),
	}
}

func TestInflateUndoesDeflate(t *testing.T) {
	for name, content := range contents() {
		for _, level := range []int{flate.NoCompression, flate.BestSpeed, flate.DefaultCompression, flate.BestCompression, flate.HuffmanOnly} {
			packed := deflate(content, level)
			last := 0
			dst := make([]byte, len(content))
			n, v := inflate(dst, packed, func(done int) {
				if done < last || done-last > progressBytes {
					t.Errorf("%s, level %d: told %d after %d", name, level, done, last)
				}
				last = done
			})
			if v != whole || n != len(content) || !bytes.Equal(dst, content) {
				t.Errorf("%s, level %d: %d of %d bytes, verdict %d", name, level, n, len(content), v)
			}
			if len(content) == 0 {
				continue
			}
			half := make([]byte, (len(content)+1)/2)
			if n, v = inflate(half[:len(half)-1], packed, func(int) {}); v != full || n != len(half)-1 || !bytes.Equal(half[:n], content[:n]) {
				t.Errorf("%s, level %d: of the beginning %d bytes, verdict %d", name, level, n, v)
			}
			if _, v = inflate(dst, packed[:len(packed)-1], func(int) {}); v == whole {
				t.Errorf("%s, level %d: cut short, verdict whole", name, level)
			}
		}
	}
}

// Of any bytes, inflate and compress/flate unpack the same, and agree whether they are deflate.
func FuzzInflate(f *testing.F) {
	for _, content := range contents() {
		short := content[:min(len(content), 3000)]
		for _, level := range []int{flate.NoCompression, flate.BestSpeed, flate.BestCompression, flate.HuffmanOnly} {
			f.Add(deflate(short, level))
		}
	}
	f.Add([]byte{4, 0xc0, 1}) // codes of their own
	f.Fuzz(func(t *testing.T, packed []byte) {
		const most = 1 << 20
		want, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), most))
		dst := make([]byte, most)
		n, v := inflate(dst, packed, func(int) {})
		if len(want) == most {
			if n != most {
				t.Fatalf("%d bytes, want more than %d", n, most)
			}
			return
		}
		if (err == nil) != (v == whole) {
			t.Fatalf("verdict %d, but compress/flate says %v", v, err)
		}
		if err == nil && !bytes.Equal(dst[:n], want) {
			t.Fatalf("%d bytes, want %d", n, len(want))
		}
	})
}

// The standard library's speed stands beside it.
func BenchmarkInflate(b *testing.B) {
	content := contents()["sparse"]
	packed, dst := deflate(content, flate.DefaultCompression), make([]byte, len(content))
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(int64(len(content)))
		for b.Loop() {
			inflate(dst, packed, func(int) {})
		}
	})
	b.Run("compress/flate", func(b *testing.B) {
		b.SetBytes(int64(len(content)))
		for b.Loop() {
			io.ReadFull(flate.NewReader(bytes.NewReader(packed)), dst)
		}
	})
}
