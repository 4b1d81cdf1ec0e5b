package data

import (
	"testing"
)

// changed is a source of whose pictures each is changed.
type changed struct {
	Source
	change func(picture []float32, h, w int)
}

func (c changed) TrainSample(i int, dst []float32) int {
	label := c.Source.TrainSample(i, dst)
	info := c.Info()
	c.change(dst, info.H, info.W)
	return label
}

func invert(picture []float32, h, w int) {
	for p := range picture {
		picture[p] = 1 - picture[p]
	}
}

func transpose(picture []float32, h, w int) {
	for y := range h {
		for x := range y {
			picture[y*w+x], picture[x*w+y] = picture[x*w+y], picture[y*w+x]
		}
	}
}

// What NewDigits says of its pictures is what is measured, for other seeds and in colour nearly.
func TestLookOfTheBuiltInDigitsIsMeasured(t *testing.T) {
	if got, want := LookOf(NewDigits(1, false)), digitsLook(); got != want {
		t.Errorf("measured %+v, written down %+v", got, want)
	}
	near := func(a, b int) bool { return max(a-b, b-a) <= 2+b/10 }
	for name, s := range map[string]Source{"seed 7": NewDigits(7, false), "colour": NewDigits(3, true)} {
		got, want := LookOf(s), digitsLook()
		for n, pair := range [][2]Range{{got.Edge, want.Edge}, {got.Area, want.Area}, {got.Border, want.Border}} {
			if !near(pair[0].Lo, pair[1].Lo) || !near(pair[0].Mid, pair[1].Mid) || !near(pair[0].Hi, pair[1].Hi) {
				t.Errorf("%s: measure %d is %+v, want nearly %+v", name, n, pair[0], pair[1])
			}
		}
		if got.Light || got.Wide {
			t.Errorf("%s: got %+v, want neither light nor wide", name, got)
		}
	}
}

func TestLookNoticesPolarityAndPicturesOnTheirSide(t *testing.T) {
	grey := NewDigits(1, false)
	plain := LookOf(grey)
	light := LookOf(changed{grey, invert})
	if !light.Light || light.Wide || light.Edge != plain.Edge || light.Area.Mid != plain.Area.Mid {
		t.Errorf("dark on light: %+v, want the measures of %+v", light, plain)
	}
	side := LookOf(changed{grey, transpose})
	if !side.Wide || side.Light || side.Edge != plain.Edge {
		t.Errorf("on their side: %+v", side)
	}
	x := make([]float32, 32*32)
	upright := 0
	for i := range 200 {
		grey.TrainSample(i, x)
		if side.Compare(x, 1, 32, 32) == Upright {
			upright++
		}
		if got := plain.Compare(x, 1, 32, 32); got == Upright {
			t.Fatal("upright pictures differ from upright pictures")
		}
	}
	if upright < 150 {
		t.Errorf("%d of 200 upright digits differ from those on their side", upright)
	}
}

func TestPicturesLikeTheTrainingPicturesAreAlike(t *testing.T) {
	for name, s := range map[string]Source{"grey": NewDigits(1, false), "colour": NewDigits(2, true)} {
		info := s.Info()
		x := make([]float32, info.C*info.H*info.W)
		unlike := 0
		for i := range info.Test {
			s.TestSample(i, x)
			if info.Look.Compare(x, info.C, info.H, info.W) != Alike {
				unlike++
			}
		}
		if unlike > info.Test/100 {
			t.Errorf("%s: %d of %d test pictures are unlike the training pictures", name, unlike, info.Test)
		}
	}
}

func TestPicturesUnlikeTheTrainingPicturesAreTold(t *testing.T) {
	look := NewDigits(1, false).Info().Look
	const edge = 32
	picture := func(ink func(y, x int) bool) []float32 {
		p := make([]float32, edge*edge)
		for i := range p {
			if ink(i/edge, i%edge) {
				p[i] = 1
			}
		}
		return p
	}
	for _, c := range []struct {
		name string
		ink  func(y, x int) bool
		want Difference
	}{
		{"dot", func(y, x int) bool { return y/3 == 5 && x/3 == 5 }, Small},
		{"blot", func(y, x int) bool { return (y-16)*(y-16)+(x-16)*(x-16) < 120 }, Thick},
		{"line from side to side", func(y, x int) bool { return y/2 == 8 }, Large},
		{"hair", func(y, x int) bool { return x == 16 && y > 6 && y < 26 }, Thin},
		{"stripes", func(y, x int) bool { return y >= 6 && y < 26 && x >= 6 && x < 26 && (x-6)%4 == 0 }, Busy},
		{"nothing", func(y, x int) bool { return false }, Alike},
	} {
		if got := look.Compare(picture(c.ink), 1, edge, edge); got != c.want {
			t.Errorf("%s: difference %d, want %d", c.name, got, c.want)
		}
		if got := (Look{}).Compare(picture(c.ink), 1, edge, edge); got != Alike {
			t.Errorf("%s: difference %d from nothing that is known", c.name, got)
		}
	}
}

// One enormous picture must not keep the page waiting.
func TestLookTakesNoLongerForLargePictures(t *testing.T) {
	s, err := Read([]File{file("i", imagesOf(2, 1500, 1500, 0)), file("l", labelsOf(2, 0))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Info().Look.Pictures; got != 0 {
		t.Errorf("%d pictures were measured", got)
	}
}
