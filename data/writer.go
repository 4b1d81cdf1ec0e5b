package data

import "math"

// A writer draws digits, one after the other, and owns the memory for that.
type writer struct {
	forms  [10][]form
	nodes  [maxNodes]node
	path   [maxPath]inkPoint
	starts [maxNodes + 1]int // where in path each stroke starts, and then the end of the path
	ends   int               // the number of strokes
}

// Between two nodes there are at most maxSteps points, so a path has at most maxPath.
const (
	maxSteps = 16
	maxPath  = maxNodes * (maxSteps + 1)
)

// node is a point that the pen passes, and the direction of the curve there: the derivative by the
// chord length.
type node struct {
	x, y   float32
	vx, vy float32
	corner bool
}

// style is how a digit is written. Each sample has a random style of its own.
type style struct {
	height float32 // of the digit's larger side, ink included, in pixels
	radius float32 // of the pen, in pixels
	taper  float32 // change of the radius over a stroke, as a share of it
	soft   float32 // width of the edge, in pixels
	tremor float32 // of the pen, in pixels
	jitter float32 // of each node, as a share of the height
	sharp  float32 // 1 keeps corners, 0 rounds them
	shiftX float32 // of the centre of mass from the picture's middle, in pixels
	shiftY float32
}

// write draws a digit on the plane dst [h, w], which must be clear.
func (hw *writer) write(r *rng, digit int, st style, dst []float32, w, h int) {
	f := chooseForm(r, hw.forms[digit])
	n := hw.mixExamples(r, f, st)
	deform(r, digit, hw.nodes[:n])
	hw.trace(r, f, st)
	hw.place(st, float32(w), float32(h))
	for s := 0; s < hw.ends; s++ {
		stroke := hw.path[hw.starts[s]:hw.starts[s+1]]
		for i := 1; i < len(stroke); i++ {
			drawLine(dst, w, h, stroke[i-1], stroke[i], st.soft)
		}
	}
}

// chooseForm draws one of a digit's forms, by their shares.
func chooseForm(r *rng, forms []form) *form {
	u := r.unit()
	for i := range forms {
		u -= forms[i].share
		if u < 0 {
			return &forms[i]
		}
	}
	return &forms[0]
}

// mixExamples sets the nodes to a random mixture of f's examples, with jitter, and returns their
// number.
func (hw *writer) mixExamples(r *rng, f *form, st style) int {
	var weight [maxExamples]float32
	var sum float32
	for k := range f.examples {
		u := r.unit()
		u *= u
		weight[k] = u*u + 1e-3 // the fourth power: mostly one or two examples count
		sum += weight[k]
	}
	for i := range f.corner {
		var x, y float32
		for k, example := range f.examples {
			x += weight[k] * example[i][0]
			y += weight[k] * example[i][1]
		}
		jx, jy := r.normals()
		hw.nodes[i] = node{x: x/sum + jx*st.jitter, y: y/sum + jy*st.jitter, corner: f.corner[i]}
	}
	return len(f.corner)
}

// deform bends the whole digit: a random quadratic map, which makes one part larger than another
// and bends stems, then a random width, slant and rotation.
func deform(r *rng, digit int, nodes []node) {
	var q [6]float32
	for i := 0; i < len(q); i += 2 {
		q[i], q[i+1] = r.normals()
	}
	const bend = 0.13
	widen := max(1.17+0.24*r.normal(), 0.5)
	if r.chance(0.06) {
		widen *= 1.4
	}
	slant := -0.1 - 0.24*r.normal()
	turn := 0.09 * r.normal()
	if digit == 1 {
		slant *= 1.4
	}
	cos := 1 - turn*turn/2
	for i := range nodes {
		x, y := nodes[i].x-0.3, nodes[i].y-0.5
		xx, xy, yy := x*x, x*y, y*y
		u := x + bend*(q[0]*xx+2*q[1]*xy+q[2]*yy)
		v := y + bend*(q[3]*xx+q[4]*xy+q[5]*yy)
		u = u*widen + slant*v
		nodes[i].x, nodes[i].y = u*cos-v*turn, u*turn+v*cos
	}
}

// trace fills path with a smooth curve through the nodes of each stroke: cubic Hermite, with
// tangents by chord length. Positions are still shares of the height; the radius is in pixels.
func (hw *writer) trace(r *rng, f *form, st style) {
	at, from := 0, 0
	hw.ends = len(f.strokes)
	perStep := st.height / 2.5 // one step for every two and a half pixels
	var wx, wy, wr float32
	for s, count := range f.strokes {
		nodes := hw.nodes[from : from+count]
		from += count
		tangents(nodes, st.sharp)
		hw.starts[s] = at
		hw.path[at] = inkPoint{nodes[0].x, nodes[0].y, st.radius}
		at++
		for i := 1; i < count; i++ {
			a, b := nodes[i-1], nodes[i]
			d := distance(a, b)
			steps := min(int(d*perStep)+1, maxSteps)
			step := 1 / float32(steps)
			for k := 1; k <= steps; k++ {
				t := float32(k) * step
				t1 := 1 - t
				h00, h01 := t1*t1*(1+2*t), t*t*(3-2*t)
				h10, h11 := t*t1*t1*d, -t*t*t1*d
				jx, jy := r.normals()
				wx, wy, wr = 0.6*wx+0.5*jx, 0.6*wy+0.5*jy, 0.7*wr+0.4*(jx-jy)
				along := (float32(i-1)+t)/float32(count-1) - 0.5
				width := 1 + st.taper*along + 0.05*wr
				if width < 0.4 {
					width = 0.4
				}
				hw.path[at] = inkPoint{
					x: h00*a.x + h01*b.x + h10*a.vx + h11*b.vx + wx*st.tremor/st.height,
					y: h00*a.y + h01*b.y + h10*a.vy + h11*b.vy + wy*st.tremor/st.height,
					r: st.radius * width,
				}
				at++
			}
		}
	}
	hw.starts[len(f.strokes)] = at
}

// tangents sets the direction of the curve at each node.
func tangents(nodes []node, sharp float32) {
	last := len(nodes) - 1
	for i := range nodes {
		a, b, c := nodes[max(i-1, 0)], nodes[i], nodes[min(i+1, last)]
		d0, d1 := distance(a, b), distance(b, c)
		s0, s1 := d1/(d0+d1), d0/(d0+d1) // the nearer neighbour counts more
		if i == 0 {
			s0, s1, d0 = 0, 1, 1
		} else if i == last {
			s0, s1, d1 = 1, 0, 1
		}
		speed := float32(1)
		if b.corner {
			speed = 1 - sharp
		}
		nodes[i].vx = speed * (s0*(b.x-a.x)/d0 + s1*(c.x-b.x)/d1)
		nodes[i].vy = speed * (s0*(b.y-a.y)/d0 + s1*(c.y-b.y)/d1)
	}
}

// distance is never 0, so it can be a divisor.
func distance(a, b node) float32 {
	dx, dy := b.x-a.x, b.y-a.y
	return float32(math.Sqrt(float64(dx*dx+dy*dy))) + 1e-3
}

// place scales path to st.height and moves its centre of mass to the middle of the w×h picture, as
// in MNIST. The whole digit stays inside the picture.
func (hw *writer) place(st style, w, h float32) {
	path := hw.path[:hw.starts[hw.ends]]
	x0, x1, y0, y1 := path[0].x, path[0].x, path[0].y, path[0].y
	for _, p := range path {
		if p.x < x0 { // min and max would be calls in WebAssembly
			x0 = p.x
		} else if p.x > x1 {
			x1 = p.x
		}
		if p.y < y0 {
			y0 = p.y
		} else if p.y > y1 {
			y1 = p.y
		}
	}
	scale := (st.height - 2*st.radius) / max(x1-x0, y1-y0, 0.3)
	var mass, mx, my float32
	for s := range hw.ends {
		stroke := path[hw.starts[s]:hw.starts[s+1]]
		for i := 1; i < len(stroke); i++ {
			a, b := stroke[i-1], stroke[i]
			dx, dy := b.x-a.x, b.y-a.y
			m := (a.r + b.r) * float32(math.Sqrt(float64(dx*dx+dy*dy)))
			mass += m
			mx += m * (a.x + b.x) / 2
			my += m * (a.y + b.y) / 2
		}
	}
	if mass > 0 {
		mx, my = mx/mass, my/mass
	}
	ox := inside(w/2-mx*scale+st.shiftX, x0*scale-st.radius, x1*scale+st.radius, w)
	oy := inside(h/2-my*scale+st.shiftY, y0*scale-st.radius, y1*scale+st.radius, h)
	for i := range path {
		path[i].x = path[i].x*scale + ox
		path[i].y = path[i].y*scale + oy
	}
}

// inside returns the offset nearest to the given one with which lo..hi lies within 0..size.
func inside(offset, lo, hi, size float32) float32 {
	return max(min(offset, size-hi), -lo)
}
