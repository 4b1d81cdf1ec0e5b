package data

import (
	"errors"
	"testing"
)

// Check finds in the heads the faults that Read finds in the files, except those of the samples.
func TestCheckFindsWhatReadFinds(t *testing.T) {
	for name, c := range faults() {
		if len(c.files) > 0 && (IsZip(c.files[0].Data) || recognisesCSV(headsOf(c.files)[0])) {
			continue
		}
		var got *Error
		err := Check(headsOf(c.files))
		switch c.want {
		// The heads show a file too many at most.
		case CodeTooManyLabels, CodeDuplicate, CodeNoNumbers:
		default:
			if !errors.As(err, &got) || got.Code != c.want {
				t.Errorf("%s: got %v, want %s", name, err, c.want)
			}
		}
	}
	pair := []File{file("images", imagesOf(12, 3, 2, 0)), file("labels", labelsOf(12, 0))}
	if err := Check(headsOf(pair)); err != nil {
		t.Errorf("a pair: %v", err)
	}
}

// The size of a gzipped file is not known before it is unpacked, but its header is.
func TestCheckOfFilesOfUnknownSize(t *testing.T) {
	heads := headsOf([]File{file("images", imagesOf(12, 300, 200, 0)), file("labels", labelsOf(12, 0))})
	heads[0].Size = -1
	if err := Check(heads); err != nil {
		t.Errorf("a pair: %v", err)
	}
	other := headsOf([]File{file("other labels", labelsOf(13, 0))})
	var got *Error
	if err := Check([]Head{heads[0], other[0]}); !errors.As(err, &got) || got.Code != CodeCount {
		t.Errorf("12 images and 13 labels: got %v, want %s", err, CodeCount)
	}
}

func TestFilesAreNotReadPastTheLimit(t *testing.T) {
	half := headsOf([]File{file("a", imagesOf(12, 3, 2, 0)), file("b", imagesOf(13, 3, 2, 0))})
	half[0].Size, half[1].Size = MaxBytes, 1
	var got *Error
	if err := Check(half); !errors.As(err, &got) || got.Code != CodeTooLarge || got.Args[0] != "b" {
		t.Errorf("got %v, want %s for b", err, CodeTooLarge)
	}
}

// The page recognises files without the table of formats.
func TestRecogniseKnowsEveryFormat(t *testing.T) {
	known := make([]bool, len(formats()))
	see := func(name string, h Head) {
		read := false
		for i, f := range formats() {
			if f.recognises(h) {
				known[i], read = true, true
			}
		}
		if got := Recognise(h); got != (read || IsZip(h.Bytes)) {
			t.Errorf("%s: recognised %v, but a format reads it: %v", name, got, read)
		}
	}
	for name, c := range faults() {
		for _, h := range headsOf(c.files) {
			see(name, h)
		}
	}
	see("a batch", Head{Name: "data_batch_1.bin", Bytes: cifarOf(1, 1, 0), Size: cifarRecord})
	for i, yes := range known {
		if !yes {
			t.Errorf("no file of this test is of format %d", i)
		}
	}
}

func TestRecognisedIsWhatAFormatReads(t *testing.T) {
	for name, c := range map[string]struct {
		head []byte
		want bool
	}{
		"images":        {imagesOf(1, 3, 2, 0), true},
		"labels":        {labelsOf(1, 0), true},
		"IDX of floats": {idxBytes(0x0d03, []uint32{1, 1, 1}, make([]byte, 4)), true},
		// And Read says why it does not fit.
		"5 dimensions": {idxBytes(0x0805, []uint32{1, 1, 1, 1, 1}, make([]byte, 1)), true},
		// CIFAR-10's first record might look so.
		"zeros":   {make([]byte, 3073), false},
		"a zip":   {[]byte("PK\x03\x04rest"), true}, // what is in it shows later
		"text":    {[]byte("dear diary"), false},
		"nothing": {nil, false},
	} {
		if got := Recognise(Head{Name: name, Bytes: c.head, Size: int64(len(c.head))}); got != c.want {
			t.Errorf("%s: recognised %v, want %v", name, got, c.want)
		}
	}
}
