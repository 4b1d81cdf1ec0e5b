package viz

import (
	"math"
	"strconv"
	"strings"
)

// How far the baseline of a text is from what it belongs to, in CSS pixels.
const (
	headingRise  = 7.0  // above the sheet
	sumDrop      = 17.0 // below the sheet
	operatorDrop = 6.0  // below the middle between two sheets
	nameDrop     = 5.0  // below the middle of a cell, a name beside it
	resultDrop   = 7.0  // the same for the result, which is larger
	textGap      = 10.0 // between a cell and what stands after it
	nameGap      = 8.0  // between a name and the cell after it
)

func (b *stageBuilder) text(x, y, size float64, s string, a Anchor, role Role, bold bool) {
	b.st.Texts = append(b.st.Texts, StageText{x, y, size, s, a, role, bold})
}

// heading is the text above a sheet w wide whose upper left corner is (x, y). It shrinks
// until it ends before the next sheet's.
func (b *stageBuilder) heading(x, y, w float64, s string, role Role) {
	const clear = 6.0 // of the gap
	size := labelSize
	for size > smallestSize && TextWidth(s, size) > w+b.gap-clear {
		size--
	}
	b.text(x, y-headingRise, size, s, Start, role, false)
}

// operator is a sign between two sheets.
func (b *stageBuilder) operator(sign string, x, y float64) {
	b.text(x, y, operatorSize, sign, Middle, Muted, false)
}

// sum is the sum of a channel's products, where it is to be seen; shown tells whether.
func (b *stageBuilder) sum(ch int, x, y float64, bold bool) (shown bool) {
	s := &b.s
	if ch >= len(s.Window.Sums) || s.Backward || s.Walk.hidden() {
		return false
	}
	b.text(x, y, labelSize, "Σ "+s.Equals(s.Window.Sums[ch]), Middle, Ink, bold)
	return true
}

// footer is the bias and, in the result's colour, the output. (x, y) is the upper left
// corner of the bias's cell; its name stands to the left of it.
func (b *stageBuilder) footer(x, y, k float64) {
	s := &b.s
	if b.drawn >= len(s.Values.B) {
		return
	}
	bias := float64(s.Values.B[b.drawn])
	size := min(k, largestBias)
	c := StageCell{Role: BiasCell, Filter: b.drawn, X: x, Y: y, Size: size}
	name := s.Words.Bias
	if s.Backward {
		name = s.Words.DB
		c.Corner = b.cornerNumber(bias, size)
		b.write(&c, s.Grads.DB[b.drawn])
	} else {
		b.write(&c, bias)
	}
	b.text(x-nameGap, y+size/2+nameDrop, labelSize, name, End, Muted, false)
	b.st.Cells = append(b.st.Cells, c)
	if s.Window.At >= 0 && !s.Backward && !s.Walk.Waiting {
		result := s.Equals(s.Window.Total)
		if s.Walk.Asked {
			result = "= ?"
		}
		b.text(x+size+textGap, y+size/2+resultDrop, resultSize, result, Start, Result, true)
	}
}

// number is a number with at most four decimals.
func (b *stageBuilder) number(v float64) string { return b.s.Number(v, 4) }

// write puts a number on a cell, so short that it stays inside.
func (b *stageBuilder) write(c *StageCell, v float64) {
	c.Text, c.Full = b.cellNumber(v, c.Size), ""
	if strings.Contains(c.Text, "e") {
		c.Full = b.s.Number(v, 7)
	}
}

// Cells of at least these sizes, in CSS pixels, have room for five characters beside the
// sign: in the middle, and in the corner.
const (
	roomForFive       = 26.0
	cornerRoomForFive = 36.0
)

// cellNumber is a number short enough for a cell: five characters beside the sign, so that
// a number and its negative read alike. It has a sixth where that makes it exact: 1/16 is
// 0.0625.
func (b *stageBuilder) cellNumber(v, cell float64) string {
	size := math.Abs(v)
	switch {
	case cell < roomForFive:
		return b.short(v, 3, 4, cell)
	case size < 10 && size*1e4 == math.Trunc(size*1e4):
		return b.number(v)
	}
	return b.short(v, 3, 5, cell)
}

// cornerNumber is a number for the corner of a cell, shorter where the cell is small.
func (b *stageBuilder) cornerNumber(v, cell float64) string {
	if cell < cornerRoomForFive {
		return b.short(v, 3, 4, cell)
	}
	return b.cellNumber(v, cell)
}

// share is what a cell adds to an average, for its corner.
func (b *stageBuilder) share(v, cell float64) string { return b.short(v, 2, 5, cell) }

// short writes v with as many decimals, most at most, as leave n characters beside the
// sign. A tiny or huge number may be too long for the cell without any decimal. Then it is
// written as its first digit and its power of ten: 2e−4.
func (b *stageBuilder) short(v float64, most, n int, cell float64) string {
	size := math.Abs(v)
	s := b.s.Number(size, most)
	for d := most - 1; d >= 0 && len(s) > n; d-- {
		if t := b.s.Number(size, d); len(t) < len(s) {
			most, s = d, t
		}
	}
	if len(s) <= max(n+1, int(cell*0.22)-1) {
		return b.s.Number(v, most)
	}
	digit, power, _ := strings.Cut(strconv.FormatFloat(v*(1+1e-12), 'e', 0, 64), "e")
	sign := power[:1]
	if sign == "+" {
		sign = ""
	}
	return strings.ReplaceAll(digit+"e"+sign+strings.TrimLeft(power[1:], "0"), "-", "−")
}
