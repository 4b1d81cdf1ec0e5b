package data

// smudge makes one grey picture in six imperfect: either the ink is faint and the paper grainy, or
// the ink has holes as from a dry pen.
func smudge(r *rng, ink []float32) {
	if !r.chance(1.0 / 6) {
		return
	}
	fade, grain, dry := r.between(0.75, 1), r.between(0, 0.06), float32(0)
	if r.chance(0.3) {
		fade, grain, dry = 1, 0, r.between(0.1, 0.35)
	}
	for p := 0; p < len(ink); p += 2 {
		a, b := r.normals()
		ink[p] = clamp01(ink[p]*(fade-dry*a*a) + a*grain)
		ink[p+1] = clamp01(ink[p+1]*(fade-dry*b*b) + b*grain)
	}
}

// blotches is the edge of the grid of soft blotches on a background.
const blotches = 4

// paint colours the plane ink [h, w] into dst [3, h, w]. The paper has a gradient, soft blotches
// and grain. The ink has another colour, with a clear difference of luminance. A good third of the
// pictures is white on black, or nearly, so that a network trained in colour reads grey pictures
// too.
func paint(r *rng, dst, ink []float32, w, h int) {
	plane := w * h
	if r.chance(0.36) {
		copy(dst, ink)
		smudge(r, dst[:plane])
		copy(dst[plane:], dst[:plane])
		copy(dst[2*plane:], dst[:plane])
		return
	}
	paper, pen := colours(r)
	b := newBackground(r)
	c := colouring{paper: paper, pen: pen, background: b, grain: r.between(0, 0.1), noise: r.next()}
	for y := range h {
		c.row(float32(y)/float32(h), w)
		p := y * w
		c.paintRow(dst[p:][:w], dst[plane+p:][:w], dst[2*plane+p:][:w], ink[p:][:w])
	}
}

// colouring holds the colours of a picture. It is painted row by row.
type colouring struct {
	background
	paper, pen [3]float32
	grain      float32
	noise      uint64 // the state of the grain's generator
}

// paintRowScalar colours the row for which the background has been prepared.
func (c *colouring) paintRowScalar(red, green, blue, ink []float32) {
	red, green, blue = red[:len(ink)], green[:len(ink)], blue[:len(ink)]
	noise := c.noise
	for x, a := range ink {
		lum := c.light(x)
		noise = noise*lcgFactor + lcgStep
		red[x] = clamp01(blend(c.paper[0]+lum*c.tint[0], c.pen[0], a) + c.grain*tiny(noise>>48))
		green[x] = clamp01(blend(c.paper[1]+lum*c.tint[1], c.pen[1], a) + c.grain*tiny(noise>>32))
		blue[x] = clamp01(blend(c.paper[2]+lum*c.tint[2], c.pen[2], a) + c.grain*tiny(noise>>16))
	}
	c.noise = noise
}

// The grain comes from a linear congruential generator (Knuth's MMIX). One step gives 16 bits for
// each of the three channels. The lowest 16 bits are of poor quality and not used.
const lcgFactor, lcgStep = 6364136223846793005, 1442695040888963407

func blend(a, b, t float32) float32 { return a + t*(b-a) }

// tiny turns 16 bits into a number in [-1,1).
func tiny(bits uint64) float32 { return float32(int16(bits)) * (1.0 / (1 << 15)) }

// background is uneven light on the paper: a gradient, and blotches between the knots of a grid.
type background struct {
	gx, gy float32 // change of luminance over the whole width and height
	tint   [3]float32
	knots  [(blotches + 1) * (blotches + 1)]float32

	// For the row being painted: the luminance at the columns of the knots, and the knots per
	// pixel.
	line  [blotches + 1]float32
	scale float32
}

func newBackground(r *rng) (b background) {
	if r.chance(0.6) {
		b.gx, b.gy = r.between(-0.15, 0.15), r.between(-0.15, 0.15)
	}
	var patch float32
	if r.chance(0.5) {
		patch = r.between(0, 0.12)
	}
	for i := range b.knots {
		b.knots[i] = patch * (2*r.unit() - 1)
	}
	b.tint = [3]float32{r.between(0.5, 1), r.between(0.5, 1), r.between(0.5, 1)}
	return b
}

// row prepares a row at y, in [0,1) from top to bottom, of a picture w pixels wide.
func (b *background) row(y float32, w int) {
	fy := y * blotches
	ky := int(fy)
	for k := range b.line {
		top, bottom := b.knots[ky*(blotches+1)+k], b.knots[(ky+1)*(blotches+1)+k]
		b.line[k] = blend(top, bottom, fy-float32(ky)) + b.gy*(y-0.5) + b.gx*(float32(k)/blotches-0.5)
	}
	b.scale = blotches / float32(w)
}

// light is the luminance to add at column x of the row.
func (b *background) light(x int) float32 {
	f := float32(x) * b.scale
	// It is below blotches; the remainder lets the compiler leave out a check.
	k := uint(f) % blotches
	return blend(b.line[k], b.line[k+1], f-float32(k))
}

// colours draws random colours of paper and pen that differ enough in luminance to be read.
func colours(r *rng) (paper, pen [3]float32) {
	for range 16 {
		for c := range 3 {
			paper[c], pen[c] = r.unit(), r.unit()
		}
		difference := luminance(paper[0], paper[1], paper[2]) - luminance(pen[0], pen[1], pen[2])
		if difference > 0.45 || difference < -0.45 {
			return paper, pen
		}
	}
	return [3]float32{0.1, 0.1, 0.1}, [3]float32{0.9, 0.9, 0.9}
}

// clamp01 is min(max(v, 0), 1), which would be two calls in WebAssembly.
func clamp01(v float32) float32 {
	if v < 0 {
		return 0
	}
	if v > 1 {
		return 1
	}
	return v
}
