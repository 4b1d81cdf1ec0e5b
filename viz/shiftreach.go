package viz

import (
	"math"
	"strconv"
)

// Reach shows how far a digit can be moved in eight directions before a net reads another
// class. Each of two nets has a closed line around the digit; the farther out the better.
type Reach struct {
	W     float64 // of the square picture
	Title string
	Size  float64    // of the type, 0 means 12
	Most  int        // pixels to the edge of the diagram
	Conv  [8]int     // pixels in each of the Ways; -1 where not yet known
	Dense [8]int     // the same for the other net
	At    [2]float64 // how far the digit has been moved now, (dx, dy) pixels
	Digit []bool     // [2·Most, 2·Most]: its ink, drawn as an outline in the middle; nil for none
}

// Ways are the eight directions of a Reach as steps (dx, dy): first right, then clockwise.
func Ways() [8][2]int {
	return [8][2]int{{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}
}

// Scene draws the diagram: squares of equal shift, the two lines, and the place of the digit
// now. A diagonal step goes a pixel across and a pixel down, so equal shifts are squares.
func (r Reach) Scene() Scene {
	size := r.Size
	if size == 0 {
		size = 12
	}
	sc := Scene{W: r.W, H: r.W, Title: r.Title}
	mid, half := r.W/2, r.W/2-size*0.6
	unit := half / float64(r.Most)
	grid, axis := Stroke{Paint: Fill(Faint)}, Stroke{Paint: Fill(Line)}
	for d := 4; d <= r.Most; d += 4 {
		e := unit * float64(d)
		sc.Add(Rect{X: crisp(mid - e), Y: crisp(mid - e), W: math.Round(2 * e), H: math.Round(2 * e), Stroke: grid})
	}
	sc.Add(Segment(mid-half, crisp(mid), mid+half, crisp(mid), axis), Segment(crisp(mid), mid-half, crisp(mid), mid+half, axis))
	for d := 4; d < r.Most; d += 4 {
		sc.Add(Text{X: mid + unit*float64(d) - size*0.2, Y: mid + size*1.05, S: strconv.Itoa(d), Size: size * 0.9, Anchor: End, Paint: Fill(Muted)})
	}
	if r.Digit != nil {
		for _, line := range Outline(r.Digit, 2*r.Most, 2*r.Most) {
			for i, p := range line {
				line[i] = Point{mid + (p.X-float64(r.Most))*unit, mid + (p.Y-float64(r.Most))*unit}
			}
			sc.Add(Polyline{Points: line, Closed: true, Stroke: Stroke{Paint: Fill(Line), Width: 1}})
		}
	}
	for _, net := range []struct {
		reach  [8]int
		role   Role
		dash   []float64
		marker MarkerKind
	}{{r.Dense, Series2, []float64{5, 3}, Square}, {r.Conv, Series1, nil, Dot}} {
		points := []Point{}
		for i, way := range Ways() {
			dx, dy := float64(way[0]), float64(way[1])
			if d := float64(net.reach[i]); d >= 0 {
				points = append(points, Point{mid + d*unit*dx, mid + d*unit*dy})
			}
		}
		if len(points) == 8 {
			ground := Fill(net.role)
			ground.Alpha = 0.12
			sc.Add(Polyline{Points: points, Closed: true, Fill: ground, Stroke: Stroke{Paint: Fill(net.role), Width: 2, Dash: net.dash}})
		}
		for _, p := range points {
			sc.Add(Marker{net.marker, p.X, p.Y, size * 0.28, Fill(net.role)})
		}
	}
	x, y := mid+r.At[0]*unit, mid+r.At[1]*unit
	sc.Add(Marker{Cross, x, y, size * 0.42, Fill(Paper)}, Marker{Ring, x, y, size * 0.36, Fill(Accent)})
	return sc
}
