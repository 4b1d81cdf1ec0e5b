package viz

// A sheet is one channel of a volume, cell by cell. In the methods of this file (x, y) is
// the upper left corner of the sheet, padding included, and k the size of a cell.

// tintCeiling keeps tints light enough for the numbers on them to be read (4.5:1 in every
// theme).
const tintCeiling = 0.42

// tint maps a value to a tint.
func tint(v, scale float64) float64 {
	if scale == 0 {
		return 0
	}
	return max(-1, min(1, v/scale)) * tintCeiling
}

// cellAt is a cell of a sheet.
func cellAt(role CellRole, channel, row, col int, x, y, k float64) StageCell {
	return StageCell{Role: role, Channel: channel, Row: row, Col: col, X: x + float64(col)*k, Y: y + float64(row)*k, Size: k}
}

// gradientOf is what has come back to the input so far, and the scale of its tints: under
// the average for SpreadCell, else under the maximum or through the convolution.
func (b *stageBuilder) gradientOf(role CellRole) (d []float64, scale float64) {
	if role == SpreadCell {
		return b.s.Grads.DXAvg, b.scales.dxAvg
	}
	return b.s.Grads.DX, b.scales.dx
}

// inputSheet draws channel ch of the input with its padding.
func (b *stageBuilder) inputSheet(ch int, x, y, k float64, role CellRole) {
	s := &b.s
	end := s.N + s.Pad - s.Dropped // no window reaches what lies beyond
	d, scale := b.gradientOf(role)
	for row := -s.Pad; row < s.N+s.Pad; row++ {
		for col := -s.Pad; col < s.N+s.Pad; col++ {
			c := cellAt(role, ch, row+s.Pad, col+s.Pad, x, y, k)
			c.Row, c.Col = row, col
			i := (ch*s.N+row)*s.N + col
			inside := row >= 0 && col >= 0 && row < s.N && col < s.N
			switch {
			case !inside:
				c.Marks |= MarkPadding
				if !s.Backward && (!s.Pool || s.CountPad) {
					c.Text = "0"
				}
			case s.Backward:
				b.write(&c, d[i])
				c.Corner, c.Tint = b.cornerNumber(float64(s.Values.X[i]), k), tint(d[i], scale)
			default:
				v := float64(s.Values.X[i])
				b.write(&c, v)
				c.Tint = tint(v, b.scales.in)
			}
			if row >= end || col >= end {
				c.Marks |= MarkDropped
			}
			b.markWindow(&c)
			b.st.Cells = append(b.st.Cells, c)
		}
	}
}

// markWindow marks a cell of the input that is in the window drawn.
func (b *stageBuilder) markWindow(c *StageCell) {
	s := &b.s
	i, in := b.termAt(c.Channel, c.Row, c.Col)
	if !in {
		return
	}
	c.Marks |= MarkWindow
	switch {
	case !s.Pool && !s.Backward:
		c.Corner = b.cornerNumber(s.Window.Terms[i].W, c.Size)
		c.Marks |= MarkWeight
	case s.Pool && c.Role != SpreadCell:
		c.Marks |= b.tieMarks(i)
	}
}

// tieMarks are the marks of a pooling's term i: it may be the maximum, or tie with it.
func (b *stageBuilder) tieMarks(i int) Mark {
	if b.s.Walk.hidden() {
		return 0
	}
	var marks Mark
	for n, at := range b.s.Window.Ties {
		switch {
		case at == i && n == 0:
			marks |= MarkWinner
		case at == i:
			marks |= MarkTied
		}
	}
	return marks
}

// termAt finds the window's term at a cell of the input, as an index into Terms.
func (b *stageBuilder) termAt(ch, row, col int) (i int, in bool) {
	s := &b.s
	if s.Window.At < 0 || s.Pool && ch != b.drawn {
		return 0, false
	}
	_, outRow, outCol := s.output(s.Window.At)
	row -= outRow*s.S - s.Pad
	col -= outCol*s.S - s.Pad
	if row < 0 || col < 0 || row%s.D != 0 || col%s.D != 0 || row/s.D >= s.F || col/s.D >= s.F {
		return 0, false
	}
	i = row/s.D*s.F + col/s.D
	if !s.Pool {
		i += ch * s.F * s.F
	}
	return i, i < len(s.Window.Terms)
}

// kernelSheet draws channel ch of a filter.
func (b *stageBuilder) kernelSheet(filter, ch int, x, y, k float64) {
	s := &b.s
	for i := range s.F * s.F {
		at := (filter*s.C+ch)*s.F*s.F + i
		w := float64(s.Values.W[at])
		c := cellAt(KernelCell, ch, i/s.F, i%s.F, x, y, k)
		c.Filter = filter
		if s.Backward {
			c.Corner, c.Tint = b.cornerNumber(w, k), tint(s.Grads.DW[at], b.scales.dw)
			b.write(&c, s.Grads.DW[at])
		} else {
			c.Tint = tint(w, b.scales.weight)
			b.write(&c, w)
		}
		b.st.Cells = append(b.st.Cells, c)
	}
}

// productSheet draws x·w of channel ch for the window drawn; in Backward g·x, what the
// window adds to dW.
func (b *stageBuilder) productSheet(ch int, x, y, k float64) {
	s := &b.s
	area := s.F * s.F
	if len(s.Window.Terms) < (ch+1)*area {
		return
	}
	scale := 0.0
	for _, t := range s.Window.Terms {
		scale = max(scale, t.Product, -t.Product)
	}
	for _, t := range s.Window.Terms[ch*area : (ch+1)*area] {
		c := cellAt(ProductCell, ch, t.KRow, t.KCol, x, y, k)
		c.Filter = b.drawn
		if s.Walk.hidden() {
			c.Marks |= MarkPending
		} else {
			b.write(&c, t.Product)
			c.Tint = tint(t.Product, scale)
		}
		b.st.Cells = append(b.st.Cells, c)
	}
}

// outputSheet draws map m of the outputs, or of the averages for AverageCell; in Backward
// the gradient at the outputs.
func (b *stageBuilder) outputSheet(m int, x, y, k float64, role CellRole) {
	s := &b.s
	values, frame := s.Values.Out, 0
	if role == AverageCell {
		values, frame = s.Values.Avg, 1
	}
	if s.Backward {
		values = s.Grads.G
	}
	lit := map[int]bool{}
	for _, i := range s.Lit {
		lit[i] = true
	}
	for i := range s.area() {
		at := m*s.area() + i
		v := float64(values[at])
		c := cellAt(role, m, i/s.Edge, i%s.Edge, x, y, k)
		c.Tint = tint(v, b.scales.out)
		b.write(&c, v)
		if at == s.Window.At {
			c.Marks |= MarkNow
			b.outputFrame(frame, m, x, y, k, 0)
		}
		b.hide(&c, at)
		if lit[at] {
			c.Marks |= MarkLit
		}
		b.st.Cells = append(b.st.Cells, c)
	}
}

// hide takes the number from an output cell that is the question or not yet computed. In
// Backward the gradient is there and stays; it has only not been handed back.
func (b *stageBuilder) hide(c *StageCell, at int) {
	walk := b.s.Walk
	pending, asked := at >= walk.Done, walk.Asked && at == b.s.Window.At
	if pending {
		c.Marks |= MarkPending
	}
	if asked {
		c.Marks |= MarkAsked
	}
	switch {
	case asked:
		c.Text, c.Full, c.Tint = "?", "", 0
	case pending && !b.s.Backward:
		c.Text, c.Full, c.Tint = "", "", 0
	}
}

// windowFrame is the frame around the window drawn, on a sheet or tile of the input.
func (b *stageBuilder) windowFrame(id int, x, y, k float64) {
	s := &b.s
	if s.Window.At < 0 {
		return
	}
	_, row, col := s.output(s.Window.At)
	b.st.Frames = append(b.st.Frames, StageFrame{WindowFrame, id,
		x + float64(col*s.S)*k, y + float64(row*s.S)*k, float64(s.reach()) * k})
}

// outputFrame is the frame around the output being written, on the sheet or tile of output
// map m. It lies rim pixels outside its cell.
func (b *stageBuilder) outputFrame(id, m int, x, y, k, rim float64) {
	s := &b.s
	if s.Window.At < 0 || b.drawn != m {
		return
	}
	_, row, col := s.output(s.Window.At)
	b.st.Frames = append(b.st.Frames, StageFrame{OutputFrame, id, x + float64(col)*k - rim, y + float64(row)*k - rim, k + 2*rim})
}
