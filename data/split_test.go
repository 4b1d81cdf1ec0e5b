package data

import (
	"errors"
	"slices"
	"testing"
)

// numbered is a source of n training and m test samples. The only pixel of sample k is k/255, the
// test samples following the others, and its class is k%classes.
func numbered(t *testing.T, n, m, classes int) Source {
	t.Helper()
	of := func(from, to int) (images, labels File) {
		var pixels, classesOf []byte
		for k := from; k < to; k++ {
			pixels, classesOf = append(pixels, byte(k)), append(classesOf, byte(k%classes))
		}
		dims := []uint32{uint32(to - from)}
		return file("images", idxBytes(magicImages, append(dims, 1, 1), pixels)), file("labels", idxBytes(magicLabels, dims, classesOf))
	}
	images, labels := of(0, n)
	testImages, testLabels := of(n, n+m)
	s, err := Read([]File{images, labels, testImages, testLabels}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// samplesOf is the numbers of the training and test samples of a numbered source, and fails where a
// label is another one.
func samplesOf(t *testing.T, s Source, classes int) (train, test []int) {
	t.Helper()
	info, x := s.Info(), buffer(s)
	check := func(label int) int {
		k := int(255*x[0] + 0.5)
		if label != k%classes {
			t.Errorf("sample %d has label %d", k, label)
		}
		return k
	}
	for i := range info.Train {
		train = append(train, check(s.TrainSample(i, x)))
	}
	for i := range info.Test {
		test = append(test, check(s.TestSample(i, x)))
	}
	return train, test
}

func TestSplitHasEachClassInItsShare(t *testing.T) {
	src := numbered(t, 100, 50, 5) // 30 of each class
	for _, c := range []struct {
		share float64
		each  int
	}{{0.2, 6}, {0.5, 15}, {0, 1}, {1, 29}, {0.01, 1}, {-3, 1}, {7, 29}} {
		s, err := Resplit(src, Split{c.share, 7})
		if err != nil {
			t.Fatal(err)
		}
		train, test := samplesOf(t, s, 5)
		counts := make([]int, 5)
		for _, k := range test {
			counts[k%5]++
		}
		all := slices.Sorted(slices.Values(append(train, test...)))
		if len(all) != 150 || len(slices.Compact(all)) != 150 || !slices.Equal(counts, []int{c.each, c.each, c.each, c.each, c.each}) {
			t.Errorf("share %v: %v of each class for testing, %d samples in all; want %d", c.share, counts, len(all), c.each)
		}
	}
}

func TestSplitDependsOnItsSeedAlone(t *testing.T) {
	src := numbered(t, 100, 50, 5)
	testsOf := func(seed uint64, s Source) []int {
		s, err := Resplit(s, Split{0.2, seed})
		if err != nil {
			t.Fatal(err)
		}
		_, test := samplesOf(t, s, 5)
		return test
	}
	if a, b := testsOf(1, src), testsOf(1, src); !slices.Equal(a, b) {
		t.Errorf("one seed: %v and %v", a, b)
	}
	if a, b := testsOf(1, src), testsOf(2, src); slices.Equal(a, b) {
		t.Error("two seeds divide alike")
	}
	again, _ := Resplit(src, Split{0.4, 9})
	if got := testsOf(1, again); len(got) != 30 {
		t.Errorf("divided twice: %d for testing, want 30", len(got))
	}
	adapted, _ := Adapt(leavingOut(src, []Head{{Name: "x"}}), 1, 1, 1)
	if got := testsOf(1, adapted); !slices.Equal(got, testsOf(1, src)) {
		t.Error("a wrapped source is divided in another way")
	}
}

func TestSplitOfFewSamples(t *testing.T) {
	s, err := Resplit(numbered(t, 1, 1, 2), Split{0.5, 1}) // two classes of one sample
	if err != nil || s.Info().Train != 1 || s.Info().Test != 1 {
		t.Errorf("%v, want one of each", err)
	}
	_, err = divide(s, []uint8{0}, []Part{AnyPart}, Split{})
	var got *Error
	if !errors.As(err, &got) || got.Code != CodeFewSamples {
		t.Errorf("a single sample: %v, want %s", err, CodeFewSamples)
	}
	digits := NewDigits(1, false)
	if s, err := Resplit(digits, Split{0.5, 1}); s != digits || err != nil {
		t.Error("an endless source is divided")
	}
	// A source without a list of labels.
	plain := fixed{Info{C: 1, H: 2, W: 2, Classes: 3, Train: 6, Test: 4}, []float32{0, 0, 0, 0}}
	if s, err := Resplit(plain, Split{0.5, 1}); err != nil || s.Info().Test != 5 {
		t.Errorf("got %v", err)
	}
}

func TestSurveyCountsAndWarns(t *testing.T) {
	read := func(train, test []byte) Source {
		s, err := Read([]File{
			file("a", imagesOf(len(train), 1, 1, 0)), file("al", idxBytes(magicLabels, []uint32{uint32(len(train))}, train)),
			file("b", imagesOf(len(test), 1, 1, 9)), file("bl", idxBytes(magicLabels, []uint32{uint32(len(test))}, test)),
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, c := range map[string]struct {
		src         Source
		train, test []int
		want        []Warning
	}{
		"fine":          {read([]byte{0, 1, 2, 0}, []byte{0, 1, 2}), []int{2, 1, 1}, []int{1, 1, 1}, nil},
		"one class":     {read([]byte{2, 2, 2}, []byte{2, 2}), []int{0, 0, 3}, []int{0, 0, 2}, []Warning{{Kind: OneClass, Classes: []int{2}}, {Kind: EmptyClasses, Classes: []int{0, 1}}, {Kind: FewSamples, Samples: 3}}},
		"shifted":       {read([]byte{1, 2, 3, 1}, []byte{3, 2, 1}), []int{2, 1, 1}, []int{1, 1, 1}, []Warning{{Kind: ShiftedLabels}}},
		"gaps":          {read([]byte{0, 3, 5, 0}, []byte{0, 3, 5}), []int{2, 0, 0, 1, 0, 1}, []int{1, 0, 0, 1, 0, 1}, []Warning{{Kind: EmptyClasses, Classes: []int{1, 2, 4}}}},
		"not in a part": {read([]byte{0, 1, 1, 0}, []byte{0, 2, 3}), []int{2, 2, 0, 0}, []int{1, 0, 1, 1}, []Warning{{Kind: UntrainedClass, Classes: []int{2, 3}}, {Kind: UntestedClass, Classes: []int{1}}}},
		"digits":        {NewDigits(1, true), slices.Repeat([]int{600}, 10), slices.Repeat([]int{100}, 10), nil},
	} {
		got := SurveyOf(c.src, 4)
		if !slices.Equal(got.Train, c.train) || !slices.Equal(got.Test, c.test) {
			t.Errorf("%s: %v for training and %v for testing, want %v and %v", name, got.Train, got.Test, c.train, c.test)
		}
		if !slices.EqualFunc(got.Warnings, c.want, func(a, b Warning) bool {
			return a.Kind == b.Kind && a.Samples == b.Samples && slices.Equal(a.Classes, b.Classes)
		}) {
			t.Errorf("%s: warnings %+v, want %+v", name, got.Warnings, c.want)
		}
	}
}
