package data

import "strconv"

// A stored is a Source of pictures that stay in memory as the files have them. Formats make one
// from their files.
type stored struct {
	info        Info
	layout      layout
	train, test part
	first       int // the label of class 0
	shares      [256]float32
}

// layout says where the values of a picture are among its numbers: that of channel c, row y and
// column x is number c*channel + y*row + x*column.
type layout struct {
	c, h, w              int
	channel, row, column int
}

// planes is the layout of pictures [c, h, w].
func planes(c, h, w int) layout { return layout{c, h, w, h * w, w, 1} }

// pixels is the layout of pictures [h, w, c].
func pixels(c, h, w int) layout {
	if c == 1 {
		return planes(1, h, w)
	}
	return layout{c, h, w, 1, w * c, c}
}

// turned is the layout of the same pictures with rows and columns exchanged.
func (l layout) turned() layout { return layout{l.c, l.w, l.h, l.channel, l.column, l.row} }

func (l layout) size() int { return l.c * l.h * l.w }

// text is height × width, and × channels where there are several.
func (l layout) text() string {
	text := strconv.Itoa(l.h) + "×" + strconv.Itoa(l.w)
	if l.c > 1 {
		text += "×" + strconv.Itoa(l.c)
	}
	return text
}

// part is one part of a dataset: its pictures, and a label for each.
type part struct {
	blocks []block
	labels []byte
}

// block is pictures that stand at equal distances in memory.
type block struct {
	numbers     // begins with the first number of the first picture
	n       int // pictures
	record  int // numbers from one picture to the next
}

// slice returns the pictures from one up to another.
func (p part) slice(from, to int) part {
	out := part{labels: p.labels[from:to]}
	for _, b := range p.blocks {
		if first, last := max(from, 0), min(to, b.n); first < last {
			cut := b
			cut.n, cut.bytes = last-first, b.bytes[first*b.record*b.kind.size():]
			out.blocks = append(out.blocks, cut)
		}
		from, to = from-b.n, to-b.n
	}
	return out
}

// newStored makes a source of train and test, whose numbers have an extent. Where test is empty,
// the last sixth of train is the test part. names says how classes are called by default; there may
// be more names than classes. Of info only Name and Turned are used; the rest follows.
func newStored(info Info, layout layout, train, test part, of extent, names []string) *stored {
	if len(test.labels) == 0 {
		n := len(train.labels)
		cut := n - max(1, n/6)
		train, test = train.slice(0, cut), train.slice(cut, n)
	}
	info.C, info.H, info.W = layout.c, layout.h, layout.w
	info.Train, info.Test = len(train.labels), len(test.labels)
	info.Black, info.White = of.blackWhite()
	s := &stored{info: info, layout: layout, train: train, test: test}
	s.describeClasses(names)
	s.setShares()
	s.info.Look = LookOf(s)
	return s
}

// setShares sets what bytes become. A table is faster than a division.
func (s *stored) setShares() {
	for b := range s.shares {
		s.shares[b] = float32((float64(b) - s.info.Black) / (s.info.White - s.info.Black))
	}
}

// describeClasses sets what Info says of classes. Labels 1 to n, all of which occur, are the
// classes 0 to n-1. Without a name a class is called by its label.
func (s *stored) describeClasses(names []string) {
	var occurs [256]bool
	for _, labels := range [][]byte{s.train.labels, s.test.labels} {
		for _, label := range labels {
			occurs[label] = true
		}
	}
	var found []int
	for label, does := range occurs {
		if does {
			found = append(found, label)
		}
	}
	last := found[len(found)-1]
	if found[0] == 1 && len(found) == last && last > 1 {
		s.first = 1
	}
	s.info.FirstLabel, s.info.Classes = s.first, last+1-s.first
	s.info.Labels = found
	for i := range found {
		found[i] -= s.first
	}
	for class := range s.info.Classes {
		name := strconv.Itoa(class + s.first)
		if class < len(names) {
			name = names[class]
		}
		s.info.ClassNames = append(s.info.ClassNames, name)
	}
}

// turn exchanges the rows and columns of all pictures.
func (s *stored) turn() {
	s.layout = s.layout.turned()
	s.info.H, s.info.W = s.layout.h, s.layout.w
	s.info.Turned = !s.info.Turned
	s.info.Look = LookOf(s)
}

func (s *stored) Info() Info { return s.info }

func (s *stored) TrainSample(i int, dst []float32) int { return s.sample(&s.train, i, dst) }

func (s *stored) TestSample(i int, dst []float32) int { return s.sample(&s.test, i, dst) }

// classOf returns the class of picture i of a part.
func (s *stored) classOf(test bool, i int) int {
	if test {
		return int(s.test.labels[i]) - s.first
	}
	return int(s.train.labels[i]) - s.first
}

func (s *stored) sample(from *part, i int, dst []float32) int {
	if i < 0 || i >= len(from.labels) {
		panic(panicIndex)
	}
	if len(dst) != s.layout.size() {
		panic(panicDst)
	}
	in, b := i, 0
	for in >= from.blocks[b].n {
		in -= from.blocks[b].n
		b++
	}
	s.decode(&from.blocks[b], in, dst)
	return int(from.labels[i]) - s.first
}

// decode writes picture i of a block to dst [c, h, w].
func (s *stored) decode(from *block, i int, dst []float32) {
	l := &s.layout
	if from.kind == uint8s && l.column == 1 && l.row == l.w && l.channel == l.h*l.w {
		for p, b := range from.bytes[i*from.record:][:len(dst)] {
			dst[p] = s.shares[b]
		}
		return
	}
	black, scale := s.info.Black, 1/(s.info.White-s.info.Black)
	p := 0
	for c := range l.c {
		for y := range l.h {
			at := i*from.record + c*l.channel + y*l.row
			for range l.w {
				if from.kind == uint8s {
					dst[p] = s.shares[from.bytes[at]]
				} else {
					dst[p] = float32((from.at(at) - black) * scale)
				}
				at += l.column
				p++
			}
		}
	}
}

// leavingOut returns src, which says in its Info that it was read without these files.
func leavingOut(src Source, strays []Head) Source {
	if len(strays) == 0 {
		return src
	}
	info := src.Info()
	for _, h := range strays {
		info.LeftOut = append(info.LeftOut, h.Name)
	}
	return withInfo{src, info}
}

// withInfo is a Source with another Info.
type withInfo struct {
	Source
	info Info
}

func (s withInfo) Info() Info { return s.info }
