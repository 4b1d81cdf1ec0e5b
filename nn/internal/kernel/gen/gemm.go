package main

import "strings"

const (
	rows      = 4  // rows of C in a tile
	unroll    = 16 // steps of k in one pass of outer's longest loop
	dotUnroll = 8  // vectors of k in one pass of dot's
	shard     = 8  // samples in a shard: k of a dense layer's weight gradient
)

const outerDoc = `// outer%s adds outer products. It sets mb blocks of 4 rows by nb tiles of 8 columns of C:
//
//	C[i][j] = alpha * sum over l of A[i][l]*B[l][j] + beta*C[i][j]
//
// with l ascending. All strides are in bytes. The rows of a block of A lie at a, a+a1, a+a2 and
// a+a3, with al from number to number along k; the next block is at a+ab. B has bl from row to
// row along k, and bt from tile to tile. The rows of C lie at c, c+c1, c+c2 and c+c3; the next
// block is at c+cb, the next tile at c+32. It reads a tile of C before it writes it, so equal
// offsets of rows (a short last block) do no harm. With beta 0 it does not read C.`

const outerSig = `(mb, nb, k int, alpha, beta float32, a unsafe.Pointer, a1, a2, a3, al, ab uintptr, b unsafe.Pointer, bl, bt uintptr, c unsafe.Pointer, c1, c2, c3, cb uintptr) {`

const dotDoc = `// dot%s takes dot products. It sets mb blocks of 4 rows by nb pairs of columns of C:
//
//	C[i][j] = alpha * sum over l of A[i][l]*B[j][l] + beta*C[i][j]
//
// with four partial sums (l mod 4), added as (0+1)+(2+3), then the last k mod 4 products in
// order. Strides are in bytes, as for outer. The second row of B of a pair is at b+b1, its second
// column of C at c+cj (cj is 0 for a single column). The next pair is at b+bb and at c+8.`

const dotSig = `(mb, nb, k int, alpha, beta float32, a unsafe.Pointer, a1, a2, a3, ab uintptr, b unsafe.Pointer, b1, bb uintptr, c unsafe.Pointer, c1, c2, c3, cb, cj uintptr) {`

func rowOff(prefix string, r int) string {
	if r == 0 {
		return "0"
	}
	return prefix + string(rune('0'+r))
}

// writeOuterSIMD writes the loops over the tiles twice: for any k, and for k = 8, which is a dense
// layer's weight gradient over a shard.
func writeOuterSIMD(p *printer) {
	p.f(outerDoc, "SIMD")
	p.f("func outerSIMD%s", outerSig)
	p.f("if k == shard && alpha == 1 && beta == 0 {")
	p.f("outerShardSIMD(mb, nb, a, a1, a2, a3, al, ab, b, bl, bt, c, c1, c2, c3, cb)")
	p.f("return")
	p.f("}")
	outerTiles(p, func(step func()) {
		p.f("l := k")
		for _, n := range []int{unroll, 4, 1} {
			p.f("for ; l >= %d; l -= %d {", n, n)
			for u := 0; u < n; u++ {
				step()
			}
			p.f("}")
		}
	})
	writeOuterShard(p)
	p.f("const shard = %d", shard)
	p.f("")
}

// writeOuterShard writes the loop for k = 8. All numbers of a block of A stand in vectors, more
// than there are registers: the compiler keeps them on the stack, from where a vector takes one
// instruction, and a number of A four.
func writeOuterShard(p *printer) {
	p.f("// outerShardSIMD is outerSIMD for k = shard, alpha = 1 and beta = 0. It goes along the rows of C.")
	p.f("func outerShardSIMD%s", strings.Replace(outerSig, "nb, k int, alpha, beta float32", "nb int", 1))
	p.f("for ; mb > 0; mb-- {")
	p.f("pa := a")
	for l := range shard {
		for r := range rows {
			p.f("x%d%d := splatAt(unsafe.Add(pa, %s))", l, r, rowOff("a", r))
		}
		p.f("pa = unsafe.Add(pa, al)")
	}
	p.f("bj, ci := b, c")
	p.f("for j := nb; j > 0; j-- {")
	p.f("var s00, s01, s10, s11, s20, s21, s30, s31 archsimd.Float32x4")
	p.f("pb := bj")
	for l := range shard {
		p.f("{")
		p.f("b0 := loadV(unsafe.Add(pb, 0))")
		p.f("b1 := loadV(unsafe.Add(pb, 16))")
		for r := range rows {
			p.f("s%d0 = s%d0.Add(x%d%d.Mul(b0))", r, r, l, r)
			p.f("s%d1 = s%d1.Add(x%d%d.Mul(b1))", r, r, l, r)
		}
		p.f("}")
		p.f("pb = unsafe.Add(pb, bl)")
	}
	storeTile(p)
	p.f("bj, ci = unsafe.Add(bj, bt), unsafe.Add(ci, 32)")
	p.f("}")
	p.f("a, c = unsafe.Add(a, ab), unsafe.Add(c, cb)")
	p.f("}")
	p.f("}")
	p.f("")
}

// storeTile prints the stores of a tile's sums.
func storeTile(p *printer) {
	for r := 0; r < rows; r++ {
		p.f("t%d := unsafe.Add(ci, %s)", r, rowOff("c", r))
		for h := 0; h < 2; h++ {
			p.f("storeV(unsafe.Add(t%d, %d), s%d%d)", r, 16*h, r, h)
		}
	}
}

// outerTiles prints the loops over the tiles around an inner product.
func outerTiles(p *printer, inner func(step func())) {
	p.f("va := archsimd.BroadcastFloat32x4(alpha)")
	p.f("vb := archsimd.BroadcastFloat32x4(beta)")
	p.f("for ; nb > 0; nb-- {")
	p.f("ai, ci := a, c")
	p.f("for i := mb; i > 0; i-- {")
	p.f("var s00, s01, s10, s11, s20, s21, s30, s31 archsimd.Float32x4")
	p.f("pa, pb := ai, b")
	inner(func() {
		p.f("{")
		p.f("b0 := loadV(unsafe.Add(pb, 0))")
		p.f("b1 := loadV(unsafe.Add(pb, 16))")
		for r := 0; r < rows; r++ {
			p.f("x%d := splatAt(unsafe.Add(pa, %s))", r, rowOff("a", r))
			p.f("s%d0 = s%d0.Add(x%d.Mul(b0))", r, r, r)
			p.f("s%d1 = s%d1.Add(x%d.Mul(b1))", r, r, r)
		}
		p.f("}")
		p.f("pa = unsafe.Add(pa, al)")
		p.f("pb = unsafe.Add(pb, bl)")
	})
	p.f("if alpha != 1 {")
	for r := 0; r < rows; r++ {
		p.f("s%d0, s%d1 = s%d0.Mul(va), s%d1.Mul(va)", r, r, r, r)
	}
	p.f("}")
	p.f("if beta != 0 {")
	for r := 0; r < rows; r++ {
		p.f("t%d := unsafe.Add(ci, %s)", r, rowOff("c", r))
		for h := 0; h < 2; h++ {
			p.f("s%d%d = s%d%d.Add(loadV(unsafe.Add(t%d, %d)).Mul(vb))", r, h, r, h, r, 16*h)
		}
	}
	p.f("}")
	storeTile(p)
	p.f("ai, ci = unsafe.Add(ai, ab), unsafe.Add(ci, cb)")
	p.f("}")
	p.f("b, c = unsafe.Add(b, bt), unsafe.Add(c, 32)")
	p.f("}")
	p.f("}")
	p.f("")
}

func writeOuterScalar(p *printer) {
	p.f(outerDoc, "Scalar")
	p.f("func outerScalar%s", outerSig)
	p.f("for ; nb > 0; nb-- {")
	p.f("for h := 0; h < 2; h++ {")
	p.f("ai, ci := a, c")
	p.f("for i := mb; i > 0; i-- {")
	for r := 0; r < rows; r++ {
		p.f("var s%d0, s%d1, s%d2, s%d3 float32", r, r, r, r)
	}
	p.f("pa, pb := ai, b")
	p.f("for l := k; l > 0; l-- {")
	for j := 0; j < 4; j++ {
		p.f("b%d := loadF(unsafe.Add(pb, %d))", j, 4*j)
	}
	for r := 0; r < rows; r++ {
		p.f("x%d := loadF(unsafe.Add(pa, %s))", r, rowOff("a", r))
		for j := 0; j < 4; j++ {
			p.f("s%d%d += float32(x%d * b%d)", r, j, r, j)
		}
	}
	p.f("pa, pb = unsafe.Add(pa, al), unsafe.Add(pb, bl)")
	p.f("}")
	for r := 0; r < rows; r++ {
		for j := 0; j < 4; j++ {
			p.f("s%d%d = float32(s%d%d * alpha)", r, j, r, j)
		}
	}
	p.f("if beta != 0 {")
	for r := 0; r < rows; r++ {
		for j := 0; j < 4; j++ {
			p.f("s%d%d += float32(loadF(unsafe.Add(ci, %s+%d)) * beta)", r, j, rowOff("c", r), 4*j)
		}
	}
	p.f("}")
	for r := 0; r < rows; r++ {
		for j := 0; j < 4; j++ {
			p.f("storeF(unsafe.Add(ci, %s+%d), s%d%d)", rowOff("c", r), 4*j, r, j)
		}
	}
	p.f("ai, ci = unsafe.Add(ai, ab), unsafe.Add(ci, cb)")
	p.f("}")
	p.f("b, c = unsafe.Add(b, 16), unsafe.Add(c, 16)")
	p.f("}")
	p.f("b = unsafe.Add(b, bt-32)")
	p.f("}")
	p.f("}")
	p.f("")
}

// dotFinish prints the common end of both forms of dot: the last k mod 4 products, alpha, beta,
// and the stores of the sums t00..t31.
func dotFinish(p *printer) {
	p.f("for l := k & 3; l > 0; l-- {")
	p.f("y0, y1 := loadF(unsafe.Add(pb, 0)), loadF(unsafe.Add(pb, b1))")
	for r := 0; r < rows; r++ {
		p.f("x%d := loadF(unsafe.Add(pa, %s))", r, rowOff("a", r))
		p.f("t%d0 += float32(x%d * y0)", r, r)
		p.f("t%d1 += float32(x%d * y1)", r, r)
	}
	p.f("pa, pb = unsafe.Add(pa, 4), unsafe.Add(pb, 4)")
	p.f("}")
	for r := 0; r < rows; r++ {
		p.f("t%d0, t%d1 = float32(t%d0*alpha), float32(t%d1*alpha)", r, r, r, r)
	}
	p.f("if beta != 0 {")
	for r := 0; r < rows; r++ {
		p.f("t%d0 += float32(loadF(unsafe.Add(ci, %s)) * beta)", r, rowOff("c", r))
		p.f("t%d1 += float32(loadF(unsafe.Add(ci, %s+cj)) * beta)", r, rowOff("c", r))
	}
	p.f("}")
	for r := 0; r < rows; r++ {
		p.f("storeF(unsafe.Add(ci, %s), t%d0)", rowOff("c", r), r)
		p.f("storeF(unsafe.Add(ci, %s+cj), t%d1)", rowOff("c", r), r)
	}
}

func writeDotSIMD(p *printer) {
	p.f(dotDoc, "SIMD")
	p.f("func dotSIMD%s", dotSig)
	p.f("for ; nb > 0; nb-- {")
	p.f("ai, ci := a, c")
	p.f("for i := mb; i > 0; i-- {")
	p.f("var s00, s01, s10, s11, s20, s21, s30, s31 archsimd.Float32x4")
	p.f("pa, pb := ai, b")
	step := func() {
		p.f("{")
		p.f("y0 := loadV(unsafe.Add(pb, 0))")
		p.f("y1 := loadV(unsafe.Add(pb, b1))")
		for r := 0; r < rows; r++ {
			p.f("x%d := loadV(unsafe.Add(pa, %s))", r, rowOff("a", r))
			p.f("s%d0 = s%d0.Add(x%d.Mul(y0))", r, r, r)
			p.f("s%d1 = s%d1.Add(x%d.Mul(y1))", r, r, r)
		}
		p.f("}")
		p.f("pa, pb = unsafe.Add(pa, 16), unsafe.Add(pb, 16)")
	}
	p.f("l := k")
	for _, n := range []int{dotUnroll, 2, 1} {
		p.f("for ; l >= %d; l -= %d {", 4*n, 4*n)
		for u := 0; u < n; u++ {
			step()
		}
		p.f("}")
	}
	for r := 0; r < rows; r++ {
		for j := 0; j < 2; j++ {
			p.f("t%d%d := sumV(s%d%d)", r, j, r, j)
		}
	}
	dotFinish(p)
	p.f("ai, ci = unsafe.Add(ai, ab), unsafe.Add(ci, cb)")
	p.f("}")
	p.f("b, c = unsafe.Add(b, bb), unsafe.Add(c, 8)")
	p.f("}")
	p.f("}")
	p.f("")
}

func writeDotScalar(p *printer) {
	p.f(dotDoc, "Scalar")
	p.f("func dotScalar%s", dotSig)
	p.f("for ; nb > 0; nb-- {")
	p.f("ai, ci := a, c")
	p.f("for i := mb; i > 0; i-- {")
	p.f("pa, pb := ai, b")
	for r := 0; r < rows; r++ {
		p.f("var t%d0, t%d1 float32", r, r)
	}
	// Two rows at a time: the 16 locals hold no more than their 2 x 2 sums of 4 lanes.
	for r := 0; r < rows; r += 2 {
		p.f("{")
		p.f("pa, pb = ai, b")
		for i := 0; i < 4; i++ {
			p.f("var s%d0, s%d1, s%d2, s%d3 float32", i, i, i, i)
		}
		p.f("for l := k; l >= 4; l -= 4 {")
		for lane := 0; lane < 4; lane++ {
			p.f("{")
			p.f("y0, y1 := loadF(unsafe.Add(pb, %d)), loadF(unsafe.Add(pb, b1+%d))", 4*lane, 4*lane)
			for i := 0; i < 2; i++ {
				p.f("x%d := loadF(unsafe.Add(pa, %s+%d))", i, rowOff("a", r+i), 4*lane)
				p.f("s%d%d += float32(x%d * y0)", 2*i, lane, i)
				p.f("s%d%d += float32(x%d * y1)", 2*i+1, lane, i)
			}
			p.f("}")
		}
		p.f("pa, pb = unsafe.Add(pa, 16), unsafe.Add(pb, 16)")
		p.f("}")
		for i := 0; i < 4; i++ {
			p.f("t%d%d = (s%d0 + s%d1) + (s%d2 + s%d3)", r+i/2, i%2, i, i, i, i)
		}
		p.f("}")
	}
	dotFinish(p)
	p.f("ai, ci = unsafe.Add(ai, ab), unsafe.Add(ci, cb)")
	p.f("}")
	p.f("b, c = unsafe.Add(b, bb), unsafe.Add(c, 8)")
	p.f("}")
	p.f("}")
	p.f("")
}
