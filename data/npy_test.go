package data

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func init() { faultTables = append(faultTables, npyFaults) }

// npyOf is an array as numpy.save writes it, of version 1 or 2.
func npyOf(version byte, descr, shape string, values ...float64) []byte {
	head := fmt.Sprintf("{'descr': '%s', 'fortran_order': False, 'shape': (%s), }", descr, shape)
	return append(npyHead(version, head), npyBody(descr, values...)...)
}

// npyHead is magic number, version and dictionary, padded as numpy does.
func npyHead(version byte, dictionary string) []byte {
	out := append([]byte(npyMagic), version, 0)
	width := 2
	if version > 1 {
		width = 4
	}
	for (len(out)+width+len(dictionary)+1)%64 != 0 {
		dictionary += " "
	}
	dictionary += "\n"
	if version > 1 {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(dictionary)))
	} else {
		out = binary.LittleEndian.AppendUint16(out, uint16(len(dictionary)))
	}
	return append(out, dictionary...)
}

func npyBody(descr string, values ...float64) (out []byte) {
	var order binary.AppendByteOrder = binary.LittleEndian
	if descr[0] == '>' {
		order = binary.BigEndian
	}
	for _, v := range values {
		switch descr[1:] {
		case "u1", "i1", "b1":
			out = append(out, byte(int(v)))
		case "i2":
			out = order.AppendUint16(out, uint16(int16(v)))
		case "i4":
			out = order.AppendUint32(out, uint32(int32(v)))
		case "i8":
			out = order.AppendUint64(out, uint64(int64(v)))
		case "f4":
			out = order.AppendUint32(out, math.Float32bits(float32(v)))
		case "f8":
			out = order.AppendUint64(out, math.Float64bits(v))
		}
	}
	return out
}

// ramp is n numbers from 0 on, each modulo m.
func ramp(n, m int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(i % m)
	}
	return out
}

func npyFaults() map[string]faultCase {
	images, labels := file("images", npyOf(1, "|u1", "12, 3, 2", ramp(72, 256)...)), file("labels", npyOf(1, "<i8", "12,", ramp(12, 10)...))
	beside := func(content []byte, want Code) faultCase { return faultCase{[]File{file("x", content), labels}, want} }
	dictionary := func(d string) []byte { return append(npyHead(1, d), 0, 0) }
	return map[string]faultCase{
		"npy magic only":      beside([]byte(npyMagic+"\x01\x00"), CodeTruncated),
		"npy head cut":        beside(images.Data[:40], CodeTruncated),
		"npy cut":             beside(images.Data[:len(images.Data)-1], CodeTruncated),
		"npy too long":        beside(append(slices.Clone(images.Data), 1), CodeTrailing),
		"npy of version 9":    beside(npyHead(9, "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }"), CodeNPY),
		"npy of a long head":  beside(npyHead(2, "{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }"+strings.Repeat(" ", 600)), CodeNPY),
		"npy without shape":   beside(dictionary("{'descr': '|u1', 'fortran_order': False}"), CodeNPY),
		"npy, no bracket":     beside(dictionary("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2"), CodeNPY),
		"npy of objects":      beside(dictionary("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }"), CodeNPYKind),
		"npy of records":      beside(dictionary("{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (2,), }"), CodeNPYKind),
		"npy of complex":      beside(dictionary("{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }"), CodeNPYKind),
		"npy of texts":        beside(dictionary("{'descr': '<U5', 'fortran_order': False, 'shape': (2,), }"), CodeNPYKind),
		"npy in Fortran":      beside(dictionary("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 1, 1), }"), CodeNPYOrder),
		"npy of a number":     beside(dictionary("{'descr': '|u1', 'fortran_order': False, 'shape': (), }"), CodeNPYShape),
		"npy of one-hot":      beside(npyOf(1, "|u1", "12, 10", ramp(120, 2)...), CodeNPYShape),
		"npy of 4 channels":   beside(npyOf(1, "|u1", "1, 2, 2, 4", ramp(16, 2)...), CodeNPYShape),
		"npy of 5 dimensions": beside(npyOf(1, "|u1", "1, 1, 1, 1, 1", 1), CodeNPYShape),
		"npy of huge edges":   beside(npyOf(1, "|u1", "1, 8193, 1"), CodeNPYShape),
		"npy of huge counts":  beside(npyOf(1, "|u1", "99999999999999999999, 2, 2"), CodeNPYShape),
		"npy of -1":           beside(npyOf(1, "|u1", "-1, 2, 2"), CodeNPYShape),
		"npy of no samples":   beside(npyOf(1, "|u1", "0, 28, 28"), CodeNoSamples),
		"npy, 2**32 doubles":  beside(npyOf(1, "<f8", "4294967296, 8192, 8192, 3"), CodeTooLarge),
		"npy of NaN":          beside(npyOf(1, "<f4", "1, 1, 1", math.NaN()), CodeNoNumbers),
		"npy label 100":       beside(npyOf(1, "<i8", "1,", 100), CodeTooManyLabels),
		"npy images alone":    {[]File{file("x", images.Data)}, CodeNoLabels},
		"npy channels differ": {[]File{file("x", npyOf(1, "|u1", "5, 3, 2, 3", ramp(90, 256)...)), images, labels, file("y", npyOf(1, "|u1", "5,", ramp(5, 9)...))}, CodeSizesDiffer},
	}
}

// kerasMNIST is the files of an npz as Keras has it, of n training and m test digits.
func kerasMNIST(n, m int, version byte, pixel, label string) []File {
	return []File{
		file("x_test.npy", npyOf(version, pixel, fmt.Sprintf("%d, 28, 28", m), ramp(m*784, 251)...)),
		file("x_train.npy", npyOf(version, pixel, fmt.Sprintf("%d, 28, 28", n), ramp(n*784, 256)...)),
		file("y_test.npy", npyOf(version, label, fmt.Sprintf("%d,", m), ramp(m, 7)...)),
		file("y_train.npy", npyOf(version, label, fmt.Sprintf("%d,", n), ramp(n, 10)...)),
	}
}

func TestNPZIsRead(t *testing.T) {
	for _, version := range []byte{1, 2, 3} {
		for _, deflated := range []bool{false, true} {
			for _, kinds := range [][2]string{{"|u1", "|u1"}, {"<f4", "<i8"}, {">f8", ">i4"}, {"<i4", "<f8"}, {"<i8", "|i1"}, {"<i2", "<i2"}} {
				name := fmt.Sprintf("version %d, deflated %v, %v", version, deflated, kinds)
				s, err := Read([]File{file("mnist.npz", zipOf(deflated, kerasMNIST(30, 11, version, kinds[0], kinds[1])...))}, nil)
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				info, x := s.Info(), buffer(s)
				if info.Name != "npy" || info.Train != 30 || info.Test != 11 || info.C != 1 || info.H != 28 || info.Classes != 10 {
					t.Errorf("%s: %+v", name, info)
				}
				if label := s.TrainSample(12, x); label != 2 || x[0] != float32(12*784%256)/255 || x[783] != float32((13*784-1)%256)/255 {
					t.Errorf("%s: training image 12 is %d, and begins with %v", name, label, 255*x[0])
				}
				if label := s.TestSample(10, x); label != 3 || x[1] != float32((10*784+1)%251)/255 {
					t.Errorf("%s: test image 10 is %d, and begins with %v", name, label, 255*x[0])
				}
			}
		}
	}
}

// Where both parts have as many samples, the names say which labels belong to which images.
func TestNPZOfEqualPartsIsPairedByName(t *testing.T) {
	files := kerasMNIST(20, 20, 1, "|u1", "|u1")
	files[2], files[3] = files[3], files[2]
	s, err := Read([]File{file("mnist.npz", zipOf(true, files...))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	if got := []int{s.TrainSample(9, x), s.TestSample(9, x)}; !slices.Equal(got, []int{9, 2}) {
		t.Errorf("labels %v, want 9 of y_train and 2 of y_test", got)
	}
}

func TestPlainNPYIsReadInEveryShape(t *testing.T) {
	// Number k of a picture is k, so the second value of the first channel tells the order.
	for name, c := range map[string]struct {
		shape   string
		n       int
		c, h, w int
		second  int // which number is in channel 0, row 0, column 1
		below   int // and in row 1, column 0
	}{
		"n, h, w":     {"6, 2, 3", 6, 1, 2, 3, 1, 3},
		"n, h, w, 1":  {"6, 2, 3, 1", 6, 1, 2, 3, 1, 3},
		"n, h, w, 3":  {"6, 2, 4, 3", 24, 3, 2, 4, 3, 12},
		"n, 3, h, w":  {"6, 3, 2, 4", 24, 3, 2, 4, 1, 4},
		"n, 1, h, w":  {"6, 1, 2, 4", 8, 1, 2, 4, 1, 4},
		"n, h*w":      {"6, 16", 16, 1, 4, 4, 1, 4},
		"n, h*w*3":    {"6, 12", 12, 3, 2, 2, 3, 6},
		"n, as longs": {"6L, 2L, 3L", 6, 1, 2, 3, 1, 3},
	} {
		images := file("x.npy", npyOf(1, "|u1", c.shape, ramp(6*c.n, c.n)...))
		for _, labels := range []string{"6,", "6, 1"} {
			s, err := Read([]File{images, file("y.npy", npyOf(1, "<i4", labels, ramp(6, 3)...))}, nil)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			info, x := s.Info(), buffer(s)
			s.TrainSample(1, x)
			byteOf := func(v float32) int { return int(math.Round(float64(v)*(info.White-info.Black) + info.Black)) }
			if info.C != c.c || info.H != c.h || info.W != c.w || byteOf(x[1]) != c.second || byteOf(x[c.w]) != c.below {
				t.Errorf("%s: %d×%d×%d, then %d and %d; want %d×%d×%d, %d and %d", name, info.C, info.H, info.W, byteOf(x[1]), byteOf(x[c.w]), c.c, c.h, c.w, c.second, c.below)
			}
		}
	}
}

func FuzzNPY(f *testing.F) {
	labels := npyOf(1, "<i8", "12,", ramp(12, 10)...)
	f.Add(npyOf(2, "<f4", "12, 3, 2", ramp(72, 256)...))
	for _, c := range npyFaults() {
		f.Add(c.files[0].Data)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		s, err := Read([]File{file("a", append([]byte(npyMagic), content[min(6, len(content)):]...)), file("b", labels)}, nil)
		if err != nil {
			if _, ok := err.(*Error); !ok {
				t.Fatal(err)
			}
			return
		}
		info, x := s.Info(), buffer(s)
		if label := s.TrainSample(info.Train-1, x); label < 0 || label >= info.Classes {
			t.Fatalf("label %d of %d classes", label, info.Classes)
		}
	})
}
