package netstage

import (
	"image"

	"stridelab/app/ui"
	"stridelab/viz"
)

// picture is all numbers of a frame as one image, a pixel for each, and where its parts are drawn.
type picture struct {
	pix  *image.RGBA
	cuts []ui.Cut
	lost []int // the columns that have no numbers
}

// paint makes the picture of a frame. The image keeps its memory while the layout stays.
func (s *Stage) paint(p *picture, fresh bool) {
	if fresh {
		w, h := 0, 1
		for i := range s.layout.Columns {
			cw, ch := s.extent(i)
			w, h = w+cw, max(h, ch)
		}
		p.pix = image.NewRGBA(image.Rect(0, 0, max(w, 1), h))
	}
	p.cuts, p.lost = p.cuts[:0], p.lost[:0]
	x := 0
	for i := range s.layout.Columns {
		c := &s.layout.Columns[i]
		w, h := s.extent(i)
		area := image.Rect(x, 0, x+w, h)
		x += w
		data := s.values(i)
		switch {
		case c.Kind == viz.NetAnswer:
		case len(data) == 0:
			p.lost = append(p.lost, i)
		case c.Kind == viz.NetStrip:
			s.paintStrip(p, i, area, data)
		case c.Kind == viz.NetInput:
			s.paintInput(p, i, area, data)
		default:
			s.paintMaps(p, i, area, data)
		}
	}
}

// extent returns the pixels that a column takes in the picture.
func (s *Stage) extent(column int) (w, h int) {
	switch c := &s.layout.Columns[column]; c.Kind {
	case viz.NetStrip:
		return c.Cols, c.Lines
	case viz.NetMaps:
		return c.Shape.W, c.Shape.H * c.Parts
	case viz.NetInput:
		return c.Shape.W, c.Shape.H
	}
	return 0, 0
}

// paintMaps paints the maps of a column one below the other. All have the range of the layer.
func (s *Stage) paintMaps(p *picture, column int, area image.Rectangle, data []float32) {
	c := &s.layout.Columns[column]
	plane := c.Shape.H * c.Shape.W
	r := viz.RangeOf(data)
	for part := range c.Parts {
		channel := s.channel(column, part)
		from := image.Rect(area.Min.X, part*c.Shape.H, area.Max.X, (part+1)*c.Shape.H)
		viz.Tile(p.pix.SubImage(from).(*image.RGBA), data[channel*plane:(channel+1)*plane], c.Shape.W, c.Shape.H, 1, r, s.sequential)
		x, y, w, h := c.Part(part)
		p.cuts = append(p.cuts, ui.Cut{From: from, X: x, Y: y, W: w, H: h})
	}
}

// paintInput paints the image of an input: in colour where it has three channels, else its first
// channel.
func (s *Stage) paintInput(p *picture, column int, area image.Rectangle, data []float32) {
	c := &s.layout.Columns[column]
	dst, unit := p.pix.SubImage(area).(*image.RGBA), viz.Range{Lo: 0, Hi: 1}
	if c.Shape.C == 3 {
		viz.TileRGB(dst, data, c.Shape.W, c.Shape.H, 1, unit)
	} else {
		viz.Tile(dst, data[:c.Shape.H*c.Shape.W], c.Shape.W, c.Shape.H, 1, unit, viz.Gray())
	}
	p.cuts = append(p.cuts, ui.Cut{From: area, X: c.X, Y: c.Y, W: c.W, H: c.H})
}

// paintStrip paints the numbers of a vector in lines from top to bottom.
func (s *Stage) paintStrip(p *picture, column int, area image.Rectangle, data []float32) {
	c := &s.layout.Columns[column]
	r := viz.RangeOf(data)
	for part := range c.Cols * c.Lines {
		x, y := area.Min.X+part/c.Lines, part%c.Lines
		if part >= c.Parts {
			p.pix.SetRGBA(x, y, s.theme.Color(viz.Paper))
			continue
		}
		p.pix.SetRGBA(x, y, s.sequential.At(r.Unit(float64(data[s.channel(column, part)]))))
	}
	p.cuts = append(p.cuts, ui.Cut{From: area, X: c.X, Y: c.Y, W: c.W, H: c.H})
}

// answer draws the bars of the classes: the name, a bar as long as the probability, the percentage.
// The likeliest class is bold, and a diamond marks the right one.
func (s *Stage) answer() viz.Scene {
	var scene viz.Scene
	at := len(s.layout.Columns) - 1
	c, font := &s.layout.Columns[at], s.layout.Font
	probs := s.values(at)
	best := -1
	for i, v := range probs {
		if best < 0 || v > probs[best] {
			best = i
		}
	}
	nameW := font
	for part := range c.Parts {
		nameW = max(nameW, min(8*font, viz.TextWidth(s.className(s.channel(at, part)), font)))
	}
	for part := range c.Parts {
		class := s.channel(at, part)
		x, y, w, h := c.Part(part)
		base, mid := y+h/2+0.36*font, y+h/2
		left, right := x+nameW+1.3*font, x+w-3.8*font
		bar := min(0.6*h, 1.1*font)
		scene.Add(
			viz.Text{X: x + nameW, Y: base, S: s.className(class), Size: font, Anchor: viz.End, Paint: viz.Fill(viz.Ink), Bold: class == best},
			viz.Rect{X: left, Y: mid - bar/2, W: right - left, H: bar, Fill: viz.Fill(viz.Panel)},
		)
		if class == s.frame.Label {
			scene.Add(viz.Marker{Kind: viz.Diamond, X: x + nameW + 0.65*font, Y: mid, R: 0.28 * font, Paint: viz.Fill(viz.Accent)})
		}
		if len(probs) == 0 {
			continue
		}
		p, paint := min(1, max(0, float64(probs[class]))), viz.Fill(viz.Series1)
		if class == best {
			paint = viz.Fill(viz.Result)
		}
		scene.Add(
			viz.Rect{X: left, Y: mid - bar/2, W: max(0.5, p*(right-left)), H: bar, Fill: paint},
			viz.Text{X: x + w, Y: base, S: percent(p), Size: 0.92 * font, Anchor: viz.End, Paint: viz.Fill(viz.Muted), Bold: class == best},
		)
	}
	return scene
}

// ground draws what stays while the layout does: names, shapes, and a frame where a column has no
// numbers.
func (s *Stage) ground() viz.Scene {
	scene := viz.Scene{W: s.layout.W, H: s.layout.H}
	for i := range s.layout.Columns {
		c := &s.layout.Columns[i]
		for _, t := range []viz.Text{c.Head, c.Note, c.More} {
			if t.S != "" {
				scene.Add(t)
			}
		}
	}
	return scene
}

// filter paints the weights of the shown unit, blue below zero and orange above: a tile for each
// channel of a filter, or the weights of a dense unit in rows. It returns nil without weights.
func (s *Stage) filter(width, height int) *image.RGBA {
	at, ok := s.shown()
	u := s.frame.Unit
	if !ok || u.Row == 0 || len(u.Weights) == 0 || s.layout.Columns[at.Column].Unrolled {
		return nil
	}
	if p := s.place(at); p.Row != u.Row || p.Channel != u.Index {
		return nil
	}
	r := viz.RangeOf(u.Weights).Symmetric()
	shape := s.net.Layers[u.Row-1].WeightShape(s.rows[u.Row-1].Shape)
	if len(shape) == 4 && shape[2]*shape[3] > 1 {
		n, kh, kw := shape[1], shape[2], shape[3]
		if n*kh*kw != len(u.Weights) {
			return nil
		}
		scale := max(1, height/max(kh, kw))
		grid := viz.NewGrid(n, kw*scale, kh*scale, 2, width)
		for scale > 1 && (grid.Size().Y > height || grid.Size().X > width) {
			scale--
			grid = viz.NewGrid(n, kw*scale, kh*scale, 2, width)
		}
		pix := image.NewRGBA(image.Rectangle{Max: image.Pt(min(grid.Size().X, width), min(grid.Size().Y, height))})
		for i := range n {
			cell := grid.Cell(i)
			if !cell.In(pix.Rect) {
				break
			}
			viz.Tile(pix.SubImage(cell).(*image.RGBA), u.Weights[i*kh*kw:(i+1)*kh*kw], kw, kh, scale, r, s.diverging)
		}
		return pix
	}
	cell := 4
	lines := max(1, height/cell)
	cols := (len(u.Weights) + lines - 1) / lines
	if cols*cell > width {
		cell = max(1, width/max(1, cols))
	}
	pix := image.NewRGBA(image.Rect(0, 0, min(cols*cell, width), lines*cell))
	for i, w := range u.Weights {
		x, y := i/lines*cell, i%lines*cell
		if x+cell > pix.Rect.Max.X {
			break
		}
		viz.Tile(pix.SubImage(image.Rect(x, y, x+cell, y+cell)).(*image.RGBA), []float32{w}, 1, 1, cell, r, s.diverging)
	}
	return pix
}
