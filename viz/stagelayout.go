package viz

import (
	"math"
	"strconv"
)

// Measures of the stage, in CSS pixels.
const (
	stageNarrow = 560.0 // below this width sheets stand beneath each other
	stageHeight = 620.0 // what a screen shows beside the transport
	wideGap     = 44.0  // between the sheets of a wide stage
	narrowGap   = 18.0  // and of a narrow one

	headingHeight = 22.0 // the line of a heading above a sheet
	sumHeight     = 24.0 // the line of a sum below a sheet
	footerHeight  = 56.0 // bias and result below the last sheet
	footerGap     = 8.0  // above the footer
	stageEnd      = 6.0  // free below everything
	mapGap        = 16.0 // between output maps beside each other
	mapEnd        = 8.0  // free below an output map

	// Where outputs leave room below them, bias and result can stand there.
	asideHeight = 60.0 // bias and result, and below them the line of the sums
	asideWidth  = 136.0
)

// Sizes of cells, in CSS pixels.
const (
	largestCell  = 72.0
	smallestCell = 22.0 // two digits and a sign still read at arm's length
	// A stage is laid out tighter, to be seen whole, only while its cells stay this large.
	wholeCell    = 36.0
	largestBias  = 36.0 // the cell of the bias
	fullMaxCells = 420  // with more cells than this, volumes become tiles
)

// Font sizes of the texts between the sheets, in CSS pixels.
const (
	labelSize    = 13.0 // headings, sums and notes
	smallestSize = 10.0 // to which a heading shrinks
	operatorSize = 18.0 // ∗ and = between sheets
	resultSize   = 20.0
)

// LayoutStage places everything for a width in CSS pixels. Where all cells can be read it
// shows them all, the kernel beside the input and the outputs at the right (beneath, on a
// narrow screen). Otherwise volumes become tiles and a loupe shows the window's cells.
// It panics where a slice of the spec is shorter than its shape says.
func LayoutStage(s StageSpec) Stage {
	b := &stageBuilder{s: s, narrow: s.Limits.narrow(), gap: wideGap, scales: tintScalesOf(s)}
	if s.Window.At >= 0 && s.Edge > 0 {
		b.drawn, _, _ = s.output(s.Window.At)
	}
	if b.narrow {
		b.gap = narrowGap
	}
	b.st.W = s.Limits.Width
	if s.Pool {
		b.st.H = b.layPool()
	} else {
		b.st.H = b.layConv()
	}
	return b.st
}

// A stageBuilder adds the parts of a stage one by one. Its methods whose names begin with
// lay return the height that the stage has then.
type stageBuilder struct {
	s      StageSpec
	st     Stage // what was added
	narrow bool
	gap    float64 // between sheets
	scales tintScales
	drawn  int // the output channel of the window drawn
}

// tintScales are the values at which the tint of each kind of number is full.
type tintScales struct {
	in, weight, out float64
	dx, dxAvg, dw   float64
}

func tintScalesOf(s StageSpec) tintScales {
	scales := tintScales{in: orMagnitude(s.Scales.X, s.Values.X), weight: orMagnitude(s.Scales.W, s.Values.W)}
	switch {
	case s.Backward:
		scales.out = orMagnitude(s.Scales.G, s.Grads.G)
		scales.dx, scales.dxAvg, scales.dw = magnitude(s.Grads.DX), magnitude(s.Grads.DXAvg), magnitude(s.Grads.DW)
	case s.Pool:
		scales.out = scales.in // a maximum is one of the inputs
	default:
		scales.out = orMagnitude(s.Scales.Out, s.Values.Out)
	}
	return scales
}

// orMagnitude is the known magnitude, unless that is 0, else the magnitude of x.
func orMagnitude(known float64, x []float32) float64 {
	if known > 0 {
		return known
	}
	return magnitude(x)
}

// magnitude is the largest absolute value, and 1 where all are 0 or there is none.
func magnitude[T float32 | float64](x []T) float64 {
	m := 0.0
	for _, v := range x {
		m = max(m, math.Abs(float64(v)))
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

// layConv tries products under and beside the kernel, and columns, and takes what has the
// largest cells. Where none can be read it lays out the compact stage.
func (b *stageBuilder) layConv() float64 {
	s := &b.s
	best := b.arrangement(s.Limits.height(), false)
	if whole := s.Limits.Whole; !b.narrow && whole > 0 && best.h+stageEnd > whole {
		if a := b.arrangement(whole-stageEnd, true); a.cell >= wholeCell {
			best = a
		}
	}
	columns := b.convColumnCell()
	if max(best.cell, columns) < smallestCell || s.C*s.padded()*s.padded()+s.Maps*s.area() > fullMaxCells {
		return b.layConvCompact()
	}
	if columns > 0 && columns >= best.cell {
		return b.layConvColumns(columns)
	}
	return b.layConvFull(best)
}

// arrangement is the arrangement with the larger cells, at most tall pixels high. With tight,
// bias and result may stand under the outputs where there is room.
func (b *stageBuilder) arrangement(tall float64, tight bool) arrangement {
	best := arrangement{}
	for _, beside := range []bool{false, true} {
		if a := b.arrange(beside, tall, tight); a.cell > best.cell {
			best = a
		}
	}
	return best
}

// arrange finds the largest cells with which products beside the kernel, or under it, fit.
// Where none do, the arrangement is zero.
func (b *stageBuilder) arrange(beside bool, tall float64, tight bool) arrangement {
	s := &b.s
	p, f, edge := float64(s.padded()), float64(s.F), float64(s.Edge)
	for cell := largestCell; cell >= smallestCell; cell-- {
		a := arrangement{beside: beside, cell: cell}
		middle := 2*f*cell + headingHeight
		a.w = p*cell + b.gap + f*cell
		if beside {
			middle = f * cell
			a.w += b.gap + f*cell
		}
		a.block = headingHeight + max(p*cell, middle+sumHeight)
		inH := float64(s.C)*a.block + footerHeight
		if b.narrow {
			a.outCols = max(1, int((s.Limits.Width+b.gap)/(edge*cell+b.gap)))
			a.outCols = min(a.outCols, s.Maps)
			a.h = inH + b.mapsHeight(a.outCols, cell)
			a.w = max(a.w, edge*cell)
			if a.w <= s.Limits.Width {
				return a
			}
			continue
		}
		for a.outCols = 1; a.outCols <= s.Maps; a.outCols++ {
			outH := b.mapsHeight(a.outCols, cell)
			a.h = max(inH, outH)
			// Room under the outputs for the bias, and beside it for the result.
			a.aside = tight && outH <= inH-footerHeight-asideHeight && a.w+b.gap+asideWidth <= s.Limits.Width
			if a.aside {
				a.h = inH - footerHeight
			}
			w := a.w + b.gap + float64(a.outCols)*(edge*cell+mapGap) - mapGap
			if w <= s.Limits.Width && a.h <= tall {
				a.w = w
				return a
			}
		}
	}
	return arrangement{}
}

// mapPitch is from one output map to the one below it.
func (b *stageBuilder) mapPitch(k float64) float64 {
	return float64(b.s.Edge)*k + headingHeight + mapEnd
}

// mapsHeight is the height of all output maps in a number of columns.
func (b *stageBuilder) mapsHeight(columns int, k float64) float64 {
	return math.Ceil(float64(b.s.Maps)/float64(columns)) * b.mapPitch(k)
}

func (b *stageBuilder) layConvFull(a arrangement) float64 {
	s, k := b.s, a.cell
	padded, sheet, edge := float64(s.padded())*k, float64(s.F)*k, float64(s.Edge)*k
	kx := padded + b.gap
	px, outX := kx, kx+sheet+b.gap
	if a.beside {
		px = kx + sheet + b.gap
		outX = px + sheet + b.gap
	}
	for ch := range s.C {
		top := float64(ch)*a.block + headingHeight
		b.heading(0, top, padded, b.inputTitle(ch), Ink)
		b.inputSheet(ch, 0, top, k, InputCell)
		b.heading(kx, top, sheet, b.kernelTitle(), Ink)
		b.kernelSheet(b.drawn, ch, kx, top, k)
		py := top
		if !a.beside {
			py = top + sheet + headingHeight
		}
		if !s.Backward { // where nothing is the product of its neighbours
			mid := top + sheet/2 + operatorDrop
			b.operator("∗", (padded+kx)/2, mid)
			if a.beside {
				b.operator("=", (kx+sheet+px)/2, mid)
			}
		}
		b.heading(px, py, sheet, b.productTitle(), Muted)
		b.productSheet(ch, px, py, k)
		b.sum(ch, px+sheet/2, py+sheet+sumDrop, s.C == 1)
	}
	if a.aside {
		b.footer(outX, float64(s.C)*a.block-asideHeight, k)
	} else {
		b.footer(kx, float64(s.C)*a.block+footerGap, k)
	}
	outY := headingHeight
	if b.narrow {
		outX, outY = 0, float64(s.C)*a.block+footerHeight+headingHeight
	}
	for m := range s.Maps {
		x := outX + float64(m%a.outCols)*(edge+mapGap)
		y := outY + float64(m/a.outCols)*b.mapPitch(k)
		b.heading(x, y, edge, b.outputTitle(m), Ink)
		b.outputSheet(m, x, y, k, OutputCell)
	}
	for ch := range s.C {
		b.windowFrame(ch, 0, headingHeight+float64(ch)*a.block, k)
	}
	return a.h + stageEnd
}

func (b *stageBuilder) inputTitle(ch int) string {
	name := b.s.Words.Input
	if b.s.Backward {
		name = b.s.Words.DX
	}
	if b.s.C > 1 {
		return name + " · " + b.s.Words.Channel + " " + strconv.Itoa(ch+1)
	}
	return name
}

func (b *stageBuilder) kernelTitle() string {
	name := b.s.Words.Kernel
	if b.s.Backward {
		name = b.s.Words.DW
	}
	switch {
	case b.s.Maps > 1 && b.s.Backward:
		return name + " · " + b.s.Words.Filter + " " + strconv.Itoa(b.drawn+1)
	case b.s.Maps > 1:
		return b.s.Words.Filter + " " + strconv.Itoa(b.drawn+1)
	}
	return name
}

func (b *stageBuilder) productTitle() string {
	if b.s.Backward {
		return b.s.Words.GX
	}
	return b.s.Words.Products
}

func (b *stageBuilder) outputTitle(m int) string {
	name := b.s.Words.Output
	if b.s.Backward {
		name = b.s.Words.Gradient
	}
	if b.s.Maps > 1 {
		return name + " " + strconv.Itoa(m+1)
	}
	return name
}
