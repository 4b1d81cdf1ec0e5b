package viz

import (
	"image/color"
	"math"
)

// Map is a colour map: a table of 257 colours. The number is odd, so that the middle of a
// diverging map has an entry. The zero Map is black everywhere.
type Map struct {
	lut *[257]color.RGBA
}

// At is the colour of t in [0, 1]. Outside it is the colour of the nearer end. For NaN it is
// a middle grey, which is unlike the colours at the ends of any map.
func (m Map) At(t float64) color.RGBA {
	if m.lut == nil {
		return color.RGBA{A: 255}
	}
	if math.IsNaN(t) {
		return color.RGBA{R: 128, G: 128, B: 128, A: 255}
	}
	return m.lut[int(math.Round(min(max(t, 0), 1)*256))]
}

// Diverging is the map for signed values: t = 0 is blue, 0.5 exactly the theme's paper, 1
// orange. Colours between are mixed in sRGB, as a browser mixes a translucent colour with the
// paper. So Signed in an SVG and this map in a canvas look the same.
func Diverging(theme Theme) Map {
	paper, neg, pos := theme.Color(Paper), theme.Color(Negative), theme.Color(Positive)
	var lut [257]color.RGBA
	for i := range lut {
		t := float64(i)/128 - 1
		if t < 0 {
			lut[i] = mix(paper, neg, -t)
		} else {
			lut[i] = mix(paper, pos, t)
		}
	}
	return Map{&lut}
}

// The ends of the sequential map in OKLab: a deep indigo and a pale yellow. Protanopia and
// deuteranopia do not affect the axis from blue to yellow.
var (
	sequentialLow  = okLab{0.20, 0.010, -0.105}
	sequentialHigh = okLab{0.95, -0.015, 0.115}
)

// Sequential is the map for activations and brightness: t = 0 is a deep indigo, 1 a pale
// yellow. It is a straight line in OKLab (Ottosson 2020), so equal steps of t look equal and
// the lightness always rises. It is the same in every theme, so a feature map in a screenshot
// can be read without knowing the theme.
func Sequential() Map {
	var lut [257]color.RGBA
	for i := range lut {
		t := float64(i) / 256
		a, b := sequentialLow, sequentialHigh
		lut[i] = okLab{a.L + t*(b.L-a.L), a.A + t*(b.A-a.A), a.B + t*(b.B-a.B)}.rgba()
	}
	return Map{&lut}
}

// Gray is the map from black at t = 0 to white at 1, for samples as the dataset stores them.
func Gray() Map {
	var lut [257]color.RGBA
	for i := range lut {
		v := uint8(math.Round(float64(i) * 255 / 256))
		lut[i] = color.RGBA{v, v, v, 255}
	}
	return Map{&lut}
}

// mix is b over a with opacity t in [0, 1], in sRGB.
func mix(a, b color.RGBA, t float64) color.RGBA {
	blend := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + t*(float64(y)-float64(x)))) }
	return color.RGBA{blend(a.R, b.R), blend(a.G, b.G), blend(a.B, b.B), 255}
}

// okLab is a colour in Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/).
type okLab struct{ L, A, B float64 }

// rgba converts to sRGB and limits each channel to [0, 255].
func (c okLab) rgba() color.RGBA {
	l := c.L + 0.3963377774*c.A + 0.2158037573*c.B
	m := c.L - 0.1055613458*c.A - 0.0638541728*c.B
	s := c.L - 0.0894841775*c.A - 1.2914855480*c.B
	l, m, s = l*l*l, m*m*m, s*s*s
	return color.RGBA{
		R: srgb(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		G: srgb(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		B: srgb(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
		A: 255,
	}
}

// srgb encodes linear light in [0, 1] as an sRGB byte (IEC 61966-2-1).
func srgb(v float64) uint8 {
	v = min(max(v, 0), 1)
	if v <= 0.0031308 {
		v *= 12.92
	} else {
		v = 1.055*math.Pow(v, 1/2.4) - 0.055
	}
	return uint8(math.Round(v * 255))
}
