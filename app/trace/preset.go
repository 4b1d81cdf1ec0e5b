package trace

import (
	"math"

	"stridelab/app/lang"
	"stridelab/data"
)

// Preset is a setting with its numbers. The address and the preset control use its ID.
type Preset struct {
	ID    string
	Title lang.Text
	Setting
	fill func() Values
}

// Values returns a new copy of the preset's numbers, which the caller may change.
func (p Preset) Values() Values { return p.fill() }

// OpeningPreset is the preset with which the page of a kind opens.
func OpeningPreset(k Kind) Preset { return Presets(k)[0] }

// PresetOf finds a preset of kind k by its ID.
func PresetOf(k Kind, id string) (Preset, bool) {
	for _, p := range Presets(k) {
		if p.ID == id {
			return p, true
		}
	}
	return Preset{}, false
}

// Presets lists the presets of a kind. The first is the OpeningPreset.
func Presets(k Kind) []Preset {
	if k == Pool {
		return poolPresets()
	}
	return convPresets()
}

func conv(n, c, f, filters int) Setting {
	return Setting{Kind: Conv, N: n, C: c, F: f, S: 1, D: 1, Filters: filters}
}

// convPresets are the presets of DESIGN 4.2. As usual in deep learning, a "convolution" does not
// flip the kernel.
func convPresets() []Preset {
	one := func(id string, title lang.Text, x func() []float32, w ...float32) Preset {
		return Preset{id, title, conv(6, 1, 3, 1), func() Values {
			return Values{X: x(), W: append([]float32(nil), w...), B: []float32{0}}
		}}
	}
	strided := conv(7, 1, 3, 1)
	strided.S = 2
	same := conv(6, 1, 3, 1)
	same.P = Same
	dilated := conv(7, 1, 3, 1)
	dilated.D = 2
	return []Preset{
		one("vertical-edge", lang.Text{
			lang.En: "Vertical edge, 6×6",
			lang.Ko: "세로 경계, 6×6",
		}, edge(false), 1, 0, -1, 1, 0, -1, 1, 0, -1),
		one("horizontal-edge", lang.Text{
			lang.En: "Horizontal edge, 6×6",
			lang.Ko: "가로 경계, 6×6",
		}, edge(true), 1, 1, 1, 0, 0, 0, -1, -1, -1),
		one("sobel", lang.Text{
			lang.En: "Sobel filter",
			lang.Ko: "소벨(Sobel) 필터",
		}, edge(false), 1, 0, -1, 2, 0, -2, 1, 0, -1),
		one("scharr", lang.Text{
			lang.En: "Scharr filter",
			lang.Ko: "샤르(Scharr) 필터",
		}, edge(false), 3, 0, -3, 10, 0, -10, 3, 0, -3),
		one("blur", lang.Text{
			lang.En: "Blur",
			lang.Ko: "흐리게(blur)",
		}, spots, 0.0625, 0.125, 0.0625, 0.125, 0.25, 0.125, 0.0625, 0.125, 0.0625),
		one("sharpen", lang.Text{
			lang.En: "Sharpen",
			lang.Ko: "선명하게(sharpen)",
		}, step, 0, -1, 0, -1, 5, -1, 0, -1, 0),
		{"volume", lang.Text{
			lang.En: "RGB volume, 6×6×3 by 3×3×3",
			lang.Ko: "RGB 볼륨, 6×6×3에 3×3×3",
		}, conv(6, 3, 3, 1), func() Values {
			return Values{X: redMeetsBlue(), W: []float32{
				1, 0, -1, 1, 0, -1, 1, 0, -1,
				0, 0, 0, 0, 0, 0, 0, 0, 0,
				-1, 0, 1, -1, 0, 1, -1, 0, 1}, B: []float32{0}}
		}},
		{"two-filters", lang.Text{
			lang.En: "Two filters, two feature maps",
			lang.Ko: "필터 두 개, 특성 맵 두 장",
		}, conv(6, 1, 3, 2), func() Values {
			return Values{X: corner(), W: []float32{
				1, 0, -1, 1, 0, -1, 1, 0, -1,
				1, 1, 1, 0, 0, 0, -1, -1, -1}, B: []float32{0, 1}}
		}},
		{"strided", lang.Text{
			lang.En: "Stride 2, 7×7",
			lang.Ko: "스트라이드 2, 7×7",
		}, strided, func() Values {
			return Values{X: []float32{
				2, 3, 7, 4, 6, 2, 9,
				6, 6, 9, 8, 7, 4, 3,
				3, 4, 8, 3, 8, 9, 7,
				7, 8, 3, 6, 6, 3, 4,
				4, 2, 1, 8, 3, 4, 6,
				3, 2, 4, 1, 9, 8, 3,
				0, 1, 3, 9, 2, 1, 4}, W: []float32{3, 4, 4, 1, 0, 2, -1, 0, 3}, B: []float32{0}}
		}},
		{"same", lang.Text{
			lang.En: "Same padding",
			lang.Ko: "same 패딩",
		}, same, func() Values {
			return Values{X: edge(false)(), W: []float32{1, 0, -1, 1, 0, -1, 1, 0, -1}, B: []float32{0}}
		}},
		{"dilated", lang.Text{
			lang.En: "Dilation 2, 7×7",
			lang.Ko: "팽창 2, 7×7",
		}, dilated, func() Values {
			return Values{X: diagonal(), W: []float32{1, 0, 0, 0, 1, 0, 0, 0, 1}, B: []float32{0}}
		}},
		{"conv1", lang.Text{
			lang.En: "CONV1: a colour digit, 8 filters of 5×5×3",
			lang.Ko: "CONV1: 컬러 숫자, 5×5×3 필터 8개",
		}, conv(32, 3, 5, 8), func() Values {
			return Values{X: Digit(4, 32, 3), W: gabors(), B: make([]float32, 8)}
		}},
	}
}

// poolPresets are the presets of DESIGN 4.3.
func poolPresets() []Preset {
	set := func(n, c, f, s, p int) Setting {
		return Setting{Kind: Pool, N: n, C: c, F: f, S: s, P: p, D: 1, Filters: 1}
	}
	fixed := func(x ...float32) func() Values {
		return func() Values { return Values{X: append([]float32(nil), x...)} }
	}
	return []Preset{
		{"4x4", lang.Text{
			lang.En: "4×4, f = 2, s = 2",
			lang.Ko: "4×4, f = 2, s = 2",
		}, set(4, 1, 2, 2, 0), fixed(
			1, 3, 2, 1,
			2, 9, 1, 1,
			1, 3, 2, 3,
			5, 6, 1, 2)},
		{"5x5", lang.Text{
			lang.En: "5×5, f = 3, s = 1: windows overlap",
			lang.Ko: "5×5, f = 3, s = 1: 겹치는 윈도우",
		}, set(5, 1, 3, 1, 0), fixed(
			1, 3, 2, 1, 3,
			2, 9, 1, 1, 5,
			1, 3, 2, 3, 2,
			8, 3, 5, 1, 0,
			5, 6, 1, 2, 9)},
		{"channels", lang.Text{
			lang.En: "Three channels, each by itself",
			lang.Ko: "세 채널, 따로따로",
		}, set(4, 3, 2, 2, 0), fixed(
			1, 3, 2, 1,
			2, 9, 1, 1,
			1, 3, 2, 3,
			5, 6, 1, 2,

			0, 0, 4, 8,
			0, 0, 4, 8,
			7, 1, 0, 2,
			1, 7, 2, 0,

			-1, -2, 6, 6,
			-3, -4, 6, 6,
			0, 5, -5, 1,
			5, 0, 1, 3)},
		{"global", lang.Text{
			lang.En: "Global: 7×7×1000 to 1×1×1000",
			lang.Ko: "전역: 7×7×1000에서 1×1×1000으로",
		}, set(7, 1000, 7, 1, 0), func() Values {
			return Values{X: blobs(7, 1000)}
		}},
		{"padded", lang.Text{
			lang.En: "Padding 1, f = 3, s = 2",
			lang.Ko: "패딩 1, f = 3, s = 2",
		}, set(5, 1, 3, 2, 1), fixed(
			4, 1, 2, 1, 3,
			2, 8, 1, 1, 5,
			1, 3, 2, 1, 2,
			8, 3, 5, -1, -2,
			5, 6, 1, -3, -4)},
		{"ties", lang.Text{
			lang.En: "Ties: which cell gets the gradient?",
			lang.Ko: "동점: 기울기는 어느 칸으로 갈까요?",
		}, set(4, 1, 2, 2, 0), fixed(
			7, 7, 0, 0,
			7, 7, 0, 0,
			1, 4, 3, 5,
			4, 1, 5, 5)},
	}
}

// edge is three columns (or rows) of 10 beside three of 0.
func edge(rows bool) func() []float32 {
	return func() []float32 {
		x := make([]float32, 36)
		for i := range x {
			at := i % 6
			if rows {
				at = i / 6
			}
			if at < 3 {
				x[i] = 10
			}
		}
		return x
	}
}

// spots is one bright cell and a bright bar, for a blur.
func spots() []float32 {
	x := make([]float32, 36)
	x[1*6+1] = 16
	for r := 1; r < 6; r++ {
		x[r*6+4] = 8
	}
	return x
}

// step is a step of brightness. Sharpening overshoots on both sides of it.
func step() []float32 {
	x := make([]float32, 36)
	for i := range x {
		x[i] = [6]float32{2, 2, 2, 6, 6, 6}[i%6]
	}
	x[4*6+1] = 6
	return x
}

// corner is a bright rectangle in the lower right, with edges in both directions.
func corner() []float32 {
	x := make([]float32, 36)
	for i := range x {
		if i/6 >= 2 && i%6 >= 3 {
			x[i] = 10
		}
	}
	return x
}

// diagonal is 7×7: the main diagonal and a line across it.
func diagonal() []float32 {
	x := make([]float32, 49)
	for i := range 7 {
		x[i*7+i] = 5
	}
	x[0*7+6], x[1*7+5], x[5*7+1], x[6*7+0] = 2, 2, 2, 2
	return x
}

// redMeetsBlue is 6×6×3: red fades to the right where blue begins; green is flat.
func redMeetsBlue() []float32 {
	x := make([]float32, 108)
	for i := range 36 {
		x[i], x[36+i], x[72+i] = 9, 2, 1
		if i%6 >= 3 {
			x[i], x[72+i] = 1, 9
		}
	}
	x[2*6+1], x[36+3*6+4] = 5, 7
	return x
}

// Digit is training sample i of the built-in digits, in colour where c is 3 and else in grey,
// resampled to n×n×c. Values are rounded to hundredths, so that a cell shows the exact number.
func Digit(i, n, c int) []float32 {
	src := data.NewDigits(1, c == 3)
	from := src.Info().C
	raw := make([]float32, from*32*32)
	src.TrainSample(i, raw)
	return Resample(raw, from, 32, 32, c, n)
}

// Resample scales a picture from [from, h, w] to [c, n, n] by means over areas, rounded to
// hundredths. It repeats channels where c > from, and uses the first c where c < from.
func Resample(raw []float32, from, h, w, c, n int) []float32 {
	x := make([]float32, c*n*n)
	for ch := range c {
		for r := range n {
			for q := range n {
				r0, r1 := r*h/n, max((r+1)*h/n, r*h/n+1)
				q0, q1 := q*w/n, max((q+1)*w/n, q*w/n+1)
				sum := 0.0
				for a := r0; a < r1; a++ {
					for b := q0; b < q1; b++ {
						sum += float64(raw[(ch%from*h+a)*w+b])
					}
				}
				mean := sum / float64((r1-r0)*(q1-q0))
				x[(ch*n+r)*n+q] = float32(math.Round(mean*100) / 100)
			}
		}
	}
	return x
}

// gabors are 8 filters of 5×5×3 in eighths, made by hand: edges at four angles in all colours, a
// blur, a spot, and two that compare colours. The first filters of large networks trained on
// photographs often look like these.
func gabors() []float32 {
	w := make([]float32, 8*75)
	for k := range 8 {
		for ch := range 3 {
			for r := range 5 {
				for c := range 5 {
					y, x := float64(r-2), float64(c-2)
					bell := math.Exp(-(x*x + y*y) / 4)
					var v float64
					switch {
					case k < 4:
						angle := float64(k) * math.Pi / 4
						v = bell * math.Sin(1.2*(x*math.Cos(angle)+y*math.Sin(angle)))
					case k == 4:
						v = bell / 4
					case k == 5:
						v = 1.5*math.Exp(-(x*x+y*y)/1.5) - bell*0.55
					case k == 6:
						v = bell * [3]float64{0.75, -0.375, -0.375}[ch]
					default:
						v = bell * [3]float64{-0.375, -0.375, 0.75}[ch]
					}
					w[((k*3+ch)*5+r)*5+c] = float32(math.Round(v*8) / 8)
				}
			}
		}
	}
	return w
}

// blobs are c maps of n×n with one bump each, in quarters, like the maps that the last convolution
// of a large network passes to global average pooling.
func blobs(n, c int) []float32 {
	x := make([]float32, c*n*n)
	for ch := range c {
		// The positions and heights vary but are fixed for each channel.
		a, b := ch*5%n, (ch*3+ch/n)%n
		height := float64(1 + ch*7%9)
		for r := range n {
			for q := range n {
				d := float64((r-a)*(r-a) + (q-b)*(q-b))
				x[(ch*n+r)*n+q] = float32(math.Round(4*height*math.Exp(-d/3)) / 4)
			}
		}
	}
	return x
}
