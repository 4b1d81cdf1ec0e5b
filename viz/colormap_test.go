package viz

import (
	"image/color"
	"math"
	"testing"
)

// lab converts sRGB to CIELAB (D65, CIE 15:2004): the judge of both maps, and another
// space than the one they are built in.
func lab(c color.RGBA) (l, a, b float64) {
	lin := linear(c)
	x := (0.4124564*lin[0] + 0.3575761*lin[1] + 0.1804375*lin[2]) / 0.95047
	y := 0.2126729*lin[0] + 0.7151522*lin[1] + 0.0721750*lin[2]
	z := (0.0193339*lin[0] + 0.1191920*lin[1] + 0.9503041*lin[2]) / 1.08883
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	return 116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))
}

func linear(c color.RGBA) [3]float64 {
	var out [3]float64
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		f := float64(v) / 255
		if f <= 0.04045 {
			out[i] = f / 12.92
		} else {
			out[i] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return out
}

// deltaE is the CIE 1976 difference of two colours; 2.3 is just noticeable.
func deltaE(c, d color.RGBA) float64 {
	l1, a1, b1 := lab(c)
	l2, a2, b2 := lab(d)
	return math.Hypot(math.Hypot(l1-l2, a1-a2), b1-b2)
}

// Machado, Oliveira and Fernandes 2009, full severity, on linear light.
var deficiencies = map[string][3][3]float64{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"none":         {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
}

func seen(c color.RGBA, deficiency string) color.RGBA {
	m, v := deficiencies[deficiency], linear(c)
	var out [3]uint8
	for i := range out {
		out[i] = srgb(m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2])
	}
	return color.RGBA{out[0], out[1], out[2], 255}
}

func TestSequentialLightnessRisesEvenly(t *testing.T) {
	m := Sequential()
	for name := range deficiencies {
		var previous float64
		for i := 0; i <= 16; i++ {
			l, _, _ := lab(seen(m.At(float64(i)/16), name))
			if i > 0 && (l-previous < 2.5 || l-previous > 8) {
				t.Errorf("%s: lightness step %d is %.2f (to L* = %.1f), want between 2.5 and 8", name, i, l-previous, l)
			}
			previous = l
		}
	}
	lo, _, _ := lab(m.At(0))
	hi, _, _ := lab(m.At(1))
	if hi-lo < 70 {
		t.Errorf("L* spans %.1f, want at least 70", hi-lo)
	}
	for i := 1; i <= 256; i++ {
		a, _, _ := lab(m.At(float64(i-1) / 256))
		b, _, _ := lab(m.At(float64(i) / 256))
		if b < a {
			t.Errorf("entry %d is darker than the one before: %.3f < %.3f", i, b, a)
		}
	}
}

func TestDivergingIsPaperAtZeroAndLeavesItBothWays(t *testing.T) {
	for _, theme := range Themes() {
		m := Diverging(theme)
		if got, want := m.At(0.5), theme.Color(Paper); got != want {
			t.Errorf("%v: zero is %v, want the paper %v", theme, got, want)
		}
		for name := range deficiencies {
			paper := seen(theme.Color(Paper), name)
			for _, sign := range []float64{-1, 1} {
				var far float64
				for i := 1; i <= 8; i++ {
					d := deltaE(seen(m.At(0.5+sign*float64(i)/16), name), paper)
					if d < far+2.3 {
						t.Errorf("%v, %s: step %d of sign %v is %.1f from paper, the one before %.1f", theme, name, i, sign, d, far)
					}
					far = d
				}
			}
			// Equal amounts of either sign must not be taken for each other.
			for _, at := range []float64{0.25, 0.5, 1} {
				if d := deltaE(seen(m.At(0.5-at/2), name), seen(m.At(0.5+at/2), name)); d < 20*at+5 {
					t.Errorf("%v, %s: -%v and +%v differ by %.1f only", theme, name, at, at, d)
				}
			}
		}
		neg, _, _ := lab(m.At(0))
		pos, _, _ := lab(m.At(1))
		if math.Abs(neg-pos) > 12 {
			t.Errorf("%v: the ends' lightness differs, %.1f and %.1f: one sign would look stronger", theme, neg, pos)
		}
	}
}

func TestAccentsAndSeriesStayApartForEveryEye(t *testing.T) {
	pairs := [][2]Role{{Accent, Result}, {Series1, Series2}, {Accent, Positive}, {Accent, Ink}, {Result, Ink}}
	for _, theme := range Themes() {
		for name := range deficiencies {
			for _, p := range pairs {
				if d := deltaE(seen(theme.Color(p[0]), name), seen(theme.Color(p[1]), name)); d < 20 {
					t.Errorf("%v, %s: %v and %v differ by %.1f, want 20", theme, name, p[0], p[1], d)
				}
			}
		}
	}
}

func TestMapHoldsItsEnds(t *testing.T) {
	m := Sequential()
	for _, c := range []struct {
		t    float64
		want color.RGBA
	}{{-3, m.At(0)}, {7, m.At(1)}, {math.Inf(1), m.At(1)}, {math.NaN(), color.RGBA{128, 128, 128, 255}}} {
		if got := m.At(c.t); got != c.want {
			t.Errorf("At(%v) = %v, want %v", c.t, got, c.want)
		}
	}
	if got := (Map{}).At(0.5); got != (color.RGBA{A: 255}) {
		t.Errorf("zero map: %v, want black", got)
	}
}

func TestSignedPaintIsTheDivergingMap(t *testing.T) {
	for _, theme := range Themes() {
		m := Diverging(theme)
		for _, v := range []float64{-2, -1, -0.5, 0, 0.25, 1} {
			c, alpha := Signed(v).Resolve(theme)
			got := mix(theme.Color(Paper), c, alpha)
			if want := m.At((min(max(v, -1), 1) + 1) / 2); got != want {
				t.Errorf("%v: Signed(%v) shows %v, the map %v", theme, v, got, want)
			}
		}
	}
}

func TestOKLabKnownColours(t *testing.T) {
	for _, c := range []struct {
		in   okLab
		want color.RGBA
	}{
		{okLab{1, 0, 0}, color.RGBA{255, 255, 255, 255}},
		{okLab{0, 0, 0}, color.RGBA{0, 0, 0, 255}},
		// Red, from the source's own table.
		{okLab{0.62796, 0.22486, 0.12585}, color.RGBA{255, 0, 0, 255}},
	} {
		if got := c.in.rgba(); got != c.want {
			t.Errorf("%v: got %v, want %v", c.in, got, c.want)
		}
	}
}
