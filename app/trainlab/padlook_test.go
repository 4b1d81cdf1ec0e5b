package trainlab

import (
	"math"
	"testing"

	"stridelab/data"
	"stridelab/train"
)

// drawn returns a drawing of strokes. A stroke is a list of points, with coordinates in [0,1].
func drawn(strokes ...[][2]float64) *Ink {
	var k Ink
	for _, s := range strokes {
		for i, p := range s {
			from := s[max(0, i-1)]
			k.Stroke(PadSize*from[0], PadSize*from[1], PadSize*p[0], PadSize*p[1])
		}
	}
	return &k
}

// ring returns a stroke around the middle (x, y) with the radii rx and ry.
func ring(x, y, rx, ry float64) (points [][2]float64) {
	for i := range 25 {
		at := 2 * math.Pi * float64(i) / 24
		points = append(points, [2]float64{x + rx*math.Sin(at), y - ry*math.Cos(at)})
	}
	return points
}

// penDigits returns the digits 0 to 9, drawn on the pad as a person draws them.
func penDigits() []*Ink {
	type p = [2]float64
	return []*Ink{
		drawn(ring(.5, .5, .2, .32)),
		drawn([]p{{.5, .15}, {.5, .85}}),
		drawn([]p{{.3, .3}, {.4, .18}, {.6, .18}, {.7, .32}, {.6, .5}, {.3, .82}, {.72, .82}}),
		drawn([]p{{.3, .2}, {.6, .18}, {.68, .32}, {.5, .48}, {.68, .62}, {.6, .8}, {.3, .8}}),
		drawn([]p{{.4, .15}, {.28, .55}, {.72, .55}}, []p{{.6, .3}, {.6, .85}}),
		drawn([]p{{.68, .18}, {.36, .18}, {.34, .48}, {.6, .45}, {.7, .62}, {.58, .82}, {.32, .8}}),
		drawn([]p{{.6, .15}, {.36, .5}, {.34, .7}, {.48, .83}, {.64, .7}, {.55, .53}, {.38, .6}}),
		drawn([]p{{.28, .2}, {.7, .2}, {.45, .85}}),
		drawn(ring(.5, .33, .13, .17), ring(.5, .67, .17, .17)),
		drawn(ring(.5, .36, .15, .18), []p{{.65, .36}, {.62, .85}}),
	}
}

// looks returns the Look of data that digits are drawn for: the built-in digits, and files like
// MNIST. data.LookOf gives these numbers for the training set of MNIST.
func looks() map[string]data.Look {
	return map[string]data.Look{
		"built-in": data.NewDigits(1, false).Info().Look,
		"MNIST": {Pictures: 1000, Edge: data.Range{Lo: 19, Mid: 20, Hi: 20},
			Area: data.Range{Lo: 37, Mid: 102, Hi: 209}, Border: data.Range{Lo: 48, Mid: 104, Hi: 154}},
	}
}

// difference returns how the picture of a drawing differs from the images of a Look.
func difference(k *Ink, look data.Look, f frame) data.Difference {
	picture := make([]float32, f.h*f.w)
	k.Digit(picture, f)
	return look.Compare(picture, 1, f.h, f.w)
}

func TestDigitsDrawnOnThePadAreLikeTheTrainingImages(t *testing.T) {
	for name, look := range looks() {
		for digit, k := range penDigits() {
			if got := difference(k, look, mnistFrame()); got != data.Alike {
				t.Errorf("%s: a drawn %d has difference %d", name, digit, got)
			}
		}
	}
}

func TestDrawingsThatAreNoDigitsAreUnlikeTheTrainingImages(t *testing.T) {
	type p = [2]float64
	var zigzag, scrawl, tiny []p
	for i := range 12 {
		zigzag = append(zigzag, p{.15 + .7*float64(i%2), .15 + .06*float64(i)})
		tiny = append(tiny, p{.5 + .01*float64(i%2), .5 + .001*float64(i)})
	}
	for i := range 60 {
		at := float64(i) * 2.4
		scrawl = append(scrawl, p{.5 + .35*math.Sin(at), .5 + .35*math.Cos(1.7*at)})
	}
	for name, look := range looks() {
		for what, k := range map[string]*Ink{
			"a dot":                        drawn([]p{{.5, .5}}),
			"a digit smaller than the pen": drawn(tiny),
			"a zigzag":                     drawn(zigzag),
			"a scrawl":                     drawn(scrawl),
			"two dots in opposite corners": drawn([]p{{.1, .1}}, []p{{.9, .9}}),
			"a grid": drawn(
				[]p{{.1, .15}, {.9, .15}}, []p{{.1, .38}, {.9, .38}}, []p{{.1, .61}, {.9, .61}}, []p{{.1, .84}, {.9, .84}},
				[]p{{.15, .1}, {.15, .9}}, []p{{.38, .1}, {.38, .9}}, []p{{.61, .1}, {.61, .9}}, []p{{.84, .1}, {.84, .9}}),
		} {
			if got := difference(k, look, mnistFrame()); got == data.Alike {
				t.Errorf("%s: %s is like the training images", name, what)
			}
		}
	}
}

func TestPadFollowsTheTrainingImages(t *testing.T) {
	s := &session{store: &Store{}}
	if got := s.padFrame(); got != mnistFrame() {
		t.Errorf("for the built-in digits: %+v", got)
	}
	s.store.Dataset = train.Dataset{Kind: train.Files, Info: data.Info{C: 1, H: 16, W: 12, Look: data.Look{
		Pictures: 100, Light: true, Edge: data.Range{Lo: 8, Mid: 10, Hi: 11},
	}}}
	f := s.padFrame()
	if want := (frame{16, 12, 10, true}); f != want {
		t.Fatalf("got %+v, want %+v", f, want)
	}
	seven := penDigits()[7]
	light, dark := make([]float32, 16*12), make([]float32, 16*12)
	if !seven.Digit(light, f) {
		t.Fatal("there is a drawing")
	}
	f.light = false
	seven.Digit(dark, f)
	top, bottom := 16, 0
	for i, v := range dark {
		if light[i] != 1-v {
			t.Fatalf("cell %d is %g dark on light and %g light on dark", i, light[i], v)
		}
		if v > 0.5 {
			top, bottom = min(top, i/12), max(bottom, i/12+1)
		}
	}
	if h := bottom - top; h < 9 || h > 11 {
		t.Errorf("the drawing is %d cells high, want about 10", h)
	}
	f.light = true
	if new(Ink).Digit(light, f) || light[0] != 1 {
		t.Errorf("an empty pad gave a picture, ground %g", light[0])
	}
}

// An upright drawing differs from images that lie on their side. A drawing that lies on its side
// does not.
func TestTurnedImagesAreNoticed(t *testing.T) {
	look := looks()["MNIST"]
	look.Wide = true
	upright := penDigits()[7]
	if got := difference(upright, look, mnistFrame()); got != data.Upright {
		t.Errorf("upright: difference %d", got)
	}
	lying := drawn([][2]float64{{.2, .28}, {.2, .7}, {.85, .45}})
	if got := difference(lying, look, mnistFrame()); got != data.Alike {
		t.Errorf("lying: difference %d", got)
	}
}

func TestEveryDifferenceHasASentence(t *testing.T) {
	for d := data.Small; d <= data.Upright; d++ {
		if wrong := differenceText(d).Check(); wrong != "" {
			t.Errorf("difference %d: %s", d, wrong)
		}
	}
}
