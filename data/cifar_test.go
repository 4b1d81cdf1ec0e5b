package data

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
)

func init() { faultTables = append(faultTables, cifarFaults) }

// cifarOf is a batch of n records; labels is how many labels each has. Label and image of record i
// begin with first+i: the red of its first pixel is first+i, the green twice and the blue three
// times as much.
func cifarOf(n, labels, first int) []byte {
	var out []byte
	for i := range n {
		for range labels {
			out = append(out, byte((first+i)%10))
		}
		image := make([]byte, cifarImage)
		for c := range 3 {
			image[c*1024] = byte((c + 1) * (first + i))
		}
		out = append(out, image...)
	}
	return out
}

func cifarFaults() map[string]faultCase {
	wrong := cifarOf(3, 1, 0)
	wrong[cifarRecord] = 10
	// The names of these files are those of CIFAR, inside an archive that is named x.
	zipped := func(want Code, files ...File) faultCase {
		return faultCase{[]File{file("x", zipOf(true, files...))}, want}
	}
	return map[string]faultCase{
		"cifar cut":       zipped(CodeCIFARSize, file("data_batch_1.bin", cifarOf(3, 1, 0)[:5000])),
		"cifar label 10":  zipped(CodeTooManyLabels, file("data_batch_1.bin", wrong)),
		"cifar twice":     zipped(CodeDuplicate, file("data_batch_1.bin", cifarOf(3, 1, 0)), file("data_batch_2.bin", cifarOf(3, 1, 0))),
		"cifar of one":    zipped(CodeTooFew, file("test_batch.bin", cifarOf(1, 1, 0))),
		"cifar-100":       zipped(CodeCIFAR100, file("train.bin", cifarOf(7, 2, 0))),
		"cifar-100, test": zipped(CodeCIFAR100, file("cifar-100-binary/test.bin", cifarOf(5, 2, 3)), file("fine_label_names.txt", []byte("apple\n"))),
	}
}

func TestCIFARIsRead(t *testing.T) {
	batches := func(of ...int) (files []File) {
		for _, b := range of {
			files = append(files, file(fmt.Sprintf("data_batch_%d.bin", b), cifarOf(4, 1, 4*(b-1))))
		}
		return files
	}
	test := file("test_batch.bin", cifarOf(3, 1, 50))
	names := file("batches.meta.txt", []byte("airplane\nautomobile\n"))
	for name, c := range map[string]struct {
		files       []File
		train, test int
		firstTest   int
	}{
		"all":         {append(batches(1, 2, 3, 4, 5), test, names), 20, 3, 50},
		"in disorder": {append([]File{test}, batches(4, 2, 5, 1, 3)...), 20, 3, 50},
		"one batch":   {batches(1), 3, 1, 3},
		"two batches": {batches(2, 1), 7, 1, 7},
		"test only":   {[]File{test}, 2, 1, 52},
		"zipped":      {[]File{file("cifar.zip", zipOf(true, append(batches(1, 2, 3, 4, 5), test)...))}, 20, 3, 50},
	} {
		s, err := Read(c.files, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		info, x := s.Info(), buffer(s)
		if info.Name != "cifar10" || info.C != 3 || info.H != 32 || info.W != 32 || info.Train != c.train || info.Test != c.test {
			t.Errorf("%s: %+v", name, info)
			continue
		}
		if name != "test only" {
			for i := range info.Train {
				label := s.TrainSample(i, x)
				if want := []float32{float32(i) / 255, float32(2*i) / 255, float32(3*i) / 255}; label != i%10 || !near([]float32{x[0], x[1024], x[2048]}, want) {
					t.Errorf("%s: image %d is %d, and begins with %v, %v, %v", name, i, label, x[0], x[1024], x[2048])
				}
			}
		}
		if label := s.TestSample(0, x); label != c.firstTest%10 || x[0] != float32(c.firstTest)/255 {
			t.Errorf("%s: test image 0 is %d, and begins with %v", name, label, 255*x[0])
		}
		if info.Classes == 10 && info.ClassNames[3] != "cat" {
			t.Errorf("%s: classes %q", name, info.ClassNames)
		}
	}
}

func TestCIFARIsRecognisedBeforeItsSizeIsKnown(t *testing.T) {
	other := bytes.Repeat([]byte{200}, HeadLength)
	for _, c := range []struct {
		name string
		head []byte
		size int64
		want bool
	}{
		{"data_batch_3.bin", cifarOf(1, 1, 6)[:HeadLength], -1, true},
		{"test_batch.bin", cifarOf(1, 1, 6)[:HeadLength], 30730000, true},
		{"train.bin", cifarOf(1, 2, 6)[:HeadLength], -1, true},
		{"train.bin", cifarOf(1, 2, 6)[:HeadLength], 3074 * 50000, true},
		{"my.bin", cifarOf(1, 1, 6)[:HeadLength], 2 * 3073, true},
		{"my.bin", cifarOf(1, 1, 6)[:HeadLength], 5000, false},
		{"data_batch_3.bin", other, 30730000, false},
		{"firmware.bin", other, 3073, false},
		{"data_batch_3", cifarOf(1, 1, 6)[:HeadLength], 30730000, false},
	} {
		if got := Recognise(Head{Name: c.name, Bytes: c.head, Size: c.size}); got != c.want {
			t.Errorf("%s of %d bytes: %v, want %v", c.name, c.size, got, c.want)
		}
	}
}

func TestCIFARIsNotCopied(t *testing.T) {
	files := []File{file("data_batch_1.bin", cifarOf(4000, 1, 0)), file("test_batch.bin", cifarOf(400, 1, 3))}
	// To look at a picture in colour takes memory for a grey one.
	if got := allocated(func() { Read(files, nil) }); got > uint64(len(files[0].Data)/3) {
		t.Errorf("%d bytes allocated for %d, want less than a third", got, len(files[0].Data))
	}
}

func FuzzCIFAR(f *testing.F) {
	f.Add(cifarOf(2, 1, 0), cifarOf(1, 1, 3))
	f.Add(cifarOf(2, 2, 0), cifarOf(1, 2, 3))
	f.Add(cifarOf(1, 1, 0)[:3000], cifarOf(2, 1, 9))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		s, err := Read([]File{file("data_batch_1.bin", a), file("test_batch.bin", b)}, nil)
		if err != nil {
			if _, ok := err.(*Error); !ok {
				t.Fatal(err)
			}
			return
		}
		info, x := s.Info(), buffer(s)
		if label := s.TrainSample(info.Train-1, x); label < 0 || label >= info.Classes || !slices.Contains(info.Occurring(), label) {
			t.Fatalf("label %d of %+v", label, info)
		}
	})
}
