package viz

import "stridelab/nn"

// NetStage is the drawing of a network between its input and its answer: a column for each layer,
// from left to right. It is plain data in CSS pixels and holds no activations. Package netstage
// paints them into the places that it names.
type NetStage struct {
	W, H    float64 // W is larger than the box where the smallest tiles need more room
	Font    float64
	Columns []NetColumn
	net     nn.Spec
	rows    []nn.Row
}

// NetColumnKind says how a column shows the numbers of its layer.
type NetColumnKind uint8

// The kinds of column.
const (
	NetMaps   NetColumnKind = iota // a tile for each channel
	NetStrip                       // a cell for each number of a vector
	NetInput                       // one tile: the image, in colour if it has three channels
	NetAnswer                      // a bar for each class
)

// NetColumn is the place of one layer. Its parts are the tiles, cells or bars that it shows. They
// stand in a grid, from left to right in tiles and from top to bottom in strips.
type NetColumn struct {
	Kind     NetColumnKind
	Row      int  // of nn.Spec.Table: the layer whose output it shows
	Unrolled bool // it shows the maps of Row as the vector that the dense layer after it reads
	Name     string
	Shape    nn.Shape // of the output that it shows

	X, Y, W, H float64 // around its parts

	Parts        int     // how many parts it shows
	Left         int     // how many it leaves out
	Cols, Lines  int     // of the grid of parts
	PartW, PartH float64 // of one part
	Gap          float64 // between parts

	Head, Note, More Text // name and shape above, "+ 48" below; Note and More may be empty
}

// Part is the place of a part, counted from 0.
func (c *NetColumn) Part(i int) (x, y, w, h float64) {
	col, line := i%c.Cols, i/c.Cols
	if c.Kind == NetStrip {
		col, line = i/c.Lines, i%c.Lines
	}
	return c.X + float64(col)*(c.PartW+c.Gap), c.Y + float64(line)*(c.PartH+c.Gap), c.PartW, c.PartH
}

// Channels is the number of channels, units or classes of the layer. Those of an input are one
// part.
func (c *NetColumn) Channels() int {
	if c.Kind == NetStrip && c.Unrolled {
		return c.Shape.Size()
	}
	return c.Shape.C
}

// Cells is the number of rows and columns that can be told apart within a part.
func (c *NetColumn) Cells() (rows, cols int) {
	if c.Kind == NetMaps || c.Kind == NetInput {
		return c.Shape.H, c.Shape.W
	}
	return 1, 1
}

// NetSpot names a place on a NetStage: a part of a column, and a cell within the part.
type NetSpot struct {
	Column, Part int
	Row, Col     int
}

// At finds the spot at a point. ok is false between the parts.
func (s *NetStage) At(x, y float64) (spot NetSpot, ok bool) {
	for i := range s.Columns {
		c := &s.Columns[i]
		if x < c.X || x >= c.X+c.W || y < c.Y || y >= c.Y+c.H {
			continue
		}
		for part := range c.Parts {
			px, py, w, h := c.Part(part)
			if x < px || y < py || x >= px+w || y >= py+h {
				continue
			}
			rows, cols := c.Cells()
			row, col := int((y-py)/h*float64(rows)), int((x-px)/w*float64(cols))
			return NetSpot{i, part, min(row, rows-1), min(col, cols-1)}, true
		}
	}
	return NetSpot{}, false
}

// Cell is the place of a spot's cell.
func (s *NetStage) Cell(at NetSpot) (x, y, w, h float64) {
	c := &s.Columns[at.Column]
	x, y, w, h = c.Part(at.Part)
	rows, cols := c.Cells()
	w, h = w/float64(cols), h/float64(rows)
	return x + float64(at.Col)*w, y + float64(at.Row)*h, w, h
}

// Clamp is the spot nearest to at that the stage has. It serves a spot that was found on a stage of
// another size.
func (s *NetStage) Clamp(at NetSpot) NetSpot {
	if len(s.Columns) == 0 {
		return NetSpot{}
	}
	at.Column = min(max(at.Column, 0), len(s.Columns)-1)
	c := &s.Columns[at.Column]
	rows, cols := c.Cells()
	at.Part = min(max(at.Part, 0), c.Parts-1)
	at.Row, at.Col = min(max(at.Row, 0), rows-1), min(max(at.Col, 0), cols-1)
	return at
}

// Beside moves by whole parts: dx to the right, dy down. Past the edge of a column it goes to the
// part of the next column that is nearest in height. At the edge of the stage it stays.
func (s *NetStage) Beside(at NetSpot, dx, dy int) NetSpot {
	at = s.Clamp(at)
	if len(s.Columns) == 0 {
		return at
	}
	c := &s.Columns[at.Column]
	col, line := at.Part%c.Cols, at.Part/c.Cols
	if c.Kind == NetStrip {
		col, line = at.Part/c.Lines, at.Part%c.Lines
	}
	if dy != 0 {
		if part, ok := c.part(col, line+dy); ok {
			at.Part = part
		}
		return at
	}
	if part, ok := c.part(col+dx, line); ok {
		at.Part = part
		return at
	}
	next := at.Column + dx
	if next < 0 || next >= len(s.Columns) {
		return at
	}
	_, y, _, h := c.Part(at.Part)
	n := &s.Columns[next]
	best, part := 0.0, -1
	for i := range n.Parts {
		px, py, pw, ph := n.Part(i)
		far := (py+ph/2-y-h/2)*(py+ph/2-y-h/2) + px*1e-3
		if dx < 0 {
			far = (py+ph/2-y-h/2)*(py+ph/2-y-h/2) - (px+pw)*1e-3
		}
		if part < 0 || far < best {
			best, part = far, i
		}
	}
	return s.Clamp(NetSpot{next, part, at.Row, at.Col})
}

// part is the part in a column and a line of the grid. ok is false where there is none.
func (c *NetColumn) part(col, line int) (part int, ok bool) {
	if col < 0 || line < 0 || col >= c.Cols || line >= c.Lines {
		return 0, false
	}
	part = line*c.Cols + col
	if c.Kind == NetStrip {
		part = col*c.Lines + line
	}
	return part, part < c.Parts
}

// NetReads says what one unit of a layer reads: the column, and within it all parts or one.
type NetReads struct {
	Column int
	All    bool // every part of the column
	Part   int  // the part, unless All

	// The cells of each part that the unit reads: rows Row to Row+Rows-1 and columns Col to
	// Col+Cols-1, without the padding. They are all cells unless the layer has a window.
	Row, Col, Rows, Cols int
}

// Reads says what a spot's unit reads. ok is false for the input. order gives the channels of the
// parts of a column that leaves some out; nil stands for the first ones. Where the channel that a
// pooling layer reads is not shown, the part is -1.
func (s *NetStage) Reads(at NetSpot, order func(column int) []int) (r NetReads, ok bool) {
	if at.Column <= 0 || at.Column >= len(s.Columns) {
		return r, false
	}
	c, from := &s.Columns[at.Column], &s.Columns[at.Column-1]
	rows, cols := from.Cells()
	r = NetReads{Column: at.Column - 1, All: true, Rows: rows, Cols: cols}
	channel := s.channel(at.Column, at.Part, order)
	switch {
	case c.Unrolled, c.Shape.Flat && c.Row > 0 && s.net.Layers[c.Row-1].Kind == nn.Flatten:
		if from.Kind == NetMaps || from.Kind == NetInput {
			plane := max(1, from.Shape.H*from.Shape.W)
			cell := channel % plane
			r.All, r.Part = false, s.partOf(at.Column-1, channel/plane, order)
			r.Row, r.Col, r.Rows, r.Cols = cell/from.Shape.W, cell%from.Shape.W, 1, 1
			return r, true
		}
		r.All, r.Part = false, s.partOf(at.Column-1, channel, order)
	case c.Row > 0:
		l := s.net.Layers[c.Row-1]
		switch l.Kind {
		case nn.MaxPool, nn.AvgPool, nn.GlobalAvgPool:
			r.All, r.Part = false, s.partOf(at.Column-1, channel, order)
		}
		if g := l.Geometry(); g.F > 0 {
			in := s.rows[c.Row-1].Shape
			r.Row, r.Rows = span(at.Row*g.S-g.P, g.Extent(), in.H)
			r.Col, r.Cols = span(at.Col*g.S-g.P, g.Extent(), in.W)
		}
	}
	return r, true
}

// span cuts n cells from first on to those of an edge of size cells.
func span(first, n, size int) (from, count int) {
	from = min(max(first, 0), size-1)
	return from, max(1, min(first+n, size)-from)
}

// channel is the channel that a part shows.
func (s *NetStage) channel(column, part int, order func(int) []int) int {
	if order != nil {
		if o := order(column); part < len(o) {
			return o[part]
		}
	}
	return part
}

// partOf is the part that shows a channel, -1 for none.
func (s *NetStage) partOf(column, channel int, order func(int) []int) int {
	c := &s.Columns[column]
	if c.Kind == NetInput {
		return 0
	}
	for part := range c.Parts {
		if s.channel(column, part, order) == channel {
			return part
		}
	}
	return -1
}

// Lines are the lines from a spot's part to the parts that it reads. To a strip, or to more than
// mostLines parts, they are two: to its ends.
func (s *NetStage) Lines(at NetSpot, order func(column int) []int) []Polyline {
	r, ok := s.Reads(at, order)
	if !ok {
		return nil
	}
	const mostLines = 16
	stroke := Stroke{Paint: Fill(Accent), Width: 1}
	x, y, _, h := s.Columns[at.Column].Part(at.Part)
	from := &s.Columns[r.Column]
	line := func(part int, height float64) Polyline {
		px, py, pw, ph := from.Part(part)
		return Segment(px+pw, py+height*ph, x, y+h/2, stroke)
	}
	switch {
	case !r.All && r.Part < 0:
		return nil
	case !r.All:
		return []Polyline{line(r.Part, 0.5)}
	case from.Kind == NetStrip || from.Parts > mostLines:
		right := from.X + from.W
		return []Polyline{
			Segment(right, from.Y, x, y+h/2, stroke),
			Segment(right, from.Y+from.H, x, y+h/2, stroke),
		}
	}
	lines := make([]Polyline, from.Parts)
	for i := range lines {
		lines[i] = line(i, 0.5)
	}
	return lines
}
