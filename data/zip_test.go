package data

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"
)

func init() { faultTables = append(faultTables, zipFaults) }

// zipOf is a zip archive of files, deflated or stored.
func zipOf(deflated bool, files ...File) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		method := zip.Store
		if deflated {
			method = zip.Deflate
		}
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: method})
		if err != nil {
			panic(err)
		}
		entry.Write(f.Data)
	}
	w.SetComment("made by a test")
	w.Close()
	return out.Bytes()
}

// patched is b with some bytes replaced, from the last place where mark stands.
func patched(b []byte, mark string, offset int, to ...byte) []byte {
	b = bytes.Clone(b)
	copy(b[bytes.LastIndex(b, []byte(mark))+offset:], to)
	return b
}

func zipFaults() map[string]faultCase {
	images, labels := file("images", imagesOf(12, 3, 2, 0)), file("labels", labelsOf(12, 0))
	pair := zipOf(true, images, labels)
	alone := func(content []byte, want Code) faultCase { return faultCase{[]File{file("x", content)}, want} }
	many := make([]File, maxEntries+1)
	return map[string]faultCase{
		"zip cut":                    alone(pair[:len(pair)-30], CodeZip),
		"zip without its beginning":  alone(append([]byte(zipEntry), pair[60:]...), CodeZip),
		"zip of nothing":             {[]File{file("x", zipOf(true, file("folder/", nil)))}, CodeEmptyFile},
		"zip directory broken":       alone(patched(pair, zipDirectory, 0, 'X'), CodeZip),
		"zip directory past the end": alone(patched(pair, zipEnd, 12, 0xff, 0xff), CodeZip),
		"zip name past the end":      alone(patched(pair, zipDirectory, 28, 0xff, 0xff), CodeZip),
		"zip encrypted":              alone(patched(pair, zipDirectory, 8, 1), CodeZipKind),
		"zip of pictures":            alone(zipOf(true, file("cat/1.png", nil), file("dog/1.png", nil)), CodePictures),
		"zip of too many":            alone(zipOf(false, many...), CodeTooManyEntries),
	}
}

// Faults of an entry name the entry.
func TestFaultsInAnArchiveNameTheEntry(t *testing.T) {
	images, labels := file("a", imagesOf(12, 3, 2, 0)), file("b", labelsOf(12, 0))
	deflated, stored := zipOf(true, images, labels), zipOf(false, images, labels)
	for name, c := range map[string]struct {
		content []byte
		want    Code
		entry   string
	}{
		"encrypted":        {patched(deflated, zipDirectory, 8, 1), CodeZipKind, "x.zip/b"},
		"another method":   {patched(deflated, zipDirectory, 10, 14), CodeZipKind, "x.zip/b"},
		"checksum":         {patched(stored, zipDirectory, 16, 1, 2, 3, 4), CodeZip, "x.zip/b"},
		"checksum, packed": {patched(deflated, zipDirectory, 16, 1, 2, 3, 4), CodeZip, "x.zip/b"},
		"larger":           {patched(deflated, zipDirectory, 24, 21), CodeZip, "x.zip/b"},
		"smaller":          {patched(deflated, zipDirectory, 24, 19), CodeZip, "x.zip/b"},
		"a bomb's promise": {patched(deflated, zipDirectory, 24, 0, 0, 0, 8), CodeZip, "x.zip/b"},
		"past the limit":   {patched(deflated, zipDirectory, 24, 0, 0, 0, 0x11), CodeTooLarge, "x.zip/b"},
		"not where it is":  {patched(deflated, zipDirectory, 42, 1), CodeZip, "x.zip/b"},
		"past the end":     {patched(deflated, zipDirectory, 42, 0, 0, 0, 8), CodeZip, "x.zip/b"},
		"stored, too long": {patched(stored, zipDirectory, 20, 0xff, 0xff), CodeZip, "x.zip/b"},
		"no dataset":       {zipOf(true, file("notes", []byte("dear diary"))), CodeUnknown, "x.zip/notes"},
		"pictures":         {zipOf(true, file("cat/1.png", []byte("\x89PNG\r\n")), file("dog/1.PNG", nil)), CodePictures, "x.zip/cat/1.png"},
		"page in it":       {zipOf(true, file("b", []byte("<html>")), images), CodePage, "x.zip/b"},
		"labels short":     {zipOf(true, file("b", labelsOf(11, 0)), images), CodeCount, "x.zip/a"},
		"hidden first":     {zipOf(true, file("__MACOSX/._a", []byte("Mac")), file("b", []byte("<html>"))), CodePage, "x.zip/b"},
	} {
		s, err := Read([]File{file("x.zip", c.content)}, nil)
		var got *Error
		if s != nil || !errors.As(err, &got) || got.Code != c.want || got.Args[0] != c.entry {
			t.Errorf("%s: got %v, want %s of %s", name, err, c.want, c.entry)
		}
	}
}

func TestArchivesAreReadAsTheirFiles(t *testing.T) {
	images, labels := imagesOf(1200, 28, 28, 0), labelsOf(1200, 3)
	plain, err := Read([]File{file("a", images), file("b", labels)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want, got := buffer(plain), buffer(plain)
	plain.TrainSample(977, want)
	readme := file("mnist/README", []byte("digits"))
	inFolder := []File{readme, file("mnist/", nil), file("mnist/a", images), file("mnist/b", labels), file("__MACOSX/mnist/._a", []byte("x"))}
	for name, files := range map[string][]File{
		"deflated":        {file("x.zip", zipOf(true, inFolder...))},
		"stored":          {file("x.zip", zipOf(false, inFolder...))},
		"behind a script": {file("x.zip", append([]byte("PK\x03\x04#!/bin/sh\n"), zipOf(true, inFolder...)...))},
		"two archives":    {file("i.zip", zipOf(true, file("a", images))), file("l.zip", zipOf(true, file("b", labels), readme))},
	} {
		var last, total int64
		s, err := Read(files, func(done, of int64) {
			if done < last || done > of || last > 0 && of != total {
				t.Errorf("%s: told %d of %d after %d of %d", name, done, of, last, total)
			}
			last, total = done, of
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		label := s.TrainSample(977, got)
		if !slices.Equal(got, want) || label != (977+3)%10 || last != total || len(s.Info().LeftOut) == 0 {
			t.Errorf("%s: label %d, told %d of %d, left out %q", name, label, last, total, s.Info().LeftOut)
		}
	}
}

// A dataset beside an archive is the one to read.
func TestArchivesBesideADatasetAreLeftOut(t *testing.T) {
	files := []File{file("all.zip", zipOf(true, file("a", imagesOf(12, 3, 2, 0)))), file("broken.zip", []byte("PK\x03\x04")), file("a", imagesOf(12, 3, 2, 0)), file("b", labelsOf(12, 0))}
	s, err := Read(files, nil)
	if err != nil || !slices.Equal(s.Info().LeftOut, []string{"all.zip", "broken.zip"}) {
		t.Errorf("got %v", err)
	}
	if err := Check(headsOf(files)); err != nil {
		t.Errorf("the heads alone: %v", err)
	}
}

func TestZipHeadsTellWhatIsInside(t *testing.T) {
	images := imagesOf(100, 28, 28, 0)
	for _, deflated := range []bool{false, true} {
		packed := zipOf(deflated, file("a", images), file("b", labelsOf(100, 0)), file("c/1.png", images), file("empty", nil), file("c/", nil))
		heads, err := ZipHeads("x.zip", int64(len(packed)), bytes.NewReader(packed))
		if err != nil || len(heads) != 4 {
			t.Fatalf("%d heads, %v", len(heads), err)
		}
		if h := heads[0]; h.Name != "x.zip/a" || h.Size != int64(len(images)) || !bytes.Equal(h.Bytes, images[:HeadLength]) {
			t.Errorf("deflated %v: %s of %d bytes", deflated, h.Name, h.Size)
		}
		if heads[2].Bytes != nil || heads[3].Size != 0 {
			t.Error("a picture or an empty file has a beginning")
		}
		if err := Check(heads[:2]); err != nil {
			t.Errorf("a pair: %v", err)
		}
	}
}

// An archive of many small files, such as sounds, is looked through with next to no memory, and the
// page is answered meanwhile.
func TestManyEntriesAreLookedThrough(t *testing.T) {
	var files []File
	for i := range 20_000 {
		files = append(files, file(fmt.Sprintf("yes/%d.wav", i), []byte("RIFF0000WAVE of some length")))
	}
	packed := zipOf(true, files...)
	calls := 0
	got := allocated(func() {
		if _, err := Read([]File{file("x.zip", packed)}, func(done, total int64) { calls++ }); err == nil {
			t.Error("sounds are a dataset")
		}
	})
	if calls < 300 || got > 20_000*2000 {
		t.Errorf("%d calls of progress, %d bytes for %d files", calls, got, len(files))
	}
}

func TestStoredEntriesAreNotCopied(t *testing.T) {
	const n = 4000
	packed := zipOf(false, file("a", imagesOf(n, 28, 28, 0)), file("b", labelsOf(n, 0)))
	if got := allocated(func() { Read([]File{file("x", packed)}, nil) }); got > 1<<20 {
		t.Errorf("%d bytes allocated for %d, want less than 1 MB", got, len(packed))
	}
}

func TestArchiveGivesItsEntries(t *testing.T) {
	cat := []byte("\x89PNG\r\n cat")
	for _, deflated := range []bool{false, true} {
		a, err := OpenArchive(file("pets.zip", zipOf(deflated, file("cat/1.png", cat), file("dog/", nil), file("dog/1.png", []byte("dog")))))
		if err != nil || !slices.Equal(a.Paths(), []string{"pets.zip/cat/1.png", "pets.zip/dog/1.png"}) {
			t.Fatalf("got %v", err)
		}
		if got, err := a.Unpack(0); err != nil || !bytes.Equal(got, cat) {
			t.Errorf("deflated %v: %q, %v", deflated, got, err)
		}
	}
	bad := zipOf(true, file("cat/1.png", cat), file("dog/1.png", []byte("dog")))
	for name, content := range map[string][]byte{"sum": patched(bad, zipDirectory, 16, 1, 2), "size": patched(bad, zipDirectory, 24, 0, 0, 0, 0x20)} {
		a, err := OpenArchive(file("pets.zip", content))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := a.Unpack(1); got != nil || err == nil {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if _, err := OpenArchive(file("x", []byte("PK\x03\x04"))); err == nil {
		t.Error("a damaged archive is opened")
	}
}

func FuzzZip(f *testing.F) {
	pair := []File{file("a", imagesOf(12, 3, 2, 0)), file("b", labelsOf(12, 0))}
	f.Add(zipOf(true, pair...))
	f.Add(zipOf(false, pair...))
	for _, c := range zipFaults() {
		if len(c.files[0].Data) < 1<<12 {
			f.Add(c.files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		_, err := Read([]File{file("x", append([]byte(zipEntry), content[min(4, len(content)):]...))}, nil)
		if _, ok := err.(*Error); err != nil && !ok {
			t.Fatal(err)
		}
	})
}

func ExampleZipHeads() {
	packed := zipOf(true, file("cat/1.png", nil), file("train-labels", labelsOf(3, 0)))
	heads, _ := ZipHeads("x.zip", int64(len(packed)), bytes.NewReader(packed))
	for _, h := range heads {
		fmt.Println(h.Name, Recognise(h))
	}
	// Output:
	// x.zip/cat/1.png false
	// x.zip/train-labels true
}
