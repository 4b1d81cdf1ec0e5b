package data

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

func TestCollectionGrowsWhileSourcesStay(t *testing.T) {
	c := NewCollection("drawings", 1, 2, 2, []string{"circle", "square", "star"})
	add := func(v float32, class int) {
		t.Helper()
		if err := c.Add([]float32{v, 0, 2, -1}, class, AnyPart); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Source(Split{0.5, 1}); err == nil {
		t.Error("no samples are no fault")
	}
	for k := range 150 {
		add(float32(k)/255, k%2)
	}
	early, err := c.Source(Split{0.2, 1})
	if err != nil {
		t.Fatal(err)
	}
	train, test := samplesOf(t, early, 2)
	for k := range 50 {
		add(float32(k)/255, k%2)
	}
	late, err := c.Source(Split{0.2, 1})
	if err != nil {
		t.Fatal(err)
	}
	trainAgain, testAgain := samplesOf(t, early, 2)
	if !slices.Equal(train, trainAgain) || !slices.Equal(test, testAgain) || len(test) != 30 {
		t.Errorf("the earlier source changed, or has %d of 30 for testing", len(test))
	}
	info := late.Info()
	if info.Train != 160 || info.Test != 40 || info.Name != "drawings" || info.Classes != 3 || info.ClassNames[2] != "star" || !slices.Equal(info.Occurring(), []int{0, 1}) || c.Len() != 200 {
		t.Errorf("got %+v", info)
	}
	x := buffer(late)
	if late.TrainSample(0, x); x[1] != 0 || x[2] != 1 || x[3] != 0 {
		t.Errorf("values are not cut off: %v", x)
	}
	if got := SurveyOf(late, 64).Warnings; len(got) != 1 || got[0].Kind != EmptyClasses || got[0].Classes[0] != 2 {
		t.Errorf("warnings %+v, want that there is no star", got)
	}
}

func TestCollectionKeepsPartsThatAreGiven(t *testing.T) {
	c := NewCollection("folders", 1, 1, 1, []string{"even", "odd"})
	for k := range 40 {
		part := AnyPart
		switch {
		case k < 10:
			part = TrainPart
		case k < 20:
			part = TestPart
		}
		if err := c.Add([]float32{float32(k) / 255}, k%2, part); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Source(Split{0.5, 3})
	if err != nil {
		t.Fatal(err)
	}
	train, test := samplesOf(t, s, 2)
	for k := range 10 {
		if !slices.Contains(train, k) || !slices.Contains(test, k+10) {
			t.Errorf("sample %d or %d left its part", k, k+10)
		}
	}
	if len(test) != 20 {
		t.Errorf("%d for testing, want 10 and half of 20", len(test))
	}

	// Nothing but test pictures still leaves one to train on.
	c = NewCollection("folders", 1, 1, 1, []string{"even", "odd"})
	for k := range 4 {
		c.Add([]float32{float32(k) / 255}, k%2, TestPart)
	}
	if s, err = c.Source(Split{0.5, 3}); err != nil || s.Info().Train != 1 || s.Info().Test != 3 {
		t.Errorf("test pictures alone: %v", err)
	}
}

func TestCollectionIsOfItsPicturesSize(t *testing.T) {
	c := NewCollection("camera", 3, 1, 2, []string{"a", "b"})
	// 4×2 pixels: the left half red, the right half green and transparent
	red, clear := []byte{255, 0, 0, 255}, []byte{0, 255, 0, 0}
	row := slices.Concat(red, red, clear, clear)
	for range 2 {
		if err := c.AddRGBA(slices.Concat(row, row), 4, 2, 0, AnyPart); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Source(Split{})
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	s.TrainSample(0, x)
	// Each new pixel is made of the neighbours' edges too: 1/7 of the white beside the red.
	want := []float32{1, 1, 1. / 7, 6. / 7, 1. / 7, 6. / 7}
	if !slices.EqualFunc(x, want, func(a, b float32) bool { return a-b < .01 && b-a < .01 }) {
		t.Errorf("got %v, want %v", x, want)
	}
}

func TestResizeCropsTheMiddle(t *testing.T) {
	// Brightness says the place: 10 columns of 20 each, 6 rows.
	const w, h = 10, 6
	var rgba []byte
	for range h {
		for x := range w {
			rgba = append(rgba, byte(20*x), byte(20*x), byte(20*x), 255)
		}
	}
	if !IsGrey(rgba) || IsGrey([]byte{1, 1, 2, 255}) {
		t.Error("grey and colour are mixed up")
	}
	for name, c := range map[string]struct {
		h, w int
		want []byte
	}{
		"as it is": {6, 10, []byte{0, 20, 40, 60, 80, 100, 120, 140, 160, 180}},
		"square":   {6, 6, []byte{40, 60, 80, 100, 120, 140}},
		"smaller":  {2, 2, []byte{67, 113}},
		"tall":     {6, 2, []byte{80, 100}},
		"larger":   {12, 12, []byte{40, 45, 55, 65, 75, 85, 95, 105, 115, 125, 135, 140}},
	} {
		got := make([]byte, c.h*c.w)
		resize(got, planes(1, c.h, c.w), rgba, w, h)
		if !slices.EqualFunc(got[:c.w], c.want, func(a, b byte) bool { return max(a, b)-min(a, b) <= 2 }) {
			t.Errorf("%s: %v, want %v", name, got[:c.w], c.want)
		}
	}
	for _, size := range [][4]int{{1, 1, 28, 28}, {1, 500, 28, 28}, {500, 1, 3, 9}, {7, 5, 8192, 1}} {
		white := slices.Repeat([]byte{255}, 4*size[0]*size[1])
		got := make([]byte, size[2]*size[3])
		resize(got, planes(1, size[2], size[3]), white, size[0], size[1])
		if slices.Min(got) != 255 {
			t.Errorf("%v: white became %d", size, slices.Min(got))
		}
	}
}

func TestCollectionHasLimits(t *testing.T) {
	c := NewCollection("camera", 3, 4096, 4096, []string{"a"})
	rgba := slices.Repeat([]byte{9}, 4)
	var err error
	n := 0
	for ; err == nil && n < 10; n++ {
		err = c.AddRGBA(rgba, 1, 1, 0, AnyPart)
	}
	var got *Error
	if !errors.As(err, &got) || got.Code != CodeTooLarge || n != 6 {
		t.Errorf("after %d pictures of 50 MB: %v, want %s", n, err, CodeTooLarge)
	}
	for i := range 100 {
		if got := c.AddClass(fmt.Sprint(i)); got != i+1 && i < 99 || i == 99 && got != -1 {
			t.Errorf("class %d has index %d", i, got)
		}
	}
	small := NewCollection("x", 1, 1, 1, []string{"a"})
	for name, call := range map[string]func(){
		"class":    func() { small.Add([]float32{0}, 1, AnyPart) },
		"part":     func() { small.Add([]float32{0}, 0, 3) },
		"length":   func() { small.Add([]float32{0, 1}, 0, AnyPart) },
		"rgba":     func() { small.AddRGBA(rgba, 2, 1, 0, AnyPart) },
		"channels": func() { NewCollection("x", 2, 1, 1, nil) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			call()
		}()
	}
	if small.Len() != 0 {
		t.Error("a refused sample counts")
	}
}

func TestTypedClassNamesAreTidied(t *testing.T) {
	for typed, want := range map[string]string{"  my  cat ": "my cat", "고양이 클래스": "고양이 클래", "": "", "\t\n": ""} {
		if got := ClassName(typed, 6); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// ExampleCollection draws three classes of its own, and trains on most of them.
func ExampleCollection() {
	c := NewCollection("drawings", 1, 1, 2, []string{"left", "right"})
	for range 5 {
		c.Add([]float32{1, 0}, 0, AnyPart)
		c.Add([]float32{0, 1}, 1, AnyPart)
	}
	src, _ := c.Source(Split{Test: 0.2, Seed: 1})
	survey := SurveyOf(src, 64)
	fmt.Println(survey.Train, survey.Test, survey.Warnings[0].Kind == FewSamples)
	// Output: [4 4] [1 1] true
}
