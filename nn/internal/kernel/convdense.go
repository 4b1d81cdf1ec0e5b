package kernel

// dense is a convolution's way back when most of its output's gradients are not
// 0. Both gradients are sums over whole planes: the one by the input is itself a
// convolution, of the output's gradient with each filter turned by half a turn.
type dense struct {
	direct
	back *direct   // from the output's gradient to the input's; nil where no one asks
	d8   []float32 // one sample's output gradient [out/8][OH*OW][8]
	x8   []float32 // one panel of its input gradient [H*W][8]
	dw   []float32 // weight gradients [out/8][c][f][f][8]
	db   []float32 // [out/8][8]
}

// CanConvolveBack tells whether Conv and ConvAvgPool serve this layer: what
// CanConvolve asks for, padding of less than a filter and an input of at least 2
// by 2.
func CanConvolveBack(h, w, f, p int) bool {
	return CanConvolve(h, w, f, p) && p < f && h > 1 && w > 1
}

// newDense panics when the layer cannot be convolved directly. toInput tells
// whether backward is to find the input's gradient too.
func newDense(c, h, w, f, p, out int, toInput bool, loops convLoops) dense {
	if !CanConvolveBack(h, w, f, p) {
		panic("kernel: bad convolution")
	}
	k := dense{direct: newDirect(c, h, w, f, p, out, loops)}
	if toInput {
		back := newDirect(out, k.oh, k.ow, f, f-1-p, c, loops)
		k.back, k.x8 = &back, make([]float32, 8*h*w)
	}
	k.d8 = make([]float32, len(k.bias)*k.oh*k.ow)
	k.dw, k.db = make([]float32, len(k.panels)), make([]float32, len(k.bias))
	return k
}

// Pack takes over weights w [Out, C, F, F] and biases b [Out]; Forward and
// Backward use the last ones packed. It panics when the lengths do not fit.
func (k *dense) Pack(w, b []float32) {
	k.packPanels(w, b)
	if k.back == nil {
		return
	}
	ff := k.f * k.f
	for o := 0; o < k.out; o++ {
		for c := 0; c < k.c; c++ {
			to := k.back.panels[c/8*8*k.out*ff+8*o*ff+c%8:]
			for i, v := range w[(o*k.c+c)*ff:][:ff] {
				to[8*(ff-1-i)] = v
			}
		}
	}
}

// begin forgets the gradients gathered.
func (k *dense) begin() {
	clear(k.dw)
	clear(k.db)
}

// backward gathers the gradients of one sample x, whose output's gradient is in
// d8, and sets dx, if there is one.
func (k *dense) backward(dx, x []float32) {
	src, plane, row := k.source(x)
	size, taps := k.oh*k.ow, k.c*k.f*k.f
	for o := 0; o < len(k.bias); o += 8 {
		d := k.d8[o*size:][:8*size]
		addColumns8(k.db[o:][:8], d)
		k.loops.grad(ptr(k.dw[o*taps:]), ptr(d), src, k.f, k.c, k.oh, k.ow, plane, row)
	}
	if dx == nil {
		return
	}
	src, plane, row = k.back.source8(k.d8)
	size = k.h * k.w
	for c := 0; c < k.c; c += 8 {
		k.back.convolve(k.x8, c, src, plane, row)
		unpack(dx[c*size:], k.x8, size)
	}
}

// flush adds the gradients gathered to dw [out, c, f, f] and db [out].
func (k *dense) flush(dw, db []float32) {
	taps := k.c * k.f * k.f
	for o := range db {
		db[o] += k.db[o]
		from := k.dw[o/8*8*taps+o%8:]
		for i := range dw[o*taps:][:taps] {
			dw[o*taps+i] += from[8*i]
		}
	}
}

// mustBack panics unless these are the arguments of Backward.
func (k *dense) mustBack(dx, dw, db, x []float32, n int) {
	same(n*k.c*k.h*k.w, x)
	same(k.out*k.c*k.f*k.f, dw)
	same(k.out, db)
	if dx != nil && (len(dx) != len(x) || k.back == nil) {
		panic(badLength)
	}
}
