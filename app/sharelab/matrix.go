package sharelab

import (
	"html"
	"math"
	"strconv"
	"strings"

	"stridelab/app/lang"
)

// spotKind says what a place in the matrix view is.
type spotKind uint8

const (
	nowhere spotKind = iota
	inputCell
	kernelCell
	outputCell
	entryCell // of the matrix
)

// spot is a cell of the matrix view. I counts the cells of its grid. For an entry of the matrix, I
// is the row and J the column.
type spot struct {
	Kind spotKind
	I, J int
}

// matrixView is the layout of the matrix view. Above are input, kernel and output. Below them is
// the matrix, with the input as a row over it and the output as a column beside it.
type matrixView struct {
	s                       Small
	cell, q                 float64 // edges of a cell: above, and in the matrix
	inX, kernelX, outX, top float64
	left, rowsTop           float64 // of the matrix
	overTop, besideX        float64
	w, h                    float64
	// How many times larger than 16 px the page's type is. All other lengths are in CSS pixels at
	// 16 px.
	k float64
}

// layMatrix lays out the view for a width in CSS pixels, and for type k times as large as 16 px. If
// the numbers would be too small to read, the view is wider than that, and scrolls.
func layMatrix(s Small, width, k float64) matrixView {
	width /= k
	cols, rows := float64(s.N*s.N), float64(s.edge()*s.edge())
	v := matrixView{s: s, cell: 32, top: 24, left: 4, k: k}
	if width < 480 {
		v.cell = 26
	}
	v.inX = 4
	v.kernelX = v.inX + float64(s.N)*v.cell + 36
	v.outX = v.kernelX + float64(s.K)*v.cell + 36
	least := 19.0
	if s.N > 6 {
		least = 14
	}
	v.q = math.Floor(min(max((width-28)/(cols+2), least), 30))
	v.overTop = v.top + float64(max(s.N, s.K))*v.cell + 34
	v.rowsTop = v.overTop + v.q + 12
	v.besideX = v.left + cols*v.q + 12
	v.w = max(v.besideX+max(v.q, 26)+4, v.outX+float64(s.edge())*v.cell+4)
	v.h = v.rowsTop + rows*v.q + 6
	return v
}

// grid finds the cell at (x, y) in a grid of cols×rows square cells. left and top are the corner of
// the grid, cell is the edge of a cell.
func grid(x, y, left, top, cell float64, cols, rows int) (i int, ok bool) {
	col, row := int(math.Floor((x-left)/cell)), int(math.Floor((y-top)/cell))
	return row*cols + col, col >= 0 && col < cols && row >= 0 && row < rows
}

// find returns the cell at a point of the drawing, in CSS pixels. The zero spot is none.
func (v matrixView) find(x, y float64) spot {
	x, y = x/v.k, y/v.k
	s, o := v.s, v.s.edge()
	if i, ok := grid(x, y, v.inX, v.top, v.cell, s.N, s.N); ok {
		return spot{Kind: inputCell, I: i}
	}
	if i, ok := grid(x, y, v.kernelX, v.top, v.cell, s.K, s.K); ok {
		return spot{Kind: kernelCell, I: i}
	}
	if i, ok := grid(x, y, v.outX, v.top, v.cell, o, o); ok {
		return spot{Kind: outputCell, I: i}
	}
	if i, ok := grid(x, y, v.left, v.overTop, v.q, s.N*s.N, 1); ok {
		return spot{Kind: inputCell, I: i}
	}
	if i, ok := grid(x, y, v.besideX, v.rowsTop, v.q, 1, o*o); ok {
		return spot{Kind: outputCell, I: i}
	}
	if i, ok := grid(x, y, v.left, v.rowsTop, v.q, s.N*s.N, o*o); ok {
		return spot{Kind: entryCell, I: i / (s.N * s.N), J: i % (s.N * s.N)}
	}
	return spot{}
}

// draw returns the view as SVG: the window at row, and what belongs to the cell that the pointer is
// at:
//
//	an output, an entry   its row, and its window on the input
//	an input              its column, and the outputs that read it
//	a kernel weight       every copy of it in the matrix
func (v matrixView) draw(row int, at spot, l lang.Lang) string {
	s, o := v.s, v.s.edge()
	u, x, y := s.matrix(), s.input(), s.outputs()
	if at.Kind == outputCell || at.Kind == entryCell {
		row = at.I
	}
	col, weight := -1, -1
	switch at.Kind {
	case inputCell:
		col = at.I
	case entryCell:
		weight = u.index(at.I, at.J)
	case kernelCell:
		weight = at.I
	}
	d := &drawing{}
	d.b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="viz matrix-svg" role="img" aria-label="` + html.EscapeString(v.title(row, l)) +
		`" width="` + num(v.w*v.k) + `" height="` + num(v.h*v.k) + `" viewBox="0 0 ` + num(v.w) + " " + num(v.h) + `">`)
	d.word(v.inX, v.top-8, text.MatrixInput.With(l, s.N))
	d.word(v.kernelX, v.top-8, text.MatrixKernel.With(l, s.K))
	d.word(v.outX, v.top-8, text.MatrixOutput.With(l, o))
	d.word(v.left, v.overTop-8, text.MatrixWords.With(l, o*o, s.N*s.N))
	midY := v.top + float64(s.N)*v.cell/2 + 5
	d.text(v.kernelX-18, midY, "∗", 18, "f-muted")
	d.text(v.outX-18, midY, "=", 18, "f-muted")

	for i, value := range x {
		lit := col == i
		d.cell("input-cell", i/s.N, i%s.N, v.inX+float64(i%s.N)*v.cell, v.top+float64(i/s.N)*v.cell, v.cell, strconv.Itoa(value), 0, lit)
		d.cell("input-entry", 0, i, v.left+float64(i)*v.q, v.overTop, v.q, strconv.Itoa(value), 0, lit)
	}
	for i := range s.K * s.K {
		value := int(s.Kernel[i])
		d.cell("kernel-cell", i/s.K, i%s.K, v.kernelX+float64(i%s.K)*v.cell, v.top+float64(i/s.K)*v.cell, v.cell, signed(value), value, weight == i)
	}
	for i, value := range y {
		lit := col >= 0 && u.index(i, col) >= 0
		d.cell("output-cell", i/o, i%o, v.outX+float64(i%o)*v.cell, v.top+float64(i/o)*v.cell, v.cell, signed(value), 0, lit)
		d.cell("output-entry", i, 0, v.besideX, v.rowsTop+float64(i)*v.q, v.q, signed(value), 0, lit)
	}
	// The matrix. Its blanks are one background with lines; only weights are cells.
	d.ground(v.left, v.rowsTop, v.q, s.N*s.N, o*o)
	for r := range o * o {
		for c := range x {
			if k := u.index(r, c); k >= 0 {
				value := int(s.Kernel[k])
				d.cell("matrix-cell", r, c, v.left+float64(c)*v.q, v.rowsTop+float64(r)*v.q, v.q, signed(value), value, weight == k || col == c)
			}
		}
	}
	// The present window and result, over everything else.
	d.frame("accent", v.inX+float64(row%o)*v.cell, v.top+float64(row/o)*v.cell, float64(s.K)*v.cell, float64(s.K)*v.cell)
	d.frame("accent", v.left, v.rowsTop+float64(row)*v.q, float64(s.N*s.N)*v.q, v.q)
	d.frame("result", v.outX+float64(row%o)*v.cell, v.top+float64(row/o)*v.cell, v.cell, v.cell)
	d.frame("result", v.besideX, v.rowsTop+float64(row)*v.q, v.q, v.q)
	if col >= 0 {
		d.frame("ink", v.left+float64(col)*v.q, v.overTop, v.q, v.rowsTop-v.overTop+float64(o*o)*v.q)
	}
	return d.b.String() + "</svg>"
}

// title describes a row in a sentence.
func (v matrixView) title(row int, l lang.Lang) string {
	o := v.s.edge()
	return text.RowSays.With(l, row+1, o*o, row/o+1, row%o+1, v.s.K*v.s.K, v.s.N*v.s.N, signed(v.s.outputs()[row]))
}

// drawing collects SVG.
type drawing struct{ b strings.Builder }

// num writes a coordinate with at most one decimal.
func num(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// word writes a label, which begins at (x, y).
func (d *drawing) word(x, y float64, s string) {
	d.b.WriteString(`<text class="word f-muted" font-size="13" x="` + num(x) + `" y="` + num(y) + `">` + html.EscapeString(s) + "</text>")
}

// text writes a text whose middle is at x. s is not escaped.
func (d *drawing) text(x, y float64, s string, size float64, class string) {
	d.b.WriteString(`<text class="` + class + `" text-anchor="middle" font-size="` + num(size) + `" x="` + num(x) + `" y="` + num(y) + `">` + s + "</text>")
}

// cell draws a number in a square. If weight is not 0, it colours the square as all labs colour
// signed values, so that equal weights have equal colours.
func (d *drawing) cell(hook string, row, col int, x, y, edge float64, said string, weight int, lit bool) {
	class, fill, opacity := "mcell", "f-paper", ""
	if lit {
		class += " lit"
	}
	if weight != 0 {
		fill = "f-positive"
		if weight < 0 {
			fill, weight = "f-negative", -weight
		}
		opacity = ` fill-opacity="` + num(0.1+0.06*float64(weight)) + `"`
	}
	d.b.WriteString(`<g class="` + class + `" data-test="` + hook + `" data-channel="0" data-row="` + strconv.Itoa(row) + `" data-col="` + strconv.Itoa(col) +
		`" data-value="` + strings.ReplaceAll(said, "−", "-") + `"><rect class="ground ` + fill + `"` + opacity + ` x="` + num(x) + `" y="` + num(y) +
		`" width="` + num(edge) + `" height="` + num(edge) + `"/>`)
	if edge >= 18 {
		size := edge * 0.46
		if len(said) > 4 { // a minus sign has three bytes
			size = edge * 0.38
		}
		d.text(x+edge/2, y+edge/2+size*0.36, said, size, "f-ink")
	}
	d.b.WriteString("</g>")
}

// ground draws the grid of the empty matrix.
func (d *drawing) ground(x, y, q float64, cols, rows int) {
	var p strings.Builder
	for i := 0; i <= cols; i++ {
		p.WriteString("M" + num(x+float64(i)*q) + " " + num(y) + "v" + num(float64(rows)*q))
	}
	for i := 0; i <= rows; i++ {
		p.WriteString("M" + num(x) + " " + num(y+float64(i)*q) + "h" + num(float64(cols)*q))
	}
	d.b.WriteString(`<path class="s-faint" fill="none" d="` + p.String() + `"/>`)
}

// frame draws a border in the colour of a role.
func (d *drawing) frame(role string, x, y, w, h float64) {
	d.b.WriteString(`<rect class="s-` + role + `" fill="none" stroke-width="2.5" x="` + num(x) + `" y="` + num(y) + `" width="` + num(w) + `" height="` + num(h) + `"/>`)
}
