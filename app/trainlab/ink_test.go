package trainlab

import (
	"math"
	"testing"
)

func digit(k *Ink) ([]float32, bool) {
	dst := make([]float32, DigitSize*DigitSize)
	ok := k.Digit(dst, mnistFrame())
	return dst, ok
}

func TestEmptyPadGivesNoDigit(t *testing.T) {
	var k Ink
	pixels, ok := digit(&k)
	if ok || !k.Empty() {
		t.Error("an empty pad gave a digit")
	}
	for i, v := range pixels {
		if v != 0 {
			t.Fatalf("pixel %d is %g; want 0", i, v)
		}
	}
}

func TestDigitIsTheSameWhereverAndHoweverLargeItIsDrawn(t *testing.T) {
	draw := func(x, y, edge float64) []float32 {
		var k Ink
		k.Stroke(x, y, x+edge, y)
		k.Stroke(x+edge, y, x+edge/3, y+edge)
		pixels, _ := digit(&k)
		return pixels
	}
	want := draw(40, 40, 60)
	for _, c := range []struct{ x, y, edge float64 }{{10, 20, 60}, {70, 60, 60}, {20, 20, 90}} {
		got := draw(c.x, c.y, c.edge)
		difference := 0.0
		for i := range got {
			difference += math.Abs(float64(got[i] - want[i]))
		}
		// A larger drawing has relatively thinner lines, but the picture must not move.
		if mean := difference / float64(len(got)); mean > 0.08 {
			t.Errorf("drawn at %v: pixels differ by %.3f on average", c, mean)
		}
	}
}

func TestDigitHasItsMassInTheMiddleAndFitsTwentyCells(t *testing.T) {
	var k Ink
	k.Stroke(20, 10, 25, 120)
	k.Stroke(25, 120, 90, 125)
	pixels, _ := digit(&k)
	mass, mx, my := 0.0, 0.0, 0.0
	y0, y1 := DigitSize, 0
	for y := 0; y < DigitSize; y++ {
		for x := 0; x < DigitSize; x++ {
			v := float64(pixels[y*DigitSize+x])
			if v < 0 || v > 1 {
				t.Fatalf("pixel (%d,%d) is %g; want 0 to 1", x, y, v)
			}
			if v > 0.1 {
				y0, y1 = min(y0, y), max(y1, y+1)
			}
			mass += v
			mx += v * (float64(x) + 0.5)
			my += v * (float64(y) + 0.5)
		}
	}
	if math.Abs(mx/mass-14) > 0.6 || math.Abs(my/mass-14) > 0.6 {
		t.Errorf("centre of mass at (%.2f, %.2f); want (14, 14)", mx/mass, my/mass)
	}
	if h := y1 - y0; h < 18 || h > 22 {
		t.Errorf("the digit is %d cells high; want about 20", h)
	}
}

func TestStrokeOutsideThePadIsCutOff(t *testing.T) {
	var k Ink
	k.Stroke(-500, -500, -400, -400)
	k.Stroke(math.NaN(), 0, 1, 1)
	k.Stroke(math.Inf(1), 0, 1, 1)
	if !k.Empty() {
		t.Error("a stroke outside the pad left ink")
	}
	k.Stroke(-20, 70, 20, 70)
	if k.Empty() || k.At(0, 70) != 1 {
		t.Error("a stroke that enters the pad left no ink at its edge")
	}
}

func TestPenDrawsWithTheKeyboardAlone(t *testing.T) {
	var k Ink
	p := NewPen()
	for _, key := range []string{"ArrowUp", "ArrowUp", " ", "ArrowDown", "ArrowDown", "ArrowDown", " ", "ArrowLeft"} {
		if !p.Key(key, &k) {
			t.Fatalf("the pad does not take %q", key)
		}
	}
	if k.At(PadSize/2, PadSize/2) != 1 {
		t.Error("no ink where the lowered pen passed")
	}
	if p.Down || p.X != PadSize/2-penStep {
		t.Errorf("pen is %+v; want it lifted, one step left", p)
	}
	if p.Key("Tab", &k) || p.Key("a", &k) || p.Key("Escape", &k) {
		t.Error("the pad swallows keys that are not its own")
	}
	if !p.Key("Delete", &k) || !k.Empty() {
		t.Error("Delete did not wipe the pad")
	}
}

func TestPenStaysOnThePad(t *testing.T) {
	var k Ink
	p := NewPen()
	for i := 0; i < 100; i++ {
		p.Key("ArrowRight", &k)
		p.Key("ArrowDown", &k)
	}
	if p.X != PadSize || p.Y != PadSize {
		t.Errorf("pen at (%g, %g); want the corner", p.X, p.Y)
	}
}
