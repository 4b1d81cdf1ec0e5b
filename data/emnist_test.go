package data

import (
	"slices"
	"strings"
	"testing"
)

// drawn is IDX files of n built-in digits, 28×28, turned over their diagonal where turned is set.
// The label of a digit d is labels[d].
func drawn(n int, turned bool, labels [10]byte) (images, classes []byte) {
	const edge, margin = 28, 2
	digits := NewDigits(5, false)
	x := buffer(digits)
	var pixels []byte
	for i := range n {
		classes = append(classes, labels[digits.TrainSample(i, x)])
		for y := range edge {
			for x0 := range edge {
				row, column := y, x0
				if turned {
					row, column = x0, y
				}
				pixels = append(pixels, byte(255*x[(row+margin)*digitEdge+column+margin]))
			}
		}
	}
	return idxBytes(magicImages, []uint32{uint32(n), edge, edge}, pixels), idxBytes(magicLabels, []uint32{uint32(n)}, classes)
}

var asDigits = [10]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}

func TestTurnedDigitsAreNoticedAndTurned(t *testing.T) {
	upright, labels := drawn(600, false, asDigits)
	turned, _ := drawn(600, true, asDigits)
	want := func() []float32 {
		s, err := Read([]File{file("a", upright), file("b", labels)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		x := buffer(s)
		s.TrainSample(3, x)
		return x
	}()
	for name, c := range map[string]struct {
		images string
		pixels []byte
		turned bool
	}{
		"EMNIST by name":        {"emnist-digits-train-images-idx3-ubyte", turned, true},
		"EMNIST without a name": {"images", turned, true},
		"MNIST":                 {"train-images", upright, false},
		// as somebody has made it who turned the pictures already
		"EMNIST upright": {"EMNIST-images", upright, false},
	} {
		s, err := Read([]File{file(c.images, c.pixels), file("labels", labels)}, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		x := buffer(s)
		s.TrainSample(3, x)
		if info := s.Info(); info.Turned != c.turned || info.Look.Wide || !slices.Equal(x, want) {
			t.Errorf("%s: turned %v, wide %v; want turned %v, and the digit upright", name, info.Turned, info.Look.Wide, c.turned)
		}
	}
}

// Wide pictures are no reason alone: cars and shoes are wide as well.
func TestWidePicturesOfOtherThingsStayAsTheyAre(t *testing.T) {
	for name, labels := range map[string][10]byte{
		"of five classes":    {0, 1, 2, 3, 4, 0, 1, 2, 3, 4},
		"the ones elsewhere": {1, 0, 2, 3, 4, 5, 6, 7, 8, 9},
	} {
		images, classes := drawn(600, true, labels)
		s, err := Read([]File{file("a", images), file("b", classes)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if info := s.Info(); info.Turned || !info.Look.Wide {
			t.Errorf("%s: turned %v, wide %v; want wide pictures that stay", name, info.Turned, info.Look.Wide)
		}
	}
}

func TestLabelsFromOneAreClassesFromZero(t *testing.T) {
	images := file("emnist-letters-train-images-idx3-ubyte", idxBytes(magicImages, []uint32{52, 1, 2}, make([]byte, 104)))
	letters := make([]byte, 52)
	for i := range letters {
		letters[i] = byte(1 + i%26)
	}
	s, err := Read([]File{images, file("emnist-letters-train-labels-idx1-ubyte", idxBytes(magicLabels, []uint32{52}, letters))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	info := s.Info()
	if x := buffer(s); info.Classes != 26 || info.FirstLabel != 1 || strings.Join(info.ClassNames, "") != "ABCDEFGHIJKLMNOPQRSTUVWXYZ" || s.TrainSample(25, x) != 25 || len(info.Occurring()) != 26 || info.Occurring()[25] != 25 {
		t.Errorf("got %+v, want the letters A to Z", info)
	}

	for name, c := range map[string]struct {
		labels  []byte
		first   int
		classes int
		last    string
	}{
		"1 to 3":        {[]byte{1, 2, 3, 1, 2, 3}, 1, 3, "3"},
		"0 to 2":        {[]byte{0, 2, 1, 1, 2, 0}, 0, 3, "2"},
		"only 1":        {[]byte{1, 1, 1, 1, 1, 1}, 0, 2, "1"},
		"1 and 3":       {[]byte{1, 3, 1, 3, 1, 3}, 0, 4, "3"},
		"2 to 4":        {[]byte{2, 3, 4, 2, 3, 4}, 0, 5, "4"},
		"0 in the test": {[]byte{1, 2, 1, 2, 1, 0}, 0, 3, "2"},
	} {
		s, err := Read([]File{file("i", imagesOf(6, 2, 2, 0)), file("l", idxBytes(magicLabels, []uint32{6}, c.labels))}, nil)
		if err != nil {
			t.Fatal(err)
		}
		info := s.Info()
		if got := s.TrainSample(1, buffer(s)); info.FirstLabel != c.first || info.Classes != c.classes || info.ClassNames[c.classes-1] != c.last || got != int(c.labels[1])-c.first {
			t.Errorf("%s: %d classes from %d, the last is %q; want %d from %d, %q", name, info.Classes, info.FirstLabel, info.ClassNames[info.Classes-1], c.classes, c.first, c.last)
		}
	}
}

func TestEMNISTsClassesAreNamed(t *testing.T) {
	for classes, want := range map[int]string{10: "9", 26: "Z", 47: "t", 62: "z"} {
		if names := emnistNames(classes); len(names) != classes || names[classes-1] != want {
			t.Errorf("%d classes: %q", classes, names)
		}
	}
	if emnistNames(11) != nil {
		t.Error("11 classes have names")
	}
}
