package viz

import (
	"math"
	"slices"
	"strings"
)

// Series is one curve. Tell curves apart by Dash and Marker as well as by Role: colour
// alone is lost on some readers and on every photocopy.
type Series struct {
	Name   string
	X, Y   []float64 // same length, X ascending; a value that is not finite is left out
	Role   Role
	Dash   []float64
	Marker MarkerKind // on the points, thinned so that they stand apart, and beside the name
	Faint  bool       // thin and pale: the minibatches behind their smoothed line
	Width  float64    // 0 means 1.75, or 1 when Faint
}

// Curves is a line chart: ticks at 1, 2, 5, every curve named at its end.
type Curves struct {
	W, H           float64 // of the whole picture
	Title          string
	XLabel, YLabel string
	X, Y           Range   // of the axes; a zero Range fits the data
	LogY           bool    // values of 0 and below are left out
	FractionX      bool    // x is no count: its ticks need not be whole numbers
	FontSize       float64 // 0 means 12
	Series         []Series
}

// plot is a chart's inner rectangle and its two scales.
type plot struct {
	left, top, right, bottom float64
	x, y                     Scale
}

func (p plot) point(x, y float64) Point {
	return Point{p.left + p.x.Unit(x)*(p.right-p.left), p.bottom - p.y.Unit(y)*(p.bottom-p.top)}
}

// Scene lays the chart out.
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
		key := paint // as pale as the line it stands for; the word has to be read
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

// mostTicks is how many marks the y axis may have.
func (c Curves) mostTicks(size float64) int { return int(max(3, c.H/(size*3.2))) }

// plot is where the curves are drawn, inside the labels.
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

// axes draws grid lines, ticks and the axes' names: y above its axis, upright, x at the
// end of its own.
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
		return strings.TrimSuffix(t.Label, ".0") // what its skipped neighbours needed
	}
	base := crisp(p.bottom)
	sc.Add(Segment(p.left, base, p.right, base, axis))
	// Room for the widest label and a space after it decides how many ticks x may have.
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

// curve draws a series and says where it ends.
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
		pt.Y = min(max(pt.Y, p.top), p.bottom) // what leaves a fixed axis runs along its edge
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

// fitX is the x axis: as asked, or what the data spans.
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

// fitY is the y axis: as asked, or what the data spans, widened to round values.
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

// span is the range of the finite values above floor.
func (c Curves) span(of func(Series) []float64, floor float64) (Range, bool) {
	r := Range{math.Inf(1), math.Inf(-1)}
	for _, s := range c.Series {
		for _, v := range of(s) {
			if isFinite(v) && v > floor {
				r.Lo, r.Hi = min(r.Lo, v), max(r.Hi, v)
			}
		}
	}
	return r, r.Lo <= r.Hi
}

// nameWidth is the room the names at the curves' ends and the x axis' name need.
func (c Curves) nameWidth(size float64) float64 {
	w := TextWidth(c.XLabel, size) + size
	for _, s := range c.Series {
		if len(s.X) > 0 {
			w = max(w, TextWidth(s.Name, size)+size*2)
		}
	}
	return math.Ceil(w)
}

// endName is a curve's name, first where the curve ends, then where there is room.
type endName struct {
	series Series
	end    Point
	y      float64
}

// spread moves names apart to at least gap, keeping their order and, where they fit, staying
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

// crisp puts a thin line on the middle of a pixel, where it is drawn one pixel wide.
func crisp(v float64) float64 { return math.Floor(v) + 0.5 }
