//go:build !goexperiment.simd || !wasm

package data

func (l *inkLine) ink(dst []float32, w, x0, x1, y0, y1 int) { l.inkScalar(dst, w, x0, x1, y0, y1) }

func (c *colouring) paintRow(red, green, blue, ink []float32) {
	c.paintRowScalar(red, green, blue, ink)
}
