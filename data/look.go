package data

// Look says how the training pictures of a dataset look. With it a program draws a picture as the
// dataset would have it, and notices one that is unlike all that a network was trained on.
//
// What is measured of a picture is its ink: the pixels that differ from the ground by more than
// half as much as the pixel that differs most. The ground is the mean of the pixels along the four
// sides. So brightness, colours and polarity make no difference.
type Look struct {
	Pictures int  // so many were measured; 0 where nothing is known
	Light    bool // most are dark ink on light ground
	Wide     bool // more than three of four are wider than tall, see Compare

	Edge   Range // longer side of the ink's box, in pixels
	Area   Range // pixels of ink
	Border Range // length of the ink's outline, in sides of pixels
}

// Range is where a measure lies for 99 of 100 pictures. Lo and Hi leave out one of 200 each, which
// may be blots. Mid is the median.
type Range struct{ Lo, Mid, Hi int }

// LookOf measures at most so many training pictures, and so many pixels: the page waits meanwhile.
const (
	lookPictures = 1000
	lookPixels   = 2 << 20
)

// LookOf measures pictures of the training part of src, at equal distances.
func LookOf(src Source) Look {
	info := src.Info()
	n := min(lookPictures, info.Train, lookPixels/(info.C*info.H*info.W))
	var edges, areas, borders []int
	wide, tall, light := 0, 0, 0
	picture := make([]float32, info.C*info.H*info.W)
	for i := range n {
		src.TrainSample(i*(info.Train/n), picture)
		m := measure(picture, info.C, info.H, info.W)
		if m.area == 0 {
			continue
		}
		edges, areas, borders = append(edges, max(m.h, m.w)), append(areas, m.area), append(borders, m.border)
		wide, tall, light = wide+one(m.w > m.h), tall+one(m.h > m.w), light+one(m.light)
	}
	return Look{
		Pictures: len(areas),
		Light:    4*light > 3*len(areas),
		Wide:     wide > 3*tall,
		Edge:     rangeOf(edges),
		Area:     rangeOf(areas),
		Border:   rangeOf(borders),
	}
}

// Difference says how a picture differs from the training pictures.
type Difference uint8

// The differences that Compare finds.
const (
	Alike   Difference = iota
	Small              // it is smaller
	Large              // it is larger
	Thin               // it has less ink
	Thick              // it has more ink
	Plain              // its outline is shorter: fewer lines
	Busy               // its outline is longer: more lines
	Upright            // it is taller than wide, and they are wider than tall
)

// Compare returns the difference between a picture [c, h, w] and the training pictures: the first
// measure that is more than 15 % below or above its Range. Digits that a person drew with another
// pen than the dataset's writers stay within those limits; dots, blots and scribbles do not. With a
// zero Look every picture is Alike.
func (l Look) Compare(picture []float32, c, h, w int) Difference {
	m := measure(picture, c, h, w)
	if l.Pictures == 0 || m.area == 0 {
		return Alike
	}
	if d := l.Edge.differs(max(m.h, m.w), Small, Large); d != Alike {
		return d
	}
	if l.Wide && m.h > m.w {
		return Upright
	}
	if d := l.Area.differs(m.area, Thin, Thick); d != Alike {
		return d
	}
	return l.Border.differs(m.border, Plain, Busy)
}

// differs returns below or above where a value is more than 15 % out of the range.
func (r Range) differs(value int, below, above Difference) Difference {
	switch {
	case 100*value < 85*r.Lo:
		return below
	case 100*value > 115*r.Hi:
		return above
	}
	return Alike
}

// rangeOf sorts values and returns their Range. Insertion takes a millisecond for a thousand, and
// slices.Sort would make the trainer's program 17 kB larger.
func rangeOf(values []int) Range {
	if len(values) == 0 {
		return Range{}
	}
	for i := range values {
		for j := i; j > 0 && values[j] < values[j-1]; j-- {
			values[j], values[j-1] = values[j-1], values[j]
		}
	}
	out := len(values) / 200
	return Range{values[out], values[len(values)/2], values[len(values)-1-out]}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// measures are those of one picture.
type measures struct {
	h, w   int // of the box that holds the ink
	area   int
	border int
	light  bool // the ink is darker than the ground
}

// measure measures a picture [c, h, w]. A picture of one brightness has no ink.
func measure(picture []float32, c, h, w int) (m measures) {
	grey := picture[:h*w]
	if c == 3 {
		grey = make([]float32, h*w)
		for p := range grey {
			grey[p] = luminance(picture[p], picture[h*w+p], picture[2*h*w+p])
		}
	}
	var sum float32
	for x := range w {
		sum += grey[x] + grey[(h-1)*w+x]
	}
	for y := range h {
		sum += grey[y*w] + grey[y*w+w-1]
	}
	ground := sum / float32(2*h+2*w)
	var most, signed float32
	for _, v := range grey {
		if d := max(v-ground, ground-v); d > most {
			most, signed = d, v-ground
		}
	}
	const noise = 0.02 // what is left of rounding in a picture of one brightness
	if most < noise {
		return m
	}
	m.light = signed < 0
	inked := func(y, x int) bool {
		if y < 0 || x < 0 || y >= h || x >= w {
			return false
		}
		d := grey[y*w+x] - ground
		return max(d, -d) > most/2
	}
	top, left, bottom, right := h, w, 0, 0
	for y := range h {
		for x := range w {
			if !inked(y, x) {
				continue
			}
			m.area++
			top, left, bottom, right = min(top, y), min(left, x), max(bottom, y+1), max(right, x+1)
			m.border += one(!inked(y-1, x)) + one(!inked(y+1, x)) + one(!inked(y, x-1)) + one(!inked(y, x+1))
		}
	}
	m.h, m.w = bottom-top, right-left
	return m
}
