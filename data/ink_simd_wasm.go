//go:build goexperiment.simd && wasm

package data

import (
	"simd/archsimd"
	"unsafe"
)

// These loops handle four pixels at a time. They do the same operations in the same order as their
// scalar twins, so the results are the same bits, in a third of the time.

type vec = archsimd.Float32x4

func splat(x float32) vec { return archsimd.BroadcastFloat32x4(x) }

// at points to number x of s, whose length the caller has checked.
func at(s []float32, x int) unsafe.Pointer {
	return unsafe.Add(unsafe.Pointer(unsafe.SliceData(s)), 4*x)
}

// columns is 0, 1, 2, 3.
func columns() vec { return archsimd.LoadFloat32x4Array(&[4]float32{0, 1, 2, 3}) }

// ink is inkScalar with vectors. It visits groups of four pixels; those before x0 and from x1 on
// get no ink.
func (l *inkLine) ink(dst []float32, w, x0, x1, y0, y1 int) {
	if w%4 != 0 || len(dst) < y1*w {
		l.inkScalar(dst, w, x0, x1, y0, y1)
		return
	}
	var zero vec
	one, half, four := splat(1), splat(0.5), splat(4)
	dx, dy, dr, inv := splat(l.dx), splat(l.dy), splat(l.dr), splat(l.inv)
	steep, reach2, radius := splat(l.steep), splat(l.reach2), splat(l.a.r)
	x0 &^= 3
	first := splat(float32(x0)).Add(columns()) // exact, and stays exact when 4 is added
	startX := splat(l.a.x)
	for y := y0; y < y1; y++ {
		py := splat(float32(y) + 0.5 - l.a.y)
		down := py.Mul(dy)
		column, p := first, at(dst, y*w+x0)
		for n := x1 - x0; n > 0; n -= 4 {
			px := column.Add(half).Sub(startX)
			t := px.Mul(dx).Add(down).Mul(inv)
			t = zero.IfElse(t.Less(zero), t)
			t = one.IfElse(t.Greater(one), t)
			ex, ey := px.Sub(t.Mul(dx)), py.Sub(t.Mul(dy))
			d2 := ex.Mul(ex).Add(ey.Mul(ey))
			ink := radius.Add(t.Mul(dr)).Sub(d2.Sqrt()).Mul(steep).Add(half)
			ink = one.IfElse(ink.Greater(one), ink)
			was := archsimd.LoadFloat32x4Array((*[4]float32)(p))
			ink = ink.IfElse(d2.Less(reach2), was)
			ink.IfElse(ink.Greater(was), was).StoreArray((*[4]float32)(p))
			column, p = column.Add(four), unsafe.Add(p, 16)
		}
	}
}

// paintRow is paintRowScalar with vectors.
func (c *colouring) paintRow(red, green, blue, ink []float32) {
	w := len(ink)
	if w != digitEdge || len(red) != w || len(green) != w || len(blue) != w {
		c.paintRowScalar(red, green, blue, ink)
		return
	}
	var lum [digitEdge]float32
	var high, low [digitEdge]int32 // the upper and lower half of each state
	noise := c.noise
	for x := range high {
		noise = noise*lcgFactor + lcgStep
		high[x], low[x] = int32(noise>>32), int32(noise)
	}
	c.noise = noise
	scale, column := splat(c.scale), columns()
	for x := 0; x < w; x += 4 {
		k := x / (digitEdge / blotches)
		from := splat(c.line[k])
		f := splat(float32(x)).Add(column).Mul(scale).Sub(splat(float32(k)))
		from.Add(f.Mul(splat(c.line[k+1]).Sub(from))).StoreArray((*[4]float32)(at(lum[:], x)))
	}
	c.paintChannel(0, red, ink, &lum, &high, 0)
	c.paintChannel(1, green, ink, &lum, &high, 16)
	c.paintChannel(2, blue, ink, &lum, &low, 0)
}

// paintChannel colours one channel of a row. Its grain is 16 bits of the noise: those after the
// first skip bits.
func (c *colouring) paintChannel(i int, to, ink []float32, lum *[digitEdge]float32, noise *[digitEdge]int32, skip uint64) {
	var zero vec
	one, unit, grain := splat(1), splat(1.0/(1<<15)), splat(c.grain)
	paper, pen, tint := splat(c.paper[i]), splat(c.pen[i]), splat(c.tint[i])
	out, in, light, bits := at(to, 0), at(ink, 0), at(lum[:], 0), unsafe.Pointer(noise)
	for x := 0; x < digitEdge; x += 4 {
		base := paper.Add(archsimd.LoadFloat32x4Array((*[4]float32)(light)).Mul(tint))
		v := base.Add(archsimd.LoadFloat32x4Array((*[4]float32)(in)).Mul(pen.Sub(base)))
		n := archsimd.LoadInt32x4Array((*[4]int32)(bits)).ShiftAllLeft(skip).ShiftAllRight(16)
		v = v.Add(grain.Mul(n.ConvertToFloat32().Mul(unit)))
		v = zero.IfElse(v.Less(zero), v)
		one.IfElse(v.Greater(one), v).StoreArray((*[4]float32)(out))
		out, in, light, bits = unsafe.Add(out, 16), unsafe.Add(in, 16), unsafe.Add(light, 16), unsafe.Add(bits, 16)
	}
}
