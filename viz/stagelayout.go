package viz

import (
	"math"
	"strconv"
)

const (
	stageLabel  = 22.0 // a heading above a sheet
	stageFooter = 56.0 // sum, bias and result under the last sheet
	stageEnd    = 6.0  // under all of it
	asideHeight = 60.0 // bias and result under the outputs, the line of the sums below them
	asideWidth  = 136.0
	stageNarrow = 560.0
	stageTall   = 620.0 // what a screen shows beside the transport, in CSS pixels
	largestCell = 72.0
	snugCell    = 36.0 // a stage is laid out tighter, to be seen whole, while its cells stay as large
	// smallestCell is where two digits and a sign still read at arm's length.
	smallestCell = 22.0
)

// LayoutStage places everything for a width in CSS pixels. Where all cells can be read it
// shows them all, the kernel beside the input and the outputs at the right (beneath, on a
// narrow screen). Otherwise volumes become tiles and a loupe shows the window's cells.
func LayoutStage(s StageSpec) Stage {
	b := &stager{s: s, narrow: s.Width < stageNarrow}
	b.inScale, b.outScale = orMagnitude(s.Scales.X, s.X), orMagnitude(s.Scales.Out, s.Out)
	if s.Backward {
		b.outScale = orMagnitude(s.Scales.G, s.G)
		b.dxScale = magnitude64(s.DX)
	}
	b.map0 = 0
	if s.Look >= 0 && s.Edge > 0 {
		b.map0 = s.Look / (s.Edge * s.Edge)
	}
	b.gap = 44
	if b.narrow {
		b.gap = 18
	}
	b.tall = s.Tall
	if b.tall == 0 {
		b.tall = stageTall
	}
	if s.Pool {
		b.layPool()
	} else {
		b.layConv()
	}
	return b.st
}

type stager struct {
	s                 StageSpec
	st                Stage
	narrow            bool
	gap               float64
	inScale, outScale float64
	dxScale           float64
	map0              int // the output channel of the window drawn
	tall              float64
}

// orMagnitude is what is known already, else magnitude.
func orMagnitude(known float64, x []float32) float64 {
	if known > 0 {
		return known
	}
	return magnitude(x)
}

// magnitude is the largest absolute value, 1 of none.
func magnitude(x []float32) float64 {
	m := 0.0
	for _, v := range x {
		m = max(m, math.Abs(float64(v)))
	}
	if m == 0 {
		return 1
	}
	return m
}

func magnitude64(x []float64) float64 {
	m := 0.0
	for _, v := range x {
		m = max(m, math.Abs(v))
	}
	if m == 0 {
		return 1
	}
	return m
}

// arrangement is one way of placing the sheets of a convolution.
type arrangement struct {
	beside  bool // products beside the kernel rather than under it
	cell    float64
	block   float64 // height of one channel's row, its heading included
	outCols int
	w, h    float64
	aside   bool // bias and result under the outputs, not under the products
}

// layConv tries products under and beside the kernel and takes what makes the larger
// cells; where neither can be read it lays out the compact stage.
func (b *stager) layConv() {
	best := b.arrangement(b.tall, false)
	if snug := b.s.Snug; !b.narrow && snug > 0 && best.h+stageEnd > snug {
		if a := b.arrangement(snug-stageEnd, true); a.cell >= snugCell {
			best = a
		}
	}
	columns := b.columns()
	padded := b.s.N + 2*b.s.Pad
	if max(best.cell, columns) < smallestCell || b.s.C*padded*padded+b.s.Maps*b.s.Edge*b.s.Edge > 420 {
		b.layConvCompact()
		return
	}
	if columns > 0 && columns >= best.cell {
		b.layConvColumns(columns)
		return
	}
	b.layConvFull(best)
}

// arrangement is the one with the larger cells that is at most tall; tight lets bias and
// result stand under the outputs where these leave room.
func (b *stager) arrangement(tall float64, tight bool) arrangement {
	best := arrangement{}
	for _, beside := range []bool{false, true} {
		if a := b.arrange(beside, tall, tight); a.cell > best.cell {
			best = a
		}
	}
	return best
}

func (b *stager) arrange(beside bool, tall float64, tight bool) arrangement {
	s := b.s
	p, f, edge := float64(s.N+2*s.Pad), float64(s.F), float64(s.Edge)
	for cell := largestCell; cell >= smallestCell; cell-- {
		a := arrangement{beside: beside, cell: cell}
		middle := 2*f*cell + stageLabel
		a.w = p*cell + b.gap + f*cell
		if beside {
			middle = f * cell
			a.w += b.gap + f*cell
		}
		a.block = stageLabel + max(p*cell, middle+24)
		inH := float64(s.C)*a.block + stageFooter
		if b.narrow {
			a.outCols = max(1, int((s.Width+b.gap)/(edge*cell+b.gap)))
			a.outCols = min(a.outCols, s.Maps)
			rows := math.Ceil(float64(s.Maps) / float64(a.outCols))
			a.h = inH + rows*(edge*cell+stageLabel+8)
			a.w = max(a.w, edge*cell)
			if a.w <= s.Width {
				return a
			}
			continue
		}
		for a.outCols = 1; a.outCols <= s.Maps; a.outCols++ {
			rows := math.Ceil(float64(s.Maps) / float64(a.outCols))
			outH := rows * (edge*cell + stageLabel + 8)
			a.h = max(inH, outH)
			// Room under the outputs for the bias, and beside it for the result.
			a.aside = tight && outH <= inH-stageFooter-asideHeight && a.w+b.gap+asideWidth <= s.Width
			if a.aside {
				a.h = inH - stageFooter
			}
			w := a.w + b.gap + float64(a.outCols)*(edge*cell+16) - 16
			if w <= s.Width && a.h <= tall {
				a.w = w
				return a
			}
		}
	}
	return arrangement{}
}

func (b *stager) layConvFull(a arrangement) {
	s, k := b.s, a.cell
	x0 := 0.0
	padded := float64(s.N+2*s.Pad) * k
	kx := x0 + padded + b.gap
	px, outX := kx, kx+float64(s.F)*k+b.gap
	if a.beside {
		px = kx + float64(s.F)*k + b.gap
		outX = px + float64(s.F)*k + b.gap
	}
	for ch := range s.C {
		top := float64(ch)*a.block + stageLabel
		b.heading(x0, top, padded, b.inputTitle(ch), Ink)
		b.inputSheet(ch, x0, top, k, InputCell)
		b.heading(kx, top, float64(s.F)*k, b.kernelTitle(ch), Ink)
		b.kernelSheet(b.map0, ch, kx, top, k)
		py := top
		if !a.beside {
			py = top + float64(s.F)*k + stageLabel
		}
		b.operators(ch, x0+padded, kx, px, top, py, k, a.beside)
		b.heading(px, py, float64(s.F)*k, b.productTitle(), Muted)
		b.productSheet(ch, px, py, k)
		if len(s.Sums) > ch && !s.Backward && !s.hidden() {
			b.text(px+float64(s.F)*k/2, py+float64(s.F)*k+17, 13, "Σ = "+b.number(s.Sums[ch]), Middle, Ink, s.C == 1)
		}
	}
	if a.aside {
		b.footer(outX, float64(s.C)*a.block-asideHeight, k)
	} else {
		b.footer(kx, float64(s.C)*a.block+8, k)
	}
	outY := stageLabel
	if b.narrow {
		outX, outY = 0, float64(s.C)*a.block+stageFooter+stageLabel
	}
	for m := range s.Maps {
		x := outX + float64(m%a.outCols)*(float64(s.Edge)*k+16)
		y := outY + float64(m/a.outCols)*(float64(s.Edge)*k+stageLabel+8)
		b.heading(x, y, float64(s.Edge)*k, b.outputTitle(m), Ink)
		b.outputSheet(m, x, y, k, OutputCell)
	}
	b.windowFrames(x0, stageLabel, a.block, k)
	b.st.W, b.st.H = s.Width, a.h+stageEnd
}

// operators are the signs between the sheets of a channel's row.
func (b *stager) operators(ch int, inEnd, kx, px, top, py, k float64, beside bool) {
	if b.s.Backward {
		return // nothing there is the product of its neighbours
	}
	mid := top + float64(b.s.F)*k/2 + 6
	b.text((inEnd+kx)/2, mid, 18, "∗", Middle, Muted, false)
	if beside {
		b.text((kx+float64(b.s.F)*k+px)/2, mid, 18, "=", Middle, Muted, false)
	}
}

// footer is the bias and, in the result's colour, the sum.
func (b *stager) footer(x, y, k float64) {
	s := b.s
	if len(s.B) == 0 || b.map0 >= len(s.B) {
		return
	}
	size := min(k, 36)
	c := StageCell{Role: BiasCell, Filter: b.map0, X: x, Y: y, Size: size}
	b.write(&c, float64(s.B[b.map0]))
	name := s.Words.Bias
	if s.Backward {
		name = s.Words.DB
		c.Corner = b.cornerNumber(float64(s.B[b.map0]), size)
		b.write(&c, s.DB[b.map0])
	}
	b.text(x-8, y+size/2+5, 13, name, End, Muted, false)
	b.st.Cells = append(b.st.Cells, c)
	if s.Look >= 0 && !s.Backward && !s.Wait {
		result := "= " + b.number(s.Total)
		if s.Ask {
			result = "= ?"
		}
		b.text(x+size+10, y+size/2+7, 20, result, Start, Result, true)
	}
}

// windowFrames draws the window on every channel of the input, and the cell written.
func (b *stager) windowFrames(x, y, block, k float64) {
	s := b.s
	if s.Look < 0 {
		return
	}
	row, col := s.Look%(s.Edge*s.Edge)/s.Edge, s.Look%s.Edge
	reach := float64(s.D*(s.F-1) + 1)
	for ch := range s.C {
		if s.Pool && ch != b.map0 {
			continue
		}
		id := ch
		if s.Pool {
			id = 0
		}
		b.st.Frames = append(b.st.Frames, StageFrame{WindowFrame, id,
			x + float64(col*s.S)*k, y + float64(ch)*block + float64(row*s.S)*k, reach * k})
	}
}

func (b *stager) inputTitle(ch int) string {
	name := b.s.Words.Input
	if b.s.Backward {
		name = b.s.Words.DX
	}
	if b.s.C > 1 {
		return name + " · " + b.s.Words.Channel + " " + strconv.Itoa(ch+1)
	}
	return name
}

func (b *stager) kernelTitle(ch int) string {
	name := b.s.Words.Kernel
	if b.s.Backward {
		name = b.s.Words.DW
	}
	switch {
	case b.s.Maps > 1 && b.s.Backward:
		return name + " · " + b.s.Words.Filter + " " + strconv.Itoa(b.map0+1)
	case b.s.Maps > 1:
		return b.s.Words.Filter + " " + strconv.Itoa(b.map0+1)
	}
	return name
}

func (b *stager) productTitle() string {
	if b.s.Backward {
		return b.s.Words.GX
	}
	return b.s.Words.Products
}

func (b *stager) outputTitle(m int) string {
	name := b.s.Words.Output
	if b.s.Backward {
		name = b.s.Words.Gradient
	}
	if b.s.Maps > 1 {
		return name + " " + strconv.Itoa(m+1)
	}
	return name
}
