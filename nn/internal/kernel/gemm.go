package kernel

import "unsafe"

// A product is one set of matrix product kernels. gemm_scalar.go says what outer and dot do, in
// every set.
type product struct {
	name  string
	outer func(mb, nb, k int, alpha, beta float32, a unsafe.Pointer, a1, a2, a3, al, ab uintptr, b unsafe.Pointer, bl, bt uintptr, c unsafe.Pointer, c1, c2, c3, cb uintptr)
	dot   func(mb, nb, k int, alpha, beta float32, a unsafe.Pointer, a1, a2, a3, ab uintptr, b unsafe.Pointer, b1, bb uintptr, c unsafe.Pointer, c1, c2, c3, cb, cj uintptr)
	axpy  func(y, x []float32, alpha float32)
	scale func(y []float32, alpha float32)
}

const (
	tile = 8 // columns of C that an outer kernel finishes at once

	// minDot is the least k for which rows of B are multiplied in place and not packed. The end
	// of a dot product costs about eight steps.
	minDot = 12
	// minPack is the least m for which B is packed first. Below it the rows of B are read too few
	// times to repay the copy. Above it panels keep strides of a power of two from falling on the
	// same few cache lines.
	minPack = 48
)

// gemm sets C = alpha*A*B + beta*C for an m by n C, with
//
//	A[i][l] = a[i*ai+l*al]    B[l][j] = b[l*bl+j*bj]    C[i][j] = c[i*ldc+j]
//
// where one of ai and al is 1, and one of bl and bj is 1. The caller has checked the slices; m, n
// and k are at least 1. The order of the additions depends on the sizes and the two forms alone.
// panel is scratch of at least panelSize(k, n) numbers.
func (p *product) gemm(m, n, k int, alpha float32, a []float32, ai, al int, b []float32, bl, bj int, beta float32, c []float32, ldc int, panel []float32) {
	if dots(k, al, bl) {
		p.gemmDot(m, n, k, alpha, a, ai, b, bj, beta, c, ldc)
		return
	}
	n8 := n / tile
	if bj != 1 || m >= minPack {
		pack(panel, b, k, n, bl, bj)
		p.outerRows(m, n8, k, alpha, ptr(a), ai, al, ptr(panel), tile, tile*k, beta, ptr(c), ldc)
		panel = panel[n8*tile*k:]
	} else {
		p.outerRows(m, n8, k, alpha, ptr(a), ai, al, ptr(b), bl, tile, beta, ptr(c), ldc)
		if n%tile != 0 {
			pack(panel, b[n8*tile*bj:], k, n%tile, bl, bj)
		}
	}
	if n%tile != 0 {
		p.outerEdge(m, n-n8*tile, k, alpha, a, ai, al, panel, beta, c[n8*tile:], ldc)
	}
}

// dots reports whether a product is computed with dot: both matrices run along k.
func dots(k, al, bl int) bool { return al == 1 && bl == 1 && k >= minDot }

// panelSize is the number of numbers of scratch that gemm needs: B in panels of 8 columns, the
// last filled up with zeros, and a block of C for the columns after the last whole tile.
func panelSize(k, n int) int { return (n+tile-1)/tile*tile*k + 4*tile }

// outerRows runs outer over all m rows: first the blocks of four, then the rest.
func (p *product) outerRows(m, nb, k int, alpha float32, a unsafe.Pointer, ai, al int, b unsafe.Pointer, bl, bt int, beta float32, c unsafe.Pointer, ldc int) {
	if nb == 0 {
		return
	}
	ra, rc := uintptr(4*ai), uintptr(4*ldc)
	if m >= 4 {
		p.outer(m/4, nb, k, alpha, beta, a, ra, 2*ra, 3*ra, uintptr(4*al), 4*ra, b, uintptr(4*bl), uintptr(4*bt), c, rc, 2*rc, 3*rc, 4*rc)
	}
	if r := uintptr(m & 3); r != 0 {
		i := uintptr(m) - r
		o1, o2 := min(1, r-1), min(2, r-1)
		p.outer(1, nb, k, alpha, beta, unsafe.Add(a, i*ra), o1*ra, o2*ra, o2*ra, uintptr(4*al), 0, b, uintptr(4*bl), uintptr(4*bt), unsafe.Add(c, i*rc), o1*rc, o2*rc, o2*rc, 0)
	}
}

// outerEdge computes the last n < 8 columns, whose B is the panel filled up with zeros. It
// computes a whole tile for four rows at a time, and keeps n columns of it.
func (p *product) outerEdge(m, n, k int, alpha float32, a []float32, ai, al int, panel []float32, beta float32, c []float32, ldc int) {
	block := panel[tile*k : tile*k+4*tile]
	for i := 0; i < m; i += 4 {
		r := min(4, m-i)
		p.outerRows(r, 1, k, alpha, ptr(a[i*ai:]), ai, al, ptr(panel), tile, 0, 0, ptr(block), tile)
		for ; r > 0; r-- {
			row := c[(i+r-1)*ldc:][:n]
			for j, v := range block[(r-1)*tile:][:n] {
				if beta != 0 {
					v += float32(row[j] * beta)
				}
				row[j] = v
			}
		}
	}
}

// gemmDot is gemm for al = bl = 1.
func (p *product) gemmDot(m, n, k int, alpha float32, a []float32, ai int, b []float32, bj int, beta float32, c []float32, ldc int) {
	p.dotRows(m, n/2, k, alpha, ptr(a), ai, ptr(b), bj, 4, beta, ptr(c), ldc)
	if j := n &^ 1; j != n {
		p.dotRows(m, 1, k, alpha, ptr(a), ai, unsafe.Add(ptr(b), 4*j*bj), 0, 0, beta, unsafe.Add(ptr(c), 4*j), ldc)
	}
}

// dotRows runs dot over all m rows and nb pairs of columns, which lie cj bytes apart.
func (p *product) dotRows(m, nb, k int, alpha float32, a unsafe.Pointer, ai int, b unsafe.Pointer, bj int, cj uintptr, beta float32, c unsafe.Pointer, ldc int) {
	if nb == 0 {
		return
	}
	ra, rb, rc := uintptr(4*ai), uintptr(4*bj), uintptr(4*ldc)
	if m >= 4 {
		p.dot(m/4, nb, k, alpha, beta, a, ra, 2*ra, 3*ra, 4*ra, b, rb, 2*rb, c, rc, 2*rc, 3*rc, 4*rc, cj)
	}
	if r := uintptr(m & 3); r != 0 {
		i := uintptr(m) - r
		o1, o2 := min(1, r-1), min(2, r-1)
		p.dot(1, nb, k, alpha, beta, unsafe.Add(a, i*ra), o1*ra, o2*ra, o2*ra, 0, b, rb, 2*rb, unsafe.Add(c, i*rc), o1*rc, o2*rc, o2*rc, 0, cj)
	}
}

// pack copies the k by n matrix B[l][j] = b[l*bl+j*bj] into panels of 8 columns. A panel is k
// rows of 8 numbers; the last is filled up with zeros.
func pack(panel, b []float32, k, n, bl, bj int) {
	for j := 0; j < n; j += tile {
		w := min(tile, n-j)
		dst := panel[:tile*k]
		panel = panel[tile*k:]
		if w < tile {
			clear(dst)
		}
		if bj == 1 {
			for l := 0; l < k; l++ {
				copy(dst[tile*l:][:tile], b[l*bl+j:][:w])
			}
			continue
		}
		for jj := 0; jj < w; jj++ {
			col := b[(j+jj)*bj:][:(k-1)*bl+1]
			for l, at := 0, 0; l < k; l, at = l+1, at+bl {
				dst[tile*l+jj] = col[at]
			}
		}
	}
}

// scalarProduct returns the kernels that compile everywhere.
func scalarProduct() product {
	return product{"scalar", outerScalar, dotScalar, axpyScalar, scaleScalar}
}
