package viz

import (
	"math"
	"strconv"
)

// layPool draws a pooling: each channel's input, the window beside it, the maxima and the
// averages. With many channels only the window's own is drawn in cells, and the whole
// output volumes as tiles.
func (b *stager) layPool() {
	s := b.s
	padded, edge := s.N+2*s.Pad, s.Edge
	b.outScale = b.inScale
	if s.Backward {
		b.outScale = orMagnitude(s.Scales.G, s.G)
	}
	first, channels := 0, s.C
	if s.C > 4 || s.C*(padded*padded+2*edge*edge) > 420 {
		first, channels = b.map0, 1
	}
	sheets := 1
	if s.Backward {
		sheets = 2
	}
	cell := b.poolCell(padded, edge, channels, sheets)
	if columns := b.poolColumns(channels); columns > cell && channels == s.C {
		b.layPoolColumns(channels, columns)
		return
	}
	if cell < smallestCell || padded*padded+2*edge*edge > 420 {
		b.layPoolCompact()
		return
	}
	y := b.poolRows(first, channels, sheets, cell)
	if channels < s.C {
		y = b.poolVolumes(y)
	}
	b.st.W, b.st.H = s.Width, y
}

// poolCell is the largest cell with which everything fits the width and, on a wide
// screen, the height.
func (b *stager) poolCell(padded, edge, channels, sheets int) float64 {
	s := b.s
	tall := b.tall
	if channels < s.C {
		tall -= 190 // the whole volumes stand beneath
	}
	for cell := largestCell; cell >= smallestCell; cell-- {
		in := float64(padded*sheets)*cell + float64(sheets-1)*b.gap
		window := b.gap + float64(s.F)*cell
		if s.Backward {
			window = 0
		}
		outs := float64(2*edge)*cell + b.gap
		if s.Backward {
			outs = float64(edge) * cell
		}
		row := stageLabel + max(float64(padded)*cell, float64(s.F)*cell+26)
		w := in + window + b.gap + outs
		if b.narrow {
			w = max(in+window, outs)
			if padded*sheets > 12 {
				w = max(in, outs)
			}
		}
		if w <= s.Width && (b.narrow || float64(channels)*row <= tall) {
			return cell
		}
	}
	return 0
}

// poolRows draws the channels from first on, one a row (two on a narrow screen), and
// returns where they end.
func (b *stager) poolRows(first, channels, sheets int, k float64) float64 {
	s := b.s
	padded, edge := float64(s.N+2*s.Pad)*k, float64(s.Edge)*k
	y := stageLabel
	for ch := first; ch < first+channels; ch++ {
		x := 0.0
		title := b.inputTitle(ch)
		if s.Backward {
			title = s.Words.DXMax
		}
		b.heading(x, y, padded, title, Ink)
		b.inputSheet(ch, x, y, k, InputCell)
		if ch == b.map0 {
			b.poolFrame(0, x, y, k)
		}
		x += padded + b.gap
		bottom := y + padded
		if s.Backward {
			b.heading(x, y, padded, s.Words.DXAvg, Ink)
			b.inputSheet(ch, x, y, k, SpreadCell)
			if ch == b.map0 {
				b.poolFrame(1, x, y, k)
			}
			x += padded + b.gap
		} else {
			if ch == b.map0 {
				b.poolWindow(x, y, k)
			}
			x += float64(s.F)*k + b.gap
			bottom = max(bottom, y+float64(s.F)*k+26)
		}
		outY := y
		if b.narrow {
			x, outY = 0, bottom+stageLabel+6
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
		y = max(bottom, outY+edge) + stageLabel + 10
	}
	return y - stageLabel
}

func (b *stager) poolFrame(id int, x, y, k float64) {
	s := b.s
	if s.Look < 0 {
		return
	}
	row, col := s.Look%(s.Edge*s.Edge)/s.Edge, s.Look%s.Edge
	b.st.Frames = append(b.st.Frames, StageFrame{WindowFrame, id, x + float64(col*s.S)*k, y + float64(row*s.S)*k, float64(s.F) * k})
}

// poolWindow draws the window by itself: the winner ringed, and in the corners what each
// cell adds to the average, its share.
func (b *stager) poolWindow(x, y, k float64) {
	s := b.s
	if s.Look < 0 {
		return
	}
	b.heading(x, y, float64(s.F)*k, s.Words.Window, Muted)
	for i, t := range s.Terms {
		c := StageCell{Role: ProductCell, Channel: t.Channel, Row: t.KRow, Col: t.KCol,
			X: x + float64(i%s.F)*k, Y: y + float64(i/s.F)*k, Size: k, Marks: MarkWindow}
		if t.Padding {
			c.Marks |= MarkPadding
		}
		if !t.Padding || s.CountPad {
			b.write(&c, t.X)
			c.Tint = tint(t.X, b.inScale)
			if !s.hidden() {
				c.Corner = b.short(t.Product, 2, 5, k)
			}
		}
		if !s.hidden() {
			for n, at := range s.Ties {
				switch {
				case at == i && n == 0:
					c.Marks |= MarkWinner
				case at == i:
					c.Marks |= MarkTied
				}
			}
		}
		b.st.Cells = append(b.st.Cells, c)
	}
	if !s.hidden() {
		b.text(x+float64(s.F)*k/2, y+float64(s.F)*k+17, 13, s.Share, Middle, Muted, false)
	}
}

// poolVolumes draws both output volumes as tiles from y on, and returns where they end.
func (b *stager) poolVolumes(y float64) float64 {
	s := b.s
	y += stageLabel + 8
	half := (s.Width - b.gap) / 2
	end := y
	for i, kind := range []TileKind{OutputTile, AverageTile} {
		x := float64(i) * (half + b.gap)
		if s.Backward && i == 1 {
			break
		}
		name, values := s.Words.Max, s.Out
		if kind == AverageTile {
			name, values = s.Words.Average, s.Avg
		}
		if s.Backward {
			name, values = s.Words.Gradient, s.G
		}
		b.heading(x, y, half, name+" · "+strconv.Itoa(s.Edge)+"×"+strconv.Itoa(s.Edge)+"×"+strconv.Itoa(s.Maps), Ink)
		if s.Edge == 1 {
			cols := min(s.Maps, 50)
			cell := math.Floor(min(half/float64(cols), 12))
			rows := (s.Maps + cols - 1) / cols
			b.st.Tiles = append(b.st.Tiles, StageTile{Kind: kind, X: x, Y: y, Cell: cell, W: cols, H: rows,
				Values: values, Done: s.Done, Range: Range{-b.outScale, b.outScale}, Wrapped: true})
			end = max(end, y+float64(rows)*cell)
			continue
		}
		cell := max(1, math.Floor(min(96, half/4)/float64(s.Edge)))
		edge := int(cell) * s.Edge
		g := NewGrid(min(s.Maps, 24), edge, edge, 6, int(half))
		for m := range g.N {
			at := g.Cell(m)
			b.tile(kind, m, x+float64(at.Min.X), y+float64(at.Min.Y), cell, values)
		}
		end = max(end, y+float64(g.Size().Y))
	}
	return end + 8
}

// tile draws map m of an output volume as a picture.
func (b *stager) tile(kind TileKind, m int, x, y, cell float64, values []float32) {
	s := b.s
	area := s.Edge * s.Edge
	b.st.Tiles = append(b.st.Tiles, StageTile{Kind: kind, Channel: m, X: x, Y: y, Cell: cell, W: s.Edge, H: s.Edge,
		Values: values[m*area : (m+1)*area], Done: min(max(s.Done-m*area, 0), area), Range: Range{-b.outScale, b.outScale}})
}
