package data

import (
	"errors"
	"slices"
	"testing"
)

// fixed is a source of one picture.
type fixed struct {
	info    Info
	picture []float32
}

func (f fixed) Info() Info { return f.info }

func (f fixed) TrainSample(i int, dst []float32) int {
	copy(dst, f.picture)
	return 1
}

func (f fixed) TestSample(i int, dst []float32) int {
	copy(dst, f.picture)
	return 2
}

func TestAdaptFitsPicturesToTheNet(t *testing.T) {
	grey := fixed{Info{Name: "g", C: 1, H: 2, W: 2, Train: 5, Test: 3}, []float32{.1, .2, .3, .4}}
	colour := fixed{Info{C: 3, H: 1, W: 2}, []float32{1, 0, 1, .5, 1, 0}}
	for name, c := range map[string]struct {
		src     Source
		c, h, w int
		want    []float32
	}{
		"as it is":     {grey, 1, 2, 2, grey.picture},
		"centred":      {grey, 1, 4, 4, []float32{0, 0, 0, 0, 0, .1, .2, 0, 0, .3, .4, 0, 0, 0, 0, 0}},
		"odd margin":   {grey, 1, 3, 2, []float32{.1, .2, .3, .4, 0, 0}},
		"odd margin w": {grey, 1, 2, 5, []float32{0, .1, .2, 0, 0, 0, .3, .4, 0, 0}},
		"grey to rgb":  {grey, 3, 2, 2, slices.Repeat(grey.picture, 3)},
		"rgb to grey":  {colour, 1, 1, 2, []float32{1, .2935}},
		"rgb padded":   {colour, 3, 1, 3, []float32{1, 0, 0, 1, .5, 0, 1, 0, 0}},
	} {
		s, err := Adapt(c.src, c.c, c.h, c.w)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		info := s.Info()
		if info.C != c.c || info.H != c.h || info.W != c.w || info.Train != c.src.Info().Train || info.Name != c.src.Info().Name {
			t.Errorf("%s: info %+v", name, info)
		}
		got := slices.Repeat([]float32{9}, len(c.want)) // so that a pixel that is not written shows
		if label := s.TrainSample(0, got); label != 1 || !near(got, c.want) {
			t.Errorf("%s: training picture %v, label %d; want %v, label 1", name, got, label, c.want)
		}
		if label := s.TestSample(0, got); label != 2 || !near(got, c.want) {
			t.Errorf("%s: test picture %v, label %d; want %v, label 2", name, got, label, c.want)
		}
	}
}

func near(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return x-y < 1e-6 && y-x < 1e-6 })
}

func TestAdaptRefusesWhatWouldLoseThePicture(t *testing.T) {
	for name, c := range map[string]struct {
		in      Info
		c, h, w int
		want    Code
	}{
		"too high":      {Info{C: 1, H: 33, W: 5}, 1, 32, 32, CodeAdaptSize},
		"too wide":      {Info{C: 1, H: 5, W: 33}, 1, 32, 32, CodeAdaptSize},
		"four channels": {Info{C: 4, H: 5, W: 5}, 3, 32, 32, CodeAdaptChannels},
		"net of two":    {Info{C: 1, H: 5, W: 5}, 2, 32, 32, CodeAdaptChannels},
	} {
		_, err := Adapt(fixed{info: c.in}, c.c, c.h, c.w)
		for _, err := range []error{err, Adaptable(c.in, c.c, c.h, c.w)} {
			var fault *Error
			if !errors.As(err, &fault) || fault.Code != c.want {
				t.Errorf("%s: error %v, want code %s", name, err, c.want)
			}
		}
	}
}

func TestAdaptAllocatesNothingPerSample(t *testing.T) {
	s, err := Adapt(NewDigits(1, true), 1, 36, 36)
	if err != nil {
		t.Fatal(err)
	}
	x := buffer(s)
	if got := testing.AllocsPerRun(50, func() { s.TrainSample(3, x) }); got != 0 {
		t.Errorf("%v allocations a sample, want 0", got)
	}
}
