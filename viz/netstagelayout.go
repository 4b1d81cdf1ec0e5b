package viz

import (
	"math"
	"strconv"

	"stridelab/nn"
)

// NetStageSpec says what LayoutNetStage lays out.
type NetStageSpec struct {
	Net     nn.Spec
	W, H    float64 // the box, in CSS pixels
	Font    float64 // the size of the lettering
	MinTile float64 // the smallest edge of a tile
	Scrolls bool    // rather wider than W than with fewer maps
	Input   string  // the name above the input
	Answer  string  // the name above the answer
	Classes []string
}

// Bounds of a NetStage.
const (
	netMost     = 16   // tiles of a layer; what is left out is counted below them
	netMostBars = 10   // bars of the answer
	netTileGap  = 3.0  // between tiles
	netLeastGap = 12.0 // between columns
	netCell     = 2.0  // the smallest cell of a strip
	netStripMin = 14.0 // the smallest width of a strip

	netInputShare = 1.6 // the edge of the input, as a share of that of the maps
)

// LayoutNetStage places a column for each layer of a network that fits together. Layers that change
// nothing while a network reads (dropout) have none. Where a dense layer reads maps, a strip before
// it shows them unrolled. A network that does not fit has no columns.
func LayoutNetStage(spec NetStageSpec) NetStage {
	s := NetStage{W: spec.W, H: spec.H, Font: spec.Font, net: spec.Net.Normal()}
	rows, err := s.net.Table()
	if err != nil {
		return s
	}
	s.rows = rows
	last := len(rows) - 1
	for i, r := range rows {
		c := NetColumn{Row: i, Name: r.Name, Shape: r.Shape, Kind: NetMaps}
		switch {
		case i == last:
			c.Kind, c.Name = NetAnswer, spec.Answer
		case i > 0 && r.Kind == nn.Dropout:
			continue
		case r.Shape.Flat || r.Shape.H*r.Shape.W == 1:
			c.Kind = NetStrip
		case i == 0:
			c.Kind = NetInput
		}
		if i == 0 {
			c.Name = spec.Input
		}
		if i > 0 && r.Kind == nn.Dense {
			if before := s.Columns[len(s.Columns)-1]; before.Kind == NetMaps || before.Kind == NetInput {
				s.Columns = append(s.Columns, NetColumn{
					Kind: NetStrip, Row: before.Row, Unrolled: true, Name: "FLAT", Shape: nn.Vector(before.Shape.Size())})
			}
		}
		s.Columns = append(s.Columns, c)
	}
	p := netPlan{spec: spec, s: &s, fits: make([]netFit, len(s.Columns))}
	for _, staggered := range []bool{false, true} {
		if p.begin(staggered); p.search() || staggered || spec.Scrolls {
			break
		}
	}
	p.grow()
	p.place()
	return s
}

// netPlan looks for the sizes of the tiles.
type netPlan struct {
	spec      NetStageSpec
	s         *NetStage
	staggered bool // every second label stands a line higher, so that labels may be twice as wide
	top       float64
	fits      []netFit
}

// netFit is what one column takes.
type netFit struct {
	parts, cols, lines int
	partW, partH       float64
	width              float64 // of the parts
	label              float64 // the least width for what is written above
	words              float64 // the width of what is written above
	note               string
}

// labels returns the height of the lines above the columns.
func (p *netPlan) labels() float64 {
	lines := 2.0
	if p.staggered {
		lines = 4
	}
	return math.Ceil(lines*1.25*p.spec.Font + 0.5*p.spec.Font)
}

// room returns the height for the parts of a column.
func (p *netPlan) room(i int) float64 {
	h := p.spec.H - p.top - 1
	if p.leaves(i) {
		h -= 1.3 * p.spec.Font
	}
	return h
}

// leaves reports whether a column leaves out some of its parts whatever its size.
func (p *netPlan) leaves(i int) bool {
	c := &p.s.Columns[i]
	switch c.Kind {
	case NetMaps:
		return c.Shape.C > netMost
	case NetAnswer:
		return c.Shape.C > netMostBars
	}
	return false
}

// begin sets what does not depend on the size of the tiles: strips, bars and labels.
func (p *netPlan) begin(staggered bool) {
	p.staggered = staggered
	p.top = p.labels()
	font := p.spec.Font
	for i := range p.s.Columns {
		c, f := &p.s.Columns[i], &p.fits[i]
		*f = netFit{note: netShape(c.Shape)}
		name := TextWidth(c.Name, font) * 1.1 // it is bold
		f.words = max(name, TextWidth(f.note, font*0.9)*1.1)
		f.label = f.words
		switch c.Kind {
		case NetStrip:
			p.strip(i)
		case NetAnswer:
			f.parts = min(c.Shape.C, netMostBars)
			f.cols, f.lines = 1, f.parts
			f.partW = p.barWidth()
			f.partH = min(2*font, p.room(i)/float64(f.parts))
			f.width = f.partW
		}
	}
	if !staggered {
		return
	}
	// Between two labels of a line stands another column. Half of the longest of the three labels
	// is enough for each.
	for i := range p.fits {
		longest := p.fits[i].words
		for _, next := range []int{i - 1, i + 1} {
			if next >= 0 && next < len(p.fits) {
				longest = max(longest, p.fits[next].words)
			}
		}
		p.fits[i].label = longest/2 - netLeastGap/2
	}
}

// barWidth returns the width of a row of the answer: the class, its bar and its probability.
func (p *netPlan) barWidth() float64 {
	font, name := p.spec.Font, 1.0*p.spec.Font
	for _, c := range p.spec.Classes {
		name = max(name, min(8*font, TextWidth(c, font)))
	}
	return name + 1.3*font + 4*font + 3.8*font
}

// strip lays out the cells of a vector in lines from top to bottom. Where there are more than fit,
// some are left out.
func (p *netPlan) strip(i int) {
	c, f := &p.s.Columns[i], &p.fits[i]
	n := c.Channels()
	width := max(netStripMin, min(p.spec.MinTile, 24))
	room := p.room(i)
	most := int(room/netCell) * int(width/netCell)
	f.parts = n
	if n > most {
		room -= 1.3 * p.spec.Font
		f.parts = int(room/netCell) * int(width/netCell)
	}
	f.cols = max(1, int(math.Ceil(float64(f.parts)*netCell/room)))
	f.lines = (f.parts + f.cols - 1) / f.cols
	f.cols = (f.parts + f.lines - 1) / f.lines
	f.partW, f.partH = math.Floor(width/float64(f.cols)), min(width, room/float64(f.lines))
	f.width = f.partW * float64(f.cols)
}

// tile lays out a column of tiles whose longer edge is edge pixels.
func (p *netPlan) tile(i int, edge float64) netFit {
	c, f := &p.s.Columns[i], p.fits[i]
	longer := float64(max(c.Shape.H, c.Shape.W))
	f.partH, f.partW = edge*float64(c.Shape.H)/longer, edge*float64(c.Shape.W)/longer
	f.parts = 1
	if c.Kind == NetMaps {
		f.parts = min(c.Shape.C, netMost)
	}
	f.lines = min(f.parts, max(1, int((p.room(i)+netTileGap)/(f.partH+netTileGap))))
	f.cols = (f.parts + f.lines - 1) / f.lines
	f.lines = (f.parts + f.cols - 1) / f.cols
	f.width = float64(f.cols)*(f.partW+netTileGap) - netTileGap
	return f
}

// tiled reports whether a column has tiles.
func (p *netPlan) tiled(i int) bool {
	k := p.s.Columns[i].Kind
	return k == NetMaps || k == NetInput
}

// taken returns the least width of the whole stage.
func (p *netPlan) taken() float64 {
	w := float64(len(p.fits)-1)*netLeastGap + p.margin(0) + p.margin(len(p.fits)-1)
	for i := range p.fits {
		w += p.column(i)
	}
	return w
}

// column returns the width of a column: of its parts, or of what is written above or below.
func (p *netPlan) column(i int) float64 {
	f := &p.fits[i]
	w := max(f.width, f.label)
	if left := p.s.Columns[i].Channels() - f.parts; left > 0 && p.s.Columns[i].Kind != NetInput {
		w = max(w, TextWidth(more(left), 0.9*p.spec.Font)-netLeastGap/2)
	}
	return w
}

// margin returns by how much what is written above the first or the last column is longer than the
// column, on each side.
func (p *netPlan) margin(i int) float64 { return max(0, (p.fits[i].words-p.column(i))/2) }

// more writes how many parts are left out.
func more(n int) string { return "+ " + strconv.Itoa(n) }

// leads reports whether a column chooses the size of its tiles. A pooling layer takes that of the
// layer before it, so that each of its maps is beside the one that it reads.
func (p *netPlan) leads(i int) bool {
	return p.tiled(i) && (i == 0 || !p.tiled(i-1) || p.s.Columns[i-1].Kind == NetInput || p.s.Columns[i].Shape.C != p.s.Columns[i-1].Shape.C)
}

// resize gives the tiles of a column and of those that follow its size an edge.
func (p *netPlan) resize(i int, edge float64) {
	if p.s.Columns[i].Kind == NetInput {
		edge = min(netInputShare*edge, p.largest())
	}
	p.fits[i] = p.tile(i, edge)
	for i++; i < len(p.fits) && p.tiled(i) && !p.leads(i); i++ {
		p.fits[i] = p.tile(i, edge)
	}
}

// search gives all tiles the largest edge with which the stage fits the box. It returns false where
// not even the smallest one does.
func (p *netPlan) search() bool {
	for edge := math.Floor(p.largest()); ; edge-- {
		edge = max(edge, p.spec.MinTile)
		for i := range p.fits {
			if p.leads(i) {
				p.resize(i, edge)
			}
		}
		if p.taken() <= p.spec.W {
			return true
		}
		if edge <= p.spec.MinTile {
			return !p.spec.Scrolls && p.fewer()
		}
	}
}

// fewer leaves out maps until each layer stands in one column of tiles, if the stage fits the box
// then. Otherwise the tiles stay, and the stage is wider than the box.
func (p *netPlan) fewer() bool {
	for cols := 3; cols >= 1; cols-- {
		before := append([]netFit(nil), p.fits...)
		for i := range p.fits {
			f := &p.fits[i]
			if p.s.Columns[i].Kind != NetMaps || f.cols <= cols {
				continue
			}
			room := p.room(i)
			if !p.leaves(i) {
				room -= 1.3 * p.spec.Font
			}
			f.cols = cols
			f.lines = max(1, int((room+netTileGap)/(f.partH+netTileGap)))
			f.parts = f.cols * f.lines
			f.width = float64(f.cols)*(f.partW+netTileGap) - netTileGap
		}
		if p.taken() <= p.spec.W {
			return true
		}
		if cols == 1 && p.staggered {
			return false
		}
		copy(p.fits, before)
	}
	return false
}

// largest returns the largest edge of a tile. Larger ones show no more, and a stage with few layers
// looks like a wall.
func (p *netPlan) largest() float64 { return max(p.spec.MinTile, 0.42*p.spec.H) }

// grow gives the width that is left to the columns with tiles, as long as they grow.
func (p *netPlan) grow() {
	for again := true; again; {
		again = false
		for i := range p.fits {
			c, f := &p.s.Columns[i], p.fits[i]
			if !p.leads(i) || c.Kind == NetMaps && f.parts < min(c.Shape.C, netMost) {
				continue
			}
			before := append([]netFit(nil), p.fits...)
			edge := max(f.partW, f.partH)
			if c.Kind == NetInput {
				edge /= netInputShare
			}
			for _, by := range []float64{1, 2, 4, 8, 16} {
				if edge+by > p.largest() {
					break
				}
				if p.resize(i, edge+by); p.taken() <= p.spec.W && p.fits[i].partW > f.partW {
					again = true
					break
				}
				copy(p.fits, before)
			}
		}
	}
	for i := range p.fits {
		f := &p.fits[i]
		if !p.tiled(i) {
			continue
		}
		// Whole pixels for a cell look even; they are taken where that costs little.
		cell := f.partW / float64(p.s.Columns[i].Shape.W)
		if whole := math.Floor(cell); whole >= 0.85*cell {
			f.partW *= whole / cell
			f.partH *= whole / cell
			f.width = float64(f.cols)*(f.partW+netTileGap) - netTileGap
		}
	}
	bars := &p.fits[len(p.fits)-1]
	if more := min(p.spec.W-p.taken(), bars.partW*0.6); more > 0 {
		bars.partW += more
		bars.width += more
	}
}

// place puts the columns side by side and spreads what is left between them.
func (p *netPlan) place() {
	s, font := p.s, p.spec.Font
	taken := p.taken()
	s.W = max(p.spec.W, math.Ceil(taken))
	gap := netLeastGap
	if n := len(p.fits) - 1; n > 0 {
		gap += (s.W - taken) / float64(n)
	}
	x := p.margin(0)
	for i := range s.Columns {
		c, f := &s.Columns[i], &p.fits[i]
		width := p.column(i)
		c.Parts, c.Cols, c.Lines, c.PartW, c.PartH = f.parts, f.cols, f.lines, f.partW, f.partH
		c.Left = c.Channels() - c.Parts
		if c.Kind == NetInput {
			c.Left = 0
		}
		if p.tiled(i) {
			c.Gap = netTileGap
		}
		c.W = f.width
		c.H = float64(f.lines)*(c.PartH+c.Gap) - c.Gap
		c.X = math.Floor(x + (width-c.W)/2)
		room := p.spec.H - p.top - 1
		if c.Left > 0 {
			room -= 1.3 * font
		}
		c.Y = p.top + math.Floor(max(0, (room-c.H)/2))
		p.write(i, x+width/2)
		x += width + gap
	}
}

// write places the texts of a column around the middle of its labels.
func (p *netPlan) write(i int, middle float64) {
	font := p.spec.Font
	c, f := &p.s.Columns[i], &p.fits[i]
	y := font
	if p.staggered && i%2 == 1 {
		y += 2.5 * font
	}
	c.Head = Text{X: middle, Y: y, S: c.Name, Size: font, Anchor: Middle, Bold: true}
	c.Note = Text{X: middle, Y: y + 1.2*font, S: f.note, Size: font * 0.9, Anchor: Middle, Paint: Fill(Muted)}
	if c.Left > 0 {
		c.More = Text{X: c.X + c.W/2, Y: c.Y + c.H + 1.1*font, S: more(c.Left), Size: font * 0.9, Anchor: Middle, Paint: Fill(Muted)}
	}
}

// netShape writes a shape as the figures of /network do.
func netShape(s nn.Shape) string {
	if s.Flat {
		return strconv.Itoa(s.C)
	}
	return strconv.Itoa(s.H) + "×" + strconv.Itoa(s.W) + "×" + strconv.Itoa(s.C)
}
