package viz

import (
	"math"
	"strconv"
)

// inputTile draws channel ch of the input as a picture, padding and all.
func (b *stager) inputTile(ch int, x, y, cell float64) {
	s := b.s
	if s.Backward {
		b.gradientTile(InputTile, ch, ch, x, y, cell)
		return
	}
	area := s.N * s.N
	b.sourceTile(InputTile, ch, ch, x, y, cell, s.X[ch*area:(ch+1)*area], b.inScale)
}

// gradientTile draws what has come back to channel ch of the input.
func (b *stager) gradientTile(kind TileKind, ch, frame int, x, y, cell float64) {
	s := b.s
	area := s.N * s.N
	from, scale := s.DX, b.dxScale
	if kind == SpreadTile {
		from, scale = s.DXAvg, magnitude64(s.DXAvg)
	}
	values := make([]float32, area)
	for i, v := range from[ch*area : (ch+1)*area] {
		values[i] = float32(v)
	}
	b.sourceTile(kind, ch, frame, x, y, cell, values, scale)
}

// sourceTile draws a channel on the input's side, with its padding and the window on it.
func (b *stager) sourceTile(kind TileKind, ch, frame int, x, y, cell float64, values []float32, scale float64) {
	s := b.s
	p := s.N + 2*s.Pad
	b.st.Tiles = append(b.st.Tiles, StageTile{Kind: kind, Channel: ch, X: x, Y: y, Cell: cell, W: p, H: p, Pad: s.Pad,
		Dropped: s.Dropped, Values: values, Done: len(values), Range: Range{-scale, scale}})
	if s.Look >= 0 {
		row, col := s.Look%(s.Edge*s.Edge)/s.Edge, s.Look%s.Edge
		b.st.Frames = append(b.st.Frames, StageFrame{WindowFrame, frame,
			x + float64(col*s.S)*cell, y + float64(row*s.S)*cell, float64(s.D*(s.F-1)+1) * cell})
	}
}

// outputFrame marks the cell now on a tile of output map m at (x, y).
func (b *stager) outputFrame(id, m int, x, y, cell float64) {
	s := b.s
	if s.Look < 0 || s.Look/(s.Edge*s.Edge) != m {
		return
	}
	row, col := s.Look%(s.Edge*s.Edge)/s.Edge, s.Look%s.Edge
	b.st.Frames = append(b.st.Frames, StageFrame{OutputFrame, id, x + float64(col)*cell - 1, y + float64(row)*cell - 1, cell + 2})
}

// layConvRows draws each channel as a row that reads like the small stage: its tile, the
// loupe with the window's cells, the kernel, the products. The outputs are tiles at the
// right. It says whether that can be read.
func (b *stager) layConvRows() bool {
	s := b.s
	p, f := float64(s.N+2*s.Pad), float64(s.F)
	const gap = 20.0
	high := (b.tall-stageFooter-24)/float64(s.C) - stageLabel
	outW, tile, k := 0.0, 0.0, 0.0
	// The outputs, and then the tiles, give way until the cells can be read.
	for _, most := range [][2]float64{{300, 150}, {150, 150}, {150, 72}} {
		outW = min(max(s.Width*0.26, 150), most[0])
		inW := s.Width - outW - b.gap
		tile = max(1, math.Floor(min(most[1], inW*0.26, max(high, 64))/p))
		k = math.Floor(min(34, (inW-tile*p-3*gap)/(3*f), max(high/f, smallestCell)))
		if k >= smallestCell {
			break
		}
	}
	if k < smallestCell || s.C > 3 {
		return false
	}
	sheet := f * k
	row := max(tile*p, sheet) + stageLabel
	wx := tile*p + gap
	kx, px := wx+sheet+gap, wx+2*(sheet+gap)
	for ch := range s.C {
		y := stageLabel + float64(ch)*row
		b.heading(0, y, tile*p, b.shortTitle(ch), Ink)
		b.inputTile(ch, 0, y, tile)
		if ch == 0 {
			b.heading(wx, y, sheet, s.Words.Window, Ink)
			b.heading(kx, y, sheet, b.kernelTitle(ch), Ink)
			b.heading(px, y, sheet, b.productTitle(), Muted)
		}
		b.loupe(ch, wx, y, k)
		b.kernelSheet(b.map0, ch, kx, y, k)
		b.productSheet(ch, px, y, k)
		if mid := y + sheet/2 + 6; !s.Backward {
			b.text(kx-gap/2, mid, 18, "∗", Middle, Muted, false)
			b.text(px-gap/2, mid, 18, "=", Middle, Muted, false)
		}
		if len(s.Sums) > ch && !s.Backward && !s.hidden() {
			b.text(px+sheet/2, y+sheet+16, 13, "Σ = "+b.number(s.Sums[ch]), Middle, Ink, false)
		}
	}
	end := float64(s.C)*row + 24 // the last Σ stands above
	b.footer(px, end, k)
	b.st.W, b.st.H = s.Width, max(end+stageFooter, b.outputTiles(s.Width-outW, stageLabel, outW))
	return true
}

// layConvCompact draws each channel as a column: its tile, and beneath it the loupe with
// the window's cells, the kernel and the products. The outputs are tiles.
func (b *stager) layConvCompact() {
	s := b.s
	b.st.Compact = true
	if !b.narrow && b.layConvRows() {
		return
	}
	shown := min(s.C, 3)
	inW := s.Width*0.6 - b.gap/2
	if b.narrow {
		inW = s.Width
		shown = min(s.C, 2)
	}
	first := min(max(s.Channel, 0), s.C-shown)
	// One tile for each channel, in a row; those in the loupe are the first ones drawn beneath.
	p := float64(s.N + 2*s.Pad)
	tile := max(1, math.Floor(min(150, (inW-float64(s.C-1)*12)/float64(s.C))/p))
	top := stageLabel
	small := TextWidth(b.shortTitle(s.C-1), 13) > tile*p+6
	if small { // one heading, and numbers
		b.heading(0, top, inW, b.volumeTitle(), Ink)
		top += stageLabel
	}
	for ch := range s.C {
		x := float64(ch) * (tile*p + 12)
		if small {
			b.text(x+tile*p/2, top-7, 13, strconv.Itoa(ch+1), Middle, Ink, false)
		} else {
			b.heading(x, top, tile*p, b.shortTitle(ch), Ink)
		}
		b.inputTile(ch, x, top, tile)
	}
	y := top + tile*p + stageLabel + 12
	column := (inW - float64(shown-1)*16) / float64(shown)
	k := math.Floor(min(34, column/float64(s.F)))
	sheet := float64(s.F) * k
	for i := range shown {
		ch := first + i
		x := float64(i) * (sheet + 16)
		top := y
		b.heading(x, top, sheet, s.Words.Window+b.channelTag(ch), Ink)
		b.loupe(ch, x, top, k)
		top += sheet + stageLabel
		b.heading(x, top, sheet, b.kernelTitle(ch), Ink)
		b.kernelSheet(b.map0, ch, x, top, k)
		top += sheet + stageLabel
		b.heading(x, top, sheet, b.productTitle(), Muted)
		b.productSheet(ch, x, top, k)
		if len(s.Sums) > ch && !s.Backward && !s.hidden() {
			b.text(x+sheet/2, top+sheet+17, 13, "Σ = "+b.number(s.Sums[ch]), Middle, Ink, false)
		}
	}
	end := y + 3*sheet + 2*stageLabel + 28
	b.footer(40, end, k)
	end += stageFooter
	outX, outY, outW := inW+b.gap, stageLabel, s.Width-inW-b.gap
	if b.narrow {
		outX, outY, outW = 0, end+stageLabel, s.Width
	}
	end = max(end, b.outputTiles(outX, outY, outW))
	b.st.W, b.st.H = s.Width, end
}

func (b *stager) channelTag(ch int) string {
	if b.s.C == 1 {
		return ""
	}
	return " · " + strconv.Itoa(ch+1)
}

func (b *stager) shortTitle(ch int) string {
	if b.s.C > 1 && !b.s.Backward {
		return b.s.Words.Channel + " " + strconv.Itoa(ch+1)
	}
	return b.inputTitle(ch)
}

// volumeTitle names the whole input, as outputHeading does the output.
func (b *stager) volumeTitle() string {
	name := b.s.Words.Input
	if b.s.Backward {
		name = b.s.Words.DX
	}
	return volumeName(name, b.s.N, b.s.C)
}

// volumeName is a name and the edge×edge×channels numbers it stands for.
func volumeName(name string, edge, channels int) string {
	e := strconv.Itoa(edge)
	return name + " · " + e + "×" + e + "×" + strconv.Itoa(channels)
}

// loupe draws the window's cells of one channel, large enough to read.
func (b *stager) loupe(ch int, x, y, k float64) { b.loupeOf(InputCell, ch, x, y, k) }

// loupeOf is loupe for one of the two copies of the input that Backward has in pooling.
func (b *stager) loupeOf(role CellRole, ch int, x, y, k float64) {
	s := b.s
	d, scale := s.DX, b.dxScale
	if role == SpreadCell {
		d, scale = s.DXAvg, magnitude64(s.DXAvg)
	}
	for _, t := range s.Terms {
		if t.Channel != ch {
			continue
		}
		c := StageCell{Role: role, Channel: ch, Row: t.Row, Col: t.Col, X: x + float64(t.KCol)*k, Y: y + float64(t.KRow)*k, Size: k,
			Tint: tint(t.X, b.inScale), Marks: MarkLoupe | MarkWindow}
		b.write(&c, t.X)
		switch {
		case t.Padding:
			c.Marks |= MarkPadding
			if s.Pool && !s.CountPad || s.Backward {
				c.Text = ""
			}
		case s.Pool && !s.Backward && !s.hidden():
			c.Corner = b.short(t.Product, 2, 5, k)
		case s.Backward:
			at := (ch*s.N+t.Row)*s.N + t.Col
			c.Corner, c.Tint = b.cornerNumber(t.X, k), tint(d[at], scale)
			b.write(&c, d[at])
		}
		b.window(&c)
		b.st.Cells = append(b.st.Cells, c)
	}
}

// outputTiles draws every output map as a tile into a column, and returns where it ends.
// The cell now is a StageCell too, so that its value can be read.
func (b *stager) outputTiles(x, y, w float64) float64 {
	s := b.s
	values := s.Out
	if s.Backward {
		values = s.G
	}
	cols := min(s.Maps, 3)
	if s.Maps == 4 || w < 280 {
		cols = min(s.Maps, 2)
	}
	cell := max(1, math.Floor(min(240, (w-float64(cols-1)*12)/float64(cols), nowSize*float64(s.Edge))/float64(s.Edge)))
	edge := cell * float64(s.Edge)
	b.heading(x, y, w, b.outputHeading(), Ink)
	for m := range s.Maps {
		tx, ty := x+float64(m%cols)*(edge+12), y+float64(m/cols)*(edge+12)
		b.tile(OutputTile, m, tx, ty, cell, values)
		b.outputFrame(0, m, tx, ty, cell)
	}
	return y + math.Ceil(float64(s.Maps)/float64(cols))*(edge+12) + b.nowCell(x, y+math.Ceil(float64(s.Maps)/float64(cols))*(edge+12)+stageLabel, OutputCell, values)
}

func (b *stager) outputHeading() string {
	name := b.s.Words.Output
	if b.s.Backward {
		name = b.s.Words.Gradient
	}
	return volumeName(name, b.s.Edge, b.s.Maps)
}

// nowSize is how large the output cell now is drawn beside its tile.
const nowSize = 54.0

// nowCell draws the output cell now, large, and returns the height it took.
func (b *stager) nowCell(x, y float64, role CellRole, values []float32) float64 {
	s := b.s
	if s.Look < 0 {
		return 0
	}
	area := s.Edge * s.Edge
	v := float64(values[s.Look])
	c := StageCell{Role: role, Channel: s.Look / area, Row: s.Look % area / s.Edge, Col: s.Look % s.Edge, X: x, Y: y, Size: nowSize,
		Tint: tint(v, b.outScale), Marks: MarkNow | MarkLoupe}
	b.write(&c, v)
	switch {
	case s.Ask:
		c.Text, c.Full, c.Tint, c.Marks = "?", "", 0, c.Marks|MarkAsked
	case s.Look >= s.Done && !s.Backward:
		c.Text, c.Full, c.Tint, c.Marks = "", "", 0, c.Marks|MarkPending
	}
	b.st.Cells = append(b.st.Cells, c)
	b.text(x+nowSize+10, y+nowSize/2+5, 13, "("+strconv.Itoa(c.Row+1)+", "+strconv.Itoa(c.Col+1)+")", Start, Muted, false)
	return stageLabel + nowSize + 8
}

// layPoolCompact draws one channel of a large pooling: its tile, the window beneath, and
// both outputs as tiles.
func (b *stager) layPoolCompact() {
	s := b.s
	b.st.Compact = true
	ch := b.map0
	third := (s.Width - 2*b.gap) / 3
	inW := third
	if b.narrow {
		inW = s.Width
	}
	p := float64(s.N + 2*s.Pad)
	tile := max(1, math.Floor(min(inW, 320)/p))
	y := stageLabel + tile*p + stageLabel + 12
	k := math.Floor(min(40, inW/float64(s.F)))
	loupe := k >= 14 && len(s.Terms) > 0
	if s.Backward {
		b.poolGradients(ch, inW, tile, y, k, loupe)
		return
	}
	b.heading(0, stageLabel, inW, b.inputTitle(ch), Ink)
	b.inputTile(ch, 0, stageLabel, tile)
	if loupe {
		b.heading(0, y, inW, s.Words.Window, Muted)
		b.loupe(ch, 0, y, k)
		y += float64(s.F)*k + 24
		if !s.hidden() {
			b.text(0, y-7, 13, s.Share, Start, Muted, false)
		}
	}
	outX, outY := inW+b.gap, stageLabel
	half := (s.Width - outX - b.gap) / 2
	if b.narrow {
		outX, outY, half = 0, y+stageLabel, (s.Width-b.gap)/2
	}
	end := y
	cell := max(1, math.Floor(min(320, half)/float64(s.Edge)))
	for i, kind := range []TileKind{OutputTile, AverageTile} {
		x := outX + float64(i)*(half+b.gap)
		name, values, role := s.Words.Max, s.Out, OutputCell
		if i == 1 {
			name, values, role = s.Words.Average, s.Avg, AverageCell
		}
		end = max(end, b.poolMap(kind, role, name, values, ch, x, outY, half, cell, i))
	}
	b.st.W, b.st.H = s.Width, end
}

// poolMap draws one output map of a large pooling with the cell now beneath it, and returns
// where they end.
func (b *stager) poolMap(kind TileKind, role CellRole, name string, values []float32, ch int, x, y, w, cell float64, id int) float64 {
	b.heading(x, y, w, name, Ink)
	b.tile(kind, ch, x, y, cell, values)
	b.outputFrame(id, ch, x, y, cell)
	below := y + cell*float64(b.s.Edge) + stageLabel
	return below + b.nowCell(x, below, role, values)
}

// poolGradients draws what comes back in a large pooling: dX under max and under average,
// each with its loupe, and beside them dout.
func (b *stager) poolGradients(ch int, w, tile, y, k float64, loupe bool) {
	s := b.s
	p := float64(s.N + 2*s.Pad)
	x, top := 0.0, stageLabel
	if b.narrow {
		w = (s.Width - b.gap) / 2
		tile = max(1, math.Floor(w/p))
		y = stageLabel + tile*p + stageLabel + 12
		k = math.Floor(min(40, w/float64(s.F)))
		loupe = k >= 14 && len(s.Terms) > 0
	}
	for i, kind := range []TileKind{InputTile, SpreadTile} {
		role, name := InputCell, s.Words.DXMax
		if kind == SpreadTile {
			role, name = SpreadCell, s.Words.DXAvg
		}
		b.heading(x, top, w, name, Ink)
		b.gradientTile(kind, ch, i, x, top, tile)
		if loupe {
			b.heading(x, y, w, s.Words.Window, Muted)
			b.loupeOf(role, ch, x, y, k)
		}
		x += w + b.gap
	}
	end := y
	if loupe {
		end += float64(s.F)*k + 12
	}
	half := s.Width - x
	if b.narrow {
		x, top, half = 0, end+stageLabel, w
	}
	cell := max(1, math.Floor(min(320, half)/float64(s.Edge)))
	b.st.W, b.st.H = s.Width, max(end, b.poolMap(OutputTile, OutputCell, s.Words.Gradient, s.G, ch, x, top, half, cell, 0))
}
