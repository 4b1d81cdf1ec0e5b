package viz

import (
	"math"
	"slices"
	"strings"
)

// Series is one curve. Curves of one chart should differ in Dash or Marker as well as in Role,
// since some readers, and every photocopy, do not see colours.
type Series struct {
	Name   string
	X, Y   []float64 // of the same length, X ascending; points that are not finite are left out
	Role   Role
	Dash   []float64
	Marker MarkerKind // on points that are far enough apart, and beside the name
	Faint  bool       // thin and pale, like the minibatches behind their smoothed curve
	Width  float64    // 0 means 1.75, or 1 when Faint
}

// Curves is a line chart. The name of each curve stands at its end.
type Curves struct {
	W, H           float64 // of the whole picture
	Title          string
	XLabel, YLabel string
	X, Y           Range   // of the axes; a zero Range is fitted to the data
	LogY           bool    // y is logarithmic, and values of 0 and below are left out
	FractionX      bool    // x is not a count, so its ticks need not be whole numbers
	FontSize       float64 // 0 means 12
	Series         []Series
}

// plot is the inner rectangle of a chart and its two scales.
type plot struct {
	left, top, right, bottom float64
	x, y                     Scale
}

func (p plot) point(x, y float64) Point {
	return Point{p.left + p.x.Unit(x)*(p.right-p.left), p.bottom - p.y.Unit(y)*(p.bottom-p.top)}
}

// Scene draws the chart.
func (c Curves) Scene() Scene {
	size := c.FontSize
	if size == 0 {
		size = 12
	}
	sc := Scene{W: c.W, H: c.H, Title: c.Title}
	p := c.plot(size)
	yTicks := p.y.Ticks(c.mostTicks(size))
	c.axes(&sc, p, yTicks, size)

	var names []endName
	for _, s := range c.Series {
		if end, ok := c.curve(&sc, p, s); ok {
			names = append(names, endName{s, end, end.Y})
		}
	}
	spread(names, p.top, p.bottom, size*1.3)
	for _, n := range names {
		x := p.right + size*0.75
		paint := Fill(n.series.Role)
		key := paint // as pale as its line, unlike the name, which must be read
		if n.series.Faint {
			key.Alpha = faintAlpha
		}
		if n.series.Marker != NoMarker {
			sc.Add(Marker{n.series.Marker, x + size*0.3, n.y, size * 0.3, key})
		} else {
			sc.Add(Segment(x-size*0.1, n.y, x+size*0.7, n.y, Stroke{Paint: key, Width: 2, Dash: n.series.Dash}))
		}
		sc.Add(Text{X: x + size, Y: n.y + size*0.35, S: n.series.Name, Size: size, Paint: paint})
	}
	return sc
}

// mostTicks is the most marks that the y axis may have.
func (c Curves) mostTicks(size float64) int { return int(max(3, c.H/(size*3.2))) }

// plot is the rectangle for the curves, inside the labels, with the scales.
func (c Curves) plot(size float64) plot {
	p := plot{x: Scale{Range: c.fitX()}, y: Scale{Range: c.fitY(), Log: c.LogY}}
	var labelW float64
	for _, t := range p.y.Ticks(c.mostTicks(size)) {
		labelW = max(labelW, TextWidth(t.Label, size))
	}
	p.left = math.Ceil(labelW) + size*0.75
	p.top = math.Ceil(size * 2)
	p.right = c.W - c.nameWidth(size)
	p.bottom = c.H - math.Ceil(size*1.75)
	return p
}

// axes draws grid lines, ticks and the names of the axes. The name of y stands above its axis,
// not rotated, and the name of x at the end of its axis.
func (c Curves) axes(sc *Scene, p plot, yTicks []Tick, size float64) {
	grid, axis := Stroke{Paint: Fill(Faint)}, Stroke{Paint: Fill(Line)}
	for _, t := range yTicks {
		y := crisp(p.point(p.x.Lo, t.Value).Y)
		sc.Add(Segment(p.left, y, p.right, y, grid),
			Text{X: p.left - size*0.5, Y: y + size*0.35, S: t.Label, Size: size, Anchor: End, Paint: Fill(Muted)})
	}
	label := func(t Tick) string {
		if c.FractionX {
			return t.Label
		}
		return strings.TrimSuffix(t.Label, ".0") // the decimal was for ticks that are left out
	}
	base := crisp(p.bottom)
	sc.Add(Segment(p.left, base, p.right, base, axis))
	// The number of ticks of x depends on the room for the widest label and a space.
	widest := max(TextWidth(formatTick(p.x.Hi, p.x.Hi, p.x.Hi), size), size*2)
	for _, t := range p.x.Ticks(int(max(2, (p.right-p.left)/(widest*2.2)))) {
		if !c.FractionX && t.Value != math.Trunc(t.Value) {
			continue
		}
		x := crisp(p.point(t.Value, 0).X)
		sc.Add(Segment(x, base, x, base+size*0.35, axis),
			Text{X: x, Y: base + size*1.4, S: label(t), Size: size, Anchor: Middle, Paint: Fill(Muted)})
	}
	sc.Add(Text{X: 0, Y: size, S: c.YLabel, Size: size, Paint: Fill(Ink)},
		Text{X: p.right + size*0.75, Y: base + size*0.35, S: c.XLabel, Size: size, Paint: Fill(Ink)})
}

// faintAlpha is how opaque a Faint series is.
const faintAlpha = 0.4

// curve draws a series and returns the point where it ends. ok is false without any point.
func (c Curves) curve(sc *Scene, p plot, s Series) (end Point, ok bool) {
	paint, width := Fill(s.Role), s.Width
	if width == 0 {
		width = 1.75
	}
	if s.Faint {
		paint.Alpha = faintAlpha
		if s.Width == 0 {
			width = 1
		}
	}
	xs, ys := Downsample(s.X, s.Y, int(max(1, p.right-p.left)))
	points := make([]Point, 0, len(xs))
	for i := range xs {
		if !isFinite(xs[i]) || !isFinite(ys[i]) || c.LogY && ys[i] <= 0 || xs[i] < p.x.Lo || xs[i] > p.x.Hi {
			continue
		}
		pt := p.point(xs[i], ys[i])
		pt.Y = min(max(pt.Y, p.top), p.bottom) // a value outside a fixed axis is drawn at its edge
		points = append(points, pt)
	}
	if len(points) == 0 {
		return Point{}, false
	}
	end = points[len(points)-1]
	if len(points) > 1 {
		sc.Add(Polyline{Points: points, Stroke: Stroke{Paint: paint, Width: width, Dash: s.Dash}})
	} else if s.Marker == NoMarker {
		sc.Add(Marker{Dot, end.X, end.Y, width, paint})
	}
	if s.Marker != NoMarker {
		const apart = 22 // pixels between markers
		next := math.Inf(-1)
		for i, pt := range points {
			lastOne := i == len(points)-1
			if pt.X < next || !lastOne && end.X-pt.X < apart {
				continue
			}
			sc.Add(Marker{s.Marker, pt.X, pt.Y, 3, paint})
			next = pt.X + apart
		}
	}
	return end, true
}

// fitX is the range of the x axis: the given one, or that of the data.
func (c Curves) fitX() Range {
	if c.X != (Range{}) {
		return c.X
	}
	r, ok := c.span(func(s Series) []float64 { return s.X }, math.Inf(-1))
	if !ok {
		return Range{0, 1}
	}
	if r.Lo == r.Hi {
		r.Hi++
	}
	return r
}

// fitY is the range of the y axis: the given one, or that of the data, widened to round values.
func (c Curves) fitY() Range {
	if c.Y != (Range{}) {
		return c.Y
	}
	floor := math.Inf(-1)
	if c.LogY {
		floor = 0
	}
	r, ok := c.span(func(s Series) []float64 { return s.Y }, floor)
	switch {
	case !ok && c.LogY:
		return Range{0.1, 1}
	case !ok:
		return Range{0, 1}
	case c.LogY && r.Lo == r.Hi:
		return Range{r.Lo / 2, r.Hi * 2}
	case c.LogY:
		return r
	}
	return r.Nice(6)
}

// span is the range of the finite values above floor. ok is false where there is none.
func (c Curves) span(of func(Series) []float64, floor float64) (r Range, ok bool) {
	r = Range{math.Inf(1), math.Inf(-1)}
	for _, s := range c.Series {
		for _, v := range of(s) {
			if isFinite(v) && v > floor {
				r.Lo, r.Hi = min(r.Lo, v), max(r.Hi, v)
			}
		}
	}
	return r, r.Lo <= r.Hi
}

// nameWidth is the width of the names at the right: those of the curves and of the x axis.
func (c Curves) nameWidth(size float64) float64 {
	w := TextWidth(c.XLabel, size) + size
	for _, s := range c.Series {
		if len(s.X) > 0 {
			w = max(w, TextWidth(s.Name, size)+size*2)
		}
	}
	return math.Ceil(w)
}

// endName is the name of a curve. y begins at the end of the curve; spread moves it to where
// there is room.
type endName struct {
	series Series
	end    Point
	y      float64
}

// spread moves names apart, to at least gap. They keep their order and, where they fit, stay
// between top and bottom.
func spread(names []endName, top, bottom, gap float64) {
	slices.SortStableFunc(names, func(a, b endName) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return 0
	})
	floor := top
	for i := range names {
		names[i].y = max(names[i].y, floor)
		floor = names[i].y + gap
	}
	ceiling := bottom - gap*0.8 // the x axis' name stands on the line below
	for i := len(names) - 1; i >= 0; i-- {
		names[i].y = min(names[i].y, ceiling)
		ceiling = names[i].y - gap
	}
}

// crisp moves a thin line to the middle of a pixel, so that it covers one pixel and not two.
func crisp(v float64) float64 { return math.Floor(v) + 0.5 }
