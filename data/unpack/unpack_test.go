package unpack_test

import (
	archivezip "archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"stridelab/data"
	"stridelab/data/unpack"
)

// idx is an IDX file of unsigned bytes.
func idx(dims []uint32, body []byte) []byte {
	b := []byte{0, 0, 8, byte(len(dims))}
	for _, d := range dims {
		b = binary.BigEndian.AppendUint32(b, d)
	}
	return append(b, body...)
}

// images are n images of 3×2 pixels; pixel p of image i is first+i+p.
func images(n, first int) []byte {
	body := make([]byte, n*6)
	for i := range body {
		body[i] = byte(first + i/6 + i%6)
	}
	return idx([]uint32{uint32(n), 3, 2}, body)
}

func labels(n int) []byte {
	body := make([]byte, n)
	for i := range body {
		body[i] = byte(i % 10)
	}
	return idx([]uint32{uint32(n)}, body)
}

func zip(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

func file(name string, content []byte) data.File { return data.File{Name: name, Data: content} }

func read(files []data.File) (data.Source, error) {
	files, err := unpack.Files(files)
	if err != nil {
		return nil, err
	}
	return data.Read(files, nil)
}

func TestGzippedFilesAreReadAsPlainOnes(t *testing.T) {
	a, al, b, bl := images(12, 0), labels(12), images(5, 100), labels(5)
	samples := func(files []data.File) (all []float32) {
		t.Helper()
		s, err := read(files)
		if err != nil {
			t.Fatal(err)
		}
		info := s.Info()
		x := make([]float32, info.C*info.H*info.W)
		for i := range info.Train {
			all = append(all, float32(s.TrainSample(i, x)))
			all = append(all, x...)
		}
		for i := range info.Test {
			all = append(all, float32(s.TestSample(i, x)))
			all = append(all, x...)
		}
		return all
	}
	want := samples([]data.File{file("a", a), file("al", al), file("b", b), file("bl", bl)})
	for name, files := range map[string][]data.File{
		"all":         {file("a", zip(a)), file("al", zip(al)), file("b", zip(b)), file("bl", zip(bl))},
		"some":        {file("a", a), file("al", zip(al)), file("b", zip(b)), file("bl", bl)},
		"two members": {file("a", append(zip(a[:20]), zip(a[20:])...)), file("al", zip(al)), file("b", b), file("bl", bl)},
	} {
		if got := samples(files); !slices.Equal(got, want) {
			t.Errorf("%s gzipped: the samples differ", name)
		}
	}
}

// faults lists gzipped files that are refused. The first file is the one to be named.
func faults() map[string]struct {
	file  []byte
	want  data.Code
	alone bool
} {
	images, labels := images(12, 0), labels(12)
	flipped := zip(images)
	flipped[len(flipped)-6] ^= 1 // in the checksum
	scrambled := zip(bytes.Repeat(images, 9))
	copy(scrambled[14:], "\xff\xff\xff\xff\xff\xff\xff\xff")
	return map[string]struct {
		file  []byte
		want  data.Code
		alone bool
	}{
		"nothing":             {zip(nil), data.CodeEmptyFile, true},
		"text":                {zip([]byte("hello, world")), data.CodeUnknown, true},
		"cut text":            {zip([]byte("hello, world"))[:20], data.CodeUnknown, true},
		"two bytes":           {zip([]byte{0, 0}), data.CodeUnknown, true},
		"gzip":                {zip(zip(images)), data.CodeGzipTwice, true},
		"header cut":          {zip(images)[:7], data.CodeGzip, false},
		"cut before content":  {zip(images)[:10], data.CodeGzip, true},
		"checksum":            {flipped, data.CodeGzip, false},
		"body broken":         {scrambled, data.CodeGzip, false},
		"a little garbage":    {append(zip(images), 0), data.CodeGzip, false},
		"half a member":       {append(zip(images[:20]), zip(images[20:])[:5]...), data.CodeTruncated, false},
		"a member and a half": {append(zip(images[:20]), zip(images[20:])[:15]...), data.CodeTruncated, false},
		"damaged member":      {append(zip(images), 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), data.CodeGzip, false},
		"garbage behind it":   {append(zip(images), "some garbage"...), data.CodeGzip, false},
		"cut in the middle":   {zip(images)[:len(zip(images))-12], data.CodeTruncated, false},
		"trailer cut":         {zip(images)[:len(zip(images))-3], data.CodeTruncated, false},
		"a cut body":          {zip(images[:len(images)-1]), data.CodeTruncated, false},
		"huge promise":        {zip(idx([]uint32{60000, 28, 28}, []byte{1, 2, 3})), data.CodeTruncated, false},
		"trailing byte":       {zip(append(bytes.Clone(images), 0)), data.CodeTrailing, false},
		"bomb behind it":      {zip(append(bytes.Clone(labels), make([]byte, 1<<22)...)), data.CodeTrailing, false},
		"bomb":                {zip(append(bytes.Clone(labels), make([]byte, data.MaxBytes)...)), data.CodeTooLarge, false},
		"overflow":            {zip(idx([]uint32{0xffffffff, 8192, 8192}, []byte{1, 2, 3})), data.CodeTooLarge, false},
		"label 255":           {zip(idx([]uint32{2}, []byte{0, 255})), data.CodeTooManyLabels, false},
		"images twice":        {zip(images), data.CodeDuplicate, false},
		"labels twice":        {zip(labels), data.CodeDuplicate, false},
	}
}

func TestFaultsOfGzippedFilesAreNamed(t *testing.T) {
	for name, c := range faults() {
		files := []data.File{file("x", c.file), file("images", images(12, 0)), file("labels", labels(12))}
		if c.alone { // beside a dataset it would be left out
			files = files[:1]
		}
		_, err := read(files)
		var fault *data.Error
		if !errors.As(err, &fault) || fault.Code != c.want {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
			continue
		}
		if !slices.Contains(fault.Args, any("x")) {
			t.Errorf("%s: %q does not name the file", name, err)
		}
	}
}

func TestFilesPastTheLimitAreRefused(t *testing.T) {
	half := make([]byte, data.MaxBytes/2)
	copy(half, images(12, 0))
	for name, files := range map[string][]data.File{
		"together": {file("a", half), file("b", zip(half)), file("x", zip([]byte{1}))},
		"alone":    {file("x", zip(append(half, append(half, 1)...))), file("a", half)},
		"plain":    {file("a", half), file("x", append(half, 1))},
	} {
		_, err := unpack.Files(files)
		var fault *data.Error
		if !errors.As(err, &fault) || fault.Code != data.CodeTooLarge || fault.Args[0] != "x" {
			t.Errorf("%s: got %v, want %s for x", name, err, data.CodeTooLarge)
		}
	}
}

func TestHeadIsUnpacked(t *testing.T) {
	small, large := images(12, 0), images(1000, 0)
	damaged := zip(small)
	damaged[2] = 9 // no method that is known
	for name, c := range map[string]struct {
		file, want []byte
		size       int64
	}{
		"plain":           {large, large[:data.HeadLength], int64(len(large))},
		"plain and short": {small, small, int64(len(small))},
		"gzip":            {zip(large), large[:data.HeadLength], -1},
		"gzip, short":     {zip(small), small, int64(len(small))},
		"gzip, cut":       {zip(small)[:len(zip(small))-3], small, -1},
		"gzip, damaged":   {damaged, nil, -1},
		"nothing":         {nil, nil, 0},
	} {
		h := unpack.Head("x", int64(len(c.file)), bytes.NewReader(c.file))
		if !bytes.Equal(h.Bytes, c.want) || h.Size != c.size || h.Name != "x" || h.Cut != (name == "gzip, cut") {
			t.Errorf("%s: %d bytes of %d, want %d of %d", name, len(h.Bytes), h.Size, len(c.want), c.size)
		}
	}
}

// A zip archive is as good as its entries, and a damaged one is a fault.
func TestHeadsOfAnArchiveAreThoseOfItsEntries(t *testing.T) {
	var packed bytes.Buffer
	w := archivezip.NewWriter(&packed)
	for name, content := range map[string][]byte{"a": images(12, 0), "b": labels(12)} {
		entry, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		entry.Write(content)
	}
	w.Close()
	heads, err := unpack.Heads("x.zip", int64(packed.Len()), bytes.NewReader(packed.Bytes()))
	if err != nil || len(heads) != 2 || data.Check(heads) != nil {
		t.Errorf("got %v, %v, want two heads", heads, err)
	}
	heads, err = unpack.Heads("x", 30, bytes.NewReader(images(12, 0)))
	if err != nil || len(heads) != 1 || heads[0].Name != "x" {
		t.Errorf("got %v, %v, want the head of a plain file", heads, err)
	}
	if _, err = unpack.Heads("x.zip", 30, bytes.NewReader(packed.Bytes())); err == nil {
		t.Error("half an archive is no fault")
	}
	if s, err := read([]data.File{file("x.zip", packed.Bytes())}); err != nil || s.Info().Train != 10 {
		t.Errorf("not read: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(zip(images(12, 0)), zip(labels(12)))
	for _, c := range faults() {
		if len(c.file) < 1<<12 {
			f.Add(c.file, labels(12))
			f.Add(images(12, 0), c.file)
		}
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		s, err := read([]data.File{file("a", a), file("b", b)})
		if err == nil {
			if info := s.Info(); info.Train < 1 || info.Test < 1 || info.C*info.H*info.W > data.MaxBytes {
				t.Fatalf("unreasonable %+v", info)
			}
			return
		}
		var fault *data.Error
		if s != nil || !errors.As(err, &fault) || strings.Contains(err.Error(), "%!") {
			t.Fatalf("source %v with error %v", s, err)
		}
	})
}
