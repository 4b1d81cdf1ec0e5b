package viz

// A volume of a few channels lies better in columns than in rows on a wide screen: under
// each channel's input stand its kernel and its products, and the outputs at the right.

const (
	columnMaxChannels = 4
	columnMaxMaps     = 2

	// Between columns there is more room than inside one, so that what belongs together
	// stands together.
	columnGap = 40.0
	insideGap = 14.0

	plusSize = 16.0 // the font size of the + between the sums of columns
	poolEnd  = 8.0  // free below the columns of a pooling
)

// largestFitting is the largest size of cells that fits, 0 where none does.
func largestFitting(fits func(k float64) bool) float64 {
	for k := largestCell; k >= smallestCell; k-- {
		if fits(k) {
			return k
		}
	}
	return 0
}

// columnWidth is the width of a column: the input with its padding, or below it two sheets
// of sheet cells each, whichever is wider.
func (b *stageBuilder) columnWidth(sheet int, k float64) float64 {
	return max(float64(b.s.padded())*k, 2*float64(sheet)*k+insideGap)
}

// convColumnCell is the largest cell with which a convolution in columns fits, 0 where
// none does.
func (b *stageBuilder) convColumnCell() float64 {
	s := &b.s
	if b.narrow || s.C == 1 || s.C > columnMaxChannels || s.Maps > columnMaxMaps {
		return 0
	}
	return largestFitting(func(k float64) bool {
		w := float64(s.C)*(b.columnWidth(s.F, k)+columnGap) - columnGap + b.gap + float64(s.Edge)*k
		h := 2*headingHeight + float64(s.padded()+s.F)*k + sumHeight + footerHeight
		return w <= s.Limits.Width && max(h, b.mapsHeight(1, k)) <= s.Limits.height()
	})
}

func (b *stageBuilder) layConvColumns(k float64) float64 {
	s := &b.s
	width, sheet, edge := b.columnWidth(s.F, k), float64(s.F)*k, float64(s.Edge)*k
	below := 2*headingHeight + float64(s.padded())*k
	for ch := range s.C {
		x := float64(ch) * (width + columnGap)
		b.heading(x, headingHeight, width, b.inputTitle(ch), Ink)
		b.inputSheet(ch, x, headingHeight, k, InputCell)
		b.heading(x, below, sheet, b.kernelTitle(), Ink)
		b.kernelSheet(b.drawn, ch, x, below, k)
		px := x + width - sheet
		b.heading(px, below, sheet, b.productTitle(), Muted)
		b.productSheet(ch, px, below, k)
		if b.sum(ch, px+sheet/2, below+sheet+sumDrop, false) && ch > 0 {
			b.text(x-columnGap/2, below+sheet+sumDrop, plusSize, "+", Middle, Muted, false)
		}
	}
	b.footer(float64(s.C-1)*(width+columnGap), below+sheet+sumHeight, k)
	outX := float64(s.C)*(width+columnGap) - columnGap + b.gap
	height := below + sheet + sumHeight + footerHeight
	for m := range s.Maps {
		y := headingHeight + float64(m)*b.mapPitch(k)
		b.heading(outX, y, edge, b.outputTitle(m), Ink)
		b.outputSheet(m, outX, y, k, OutputCell)
		height = max(height, y+edge+stageEnd)
	}
	for ch := range s.C {
		b.windowFrame(ch, float64(ch)*(width+columnGap), headingHeight, k)
	}
	return height
}

// poolColumnCell is convColumnCell for a pooling of so many channels: under each input
// stand its maxima and averages, and at the right the window.
func (b *stageBuilder) poolColumnCell(channels int) float64 {
	s := &b.s
	if b.narrow || s.Backward || channels == 1 {
		return 0
	}
	return largestFitting(func(k float64) bool {
		w := float64(channels)*(b.columnWidth(s.Edge, k)+columnGap) - columnGap + b.gap + float64(s.F)*k
		h := 2*headingHeight + float64(s.padded()+s.Edge)*k + poolEnd
		return w <= s.Limits.Width && h <= s.Limits.height()
	})
}

func (b *stageBuilder) layPoolColumns(channels int, k float64) float64 {
	s := &b.s
	width, edge := b.columnWidth(s.Edge, k), float64(s.Edge)*k
	below := 2*headingHeight + float64(s.padded())*k
	for ch := range channels {
		x := float64(ch) * (width + columnGap)
		b.heading(x, headingHeight, width, b.inputTitle(ch), Ink)
		b.inputSheet(ch, x, headingHeight, k, InputCell)
		if ch == b.drawn {
			b.windowFrame(0, x, headingHeight, k)
		}
		b.heading(x, below, edge, s.Words.Max, Ink)
		b.outputSheet(ch, x, below, k, OutputCell)
		b.heading(x+width-edge, below, edge, s.Words.Average, Ink)
		b.outputSheet(ch, x+width-edge, below, k, AverageCell)
	}
	b.poolWindow(float64(channels)*(width+columnGap)-columnGap+b.gap, headingHeight, k)
	return max(below+edge, headingHeight+b.poolWindowHeight(k)) + poolEnd
}
