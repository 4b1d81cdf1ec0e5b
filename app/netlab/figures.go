package netlab

import (
	"image"
	"net/url"
	"strconv"

	"stridelab/app/ui"
	"stridelab/nn"
	"stridelab/viz"
)

// figures holds what the page draws. A render follows every event, and most events change none of
// it, so it is made anew only where it changed.
type figures struct {
	rows    []nn.Row // the table of the valid network
	boxes   viz.Boxes
	tiles   tiles
	run     *run               // nil if the network is too large to be run
	tried   string             // the network, digit and weights that run was made from
	drawn   map[string]drawing // by name
	drawing string             // the key of the matrix that is about to be drawn
	way     opening            // the way to the unit's arithmetic
	wayOf   string             // the key of what way was made from
}

// drawing is an SVG, and a key of what it was made from.
type drawing struct{ key, svg string }

// svg returns the drawing of a name. It is made anew if its key has changed.
func (f *figures) svg(name, key string, scene func() viz.Scene) string {
	if d, ok := f.drawn[name]; ok && d.key == key {
		return d.svg
	}
	if f.drawn == nil {
		f.drawn = map[string]drawing{}
	}
	d := drawing{key, scene().SVG()}
	f.drawn[name] = d
	return d.svg
}

// prepare makes the figures those of the state.
func (l *Lab) prepare() {
	s, f := l.state, &l.made
	f.rows, _ = s.Valid.Table()
	l.fetch()
	key := s.Valid.String() + " " + strconv.FormatUint(s.Seed, 10) + " " + strconv.Itoa(s.Sample)
	_, trained := l.source()
	if trained != nil {
		key += " " + trained.Key()
	}
	if key != f.tried {
		f.tried, f.run = key, start(s.Valid, trained, s.Seed, s.Sample)
	}
	f.boxes = viz.Boxes{Title: l.t(text.BoxesTitle)}
	for i, r := range f.rows {
		b := viz.Box{Name: r.Name, H: r.Shape.H, W: r.Shape.W, C: r.Shape.C, Flat: r.Shape.Flat, Weights: r.Params > 0, Lit: i == s.shown()}
		b.Label = strconv.Itoa(b.C)
		if !b.Flat {
			b.Label = strconv.Itoa(b.H) + "×" + strconv.Itoa(b.W) + "×" + b.Label
		}
		if i == 0 {
			b.Name = l.t(text.Input)
		}
		f.boxes.Boxes = append(f.boxes.Boxes, b)
	}
	f.tiles = tiles{shape: f.rows[s.shown()].Shape}
}

// drawnFrom returns a key of what all drawings of the valid network depend on.
func (l *Lab) drawnFrom() string {
	return l.Page.Lang.Tag() + l.made.tried + " " + strconv.Itoa(l.state.shown())
}

// bars draws one count of each layer as a bar chart.
func (l *Lab) bars(title string, role viz.Role, value func(nn.Row) int64) viz.Scene {
	b := viz.Bars{W: 400, Title: title, Role: role}
	for i, r := range l.made.rows {
		name, v := r.Name, value(r)
		if i == 0 {
			name = l.t(text.Input)
		}
		b.Bars = append(b.Bars, viz.Bar{Name: name, Label: ui.Count(v), Value: float64(v), Lit: i == l.state.shown()})
	}
	return b.Scene()
}

// opening returns the way to the unit's arithmetic.
func (l *Lab) opening() opening {
	f, u := &l.made, l.state.Unit
	if key := l.drawnFrom() + " " + strconv.Itoa(u.C) + " " + strconv.Itoa(u.Y) + " " + strconv.Itoa(u.X); key != f.wayOf {
		f.way, f.wayOf = f.run.open(l.state.shown(), u), key
		if f.way.Path != "" {
			f.way.Query += "&net=" + url.QueryEscape(backQuery(l.state))
		}
	}
	return f.way
}

// fieldSide is the edge of the unit's two square pictures, in pixels.
const fieldSide = 256.0

// fieldScene draws the digit and a frame around the part that the unit sees.
func (l *Lab) fieldScene() viz.Scene {
	in := l.state.Valid.In
	if in.Flat {
		in.H, in.W = 1, 1
	}
	scale := fieldSide / float64(max(in.H, in.W))
	w, h := float64(in.W)*scale, float64(in.H)*scale
	const pad = 3.0 // room for the frame's line
	sc := viz.Scene{W: w + 2*pad, H: h + 2*pad, Title: l.fieldText()}
	sc.Add(viz.Image{X: pad, Y: pad, W: w, H: h, Pix: l.sampleImage()})
	sc.Add(viz.Rect{X: pad, Y: pad, W: w, H: h, Stroke: viz.Stroke{Paint: viz.Fill(viz.Line)}})
	row, u := origin(l.state.Valid, l.made.rows, l.state.shown(), l.state.Unit)
	y0, x0, y1, x1 := l.made.rows[row].Field(in, u.Y, u.X)
	r := viz.Rect{X: pad + float64(x0)*scale, Y: pad + float64(y0)*scale, W: float64(x1-x0) * scale, H: float64(y1-y0) * scale}
	for _, line := range []viz.Stroke{{Paint: viz.Fill(viz.Paper), Width: 6}, {Paint: viz.Fill(viz.Accent), Width: 3}} {
		r.Stroke = line
		sc.Add(r)
	}
	sc.Add(l.readMarks(pad, scale, y0, x0, y1, x1)...)
	return sc
}

// readMarks draws a mark on each pixel that the unit depends on, unless these are all pixels of its
// receptive field.
func (l *Lab) readMarks(pad, scale float64, y0, x0, y1, x1 int) (marks []viz.Shape) {
	ys, xs := pixels(l.state.Valid, l.made.rows, l.state.shown(), l.state.Unit)
	if l.state.shown() == 0 || len(ys)*len(xs) == (y1-y0)*(x1-x0) {
		return nil
	}
	for _, y := range ys {
		for _, x := range xs {
			marks = append(marks, viz.Rect{X: pad + (float64(x)+0.25)*scale, Y: pad + (float64(y)+0.25)*scale, W: scale / 2, H: scale / 2,
				Fill: viz.Fill(viz.Accent), Stroke: viz.Stroke{Paint: viz.Fill(viz.Paper), Width: 1}})
		}
	}
	return marks
}

// sampleImage returns the digit as the network gets it: in colour for three channels, else its
// first channel in grey. If the network is too large to be run, it is the digit at 32×32 pixels.
func (l *Lab) sampleImage() *image.RGBA {
	in, x := l.state.Valid.In, []float32(nil)
	if l.made.run != nil {
		x = l.made.run.input
	} else {
		in = nn.Volume(32, 32, in.C)
		if in.C != 1 {
			in.C = 3
		}
		x = digit(l.state.Sample, in)
	}
	pix := image.NewRGBA(image.Rect(0, 0, in.W, in.H))
	if in.C == 3 {
		viz.TileRGB(pix, x, in.W, in.H, 1, viz.Range{Lo: 0, Hi: 1})
	} else {
		viz.Tile(pix, x[:in.W*in.H], in.W, in.H, 1, viz.Range{Lo: 0, Hi: 1}, viz.Gray())
	}
	return pix
}

// tiles is the layout of a layer's output: a tile for each channel or, if each channel is one
// number, a cell for each.
type tiles struct{ shape nn.Shape }

const (
	tilesWidth = 640.0
	tileEdge   = 72.0
	tileGap    = 8.0
	tileName   = 14.0 // height of the line under each tile
	mostTiles  = 64
)

// single reports whether each channel is one number.
func (t tiles) single() bool { return t.shape.H*t.shape.W == 1 }

// n returns how many channels are drawn.
func (t tiles) n() int {
	if t.single() {
		return min(t.shape.C, 4096)
	}
	return min(t.shape.C, mostTiles)
}

// size returns a tile's width and height, and the distances to the next tile.
func (t tiles) size() (w, h, dx, dy float64) {
	if t.single() {
		cell := 20.0
		switch {
		case t.n() <= 16:
			cell = 36
		case t.n() > 512:
			cell = 8
		}
		return cell, cell, cell, cell
	}
	scale := tileEdge / float64(max(t.shape.H, t.shape.W))
	w, h = float64(t.shape.W)*scale, float64(t.shape.H)*scale
	return w, h, w + tileGap, h + tileName + tileGap
}

func (t tiles) columns() int {
	w, _, dx, _ := t.size()
	return max(1, min(t.n(), int((tilesWidth-w)/dx)+1))
}

// corner returns the upper left corner of tile i.
func (t tiles) corner(i int) (x, y float64) {
	_, _, dx, dy := t.size()
	cols := t.columns()
	return 2 + float64(i%cols)*dx, 2 + float64(i/cols)*dy
}

// find returns the channel whose tile is at a point, −1 if there is none.
func (t tiles) find(x, y float64) int {
	w, h, _, _ := t.size()
	for i := range t.n() {
		if cx, cy := t.corner(i); x >= cx && x < cx+w && y >= cy && y < cy+h {
			return i
		}
	}
	return -1
}

// scene draws the maps, with a frame around the chosen channel. values are [C, H, W].
func (t tiles) scene(title string, values []float32, chosen int, r viz.Range, m viz.Map) viz.Scene {
	w, h, _, dy := t.size()
	rows := (t.n() + t.columns() - 1) / t.columns()
	sc := viz.Scene{W: tilesWidth + 4, H: float64(rows)*dy + 4, Title: title}
	line := viz.Stroke{Paint: viz.Fill(viz.Line)}
	area := t.shape.H * t.shape.W
	if t.single() {
		// A line of cells is one picture.
		for i := 0; i < t.n(); i += t.columns() {
			x, y := t.corner(i)
			n := min(t.columns(), t.n()-i)
			pix := image.NewRGBA(image.Rect(0, 0, n, 1))
			viz.Tile(pix, values[i:i+n], n, 1, 1, r, m)
			sc.Add(viz.Image{X: x, Y: y, W: w * float64(n), H: h, Pix: pix}, viz.Rect{X: x, Y: y, W: w * float64(n), H: h, Stroke: line})
		}
	} else {
		for i := range t.n() {
			x, y := t.corner(i)
			pix := image.NewRGBA(image.Rect(0, 0, t.shape.W, t.shape.H))
			viz.Tile(pix, values[i*area:(i+1)*area], t.shape.W, t.shape.H, 1, r, m)
			sc.Add(viz.Image{X: x, Y: y, W: w, H: h, Pix: pix}, viz.Rect{X: x, Y: y, W: w, H: h, Stroke: line},
				viz.Text{X: x + w/2, Y: y + h + 12, S: strconv.Itoa(i + 1), Size: 11, Anchor: viz.Middle, Paint: viz.Fill(viz.Muted)})
		}
	}
	if chosen < t.n() {
		x, y := t.corner(chosen)
		sc.Add(frame(viz.Rect{X: x, Y: y, W: w, H: h})...)
	}
	return sc
}

// frame draws a frame around a cell that stands out on any colour.
func frame(r viz.Rect) []viz.Shape {
	outer := r
	outer.Stroke = viz.Stroke{Paint: viz.Fill(viz.Paper), Width: 5}
	r.Stroke = viz.Stroke{Paint: viz.Fill(viz.Result), Width: 2.5}
	return []viz.Shape{outer, r}
}

// mapScene draws one map large, with a frame around the unit. values are [H, W].
func mapScene(title string, s nn.Shape, values []float32, u Unit, r viz.Range, m viz.Map) viz.Scene {
	const pad = 3.0
	scale := fieldSide / float64(max(s.H, s.W))
	w, h := float64(s.W)*scale, float64(s.H)*scale
	pix := image.NewRGBA(image.Rect(0, 0, s.W, s.H))
	viz.Tile(pix, values, s.W, s.H, 1, r, m)
	sc := viz.Scene{W: w + 2*pad, H: h + 2*pad, Title: title}
	sc.Add(viz.Image{X: pad, Y: pad, W: w, H: h, Pix: pix}, viz.Rect{X: pad, Y: pad, W: w, H: h, Stroke: viz.Stroke{Paint: viz.Fill(viz.Line)}})
	sc.Add(frame(viz.Rect{X: pad + float64(u.X)*scale, Y: pad + float64(u.Y)*scale, W: scale, H: scale})...)
	return sc
}
