package viz

import "math"

// A volume of a few channels lies better in columns than in rows on a wide screen: under
// each channel's input stand its kernel and its products, and the outputs at the right.

// Between columns there is more room than inside one, so that what belongs together stands
// together.
const (
	columnGap = 40.0
	insideGap = 14.0
)

// columns is the largest cell of a convolution in columns that fits, 0 where none does.
func (b *stager) columns() float64 {
	s := b.s
	if b.narrow || s.C == 1 || s.C > 4 || s.Maps > 2 {
		return 0
	}
	p, f := float64(s.N+2*s.Pad), float64(s.F)
	for k := largestCell; k >= smallestCell; k-- {
		w := float64(s.C)*(b.columnWidth(k)+columnGap) - columnGap + b.gap + float64(s.Edge)*k
		h := 2*stageLabel + (p+f)*k + 24 + stageFooter
		out := float64(s.Maps) * (float64(s.Edge)*k + stageLabel + 8)
		if w <= s.Width && max(h, out) <= b.tall {
			return k
		}
	}
	return 0
}

func (b *stager) columnWidth(k float64) float64 {
	return math.Max(float64(b.s.N+2*b.s.Pad)*k, 2*float64(b.s.F)*k+insideGap)
}

func (b *stager) layConvColumns(k float64) {
	s := b.s
	width, sheet := b.columnWidth(k), float64(s.F)*k
	below := 2*stageLabel + float64(s.N+2*s.Pad)*k
	for ch := range s.C {
		x := float64(ch) * (width + columnGap)
		b.heading(x, stageLabel, width, b.inputTitle(ch), Ink)
		b.inputSheet(ch, x, stageLabel, k, InputCell)
		b.heading(x, below, sheet, b.kernelTitle(ch), Ink)
		b.kernelSheet(b.map0, ch, x, below, k)
		px := x + width - sheet
		b.heading(px, below, sheet, b.productTitle(), Muted)
		b.productSheet(ch, px, below, k)
		if len(s.Sums) > ch && !s.Backward && !s.hidden() {
			b.text(px+sheet/2, below+sheet+17, 13, "Σ = "+b.number(s.Sums[ch]), Middle, Ink, false)
			if ch > 0 {
				b.text(x-columnGap/2, below+sheet+17, 16, "+", Middle, Muted, false)
			}
		}
	}
	b.footer(float64(s.C-1)*(width+columnGap), below+sheet+24, k)
	outX := float64(s.C)*(width+columnGap) - columnGap + b.gap
	bottom := below + sheet + 24 + stageFooter
	for m := range s.Maps {
		y := stageLabel + float64(m)*(float64(s.Edge)*k+stageLabel+8)
		b.heading(outX, y, float64(s.Edge)*k, b.outputTitle(m), Ink)
		b.outputSheet(m, outX, y, k, OutputCell)
		bottom = max(bottom, y+float64(s.Edge)*k+6)
	}
	if s.Look >= 0 {
		row, col := s.Look%(s.Edge*s.Edge)/s.Edge, s.Look%s.Edge
		for ch := range s.C {
			b.st.Frames = append(b.st.Frames, StageFrame{WindowFrame, ch, float64(ch)*(width+columnGap) + float64(col*s.S)*k,
				stageLabel + float64(row*s.S)*k, float64(s.D*(s.F-1)+1) * k})
		}
	}
	b.st.W, b.st.H = s.Width, bottom
}

// poolColumns is columns for a pooling: under each input its maxima and averages, and at
// the right the window.
func (b *stager) poolColumns(channels int) float64 {
	s := b.s
	if b.narrow || s.Backward || channels == 1 {
		return 0
	}
	for k := largestCell; k >= smallestCell; k-- {
		w := float64(channels)*(b.poolWidth(k)+columnGap) - columnGap + b.gap + float64(s.F)*k
		if h := 2*stageLabel + float64(s.N+2*s.Pad+s.Edge)*k + 8; w <= s.Width && h <= b.tall {
			return k
		}
	}
	return 0
}

func (b *stager) poolWidth(k float64) float64 {
	return math.Max(float64(b.s.N+2*b.s.Pad)*k, 2*float64(b.s.Edge)*k+insideGap)
}

func (b *stager) layPoolColumns(channels int, k float64) {
	s := b.s
	width, edge := b.poolWidth(k), float64(s.Edge)*k
	below := 2*stageLabel + float64(s.N+2*s.Pad)*k
	for ch := range channels {
		x := float64(ch) * (width + columnGap)
		b.heading(x, stageLabel, width, b.inputTitle(ch), Ink)
		b.inputSheet(ch, x, stageLabel, k, InputCell)
		if ch == b.map0 {
			b.poolFrame(0, x, stageLabel, k)
		}
		b.heading(x, below, edge, s.Words.Max, Ink)
		b.outputSheet(ch, x, below, k, OutputCell)
		b.heading(x+width-edge, below, edge, s.Words.Average, Ink)
		b.outputSheet(ch, x+width-edge, below, k, AverageCell)
	}
	b.poolWindow(float64(channels)*(width+columnGap)-columnGap+b.gap, stageLabel, k)
	b.st.W, b.st.H = s.Width, math.Max(below+edge, stageLabel+float64(s.F)*k+26)+8
}
