package sharelab

import (
	"stridelab/app/lang"
	"stridelab/app/ui"
	"stridelab/viz"
)

// eye is the number that is looked at: an input or an output.
type eye struct {
	Input bool
	At    Cell
}

// middle returns the output that is looked at first.
func (s Setting) middle() eye { return eye{At: Cell{0, (s.H - s.F) / 2, (s.W - s.F) / 2}} }

// volume returns the size of the input or of the output.
func (s Setting) volume(input bool) (sheets, rows, cols int) {
	if input {
		return s.C, s.H, s.W
	}
	return s.Filters, s.H - s.F + 1, s.W - s.F + 1
}

// holds reports whether the eye is on a cell that exists.
func (s Setting) holds(e eye) bool {
	sheets, rows, cols := s.volume(e.Input)
	return e.At.C >= 0 && e.At.C < sheets && e.At.Y >= 0 && e.At.Y < rows && e.At.X >= 0 && e.At.X < cols
}

// move moves the eye by cells. Past the side of a sheet it continues on the next one.
func (s Setting) move(e eye, dy, dx int) eye {
	sheets, rows, cols := s.volume(e.Input)
	to := e
	to.At.Y, to.At.X = min(max(e.At.Y+dy, 0), rows-1), e.At.X+dx
	switch {
	case to.At.X >= cols && to.At.C < sheets-1:
		to.At.C, to.At.X = to.At.C+1, 0
	case to.At.X < 0 && to.At.C > 0:
		to.At.C, to.At.X = to.At.C-1, cols-1
	}
	to.At.X = min(max(to.At.X, 0), cols-1)
	return to
}

// lit returns how many numbers the eye's number depends on, or for an input how many depend on it:
// in the convolution, and in the dense layer. There it is all of them.
func (s Setting) lit(e eye) (sparse, dense int) {
	if e.Input {
		n, rows, cols := s.volume(false)
		return s.outputs(e.At).Size(), n * rows * cols
	}
	return s.inputs(e.At).Size(), s.H * s.W * s.C
}

// connections is the layout of the picture of which inputs and outputs are connected: the
// convolution and the dense layer beside each other, or below each other in a narrow picture. Each
// has its input above its output. Both are laid out alike, so that the eye can be on either.
type connections struct {
	s     Setting
	parts [2]part // convolution, dense
	w, h  float64
	k     float64 // how many times larger than 16 px the page's type is
}

// part is one of the two layers.
type part struct {
	x, y, width float64
	in, out     viz.Sheets
	wordsOut    float64 // the baseline of the text above the outputs
}

// The heights of the texts above a part and above each volume, and the distance of two parts.
const (
	headRoom = 26
	wordRoom = 22
	partGap  = 32
)

// layConnections lays out both layers for a width in CSS pixels, and for type k times as large as
// 16 px.
func layConnections(s Setting, width, k float64) connections {
	c := connections{s: s, w: width, k: k}
	each, beside := width-2, width >= 560 // a pixel on each side is for the borders
	if beside {
		each = (width - 2 - partGap) / 2
	}
	y := 0.0
	for i := range c.parts {
		p := part{x: 1, y: y, width: each}
		if beside {
			p.x += float64(i) * (each + partGap)
		}
		p.in = viz.LaySheets(p.x, p.y+(headRoom+wordRoom)*k, each, s.C, s.H, s.W, 4, 26*k)
		p.wordsOut = p.in.Bottom() + wordRoom*k + 8
		_, rows, cols := s.volume(false)
		perRow := 4
		if s.Filters == 5 || s.Filters == 6 {
			perRow = 3 // two even rows
		}
		p.out = viz.LaySheets(p.x, p.wordsOut+8, each, s.Filters, rows, cols, perRow, 26*k)
		c.parts[i] = p
		c.h = p.out.Bottom() + 4
		if !beside {
			y = c.h + partGap/2
		}
	}
	return c
}

// find returns the number at a point of the picture.
func (c connections) find(x, y float64) (e eye, ok bool) {
	for _, p := range c.parts {
		if ch, row, col, ok := p.in.Find(x, y); ok {
			return eye{true, Cell{ch, row, col}}, true
		}
		if ch, row, col, ok := p.out.Find(x, y); ok {
			return eye{false, Cell{ch, row, col}}, true
		}
	}
	return eye{}, false
}

// scene draws the picture with the eye on a number.
func (c connections) scene(e eye, l lang.Lang) viz.Scene {
	sc := viz.Scene{W: c.w, H: c.h, Title: c.title(e, l)}
	sparse, dense := c.s.lit(e)
	words := []string{text.Convolution.In(l), text.Dense.In(l)}
	for i, p := range c.parts {
		lit := sparse
		if i == 1 {
			lit = dense
		}
		count := ui.Count(int64(lit)) + " / " + ui.Count(int64(dense))
		sc.Add(viz.Text{X: p.x, Y: p.y + 16*c.k, S: words[i], Size: 15 * c.k, Bold: true})
		inWords, outWords := text.Inputs.With(l, size(c.s.H, c.s.W, c.s.C)), ""
		_, rows, cols := c.s.volume(false)
		outWords = text.Outputs.With(l, size(rows, cols, c.s.Filters))
		far, farY := p.in, p.y+(headRoom+14)*c.k
		if e.Input {
			far, farY = p.out, p.wordsOut
		}
		sc.Add(viz.Text{X: p.x, Y: p.y + (headRoom+14)*c.k, S: inWords, Size: 13 * c.k, Paint: viz.Fill(viz.Muted)})
		sc.Add(viz.Text{X: p.x, Y: p.wordsOut, S: outWords, Size: 13 * c.k, Paint: viz.Fill(viz.Muted)})
		edge := far.Box(far.PerRow-1, 0, 0, far.Rows, far.Cols)
		right := min(p.x+p.width, max(edge.X+edge.W, p.x+viz.TextWidth(inWords+outWords, 13*c.k)+8))
		sc.Add(viz.Text{X: right, Y: farY, S: count, Size: 14 * c.k, Anchor: viz.End, Bold: true, Paint: viz.Fill(viz.Accent)})
		sc.Add(p.in.Grid()...)
		sc.Add(p.out.Grid()...)
		box := c.s.inputs(e.At)
		if e.Input {
			box = c.s.outputs(e.At)
		}
		if i == 1 {
			box = Box{Sheets: far.N, Rows: far.Rows, Cols: far.Cols}
		}
		for sheet := range box.Sheets {
			r := far.Box(box.C+sheet, box.Y, box.X, box.Rows, box.Cols)
			r.Fill = viz.Paint{Role: viz.Accent, Alpha: 0.55}
			r.Stroke = viz.Stroke{Paint: viz.Fill(viz.Accent), Width: 2}
			sc.Add(r)
		}
		sc.Add(p.in.Border()...)
		sc.Add(p.out.Border()...)
		near := p.out
		if e.Input {
			near = p.in
		}
		r := near.Box(e.At.C, e.At.Y, e.At.X, 1, 1)
		r.Fill = viz.Fill(viz.Result)
		sc.Add(r)
		// A ring, because a cell of three pixels is hard to find.
		if r.W < 16 {
			sc.Add(viz.Polyline{Points: ring(r.X+r.W/2, r.Y+r.H/2, max(9, r.W)), Closed: true, Stroke: viz.Stroke{Paint: viz.Fill(viz.Result), Width: 2}})
		}
	}
	return sc
}

// ring returns the corners of a diamond around a point.
func ring(x, y, r float64) []viz.Point {
	return []viz.Point{{X: x, Y: y - r}, {X: x + r, Y: y}, {X: x, Y: y + r}, {X: x - r, Y: y}}
}

// title describes the picture in a sentence.
func (c connections) title(e eye, l lang.Lang) string {
	sparse, dense := c.s.lit(e)
	said := text.OutputDepends
	if e.Input {
		said = text.InputReaches
	}
	return said.With(l, e.At.C+1, e.At.Y+1, e.At.X+1, ui.Count(int64(sparse)), ui.Count(int64(dense)), percent(float64(sparse)/float64(dense)))
}
