package viz

import "math"

const (
	poolMaxChannels = 4    // with more, only the window's channel is drawn in cells
	shareHeight     = 26.0 // the line of the shares below the window of a pooling
	poolRowGap      = 10.0 // between the rows of two channels
	// On a narrow screen the window stands beside an input of at most so many cells, and
	// beneath the input otherwise.
	narrowBesideCells = 12
)

// Measures of the whole output volumes, drawn as tiles below the window's channel.
const (
	volumesHeight   = 190.0 // kept free for them
	volumesGap      = 8.0   // above and below them
	volumeMaxTiles  = 24
	volumeColumns   = 4    // fit beside each other
	volumeTile      = 96.0 // edge of a tile, at most
	volumeTileGap   = 6
	wrappedColumns  = 50 // of a volume with one number a channel, laid out in rows
	wrappedCellSize = 12.0
)

// layPool draws a pooling: each channel's input, the window beside it, the maxima and the
// averages. With many channels only the window's own is drawn in cells, and the whole
// output volumes as tiles.
func (b *stageBuilder) layPool() float64 {
	s := &b.s
	perChannel := s.padded()*s.padded() + 2*s.area()
	first, channels := 0, s.C
	if s.C > poolMaxChannels || s.C*perChannel > fullMaxCells {
		first, channels = b.drawn, 1
	}
	cell := b.poolCell(channels)
	if columns := b.poolColumnCell(channels); columns > cell && channels == s.C {
		return b.layPoolColumns(channels, columns)
	}
	if cell < smallestCell || perChannel > fullMaxCells {
		return b.layPoolCompact()
	}
	y := b.poolRows(first, channels, cell)
	if channels < s.C {
		y = b.poolVolumes(y)
	}
	return y
}

// poolInputs is how many sheets of the input a channel has: in Backward there are two
// gradients, one for each pooling.
func (b *stageBuilder) poolInputs() int {
	if b.s.Backward {
		return 2
	}
	return 1
}

// poolWindowHeight is the height of the window by itself, with its shares.
func (b *stageBuilder) poolWindowHeight(k float64) float64 {
	return float64(b.s.F)*k + shareHeight
}

// poolCell is the largest cell with which everything fits the width and, on a wide
// screen, the height; 0 where none does.
func (b *stageBuilder) poolCell(channels int) float64 {
	s := &b.s
	tall := s.Limits.height()
	if channels < s.C {
		tall -= volumesHeight
	}
	inputs := b.poolInputs()
	return largestFitting(func(cell float64) bool {
		padded := float64(s.padded()) * cell
		in := float64(inputs)*padded + float64(inputs-1)*b.gap
		window := b.gap + float64(s.F)*cell
		outs := 2*float64(s.Edge)*cell + b.gap
		if s.Backward {
			window, outs = 0, float64(s.Edge)*cell
		}
		w := in + window + b.gap + outs
		if b.narrow {
			w = max(in+window, outs)
			if s.padded()*inputs > narrowBesideCells {
				w = max(in, outs)
			}
		}
		row := headingHeight + max(padded, b.poolWindowHeight(cell))
		return w <= s.Limits.Width && (b.narrow || float64(channels)*row <= tall)
	})
}

// poolRows draws the channels from first on, one a row (two on a narrow screen), and
// returns where they end.
func (b *stageBuilder) poolRows(first, channels int, k float64) float64 {
	s := &b.s
	padded, edge := float64(s.padded())*k, float64(s.Edge)*k
	y := headingHeight
	for ch := first; ch < first+channels; ch++ {
		x := 0.0
		title := b.inputTitle(ch)
		if s.Backward {
			title = s.Words.DXMax
		}
		b.heading(x, y, padded, title, Ink)
		b.inputSheet(ch, x, y, k, InputCell)
		if ch == b.drawn {
			b.windowFrame(0, x, y, k)
		}
		x += padded + b.gap
		bottom := y + padded
		if s.Backward {
			b.heading(x, y, padded, s.Words.DXAvg, Ink)
			b.inputSheet(ch, x, y, k, SpreadCell)
			if ch == b.drawn {
				b.windowFrame(1, x, y, k)
			}
			x += padded + b.gap
		} else {
			if ch == b.drawn {
				b.poolWindow(x, y, k)
			}
			x += float64(s.F)*k + b.gap
			bottom = max(bottom, y+b.poolWindowHeight(k))
		}
		outY := y
		if b.narrow {
			x, outY = 0, bottom+headingHeight+stageEnd
			bottom = outY + edge
		}
		if s.Backward {
			b.heading(x, outY, edge, b.outputTitle(ch), Ink)
			b.outputSheet(ch, x, outY, k, OutputCell)
		} else {
			b.heading(x, outY, edge, s.Words.Max, Ink)
			b.outputSheet(ch, x, outY, k, OutputCell)
			x += edge + b.gap
			b.heading(x, outY, edge, s.Words.Average, Ink)
			b.outputSheet(ch, x, outY, k, AverageCell)
		}
		y = max(bottom, outY+edge) + headingHeight + poolRowGap
	}
	return y - headingHeight
}

// poolWindow draws the window by itself: the winner ringed, and in the corners what each
// cell adds to the average, its share.
func (b *stageBuilder) poolWindow(x, y, k float64) {
	s := &b.s
	if s.Window.At < 0 {
		return
	}
	sheet := float64(s.F) * k
	b.heading(x, y, sheet, s.Words.Window, Muted)
	for i, t := range s.Window.Terms {
		c := cellAt(ProductCell, t.Channel, t.KRow, t.KCol, x, y, k)
		c.Marks = MarkWindow | b.tieMarks(i)
		if t.Padding {
			c.Marks |= MarkPadding
		}
		if !t.Padding || s.CountPad {
			b.write(&c, t.X)
			c.Tint = tint(t.X, b.scales.in)
			if !s.Walk.hidden() {
				c.Corner = b.share(t.Product, k)
			}
		}
		b.st.Cells = append(b.st.Cells, c)
	}
	if !s.Walk.hidden() {
		b.text(x+sheet/2, y+sheet+sumDrop, labelSize, s.Window.Share, Middle, Muted, false)
	}
}

// poolVolumes draws the output volumes as tiles from y on, and returns where they end.
func (b *stageBuilder) poolVolumes(y float64) float64 {
	y += headingHeight + volumesGap
	half := (b.s.Limits.Width - b.gap) / 2
	end := y
	for i, out := range b.poolOutputs() {
		x := float64(i) * (half + b.gap)
		b.heading(x, y, half, volumeName(out.name, b.s.Edge, b.s.Maps), Ink)
		if b.s.Edge == 1 {
			end = max(end, y+b.wrappedTile(out, x, y, half))
		} else {
			end = max(end, y+b.volumeTiles(out, x, y, half))
		}
	}
	return end + volumesGap
}

// A poolOutput is one output of a pooling: the maxima, the averages, or in Backward the
// gradient that both get.
type poolOutput struct {
	tile   TileKind
	cell   CellRole
	name   string
	values []float32
}

func (b *stageBuilder) poolOutputs() []poolOutput {
	s := &b.s
	if s.Backward {
		return []poolOutput{{OutputTile, OutputCell, s.Words.Gradient, s.Grads.G}}
	}
	return []poolOutput{
		{OutputTile, OutputCell, s.Words.Max, s.Values.Out},
		{AverageTile, AverageCell, s.Words.Average, s.Values.Avg},
	}
}

// wrappedTile draws a volume of one number a channel as one tile, in rows, and returns its
// height.
func (b *stageBuilder) wrappedTile(out poolOutput, x, y, w float64) float64 {
	maps := b.s.Maps
	cols := min(maps, wrappedColumns)
	rows := (maps + cols - 1) / cols
	cell := math.Floor(min(w/float64(cols), wrappedCellSize))
	b.st.Tiles = append(b.st.Tiles, StageTile{Kind: out.tile, X: x, Y: y, Cell: cell, W: cols, H: rows,
		Values: out.values, Done: b.s.Walk.Done, Range: Range{-b.scales.out, b.scales.out}, Wrapped: true})
	return float64(rows) * cell
}

// volumeTiles draws the first channels of a volume as tiles in a grid, and returns its
// height.
func (b *stageBuilder) volumeTiles(out poolOutput, x, y, w float64) float64 {
	cell := max(1, math.Floor(min(volumeTile, w/volumeColumns)/float64(b.s.Edge)))
	edge := int(cell) * b.s.Edge
	g := NewGrid(min(b.s.Maps, volumeMaxTiles), edge, edge, volumeTileGap, int(w))
	for m := range g.N {
		at := g.Cell(m)
		b.outputTile(out.tile, m, x+float64(at.Min.X), y+float64(at.Min.Y), cell, out.values)
	}
	return float64(g.Size().Y)
}

// outputTile draws map m of an output volume as a picture.
func (b *stageBuilder) outputTile(kind TileKind, m int, x, y, cell float64, values []float32) {
	area := b.s.area()
	b.st.Tiles = append(b.st.Tiles, StageTile{Kind: kind, Channel: m, X: x, Y: y, Cell: cell, W: b.s.Edge, H: b.s.Edge,
		Values: values[m*area : (m+1)*area], Done: min(max(b.s.Walk.Done-m*area, 0), area), Range: Range{-b.scales.out, b.scales.out}})
}
