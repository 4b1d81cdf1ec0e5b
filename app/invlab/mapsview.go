package invlab

import (
	"math"

	"stridelab/app/lang"
	"stridelab/nn"
	"stridelab/viz"
)

// mapsView is the layout of the convolutional net's layers, side by side. Of each layer it shows
// one map large and, below it, all maps small, so that one can be chosen. All measures are in
// pixels.
type mapsView struct {
	W, H   float64
	size   float64 // type size
	each   float64 // edge of a large map
	panels []panel
}

// panel is one layer of a mapsView.
type panel struct {
	row    int // the layer's row in the net's table
	shape  nn.Shape
	x, y   float64 // upper left corner
	choice choice  // which number of the state chooses its map
	tiles  int     // small maps in a line
	tile   float64 // edge of a small map
}

// choice tells which number of the state chooses a panel's map.
type choice uint8

// The choices. A pooled vector has no maps to choose from.
const (
	noMap choice = iota
	firstMap
	lastMap
)

// tileGap is the room between small maps, in pixels.
const tileGap = 3

// layMaps lays the layers out in a width: four side by side if there is room, else two. scale is
// the size of the type, in units of 16 px.
func layMaps(n *Net, width, scale float64) mapsView {
	m := n.maps()
	v := mapsView{W: width, size: 13 * scale}
	perRow, gap := 4, 20*scale
	if width < 600*scale {
		perRow = 2
	}
	v.each = math.Floor((width - gap*float64(perRow-1)) / float64(perRow))
	below := 0.0
	for _, row := range [4]int{m.First, m.Pooled, m.Last, m.Vector} {
		if row == 0 {
			continue
		}
		p := panel{row: row, shape: n.rows[row].Shape, choice: firstMap, tiles: 8}
		if p.shape.C <= 8 {
			p.tiles = 4
		}
		switch row {
		case m.Last:
			p.choice = lastMap
		case m.Vector:
			p.choice, p.tiles = noMap, 0
		}
		place := len(v.panels) % perRow
		if place == 0 && len(v.panels) > 0 {
			v.H = below + gap
		}
		p.x, p.y = float64(place)*(v.each+gap), v.H
		end := v.under(p) + v.size*2.9
		if p.tiles > 0 {
			p.tile = math.Floor((v.each - tileGap*float64(p.tiles-1)) / float64(p.tiles))
			lines := (p.shape.C + p.tiles - 1) / p.tiles
			end = v.tileBox(p, (lines-1)*p.tiles).Y + p.tile
		}
		below = max(below, end)
		v.panels = append(v.panels, p)
	}
	v.H = math.Ceil(below + 2)
	return v
}

// top returns where a panel's large map begins, and under where the words below it begin.
func (v mapsView) top(p panel) float64   { return p.y + v.size*1.6 }
func (v mapsView) under(p panel) float64 { return v.top(p) + v.each }

// tileBox returns where one of a panel's small maps stands.
func (v mapsView) tileBox(p panel, channel int) viz.Rect {
	return viz.Rect{
		X: p.x + float64(channel%p.tiles)*(p.tile+tileGap), Y: v.under(p) + v.size*3.4 + float64(channel/p.tiles)*(p.tile+tileGap),
		W: p.tile, H: p.tile,
	}
}

// find returns the small map at a point, and which number of the state it chooses.
func (v mapsView) find(x, y float64) (by choice, channel int, ok bool) {
	for _, p := range v.panels {
		if p.choice == noMap {
			continue
		}
		for c := range p.shape.C {
			if b := v.tileBox(p, c); x >= b.X && y >= b.Y && x < b.X+b.W+tileGap && y < b.Y+b.H+tileGap {
				return p.choice, c, true
			}
		}
	}
	return noMap, 0, false
}

// chosen returns the map of a panel that is shown large.
func (p panel) chosen(st State) int {
	if p.choice == lastMap {
		return min(st.Last, p.shape.C-1)
	}
	return min(st.Map, p.shape.C-1)
}

// scene draws the layers as the digit stands now.
func (v mapsView) scene(s *seen, st State, pix plates, l lang.Lang) viz.Scene {
	sc := viz.Scene{W: v.W, H: v.H, Title: text.MapsLabel.In(l)}
	for _, p := range v.panels {
		r, what := s.conv.rows[p.row], s.movedOf(p.row)
		name := text.OneMap.With(l, r.Name, p.chosen(st)+1)
		if p.choice == noMap {
			name = text.AllMeans.With(l, r.Name, p.shape.C)
			v.means(&sc, p, s)
		} else {
			v.picture(&sc, p, s, st, what, pix)
		}
		sc.Add(viz.Text{X: p.x, Y: p.y + v.size, S: name, Size: v.size, Bold: true})
		first, second := movedWords(what, r, l)
		paint := viz.Fill(viz.Result)
		switch {
		case p.choice == noMap:
			paint = viz.Fill(viz.Ink)
		case what.Left > exactly:
			paint = viz.Fill(viz.Positive)
		}
		sc.Add(viz.Text{X: p.x, Y: v.under(p) + v.size*1.35, S: first, Size: v.size, Paint: viz.Fill(viz.Ink)},
			viz.Text{X: p.x, Y: v.under(p) + v.size*2.7, S: second, Size: v.size, Paint: paint, Bold: true})
	}
	return sc
}

// exactly is the largest Moved.Left, a rounding error, at which a move is called exact.
const exactly = 1e-4

// picture draws a layer's chosen map large and all of them small.
func (v mapsView) picture(sc *viz.Scene, p panel, s *seen, st State, what Moved, pix plates) {
	r := s.conv.rows[p.row]
	was, now := s.was[convNet].Layers[p.row], s.now[convNet].Layers[p.row]
	w, h, chosen := p.shape.W, p.shape.H, p.chosen(st)
	colours := viz.Sequential()
	for c := range p.shape.C {
		tile := pix.of(p.row*256+c, w, h)
		span := viz.RangeOf(was[c*w*h : (c+1)*w*h]) // the same at every shift
		viz.Tile(tile, now[c*w*h:(c+1)*w*h], w, h, 1, span, colours)
		b := v.tileBox(p, c)
		sc.Add(viz.Image{X: b.X, Y: b.Y, W: b.W, H: b.H, Pix: tile})
		if c == chosen {
			b.Stroke = viz.Stroke{Paint: viz.Fill(viz.Accent), Width: 2.5}
			sc.Add(b)
		}
	}
	m := viz.ShiftedMap{X: p.x, Y: v.top(p), Cell: v.each / float64(w), W: w, H: h, Pix: pix.of(p.row*256+chosen, w, h), Size: v.size}
	if s.dx != 0 || s.dy != 0 {
		m.Was, m.Differs = make([]bool, w*h), make([]bool, w*h)
		bright(m.Was, was[chosen*w*h:(chosen+1)*w*h])
		differs(m.Differs, r, was, now, chosen, what.By)
	}
	sc.Add(m.Shapes()...)
}

// means draws the pooled vector: a bar for each map's mean, and a tick where it was before the
// move.
func (v mapsView) means(sc *viz.Scene, p panel, s *seen) {
	was, now := s.was[convNet].Layers[p.row], s.now[convNet].Layers[p.row]
	span := viz.Range{}
	for i := range was {
		span.Hi = max(span.Hi, float64(was[i]), float64(now[i]))
	}
	ground := viz.Rect{X: p.x, Y: v.top(p), W: v.each, H: v.each, Fill: viz.Fill(viz.Panel)}
	sc.Add(ground)
	pitch := v.each / float64(len(now))
	for i := range now {
		y, bar := ground.Y+float64(i)*pitch, pitch*0.7
		reach := func(x float32) float64 { return max(0, span.Unit(float64(x))) * (v.each - 4) }
		sc.Add(viz.Rect{X: p.x, Y: y + (pitch-bar)/2, W: reach(now[i]), H: bar, Fill: viz.Fill(viz.Series1)})
		if s.dx != 0 || s.dy != 0 {
			x := p.x + reach(was[i])
			sc.Add(viz.Segment(x, y, x, y+pitch, viz.Stroke{Paint: viz.Fill(viz.Ink), Width: 2}))
		}
	}
	ground.Fill, ground.Stroke = viz.Paint{}, viz.Stroke{Paint: viz.Fill(viz.Line)}
	sc.Add(ground)
}

// movedWords returns, in two short lines, how a layer changed with the shift.
func movedWords(m Moved, r nn.Row, l lang.Lang) (first, second string) {
	switch {
	case r.Jump == 0 || r.Shape.H*r.Shape.W < 2:
		return text.NoPlace.In(l), text.ChangedBy.With(l, percent(m.Change))
	case m.Wanted == offset{}:
		return text.NotMoved.In(l), text.Same.In(l)
	case m.Inside.Empty():
		return text.MovedBy.With(l, pair(m.Wanted)), text.NoInside.In(l)
	case m.Exact && m.Left <= exactly:
		return text.MovedBy.With(l, pair(m.Wanted)), text.ExactInside.In(l)
	case m.Exact:
		return text.MovedBy.With(l, pair(m.Wanted)), text.LeftInside.With(l, percent(m.Left))
	}
	return text.BetweenCells.With(l, pair(m.Wanted)), text.LeftInside.With(l, percent(m.Left))
}
