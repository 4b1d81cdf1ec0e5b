package data

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"
)

// idxNumbers is an IDX file of numbers of a type.
func idxNumbers(kind byte, dims []uint32, values ...float64) []byte {
	var body []byte
	for _, v := range values {
		switch kind {
		case 0x08, 0x09:
			body = append(body, byte(int(v)))
		case 0x0b:
			body = binary.BigEndian.AppendUint16(body, uint16(int16(v)))
		case 0x0c:
			body = binary.BigEndian.AppendUint32(body, uint32(int32(v)))
		case 0x0d:
			body = binary.BigEndian.AppendUint32(body, math.Float32bits(float32(v)))
		case 0x0e:
			body = binary.BigEndian.AppendUint64(body, math.Float64bits(v))
		}
	}
	return idxBytes(uint32(kind)<<8|uint32(len(dims)), dims, body)
}

func TestNumbersOfEveryTypeBecomeZeroToOne(t *testing.T) {
	for name, c := range map[string]struct {
		kind         byte
		values, want []float64
		black, white float64
	}{
		"bytes":             {0x08, []float64{0, 51, 255, 102}, []float64{0, .2, 1, .4}, 0, 255},
		"bytes of 0 and 1":  {0x08, []float64{0, 1, 1, 0}, []float64{0, 1, 1, 0}, 0, 1},
		"bytes up to 2":     {0x08, []float64{0, 1, 2, 0}, []float64{0, 1. / 255, 2. / 255, 0}, 0, 255},
		"signed bytes":      {0x09, []float64{-128, 127, -26, 25}, []float64{0, 1, .4, .6}, -128, 127},
		"signed, positive":  {0x09, []float64{0, 127, 51, 102}, []float64{0, 127. / 255, .2, .4}, 0, 255},
		"16 bits":           {0x0b, []float64{0, 255, 51, 102}, []float64{0, 1, .2, .4}, 0, 255},
		"16 bits, deep":     {0x0b, []float64{0, 32767, 256, 1}, []float64{0, 32767. / 65535, 256. / 65535, 1. / 65535}, 0, 65535},
		"32 bits":           {0x0c, []float64{0, 65535, 13107, 1}, []float64{0, 1, .2, 1. / 65535}, 0, 65535},
		"32 bits, huge":     {0x0c, []float64{-1 << 30, 1 << 30, 0, 1 << 29}, []float64{0, 1, .5, .75}, -1 << 30, 1 << 30},
		"floats":            {0x0d, []float64{0, 1, .25, .5}, []float64{0, 1, .25, .5}, 0, 1},
		"floats around 0":   {0x0d, []float64{-1, 1, 0, .5}, []float64{0, 1, .5, .75}, -1, 1},
		"floats to 255":     {0x0d, []float64{0, 255, 51, 102}, []float64{0, 1, .2, .4}, 0, 255},
		"floats, as normed": {0x0d, []float64{-.5, 3.5, 1.5, .5}, []float64{0, 1, .5, .25}, -.5, 3.5},
		"integers to 16":    {0x0c, []float64{0, 16, 8, 4}, []float64{0, 1, .5, .25}, 0, 16},
		"doubles":           {0x0e, []float64{0, 1, .25, .125}, []float64{0, 1, .25, .125}, 0, 1},
		"all alike":         {0x0e, []float64{7e9, 7e9, 7e9, 7e9}, []float64{0, 0, 0, 0}, 7e9, 7e9 + 1},
	} {
		s, err := Read([]File{file("i", idxNumbers(c.kind, []uint32{2, 1, 2}, c.values...)), file("l", labelsOf(2, 0))}, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		first, second := buffer(s), buffer(s)
		s.TrainSample(0, first)
		s.TestSample(0, second)
		var want []float32
		for _, v := range c.want {
			want = append(want, float32(v))
		}
		if got := append(first, second...); !near(got, want) {
			t.Errorf("%s: %v became %v, want %v", name, c.values, got, want)
		}
		if i := s.Info(); i.Black != c.black || i.White != c.white {
			t.Errorf("%s: the range is %v to %v, want %v to %v", name, i.Black, i.White, c.black, c.white)
		}
	}
}

// Runs on files of bytes keep their bits.
func TestBytesBecomeTheSameAsEver(t *testing.T) {
	all := make([]byte, 256)
	for b := range all {
		all[b] = byte(b)
	}
	s, err := Read([]File{file("i", idxBytes(magicImages, []uint32{2, 8, 16}, all)), file("l", labelsOf(2, 0))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	first, second := buffer(s), buffer(s)
	s.TrainSample(0, first)
	s.TestSample(0, second)
	for b, got := range append(first, second...) {
		if want := float32(b) / 255; got != want {
			t.Errorf("byte %d became %v, want %v", b, got, want)
		}
	}
}

// The parts of a dataset have one range, whatever occurs in each.
func TestBothPartsHaveOneRange(t *testing.T) {
	s, err := Read([]File{
		file("train", idxNumbers(0x0d, []uint32{3, 1, 1}, 0, 100, 200)), file("trainl", labelsOf(3, 0)),
		file("test", idxNumbers(0x0d, []uint32{2, 1, 1}, 0, 1)), file("testl", labelsOf(2, 0)),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	if s.TestSample(1, x); x[0] != 1./255 {
		t.Errorf("1 became %v, want 1/255", x[0])
	}
}

func TestLabelsOfEveryTypeAreRead(t *testing.T) {
	images := file("i", imagesOf(6, 2, 2, 0))
	for _, kind := range []byte{0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e} {
		s, err := Read([]File{images, file("l", idxNumbers(kind, []uint32{6}, 0, 3, 99, 1, 7, 2))}, nil)
		if err != nil {
			t.Errorf("%#x: %v", kind, err)
			continue
		}
		x := buffer(s)
		if got := s.TrainSample(2, x); got != 99 || s.TestSample(0, x) != 2 {
			t.Errorf("%#x: the label is %d, want 99, then 2", kind, got)
		}
	}
}

// QMNIST's extended labels are eight integers a digit: class, NIST's series, writer, ...
func TestQMNISTHasItsLabelsInTheFirstColumn(t *testing.T) {
	labels := idxNumbers(0x0c, []uint32{3, 8}, 5, 0, 160, 16, 53, 4096, 0, 0, 0, 0, 37, 17, 48, 1, 0, 0, 4, 1, 2, 3, 52, 9, 0, 0)
	files := []File{file("qmnist-train-images-idx3-ubyte", imagesOf(3, 4, 4, 0)), file("qmnist-train-labels-idx2-int", labels)}
	if err := Check(headsOf(files)); err != nil {
		t.Errorf("the heads alone: %v", err)
	}
	s, err := Read(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	if got := []int{s.TrainSample(0, x), s.TrainSample(1, x), s.TestSample(0, x)}; !slices.Equal(got, []int{5, 0, 4}) {
		t.Errorf("the labels are %v, want 5, 0, 4", got)
	}
}

func TestPicturesOfBytesAreNotCopied(t *testing.T) {
	const n = 4000
	files := []File{file("i", imagesOf(n, 28, 28, 0)), file("l", labelsOf(n, 0))}
	if got := allocated(func() { Read(files, nil) }); got > 1<<20 {
		t.Errorf("%d bytes allocated for %d, want less than 1 MB", got, n*784)
	}
	floats := []File{file("i", idxBytes(0x0d03, []uint32{n, 14, 14}, make([]byte, n*784))), file("l", labelsOf(n, 0))}
	if got := allocated(func() { Read(floats, nil) }); got > 1<<20 {
		t.Errorf("%d bytes allocated for %d of floats, want less than 1 MB", got, n*784)
	}
}
