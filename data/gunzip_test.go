package data

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"testing"
	"time"
)

// texts are contents that deflate packs in its different ways.
func texts() map[string][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	noise, few, runs := make([]byte, 70_000), make([]byte, 200_000), make([]byte, 0, 100_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	for i := range few {
		few[i] = "abc"[r.IntN(3)]
	}
	for len(runs) < 90_000 {
		runs = append(runs, bytes.Repeat([]byte{byte(r.IntN(7))}, r.IntN(600))...)
	}
	far := bytes.Repeat(noise[:32_768], 3) // copies from the window's very end
	return map[string][]byte{
		"empty": {}, "one byte": {7}, "noise": noise, "few letters": few, "runs": runs, "far": far, "zeros": make([]byte, 300_000),
	}
}

func packed(t testing.TB, content []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	w.Name, w.Comment, w.Extra, w.ModTime = "t10k", "a comment", []byte("more"), time.Unix(1, 0)
	w.Write(content)
	w.Close()
	return b.Bytes()
}

// twin is what the standard library makes of a gzip file.
func twin(file []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

func unzip(file []byte) ([]byte, error) { return io.ReadAll(newGunzip(file, func(int) {})) }

func TestGunzipMakesWhatTheStandardLibraryMakes(t *testing.T) {
	for name, content := range texts() {
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, flate.BestSpeed, flate.DefaultCompression, flate.BestCompression} {
			file := packed(t, content, level)
			file = append(file, packed(t, []byte("second member"), level)...)
			got, err := unzip(file)
			if want, _ := twin(file); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, level %d: %d bytes and %v, want %d", name, level, len(got), err, len(want))
			}
		}
	}
}

func TestGunzipInSmallPieces(t *testing.T) {
	content := texts()["runs"]
	g := newGunzip(packed(t, content, 9), func(int) {})
	var got []byte
	for piece := 1; ; piece = piece%37 + 1 {
		p := make([]byte, piece)
		n, err := g.Read(p)
		got = append(got, p[:n]...)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(got, content) {
		t.Error("other bytes than packed")
	}
}

func TestCutGzipIsToldFromDamaged(t *testing.T) {
	for name, content := range texts() {
		file := packed(t, content, 6)
		for i := range 200 {
			n := i * len(file) / 200
			if n == 0 {
				continue
			}
			if _, err := unzip(file[:n]); err != io.ErrUnexpectedEOF {
				t.Errorf("%s: %d of %d bytes: got %v, want %v", name, n, len(file), err, io.ErrUnexpectedEOF)
			}
		}
		if _, err := unzip(append(bytes.Clone(file), "no member at all"...)); err != errDeflate {
			t.Errorf("%s: with something after it: got %v, want %v", name, err, errDeflate)
		}
	}
}

// Whatever is broken, both find the same files sound.
func TestDamagedGzipIsFoundOut(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for name, content := range texts() {
		file := packed(t, content[:min(len(content), 3000)], 6)
		for range 300 {
			broken := bytes.Clone(file)
			for range 1 + r.IntN(3) {
				broken[r.IntN(len(broken))] ^= 1 << r.IntN(8)
			}
			sameVerdict(t, name, broken)
		}
	}
}

func sameVerdict(t *testing.T, name string, file []byte) {
	t.Helper()
	got, err := unzip(file)
	want, wantErr := twin(file)
	if (err == nil) != (wantErr == nil) || err == nil && !bytes.Equal(got, want) {
		t.Errorf("%s: %d bytes and %v, the standard library makes %d and %v: %x", name, len(got), err, len(want), wantErr, file)
	}
}

func FuzzInflate(f *testing.F) {
	for _, content := range texts() {
		content = content[:min(len(content), 2000)]
		for _, level := range []int{0, 1, 9} {
			var b bytes.Buffer
			w, _ := flate.NewWriter(&b, level)
			w.Write(content)
			w.Close()
			f.Add(b.Bytes())
		}
	}
	f.Fuzz(func(t *testing.T, stream []byte) {
		z := &inflater{in: stream}
		got := make([]byte, 1<<16)
		n, err := z.next(got)
		want := make([]byte, 1<<16)
		r := flate.NewReader(bytes.NewReader(stream))
		m, wantErr := io.ReadFull(r, want)
		if wantErr == nil { // both are full
			wantErr = err
		}
		ended := wantErr == io.EOF || wantErr == io.ErrUnexpectedEOF && m < len(want)
		switch {
		case err == nil && n == len(got) && m == len(want), err == io.EOF && ended, err != nil && err != io.EOF && wantErr != nil:
		default:
			t.Fatalf("%d bytes and %v, the standard library makes %d and %v", n, err, m, wantErr)
		}
		if k := min(n, m); !bytes.Equal(got[:k], want[:k]) {
			t.Fatal("other bytes")
		}
	})
}

func BenchmarkGunzip(b *testing.B) {
	content := texts()["runs"]
	file := packed(b, content, 6)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		unzip(file)
	}
}
