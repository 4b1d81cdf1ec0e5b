package trainlab

import (
	"image"
	"math"
	"slices"

	"stridelab/app/lang"
	"stridelab/train"
	"stridelab/viz"
)

// lossChart is the curve of the loss: minibatches faint, their exponential
// average, and the test set.
func lossChart(s *Store, l lang.Lang, w, h, font float64) viz.Curves {
	c := chart(&s.Loss, s.Tests.Points(), func(p train.Point) float64 { return float64(p.Loss) }, 1, l)
	c.W, c.H, c.FontSize = w, h, font
	c.Title = text.LossCurve.In(l)
	c.Y = viz.Range{Lo: 0, Hi: lossCeiling(s)}
	return c
}

// accuracyChart is the share of right answers in percent.
func accuracyChart(s *Store, l lang.Lang, w, h, font float64) viz.Curves {
	c := chart(&s.Accuracy, s.Tests.Points(), func(p train.Point) float64 { return 100 * float64(p.Accuracy) }, 100, l)
	c.W, c.H, c.FontSize = w, h, font
	c.Title = text.AccuracyCurve.In(l)
	c.YLabel = "%"
	c.Y = viz.Range{Lo: 0, Hi: 100}
	return c
}

// lossCeiling keeps a single wild minibatch from flattening the curve: the
// axis ends a little above the larger of ln 10 and the smoothed curve's top.
func lossCeiling(s *Store) float64 {
	top := 2.5
	for _, b := range s.Loss.Buckets() {
		top = max(top, 1.15*b.Smooth)
	}
	return top
}

func chart(curve *Curve, tests []train.Point, value func(train.Point) float64, scale float64, l lang.Lang) viz.Curves {
	buckets := curve.Buckets()
	n := len(buckets)
	raw := viz.Series{Name: text.Minibatch.In(l), Role: viz.Series1, Faint: true}
	smooth := viz.Series{Name: text.Smoothed.In(l), Role: viz.Series1, X: make([]float64, 0, n), Y: make([]float64, 0, n)}
	for _, b := range buckets {
		mid := float64(b.First+b.Last) / 2
		if b.N == 1 {
			raw.X, raw.Y = append(raw.X, mid), append(raw.Y, scale*b.Min)
		} else { // a bucket of several steps shows how far they spread
			raw.X, raw.Y = append(raw.X, float64(b.First), float64(b.Last)), append(raw.Y, scale*b.Min, scale*b.Max)
		}
		smooth.X, smooth.Y = append(smooth.X, float64(b.Last)), append(smooth.Y, scale*b.Smooth)
	}
	test := viz.Series{Name: text.Test.In(l), Role: viz.Series2, Marker: viz.Dot}
	last := 1.0
	for _, p := range tests {
		test.X, test.Y = append(test.X, float64(p.Step)), append(test.Y, value(p))
		last = max(last, float64(p.Step))
	}
	if n > 0 {
		last = max(last, float64(buckets[n-1].Last))
	}
	return viz.Curves{
		X:      viz.Range{Lo: 0, Hi: last},
		Series: []viz.Series{raw, smooth, test},
	}
}

// Plate is a picture made of tiles, one an output channel or filter. Its
// pixels are reused from one frame to the next.
type Plate struct {
	Pix  *image.RGBA
	Grid viz.Grid
}

// fit gives the plate room for n tiles of w×h cells, scale pixels a cell, in
// rows of at most width pixels. A plate that fits already is left as it is.
func (p *Plate) fit(n, w, h, scale, gap, width int) {
	grid := viz.NewGrid(n, w*scale, h*scale, gap, width)
	size := grid.Size()
	if p.Pix == nil || p.Pix.Rect.Size() != size {
		p.Pix = image.NewRGBA(image.Rectangle{Max: size})
	}
	p.Grid = grid
}

func (p *Plate) tile(i int) *image.RGBA { return p.Pix.SubImage(p.Grid.Cell(i)).(*image.RGBA) }

// paintFilters paints the first convolution's filters in tiles of at most
// edge pixels that stand pitch pixels apart. Filters over 3 channels are shown in colour, zero mid-grey;
// over 1, blue below zero and orange above. Of other numbers of channels the
// first is shown.
func (p *Plate) paintFilters(f train.Filters, edge, pitch, width int, diverging viz.Map) {
	if f.Out == 0 || len(f.Data) == 0 {
		p.Pix = nil
		return
	}
	scale := max(1, edge/max(f.W, f.H))
	p.fit(f.Out, f.W, f.H, scale, max(1, pitch-scale*f.W), width)
	r := viz.RangeOf(f.Data).Symmetric()
	each, plane := f.In*f.H*f.W, f.H*f.W
	for i := range f.Out {
		w := f.Data[i*each : (i+1)*each]
		if f.In == 3 {
			viz.TileRGB(p.tile(i), w, f.W, f.H, scale, r)
		} else {
			viz.Tile(p.tile(i), w[:plane], f.W, f.H, scale, r, diverging)
		}
	}
}

// paintMaps paints a layer's feature maps, each channel a tile edge pixels
// wide, gap pixels apart; a flat layer is a strip one pixel high, a pixel for each number.
func (p *Plate) paintMaps(v train.Volume, edge, gap, width int, m viz.Map) {
	if v.C == 0 || len(v.Data) == 0 {
		p.Pix = nil
		return
	}
	r := viz.RangeOf(v.Data)
	if v.Flat || v.H*v.W == 1 {
		p.fit(1, v.C, 1, 1, 0, v.C)
		viz.Tile(p.tile(0), v.Data, v.C, 1, 1, r, m)
		return
	}
	scale := max(1, edge/v.W)
	p.fit(v.C, v.W, v.H, scale, gap, width)
	plane := v.H * v.W
	for i := range v.C {
		viz.Tile(p.tile(i), v.Data[i*plane:(i+1)*plane], v.W, v.H, scale, r, m)
	}
}

// paintSample paints an image of values in [0,1], one pixel a cell, in
// colour when it has three planes.
func (p *Plate) paintSample(v train.Volume) {
	plane := v.H * v.W
	if plane == 0 || len(v.Data) < plane {
		p.Pix = nil
		return
	}
	p.fit(1, v.W, v.H, 1, 0, v.W)
	if v.C == 3 {
		viz.TileRGB(p.tile(0), v.Data, v.W, v.H, 1, viz.Range{Lo: 0, Hi: 1})
		return
	}
	viz.Tile(p.tile(0), v.Data[:plane], v.W, v.H, 1, viz.Range{Lo: 0, Hi: 1}, viz.Gray())
}

// mapGap is the room between feature maps, in pixels.
const mapGap = 4

// mapsLayout says where each layer's name and maps go on their canvas.
type mapsLayout struct {
	Rows   []mapsRow
	Height float64
}

// mapsRow is one layer: its name stands at the left, or above on a narrow canvas.
type mapsRow struct {
	Name         string
	Y, TextY     float64
	X            float64
	Edge, Width  int     // of a tile and of the row, pixels
	Gap          int     // between tiles, pixels
	StripW       float64 // of a flat layer's strip
	StripH       float64
	Shape        string
	NameX        float64
	ShapeX       float64
	ShapeY       float64
	PictureH     float64
	Channels     int
	LayerH, LayW int
}

// leftOfMaps is the room for the layers' names; on a narrow canvas they stand
// above their maps instead.
func leftOfMaps(width, font float64) float64 {
	if width < 520 {
		return 0
	}
	return 8 * font
}

// layMaps lays the layers out in a canvas of the given width.
func layMaps(maps []train.Volume, width, font float64) mapsLayout {
	left := leftOfMaps(width, font)
	narrow := left == 0
	out := mapsLayout{}
	y := 0.0
	for i, v := range maps {
		row := mapsRow{Name: v.Name, X: left, Channels: v.C, LayerH: v.H, LayW: v.W, Width: int(width - left)}
		if v.Flat || v.H*v.W == 1 {
			row.Shape = formatCount(int64(v.C))
			row.StripW = min(float64(row.Width), float64(v.C)*max(1, math.Floor(min(8, float64(row.Width)/float64(max(v.C, 1))))))
			row.StripH = font * 1.5
			row.PictureH = row.StripH
		} else {
			row.Shape = formatCount(int64(v.H)) + "×" + formatCount(int64(v.W)) + "×" + formatCount(int64(v.C))
			row.Edge, row.Gap = mapScale(v, row.Width, font)*v.W, mapGap
			if i > 0 && maps[i-1].C == v.C && out.Rows[i-1].Edge >= max(v.W, v.H) {
				// A layer after another with as many channels stands in its columns.
				above := out.Rows[i-1]
				row.Edge = above.Edge / v.W * v.W
				row.Gap = above.Edge + above.Gap - row.Edge
			}
			scale := row.Edge / v.W
			row.PictureH = float64(viz.NewGrid(v.C, v.W*scale, v.H*scale, row.Gap, row.Width).Size().Y)
		}
		if narrow {
			row.TextY, row.ShapeY, row.ShapeX = y+font, y+font, 5*font
			y += font * 1.6
		} else {
			row.TextY, row.ShapeY = y+font, y+2.3*font
		}
		row.Y = y
		y += max(row.PictureH, map[bool]float64{true: 0, false: 2.6 * font}[narrow]) + font
		out.Rows = append(out.Rows, row)
	}
	out.Height = math.Ceil(y)
	return out
}

// largestTile is the edge that no tile exceeds: it grows with the lettering.
func largestTile(font float64) int { return int(6.5 * font) }

// mapScale is how many pixels a cell of a layer's maps takes: all tiles stand in
// one row if they are not too small for it, in several otherwise.
func mapScale(v train.Volume, width int, font float64) int {
	longest := max(v.W, v.H)
	for _, rows := range []int{1, 2, 4} {
		columns := (v.C + rows - 1) / rows
		edge := min(largestTile(font), width/columns-mapGap)
		if scale := edge / longest; scale >= 1 && (edge >= 24 || rows == 4) {
			return scale
		}
	}
	return 1
}

// barsScene draws a row for each class: its name, a bar as long as its
// probability, the percentage. The likeliest is set in bold and has a ring,
// the label, when known (not negative), a tick mark after its name. Of more
// than ten classes the ten likeliest are shown. Without probabilities the
// bars are empty.
func barsScene(s *Store, probs []float32, label int, w, h, font float64) viz.Scene {
	scene := viz.Scene{W: w, H: h}
	known := len(probs) > 0
	if !known {
		probs = make([]float32, s.Classes())
	}
	classes := likeliest(probs, 10)
	if len(classes) == 0 {
		return scene
	}
	best := -1
	if known {
		best, _ = Best(probs)
	}
	pitch := h / float64(max(10, len(classes)))
	nameW := 1.4 * font
	for _, c := range classes {
		nameW = max(nameW, min(w/3, viz.TextWidth(s.ClassName(c), font)))
	}
	const mark = 1.3
	left, right := nameW+mark*font, w-4.2*font
	for i, c := range classes {
		y := float64(i) * pitch
		base := y + pitch/2 + font*0.36
		p := math.Min(1, math.Max(0, float64(probs[c])))
		scene.Add(viz.Text{X: nameW, Y: base, S: s.ClassName(c), Size: font, Anchor: viz.End, Paint: viz.Fill(viz.Ink), Bold: c == best})
		if c == label {
			scene.Add(viz.Marker{Kind: viz.Diamond, X: nameW + mark*font/2, Y: y + pitch/2, R: font * 0.28, Paint: viz.Fill(viz.Accent)})
		}
		paint := viz.Fill(viz.Series1)
		if c == best {
			paint = viz.Fill(viz.Result)
		}
		bar := pitch * 0.56
		scene.Add(
			viz.Rect{X: left, Y: y + (pitch-bar)/2, W: right - left, H: bar, Fill: viz.Fill(viz.Panel)})
		if !known {
			continue
		}
		scene.Add(
			viz.Rect{X: left, Y: y + (pitch-bar)/2, W: max(0.5, p*(right-left)), H: bar, Fill: paint},
			viz.Text{X: w, Y: base, S: formatPercent(p), Size: font * 0.92, Anchor: viz.End, Paint: viz.Fill(viz.Muted), Bold: c == best},
		)
	}
	return scene
}

// likeliest lists the classes to show, in the order of their index: all when
// there are no more than most, or the most likely.
func likeliest(probs []float32, most int) []int {
	classes := make([]int, 0, most)
	if len(probs) <= most {
		for i := range probs {
			classes = append(classes, i)
		}
		return classes
	}
	for len(classes) < most {
		best := -1
		for i, p := range probs {
			if (best < 0 || p > probs[best]) && !slices.Contains(classes, i) {
				best = i
			}
		}
		classes = append(classes, best)
	}
	slices.Sort(classes)
	return classes
}
