package data

import (
	"errors"
	"slices"
	"testing"
)

// foreignFaults are files of other formats, as people come by them.
func foreignFaults() map[string]faultCase {
	images, labels := file("images", imagesOf(12, 3, 2, 0)), file("labels", labelsOf(12, 0))
	tar := make([]byte, HeadLength)
	copy(tar, "cifar-10-batches-bin/")
	copy(tar[257:], "ustar  ")
	alone := func(name, content string, want Code) faultCase {
		return faultCase{[]File{file(name, []byte(content))}, want}
	}
	table := map[string]faultCase{
		"zip":          alone("x", "PK\x03\x04\x14\x00archive/train-images", CodeZip),
		"tar":          alone("x", string(tar), CodeArchive),
		"7z":           alone("x", "7z\xbc\xaf\x27\x1c\x00\x04", CodeArchive),
		"xz":           alone("x", "\xfd7zXZ\x00\x00\x04", CodeArchive),
		"pickle":       alone("x", "\x80\x04\x95\x10\x00", CodeFormat),
		"old pickle":   alone("x", "((cnumpy.core.multiarray\n_reconstruct\n", CodeFormat),
		"CIFAR pickle": alone("x", "\x80\x02}q\x01(U\x0bbatch_labelq\x02U\x15training", CodeFormat),
		"HDF5":         alone("x", "\x89HDF\r\n\x1a\n\x00", CodeFormat),
		"page":         alone("x", "\r\n<!DOCTYPE html><html lang=en>", CodePage),
		"answer":       alone("x", "<?xml version='1.0'?><Error>AccessDenied", CodePage),
		"gzip":         alone("x", "\x1f\x8b\x08\x00", CodeGzipTwice),
		"photo":        alone("x", "\xff\xd8\xff\xe0\x00\x10JFIF", CodePicture),
		"photos":       {[]File{file("x", []byte("\x89PNG\r\n")), file("y", []byte("GIF89a"))}, CodePictures},
		"prose":        alone("x", "Digits, written by hand, by 500 people, in 1995", CodeUnknown),

		// The file that was to be the labels is named, and not the labels that are missing.
		"page for labels": {[]File{file("x", []byte("<html>404")), images}, CodePage},
		"page for images": {[]File{labels, file("x", []byte("<html>404"))}, CodePage},
		"page and note":   {[]File{file(".DS_Store", []byte("\x00\x00\x00\x01Bud1")), images, file("x", []byte("<html>404"))}, CodePage},
	}
	table["CIFAR batch"] = faultCase{[]File{{Name: "x", Data: []byte("\x80\x02}q\x01(U\x0bbatch_label"), Size: 31 << 20}}, CodeFormat}
	return table
}

func TestForeignFilesAreNamedForWhatTheyAre(t *testing.T) {
	for _, c := range []struct {
		file File
		want string // the format
	}{
		{File{Name: "data_batch_1", Data: []byte("\x80\x02}q\x01(U\x0bbatch_label"), Size: 31035704}, "CIFAR for Python"},
		{File{Name: "mnist.pkl.gz", Data: []byte("\x80\x03}q\x00")}, "Python pickle"},
		{File{Name: "x.zip", Data: zipOf(true, file("in.zip", zipOf(true, file("a", []byte("b")))))}, "zip"},
		{File{Name: "x.pt", Data: zipOf(false, file("training/data.pkl", []byte("\x80\x02")), file("training/data/0", make([]byte, 99)))}, "PyTorch"},
		{File{Name: "x.tar.gz", Data: append(make([]byte, 257), "ustar\x0000"...)}, "tar"},
	} {
		_, err := Read([]File{c.file}, nil)
		var got *Error
		if !errors.As(err, &got) || len(got.Args) < 2 || got.Args[1] != c.want {
			t.Errorf("%s: got %v, want it to say %s", c.file.Name, err, c.want)
		}
	}
}

func TestStraysAreLeftOutAndSaid(t *testing.T) {
	images, labels := file("images", imagesOf(12, 3, 2, 0)), file("labels", labelsOf(12, 0))
	strays := []File{
		file(".DS_Store", []byte("\x00\x00\x00\x01Bud1")), file("README.md", []byte("# MNIST\n")), file("get.py", []byte("import gzip")),
		file("empty", nil), {Name: "mnist.zip", Data: []byte("PK\x03\x04"), Size: 100 << 20}, {Name: "cut", Data: []byte("hello"), Cut: true},
	}
	files := append([]File{images}, append(strays, labels)...)
	last := int64(0)
	s, err := Read(files, func(done, total int64) {
		if last = done; total != int64(len(images.Data)+len(labels.Data)) {
			t.Errorf("the total is %d", total)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	info := s.Info()
	want := []string{".DS_Store", "README.md", "get.py", "empty", "mnist.zip", "cut"}
	if !slices.Equal(info.LeftOut, want) || info.Train != 10 || last == 0 {
		t.Errorf("left out %q of %d, want %q of 10", info.LeftOut, info.Train, want)
	}
	if err := Check(headsOf(files)); err != nil {
		t.Errorf("the heads alone: %v", err)
	}
	if alone, err := Read([]File{images, labels}, nil); err != nil || alone.Info().LeftOut != nil {
		t.Errorf("without strays: %v, %q left out", err, alone.Info().LeftOut)
	}
}

// A fault of the dataset itself is told and not that of a stray.
func TestStraysHideNoFault(t *testing.T) {
	short := imagesOf(12, 3, 2, 0)[:20]
	_, err := Read([]File{file("README", []byte("hello")), file("images", short), file("labels", labelsOf(12, 0))}, nil)
	var got *Error
	if !errors.As(err, &got) || got.Code != CodeTruncated || got.Args[0] != "images" {
		t.Errorf("got %v, want %s of images", err, CodeTruncated)
	}
}

func TestClassesThatOccurAreCounted(t *testing.T) {
	for _, c := range []struct {
		labels  []byte
		want    []int
		outputs int
	}{
		{[]byte{3, 3, 3}, []int{3}, 4},
		{[]byte{0, 7, 0, 7}, []int{0, 7}, 8},
		{[]byte{2, 0, 1}, []int{0, 1, 2}, 3},
	} {
		s, err := Read([]File{file("i", imagesOf(len(c.labels), 1, 1, 0)), file("l", idxBytes(magicLabels, []uint32{uint32(len(c.labels))}, c.labels))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if info := s.Info(); !slices.Equal(info.Occurring(), c.want) || info.Classes != c.outputs {
			t.Errorf("%v: %v occur in %d, want %v in %d", c.labels, info.Occurring(), info.Classes, c.want, c.outputs)
		}
	}
	if got := NewDigits(1, true).Info().Occurring(); len(got) != 10 || got[9] != 9 {
		t.Errorf("of the built-in digits %v occur", got)
	}
}
