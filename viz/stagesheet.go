package viz

import (
	"math"
	"strconv"
	"strings"
)

// tintCeiling keeps tints light enough for the numbers on them to be read (4.5:1 in
// every theme).
const tintCeiling = 0.42

// tint maps a value to a tint.
func tint(v, scale float64) float64 {
	if scale == 0 {
		return 0
	}
	return max(-1, min(1, v/scale)) * tintCeiling
}

func (b *stager) number(v float64) string { return b.s.Number(v, 4) }

// roomForFive is how large a cell must be to show five characters beside the sign.
const roomForFive = 26.0

// write puts a number on a cell, so short that it stays inside.
func (b *stager) write(c *StageCell, v float64) {
	c.Text, c.Full = b.cellNumber(v, c.Size), ""
	if strings.Contains(c.Text, "e") {
		c.Full = b.s.Number(v, 7)
	}
}

// cellNumber is a number short enough for a cell: five characters beside the sign, so that a
// number and its negative read alike, and a sixth where that makes it exact (1/16 is 0.0625).
func (b *stager) cellNumber(v, cell float64) string {
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
func (b *stager) cornerNumber(v, cell float64) string {
	if cell < 36 {
		return b.short(v, 3, 4, cell)
	}
	return b.cellNumber(v, cell)
}

// short writes v with as many decimals, most at most, as leave n characters beside the sign.
// What is too long for the cell even with none, a tiny number or a huge one, is written by its
// first digit and its power of ten: 2e−4.
func (b *stager) short(v float64, most, n int, cell float64) string {
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

func (b *stager) text(x, y, size float64, s string, a Anchor, role Role, bold bool) {
	b.st.Texts = append(b.st.Texts, StageText{x, y, size, s, a, role, bold})
}

// heading is the text above a sheet whose upper left corner is (x, y), shrunk to fit.
func (b *stager) heading(x, y, w float64, s string, role Role) {
	size := 13.0
	for size > 10 && TextWidth(s, size) > w+b.gap-6 {
		size--
	}
	b.text(x, y-7, size, s, Start, role, false)
}

// inputSheet draws channel ch with its padding, its upper left corner at (x, y).
func (b *stager) inputSheet(ch int, x, y, k float64, role CellRole) {
	s := b.s
	end := s.N + s.Pad - s.Dropped
	d, scale := s.DX, b.inScale
	if role == SpreadCell {
		d = s.DXAvg
	}
	if s.Backward {
		scale = b.dxScale
		if role == SpreadCell {
			scale = magnitude64(d)
		}
	}
	for row := -s.Pad; row < s.N+s.Pad; row++ {
		for col := -s.Pad; col < s.N+s.Pad; col++ {
			c := StageCell{Role: role, Channel: ch, Row: row, Col: col,
				X: x + float64(col+s.Pad)*k, Y: y + float64(row+s.Pad)*k, Size: k}
			inside := row >= 0 && col >= 0 && row < s.N && col < s.N
			switch {
			case !inside:
				c.Marks |= MarkPadding
				if !s.Pool || s.CountPad {
					c.Text = "0"
				}
				if s.Backward {
					c.Text = ""
				}
			case s.Backward:
				i := (ch*s.N+row)*s.N + col
				b.write(&c, d[i])
				c.Corner, c.Tint = b.cornerNumber(float64(s.X[i]), k), tint(d[i], scale)
			default:
				v := float64(s.X[(ch*s.N+row)*s.N+col])
				b.write(&c, v)
				c.Tint = tint(v, scale)
			}
			if row >= end || col >= end {
				c.Marks |= MarkDropped
			}
			b.window(&c)
			b.st.Cells = append(b.st.Cells, c)
		}
	}
}

// window marks a cell of the input that the window drawn holds.
func (b *stager) window(c *StageCell) {
	s := b.s
	t, in := b.termAt(c.Channel, c.Row, c.Col)
	if !in {
		return
	}
	c.Marks |= MarkWindow
	if !s.Pool {
		if !s.Backward {
			c.Corner = b.cornerNumber(t.W, c.Size)
			c.Marks |= MarkWeight
		}
		return
	}
	if s.hidden() || c.Role == SpreadCell {
		return
	}
	for i, k := range s.Ties {
		if s.Terms[k] != t {
			continue
		}
		if i == 0 {
			c.Marks |= MarkWinner
		} else {
			c.Marks |= MarkTied
		}
	}
}

// termAt finds the window's term at a cell of the input.
func (b *stager) termAt(ch, row, col int) (StageTerm, bool) {
	s := b.s
	if s.Look < 0 || s.Pool && ch != b.map0 {
		return StageTerm{}, false
	}
	row -= s.Look%(s.Edge*s.Edge)/s.Edge*s.S - s.Pad
	col -= s.Look%s.Edge*s.S - s.Pad
	if row < 0 || col < 0 || row%s.D != 0 || col%s.D != 0 || row/s.D >= s.F || col/s.D >= s.F {
		return StageTerm{}, false
	}
	i := row/s.D*s.F + col/s.D
	if !s.Pool {
		i += ch * s.F * s.F
	}
	if i >= len(s.Terms) {
		return StageTerm{}, false
	}
	return s.Terms[i], true
}

// kernelSheet draws channel ch of a filter.
func (b *stager) kernelSheet(filter, ch int, x, y, k float64) {
	s := b.s
	scale := orMagnitude(s.Scales.W, s.W)
	if s.Backward {
		scale = magnitude64(s.DW)
	}
	for i := range s.F * s.F {
		at := (filter*s.C+ch)*s.F*s.F + i
		v := float64(s.W[at])
		c := StageCell{Role: KernelCell, Filter: filter, Channel: ch, Row: i / s.F, Col: i % s.F,
			X: x + float64(i%s.F)*k, Y: y + float64(i/s.F)*k, Size: k, Tint: tint(v, scale)}
		b.write(&c, v)
		if s.Backward {
			c.Corner, c.Tint = b.cornerNumber(v, k), tint(s.DW[at], scale)
			b.write(&c, s.DW[at])
		}
		b.st.Cells = append(b.st.Cells, c)
	}
}

// productSheet draws x·w of channel ch for the window drawn; in Backward g·x, what the
// window adds to dW.
func (b *stager) productSheet(ch int, x, y, k float64) {
	s := b.s
	area := s.F * s.F
	if len(s.Terms) < (ch+1)*area {
		return
	}
	scale := 0.0
	for _, t := range s.Terms {
		scale = max(scale, t.Product, -t.Product)
	}
	for i, t := range s.Terms[ch*area : (ch+1)*area] {
		c := StageCell{Role: ProductCell, Filter: b.map0, Channel: ch, Row: t.KRow, Col: t.KCol,
			X: x + float64(i%s.F)*k, Y: y + float64(i/s.F)*k, Size: k}
		if s.hidden() {
			c.Marks |= MarkPending
		} else {
			b.write(&c, t.Product)
			c.Tint = tint(t.Product, scale)
		}
		b.st.Cells = append(b.st.Cells, c)
	}
}

// outputSheet draws map m of the outputs, or of the averages.
func (b *stager) outputSheet(m int, x, y, k float64, role CellRole) {
	s := b.s
	values, scale := s.Out, b.outScale
	if role == AverageCell {
		values = s.Avg
	}
	if s.Backward {
		values = s.G
	}
	area := s.Edge * s.Edge
	lit := map[int]bool{}
	for _, i := range s.Lit {
		lit[i] = true
	}
	for i := range area {
		at := m*area + i
		v := float64(values[at])
		c := StageCell{Role: role, Channel: m, Row: i / s.Edge, Col: i % s.Edge,
			X: x + float64(i%s.Edge)*k, Y: y + float64(i/s.Edge)*k, Size: k, Tint: tint(v, scale)}
		b.write(&c, v)
		pending := at >= s.Done
		switch {
		case pending && s.Backward:
			c.Marks |= MarkPending // the gradient is there; it has not been handed back
		case pending:
			c.Text, c.Full, c.Tint, c.Marks = "", "", 0, c.Marks|MarkPending
		}
		if at == s.Look {
			c.Marks |= MarkNow
			if s.Ask {
				c.Text, c.Full, c.Tint, c.Marks = "?", "", 0, c.Marks|MarkAsked
			}
			id := 0
			if role == AverageCell {
				id = 1
			}
			b.st.Frames = append(b.st.Frames, StageFrame{OutputFrame, id, c.X, c.Y, k})
		}
		if lit[at] {
			c.Marks |= MarkLit
		}
		b.st.Cells = append(b.st.Cells, c)
	}
}
