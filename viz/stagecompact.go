package viz

import (
	"math"
	"strconv"
)

// Measures of the compact stage, in CSS pixels: tiles for the volumes, and cells for the
// window, in the loupe beside its tile.
const (
	tileGap       = 12.0 // between tiles, and between a tile and what stands below it
	loupeCell     = 34.0 // the largest cell of a loupe, and of the sheets beside it
	loupeGap      = 16.0 // between the columns of two channels
	loupeMax      = 3    // channels that the loupe shows
	loupeNarrow   = 2    // and on a narrow screen
	inputTileEdge = 150.0
	inputShare    = 0.6 // of the width, in columns
	sumsEnd       = 28.0
	biasIndent    = 40.0 // the name of the bias stands to the left of it

	rowGap         = 20.0 // between the sheets of a row
	rowSumDrop     = 16.0
	rowMaxChannels = 3
	rowOutputShare = 0.26 // of the width, for the outputs
	rowTileShare   = 0.26 // of what is left, for the tile of a channel
	rowTileHeight  = 64.0 // that a tile may have in any case
	rowOutputWidth = 150.0

	outputTileEdge    = 240.0
	outputColumns     = 3
	outputTwoColumns  = 280.0 // below this width there are two columns at most
	nowSize           = 54.0  // the output cell now, drawn beside its tile
	nowEnd            = 8.0
	outputFrameOffset = 1.0 // how far the frame on a tile lies outside its cell
)

// inputTile draws channel ch of the input as a picture, with its padding and the window on
// it. In Backward it is what has come back, and frame the number of the window's frame.
func (b *stageBuilder) inputTile(kind TileKind, ch, frame int, x, y, cell float64) {
	s := &b.s
	area := s.N * s.N
	var values []float32
	scale := b.scales.in
	if s.Backward {
		role := InputCell
		if kind == SpreadTile {
			role = SpreadCell
		}
		var d []float64
		d, scale = b.gradientOf(role)
		values = make([]float32, area)
		for i, v := range d[ch*area : (ch+1)*area] {
			values[i] = float32(v)
		}
	} else {
		values = s.Values.X[ch*area : (ch+1)*area]
	}
	b.st.Tiles = append(b.st.Tiles, StageTile{Kind: kind, Channel: ch, X: x, Y: y, Cell: cell, W: s.padded(), H: s.padded(), Pad: s.Pad,
		Dropped: s.Dropped, Values: values, Done: len(values), Range: Range{-scale, scale}})
	b.windowFrame(frame, x, y, cell)
}

// A rowPlan is how wide the parts of layConvRows are.
type rowPlan struct {
	outputs float64 // the width of the outputs
	tile    float64 // one cell of a channel's tile
	cell    float64 // one cell of the loupe, the kernel and the products
}

// planRows is the plan with cells that can be read; ok tells whether there is one.
func (b *stageBuilder) planRows() (plan rowPlan, ok bool) {
	s := &b.s
	if s.C > rowMaxChannels {
		return rowPlan{}, false
	}
	p, f := float64(s.padded()), float64(s.F)
	high := (s.Limits.height()-footerHeight-sumHeight)/float64(s.C) - headingHeight // of one row
	// The outputs, and then the tiles, give way until the cells can be read.
	for _, most := range []struct{ outputs, tile float64 }{{300, 150}, {150, 150}, {150, 72}} {
		plan.outputs = min(max(s.Limits.Width*rowOutputShare, rowOutputWidth), most.outputs)
		width := s.Limits.Width - plan.outputs - b.gap
		plan.tile = max(1, math.Floor(min(most.tile, width*rowTileShare, max(high, rowTileHeight))/p))
		plan.cell = math.Floor(min(loupeCell, (width-plan.tile*p-3*rowGap)/(3*f), max(high/f, smallestCell)))
		if plan.cell >= smallestCell {
			return plan, true
		}
	}
	return rowPlan{}, false
}

// layConvRows draws each channel as a row that reads like the small stage: its tile, the
// loupe with the window's cells, the kernel, the products. The outputs are tiles at the
// right.
func (b *stageBuilder) layConvRows(plan rowPlan) float64 {
	s, k := b.s, plan.cell
	tile, sheet := plan.tile*float64(s.padded()), float64(s.F)*k
	row := max(tile, sheet) + headingHeight
	wx := tile + rowGap
	kx, px := wx+sheet+rowGap, wx+2*(sheet+rowGap)
	for ch := range s.C {
		y := headingHeight + float64(ch)*row
		b.heading(0, y, tile, b.shortTitle(ch), Ink)
		b.inputTile(InputTile, ch, ch, 0, y, plan.tile)
		if ch == 0 {
			b.heading(wx, y, sheet, s.Words.Window, Ink)
			b.heading(kx, y, sheet, b.kernelTitle(), Ink)
			b.heading(px, y, sheet, b.productTitle(), Muted)
		}
		b.loupe(InputCell, ch, wx, y, k)
		b.kernelSheet(b.drawn, ch, kx, y, k)
		b.productSheet(ch, px, y, k)
		if mid := y + sheet/2 + operatorDrop; !s.Backward {
			b.operator("∗", kx-rowGap/2, mid)
			b.operator("=", px-rowGap/2, mid)
		}
		b.sum(ch, px+sheet/2, y+sheet+rowSumDrop, false)
	}
	end := float64(s.C)*row + sumHeight // row has a heading, and the last sum stands below it
	b.footer(px, end, k)
	return max(end+footerHeight, b.outputTiles(s.Limits.Width-plan.outputs, headingHeight, plan.outputs))
}

// layConvCompact draws the volumes as tiles, and the window's cells in rows where these can
// be read, else in columns.
func (b *stageBuilder) layConvCompact() float64 {
	b.st.Compact = true
	if !b.narrow {
		if plan, ok := b.planRows(); ok {
			return b.layConvRows(plan)
		}
	}
	return b.layConvLoupes()
}

// layConvLoupes draws all channels as tiles in a row. Beneath, some channels have a column
// each: the loupe with the window's cells, the kernel and the products. The outputs are
// tiles at the right, or beneath on a narrow screen.
func (b *stageBuilder) layConvLoupes() float64 {
	s := &b.s
	shown, width := min(s.C, loupeMax), s.Limits.Width*inputShare-b.gap/2
	if b.narrow {
		shown, width = min(s.C, loupeNarrow), s.Limits.Width
	}
	first := min(max(s.Channel, 0), s.C-shown)
	y := b.inputTiles(width) + headingHeight + tileGap
	column := (width - float64(shown-1)*loupeGap) / float64(shown)
	k := math.Floor(min(loupeCell, column/float64(s.F)))
	sheet := float64(s.F) * k
	for i := range shown {
		ch := first + i
		x, top := float64(i)*(sheet+loupeGap), y
		b.heading(x, top, sheet, s.Words.Window+b.channelTag(ch), Ink)
		b.loupe(InputCell, ch, x, top, k)
		top += sheet + headingHeight
		b.heading(x, top, sheet, b.kernelTitle(), Ink)
		b.kernelSheet(b.drawn, ch, x, top, k)
		top += sheet + headingHeight
		b.heading(x, top, sheet, b.productTitle(), Muted)
		b.productSheet(ch, x, top, k)
		b.sum(ch, x+sheet/2, top+sheet+sumDrop, false)
	}
	end := y + 3*sheet + 2*headingHeight + sumsEnd
	b.footer(biasIndent, end, k)
	end += footerHeight
	outX, outY, outW := width+b.gap, headingHeight, s.Limits.Width-width-b.gap
	if b.narrow {
		outX, outY, outW = 0, end+headingHeight, s.Limits.Width
	}
	return max(end, b.outputTiles(outX, outY, outW))
}

// inputTiles draws the input as a row of tiles, one for each channel, and returns where
// they end. Where the tiles are too small for headings there is one heading, and numbers.
func (b *stageBuilder) inputTiles(width float64) float64 {
	s := &b.s
	cell := max(1, math.Floor(min(inputTileEdge, (width-float64(s.C-1)*tileGap)/float64(s.C))/float64(s.padded())))
	tile := cell * float64(s.padded())
	y := headingHeight
	const beyond = 6.0 // how far a heading may reach past its tile
	numbers := TextWidth(b.shortTitle(s.C-1), labelSize) > tile+beyond
	if numbers {
		b.heading(0, y, width, b.volumeTitle(), Ink)
		y += headingHeight
	}
	for ch := range s.C {
		x := float64(ch) * (tile + tileGap)
		if numbers {
			b.text(x+tile/2, y-headingRise, labelSize, strconv.Itoa(ch+1), Middle, Ink, false)
		} else {
			b.heading(x, y, tile, b.shortTitle(ch), Ink)
		}
		b.inputTile(InputTile, ch, ch, x, y, cell)
	}
	return y + tile
}

func (b *stageBuilder) channelTag(ch int) string {
	if b.s.C == 1 {
		return ""
	}
	return " · " + strconv.Itoa(ch+1)
}

func (b *stageBuilder) shortTitle(ch int) string {
	if b.s.C > 1 && !b.s.Backward {
		return b.s.Words.Channel + " " + strconv.Itoa(ch+1)
	}
	return b.inputTitle(ch)
}

// volumeTitle names the whole input, as outputsTitle names the output.
func (b *stageBuilder) volumeTitle() string {
	name := b.s.Words.Input
	if b.s.Backward {
		name = b.s.Words.DX
	}
	return volumeName(name, b.s.N, b.s.C)
}

func (b *stageBuilder) outputsTitle() string {
	name := b.s.Words.Output
	if b.s.Backward {
		name = b.s.Words.Gradient
	}
	return volumeName(name, b.s.Edge, b.s.Maps)
}

// volumeName is a name and the edge×edge×channels numbers it stands for.
func volumeName(name string, edge, channels int) string {
	e := strconv.Itoa(edge)
	return name + " · " + e + "×" + e + "×" + strconv.Itoa(channels)
}

// loupe draws the window's cells of one channel, large enough to read. In Backward role
// says which of a pooling's two gradients they show.
func (b *stageBuilder) loupe(role CellRole, ch int, x, y, k float64) {
	s := &b.s
	d, scale := b.gradientOf(role)
	for _, t := range s.Window.Terms {
		if t.Channel != ch {
			continue
		}
		c := cellAt(role, ch, t.KRow, t.KCol, x, y, k)
		c.Row, c.Col = t.Row, t.Col
		c.Tint, c.Marks = tint(t.X, b.scales.in), MarkLoupe|MarkWindow
		b.write(&c, t.X)
		switch {
		case t.Padding:
			c.Marks |= MarkPadding
			if s.Pool && !s.CountPad || s.Backward {
				c.Text = ""
			}
		case s.Pool && !s.Backward && !s.Walk.hidden():
			c.Corner = b.share(t.Product, k)
		case s.Backward:
			at := (ch*s.N+t.Row)*s.N + t.Col
			c.Corner, c.Tint = b.cornerNumber(t.X, k), tint(d[at], scale)
			b.write(&c, d[at])
		}
		b.markWindow(&c)
		b.st.Cells = append(b.st.Cells, c)
	}
}

// outputTiles draws every output map as a tile into a column w wide, the output cell now
// below them, and returns where it all ends.
func (b *stageBuilder) outputTiles(x, y, w float64) float64 {
	s := &b.s
	values := s.Values.Out
	if s.Backward {
		values = s.Grads.G
	}
	cols := min(s.Maps, outputColumns)
	if s.Maps == 4 || w < outputTwoColumns {
		cols = min(s.Maps, 2)
	}
	room := (w - float64(cols-1)*tileGap) / float64(cols)
	cell := max(1, math.Floor(min(outputTileEdge, room, nowSize*float64(s.Edge))/float64(s.Edge)))
	pitch := cell*float64(s.Edge) + tileGap
	b.heading(x, y, w, b.outputsTitle(), Ink)
	for m := range s.Maps {
		tx, ty := x+float64(m%cols)*pitch, y+float64(m/cols)*pitch
		b.outputTile(OutputTile, m, tx, ty, cell, values)
		b.outputFrame(0, m, tx, ty, cell, outputFrameOffset)
	}
	end := y + math.Ceil(float64(s.Maps)/float64(cols))*pitch
	return end + b.nowCell(x, end+headingHeight, OutputCell, values)
}

// nowCell draws the output cell now, large, so that its value can be read, and returns the
// height it took.
func (b *stageBuilder) nowCell(x, y float64, role CellRole, values []float32) float64 {
	s := &b.s
	if s.Window.At < 0 {
		return 0
	}
	v := float64(values[s.Window.At])
	c := StageCell{Role: role, X: x, Y: y, Size: nowSize, Tint: tint(v, b.scales.out), Marks: MarkNow | MarkLoupe}
	c.Channel, c.Row, c.Col = s.output(s.Window.At)
	b.write(&c, v)
	switch {
	case s.Walk.Asked:
		c.Text, c.Full, c.Tint, c.Marks = "?", "", 0, c.Marks|MarkAsked
	case s.Window.At >= s.Walk.Done && !s.Backward:
		c.Text, c.Full, c.Tint, c.Marks = "", "", 0, c.Marks|MarkPending
	}
	b.st.Cells = append(b.st.Cells, c)
	place := "(" + strconv.Itoa(c.Row+1) + ", " + strconv.Itoa(c.Col+1) + ")"
	b.text(x+nowSize+textGap, y+nowSize/2+nameDrop, labelSize, place, Start, Muted, false)
	return headingHeight + nowSize + nowEnd
}
